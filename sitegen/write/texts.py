"""What Texts show, between builds, by the digest of what they are made from. Losing it costs time, never truth."""

import os
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import partial
from typing import Any

from sitegen.digest import digest, digest_bytes
from sitegen.model.document import Text
from sitegen.model.parsed import Packed, Parsed
from sitegen.values import decoder, encoded, replace
from sitegen.write.files import read_regular, remember

_HEAD = "sitegen-texts 6"
_TEXT = ".html"
_AT_ONCE = 1 << 20
_parsed = decoder(Parsed)


class TextStore:
    """A folder with a file for each Text: its running text and its HTML.

    `maker` is the digest of what made them (generator and library versions). Files carry their own checksum; what
    cannot be read is missing, never an error: such a Text is parsed `anew`.
    """

    def __init__(self, folder: str, maker: str, anew: Callable[[Text], Packed], *, write: bool = True) -> None:
        self._folder, self._anew, self._write = folder, anew, write
        self._head = f"{_HEAD} {digest(maker)}\n".encode()
        self._fresh: dict[str, bytes] = {}  # a slot in a str would take two bytes for every letter of it
        self._size = 0
        self._equal: dict[object, Any] = {}

    def of(self, text: Text, parsed: Parsed) -> Parsed:
        """What a Text was parsed to, with its running text. Texts have many headings and slots in common, above all
        those of one document: of equal ones there is one."""
        equal = self._equal.setdefault
        return replace(
            parsed,
            headings=tuple([equal(heading, heading) for heading in parsed.headings]),
            slots=equal(parsed.slots, parsed.slots),
            names=equal(parsed.names, parsed.names),
            told=partial(self._prose, text),
        )

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

    def add(self, key: str, shown: bytes) -> None:
        """Takes in what a Text shows that was just parsed, by its key; the files of many are not kept in memory."""
        self._fresh[key] = shown
        self._size += len(shown)
        if self._write and self._size > _AT_ONCE:
            self._flush()

    def save(self, used: Collection[str]) -> None:
        """Writes what is new, if that can be done. Once more than half of the files is of Texts that are not in use,
        those go: should another build need one of them at this moment, it parses it again."""
        self._equal.clear()
        if not (self._write and self._fresh):
            return
        self._flush()
        with suppress(OSError):
            names = [name for name in os.listdir(self._folder) if name.endswith(_TEXT)]
            if len(names) > 2 * len(used) + 64:
                for name in names:
                    if name.removesuffix(_TEXT) not in used:
                        with suppress(OSError):
                            os.unlink(os.path.join(self._folder, name))

    def _flush(self) -> None:
        # A disk that is full or forbidden: then what is left is kept in mind, and parsed once more if it is asked for.
        self._size = 0
        with suppress(OSError):
            os.makedirs(self._folder, exist_ok=True)
            for key in [*self._fresh]:
                data = self._fresh[key]
                remember(self._path(key), digest_bytes(self._head + data).encode() + b"\n" + data)
                del self._fresh[key]

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, f"{key}{_TEXT}")


def packed(parsed: Parsed, html: str) -> Packed:
    """A Parsed and its HTML as bytes."""
    return Packed(encoded(replace(parsed, told=None)), f"{parsed.prose}\n{html}".encode())


def unpacked(packed: Packed) -> Parsed:
    """The Parsed in such bytes, without its running text."""
    found: Parsed = _parsed(packed.said)
    return found
