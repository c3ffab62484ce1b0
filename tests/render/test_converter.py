"""What is passed over in a text changes nothing: the same as Python-Markdown makes of it that looks for everything, and
the same as a full parser of HTML sees in it."""

from html.parser import HTMLParser

import markdown
from hypothesis import example, given
from hypothesis import strategies as st
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from sitegen.model.document import Slot, Text
from sitegen.render.converter import Converter, converter
from sitegen.render.markdown import parse
from sitegen.render.scan import Scan
from sitegen.slugs import SLOT, slug
from sitegen.words import word

_PIECES = (
    *(
        "*",
        "**",
        "_",
        "__",
        "***a*",
        "`",
        "``",
        "\\",
        "\\*",
        "\\`",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "<",
        ">",
        "&",
        "&amp;",
    ),
    *(
        "{",
        "}",
        "{#a}",
        "{: .b }",
        "{per 2026-11-21}",
        "{per besok}",
        "[^1]",
        "[^1]: catatan",
        "[x][y]",
        "[x]",
        "![x][y]",
    ),
    *("[y]: https://a.example/", "[y]: <b.md> 'c'", "[teks](a.md)", '[teks](b.md "judul")', '![alt](c.jpg "judul")'),
    *(
        "<https://a.example/>",
        "<a@b.example>",
        "# ",
        "## ",
        "### ",
        "===",
        "---",
        "- ",
        "* ",
        "1. ",
        "    ",
        "\t",
        "> ",
    ),
    *(
        "| a | b |\n|---|:-:|\n| 1 | 2 |",
        "| a | `b|` |\n|---|:-:|\n| \\| | 2 \\|",
        "a|b\n-|-\n1|2|",
        "|",
        '!!! penting "Judul"',
        "!!! local\n    ",
        ": arti",
        "*[JKN]: Jaminan",
        "JKN",
    ),
    *(
        "**Satu** ",
        "(**dua kata**",
        " [teks lain](a-b.md#c)",
        "[^2]",
        "\n\n[^2]: dua [^1]\n\n",
        "\n- ",
        "\n\n- **a** [^1]\n",
    ),
    *("///Footnotes Go Here///", "\n\n///Footnotes Go Here///\n\n", "**a**{.b}", "\n{: #c }\n"),
    *("[TOC]", "[TOC] x", "* * *", "  \n", "  ", "\n", "\n\n", "kata", "Satu", "100", "é", "“a”", "\ue0000\ue001"),
)
_TEXTS = st.lists(st.sampled_from(_PIECES) | st.sampled_from(["kata", " ", "\n"]), max_size=25).map("".join)


class _Thorough(Extension):
    """Of our own what shapes the output; nothing that spares work."""

    def __init__(self, ours: Converter) -> None:
        super().__init__()
        self._ours = ours

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        tidy = self._ours.treeprocessors["tidy"]
        assert isinstance(tidy, Treeprocessor)
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(self._ours.inlinePatterns["per"], "per", 175)
        md.treeprocessors.register(tidy, "tidy", 0)


def _thorough() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=[
            *("tables", "footnotes", "def_list", "admonition", "abbr", "attr_list", "toc"),
            _Thorough(converter("id")),
        ],
        extension_configs={
            "toc": {"slugify": slug},
            "footnotes": {"BACKLINK_TITLE": word("Kembali ke teks, catatan {}", "id")},
        },
    )


_PATIENT = _thorough()


@given(_TEXTS)
@example("a\t\nb")
@example("[TOC]\n\n## Satu\n\n- [TOC]")
@example("Satu\n: arti\n\n: lagi")
@example("[^1]\n\n///Footnotes Go Here///\n\nkata\n\n[^1]: satu")
@example("## Satu {#a}\n\n**dua**{.b} tiga\n\n- empat\n{: .c }")
@example("*[JKN] : Jaminan\n\nJKN")
@example("**Satu** dua\n\n=\n\n**")
@example("[a] [b]\n\n[b]: c.md")
@example("kata\n    ")
@example("[^2] **a** [^1]\n\n- [^1] [b](c.md)\n- *a* [^2]\n\n[^1]: satu [^2]\n\n[^2]: dua")
@example("**a **b** c** **d**e **f**.**g**")
@example("![a](b.jpg) ![**c**](d.jpg)[e](f) !! [g](h)")
def test_nothing_is_missed(source: str) -> None:
    assert converter("id").reset().convert(source) == _PATIENT.reset().convert(source)


class _Full(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[tuple[str, bool, str]] = []
        self.marks: set[str] = set()
        self.words = 0
        self.slots = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.marks |= {tag, *values.get("class", "").split()}
        self.ids += [values["id"]] if "id" in values else []
        if tag == "img" or (tag == "a" and "href" in values):
            self.links.append((values.get("href", values.get("src", "")), tag == "img", values.get("alt", "")))

    def handle_data(self, data: str) -> None:
        self.words += len(data.split())
        self.slots += len(SLOT.findall(data))


@given(_TEXTS)
def test_the_walk_sees_what_a_parser_sees(source: str) -> None:
    shown = parse(Text("k", "id", source.encode(), (Slot("site.name", None),)))[1]
    ours, theirs = Scan(shown), _Full(shown)
    assert (ours.ids, ours.links, ours.words) == (theirs.ids, theirs.links, theirs.words)
    assert ours.marks == theirs.marks
    assert sum(context == "text" for _, context in ours.slots) == theirs.slots
