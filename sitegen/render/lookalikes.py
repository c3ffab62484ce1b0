"""Lists and tables that only look like some: Markdown makes a paragraph of them, and readers see their signs."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sitegen.model.parsed import Flaw
from sitegen.render.blocks import Block

_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,2}\.) +\S")
# Signs of a list that Markdown does not know: bullets and hard blanks of Word, `1)`, `-like this`.
_UNKNOWN = re.compile(
    r"\s*(?:[•●▪■◦‣·○]\s*\S|[-*+]\u00a0|\d{1,2}\.\u00a0|\d{1,2}\)\s|[-+](?=[^\W\d_])|\d{1,2}\.(?=[^\W\d_]))"
)
_ROW = re.compile(r"\s*\|.*\|\s*")
_RULER = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*")


def lookalikes(parts: list[Block]) -> Iterator[Flaw]:
    """Where a list begins that has a sign of another kind, or no empty line above it; where a table begins that has no
    empty line above it, or no row of hyphens below its first one. Each once."""
    lines = [(*line, part.kind) for part in parts for line in zip(part.numbers, part.lines, strict=True)]
    above, listed = "start", False
    for (before, _, _), (number, line, kind), (_, below, _) in _threes(lines):
        if kind == "heading" or line.startswith("!!! "):
            above, listed = "start", False
            continue
        touches = number == before + 1 and above != "start"
        if line[0].isalpha():
            above, listed = "text", listed and touches
        elif _ROW.fullmatch(line):
            if not (touches and above == "row") and (touches or not _RULER.fullmatch(below)):
                yield _flaw("table-as-text", number, line)
            above = "row"
        elif _UNKNOWN.match(line) or (_ITEM.match(line) and touches and not listed):
            if not (touches and above == "unmade"):
                yield _flaw("list-as-text", number, line)
            above = "unmade"
        elif _ITEM.match(line):
            above, listed = "item", True
        else:
            listed = listed and (touches or line.startswith(("  ", "\t")))
            above = "text"


def _threes(lines: Sequence[tuple[int, str, str]]) -> Iterator[tuple[tuple[int, str, str], ...]]:
    """Each line between the one before it and the one after it."""
    edge = (-1, "", "")
    for (before, here), (_, after) in pairwise(pairwise([edge, *lines, edge])):
        yield before, here, after


def _flaw(rule: str, number: int, line: str) -> Flaw:
    return Flaw(rule, number, len(line) - len(line.lstrip()) + 1)
