"""Digests derived from the fields of a value, so that a new field cannot be forgotten."""

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

SIZE = 16


def digest(*values: object) -> str:
    """128 bits (BLAKE2b, RFC 7693) over frozen values, as 32 hex digits.

    Takes str, bytes, int, bool, None, date, time, Enum, tuples, frozensets, dicts, Frozens and dataclasses of these. A
    field with `metadata={"digest": False}` is left out: places and line maps say where, not what.
    Raises TypeError for any other type, so that nothing is digested by its address.
    """
    # ascii() of builtin values is unambiguous, the same on every machine, and runs in C.
    return digest_bytes(ascii(_plain(values)).encode("ascii"))


def digest_bytes(data: bytes) -> str:
    """128 bits (BLAKE2b) over raw bytes, as 32 hex digits."""
    return hashlib.blake2b(data, digest_size=SIZE).hexdigest()


def digest_lines(*lines: str) -> str:
    """128 bits (BLAKE2b) over texts of which none has a line break: digests, paths, names. Quicker than `digest`."""
    return digest_bytes("\n".join(lines).encode())


_AS_THEY_ARE = frozenset({str, bytes, int, bool, type(None)})


def _plain(value: Any) -> Any:
    """The value as nested tuples of builtin values; a noun begins with its name and those of its fields."""
    kind: Any = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is tuple:
        return tuple([item if type(item) in _AS_THEY_ARE else _plain(item) for item in value])
    names, get = _fields(kind)
    if names:
        return (names, tuple([item if type(item) in _AS_THEY_ARE else _plain(item) for item in get(value)]))
    if kind is dt.date:
        return ("date", value.toordinal())
    if kind is dt.time:
        return ("time", value.isoformat())
    if kind is frozenset:
        return ("set", *sorted(digest(item) for item in value))
    if kind is dict:
        return ("dict", *sorted((key, digest(item)) for key, item in value.items()))
    if isinstance(value, Enum):
        return (kind.__name__, value.value)
    raise TypeError(f"no digest for {kind.__name__}")


@cache
def _fields(kind: Any) -> tuple[str, Callable[[Any], Any]]:
    """The name of a Frozen or a dataclass with those of its fields, and what gives their values; "" for any other
    type. A no-op digests, but has no time to import `sitegen.values`."""
    name = kind.__name__
    names = getattr(kind, "__struct_fields__", ())
    if not names:
        if not is_dataclass(kind):
            return "", tuple
        names = [f.name for f in fields(kind) if f.metadata.get("digest", True)]
    get = attrgetter(*names)
    return f"{name}({','.join(names)})", get if len(names) > 1 else lambda value: (get(value),)
