"""Pages of documents: whatever has a page of its own, and the tombstones and redirects that stand in its stead."""

from collections.abc import Callable, Iterator
from functools import cached_property, partial

from sitegen.digest import digest_lines
from sitegen.model.document import Edition
from sitegen.model.output import Output, Page, Shown
from sitegen.model.views import (
    DocumentView,
    Head,
    NamedLink,
    RedirectView,
    TombstoneView,
)
from sitegen.plan.canonical import canonical
from sitegen.plan.events import Events, told
from sitegen.plan.glossary import uses
from sitegen.plan.parts import unindexed
from sitegen.plan.related import MOST
from sitegen.plan.seen import minutes_of
from sitegen.plan.selection import Placed
from sitegen.plan.share import share
from sitegen.plan.shared import Around, MadeFrom
from sitegen.plan.shelves import Shelves
from sitegen.urls import canonical_path, document_name, relative
from sitegen.values import replace

CONTENTS_FROM = 3
_RELATED = "cards/related.html"
_WITH_RELATED = frozenset({_RELATED})


class Documents(Events, Shelves):
    """Makes the pages of the documents of one selection."""

    def documents(self) -> Iterator[Output]:
        """Articles and static pages, each in the languages in which it exists."""
        return map(self.page_of, self.own_pages)

    def page_of(self, placed: Placed) -> Page:
        """A document's own page."""
        around = self._around(placed)
        return self._known(around) or self._later(
            around,
            placed.path,
            placed.kind.template,
            partial(self._made_from, placed, around),
            self._maker_of_documents,
            placed,
            placed.edition.file,
        )

    def _made_from(self, placed: Placed, around: Around) -> MadeFrom:
        edition, related = placed.edition, self._related(placed)
        _, common, own, leads = around
        return MadeFrom(
            digest_lines(edition.face, placed.path, common.about, _RELATED if related else "", *own),
            edition.text.key,
            digest_lines(*leads),
            self._of_faces(_RELATED, self._faces(related)),
            _WITH_RELATED if related else frozenset(),
            self._seen[edition.stamp].marks,
        )

    @cached_property
    def _maker_of_documents(self) -> Callable[[Placed], Shown]:
        """One for all pages: a method is another object whenever it is asked for."""
        return self._document

    def _document(self, placed: Placed) -> Shown:
        edition = placed.edition
        cards = self._cards(self._related(placed), "related", placed.path, edition.lang)
        make, body = partial(self._view, placed, related=bool(cards)), self._body(placed, placed.path)
        stamp, common, own, leads = self._around(placed)
        others = (stamp, placed.path, common.about, own, leads, bool(cards))
        return self._show_later(placed.kind.template, make, body, (("related", cards),), *others)

    def _view(self, placed: Placed, *, related: bool) -> DocumentView:
        """What a document's page shows besides its body and cards."""
        edition, kind, lang = placed.edition, placed.kind, placed.edition.lang
        paths = {code: self._here[code][edition.path].path for code in self._languages(edition.path)}
        alternates = self._alternates(placed.path, paths)
        known = tuple(topic for topic in edition.meta.topics if topic in self._by_topic[lang])
        hub = canonical(edition, self.selection.elsewhere)
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
            share=None if kind.menu else share(meta, lang, told(meta, event, self._zone(placed), lang)),
            start=meta.start, end=meta.end, level=meta.level,
            event=event, file=self._file_facts(placed, placed.path, lang), questions=self._questions_in(placed),
        )  # fmt: skip

    def _related(self, placed: Placed) -> tuple[Placed, ...]:
        """What a page names as related, of what this selection shows; then articles that have to do with an article."""
        named = self._named(placed)
        return self._relations[placed.edition.lang].to(placed, named) if placed.kind.listed else named[:MOST]

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
        found = self._leads[self.languages[0]].get(document_name(instead))
        return found.address if found else ""


def _listed_as(head: Head, edition: Edition, hub: str) -> Head:
    """What search engines are told: this page, the same one on the hub, or none."""
    head = replace(head, canonical=hub, described=False) if hub else head
    return unindexed(head) if edition.meta.canonical == "noindex" else head
