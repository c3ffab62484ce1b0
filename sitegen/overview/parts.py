"""What the pages of a report share: saying words of the table, tables, rows of reviews and of weights."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from sitegen import locale
from sitegen.opspage import Html, el, joined, table
from sitegen.overview.charts import Column, columns
from sitegen.overview.facts import BUDGET, Due, Need, SiteState, Weight, median
from sitegen.overview.words import WORDS
from sitegen.overview.words_letter import LETTER
from sitegen.unicode import escaped as visible

_ALL = {**WORDS, **LETTER}
_MONTHS = 12
_BIN = 1000


class Say:
    """The words of a report in one language, and its figures and days as that language writes them."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def __call__(self, name: str, /, **blanks: object) -> str:
        """The words `name` with their blanks filled; raises KeyError for a name that the tables lack."""
        return _ALL[name][0 if self.lang == "id" else 1].format(**blanks)

    def day(self, value: dt.date | None) -> str:
        """A date in words; that it is not known without one."""
        return locale.long_date(value, self.lang) if value else self("unknown")

    def number(self, value: int) -> str:
        """A whole number with its groups."""
        return locale.number(value, self.lang)

    def need(self, need: Need) -> str:
        """What is needed, as a heading."""
        return self(f"need-{need.key}", name=need.name.replace("_", " "), day=self.day(need.day))

    def short(self, need: Need) -> str:
        """What is needed, in a word or two."""
        return need.name.replace("_", " ") if need.key == "fact" else self(f"short-{need.key}")

    def sites(self, count: int, whole: int) -> str:
        """How many sites: all of them, or a number."""
        return self("all-sites") if whole > 1 and count == whole else self("n-sites", count=count)


def folded(summary: str, *inner: object) -> Html:
    """What is shown only to those who ask."""
    return el("details", el("summary", summary), *inner)


def listed(names: Iterable[object]) -> Html:
    """A plain list."""
    return el("ul", *(el("li", name) for name in names))


def due_rows(due: Iterable[Due], say: Say, whole: int = 0) -> Iterable[tuple[object, ...]]:
    """Rows of what has to be checked again; with the number of sites if there is a `whole` to count against."""
    for one in due:
        state = say(f"due-{one.state}", days=one.days)
        title = joined(one.title, el("br"), el("small", f"{say(f'kind-{one.kind}', count=one.count)} {one.name}"))
        shown = el("span", state, class_="no") if one.state in ("held", "overdue") else state
        sites = (say.sites(len(one.sites), whole),) if whole else ()
        yield title, say.day(one.by), shown, one.risk or "–", el("code", str(one.place)), *sites


def due_heads(say: Say, *, sites: bool) -> tuple[str, ...]:
    """The heads of these rows."""
    heads = (say("check-row"), say("by-day"), say("state"), say("risk"), say("where"))
    return (*heads, say("sites")) if sites else heads


def months(due: Sequence[Due], today: dt.date, say: Say) -> Html:
    """What falls due in which month: a chart, and its table."""
    first = today.replace(day=1)
    starts = [_month(first, number) for number in range(_MONTHS + 1)]
    counts: Counter[tuple[int, str]] = Counter()
    for one in due:
        late = one.state in ("held", "overdue")
        at = -1 if late else next((n for n in range(_MONTHS) if one.by < starts[n + 1]), _MONTHS)
        counts[at, one.risk or "others"] += 1
    names = (say("month-late"), *(locale.month(day, say.lang) for day in starts[:-1]), say("month-later"))
    shorts = (say("before"), *(locale.month(day, say.lang)[:3] for day in starts[:-1]), say("later"))
    shown, rows = [], []
    for at, (name, short) in enumerate(zip(names, shorts, strict=True), -1):
        figures = [counts[at, risk] for risk in ("tinggi", "sedang", "rendah", "others")]
        shown.append(Column(short, sum(figures[:3]), figures[3], bad=at < 0))
        if sum(figures) or at == -1:
            rows.append((name, *(say.number(figure) for figure in (*figures, sum(figures)))))
    heads = (say("month"), say("high"), say("medium"), say("low"), say("others"), say("total"))
    text = "; ".join(f"{row[0]}: {row[-1]}" for row in rows)
    return joined(
        columns(say("reviews-chart"), text, shown), table(say("reviews-chart"), heads, rows, range(1, len(heads)))
    )


def weights(pages: Sequence[Weight], say: Say) -> Html:
    """How the pages weigh: figures, a chart by thousands of bytes, its table. `pages` has the heaviest first."""
    if not pages:
        return el("p", say("not-measured"))
    over = sum(page.packed > BUDGET for page in pages)
    counts = Counter(page.packed // _BIN for page in pages)
    last = max(BUDGET // _BIN, pages[0].packed // _BIN + 1)
    step = -(-last // 16)  # at most sixteen columns have room for their words
    groups = [(at, sum(counts[one] for one in range(at, at + step))) for at in range(0, last, step)]
    shown = [Column(str(at), count, bad=at * _BIN >= BUDGET) for at, count in groups]
    rows = [
        (f"{say.number(at * _BIN)}–{say.number((at + step) * _BIN - 1)}", say.number(count))
        for at, count in groups
        if count
    ]
    words = {"pages": say.number(len(pages)), "median": say.number(median(tuple(pages)))}
    words |= {"most": say.number(pages[0].packed), "over": say.number(over)}
    limit = (BUDGET // _BIN // step, say("budget"))
    text = "; ".join(f"{name}: {count}" for name, count in rows)
    heads = (say("thousands"), say("pages"))
    return joined(
        el("p", say("weight-figures", **words)),
        columns(say("weight-chart"), text, shown, limit),
        folded(say("weight-chart"), table(say("weight-chart"), heads, rows, (1,))),
    )


def state_of(state: str, say: Say) -> Html:
    """The word for a state of the checklist, marked where it is bad news."""
    kind = {"yes": "yes", "no": "no"}.get(state)
    return el("span", say(f"state-{state}"), class_=kind)


def note_of(note: str, blanks: tuple[tuple[str, str], ...], say: Say) -> str:
    """On what a finding rests."""
    return visible(say(f"note-{note}", **dict(blanks)))


def heavy(site: SiteState, say: Say) -> str:
    """The weight of a site's heaviest page, or that it is not known."""
    return say.number(site.read[0].packed) if site.read else say("not-measured")


def _month(first: dt.date, number: int) -> dt.date:
    """The first day of a month so many months on, at most the last one that there is."""
    month = first.year * 12 + first.month - 1 + number
    return dt.date(min(month // 12, dt.MAXYEAR), month % 12 + 1, 1)
