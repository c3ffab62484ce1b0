"""The page of the whole network, for those who run it."""

from collections import Counter
from collections.abc import Iterator

from sitegen.opspage import Html, el, joined, page, table
from sitegen.overview.charts import share
from sitegen.overview.checklist import CHECKS
from sitegen.overview.facts import BUDGET, Need, Overview, SiteState, Weight
from sitegen.overview.parts import (
    Say,
    due_heads,
    due_rows,
    folded,
    heavy,
    listed,
    months,
    note_of,
    state_of,
    weights,
)
from sitegen.plan.figures import MOST_DAYS
from sitegen.read.governance import CONTACT_DAYS
from sitegen.values import replace

_HEAVIEST = 10
FOLDER = "situs"


def network_page(overview: Overview, lang: str, tables: tuple[str, ...]) -> str:
    """The page as HTML; `tables` are the names of files with the same as tables."""
    return page(Say(lang)("network"), lang, joined(*_Network(overview, Say(lang)).sections(tables)))


def path_of(site: SiteState) -> str:
    """Where a site's page lies, beside the page of the network."""
    return f"{FOLDER}/{site.id}.html"


class _Network:
    def __init__(self, overview: Overview, say: Say) -> None:
        self._all = overview
        self._say = say
        self._names = {site.id: site.name for site in overview.sites}
        self._pages = sorted((weight for site in overview.sites for weight in site.read), key=_heaviest)

    def sections(self, tables: tuple[str, ...]) -> Iterator[Html]:
        say = self._say
        yield el("h1", say("network"))
        yield el("p", say("as-of", day=say.day(self._all.today)))
        if self._all.errors:
            yield el("p", say("errors", count=self._all.errors), class_="note")
        unpublished = sum(not site.published for site in self._all.sites)
        if unpublished:
            yield el("p", say("unpublished", count=unpublished), class_="note")
        yield self._summary()
        yield self._section("missing", say("missing-lead"), self._missing())
        yield self._section("sites", say("sites-lead"), self._sites())
        lead = say("reviews-lead", days=MOST_DAYS, year=CONTACT_DAYS)
        yield self._section("reviews", lead, self._reviews())
        yield self._section("stale", say("stale-lead"), self._stale())
        yield self._section("acceptance", "", self._acceptance())
        yield self._section("weight", say("weight-lead", budget=say.number(BUDGET)), self._weights())
        yield self._section("checklist", say("checklist-lead"), self._checklist())
        yield self._section("tasks", say("tasks-lead"), self._tasks())
        if tables:
            yield el("p", say("tables", files=", ".join(tables)), class_="s")

    def _section(self, name: str, lead: str, inner: Html) -> Html:
        head = el("h2", self._say(name), id=f"_{name}")
        return joined("\n", el("section", head, el("p", lead) if lead else "", inner))

    def _summary(self) -> Html:
        say, sites = self._say, self._all.sites
        late = sum(one.state in ("held", "overdue") for one in self._all.due)
        most = say("bytes", count=say.number(self._pages[0].packed)) if self._pages else say("not-measured")
        figures = (
            ("sites", say.number(len(sites))),
            ("published", say.number(sum(site.published for site in sites))),
            ("confirmed", say.number(sum(site.confirmed for site in sites))),
            ("unverified", say.number(sum(not site.confirmed for site in sites))),
            ("overdue", say.number(late)),
            ("stale", say.number(len(self._all.stale))),
            ("waiting", say.number(sum(len(site.waiting) for site in sites))),
            ("heaviest", most),
        )
        return el("dl", *(el("div", el("dt", say(name)), el("dd", value)) for name, value in figures), class_="sum")

    def _missing(self) -> Html:
        """What is missing, and on how many of those sites that are asked for it."""
        say = self._say
        asked = Counter(one for site in self._all.sites for one in site.asked)
        full = sum(not site.single for site in self._all.sites)
        lacking: dict[Need, list[str]] = {}
        for site in self._all.sites:
            for need in site.needs:
                lacking.setdefault(replace(need, documents=(), day=None), []).append(site.id)
        if not lacking:
            return el("p", say("nothing"))
        rows, lists = [], []
        for need, ids in sorted(lacking.items(), key=lambda item: (not item[0].required, -len(item[1]), item[0].key)):
            whole = asked.get((need.key, need.name), full)
            what = say.short(need) if "-" in need.key else say.need(need)
            name = what if need.required or "-" in need.key else say("welcome", what=what)
            rows.append((name, say("of", part=len(ids), whole=whole), share(len(ids), whole)))
            if len(ids) < whole:
                lists.append(folded(f"{what}: {say('n-sites', count=len(ids))}", listed(map(self._link, ids))))
        heads = (say("what"), say("lacking"), say("share"))
        return joined(table(say("missing"), heads, rows), *lists)

    def _sites(self) -> Html:
        say = self._say
        rows = []
        for site in sorted(self._all.sites, key=lambda one: (-len(one.missing), one.name, one.id)):
            whole = len(site.asked)
            there = whole - len(site.missing)
            state = say("is-confirmed" if site.confirmed else "is-unverified")
            about = f"{site.domain}, {site.province}, {state}"
            rows.append(
                (
                    joined(self._link(site.id), el("br"), el("small", about)),
                    joined(say("of", part=there, whole=whole), " ", share(there, whole)),
                    ", ".join(map(say.short, site.missing)) or "–",
                    joined(*(el("div", words, class_="no") for words in self._urgent(site))) or "–",
                    heavy(site, say),
                )
            )
        names = ("site", "complete", "lacks", "urgent", "heavy")
        return table(say("sites"), [say(name) for name in names], rows, (4,), long=2)

    def _urgent(self, site: SiteState) -> Iterator[str]:
        """What of a site cannot wait."""
        say = self._say
        if not site.published:
            yield say("not-published")
        figures = (
            ("late", sum(one.state in ("held", "overdue") for one in self._all.due_on(site.id))),
            ("stale", len(self._all.stale_on(site.id))),
            ("waiting", len(site.waiting)),
        )
        for name, count in figures:
            if count:
                yield f"{say(name)}: {count}"
        bad = [say(f"check-{finding.check}") for finding in site.findings if finding.state == "no"]
        if bad:
            yield f"{say('checklist-no')}: {', '.join(bad)}"

    def _reviews(self) -> Html:
        say, due = self._say, self._all.due
        if not due:
            return el("p", say("nothing"))
        heads, whole = due_heads(say, sites=True), len(self._all.sites)
        pressing = [one for one in due if one.state != "later"]
        near = table(say("pressing"), heads, due_rows(pressing, say, whole)) if pressing else el("p", say("nothing"))
        every = say("all-due", count=len(due))
        return joined(
            months(due, self._all.today, say),
            el("h3", say("pressing")),
            near,
            folded(every, table(every, heads, due_rows(due, say, whole))),
        )

    def _stale(self) -> Html:
        say = self._say
        rows = [
            (
                el("code", str(one.place)),
                joined(*(el("div", el("code", str(place))) for place in one.over)),
                joined(*(el("div", self._link(site)) for site in one.sites)),
            )
            for one in self._all.stale
        ]
        heads = (say("changed-text"), say("overridden-in"), say("sites"))
        return table(say("stale"), heads, rows) if rows else el("p", say("nothing"))

    def _acceptance(self) -> Html:
        say = self._say
        rows = []
        for site in self._all.sites:
            for one in site.waiting:
                since = say("unknown")
                if one.since:
                    since = say("for-days", day=say.day(one.since), days=max(0, (self._all.today - one.since).days))
                title = joined(one.title, el("br"), el("small", one.path))
                rows.append((self._link(site.id), title, say("changed" if one.changed else "waits"), since))
        heads = (say("site"), say("document"), say("state"), say("since"))
        return table(say("acceptance"), heads, rows) if rows else el("p", say("nothing"))

    def _weights(self) -> Html:
        say = self._say
        if not self._pages:
            return el("p", say("not-measured"))
        heaviest: dict[str, tuple[Weight, str, int]] = {}
        for site in self._all.sites:
            for weight in site.read:
                known, where, count = heaviest.get(weight.path, (weight, site.id, 0))
                if weight.packed > known.packed:
                    known, where = weight, site.id
                heaviest[weight.path] = known, where, count + 1
        top = sorted(heaviest.values(), key=lambda row: _heaviest(row[0]))[:_HEAVIEST]
        rows = [
            (el("code", one.path), self._link(site), say.number(one.packed), say.number(one.size), say.number(count))
            for one, site, count in top
        ]
        heads = (say("page"), say("heaviest-on"), say("gzip"), say("plain"), say("sites"))
        return joined(
            weights(self._pages, say),
            el("h3", say("heaviest-pages")),
            table(say("heaviest-pages"), heads, rows, (2, 3, 4)),
        )

    def _checklist(self) -> Html:
        say = self._say
        rows, lists = [], []
        for check in CHECKS:
            found = [(site, one) for site in self._all.sites for one in site.findings if one.check == check.id]
            counts = []
            for state in ("yes", "no", "unbuilt", "none"):
                count = sum(one.state == state for _, one in found)
                if count:
                    counts.append(el("div", state_of(state, say), f": {say('n-sites', count=count)}"))
            rows.append((say(f"check-{check.id}"), joined(*counts), say(f"check-{check.id}-how")))
            bad = [(site, one) for site, one in found if one.state == "no"]
            if bad:
                notes = [joined(self._link(site.id), ": ", note_of(one.note, one.blanks, say)) for site, one in bad]
                lists.append(folded(f"{say(f'check-{check.id}')}: {say('state-no')} ({len(bad)})", listed(notes)))
        heads = (say("check-row"), say("check-found"), say("check-how"))
        return joined(table(say("checklist"), heads, rows), *lists)

    def _tasks(self) -> Html:
        say, tasks = self._say, self._all.tasks
        if not tasks:
            return el("p", say("nothing"))
        rules: dict[str, list[tuple[object, ...]]] = {}
        whole = len(self._all.sites)
        for task in tasks:
            sites = say.sites(len(task.sites), whole) if task.sites else "–"
            row = (el("code", str(task.place)), task.message(say.lang), sites)
            rules.setdefault(task.rule, []).append(row)
        heads = (say("place"), say("message"), say("sites"))
        return joined(
            *(
                folded(f"{rule} ({len(rows)})", table(rule, heads, rows))
                for rule, rows in sorted(rules.items(), key=lambda item: (-len(item[1]), item[0]))
            )
        )

    def _link(self, site: str) -> Html:
        return el("a", self._names[site], href=f"{FOLDER}/{site}.html")


def _heaviest(weight: Weight) -> tuple[int, str]:
    return -weight.packed, weight.path
