"""Ids of headings: made by the parser, and asked for by overrides before anything is parsed. One rule for both."""

import re
import unicodedata

# Ids that pages use themselves, besides those that begin with "_", which no slug can.
RESERVED_IDS = frozenset({"isi", "m"})
SLOT = re.compile("\ue000(\\d+)\ue001")

_COUNTED = re.compile(r"(.*)_([0-9]+)")


def slug(value: str, separator: str = "-") -> str:
    """The id of a heading that says `value`: as the toc extension of Python-Markdown makes it, never empty."""
    plain = unicodedata.normalize("NFKD", SLOT.sub("", value)).encode("ascii", "ignore").decode("ascii")
    words = re.sub(r"[^\w\s-]", "", plain).strip().lower()
    name = re.sub(rf"[{separator}\s]+", separator, words) or "bagian"
    return f"{name}{separator}2" if name in RESERVED_IDS else name


def unused(name: str, taken: set[str]) -> str:
    """`name`, with the number that the toc extension gives to an id that is taken; it is taken from now on."""
    if name in taken:
        found = _COUNTED.fullmatch(name)
        stem, count = (found[1], int(found[2])) if found else (name, 0)
        while name in taken:
            count += 1
            name = f"{stem}_{count}"
    taken.add(name)
    return name
