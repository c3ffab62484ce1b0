"""Kinds with a plain list: downloads, with the file that each of them offers, and quizzes."""

from collections.abc import Iterator

from sitegen import locale
from sitegen.model.filetypes import type_of
from sitegen.model.kinds import KINDS
from sitegen.model.output import CardUse, Output
from sitegen.model.views import FileFacts, NamedLink, ShelfCard, ShelfView
from sitegen.plan.gathered import Gathered
from sitegen.plan.links import file_of
from sitegen.plan.selection import Placed
from sitegen.plan.titles import page_title
from sitegen.urls import relative
from sitegen.words import word


class Shelves(Gathered):
    """Makes the lists of downloads and of quizzes, and the part of a download's page that tells of its file."""

    def shelves(self) -> Iterator[Output]:
        """The list of each such kind, in each language; it stays when the last document has gone."""
        for kind in KINDS:
            if kind.shelved and self._ever(kind.id):
                for lang in self.languages:
                    path = self.selection.folder(lang) + kind.list
                    cards = tuple(self._on_shelf(p, path, lang) for p in self._of_kind(kind.id, lang))
                    view = ShelfView(self._list_head(kind.id, lang), kind.id, len(cards))
                    yield self._page(path, "shelf.html", view, (("items", cards),))

    def _shelf_links(self, lang: str, page: str) -> tuple[NamedLink, ...]:
        """Links to the lists that have something on them."""
        shown = {placed.kind for placed in self.selection.shown if placed.kind.shelved}
        folder = self.selection.folder(lang)
        return tuple(
            NamedLink(page_title(kind.id, lang), relative(folder + kind.list, page)) for kind in KINDS if kind in shown
        )

    def _on_shelf(self, placed: Placed, page: str, lang: str) -> CardUse:
        edition, meta = placed.edition, placed.edition.meta
        href, template, file = relative(placed.path, page), "cards/shelf.html", self._file_facts(placed, page, lang)
        memo = (edition.stamp, template, href, lang, file)
        found = self.shared.cards.get(memo)
        if found is None:
            card = ShelfCard(
                edition.lang, href, meta.title, meta.summary, self._foreign(edition, lang), edition.lang != lang,
                meta.checked or meta.date, meta.example, meta.draft, self._questions_in(placed), file,
            )  # fmt: skip
            found = self.shared.cards[memo] = self._use(template, lang, card)
        return found

    def _questions_in(self, placed: Placed) -> int:
        """How many questions a quiz has: each has a heading, and nothing else has one."""
        return self._seen[placed.edition.stamp].questions

    def _file_facts(self, placed: Placed, page: str, lang: str) -> FileFacts | None:
        """What a download offers, by its bytes; None for another kind, and for a file that is not there."""
        if placed.edition.meta.file is None:
            return None
        path = file_of(placed.edition)
        file = self._beside.get(path)
        kind = type_of(path)
        if file is None or kind is None:
            return None
        said = placed.edition.meta.file_language or placed.edition.lang
        return FileFacts(
            name=path.rpartition("/")[2], href=relative(path, page), url=path, media=kind.media,
            type=word(kind.name, lang) if kind.name != "PDF" else kind.name,
            size=locale.file_size(file.size, lang), bytes=file.size,
            lang=said, lang_name=locale.language_name(said),
        )  # fmt: skip
