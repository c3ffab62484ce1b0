"""Digests: every field counts, nesting counts, types count, order counts where it means something."""

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.digest import digest, digest_bytes
from sitegen.model.views import Card, Chrome, FeedView, Head
from sitegen.values import fields, replace


@dataclass(frozen=True)
class Leaf:
    name: str
    number: int = 0
    where: int = field(default=0, metadata={"digest": False})


@dataclass(frozen=True)
class Twig:
    name: str
    number: int = 0


@dataclass(frozen=True)
class Branch:
    leaf: Leaf | Twig
    rest: tuple[Leaf, ...] = ()


class Colour(Enum):
    RED = "red"


CARD = Card(
    "id",
    "a.html",
    "a.html",
    "id/a",
    "Indonesia",
    "A",
    "S",
    "t",
    dt.date(2026, 1, 1),
    None,
    3,
    False,
    False,
    False,
    "",
    "",
)


@pytest.mark.parametrize("name", [one.name for one in fields(Card)])
def test_each_field_of_a_view_counts(name: str) -> None:
    old: Any = getattr(CARD, name)
    new: Any = dt.date(2020, 2, 2)
    if isinstance(old, bool):
        new = not old
    elif isinstance(old, int):
        new = old + 1
    elif isinstance(old, str):
        new = old + "x"
    assert digest(replace(CARD, **{name: new})) != digest(CARD)


def test_a_place_does_not_count() -> None:
    assert digest(Leaf("a", where=1)) == digest(Leaf("a", where=2))
    assert digest(Branch(Leaf("a", where=1))) == digest(Branch(Leaf("a", where=2)))


def test_the_type_counts() -> None:
    assert digest(Leaf("a")) != digest(Twig("a"))
    assert digest(Branch(Leaf("a"))) != digest(Branch(Twig("a")))
    assert digest(FeedView("id", "a", "b", "", None)) != digest(Chrome("id", "a", "b", "", False))
    different = [
        1,
        "1",
        b"1",
        True,
        None,
        "None",
        (1,),
        ((1,),),
        "",
        (),
        frozenset({1}),
        dt.date(2026, 1, 1),
        "2026-01-01",
    ]
    assert len({digest(value) for value in different}) == len(different)


@pytest.mark.parametrize("value", [1.0, object(), [1], {1}, Leaf, len, dt.datetime(2026, 1, 1), dt.timedelta(1), 1j])
def test_an_unknown_type_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        digest(value)
    with pytest.raises(TypeError):
        digest((value,))
    with pytest.raises(TypeError):
        digest({"a": value})


def test_order() -> None:
    words = [f"wort{n}" for n in range(50)]
    assert digest(frozenset(words)) == digest(frozenset(reversed(words)))
    assert digest(dict.fromkeys(words, 1)) == digest(dict.fromkeys(reversed(words), 1))
    assert digest(tuple(words)) != digest(tuple(reversed(words)))
    assert digest({"a": 1, "b": 2}) != digest({"a": 2, "b": 1})


def test_an_enum_is_no_address() -> None:
    assert digest(Colour.RED) == digest(Colour.RED)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.dates(),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=12,
)


def _known(value: object) -> object:
    """The value with its types, since 1 == True and Python would call them the same."""
    return (type(value).__name__, tuple(map(_known, value)) if isinstance(value, tuple) else value)


@given(_VALUES, _VALUES)
def test_different_values_differ(one: object, other: object) -> None:
    assert (digest(one) == digest(other)) == (_known(one) == _known(other))


@given(st.lists(st.text(max_size=3), max_size=4), st.lists(st.text(max_size=3), max_size=4))
def test_where_texts_end_counts(one: list[str], other: list[str]) -> None:
    assert (digest(tuple(one)) == digest(tuple(other))) == (one == other)
    assert (digest(*one) == digest(*other)) == (one == other)


def test_known_values() -> None:
    """RFC 7693 says what BLAKE2b is; the digest of a value may change with a release, never with a machine."""
    assert digest_bytes(b"") == "cae66941d9efbd404e4d88758ea67670"
    assert len(digest("a", Head("id", "p", "u", "t", "d", "", "", ""))) == 32
