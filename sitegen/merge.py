"""Merging three ways: what two people made of one text. The only file that names merge3."""

import unicodedata
from dataclasses import dataclass

from merge3 import Merge3


@dataclass(frozen=True, slots=True)
class Merged:
    """The lines of both, and how many conflicts stand between markers in them."""

    lines: tuple[str, ...]
    conflicts: int


def merge(base: list[str], own: list[str], other: list[str], own_name: str, other_name: str) -> Merged:
    """What `own` and `other` both made of `base`; where they disagree, both stand between conflict markers.

    Blanks at line ends and the way in which accents are encoded do not count as differences.
    """
    sides = [[unicodedata.normalize("NFC", line).rstrip() for line in side] for side in (base, own, other)]
    # An unchanged line is given as our own file has it: two blanks at its end are a line break of Markdown.
    written = {**dict(zip(sides[2], other, strict=True)), **dict(zip(sides[1], own, strict=True))}
    work = Merge3(sides[0], sides[1], sides[2])
    lines: list[str] = []
    conflicts = 0
    for region in work.reprocess_merge_regions(work.merge_regions()):
        kind, *at = region
        if kind == "conflict":
            _, _, own_start, own_end, start, end = (int(n or 0) for n in at)
            lines += [f"<<<<<<< {own_name}", *own[own_start:own_end], "======="]
            lines += [*other[start:end], f">>>>>>> {other_name}"]
            conflicts += 1
            continue
        start, end = (int(n or 0) for n in at)
        if kind == "unchanged":
            lines += [written.get(line, line) for line in sides[0][start:end]]
        else:
            lines += (other if kind == "b" else own)[start:end]
    return Merged(tuple(lines), conflicts)
