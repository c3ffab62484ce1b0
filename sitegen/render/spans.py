"""Spans and slots: what a program is made of, and the text of a document as one."""

import re
from dataclasses import dataclass
from html import escape as escape_attribute
from html import unescape

from sitegen.model.document import Slot
from sitegen.model.output import Body
from sitegen.model.views import Chrome
from sitegen.render.templates import TOKEN

# What fills a slot: ("site", path), ("partial", name, Chrome), ("fact", name, default, context, lang),
# ("style", field, parts), ("script", field), ("search", field) or ("qr", canonical path).
SlotName = tuple[str | Chrome | tuple[str, ...], ...]
# As nh3 writes tags; in text a < is always escaped.
_HREF = re.compile(r'(<(?:a|img)(?: [a-z]+="[^"]*")*? (?:href|src)=")([^"]*)"')


@dataclass(frozen=True, slots=True)
class Program:
    """`spans[0] slots[0] spans[1] ... spans[n]`: UTF-8 bytes and, between them, the numbers of what sites fill in."""

    spans: tuple[bytes, ...]
    slots: tuple[int, ...]

    @property
    def size(self) -> int:
        """The bytes of the spans alone: what a page weighs without the site's own words."""
        return sum(map(len, self.spans))


class SlotTable:
    """Numbers for slot names, so that filling a page looks up small integers only."""

    def __init__(self) -> None:
        self.names: list[SlotName] = []
        self._numbers: dict[SlotName, int] = {}

    def number(self, name: SlotName) -> int:
        """The number of a slot name, given on first asking."""
        found = self._numbers.get(name)
        if found is None:
            found = self._numbers[name] = len(self.names)
            self.names.append(name)
        return found


class Builder:
    """Joins literals as they come, so that a program has as few spans as possible."""

    def __init__(self, table: SlotTable) -> None:
        self._table = table
        self._spans: list[bytes] = []
        self._slots: list[int] = []
        self._open: list[bytes] = []

    def literal(self, text: str | bytes) -> None:
        """Adds text that is the same on all sites."""
        self._open.append(text.encode() if isinstance(text, str) else text)

    def slot(self, name: SlotName) -> None:
        """Adds what a site fills in."""
        self.number(self._table.number(name))

    def number(self, number: int) -> None:
        """As `slot`, by its number."""
        self._spans.append(b"".join(self._open))
        self._open.clear()
        self._slots.append(number)

    def program(self, program: Program) -> None:
        """Adds a whole program."""
        for span, slot in zip(program.spans, program.slots, strict=False):
            self.literal(span)
            self.number(slot)
        self.literal(program.spans[-1])

    def done(self) -> Program:
        """All that was added, as a program."""
        return Program((*self._spans, b"".join(self._open)), tuple(self._slots))


def body_program(html: str, body: Body, table: SlotTable) -> Program:
    """The HTML of a Text with its links made final and its facts as slots."""
    hrefs = dict(body.hrefs)

    def final(found: re.Match[str]) -> str:
        target = hrefs.get(unescape(found[2]))
        return found[0] if target is None else f'{found[1]}{escape_attribute(target, quote=True)}"'

    html = _HREF.sub(final, html)
    builder = Builder(table)
    at = 0
    for token in TOKEN.finditer(html):
        before = html[at : token.start()]
        builder.literal(before)
        slot: Slot = body.text.slots[int(token[1])]
        context = _context(html, token.start(), token.end())
        builder.slot(("fact", slot.name, slot.default or "", context, body.text.lang))
        at = token.end()
    builder.literal(html[at:])
    return builder.done()


def _context(html: str, start: int, end: int) -> str:
    """Where a slot stands, in the words of `model.parsed.SlotUse`."""
    opened = html.rfind("<", 0, start)
    if opened < 0 or html.rfind(">", opened, start) >= 0:
        return "text"
    begin = html.rfind('"', opened, start) + 1
    if begin == start and html[end : end + 1] == '"':
        return "url"
    return "tel" if html.startswith("tel:", begin) else "part"
