"""What an override says of itself: its mode, its section, and the digests of the text that it was written against."""

import re

from sitegen.problems import Place, Problem, problem
from sitegen.read.source import Mapping, Node, Scalar, Sequence
from sitegen.values import Frozen

BEFORE, AFTER, FIELDS, SECTION, REPLACE = MODES = ("before", "after", "fields", "section", "replace")
NOTES = (BEFORE, AFTER)

_DIGEST = re.compile(r"[0-9a-f]{16}")
_MARKER = re.compile(r"<{7}(?: |$)|={7}$|>{7}(?: |$)")


class Override(Frozen, array_like=True):
    """How a file changes the document below it. Mode "" adds a document; `bases` are digests of what it masked.

    There is more than one base where a group's override lies above different texts on different sites.
    """

    mode: str
    place: Place
    section: str
    section_place: Place
    bases: tuple[str, ...]
    base_place: Place


def take_override(front: Mapping, file: str, problems: list[Problem]) -> tuple[Override, Mapping] | None:
    """The override in a front matter and the keys that remain; None, with a Problem, if it cannot be understood."""
    found = {key.text: (key, value) for key, value in front.entries}
    start = Place(file, 1, 1)
    if "override" not in found:
        return Override("", start, "", start, (), start), front
    key, value = found["override"]
    mode = value.text.strip() if isinstance(value, Scalar) else "?"
    if mode not in MODES:
        problems.append(problem("override-mode", value.place, mode=mode, modes=", ".join(MODES)))
        return None
    own = ["override", "base"]
    section, section_place = "", key.place
    if mode == SECTION:
        own.append("section")
        named = found["section"][1] if "section" in found else None
        section = named.text.strip().removeprefix("#") if isinstance(named, Scalar) else ""
        if not section:
            problems.append(problem("override-section-missing", named.place if named else value.place))
            return None
        section_place = named.place if named else key.place
    base = found["base"][1] if "base" in found else None
    rest = Mapping(tuple(entry for entry in front.entries if entry[0].text not in own), front.place)
    base_place = base.place if base else key.place
    return Override(mode, key.place, section, section_place, _digests(base), base_place), rest


def _digests(node: Node | None) -> tuple[str, ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    texts = [item.text.strip() for item in items if isinstance(item, Scalar)]
    return tuple(text for text in texts if _DIGEST.fullmatch(text))


def conflict_markers(body: str, file: str, first_line: int) -> list[Problem]:
    """Each place where a merge left both versions for a person to choose from; one Problem for each conflict."""
    found: list[Problem] = []
    inside = False
    for number, line in enumerate(body.split("\n"), first_line):
        if line[:7] not in ("<<<<<<<", "=======", ">>>>>>>") or not _MARKER.match(line.rstrip()):
            continue
        if not inside or line[0] == "<":
            found.append(problem("conflict-marker", Place(file, number, 1), mark=line[:7]))
        inside = line[0] != ">"
    return found
