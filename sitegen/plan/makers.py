"""Makers: from a selection to its outputs. The table at the end is the list of all that a site consists of."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from sitegen.digest import digest
from sitegen.model.document import Edition
from sitegen.model.facility import Facility
from sitegen.model.output import CardUse, Copy, Made, Output, Page, SiteFile
from sitegen.model.project import Topic
from sitegen.model.views import (
    Alternate,
    DocumentView,
    FeedView,
    FileFacts,
    Head,
    HomeView,
    ListView,
    NamedLink,
    PageView,
    RedirectView,
    SimpleView,
    TombstoneView,
)
from sitegen.plan import offline
from sitegen.plan.atoz import Atoz
from sitegen.plan.canonical import canonical, in_sitemap
from sitegen.plan.events import Events, told
from sitegen.plan.facilities import directory
from sitegen.plan.glossary import uses, words_explained
from sitegen.plan.links import GLOSSARY
from sitegen.plan.machines import MADE
from sitegen.plan.parts import list_card, minutes_of, unindexed
from sitegen.plan.pictures import outputs_of
from sitegen.plan.related import MOST
from sitegen.plan.selection import Placed
from sitegen.plan.share import share
from sitegen.plan.shelves import Shelves
from sitegen.plan.titles import page_summary, page_title
from sitegen.urls import canonical_path, document_name, relative, root_of

LATEST = 5
FEED_ENTRIES = 20
CONTENTS_FROM = 3


class Maker(Events, Shelves, Atoz):
    """Makes the outputs of one selection. Methods named in `MAKERS` each yield outputs of one kind."""

    def outputs(self) -> Iterator[Output]:
        """All outputs of the selection, maker by maker."""
        for maker in SINGLE_MAKERS if self.selection.single else MAKERS:
            for output in maker(self):
                if isinstance(output, Page):
                    self.sheets.add(self.shared.styles.digest(output.style))
                yield output

    # -- documents -----------------------------------------------------------------------------------------------

    def documents(self) -> Iterator[Output]:
        """Articles and static pages, each in the languages in which it exists."""
        for placed in self.selection.shown:
            if not placed.kind.gathered:
                memo = (placed.edition.stamp, self._shape, self._around(placed))
                page = self.shared.around.get(memo)
                if page is None:
                    page = self.shared.around[memo] = self._document(placed)
                yield page

    def _document(self, placed: Placed) -> Page:
        edition, lang, listed = placed.edition, placed.edition.lang, placed.kind.listed
        related = self._related(placed) if listed else self._named(placed)[:MOST]
        cards = self._cards(related, "related", placed.path, lang)
        body = self._body(placed, placed.path)
        others = tuple(p for code, p in self.by_path[edition.path].items() if code != lang)
        paths = {p.edition.lang: p.path for p in (placed, *others)}
        alternates = self._alternates(placed.path, paths) if others else ()
        known = tuple(topic for topic in edition.meta.topics if topic in self._by_topic[lang])
        hub = canonical(edition, self.selection.elsewhere)
        zone = self.selection.zone if placed.kind.id == "event" else ""
        file = self._file_facts(placed, placed.path, lang)
        confirmed = self.selection.confirmed
        seen = (edition.stamp, hub, self.languages, self._abouts[lang], alternates, known, zone, file, confirmed)
        memo = (seen, tuple([card.key for card in cards]), body.key)
        page = self.shared.pages.get(memo)
        if page is None:
            framed = self.shared.framed.get((seen, bool(cards)))
            if framed is None:
                view = self._view(placed, known, alternates, hub, zone, file, related=bool(cards))
                framed = self.shared.framed[seen, bool(cards)] = (view, self._frame(placed.kind.template, view))
            rows = (("related", cards),)
            page = self._page(placed.path, placed.kind.template, framed[0], body, rows, edition.file, framed[1])
            self.shared.pages[memo] = page
        return page

    def _view(
        self, placed: Placed, known: tuple[str, ...], alternates: tuple[Alternate, ...], hub: str, zone: str,
        file: FileFacts | None, *, related: bool,
    ) -> DocumentView:  # fmt: skip
        """What a document's page shows besides its body and cards."""
        edition, kind, lang = placed.edition, placed.kind, placed.edition.lang
        parsed = self.shared.parsed[edition.text.key]
        meta, event = edition.meta, self._event(placed)
        topics = tuple(
            NamedLink(
                self._topic_title(topic),
                relative(self._topic_path(topic, lang), placed.path),
                url=self._topic_path(topic, lang),
            )
            for topic in known
        )
        crumbs: tuple[NamedLink, ...] = (self._link("home", lang, placed.path),)
        if kind.listed:
            crumbs += (self._link("articles", lang, placed.path), *topics[:1])
        if kind.list:
            crumbs += (self._link(kind.id, lang, placed.path),)
        head = self._head(placed.path, lang, meta.title, meta.summary, kind.section, crumbs, kind.schema)
        head = _listed_as(replace(head, alternates=alternates), edition, hub)
        glossary = relative(self._glossary(lang), placed.path)
        return DocumentView(
            head=head, kind=edition.kind, title=meta.title, summary=meta.summary, points=meta.points,
            topics=topics, date=meta.date, checked=meta.checked, review_by=meta.review_by, sources=meta.sources,
            reviewed=meta.reviewed, reviewer=meta.reviewer, example=meta.example,
            draft=meta.draft, local=edition.local,
            minutes=minutes_of(parsed),
            contents=not kind.shelved and sum(h.level == 2 for h in parsed.headings) >= CONTENTS_FROM,
            headings=parsed.headings, related=related, overdue=edition.overdue,
            legal_basis=meta.legal_basis,
            terms=uses(self._terms(edition), lang, glossary) if kind.listed else (),
            share=None if kind.menu else share(meta, lang, told(meta, event, zone, lang)),
            start=meta.start, end=meta.end, level=meta.level,
            event=event, file=file, questions=self._questions_in(placed),
        )  # fmt: skip

    def _related(self, placed: Placed) -> tuple[Placed, ...]:
        """What a page names as related, of what this selection shows; then articles that have to do with it."""
        return self._relations[placed.edition.lang].to(placed, self._named(placed))

    def _named(self, placed: Placed) -> tuple[Placed, ...]:
        """What a document itself names as related, of what this selection shows."""
        names = (document_name(name) for name in placed.edition.meta.related)
        return tuple(self._shown(name, placed.edition.lang) for name in names if name in self.by_path)

    def tombstones(self) -> Iterator[Output]:
        """Withdrawn, expired and held documents at their old URLs, since uploads never delete what a host still has."""
        for placed in self.selection.gone:
            edition, lang = placed.edition, placed.edition.lang
            assert edition.gone
            instead = self._path_of(edition.gone.instead)
            head = self._head(placed.path, lang, edition.meta.title, "", "", (self._link("home", lang, placed.path),))
            view = TombstoneView(
                unindexed(head), edition.meta.title, edition.gone.on, edition.gone.expired, edition.gone.reason,
                relative(instead, placed.path) if instead else "", edition.gone.held,
            )  # fmt: skip
            yield self._page(placed.path, "tombstone.html", view, origin=edition.file)

    def redirects(self) -> Iterator[Output]:
        """Old URLs of documents."""
        for placed in (*self.selection.shown, *self.selection.gone):
            for alias in placed.edition.meta.aliases:
                path = placed.folder + alias
                head = self._head(path, placed.edition.lang, placed.edition.meta.title, "", "", ())
                view = RedirectView(unindexed(head), relative(placed.path, path), canonical_path(placed.path))
                yield self._page(path, "redirect.html", view, origin=placed.edition.file)

    def _path_of(self, instead: str) -> str:
        """The path of the document that a tombstone names ("artikel/mendaftar" or with .md or .html), or ""."""
        found = self._best(document_name(instead), self.languages[0]) if instead else None
        return found.address if found else ""

    # -- lists ---------------------------------------------------------------------------------------------------

    def lists(self) -> Iterator[Output]:
        """All articles, newest first, page by page."""
        for lang in self.languages:
            first = f"{self.selection.folder(lang)}artikel/index.html"
            yield from self._list(lang, first, self.listed[lang], page_title("articles", lang))

    def topics(self) -> Iterator[Output]:
        """A list and an Atom feed for each topic that has articles on these sites."""
        texts = {topic.slug: topic for topic in self.selection.topics}
        for lang in self.languages:
            for topic, items in self._by_topic[lang].items():
                path = self._topic_path(topic, lang)
                yield from self._list(lang, path, items, texts[topic].title, texts[topic].summary, topic)
                newest = items[:FEED_ENTRIES]
                feed = partial(self._topic_feed, lang, texts[topic], newest)
                yield from self._once(f"feed {topic}", lang, newest, feed)

    def _topic_feed(self, lang: str, topic: Topic, items: tuple[Placed, ...]) -> Iterator[Output]:
        home = self._topic_path(topic.slug, lang)
        path = _feed_path(home)
        view = self._feed(path, lang, items, home, topic.title, topic.summary)
        yield self._page(path, "feed.xml", view, None, (("entries", self._entries(path, lang, items)),))

    def _list(
        self, lang: str, first: str, items: tuple[Placed, ...], title: str, intro: str = "", topic: str = ""
    ) -> Iterator[Output]:
        """A list page by page: an article that is another one on some sites is on one page of it, not on all."""
        size = self.selection.theme.page_size
        count = max(1, -(-len(items) // size))
        paths = [first, *(_numbered(first, number) for number in range(2, count + 1))]
        for number, path in enumerate(paths, 1):
            shown = items[(number - 1) * size : number * size]
            make = partial(self._list_page, lang, paths, number, shown, len(items), title, intro, topic)
            yield from self._once(f"{path} {len(items)}", lang, shown, make)

    def _list_page(
        self, lang: str, paths: list[str], number: int, shown: tuple[Placed, ...], total: int,
        title: str, intro: str, topic: str,
    ) -> Iterator[Output]:  # fmt: skip
        first, path = paths[0], paths[number - 1]
        crumbs: tuple[NamedLink, ...] = (self._link("home", lang, path),)
        crumbs += (self._link("articles", lang, path),) if topic else ()
        heading = title if number == 1 else f"{title} ({number})"
        head = self._head(path, lang, heading, intro or page_summary("articles", lang), "artikel", crumbs)
        head = replace(head, alternates=self._list_alternates(path, topic, number))
        if topic:
            head = replace(head, feeds=(NamedLink(title, relative(_feed_path(first), path)),))
        view = ListView(
            head=head, topic=topic, intro=intro, total=total, topics=self._topic_links(lang, path, topic),
            pages=tuple(
                NamedLink(str(n), relative(paths[n - 1], path), n == number) if n else NamedLink("…", "")
                for n in _window(number, len(paths))
            ),
            previous=relative(paths[number - 2], path) if number > 1 else "",
            next=relative(paths[number], path) if number < len(paths) else "",
        )  # fmt: skip
        rows = self._cards(shown, "row", path, lang)
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
        memo = (lang, path.rpartition("/")[0], current)
        if memo not in self._links_to_topics:
            articles = f"{self.selection.folder(lang)}artikel/index.html"
            links = [NamedLink("", relative(articles, path), not current, len(self.listed[lang]))]
            for topic, items in self._by_topic[lang].items():
                href = relative(self._topic_path(topic, lang), path)
                links.append(NamedLink(self._topic_title(topic), href, topic == current, len(items)))
            self._links_to_topics[memo] = tuple(links)
        return self._links_to_topics[memo]

    # -- single pages --------------------------------------------------------------------------------------------

    def home(self) -> Iterator[Output]:
        """The home page of each language."""
        for lang in self.languages:
            path = f"{self.selection.folder(lang)}index.html"
            tasks = self._tasks(path, lang)
            # Tasks stand above them already.
            others = sorted(self.listed[lang], key=lambda p: p.edition.meta.task is not None)
            latest = self._cards(others[:LATEST], "latest", path, lang)
            days = [p.edition.meta.checked or p.edition.meta.date for p in self.listed[lang]]
            head = self._head(
                path, lang, page_title("home", lang), page_summary("home", lang), "beranda", (), "WebSite"
            )
            head = replace(head, alternates=self._everywhere(path, "index.html"))
            questions, (notices, until) = self._home_questions(path, lang), self._home_notices(path, lang)
            updated = max((day for day in days if day), default=None)
            topics = self._topic_links(lang, path, "")[1:]
            view = HomeView(
                head, bool(tasks), bool(latest), updated, topics, bool(questions), until, self._shelf_links(lang, path)
            )
            rows = (("tasks", tasks), ("latest", latest), ("questions", questions), ("notices", notices))
            yield self._page(path, "home.html", view, None, rows)

    def area(self) -> Iterator[Output]:
        """The one page of a kecamatan, which has no Dinas Kesehatan of its own."""
        lang = self.languages[0]
        head = self._head("index.html", lang, page_title("home", lang), "", "beranda", (), "WebSite")
        yield self._page("index.html", "area.html", SimpleView(head))

    def contact(self) -> Iterator[Output]:
        """How to reach the office, and the national channels."""
        yield from self._simple("contact", "kontak.html", "contact.html", "kontak")

    def facilities(self, listed: tuple[Facility, ...] = (), origin: str = "") -> Iterator[Page]:
        """The directory of facilities; without any, the page that says so, which all sites without share."""
        view = partial(directory, listed)
        yield from self._simple("facilities", "fasilitas.html", "facilities.html", "fasilitas", view, origin)

    def offline(self) -> Iterator[Output]:
        """How to keep the site for reading without a network."""
        yield from self._simple("offline", offline.PAGE, "luring.html", "")
        yield offline.worker()

    def glossary(self) -> Iterator[Output]:
        """The words that the project explains, in each language; no page for a project without any."""
        if self.selection.terms:
            view = partial(words_explained, self.selection.terms)
            yield from self._simple("glossary", GLOSSARY, "glossary.html", "", view, "content/glossary.yaml")

    def missing(self) -> Iterator[Output]:
        """404.html: served at any depth, so it alone uses paths from the root; linked from nowhere."""
        lang = self.languages[0]
        head = self._head("404.html", lang, page_title("missing", lang), page_summary("missing", lang), "", ())
        mount = self.selection.mount
        tasks = self._tasks("404.html", lang, mount)
        pages = tuple(replace(link, href=mount + link.href) for link in head.pages)
        head = replace(unindexed(head), root=mount, base=mount, pages=pages)
        yield self._page(
            "404.html", "404.html", SimpleView(head, bool(tasks), not self.selection.single), None, (("tasks", tasks),)
        )

    def _simple(
        self,
        name: str,
        file: str,
        template: str,
        section: str,
        view: Callable[[Head], PageView] = SimpleView,
        origin: str = "",
    ) -> Iterator[Page]:
        for lang in self.languages:
            path = self.selection.folder(lang) + file
            crumbs = (self._link("home", lang, path),)
            head = self._head(path, lang, page_title(name, lang), page_summary(name, lang), section, crumbs)
            head = replace(head, alternates=self._everywhere(path, file))
            yield self._page(path, template, view(head), origin=origin)

    # -- files for machines ----------------------------------------------------------------------------------------

    def feeds(self) -> Iterator[Output]:
        """An Atom feed (RFC 4287) for each language."""
        for lang in self.languages:
            path = f"{self.selection.folder(lang)}feed.xml"
            items = self.listed[lang][:FEED_ENTRIES]
            view = self._feed(path, lang, items, self.selection.folder(lang), "", page_summary("articles", lang))
            yield self._page(path, "feed.xml", view, None, (("entries", self._entries(path, lang, items)),))

    def _entries(self, path: str, lang: str, items: tuple[Placed, ...]) -> tuple[CardUse, ...]:
        return self._cards(items[:FEED_ENTRIES], "entry", path, lang, extension="xml")

    def sitemap(self) -> Iterator[Output]:
        """A sitemap (sitemaps.org 0.9), on confirmed sites only: the others ask not to be listed."""
        if self.selection.confirmed:
            lang = self.languages[0]
            own = (p for p in self.selection.shown if not p.kind.gathered)
            listed = tuple(p for p in own if in_sitemap(p.edition, self.selection.elsewhere))
            cards = self._cards(listed, "url", "sitemap.xml", lang, extension="xml")
            view = self._feed("sitemap.xml", lang, listed)
            cards += tuple(self._list_entries())
            yield self._page("sitemap.xml", "sitemap.xml", view, None, (("entries", cards),))

    def _list_entries(self) -> Iterator[CardUse]:
        """The lists of kinds of which the site shows something, as entries of the sitemap."""
        for kind in self._lists:
            for lang in self.languages:
                items = self._of_kind(kind.id, lang)
                days = [p.edition.meta.checked or p.edition.meta.date for p in items]
                if items:
                    card = list_card(lang, self.selection.folder(lang) + kind.list, kind.id, days)
                    yield self._use("cards/url.xml", lang, card)

    def _feed(
        self, path: str, lang: str, items: tuple[Placed, ...], home: str = "", topic: str = "", summary: str = ""
    ) -> FeedView:
        days = [p.edition.meta.checked or p.edition.meta.date for p in items]
        newest = max((d for d in days if d), default=None)
        return FeedView(lang, path, path, root_of(path), newest, topic, summary, home)

    def machines(self) -> Iterator[Output]:
        """Files for machines, made for the real site by a template or by code; a layer's own file goes before ours.
        After all pages: the sheets that these carry are named in the header files."""
        copied = {file.path for file in self._copied()}
        for path in self.selection.machines:
            if path in copied:
                continue
            if path in MADE:
                yield Made(path, digest(path, tuple(sorted(self.sheets))), "sites.yaml")
            else:
                template = f"files/{path}"
                yield SiteFile(path, template, self.shared.templates.get(template, ""), self._file(template))

    def pictures(self) -> Iterator[Output]:
        """The pictures that bodies show, in all their sizes."""
        for file in self._pictures.values():
            yield from outputs_of(file, self.shared.pictures[file.digest])

    def copies(self) -> Iterator[Output]:
        """Static files of the theme, of layers, and beside documents that the sites show."""
        for file in self._copied():
            yield Copy(file.path, file.source, file.digest, file.size if file.owner else 0)


MAKERS: tuple[Callable[[Maker], Iterator[Output]], ...] = (
    Maker.home,
    Maker.documents,
    Maker.tombstones,
    Maker.redirects,
    Maker.lists,
    Maker.topics,
    Maker.contact,
    Maker.facilities,
    Maker.offline,
    Maker.questions,
    Maker.notices,
    Maker.events,
    Maker.shelves,
    Maker.glossary,
    Maker.index,
    Maker.search,
    Maker.missing,
    Maker.feeds,
    Maker.sitemap,
    Maker.machines,
    Maker.pictures,
    Maker.copies,
)
SINGLE_MAKERS: tuple[Callable[[Maker], Iterator[Output]], ...] = (
    Maker.area,
    Maker.missing,
    Maker.machines,
    Maker.copies,
)


def _numbered(first: str, number: int) -> str:
    """The path of a list's further page: beside its index, or in the folder named like the list."""
    folder = first.removesuffix("index.html") if first.endswith("index.html") else first.removesuffix(".html") + "/"
    return f"{folder}halaman-{number}.html"


def _feed_path(list_path: str) -> str:
    """The feed of a topic lies beside its list."""
    return list_path.removesuffix(".html") + ".xml"


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
    head = replace(head, canonical=hub, described=False) if hub else head
    return unindexed(head) if edition.meta.canonical == "noindex" else head
