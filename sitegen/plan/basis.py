"""A selection by path, language and topic: what makers of pages ask of it, worked out once somebody does."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter

from sitegen.digest import digest, digest_bytes
from sitegen.model.kinds import KINDS, Kind
from sitegen.model.picture import is_raster
from sitegen.model.project import StaticFile
from sitegen.model.views import NamedLink
from sitegen.plan.links import GENERATED, GLOSSARY
from sitegen.plan.related import Related
from sitegen.plan.seen import Seen
from sitegen.plan.selection import Placed, Selection
from sitegen.plan.shared import Common, Shared
from sitegen.plan.titles import page_title
from sitegen.urls import relative

_NEWEST = attrgetter("newest")


class Basis:
    """A selection, and what all of its pages are made from."""

    def __init__(self, selection: Selection, shared: Shared) -> None:
        self.selection = selection
        self.shared = shared
        self.languages = selection.languages
        self.styles: set[tuple[str, ...]] = set()
        self._static_pages: dict[tuple[str, str], tuple[NamedLink, ...]] = {}
        self._commons: dict[tuple[str, str, tuple[str, ...]], Common] = {}
        self._links_to_topics: dict[tuple[str, str, str], tuple[NamedLink, ...]] = {}
        self._titles = {topic.slug: topic.title for topic in selection.topics}

    @cached_property
    def _seen(self) -> Mapping[str, Seen]:
        """What is seen of documents, by their stamps: of each from the first time that somebody asks."""
        for placed in self.selection.shown:
            self.shared.see(placed.edition)
        return self.shared.seen

    @cached_property
    def seen(self) -> str:
        """The digest of what is seen of all documents."""
        return digest_bytes("".join([self._seen[placed.edition.stamp].key for placed in self.selection.shown]).encode())

    @cached_property
    def own_pages(self) -> tuple[Placed, ...]:
        """The documents with pages of their own."""
        return tuple([placed for placed in self.selection.shown if not placed.kind.gathered])

    @cached_property
    def _here(self) -> dict[str, dict[str, Placed]]:
        return _by_language(self.selection.shown, self.languages)

    @cached_property
    def _offers(self) -> dict[str, Mapping[str, Placed]]:
        """What lists in a language show: of the first of a chain of languages that has it."""
        here, chain = self._here, self.selection.chain
        return {lang: _first_of([here[code] for code in chain(lang)]) for lang in self.languages}

    @cached_property
    def _leads(self) -> dict[str, Mapping[str, Placed]]:
        """Where links from a language lead, likewise."""
        here, gone, chain = self._here, _by_language(self.selection.gone, self.languages), self.selection.chain
        return {
            lang: _first_of([some for code in chain(lang) for some in (here[code], gone[code])])
            for lang in self.languages
        }

    @cached_property
    def listed(self) -> dict[str, tuple[Placed, ...]]:
        """The articles that lists in each language show: in it if they exist in it, else in the site's next one."""
        return {lang: _listed(offers.values()) for lang, offers in self._offers.items()}

    @cached_property
    def _menu(self) -> dict[str, tuple[Placed, ...]]:
        """The static pages of the site, by weight."""
        return {lang: _in_menu(offers.values()) for lang, offers in self._offers.items()}

    @cached_property
    def _by_topic(self) -> dict[str, dict[str, tuple[Placed, ...]]]:
        return {lang: self._topics(lang) for lang in self.languages}

    @cached_property
    def _relations(self) -> dict[str, Related]:
        return {lang: Related(listed) for lang, listed in self.listed.items()}

    @cached_property
    def _pictures(self) -> dict[str, StaticFile]:
        """The pictures that bodies show, by their paths."""
        if not self.shared.pictures:
            return {}
        pictured = {name for placed in self.selection.shown for name in self._seen[placed.edition.stamp].pictured}
        return {f.path: f for f in self._offered() if f.path in pictured and f.digest in self.shared.pictures}

    @cached_property
    def _linked(self) -> set[str]:
        """The files that bodies link to, by their paths."""
        return {name for placed in self.selection.shown for name in self._seen[placed.edition.stamp].linked}

    @cached_property
    def _shown_kinds(self) -> set[str]:
        return {placed.edition.kind for placed in self.selection.shown}

    @cached_property
    def _lists(self) -> tuple[Kind, ...]:
        """Which lists of a kind there are: so that a new kind is found here, as in the next."""
        ever = self._shown_kinds | {placed.edition.kind for placed in self.selection.gone}
        return tuple(kind for kind in KINDS if kind.list and kind.id in ever)

    @cached_property
    def _sections(self) -> tuple[str, ...]:
        """Which of them are in the navigation."""
        return tuple(kind.section for kind in KINDS if kind.list and kind.section and kind.id in self._shown_kinds)

    @cached_property
    def _has(self) -> str:
        return " ".join(kind.id for kind in self._lists)

    @cached_property
    def _known_files(self) -> frozenset[str]:
        generated = GENERATED | {GLOSSARY} if self.selection.terms else GENERATED
        return generated | {kind.list for kind in self._lists} | {file.path for file in self._copied()}

    @cached_property
    def _beside(self) -> dict[str, StaticFile]:
        return {file.path: file for file in self._offered() if file.owner}

    @cached_property
    def _shapes(self) -> dict[str, str]:
        """What all pages of a language have in common."""
        shared, selection = self.shared, self.selection
        return {
            lang: digest(shared.words, lang, selection.folder(lang), selection.confirmed, self._about(lang))
            for lang in self.languages
        }

    @cached_property
    def _counted(self) -> str:
        """What is told by pages that lead to all lists."""
        counts = tuple(
            (lang, len(self.listed[lang]), *((topic, len(items)) for topic, items in self._by_topic[lang].items()))
            for lang in self.languages
        )
        return digest(tuple(self._shapes.values()), counts, self.selection.theme.page_size)

    def _topics(self, lang: str) -> dict[str, tuple[Placed, ...]]:
        found: dict[str, list[Placed]] = {topic.slug: [] for topic in self.selection.topics}
        for placed in self.listed[lang]:
            for topic in placed.edition.meta.topics:
                if topic in found:
                    found[topic].append(placed)
        return {topic: tuple(items) for topic, items in found.items() if items}

    def _offered(self) -> Iterator[StaticFile]:
        """Static files of the theme and of layers, and what lies beside documents that the sites show."""
        return (
            file for file in self.selection.static if not file.owner or file.owner in self._offers[self.languages[0]]
        )

    def _copied(self) -> Iterator[StaticFile]:
        """The files that are published as they are. Of pictures beside a document only those that some text links to:
        an original tells more than it shows, such as where it was taken."""
        return (f for f in self._offered() if not (f.owner and is_raster(f.path)) or f.path in self._linked)

    def _pages(self, lang: str, page: str) -> tuple[NamedLink, ...]:
        """The static pages of the site as seen from a page, by weight, and the glossary: made once for each folder."""
        folder = page.rpartition("/")[0]
        if (lang, folder) not in self._static_pages:
            self._static_pages[lang, folder] = tuple(
                NamedLink(
                    p.edition.meta.title,
                    relative(p.path, page),
                    name=p.edition.slug,
                    lang=p.edition.lang if p.edition.lang != lang else "",
                )
                for p in self._menu[lang]
            )
            if self.selection.terms:
                glossary = NamedLink(page_title("glossary", lang), relative(self._glossary(lang), page), name="istilah")
                self._static_pages[lang, folder] += (glossary,)
        return self._static_pages[lang, folder]

    def _about(self, lang: str) -> tuple[str, ...]:
        """What the entries of the navigation are made from, to tell pages apart that show others."""
        return (*self._sections, *(f"{link.href} {link.title}" for link in self._pages(lang, "")))

    def _glossary(self, lang: str) -> str:
        return f"{self.selection.folder(lang)}{GLOSSARY}"


def _listed(offered: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted([placed for placed in offered if placed.kind.listed], key=_NEWEST))


def _in_menu(offered: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted((p for p in offered if p.kind.menu), key=lambda p: (-p.edition.meta.weight, p.path)))


def _by_language(some: Iterable[Placed], languages: tuple[str, ...]) -> dict[str, dict[str, Placed]]:
    found: dict[str, dict[str, Placed]] = {lang: {} for lang in languages}
    for placed in some:
        found[placed.edition.lang][placed.edition.path] = placed
    return found


def _first_of(chain: list[dict[str, Placed]]) -> Mapping[str, Placed]:
    """By their names, what the first of these has of all documents that any of them has."""
    found: dict[str, Placed] = {}
    for one in reversed(chain):
        found = {**found, **one} if found and one else found or one
    return found
