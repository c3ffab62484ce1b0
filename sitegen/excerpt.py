"""A line of a source as a terminal can show it, with a mark below one column. Reads files only to show them."""

import os
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from sitegen.unicode import UNSAFE_IN_LINE, code_point

LARGEST = 4_000_000
_TAB = 4
_LEAST = 20
_NEAR = 2000  # characters on either side of the column that are looked at: a line may be a whole file


class Sources:
    """The lines of a project's files, for showing. Keeps one file: Problems come by file."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._kept: tuple[str, list[str]] = ("", [])

    def line(self, file: str, number: int) -> str | None:
        """Line `number` (from 1) of `file` (relative to the root), or None if it cannot be had: no regular file below
        the root, larger than `LARGEST`, or shorter by now. Bytes that are not UTF-8 become U+FFFD; never raises."""
        if file != self._kept[0]:
            self._kept = (file, _lines(self._root, file))
        lines = self._kept[1]
        return lines[number - 1] if 0 < number <= len(lines) else None


def _lines(root: Path, file: str) -> list[str]:
    # Not by `read.source`: a build that has nothing to do shows stored Problems too, and loads no reader for that.
    try:
        inside = root.resolve()
        target = (inside / file).resolve(strict=True)
        if not target.is_relative_to(inside):
            return []
        # The path is resolved, so a link that appears only now is refused; a FIFO must not block.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(target, flags)
        try:
            known = os.fstat(handle)
            if not stat.S_ISREG(known.st_mode) or known.st_size > LARGEST:
                return []
            with os.fdopen(handle, "rb", closefd=False) as stream:
                data = stream.read(LARGEST)
        finally:
            os.close(handle)
    except (OSError, RuntimeError, ValueError):  # RuntimeError: a loop of links; ValueError: a NUL in the path
        return []
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as shown, and how many cells lie before its mark: -1 if no mark can be trusted to stand there. `at` is the
    same in characters of the text, for what breaks lines by itself."""

    text: str
    before: int
    at: int


def excerpt(line: str, column: int, width: int) -> Excerpt | None:
    """The part of `line` around `column` (in characters, from 1; 0: no mark) that fits into `width` cells.

    Cells are counted by UAX #11 (wide and fullwidth: two) with nothing for marks that combine. A tab reaches to the
    next fourth cell; controls and bidi controls appear by their number. Terminals turn right-to-left letters round
    each in their own way, so a line that has them gets no mark. None if the line has no such column: the file has
    changed.
    """
    if column > len(line) + 1:
        return None
    first = max(0, column - 1 - _NEAR)
    near = line[first : first + 2 * _NEAR]
    at = column - 1 - first
    cells = _cells(near)
    ends = [0]
    for _, wide in cells:
        ends.append(ends[-1] + wide)
    start, stop = _window(ends, max(at, 0), max(width, _LEAST), open_left=first > 0)
    left = "…" if first or start else ""
    right = "…" if stop < len(cells) or first + len(near) < len(line) else ""
    text = left + "".join(shown for shown, _ in cells[start:stop]) + right
    turned = any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in near[start:stop])
    while start < at < len(cells) and not cells[at][1]:
        at -= 1  # below the letter with which it combines
    if column == 0 or turned:
        return Excerpt(text, -1, -1)
    return Excerpt(text, len(left) + ends[at] - ends[start], len(left) + sum(len(c) for c, _ in cells[start:at]))


def _cells(line: str) -> list[tuple[str, int]]:
    """Each character as shown, and how many cells it takes."""
    cells: list[tuple[str, int]] = []
    used = 0
    for character in line:
        shown, wide = character, 1
        if character == "\t":
            wide = _TAB - used % _TAB
            shown = " " * wide
        elif character < "\x7f" and character >= " ":
            pass
        elif UNSAFE_IN_LINE.match(character):
            shown = code_point(character)
            wide = len(shown)
        elif unicodedata.category(character) in ("Mn", "Me"):
            wide = 0
            if not cells:
                shown, wide = "\u25cc" + character, 1
        elif unicodedata.east_asian_width(character) in ("W", "F"):
            wide = 2
        cells.append((shown, wide))
        used += wide
    return cells


def _window(ends: list[int], at: int, width: int, *, open_left: bool) -> tuple[int, int]:
    """Which characters fit, two cells kept for the signs of a cut: from, to; the one at `at` is among them, and a mark
    that combines is not cut from its letter."""
    last = len(ends) - 1
    start = 0
    if ends[last] > width - 2 or open_left:
        while ends[min(at + 1, last)] - ends[start] > (width - 2) * 2 // 3 and start < at:
            start += 1
        while 0 < start < at and ends[start + 1] == ends[start]:
            start += 1
    stop = last if ends[last] - ends[start] <= width - 2 else start
    while stop < last and ends[stop + 1] - ends[start] <= width - 2:
        stop += 1
    return start, stop
