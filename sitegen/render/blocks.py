"""The blocks of a text as its author sees them, before Markdown: paragraphs, lists, tables, boxes, and their sections.

Each line stands in its block without markup: what readers do not see is blank, so that every offset stays right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from sitegen.literal import code_lines, without_code
from sitegen.slugs import SLOT

_HEADING = re.compile(r" {0,3}(#{2,6})[ \t]")
_BOX = re.compile(r'!!! [^"]*')
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_DEFINITION = re.compile(r" {0,3}(?:\*?\[[^\]]+\]:|: )")
_TARGET = re.compile(r"!?\[(?=[^\]\n]*\]\()|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\]\n]*\]")
_UNSEEN = re.compile(r"\[\^[^\]\s]+\]:?|<[^<>\s]+>|\{[^{}\n]*\}|(?:https?://|www\.)\S+")
_SIGNS = "*_`#>\\[]"
_DIGIT = re.compile(r"\d")
_RULER = re.compile(r"\s*\|?[-: |]+\|?")
# A list or table below such a line belongs to it.
_INTRODUCES = re.compile(r":\s*$")

Kind = Literal["heading", "paragraph", "list", "table", "box", "definition"]


@dataclass(slots=True)
class Block:
    """Lines that belong together: their numbers in the text (from 1), as written, and as readers see them (`bare`).
    `section` counts the headings of level two above it; `said` is what readers see of it, line by line, and `digits`
    says whether a digit is in that."""

    kind: Kind
    section: int
    numbers: list[int] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    said: str = ""
    digits: bool = False

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1) of an offset in `said`."""
        before = self.said[:offset]
        return self.numbers[before.count("\n")], offset - before.rfind("\n")

    def pieces(self) -> Iterator[tuple[int, str]]:
        """Its running texts with their offsets in `said`: items of lists and cells of tables each by themselves."""
        piece, start, at = "", 0, 0
        for number, (line, text) in enumerate(zip(self.lines, self.bare, strict=True)):
            row = _is_row(line)
            if number and (row or _ITEM.match(line) or _DEFINITION.match(line) or self.lines[0].startswith("!!! ")):
                yield start, piece
                piece, start = "", at
            if row:
                for cell in text.split("|"):
                    yield start, cell
                    start += len(cell) + 1
            else:
                piece += f"{text}\n"
            at += len(text) + 1
        yield start, piece


def blocks(source: str) -> list[Block]:
    """The blocks of a composed text, without code."""
    lines = source.split("\n")
    code = code_lines(lines)
    found: list[Block] = []
    section = 0
    gap = True
    for number, line in enumerate(lines):
        if not line.strip() or number in code:
            gap = True
            continue
        last = found[-1] if found else None
        kind = _kind(line)
        heading = _HEADING.match(line) if "#" in line else None
        if heading:
            section += len(heading[1]) == 2
            found.append(Block("heading", section))
        elif line.startswith("!!! "):
            found.append(Block("box", section))
        elif last is None or not _continues(last, line, kind, gap):
            found.append(Block(kind, section))
        elif last.kind == "paragraph":
            last.kind = kind
        found[-1].numbers.append(number + 1)
        found[-1].lines.append(line)
        found[-1].bare.append(bare(line))
        gap = False
    for block in found:
        block.said = "\n".join(block.bare)
        block.digits = _DIGIT.search(block.said) is not None
    return found


def _continues(last: Block, line: str, kind: Kind, gap: bool) -> bool:
    """Whether a line goes on with the block above it, after a blank line or not."""
    indented = line.startswith(("    ", "\t"))
    if last.kind in ("heading",) or kind == "definition":
        return False
    if last.kind == "box":
        return indented
    if last.kind in ("list", "definition") and indented:
        return True
    if kind in ("list", "table"):
        return last.kind == kind or (last.kind == "paragraph" and bool(_INTRODUCES.search(last.bare[-1])))
    return not gap


def _kind(line: str) -> Kind:
    if line[0].isalpha():  # most lines; all else begins with a sign, a digit or a blank
        return "paragraph"
    if _DEFINITION.match(line):
        return "definition"
    return "list" if _ITEM.match(line) else "table" if _is_row(line) else "paragraph"


def _is_row(line: str) -> bool:
    return line.lstrip().startswith("|")


# The texts of one document come one after the other, and have most lines in common.
@lru_cache(maxsize=256)
def bare(line: str) -> str:
    """A line as readers see it, as long as before: no code, no addresses, nothing in braces, no signs of Markdown. A
    fact is a row of `x`."""
    text = without_code(line)
    if "\ue000" in text:
        text = SLOT.sub(lambda found: "x" * len(found[0]), text)
    if not line[:1].isalpha():
        if line.lstrip().startswith("*["):
            return " " * len(line)  # what an abbreviation means is shown on demand only
        if text.startswith("!!! "):
            text = _BOX.sub(_blank, text)
        found = _ITEM.match(text)
        if found:
            text = _blank(found) + text[found.end() :]
        elif _RULER.fullmatch(text):
            return " " * len(text)
    if "]" in text:
        text = _TARGET.sub(_blank, text)
    if "[^" in text or "<" in text or "{" in text or "http" in text or "www." in text:
        text = _UNSEEN.sub(_blank, text)
    for sign in _SIGNS:
        text = text.replace(sign, " ")
    return text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
