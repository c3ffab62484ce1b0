"""`sitegen accept`: writes down that an office has accepted a document, in content/sites/<id>/acceptance.yaml.

Entries are changed in place and added at the end; all else in the file stays byte for byte. What cannot be changed so
is refused, with the words to write by hand.
"""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.project import Offer
from sitegen.problems import Place, Problem, Refused, Severity, problem
from sitegen.read.acceptance import Acceptance, acceptance_file, parse_acceptances
from sitegen.read.asked import sites_named
from sitegen.read.project import read_project
from sitegen.read.schema import nearest
from sitegen.read.source import LARGEST_YAML, Scalar, parse_yaml, read_bytes, read_text
from sitegen.read.source import Sequence as List
from sitegen.unicode import UNSAFE_IN_LINE
from sitegen.urls import document_name
from sitegen.write.files import write_atomically

_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 .,()/-]*[A-Za-z0-9.)])?")


@dataclass(frozen=True, slots=True)
class Waiting:
    """What an office may decide on; `changed`: it is shown, but is no longer the text that was accepted."""

    offer: Offer
    changed: bool


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was written into which file."""

    file: str
    rows: tuple[Waiting, ...]


def waiting(root: Path, site: str, today: dt.date) -> tuple[Waiting, ...]:
    """What waits for a site's office, and what has changed since it was accepted."""
    return _waiting(root, site, today)[1]


def _waiting(root: Path, site: str, today: dt.date) -> tuple[str, tuple[Waiting, ...]]:
    """The same, with the id of the site as sites.yaml writes it."""
    problems: list[Problem] = []
    project = read_project(root, today, False, problems)
    (found,) = sites_named((site,), project.sites, problems, "SITUS")
    number = project.sites.index(found)
    file = acceptance_file(found.id)
    broken = [p for p in problems if p.place.file == file and p.severity is Severity.ERROR]
    if broken:
        raise Refused(*broken)
    return found.id, tuple(
        Waiting(offer, bool(offer.changed >> number & 1))
        for offer in project.offers
        if (offer.waiting | offer.changed) >> number & 1
    )


def accept(root: Path, site: str, wanted: Iterable[str], by: str, on: dt.date, today: dt.date) -> Accepted:
    """Writes down that `by` accepted the `wanted` documents (none: all that wait) on that day. Raises Refused."""
    if not by.strip() or UNSAFE_IN_LINE.search(by) or len(by) > 500:
        raise Refused(problem("accept-name", Place("--by"), name=by))
    if on > today:
        raise Refused(problem("acceptance-future", Place("--on"), day=on.isoformat(), today=today.isoformat()))
    site, rows = _waiting(root, site, today)
    offers = {one.offer.path: one for one in rows}
    names = tuple(dict.fromkeys(document_name(name) for name in wanted)) or tuple(offers)
    unknown = [name for name in names if name not in offers]
    if unknown:
        raise Refused(*_unknown(site, unknown, tuple(offers)))
    chosen = tuple(offers[name] for name in names)
    file = acceptance_file(site)
    if chosen:
        _write(root, file, chosen, by.strip(), on)
    return Accepted(file, chosen)


def _unknown(site: str, names: list[str], known: tuple[str, ...]) -> Iterator[Problem]:
    for name in names:
        yield problem("accept-document-unknown", Place("accept"), document=name, site=site, near=nearest(name, known))


def _write(root: Path, file: str, rows: tuple[Waiting, ...], by: str, on: dt.date) -> None:
    target = root / file
    there = target.exists() or target.is_symlink()
    problems: list[Problem] = []
    data = read_bytes(root, file, problems, LARGEST_YAML) if there else b""
    text = read_text(root, file, problems, LARGEST_YAML) if there else ""
    if problems or data is None or text is None:
        raise Refused(*problems)
    entries = {one.entry.document: one for one in parse_acceptances(text, file, 0, problems)}
    written = data.decode()
    for row in rows:
        values = {"document": row.offer.path, "digest": row.offer.digest, "by": by, "on": on.isoformat()}
        if row.offer.path in entries:
            changed = _replaced(written, entries[row.offer.path], values)
        else:
            changed = _added(written, text, file, values)
        if changed is None:
            raise Refused(_by_hand(file, values))
        written = changed
    _check(written, file, rows, entries, by, on)
    if not target.parent.resolve().is_relative_to(root.resolve()):
        raise Refused(problem("file-outside", Place(file)))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(problem("file-unreadable", Place(file), reason=error.strerror or "")) from error
    write_atomically(target.resolve(), written.encode())


def _replaced(text: str, entry: Acceptance, values: dict[str, str]) -> str | None:
    """The text with the values of one entry changed where they stand, on their own lines; None if that cannot be."""
    lines = text.split("\n")
    nodes = [(node, values[key.text]) for key, node in entry.node.entries if key.text != "document"]
    for node, value in sorted(nodes, key=lambda pair: pair[0].place, reverse=True):  # the places before it stay true
        if not isinstance(node, Scalar) or node.place.line > len(lines):
            return None
        line = lines[node.place.line - 1]
        column = node.place.column - 1 + (node.place.line == 1 and text.startswith("\ufeff"))
        for quote in ("", "'", '"'):
            old = f"{quote}{node.text}{quote}"
            if node.plain == (quote == "") and line.startswith(old, column):
                lines[node.place.line - 1] = line[:column] + _scalar(value) + line[column + len(old) :]
                break
        else:
            return None
    return "\n".join(lines)


def _added(written: str, text: str, file: str, values: dict[str, str]) -> str:
    """The text with one more entry, indented like those that are there."""
    node = parse_yaml(text, file, [])
    indent = " " * (node.place.column - 1) if isinstance(node, List) else ""
    end = "\r\n" if "\r\n" in written else "\n"
    rows = [f"{'- ' if key == 'document' else '  '}{key}: {_scalar(value)}" for key, value in values.items()]
    gap = end if written and not written.endswith("\n") else ""
    return written + gap + "".join(f"{indent}{row}{end}" for row in rows)


def _check(
    written: str, file: str, rows: tuple[Waiting, ...], before: dict[str, Acceptance], by: str, on: dt.date
) -> None:
    """What was changed says what was meant, and all else what it said before: else nothing is written."""
    problems: list[Problem] = []
    after = parse_acceptances(written.removeprefix("\ufeff").replace("\r\n", "\n"), file, 0, problems)
    said = {(e.entry.document, e.entry.digest, e.entry.by, e.entry.on) for e in after}
    names = {row.offer.path for row in rows}
    meant = {(row.offer.path, row.offer.digest, by, on) for row in rows}
    meant |= {(n, e.entry.digest, e.entry.by, e.entry.on) for n, e in before.items() if n not in names}
    if problems or said != meant:
        offer = rows[0].offer
        values = {"document": offer.path, "digest": offer.digest, "by": by, "on": on.isoformat()}
        raise Refused(_by_hand(file, values))


def _by_hand(file: str, values: dict[str, str]) -> Problem:
    entry = ", ".join(f"{key}: {_scalar(value)}" for key, value in values.items())
    return problem("accept-by-hand", Place(file), entry=f"{{{entry}}}")


def _scalar(value: str) -> str:
    """A value as YAML: as it is where nothing in it could mean something else, in block and flow style alike."""
    plain = re.fullmatch(r"[0-9a-f-]+|[a-z0-9-]+/[a-z0-9-]+", value) or (
        _PLAIN.fullmatch(value) and "," not in value and value != "null"
    )
    return value if plain else json.dumps(value, ensure_ascii=False)
