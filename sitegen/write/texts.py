"""Parsed Texts between builds, named by the digest of what they are made from. Losing them costs time, never truth."""

import datetime as dt
import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from io import BytesIO
from sys import intern

from sitegen.digest import digest, digest_bytes
from sitegen.model.document import Text
from sitegen.model.parsed import ClaimUse, Figure, Flaw, Heading, Link, Packed, Parsed, SlotUse, Stems, Written
from sitegen.write.files import append, in_place_of, read_regular, remember

_HEAD = "sitegen-texts 5"
_TEXT = ".html"
_AT_ONCE = 1 << 20


class TextStore:
    """A folder with one index of all Parsed values, a line for each, and for each Text one file of its running text and
    its HTML.

    `maker` is the digest of what made them (generator and library versions): another maker finds the store empty.
    Entries carry their own checksum; what cannot be read is missing, never an error. So new lines are just added, if it
    is to `write` at all. A Text whose file was lost is parsed `anew`: a lost memory costs time and never truth.
    """

    def __init__(self, folder: str, maker: str, anew: Callable[[Text], Packed], *, write: bool = True) -> None:
        self._folder, self._anew, self._write = folder, anew, write
        self._list = os.path.join(folder, "index.json")
        self._head = f"{_HEAD} {digest(maker)}\n".encode()
        self._fresh: dict[str, bytes] = {}  # a slot in a str would take two bytes for every letter of it
        self._size = 0
        self._unlisted: list[str] = []
        self._index: dict[str, bytes] = {}
        self._sound = self._load()

    def parsed(self, text: Text) -> Parsed | None:
        """The Parsed of a Text, if it is known."""
        try:
            return unpacked(self._index[text.key], partial(self._prose, text))
        except (KeyError, ValueError, TypeError, RecursionError):
            return None

    def html(self, text: Text) -> str:
        """The HTML of a Text."""
        return self._shown(text)[1].decode("utf-8", "replace")

    def _prose(self, text: Text) -> str:
        return self._shown(text)[0].decode("utf-8", "replace")

    def _shown(self, text: Text) -> tuple[bytes, bytes]:
        """The running text, which is one line, and the HTML of a Text."""
        shown = self._fresh.get(text.key)
        if shown is None:
            try:
                checksum, _, shown = read_regular(self._path(text.key)).partition(b"\n")
            except OSError:
                checksum, shown = b"", b""
            if checksum != digest_bytes(self._head + shown).encode():
                shown = self._anew(text).shown
        prose, _, html = shown.partition(b"\n")
        return prose, html

    def add(self, key: str, packed: Packed) -> None:
        """Takes in a Text that was just parsed, by its key; the files of many are not kept in memory."""
        self._index[key], self._fresh[key] = packed
        self._size += len(packed.shown)
        if self._write and self._size > _AT_ONCE:
            self._flush()

    def save(self, used: Iterable[str]) -> None:
        """Writes what is new, if that can be done; once more than half is unused, the unused part is dropped."""
        wanted = set(used)
        crowded = len(self._index) > 2 * len(wanted) + 64
        if not self._write or not (self._fresh or self._unlisted or crowded):
            return
        if crowded:
            self._index = {key: said for key, said in self._index.items() if key in wanted}
        self._flush()
        with suppress(OSError):
            self._tidy(wanted)
            if self._sound and not crowded:
                append(self._list, b"".join([_line(self._head, key, self._index[key]) for key in self._unlisted]))
            else:
                listed = sorted(item for item in self._index.items() if item[0] not in self._fresh)
                self._save_index(b"".join([self._head, *(_line(self._head, *item) for item in listed)]))
                self._sound = True
            self._unlisted.clear()

    def _flush(self) -> None:
        # A disk that is full or forbidden: then what is left is kept in mind, and parsed once more by the next build.
        self._size = 0
        with suppress(OSError):
            os.makedirs(self._folder, exist_ok=True)
            for key in [*self._fresh]:
                data = self._fresh[key]
                remember(self._path(key), digest_bytes(self._head + data).encode() + b"\n" + data)
                self._unlisted.append(key)
                del self._fresh[key]

    def let_go(self) -> None:
        """Frees what Parsed values are made from once nobody asks for more of them; HTML may still be asked for."""
        self._index.clear()

    def _save_index(self, data: bytes) -> None:
        beside = os.path.join(self._folder, f"index.{os.getpid()}.tmp")
        with in_place_of(self._list, beside):
            remember(beside, data)

    def _tidy(self, wanted: set[str]) -> None:
        """Removes what killed builds left: lists that were never finished, and texts that no list names once they are
        many. Should another build need one of them at this moment, it parses it again."""
        names = os.listdir(self._folder)
        texts = [name for name in names if name.endswith(_TEXT)]
        for name in names:
            if name.startswith("index.") and name.endswith(".tmp"):
                _unlink(os.path.join(self._folder, name))
        if len(texts) > 2 * len(wanted) + 64:
            for name in texts:
                if name.removesuffix(_TEXT) not in self._index:
                    _unlink(os.path.join(self._folder, name))

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, f"{key}{_TEXT}")

    def _load(self) -> bool:
        """Takes in the index; whether all of it is sound, so that lines may be added."""
        try:
            lines = BytesIO(read_regular(self._list))
        except OSError:
            return False
        if lines.readline() != self._head:
            return False
        sound = True
        for line in lines:
            found = _read(self._head, line)
            if found is None:
                sound = False
            else:
                self._index[found[0]] = found[1]
        return sound


def _unlink(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def packed(parsed: Parsed, html: str) -> Packed:
    """A Parsed and its HTML as bytes."""
    said = json.dumps(_row(parsed), ensure_ascii=False, separators=(",", ":"))
    return Packed(said.encode(), f"{parsed.prose}\n{html}".encode())


def unpacked(said: bytes, told: Callable[[], str] = str) -> Parsed:
    """The Parsed that such bytes tell of, its running text fetched by `told`."""
    return _parsed(json.loads(said), told)


def _line(head: bytes, key: str, said: bytes) -> bytes:
    said = b"%b %b" % (key.encode(), said)
    return b"%b %b\n" % (digest_bytes(head + said).encode(), said)


def _read(head: bytes, line: bytes) -> tuple[str, bytes] | None:
    # The head is in the checksum: a build of another version may have begun a new index just before a line was added.
    checksum, _, said = line.partition(b" ")
    if not said.endswith(b"\n") or checksum != digest_bytes(head + said[:-1]).encode():
        return None
    key, _, said = said[:-1].partition(b" ")
    return key.decode("ascii", "replace"), said


def _row(parsed: Parsed) -> list[object]:
    return [
        [[h.level, h.id, h.title] for h in parsed.headings],
        list(parsed.ids),
        [[link.target, link.line, link.column, link.image] for link in parsed.links],
        [[use.number, use.context] for use in parsed.slots],
        parsed.words,
        [[flaw.rule, flaw.line, flaw.column, flaw.args] for flaw in parsed.flaws],
        [[figure.day.isoformat(), figure.line, figure.column] for figure in parsed.figures],
        list(parsed.marks),
        [parsed.stems.headings, parsed.stems.text],
        [[use.key, use.line, use.column, use.dated, use.hedged] for use in parsed.claims],
        *([[one.text, one.line, one.column] for one in found] for found in (parsed.unclaimed, parsed.dials)),
    ]


def _parsed(row: list[object], told: Callable[[], str]) -> Parsed:
    headings, ids, links, slots, words, flaws, figures, marks, stems, claims, loose, dials = row
    return Parsed(
        tuple(Heading(level, intern(i), intern(title)) for level, i, title in headings),  # type: ignore[attr-defined]
        tuple(map(intern, ids)),  # type: ignore[call-overload]
        tuple(Link(intern(target), *rest) for target, *rest in links),  # type: ignore[attr-defined]
        tuple(SlotUse(number, intern(context)) for number, context in slots),  # type: ignore[attr-defined]
        int(words),  # type: ignore[call-overload]
        tuple(Flaw(r, line, c, tuple(map(tuple, args))) for r, line, c, args in flaws),  # type: ignore[attr-defined]
        tuple(Figure(dt.date.fromisoformat(day), *at) for day, *at in figures),  # type: ignore[attr-defined]
        tuple(map(intern, marks)),  # type: ignore[call-overload]
        Stems(*stems),  # type: ignore[misc]
        tuple(ClaimUse(*use) for use in claims),  # type: ignore[attr-defined]
        tuple(Written(*one) for one in loose),  # type: ignore[attr-defined]
        tuple(Written(*one) for one in dials),  # type: ignore[attr-defined]
        told,
    )
