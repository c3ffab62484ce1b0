"""What reading found, between builds: values as rows of JSON, named by the digest of what they were made from. Losing
them costs time, never truth."""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar
from weakref import finalize

from sitegen.digest import digest, digest_bytes
from sitegen.values import Undecodable, decoder, encoded
from sitegen.write.files import append, in_place_of, open_regular, remember

T = TypeVar("T")
_HEAD = "sitegen-rows 3"
_SUM = 32
_AT_ONCE = 1 << 20
_FEW = 1 << 13


class RowStore:
    """A file with a line for each row: its checksum, its key (32 characters), a frozen value as JSON.

    `maker` is the digest of what made them (generator and library versions): another maker finds the file empty. Where
    its lines lie is found when a row is first asked for; a row is read and decoded when it is asked for. What cannot be
    read is missing, never an error. So new lines are just added, if it is to `write` at all; of two with one key, the
    later one counts.

    Values are decoded by the fields of their types, so a new field cannot be forgotten. What is of another type is no
    value; what patterns and limits of sources ask for besides is not looked at again: checksums find damage, and who
    can write rows with checksums decides what pages hold (docs/threat-model.md).
    """

    def __init__(self, folder: str, maker: str, *, write: bool = True) -> None:
        self._folder = folder
        self._file = os.path.join(folder, "rows.json")
        self._head = f"{_HEAD} {digest(maker)}\n".encode()
        self._write = write
        self._open = -1
        self._close: Callable[[], object] = int  # there is no file yet
        self._looked = False
        self._lines: dict[bytes, tuple[int, int]] = {}
        self._used: dict[bytes, int] = {}  # how long the rows are that were asked for or added
        self._all = 0  # how long the file is
        self._fresh: list[bytes] = []
        self._size = 0
        self._begun = self._torn = False

    def value(self, key: str, kind: type[T]) -> T | None:
        """The value with this key; None if there is none of this kind, or its row is damaged."""
        if not self._looked:
            self._look()
        line = self._line(key.encode())
        if line[:_SUM] != digest_bytes(self._head + line[_SUM + 1 : -1]).encode():
            return None
        of: Any = kind
        with suppress(Undecodable, UnicodeDecodeError, RecursionError):
            value: T = decoder(of)(line[2 * _SUM + 2 : -1])
            self._used[key.encode()] = len(line)
            return value
        return None

    def add(self, key: str, value: object) -> None:
        """Takes in a value that was just made; many are not kept in memory. One with half a character in it, as names
        of files may have, is not kept at all."""
        if not self._write:
            return
        with suppress(UnicodeEncodeError):
            said = b"%b %b" % (key.encode(), encoded(value))
            # The head is in the checksum: another version may have begun a new file just before a line was added.
            line = b"%b %b\n" % (digest_bytes(self._head + said).encode(), said)
            self._used[key.encode()] = len(line)
            self._fresh.append(line)
            self._size += len(line)
        if self._size > _AT_ONCE:
            self._flush()

    def save(self) -> None:
        """Writes what is new, if that can be done, and lets go of all else: whoever reads again has it in memory.
        Once more than half of the file is rows that nobody asked for, or that stand in it anew, those are dropped."""
        self._flush()
        if self._write and self._all > 2 * sum(self._used.values()) + _FEW:
            with suppress(OSError):
                self._look()
                self._begin(sorted(self._lines[key] for key in self._used if key in self._lines))
        self._close()
        self._lines = {}

    def _flush(self) -> None:
        # A disk that is full or forbidden: then it is read once more by the next build.
        try:
            if self._fresh and not self._begun:
                self._begin([])
            if self._fresh:
                lines = b"".join([b"\n" if self._torn else b"", *self._fresh])
                append(self._file, lines)
                self._torn, self._all = False, self._all + len(lines)
        except OSError:
            self._torn = True
        self._fresh.clear()
        self._size = 0

    def _begin(self, lines: list[tuple[int, int]]) -> None:
        """A new file with these lines of the one before. Raises OSError if there can be none."""
        os.makedirs(self._folder, exist_ok=True)
        for name in os.listdir(self._folder):  # what killed builds left
            if name.startswith("rows.") and name.endswith(".tmp"):
                with suppress(OSError):
                    os.unlink(os.path.join(self._folder, name))
        beside = os.path.join(self._folder, f"rows.{os.getpid()}.tmp")
        with in_place_of(self._file, beside):
            remember(beside, self._head)
            for place in lines:
                append(beside, self._read(place))
            self._close()
        self._all = len(self._head) + sum(end - start for start, end in lines)
        self._begun, self._torn = True, False

    def _look(self) -> None:
        """Finds where each line begins and ends; what is in it is looked at when it is asked for."""
        self._close()
        self._looked, self._lines = True, {}
        with suppress(OSError):
            self._open = open_regular(self._file)
            self._close = finalize(self, os.close, self._open)
            at, line = len(self._head), b"\n"
            with open(self._open, "rb", _AT_ONCE, closefd=False) as file:
                if file.read(at) != self._head:
                    return
                for line in file:
                    if len(line) > 2 * _SUM + 2 and line[-1:] == b"\n":
                        self._lines[line[_SUM + 1 : 2 * _SUM + 1]] = (at, at + len(line))
                    at += len(line)
            self._begun, self._torn, self._all = True, line[-1:] != b"\n", at

    def _line(self, key: bytes) -> bytes:
        with suppress(OSError, KeyError):
            return self._read(self._lines[key])
        return b""

    def _read(self, place: tuple[int, int]) -> bytes:
        """The line between two places of the file. Raises OSError."""
        os.lseek(self._open, place[0], os.SEEK_SET)
        return os.read(self._open, place[1] - place[0])
