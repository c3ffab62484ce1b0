"""Composing: from the layers of a document to the Markdown text that each site shows. Compose first, parse once.

A body is composed as *text*: layers, notes before and after, `only` blocks resolved. Facts become slots
(U+E000 n U+E001), which no source can contain. Sites whose composed text is the same share one Text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from sitegen.claimed import hinted, take
from sitegen.digest import digest, digest_bytes
from sitegen.literal import code_lines, plain
from sitegen.model.document import ClaimMark, Segment, Slot, Text
from sitegen.problems import Place, Problem, problem
from sitegen.read.audience import Audience
from sitegen.read.documents import SourceDocument
from sitegen.read.override import BEFORE, FIELDS, NOTES, SECTION
from sitegen.read.schema import nearest
from sitegen.read.sections import FENCE, section_of
from sitegen.values import Frozen, replace
from sitegen.words import word

_BRACES = re.compile(r"\{\{(.*?)\}\}|\{\{|\{%|\{#(?=[ \t])")
_HINT = re.compile(r"\{[{%#]")
_FACT = re.compile(r"\s*([A-Za-z_][\w-]*(?:\.[\w-]+)*)\s*(?:\|\s*default\(\s*(?:\"([^\"]*)\"|'([^']*)')\s*\)\s*)?")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
_DEFINED = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:")
_INDENT = 4


class Line(NamedTuple):
    """A line on its way into a Text: what it says and where it was written (`shift`: columns added before it)."""

    text: str
    file: str
    number: int
    shift: int = 0


class _Block(Frozen):
    """An `only` or `except` block: composed lines [start, end) and the sites that see what is inside."""

    start: int
    end: int
    mask: int


class Composer:
    """Composes the documents of one project."""

    def __init__(self, audience: Audience, fact_types: dict[str, str], problems: list[Problem]) -> None:
        self._audience = audience
        self._facts = fact_types
        self._problems = problems

    def texts(self, stack: tuple[SourceDocument, ...], titles: dict[str, str], mask: int) -> Iterator[tuple[int, Text]]:
        """The distinct Texts of a stack of layers (furthest first) for the sites in `mask`, with their masks.

        `titles` gives the place name that stands over the note of a group, by the group's id.
        """
        lines = layered(stack, titles)
        blocks = self._blocks(lines)
        for part, shown in _selections(mask, blocks):
            yield part, self._text(_without(lines, blocks, shown), stack[0].lang, stack[0].kind.form)

    def later(self, stack: tuple[SourceDocument, ...], titles: dict[str, str], mask: int) -> Callable[[], bytes]:
        """What makes the source of the one Text of a stack for sites that see the same of it; it raises Refused if a
        file has changed since."""
        return partial(_source, self._audience, self._facts, stack, titles, mask)

    def _blocks(self, lines: list[Line]) -> list[_Block]:
        blocks: list[_Block] = []
        opened: tuple[int, int] | None = None
        for position, line in enumerate(lines):
            fence = FENCE.match(line.text) if ":::" in line.text else None
            if not fence:
                continue
            place = Place(line.file, line.number, 1)
            words = fence[1].split(None, 1)
            if not words:
                if opened is None:
                    self._problems.append(problem("block-not-open", place))
                else:
                    blocks.append(_Block(opened[0], position + 1, opened[1]))
                    opened = None
            elif opened is not None:
                first = lines[opened[0]]
                self._problems.append(problem("block-nested", place, others=(Place(first.file, first.number, 1),)))
            elif words[0] not in ("only", "except") or len(words) < 2:
                self._problems.append(problem("block-unknown", place, words=fence[1]))
                opened = (position, 0)
            else:
                opened = (position, self._names(words[0], words[1], line))
        if opened is not None:
            first = lines[opened[0]]
            self._problems.append(problem("block-not-closed", Place(first.file, first.number, 1)))
            blocks.append(_Block(opened[0], len(lines), opened[1]))
        return blocks

    def _names(self, word: str, names: str, line: Line) -> int:
        mask = 0
        for name in re.finditer(r"[^,\s][^,]*", names):
            at = line.text.index(names) + name.start() + 1 - line.shift
            mask |= self._audience.mask(name[0].strip(), Place(line.file, line.number, at), self._problems)
        return mask if word == "only" else self._audience.everyone & ~mask

    def _text(self, lines: list[Line], lang: str, form: str) -> Text:
        slots: list[Slot] = []
        composed = [self._slotted(line, slots) if _HINT.search(line.text) else line.text for line in lines]
        claims: tuple[ClaimMark, ...] = ()
        whole = "\n".join(composed)
        if hinted(whole):
            lines, composed, claims = _unmarked(lines, composed)
            whole = "\n".join(composed)
        source = unicodedata.normalize("NFC", whole).strip("\n") + "\n"
        lead = next((n for n, text in enumerate(composed) if text.strip()), 0)
        claims = tuple(replace(mark, line=max(1, mark.line - lead)) for mark in claims)
        data = source.encode()
        slotted = tuple((slot.name, slot.default) for slot in slots)
        key = digest(digest_bytes(data), lang, slotted, form, claims)
        return Text(key, lang, data, tuple(slots), _segments(lines[lead:]), form, claims, blank=not data.strip())

    def _slotted(self, line: Line, slots: list[Slot]) -> str:
        def take(found: re.Match[str]) -> str:
            place = Place(line.file, line.number, max(1, found.start() + 1 - line.shift))
            fact = _FACT.fullmatch(found[1]) if found[1] is not None else None
            if fact is None:
                self._problems.append(problem("fact-syntax", place, text=found[0]))
                return ""
            name, default = fact[1], fact[2] if fact[2] is not None else fact[3]
            if name not in self._facts:
                near = nearest(name, tuple(self._facts))
                self._problems.append(problem("fact-unknown", place, fact=name, near=near))
                return ""
            slots.append(Slot(name, default, place.file, place.line, place.column))
            return f"\ue000{len(slots) - 1}\ue001"

        return _BRACES.sub(take, line.text)


def _source(
    audience: Audience, facts: dict[str, str], stack: tuple[SourceDocument, ...], titles: dict[str, str], mask: int
) -> bytes:
    _, text = next(Composer(audience, facts, []).texts(stack, titles, mask))
    return text.source.encode()


def _unmarked(lines: list[Line], composed: list[str]) -> tuple[list[Line], list[str], tuple[ClaimMark, ...]]:
    """Lines and their composed text without marks of claims, and the marks. A line of nothing but marks is gone: an
    empty one would end a paragraph; its marks stand at the end of the line above."""
    code = code_lines(composed)
    kept: list[Line] = []
    texts: list[str] = []
    claims: list[ClaimMark] = []
    for number, (line, text) in enumerate(zip(lines, composed, strict=True)):
        left, taken = (text, ()) if number in code else take(text)
        whole = any(mark.whole for mark in taken)
        if not whole:
            kept.append(line)
            texts.append(left)
        for mark in taken:
            column = len(texts[-1]) + 1 if whole and texts else mark.at + 1
            widths = (mark.width, *[0] * len(mark.keys))  # the characters are gone once, whatever the number of keys
            pairs = zip(mark.keys, widths, strict=False)
            claims += (ClaimMark(key, len(texts), column, width) for key, width in pairs)
    return kept, texts, tuple(claims)


def layered(stack: tuple[SourceDocument, ...], titles: dict[str, str]) -> list[Line]:
    """The lines of all layers: a nearer one replaces all or a section, or adds a note before or after."""
    lines: list[Line] = []
    for document in stack:
        file, first = document.file, document.line
        own = [Line(text, file, number) for number, text in enumerate(document.body.split("\n"), first)]
        if document.mode in NOTES:
            own = _own_footnotes(own, lines)
            if not document.body.strip():
                continue  # only its front matter speaks
            note = _note(own, document, titles)
            lines = [*note, *lines] if document.mode == BEFORE else [*lines, *note]
        elif document.mode == SECTION:
            lines = _with_section(lines, own, document)
        elif document.mode != FIELDS:
            lines = own
    return lines


def _with_section(lines: list[Line], own: list[Line], document: SourceDocument) -> list[Line]:
    """The lines with another text below one heading; unchanged if that heading is missing, which is a Problem."""
    heading, end = section_of([line.text for line in lines], document.override.section)
    if heading is None:
        return lines
    above, below = lines[: heading.end], lines[end:]
    own = _own_footnotes(own, [*above, *below], _DEFINED)
    last = Line("", document.file, own[-1].number + 1)
    return [*above, Line("", document.file, document.line - 1), *own, last, *below]


def _note(own: list[Line], document: SourceDocument, titles: dict[str, str]) -> list[Line]:
    """A local note as an admonition of its own kind, so that pages can set it apart from the shared text.

    Blocks inside it keep their fences at the margin: they are resolved before Markdown sees the text.
    """
    title = titles.get(document.layer.id) if document.layer.kind == "group" else None
    words = word("Khusus {place}", document.lang).format(place=plain(title or "") or "{{ site.place }}")
    blank = Line("", document.file, document.line)
    head = Line(f'!!! local "{words}"', document.file, document.line)
    while own and not own[0].text.strip():
        own = own[1:]
    inner = [
        line if not line.text.strip() or FENCE.match(line.text)
        else Line(" " * _INDENT + line.text, line.file, line.number, _INDENT)
        for line in own
    ]  # fmt: skip
    return [blank, head, *inner, blank]


def _own_footnotes(own: list[Line], others: list[Line], meant: re.Pattern[str] = _FOOTNOTE) -> list[Line]:
    """A note's footnotes under labels that no other layer uses: readers see numbers, but equal labels would be one.

    `meant` finds the labels that may clash: a section may go on using the footnotes that stand elsewhere.
    """
    taken = {label for line in others for label in _FOOTNOTE.findall(line.text)}
    both = {label for line in others for label in meant.findall(line.text)}
    clash = {label for line in own for label in meant.findall(line.text)} & both
    if not clash:
        return own

    def renamed(found: re.Match[str]) -> str:
        label = found[1]
        while label in clash or (label != found[1] and label in taken):
            label += "-"
        return f"[^{label}]"

    return [line._replace(text=_FOOTNOTE.sub(renamed, line.text)) for line in own]


def _selections(mask: int, blocks: list[_Block]) -> list[tuple[int, tuple[bool, ...]]]:
    """The sites of `mask` parted by which blocks they see: (mask, seen or not for each block)."""
    parts: list[tuple[int, tuple[bool, ...]]] = [(mask, ())]
    for block in blocks:
        parts = [
            (part & side, (*seen, shown))
            for part, seen in parts
            for side, shown in ((block.mask, True), (~block.mask, False))
            if part & side
        ]
    return parts


def _without(lines: list[Line], blocks: list[_Block], shown: tuple[bool, ...]) -> list[Line]:
    """The lines without fences and without the blocks that are not shown."""
    if not blocks:
        return lines
    dropped: set[int] = set()
    for block, visible in zip(blocks, shown, strict=True):
        dropped.update((block.start, block.end - 1) if visible else range(block.start, block.end))
    return [line for position, line in enumerate(lines) if position not in dropped]


def _segments(lines: list[Line]) -> tuple[Segment, ...]:
    """The line map: one Segment for each run of lines that follow each other in one file."""
    segments: list[Segment] = []
    expected: tuple[str, int, int] | None = None
    for position, (_, file, number, shift) in enumerate(lines, 1):
        if (file, number, shift) != expected:
            segments.append(Segment(position, file, number, shift))
        expected = (file, number + 1, shift)
    return tuple(segments)
