"""Markdown to safe HTML: what is refused and where, what comes out, and that nothing makes it raise."""

import html
import re

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.document import Slot, Text
from sitegen.model.parsed import Parsed
from sitegen.render import markdown
from sitegen.render.markdown import MAX_DEPTH, MAX_OPEN_BRACKETS, parse
from sitegen.unicode import UNSAFE_IN_BODY
from sitegen.values import replace

S = "\ue000{}\ue001"


def made(source: str, *facts: str, lang: str = "id") -> tuple[Parsed, str]:
    return parse(Text("k", lang, source.encode(), tuple(Slot(name, None) for name in facts)))


def said(source: str) -> tuple[Parsed, str, str]:
    """All that comes of a source, to be compared."""
    parsed, html = made(source)
    return replace(parsed, told=None), parsed.prose, html


def flaws(source: str, *facts: str) -> list[tuple[str, int, int]]:
    return [(flaw.rule, flaw.line, flaw.column) for flaw in made(source, *facts)[0].flaws]


# -- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        ("Satu <b>tebal</b>.", 1, 6),
        ("Satu.\n\nDua </b>.", 3, 5),
        ("Satu.\n\n<script>alert(1)</script>", 3, 1),
        ("- a\n- <img src=x onerror=alert(1)>", 2, 3),
        ("a\n\n> <iframe src=x>", 3, 3),
        ("| a |\n|---|\n| <u>x</u> |", 3, 3),
        ("`kode` <i>x</i>", 1, 8),
        ("<!-- komentar -->", 1, 1),
        ("<?php x ?>", 1, 1),
        ("<!DOCTYPE html>", 1, 1),
        ("<javascript:alert(1)>", 1, 1),
        ("## Judul <br>", 1, 10),
        ("[^1]: <b>x</b>", 1, 7),
        ("a < b dan <c", 1, 11),
        ('!!! local "x"\n    a <b>x</b>', 2, 7),
        ("- a\n\n    <b>x</b>", 3, 5),
        ("1. a\n    <b>x</b>", 2, 5),
        ("[^1]: a\n\n    <b>x</b>\n\nb[^1]", 3, 5),
    ],
)
def test_raw_html(source: str, line: int, column: int) -> None:
    assert ("raw-html", line, column) in flaws(source)


@pytest.mark.parametrize(
    "source",
    [
        "a < b",
        "1 <2",
        "`<b>` saja",
        "`` a ` <b> ``",
        "    <b>kode</b>",
        "&lt;b&gt;",
        "<https://a.example/>",
        "<a@b.example>",
        "a > b",
    ],
)
def test_no_raw_html(source: str) -> None:
    parsed, text = made(source)
    assert not parsed.flaws
    assert "<b>" not in text


@pytest.mark.parametrize(
    "source",
    [
        "- a\n    - b\n\n        <b>x</b>",
        '!!! x "y"\n    a\n\n        <b>x</b>',
        "a\n\n    <b>x</b>",
        "- a\n\nb\n\n    <b>x</b>",
    ],
)
def test_html_in_code_is_shown_as_text(source: str) -> None:
    """Not flagged where it may be code, but never markup either."""
    parsed, text = made(source)
    assert not parsed.flaws
    assert "<b>" not in text
    assert "&lt;b&gt;" in text


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://a.example/",
        "javascript&colon;alert(1)",
        "java&#115;cript:alert(1)",
        "blob:x",
        "about:blank",
    ],
)
@pytest.mark.parametrize("shape", ["[x]({})", "![x]({})", "[x][1]\n\n[1]: {}", "[x](<{}>)"])
def test_schemes(target: str, shape: str) -> None:
    parsed, text = made(f"Satu.\n\n{shape.format(target)}\n")
    assert "link-scheme" in {flaw.rule for flaw in parsed.flaws}
    assert "href" not in text
    assert "src" not in text


def test_the_place_of_a_bad_link() -> None:
    assert flaws("Satu.\n\nKe [sana](javascript:x).") == [("link-scheme", 3, 11)]


@pytest.mark.parametrize(
    "target", ["https://a.example/", "http://a.example", "mailto:a@b.example", "tel:165", "geo:1,2", "b.md", "#a"]
)
def test_good_schemes(target: str) -> None:
    parsed, text = made(f"[x]({target})")
    assert not parsed.flaws
    assert f'href="{target}"' in text
    assert [link.target for link in parsed.links] == [target]


@pytest.mark.parametrize(
    "reference", ["&#2;", "&#x1b;", "&#57344;", "&#xE000;0&#xE001;", "&#x202e;", "&#xFFFE;", "&#8203;", "&#x200B;"]
)
def test_references_to_unsafe_characters(reference: str) -> None:
    parsed, _ = made(f"Satu.\n\nDua {reference} tiga.", "site.name")
    found = [flaw for flaw in parsed.flaws if flaw.rule == "character-unsafe-after"]
    assert found
    assert (found[0].line, found[0].column) == (3, 5)


@pytest.mark.parametrize("reference", ["&#65;", "&amp;", "&#x1F600;", "`&#2;`", "&copy;"])
def test_other_references(reference: str) -> None:
    assert not flaws(f"a {reference} b")


def test_level_one_headings() -> None:
    assert flaws("## A\n\n# B") == [("heading-level-one", 3, 1)]
    assert flaws("a\nb\n# B") == [("heading-level-one", 3, 1)]
    assert flaws("## A\n\nB\n===\n\nc") == [("heading-level-one", 3, 1)]
    assert not flaws("B\n---\n\na\nb\n===\n\n===")


def test_images_need_words() -> None:
    assert flaws("a\n\n![](x.png)") == [("image-without-alt", 3, 5)]


def test_ids() -> None:
    parsed, _ = made("## Sama\n\n### Sama\n\n## Sama\n\n## Isi\n\n## m\n\n## !!!\n")
    ids = [heading.id for heading in parsed.headings]
    assert not parsed.flaws
    assert len(set(ids)) == len(ids) == 6
    assert not {"isi", "m"} & set(ids)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9_-]*", one) for one in ids)
    assert "id-twice" in {rule for rule, _, _ in flaws("## A {#x}\n\n## B {#x}")}
    assert "id-reserved" in {rule for rule, _, _ in flaws("## A {#isi}")}


# -- slots -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "context"),
    [
        ("A {} b", "text"),
        ("**{}**", "text"),
        ("- {}", "text"),
        ("> {}", "text"),
        ("| a |\n|--|\n| {} |", "text"),
        ("[a {} b](x.md)", "text"),
        ("[x]({})", "url"),
        ("[x](tel:{})", "tel"),
        ("[x](https://a.example/?q={}&b)", "part"),
        ("x[^1]\n\n[^1]: {}", "text"),
        ('!!! darurat "{}"\n    x', "text"),
        ("*[AB]: x\n\nAB {}", "text"),
    ],
)
def test_slots_and_their_context(source: str, context: str) -> None:
    parsed, text = made(source.replace("{}", S.format(0)), "facts.f")
    assert not parsed.flaws
    assert [(use.number, use.context) for use in parsed.slots] == [(0, context)]
    assert text.count(S.format(0)) == 1


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("## A {}", "fact-misplaced"),
        ("A {}\n---", "fact-misplaced"),
        ("`{}`", "fact-misplaced"),
        ("    {}", "fact-misplaced"),
        ("![{}](x.png)", "fact-misplaced"),
        ("![x]({})", "fact-misplaced"),
        ('[x](y.md "{}")', "fact-misplaced"),
        ("[x]({}/a)", "fact-misplaced"),
        ("*[AB]: {}\n\nAB", "fact-misplaced"),
        ("*[AB]: {}\n\nCD", "fact-lost"),
        ("[{}]: x.md", "fact-lost"),
        ("[^a{}]: x\n\ny", "fact-misplaced"),
        ("## A {{#x{}}}", "fact-misplaced"),
    ],
)
def test_slots_in_wrong_places(source: str, rule: str) -> None:
    parsed, _ = made(source.replace("{}", S.format(0)).replace("{{", "{").replace("}}", "}"), "facts.f")
    found = {flaw.rule for flaw in parsed.flaws}
    assert rule in found
    assert all((f.line, f.column) == (0, 0) for f in parsed.flaws if f.rule.startswith("fact"))


def test_slots_are_counted() -> None:
    parsed, text = made(f"{S.format(0)} dan {S.format(1)}\n\n- {S.format(2)}", "a", "b", "c")
    assert [use.number for use in parsed.slots] == [0, 1, 2]
    assert [text.count(S.format(n)) for n in range(3)] == [1, 1, 1]


# -- what comes out --------------------------------------------------------------------------------------------------


def test_tables() -> None:
    _, text = made("| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n")
    assert text.count('<div class="tbl" role="region" aria-label="Tabel" tabindex="0"><table>') == 1
    assert text.count("</table></div>") == 1
    assert re.findall(r"<th\b[^>]*>", text) == [
        '<th scope="col">',
        '<th class="ac" scope="col">',
        '<th class="ar" scope="col">',
    ]
    assert re.findall(r"<td\b[^>]*>", text) == ["<td>", '<td class="ac">', '<td class="ar">']
    assert "style" not in text


@pytest.mark.parametrize("lang", ["id", "en", "su"])
def test_footnotes(lang: str) -> None:
    source = 'Satu.[^1]\n\n!!! local "Khusus"\n    Dua.[^b]\n\n    [^b]: Catatan dua.\n\n[^1]: Catatan satu.\n'
    parsed, text = made(source, lang=lang)
    assert not parsed.flaws
    for one in ("1", "b"):
        assert text.count(f'id="fn:{one}"') == 1
        assert text.count(f'id="fnref:{one}"') == 1
        assert text.count(f'href="#fn:{one}"') == 1
        assert text.count(f'href="#fnref:{one}"') == 1
    assert text.index('class="footnote"') > text.index("admonition")
    assert ("Back to the text" in text) == (lang == "en")
    assert parsed.links == ()
    targets = set(re.findall(r'href="#([^"]*)"', text))
    assert targets <= set(parsed.ids)


def test_attributes() -> None:
    _, text = made(
        '## A {#a .b onclick=x style=y}\n\nP\n{: .kelas style="x" onmouseover="y" }\n\n'
        "[a](b.md){: target=_blank onclick=x }"
    )
    assert "onclick" not in text
    assert "onmouseover" not in text
    assert "style" not in text
    assert "target" not in text


def test_words_and_headings() -> None:
    parsed, _ = made("## Satu *dua* `tiga`\n\nEmpat lima.\n\n#### Enam\n")
    assert [(h.level, h.title) for h in parsed.headings] == [(2, "Satu dua tiga"), (4, "Enam")]
    assert parsed.words == 6


def test_one_text_leaves_no_trace_in_the_next() -> None:
    """The converter is used again: abbreviations, footnotes, references, ids of one text are not those of another."""
    plain = "## Judul\n\nFKTP dan [x][acuan] dan kaki.[^1]\n"
    before = said(plain)
    made("## Judul\n\n## Judul\n\nFKTP[^1]\n\n*[FKTP]: fasilitas\n\n[acuan]: https://a.example/\n\n[^1]: Kaki.\n")
    made("- " * 300 + "x")
    assert said(plain) == before


# -- too much of it --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "[" * 20_000,
        "![" * 10_000,
        "(" * 20_000,
        "[a](" * 5_000,
        "*" * 20_000,
        "_a" * 10_000,
        "`" * 20_000,
        "<" * 20_000,
        "&" * 20_000,
        "> " * 3_000 + "x",
        "\n".join("[" * 50 for _ in range(400)),
        "\n".join("*a" * 200 for _ in range(300)),
        "\n".join("  " * n + "- x" for n in range(400)),
        "\n".join("    " * n + "- x" for n in range(250)),
        "- " * 2_000,
        "\n".join(">" * n + " x" for n in range(300)),
        "!!! a\n" * 2_000,
        "|" * 4_000 + "\n" + "|-" * 2_000,
        "#" * 20_000,
        "[^1]" * 4_900,
        "x" * 20_000,
        "\\" * 20_000,
        "{" * 20_000,
        "a\n: " * 4_000,
        "*[A]: x\n" * 3_000,
        "\n".join(f"[{n}]: x" for n in range(5_000)),
        "[a]: " * 4_000,
        "http://" * 2_000,
        "<a@" * 6_000,
        "&#" * 10_000,
    ],
    ids=lambda source: repr(source[:12]),
)
def test_hostile_texts_end(source: str) -> None:
    parsed, text = made(source + "\n")
    if parsed.flaws and not text:
        assert {flaw.rule for flaw in parsed.flaws} <= set(markdown_rules())
    assert depth(text) <= MAX_DEPTH or parsed.flaws


def markdown_rules() -> tuple[str, ...]:
    return ("line-too-long", "body-too-deep", "heading-level-one", "raw-html")


def depth(text: str) -> int:
    deepest = now = 0
    for closing, name in re.findall(r"<(/?)([a-z0-9]+)", text):
        if name not in ("br", "hr", "img"):
            now += -1 if closing else 1
            deepest = max(deepest, now)
    return deepest


def test_brackets_are_named_by_line() -> None:
    assert flaws("Satu.\n\n" + "[" * (MAX_OPEN_BRACKETS + 1)) == [("body-too-deep", 3, 1)]
    assert not flaws("[" * MAX_OPEN_BRACKETS)


def test_deep_lists_are_refused() -> None:
    parsed, _ = made("\n".join("  " * n + "- x" for n in range(15)))
    assert not parsed.flaws
    parsed, _ = made("\n".join("    " * n + "- x" for n in range(250)))
    assert "body-too-deep" in {flaw.rule for flaw in parsed.flaws}


# -- anything --------------------------------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    [
        "[",
        "]",
        "(",
        ")",
        "![",
        "*",
        "_",
        "`",
        "```",
        "<",
        ">",
        "&",
        "#",
        "## ",
        "- ",
        "1. ",
        "> ",
        "|",
        "---",
        "\n",
        "\n\n",
        "    ",
        "!!! a\n    ",
        "[^1]",
        "[^1]: ",
        "*[A]: ",
        "{#a}",
        "{: .x }",
        "A",
        "satu",
        "javascript:",
        "https://a.example/",
        "&#106;",
        "&lt;",
        "\\",
        '"',
        "'",
        "=",
        "===\n",
        ": ",
        "\ue0000\ue001",
        "tel:",
        ".md",
        "\t",
        " ",
        "é",
        "<b>",
        "<a href=x>",
        "style=x",
        "<!--",
        "]]>",
    ]
)
_TEXTS = st.lists(_PIECES, max_size=30).map("".join) | st.text(
    st.characters(exclude_categories=["Cs", "Co", "Cc", "Cn"], include_characters="\n"), max_size=80
)


@settings(max_examples=400, deadline=None)
@given(_TEXTS)
def test_anything(source: str) -> None:
    parsed, text = made(source + "\n", *["facts.f"] * source.count("\ue000"))
    bare = text.replace('<div class="tbl" role="region" aria-label="Tabel" tabindex="0"><table>', "<table>")
    bare = bare.replace("</table></div>", "</table>")
    again = nh3.clean(
        bare,
        tags=set(markdown._TAGS),
        attributes=markdown._ATTRIBUTES,
        url_schemes=set(markdown._SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
    assert again == bare
    assert not re.search(r"<script|<style|<iframe|<[a-z][^>]* (on\w+|style)=", bare, re.IGNORECASE)
    for target in re.findall(r'(?:href|src)="([^"]*)"', bare):
        scheme = re.match(r"\s*([A-Za-z][A-Za-z0-9+.-]*):", html.unescape(target))
        assert scheme is None or scheme[1].lower() in markdown._SCHEMES
    if not any(flaw.rule == "character-unsafe-after" for flaw in parsed.flaws):
        assert not UNSAFE_IN_BODY.search(re.sub("\ue000\\d+\ue001", "", text))
    lines = source.count("\n") + 2
    for flaw in parsed.flaws:
        assert flaw.line == 0 or (1 <= flaw.line <= lines and flaw.column >= 1)
    for link in parsed.links:
        assert 1 <= link.line <= lines
    for use in parsed.slots:
        assert use.number < source.count("\ue000")


@settings(max_examples=60, deadline=None)
@given(_TEXTS, _TEXTS)
def test_order_of_texts_does_not_matter(one: str, other: str) -> None:
    alone = said(one + "\n")
    made(other + "\n")
    assert said(one + "\n") == alone
