"""Pages of events: the next ones by month, and files for calendars, of each event and of all."""

import datetime as dt
from collections.abc import Iterator

from sitegen import locale
from sitegen.digest import digest_bytes
from sitegen.model.document import Edition, Meta, Occurrence
from sitegen.model.kinds import BY_ID
from sitegen.model.output import CardUse, Data, Output
from sitegen.model.views import AgendaView, EventCard, EventDay, EventFacts, EventMonth
from sitegen.plan.gathered import Gathered
from sitegen.plan.selection import Placed
from sitegen.recurrence import ordinal
from sitegen.urls import relative
from sitegen.words import word

# What an event's own page tells of; the page of all events has the others.
NEXT = 5
_MONTHLY = (
    "{} pertama setiap bulan",
    "{} kedua setiap bulan",
    "{} ketiga setiap bulan",
    "{} keempat setiap bulan",
)


class Events(Gathered):
    """Makes the pages of events, and the part of an event's own page that tells when and where."""

    def events(self) -> Iterator[Output]:
        """The next events in each language, by month."""
        kind = BY_ID["event"]
        if not self._ever(kind.id):
            return
        for lang in self.languages:
            path = self.selection.folder(lang) + kind.list
            items = self._of_kind(kind.id, lang)
            rows = sorted(((day, p) for p in items for day in p.edition.days), key=_by_day)
            months: dict[str, list[CardUse]] = {}
            last: dict[str, dt.date] = {}
            for day, placed in rows:
                name = day.day.isoformat()[:7]
                last[name] = max(day.end, last.get(name, day.end))
                months.setdefault(name, []).append(self._day(placed, day, path, lang))
            names = tuple(
                EventMonth(name, locale.month(dt.date.fromisoformat(f"{name}-01"), lang), last[name]) for name in months
            )
            until = max(last.values(), default=None)
            file = relative(self._calendar_path(lang), path) if items else ""
            view = AgendaView(self._list_head(kind.id, lang), names, until, file)
            yield self._page(path, "agenda.html", view, tuple((n, tuple(c)) for n, c in months.items()))

    def calendars(self) -> Iterator[Output]:
        """Events as files for calendars: all in each language, and each by itself."""
        for lang in self.languages:
            if items := self._of_kind("event", lang):
                yield self._file_of(self._calendar_path(lang), tuple(p.edition for p in items))
        for placed in self.selection.shown:
            if placed.kind.id == "event":
                yield self._file_of(_calendar_of(placed), (placed.edition,))

    def _calendar_path(self, lang: str) -> str:
        return f"{self.selection.folder(lang)}agenda.ics"

    def _file_of(self, path: str, editions: tuple[Edition, ...]) -> Data:
        memo = (path, self.selection.zone, tuple(edition.stamp for edition in editions))
        found = self.shared.files.get(memo)
        if found is None:
            from sitegen.plan.calendars import calendar  # a tenth of a second, for projects with events only

            data = calendar(editions, self.selection.zone)
            found = self.shared.files[memo] = Data(path, data, digest_bytes(data), editions[0].file)
        return found

    def _day(self, placed: Placed, day: Occurrence, page: str, lang: str) -> CardUse:
        edition, meta = placed.edition, placed.edition.meta
        href, template = relative(placed.path, page), "cards/event.html"
        memo = (edition.stamp, template, href, lang, day.day)
        found = self.shared.cards.get(memo)
        if found is None:
            card = EventCard(
                edition.lang, href, meta.title, self._foreign(edition, lang), edition.lang != lang,
                _said(day, lang), meta.place, meta.time, meta.time_end, meta.example, meta.draft,
            )  # fmt: skip
            found = self.shared.cards[memo] = self._use(template, lang, card)
        return found

    def _event(self, placed: Placed) -> EventFacts | None:
        """When and where an event is; None for another kind of document."""
        meta, lang = placed.edition.meta, placed.edition.lang
        if placed.kind.id != "event" or not meta.start:
            return None
        days = placed.edition.days
        held = [day for day in days if not day.cancelled]
        first = (held or days or (Occurrence(meta.start, meta.end or meta.start, False),))[0]
        last = meta.time_end if meta.time else None
        rhythm = ""
        if meta.repeat:
            weekly = meta.repeat.every == "minggu"
            text = "Setiap {}" if weekly else _MONTHLY[min(ordinal(meta.start), len(_MONTHLY)) - 1]
            rhythm = word(text, lang).format(locale.weekday(meta.start, lang))
        return EventFacts(
            place=meta.place, time=meta.time, time_end=meta.time_end, rhythm=rhythm,
            until=meta.repeat.until if meta.repeat else None,
            days=tuple(_said(day, lang) for day in days[:NEXT]),
            starts=_iso(first.day, meta.time),
            ends=_iso(first.end, last) if last or not meta.time else "",
            timed=meta.time is not None, cancelled=bool(days) and not held,
            file=relative(_calendar_of(placed), placed.path),
        )  # fmt: skip


def told(meta: Meta, facts: EventFacts | None, zone: str, lang: str) -> tuple[str, ...]:
    """When and where an event is, or how long an announcement holds, as lines of a message; none for other kinds."""
    if facts is None:
        return (word("Berlaku sampai {}", lang).format(_plain_date(meta.end, lang)),) if meta.end else ()
    day = next((day for day in facts.days if not day.cancelled), None)
    when = facts.rhythm or (f"{day.weekday}, {_plain_date(day.day, lang)}" if day else "")
    if day and day.end != day.day:
        when += f" – {_plain_date(day.end, lang)}"
    if facts.time:
        hours = locale.time_of_day(facts.time, lang)
        hours += f"–{locale.time_of_day(facts.time_end, lang)}" if facts.time_end else ""
        when += f", {hours} {zone}"
    return (word("Dibatalkan", lang),) if facts.cancelled else (when, facts.place)


def _plain_date(day: dt.date, lang: str) -> str:
    return locale.long_date(day, lang).replace(locale.NBSP, " ")


def _calendar_of(placed: Placed) -> str:
    return placed.path.removesuffix(".html") + ".ics"


def _said(day: Occurrence, lang: str) -> EventDay:
    return EventDay(locale.weekday(day.day, lang), day.day, day.end, day.cancelled)


def _iso(day: dt.date, time: dt.time | None) -> str:
    return day.isoformat() + (f"T{time.isoformat()}" if time else "")


def _by_day(row: tuple[Occurrence, Placed]) -> tuple[object, ...]:
    day, placed = row
    return (day.day, placed.edition.meta.time or dt.time.min, placed.edition.meta.title.casefold(), placed.path)
