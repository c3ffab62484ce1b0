"""The shape of an output: what a real parser of its kind makes of it, without the words."""

import csv
import io
import json
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

from icalendar import Calendar

Shape = list[Any]


class _Html(HTMLParser):
    """Elements, the names of their attributes, where they end; scripts as what they are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shape: Shape = []
        self._kind = ""
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), (tag, names)  # of two, a browser takes the first
        links = [(n, _scheme(v or "")) for n, v in attrs if n in ("href", "src", "action", "content")]
        self.shape.append((tag, names, links))
        if tag in ("script", "style"):
            self._kind, self._inside = f"{tag} {dict(attrs).get('type', '')}", []

    def handle_endtag(self, tag: str) -> None:
        self.shape.append(("/", tag))
        if tag in ("script", "style") and self._kind:
            text = "".join(self._inside)
            self.shape.append(_json(json.loads(text)) if "json" in self._kind else (self._kind, text))
            self._kind = ""

    def handle_data(self, data: str) -> None:
        if self._kind:
            self._inside.append(data)

    def handle_comment(self, data: str) -> None:
        self.shape.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.shape.append(("declaration", decl))

    def unknown_decl(self, data: str) -> None:
        self.shape.append(("unknown", data))

    def handle_pi(self, data: str) -> None:
        self.shape.append(("instruction", data))


def _scheme(link: str) -> str:
    head, colon, _ = link.partition(":")
    return head.lower() if colon and head.replace("+", "").replace("-", "").replace(".", "").isalnum() else ""


def html(data: bytes) -> Shape:
    """Elements, attributes and schemes of links in their order; what scripts hold."""
    parser = _Html()
    parser.feed(data.decode())
    parser.close()
    return parser.shape


def _json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: value if key in ("@type", "@context") else _json(value) for key, value in value.items()}
    if isinstance(value, list):
        return [_json(inner) for inner in value]
    return type(value).__name__


def structured(data: bytes) -> Shape:
    """Keys and types."""
    return [_json(json.loads(data))]


def xml(data: bytes) -> Shape:
    """Elements with the names of their attributes."""
    return [(node.tag, sorted(node.attrib)) for node in ElementTree.fromstring(data).iter()]


def calendar(data: bytes) -> Shape:
    """Components, and their properties by name; lines within 75 octets (RFC 5545, 3.1)."""
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    parsed = Calendar.from_ical(data.decode())
    return [(part.name, sorted(part)) for part in parsed.walk()]


def table(data: bytes) -> Shape:
    """How many cells each row has; no cell begins a formula."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if cell[:1] in "=+@\t\r" and cell]
    return [len(row) for row in rows]


def lines(data: bytes) -> Shape:
    """Header files, robots.txt and the like: no word of the project is in them, so they are compared as they are."""
    return data.decode().split("\n")


SHAPES: dict[str, Callable[[bytes], Shape]] = {
    ".html": html,
    ".xml": xml,
    ".ics": calendar,
    ".json": structured,
    ".webmanifest": structured,
    ".csv": table,
    ".txt": lines,
    ".htaccess": lines,
    "_headers": lines,
    "_redirects": lines,
}
