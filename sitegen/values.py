"""What nouns are made of, alone in naming msgspec. A class takes 0.01 ms to create where that of a frozen
dataclass takes 0.3, which every build would pay for each; its values take a tenth of the time to make."""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, dataclass_transform

import msgspec

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass_transform(frozen_default=True)
class Frozen(msgspec.Struct, frozen=True):
    """A value that stays as it was made; equal to one of its own class with equal fields. What mypy checks of a frozen
    dataclass it checks of these. Keywords of the class: `kw_only`, and `dict` (room for cached properties)."""


if TYPE_CHECKING:  # by this name, mypy looks at the names and types of what is replaced
    from dataclasses import replace as replace  # noqa: TID251
else:

    def replace(value, /, **changes):
        """A copy of a Frozen, or of a dataclass, with other values of these fields."""
        if isinstance(value, Frozen):
            return msgspec.structs.replace(value, **changes)
        return dataclasses.replace(value, **changes)  # noqa: TID251


class Field(NamedTuple):
    """A field of a Frozen or a dataclass: its default (None if there is none), and what a dataclass notes besides."""

    name: str
    required: bool
    default: Any
    metadata: Mapping[str, Any]


def is_value(kind: Any) -> bool:
    """Whether a type, or that of a value, is a Frozen or a dataclass."""
    return hasattr(kind, "__struct_fields__") or dataclasses.is_dataclass(kind)


def fields(kind: Any) -> tuple[Field, ...]:
    """The fields of a Frozen or a dataclass, in their order."""
    if not hasattr(kind, "__struct_fields__"):
        none = dataclasses.MISSING
        return tuple(
            Field(
                one.name, one.default is one.default_factory, None if one.default is none else one.default, one.metadata
            )
            for one in dataclasses.fields(kind)
        )
    names, defaults = kind.__struct_fields__, kind.__struct_defaults__
    missing = msgspec.NODEFAULT
    return tuple(
        Field(name, default is missing, None if default is missing else default, _NOTHING)
        for name, default in zip(names, [missing] * (len(names) - len(defaults)) + [*defaults], strict=True)
    )


def plain(value: Any) -> Any:
    """Frozens and tuples within each other as lists of the values of their fields."""
    if isinstance(value, Frozen):
        value = msgspec.structs.astuple(value)
    return [plain(item) for item in value] if isinstance(value, tuple) else value


encoded: Callable[[object], bytes] = msgspec.json.Encoder().encode
"""A value of nested Frozens and builtin values as JSON; raises UnicodeEncodeError for half a character."""

Undecodable = msgspec.DecodeError


@cache
def decoder(kind: Any) -> Callable[[bytes], Any]:
    """What makes values of a type from JSON, and raises `Undecodable` for what is none. Made once, since it looks at
    all fields of all types in it."""
    return msgspec.json.Decoder(kind).decode
