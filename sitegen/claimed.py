"""The mark `{klaim kunci}` or `{klaim kunci, kunci}` in bodies: on which claims of content/claims.yaml they rest.

Readers never see one: it is taken out, with the blanks before it, when layers are composed. In code it stays as it is.
"""

import re
from collections.abc import Iterator

from sitegen.literal import without_code
from sitegen.values import Frozen

_HINT = re.compile(r"\{[ \t]*klaim(?![\w-])", re.IGNORECASE)
_MARK = re.compile(r"\{[ \t]*klaim(?![\w-])[ \t:]*([^{}\n]*)\}", re.IGNORECASE)


class Taken(Frozen):
    """A mark that was taken out of a line: the keys in it, where it stood in the line as written (`offset`), where in
    what is left (`at`), how many characters are gone. `whole` says that nothing else stood in the line."""

    keys: tuple[str, ...]
    offset: int
    at: int
    width: int
    whole: bool = False


def hinted(text: str) -> bool:
    """Whether a text may hold marks at all: most do not, and are left alone."""
    return "{" in text and _HINT.search(text) is not None


def left_over(line: str) -> Iterator[int]:
    """Where a line without its marks still has the beginning of one: it is not closed."""
    return (found.start() for found in _HINT.finditer(without_code(line)))


def take(line: str) -> tuple[str, tuple[Taken, ...]]:
    """A line without its marks, and the marks in their order. Those in code spans stay."""
    found = list(_MARK.finditer(without_code(line))) if hinted(line) else []
    if not found:
        return line, ()
    kept, last, taken = "", 0, []
    for mark in found:
        before = line[last : mark.start()]
        start, end = mark.start(), mark.end()
        if (kept + before).strip(" \t>"):
            before = before.rstrip(" \t")
            start = last + len(before)
        else:  # at the beginning of a line blanks may be its indentation
            end += len(line[end:]) - len(line[end:].lstrip(" \t"))
        kept += before
        keys = tuple(key.strip() for key in mark[1].split(",")) if mark[1].strip() else ()
        taken.append(Taken(keys, mark.start(), len(kept), end - start))
        last = end
    kept += line[last:]
    if not kept.strip():
        return "", tuple(Taken(one.keys, one.offset, 0, 0, whole=True) for one in taken)
    return kept, tuple(taken)


def unmarked(text: str) -> str:
    """A text without its marks, as digests of content see it: which claims a text names is not what it says."""
    if not hinted(text):
        return text
    lines = ((line, *take(line)) for line in text.split("\n"))
    return "\n".join(left for line, left, taken in lines if left or not taken)
