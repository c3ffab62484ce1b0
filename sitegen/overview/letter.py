"""The page of one site: a letter to its office that can be printed and handed over, and an annex on the site."""

from collections.abc import Iterator

from sitegen.opspage import Html, el, joined, page, table
from sitegen.overview.facts import BUDGET, Due, Need, Overview, SiteState
from sitegen.overview.parts import Say, due_heads, due_rows, folded, note_of, state_of, weights
from sitegen.values import replace

_HEAVIEST = 5
_SOON = 10


def site_page(site: SiteState, overview: Overview, lang: str) -> str:
    """The page of a site as HTML; it lies one folder below that of the network."""
    say = Say(lang)
    title = say("letter-title", name=site.name)
    return page(title, lang, joined(*_Letter(site, overview, say).sections(title)))


class _Letter:
    def __init__(self, site: SiteState, overview: Overview, say: Say) -> None:
        self._site = site
        self._all = overview
        self._say = say
        self._due = overview.due_on(site.id)
        self._late = [one for one in self._due if one.state in ("held", "overdue")]

    def sections(self, title: str) -> Iterator[Html]:
        say, site = self._say, self._site
        yield el("p", el("a", say("to-network"), href="../index.html"), class_="screen")
        yield el("h1", title)
        head = (
            say("letter-to", office=site.office),
            say("letter-day", day=say.day(self._all.today)),
            say("letter-about", host=site.host),
        )
        yield el("p", head[0], el("br"), head[1], el("br"), head[2])
        yield el("p", say("letter-intro", name=site.name, place=site.place))
        if not site.confirmed:
            yield el("p", say("letter-unverified"))
        if site.single:
            yield el("p", say("letter-single"))
        yield from self._needs()
        yield from self._waiting()
        yield from self._how()
        yield from self._dates()
        yield from self._annex()

    def _needs(self) -> Iterator[Html]:
        say, site = self._say, self._site
        yield el("h2", say("letter-needs"))
        missing = site.missing
        words = say("letter-count", part=len(site.asked) - len(missing), whole=len(site.asked))
        yield el("p", words if missing else say("letter-complete"))
        yield self._asked(missing)
        rest = [need for need in site.needs if not need.required]
        for name, again in (("letter-again", True), ("letter-welcome", False)):
            found = tuple(need for need in rest if ("-" in need.key) is again)
            if found:
                yield el("h3", say(name))
                yield self._asked(found, brief=not again)

    def _asked(self, needs: tuple[Need, ...], *, brief: bool = False) -> Html:
        """Each thing with a line to fill in; why and for which pages is left out if it shall be `brief`."""
        say = self._say
        items = []
        for need in needs:
            where = [say(f"need-{need.key}-where")]
            if need.documents:
                where.append(say("shown-by", titles=", ".join(f"“{title}”" for title in need.documents)))
            facts = (
                ("why", say(f"need-{need.key}-why")),
                ("shown-in", f"{'; '.join(filter(None, where))}."),
                ("give", say(f"need-{need.key}-how")),
            )
            lines = (el("p", f"{say(name)}: ", text, class_="s") for name, text in (facts[-1:] if brief else facts))
            items.append(el("li", el("b", say.need(need)), *lines, el("div", class_="fill")))
        return el("ol", *items, class_="ask") if items else Html("")

    def _waiting(self) -> Iterator[Html]:
        say = self._say
        if not self._site.waiting:
            return
        yield el("h2", say("letter-waiting"))
        yield el("p", say("letter-waiting-lead"))
        rows = []
        for one in self._site.waiting:
            since = say("unknown")
            if one.since:
                since = say("for-days", day=say.day(one.since), days=max(0, (self._all.today - one.since).days))
            title = joined(one.title, el("br"), el("small", one.path))
            rows.append(
                (title, say("changed" if one.changed else "waits"), since, f"☐\u00a0{say('yes')} ☐\u00a0{say('no')}")
            )
        heads = (say("document"), say("state"), say("since"), f"{say('yes')} / {say('no')}")
        yield table(say("letter-waiting"), heads, rows)

    def _how(self) -> Iterator[Html]:
        say = self._say
        yield el("h2", say("letter-how"))
        yield el("ol", *(el("li", say(f"letter-how-{number}")) for number in range(1, 5)))
        for name in ("letter-return", "letter-by"):
            yield el("p", say(name))
            yield el("div", class_="fill")

    def _dates(self) -> Iterator[Html]:
        say, site = self._say, self._site
        yield el("h2", say("letter-dates"))
        lines = []
        if not site.single:
            known = say("date-contact", day=say.day(site.verified)) if site.verified else say("date-contact-none")
            lines.append(known)
        if self._late:
            oldest = min(one.by for one in self._late)
            lines.append(say("date-late", count=len(self._late), day=say.day(oldest)))
        else:
            lines.append(say("date-late-none"))
        coming = [one.by for one in self._due if one.state in ("soon", "later")]
        if coming:
            first = min(coming)
            lines.append(say("date-next", day=say.day(first), count=coming.count(first)))
        yield el("ul", *(el("li", line) for line in lines))

    def _annex(self) -> Iterator[Html]:
        say, site = self._say, self._site
        yield el("h2", say("annex"), class_="next")
        yield el("h3", say("checklist"))
        yield el("p", say("checklist-lead"))
        rows = [
            (
                joined(say(f"check-{one.check}"), el("br"), el("small", say(f"check-{one.check}-how"))),
                state_of(one.state, say),
                note_of(one.note, one.blanks, say),
            )
            for one in site.findings
        ]
        yield table(say("checklist"), (say("check-row"), say("check-found"), say("check-basis")), rows)
        yield el("h3", say("reviews"))
        yield self._reviews()
        stale = self._all.stale_on(site.id)
        if stale:
            yield el("h3", say("stale"))
            yield el("p", say("stale-lead"))
            parts = [
                (el("code", str(one.place)), joined(*(el("div", el("code", str(place))) for place in one.over)))
                for one in stale
            ]
            yield table(say("stale"), (say("changed-text"), say("overridden-in")), parts)
        yield el("h3", say("weight"))
        yield el("p", say("weight-lead", budget=say.number(BUDGET)))
        yield weights(site.read, say)
        if site.read:
            pages = [(el("code", w.path), say.number(w.packed), say.number(w.size)) for w in site.read[:_HEAVIEST]]
            heads = (say("page"), say("gzip"), say("plain"))
            yield el("h4", say("heaviest-pages"))
            yield table(say("heaviest-pages"), heads, pages, (1, 2))
        yield from self._tasks()

    def _reviews(self) -> Html:
        """The most pressing ones; all of them only for those who ask."""
        say, due = self._say, self._due
        if not due:
            return el("p", say("nothing"))

        def shown(some: tuple[Due, ...] | list[Due], caption: str) -> Html:
            return table(caption, due_heads(say, sites=False), due_rows(some, say))

        pressing = [one for one in due if one.state != "later"]
        every = say("all-due", count=len(due))
        near = shown(pressing, say("pressing")) if pressing else el("p", say("date-late-none"))
        return joined(near, folded(every, shown(due, every)))

    def _tasks(self) -> Iterator[Html]:
        say = self._say
        mine = [replace(task, sites=(self._site.id,)) for task in self._all.tasks if self._site.id in task.sites]
        if mine:
            yield el("h3", say("tasks"))
            yield el("ul", *(el("li", task.message(say.lang), " ", el("code", str(task.place))) for task in mine))
