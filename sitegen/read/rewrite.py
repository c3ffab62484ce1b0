"""An override's file with another base or body: all other lines, and its line ends, stay as they were."""

import re

from sitegen.problems import Problem
from sitegen.read.documents import SourceDocument
from sitegen.read.override import take_override
from sitegen.read.source import split_front_matter

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BASE = re.compile(r"""(?:base|"base"|'base')\s*:""")


def listed(bases: tuple[str, ...]) -> str:
    """The value of `base:`; in quotes, since a digest may look like a number to other programs."""
    quoted = [f'"{base}"' for base in bases]
    return quoted[0] if len(quoted) == 1 else f"[{', '.join(quoted)}]"


def rewritten(text: str, document: SourceDocument, bases: tuple[str, ...], body: str | None) -> tuple[str, int] | None:
    """`text` (of the file of `document`) with these bases, and the line on which its body begins now.

    None if the front matter is written in a way that cannot be edited line by line.
    """
    lines = _LINE.findall(text)
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    close = document.line - 2
    front, rest = _without_base(lines[1:close]), lines[close + 1 :]
    after = next((n for n, line in enumerate(front, 1) if line.startswith("section:")), 0) or next(
        (n for n, line in enumerate(front, 1) if line.startswith("override:")), 0
    )
    front[after:after] = [f"base: {listed(bases)}{newline}"]
    tail = "".join(rest) if body is None else body.replace("\n", newline)
    result = "".join([lines[0], *front, lines[close], tail])
    problems: list[Problem] = []
    node, read, line = split_front_matter(result.replace("\r\n", "\n").replace("\r", "\n"), document.file, problems)
    taken = take_override(node, document.file, problems) if node else None
    wanted = document.body if body is None else body
    same = taken is not None and (taken[0].bases, taken[0].mode) == (bases, document.mode)
    return (result, line) if same and not problems and read == wanted else None


def _without_base(front: list[str]) -> list[str]:
    """The lines of a front matter without the key `base` and what belongs to it."""
    kept: list[str] = []
    inside = False
    for line in front:
        inside = bool(_BASE.match(line)) or (inside and (line.startswith((" ", "-")) or not line.strip()))
        if not inside:
            kept.append(line)
    return kept
