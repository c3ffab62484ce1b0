"""Figures that carry the day of their check (`{per 2026-11-21}`): which are old today, or still to come."""

import datetime as dt
from collections.abc import Iterator, Mapping

from sitegen.model.parsed import Figure, Parsed
from sitegen.model.project import Project
from sitegen.problems import Problem, problem
from sitegen.texts import place_in_text

# Prices, numbers and deadlines change within a quarter; it is also the usual time between reviews.
MOST_DAYS = 90


def check(project: Project, parsed: Mapping[str, Parsed]) -> Iterator[Problem]:
    """Figures that have become old, and those of a day still to come, each once at its place."""
    seen: set[str] = set()
    today = project.today
    for edition in project.editions:
        if edition.gone or edition.text.key in seen:
            continue
        seen.add(edition.text.key)
        for figure in parsed[edition.text.key].figures:
            place = place_in_text(edition.text, figure.line, figure.column)
            day = figure.day.isoformat()
            if figure.day > today:
                yield problem("figure-future", place, day=day, today=today.isoformat())
            elif _ordinal(figure) <= today.toordinal():
                yield problem("figure-old", place, day=day, most=str(MOST_DAYS))


def next_change(project: Project, parsed: Mapping[str, Parsed]) -> dt.date | None:
    """The next day on which the project means something else: by its dates, or since a figure becomes old."""
    today = project.today.toordinal()
    shown = {edition.text.key for edition in project.editions if edition.gone is None}
    days = {_ordinal(figure) for key in shown for figure in parsed[key].figures}
    turns = [dt.date.fromordinal(day) for day in days if today < day <= dt.date.max.toordinal()]
    return min([*turns, *([project.next_change] if project.next_change else [])], default=None)


def _ordinal(figure: Figure) -> int:
    """The first day on which a figure is old, as a number: it may lie after the last date that there is."""
    return figure.day.toordinal() + MOST_DAYS + 1
