"""The pages, as they were looked at: `SITEGEN_REWRITE=1 pytest tests/report` writes them anew. LOOK at them in a
browser afterwards. The figures are made up, so that no compressor decides about these bytes."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen.overview.letter import site_page
from sitegen.overview.network import network_page
from sitegen.overview.tables import TABLES
from sitegen.overview.words import WORDS
from sitegen.overview.words_letter import LETTER
from tests.conftest import REWRITE
from tests.report.network import overview

EXPECTED = Path(__file__).parent / "expected"


def made() -> dict[str, str]:
    found = overview()
    return {
        "jaringan.html": network_page(found, "id", TABLES),
        "satu.html": site_page(found.sites[0], found, "id"),
        "dua.html": site_page(found.sites[1], found, "id"),
        "network.en.html": network_page(found, "en", ()),
        "satu.en.html": site_page(found.sites[0], found, "en"),
    }


PAGES = made()


@pytest.mark.parametrize("name", PAGES)
def test_golden(name: str) -> None:
    if REWRITE:
        (EXPECTED / name).write_bytes(PAGES[name].encode())
    assert PAGES[name].encode() == (EXPECTED / name).read_bytes()


def test_no_expected_page_is_left_over() -> None:
    assert {path.name for path in EXPECTED.iterdir()} == set(PAGES)


class _Tags(HTMLParser):
    """Checks that elements are closed in their order, and collects names, ids and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.ids: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in ("meta", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", PAGES)
def test_nothing_hostile_gets_through(name: str) -> None:
    tags = _Tags()
    tags.feed(PAGES[name])
    assert not tags.open
    assert not tags.names & {"script", "i", "iframe", "img"}
    assert not [one for one in tags.attributes if one.startswith("on") or one == "style"]
    assert len(tags.ids) == len(set(tags.ids))


def test_what_is_hostile_is_shown_as_text() -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in PAGES["jaringan.html"]
    assert "Portal &lt;b&gt;Satu&lt;/b&gt; &amp; &quot;Co&quot;" in PAGES["satu.html"]
    assert "Singkat &lt;i&gt;&amp; jelas&lt;/i&gt;" in PAGES["satu.html"]


def test_pages_load_nothing() -> None:
    for text in PAGES.values():
        assert not re.search(r"\bsrc=|url\(|@import", text)
        assert "default-src 'none'" in text


def test_both_languages_have_the_same_blanks() -> None:
    for name, texts in {**WORDS, **LETTER}.items():
        blanks = [sorted(re.findall(r"\{(\w+)\}", text)) for text in texts]
        assert blanks[0] == blanks[1], name


def test_no_words_are_left_over() -> None:
    code = "".join(
        path.read_text("utf-8") for path in Path("sitegen/overview").rglob("*.py") if "words" not in path.name
    )
    made_of = ("need-", "short-", "note-", "check-", "state-", "due-", "kind-", "letter-how-")
    unused = [
        name
        for name in {**WORDS, **LETTER}
        if not re.search(f"[\"']{name}[\"']", code) and not name.startswith(made_of)
    ]
    assert not unused
