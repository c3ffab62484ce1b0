"""The figures: each scenario in a process of its own, round after round, beside the floor in the same round.

What is measured is a copy of the sitegen package and of the project in a folder of its own, so that editing either
meanwhile changes nothing. Wall, CPU (user and system, children included) and peak memory are those of whole processes;
the floor (see `floor.py`) is its loop alone. POSIX systems only.

On one disk the same loop can take twice as long as a minute before: the first files in a part of the disk cost most.
So the floor runs once uncounted, which touches the parts in which later files lie; then before each clean build; and
ratios are to the median of the floors of the same round.
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import sitegen
from sitegen.values import replace

from . import corpus, floor
from .measure import Used, add_places, machine, measured, put, rows, spread

GROWTH = ((62, 200), (62, 1000), (514, 200), (514, 1000))
# What was touched within two seconds of a build's first look counts as changed at the next one.
SETTLE = 2.2
CREATE = "floor: create, write, close, sync"
HASH = "floor: SHA-256 of all bytes"
COLD = "clean, nothing cached"
WARM = "clean, texts cached"
NOOP = "no-op"


@dataclass(frozen=True)
class Run:
    """One process: in which round, what it took, and what it said it did."""

    round: int
    used: Used
    files: int = 0
    bytes: int = 0
    parsed: int = 0
    fallbacks: int = 0


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
    """One project, measured round by round; `processes` are the numbers of processes for clean builds, the last one
    also for all others."""

    def __init__(self, project: Project, work: Path, processes: tuple[int, ...]) -> None:
        self._project, self._work, self._processes = project, work, processes
        self._output = project.root / "dist"
        self._cache = project.root / ".sitegen"
        self._round = 0
        self.runs: dict[str, list[Run]] = {}

    def ratio(self, name: str) -> float:
        """The CPU of a scenario in floors: of each round to the median floor of that round, the median of these."""
        floors: dict[int, list[float]] = {}
        for run in self.runs[CREATE]:
            floors.setdefault(run.round, []).append(run.used.cpu)
        return median(run.used.cpu / median(floors[run.round]) for run in self.runs[name])

    def warm_up(self) -> None:
        """The first build of all compiles the package and gives the floor its trees; neither is counted."""
        if self._sitegen(self._processes[-1])[1]["failed"]:
            raise SystemExit("bench: the project has errors; see `sitegen check`")
        self._floor(CREATE, [])

    def round(self) -> None:
        """Every scenario once, in the order of a day: all anew, then nothing, then edits on top of what is there."""
        project = self._project
        self._round += 1
        time.sleep(SETTLE)
        for processes in self._processes:
            self._clean(f"{COLD}, --jobs {processes}", processes, cached=False)
            self._clean(f"{WARM}, --jobs {processes}", processes, cached=True)
        self._noop()
        project.edit_body(2 * self._round)
        self._build("one body edited, first time")
        project.edit_body(2 * self._round + 1)
        self._build("one body edited, second time")
        project.edit_site(self._round)
        self._build(project.site_edit_name)
        project.edit_template(self._round)
        self._build("article template edited")
        project.restore()
        shutil.rmtree(self._output / floor.OURS)  # the version before: the next floor needs its room

    def _clean(self, name: str, processes: int, *, cached: bool) -> None:
        """A build into no folder at all, right after the floor for the same files."""
        for what, extra in ((CREATE, []), (HASH, ["--sha256"])):
            self._keep(what, self._floor(what, extra))
        if not cached:
            shutil.rmtree(self._cache)
        shutil.rmtree(self._output)
        os.sync()
        self._build(name, processes)

    def _floor(self, name: str, extra: list[str]) -> Run:
        """Creates what the output holds in an empty folder, or hashes it: of that process, the loop alone counts."""
        used, cost = floor_of(self._output, self._work, extra)
        print(f"  {name}: {used.wall:.2f} s wall, {used.cpu:.2f} s CPU", file=sys.stderr, flush=True)
        return Run(self._round, used, cost["files"], cost["bytes"])

    def _noop(self) -> None:
        """A build with nothing to do. Whoever installs packages meanwhile gives it something to do: then once more."""
        for _ in range(3):
            used, report = self._sitegen(self._processes[-1])
            if report["unchanged"]:
                self._keep(NOOP, Run(self._round, used))
                return
            time.sleep(SETTLE)
        raise SystemExit("bench: nothing was edited, but sitegen built three times")

    def _build(self, name: str, processes: int = 0) -> None:
        used, report = self._sitegen(processes or self._processes[-1])
        files, size = (sum(row[key] for row in report["sites"]) for key in ("written", "bytes"))
        if report["failed"] or not files:
            raise SystemExit(f"bench: “{name}” wrote nothing")
        self._keep(name, Run(self._round, used, files, size, report["parsed"], report["fallbacks"]))
        print(f"  {name}: {used.wall:.2f} s wall, {used.cpu:.2f} s CPU", file=sys.stderr, flush=True)

    def _sitegen(self, processes: int) -> tuple[Used, dict[str, Any]]:
        project = self._project
        command = [sys.executable, "-m", "sitegen", "-C", str(project.root), "build", "--json"]
        command += ["--date", project.day, "--jobs", str(processes)]
        used = measured(command, self._work, PYTHONPATH=str(self._work / "code"))
        return used, json.loads(used.out)

    def _keep(self, name: str, run: Run) -> None:
        self.runs.setdefault(name, []).append(run)


def floor_of(output: Path, work: Path, extra: Iterable[str] = ()) -> tuple[Used, dict[str, Any]]:
    """The floor for what lies in `output`: what its loop alone took, and what it says of itself."""
    target = work / "floor"
    target.mkdir()
    os.sync()
    used = measured([sys.executable, "-I", str(floor.__file__), str(output), str(target), *extra], work)
    shutil.rmtree(target)
    cost = json.loads(used.out)
    return replace(used, wall=cost["wall"], cpu=cost["cpu"]), cost


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


def builds(name: str, bench: Bench, rounds: int) -> Iterable[str]:
    """All that was measured of one project: median (least-most)."""
    yield f"**{name}**, {rounds} rounds: median (least-most)\n"
    head = ("", "wall s", "CPU s", "CPU : floor", "peak MB, one process", "all", "files", "MB", "parsed", "fallbacks")
    yield from rows(head, (_row(scenario, bench) for scenario in _scenarios(bench)))


def _row(scenario: str, bench: Bench) -> tuple[str, ...]:
    some = bench.runs[scenario]
    used, last = [run.used for run in some], some[-1]
    return (
        scenario,
        spread([u.wall for u in used]),
        spread([u.cpu for u in used]),
        f"{bench.ratio(scenario):.2f}",
        f"{median(u.memory for u in used):.0f}",
        f"{median(u.together for u in used):.0f}",
        str(last.files),
        f"{last.bytes / 1e6:.1f}",
        str(last.parsed),
        str(last.fallbacks),
    )


def growth(benches: dict[str, Bench], rounds: int) -> Iterable[str]:
    """Sizes side by side: for each scenario wall and CPU seconds, and CPU to the floor of the same round."""
    first = next(iter(benches.values()))
    yield f"{rounds} rounds: median of wall s, CPU s (CPU : floor)\n"
    files = [bench.runs[CREATE][-1] for bench in benches.values()]
    table = [("files, MB", *(f"{run.files}, {run.bytes / 1e6:.0f}" for run in files))]
    for scenario in _scenarios(first):
        table.append((scenario, *(_cell(scenario, bench) for bench in benches.values())))
    for scenario in (name for name in first.runs if name.startswith((COLD, WARM))):
        per_file = (_cpu(scenario, bench) / run.files for bench, run in zip(benches.values(), files, strict=True))
        table.append((f"{scenario}: CPU µs a file", *(f"{1e6 * cost:.0f}" for cost in per_file)))
    most = (max(run.used.memory for some in bench.runs.values() for run in some) for bench in benches.values())
    table.append(("peak MB of any process", *(f"{memory:.0f}" for memory in most)))
    yield from rows(("", *benches), table)


def _cell(scenario: str, bench: Bench) -> str:
    wall = median(run.used.wall for run in bench.runs[scenario])
    return f"{wall:.2f}, {_cpu(scenario, bench):.2f} ({bench.ratio(scenario):.2f})"


def _cpu(scenario: str, bench: Bench) -> float:
    return median(run.used.cpu for run in bench.runs[scenario])


def _scenarios(bench: Bench) -> list[str]:
    """The floors first."""
    return sorted(bench.runs, key=lambda name: not name.startswith("floor"))


# -- the command -----------------------------------------------------------------------------------------------------


def main() -> int:
    """Measures, and prints Markdown or writes it into a folder."""
    words = _words()
    words.work.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="bench-", dir=words.work)).resolve()
    loads = [os.getloadavg()[0]]
    try:
        package = Path(sitegen.__file__).parent
        shutil.copytree(package, work / "code" / "sitegen", ignore=shutil.ignore_patterns("__pycache__"))
        sizes = GROWTH if words.growth else ((words.sites, words.articles),)
        processes = (words.jobs,) if words.growth else tuple(dict.fromkeys((1, words.jobs)))
        benches: dict[str, Bench] = {}
        for sites, articles in sizes:
            project = real(work) if words.real else synthetic(work, sites, articles)
            name = "the sites of this repository" if words.real else f"{sites} x {articles}"
            benches[name] = Bench(project, work, processes)
            _run(benches[name], name, words.runs, loads)
            shutil.rmtree(project.root)
        facts = [*machine(work), ("Load (1 minute)", f"{min(loads):.1f} to {max(loads):.1f}")]
    finally:
        shutil.rmtree(work, ignore_errors=True)
    lines = growth(benches, words.runs) if words.growth else builds(*benches.popitem(), words.runs)
    text = "\n".join([*lines, "", *rows(("", ""), facts, words=True)])
    put(words.into, "growth" if words.growth else "builds", text)
    return 0


def _run(bench: Bench, name: str, rounds: int, loads: list[float]) -> None:
    bench.warm_up()
    for number in range(1, rounds + 1):
        print(f"{name}: round {number} of {rounds}", file=sys.stderr, flush=True)
        bench.round()
        loads.append(os.getloadavg()[0])


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sites", type=int, default=62, help="sites of the synthetic project, 8 to 514")
    parser.add_argument("--articles", type=int, default=500, help="its articles that all sites share")
    parser.add_argument("--runs", type=int, default=5, help="rounds; the table shows medians")
    parser.add_argument("--jobs", type=int, default=2, help="processes (clean builds are measured with 1 as well)")
    parser.add_argument(
        "--growth", action="store_true", help="four sizes instead, up to 514 x 1000: needs 40 GB of room"
    )
    parser.add_argument("--real", action="store_true", help="the sites of this repository instead")
    add_places(parser)
    words = parser.parse_args()
    if not 8 <= words.sites <= 514 or min(words.articles, words.runs, words.jobs) < 1:
        parser.error("8 to 514 sites, and at least one article, round and process")
    return words


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
