"""What reading found, between builds: values as rows of JSON, named by the digest of what they were made from. Losing
them costs time, never truth."""

import os
from contextlib import suppress
from typing import Any, TypeVar

from sitegen.digest import digest, digest_bytes
from sitegen.values import Undecodable, decoder, encoded
from sitegen.write.files import append, in_place_of, read_regular, remember

T = TypeVar("T")
_HEAD = "sitegen-rows 2"
_SUM = 32
_AT_ONCE = 1 << 20


class RowStore:
    """A file with a line for each row: its checksum, its key (32 characters), a frozen value as JSON.

    `maker` is the digest of what made them (generator and library versions): another maker finds the file empty. It is
    read when a row is first asked for, and a row is decoded when it is asked for. What cannot be read is missing, never
    an error. So new lines are just added, if it is to `write` at all; of two with one key, the later one counts.

    Values are decoded by the fields of their types, so a new field cannot be forgotten. What is of another type is no
    value; what patterns and limits of sources ask for besides is not looked at again: checksums find damage, and who
    can write rows with checksums decides what pages hold (docs/threat-model.md).
    """

    def __init__(self, folder: str, maker: str, *, write: bool = True) -> None:
        self._folder = folder
        self._file = os.path.join(folder, "rows.json")
        self._head = f"{_HEAD} {digest(maker)}\n".encode()
        self._write = write
        self._data: bytes | None = None
        self._lines: dict[bytes, tuple[int, int]] = {}
        self._used: set[bytes] = set()
        self._fresh: list[bytes] = []
        self._size = 0
        self._begun = self._torn = False

    def value(self, key: str, kind: type[T]) -> T | None:
        """The value with this key; None if there is none of this kind, or its row is damaged."""
        if self._data is None:
            self._load()
        start, end = self._lines.get(key.encode(), (0, 0))
        line = (self._data or b"")[start:end]
        if line[:_SUM] != digest_bytes(self._head + line[_SUM + 1 : -1]).encode():
            return None
        of: Any = kind
        with suppress(Undecodable, UnicodeDecodeError, RecursionError):
            value: T = decoder(of)(line[2 * _SUM + 2 : -1])
            self._used.add(key.encode())
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
            self._used.add(key.encode())
            self._fresh.append(line)
            self._size += len(line)
        if self._size > _AT_ONCE:
            self._flush()

    def save(self) -> None:
        """Writes what is new, if that can be done, and lets go of all else: whoever reads again has it in memory.
        Once more than half of the rows was not asked for, those are dropped."""
        self._flush()
        if self._write and len(self._lines) > 2 * len(self._used) + 64:
            with suppress(OSError):
                self._load()
                data = self._data or b""
                kept = sorted(place for key, place in self._lines.items() if key in self._used)
                self._begin(b"".join([data[start:end] for start, end in kept]))
        self._data, self._lines = b"", {}
        self._used.clear()

    def _flush(self) -> None:
        # A disk that is full or forbidden: then it is read once more by the next build.
        try:
            if self._fresh and not self._begun:
                self._begin(b"")
            if self._fresh:
                append(self._file, b"".join([b"\n" if self._torn else b"", *self._fresh]))
                self._torn = False
        except OSError:
            self._torn = True
        self._fresh.clear()
        self._size = 0

    def _begin(self, lines: bytes) -> None:
        """A new file with these lines. Raises OSError if there can be none."""
        os.makedirs(self._folder, exist_ok=True)
        for name in os.listdir(self._folder):  # what killed builds left
            if name.startswith("rows.") and name.endswith(".tmp"):
                with suppress(OSError):
                    os.unlink(os.path.join(self._folder, name))
        beside = os.path.join(self._folder, f"rows.{os.getpid()}.tmp")
        with in_place_of(self._file, beside):
            remember(beside, self._head + lines)
        self._begun, self._torn = True, False

    def _load(self) -> None:
        """Finds where each line begins and ends; what is in it is looked at when it is asked for."""
        self._data, self._lines = b"", {}
        with suppress(OSError):
            self._data = read_regular(self._file)
        if self._data.startswith(self._head):
            at, data = len(self._head), self._data
            while (end := data.find(b"\n", at) + 1) > 0:
                if end - at > 2 * _SUM + 2:
                    self._lines[data[at + _SUM + 1 : at + 2 * _SUM + 1]] = (at, end)
                at = end
            self._begun, self._torn = True, at < len(data)
