"""No-op first: before anything heavy is imported, compare a signature of all that a build depends on.

If it is equal to that of the last build, the output is already there: its Problems are shown again and that is all.
What changed within two seconds of the recorded scan counts as changed, since clocks of file systems are coarse. An
in-place edit of a published file does not show here: `sitegen build --full` finds it.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from time import perf_counter
from typing import TYPE_CHECKING, Any

from sitegen import __version__
from sitegen.options import Options
from sitegen.report import Notice, Report, Row, problem_from_json, problem_to_json
from sitegen.touched import look_of, newest_of, now, settled
from sitegen.write.files import read_regular

if TYPE_CHECKING:
    import datetime as dt

INPUTS = ("sites.yaml", "content", "themes")
OURS = ".sitegen"
FILE = "noop.json"
_HEAD = "sitegen-noop 1"
_FOLDER, _LINK = 0o040000, 0o120000


class Inputs:
    """How all inputs look, scanned when that is first asked for: once for a whole command."""

    def __init__(self, options: Options) -> None:
        self._options = options

    @cached_property
    def scan(self) -> tuple[str, int, int]:
        """The digest of the state of all inputs, the newest time of any, and when the scan began."""
        scanned = now()
        return *_inputs(self._options), scanned


def nothing_to_do(options: Options, inputs: Inputs | None = None) -> Report | None:
    """The report of the last build if it would come out the same again, else None."""
    started = perf_counter()
    known = _load(options)
    if known is None or options.full:
        return None
    try:
        today = options.today.isoformat()
        if known["options"] != options.key() or not known["from"] <= today or today >= (known["until"] or "9999"):
            return None
        if known["inputs"] != (inputs or Inputs(options)).scan[0] or known["outputs"] != _stats(known["folders"]):
            return None
        rows = tuple(Row(site, domain, False, 0, kept, 0, 0, signed) for site, domain, kept, signed in known["sites"])
        problems = tuple(problem_from_json(p) for p in known["problems"])
        notices = tuple(Notice(kind, path, tuple(names), made) for kind, path, names, made in known["notices"])
    except (KeyError, TypeError, ValueError, OSError, AssertionError):
        return None
    return Report(problems, rows, False, perf_counter() - started, 0, 0, str(options.dest), True, notices)


def forget(dest: str | os.PathLike[str]) -> None:
    """Makes the next build look at everything. To be called before the output is changed by anything but a build."""
    with suppress(FileNotFoundError):
        os.unlink(os.path.join(dest, OURS, FILE))


def fingerprint(options: Options) -> str:
    """The digest of the state of all inputs; it differs as soon as any file of the project was touched."""
    return _inputs(options)[0]


class Signature:
    """Taken before the sources are read, so that an edit during the build makes the next one look again; and so does
    one after a scan that lies further back, of `inputs` that were looked at before."""

    def __init__(self, options: Options, inputs: str, newest: int, scanned: int) -> None:
        self._options = options
        self._inputs = inputs
        self._newest = newest
        self._scanned = scanned

    @classmethod
    def begin(cls, options: Options, inputs: Inputs | None = None) -> "Signature":
        """Scans all inputs, if that is not done, and forgets the last signature: from here on only a finished build
        counts."""
        with suppress(OSError):
            os.unlink(_path(options))
        found = ("", 0, 0) if options.partial else (inputs or Inputs(options)).scan  # a partial one is not recorded
        return cls(options, *found)

    def finish(
        self, report: Report, next_change: "dt.date | None", folders: Callable[[], Mapping[str, Iterable[str]]]
    ) -> None:
        """Records the signature if the build went well and no input was touched just before the scan; if that cannot
        be done, the next build looks again. `folders` tells those of each tree, by its domain: adding or removing a
        file changes its folder's time."""
        from sitegen.problems import Refused

        if report.failed or self._options.partial or not settled(self._newest, self._scanned):
            return
        with suppress(OSError, Refused):
            self._record(report, next_change, folders())

    def _record(self, report: Report, next_change: "dt.date | None", inside: Mapping[str, Iterable[str]]) -> None:
        from sitegen.write.files import clear_folder, write_atomically

        dest = os.fspath(self._options.dest)
        folders = [dest, os.path.join(dest, OURS, "state.json")]
        for row in report.sites:
            tree = os.path.join(dest, row.domain)
            folders += [tree, *(os.path.join(tree, folder) for folder in sorted(inside[row.domain]))]
        value = {
            "options": self._options.key(),
            "inputs": self._inputs,
            "folders": folders,
            "outputs": _stats(folders),
            "from": self._options.today.isoformat(),
            "until": next_change.isoformat() if next_change else "",
            "sites": [[row.site, row.domain, row.kept + row.written, row.signed] for row in report.sites],
            "problems": [problem_to_json(p) for p in report.problems],
            "notices": [[n.kind, n.path, n.sites, n.made] for n in report.notices if n.kind != "mended"],
        }
        payload = json.dumps(value, separators=(",", ":")).encode()
        clear_folder(_path(self._options))
        write_atomically(_path(self._options), _head(payload) + b"\n" + payload)


def _load(options: Options) -> dict[str, Any] | None:
    try:
        head, _, payload = read_regular(_path(options)).partition(b"\n")
        if head != _head(payload):
            return None
        value = json.loads(payload)
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) else None


def _path(options: Options) -> str:
    return os.path.join(options.dest, OURS, FILE)


def _head(payload: bytes) -> bytes:
    return f"{_HEAD} {len(payload)} {blake2b(payload, digest_size=16).hexdigest()}".encode()


def _inputs(options: Options) -> tuple[str, int]:
    """The digest over the path and the look of every input and of this program, and the newest time of any."""
    state = blake2b(digest_size=16)
    state.update(f"{sys.version}|{__version__}|{sys.prefix}".encode())
    root = os.fspath(options.root)
    newest = 0
    package = os.path.dirname(os.path.abspath(__file__))
    site_packages = next((p for p in sys.path if p.endswith(("site-packages", "dist-packages"))), package)
    state.update(str(os.stat(site_packages).st_mtime_ns).encode())
    for top in (*(os.path.join(root, name) for name in INPUTS), package):
        newest = max(newest, _feed(state, top))
    return state.hexdigest(), newest


def _feed(state: Any, path: str) -> int:
    """Takes in a file or all of a folder, and gives the newest time seen; what is missing is taken in as that.

    Links are taken in as links; one that leads to a file, also as that file. Folders' own times say which names
    they hold, but a cache beside code is none of ours.
    """
    newest = 0
    waiting = [path]
    while waiting:
        path = waiting.pop()
        for follow in (False, True):
            try:
                found = os.stat(path, follow_symlinks=follow)
            except OSError as error:
                state.update(f"{path}\0{error.errno}\n".encode("utf-8", "replace"))
                break
            kind = found.st_mode & 0o170000
            if kind == _FOLDER:
                if not follow:
                    try:
                        with os.scandir(path) as entries:
                            names = sorted(entry.name for entry in entries)
                    except OSError as error:  # gone meanwhile, or not for us: reading will say what is wrong
                        state.update(f"{path}\0{error.errno}\n".encode("utf-8", "replace"))
                        break
                    state.update(f"{path}\0{len(names)}\n".encode("utf-8", "replace"))
                    waiting += [f"{path}{os.sep}{name}" for name in names if name != "__pycache__"]
                break
            look = look_of(found)
            newest = max(newest, newest_of(look))
            state.update(f"{path}\0{look}\n".encode("utf-8", "replace"))
            if kind != _LINK:
                break
    return newest


def _stats(paths: list[str]) -> str:
    state = blake2b(digest_size=16)
    for path in paths:
        found = os.stat(path)
        state.update(f"{path}\0{found.st_mtime_ns}\0{found.st_ino}\n".encode("utf-8", "replace"))
    return state.hexdigest()
