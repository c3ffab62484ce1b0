"""Frozen values as rows of JSON, and back by the fields of their types, so that a new field cannot be forgotten.

A row comes from a disk: what is not of its type, or could stand in no source, is no value.
"""

import datetime as dt
import types
from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import cache
from operator import attrgetter
from sys import intern
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from sitegen.problems import Problem
from sitegen.read.scalars import SCALARS
from sitegen.rules import RULES

T = TypeVar("T")
_AS_THEY_ARE = frozenset({str, int, bool, type(None)})
_SHORT = 100
_Step = Callable[[Any], Any]


def row_of(kind: type[T], value: T) -> Any:
    """A value of a type as JSON knows it: a dataclass as a list of its fields, without those at the end that are by
    default."""
    of: Any = kind
    write = _writer(of)
    return value if write is None else write(value)


def value_of(kind: type[T], row: object) -> T:
    """The value of a type that a row stands for; raises ValueError or TypeError for a row that fits no such value."""
    of: Any = kind
    return cast(T, _reader(of)(row))


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any, object], ...]:
    """The fields of a dataclass: name, type, default."""
    hints = get_type_hints(kind)
    return tuple((one.name, hints[one.name], one.default) for one in fields(kind) if one.init)


@cache
def _writer(kind: Any) -> _Step | None:
    """What makes a row of a value of this type; None if it is one already."""
    if kind in (dt.date, dt.time):
        return kind.isoformat  # type: ignore[no-any-return]
    if kind is bytes:
        return bytes.decode  # in UTF-8, as all text of ours
    if kind in _AS_THEY_ARE or kind in SCALARS or get_origin(kind) is Literal:
        return None
    origin, args = get_origin(kind), get_args(kind)
    if origin is tuple and args[1:] == (...,):
        each = _writer(args[0])
        return None if each is None else lambda value: [each(item) for item in value]
    if origin in (types.UnionType, Union):
        return _maybe(_writer(_inner(args)))
    if origin is tuple:
        return _fieldwise(tuple, args, ())
    names, kinds, defaults = zip(*_fields(kind), strict=True)
    return _fieldwise(attrgetter(*names), kinds, defaults)


def _fieldwise(get: Callable[[Any], tuple[Any, ...]], kinds: tuple[Any, ...], defaults: tuple[object, ...]) -> _Step:
    writers = [(number, write) for number, write in enumerate(map(_writer, kinds)) if write is not None]

    def write(value: Any) -> Any:
        row = [*get(value)]
        for default in reversed(defaults):
            if row[-1] is not default and row[-1] != default:
                break
            row.pop()
        for number, write in writers:
            if number < len(row):
                row[number] = write(row[number])
        return row

    return write


def _inner(args: tuple[Any, ...]) -> Any:
    (inner,) = (one for one in args if one is not types.NoneType)
    return inner


def _maybe(step: _Step | None) -> _Step | None:
    return None if step is None else lambda value: None if value is None else step(value)


@cache
def _reader(kind: Any) -> _Step:
    if kind in (dt.date, dt.time):
        return cast(_Step, kind.fromisoformat)
    if kind is str:
        return _any_text
    if kind is bytes:
        return lambda row: _exactly(str)(row).encode()
    if kind in _AS_THEY_ARE:
        return _exactly(kind)
    if kind in SCALARS:
        scalar = SCALARS[kind]
        return _text(lambda text: scalar.convert(text) == text)
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _text(frozenset(args).__contains__)
    if origin is tuple:
        return _many(_reader(args[0])) if args[1:] == (...,) else _several(tuple, tuple(map(_reader, args)), len(args))
    if origin in (types.UnionType, Union):
        maybe = _maybe(_reader(_inner(args)))
        assert maybe
        return maybe
    needed = sum(default is MISSING for _, _, default in _fields(kind))
    made = _several(lambda values: kind(*values), tuple(_reader(of) for _, of, _ in _fields(kind)), needed)
    return _known(made) if kind is Problem else made


def _any_text(row: Any) -> Any:
    if type(row) is not str:
        raise ValueError(row)
    return intern(row) if len(row) < _SHORT else row  # names of files stand in many rows


def _exactly(kind: type) -> _Step:
    def read(row: Any) -> Any:
        if type(row) is not kind:
            raise ValueError(row)
        return row

    return read


def _text(fits: Callable[[str], bool]) -> _Step:
    def read(row: Any) -> Any:
        if type(row) is not str or (row and not fits(row)):  # an empty one is a default
            raise ValueError(row)
        return row

    return read


def _many(read_one: _Step) -> _Step:
    def read(row: Any) -> Any:
        if type(row) is not list:
            raise ValueError(row)
        return tuple([read_one(item) for item in row])

    return read


def _several(make: Callable[[list[Any]], Any], readers: tuple[_Step, ...], needed: int) -> _Step:
    def read(row: Any) -> Any:
        if type(row) is not list or not needed <= len(row) <= len(readers):
            raise ValueError(row)
        return make([read_one(item) for read_one, item in zip(readers, row, strict=False)])

    return read


def _known(read_problem: _Step) -> _Step:
    def read(row: Any) -> Any:
        found = read_problem(row)
        if found.rule not in RULES:
            raise ValueError(row)
        return found

    return read
