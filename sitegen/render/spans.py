"""Spans and slots: what a program is made of, and the text of a document as one."""

import re
from html import escape as escape_attribute
from html import unescape

from sitegen.model.document import Slot
from sitegen.model.output import Body
from sitegen.model.views import Chrome
from sitegen.render.symbols import TOKEN
from sitegen.values import Frozen

# What fills a slot: ("site", path), ("partial", name, Chrome), ("fact", name, default, context, lang),
# ("style", field, parts), ("script", field), ("search", field), ("qr",), ("graphs",) or SEAM.
SlotName = tuple[str | Chrome | tuple[str, ...], ...]
# As nh3 writes tags; in text a < is always escaped.
_IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
# The column of text in a wide window, and the margins around it in a narrow one (CSS pixels): what browsers choose a
# size by before they know any style. A theme with another column gets a somewhat larger or smaller file, no more.
COLUMN, MARGINS = 684, 36
_HREF = re.compile(r'(<(?:a|img)(?: [a-z]+="[^"]*")*? (?:href|src)=")([^"]*)"')


class Program(Frozen):
    """`spans[0] slots[0] spans[1] ... spans[n]`: UTF-8 bytes and, between them, the numbers of what sites fill in."""

    spans: tuple[bytes, ...]
    slots: tuple[int, ...]

    @property
    def size(self) -> int:
        """The bytes of the spans alone: what a page weighs without the site's own words."""
        return sum(map(len, self.spans))


class SlotTable:
    """Numbers for slot names, so that filling a page looks up small integers only; and what programs have in common,
    spans and rows of numbers, each held once."""

    def __init__(self) -> None:
        self.names: list[SlotName] = []
        self._numbers: dict[SlotName, int] = {}
        self.spans: dict[bytes, bytes] = {}
        self.rows: dict[tuple[int, ...], tuple[int, ...]] = {}

    def number(self, name: SlotName) -> int:
        """The number of a slot name, given on first asking."""
        found = self._numbers.get(name)
        if found is None:
            found = self._numbers[name] = len(self.names)
            self.names.append(name)
        return found

    def span(self, data: bytes) -> bytes:
        """These bytes, as the span that had them first."""
        return self.spans.setdefault(data, data)

    def row(self, numbers: tuple[int, ...]) -> tuple[int, ...]:
        """These numbers, as the program that had them first: most pages of a template have the same."""
        return self.rows.setdefault(numbers, numbers)


# Filled with nothing on every site: parts two spans that would otherwise be one.
SEAM: SlotName = ("seam",)


class Builder:
    """Joins literals as they come, so that a program has few spans; but a `seam` leaves what stands on either side of
    it as it is, so that programs share the bytes of what they have in common."""

    def __init__(self, table: SlotTable) -> None:
        self._table = table
        self._spans: list[bytes] = []
        self._slots: list[int] = []
        self._open: list[bytes] = []

    def literal(self, data: bytes) -> None:
        """Adds what is the same on all sites."""
        self._open.append(data)

    def seam(self) -> None:
        """Ends a span here, unless one ends here anyway."""
        if self._open:
            self.slot(SEAM)

    def slot(self, name: SlotName) -> None:
        """Adds what a site fills in."""
        self.number(self._table.number(name))

    def number(self, number: int) -> None:
        """As `slot`, by its number."""
        self._spans.append(self._table.span(b"".join(self._open)))
        self._open.clear()
        self._slots.append(number)

    def program(self, program: Program) -> None:
        """Adds a whole program."""
        self.literal(program.spans[0])
        if program.slots:
            self.number(program.slots[0])
            self._spans += program.spans[1:-1]
            self._slots += program.slots[1:]
            self.literal(program.spans[-1])

    def done(self) -> Program:
        """All that was added, as a program."""
        return Program((*self._spans, self._table.span(b"".join(self._open))), self._table.row(tuple(self._slots)))


def body_program(html: str, body: Body, table: SlotTable) -> Program:
    """The HTML of a Text with its links made final and its facts as slots."""
    hrefs = dict(body.hrefs)
    html = _with_pictures(html, body) if body.pictures else html

    def final(found: re.Match[str]) -> str:
        target = hrefs.get(unescape(found[2]))
        return found[0] if target is None else f'{found[1]}{escape_attribute(target, quote=True)}"'

    html = _HREF.sub(final, html)
    builder = Builder(table)
    at = 0
    for token in TOKEN.finditer(html):
        before = html[at : token.start()]
        builder.literal(before.encode())
        slot: Slot = body.text.slots[int(token[1])]
        context = _context(html, token.start(), token.end())
        builder.slot(("fact", slot.name, slot.default or "", context, body.text.lang))
        at = token.end()
    builder.literal(html[at:].encode())
    return builder.done()


def _with_pictures(html: str, body: Body) -> str:
    """Pictures with all that keeps a page still while they come: width and height, sizes to choose from. They are
    asked for when a reader comes near; one that stands before the first heading is near at once."""
    uses = {use.written: use for use in body.pictures}
    first = html.find("<h2")
    opening = html.find("<img", 0, first if first >= 0 else len(html))

    def final(found: re.Match[str]) -> str:
        values = dict(_ATTRIBUTE.findall(found[1]))
        use = uses.get(unescape(values.pop("src", "")))
        if use is None:
            return found[0]
        made = {"src": escape_attribute(use.src)}
        if use.srcset:
            column = min(COLUMN, use.width)
            made["srcset"] = escape_attribute(use.srcset)
            made["sizes"] = f"(min-width:{column + MARGINS}px) {column}px,calc(100vw - {MARGINS}px)"
        made |= {"width": str(use.width), "height": str(use.height)}
        if found.start() != opening:
            made["loading"] = "lazy"
        made |= {"decoding": "async", **values}
        return "<img" + "".join(f' {name}="{value}"' for name, value in made.items()) + ">"

    return _IMAGE.sub(final, html)


def _context(html: str, start: int, end: int) -> str:
    """Where a slot stands, in the words of `model.parsed.SlotUse`."""
    opened = html.rfind("<", 0, start)
    if opened < 0 or html.rfind(">", opened, start) >= 0:
        return "text"
    begin = html.rfind('"', opened, start) + 1
    if begin == start and html[end : end + 1] == '"':
        return "url"
    return "tel" if html.startswith("tel:", begin) else "part"
