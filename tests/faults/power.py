"""Power cuts: an ext4 disk in a file is shut down (EXT4_IOC_SHUTDOWN) in the middle of a build, then mounted again.

What the shutdown leaves is what the journal and the blocks in the image hold at that moment: all that was not yet
written back is gone, as with a machine that loses its power. It needs root.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from .disks import disk, run
from .kills import wait
from .project import EDIT, FIRST, PRUNED, TEMPLATE, Stage, command, end, kill, start
from .table import Row

_SHUTDOWN = 0x8004587D  # _IOR('X', 125, __u32) of linux/fs/ext4/ext4.h
FLAGS = {"what was synced only (NOLOGFLUSH)": 2, "journal flushed (LOGFLUSH)": 1, "all flushed (DEFAULT)": 0}


def power(stage: Stage, count: int, rng: Random, say: Callable[[str], None]) -> Iterator[Row]:
    """Half as many cuts as `count`, for each way of shutting down; a third of them just after exit 0."""
    if os.geteuid() != 0:
        say("power: left out, since only root may mount disks")
        return
    for name, flag in FLAGS.items():
        with disk(stage.root.parent, "ext4") as where:
            here = stage.again(where / "project")
            during, after = Row(f"power cut during a build, {name}"), Row(f"power cut after exit 0, {name}")
            here.become(FIRST)
            during.broken += [w for w in [here.mend(FIRST)] if w]
            os.sync()
            now = FIRST
            weight = {2: 4, 1: 1, 0: 1}[flag]
            for number in range(max(2, count * weight // 12)):
                new = rng.choice([version for version in (FIRST, EDIT, TEMPLATE, PRUNED) if version != now])
                row = after if number % 3 == 0 else during
                _once(here, where, flag, now, new, rng, row)
                now = new
            say(f"{name}: {dict(during.outcomes)} {dict(after.outcomes)} {during.broken + after.broken}")
            yield during
            yield after


def cut(where: Path, flag: int) -> None:
    """Shuts a mounted ext4 down: from now on nothing is written to it."""
    handle = os.open(where, os.O_RDONLY)
    try:
        fcntl.ioctl(handle, _SHUTDOWN, flag.to_bytes(4, "little"))
    finally:
        os.close(handle)


def _once(stage: Stage, where: Path, flag: int, old: str, new: str, rng: Random, row: Row) -> None:
    stage.become(new)
    # What an editor saved long ago is on disk; only the build's own writes are at stake. Published trees are on disk.
    os.sync()
    after_exit = row.fault.startswith("power cut after")
    words = command("--prune-sites", "--max-removed", "100000", jobs=rng.choice([1, 2]))
    process = start(stage.root, words)
    code: int | None = None
    if after_exit:
        code = end(process).code
        cut(where, flag)
    else:
        wait(stage.dest, rng, process)
        code = process.poll()
        cut(where, flag)
        kill(process)
    run("umount", str(where))
    run("mount", "-t", "ext4", "-o", "loop", str(where.parent / "image"), str(where))
    wrong = stage.neither(old, new)
    got = stage.share(new)
    row.add(got, (), f"neither: {wrong}" if wrong else "")
    if code == 0 and got != "new":
        row.broken.append(f"exit 0, but {got} after the power cut")
    if after_exit and code != 0:
        row.broken.append(f"exit {code} before the power cut")
    row.broken += [w for w in [stage.mend(new)] if w]
