"""From a type of `read.schema.convert` to a JSON Schema of what an editor may write for it.

Only keywords that mean the same in draft-07 and in 2020-12, and nothing is referred to: each schema stands alone. What
an editor's YAML reads as a number or as true counts as the text that sitegen reads.
"""

import datetime as dt
import types
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from sitegen.read.groups import GroupShape, Inherited, MatchShape, match_values
from sitegen.read.identity import CONFIRMED
from sitegen.read.scalars import BAD, SCALARS, ScalarType
from sitegen.read.schema import Each
from sitegen.read.sites import SiteShape
from sitegen.read.source import Sequence
from sitegen.schemas.words import description
from sitegen.values import Field, fields

Json = dict[str, Any]

# Texts that YAML 1.2 (core schema) reads as something else than text; what a type takes of them decides its "type".
_NUMBERS = ("8", "12", "165", "-6.9", "106.9", "08.00", "32.02", "1234567890123456")
# Types that are shorter than this are so by their pattern.
_LONG = 30
# One line: blanks around it are taken off on reading.
_ONE_LINE = r"^\s*\S(?:.*\S)?\s*$"


def schema_of(kind: Any, *, whole: bool = True) -> Json:
    """The schema of a noun, a row of `SCALARS`, a Literal, tuple, union or annotated node. `whole`: keys without
    default have to be there; what is merged with another level before it is checked need not be whole."""
    origin = get_origin(kind)
    if kind in SCALARS:
        return scalar(SCALARS[kind])
    if origin is Annotated:
        (about,) = kind.__metadata__
        if isinstance(about, Each):
            return each(about.keys, about.values)
        inner = schema_of(about.of)
        return {"type": "array", "items": inner} if kind.__origin__ is Sequence else inner
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin is tuple:
        items = schema_of(get_args(kind)[0], whole=whole)
        unique = {} if items.get("type") == "object" else {"uniqueItems": True}
        return {"type": "array", "items": items, **unique}
    if origin in (types.UnionType, Union):
        some = [schema_of(one, whole=whole) for one in get_args(kind) if one is not types.NoneType]
        return some[0] if len(some) == 1 else {"anyOf": some}
    return {**_mapping(kind, whole), **_between_keys(kind)}


def each(keys: Any, values: Any) -> Json:
    """The schema of a mapping whose names and values have one type each."""
    return {"type": "object", "propertyNames": _name(keys), "additionalProperties": schema_of(values)}


def _name(kind: Any) -> Json:
    """The schema of names: to JSON they are always text."""
    return {} if kind is str else {"pattern": f"^(?:{SCALARS[kind].pattern})$", "maxLength": SCALARS[kind].longest}


def properties(kind: Any, *, whole: bool = True) -> Json:
    """The keys of a noun with their schemas, descriptions and defaults."""
    hints = get_type_hints(kind, include_extras=True)
    made = {}
    for field in fields(kind):
        if not field.metadata.get("read", True):
            continue
        key = field.metadata.get("key", field.name)
        inside = whole and not (kind is SiteShape and field.name in _inherited())
        schema = {"description": description(kind, key), **schema_of(hints[field.name], whole=inside)}
        if (default := _default(field)) is not None:
            schema["default"] = default
        made[key] = schema
    if kind is MatchShape:
        for key, values in match_values().items():
            made[key]["items"] = {"enum": sorted(values)}
    return made


def required(kind: Any) -> list[str]:
    """The keys that a noun must be given."""
    return [field.metadata.get("key", field.name) for field in fields(kind) if field.required]


def scalar(row: ScalarType) -> Json:
    """The schema of a type of text."""
    numbers = [text for text in _NUMBERS if row.convert(text) is not BAD]
    others = ["number" if any("." in text for text in numbers) else "integer"] if numbers else []
    if row.convert("true") is not BAD:
        others.append("boolean")
    text = row is SCALARS[str]
    made: Json = {
        "type": ["string", *others] if others else "string",
        "pattern": _ONE_LINE if text else f"^(?:{row.pattern})$",
        "patternErrorMessage": f"Yang diharapkan: {row.id}.",
    }
    if row.longest >= _LONG:
        made["maxLength"] = row.longest
    if row.between and others:
        made["minimum"], made["maximum"] = row.between
    return made


def _mapping(kind: Any, whole: bool) -> Json:
    made: Json = {"type": "object", "additionalProperties": False, "properties": properties(kind, whole=whole)}
    if whole and required(kind):
        made["required"] = required(kind)
    return made


def _between_keys(kind: Any) -> Json:
    """What keys ask of each other."""
    if kind is GroupShape:  # rule group-members
        return {"oneOf": [{"required": ["sites"]}, {"required": ["match"]}]}
    if {"status", "official_url"} <= {field.name for field in fields(kind)}:  # rule identity-incomplete
        confirmed = {"required": ["status"], "properties": {"status": {"const": "confirmed"}}}
        return {"if": confirmed, "then": {"required": list(CONFIRMED)}}
    return {}


@cache
def _inherited() -> frozenset[str]:
    return frozenset(field.name for field in fields(Inherited))


def _default(field: Field) -> Any:
    """The default as an editor would write it; None where it says no more than that the key is missing."""
    value = field.default
    if isinstance(value, tuple):
        return list(value) or None
    if isinstance(value, bool | int) or (isinstance(value, str) and value):
        return value
    assert not isinstance(value, dt.date)
    return None
