"""Pages and cards as they are planned: with their keys, from what they are made from, before they are made."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from sitegen import locale
from sitegen.digest import digest, digest_lines
from sitegen.keys import hinted, texted
from sitegen.model.output import Body, CardUse, Page, Ready, Shown, as_made
from sitegen.model.views import Card, CardView, Category, PageView
from sitegen.plan.parts import Parts
from sitegen.plan.seen import minutes_of
from sitegen.plan.selection import Placed
from sitegen.plan.shared import Keyed, MadeFrom
from sitegen.plan.titles import page_title
from sitegen.urls import canonical_path, relative

T = TypeVar("T")


class Pages(Parts):
    """Makes pages and cards of one selection, each once for all selections that have the same."""

    def _tasks(self, path: str, lang: str, root: str = "") -> tuple[CardUse, ...]:
        tasks = [p for p in self.listed[lang] if p.edition.meta.task]
        tasks.sort(key=lambda p: (p.edition.meta.task.order if p.edition.meta.task else 0, p.path))
        return self._cards(tasks, "task", path, lang, root)

    def _page(
        self,
        path: str,
        template: str,
        view: PageView,
        cards: tuple[tuple[str, tuple[CardUse, ...]], ...] = (),
        origin: str = "",
    ) -> Page:
        """A page that is made already: there are few of its kind, and none has a text of its own."""
        shown = self._show(template, view, cards)
        keys = tuple([(name, tuple([use.key for use in uses])) for name, uses in cards])
        texts = [use.body.text for _, uses in cards for use in uses if use.body]
        keyed = self._keyed(
            template,
            MadeFrom(
                shown.frame,
                "",
                "",
                digest(keys) if keys else "",
                frozenset([use.template for _, uses in cards for use in uses]),
                frozenset([mark for text in texts for mark in self.shared.parsed[text.key].marks]),
            ),
        )
        return Page(path, template, keyed.key, as_made, shown, origin or self._file(template), keyed.style)

    def _later(
        self,
        memo: tuple[object, ...],
        path: str,
        template: str,
        made_from: Callable[[], MadeFrom],
        make: Callable[[T], Shown],
        of: T,
        origin: str = "",
    ) -> Page:
        """A page that is made when somebody asks for it: one for all selections with an equal key. `made_from` tells
        all by which it may differ from others, `memo` tells apart what that is asked for; neither is made by it."""
        keyed = self.shared.keys.get(memo)
        if keyed is None:
            keyed = self.shared.keys[memo] = self._keyed(template, made_from())
        page = self.shared.pages.get(keyed.key)
        if page is None:
            page = Page(path, template, keyed.key, make, of, origin or self._file(template), keyed.style)
            self.shared.pages[keyed.key] = page
        return page

    def _known(self, memo: tuple[object, ...]) -> Page | None:
        """The page of this memo, if a selection has it already: most pages of most selections."""
        keyed = self.shared.keys.get(memo)
        return self.shared.pages.get(keyed.key) if keyed else None

    def _keyed(self, template: str, made_from: MadeFrom) -> Keyed:
        style = self.shared.styles.parts(template, made_from.templates, made_from.marks)
        parts = (
            self.shared.templates.get(template, ""), made_from.fields, made_from.leads, made_from.cards,
            self.shared.styles.digest(style),
        )  # fmt: skip
        key = hinted(digest_lines(*parts), *parts)
        return Keyed(texted(key, made_from.text) if made_from.text else key, style)

    def _show(
        self,
        template: str,
        view: PageView,
        cards: tuple[tuple[str, tuple[CardUse, ...]], ...] = (),
    ) -> Shown:
        """With a view that is made already, and no text of its own."""
        return self._show_later(template, Ready(view), None, cards, view)

    def _show_later(
        self,
        template: str,
        make: Callable[[], PageView],
        body: Body | None,
        cards: tuple[tuple[str, tuple[CardUse, ...]], ...],
        *others: object,
    ) -> Shown:
        """With a view that is made when somebody asks for it; `others` tell it apart from all others of the build."""
        return Shown(make, body, cards, digest(self.shared.templates.get(template, ""), *others))

    def _file(self, template: str) -> str:
        found = self.shared.origins.get(template)
        if found is None:
            found = self.shared.origins[template] = self.selection.theme.file(f"templates/{template}")
        return found

    def _of_faces(self, template: str, faces: Sequence[str]) -> str:
        """The digest of cards of one template, by the faces of what they show; "" for none."""
        return digest_lines(self.shared.templates.get(template, ""), *faces) if faces else ""

    def _list_of(
        self,
        path: str,
        template: str,
        card: str,
        faces: tuple[str, ...],
        make: Callable[[T], Shown],
        of: T,
        *others: str,
    ) -> Page:
        """A page that shows nothing but cards of documents with these faces, and what `others` decide."""

        def made_from() -> MadeFrom:
            fields = digest_lines(path, *others)
            return MadeFrom(fields, "", "", self._of_faces(card, faces), frozenset([card] if faces else ()))

        return self._later((path, others, faces), path, template, made_from, make, of)

    def _cards(
        self, items: Iterable[Placed], name: str, page: str, lang: str, root: str = "", extension: str = "html"
    ) -> tuple[CardUse, ...]:
        """The cards of documents on a page; `root` is where it is if their links may not be relative. The pages of one
        folder show the same."""
        known = self.shared.rows.setdefault((name, root, page.rpartition("/")[0], lang), {})
        found = []
        for placed in items:
            memo = (placed.edition.stamp, placed.path)
            if memo not in known:
                card = self._card(placed, root + placed.path if root else relative(placed.path, page), lang)
                known[memo] = self._use(f"cards/{name}.{extension}", lang, card)
            found.append(known[memo])
        return tuple(found)

    def _card(self, placed: Placed, href: str, lang: str) -> Card:
        edition, meta = placed.edition, placed.edition.meta
        return Card(
            lang=edition.lang, href=href, url=canonical_path(placed.path), id=f"{edition.lang}/{edition.path}",
            lang_name=locale.language_name(edition.lang) if edition.lang != lang else "",
            title=meta.title, summary=meta.summary,
            topic=self._card_topic(placed, lang), date=meta.date, checked=meta.checked,
            minutes=0 if placed.kind.shelved else minutes_of(self.shared.parsed[edition.text.key]),
            local=edition.local, draft=meta.draft, foreign=edition.lang != lang,
            task_title=meta.task.title if meta.task else "", task_text=meta.task.text if meta.task else "",
            categories=tuple([Category(slug, self._topic_title(slug)) for slug in meta.topics]),
            example=meta.example,
        )  # fmt: skip

    def _use(self, template: str, lang: str, card: CardView, body: Body | None = None) -> CardUse:
        """A card with the digest of all that it is made from."""
        key = digest(self.shared.templates.get(template, ""), lang, card, body.key if body else "")
        return CardUse(template, lang, card, key, body)

    def _card_topic(self, placed: Placed, lang: str) -> str:
        """The first topic of a document; of a download or a quiz that it is one, since it is not there to be read."""
        if placed.kind.shelved:
            return page_title(placed.kind.id, lang)
        topics = placed.edition.meta.topics
        return self._topic_title(topics[0]) if topics else ""


def list_card(lang: str, path: str, kind: str, days: Iterable[dt.date | None]) -> Card:
    """The page of all documents of a kind, as the sitemap lists it: its title, its path, the last of some days."""
    return Card(
        lang=lang, href=path, url=canonical_path(path), id=path, lang_name="", title=page_title(kind, lang), summary="",
        topic="", date=max((day for day in days if day), default=None), checked=None, minutes=0, local=False,
        draft=False, foreign=False, task_title="", task_text="",
    )  # fmt: skip
