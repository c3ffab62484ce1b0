"""Finished programs between builds, found by the keys of their pages. Losing them costs time, never truth.

A file of segments, each added by one build: an index, then a chunk for each program with the numbers of its spans and
slots, and those spans that no chunk before it has. A segment's checksum is over that of the one before it too, so that
one which two builds wrote at once, or another version, ends the file for whoever reads it; the next build writes over
it. A chunk has a checksum of its own and is read when it is asked for: in memory a program that nobody asks for takes
some fifty bytes.
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
from itertools import accumulate, pairwise
from struct import Struct
from sys import byteorder

from sitegen.digest import digest
from sitegen.write.files import NOFOLLOW, in_place_of, remember

Row = tuple[tuple[bytes, ...], tuple[str, ...]]
"""A program: its spans, and the names of the slots between them, each as one line of text."""

_FORMAT = "sitegen-programs 2"
_NUMBERS = "I"
_HEADS = "Q"
_NUMBER = array(_NUMBERS).itemsize
# A segment begins with its checksum, how many programs and new spans it has, and the sizes of what follows: the text of
# new slots, which ends the index, and chunks.
_CHECKSUM, _HEAD = 16, Struct("<4Q")
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
        numbers = f"{byteorder} {_NUMBER}"
        self._begin = bytes.fromhex(digest(_FORMAT, numbers, name, maker))
        self._file: FileIO | None = None
        self._found: int | None = None
        self._forget()

    def get(self, key: str) -> Row | None:
        """The program of a page by its key, or None if it is missing or damaged."""
        row = self._row(key)
        if row is None:
            return None
        try:
            numbers = self._load(row)
            parted = (len(numbers) + 1) // 2
            held = self._spans
            spans = tuple([held[number] or self._span(number) for number in numbers[:parted]])
            slots = tuple([self._slots[number] for number in numbers[parted:]])
        except (OSError, LookupError):
            return None
        return spans, slots

    def size(self, key: str) -> int:
        """How many bytes the spans of a program have, of which none is read; 0 if it is missing."""
        row = self._row(key)
        return 0 if row is None else self._weights[row]

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
        self.flush()
        count = len(self._weights)  # with what was flushed on the way
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
        self._slots: list[str] = []
        # Of each program: the digests of its key and of its chunk, how many numbers it has, the bytes of its spans,
        # where its chunk stands; the first span of that, with the end of the last one.
        self._names = self._checksums = b""
        self._counts, self._weights, self._places = array(_NUMBERS), array(_NUMBERS), array("Q")
        self._firsts = array(_NUMBERS, [0])
        # The first halves of names, sorted, and whose they are.
        self._heads: array[int] = array(_HEADS)
        self._order = array(_NUMBERS)
        # Of each span: how long it is, and its bytes once they were read.
        self._sizes = array(_NUMBERS)
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
            self._found = len(self._weights)

    def _segment(self, file: FileIO, size: int) -> bool:
        """Takes in the index of the segment that begins where the last one ended; whether there is a sound one."""
        file.seek(self._end)
        checksum, head = file.read(_CHECKSUM), file.read(_HEAD.size)
        if len(head) < _HEAD.size:
            return False
        rows, spans, in_text, in_chunks = _HEAD.unpack(head)
        in_index = rows * (2 * _CHECKSUM + 3 * _NUMBER) + spans * _NUMBER + in_text
        begin = file.tell() + in_index
        if begin + in_chunks > size:  # torn, or never one of ours
            return False
        data = file.read(in_index)
        if _checksum(self._last, head, data) != checksum:
            return False
        try:
            index = _Index(data, rows, spans, in_chunks)
        except (ValueError, TypeError, RecursionError):
            return False
        self._names += index.names
        self._checksums += index.checksums
        self._slots += index.slots
        self._firsts.extend(accumulate(index.added, initial=self._firsts.pop()))
        self._counts += index.counts
        self._weights += index.weights
        self._places.extend([begin + place for place in index.places])
        self._sizes += index.sizes
        self._spans += [None] * spans
        self._end, self._last = begin + in_chunks, checksum
        return True

    def _row(self, key: str) -> int | None:
        """The number of a program in the file; of one that stands there several times, the last."""
        if not self._asked:
            self._open()
        if len(self._heads) != len(self._weights):
            heads = array(_HEADS, self._names)[::2]
            new = sorted(range(len(self._order), len(heads)), key=heads.__getitem__)
            order = sorted([*self._order, *new], key=heads.__getitem__)  # two sorted rows, which takes one walk
            self._order = array(_NUMBERS, order)
            self._heads = array(_HEADS, [heads[row] for row in order])
        name = _name(key)
        at = bisect_right(self._heads, array(_HEADS, name)[0]) - 1
        row = self._order[at] if at >= 0 else 0
        return row if _at(self._names, row) == name else None

    def _span(self, number: int) -> bytes:
        """A span; when it is first asked for, all that its program added is read. LookupError if it is damaged."""
        if self._spans[number] is None:
            self._load(bisect_right(self._firsts, number) - 1)
        span = self._spans[number]
        assert span is not None
        return span

    def _load(self, row: int) -> "array[int]":
        """The numbers of a program: those of its spans, one less of its slots. The spans that it added are there from
        then on. LookupError if its chunk is damaged."""
        first, end = self._firsts[row], self._firsts[row + 1]
        begins = [*accumulate(self._sizes[first:end], initial=self._counts[row] * _NUMBER)]
        assert self._file is not None
        chunk = _read_at(self._file, self._places[row], begins[-1])
        if _checksum(chunk) != _at(self._checksums, row):
            raise LookupError(row)
        if first < end and self._spans[first] is None:
            self._spans[first:end] = [chunk[at:to] for at, to in pairwise(begins)]
            self._read.append((first, end))
        return array(_NUMBERS, chunk[: begins[0]])

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


def _name(key: str) -> bytes:
    """By which the program of a page is found: as its key, but half as long."""
    return _checksum(key.encode())


def _at(checksums: bytes, row: int) -> bytes:
    return checksums[row * _CHECKSUM : (row + 1) * _CHECKSUM]


class _Index:
    """The index of a segment. ValueError or TypeError if it does not fit together; what the numbers in its chunks mean
    is asked when they are used."""

    def __init__(self, data: bytes, rows: int, spans: int, in_chunks: int) -> None:
        ends = [*accumulate([rows * _CHECKSUM] * 2 + [rows * _NUMBER] * 3 + [spans * _NUMBER], initial=0)]
        self.names, self.checksums, *numbers = [data[at:to] for at, to in pairwise(ends)]
        # Of each program: how many spans it adds, how many numbers it has, the bytes of all its spans; of each new span
        # its bytes.
        self.added, self.counts, self.weights, self.sizes = [array(_NUMBERS, some) for some in numbers]
        self.slots = json.loads(data[ends[-1] :])
        if not isinstance(self.slots, list) or set(map(type, self.slots)) - {str}:
            raise TypeError("not all texts")
        if sum(self.added) != spans or not all(count % 2 for count in self.counts):
            raise ValueError("it does not fit together")
        begins = [0, *accumulate(self.sizes)]
        own = [begins[end] for end in accumulate(self.added, initial=0)]
        counted = accumulate(self.counts, initial=0)
        self.places = [size + number * _NUMBER for size, number in zip(own, counted, strict=True)]
        """Where chunks stand among all."""
        if self.places.pop() != in_chunks:
            raise ValueError("it does not fit together")


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
    names: list[bytes] = []
    checksums: list[bytes] = []
    chunks: list[bytes] = []
    added, counts, weights, sizes = array(_NUMBERS), array(_NUMBERS), array(_NUMBERS), array(_NUMBERS)
    for key, (own_spans, own_slots) in rows.items():
        fresh: list[bytes] = []
        for span in own_spans:
            if span not in known:
                known[span] = spans + len(sizes)
                sizes.append(len(span))
                fresh.append(span)
        for slot in own_slots:
            named.setdefault(slot, len(named))
        numbers = array(_NUMBERS, map(known.__getitem__, own_spans))
        numbers.extend(map(named.__getitem__, own_slots))
        chunk = (numbers.tobytes(), *fresh)
        names.append(_name(key))
        checksums.append(_checksum(*chunk))
        added.append(len(fresh))
        counts.append(len(numbers))
        weights.append(sum(map(len, own_spans)))
        chunks += chunk
    text = json.dumps([*named][len(slots) :], separators=(",", ":")).encode()
    data = b"".join([*names, *checksums, *[part.tobytes() for part in (added, counts, weights, sizes)], text])
    head = _HEAD.pack(len(names), len(sizes), len(text), sum(map(len, chunks)))
    try:
        file.seek(at)
        with open(file.fileno(), "wb", _BUFFER, closefd=False) as out:
            out.writelines((_checksum(last, head, data), head, data, *chunks))
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
