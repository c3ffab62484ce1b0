"""Finished programs between builds, found by the keys of their pages. Losing them costs time, never truth.

A file of segments, each added by one build: an index, then the spans that no segment before it has. A segment's
checksum is over that of the one before it too, so that one which two builds wrote at once, or another version, ends
the file for whoever reads it; the next build writes over it. What a program added is one chunk with a checksum of its
own, read when it is asked for.
"""

import errno
import json
import os
import stat
from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection
from contextlib import suppress
from hashlib import blake2b
from io import FileIO
from itertools import accumulate, count, pairwise
from struct import Struct
from sys import byteorder

from sitegen.digest import digest, digest_bytes
from sitegen.write.files import NOFOLLOW, in_place_of, remember

Row = tuple[tuple[bytes, ...], tuple[str, ...]]
"""A program: its spans, and the names of the slots between them, each as one line of text."""

_FORMAT = "sitegen-programs 1"
_NUMBERS = "I"
# A segment begins with its checksum and the sizes of what follows: text and numbers, which are the index, and spans.
_CHECKSUM, _HEAD = 16, Struct("<3Q")
_BUFFER = 1 << 17
_SPARE = 1000
"""Programs that a file may have too many, whatever their number."""
MANY = 500
"""So many programs are added to the file before there are more of them in memory."""


class ProgramStore:
    """The programs of one theme in the file `name` of a folder. `maker` is the digest of what made them (generator and
    library versions): another maker finds the store empty. Opened when it is first asked; closed by `let_go`. Processes
    that were forked may go on asking."""

    def __init__(self, folder: str, name: str, maker: str) -> None:
        self._folder = folder
        self._path = os.path.join(folder, name)
        numbers = f"{byteorder} {array(_NUMBERS).itemsize}"
        self._begin = bytes.fromhex(digest(_FORMAT, numbers, name, maker))
        self._file: FileIO | None = None
        self._found: int | None = None
        self._forget()

    def get(self, key: str) -> Row | None:
        """The program of a page by its key, or None if it is missing or damaged."""
        numbers = self._numbers_of(key)
        parted = (len(numbers) + 1) // 2
        try:
            spans = tuple([self._span(number) for number in numbers[:parted]])
            slots = tuple([self._slots[number] for number in numbers[parted:]])
        except (OSError, LookupError):
            return None
        return (spans, slots) if spans else None

    def size(self, key: str) -> int:
        """How many bytes the spans of a program have, of which none is read; 0 if it is missing."""
        numbers = self._numbers_of(key)
        try:
            return sum([self._sizes[number] for number in numbers[: (len(numbers) + 1) // 2]])
        except LookupError:
            return 0

    def _numbers_of(self, key: str) -> "array[int]":
        """The numbers of a row: those of its spans, one less of its slots; none if it is missing."""
        if not self._asked:
            self._open()
        row = self._rows.get(key)
        return array(_NUMBERS) if row is None else self._numbers[self._begins[row] : self._begins[row + 1]]

    @property
    def fresh(self) -> int:
        """How many programs were added that do not stand in the file yet."""
        return len(self._fresh)

    def add(self, key: str, spans: tuple[bytes, ...], slots: tuple[str, ...]) -> None:
        """Takes in a program that was just made."""
        self._fresh[key] = spans, slots

    def flush(self) -> None:
        """Adds what is new to the file, if that can be done, and reads it from there from then on."""
        if not self._fresh:
            return
        # A disk that is full or forbidden: then they stay in memory, and the next build makes them once more.
        with suppress(OSError):
            if self._file is not None and self._end:
                known = {span: number for number, span in enumerate(self._spans) if span is not None}
                begin, counted = len(self._spans), len(known)
                slots = self._slots
                _write(self._file, self._end, self._last, self._fresh, known, begin, slots)
                spans = [*known][counted:]
            else:
                known, begin = {}, 0
                self._anew(self._fresh, known)
                spans = [*known]
                self._forget()
            self._fresh.clear()
            self._open()
            if len(self._spans) == begin + len(spans):  # no other build was at it meanwhile
                self._spans[begin:] = spans
                self._read.append((begin, len(self._spans)))

    def save(self, used: Callable[[], Collection[str]]) -> None:
        """As `flush`. If more than half of the programs in the file are not `used`, those are dropped; that is asked as
        often as their number doubles, since whoever tells has to plan all sites."""
        if not self._fresh:
            return
        self.flush()
        count = len(self._checksums)
        if count > _SPARE and count.bit_length() > (self._found or 0).bit_length():
            keys = used()
            if count > 2 * len(keys) + _SPARE:
                with suppress(OSError):
                    self._anew({key: row for key in sorted(keys) if (row := self.get(key))}, {})
                    self._forget()

    def hold_spans(self) -> None:
        """`let_go_spans` leaves what was read and added up to now."""
        self._read.clear()

    def let_go_spans(self) -> None:
        """Frees the spans that were read or added; who asks for one again reads it again."""
        for first, end in self._read:
            self._spans[first:end] = [None] * (end - first)
        self._read.clear()

    def let_go(self) -> None:
        """Closes the file and frees all that was read, but for programs that somebody holds."""
        if self._file is not None:
            self._file.close()
            self._file = None
        self._forget()
        self._asked = True

    def _forget(self) -> None:
        self._asked = False
        self._fresh: dict[str, Row] = {}
        self._rows: dict[str, int] = {}
        self._checksums: list[str] = []
        self._slots: list[str] = []
        # Of each row: the first span that it added, and where its numbers begin; both with the end of the last row.
        self._firsts, self._begins = array(_NUMBERS, [0]), array(_NUMBERS, [0])
        self._numbers = array(_NUMBERS)
        # Of each span: where it stands in the file, how long it is, and its bytes once they were read.
        self._places, self._sizes = array("Q"), array(_NUMBERS)
        self._spans: list[bytes | None] = []
        self._read: list[tuple[int, int]] = []
        self._end = 0
        self._last = self._begin

    def _open(self) -> None:
        """Takes in the indexes of all segments that are not known yet, up to the first that is not sound."""
        self._asked = True
        try:
            self._file = self._file or _opened(self._path)
            size = os.fstat(self._file.fileno()).st_size
            while self._segment(self._file, size):
                pass
        except OSError:
            pass
        if self._found is None:
            self._found = len(self._checksums)

    def _segment(self, file: FileIO, size: int) -> bool:
        """Takes in the index of the segment that begins where the last one ended; whether there is a sound one."""
        file.seek(self._end)
        checksum, head = file.read(_CHECKSUM), file.read(_HEAD.size)
        if len(head) < _HEAD.size:
            return False
        in_text, in_numbers, in_spans = _HEAD.unpack(head)
        begin = file.tell() + in_text + in_numbers
        if begin + in_spans > size:  # torn, or never one of ours
            return False
        data = file.read(in_text + in_numbers)
        if _checksum(self._last, head, data) != checksum:
            return False
        try:
            index = _Index(data[:in_text], data[in_text:], in_spans)
        except (ValueError, TypeError, RecursionError):
            return False
        self._rows.update(zip(index.keys, count(len(self._checksums)), strict=False))
        self._checksums += index.checksums
        self._slots += index.slots
        self._firsts.extend(accumulate(index.added, initial=self._firsts.pop()))
        self._begins.extend(accumulate(index.counts, initial=self._begins.pop()))
        self._numbers += index.numbers
        self._places.extend(accumulate(index.sizes, initial=begin))
        self._places.pop()
        self._sizes += index.sizes
        self._spans += [None] * len(index.sizes)
        self._end, self._last = begin + in_spans, checksum
        return True

    def _span(self, number: int) -> bytes:
        """A span; when it is first asked for, all that its row added is read. LookupError if it is damaged."""
        span = self._spans[number]
        if span is not None:
            return span
        row = bisect_right(self._firsts, number) - 1
        first, end = self._firsts[row], self._firsts[row + 1]
        begins = [0, *accumulate(self._sizes[first:end])]
        assert self._file is not None
        chunk = _read_at(self._file, self._places[first], begins[-1])
        if digest_bytes(chunk) != self._checksums[row]:
            raise LookupError(number)
        found = [chunk[at:to] for at, to in pairwise(begins)]
        self._spans[first:end] = found
        self._read.append((first, end))
        return found[number - first]

    def _anew(self, rows: dict[str, Row], known: dict[bytes, int]) -> None:
        beside = os.path.join(self._folder, f"{os.getpid()}.tmp")
        os.makedirs(self._folder, exist_ok=True)
        with in_place_of(self._path, beside):
            remember(beside, b"")
            with _opened(beside) as file:
                _write(file, 0, self._begin, rows, known, 0, ())
            if self._file is not None:
                self._file.close()
                self._file = None  # Windows renames nothing over an open file


def tidy(folder: str, names: Collection[str]) -> None:
    """Removes all files but those with these `names`: what killed builds left, and what was made for themes that are
    gone."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name not in names:
                with suppress(OSError):
                    os.unlink(os.path.join(folder, name))


def _checksum(*parts: bytes) -> bytes:
    made = blake2b(digest_size=_CHECKSUM)
    for part in parts:
        made.update(part)
    return made.digest()


class _Index:
    """The index of a segment. ValueError or TypeError if it does not fit together; what its numbers mean is asked when
    they are used."""

    def __init__(self, text: bytes, data: bytes, in_spans: int) -> None:
        self.keys, self.checksums, self.slots = map(_texts, json.loads(text))
        numbers = array(_NUMBERS)
        numbers.frombytes(data)
        rows = len(self.keys)
        # Of each row: how many spans it adds, and how many numbers it has, which are its spans and its slots.
        self.added, self.counts, rest = numbers[:rows], numbers[rows : 2 * rows], numbers[2 * rows :]
        self.sizes, self.numbers = rest[: sum(self.added)], rest[sum(self.added) :]
        if not (
            len(self.checksums) == len(self.counts) == rows
            and (len(self.sizes), sum(self.sizes)) == (sum(self.added), in_spans)
            and len(self.numbers) == sum(self.counts)
            and all(count % 2 for count in self.counts)
        ):
            raise ValueError("it does not fit together")


def _texts(value: object) -> list[str]:
    if not isinstance(value, list) or set(map(type, value)) - {str}:
        raise TypeError("not all texts")
    return value


def _write(
    file: FileIO,
    at: int,
    last: bytes,
    rows: dict[str, Row],
    known: dict[bytes, int],
    spans: int,
    slots: Collection[str],
) -> None:
    """Writes a segment with these rows; `known` are spans by their numbers, to which new ones are added, `spans` is how
    many numbers there are, `slots` are those that have one. Raises OSError, and takes back what it wrote by then."""
    named = {slot: number for number, slot in enumerate(slots)}
    checksums: list[str] = []
    fresh: list[bytes] = []
    added, counts, numbers = array(_NUMBERS), array(_NUMBERS), array(_NUMBERS)
    for own_spans, own_slots in rows.values():
        before = len(fresh)
        for span in own_spans:
            if span not in known:
                known[span] = spans + len(fresh)
                fresh.append(span)
        for slot in own_slots:
            named.setdefault(slot, len(named))
        added.append(len(fresh) - before)
        counts.append(len(own_spans) + len(own_slots))
        numbers.extend(map(known.__getitem__, own_spans))
        numbers.extend(map(named.__getitem__, own_slots))
        checksums.append(digest_bytes(b"".join(fresh[before:])))
    sizes = array(_NUMBERS, map(len, fresh))
    text = json.dumps([[*rows], checksums, [*named][len(slots) :]], separators=(",", ":")).encode()
    data = b"".join([part.tobytes() for part in (added, counts, sizes, numbers)])
    head = _HEAD.pack(len(text), len(data), sum(sizes))
    try:
        file.seek(at)
        with open(file.fileno(), "wb", _BUFFER, closefd=False) as out:
            out.writelines((_checksum(last, head, text, data), head, text, data, *fresh))
        file.truncate()
    except OSError:
        with suppress(OSError):
            file.truncate(at)
        raise


def _read_at(file: FileIO, place: int, size: int) -> bytes:
    """Bytes of a file. Processes that were forked share the place in it, so nobody moves that who need not."""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), size, place)
    file.seek(place)
    return file.read(size)


def _opened(path: str) -> FileIO:
    """A regular file, to be written too if that is allowed; OSError for anything else."""

    def as_regular(name: str, flags: int) -> int:
        return os.open(name, flags | NOFOLLOW | getattr(os, "O_NONBLOCK", 0))

    try:
        file = FileIO(path, "r+", opener=as_regular)
    except OSError:
        file = FileIO(path, "r", opener=as_regular)
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "not a regular file")
    return file
