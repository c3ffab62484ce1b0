"""Folders and what lies in them: listing, open handles, links, removal. Nothing here follows a symbolic link."""

import errno
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from sitegen.unicode import folded
from sitegen.write.files import FOLDER_MODE, OPEN_FOLDER, create, read_regular
from sitegen.write.manifest import MANIFEST, SIGNED

Where = tuple[int | None, str]
"""A folder for calls of `os`: a handle and "", or None and the path with its separator."""

_HANDLES = os.open in os.supports_dir_fd and os.link in os.supports_dir_fd if hasattr(os, "link") else False
_NUMBERED = os.name != "nt"  # there an inode would cost one more call for each file
_MOST_HANDLES = 48
NO_LINKS_HERE = {
    errno.EMLINK,
    errno.EXDEV,
    errno.EPERM,
    errno.EACCES,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
}


@dataclass(slots=True)
class Listing:
    """What really lies in a tree, as paths with "/": no manifest is believed here. `files` have their inodes."""

    files: dict[str, int] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)
    special: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    empty: set[str] = field(default_factory=set)


def scan(root: str, known: Collection[str] = ()) -> Listing | None:
    """Everything in a folder, one `scandir` for each folder; None if it does not exist. What is in folders that are
    `known` is left out.

    Raises NotADirectoryError if it is something else, a link to a folder included.
    """
    try:
        if not stat.S_ISDIR(os.lstat(root).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), root)
    except FileNotFoundError:
        return None
    found = Listing()
    files = found.files
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        prefix = f"{folder}/" if folder else ""
        with os.scandir(f"{root}/{folder}") as opened:
            entries = list(opened)
        for entry in entries:
            path = prefix + entry.name
            if entry.is_file(follow_symlinks=False):
                files[path] = entry.inode() if _NUMBERED else 0
            elif entry.is_symlink():
                found.links.add(path)
            elif entry.is_dir(follow_symlinks=False):
                found.folders.add(path)
                if path not in known:
                    waiting.append(path)
            else:
                found.special.add(path)
        if not entries and folder:
            found.empty.add(folder)
    return found


def kept(path: str, keep: tuple[str, ...]) -> bool:
    """Whether `keep` names this path or a folder (ending in "/") around it."""
    return any(path == name or (name.endswith("/") and f"{path}/".startswith(name)) for name in keep)


def foreign(found: Listing, known: Mapping[str, object], keep: tuple[str, ...]) -> list[str]:
    """The paths that neither we made, as a manifest knows them, nor `keep` names. A pipe or device is foreign even
    there: it cannot be kept."""
    strange = (found.files.keys() - known.keys() - {MANIFEST, *SIGNED}) | found.links
    if found.empty:
        strange |= found.empty - parents(known)
    return sorted([path for path in strange if not kept(path, keep)] + list(found.special))


def parents(paths: Iterable[str]) -> set[str]:
    """All folders that these paths need, the root ("") not among them."""
    direct = {path.rpartition("/")[0] for path in paths}
    every = set(direct)
    for folder in direct:
        while folder and (folder := folder.rpartition("/")[0]) not in every:
            every.add(folder)
    every.discard("")
    return every


def collide(other: str, path: str) -> bool:
    """Whether two different paths cannot both exist, or could not on a disk that ignores case."""
    for theirs, mine in zip(other.split("/"), path.split("/"), strict=False):
        if theirs != mine:
            return folded(theirs) == folded(mine)
    return True


class Folders:
    """Open handles on the folders of one tree, so that each call resolves a single name.

    `known` are the folders that exist; `make` adds to it.
    """

    def __init__(self, root: str, known: set[str], set_mode: bool) -> None:
        self.known = known
        self._root = root
        self._set_mode = set_mode
        self._open: dict[str, Where] = {}

    def at(self, folder: str) -> Where:
        """An existing folder."""
        where = self._open.get(folder)
        if where is not None:
            return where
        if not _HANDLES:
            where = (None, os.path.join(self._root, *folder.split("/"), ""))
        else:
            if len(self._open) >= _MOST_HANDLES:
                self.close()
            where = (os.open(f"{self._root}/{folder}" if folder else self._root, OPEN_FOLDER), "")
        self._open[folder] = where
        return where

    def make(self, folder: str) -> Where:
        """A folder that is made if it is not there; FileExistsError if something else has its name."""
        if folder and folder not in self.known:
            parent, _, name = folder.rpartition("/")
            fd, prefix = self.make(parent)
            os.mkdir(prefix + name, FOLDER_MODE, dir_fd=fd)
            self.known.add(folder)
            if self._set_mode:
                os.chmod(prefix + name, FOLDER_MODE, dir_fd=fd)
        return self.at(folder)

    def remove(self, folder: str) -> None:
        """An empty folder, removed; OSError if it is not empty."""
        self._close(self._open.pop(folder, (None, ""))[0])
        parent, _, name = folder.rpartition("/")
        fd, prefix = self.at(parent)
        os.rmdir(prefix + name, dir_fd=fd)
        self.known.discard(folder)

    def unlink(self, path: str) -> None:
        """A file or link, removed."""
        folder, _, name = path.rpartition("/")
        fd, prefix = self.at(folder)
        os.unlink(prefix + name, dir_fd=fd)

    def close(self) -> None:
        """Closes all handles; the next call opens what it needs."""
        for fd, _ in self._open.values():
            self._close(fd)
        self._open.clear()

    def _close(self, fd: int | None) -> None:
        if fd is not None:
            with suppress(OSError):  # nothing was written through it, so nothing can be lost
                os.close(fd)


def carry(name: str, source: Where, target: Where, set_mode: bool) -> bool:
    """The same file or symbolic link in another folder: a hard link, or a copy where links are refused. Says whether
    it is a link."""
    (from_fd, from_prefix), (to_fd, to_prefix) = source, target
    try:
        if _HANDLES:
            os.link(name, name, src_dir_fd=from_fd, dst_dir_fd=to_fd, follow_symlinks=False)
            return True
        if hasattr(os, "link") and not os.path.islink(from_prefix + name):
            os.link(from_prefix + name, to_prefix + name)
            return True
    except OSError as error:
        if error.errno not in NO_LINKS_HERE:
            raise
    if stat.S_ISLNK(os.stat(from_prefix + name, dir_fd=from_fd, follow_symlinks=False).st_mode):
        os.symlink(os.readlink(from_prefix + name, dir_fd=from_fd), to_prefix + name, dir_fd=to_fd)
    else:
        create(to_prefix + name, read_regular(from_prefix + name, from_fd), to_fd, set_mode)
    return False


def remove_tree(path: str) -> None:
    """A whole tree, its manifest first, so that a half-removed tree is never taken for a whole one."""
    try:
        is_folder = stat.S_ISDIR(os.lstat(path).st_mode)
    except FileNotFoundError:
        return
    if not is_folder:
        os.unlink(path)
        return
    with suppress(OSError):  # none, or not a file: then nobody takes it for a manifest; or rmtree says what is wrong
        os.unlink(f"{path}/{MANIFEST}")
    shutil.rmtree(path)
