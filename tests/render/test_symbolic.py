"""Programs give what plain rendering gives, byte for byte, or there is no program.

Random templates, among them many that ask more of the site than printing, are rendered both ways for random sites.
"""

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from sitegen.model.document import Slot
from sitegen.problems import Refused
from sitegen.render.programs import Maker
from sitegen.render.symbols import CLOSE, OPEN
from sitegen.values import fields, replace
from tests.render.samples import card, document, filler, html_of, maker, page, page_of, site

# -- templates -------------------------------------------------------------------------------------------------------

_SITE = st.sampled_from(
    "site.name site.contact.phone site.base_url site['name'] site.accent.light site.confirmed site.confirmed_on"
    " site.languages site.contact site.tag site.contact['address'] site.mark".split()
)
_SYMBOL = _SITE | st.sampled_from(
    [
        "partials.head",
        "partials['footer']",
        "cards.related",
        "cards['A']",
        "cards.empty",
        "body",
        "cards[page.kind[0]|upper]",
        "style.text",
        "style.hash",
        "script['text']",
        "graphs",
    ]
)
_OF_PAGE = st.sampled_from(
    "page.title page.summary page.minutes page.head.title page.head.crumbs[0].title page.local page.date|date"
    " page.points|join(',') page.title|upper page.title|length page.title|e page.headings|length page.kind"
    " page.title|default('x') page.title|striptags page.title|urlencode page.points|tojson page.title|truncate(5)"
    " page.title|replace('a','b') page.date|isodate lang _('Isi') _('{a}!',a=page.title) page.title|safe"
    " (page.title~'x')|lower page.points|first|default('-')".split(" ")
)
_FILTER = st.sampled_from(
    "upper lower safe striptags e string length default('x') tojson urlencode trim title capitalize replace('a','b')"
    " truncate(3) list first last join(',') reverse int count format wordcount indent d('y') escape sort".split(" ")
)
_TEST = st.sampled_from("defined none string mapping iterable sameas(1) number".split())
_MISUSE = st.one_of(
    st.builds("{{{{ {}|{} }}}}".format, _SYMBOL, _FILTER),
    st.builds("{{{{ {} ~ page.title }}}}".format, _SYMBOL),
    st.builds("{{{{ page.title ~ {} }}}}".format, _SYMBOL),
    st.builds("{{% if {} %}}ya{{% else %}}tidak{{% endif %}}".format, _SYMBOL),
    st.builds("{{% if {} is {} %}}ya{{% endif %}}".format, _SYMBOL, _TEST),
    st.builds("{{% if {} == page.title %}}sama{{% endif %}}".format, _SYMBOL),
    st.builds("{{% if page.title in {} %}}di dalam{{% endif %}}".format, _SYMBOL),
    st.builds("{{% set x = {} %}}{{{{ x }}}}".format, _SYMBOL),
    st.builds("{{% set x = {} %}}{{{{ x|upper }}}}".format, _SYMBOL),
    st.builds("{{% set x %}}{{{{ {} }}}}{{% endset %}}{{{{ x|{} }}}}".format, _SYMBOL, _FILTER),
    st.builds("{{% filter {} %}}a{{{{ {} }}}}{{% endfilter %}}".format, _FILTER, _SYMBOL),
    st.builds(
        "{{% macro m(a) %}}{{{{ a }}}}{{{{ {} }}}}{{% endmacro %}}{{{{ m(page.title)|{} }}}}".format, _SYMBOL, _FILTER
    ),
    st.builds("{{% macro m(a) %}}[{{{{ a }}}}]{{% endmacro %}}{{{{ m({}) }}}}".format, _SYMBOL),
    st.builds(
        "{{% macro m() %}}{{{{ caller()|{} }}}}{{% endmacro %}}{{% call m() %}}{{{{ {} }}}}{{% endcall %}}".format,
        _FILTER,
        _SYMBOL,
    ),
    st.builds("{{{{ _('{{a}}', a={}) }}}}".format, _SYMBOL),
    st.builds("{{{{ '%s'|format({}) }}}}".format, _SYMBOL),
    st.builds("{{{{ {}[:3] }}}}".format, _SYMBOL),
    st.builds("{{{{ {}[0] }}}}".format, _SYMBOL),
    st.builds("{{{{ [{}]|join }}}}".format, _SYMBOL),
    st.builds("{{{{ [{}] }}}}".format, _SYMBOL),
    st.builds("{{{{ {{'a': {}}}.a }}}}".format, _SYMBOL),
    st.builds("{{{{ {} if page.local else 'x' }}}}".format, _SYMBOL),
    st.builds("{{{{ page.title if {} else 'x' }}}}".format, _SYMBOL),
    st.builds("{{{{ {} or 'x' }}}}".format, _SYMBOL),
    st.builds("{{{{ not {} }}}}".format, _SYMBOL),
    st.builds("{{{{ {} + 'x' }}}}".format, _SYMBOL),
    st.builds("{{{{ {} * 2 }}}}".format, _SYMBOL),
    st.builds("{{% for c in {} %}}.{{% endfor %}}".format, _SYMBOL),
    st.builds("{{% for c in page.points if {} %}}.{{% endfor %}}".format, _SYMBOL),
    st.builds("{{% with s = {} %}}{{{{ s|{} }}}}{{% endwith %}}".format, _SYMBOL, _FILTER),
    st.builds("{{% autoescape false %}}{{{{ {} }}}}{{% endautoescape %}}".format, _SYMBOL),
    st.builds("{{{{ cards[{}] }}}}".format, _SITE),
    st.builds(
        "{{% for h in page.headings recursive %}}{{{{ {0} }}}}{{% if h.level == 2 and loop.depth == 1 %}}"
        "{{{{ loop([h])|{1} }}}}{{% endif %}}{{% endfor %}}".format,
        _SYMBOL,
        _FILTER,
    ),
    st.builds(
        "{{% for h in page.headings recursive %}}{{{{ {0} }}}}"
        "{{% if loop.depth == 1 %}}{{{{ loop([h]) }}}}{{% endif %}}"
        "{{% endfor %}}".format,
        _SYMBOL,
    ),
    st.builds("{{% for {} in page.points %}}x{{% endfor %}}".format, st.sampled_from(["site", "cards", "body"])),
    st.sampled_from(
        [
            "{{ site }}",
            "{{ cards }}",
            "{{ partials }}",
            "{{ site.tiada }}",
            "{{ cards.tiada }}",
            "{{ partials.tiada }}",
            "{{ site.contact.tiada }}",
            "{{ site.name.tiada }}",
            "{{ site['contact.phone'] }}",
            "{{ cards['a.b'] }}",
            "{{ body.x }}",
            "{{ style }}",
            "{{ style.tiada }}",
            "{{ style.text.x }}",
            "{{ script }}",
            "{{ site() }}",
            "{{ site.name() }}",
            "{{ tiada }}",
            "{{ self.b() }}",
            "{{ loop }}",
            "{{ varargs }}",
            "{{ '&#xE000;site.name&#xE001;'|striptags }}",
            "{{ '%c'|format(57344) }}site.name{{ '%c'|format(57345) }}",
            "{% set site = page %}{{ site.title }}",
            "{{ page.title|map('upper')|join }}",
            "{{ site.__class__ }}",
            "{{ site._name }}",
            "{{ site['_name'] }}",
            "{{ site['__class__'] }}",
            "{% import 'inc.html' as i %}{{ i.k }}",
            "{% from 'inc.html' import k %}{{ k() }}",
            "{{ partials.head.x }}",
            "{{ page.title.format(site) }}",
            "{% block b2 %}{{ site.name }}{% endblock %}{{ self.b2()|upper }}",
            "{{ (site.name) }}",
            "{{ site.name|e }}",
        ]
    ),
)
_PRINT = st.builds("{{{{ {} }}}}".format, _SYMBOL) | st.builds("{{{{- {} -}}}}".format, _SYMBOL)
_PAGE_PRINT = st.builds("{{{{ {} }}}}".format, _OF_PAGE)
_PLAIN = st.sampled_from(
    [
        '<script type="application/ld+json">',
        "</script>",
        "<p>",
        " teks ",
        "\n",
        "  \n",
        "&amp;",
        "<a href='",
        "'>",
        '"',
        "{# catatan #}",
        "é“”",
        "{{ '{{' }}",
    ]
)
_COND = st.sampled_from(
    "page.local page.points page.title=='x' page.date page.headings|length>1 page.kind=='article'".split()
)


def _blocks(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    some = st.lists(inner, max_size=3).map("".join)
    return st.one_of(
        st.builds("{{% if {} %}}{}{{% else %}}{}{{% endif %}}".format, _COND, some, some),
        st.builds("{{%- if {} -%}} {} {{%- endif +%}}".format, _COND, some),
        st.builds("{{% for p in page.points %}}{{{{ p }}}}{{{{ loop.index }}}}{}{{% endfor %}}".format, some),
        st.builds(
            "{{% for h in page.headings if h.level == 2 %}}{}{{{{ h.title }}}}{{% else %}}-{{% endfor %}}".format, some
        ),
        st.builds("{{% with t = page.title %}}{{{{ t }}}}{}{{% endwith %}}".format, some),
        st.builds("{{% set t = page.title %}}{{{{ t|upper }}}}{}".format, some),
    )


_GOOD = st.recursive(_PRINT | _PAGE_PRINT | _PLAIN, _blocks, max_leaves=8)
_ANY = st.recursive(_PRINT | _PAGE_PRINT | _PLAIN | _MISUSE, _blocks, max_leaves=6)


@st.composite
def _template_sets(draw: st.DrawFn, part: st.SearchStrategy[str]) -> dict[str, str]:
    """A page template, alone or with a base that it extends and a file that it includes; sometimes another card."""
    main = "".join(draw(st.lists(part, min_size=1, max_size=4)))
    made = {"page.html": main, "inc.html": "".join(draw(st.lists(part, max_size=2))) + "{% macro k() %}k{% endmacro %}"}
    if not draw(st.booleans()):
        made["inc.html"] = made["inc.html"].replace("{% macro k() %}k{% endmacro %}", "")
    shape = draw(st.sampled_from(["alone", "alone", "extends", "super", "super|upper", "include"]))
    if shape in ("extends", "super", "super|upper"):
        made["base.html"] = f"<{{% block b %}}{''.join(draw(st.lists(part, max_size=2)))}{{% endblock %}}>"
        above = {"extends": "", "super": "{{ super() }}", "super|upper": "{{ super()|upper }}"}[shape]
        made["page.html"] = f'{{% extends "base.html" %}}{{% block b %}}{above}{main}{{% endblock %}}'
    elif shape == "include":
        made["page.html"] += '{% include "inc.html" %}'
    if draw(st.integers(0, 4)) == 0:
        made["cards/row.html"] = draw(
            st.sampled_from(
                [
                    "{{ card.title }}{{ site.name|upper }}",
                    "{% if site.confirmed %}a{% endif %}",
                    "{{ site.tiada }}",
                    "{{ card.tiada }}",
                    "{{ card.title|upper }}{{ site.contact.phone }}",
                    "{{ body }}",
                    "{{ page }}",
                    "{{ site }}",
                    "{% set x %}{{ site.name }}{% endset %}{{ x|lower }}",
                ]
            )
        )
    return made


# -- sites and documents ---------------------------------------------------------------------------------------------

_WORDS = st.sampled_from(
    [
        "",
        "Polos",
        "<b>&\"'",
        "'\"><script>",
        "a" * 300,
        "é “漢字” 😀",
        "&amp;",
        "{{ site.name }}",
        "\\ue000",
        "%s {0} {a}",
        "&#xE000;site.name&#xE001;",
        "+62 (811) 22-33",
        "https://e.example/?a=b&c='d'",
        " tepi ",
        "A&B;C",
        "$1 \\1 \\g<0>",
    ]
) | st.text(st.characters(exclude_categories=["Cs", "Co", "Cc", "Cn"]), max_size=20)
_BODY_PARTS = {
    "Nama \ue0000\ue001 di sini.": Slot("site.name", None),
    "**Telepon** \ue0000\ue001": Slot("contact.phone", '165 <"&>'),
    "[Telepon](tel:\ue0000\ue001)": Slot("contact.phone", "119"),
    "[Laman](\ue0000\ue001)": Slot("facts.laman", "https://d.example/?x=1&y='2'"),
    "[Surel](mailto:\ue0000\ue001?subject=a)": Slot("facts.surel", "a@b.example"),
    "[Peta](https://peta.example/?q=\ue0000\ue001&z=1)": Slot("facts.jadwal", "x y/z?&#"),
    "| a |\n|--|\n| \ue0000\ue001 |": Slot("facts.jadwal", "-"),
    "- satu \ue0000\ue001\n- dua": Slot("facts.jadwal", "Senin"),
}


@st.composite
def _bodies(draw: st.DrawFn) -> tuple[str, tuple[Slot, ...]]:
    chosen = draw(st.lists(st.sampled_from(sorted(_BODY_PARTS)), max_size=4))
    slots = tuple(_BODY_PARTS[part] for part in chosen)
    parts = [part.replace("\ue0000\ue001", f"\ue000{n}\ue001") for n, part in enumerate(chosen)]
    return "\n\n".join(["## Isi", *parts, '`kode` & *miring* href="x"']) + "\n", slots


@st.composite
def _sites(draw: st.DrawFn) -> Any:
    name = draw(_WORDS)
    phone = draw(_WORDS)
    facts = {
        "site.name": ("text", name),
        "contact.phone": ("phone", phone),
        "facts.jadwal": ("text", draw(_WORDS)),
        "facts.laman": ("url", draw(st.sampled_from(["", "https://l.example/?a=1&b='2'"]))),
        "facts.surel": ("email", draw(st.sampled_from(["", "a+b@c.example"]))),
    }
    facts["site.name"] = ("text", name or "x")
    return site(name, phone, facts, confirmed=draw(st.booleans()))


_PAGES = st.builds(
    lambda title, local, points, body, cards: page(
        document(title, local=local, points=points), body[0], body[1], cards
    ),
    _WORDS,
    st.booleans(),
    st.lists(_WORDS, max_size=2).map(tuple),
    _bodies(),
    st.lists(st.builds(lambda title, local: card(title, local=local), _WORDS, st.booleans()), max_size=3).map(tuple),
)


# -- the property ----------------------------------------------------------------------------------------------------


def both_ways(made: Maker, one: Any, two: Any) -> tuple[bytes | str, bytes | str]:
    """What the program gives and what plain rendering gives: bytes, "none" (no program) or "refused"."""
    fill = filler(made, two)
    try:
        program = made.program(one)
        symbolic: bytes | str = "none" if program is None else fill.fill(program, one.path)
        if program is not None:
            other = Maker(made.templates, html_of, made.drafts)
            kept = other.kept(program.spans, made.slots_of(program))
            assert kept is not None
            assert filler(other, two).fill(kept, one.path) == symbolic, "as another build finds it"
    except Refused:
        symbolic = "refused"
    try:
        plain: bytes | str = made.plain(one, filler(made, two))
    except Refused:
        plain = "refused"
    return symbolic, plain


def agree(templates: dict[str, str], one: Any, sites: list[Any]) -> list[bytes | str]:
    made = maker(templates)
    if made.templates.problems:  # such a theme is refused as it is read
        return []
    results = []
    for each in sites:
        symbolic, plain = both_ways(made, one, each)
        if symbolic == "refused" and "cards/row.html" in templates:
            continue  # a program looks at all cards of a page, also at those that the page does not print
        if symbolic != "none":
            assert symbolic == plain, templates
        if isinstance(symbolic, bytes):
            assert OPEN.encode() not in symbolic
            assert CLOSE.encode() not in symbolic
        results.append(symbolic)
    return results


@settings(max_examples=250, deadline=None)
@given(_template_sets(_ANY), _PAGES, st.lists(_sites(), min_size=2, max_size=2))
def test_symbolic_is_plain(templates: dict[str, str], one: Any, sites: list[Any]) -> None:
    agree(templates, one, sites)


@settings(max_examples=150, deadline=None)
@given(_template_sets(_GOOD), _PAGES, st.lists(_sites(), min_size=2, max_size=2))
def test_prints_have_programs(templates: dict[str, str], one: Any, sites: list[Any]) -> None:
    """What only prints is never rendered the slow way; else this file would prove nothing."""
    assume("cards/row.html" not in templates)
    assume("|upper }}{% endblock" not in "".join(templates.values()).replace("super()|upper", "|upper }}{% endblock"))
    assume("macro" not in templates["inc.html"] or "include" not in templates["page.html"])
    assume("site.contact }}" not in "".join(templates.values()).replace("- }}", "}}").replace("-}}", "}}"))
    assume("striptags" not in str(templates) or "&#xE000;" not in one.shown().view.title)  # it would forge a token
    found = agree(templates, one, sites)
    assert "none" not in found, templates


@settings(max_examples=200, deadline=None)
@given(_MISUSE, _PAGES, _sites())
def test_each_misuse_alone(part: str, one: Any, each: Any) -> None:
    agree({"page.html": part, "inc.html": "k{% macro k() %}k{% endmacro %}"}, one, [each])
    agree({"page.html": f"a{{{{ site.name }}}}{part}{{{{ body }}}}", "inc.html": "k"}, one, [each])
    agree({"page.html": '{% include "inc.html" %}{{ site.name }}', "inc.html": part}, one, [each])


@settings(max_examples=60, deadline=None)
@given(_PAGES, _sites())
@example(page(document("&#xE000;site.name&#xE001;"), "x\n", (), ()), site("N", "", {}, confirmed=False))
def test_words_of_a_page_forge_nothing(one: Any, each: Any) -> None:
    for template in (
        "{{ page.title|striptags }}{{ site.name }}",
        "{{ page.title }}{{ page.title|safe }}{{ site.name }}",
    ):
        agree({"page.html": template}, one, [each])


def test_a_page_without_a_body() -> None:
    one = page_of(replace(page(document("T"), "x\n", (), ()).shown(), body=None))
    assert agree({"page.html": "[{{ body }}]"}, one, [site("N", "", {}, confirmed=False)]) == [b"[]"]


_BLOCK = '<script type="application/ld+json">{"name":"{{ site.name }}"}</script>'
_BEGIN, _MIDDLE, _END = _BLOCK.partition("{{ site.name }}")


@pytest.mark.parametrize(
    "templates",
    [
        {"page.html": "{{ graphs }}" + _BLOCK},
        {"page.html": _BLOCK + "<script>1</script>{{ graphs }}"},
        {"page.html": "{{ graphs }}{{ partials.head }}", "partials/head.html": _BLOCK},
        {"page.html": "{{ graphs }}{{ partials.head }}" + _MIDDLE + _END, "partials/head.html": _BEGIN},
        {"page.html": "{{ graphs }}" + _BEGIN + "{{ partials.head }}", "partials/head.html": _MIDDLE + _END},
        {"page.html": "{{ graphs }}{{ cards.related }}", "cards/row.html": _BLOCK},
    ],
)
def test_a_block_has_its_hash_wherever_it_stands(templates: dict[str, str]) -> None:
    one = page(document("T"), "x\n", (), (card("K", local=False),))
    (html,) = agree(templates, one, [site("N & M", "", {}, confirmed=False)])
    assert isinstance(html, bytes)
    (block,) = re.findall(b'json">(.*?)</script>', html)
    assert re.findall(b"'sha256-([^']*)'", html) == [b64encode(sha256(block).digest())]


def test_text_that_looks_like_a_link_stays() -> None:
    """Only real links are made final, not words that spell one."""
    shown = page(document("T"), '`href="b.md"` src="b.md" [b](b.md){: title="x>y" } ![x > y](b.md)\n', (), ()).shown()
    assert shown.body
    one = page_of(replace(shown, body=replace(shown.body, hrefs=(("b.md", "b.html"),))))
    (html,) = agree({"page.html": "{{ body }}"}, one, [site("N", "", {}, confirmed=False)])
    assert isinstance(html, bytes)
    assert html.count(b"b.md") == 2
    assert b'<code>href="b.md"</code> src="b.md"' in html
    assert b'href="b.html"' in html
    assert b'src="b.html"' in html


@pytest.mark.parametrize(
    ("context", "source", "wanted"),
    [
        ("text", "A \ue0000\ue001 B", b"A &lt;b&gt; &amp; &#34;x&#34; &#39; B"),
        ("part", "[t](https://e.example/?q=\ue0000\ue001)", b"q=%3Cb%3E%20%26%20%22x%22%20%27"),
    ],
)
def test_facts_are_escaped_for_their_place(context: str, source: str, wanted: bytes) -> None:
    value = '<b> & "x" \''
    one = page(document("T"), source + "\n", (Slot("facts.f", None),), ())
    (html,) = agree({"page.html": "{{ body }}"}, one, [site("N", "", {"facts.f": ("text", value)}, confirmed=False)])
    assert isinstance(html, bytes)
    assert wanted in html
    assert b"<b>" not in html


@pytest.mark.parametrize(
    ("phone", "link"),
    [("0971 321-000", "tel:0971321000"), ("+62 (811) 22.33", "tel:+628112233"), ("119", "tel:119")],
)
def test_a_telephone_is_dialled(phone: str, link: str) -> None:
    one = page(document("T"), "[t](tel:\ue0000\ue001)\n", (Slot("contact.phone", None),), ())
    (html,) = agree(
        {"page.html": "{{ body }}"}, one, [site("N", "", {"contact.phone": ("phone", phone)}, confirmed=False)]
    )
    assert isinstance(html, bytes)
    assert f'href="{link}"'.encode() in html


@pytest.mark.parametrize(
    "template",
    [
        "{{ site.name|lower }}",
        "{% filter lower %}{{ site.name }}{% endfilter %}",
        "{% set x %}{{ site.name }}{% endset %}{{ x|lower }}",
        "{% macro m() %}{{ site.name }}{% endmacro %}{{ m()|lower }}",
        "{% for h in page.headings recursive %}{{ site.name }}"
        "{% if loop.depth == 1 %}{{ loop([h])|lower }}{% endif %}{% endfor %}",
        "{% block b %}{{ site.name }}{% endblock %}{{ self.b()|lower }}",
        "{% if site.confirmed %}x{% endif %}{{ site.name }}",
        "{{ cards.related|lower }}",
        "{{ [body]|join|lower }}",
        "{{ (cards.related ~ '')|length }}",
    ],
)
def test_known_leaks_have_no_program(template: str) -> None:
    """A token that survives a filter (it is in small letters) would print the site's words unfiltered."""
    made = maker({"page.html": template})
    one = page(document("T"), "X\n", (), (card("K", local=True),))
    each = site("NAMA", "", {}, confirmed=True)
    symbolic, plain = both_ways(made, one, each)
    assert symbolic == "none"
    assert isinstance(plain, bytes)


def test_every_field_of_a_site_can_be_printed() -> None:
    from sitegen.model.site import Contact
    from sitegen.model.views import Accent, SiteView

    names = [f.name for f in fields(SiteView) if f.name not in ("contact", "accent")]
    names += [f"contact.{f.name}" for f in fields(Contact)] + [f"accent.{f.name}" for f in fields(Accent)]
    template = " ".join(f"{{{{ site.{name} }}}}" for name in names)
    one = page(document("T"), "X\n", (), ())
    results = agree({"page.html": template}, one, [site("<&>", "1", {}, confirmed=c) for c in (True, False)])
    assert all(isinstance(result, bytes) for result in results)
