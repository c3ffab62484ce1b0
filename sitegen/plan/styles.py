"""Which parts of its theme's sheet a page carries: what it is made with decides, by plain names."""

from collections.abc import Mapping

from sitegen.digest import digest
from sitegen.model.project import Theme


class Styles:
    """The parts of a theme's sheet for its pages. `shown` gives the templates that show in a page, by its template."""

    def __init__(self, theme: Theme, shown: Mapping[str, frozenset[str]]) -> None:
        self._texts = dict(theme.style)
        self._shown = shown
        self._digests: dict[tuple[str, ...], str] = {}
        self._known: dict[tuple[str, frozenset[str], frozenset[str]], tuple[str, ...]] = {}

    def parts(self, template: str, cards: frozenset[str], marks: frozenset[str]) -> tuple[str, ...]:
        """The names of the parts that a page carries, in their order: of all pages, of its templates, of its cards'
        templates, of the elements and classes in its body. Only HTML carries any."""
        asked = (template, cards, marks)
        if asked not in self._known:
            self._known[asked] = self._parts(*asked) if template.endswith(".html") else ()
        return self._known[asked]

    def _parts(self, template: str, cards: frozenset[str], marks: frozenset[str]) -> tuple[str, ...]:
        wanted = {"base"}
        wanted.update(f"templates/{name.removesuffix('.html')}" for name in self._shown.get(template, ()))
        wanted.update(name.removesuffix(".html") for name in cards)
        wanted.update(f"body/{mark}" for mark in marks)
        return tuple(name for name in self._texts if name in wanted)

    def bits(self, parts: tuple[str, ...]) -> int:
        """These parts as a number, with a bit for each part of the theme; 0 for none."""
        return sum(1 << number for number, name in enumerate(self._texts) if name in parts)

    def digest(self, parts: tuple[str, ...]) -> str:
        """The digest of these parts and their texts; empty for none."""
        if parts not in self._digests:
            self._digests[parts] = digest(tuple((name, self._texts[name]) for name in parts)) if parts else ""
        return self._digests[parts]
