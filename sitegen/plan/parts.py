"""What makers put pages together from: cards, heads, links, lists of documents; each made once for all its uses."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from operator import attrgetter

from sitegen import locale
from sitegen.digest import digest, digest_lines
from sitegen.model.document import Edition
from sitegen.model.glossary import Term
from sitegen.model.kinds import KINDS
from sitegen.model.output import Body
from sitegen.model.parsed import Link, Parsed
from sitegen.model.picture import PictureUse, is_raster
from sitegen.model.project import StaticFile
from sitegen.model.views import (
    Alternate,
    Head,
    NamedLink,
)
from sitegen.plan.canonical import canonical
from sitegen.plan.glossary import terms_in
from sitegen.plan.links import GENERATED, GLOSSARY, Target, file_of, target_of
from sitegen.plan.pictures import use_of
from sitegen.plan.related import Related
from sitegen.plan.selection import Placed, Selection
from sitegen.plan.shared import Around, Common, Neighbours, Shared
from sitegen.plan.titles import FILES, page_title
from sitegen.urls import canonical_path, document_name, relative, root_of
from sitegen.values import replace

# People read texts of 17 languages aloud at 184 words a minute on average, 155 to 213 between languages: Trauzettel-
# Klosinski and Dietz 2012, doi:10.1167/iovs.11-8284. Indonesian was not among them; no study of it is known to us. Many
# read to the family here, and silent readers are done sooner than promised.
WORDS_A_MINUTE = 180
_NEWEST = attrgetter("newest")
_set_of = lru_cache(maxsize=1 << 10)(frozenset[str])  # few are distinct


class Parts:
    """A selection with its documents by path and topic, and the parts that its pages are made of."""

    def __init__(self, selection: Selection, shared: Shared) -> None:
        self.selection = selection
        self.shared = shared
        self.languages = selection.languages
        self._here, gone = (_by_language(some, self.languages) for some in (selection.shown, selection.gone))
        # What lists in a language show, and where links from it lead: the first of a chain of languages that has it.
        chains = {lang: selection.chain(lang) for lang in self.languages}
        self._offers = {lang: _first_of([self._here[code] for code in chain]) for lang, chain in chains.items()}
        self._leads = {
            lang: _first_of([some for code in chain for some in (self._here[code], gone[code])])
            for lang, chain in chains.items()
        }
        self.styles: set[tuple[str, ...]] = set()
        self._static_pages: dict[tuple[str, str], tuple[NamedLink, ...]] = {}
        self._commons: dict[tuple[str, str, tuple[str, ...]], Common] = {}
        self._links_to_topics: dict[tuple[str, str, str], tuple[NamedLink, ...]] = {}
        self._titles = {topic.slug: topic.title for topic in selection.topics}
        self.listed = {lang: self._listed(lang) for lang in self.languages}
        self._menu = {lang: self._in_menu(lang) for lang in self.languages}
        self._by_topic = {lang: self._topics(lang) for lang in self.languages}
        self._relations = {lang: Related(self.listed[lang]) for lang in self.languages}
        generated = GENERATED | {GLOSSARY} if selection.terms else GENERATED
        near = shared.neighbours
        all_around = [near.get(p.edition.stamp) or self._neighbours(p.edition) for p in selection.shown]
        pictured = {name for one in all_around for name in one.pictured}
        self._linked = {name for one in all_around for name in one.linked}
        sized = (file for file in self._offered() if file.path in pictured and file.digest in shared.pictures)
        self._pictures = {file.path: file for file in sized}
        # By kind, so that a new kind is found here: which lists there are, and which entries of the navigation.
        shown = {placed.edition.kind for placed in selection.shown}
        ever = shown | {placed.edition.kind for placed in selection.gone}
        self._lists = tuple(kind for kind in KINDS if kind.list and kind.id in ever)
        self._sections = tuple(kind.section for kind in KINDS if kind.list and kind.section and kind.id in shown)
        self._has = " ".join(kind.id for kind in self._lists)
        lists = {kind.list for kind in self._lists}
        self._known_files = generated | lists | {file.path for file in self._copied()}
        self._beside = {file.path: file for file in self._offered() if file.owner}
        # What all pages of a language have in common; then what is told by those that lead to all lists.
        self._shapes = {
            lang: digest(shared.words, lang, selection.folder(lang), selection.confirmed, self._about(lang))
            for lang in self.languages
        }
        counts = tuple(
            (lang, len(self.listed[lang]), *((topic, len(items)) for topic, items in self._by_topic[lang].items()))
            for lang in self.languages
        )
        self._counted = digest(tuple(self._shapes.values()), counts, selection.theme.page_size)

    def _neighbours(self, edition: Edition) -> Neighbours:
        targets, parsed = self._targets(edition), self.shared.parsed[edition.text.key]
        self.shared.faces[edition.stamp] = f"{edition.face}{minutes_of(parsed)}"
        files = [(target.name, link.image) for link, target in targets if target.kind == "file"]
        offered = [file_of(edition)] if edition.meta.file else []
        found = self.shared.neighbours[edition.stamp] = Neighbours(
            tuple(dict.fromkeys([target.name for _, target in targets if target.kind == "document"])),
            (*dict.fromkeys([name for name, _ in files]), *offered),
            tuple([name for name, image in files if image]),
            tuple([name for name, image in files if not image]),
            _set_of(parsed.marks),
        )
        return found

    def _around(self, placed: Placed) -> Around:
        """What a document's page is made from. Two pages with the same are the same."""
        edition, meta, near = placed.edition, placed.edition.meta, self.shared.neighbours[placed.edition.stamp]
        common = self._commons.get((edition.lang, edition.kind, meta.topics)) or self._common(placed)
        own = self._own(placed) if meta.related or meta.canonical == "hub" or len(self.languages) > 1 else ()
        leads, files = self._leads[edition.lang], map(self._file_stamp, near.files)
        addresses = [leads[name].address if name in leads else "" for name in near.documents]
        return edition.stamp, common, own, (*addresses, *files)

    def _common(self, placed: Placed) -> Common:
        """What a page has in common with those of its language, its kind and its topics."""
        edition, topics = placed.edition, placed.edition.meta.topics
        listed = [topic for topic in topics if topic in self._by_topic[edition.lang]]
        about = digest_lines(self._shapes[edition.lang], self._zone(placed), *listed)
        ranking = self._relations[edition.lang].ranking(topics) if placed.kind.listed else ()
        common = self._commons[edition.lang, edition.kind, topics] = Common(about, digest_lines(*self._faces(ranking)))
        return common

    def _own(self, placed: Placed) -> tuple[str, ...]:
        """What only some documents have: an address on the hub, other languages, what they name as related."""
        edition = placed.edition
        hub = canonical(edition, self.selection.elsewhere)
        return (*([hub] if hub else ()), *self._languages(edition.path), *self._faces(self._named(placed)))

    def _languages(self, path: str) -> tuple[str, ...]:
        """The languages in which a document exists here, if there are several."""
        found = tuple([lang for lang in self.languages if path in self._here[lang]])
        return found if len(found) > 1 else ()

    def _zone(self, placed: Placed) -> str:
        """The time zone that a page tells of; only those of events do."""
        return self.selection.zone if placed.kind.id == "event" else ""

    def _faces(self, some: Iterable[Placed]) -> tuple[str, ...]:
        """For each document the digest of all that pages of others show of it."""
        faces = self.shared.faces
        return tuple([faces[placed.edition.stamp] for placed in some])

    def _named(self, placed: Placed) -> tuple[Placed, ...]:
        """What a document itself names as related, of what this selection shows."""
        names, shown = map(document_name, placed.edition.meta.related), self._offers[placed.edition.lang]
        return tuple([shown[name] for name in names if name in shown])

    def _file_stamp(self, name: str) -> str:
        """Whether a site has a file, and which one: as it is published, in sizes, beside a document."""
        sized, beside = self._pictures.get(name), self._beside.get(name)
        return f"{name in self._known_files}:{sized.digest if sized else ''}:{beside.digest if beside else ''}"

    def _targets(self, edition: Edition) -> tuple[tuple[Link, Target], ...]:
        known = self.shared.targets.get(edition.stamp)
        if known is None:
            links = self.shared.parsed[edition.text.key].links
            known = tuple([(link, target_of(link.target, edition)) for link in links])
            self.shared.targets[edition.stamp] = known
        return known

    def _terms(self, edition: Edition) -> tuple[Term, ...]:
        """The terms of the glossary that a text uses: looked for once for each distinct text."""
        key = edition.text.key
        if key not in self.shared.terms:
            terms = self.selection.terms  # without any, no running text has to be fetched
            self.shared.terms[key] = terms_in(self.shared.parsed[key].prose, terms) if terms else ()
        return self.shared.terms[key]

    def _glossary(self, lang: str) -> str:
        return f"{self.selection.folder(lang)}{GLOSSARY}"

    def _body(self, placed: Placed, page: str) -> Body:
        """The body of a document as a page shows it: where its links lead, and how its pictures are called."""
        text = placed.edition.text
        hrefs, pictures = tuple(self._hrefs(placed, page)), tuple(self._uses(placed, page))
        return Body(text, hrefs, digest(text.key, hrefs, pictures), pictures)

    def _hrefs(self, placed: Placed, page: str) -> Iterator[tuple[str, str]]:
        """Where the links of a body lead from a page; what only waits for the office's acceptance is the list of
        articles."""
        articles = relative(f"{self.selection.folder(placed.edition.lang)}artikel/index.html", page)
        for link, target in self._targets(placed.edition):
            written = link.target
            if link.image and target.name in self._pictures:
                continue
            if target.kind == "document":
                found = self._leads[placed.edition.lang].get(target.name)
                if found:
                    tail = f"#{target.fragment}" if target.fragment else ""
                    yield written, relative(found.address, page) + tail
                else:
                    yield written, articles
            elif target.kind == "file":
                there = target.name in self._known_files
                yield written, relative(target.name, page) if there else articles

    def _uses(self, placed: Placed, page: str) -> Iterator[PictureUse]:
        """The pictures that a body shows, as a page calls them."""
        for link, target in self._targets(placed.edition):
            if link.image and target.kind == "file" and target.name in self._pictures:
                file = self._pictures[target.name]
                yield use_of(link.target, file, self.shared.pictures[file.digest], page)

    def _alternates(self, page: str, paths: Mapping[str, str]) -> tuple[Alternate, ...]:
        """One page in the languages in which it exists (`paths` by language), itself among them, in the order of the
        site; none if it exists in one only. Search engines are told on sites that they may list: of the languages that
        they know, if there are two, and which is for everybody else."""
        known = [lang for lang in self.languages if lang in paths]
        if len(known) < 2:
            return ()
        tags = {lang: locale.search_tag(lang) for lang in known if self.selection.confirmed}
        told = {lang: tag for lang, tag in tags.items() if tag}
        if len(told) < 2 or page not in {paths[lang] for lang in told}:
            told = {}  # what one page says of another, that one must say of it
        return tuple(
            Alternate(
                lang, locale.language_name(lang), relative(paths[lang], page), canonical_path(paths[lang]),
                told.get(lang, ""), lang == next(iter(told), None),
            )
            for lang in known
        )  # fmt: skip

    def _everywhere(self, page: str, file: str) -> tuple[Alternate, ...]:
        """As `_alternates`, for a page that the site has in each of its languages."""
        return self._alternates(page, {lang: self.selection.folder(lang) + file for lang in self.languages})

    def _topic_title(self, slug: str) -> str:
        return self._titles.get(slug, slug)

    def _topic_path(self, slug: str, lang: str) -> str:
        return f"{self.selection.folder(lang)}topik/{slug}.html"

    def _listed(self, lang: str) -> tuple[Placed, ...]:
        """The articles that lists in this language show: in it if they exist in it, else in the site's next one."""
        return tuple(sorted([p for p in self._offers[lang].values() if p.kind.listed], key=_NEWEST))

    def _in_menu(self, lang: str) -> tuple[Placed, ...]:
        """The static pages of the site, by weight."""
        return tuple(
            sorted(
                (p for p in self._offers[lang].values() if p.kind.menu), key=lambda p: (-p.edition.meta.weight, p.path)
            )
        )

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

    def _head(
        self,
        path: str,
        lang: str,
        title: str,
        description: str,
        section: str,
        crumbs: tuple[NamedLink, ...],
        schema: str = "",
    ) -> Head:
        root = root_of(path)
        return Head(
            lang=lang, path=path, url=canonical_path(path), title=title, description=description, root=root,
            base=root + self.selection.folder(lang), section=section, crumbs=crumbs, pages=self._pages(lang, path),
            locale=locale.graph_locale(lang), schema=schema, described=self.selection.confirmed,
            lists=self._sections,
        )  # fmt: skip

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

    def _link(self, name: str, lang: str, page: str) -> NamedLink:
        path = self.selection.folder(lang) + FILES[name]
        return NamedLink(page_title(name, lang), relative(path, page), url=canonical_path(path))


def minutes_of(parsed: Parsed) -> int:
    """The reading time of a text."""
    return max(1, round(parsed.words / WORDS_A_MINUTE))


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


def unindexed(head: Head) -> Head:
    """The head of a page that search engines shall not list."""
    return replace(head, indexed=False, described=False)
