"""Built pages as text: what kinds there are, found by their shape; a new kind is looked at without being named."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_LANGUAGE = re.compile(r"^[a-z]{2}/")


@dataclass
class Element:
    """One element of a page, with the elements in it."""

    tag: str
    attrs: dict[str, str]
    children: list["Element"] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator["Element"]:
        """Itself and all elements in it."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def words(self) -> str:
        """The text in it and in all elements in it, piece by piece."""
        return " ".join(element.text for element in self.walk())

    @property
    def kind(self) -> tuple[str, str]:
        """Its tag and its classes."""
        return self.tag, " ".join(sorted(self.attrs.get("class", "").split()))


class _Builder(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self.all: list[Element] = []
        self._open = [self.root]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        self.all.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].text += data


class Markup:
    """A page as a tree of elements."""

    def __init__(self, text: str) -> None:
        built = _Builder(text)
        self.elements = built.all

    def find(self, tag: str, **attrs: str) -> list[Element]:
        """All elements of that tag with these values of attributes, in the order of the page."""
        return [e for e in self.elements if e.tag == tag and all(e.attrs.get(k) == v for k, v in attrs.items())]


@dataclass(frozen=True)
class Page:
    """One built HTML page of one site."""

    site: str
    path: str
    text: str

    @cached_property
    def markup(self) -> Markup:
        """The page, parsed."""
        return Markup(self.text)

    @property
    def moves(self) -> bool:
        """Whether it only leads to another page."""
        return any(e.attrs.get("http-equiv", "").lower() == "refresh" for e in self.markup.find("meta"))

    @property
    def is_article(self) -> bool:
        """Whether it shows an article in full."""
        name = _LANGUAGE.sub("", self.path)
        return name.startswith("artikel/") and bool(self.markup.find("article"))

    @property
    def shape(self) -> object:
        """Equal for pages of one kind: their folder, and how their main part is laid out two levels deep."""
        folder, _, name = _LANGUAGE.sub("", self.path).rpartition("/")
        named = next((word for word in ("index", "halaman-", "404") if name.startswith(word)), "")
        main = self.markup.find("main")
        return (
            folder,
            named,
            tuple((e.kind, tuple(sorted({c.kind for c in e.children}))) for m in main for e in m.children),
        )

    @property
    def features(self) -> frozenset[tuple[str, str]]:
        """Every tag with classes that it uses."""
        return frozenset(e.kind for e in self.markup.elements)


@dataclass(frozen=True)
class Site:
    """One built site: its domain, its folder and all its files."""

    domain: str
    folder: Path
    files: dict[str, bytes]

    @cached_property
    def pages(self) -> list[Page]:
        """All its HTML pages."""
        return [Page(self.domain, p, d.decode()) for p, d in self.files.items() if p.endswith(".html")]

    @cached_property
    def articles(self) -> list[Page]:
        """Its pages that show an article."""
        return [page for page in self.pages if page.is_article]

    @cached_property
    def kinds(self) -> list[Page]:
        """A page of each shape, the richest; then such as use an element or class that none of these has.

        A page in the site's own language comes before its like in another.
        """
        ranked = sorted(
            (p for p in self.pages if not p.moves),
            key=lambda p: (bool(_LANGUAGE.match(p.path)), -len(p.features), -len(p.text), p.path),
        )
        chosen = {page.shape: page for page in reversed(ranked)}
        found = list(chosen.values())
        seen = {kind for page in found for kind in page.features}
        for page in ranked:
            if not page.features <= seen:
                found.append(page)
                seen |= page.features
        return sorted(found, key=lambda page: page.path)


def telling(sites: Iterable[Site]) -> Iterator[Page]:
    """The kinds of the first site; of each other site its home, and the kinds that no page before them shows."""
    shapes: set[object] = set()
    seen: set[tuple[str, str]] = set()
    for site in sites:
        for page in sorted(site.kinds, key=lambda page: page.path != "index.html"):
            if page.path == "index.html" or page.shape not in shapes or not page.features <= seen:
                yield page
            shapes.add(page.shape)
            seen |= page.features
