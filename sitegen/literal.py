"""What Markdown leaves as it is written: code. One rule for all who look at bodies before Markdown does."""

import re
from collections.abc import Sequence

CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
# What follows these, indented, is their text and no code.
_CONTAINER = re.compile(r" {0,3}(!!! |[-*+] |\d+\. |\[\^[^\]]+\]:|: )")
_SIGN = re.compile(r"[\\`*_{}\[\]<>#+!|&\"~^:=$@]")


def plain(words: str) -> str:
    """Words that Markdown shows as they are: its signs as character references (CommonMark, 6.2)."""
    return _SIGN.sub(lambda found: f"&#{ord(found[0])};", words)


def without_code(line: str) -> str:
    """A line with blanks in place of its code spans, as long as before."""
    return CODE_SPAN.sub(lambda found: " " * len(found[0]), line) if "`" in line else line


def code_lines(lines: Sequence[str]) -> set[int]:
    """Which lines (from 0) are code because they are indented, unless a list, a note or a footnote holds them."""
    found: set[int] = set()
    holds = False
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        indented = line.startswith(("    ", "\t"))
        holds = holds if indented else _CONTAINER.match(line) is not None
        if indented and (not holds or line.startswith(" " * 8)):
            found.add(number)
    return found
