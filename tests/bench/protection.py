"""What protection costs: clean builds as they are, and with each wall taken down, in turns.

`python -m tests.bench.protection --sites 62 --articles 1000` prints Markdown. What is taken down, one row each of
`WALLS`: never do this but to measure. The SHA-256 of what is written stays, it is counted apart (see `run`).
"""

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from . import corpus
from .measure import measured

# What is said in front of a build, by name: each takes one protection away.
WALLS: dict[str, str] = {
    "HTML is not sanitised": "import nh3; nh3.clean = lambda text, **_: text",
    "sources are not looked through before Markdown": (
        "import sitegen.render.markdown as m; m._prescan = lambda source: []"
    ),
    "texts are parsed without supervision": (
        "import sitegen.work as w; w.each = lambda do, items, processes: map(do, items)"
    ),
    "templates are rendered without bounds": (
        "import contextlib, sitegen.render.templates as t; t.BOUNDS = contextlib.nullcontext()"
    ),
    "nothing is synced to disk": "import sitegen.write.publish as p; p.sync = lambda trees: None",
}
ALL = "all of these"
NONE = "as it is"


def builds(root: Path, place: Path, runs: int) -> Iterator[tuple[str, float, float]]:
    """Clean builds with one process and nothing cached: name, wall and CPU seconds (user and system) of each. Rounds
    begin with another row each time, and the very first build, which finds a cold disk, is not counted."""
    names = [NONE, ALL, *WALLS]
    for number in range(-1, runs):
        turn = number * 2 % len(names)
        for name in [*names[turn:], *names[:turn]] if number >= 0 else [NONE]:
            for folder in ("dist", ".sitegen"):
                shutil.rmtree(root / folder, ignore_errors=True)
            os.sync()
            lines = [*(WALLS.values() if name == ALL else [WALLS[name]] if name != NONE else [])]
            code = "\n".join([*lines, "from sitegen.cli import main", "main()"])
            words = ["-C", str(root), "build", "--jobs", "1", "--json", "--date", corpus.TODAY.isoformat()]
            used = measured([sys.executable, "-c", code, *words], place)
            if json.loads(used.out)["failed"]:
                raise SystemExit(f"bench: a build failed ({name})")
            if number >= 0:
                yield name, used.wall, used.cpu


def main() -> int:
    """Measures and prints Markdown."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.protection", description=__doc__)
    parser.add_argument("--sites", type=int, default=62)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3, help="rounds; the table shows medians")
    parser.add_argument("--work", type=Path, help="a folder on the disk to measure (default: .sitegen here)")
    words = parser.parse_args()
    place = words.work or Path.cwd() / ".sitegen"
    place.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="bench-", dir=place)).resolve()
    found: dict[str, list[tuple[float, float]]] = {}
    try:
        corpus.write_corpus(work / "project", words.sites, words.articles)
        for name, wall, cpu in builds(work / "project", corpus.REPOSITORY, words.runs):
            found.setdefault(name, []).append((wall, cpu))
            print(f"{name}: {wall:.1f} s, {cpu:.1f} s CPU", file=sys.stderr, flush=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print("| clean build, 1 process, nothing cached | wall s | CPU s | CPU saved |\n|---|--:|--:|--:|")
    base = statistics.median(cpu for _, cpu in found[NONE])
    for name, times in found.items():
        wall, cpu = (statistics.median(column) for column in zip(*times, strict=True))
        print(f"| {name} | {wall:.1f} | {cpu:.1f} | {100 * (base - cpu) / base:.1f} % |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
