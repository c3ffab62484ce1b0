"""The names of slots as they are written down between builds, and that no other text names one."""

import json
from typing import Any

import pytest

from sitegen.model.document import Slot
from sitegen.model.views import Chrome, NamedLink
from sitegen.render.programs import Maker
from sitegen.render.slots import read, written
from sitegen.render.spans import SEAM, SlotName
from sitegen.render.templates import Templates
from sitegen.values import fields, plain, replace
from tests.render.samples import document, html_of, maker, page, theme

LINK = NamedLink("Tentang “kami”", "../tentang.html", True, 3, "tentang", "en", "tentang.html")
CHROME = Chrome("../", "../en/", "artikel", "en", True, (LINK, replace(LINK, count=0)), ("tanya-jawab", "agenda"))
NAMES: tuple[SlotName, ...] = (
    ("site", "contact.phone"),
    ("partial", "head", CHROME),
    ("partial", "footer", Chrome("", "", "", "id", False)),
    ("style", "text", ("base", "body/p")),
    ("style", "hash", ()),
    ("script", "hash"),
    ("search", "text"),
    ("offline", "text"),
    ("fact", "facts.surel", 'é \\ "', "part", "id"),
    ("qr",),
    ("graphs",),
    SEAM,
)
TEMPLATES = Templates(theme({}))


def chrome(**other: Any) -> list[Any]:
    """A partial's slot with a Chrome that has other values for some of its fields."""
    values = dict(zip([field.name for field in fields(Chrome)], plain(CHROME), strict=True)) | other
    return ["partial", "head", [*values.values()]]


def link(at: int, value: object) -> list[Any]:
    return chrome(pages=[[*plain(LINK)[:at], value, *plain(LINK)[at + 1 :]]])


HOSTILE: dict[str, object] = {
    "a kind that nobody knows": ["file", "/etc/passwd"],
    "no kind": [],
    "a kind of another type": [["site"], "name"],
    "no list": {"site": "name"},
    "a word": "site",
    "a method of a view": ["site", "__class__"],
    "within a view": ["site", "contact.phone.__class__"],
    "all of a view": ["site", "contact"],
    "a name of another type": ["site", 1],
    "too much": ["site", "name", "name"],
    "too little": ["site"],
    "a partial that the theme lacks": ["partial", "lain", plain(CHROME)],
    "a partial elsewhere": ["partial", "../page", plain(CHROME)],
    "a partial of another type": ["partial", ["head"], plain(CHROME)],
    "a partial nowhere": ["partial", "head"],
    "a partial on a text": ["partial", "head", "chrome"],
    "a short place": ["partial", "head", plain(CHROME)[:-1]],
    **{f"a number for {field.name}": chrome(**{field.name: 1}) for field in fields(Chrome)},
    "a number for a list": chrome(lists=["a", 1]),
    "a word for a link": chrome(pages=["tentang"]),
    "a short link": chrome(pages=[plain(LINK)[:-1]]),
    **{f"a list for {field.name} of a link": link(at, []) for at, field in enumerate(fields(NamedLink))},
    "yes for a number of a link": link(3, True),
    "a part that the sheet lacks": ["style", "text", ["base", "lain"]],
    "letters for parts": ["style", "text", "base"],
    "no parts, as a word": ["style", "text", ""],
    "no parts, as a table": ["style", "text", {}],
    "a part of another type": ["style", "text", [["base"]]],
    "what a sheet has not": ["style", "__class__", []],
    "what a script has not": ["script", "__doc__"],
    "a fact without language": ["fact", "facts.surel", "", "text"],
    "a fact of another type": ["fact", "facts.surel", None, "text", "id"],
    "a fact in an unknown place": ["fact", "facts.surel", "", "script", "id"],
    "the code of another page": ["qr", "artikel/a.html"],
    "more than a seam": ["seam", "x"],
}


def as_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_a_name_is_read_as_it_was_written(name: SlotName) -> None:
    text = written(name)
    assert "\n" not in text
    assert read(text, TEMPLATES) == name


@pytest.mark.parametrize("case", HOSTILE)
def test_no_other_text_names_a_slot(case: str) -> None:
    assert read(as_text(HOSTILE[case]), TEMPLATES) is None
    assert maker({}).kept((b"", b""), (as_text(HOSTILE[case]),)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "null",
        "1",
        "[" * 100_000,
        '[ "seam"]',
        '["seam"] ',
        '["\\u0073eam"]',
        '["fact","\\ud800","","text","id"]',
        '["fact","\ud800","","text","id"]',
        "\x00",
    ],
)
def test_what_nobody_wrote_so(text: str) -> None:
    assert read(text, TEMPLATES) is None


def test_every_kind_that_a_template_can_print() -> None:
    """Kinds are listed where they are read: one that is not would be made anew by every build."""
    everything = (
        "{{ site.name }}{{ site.contact.phone }}{{ partials.head }}{{ style.text }}{{ style.hash }}{{ script.text }}"
        "{{ search.hash }}{{ offline.hash }}{{ qr }}{{ graphs }}{{ body }}{{ cards.related }}"
    )
    made = maker({"page.html": everything})
    program = made.program(page(document("J"), "Surat: \ue0000\ue001\n", (Slot("facts.surel", "-", "a.md", 1, 1),), ()))
    assert program is not None
    assert {made.table.names[number][0] for number in program.slots} == {name[0] for name in NAMES}
    other = Maker(made.templates, html_of, False)
    kept = other.kept(program.spans, made.slots_of(program))
    assert kept is not None
    assert kept.spans == program.spans
    names = [made.table.names[number] for number in program.slots]
    assert [other.table.names[number] for number in kept.slots] == names
