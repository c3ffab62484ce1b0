"""Values as rows of JSON: each comes back as it was, and what no value of a type could be is refused."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.document import Meta, Repeat, Selector, Slot, Source, Text, Withdrawn
from sitegen.model.scalars import SitePath, Slug, Url
from sitegen.problems import Place, Problem, problem
from sitegen.read.rows import row_of, value_of

DAY = dt.date(2026, 11, 22)
META = Meta(
    "Judul",
    points=("satu", "dua"),
    topics=(Slug("gizi-anak"),),
    date=DAY,
    sources=(Source("Sumber", url=Url("https://a.example/"), seen=DAY), Source("Lain", second=True)),
    time=dt.time(7, 30),
    repeat=Repeat("minggu", DAY),
    aliases=(SitePath("lama.html"),),
    withdrawn=Withdrawn(DAY, sites=Selector(("satu",))),
)


@dataclass(frozen=True)
class Shapes:
    pairs: tuple[tuple[Place, str], ...]
    several: tuple[tuple[Place, ...], ...]
    maybe: int | None
    mode: Literal["a", "b"] = "a"


VALUES: list[tuple[Any, Any]] = [
    (Meta, META),
    (Meta, Meta("Judul")),
    (Text, Text("k", "id", "Isi \ue0000\ue001\n".encode(), (Slot("site.name", None, "a.md", 3, 1),))),
    (Shapes, Shapes(((Place("a.md", 1, 2), "kata"),), ((), (Place("b.md"),)), None, "b")),
    (Shapes, Shapes((), (), 1 << 514)),
    (tuple[Problem, ...], (problem("nik-like", Place("a.md", 1), sites=("satu",), words="12…34"),)),
]


@pytest.mark.parametrize(("kind", "value"), VALUES)
def test_values_come_back(kind: Any, value: Any) -> None:
    row = json.loads(json.dumps(row_of(kind, value)))
    assert value_of(kind, row) == value


def test_what_is_by_default_is_left_out() -> None:
    assert row_of(Meta, Meta("Judul")) == ["Judul"]
    assert row_of(Place, Place("a.md", 0, 4)) == ["a.md", 0, 4]


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (Meta, []),
        (Meta, ["a"] * 60),
        (Meta, [1]),
        (Meta, ["Judul", "", [], ["Bukan Slug"]]),
        (Meta, {"title": "Judul"}),
        (Source, ["Sumber", "", "javascript:alert(1)"]),
        (Withdrawn, ["2026-11-22", "", "../../etc/passwd"]),
        (Withdrawn, ["2026-13-22"]),
        (Withdrawn, [20261122]),
        (Shapes, [[], [], True]),
        (Shapes, [[], [], None, "c"]),
        (Shapes, [[["a.md"]], [], None]),
        (Shapes, [[[["a.md"], "kata", 3]], [], None]),
        (Problem, ["no-such-rule", ["a.md"]]),
    ],
)
def test_what_fits_no_value_is_refused(kind: Any, row: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        value_of(kind, row)


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["2026-11-22", "gizi", "minggu"]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=12,
)


@given(st.sampled_from([kind for kind, _ in VALUES]), ANY)
def test_any_row_is_a_value_or_refused(kind: Any, row: Any) -> None:
    try:
        found = value_of(kind, row)
    except (ValueError, TypeError, OverflowError):
        return
    assert value_of(kind, json.loads(json.dumps(row_of(kind, found)))) == found
