"""The facilities of a site: content/sites/<id>/facilities.csv, a row each, or facilities.yaml, a list of the same keys.

CSV (RFC 4180) as spreadsheets write it: also with semicolons, a byte order mark and empty cells after the last. A cell
is text and nothing else, so that what a spreadsheet would take for a formula is only shown.
"""

import csv
import datetime as dt
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sitegen.model.facility import Directory, Facility
from sitegen.model.scalars import Slug
from sitegen.model.site import Site
from sitegen.official import officials
from sitegen.problems import Place, Problem, listed, problem
from sitegen.read import source
from sitegen.read.governance import CONTACT_DAYS, contact_due
from sitegen.read.schema import convert, unknown_key
from sitegen.read.source import LARGEST_YAML, Mapping, Node, Scalar, get, parse_yaml, read_text, scalars
from sitegen.slugs import slug
from sitegen.values import fields, replace

_FILES = ("facilities.csv", "facilities.yaml")
_COLUMNS = tuple(one.name for one in fields(Facility))
_REQUIRED = tuple(one.name for one in fields(Facility) if one.required)
_LISTS = ("services",)
_BETWEEN = ";"


def read_directories(
    root: Path, sites: Sequence[Site], today: dt.date, problems: list[Problem]
) -> tuple[Directory, ...]:
    """The facilities of all sites that list some, checked as of `today`; a page of a kecamatan has no directory."""
    found = []
    missing = []
    for site in sites:
        folder = f"content/sites/{site.id}"
        present = [f"{folder}/{name}" for name in _FILES if os.path.lexists(f"{root}/{folder}/{name}")]
        if site.area is not None:
            problems += [problem("facilities-one-page", Place(file)) for file in present]
        elif len(present) > 1:
            problems.append(problem("facilities-twice", Place(present[1]), others=(Place(present[0]),)))
        elif not present:
            missing.append(site.id)
        else:
            directory = _directory(root, present[0], site, today, problems)
            if directory is not None and directory.facilities:
                found.append(directory)
            elif directory is not None:
                missing.append(site.id)
    if missing:
        problems.append(problem("facilities-missing", Place("content/sites"), sites=tuple(missing)))
    return tuple(found)


def facility_turns(directories: Iterable[Directory], today: dt.date) -> Iterator[dt.date]:
    """The days to come on which what is known of a facility becomes old."""
    days = {one.verified for directory in directories for one in directory.facilities if one.verified}
    yield from (due for due in map(contact_due, sorted(days)) if due > today)


def _directory(root: Path, file: str, site: Site, today: dt.date, problems: list[Problem]) -> Directory | None:
    """What one file lists; None if it cannot be read."""
    text = read_text(root, file, problems, LARGEST_YAML)
    if text is None:
        return None
    rows = _csv_rows(text, file, problems) if file.endswith(".csv") else _yaml_rows(text, file, problems)
    if rows is None:
        return None
    places: dict[str, Place] = {}
    found: list[tuple[int, Facility]] = []
    for row in rows:
        facility = convert(row, Facility, problems)
        if facility is None or not isinstance(row, Mapping):
            continue
        if not site.identity.confirmed:
            problems += _official(row, site)
        problems += _flaws(row, facility, today)
        # Many a posyandu has the name of one in the next kecamatan.
        name = facility.id or slug(f"{facility.name} {facility.kecamatan}")
        first = places.setdefault(name, row.place)
        if first is not row.place:
            problems.append(problem("facility-twice", row.place, others=(first,), name=facility.name, id=name))
        found.append((row.place.line, replace(facility, id=Slug(name))))
    problems += _tasks(found, file, site, today)
    return Directory(site.id, file, tuple(facility for _, facility in found))


def _official(row: Mapping, site: Site) -> Iterator[Problem]:
    for scalar in scalars(row):
        for _, words in officials(scalar.text):
            yield problem("official-words", scalar.place, sites=(site.id,), words=words)


def _flaws(row: Mapping, facility: Facility, today: dt.date) -> Iterator[Problem]:
    if bool(facility.lat) != bool(facility.lon):
        there, lacking = ("lat", "lon") if facility.lat else ("lon", "lat")
        yield problem("facility-point", _at(row, there), name=facility.name, there=there, lacking=lacking)
    if facility.verified and facility.verified > today:
        day = facility.verified.isoformat()
        yield problem("verified-future", _at(row, "verified"), day=day, today=today.isoformat())


def _at(row: Mapping, key: str) -> Place:
    node = get(row, key)
    return node.place if node else row.place


def _tasks(found: list[tuple[int, Facility]], file: str, site: Site, today: dt.date) -> Iterator[Problem]:
    """What is left to ask the office: one task for all rows of a file."""
    unchecked = [line for line, facility in found if not facility.checked]
    if unchecked:
        yield problem(
            "facilities-unverified", Place(file, unchecked[0]), sites=(site.id,), count=str(len(unchecked)),
            total=str(len(found)), lines=listed(tuple(map(str, unchecked))),
        )  # fmt: skip
    old = [line for line, facility in found if facility.verified and contact_due(facility.verified) <= today]
    if old:
        yield problem(
            "facilities-old", Place(file, old[0]), sites=(site.id,), count=str(len(old)), total=str(len(found)),
            most=str(CONTACT_DAYS), lines=listed(tuple(map(str, old))),
        )  # fmt: skip


# -- from text to rows -----------------------------------------------------------------------------------------------


def _yaml_rows(text: str, file: str, problems: list[Problem]) -> Sequence[Node] | None:
    node = parse_yaml(text, file, problems)
    if node is None or (isinstance(node, Scalar) and node.empty):
        return None if node is None else ()
    rows = convert(node, source.Sequence, problems, path="facilities")
    return None if rows is None else rows.items


def _csv_rows(text: str, file: str, problems: list[Problem]) -> Sequence[Node] | None:
    """The rows below the header, each at the line on which it begins; rows without a word are left out."""
    lines = _lines(text, file, problems)
    if not lines:
        return None if lines is None else ()
    (number, header), *rest = lines
    columns = _columns(header, Place(file, number), problems)
    if columns is None:
        return None
    found = []
    for number, cells in rest:
        place = Place(file, number)
        if any(cell for at, cell in enumerate(cells) if at >= len(columns) or not columns[at]):
            problems.append(problem("csv-cells", place, count=str(len(cells)), columns=str(sum(map(bool, columns)))))
            continue
        entries = tuple(
            (Scalar(column, place, False), _cell(column, cell, place))
            for column, cell in zip(columns, cells, strict=False)
            if cell and column in _COLUMNS
        )
        found.append(Mapping(entries, place))
    return found


def _lines(text: str, file: str, problems: list[Problem]) -> list[tuple[int, list[str]]] | None:
    """Each row that says anything, with the number of its first line."""
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[tuple[int, list[str]]] = []
    number = 1
    try:
        for cells in reader:
            words = [cell.strip() for cell in cells]
            if any(words):
                found.append((number, words))
            number = reader.line_num + 1
    except csv.Error:
        problems.append(problem("csv-quote", Place(file, number)))
        return None
    return found


def _columns(header: list[str], place: Place, problems: list[Problem]) -> list[str] | None:
    """The names of the columns, unknown ones among them; None if one that must be there is not."""
    for name in sorted({name for name in header if name and header.count(name) > 1}):
        problems.append(problem("csv-column-twice", place, key=name))
    problems += [unknown_key(Scalar(name, place, False), _COLUMNS) for name in header if name and name not in _COLUMNS]
    missing = [name for name in _REQUIRED if name not in header]
    problems += [problem("csv-column-missing", place, key=name, known=", ".join(_COLUMNS)) for name in missing]
    return None if missing else header


def _cell(column: str, cell: str, place: Place) -> Node:
    if column not in _LISTS:
        return Scalar(cell, place, False)
    items = (item.strip() for item in cell.split(_BETWEEN))
    return source.Sequence(tuple(Scalar(item, place, False) for item in items if item), place)
