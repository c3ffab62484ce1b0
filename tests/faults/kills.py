"""kill -9 at random moments of real builds, the whole process group, while an observer reads what is live."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sitegen.write.manifest import UNSEALED

from .observer import Observer
from .project import EDIT, FIRST, GONE, PRUNED, TEMPLATE, Stage, command, kill, start
from .table import Row

_OURS = {"output", "lock", "prev", "swap", "trash", "state.json", "left.json", "index.html", "noop.json"}


@dataclass(frozen=True)
class Way:
    """How builds are run while they are killed."""

    name: str
    jobs: int
    module: str = "sitegen"
    faults: str = ""

    @property
    def journal(self) -> bool:
        return "journal" in self.faults


WAYS = (
    Way("1 process", 1),
    Way("2 processes", 2),
    Way("2 processes, slow steps", 2, "tests.faults.child", "slow"),
    Way("journal, 1 process, slow steps", 1, "tests.faults.child", "journal slow"),
    Way("journal, 2 processes", 2, "tests.faults.child", "journal"),
)
KINDS = (("incremental", EDIT), ("template", TEMPLATE), ("prune", PRUNED), ("clean", FIRST))


def kills(stage: Stage, count: int, rng: Random, say: Callable[[str], None]) -> Iterator[Row]:
    """About so many kills in all, shared among the ways of running and the kinds of build."""
    each = max(1, count // (len(WAYS) * len(KINDS)))
    for way in WAYS:
        for row in one_way(stage, way, each, rng):
            say(f"{row.fault}: {dict(row.outcomes)} {row.broken}")
            yield row


def one_way(stage: Stage, way: Way, each: int, rng: Random) -> Iterator[Row]:
    """So many kills of each kind of build; then what the observers saw meanwhile, and what was left over."""
    fresh, away = stage.again(stage.root.parent / "fresh"), stage.root.parent / "away"
    now = FIRST
    stage.become(now)
    ready = stage.mend(now)
    always = [] if way.journal else list(stage.clean[PRUNED])
    # A site that comes for the first time is absent before, so what is always there is asked of one folder only.
    observers = [Observer(stage, [stage.dest], always), Observer(stage, [fresh.dest], [])]
    for kind, version in KINDS:
        row = Row(f"kill -9: {kind} build, {way.name}", broken=[ready] if ready else [])
        for _ in range(each):
            if kind == "clean":
                # Out of the observer's sight in one step: what goes there is no fault of a build.
                fresh.root.rename(away)
                shutil.rmtree(away)
                fresh = stage.again(fresh.root)
                _once(fresh, None, version, way, rng, row)
            else:
                now = _once(stage, now, FIRST if now == version else version, way, rng, row)
        yield row
    seen = Row(f"reads meanwhile, {way.name}")
    for observer in observers:
        found = observer.end()
        seen.outcomes += found.counts
        seen.broken += found.wrong
    seen.tries = seen.outcomes["held whole"] + seen.outcomes["held overtaken"]
    yield seen
    left = Row(f"left-overs at the end, {way.name}")
    left.add("listed", (), *_left(stage))
    yield left
    shutil.rmtree(fresh.root)


def _once(stage: Stage, old: str | None, version: str, way: Way, rng: Random, row: Row) -> str:
    """One build from `old` to `version`, killed; in some tries the next one too; then one that must put all right,
    in some tries for another version. Gives the version that is there then."""
    stage.become(version)
    prune = ("--prune-sites", "--max-removed", "100000")
    killed = 0
    for _ in range(2 if rng.random() < 0.25 else 1):
        process = start(stage.root, command(*prune, jobs=way.jobs, module=way.module), SITEGEN_FAULTS=way.faults)
        wait(stage.dest, rng, process)
        killed += kill(process)
    row.add(_what(stage, old, version, way, row) if killed else "ended before the kill")
    # This build does not ask for patience: were the lock still held, it would end with output-locked.
    after = rng.choice([version, version, EDIT, FIRST]) if old else version
    stage.become(after)
    row.broken += [wrong for wrong in [stage.mend(after)] if wrong]
    return after


def _what(stage: Stage, old: str | None, version: str, way: Way, row: Row) -> str:
    """What a killed build left: each site wholly old or wholly new (or, by the journal, aside until the next build)."""
    wrong = stage.neither(old, version)
    aside = [name for name in wrong if way.journal and not (stage.dest / name).exists()]
    begun = [name for name in wrong if old is None and not (stage.dest / name).exists()]
    torn = [name for name in wrong if name not in aside and name not in begun]
    if torn:
        row.broken.append(f"neither old nor new: {torn}")
    return "killed: one aside" if aside else f"killed: {stage.share(version)}"


def wait(dest: Path, rng: Random, process: "subprocess.Popen[str]") -> None:
    """Until a random moment: of the whole build, of its end (from the first whole tree on), or of publishing."""
    if rng.random() < 0.4:
        moment = time.monotonic() + rng.uniform(0, 2.0)
        while time.monotonic() < moment and process.poll() is None:
            time.sleep(0.002)
        return
    prev = dest / ".sitegen" / "prev"
    while process.poll() is None and not _complete(prev):
        time.sleep(0.001)
    if rng.random() < 0.5:  # until the first of them is published: then the others follow within a moment
        while process.poll() is None and _complete(prev):
            time.sleep(0.0005)
        time.sleep(rng.uniform(0, 0.1))
        return
    time.sleep(rng.choice([rng.uniform(0, 0.02), rng.uniform(0, 0.25), rng.uniform(0, 2.0)]))


def _complete(prev: Path) -> bool:
    try:
        return any((prev / name / UNSEALED).exists() for name in os.listdir(prev))
    except OSError:
        return False


def _left(stage: Stage) -> Iterator[str]:
    """What lies in our folders and no build that was left alone would have left there."""
    ours = stage.dest / ".sitegen"
    yield from (f"dist/.sitegen/{name}" for name in sorted({p.name for p in ours.iterdir()} - _OURS))
    for drawer in ("swap", "trash"):
        folder = ours / drawer
        yield from (f"dist/.sitegen/{drawer}/{p.name}" for p in (folder.iterdir() if folder.is_dir() else ()))
    sites = {p.name for p in stage.dest.iterdir()} | {GONE}
    yield from (f"dist/.sitegen/prev/{p.name}" for p in (ours / "prev").iterdir() if p.name not in sites)
    cache = stage.root / ".sitegen" / "cache"
    ends = (".html", ".json", ".picture", ".programs")
    yield from (f"cache: {p.name}" for p in cache.rglob("*") if p.is_file() and not p.name.endswith(ends))
