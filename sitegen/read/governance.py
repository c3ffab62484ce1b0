"""Governance: what a document owes its readers by its risk, and what happens when its review is due, step by step.

Before `review_by` editors are warned; after it readers are told; long after it the page is held back as a tombstone.
Every day on which one of these steps begins is a change of the project, so that no finished build outlives it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map

from sitegen.model.document import Gone, Meta
from sitegen.model.kinds import Kind
from sitegen.model.site import Site
from sitegen.problems import Place, Problem, problem
from sitegen.read.source import Mapping, get
from sitegen.values import Frozen


class Ladder(Frozen):
    """For one risk: days of warning before `review_by`, days after it until the page is held back (None: never), and
    the rule for an article without sources."""

    warn: int
    hold: int | None
    sources: str


# rendah: the article stays useful although old; a notice is enough, and losing it would harm more than its age.
# sedang: numbers, prices, procedures. After half a year more are wrong than right; two weeks suffice to look them up.
# tinggi: wrong advice can harm. A month to find a health worker who reviews it; a quarter, the usual interval between
#         reviews here, after which nobody can say that it still holds.
RISK: dict[str, Ladder] = {
    "rendah": Ladder(warn=7, hold=None, sources="sources-wanted"),
    "sedang": Ladder(warn=14, hold=180, sources="sources-missing"),
    "tinggi": Ladder(warn=30, hold=90, sources="risk-needs-review"),
}
# After a year offices have moved, and telephone numbers with them.
CONTACT_DAYS = 365


class Standing(Frozen):
    """Where a document stands on a day: Problems, the tombstone if it is held back, the days on which this changes."""

    problems: tuple[Problem, ...]
    gone: Gone | None
    turns: tuple[dt.date, ...]


def check(front: Mapping, meta: Meta, kind: Kind, today: dt.date, *, claimed: bool) -> Iterator[Problem]:
    """What a document lacks by its risk, and a review that cannot have happened yet. One whose text is `claimed` has
    the sources of its claims."""
    if meta.reviewed and meta.reviewed > today:
        yield problem("review-future", _at(front, "reviewed"), day=meta.reviewed.isoformat(), today=today.isoformat())
    if meta.draft or meta.withdrawn:
        return
    high = meta.risk == "tinggi"
    if not (meta.sources or claimed) and (kind.sourced or high):
        rule = RISK[meta.risk].sources
        yield Problem(rule, _at(front, "risk") if high else front.place, (("key", "sources"),))
    if not meta.review_by and high:
        yield problem("risk-needs-review", _at(front, "risk"), key="review_by")
    elif not meta.review_by and kind.sourced:
        yield problem("review-missing", front.place)


def overdue(meta: Meta, today: dt.date) -> bool:
    """Whether the day of the next review has passed."""
    return meta.review_by is not None and meta.review_by < today


def standing(front: Mapping, meta: Meta, today: dt.date) -> Standing:
    """The step of the ladder on which a document that is shown stands today."""
    due = meta.review_by
    if due is None:
        return Standing((), None, ())
    ladder = RISK[meta.risk]
    held = shifted(due, ladder.hold) if ladder.hold is not None else None
    place, day = _at(front, "review_by"), due.isoformat()
    if held and held <= today:
        found = problem("review-held", place, day=day, held=held.isoformat(), file=place.file)
        return Standing((found,), Gone(held, False, held=True), ())
    turns = tuple(turn for turn in (shifted(due, -ladder.warn), shifted(due, 1), held) if turn and turn > today)
    if due < today:
        late = problem("review-overdue", place, day=day, file=place.file)
        if held:
            late = problem("review-overdue-until", place, day=day, held=held.isoformat(), file=place.file)
        return Standing((late,), None, turns)
    if shifted(due, -ladder.warn) <= today:
        return Standing((problem("review-soon", place, day=day),), None, turns)
    return Standing((), None, turns)


def old_contacts(sites: Iterable[Site], places: Map[str, Place], today: dt.date) -> Iterator[Problem]:
    """Contacts that nobody has checked for a year, or that cannot have been checked yet."""
    for site in sites:
        day = site.contact.verified
        if day and day > today:
            yield problem(
                "verified-future", places[site.id], sites=(site.id,), day=day.isoformat(), today=today.isoformat()
            )
        if day and contact_due(day) <= today:
            yield problem("contact-old", places[site.id], sites=(site.id,), day=day.isoformat(), most=str(CONTACT_DAYS))


def contact_turns(sites: Iterable[Site], today: dt.date) -> Iterator[dt.date]:
    """The days to come on which a contact becomes old."""
    days = (site.contact.verified for site in sites if site.contact.verified)
    yield from (due for due in map(contact_due, days) if due > today)


def contact_due(verified: dt.date) -> dt.date:
    """The first day on which a contact counts as old."""
    return shifted(verified, CONTACT_DAYS + 1)


def shifted(day: dt.date, days: int) -> dt.date:
    """A day so many days away, or the last or first one that there is."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def _at(front: Mapping, key: str) -> Place:
    node = get(front, key)
    return node.place if node is not None else front.place
