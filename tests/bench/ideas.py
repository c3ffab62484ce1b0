"""What the ideas of docs/speed.md save: builds as they are, and with one idea taken away, in turns.

`python -m tests.bench.ideas --sites 62 --articles 200` prints Markdown. What is taken away costs time and changes
nothing: the first build of each row is compared with the one as it is, byte for byte. Beside that, what single
operations of the file system cost on this disk, since that is what most of the ideas are about.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

from sitegen.plan.makers import Maker
from sitegen.plan.selection import Selection, selections
from sitegen.plan.shared import Shared
from sitegen.render.markdown import parse
from sitegen.values import replace

from . import corpus
from .measure import Used, add_places, machine, measured, put, rows, spread
from .run import SETTLE, Project, synthetic

CLEAN, EDIT, NOTHING = "clean build, nothing cached", "one body edited, the first time", "nothing changed"
SITES = "BENCH_SITES"  # how often a site-by-site generator would parse a text
FILES, SIZE = 3000, 14000


def _each_alone(project: Any) -> Iterator[Selection]:
    for selection in selections(project):
        for number in range(selection.mask.bit_length()):
            if selection.mask >> number & 1:
                yield replace(selection, mask=1 << number)


def _maker_alone(selection: Selection, shared: Shared) -> Maker:
    base = (shared.parsed, shared.templates, shared.styles, shared.pictures, shared.words, shared.theme)
    return Maker(selection, Shared(*base))


def _parse_often(*words: Any) -> Any:
    return [parse(*words) for _ in range(int(os.environ[SITES]))][-1]


def _copied(name: str, source: Any, target: Any, _set_mode: bool) -> None:
    with open(source[1] + name, "rb", opener=lambda p, f: os.open(p, f, dir_fd=source[0])) as file:
        data = file.read()
    with open(target[1] + name, "xb", opener=lambda p, f: os.open(p, f, 0o644, dir_fd=target[0])) as file:
        file.write(data)


@dataclass(frozen=True)
class Idea:
    """What it is like without an idea: in which scenario that shows, and what stands in place of what."""

    without: str
    scenario: str
    instead: tuple[tuple[str, Any], ...]


IDEAS = (
    Idea("each page is rendered for each site", CLEAN, (("sitegen.shelf.Shelves.program", lambda *_: None),)),
    Idea("each text is parsed for each site", CLEAN, (("sitegen.render.markdown.parse", _parse_often),)),
    Idea(
        "each site is planned by itself",
        CLEAN,
        (("sitegen.plan.planning.selections", _each_alone), ("sitegen.plan.planning.Maker", _maker_alone)),
    ),
    Idea("no keys: every page is made anew and compared", EDIT, (("sitegen.build.stale_paths", lambda *_: None),)),
    Idea("unchanged files are copied, not linked", EDIT, (("sitegen.write.trees.carry", _copied),)),
    Idea("no signature: everything is read and planned", NOTHING, (("sitegen.noop.nothing_to_do", lambda *_: None),)),
)


def build(number: int, words: list[str]) -> None:
    """What a child process does: `sitegen` with one idea taken away."""
    from sitegen.cli import main as command

    for target, instead in IDEAS[number].instead:
        patch(target, instead).start()
    sys.argv = ["sitegen", *words]
    command()


class Bench:
    """One project, with and without each idea; `found` has what builds took, by scenario and idea (None: as it is)."""

    def __init__(self, project: Project, sites: int) -> None:
        self._project, self._sites = project, sites
        self._dist = project.root / "dist"
        self._digests: dict[str, str] = {}
        self._edits = 0
        self.found: dict[tuple[str, str | None], list[Used]] = {}

    def round(self) -> None:
        """Every scenario as it is and without each idea that shows in it."""
        for scenario in (CLEAN, EDIT, NOTHING):
            for number in (-1, *(n for n, idea in enumerate(IDEAS) if idea.scenario == scenario)):
                used = SCENARIOS[scenario](self, number)
                name = IDEAS[number].without if number >= 0 else None
                self.found.setdefault((scenario, name), []).append(used)
                print(f"  {scenario}; {name or 'as it is'}: {used.cpu:.2f} s CPU", file=sys.stderr, flush=True)
                self._compare(scenario, name or "as it is")
                self._project.restore()

    def _clean(self, number: int) -> Used:
        for folder in (self._dist, self._project.root / ".sitegen"):
            shutil.rmtree(folder, ignore_errors=True)
        return self._build(number)

    def _edited(self, number: int) -> Used:
        shutil.rmtree(self._dist)
        self._build(-1)
        self._project.edit_body(1)
        return self._build(number)

    def _unchanged(self, number: int) -> Used:
        self._build(-1)
        time.sleep(SETTLE)
        self._build(-1)
        return self._build(number)

    def _build(self, number: int) -> Used:
        os.sync()
        words = ["-C", str(self._project.root), "build", "--jobs", "1", "--json", "--date", self._project.day]
        module = ["sitegen"] if number < 0 else ["tests.bench.ideas", "--without", str(number), "--"]
        command = [sys.executable, "-m", *module, *words]
        used = measured(command, corpus.REPOSITORY, PYTHONPATH=str(corpus.REPOSITORY), **{SITES: str(self._sites)})
        if json.loads(used.out)["failed"]:
            raise SystemExit("bench: a build failed")
        return used

    def _compare(self, scenario: str, name: str) -> None:
        """The bytes of all trees are those of the scenario as it is."""
        whole = sha256()
        for path in sorted(path for path in self._dist.rglob("*") if path.is_file()):
            if path.relative_to(self._dist).parts[0] != ".sitegen":
                whole.update(f"{path.relative_to(self._dist)}\n".encode() + path.read_bytes())
        if self._digests.setdefault(scenario, whole.hexdigest()) != whole.hexdigest():
            raise SystemExit(f"bench: “{name}” changes bytes")


SCENARIOS: dict[str, Callable[[Bench, int], Used]] = {
    CLEAN: Bench._clean,
    EDIT: Bench._edited,
    NOTHING: Bench._unchanged,
}


# -- single operations -----------------------------------------------------------------------------------------------


def operations(place: Path) -> Iterator[tuple[str, float]]:
    """Microseconds of CPU for one of FILES operations, on files of SIZE bytes."""
    data = os.urandom(SIZE)
    one, other = place / "one", place / "other"
    for folder in (one, other):
        folder.mkdir()

    def create(path: Path) -> None:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        os.write(fd, data)
        os.close(fd)

    def renamed(number: int) -> None:
        create(other / f"{number}.new")
        (other / f"{number}.new").rename(other / f"r{number}")

    steps: tuple[tuple[str, Callable[[int], Any]], ...] = (
        ("a file made, written and closed", lambda n: create(one / str(n))),
        ("the same under another name, then renamed", renamed),
        ("a folder made", lambda n: (other / f"f{n}").mkdir()),
        ("a hard link", lambda n: (other / f"l{n}").hardlink_to(one / str(n))),
        ("a file looked at (stat)", lambda n: (one / str(n)).stat()),
        ("SHA-256 of a file's bytes", lambda _: sha256(data, usedforsecurity=False).digest()),
    )
    for name, step in steps:
        os.sync()
        started = time.process_time()
        for number in range(FILES):
            step(number)
        yield name, 1e6 * (time.process_time() - started) / FILES


# -- the command -----------------------------------------------------------------------------------------------------


def main() -> int:
    """Measures, and prints Markdown or writes it into a folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.ideas", description=__doc__)
    parser.add_argument("--sites", type=int, default=62, help="sites of the synthetic project, 8 to 514")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3, help="rounds; the table shows medians")
    add_places(parser)
    words = parser.parse_args()
    words.work.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix="bench-", dir=words.work)).resolve()
    try:
        costs = [(name, f"{cost:.1f}") for name, cost in operations(place)]
        bench = Bench(synthetic(place, words.sites, words.articles), words.sites)
        for number in range(1, words.runs + 1):
            print(f"round {number} of {words.runs}", file=sys.stderr, flush=True)
            bench.round()
        facts = machine(place)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    title = f"**{words.sites} x {words.articles}**, 1 process, {words.runs} rounds: median (least-most)\n"
    found = [
        (scenario, name or "as it is", spread([u.cpu for u in some]), _times(some, bench.found[scenario, None]))
        for (scenario, name), some in bench.found.items()
    ]
    lines = [title, *rows(("", "without", "CPU s", "times"), found), ""]
    lines += [*rows(("on this disk", "CPU µs"), costs), "", *rows(("", ""), facts, words=True)]
    put(words.into, "ideas", "\n".join(lines))
    return 0


def _times(some: list[Used], base: list[Used]) -> str:
    return f"{median(used.cpu for used in some) / median(used.cpu for used in base):.2f}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--without"]:
        build(int(sys.argv[2]), sys.argv[4:])
    else:
        sys.exit(main())
