"""What offices have accepted: content/sites/<id>/acceptance.yaml, a list of documents with the digest of their text."""

import datetime as dt
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from sitegen.model.scalars import TextDigest
from sitegen.model.site import Site
from sitegen.problems import Place, Problem, problem
from sitegen.read import source
from sitegen.read.documents import SourceDocument
from sitegen.read.schema import convert, nearest
from sitegen.read.source import LARGEST_YAML, Mapping, Scalar, get, parse_yaml, read_text
from sitegen.values import Frozen


class Entry(Frozen):
    """One entry of the file: which document (`artikel/slug`), the digest of its text, who accepted it, when."""

    document: str
    digest: TextDigest
    by: str
    on: dt.date


class Acceptance(Frozen):
    """An entry with its site (a number), the mapping that it was read from, and where its digest stands."""

    site: int
    entry: Entry
    node: Mapping
    place: Place


def acceptance_file(site: str) -> str:
    """Where a site's acceptances lie."""
    return f"content/sites/{site}/acceptance.yaml"


def read_acceptances(
    root: Path, sites: Sequence[Site], documents: Iterable[SourceDocument], today: dt.date, problems: list[Problem]
) -> tuple[Acceptance, ...]:
    """What all offices have accepted, checked."""
    known = tuple(sorted({document.path for document in documents}))
    broken = tuple({one.place.file for one in problems})
    found: list[Acceptance] = []
    for number, site in enumerate(sites):
        file = acceptance_file(site.id)
        if os.path.lexists(f"{root}/{file}"):
            text = read_text(root, file, problems, LARGEST_YAML)
            for one in parse_acceptances(text or "", file, number, problems):
                if one.entry.on > today:
                    day = one.entry.on.isoformat()
                    problems.append(problem("acceptance-future", _at(one, "on"), day=day, today=today.isoformat()))
                if one.entry.document in known:
                    found.append(one)
                elif not any(name.endswith(f"/{one.entry.document}.md") for name in broken):
                    near = nearest(one.entry.document, known)
                    place = _at(one, "document")
                    problems.append(problem("acceptance-unknown", place, document=one.entry.document, near=near))
    return tuple(found)


def parse_acceptances(text: str, file: str, site: int, problems: list[Problem]) -> list[Acceptance]:
    """The entries of one file; a document that stands there twice is a Problem."""
    node = parse_yaml(text, file, problems)
    if node is None or (isinstance(node, Scalar) and node.empty):
        return []
    rows = convert(node, source.Sequence, problems, path="acceptance")
    found: dict[str, Acceptance] = {}
    for item in rows.items if rows else ():
        entry = convert(item, Entry, problems)
        if entry is None or not isinstance(item, Mapping):
            continue
        digest = get(item, "digest")
        one = Acceptance(site, entry, item, digest.place if digest else item.place)
        first = found.setdefault(entry.document, one)
        if first is not one:
            others = (_at(first, "document"),)
            problems.append(problem("acceptance-twice", _at(one, "document"), others=others, document=entry.document))
    return [*found.values()]


def _at(one: Acceptance, key: str) -> Place:
    node = get(one.node, key)
    return node.place if node else one.node.place
