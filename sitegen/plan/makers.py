"""Makers: from a selection to its outputs. The table at the end is the list of all that a site consists of."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from sitegen import locale
from sitegen.digest import digest
from sitegen.keys import hinted
from sitegen.model.document import Edition
from sitegen.model.output import Body, CardUse, Copy, Output, Page, SiteFile
from sitegen.model.parsed import Parsed
from sitegen.model.project import StaticFile
from sitegen.model.views import (
    Alternate,
    Card,
    DocumentView,
    FeedView,
    Head,
    HomeView,
    IndexView,
    ListView,
    NamedLink,
    PageView,
    RedirectView,
    SimpleView,
    TombstoneView,
)
from sitegen.plan.canonical import canonical, in_sitemap
from sitegen.plan.links import GENERATED, Target, document_name, target_of
from sitegen.plan.selection import Placed, Selection
from sitegen.urls import canonical_path, relative, root_of
from sitegen.words import word

WORDS_A_MINUTE = 180
LATEST = 5
RELATED = 3
FEED_ENTRIES = 20
CONTENTS_FROM = 3

_TITLES = {
    "home": "Beranda",
    "articles": "Artikel",
    "contact": "Kontak",
    "index": "Peta situs",
    "missing": "Halaman tidak ditemukan",
}
_SUMMARIES = {
    "home": "Kesehatan dan JKN: cara berobat, mendaftar, nomor gawat darurat.",
    "articles": "Artikel singkat tentang JKN dan kesehatan, dengan sumber dan tanggal pemeriksaan.",
    "contact": "Kontak kantor dan nomor penting.",
    "index": "Semua halaman dan artikel menurut abjad.",
    "missing": "Alamat itu tidak ada di situs ini.",
}


@dataclass
class Shared:
    """What all selections share, so that nothing is made twice: parsed texts, template digests, finished cards and
    pages by the digest of what they are made from."""

    parsed: Mapping[str, Parsed]
    templates: Mapping[str, str]
    cards: dict[tuple[object, ...], CardUse] = field(default_factory=dict)
    pages: dict[tuple[object, ...], Page] = field(default_factory=dict)
    lists: dict[tuple[object, ...], tuple[Output, ...]] = field(default_factory=dict)
    targets: dict[str, tuple[tuple[str, Target], ...]] = field(default_factory=dict)


class Maker:
    """Makes the outputs of one selection. Methods named in `MAKERS` each yield outputs of one kind."""

    def __init__(self, selection: Selection, shared: Shared) -> None:
        self.selection = selection
        self.shared = shared
        self.languages = selection.languages
        self.by_path: dict[str, dict[str, Placed]] = {}
        for placed in selection.shown:
            self.by_path.setdefault(placed.edition.path, {})[placed.edition.lang] = placed
        self._static_pages: dict[tuple[str, str], tuple[NamedLink, ...]] = {}
        self.gone = {(p.edition.path, p.edition.lang): p for p in selection.gone}
        self.listed = {lang: self._listed(lang) for lang in self.languages}
        self._by_topic = {lang: self._topics(lang) for lang in self.languages}
        self._files = {file.path for file in self._copied()}

    def outputs(self) -> Iterator[Output]:
        """All outputs of the selection, maker by maker."""
        for maker in SINGLE_MAKERS if self.selection.single else MAKERS:
            yield from maker(self)

    # -- documents -----------------------------------------------------------------------------------------------

    def documents(self) -> Iterator[Output]:
        """Articles and static pages, each in the languages in which it exists."""
        for placed in self.selection.shown:
            yield self._document(placed)

    def _document(self, placed: Placed) -> Page:
        edition, lang = placed.edition, placed.edition.lang
        related = self._related(placed) if placed.kind.listed else ()
        cards = tuple(self._card(p, "related", placed.path, lang) for p in related)
        hrefs = tuple(self._hrefs(placed))
        others = tuple(p for code, p in self.by_path[edition.path].items() if code != lang)
        paths = {p.edition.lang: p.path for p in (placed, *others)}
        alternates = self._alternates(placed.path, paths) if others else ()
        known = tuple(topic for topic in edition.meta.topics if topic in self._by_topic[lang])
        hub = canonical(edition, self.selection.elsewhere)
        same = (hub, self.languages, self._about(lang), alternates, known)
        memo = (edition.stamp, same, tuple(c.key for c in cards), hrefs)
        page = self.shared.pages.get(memo)
        if page is None:
            parsed = self.shared.parsed[edition.text.key]
            meta = edition.meta
            topics = tuple(
                NamedLink(self._topic_title(topic), relative(self._topic_path(topic, lang), placed.path))
                for topic in known
            )
            crumbs: tuple[NamedLink, ...] = (self._link("home", lang, placed.path),)
            if placed.kind.listed:
                crumbs += (self._link("articles", lang, placed.path), *topics[:1])
            head = self._head(placed.path, lang, meta.title, meta.summary, placed.kind.section, crumbs)
            head = _listed_as(replace(head, alternates=alternates), edition, hub)
            view = DocumentView(
                head=head, kind=edition.kind, title=meta.title, summary=meta.summary, points=meta.points,
                topics=topics, date=meta.date, checked=meta.checked, review_by=meta.review_by, sources=meta.sources,
                reviewed=meta.reviewed, reviewer=meta.reviewer, example=meta.example,
                draft=meta.draft, local=edition.local,
                minutes=_minutes(parsed), contents=sum(h.level == 2 for h in parsed.headings) >= CONTENTS_FROM,
                headings=parsed.headings, related=bool(cards), overdue=edition.overdue,
                legal_basis=meta.legal_basis,
            )  # fmt: skip
            body = Body(edition.text, hrefs, digest(edition.text.key, hrefs))
            page = self._page(placed.path, placed.kind.template, view, body, (("related", cards),), edition.file)
            self.shared.pages[memo] = page
        return page

    def _hrefs(self, placed: Placed) -> Iterator[tuple[str, str]]:
        """Where the links of a body lead; what only waits for the office's acceptance is the list of articles."""
        articles = relative(f"{self.selection.folder(placed.edition.lang)}artikel/index.html", placed.path)
        for written, target in self._targets(placed.edition):
            if target.kind == "document":
                found = self._best(target.name, placed.edition.lang)
                if found:
                    tail = f"#{target.fragment}" if target.fragment else ""
                    yield written, relative(found.path, placed.path) + tail
                else:
                    yield written, articles
            elif target.kind == "file":
                there = target.name in GENERATED or target.name in self._files
                yield written, relative(target.name, placed.path) if there else articles

    def _targets(self, edition: Edition) -> tuple[tuple[str, Target], ...]:
        known = self.shared.targets.get(edition.stamp)
        if known is None:
            links = self.shared.parsed[edition.text.key].links
            known = tuple((link.target, target_of(link.target, edition)) for link in links)
            self.shared.targets[edition.stamp] = known
        return known

    def _best(self, path: str, lang: str) -> Placed | None:
        """The document in this language, else in the first language of the site that has it, else its tombstone."""
        offers = self.by_path.get(path, {})
        for code in self.selection.chain(lang):
            found = offers.get(code) or self.gone.get((path, code))
            if found:
                return found
        return None

    def _shown(self, path: str, lang: str) -> Placed:
        """What lists in this language show of a document that is shown at all: never a tombstone."""
        offers = self.by_path[path]
        return next(offers[code] for code in self.selection.chain(lang) if code in offers)

    def _related(self, placed: Placed) -> tuple[Placed, ...]:
        """Up to three articles that share a topic: most shared topics first, then by weight."""
        edition = placed.edition
        by_topic = self._by_topic[edition.lang]
        offers: dict[str, tuple[int, int, Placed]] = {}
        for topic in edition.meta.topics:
            for rank, other in enumerate(by_topic.get(topic, ())[: RELATED + 2]):
                if other.edition.path != edition.path:
                    seen = offers.get(other.edition.path, (0, rank, other))
                    offers[other.edition.path] = (seen[0] - 1, min(seen[1], rank), other)
        best = sorted(offers.items(), key=lambda item: (item[1][0], -item[1][2].edition.meta.weight, item[0]))
        return tuple(offer[2] for _, offer in best[:RELATED])

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

    def tombstones(self) -> Iterator[Output]:
        """Withdrawn, expired and held documents at their old URLs, since uploads never delete what a host still has."""
        for placed in self.selection.gone:
            edition, lang = placed.edition, placed.edition.lang
            assert edition.gone
            instead = self._path_of(edition.gone.instead)
            head = self._head(placed.path, lang, edition.meta.title, "", "", (self._link("home", lang, placed.path),))
            view = TombstoneView(
                _unindexed(head), edition.meta.title, edition.gone.on, edition.gone.expired, edition.gone.reason,
                relative(instead, placed.path) if instead else "", edition.gone.held,
            )  # fmt: skip
            yield self._page(placed.path, "tombstone.html", view, origin=edition.file)

    def redirects(self) -> Iterator[Output]:
        """Old URLs of documents."""
        for placed in (*self.selection.shown, *self.selection.gone):
            for alias in placed.edition.meta.aliases:
                path = placed.folder + alias
                head = self._head(path, placed.edition.lang, placed.edition.meta.title, "", "", ())
                view = RedirectView(_unindexed(head), relative(placed.path, path), canonical_path(placed.path))
                yield self._page(path, "redirect.html", view, origin=placed.edition.file)

    def _path_of(self, instead: str) -> str:
        """The path of the document that a tombstone names ("artikel/mendaftar" or with .md or .html), or ""."""
        found = self._best(document_name(instead), self.languages[0]) if instead else None
        return found.path if found else ""

    # -- lists ---------------------------------------------------------------------------------------------------

    def lists(self) -> Iterator[Output]:
        """All articles, newest first, page by page."""
        for lang in self.languages:
            first = f"{self.selection.folder(lang)}artikel/index.html"
            items = self.listed[lang]
            make = partial(self._list, lang, first, "", _title("articles", lang), "", items)
            yield from self._once("articles", lang, items, make)

    def topics(self) -> Iterator[Output]:
        """A list for each topic that has articles on these sites."""
        texts = {topic.slug: topic for topic in self.selection.topics}
        for lang in self.languages:
            for topic, items in self._by_topic[lang].items():
                path = self._topic_path(topic, lang)
                make = partial(self._list, lang, path, topic, texts[topic].title, texts[topic].summary, items)
                yield from self._once(f"topic {topic} {len(self.listed[lang])}", lang, items, make)

    def _list(
        self, lang: str, first: str, topic: str, title: str, intro: str, items: tuple[Placed, ...]
    ) -> Iterator[Output]:
        size = self.selection.theme.page_size
        count = max(1, -(-len(items) // size))
        paths = [first, *(_numbered(first, number) for number in range(2, count + 1))]
        for number, path in enumerate(paths, 1):
            crumbs: tuple[NamedLink, ...] = (self._link("home", lang, path),)
            crumbs += (self._link("articles", lang, path),) if topic else ()
            heading = title if number == 1 else f"{title} ({number})"
            head = self._head(path, lang, heading, intro or _summary("articles", lang), "artikel", crumbs)
            head = replace(head, alternates=self._list_alternates(path, topic, number))
            rows = tuple(self._card(p, "row", path, lang) for p in items[(number - 1) * size : number * size])
            view = ListView(
                head=head, topic=topic, intro=intro, total=len(items),
                topics=self._topic_links(lang, path, topic),
                pages=tuple(
                    NamedLink(str(n), relative(paths[n - 1], path), n == number) if n else NamedLink("…", "")
                    for n in _window(number, count)
                ),
                previous=relative(paths[number - 2], path) if number > 1 else "",
                next=relative(paths[number], path) if number < count else "",
            )  # fmt: skip
            yield self._page(path, "list.html", view, None, (("items", rows),))

    def _list_alternates(self, page: str, topic: str, number: int) -> tuple[Alternate, ...]:
        """The same page of a list in the languages in which it has so many."""
        paths = {}
        for lang in self.languages:
            items = self._by_topic[lang].get(topic, ()) if topic else self.listed[lang]
            first = self._topic_path(topic, lang) if topic else f"{self.selection.folder(lang)}artikel/index.html"
            if (number == 1 and (items or not topic)) or len(items) > (number - 1) * self.selection.theme.page_size:
                paths[lang] = first if number == 1 else _numbered(first, number)
        return self._alternates(page, paths)

    def _topic_links(self, lang: str, path: str, current: str) -> tuple[NamedLink, ...]:
        articles = f"{self.selection.folder(lang)}artikel/index.html"
        every = NamedLink("", relative(articles, path), not current, len(self.listed[lang]))
        links = [every]
        for topic, items in self._by_topic[lang].items():
            href = relative(self._topic_path(topic, lang), path)
            links.append(NamedLink(self._topic_title(topic), href, topic == current, len(items)))
        return tuple(links)

    def _topic_title(self, slug: str) -> str:
        return next((topic.title for topic in self.selection.topics if topic.slug == slug), slug)

    def _topic_path(self, slug: str, lang: str) -> str:
        return f"{self.selection.folder(lang)}topik/{slug}.html"

    def _listed(self, lang: str) -> tuple[Placed, ...]:
        """The articles that lists in this language show: in it if they exist in it, else in the site's next one."""
        best = (self._shown(path, lang) for path in self.by_path)
        articles = [p for p in best if p.kind.listed]
        return tuple(sorted(articles, key=_newest_first))

    def _topics(self, lang: str) -> dict[str, tuple[Placed, ...]]:
        found: dict[str, list[Placed]] = {topic.slug: [] for topic in self.selection.topics}
        for placed in self.listed[lang]:
            for topic in placed.edition.meta.topics:
                if topic in found:
                    found[topic].append(placed)
        return {topic: tuple(items) for topic, items in found.items() if items}

    # -- single pages --------------------------------------------------------------------------------------------

    def home(self) -> Iterator[Output]:
        """The home page of each language."""
        for lang in self.languages:
            path = f"{self.selection.folder(lang)}index.html"
            tasks = self._tasks(path, lang)
            latest = tuple(self._card(p, "latest", path, lang) for p in self.listed[lang][:LATEST])
            days = [p.edition.meta.checked or p.edition.meta.date for p in self.listed[lang]]
            head = self._head(path, lang, _title("home", lang), _summary("home", lang), "beranda", ())
            head = replace(head, alternates=self._everywhere(path, "index.html"))
            view = HomeView(head, bool(tasks), bool(latest), max((d for d in days if d), default=None))
            yield self._page(path, "home.html", view, None, (("tasks", tasks), ("latest", latest)))

    def area(self) -> Iterator[Output]:
        """The one page of a kecamatan, which has no Dinas Kesehatan of its own."""
        lang = self.languages[0]
        head = self._head("index.html", lang, _title("home", lang), "", "beranda", ())
        yield self._page("index.html", "area.html", SimpleView(head))

    def contact(self) -> Iterator[Output]:
        """How to reach the office, and the national channels."""
        yield from self._simple("contact", "kontak.html", "contact.html", "kontak")

    def index(self) -> Iterator[Output]:
        """The site map: pages, and articles by letter."""
        for lang in self.languages:
            everything = sorted((p for p in self.selection.shown if p.edition.lang in self.languages), key=_by_path)
            yield from self._once("index", lang, everything, partial(self._index, lang))

    def _index(self, lang: str) -> Iterator[Output]:
        path = f"{self.selection.folder(lang)}peta-situs.html"
        letters: dict[str, list[Placed]] = {}
        for placed in sorted(self.listed[lang], key=lambda p: (p.edition.meta.title.casefold(), p.path)):
            letters.setdefault(_letter(placed.edition.meta.title), []).append(placed)
        cards = tuple(
            (letter, tuple(self._card(p, "index", path, lang) for p in placed))
            for letter, placed in sorted(letters.items())
        )
        pages = (
            self._link("home", lang, path),
            self._link("articles", lang, path),
            *self._pages(lang, path),
            self._link("contact", lang, path),
        )
        head = self._head(
            path,
            lang,
            _title("index", lang),
            _summary("index", lang),
            "peta-situs",
            (self._link("home", lang, path),),
        )
        head = replace(head, alternates=self._everywhere(path, "peta-situs.html"))
        yield self._page(path, "index.html", IndexView(head, pages, tuple(sorted(letters))), None, cards)

    def missing(self) -> Iterator[Output]:
        """404.html: served at any depth, so it alone uses paths from the root; linked from nowhere."""
        lang = self.languages[0]
        head = self._head("404.html", lang, _title("missing", lang), _summary("missing", lang), "", ())
        mount = self.selection.mount
        tasks = self._tasks("404.html", lang, mount)
        pages = tuple(replace(link, href=mount + link.href) for link in head.pages)
        head = replace(_unindexed(head), root=mount, base=mount, pages=pages)
        yield self._page("404.html", "404.html", SimpleView(head, bool(tasks)), None, (("tasks", tasks),))

    def _simple(self, name: str, file: str, template: str, section: str) -> Iterator[Output]:
        for lang in self.languages:
            path = self.selection.folder(lang) + file
            crumbs = (self._link("home", lang, path),)
            head = self._head(path, lang, _title(name, lang), _summary(name, lang), section, crumbs)
            head = replace(head, alternates=self._everywhere(path, file))
            yield self._page(path, template, SimpleView(head))

    def _tasks(self, path: str, lang: str, root: str = "") -> tuple[CardUse, ...]:
        tasks = [p for p in self.listed[lang] if p.edition.meta.task]
        tasks.sort(key=lambda p: (p.edition.meta.task.order if p.edition.meta.task else 0, p.path))
        return tuple(self._card(p, "task", path, lang, root) for p in tasks)

    # -- files for machines ----------------------------------------------------------------------------------------

    def feeds(self) -> Iterator[Output]:
        """An Atom feed (RFC 4287) for each language."""
        for lang in self.languages:
            path = f"{self.selection.folder(lang)}feed.xml"
            items = self.listed[lang][:FEED_ENTRIES]
            entries = tuple(self._card(p, "entry", path, lang, extension="xml") for p in items)
            yield self._page(path, "feed.xml", self._feed(path, lang, items), None, (("entries", entries),))

    def sitemap(self) -> Iterator[Output]:
        """A sitemap (sitemaps.org 0.9), on confirmed sites only: the others ask not to be listed."""
        if self.selection.confirmed:
            lang = self.languages[0]
            listed = tuple(p for p in self.selection.shown if in_sitemap(p.edition, self.selection.elsewhere))
            cards = tuple(self._card(p, "url", "sitemap.xml", lang, extension="xml") for p in listed)
            view = self._feed("sitemap.xml", lang, listed)
            yield self._page("sitemap.xml", "sitemap.xml", view, None, (("entries", cards),))

    def _feed(self, path: str, lang: str, items: tuple[Placed, ...]) -> FeedView:
        days = [p.edition.meta.checked or p.edition.meta.date for p in items]
        return FeedView(lang, path, path, root_of(path), max((d for d in days if d), default=None))

    def site_files(self) -> Iterator[Output]:
        """Files whose templates see the real site."""
        for path in ("robots.txt", "favicon.svg"):
            template = f"files/{path}"
            yield SiteFile(path, template, self.shared.templates.get(template, ""), self._file(template))

    def copies(self) -> Iterator[Output]:
        """Static files of the theme, of layers, and beside documents that the sites show."""
        for file in self._copied():
            yield Copy(file.path, file.source, file.digest)

    def _copied(self) -> Iterator[StaticFile]:
        return (file for file in self.selection.static if not file.owner or file.owner in self.by_path)

    # -- parts -----------------------------------------------------------------------------------------------------

    def _page(
        self,
        path: str,
        template: str,
        view: PageView,
        body: Body | None = None,
        cards: tuple[tuple[str, tuple[CardUse, ...]], ...] = (),
        origin: str = "",
    ) -> Page:
        frame = digest(self.shared.templates.get(template, ""), view)
        keys = tuple((name, tuple(use.key for use in uses)) for name, uses in cards)
        made_from = digest(frame, body.key if body else "", keys)
        parts = (self.shared.templates.get(template, ""), frame, body.key if body else "", digest(keys) if keys else "")
        return Page(path, template, view, body, cards, frame, hinted(made_from, *parts), origin or self._file(template))

    def _file(self, template: str) -> str:
        return f"themes/{self.selection.theme.name}/templates/{template}"

    def _once(
        self, name: str, lang: str, items: Iterable[Placed], make: Callable[[], Iterator[Output]]
    ) -> Iterator[Output]:
        """What `make` gives, made once for all selections that have these items in these languages."""
        stamps = tuple(placed.edition.stamp for placed in items)
        counts = tuple(self._counts(code) for code in self.languages)
        told = self.selection.confirmed and len(self.languages) > 1  # search engines, of the other languages
        memo = (name, lang, self.languages, told, self._about(lang), stamps, counts)
        known = self.shared.lists.get(memo)
        if known is None:
            known = self.shared.lists[memo] = tuple(make())
        yield from known

    def _counts(self, lang: str) -> tuple[tuple[str, int], ...]:
        return tuple((topic, len(items)) for topic, items in self._by_topic[lang].items())

    def _card(
        self, placed: Placed, name: str, page: str, lang: str, root: str = "", extension: str = "html"
    ) -> CardUse:
        edition = placed.edition
        href = root + placed.path if root else relative(placed.path, page)
        memo = (edition.stamp, name, href, lang, placed.path)
        found = self.shared.cards.get(memo)
        if found is None:
            meta, template = edition.meta, f"cards/{name}.{extension}"
            card = Card(
                lang=edition.lang, href=href, url=canonical_path(placed.path), id=f"{edition.lang}/{edition.path}",
                lang_name=locale.language_name(edition.lang) if edition.lang != lang else "",
                title=meta.title, summary=meta.summary,
                topic=self._topic_title(meta.topics[0]) if meta.topics else "",
                date=meta.date, checked=meta.checked, minutes=_minutes(self.shared.parsed[edition.text.key]),
                local=edition.local, draft=meta.draft, foreign=edition.lang != lang,
                task_title=meta.task.title if meta.task else "", task_text=meta.task.text if meta.task else "",
            )  # fmt: skip
            key = digest(self.shared.templates.get(template, ""), lang, card)
            found = self.shared.cards[memo] = CardUse(template, lang, card, key)
        return found

    def _head(
        self, path: str, lang: str, title: str, description: str, section: str, crumbs: tuple[NamedLink, ...]
    ) -> Head:
        root = root_of(path)
        return Head(
            lang=lang, path=path, url=canonical_path(path), title=title, description=description, root=root,
            base=root + self.selection.folder(lang), section=section, crumbs=crumbs, pages=self._pages(lang, path),
        )  # fmt: skip

    def _pages(self, lang: str, page: str) -> tuple[NamedLink, ...]:
        """The static pages of the site as seen from a page, by weight: made once for each folder."""
        folder = page.rpartition("/")[0]
        if (lang, folder) not in self._static_pages:
            best = (self._shown(path, lang) for path in self.by_path)
            found = sorted((p for p in best if not p.kind.listed), key=lambda p: (-p.edition.meta.weight, p.path))
            self._static_pages[lang, folder] = tuple(
                NamedLink(
                    p.edition.meta.title,
                    relative(p.path, page),
                    name=p.edition.slug,
                    lang=p.edition.lang if p.edition.lang != lang else "",
                )
                for p in found
            )
        return self._static_pages[lang, folder]

    def _about(self, lang: str) -> tuple[str, ...]:
        """What the static pages' links are made from, to tell pages apart that show others."""
        return tuple(f"{link.href} {link.title}" for link in self._pages(lang, ""))

    def _link(self, name: str, lang: str, page: str) -> NamedLink:
        file = {"home": "index.html", "articles": "artikel/index.html", "contact": "kontak.html"}[name]
        return NamedLink(_title(name, lang), relative(self.selection.folder(lang) + file, page))


MAKERS: tuple[Callable[[Maker], Iterator[Output]], ...] = (
    Maker.home,
    Maker.documents,
    Maker.tombstones,
    Maker.redirects,
    Maker.lists,
    Maker.topics,
    Maker.contact,
    Maker.index,
    Maker.missing,
    Maker.feeds,
    Maker.sitemap,
    Maker.site_files,
    Maker.copies,
)
SINGLE_MAKERS: tuple[Callable[[Maker], Iterator[Output]], ...] = (
    Maker.area,
    Maker.missing,
    Maker.site_files,
    Maker.copies,
)


def _title(name: str, lang: str) -> str:
    return word(_TITLES[name], lang)


def _summary(name: str, lang: str) -> str:
    return word(_SUMMARIES[name], lang)


def _newest_first(placed: Placed) -> tuple[int, int, str, str]:
    meta = placed.edition.meta
    day = meta.checked or meta.date or dt.date.min
    return (-day.toordinal(), -meta.weight, meta.title, placed.path)


def _by_path(placed: Placed) -> str:
    return placed.path


def _minutes(parsed: Parsed) -> int:
    return max(1, round(parsed.words / WORDS_A_MINUTE))


def _letter(title: str) -> str:
    first = next((c for c in title if c.isalnum()), "#").upper()
    return first if first.isalpha() else "0-9"


def _numbered(first: str, number: int) -> str:
    """The path of a list's further page: beside its index, or in the folder named like the list."""
    folder = first.removesuffix("index.html") if first.endswith("index.html") else first.removesuffix(".html") + "/"
    return f"{folder}halaman-{number}.html"


def _window(number: int, count: int) -> Iterator[int]:
    """The page numbers that a list's navigation shows: the ends and two on each side; 0 stands for a gap."""
    last = 0
    for n in range(1, count + 1 if count > 1 else 1):
        if n in (1, count) or abs(n - number) <= 2:
            if n > last + 1:
                yield 0
            yield n
            last = n


def _listed_as(head: Head, edition: Edition, hub: str) -> Head:
    """What search engines are told: this page, the same one on the hub, or none."""
    head = replace(head, canonical=hub) if hub else head
    return _unindexed(head) if edition.meta.canonical == "noindex" else head


def _unindexed(head: Head) -> Head:
    return replace(head, indexed=False)


def _rooted(head: Head) -> Head:
    return replace(head, root="/", base="/")
