"""The folders of a project: what lies in them, and how each file looks that need not be read if it was read before."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from sitegen.problems import Place, Refused, problem
from sitegen.read.source import linked
from sitegen.touched import Look, look_of, newest_of, now, settled

IGNORED = re.compile(r"^\.|~$|^Thumbs\.db$|^desktop\.ini$")
_LEFT_OVERS = re.compile(r"~$|^\.~|^\.#|\.sw[op]$|^\.DS_Store$|^\.git(keep|ignore)?$|^Thumbs\.db$|^desktop\.ini$")


def folders(root: Path, path: str) -> list[str]:
    """The folders in a folder, sorted; none if it is missing."""
    return sorted(e.name for e in entries(root, path) if e.is_dir() and not IGNORED.search(e.name))


def entries(root: Path, path: str) -> list["os.DirEntry[str]"]:
    """What lies in a folder; nothing if it is missing, as one that someone removes while we read.

    Raises Refused if it cannot be listed: it must not count as empty.
    """
    try:
        with os.scandir(root / path) as found:
            return list(found)
    except FileNotFoundError:
        return []
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused(problem("file-unreadable", Place(path.rstrip("/")), reason=reason)) from error


def walk(root: Path, path: str, *, hidden: bool = False) -> list[str]:
    """The files below a folder, relative to it, sorted. Editors' left-overs are passed over, and hidden files too
    unless `hidden`: a web officer's `.htaccess` and `.well-known/` are meant."""
    return sorted(name for name, _ in _below(root, path, _LEFT_OVERS if hidden else IGNORED))


def looked_at(root: Path, path: str) -> list[tuple[str, Look | None]]:
    """As `walk`, with how each file looks; None if that says nothing, so that the file has to be read.

    The folder's own path must hold no link: what was read inside the project may look the same outside it.
    """
    scanned = now()
    try:
        sure = not linked(root, path)
    except OSError:
        sure = False
    found = sorted(_below(root, path, IGNORED), key=lambda item: item[0])
    return [(name, _look(entry, scanned) if sure else None) for name, entry in found]


def _look(entry: "os.DirEntry[str]", scanned: int) -> Look | None:
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    look = look_of(found)
    return look if stat.S_ISREG(found.st_mode) and settled(newest_of(look), scanned) else None


def _below(root: Path, path: str, ignored: re.Pattern[str]) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    waiting = [""] if (root / path).is_dir() else []
    while waiting:
        inner = waiting.pop()
        for entry in entries(root, f"{path}/{inner}"):
            if ignored.search(entry.name):
                continue
            name = f"{inner}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{name}/")
            else:
                yield name, entry
