"""On which days something happens that comes back each week or each month, and how far ahead is told of it.

Days only: a time of day is that of the place and knows no summer time in Indonesia. No clock here: the day is given.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

Every = Literal["", "minggu", "bulan"]
# Lists show the month of the build and so many more. They change when a day has passed and when a month begins.
MONTHS_AHEAD = 2
# The fifth Tuesday is not in every month.
LAST_SURE_DAY = 28


def ordinal(day: dt.date) -> int:
    """Which of its weekday a day is in its month: 1 for the first Tuesday."""
    return (day.day - 1) // 7 + 1


def days(start: dt.date, every: Every, last: dt.date) -> Iterator[dt.date]:
    """The days from `start` to `last`: each week on its weekday, each month on the same weekday of the same week (a
    `start` after the 28th has none in some months, and none is given for these), or `start` alone."""
    if start > last:
        return
    yield start
    if every == "minggu":
        for number in range(start.toordinal() + 7, last.toordinal() + 1, 7):
            yield dt.date.fromordinal(number)
    elif every == "bulan":
        month = _next_month(start)
        while month <= last:
            ahead = (start.weekday() - month.weekday()) % 7 + 7 * (ordinal(start) - 1)
            number = month.toordinal() + ahead
            after = _next_month(month)
            if number < after.toordinal() and number <= last.toordinal():
                yield dt.date.fromordinal(number)
            if after == month:
                return  # the end of all days
            month = after


def horizon(today: dt.date) -> dt.date:
    """The last day of which lists made on a day tell."""
    month = today
    for _ in range(MONTHS_AHEAD + 1):
        month = _next_month(month)
    return month - dt.timedelta(1)


def next_turn(today: dt.date) -> dt.date:
    """The day on which the horizon moves."""
    return _next_month(today)


def _next_month(day: dt.date) -> dt.date:
    """The first day of the next month; the last day of all for the last month of all."""
    try:
        return dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)
    except ValueError:
        return dt.date.max
