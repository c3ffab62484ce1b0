"""How Python-Markdown is driven, alone in naming it: what of Markdown our texts may use, and what a text need not be
searched for, since it lacks the sign that it begins with."""

import html
import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.extensions.toc import TocExtension, TocTreeprocessor, remove_fnrefs, render_inner_html, strip_tags, unique
from markdown.inlinepatterns import InlineProcessor, ReferenceInlineProcessor
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import ETX, STX, AtomicString

from sitegen.render import figures
from sitegen.slugs import slug
from sitegen.words import word

# What no match of an inline pattern is without, by the names of the patterns. Others are looked for in every text.
_SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "per": "{per",
    "footnote": "[^",
    "link": "](",
    "image_link": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "entity": "&",
}
# What no block is without that a block processor takes, by the names of the processors: one or the other. The rest are
# asked about every block.
_BLOCK_SIGNS = {
    "abbr": ("*[", "*["),
    "admonition": ("!!!", "    "),
    "code": ("    ", "    "),
    "defindent": ("    ", "    "),
    "deflist": (": ", ": "),
    "footnote": ("]:", "]:"),
    "hashheader": ("#", "#"),
    "indent": ("    ", "    "),
    "olist": (". ", ". "),
    "quote": (">", ">"),
    "reference": ("]:", "]:"),
    "setextheader": ("\n", "\n"),
    "table": ("|", "|"),
}
# Lines that begin with a letter are a paragraph: every other block, and what parts one, begins with a sign or a digit.
_PLAIN = re.compile(r"(?:(?:\*\*)?[^\W\d_][^\n]*\n)*(?:\*\*)?[^\W\d_][^\n]*")
_CONTENTS = "[TOC]"
# What running text mostly has besides words: **strong ones**, [links](target), [^footnotes].
_SIMPLE = re.compile(
    r"\*\*(?<![^\s(]\*\*)([^\s*_`\\\[\]<&](?:[^*_`\\\[\]<&]*[^\s*_`\\\[\]<&])?)\*\*(?!\*)"
    r"|\[(?<!!\[)([^*_`\\\[\]<&^][^*_`\\\[\]<&]*)\]\(([^\s()<>\[\]\"'`*\\&]+)\)"
    r"|\[\^([\w-]+)\]"
)
_WORDS = re.compile(r"[\w\s.,:;?!()/-]*")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_EMPTY = frozenset({"br", "hr", "img"})
# One that begins no character reference.
_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
_SIGN = re.compile(r"[*_`\\\[<&]")


class Converter(markdown.Markdown):
    """Markdown as our texts may use it, in one language: no HTML, and what `extensions` names."""

    def __init__(self, lang: str) -> None:
        super().__init__(
            extensions=[  # by their names, all packages that are installed would be searched for them
                TableExtension(),
                _Notes(BACKLINK_TITLE=word("Kembali ke teks, catatan {}", lang)),
                DefListExtension(),
                AdmonitionExtension(),
                AbbrExtension(),
                AttrListExtension(),
                _Toc(slugify=slug),
                _House(lang),
            ],
        )
        # A list is looked through again and again, and a registry makes a list of itself for each block.
        self._of_blocks = frozenset(self.block_level_elements)
        registry = self.parser.blockprocessors
        signs = {registry[name]: signs for name, signs in _BLOCK_SIGNS.items()}
        rows = tuple((*signs.get(processor, ("", "")), processor) for processor in registry)
        self.parser.parseBlocks = partial(_parse_blocks, rows)  # type: ignore[method-assign]
        self.serializer = _written

    def is_block_level(self, tag: Any) -> bool:
        """Whether an element is none of running text; asked for each of them."""
        return tag in self._of_blocks


def _parse_blocks(rows: tuple[tuple[str, str, BlockProcessor], ...], parent: Element, blocks: list[str]) -> None:
    """As the library does it, for processors with the signs of their blocks."""
    while blocks:
        block = blocks[0]
        for sign, other, processor in rows:
            if not (sign in block or other in block) or not processor.test(parent, block):
                continue
            if processor.run(parent, blocks) is not False:
                break


def _written(root: Element) -> str:
    """A tree as XHTML, as the library writes it, for the kinds of elements that our texts can have."""
    written: list[str] = []
    _write(root, written.append)
    return "".join(written)


def _write(element: Element, write: Callable[[str], None]) -> None:
    tag, text, tail = element.tag, element.text, element.tail
    attributes = ""
    if given := element.items():
        for name, value in sorted(given):
            # attr_list leaves a name without a value as it was written
            attributes += f" {name}" if value is None else f' {name}="{_escaped(value).replace(chr(34), "&quot;")}"'
    if tag in _EMPTY:
        write(f"<{tag}{attributes} />")
    else:
        write(f"<{tag}{attributes}>{_escaped(text) if text else ''}")
        for child in element:
            _write(child, write)
        write(f"</{tag}>")
    if tail == "\n":
        write(tail)
    elif tail:
        write(_escaped(tail))


def _escaped(text: str) -> str:
    if "&" in text:
        text = _AMPERSAND.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")


@lru_cache
def converter(lang: str) -> Converter:
    """The one for a language, kept."""
    return Converter(lang)


class _House(Extension):
    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        kept = _Kept(md)
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_Whitespace(md), "normalize_whitespace", 30)
        md.preprocessors.register(kept, "kept", 0)
        md.parser.blockprocessors.register(_Plain(md.parser), "plain", 110)  # before all
        md.parser.blockprocessors.register(_Tables(md.parser, {"use_align_attribute": False}), "table", 75)
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_Per(self._lang), "per", 175)  # after code and escapes
        md.treeprocessors.register(_Inline(md, kept), "inline", 20)
        md.treeprocessors.register(_Attributes(md), "attr_list", 8)
        md.treeprocessors.register(_Unescape(md, kept), "unescape", 0)
        md.treeprocessors.register(_Tidy(md), "tidy", 0)


class _Plain(ParagraphProcessor):
    """Asks of a block first what most are: paragraphs and nothing else."""

    def test(self, parent: Element, block: str) -> bool:
        return _PLAIN.fullmatch(block) is not None


class _Tables(TableProcessor):
    """Parts a row at its bars, where none of them can be code or escaped."""

    def _split_row(self, row: str) -> list[str]:
        if "`" in row or "\\" in row:
            return super()._split_row(row)  # type: ignore[misc, no-any-return]  # its types leave it out
        return (row.removeprefix("|").removesuffix("|") if self.border else row).split("|")


class _Whitespace(NormalizeWhitespace):
    """Normalises where there is anything to normalise."""

    def run(self, lines: list[str]) -> list[str]:
        source = "\n".join([*lines, ""])
        if any(sign in source for sign in (STX, ETX, "\r", "\t", " \n")):
            return super().run(lines)
        return [*lines, "", ""]


class _Kept(Preprocessor):
    """The text at hand as all that follows sees it: who looks for a sign first asks whether it has that at all."""

    text = ""

    def run(self, lines: list[str]) -> list[str]:
        self.text = "\n".join(lines)
        return lines


class _Inline(InlineTreeprocessor):
    """Makes the elements of simple running text by itself. Of other text it asks only for patterns whose sign the text
    has, and for references only if it defines any."""

    def __init__(self, md: markdown.Markdown, kept: _Kept) -> None:
        super().__init__(md)
        self._kept = kept
        self._note: Any = md.inlinePatterns["footnote"]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Gives back the tree, its texts made into elements."""
        simple, others, known = self._parted(tree)
        if not known or others:
            self._choose()
        # A footnote gets its number when it is met, so that all of them have to be made in one go.
        if not known or (others and "[^" in self._kept.text):
            return super().run(tree, ancestors)
        for element in others:
            alone, holder = Element(element.tag), Element("div")
            alone.text, element.text = element.text, None
            holder.append(alone)
            super().run(holder)
            element.text = alone.text
            element[:0] = alone
        for element, parts in simple:
            element.text = parts[0]
            element[:0] = self._made(parts)
        return tree

    def _parted(self, tree: Element) -> tuple[list[tuple[Element, list[str]]], list[Element], bool]:
        """The elements with simple text and its parts, breadth first as the library goes; those with other text; and
        whether what may be done with them is known: of references, hard breaks, text after elements it is not."""
        simple, others = [], []
        notes = self._note.footnotes.footnotes
        queue = [tree]
        for element in queue:
            queue += element
            text = element.text
            if element.tail:
                return [], [], False
            if not text or isinstance(text, AtomicString) or not (_SIGN.search(text) or "{per" in text):
                continue
            parts = _SIMPLE.split(text)
            if _SIGN.search("|".join(parts[::5])) or "{per" in text or any(n and n not in notes for n in parts[4::5]):
                others.append(element)
            else:
                simple.append((element, parts))
        return simple, others, "  \n" not in self._kept.text and not self.md.references

    def _made(self, parts: list[str]) -> Iterator[Element]:
        """The elements of a simple text, each with the words after it."""
        for strong, words, target, note, after in zip(*[parts[at::5] for at in range(1, 6)], strict=True):
            if strong:
                element = Element("strong")
                element.text = strong
            elif note:
                element = self._note.handleMatch(self._note.compiled_re.match(f"[^{note}]"), "")[0]
            else:
                element = Element("a", href=target)
                element.text = words
            element.tail = after
            yield element

    def _choose(self) -> None:
        """Chooses the patterns that the text at hand is searched for."""
        patterns = self.md.inlinePatterns
        lacking = [patterns[name] for name, sign in _SIGNS.items() if sign not in self._kept.text]
        if not self.md.references:
            lacking += [pattern for pattern in patterns if isinstance(pattern, ReferenceInlineProcessor)]
        left = [pattern for pattern in patterns if pattern not in lacking]
        self.inlinePatterns = left  # type: ignore[assignment]  # a list will do, its length and its items are asked for


class _Notes(FootnoteExtension):
    """Looks for the place of footnotes only where the text names one."""

    def findFootnotesPlaceholder(self, root: Element) -> tuple[Element, Element, bool] | None:  # noqa: N802
        """As the library finds it."""
        marker = self.getConfig("PLACE_MARKER")
        return super().findFootnotesPlaceholder(root) if any(marker in words for words in root.itertext()) else None


class _Attributes(AttrListTreeprocessor):
    """Looks at the elements whose text has a brace, at all of them if text after elements has any."""

    def run(self, doc: Element) -> None:
        elements = [*doc.iter()]
        if not any("{" in element.tail for element in elements if element.tail):
            elements = [element for element in elements if element.text and "{" in element.text]
        super().run(SimpleNamespace(iter=lambda: elements))  # type: ignore[arg-type]  # it asks for nothing else


class _Unescape(UnescapeTreeprocessor):
    """Puts escaped signs back where the text has any."""

    def __init__(self, md: markdown.Markdown, kept: _Kept) -> None:
        super().__init__(md)
        self._kept = kept

    def run(self, root: Element) -> None:
        if "\\" in self._kept.text:
            super().run(root)


class _Ids(TocTreeprocessor):
    """Ids for headings; a list of them only for a text that asks for it."""

    def run(self, doc: Element) -> None:
        if any(_CONTENTS in words for words in doc.itertext()):
            super().run(doc)
            return
        used = {element.attrib["id"] for element in doc.iter() if "id" in element.attrib}
        for heading in doc.iter():
            if heading.tag in _HEADINGS:
                heading.attrib.pop("data-toc-label", None)
                if "id" not in heading.attrib:
                    heading.set("id", unique(slug(self._name(heading), self.sep), used))

    def _name(self, heading: Element) -> str:
        text = heading.text or ""
        if not len(heading) and _WORDS.fullmatch(text):
            return " ".join(text.split())
        return html.unescape(strip_tags(render_inner_html(remove_fnrefs(heading), self.md)))


class _Toc(TocExtension):
    TreeProcessorClass = _Ids


class _Per(InlineProcessor):
    """`{per 2026-11-21}`: the day on which a figure was checked. A mark without a proper day stays as it was written,
    in an element, since attr_list would take it away."""

    def __init__(self, lang: str) -> None:
        super().__init__(figures.MARK)
        self._lang = lang

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        day = figures.day_of(m[1])
        element = Element("time", {"class": "per"})
        if day:
            element.set("datetime", m[1])
        element.text = AtomicString(figures.words(day, self._lang) if day else m[0])
        return element, m.start(0), m.end(0)


class _Tidy(Treeprocessor):
    """Table alignment as a class (the CSP forbids `style=`), and header cells that say what they head."""

    def run(self, root: Element) -> None:
        for cell in root.iter():
            if cell.tag in ("th", "td"):
                style = cell.attrib.pop("style", "") or cell.attrib.pop("align", "")
                if "center" in style:
                    cell.set("class", "ac")
                elif "right" in style:
                    cell.set("class", "ar")
                if cell.tag == "th":
                    cell.set("scope", "col")
