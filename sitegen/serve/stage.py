"""Builds of the preview in a warm process, what they came to, and which pages are older than that.

A save is first built for the sites that somebody looks at, then for all. The second build ends early if something was
saved meanwhile: what a build has not published yet is as if it had not begun.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Event
from time import perf_counter

from sitegen.build import Progress, Warm, build
from sitegen.locale import long_date
from sitegen.noop import fingerprint
from sitegen.options import Options
from sitegen.report import Report
from sitegen.serve.sites import Entry, read_entries
from sitegen.serve.view import Shown
from sitegen.serve.words import word
from sitegen.values import replace
from sitegen.write.trees import domains_present


@dataclass(frozen=True, slots=True)
class Built:
    """What one build came to, how long it took, and the sites to choose from, if they were looked up."""

    report: Report
    seconds: float
    sites: tuple[Entry, ...] | None = None


class _Overtaken(Exception):  # noqa: N818 - nothing went wrong
    """Something was saved while a build ran that nobody waits for."""


class Stage:
    """The preview's state. Its builds run one at a time, in whatever thread; all else in that of the server."""

    def __init__(self, options: Options, lang: str) -> None:
        self.options = options
        self.lang = lang
        self.root = os.path.realpath(options.dest)
        self.overtaken = Event()
        drafts = word("drafts" if options.drafts else "no-drafts", lang)
        self.shown = Shown(state=f"{word('day', lang, day=long_date(options.today, lang))}, {drafts}.")
        self._warm = Warm()
        self._inputs = self._seen = ""
        self._sites_file = b""
        self._age = 0
        self._changed: dict[str, int] = {}
        self._served: dict[str, int] = {}

    # -- building, in a thread -----------------------------------------------------------------------------------

    def dirty(self) -> bool:
        """Whether any source differs from what the last build that began has seen."""
        self._seen = fingerprint(self.options)
        return self._seen != self._inputs

    def build_all(self, progress: Progress) -> Built:
        """Builds all sites of the preview."""
        return replace(self._build(self.options, progress), sites=self._entries())

    def build_watched(self, domains: Iterable[str]) -> Built | None:
        """Builds only the sites that somebody looks at; None if that is none, or all, or if there is one no more."""
        ids = tuple(entry.id for entry in self.shown.sites if entry.domain in set(domains))
        if not ids or len(ids) == len(self.shown.sites):
            return None
        built = self._build(replace(self.options, sites=ids, jobs=1), lambda *_: None)
        return None if any(found.rule == "option-site-unknown" for found in built.report.problems) else built

    def build_rest(self) -> Built | None:
        """As `build_all`, unless something is saved meanwhile: then None."""

        def progress(*_: object) -> None:
            if self.overtaken.is_set():
                raise _Overtaken

        try:
            # One process: forking while other threads run is not safe, and this leaves a processor to the browser.
            return replace(self._build(replace(self.options, jobs=1), progress), sites=self._entries())
        except _Overtaken:
            return None

    def _build(self, options: Options, progress: Progress) -> Built:
        started = perf_counter()
        # As it was looked at last: what is saved from then on is found by the next look, read or not.
        self._inputs = self._seen = self._seen or fingerprint(options)
        return Built(build(options, progress, self._warm), perf_counter() - started)

    def _entries(self) -> tuple[Entry, ...] | None:
        """The sites of sites.yaml; None if they are as they were, or while there is a mistake in it."""
        try:
            data = (self.options.root / "sites.yaml").read_bytes()
        except OSError:
            return None
        found = None
        if data != self._sites_file:
            found = read_entries(self.options.root, self.options.today, self.options.sites)
        if found is not None:
            self._sites_file = data
        return found

    # -- what is shown -------------------------------------------------------------------------------------------

    def take(self, built: Built) -> None:
        """Takes in what a build came to: from now on pages that it changed are old, or all if the Problems shown over
        them are others."""
        self._age += 1
        before = self.shown
        sites = before.sites if built.sites is None else built.sites
        self.shown = replace(before, sites=sites, problems=built.report.problems, failed=built.report.failed)
        changed = {row.domain for row in built.report.sites if row.changed}
        for gone_or_new in set(before.sites) ^ set(self.shown.sites):
            changed |= {gone_or_new.domain, ""}
        if self.shown.stopping() != before.stopping():
            changed |= {"", *(entry.domain for entry in self.shown.sites), *domains_present(self.root)}
        if self.shown.told() != before.told():
            changed.add("")
        self._changed.update(dict.fromkeys(changed, self._age))

    def served(self, path: str) -> None:
        """Notes that a page is sent as it is now."""
        if len(self._served) > 10_000:
            self._served.clear()
        self._served[path] = self._age

    def old(self, paths: Iterable[str]) -> frozenset[str]:
        """Which of these pages, by the paths of their URLs, were last sent before a build changed them. Each is named
        once for each change: whatever a browser calls a page, it is never told to reload without end."""
        for_others = self._changed.get("", 0)
        known = ((path, self._changed.get(domain_of(path), for_others)) for path in paths)
        found = frozenset(path for path, changed in known if self._served.get(path, -1) < changed)
        for path in found:
            self.served(path)
        return found


def domain_of(path: str) -> str:
    """The folder of a site in the decoded path of a URL; "" for pages that belong to none."""
    first = path.lstrip("/").partition("/")[0]
    return "" if first.startswith(".") else first
