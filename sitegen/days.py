"""The day that a build speaks of."""

import datetime as dt
import os
import re

# Western Indonesian Time, without daylight saving since 1964: no time zone data needed for a date.
JAKARTA = dt.timezone(dt.timedelta(hours=7))


def today_of(given: str | None) -> dt.date:
    """--date, else SOURCE_DATE_EPOCH (reproducible-builds.org), else today in Asia/Jakarta.

    Raises ValueError naming the text that is no date (ISO 8601, YYYY-MM-DD) or no number of seconds.
    """
    if given:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", given):
            raise ValueError(given)
        try:
            return dt.date.fromisoformat(given)
        except ValueError:
            raise ValueError(given) from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return dt.datetime.fromtimestamp(int(epoch), JAKARTA).date()
        except (ValueError, OverflowError, OSError):
            raise ValueError(epoch) from None
    return dt.datetime.now(JAKARTA).date()
