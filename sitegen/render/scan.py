"""What the HTML of a text consists of: one walk over what nh3 wrote, which needs no parser that knows all of HTML."""

import re
from html import unescape

from sitegen.model.parsed import Heading
from sitegen.render import figures
from sitegen.slugs import SLOT

# As nh3 writes tags; in an attribute a < or > may stand as it is.
TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>')
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
VOID = frozenset({"br", "hr", "img"})
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_BRACKETS = re.compile(r"\[[^\]^][^\]]*\]\[[^\]]*\]")
_HEADINGS = frozenset({"h2", "h3", "h4"})
_CODE = frozenset({"code", "pre"})
# What these say is seen even if they have no attributes.
_MARKED = frozenset({"img", "time", *_HEADINGS})
# What stands in these is no running text.
_APART = frozenset({"a", *_CODE, *_HEADINGS})


class Scan:
    """Headings, ids, links (target, whether a picture, its words), slots with where they landed, days of figures, names
    of elements and classes, running text and what stands between its blanks (`written`), the number of words, how deep
    elements are nested; signs of footnotes, references and figures that stayed as they were written."""

    def __init__(self, html: str) -> None:
        self.headings: list[Heading] = []
        self.ids: list[str] = []
        self.links: list[tuple[str, bool, str]] = []
        self.slots: list[tuple[int, str]] = []
        self.misplaced: list[tuple[int, str]] = []
        self.unresolved: list[tuple[str, str]] = []
        self.figures: list[str] = []
        self.marks: set[str] = set()
        self.words = 0
        self.deepest = 0
        self._prose: list[str] = []
        self._open: list[str] = []
        self._heading: tuple[int, str, list[str]] | None = None
        parts = TAG.split(html)
        self._text(parts[0])
        for closes, tag, written, text in zip(parts[1::4], parts[2::4], parts[3::4], parts[4::4], strict=True):
            if closes:
                self._closed(tag)
            else:
                self.marks.add(tag)
                if tag not in VOID:
                    self._open.append(tag)
                    if len(self._open) > self.deepest:
                        self.deepest = len(self._open)
                if written or tag in _MARKED:
                    self._opened(tag, written)
            if text == "\n" and self._heading is None:
                self._prose.append(text)  # half of all texts are no more than that
            elif text:
                self._text(text)
        self.written = "".join(self._prose).split()
        self.prose = " ".join(self.written)

    def _opened(self, tag: str, written: str) -> None:
        values = {name: unescape(value) for name, value in ATTRIBUTE.findall(written)} if written else {}
        if tag in _HEADINGS:
            self._heading = (int(tag[1]), values.get("id", ""), [])
        elif tag == "time":
            self.figures.append(values.get("datetime", ""))
        elif tag == "img":
            self.links.append((values.get("src", ""), True, values.get("alt", "")))
        elif tag == "a" and "href" in values:
            self.links.append((values["href"], False, ""))
        for name, value in values.items():
            if name == "id":
                self.ids.append(value)
            elif name == "class":
                self.marks.update(value.split())
            for found in SLOT.finditer(value) if "\ue000" in value else ():
                self._slot_in(tag, name, value, found)

    def _slot_in(self, tag: str, name: str, value: str, found: re.Match[str]) -> None:
        number = int(found[1])
        if (tag, name) != ("a", "href"):
            self.misplaced.append((number, name))
        elif found[0] == value:
            self.slots.append((number, "url"))
        elif found.start() == 0:
            self.misplaced.append((number, "…://"))
        else:
            self.slots.append((number, "tel" if value.startswith("tel:") else "part"))

    def _closed(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
        elif tag in self._open:
            while self._open.pop() != tag:
                pass
        if self._heading and tag in _HEADINGS:
            level, ident, words = self._heading
            self.headings.append(Heading(level, ident, " ".join("".join(words).split())))
            self._heading = None

    def _text(self, data: str) -> None:
        if "&" in data:
            data = unescape(data)
        if self._heading:
            self._heading[2].append(data)
        if data.isspace():
            self._prose.append(data)
            return
        self.words += len(data.split())
        self._prose.append(data if _APART.isdisjoint(self._open) else " ")
        if "[" in data and "code" not in self._open:
            self.unresolved += [("footnote-missing", found[0]) for found in _FOOTNOTE.finditer(data)]
            self.unresolved += [("reference-missing", found[0]) for found in _BRACKETS.finditer(data)]
        if "{" in data and _CODE.isdisjoint(self._open):
            self.unresolved += [("figure-date", found[0]) for found in figures.WRONG.finditer(data)]
        for found in SLOT.finditer(data) if "\ue000" in data else ():
            number = int(found[1])
            where = next((tag for tag in self._open if tag in _HEADINGS or tag in _CODE), "")
            if where:
                self.misplaced.append((number, where))
            self.slots.append((number, "text"))
