"""Documents that belong to days: announcements hold from one to another, events happen on some.

Says for a day whether there is anything to show yet or still, which days of an event are told of, when that changes.
"""

import datetime as dt
from collections.abc import Iterator

from sitegen.model.document import Meta, Occurrence
from sitegen.model.kinds import BY_ID, KEYS_OF, Kind
from sitegen.problems import Place, Problem, problem
from sitegen.read.governance import shifted
from sitegen.read.source import Mapping, Sequence, get
from sitegen.recurrence import LAST_SURE_DAY, days, horizon, next_turn

# A hundred years of weeks would be a slip of the pen.
LONGEST = 3 * 366


def begins(kind: Kind, meta: Meta) -> dt.date | None:
    """The day from which a document is shown; an event is told of before it starts."""
    known = [day for day in (meta.date, meta.start if kind.id == "announcement" else None) if day]
    return max(known, default=None)


def ends(kind: Kind, meta: Meta) -> dt.date | None:
    """The first day on which a document is no longer shown."""
    if kind.id == "announcement" and meta.end:
        return shifted(meta.end, 1)
    if kind.id == "event" and meta.start:
        return shifted(_last(meta, max(_days(meta), default=meta.start)), 1)
    return meta.expires


def occurrences(kind: Kind, meta: Meta, today: dt.date) -> tuple[Occurrence, ...]:
    """The days of an event that lists tell of today, those that were called off among them."""
    if kind.id != "event" or not meta.start:
        return ()
    until = horizon(today)
    return tuple(
        Occurrence(day, _last(meta, day), day in meta.cancelled)
        for day in _days(meta)
        if day <= until and _last(meta, day) >= today
    )


def turn(kind: Kind, meta: Meta, today: dt.date) -> dt.date | None:
    """The next day on which `occurrences` differ."""
    if kind.id != "event" or not meta.start:
        return None
    told = occurrences(kind, meta, today)
    passing = [shifted(one.end, 1) for one in told]
    coming = [next_turn(today)] if max(_days(meta), default=meta.start) > horizon(today) else []
    return min((*passing, *coming), default=None)


def check(front: Mapping, meta: Meta, kind: Kind) -> Iterator[Problem]:
    """Keys that do nothing for this kind, days in the wrong order, days that an event does not have."""
    for key, _ in front.entries:
        having = KEYS_OF.get(key.text, (kind.id,))
        if kind.id not in having:
            folders = ", ".join(f"{BY_ID[one].folder}/" for one in having)
            yield problem("key-of-other-kind", key.place, key=key.text, folders=folders)
    if meta.start and meta.end and meta.end < meta.start:
        yield problem("dates-order", _at(front, "end"), first="start", second="end")
    if kind.id != "event" or not meta.start:
        return
    if meta.time_end and (not meta.time or (meta.time_end <= meta.time and not meta.end)):
        yield problem("event-hours", _at(front, "time_end"))
    if meta.repeat:
        place = _at(front, "repeat")
        if meta.end and meta.end != meta.start:
            yield problem("event-end-and-repeat", _at(front, "end"))
        if not 0 <= (meta.repeat.until - meta.start).days <= LONGEST:
            yield problem("event-until", place, most=str(LONGEST))
            return
        if meta.repeat.every == "bulan" and meta.start.day > LAST_SURE_DAY:
            yield problem("event-fifth", place, day=meta.start.isoformat())
            return
    known = frozenset(_days(meta))
    node = get(front, "cancelled")
    items = node.items if isinstance(node, Sequence) else ()
    for day, item in zip(meta.cancelled, items, strict=False):
        if day not in known:
            near = min(known, key=lambda other: abs((other - day).days)).isoformat()
            yield problem("event-cancelled", item.place, day=day.isoformat(), near=near)


def _days(meta: Meta) -> Iterator[dt.date]:
    assert meta.start
    return days(meta.start, meta.repeat.every, meta.repeat.until) if meta.repeat else days(meta.start, "", meta.start)


def _last(meta: Meta, day: dt.date) -> dt.date:
    """The last day of what begins on a day: only what does not come back may last for several."""
    return meta.end if meta.end and not meta.repeat else day


def _at(front: Mapping, key: str) -> Place:
    node = get(front, key)
    return node.place if node is not None else front.place
