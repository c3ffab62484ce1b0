"""Where sitegen may write at all. Everything is checked before anything is touched."""

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sitegen.problems import Place, Refused, problem
from sitegen.write.files import FOLDER_MODE, OURS, create, refusal, shown, umask_alters

_MARKER = "output"


def claim(dest: Path, project: Path, forbidden: Sequence[Path]) -> None:
    """Makes `dest` our output folder, or raises Refused.

    It may not be the root, the home, the project, a folder of sources, inside one of these sources or around
    any of them, nor be reached through a link, nor hold anything that is not ours.
    """
    folder = os.path.abspath(dest)
    _no_links(folder, os.path.abspath(project))
    _no_sources(folder, project, forbidden)
    _ours_or_empty(folder)
    marker = os.path.join(folder, OURS, _MARKER)
    try:
        if not os.path.isdir(folder):
            os.makedirs(folder, FOLDER_MODE, exist_ok=True)
            if umask_alters():
                os.chmod(folder, FOLDER_MODE)
        with suppress(FileExistsError):
            os.mkdir(os.path.join(folder, OURS), FOLDER_MODE)
        with suppress(FileExistsError):
            create(marker, b"This folder is written by sitegen.\n", None, umask_alters())
    except OSError as error:
        raise refusal(error, marker) from error


def enough_space(dest: Path, bytes_needed: int, files_needed: int) -> None:
    """Raises Refused if the disk of `dest` has too little room or too few free inodes, where that can be asked."""
    if not hasattr(os, "statvfs"):
        return
    try:
        disk = os.statvfs(dest)
    except OSError as error:
        raise refusal(error, str(dest)) from error
    free = disk.f_bavail * disk.f_frsize
    if bytes_needed > free:
        raise _full(dest, f"{_megabytes(bytes_needed)} > {_megabytes(free)}")
    # File systems without a table of inodes report none at all.
    if disk.f_files and files_needed > disk.f_favail:
        raise _full(dest, f"{files_needed} > {disk.f_favail} inode")


def _no_links(folder: str, project: str) -> None:
    # Above the project, links are the machine's own affair (/var on macOS, a linked home).
    path = folder
    while True:
        if os.path.islink(path):
            raise _refused("output-symlink", path)
        path = os.path.dirname(path)
        if not path.startswith(project.rstrip(os.sep) + os.sep):
            break
    for name in ("", _MARKER, "lock", "prev", "swap", "trash"):
        ours = os.path.join(folder, OURS, name).rstrip(os.sep)
        if os.path.islink(ours):
            raise _refused("output-symlink", ours)


def _no_sources(folder: str, project: Path, forbidden: Sequence[Path]) -> None:
    real = os.path.realpath(folder)
    if os.path.dirname(real) == real:
        raise _refused("output-is-source", folder, other=real)
    around = [project, *forbidden]
    with suppress(RuntimeError):
        around.append(Path.home())
    for path in around:
        if _within(os.path.realpath(path), real):
            raise _refused("output-is-source", folder, other=shown(str(path)))
    for path in forbidden:
        if _within(real, os.path.realpath(path)):
            raise _refused("output-is-source", folder, other=shown(str(path)))


def _within(inner: str, outer: str) -> bool:
    """Whether `inner` is `outer` or lies in it; asks for identity too, since a disk may ignore case."""
    while True:
        if inner == outer:
            return True
        with suppress(OSError):
            if os.path.samefile(inner, outer):
                return True
        parent = os.path.dirname(inner)
        if parent == inner:
            return False
        inner = parent


def _ours_or_empty(folder: str) -> None:
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise _refused("output-not-folder", folder) from None
    except OSError as error:
        raise refusal(error, folder) from error
    if not names:
        return
    ours = os.path.join(folder, OURS)
    with suppress(OSError):
        if stat.S_ISREG(os.lstat(os.path.join(ours, _MARKER)).st_mode):
            return
    with suppress(OSError):
        # A run that was killed just before it set the marker.
        if names == [OURS] and not os.listdir(ours):
            return
    raise _refused("output-not-ours", folder)


def _refused(rule: str, path: str, other: str = "") -> Refused:
    name = shown(path)
    return Refused(problem(rule, Place(name), path=name, other=other))


def _full(dest: Path, figures: str) -> Refused:
    name = shown(str(dest))
    return Refused(problem("disk-full", Place(name), path=name, figures=figures))


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:.0f} MB"
