"""What an override masks, as one canonical text: the only thing that its digest is made of.

The overridden keys as `key: value` lines, a line `---`, then the masked body, all in the form of `unicode.canonical`.
"""

from collections.abc import Iterator

from sitegen.claimed import unmarked
from sitegen.digest import digest_bytes
from sitegen.problems import Place, Problem, problem
from sitegen.read.compose import Line, layered
from sitegen.read.documents import SourceDocument
from sitegen.read.override import FIELDS, REPLACE, SECTION
from sitegen.read.schema import nearest
from sitegen.read.sections import Heading, headings, section_of
from sitegen.read.source import Mapping, Node, Scalar, Sequence, get
from sitegen.read.stacks import Stack, merged_front
from sitegen.unicode import canonical
from sitegen.values import Frozen

DIVIDER = "---"
# A translation says for itself which text it translates, and grows old by a check of its own.
_UNMASKED = frozenset({"translates"})


class Masked(Frozen):
    """What `document` masks of the layers below it: `text` is canonical, "" if it masks nothing.

    `lines` are the masked lines of the body as they were written; `fields` says where each masked key stands.
    """

    document: SourceDocument
    text: str
    digest: str
    lines: tuple[Line, ...]
    fields: tuple[tuple[str, Place], ...]
    place: Place


def digest_of(text: str) -> str:
    """The name of a canonical text. Marks of claims do not count: they change the sources of a page, not what it says,
    so no override has to be looked at again for them. The base texts keep them, so that `rebase` merges them too."""
    return digest_bytes(canonical(unmarked(text)).encode())[:16]


def parts(text: str) -> tuple[list[str], list[str]]:
    """The lines of keys and the lines of the body of a canonical text."""
    lines = text.split("\n")
    at = lines.index(DIVIDER) if DIVIDER in lines else len(lines)
    return lines[:at], lines[at + 1 :]


def masks(stack: Stack, titles: dict[str, str], problems: list[Problem]) -> Iterator[Masked]:
    """What each override of a stack masks. An override that fits nothing below it is a Problem instead."""
    for number, document in enumerate(stack):
        if document.mode:
            found = _masked(document, stack[:number], titles, problems)
            if found:
                yield found


def _masked(document: SourceDocument, lower: Stack, titles: dict[str, str], problems: list[Problem]) -> Masked | None:
    front = merged_front(lower)
    fields: list[tuple[str, Place]] = []
    says: list[str] = []
    for key in sorted({key.text for key, _ in document.front.entries} - _UNMASKED):
        value = get(front, key)
        if value is not None:
            fields.append((key, value.place))
            says += _said(key, value)
    lines: list[Line] = []
    place = fields[0][1] if fields else Place(lower[0].file, lower[0].line, 1)
    if document.mode in (SECTION, REPLACE):
        lines = layered(lower, titles)
        head = next((line for line in lines if line.text.strip()), None)
        place = Place(head.file, head.number, 1) if head else place
        if document.mode == SECTION:
            heading, end = section_of([line.text for line in lines], document.override.section)
            if heading is None:
                problems.append(_orphan(document, lower, lines))
                return None
            place = Place(lines[heading.start].file, lines[heading.start].number, 1)
            lines = lines[heading.end : end]
            problems += _intruders(document, heading)
    elif document.mode == FIELDS and document.body.strip():
        before = document.body[: len(document.body) - len(document.body.lstrip())].count("\n")
        problems.append(problem("override-fields-body", Place(document.file, document.line + before, 1)))
    body = canonical("\n".join(line.text for line in lines))
    if not (says or body):
        return Masked(document, "", "", tuple(lines), (), place)
    text = canonical("\n".join((*says, DIVIDER, *body.split("\n"))))
    return Masked(document, text, digest_of(text), tuple(lines), tuple(fields), place)


def _orphan(document: SourceDocument, lower: Stack, lines: list[Line]) -> Problem:
    override = document.override
    known = tuple(h.id for h in headings([line.text for line in lines]))
    others = tuple(Place(one.file) for one in lower)
    near = nearest(override.section, known)
    return problem("override-orphan", override.section_place, others=others, section=override.section, near=near)


def _intruders(document: SourceDocument, heading: Heading) -> list[Problem]:
    """Headings in a section's text that would end the section."""
    own = headings(document.body.split("\n"))
    return [
        problem(
            "override-section-heading",
            Place(document.file, document.line + h.start, 1),
            section=document.override.section,
            marks="#" * (heading.level + 1),
        )
        for h in own
        if h.level <= heading.level
    ]


def _said(key: str, node: Node) -> list[str]:
    """A value as lines `key: value`, parts of it below each other, so that a diff shows what has changed."""
    if isinstance(node, Scalar):
        return [f"{key}: {node.text}".replace("\r", "").replace("\n", "\\n")]
    said: list[str] = []
    if isinstance(node, Sequence):
        for number, item in enumerate(node.items, 1):
            said += _said(f"{key}.{number}", item)
    elif isinstance(node, Mapping):
        for name, value in node.entries:
            said += _said(f"{key}.{name.text}", value)
    return said or [f"{key}:"]
