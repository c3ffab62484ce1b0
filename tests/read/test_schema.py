import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import scalars
from sitegen.model.document import Meta, Selector, Source, Task, Withdrawn
from sitegen.problems import Place, Problem
from sitegen.read.scalars import SCALARS
from sitegen.read.schema import convert, nearest
from sitegen.read.source import Mapping, Scalar, parse_yaml


def read(text: str, kind: Any) -> tuple[Any, list[Problem]]:
    problems: list[Problem] = []
    node = parse_yaml(text, "f", problems)
    assert node is not None, problems
    assert problems == []
    return convert(node, kind, problems), problems


def brief(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(str(p.place), p.rule) for p in problems]


def test_a_whole_front_matter() -> None:
    text = """\
title: '  Berobat ke puskesmas '
topics: [gizi, ibu-anak]
date: 2026-03-09
sources:
  - {title: Buku KIA, url: https://contoh.go.id/kia, seen: 2026-01-31}
weight: -3
task: {order: 1, title: Berobat, text: Bawa KTP}
draft: ya
example: false
withdrawn: {on: 2026-05-01, reason: Aturan baru, sites: {only: [Papua Selatan]}}
sites: {except: [papua, dinkesMerauke]}
"""
    value, problems = read(text, Meta)
    assert problems == []
    assert value == Meta(
        title="Berobat ke puskesmas",
        topics=(scalars.Slug("gizi"), scalars.Slug("ibu-anak")),
        date=dt.date(2026, 3, 9),
        sources=(Source("Buku KIA", url=scalars.Url("https://contoh.go.id/kia"), seen=dt.date(2026, 1, 31)),),
        weight=-3,
        task=Task(1, "Berobat", "Bawa KTP"),
        draft=True,
        withdrawn=Withdrawn(dt.date(2026, 5, 1), "Aturan baru", sites=Selector(only=("Papua Selatan",))),
        sites=Selector(exclude=("papua", "dinkesMerauke")),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("summary: x\n", [("f:1:1", "key-missing")]),
        ("title: A\ntopic: [a]\n", [("f:2:1", "key-misspelled")]),
        ("title: A\nwarna: a\n", [("f:2:1", "key-unknown")]),
        ("title: A\nsites: {exclude: [a]}\n", [("f:2:9", "key-misspelled")]),
        ("title:\n", [("f:1:7", "value-empty")]),
        ("title: ~\n", [("f:1:8", "value-empty")]),
        ("title: ' '\n", [("f:1:8", "value-empty")]),
        ("title: A\ntask: null\n", [("f:2:7", "value-empty")]),
        ("title: [A]\n", [("f:1:8", "value-not-single")]),
        ("title: |\n  A\n  B\n", [("f:1:8", "value-not-line")]),
        (f"title: {'a' * 501}\n", [("f:1:8", "value-too-long")]),
        (f"title: A\ntopics: [{'a' * 81}]\n", [("f:2:10", "value-too-long")]),
        ("title: A\ndate: 22 November 2026\n", [("f:2:7", "value-invalid")]),
        ("judul: A\n", [("f:1:1", "key-misspelled")]),
        ("Title: A\n", [("f:1:1", "key-misspelled")]),
        ("title: A\ntopics: gizi\n", [("f:2:9", "value-list-of-one")]),
        ("title: A\ntopics: {a: b}\n", [("f:2:9", "value-not-list")]),
        ("title: A\ntopics: [gizi, Ibu Anak, gizi]\n", [("f:2:16", "value-invalid"), ("f:2:26", "value-twice")]),
        ("title: A\ntask: siap\n", [("f:2:7", "value-not-keys")]),
        ("title: A\ntask: {order: 1.5, title: a}\n", [("f:2:15", "value-invalid"), ("f:2:7", "key-missing")]),
        ("title: A\ndate: 2026-02-30\ndraft: yes\n", [("f:2:7", "value-invalid"), ("f:3:8", "value-invalid")]),
        ("title: A\nsources:\n- title: b\n  url: javascript:x\n", [("f:4:8", "value-invalid")]),
    ],
)
def test_every_mistake_has_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    _value, problems = read(text, Meta)
    assert brief(problems) == expected


def test_messages_say_what_and_how() -> None:
    _value, (one,) = read("title: A\nsites: {only: papua}\n", Meta)
    assert one.message("id") == '"sites.only" harus berupa daftar, juga bila isinya satu.'
    assert one.hint("id") == "Tulis only: [papua]."
    _value, problems = read("titel: A\ntask: {order: satu, title: a, text: b}\ntopics: gizi\n", Meta)
    assert [(str(p.place), p.message("id"), p.hint("id")) for p in problems] == [
        ("f:1:1", 'Kunci "titel" tidak dikenal.', 'Mungkin maksud Anda "title"?'),
        ("f:2:15", 'Nilai "task.order" tidak sesuai: satu', "Yang diharapkan: bilangan bulat, misalnya 3."),
        ("f:3:9", '"topics" harus berupa daftar, juga bila isinya satu.', "Tulis topics: [gizi]."),
    ]
    assert [(p.message("en"), p.hint("en")) for p in problems[:2]] == [
        ('The key "titel" is not known.', 'Did you mean "title"?'),
        ('The value of "task.order" does not fit: satu', "Expected: a whole number such as 3."),
    ]


def test_an_unknown_key_does_not_hide_the_value() -> None:
    value, problems = read("title: A\nwarna: b\n", Meta)
    assert value == Meta(title="A")
    assert problems[0].hint("id").startswith("Hapus kunci itu. Yang dikenal di sini: title, summary,")


@dataclass(frozen=True, slots=True)
class Shape:
    kind: Literal["a", "b"]
    raw: Mapping | None = None
    names: tuple[scalars.Name, ...] = field(default_factory=tuple)


def test_choices_and_nodes_that_pass_as_they_are() -> None:
    value, problems = read("kind: b\nraw: {x: 1}\n", Shape)
    assert problems == []
    assert (value.kind, value.names) == ("b", ())
    assert value.raw.entries[0][0] == Scalar("x", Place("f", 2, 7), plain=True)
    value, problems = read("kind: c\nraw: [1]\n", Shape)
    assert value is None
    assert brief(problems) == [("f:1:7", "value-choice"), ("f:2:6", "value-not-keys")]
    assert problems[0].hint("id") == "Pilih salah satu: a, b."


GOOD: dict[Any, list[tuple[str, object]]] = {
    int: [("0", 0), ("-7", -7), ("42", 42)],
    bool: [("ya", True), ("true", True), ("tidak", False), ("false", False)],
    dt.date: [("2024-02-29", dt.date(2024, 2, 29))],
    dt.time: [("08.00", dt.time(8)), ("7:30", dt.time(7, 30)), ("23.59", dt.time(23, 59)), ("00.00", dt.time(0))],
    scalars.Slug: [("gizi", "gizi"), ("a-1", "a-1")],
    scalars.Name: [("dinkesMerauke", "dinkesMerauke"), ("a.b-c_d", "a.b-c_d"), ("console", "console")],
    scalars.FactName: [("jadwal_posyandu", "jadwal_posyandu")],
    scalars.Domain: [("dinkesBuru.id", "dinkesBuru.id"), ("a.b-c.go.id", "a.b-c.go.id")],
    scalars.Email: [("a.b+c@contoh.go.id", "a.b+c@contoh.go.id")],
    scalars.Phone: [("0761 234-567", "0761 234-567"), ("+62 (971) 321", "+62 (971) 321"), ("119", "119")],
    scalars.Url: [(u, u) for u in ("https://a.id/", "http://localhost:8000/x?y=1#z", "https://A.id/é")],
    scalars.SecurityContact: [(u, u) for u in ("mailto:keamanan@a.example", "https://a.example/lapor")],
    scalars.LangTag: [("id", "id"), ("su-Latn", "su-Latn"), ("en-ID", "en-ID")],
    scalars.Timezone: [("Asia/Jayapura", "Asia/Jayapura")],
    scalars.DistrictCode: [("91.10", "91.10")],
    scalars.AreaCode: [("13.71.10", "13.71.10")],
    scalars.Latitude: [("-6.92", "-6.92"), ("-6,92", "-6.92"), ("0", "0"), ("6.5", "6.5")],
    scalars.Longitude: [("106.93", "106.93"), ("141,0", "141.0")],
    scalars.TextDigest: [("0123456789abcdef", "0123456789abcdef")],
    scalars.SitePath: [(".htaccess", ".htaccess"), ("unduhan/2026/", "unduhan/2026/")],
}
BAD: dict[Any, list[str]] = {
    int: ["012", "1_000", "1.0", "0x1", "+1", "1e3", "٣", "12345678901"],
    bool: ["yes", "no", "on", "True", "1", "Ya"],
    dt.time: ["8", "24.00", "08.60", "08.00 WIB", "-1.00", "08,00", "٠٨.٠٠"],
    dt.date: ["2026-02-30", "2026-3-9", "09-03-2026", "20260309", "2026-W10-1", "2026-03-09T10:00", "٢٠٢٦-03-09"],
    scalars.Slug: ["Gizi", "a_b", "-a", "a--b", "a/b", "é", "a" * 81],
    scalars.Name: [".a", "a/b", "..", "a b", "con", "NUL.txt", "lpt1", "a.", "é"],
    scalars.FactName: ["Jadwal", "1a", "a-b", "a.b"],
    scalars.Domain: [
        "dinkes",
        "https://a.id",
        "a.id/",
        "a..id",
        "-a.id",
        "a_b.id",
        ".a.id",
        "a.id.",
        "1.2.3.4",
        "a b.id",
        "é.id",
        "a" * 64 + ".id",
        ".".join(["a" * 60] * 5),
    ],
    scalars.Email: [
        "a",
        "a@b",
        "a@@b.id",
        "a b@c.id",
        ".a@b.id",
        "a..b@c.id",
        '"a"@b.id',
        "a@b.id>",
        "a" * 65 + "@b.id",
    ],
    scalars.Phone: ["12", "0" * 21, "0761x", "119;119", "٠٧٦١٢٣", "---", "0761/234"],
    scalars.SecurityContact: [
        "keamanan@a.example",
        "http://a.example/",
        "mailto:a@b.example?subject=x",
        "mailto:a@b.example,c@d.example",
        "mailto: a@b.example",
        "tel:119",
        "https://a.example/ b",
        "https://a.example/#\\",
        "MAILTO:a@b.example",
    ],
    scalars.Url: [
        "a.id",
        "//a.id/",
        "javascript:alert(1)",
        "ftp://a.id/",
        "https:///x",
        "https://u:p@a.id/",
        "https://u@a.id/",
        "https://a.id:99999/",
        "https://a.id:x/",
        "https://[::1",
        "https://a.id\\@b.id/",
        'https://a.id/"x',
        "https://a.id/<x>",
        "https://a.id/x y",
        "https://é.id/",
        "https://" + "a" * 2000 + ".id/",
    ],
    scalars.LangTag: ["ID", "indonesia", "i", "id_ID", "id-"],
    scalars.Timezone: ["WIB", "Asia/Tokyo", "UTC"],
    scalars.DistrictCode: ["32", "3202", "32.2", "32.02.01", "٣٢.٠٢"],
    scalars.AreaCode: ["13.71", "13.71.1"],
    scalars.Latitude: ["-692", "106.93", "-6.", ".5", "+1", "1e0", "6.92 S", "6.51", "-6.92,1", "nan", "١"],
    scalars.Longitude: ["-6.92", "0", "141.51", "10693", "inf", "106°"],
    scalars.TextDigest: ["0123456789abcde", "0123456789abcdef0", "0123456789ABCDEF", "0123456789abcdeg"],
    scalars.SitePath: ["/etc", "a/../b", "..", ".", "./a", "a//b", "a\\b", "/", "a b"],
}


def scalar(text: str) -> Scalar:
    return Scalar(text, Place("f", 1, 1), plain=False)


def test_every_scalar_type_is_tested() -> None:
    assert set(GOOD) == set(BAD) == set(SCALARS) - {str}


@pytest.mark.parametrize(
    ("kind", "text", "value"), [(k, text, value) for k, pairs in GOOD.items() for text, value in pairs]
)
def test_good_scalars(kind: Any, text: str, value: object) -> None:
    problems: list[Problem] = []
    assert convert(scalar(f" {text} "), kind, problems) == value
    assert problems == []


@pytest.mark.parametrize(("kind", "text"), [(k, text) for k, texts in BAD.items() for text in texts])
def test_bad_scalars(kind: Any, text: str) -> None:
    problems: list[Problem] = []
    assert convert(scalar(text), kind, problems, path="x") is None
    (one,) = problems
    assert one.place == Place("f", 1, 1)
    assert one.rule in ("value-invalid", "value-too-long")
    assert one.message("id") and one.hint("en")


@pytest.mark.parametrize("bad", ["a\tb", "a\nb", "a\u202eb", "a\x00b", "a\ue000b", "a\u2028b"])
@pytest.mark.parametrize("kind", list(SCALARS))
def test_no_scalar_carries_hidden_characters(kind: Any, bad: str) -> None:
    problems: list[Problem] = []
    assert convert(scalar(bad), kind, problems, path="x") is None
    assert [p.rule for p in problems] in (["value-not-line"], ["value-too-long"])


@given(st.text(), st.sampled_from(list(SCALARS)))
def test_conversion_never_raises_and_never_fails_silently(text: str, kind: Any) -> None:
    problems: list[Problem] = []
    value = convert(scalar(text), kind, problems, path="x")
    assert (value is None) == bool(problems)
    for one in problems:
        assert one.message("id") and one.hint("id")


def test_nearest_ignores_case() -> None:
    assert nearest("DINKESMERAUKA", ("dinkesBuru", "dinkesMerauke")) == "dinkesMerauke, dinkesBuru"
    assert nearest("a", ()) == ""
