"""A reader of published trees, in a process of its own, while builds publish and are killed.

It reads each tree in two ways. *Held*: the site's folder is opened once and all that its manifest lists is read below
that handle, as rsync, a backup or a copy does. Such a read must be whole: what it opened is a version that was made
whole before it could be seen. Only if the tree was exchanged away *and* the build after that has begun to bring it up
is it overtaken, which is counted. *By path*: each file is opened anew from the root, as a web server does. Between two
opens the exchange may fall, so a visitor may get a page of the old version and then one of the new; that is counted as
a mixed visit. But each single file must be whole and of some version, and where folders are exchanged never missing.
"""

import json
import os
import select
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from sitegen.write.manifest import MANIFEST, Manifest, load

from .project import REPOSITORY, Stage

_FOLDER = os.O_RDONLY | os.O_DIRECTORY
_MOST = 40
PAUSE = 0.003
"""Seconds between two looks, so that the builds have the processors."""


@dataclass
class Seen:
    """What an observer saw; `wrong` has what it must never see."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class Observer:
    """An observer process from its start to its report. `always` are sites that are never absent."""

    def __init__(self, stage: Stage, folders: list[Path], always: list[str]) -> None:
        files: dict[str, dict[str, set[str]]] = {}
        for trees in stage.clean.values():
            for domain, tree in trees.items():
                for path, data in tree.items():
                    files.setdefault(domain, {}).setdefault(path, set()).add(sha256(data).hexdigest())
        lasting = {
            d: [p for p in files[d] if all(p in t.get(d, {p: b""}) for t in stage.clean.values())] for d in files
        }
        known = {domain: {path: sorted(all_) for path, all_ in tree.items()} for domain, tree in files.items()}
        told = {"folders": [str(f) for f in folders], "known": known, "lasting": lasting, "always": always}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.observer"],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()

    def end(self) -> Seen:
        """Stops it and gives what it saw."""
        found = json.loads(self._process.communicate()[0])
        return Seen(Counter(found["counts"]), found["wrong"])


class _Reader:
    def __init__(self, told: Mapping[str, Any]) -> None:
        self._known: dict[str, dict[str, list[str]]] = told["known"]
        self._lasting = {domain: set(paths) for domain, paths in told["lasting"].items()}
        self._always = set(told["always"])
        self.seen = Seen()

    def look(self, dest: str, domain: str) -> None:
        """Both ways of reading, once."""
        live = os.path.join(dest, domain)
        try:
            handle = os.open(live, _FOLDER)
        except FileNotFoundError:
            self._absent(domain)
            return
        try:
            self._held(live, domain, handle)
        finally:
            os.close(handle)
        self._by_path(live, domain)

    def _held(self, live: str, domain: str, handle: int) -> None:
        wrong, version = self._difference(domain, handle)
        if not wrong:
            self.seen.counts["held whole"] += 1
        elif self._overtaken(live, handle, version):
            self.seen.counts["held overtaken"] += 1
        else:
            self._wrong(f"{live}: {wrong}")

    def _difference(self, domain: str, handle: int) -> tuple[str, str]:
        """What is not as the manifest says, or ""; and which manifest that was."""
        version = ""
        try:
            data = _read(MANIFEST, handle)
            version = sha256(data).hexdigest()
            manifest: Manifest | None = load(data)
            if manifest is None or version not in self._known[domain][MANIFEST]:
                return "a manifest that no clean build makes", version
            for path, entry in manifest.files.items():
                if sha256(_read(path, handle)).hexdigest() != entry.sha256:
                    return f"{path} has other bytes", version
            there = {
                os.path.relpath(os.path.join(folder, name), ".")
                for folder, _, names, _ in os.fwalk(".", dir_fd=handle)
                for name in names
            }
            extra = there - manifest.files.keys() - {MANIFEST}
        except OSError as error:
            return str(error), version
        return f"{sorted(extra)} too many" if extra else "", version

    def _overtaken(self, live: str, handle: int, version: str) -> bool:
        """Whether the tree that was being read is no longer the one that is live, or has become another since."""
        try:
            if not os.path.samestat(os.stat(live), os.fstat(handle)):
                return True
            return sha256(_read(MANIFEST, handle)).hexdigest() != version
        except FileNotFoundError:
            return not os.path.exists(live)

    def _by_path(self, live: str, domain: str) -> None:
        try:
            data = _read(os.path.join(live, MANIFEST))
        except FileNotFoundError:
            self._absent(domain)
            return
        manifest = load(data)
        mixed = False
        for path, entry in manifest.files.items() if manifest else ():
            try:
                found = sha256(_read(os.path.join(live, path))).hexdigest()
            except FileNotFoundError:
                mixed = True
                if path in self._lasting[domain]:
                    self._absent(domain)
                continue
            self.seen.counts["files by path"] += 1
            mixed = mixed or found != entry.sha256
            if found not in self._known[domain].get(path, ()):
                self._wrong(f"{live}/{path}: bytes of no version")
        self.seen.counts["visits mixed" if mixed else "visits of one version"] += 1

    def _absent(self, domain: str) -> None:
        self.seen.counts["absent"] += 1
        if domain in self._always:
            self._wrong(f"{domain} is not there")

    def _wrong(self, what: str) -> None:
        self.seen.counts["wrong"] += 1
        if len(self.seen.wrong) < _MOST:
            self.seen.wrong.append(what)


def _read(path: str, handle: int | None = None) -> bytes:
    with open(os.open(path, os.O_RDONLY, dir_fd=handle), "rb") as file:
        return file.read()


def _watch() -> None:
    told = json.loads(sys.stdin.readline())
    reader = _Reader(told)
    while not select.select([sys.stdin], [], [], 0)[0]:
        for folder in told["folders"]:
            for domain in told["known"]:
                reader.look(folder, domain)
                time.sleep(PAUSE)
    print(json.dumps({"counts": reader.seen.counts, "wrong": reader.seen.wrong}))


if __name__ == "__main__":
    _watch()
