"""The floor: what it costs to create the same files with the same bytes, and nothing else.

`python floor.py TREES TARGET` reads the trees of a finished output folder into memory, site by site, and creates each
in TARGET with mkdir, open(O_CREAT|O_EXCL), write and close; at the end the disk is synced once. Only that is measured,
not the reading. With `--sha256` the bytes are hashed instead, which a manifest cannot do without. Prints JSON.
Meant to run as a process of its own; needs nothing but the standard library.
"""
# os is the vocabulary here: pathlib would cost more than what is measured.
# ruff: noqa: PTH102, PTH112, PTH118, PTH123, PTH208

import argparse
import ctypes
import hashlib
import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | os.O_CLOEXEC
OURS = ".sitegen"


@dataclass
class Tree:
    """One site in memory: folders, parents before children, and in each its files with their bytes."""

    name: str
    folders: list[tuple[str, list[tuple[str, bytes]]]]


@dataclass
class Cost:
    """What the measured parts came to: CPU is user and system time of this process."""

    files: int = 0
    bytes: int = 0
    cpu: float = 0.0
    wall: float = 0.0
    sync: float = 0.0

    def begin(self) -> None:
        self.wall -= time.perf_counter()
        self.cpu -= _cpu()

    def end(self) -> None:
        self.cpu += _cpu()
        self.wall += time.perf_counter()


def read_trees(output: str) -> Iterator[Tree]:
    """The trees of an output folder, one at a time: the whole network need not fit into memory."""
    for name in sorted(os.listdir(output)):
        top = os.path.join(output, name)
        if name.startswith(".") or not os.path.isdir(top):
            continue
        folders = []
        for folder, inner, names in os.walk(top):
            inner.sort()
            files = []
            for file in sorted(names):
                with open(os.path.join(folder, file), "rb") as source:
                    files.append((file, source.read()))
            folders.append((os.path.relpath(folder, top), files))
        yield Tree(name, folders)


def create(tree: Tree, target: str) -> None:
    """The bare loop: nothing here that creating these files could do without."""
    top = os.path.join(target, tree.name)
    for folder, files in tree.folders:
        path = top if folder == "." else os.path.join(top, folder)
        os.mkdir(path, 0o755)
        inside = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        for name, data in files:
            fd = os.open(name, _NEW, 0o644, dir_fd=inside)
            os.write(fd, data)
            os.close(fd)
        os.close(inside)


def sync(folder: str) -> None:
    """All bytes to disk: of this file system only, where the system can."""
    library = ctypes.CDLL(None) if sys.platform.startswith("linux") else None
    if library is not None and hasattr(library, "syncfs"):
        fd = os.open(folder, os.O_RDONLY)
        library.syncfs(fd)
        os.close(fd)
    else:
        os.sync()


def measure(output: str, target: str, *, hashing: bool = False) -> Cost:
    """Creates (or hashes) all trees of `output`; `target` must be an empty folder."""
    cost = Cost()
    for tree in read_trees(output):
        cost.begin()
        if hashing:
            for _, files in tree.folders:
                for _, data in files:
                    hashlib.sha256(data, usedforsecurity=False).hexdigest()
        else:
            create(tree, target)
        cost.end()
        cost.files += sum(len(files) for _, files in tree.folders)
        cost.bytes += sum(len(data) for _, files in tree.folders for _, data in files)
    if not hashing:
        started = time.perf_counter()
        cost.begin()
        sync(target)
        cost.end()
        cost.sync = time.perf_counter() - started
    return cost


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trees")
    parser.add_argument("target")
    parser.add_argument("--sha256", action="store_true")
    words = parser.parse_args()
    print(json.dumps(asdict(measure(words.trees, words.target, hashing=words.sha256))))


if __name__ == "__main__":
    main()
