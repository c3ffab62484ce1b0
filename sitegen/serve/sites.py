"""The sites of a preview as its switcher names and finds them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sitegen.problems import Problem, Severity
from sitegen.read.sites import read_sites
from sitegen.unicode import folded


@dataclass(frozen=True, slots=True)
class Entry:
    """A site: its id, the folder in which it lies, the name of its district, its province."""

    id: str
    domain: str
    name: str
    province: str

    @property
    def label(self) -> str:
        """How the switcher writes it, and what it takes for it: the name, then the id that nobody else has."""
        return f"{self.name} ({self.id})"


def read_entries(root: Path, today: dt.date, only: tuple[str, ...]) -> tuple[Entry, ...] | None:
    """The sites of sites.yaml, or those that are named `only`; None if there is a mistake in it."""
    problems: list[Problem] = []
    sites = read_sites(root, problems, today).sites
    if not sites or any(found.severity is Severity.ERROR for found in problems):
        return None
    wanted = {name.casefold() for name in only}
    return tuple(
        Entry(site.id, site.domain, site.region.name if site.area is None else site.area.name, site.region.province)
        for site in sites
        if not wanted or site.id.casefold() in wanted
    )


def match(entries: Iterable[Entry], text: str) -> tuple[Entry, ...]:
    """The sites that somebody means who writes `text`: the one that is called so, else all with each of its words in
    name, id, folder or province."""
    asked = folded(text).strip()
    known = tuple(entries)
    for entry in known:
        if asked in map(folded, (entry.label, entry.id, entry.domain)):
            return (entry,)
    named = tuple(entry for entry in known if folded(entry.name) == asked)
    if len(named) == 1:
        return named
    words = asked.split()
    texts = ((entry, folded(f"{entry.name} {entry.id} {entry.domain} {entry.province}")) for entry in known)
    return tuple(entry for entry, text in texts if all(word in text for word in words))
