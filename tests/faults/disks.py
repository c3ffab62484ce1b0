"""Disks that are full, without inodes, over quota or read-only: small tmpfs, ext4 and btrfs disks. It needs root."""

import errno
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

from .project import EDIT, FIRST, Stage, command, end, start
from .table import Row

MEGABYTE = 1_000_000


@contextmanager
def disk(folder: Path, kind: str, options: str = "", megabytes: int = 48) -> Iterator[Path]:
    """A disk of its own, mounted: `tmpfs` with options, or `ext4` or `btrfs` in a file. Raises OSError where that
    cannot be."""
    image = folder / "image"
    where = folder / "disk"
    where.mkdir(parents=True, exist_ok=True)
    if kind == "tmpfs":
        words = ["-t", "tmpfs", "-o", f"mode=755,{options}", "tmpfs"]
    else:
        with image.open("wb") as file:
            file.truncate(megabytes * MEGABYTE)
        run(f"mkfs.{kind}", "-q", *(("-m", "0") if kind == "ext4" else ()), *options.split(), str(image))
        words = ["-t", kind, "-o", "loop", str(image)]
    run("mount", *words, str(where))
    try:
        yield where
    finally:
        run("umount", str(where))
        image.unlink(missing_ok=True)


def run(*words: str) -> None:
    """A program of the system; OSError with what it said if it fails."""
    told(*words)


def told(*words: str) -> str:
    """What a program of the system prints; OSError with what it said if it fails."""
    found = subprocess.run(words, capture_output=True, text=True, check=False)
    if found.returncode:
        raise OSError(errno.EIO, f"{words[0]}: {found.stderr.strip()}")
    return found.stdout


def disks(stage: Stage, count: int, rng: Random, say: Callable[[str], None]) -> Iterator[Row]:
    """Every kind of disk; `count` decides how many sizes are tried."""
    if os.geteuid() != 0:
        say("disks: left out, since only root may mount them")
        return
    tries = max(3, count // 20)
    folder = stage.root.parent
    for kind, options in (("tmpfs", "size=48m"), ("ext4", "")):
        with disk(folder, kind, options) as where:
            yield _full(stage.again(where / "project"), f"full disk ({kind}), project and output", tries, rng)
        with disk(folder, kind, options) as where:
            yield _full(
                stage.again(where / "project"), f"disk fills up during the build ({kind})", tries, rng, late=True
            )
    with disk(folder, "tmpfs", "size=48m,nr_inodes=4000") as where:
        yield _full(stage.again(where / "project"), "no inodes (tmpfs)", tries, rng, inodes=True)
    with disk(folder, "ext4", "-N 4000") as where:
        yield _full(stage.again(where / "project"), "no inodes (ext4)", tries, rng, inodes=True)
    with disk(folder, "ext4") as where:
        yield _read_only(stage.again(where / "project"), where)
    if shutil.which("mkfs.btrfs") is None:
        say("disk quota: left out, since there is no mkfs.btrfs")
        return
    with disk(folder, "btrfs", megabytes=400) as where:
        run("btrfs", "quota", "enable", str(where))
        run("btrfs", "subvolume", "create", str(where / "rented"))
        yield _quota(stage.again(where / "rented" / "project"), where / "rented", tries, rng)


def _full(stage: Stage, name: str, tries: int, rng: Random, *, late: bool = False, inodes: bool = False) -> Row:
    """An edit where only so much is free, from nothing to what suffices; then with room again."""
    row = Row(name)
    now, other = FIRST, EDIT
    stage.become(now)
    row.broken += [w for w in [stage.mend(now)] if w]
    for number in range(tries):
        stage.become(other)
        shutil.rmtree(stage.root / ".sitegen", ignore_errors=number % 2 == 0)  # half of them with nothing remembered
        spare = int(number / tries * (240 if inodes else 1_500_000)) + rng.randrange(8 if inodes else 4096)
        words = command(*(("--full",) if number % 3 == 2 else ()), jobs=1 + number % 2)
        if late:
            process = start(stage.root, words)
            filler = threading.Timer(rng.uniform(0.3, 1.6), _fill, (stage.root.parent, spare // 8, False))
            filler.start()
            ran = end(process)
            filler.join()
        else:
            _fill(stage.root.parent, spare, inodes)
            ran = end(start(stage.root, words))
        wrong = stage.neither(now, other)
        row.add(f"exit {ran.code}, {stage.share(other)}", ran.rules, ran.amiss, f"neither: {wrong}" if wrong else "")
        if ran.code == 0 and stage.share(other) != "new":
            row.broken.append("exit 0, but not published")
        _empty(stage.root.parent)
        row.broken += [w for w in [stage.mend(other)] if w]
        now, other = other, now
    return row


def _fill(where: Path, spare: int, inodes: bool) -> None:
    """Takes all room of a disk but so many bytes or inodes."""
    folder = where / "filler"
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
        if inodes:
            for number in range(max(0, os.statvfs(where).f_favail - spare)):
                (folder / str(number)).touch()
            return
        with (folder / "room").open("wb", buffering=0) as file:
            for size in (65536, 4096, 512):
                with suppress(OSError):
                    while True:
                        room = os.statvfs(where)
                        if room.f_bavail * room.f_frsize <= spare + size:
                            break
                        if not file.write(bytes(size)):
                            break


def _empty(where: Path) -> None:
    shutil.rmtree(where / "filler", ignore_errors=True)


def _read_only(stage: Stage, where: Path) -> Row:
    row = Row("read-only disk")
    stage.become(FIRST)
    row.broken += [w for w in [stage.mend(FIRST)] if w]
    stage.become(EDIT)
    run("mount", "-o", "remount,ro", str(where))
    for jobs in (1, 2):
        ran = stage.build(jobs=jobs)
        row.add(f"exit {ran.code}, {stage.share(EDIT)}", ran.rules, ran.amiss)
    run("mount", "-o", "remount,rw", str(where))
    row.broken += [w for w in [stage.mend(EDIT)] if w]
    return row


def _quota(stage: Stage, where: Path, tries: int, rng: Random) -> Row:
    """Hosting with a quota: the disk has room, statvfs(3) says so, and writing ends with EDQUOT all the same. ext4
    would do, but few kernels in containers and small machines have its quota; btrfs brings its own."""
    row = Row("disk quota (btrfs)")
    now, other = FIRST, EDIT
    stage.become(now)
    row.broken += [w for w in [stage.mend(now)] if w]
    for number in range(tries):
        stage.become(other)
        shutil.rmtree(stage.root / ".sitegen", ignore_errors=number % 2 == 0)
        run("btrfs", "filesystem", "sync", str(where))
        shown = told("btrfs", "qgroup", "show", "--raw", "-f", str(where)).splitlines()
        used = int(shown[-1].split()[1])
        spare = int(number / tries * 3_000_000) + rng.randrange(65536)
        run("btrfs", "qgroup", "limit", str(used + spare), str(where))
        ran = stage.build(*(("--full",) if number % 3 == 2 else ()), jobs=1 + number % 2)
        wrong = stage.neither(now, other)
        row.add(f"exit {ran.code}, {stage.share(other)}", ran.rules, ran.amiss, f"neither: {wrong}" if wrong else "")
        if ran.code == 0 and stage.share(other) != "new":
            row.broken.append("exit 0, but not published")
        if ran.code == 1 and ran.rules != ("disk-full",):
            row.broken.append(f"told as {ran.rules}")
        _lift(where)
        row.broken += [w for w in [stage.mend(other)] if w]
        now, other = other, now
    return row


def _lift(where: Path) -> None:
    """Ends the limit, asked from outside of the folder that has it: in there, even that is refused once it is full."""
    number = told("btrfs", "inspect-internal", "rootid", str(where)).strip()
    run("btrfs", "qgroup", "limit", "none", f"0/{number}", str(where.parent))
