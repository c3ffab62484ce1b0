"""Pages of documents: whatever has a page of its own, and the tombstones and redirects that stand in its stead."""

from collections.abc import Iterator
from dataclasses import replace

from sitegen.model.document import Edition
from sitegen.model.output import Output, Page
from sitegen.model.views import (
    Alternate,
    DocumentView,
    FileFacts,
    Head,
    NamedLink,
    RedirectView,
    TombstoneView,
)
from sitegen.plan.canonical import canonical
from sitegen.plan.events import Events, told
from sitegen.plan.glossary import uses
from sitegen.plan.parts import minutes_of, unindexed
from sitegen.plan.related import MOST
from sitegen.plan.selection import Placed
from sitegen.plan.share import share
from sitegen.plan.shelves import Shelves
from sitegen.urls import canonical_path, document_name, relative

CONTENTS_FROM = 3


class Documents(Events, Shelves):
    """Makes the pages of the documents of one selection."""

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


def _listed_as(head: Head, edition: Edition, hub: str) -> Head:
    """What search engines are told: this page, the same one on the hub, or none."""
    head = replace(head, canonical=hub, described=False) if hub else head
    return unindexed(head) if edition.meta.canonical == "noindex" else head
