"""Days on which events come back, against days looked up in a calendar; and against a plainer rule for any start."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.recurrence import Every, days, horizon, next_turn

DAY = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("start", "every", "last", "expected"),
    [
        ("2026-12-01", "", "2026-12-01", ["2026-12-01"]),
        ("2026-12-01", "minggu", "2026-12-21", ["2026-12-01", "2026-12-08", "2026-12-15"]),
        # The first Monday of the month, over the end of a year.
        ("2026-11-02", "bulan", "2027-02-28", ["2026-11-02", "2026-12-07", "2027-01-04", "2027-02-01"]),
        # The fourth Saturday: 28 February is one, and the last day that counts.
        ("2026-11-28", "bulan", "2027-02-27", ["2026-11-28", "2026-12-26", "2027-01-23", "2027-02-27"]),
        ("2026-12-02", "minggu", "2026-12-01", []),
    ],
)
def test_days(start: str, every: Every, last: str, expected: list[str]) -> None:
    assert [day.isoformat() for day in days(DAY(start), every, DAY(last))] == expected


@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)).filter(lambda day: day.day <= 28),
    st.sampled_from(["minggu", "bulan"]),
    st.integers(0, 500),
)
def test_days_are_what_the_rule_says(start: dt.date, every: Every, span: int) -> None:
    """Of all days in the span exactly those are given that a person with a calendar would mark."""
    last = start + dt.timedelta(span)
    all_days = [start + dt.timedelta(n) for n in range(span + 1)]
    alike = [day for day in all_days if day.weekday() == start.weekday()]
    if every == "bulan":
        alike = [day for day in alike if (day.day - 1) // 7 == (start.day - 1) // 7]
    assert list(days(start, every, last)) == alike


def test_the_end_of_all_days() -> None:
    assert list(days(dt.date(9999, 12, 6), "bulan", dt.date.max)) == [dt.date(9999, 12, 6)]


@pytest.mark.parametrize(
    ("today", "last", "turn"),
    [
        ("2026-11-21", "2027-01-31", "2026-12-01"),
        ("2026-12-31", "2027-02-28", "2027-01-01"),
        ("2027-01-01", "2027-03-31", "2027-02-01"),
    ],
)
def test_horizon(today: str, last: str, turn: str) -> None:
    assert horizon(DAY(today)) == DAY(last)
    assert next_turn(DAY(today)) == DAY(turn)
