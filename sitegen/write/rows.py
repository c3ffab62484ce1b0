"""What reading found, between builds: rows of JSON, named by the digest of what they were made from. Losing them costs
time, never truth."""

import json
import os
from contextlib import suppress

from sitegen.digest import digest, digest_bytes
from sitegen.write.files import append, clear_folder, read_regular, remember

_HEAD = "sitegen-rows 1"
_SUM = 32


class RowStore:
    """A file with a line for each row: its checksum, its key, the row itself.

    `maker` is the digest of what made them (generator and library versions): another maker finds the file empty. It is
    read when a row is first asked for, and a row is decoded when it is asked for. What cannot be read is missing, never
    an error. So new lines are just added; of two with one key, the later one counts.
    """

    def __init__(self, folder: str, maker: str) -> None:
        self._folder = folder
        self._file = os.path.join(folder, "rows.json")
        self._head = f"{_HEAD} {digest(maker)}\n".encode()
        self._data: bytes | None = None
        self._lines: dict[bytes, tuple[int, int]] = {}
        self._used: set[bytes] = set()
        self._fresh: dict[bytes, bytes] = {}
        self._sound = False

    def row(self, key: str) -> object:
        """The row with this key; None if there is none, or it is damaged."""
        if self._data is None:
            self._load()
        named = key.encode()
        start, end = self._lines.get(named, (0, 0))
        said = _said(self._head, (self._data or b"")[start:end])
        if said is None:
            return None
        with suppress(ValueError, RecursionError):
            row: object = json.loads(said)
            self._used.add(named)
            return row
        return None

    def add(self, key: str, row: object) -> None:
        """Takes in a row that was just made."""
        said = json.dumps(row, separators=(",", ":"), check_circular=False).encode("ascii")
        self._fresh[key.encode()] = _line(self._head, key.encode(), said)

    def save(self) -> None:
        """Writes what is new, if that can be done, and lets go of all else: whoever reads all again finds it in memory.
        Once more than half of the rows was not asked for, those are dropped."""
        crowded = len(self._lines) > 2 * (len(self._used) + len(self._fresh)) + 64
        # A disk that is full or forbidden: then it is read once more by the next build.
        with suppress(OSError):
            if self._fresh or crowded:
                os.makedirs(self._folder, exist_ok=True)
                self._tidy()
                if self._sound and not crowded:
                    append(self._file, b"".join(self._fresh.values()))
                else:
                    self._anew()
        self._data, self._lines = b"", {}
        self._used.clear()
        self._fresh.clear()

    def _anew(self) -> None:
        kept = [self._lines[key] for key in sorted(self._used - self._fresh.keys())]
        # A preview and a build may save at once: each has a name of its own, and the last one stays.
        beside = os.path.join(self._folder, f"rows.{os.getpid()}.tmp")
        try:
            data = self._data or b""
            remember(beside, b"".join([self._head, *(data[a:b] for a, b in kept), *self._fresh.values()]))
            clear_folder(self._file)
            os.replace(beside, self._file)
            self._sound = True
        except OSError:
            with suppress(OSError):
                os.unlink(beside)
            raise

    def _tidy(self) -> None:
        """Removes what killed builds left."""
        for name in os.listdir(self._folder):
            if name.startswith("rows.") and name.endswith(".tmp"):
                with suppress(OSError):
                    os.unlink(os.path.join(self._folder, name))

    def _load(self) -> None:
        """Finds where each line begins and ends; what is in it is looked at when it is asked for."""
        self._data = b""
        with suppress(OSError):
            self._data = read_regular(self._file)
        if not self._data.startswith(self._head):
            return
        at, data = len(self._head), self._data
        while (end := data.find(b"\n", at) + 1) > 0:
            self._lines[data[at + _SUM + 1 : at + 2 * _SUM + 1]] = (at, end)
            at = end
        self._sound = at == len(data)


def _line(head: bytes, key: bytes, said: bytes) -> bytes:
    # The head is in the checksum: a build of another version may have begun a new file just before a line was added.
    return b"%b %b %b\n" % (digest_bytes(b"%b%b %b" % (head, key, said)).encode(), key, said)


def _said(head: bytes, line: bytes) -> bytes | None:
    """The row in a sound line, still as JSON."""
    if line[:_SUM] != digest_bytes(head + line[_SUM + 1 : -1]).encode():
        return None
    return line[2 * _SUM + 2 : -1]
