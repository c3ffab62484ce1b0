"""Nodes become frozen values, field by field, each mistake with its own place. Types of text: `read.scalars`.

No pydantic here: every message needs its own place and two languages, and its import alone costs 100 ms.
"""

import types
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from sitegen.problems import Place, Problem, problem
from sitegen.read.guesses import nearest_key
from sitegen.read.scalars import BAD, SCALARS, ScalarType
from sitegen.read.source import Mapping, Node, Scalar, Sequence
from sitegen.unicode import UNSAFE_IN_LINE
from sitegen.values import Frozen, fields

T = TypeVar("T")
# Longer texts are not even looked at; longer ones are cut in a message.
_LONGEST_READ, _LONGEST_SHOWN = 2000, 60


class Each(Frozen):
    """Says of a `Mapping` what its reader converts it to: names of the type `keys`, values of the type `values`.

    Stands in `Annotated`; `convert` passes such nodes as they are, schemas tell what they hold."""

    keys: Any
    values: Any


class Items(Frozen):
    """Says of a `Sequence` that its reader converts each item to `of`; of a `Mapping` that all of it is an `of`."""

    of: Any


def convert(node: Node, kind: type[T], problems: list[Problem], *, path: str = "") -> T | None:
    """`node` as a value of `kind`, or None with Problems.

    `kind` is a noun, a row of `SCALARS`, a `Literal` of strings, `tuple[K, ...]`, `K | None`, or one of
    Mapping and Sequence, which pass as they are. A field is written under its name or its metadata "key"; a
    field without default is required, one with the metadata "read" False is in no file. An unknown key is a Problem and
    left out. `path` names the value in messages.
    """
    value = _convert(node, kind, problems, path)
    return None if value is BAD else cast(T, value)


def nearest(word: str, known: list[str] | tuple[str, ...]) -> str:
    """The three known words most like `word`, the likest first, as a list for a message."""
    by_folded = {name.casefold(): name for name in known}
    return ", ".join(by_folded[name] for name in get_close_matches(word.casefold(), list(by_folded), 3, 0.0))


def _convert(node: Node, kind: Any, problems: list[Problem], path: str) -> Any:
    if isinstance(node, Scalar) and (node.empty or not node.text.strip()):
        problems.append(problem("value-empty", node.place, key=path))
        return BAD
    if kind in SCALARS:
        return _scalar(node, SCALARS[kind], problems, path)
    if kind in (Mapping, Sequence):
        return _shaped(node, kind, problems, path)
    origin = get_origin(kind)
    if origin is Literal:
        return _choice(node, get_args(kind), problems, path)
    if origin is tuple:
        return _tuple(node, get_args(kind)[0], problems, path)
    if origin in (types.UnionType, Union):
        (inner,) = (one for one in get_args(kind) if one is not types.NoneType)
        return _convert(node, inner, problems, path)
    return _noun(node, kind, problems, path)


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _shaped(node: Node, kind: Any, problems: list[Problem], path: str) -> Any:
    if isinstance(node, kind):
        return node
    rule = {Scalar: "value-not-single", Sequence: "value-not-list", Mapping: "value-not-keys"}[kind]
    problems.append(problem(rule, node.place, key=path, name=_last(path)))
    return BAD


def _line(node: Node, longest: int, problems: list[Problem], path: str) -> Any:
    scalar = _shaped(node, Scalar, problems, path)
    if scalar is BAD:
        return BAD
    text = scalar.text.strip()
    if UNSAFE_IN_LINE.search(text):
        problems.append(problem("value-not-line", node.place, key=path))
        return BAD
    if len(text) > longest:
        problems.append(_too_long(node, longest, len(text), path))
        return BAD
    return text


def _too_long(node: Node, limit: int, length: int, path: str) -> Problem:
    return problem("value-too-long", node.place, key=path, limit=str(limit), length=str(length))


def _scalar(node: Node, kind: ScalarType, problems: list[Problem], path: str) -> Any:
    text = _line(node, _LONGEST_READ, problems, path)
    if text is BAD:
        return BAD
    value = kind.convert(text)
    if value is BAD:  # said also of what is too long besides: "22 November 2026" is no date to be shortened
        shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
        problems.append(
            problem("value-invalid", node.place, key=path, value=shown, expected_id=kind.id, expected_en=kind.en)
        )
    elif len(text) > kind.longest:
        problems.append(_too_long(node, kind.longest, len(text), path))
        return BAD
    return value


def _choice(node: Node, choices: tuple[str, ...], problems: list[Problem], path: str) -> Any:
    text = _line(node, 500, problems, path)
    if text is BAD or text in choices:
        return text
    problems.append(problem("value-choice", node.place, key=path, value=text, choices=", ".join(choices)))
    return BAD


def _tuple(node: Node, kind: Any, problems: list[Problem], path: str) -> Any:
    if isinstance(node, Scalar):
        problems.append(problem("value-list-of-one", node.place, key=path, name=_last(path), value=node.text.strip()))
        return BAD
    if _shaped(node, Sequence, problems, path) is BAD:
        return BAD
    items = cast(Sequence, node).items
    values = [_convert(item, kind, problems, path) for item in items]
    first: dict[Any, Place] = {}
    for item, value in zip(items, values, strict=True):
        if value is BAD or not isinstance(item, Scalar):
            continue
        if value in first:
            problems.append(problem("value-twice", item.place, others=(first[value],), key=path, value=str(value)))
        else:
            first[value] = item.place
    return BAD if any(value is BAD for value in values) else tuple(values)


def _noun(node: Node, kind: Any, problems: list[Problem], path: str) -> Any:
    if _shaped(node, Mapping, problems, path) is BAD:
        return BAD
    mapping = cast(Mapping, node)
    shape = _shape(kind)
    prefix = f"{path}." if path else ""
    values: dict[str, Any] = {}
    for key, value in mapping.entries:
        if key.text in shape:
            name, wanted, _required = shape[key.text]
            values[name] = _convert(value, wanted, problems, prefix + key.text)
        else:
            problems.append(unknown_key(key, tuple(shape)))
    missing = [key for key, (name, _wanted, required) in shape.items() if required and name not in values]
    absent = [key for key in missing if key not in meant(mapping, kind)] if missing else []
    problems.extend(problem("key-missing", mapping.place, key=prefix + key, name=key) for key in absent)
    if missing or any(value is BAD for value in values.values()):
        return BAD
    return kind(**values)


def unknown_key(key: Scalar, known: tuple[str, ...]) -> Problem:
    """The Problem for a key that is none of the known ones; with the one that it is most like, if there is any."""
    near = nearest_key(key.text, known)
    if near:
        return problem("key-misspelled", key.place, key=key.text, near=near)
    return problem("key-unknown", key.place, key=key.text, known=", ".join(known))


def meant(mapping: Mapping, kind: type) -> set[str]:
    """The keys of `kind` that unknown keys of `mapping` were probably meant to be: a misspelt key is one mistake, so
    nobody need be told besides that the right one is missing."""
    known = tuple(_shape(kind))
    return {nearest_key(key.text, known) for key, _ in mapping.entries if key.text not in known}


@cache
def _shape(kind: Any) -> dict[str, tuple[str, Any, bool]]:
    """YAML key -> (field name, type, whether it must be there)."""
    hints = get_type_hints(kind)
    return {
        field.metadata.get("key", field.name): (field.name, hints[field.name], field.required)
        for field in fields(kind)
        if field.metadata.get("read", True)
    }
