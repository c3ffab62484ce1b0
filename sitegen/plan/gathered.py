"""Pages of the kinds that have a list of their own: questions, gathered on one page, and announcements."""

import datetime as dt
from collections.abc import Iterator

from sitegen import locale
from sitegen.model.document import Edition
from sitegen.model.kinds import BY_ID
from sitegen.model.output import CardUse, Output
from sitegen.model.views import (
    Head,
    NamedLink,
    NoticeCard,
    NoticesView,
    Question,
    QuestionCard,
    QuestionsView,
    RedirectView,
)
from sitegen.plan.pages import Pages
from sitegen.plan.parts import unindexed
from sitegen.plan.selection import Placed
from sitegen.plan.titles import page_summary, page_title
from sitegen.urls import canonical_path, relative
from sitegen.values import replace

QUESTIONS_HOME = 5
NOTICES_HOME = 3
# Up to so many questions stand under one another; more are easier to find under the names of their topics.
UNGROUPED = 5


class Gathered(Pages):
    """Makes the pages of questions and announcements, and their cards for the home page."""

    # -- questions -------------------------------------------------------------------------------------------------

    def questions(self) -> Iterator[Output]:
        """The page of all questions in each language, and at the URL of each question a page that leads there."""
        kind = BY_ID["question"]
        for placed in self.selection.shown:
            if placed.kind is kind:
                head = self._head(placed.path, placed.edition.lang, placed.edition.meta.title, "", "", ())
                target = relative(placed.address, placed.path)
                view = RedirectView(unindexed(head), target, canonical_path(placed.folder + kind.list))
                yield self._page(placed.path, kind.template, view, origin=placed.edition.file)
        if self._ever(kind.id):
            for lang in self.languages:
                yield self._questions(lang)

    def _questions(self, lang: str) -> Output:
        path = self.selection.folder(lang) + BY_ID["question"].list
        items = self._of_kind("question", lang)
        groups: dict[str, list[Placed]] = {}
        for placed in items:
            groups.setdefault(placed.edition.meta.topics[0] if len(items) > UNGROUPED else "", []).append(placed)
        names = [name for name in ("", *(topic.slug for topic in self.selection.topics)) if name in groups]
        cards = tuple(
            (name or "all", tuple(self._question(p, path, lang, 3 if name else 2) for p in groups[name]))
            for name in names
        )
        links = tuple(
            NamedLink(
                self._topic_title(name) if name else "", f"#_k-{name}", count=len(groups[name]), name=name or "all"
            )
            for name in names
        )
        told = tuple(Question(p.edition.meta.title, p.edition.meta.summary) for p in items if p.edition.lang == lang)
        dated = any(p.edition.meta.review_by for p in items)
        head = self._list_head("question", lang, "FAQPage" if told else "")
        return self._page(path, "questions.html", QuestionsView(head, links, told, dated), cards)

    def _home_questions(self, path: str, lang: str) -> tuple[CardUse, ...]:
        return tuple(self._question(p, path, lang) for p in self._of_kind("question", lang)[:QUESTIONS_HOME])

    def _question(self, placed: Placed, page: str, lang: str, heading: int = 0) -> CardUse:
        """A question with its answer below a heading of a level, or without one as a link to that."""
        full = heading > 0
        edition, meta = placed.edition, placed.edition.meta
        body = self._body(placed, page) if full and not edition.text.blank else None
        anchor = placed.kind.anchor(edition.slug)
        href = relative(f"{self.selection.folder(lang)}{placed.kind.list}#{anchor}", page)
        template = "cards/answer.html" if full else "cards/question.html"
        memo = (edition.stamp, template, href, lang, body.key if body else "", heading)
        found = self.shared.cards.get(memo)
        if found is None:
            card = QuestionCard(
                lang=edition.lang, id=anchor, href=href,
                title=meta.title, summary=meta.summary, lang_name=self._foreign(edition, lang),
                foreign=edition.lang != lang, checked=meta.checked, review_by=meta.review_by,
                overdue=edition.overdue, sources=meta.sources, reviewed=meta.reviewed, reviewer=meta.reviewer,
                example=meta.example, draft=meta.draft, local=edition.local, full=body is not None,
                heading=heading,
            )  # fmt: skip
            found = self.shared.cards[memo] = self._use(template, lang, card, body)
        return found

    # -- announcements ---------------------------------------------------------------------------------------------

    def notices(self) -> Iterator[Output]:
        """The page of all announcements that hold now, in each language. It stays when the last one has ended."""
        if self._ever("announcement"):
            for lang in self.languages:
                path = self.selection.folder(lang) + BY_ID["announcement"].list
                items = self._of_kind("announcement", lang)
                cards = tuple(self._notice(p, path, lang, 2) for p in items)
                view = NoticesView(self._list_head("announcement", lang), _last_day(items))
                yield self._page(path, "notices.html", view, (("items", cards),))

    def _home_notices(self, path: str, lang: str) -> tuple[tuple[CardUse, ...], dt.date | None]:
        items = self._of_kind("announcement", lang)[:NOTICES_HOME]
        return tuple(self._notice(p, path, lang, 3) for p in items), _last_day(items)

    def _notice(self, placed: Placed, page: str, lang: str, heading: int) -> CardUse:
        edition, meta = placed.edition, placed.edition.meta
        assert meta.start and meta.end  # required of the kind
        href, template = relative(placed.path, page), "cards/notice.html"
        memo = (edition.stamp, template, href, lang, heading)
        found = self.shared.cards.get(memo)
        if found is None:
            card = NoticeCard(
                edition.lang, href, meta.title, meta.summary, self._foreign(edition, lang), edition.lang != lang,
                meta.start, meta.end, meta.level, meta.example, meta.draft, heading,
            )  # fmt: skip
            found = self.shared.cards[memo] = self._use(template, lang, card)
        return found

    # -- both --------------------------------------------------------------------------------------------------------

    def _of_kind(self, kind: str, lang: str) -> tuple[Placed, ...]:
        """What lists in this language show of a kind, in their order."""
        return tuple(sorted((p for p in self._offers[lang].values() if p.kind.id == kind), key=_ORDER[kind]))

    def _ever(self, kind: str) -> bool:
        """Whether a site has, or had, a document of this kind: hosts keep what was uploaded, so its list stays true."""
        return any(one.id == kind for one in self._lists)

    def _list_head(self, kind: str, lang: str, schema: str = "") -> Head:
        file = BY_ID[kind].list
        path = self.selection.folder(lang) + file
        crumbs = (self._link("home", lang, path),)
        title, summary = page_title(kind, lang), page_summary(kind, lang)
        head = self._head(path, lang, title, summary, BY_ID[kind].section, crumbs, schema)
        return replace(head, alternates=self._everywhere(path, file))

    def _foreign(self, edition: Edition, lang: str) -> str:
        return locale.language_name(edition.lang) if edition.lang != lang else ""


def _last_day(items: tuple[Placed, ...]) -> dt.date | None:
    return max((p.edition.meta.end for p in items if p.edition.meta.end), default=None)


def _by_weight(placed: Placed) -> tuple[object, ...]:
    return (-placed.edition.meta.weight, placed.edition.meta.title.casefold(), placed.path)


def _urgent_first(placed: Placed) -> tuple[object, ...]:
    meta = placed.edition.meta
    start = meta.start.toordinal() if meta.start else 0
    return (meta.level != "penting", -start, -meta.weight, meta.title.casefold(), placed.path)


_ORDER = {
    "question": _by_weight,
    "announcement": _urgent_first,
    "event": _by_weight,
    "download": _by_weight,
    "quiz": _by_weight,
}
