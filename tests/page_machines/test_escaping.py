"""Whatever a page or a site is called, what machines read of it is whole and says the same."""

import datetime as dt
import html
import json
import re
from typing import Any
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.document import Source
from sitegen.model.scalars import SecurityContact, Url
from sitegen.model.site import Security
from sitegen.model.views import Card, Category, Chrome, FeedView, NamedLink
from sitegen.problems import Place
from sitegen.read.scalars import SCALARS
from sitegen.read.theme import ThemeReader
from sitegen.render.machines import Hashes, apache, manifest, netlify, security_txt
from sitegen.render.templates import Templates, markup
from sitegen.unicode import UNSAFE_IN_LINE
from sitegen.values import replace
from tests.conftest import REPO
from tests.render import samples

_THEME = ThemeReader(REPO, 1, []).theme("default", Place("themes"))
assert _THEME
TEMPLATES = Templates(_THEME)
GRAPH = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)

_NASTY = st.sampled_from(
    ["</script>", "<!--", "]]>", '"', "\\", "\\u003c", "&quot;", "'", "{{ site }}", "${x}", "%00", "<script", "&#60;"]
)
WORDS = (
    st.lists(st.one_of(_NASTY, st.text(max_size=8)), min_size=1, max_size=4)
    .map("".join)
    .filter(
        lambda text: (
            bool(text.strip()) and not UNSAFE_IN_LINE.search(text) and "\ue000" not in text and "\ue001" not in text
        )
    )
)


def graph_of(title: str, place: str) -> tuple[str, dict[str, dict[str, Any]]]:
    """The text of the structured data of an article and its nodes by type."""
    site = samples.view_of(samples.site(place, place, {}, confirmed=True))
    view = samples.document(title)
    head = replace(
        view.head, schema="Article", described=True, locale="id_ID",
        crumbs=(NamedLink(title, "../index.html", url=""), NamedLink(place, "index.html", url="artikel/")),
    )  # fmt: skip
    sources = (Source(title, "P", Url("https://sumber.example/?a='&b=%3C")),)
    view = replace(view, head=head, reviewed=dt.date(2026, 1, 2), reviewer=title, sources=sources)
    chrome = Chrome("", "", "beranda", "id", False)
    values = {"site": site, "chrome": chrome}
    partials = {
        name: markup(TEMPLATES.render(f"partials/{name}.html", "id", values)) for name in ("publisher", "website")
    }
    text = TEMPLATES.render("graph/page.html", "id", {"page": view, "site": site, "partials": partials})
    found = GRAPH.fullmatch(text.strip())
    assert found
    return found[1], {node["@type"]: node for node in json.loads(found[1])["@graph"]}


@given(WORDS, WORDS)
def test_structured_data_says_the_same(title: str, place: str) -> None:
    text, nodes = graph_of(title, place)
    assert "<" not in text
    assert nodes["Article"]["headline"] == title
    assert nodes["Article"]["mainEntityOfPage"]["reviewedBy"]["name"] == title
    assert nodes["Article"]["citation"] == ["https://sumber.example/?a='&b=%3C"]
    items = nodes["BreadcrumbList"]["itemListElement"]
    assert [item["name"] for item in items] == [title, place, title]
    office = nodes["GovernmentOrganization"]
    assert office["name"] == f"Dinas Kesehatan {place}"
    assert office["address"]["streetAddress"] == place
    assert office["telephone"] == place


@given(WORDS, WORDS)
def test_previews_say_the_same(title: str, place: str) -> None:
    site = samples.view_of(samples.site(place, "1", {}, confirmed=False))
    view = samples.document(title)
    text = TEMPLATES.render("graph/open.html", "id", {"page": view, "site": site})
    found = dict(re.findall(r'<meta property="([a-z:_]+)" content="([^"<>]*)">', text))
    assert len(found) == text.count("<")
    assert html.unescape(found["og:title"]) == title
    assert html.unescape(found["og:site_name"]) == f"Portal Kesehatan {place}"


@given(WORDS, WORDS)
def test_feeds_say_the_same(title: str, place: str) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    site = samples.view_of(samples.site(place, "1", {}, confirmed=False))
    card = Card(
        "id", "a.html", "artikel/a.html", "id/artikel/a", "", title, title, title, dt.date(2026, 1, 2), None, 1,
        False, False, False, "", "", (Category("umum", title),),
    )  # fmt: skip
    entry = TEMPLATES.render("cards/entry.xml", "id", {"card": card, "site": site})
    view = FeedView("id", "topik/a.xml", "topik/a.xml", "../", dt.date(2026, 1, 2), title, title, "topik/a.html")
    feed = TEMPLATES.render("feed.xml", "id", {"page": view, "site": site, "cards": {"entries": markup(entry)}})
    tree = ElementTree.fromstring(feed.encode())
    # XML joins no white space in text, but trims that of attributes to plain blanks (XML 1.0, section 3.3.3).
    assert tree.findtext(f"{atom}title") == f"Portal Kesehatan {place}: {title}"
    assert tree.findtext(f"{atom}subtitle") == title
    category = tree.find(f"{atom}entry/{atom}category")
    assert category is not None
    assert category.get("label") == title


@given(WORDS)
def test_no_words_reach_the_header_files(words: str) -> None:
    site = samples.view_of(samples.site(words, words, {}, confirmed=True))
    plain = samples.view_of(samples.site("A", "1", {}, confirmed=True))
    hashes = Hashes(frozenset({"sha256-b=", "sha256-a="}), frozenset())
    assert netlify(site, hashes) == netlify(plain, hashes)
    assert apache(site, hashes) == apache(plain, hashes)
    assert b"style-src 'self' 'sha256-a=' 'sha256-b='; script-src 'none';" in apache(site, hashes)
    assert json.loads(manifest(site))["name"] == f"Dinas Kesehatan {words}"


def test_no_line_of_headers_is_too_long_for_a_host() -> None:
    """Cloudflare Pages reads lines of 2,000 characters; the policy of each page still names its one style."""
    site = samples.view_of(samples.site("A", "1", {}, confirmed=True))
    few, many = (Hashes(frozenset(f"sha256-{n:044}" for n in range(k)), frozenset({"sha256-s="})) for k in (25, 40))
    for hashes, styles in ((few, "'sha256-"), (many, "'unsafe-inline';")):
        lines = netlify(site, hashes).decode().splitlines()
        assert max(map(len, lines)) <= 2000
        assert f"style-src 'self' {styles}" in lines[2]
        assert "script-src 'sha256-s=';" in lines[2]
    assert "unsafe-inline" not in apache(site, many).decode()


@given(st.one_of(WORDS, WORDS.map("mailto:{}@a.example".format), WORDS.map("https://a.example/{}".format)))
def test_a_contact_is_one_line_or_refused(words: str) -> None:
    contact = SCALARS[SecurityContact].convert(words)
    if contact == words:
        site = samples.view_of(samples.site("A", "1", {}, confirmed=True))
        site = replace(site, security=Security(SecurityContact(words), dt.date(2027, 1, 2)))
        lines = security_txt(site).decode().split("\n")
        assert [line.partition(": ")[0] for line in lines] == [
            "Contact", "Expires", "Preferred-Languages", "Canonical", "",
        ]  # fmt: skip
        assert lines[0].startswith(("Contact: mailto:", "Contact: https://"))
