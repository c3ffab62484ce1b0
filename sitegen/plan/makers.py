"""Makers: from a selection to its outputs. The table at the end is the list of all that a site consists of."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import chain, filterfalse, islice

from sitegen.digest import digest
from sitegen.keys import naming
from sitegen.model.facility import Facility
from sitegen.model.output import CardUse, Copy, Made, Output, Page, Ready, Shown, SiteFile
from sitegen.model.project import Topic
from sitegen.model.views import (
    Alternate,
    FeedView,
    Head,
    HomeView,
    ListView,
    NamedLink,
    PageView,
    SimpleView,
)
from sitegen.plan import offline, search
from sitegen.plan.canonical import in_sitemap
from sitegen.plan.facilities import directory
from sitegen.plan.glossary import words_explained
from sitegen.plan.links import GLOSSARY
from sitegen.plan.machines import MADE
from sitegen.plan.pages import list_card
from sitegen.plan.parts import unindexed
from sitegen.plan.pictures import outputs_of
from sitegen.plan.selection import Placed
from sitegen.plan.titles import page_summary, page_title
from sitegen.plan.worded import Worded
from sitegen.urls import relative, root_of
from sitegen.values import replace

LATEST = 5
FEED_ENTRIES = 20


class Maker(Worded):
    """Makes the outputs of one selection. Methods named in `MAKERS` each yield outputs of one kind."""

    def outputs(self) -> Iterator[Output]:
        """All outputs of the selection, maker by maker."""
        for maker in SINGLE_MAKERS if self.selection.single else MAKERS:
            for output in maker(self):
                if isinstance(output, Page):
                    self.styles.add(output.style)
                yield output

    def some(self, paths: frozenset[str], keys: Mapping[str, str]) -> tuple[Output, ...] | None:
        """The outputs at these paths, if each is of a document, of search or no page: made without all others. `keys`
        are those of all outputs."""
        found, files = self.worded(paths, keys), self._files(keys)
        rest = paths.difference([output.path for output in found])
        while rest and (output := next(files, None)):
            if output.path in rest and output.key == keys[output.path]:
                found.append(output)
                rest -= {output.path}
        return None if rest else tuple(found)

    def _files(self, keys: Mapping[str, str]) -> Iterator[Output]:
        """What is no page, but for the index of search; what takes longest comes last."""
        yield from self._machines(lambda path: keys.get(path, ""))
        yield from self.copies()
        yield offline.worker()
        yield search.script()
        yield from self.pictures()
        yield from self.calendars()

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
                feed = partial(self._topic_feed, lang, texts[topic])
                told = (self.shared.words, lang, self.selection.folder(lang))
                faces = self._faces(newest)
                yield self._list_of(_feed_path(path), "feed.xml", "cards/entry.xml", faces, feed, newest, *told)

    def _topic_feed(self, lang: str, topic: Topic, items: tuple[Placed, ...]) -> Shown:
        home = self._topic_path(topic.slug, lang)
        path = _feed_path(home)
        view = self._feed(path, lang, items, home, topic.title, topic.summary)
        return self._show("feed.xml", view, (("entries", self._entries(path, lang, items)),))

    def _list(
        self, lang: str, first: str, items: tuple[Placed, ...], title: str, intro: str = "", topic: str = ""
    ) -> Iterator[Output]:
        """A list page by page: an article that is another one on some sites is on one page of it, not on all."""
        size = self.selection.theme.page_size
        paths = _paths(first, max(1, -(-len(items) // size)))
        faces = self._faces(items)
        make = partial(self._list_page, lang, paths, items, title, intro, topic)
        for number, path in enumerate(paths, 1):
            part = faces[(number - 1) * size : number * size]
            yield self._list_of(path, "list.html", "cards/row.html", part, make, number, lang, self._counted)

    def _list_page(
        self, lang: str, paths: tuple[str, ...], items: tuple[Placed, ...], title: str, intro: str, topic: str,
        number: int,
    ) -> Shown:  # fmt: skip
        size = self.selection.theme.page_size
        shown = items[(number - 1) * size : number * size]
        first, path = paths[0], paths[number - 1]
        crumbs: tuple[NamedLink, ...] = (self._link("home", lang, path),)
        crumbs += (self._link("articles", lang, path),) if topic else ()
        heading = title if number == 1 else f"{title} ({number})"
        head = self._head(path, lang, heading, intro or page_summary("articles", lang), "artikel", crumbs)
        head = replace(head, alternates=self._list_alternates(path, topic, number))
        if topic:
            head = replace(head, feeds=(NamedLink(title, relative(_feed_path(first), path)),))
        view = ListView(
            head=head, topic=topic, intro=intro, total=len(items), topics=self._topic_links(lang, path, topic),
            pages=tuple(
                NamedLink(str(n), relative(paths[n - 1], path), n == number) if n else NamedLink("…", "")
                for n in _window(number, len(paths))
            ),
            previous=relative(paths[number - 2], path) if number > 1 else "",
            next=relative(paths[number], path) if number < len(paths) else "",
        )  # fmt: skip
        cards = (("items", self._cards(shown, "row", path, lang)),)
        return self._show_later("list.html", Ready(view), None, cards, path, lang, self._counted)

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
            listed = self.listed[lang]
            # Tasks stand above them already.
            others = chain(filterfalse(_is_task, listed), filter(_is_task, listed))
            latest = self._cards(islice(others, LATEST), "latest", path, lang)
            head = self._head(
                path, lang, page_title("home", lang), page_summary("home", lang), "beranda", (), "WebSite"
            )
            head = replace(head, alternates=self._everywhere(path, "index.html"))
            questions, (notices, until) = self._home_questions(path, lang), self._home_notices(path, lang)
            updated = listed[0].edition.meta.checked or listed[0].edition.meta.date if listed else None
            topics = self._topic_links(lang, path, "")[1:]
            view = HomeView(
                head, bool(tasks), bool(latest), updated, topics, bool(questions), until, self._shelf_links(lang, path)
            )
            rows = (("tasks", tasks), ("latest", latest), ("questions", questions), ("notices", notices))
            yield self._page(path, "home.html", view, rows)

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
        view = SimpleView(head, bool(tasks), not self.selection.single)
        yield self._page("404.html", "404.html", view, (("tasks", tasks),))

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
            yield self._page(path, "feed.xml", view, (("entries", self._entries(path, lang, items)),))

    def _entries(self, path: str, lang: str, items: tuple[Placed, ...]) -> tuple[CardUse, ...]:
        return self._cards(items[:FEED_ENTRIES], "entry", path, lang, extension="xml")

    def sitemap(self) -> Iterator[Output]:
        """A sitemap (sitemaps.org 0.9), on confirmed sites only: the others ask not to be listed."""
        if self.selection.confirmed:
            lang = self.languages[0]
            own = (p for p in self.selection.shown if not p.kind.gathered)
            listed = tuple(p for p in own if in_sitemap(p.edition, self.selection.elsewhere))
            lists = tuple(self._list_entries())
            told = (self.shared.words, *map(self.selection.folder, self.languages), *[use.key for use in lists])
            make, faces = partial(self._sitemap, lang, listed), self._faces(listed)
            yield self._list_of("sitemap.xml", "sitemap.xml", "cards/url.xml", faces, make, lists, lang, *told)

    def _sitemap(self, lang: str, listed: tuple[Placed, ...], lists: tuple[CardUse, ...]) -> Shown:
        cards = self._cards(listed, "url", "sitemap.xml", lang, extension="xml")
        view = self._feed("sitemap.xml", lang, listed)
        return self._show("sitemap.xml", view, (("entries", (*cards, *lists)),))

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
        styles = self.shared.styles
        sheets, bits = tuple(sorted(map(styles.digest, self.styles))), [*map(styles.bits, self.styles)]
        yield from self._machines(lambda path: naming(digest(path, sheets), bits))

    def _machines(self, key: Callable[[str], str]) -> Iterator[Output]:
        copied = {file.path for file in self._copied()}
        for path in self.selection.machines:
            if path in copied:
                continue
            if path in MADE:
                yield Made(path, key(path), "sites.yaml")
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
    Maker.calendars,
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


def _is_task(placed: Placed) -> bool:
    return placed.edition.meta.task is not None


@lru_cache(maxsize=1 << 10)
def _paths(first: str, count: int) -> tuple[str, ...]:
    """The paths of a list's pages: many selections have lists of the same length."""
    return (first, *[_numbered(first, number) for number in range(2, count + 1)])


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
