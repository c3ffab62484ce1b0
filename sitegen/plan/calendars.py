"""Events as calendars take them: iCalendar (RFC 5545). The only file that names icalendar.

The library folds lines and escapes text (RFC 5545, sections 3.1 and 3.3.11), so that no word of an editor can begin a
line of its own. Times are those of the place, with a VTIMEZONE of one offset: in UTC an event at six in the morning
would come back on the weekday before.
"""

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, Event, Timezone, TimezoneStandard
from icalendar.prop import vRecur

from sitegen.digest import digest
from sitegen.model.document import Edition, Meta
from sitegen.recurrence import ordinal

ZONES = {"WIB": ("Asia/Jakarta", 7), "WITA": ("Asia/Makassar", 8), "WIT": ("Asia/Jayapura", 9)}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def calendar(editions: Iterable[Edition], zone: str) -> bytes:
    """The events of some editions in one file; `zone` is WIB, WITA or WIT. The same editions give the same bytes."""
    name, hours = ZONES[zone]
    file = Calendar()
    file.add("prodid", "-//sitegen//agenda//ID")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    place = dt.timezone(dt.timedelta(hours=hours), name)
    events = [_event(edition, zone, place) for edition in editions]
    if any(edition.meta.time for edition in editions):
        file.add_component(_timezone(name, hours))
    for event in events:
        file.add_component(event)
    return bytes(file.to_ical())


def _timezone(name: str, hours: int) -> Timezone:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", name)
    standard.add("dtstart", dt.datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", dt.timedelta(hours=hours))
    standard.add("tzoffsetto", dt.timedelta(hours=hours))
    zone.add_component(standard)
    return zone


def _event(edition: Edition, zone: str, place: dt.tzinfo) -> Event:
    """One VEVENT. Its UID follows from its file and zone: it stays when the words change. Its stamp is a day of the
    document, since no clock may show in an output."""
    meta = edition.meta
    assert meta.start  # required of the kind
    event = Event()
    event.add("uid", digest("calendar", edition.file, zone))
    stamp = meta.checked or meta.date or meta.start
    event.add("dtstamp", dt.datetime(stamp.year, stamp.month, stamp.day, tzinfo=dt.UTC))
    for name, value in _span(meta, meta.start, place):
        event.add(name, value)
    event.add("summary", meta.title)
    event.add("location", meta.place)
    if meta.summary:
        event.add("description", meta.summary)
    if meta.repeat:
        event.add("rrule", _rule(meta, meta.start, place))
        off = [_moment(meta, day, meta.time, place) for day in sorted(meta.cancelled)]
        if off:
            event.add("exdate", off)
    event.add("status", "CANCELLED" if not meta.repeat and meta.cancelled else "CONFIRMED")
    return event


def _span(meta: Meta, day: dt.date, place: dt.tzinfo) -> Iterable[tuple[str, dt.date]]:
    """Start and end; the end of a whole day is the next one (RFC 5545, section 3.6.1)."""
    yield "dtstart", _moment(meta, day, meta.time, place)
    last = meta.end if meta.end and not meta.repeat else day
    if not meta.time:
        yield "dtend", last + dt.timedelta(1)
    elif meta.time_end:
        yield "dtend", _moment(meta, last, meta.time_end, place)


def _moment(meta: Meta, day: dt.date, time: dt.time | None, place: dt.tzinfo) -> dt.date:
    return dt.datetime.combine(day, time, place) if meta.time and time else day


def _rule(meta: Meta, start: dt.date, place: dt.tzinfo) -> vRecur:
    """The rule of `recurrence.days`. UNTIL is in UTC for an event with a time (RFC 5545, section 3.3.10)."""
    assert meta.repeat
    until = _moment(meta, meta.repeat.until, meta.time, place)
    weekday = _WEEKDAYS[start.weekday()]
    weekly = meta.repeat.every == "minggu"
    rule = {
        "freq": "WEEKLY" if weekly else "MONTHLY",
        "until": until.astimezone(dt.UTC) if isinstance(until, dt.datetime) else until,
        "byday": weekday if weekly else f"{ordinal(start)}{weekday}",
    }
    return vRecur(rule)
