"""An overview as tables for spreadsheets (RFC 4180), a file each.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection).
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator

from sitegen.overview.checklist import CHECKS
from sitegen.overview.facts import BUDGET, Overview, median
from sitegen.overview.parts import Say
from sitegen.values import replace

TABLES = ("sites.csv", "tasks.csv", "reviews.csv", "pages.csv")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tables(overview: Overview, lang: str) -> dict[str, bytes]:
    """The files by name, in UTF-8; their heads are the same in every language."""
    made = (_sites(overview, Say(lang)), _tasks(overview, lang), _reviews(overview), _pages(overview))
    return {name: _csv(rows) for name, rows in zip(TABLES, made, strict=True)}


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _csv(rows: Iterable[Iterable[object]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([defused(_cell(value)) for value in row] for row in rows)
    return out.getvalue().encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _sites(overview: Overview, say: Say) -> Iterator[tuple[object, ...]]:
    checks = tuple(f"check_{check.id}" for check in CHECKS)
    yield (
        "site", "domain", "name", "province", "confirmed", "published", "asked", "missing", "missing_items", "waiting",
        "overdue", "stale", "pages", "median_gzip", "heaviest_gzip", "over_budget", *checks,
    )  # fmt: skip
    for site in overview.sites:
        late = sum(one.state in ("held", "overdue") for one in overview.due_on(site.id))
        read = site.read
        states = {finding.check: finding.state for finding in site.findings}
        yield (
            site.id, site.domain, site.name, site.province, site.confirmed, site.published, len(site.asked),
            len(site.missing), "; ".join(say.short(need) for need in site.missing), len(site.waiting), late,
            len(overview.stale_on(site.id)),
            *((len(read), median(read), read[0].packed, sum(w.packed > BUDGET for w in read)) if read else ("",) * 4),
            *(states.get(check.id) for check in CHECKS),
        )  # fmt: skip


def _tasks(overview: Overview, lang: str) -> Iterator[tuple[object, ...]]:
    """A row for each task and site; one without a site is for the editors."""
    yield "rule", "site", "file", "line", "task", "way_out"
    for task in overview.tasks:
        for site in task.sites or ("",):
            own = replace(task, sites=(site,)) if site else task
            yield task.rule, site, task.place.file, task.place.line, own.message(lang), own.hint(lang)


def _reviews(overview: Overview) -> Iterator[tuple[object, ...]]:
    yield "kind", "name", "title", "by", "state", "days_overdue", "risk", "file", "line", "count", "sites"
    for one in overview.due:
        yield (
            one.kind, one.name, one.title, one.by, one.state, one.days, one.risk, one.place.file, one.place.line,
            one.count, len(one.sites),
        )  # fmt: skip


def _pages(overview: Overview) -> Iterator[tuple[object, ...]]:
    yield "site", "path", "gzip", "bytes", "over_budget", "redirect"
    for site in overview.sites:
        for one in site.weights:
            yield site.id, one.path, one.packed, one.size, one.packed > BUDGET, one.moves
