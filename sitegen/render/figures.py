"""`{per 2026-11-21}` after a figure says on which day it was checked. Markdown turns it into "(per 21 November 2026)".

Pages hold the day only, never the age: whether a figure has become old is decided by each build (`plan.figures`).
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from sitegen.locale import long_date
from sitegen.model.parsed import Figure
from sitegen.words import word

MARK = r"\{per\s+([^{}]*?)\s*\}"
# Also what looks like a mark, so that no reader sees one.
WRONG = re.compile(r"\{\s*per[\s:][^{}]*\}", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_of(written: str) -> dt.date | None:
    """The day in a mark (ISO 8601), or None if it is none."""
    try:
        return dt.date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        return None


def words(day: dt.date, lang: str) -> str:
    """What readers see of a mark."""
    return f"({word('per {}', lang).format(long_date(day, lang))})"


def placed(source: str, days: Iterable[str]) -> Iterator[Figure]:
    """The figures of a text with their places; the same day twice is looked for where it stands next."""
    after: dict[str, int] = {}
    for written in days:
        day = day_of(written)
        if day is None:
            continue
        found = re.compile(r"\{per\s+" + written + r"\s*\}").search(source, after.get(written, 0))
        at = found.start() if found else 0
        after[written] = at + 1
        yield Figure(day, source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at))
