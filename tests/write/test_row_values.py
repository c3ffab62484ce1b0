"""Values in rows: each comes back as it was, and what is of no such type is missing."""

import datetime as dt
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.document import Meta, Repeat, Selector, Slot, Source, Withdrawn
from sitegen.model.parsed import ClaimUse, Figure, Flaw, Heading, Link, Parsed, SlotUse, Stems, Written
from sitegen.model.scalars import SitePath, Slug, Url
from sitegen.problems import Place, Problem, problem
from sitegen.values import fields, is_value
from sitegen.write.rows import RowStore

KEY = "a" * 32
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

PARSED = Parsed(
    *((Heading(2, "satu", "Satu"),), "satu\nfn:1", (Link("a.md", 1, 2, True),), (SlotUse(0, "tel"),), 3),
    *((Flaw("id-twice", 1, 2, (("id", "satu"),)),), (Figure(DAY, 1, 2),), "h2 p", Stems("satu", "dua tiga")),
    *((ClaimUse("klaim", 1, 2, True, False),), (Written("12", 1, 2),), (Written("119", 3, 4),)),
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
    (tuple[Slot, ...], (Slot("site.name", None, "a.md", 3, 1), Slot("contact.phone", "Isi \ue0000\ue001"))),
    (Shapes, Shapes(((Place("a.md", 1, 2), "kata"),), ((), (Place("b.md"),)), None, "b")),
    (Shapes, Shapes((), (), 1 << 514)),
    (Parsed, PARSED),
    (Parsed, Parsed((), "", (), (), 0, ())),
    (tuple[Problem, ...], (problem("nik-like", Place("a.md", 1), sites=("satu",), words="12…34"),)),
]


def again(folder: Path, kind: Any, value: object) -> Any:
    """What a new process finds of this kind where the value was kept."""
    rows = RowStore(str(folder), "maker")
    rows.add(KEY, value)
    rows.save()
    return RowStore(str(folder), "maker").value(KEY, kind)


def kinds(value: Any) -> Any:
    """The types in a value, in its shape: a date is no text that looks like one, a tuple no list."""
    if is_value(value):
        return type(value), [kinds(getattr(value, field.name)) for field in fields(value)]
    return type(value), [kinds(item) for item in value] if isinstance(value, tuple) else []


@pytest.mark.parametrize(("kind", "value"), VALUES)
def test_values_come_back(tmp_path: Path, kind: Any, value: Any) -> None:
    found = again(tmp_path, kind, value)
    assert found == value
    assert kinds(found) == kinds(value)


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (Meta, {}),
        (Meta, ["Judul"]),
        (Meta, None),
        (Meta, {"title": 1}),
        (Meta, {"title": "Judul", "date": "2026-13-22"}),
        (Meta, {"title": "Judul", "date": 20261122}),
        (Meta, {"title": "Judul", "time": "25:00"}),
        (Meta, {"title": "Judul", "topics": "gizi"}),
        (Meta, {"title": "Judul", "risk": "besar"}),
        (Meta, {"title": "Judul", "draft": 1}),
        (Meta, {"title": "Judul", "weight": True}),
        (Slot, {"name": "site.name"}),
        (Shapes, {"pairs": [], "several": [], "maybe": None, "mode": "c"}),
        (Shapes, {"pairs": [[{"file": "a.md"}]], "several": [], "maybe": None}),
        (Shapes, {"pairs": [[{"file": "a.md"}, "kata", 3]], "several": [], "maybe": None}),
        (Parsed, {"headings": []}),
        (Parsed, [[], "", [], [], 3]),
        (Parsed, [[[2, "satu"]], "", [], [], 3, []]),
        (Parsed, [[], "", [], [], 3, [], [], "", ["", ""], [], [], [], "told"]),
        (Problem, {"rule": "no-such-rule", "place": {"file": "a.md"}}),
    ],
)
def test_what_is_of_another_type_is_missing(tmp_path: Path, kind: Any, row: Any) -> None:
    assert again(tmp_path, kind, row) is None


def test_what_is_nested_without_end_is_missing(tmp_path: Path) -> None:
    row: Any = []
    for _ in range(400):
        row = [row]
    deep: Any = dict[str, Any]
    assert again(tmp_path, deep, row) is None
    assert again(tmp_path, Selector, {"only": [], "unknown": row}) == Selector()


def test_what_is_no_unicode_is_not_kept(tmp_path: Path) -> None:
    assert again(tmp_path, Place, Place("buruk\udcff.md")) is None


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["2026-11-22", "gizi", "minggu"]),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(st.sampled_from([field.name for kind in (Meta, Slot) for field in fields(kind)]), inner)
    ),
    max_leaves=12,
)


@given(st.sampled_from([kind for kind, _ in VALUES]), ANY)
def test_any_row_is_a_value_or_missing(kind: Any, row: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = again(Path(folder), kind, row)
    if found is not None:
        with tempfile.TemporaryDirectory() as folder:
            assert again(Path(folder), kind, found) == found
