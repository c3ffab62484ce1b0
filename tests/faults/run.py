"""The parts, one after the other, and the table of what came of them."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from .clock import clock
from .damage import damage
from .disks import disks
from .kills import kills
from .people import people
from .power import power
from .project import Stage, stage
from .table import Row, table

Part = Callable[[Stage, int, Random, Callable[[str], None]], Iterator[Row]]
PARTS: dict[str, Part] = {
    "kills": kills,
    "disks": disks,
    "people": people,
    "clock": clock,
    "damage": damage,
    "power": power,
}


def main() -> int:
    """Exit code 1 if anything broke a promise."""
    words = argparse.ArgumentParser("python -m tests.faults")
    words.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    words.add_argument(
        "--kills", type=int, default=400, help="about so many builds are killed, and half as many power cuts"
    )
    words.add_argument("--articles", type=int, default=20, help="more articles than the project of seven sites has")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--folder", type=Path, help="where to work (default: a new temporary folder)")
    chosen = words.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="sitegen-faults-", dir=chosen.folder) as folder:
        os.chmod(folder, 0o755)
        for name in chosen.parts:
            made = stage(Path(folder) / name, chosen.articles)
            rows += PARTS[name](made, chosen.kills, Random(chosen.seed), _say)
    print(
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}, {os.cpu_count()} processors\n"
    )
    print(table(rows))
    for row in rows:
        for what in dict.fromkeys(row.broken):
            print(f"BROKEN {row.fault}: {what}")
    return int(any(row.broken for row in rows))


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
