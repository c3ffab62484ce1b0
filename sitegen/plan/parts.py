"""What makers put pages together from: cards, heads, links, lists of documents; each made once for all its uses."""

from collections.abc import Iterable, Iterator, Mapping

from sitegen import locale
from sitegen.digest import digest, digest_lines
from sitegen.model.document import Edition
from sitegen.model.glossary import Term
from sitegen.model.output import Body
from sitegen.model.parsed import Link
from sitegen.model.picture import PictureUse
from sitegen.model.views import (
    Alternate,
    Head,
    NamedLink,
)
from sitegen.plan.basis import Basis
from sitegen.plan.canonical import canonical
from sitegen.plan.glossary import terms_in
from sitegen.plan.links import Target, target_of
from sitegen.plan.pictures import use_of
from sitegen.plan.selection import Placed
from sitegen.plan.shared import Around, Common
from sitegen.plan.titles import FILES, page_title
from sitegen.urls import canonical_path, document_name, relative, root_of
from sitegen.values import replace


class Parts(Basis):
    """The parts that the pages of one selection are made of."""

    def _around(self, placed: Placed) -> Around:
        """What a document's page is made from. Two pages with the same are the same."""
        edition, meta, near = placed.edition, placed.edition.meta, self._seen[placed.edition.stamp]
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
        seen = self._seen
        return tuple([seen[placed.edition.stamp].face for placed in some])

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

    def _link(self, name: str, lang: str, page: str) -> NamedLink:
        path = self.selection.folder(lang) + FILES[name]
        return NamedLink(page_title(name, lang), relative(path, page), url=canonical_path(path))


def unindexed(head: Head) -> Head:
    """The head of a page that search engines shall not list."""
    return replace(head, indexed=False, described=False)
