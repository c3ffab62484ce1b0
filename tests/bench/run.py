"""The figures: each scenario in a process of its own, round after round, beside the floor in the same round.

What is measured is a copy of the sitegen package and of the project in a folder of its own, so that editing either
meanwhile changes nothing. Wall, CPU (user and system, children included) and peak memory are those of whole processes;
the floor (see `floor.py`) is its loop alone. POSIX systems only.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import sitegen

from . import corpus, floor
from .measure import machine, measured, spread

# What was touched within two seconds of a build's first look counts as changed at the next one.
SETTLE = 2.2
CREATE = "floor: create, write, close, sync"
HASH = "floor: SHA-256 of all bytes"


@dataclass(frozen=True)
class Run:
    """One process: what it took, what it said it did, and the CPU of the floor that ran before it."""

    wall: float
    cpu: float
    memory: float
    files: int
    bytes: int
    parsed: int
    fallbacks: int
    floor: float


class Project:
    """A project in the bench's folder and how to edit it; `restore` undoes all edits."""

    def __init__(self, root: Path, day: str, article: Path, site_edit: tuple[str, Callable[[str, int], str]]) -> None:
        self.root, self.day, self.article = root, day, article
        self.site_edit_name, self._edit_site = site_edit
        self._originals: dict[Path, str] = {}

    def edit_body(self, number: int) -> None:
        self._change(self.article, lambda text: f"{text.rstrip()}\n\nSuntingan {number}.\n")

    def edit_site(self, number: int) -> None:
        self._change(self.root / "sites.yaml", lambda text: self._edit_site(text, number))

    def edit_template(self, number: int) -> None:
        path = self.root / "themes" / "default" / "templates" / "article.html"
        self._change(path, lambda text: text.replace("<section", f"<p>Suntingan {number}</p><section", 1))

    def restore(self) -> None:
        for path, text in self._originals.items():
            _write(path, text)
        self._originals.clear()

    def _change(self, path: Path, edit: Callable[[str], str]) -> None:
        original = self._originals.setdefault(path, path.read_text(encoding="utf-8"))
        edited = edit(original)
        if edited == original:
            raise SystemExit(f"bench: found nothing to edit in {path}")
        _write(path, edited)


class Bench:
    """One project, measured round by round."""

    def __init__(self, project: Project, work: Path, jobs: int) -> None:
        self._project, self._work, self._jobs = project, work, jobs
        self._output = project.root / "dist"
        self._cache = project.root / ".sitegen"
        self._floor = 0.0
        self.runs: dict[str, list[Run]] = {}

    def warm_up(self) -> None:
        """The first build of all compiles the package and gives the floor its trees; it is not counted."""
        report = self._sitegen(self._jobs)[3]
        if report["failed"]:
            raise SystemExit("bench: the project has errors; see `sitegen check`")

    def round(self, number: int) -> None:
        """Every scenario once, in the order of a day: all anew, then nothing, then edits on top of what is there."""
        project = self._project
        time.sleep(SETTLE)
        for jobs in dict.fromkeys((1, self._jobs)):
            self._clean(f"clean, nothing cached, --jobs {jobs}", jobs, cached=False)
            self._clean(f"clean, texts cached, --jobs {jobs}", jobs, cached=True)
        self._noop()
        project.edit_body(2 * number)
        self._build("one body edited, first time")
        project.edit_body(2 * number + 1)
        self._build("one body edited, second time")
        project.edit_site(number)
        self._build(project.site_edit_name)
        project.edit_template(number)
        self._build("article template edited")
        project.restore()

    def _clean(self, name: str, jobs: int, *, cached: bool) -> None:
        """A build into no folder at all, right after the floor for the same files."""
        self._measure_floor()
        if not cached:
            shutil.rmtree(self._cache)
        shutil.rmtree(self._output)
        os.sync()
        self._build(name, jobs)

    def _measure_floor(self) -> None:
        """Creates what the output holds in an empty folder, and hashes it: two processes of their own."""
        target = self._work / "floor"
        for name, extra in ((CREATE, []), (HASH, ["--sha256"])):
            target.mkdir()
            os.sync()
            command = [sys.executable, "-I", str(floor.__file__), str(self._output), str(target), *extra]
            _, _, memory, out = measured(command, self._work)
            cost = json.loads(out)
            if name == CREATE:
                self._floor = cost["cpu"]
            self._keep(name, Run(cost["wall"], cost["cpu"], memory, cost["files"], cost["bytes"], 0, 0, self._floor))
            shutil.rmtree(target)

    def _noop(self) -> None:
        """A build with nothing to do. Whoever installs packages meanwhile gives it something to do: then once more."""
        for _ in range(3):
            wall, cpu, memory, report = self._sitegen(self._jobs)
            if report["unchanged"]:
                self._keep("no-op", Run(wall, cpu, memory, 0, 0, 0, 0, self._floor))
                return
            time.sleep(SETTLE)
        raise SystemExit("bench: nothing was edited, but sitegen built three times")

    def _build(self, name: str, jobs: int = 0) -> None:
        wall, cpu, memory, report = self._sitegen(jobs or self._jobs)
        files, size = (sum(row[key] for row in report["sites"]) for key in ("written", "bytes"))
        if report["failed"] or not files:
            raise SystemExit(f"bench: “{name}” wrote nothing")
        self._keep(name, Run(wall, cpu, memory, files, size, report["parsed"], report["fallbacks"], self._floor))

    def _sitegen(self, jobs: int) -> tuple[float, float, float, dict[str, Any]]:
        project = self._project
        command = [sys.executable, "-m", "sitegen", "-C", str(project.root), "build", "--json"]
        command += ["--date", project.day, "--jobs", str(jobs)]
        wall, cpu, memory, out = measured(command, self._work)
        return wall, cpu, memory, json.loads(out)

    def _keep(self, name: str, run: Run) -> None:
        self.runs.setdefault(name, []).append(run)
        print(f"  {name}: {run.wall:.2f} s wall, {run.cpu:.2f} s CPU", file=sys.stderr, flush=True)


# -- projects --------------------------------------------------------------------------------------------------------


def synthetic(work: Path, sites: int, articles: int) -> Project:
    """The corpus of `corpus.py`."""
    root = work / f"synthetic-{sites}x{articles}"
    written = corpus.write_corpus(root, sites, articles)
    slug = written.articles[min(7, articles - 1)]
    known = corpus.phone(corpus.CONTACT)

    def edit_site(text: str, number: int) -> str:
        return text.replace(known, f"(0000) 777 {number:04d}", 1)

    article = root / "content" / "shared" / "artikel" / f"{slug}.md"
    return Project(root, corpus.TODAY.isoformat(), article, ("one site's phone edited", edit_site))


def real(work: Path) -> Project:
    """A copy of the project of this repository. Its sites are real ones: nobody's phone is invented for a test, not
    even in a copy, so it is a base URL that changes; that, too, stands on every page of a site."""
    root = work / "real"
    root.mkdir()
    shutil.copy(corpus.REPOSITORY / "sites.yaml", root)
    for folder in ("content", "themes"):
        shutil.copytree(corpus.REPOSITORY / folder, root / folder)

    def edit_site(text: str, number: int) -> str:
        written = r'\{domain: ([\w.-]+), district: "[\d.]+"(?=\})'
        return re.sub(written, rf"\g<0>, base_url: https://\g<1>/{number}/", text, count=1)

    article = next(path for path in sorted(root.glob("content/shared/artikel/*.md")) if path.stem.count(".") == 0)
    return Project(root, date.today().isoformat(), article, ("one site's address edited", edit_site))


# -- report ----------------------------------------------------------------------------------------------------------


def table(runs: dict[str, list[Run]]) -> Iterable[str]:
    """The figures as Markdown: median (least-most)."""
    yield "| Scenario | Wall s | CPU s | CPU : floor | Peak MB | Files written | MB written | Parsed | Fallbacks |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    for name in sorted(runs, key=lambda name: not name.startswith("floor")):
        some = runs[name]
        last = some[-1]
        ratio = statistics.median(run.cpu / run.floor for run in some)
        memory = statistics.median(run.memory for run in some)
        cells = [name, spread([r.wall for r in some]), spread([r.cpu for r in some]), f"{ratio:.2f}", f"{memory:.0f}"]
        cells += [str(last.files), f"{last.bytes / 1e6:.1f}", str(last.parsed), str(last.fallbacks)]
        yield f"| {' | '.join(cells)} |"


# -- the command -----------------------------------------------------------------------------------------------------


def main() -> int:
    """Measures and prints Markdown."""
    words = _words()
    place = words.work or Path.cwd() / ".sitegen"
    place.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="bench-", dir=place)).resolve()
    try:
        package = Path(sitegen.__file__).parent
        shutil.copytree(package, work / "code" / "sitegen", ignore=shutil.ignore_patterns("__pycache__"))
        project = real(work) if words.real else synthetic(work, words.sites, words.articles)
        bench = Bench(project, work, words.jobs)
        loads = [os.getloadavg()[0]]
        bench.warm_up()
        for number in range(1, words.runs + 1):
            print(f"round {number} of {words.runs}", file=sys.stderr, flush=True)
            bench.round(number)
            loads.append(os.getloadavg()[0])
        what = "the sites of this repository" if words.real else f"{words.sites} sites x {words.articles} articles"
        print(f"## {what}, {words.runs} rounds\n\n| | |\n|---|---|")
        for name, value in (*facts(work), ("Load (1 minute)", f"{min(loads):.1f} to {max(loads):.1f}")):
            print(f"| {name} | {value} |")
        print("\n" + "\n".join(table(bench.runs)))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return 0


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sites", type=int, default=62, help="sites of the synthetic project, 8 to 514")
    parser.add_argument("--articles", type=int, default=500, help="its articles that all sites share")
    parser.add_argument("--runs", type=int, default=5, help="rounds; the table shows medians")
    parser.add_argument("--jobs", type=int, default=2, help="processes (clean builds are measured with 1 as well)")
    parser.add_argument("--real", action="store_true", help="the sites of this repository instead")
    parser.add_argument("--work", type=Path, help="a folder on the disk to measure (default: .sitegen here)")
    words = parser.parse_args()
    if not 8 <= words.sites <= 514 or min(words.articles, words.runs, words.jobs) < 1:
        parser.error("8 to 514 sites, and at least one article, round and process")
    return words


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
