"""Digests derived from the fields of a value, so that a new field cannot be forgotten."""

import hashlib
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

SIZE = 16


def digest(*values: object) -> str:
    """128 bits (BLAKE2b, RFC 7693) over frozen values, as 32 hex digits.

    Takes str, bytes, int, bool, None, date, Enum, tuples, frozensets, dicts and dataclasses of these. A field with
    `metadata={"digest": False}` is left out: places and line maps say where, not what.
    Raises TypeError for any other type, so that nothing is digested by its address.
    """
    state = hashlib.blake2b(digest_size=SIZE)
    for value in values:
        _feed(state, value)
    return state.hexdigest()


def digest_bytes(data: bytes) -> str:
    """128 bits (BLAKE2b) over raw bytes, as 32 hex digits."""
    return hashlib.blake2b(data, digest_size=SIZE).hexdigest()


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind) if f.metadata.get("digest", True))


def _feed(state: Any, value: Any) -> None:
    if isinstance(value, str):
        data = value.encode("utf-8", "surrogatepass")
        state.update(b"s%d:" % len(data) + data)
    elif isinstance(value, bytes):
        state.update(b"b%d:" % len(value) + value)
    elif isinstance(value, bool) or value is None:
        state.update(repr(value).encode())
    elif isinstance(value, Enum):
        _feed(state, value.value)
    elif isinstance(value, int):
        state.update(b"i%d;" % value)
    elif isinstance(value, date):
        state.update(b"d" + value.isoformat().encode())
    elif isinstance(value, tuple):
        state.update(b"(%d:" % len(value))
        for item in value:
            _feed(state, item)
    elif isinstance(value, frozenset):
        state.update(b"{%d:" % len(value) + "".join(sorted(digest(item) for item in value)).encode())
    elif isinstance(value, dict):
        _feed(state, tuple(sorted(value.items())))
    elif is_dataclass(value):
        state.update(b"<" + type(value).__name__.encode())
        kind: Any = type(value)
        for name in _names(kind):
            _feed(state, name)
            _feed(state, getattr(value, name))
    else:
        raise TypeError(f"no digest for {type(value).__name__}")
