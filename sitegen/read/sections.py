"""Sections of a body that is still text: which headings there are, under which ids, and how far each one reaches."""

import html
import re
from collections.abc import Iterator

from sitegen.slugs import slug, unused
from sitegen.values import Frozen

FENCE = re.compile(r"^:::(?!:)[ \t]*(.*?)[ \t]*$")

_HASHES = re.compile(r"(#{1,6})((?:\\.|[^\\])*?)#*$")
_RULER = re.compile(r"-+ *")
_ATTRIBUTES = re.compile(r"[ ]+\{:?[ ]*([^}\n ][^\n]*)\}[ ]*$")
_ID = re.compile(r"(?:^| )(?:#|id=[\"']?)([^ =}\"']+)")
_IDS = re.compile(r"\{:?[ ]*[^{}\n]*?#([^ =}]+)[^{}\n]*\}")

# What Markdown makes of the words of a heading, as far as it changes their letters.
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\{\{.*?\}\}"), ""),
    (re.compile(r"\[\^[^\]\s]+\]"), ""),
    (re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])"), ""),
    (re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:|[\w.+-]+@)[^\s<>]*)>"), r"\1"),
    (re.compile(r"(?<![\w\\])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()>#+.!-])"), r"\1"),
)


class Heading(Frozen):
    """A heading at the margin: its first line (from 0), the line after it, its level and its id."""

    start: int
    end: int
    level: int
    id: str


def headings(lines: list[str]) -> list[Heading]:
    """The headings of a body with the ids that its page will have.

    Headings inside lists, quotations and notes are no sections and are passed over.
    """
    found = list(_found(lines))
    taken = {name for line in lines if "{" in line for name in _IDS.findall(line)}
    result = []
    for start, end, level, words in found:
        attributes = _ATTRIBUTES.search(words)
        given = _ID.findall(attributes[1]) if attributes else []
        name = given[-1] if given else unused(slug(_plain(_ATTRIBUTES.sub("", words))), taken)
        result.append(Heading(start, end, level, name))
    return result


def section_of(lines: list[str], ident: str) -> tuple[Heading | None, int]:
    """The heading with this id, and the line after its section; None if there is none."""
    known = headings(lines)
    heading = next((h for h in known if h.id == ident), None)
    return heading, _reach(lines, heading, known) if heading else 0


def _reach(lines: list[str], of: Heading, all_of: list[Heading]) -> int:
    """The line after the last one that stands below a heading: up to the next heading of its level or a higher one.

    A block (`::: only`) that began above the heading ends its section; one that reaches beyond it is left out.
    """
    end = next((h.start for h in all_of if h.start > of.start and h.level <= of.level), len(lines))
    opened = -1
    for position in range(of.end, end):
        fence = FENCE.match(lines[position])
        if fence and fence[1]:
            opened = position
        elif fence and opened < 0:
            return position
        elif fence:
            opened = -1
    return end if opened < 0 else opened


def _found(lines: list[str]) -> Iterator[tuple[int, int, int, str]]:
    fresh = True  # whether a block begins here: only its first line can be underlined
    position = 0
    while position < len(lines):
        line = lines[position]
        hashes = _HASHES.match(line) if line.startswith("#") else None
        if hashes:
            yield position, position + 1, len(hashes[1]), hashes[2].strip()
            fresh = True
        elif (
            fresh
            and line.strip()
            and not FENCE.match(line)
            and position + 1 < len(lines)
            and _RULER.fullmatch(lines[position + 1])
        ):
            if not line.startswith(("    ", "\t")):
                yield position, position + 2, 2, line.strip()
            position += 1
        else:
            fresh = not line.strip() or FENCE.match(line) is not None
        position += 1


def _plain(words: str) -> str:
    for pattern, kept in _INLINE:
        words = pattern.sub(kept, words)
    return html.unescape(words)
