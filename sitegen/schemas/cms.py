"""The configuration of a CMS in the browser (Sveltia CMS), made from the schemas: docs/cms.md says what was tried.

A collection is a folder of one kind in one layer. New overrides are begun with `sitegen override`, which alone knows
the digest of what they mask; here existing ones are edited.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.model.kinds import KINDS, Kind
from sitegen.read.scalars import SCALARS
from sitegen.schemas.shapes import Json
from sitegen.schemas.table import front_matter
from sitegen.schemas.words import OVERRIDE

# What is translated; all else a translation has in common with its original.
_TRANSLATED = ("title", "summary", "points", "body")
_DATE = f"^(?:{SCALARS[dt.date].pattern})$"
_NOT_HERE = ("translates", *OVERRIDE)
_TRUTH = [{"label": "ya", "value": True}, {"label": "tidak", "value": False}]
_NAMES = {
    "article": "Artikel",
    "page": "Halaman",
    "question": "Tanya jawab",
    "announcement": "Pengumuman",
    "event": "Acara",
    "download": "Unduhan",
    "quiz": "Kuis",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a configuration is for: the repository (`gitlab:name/repo`; "" for a folder of this computer only), the
    layers (folder below content/, name for people), topics and languages of the project."""

    repo: str
    layers: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    languages: tuple[str, ...]


def config(wanted: Wanted) -> Json:
    """The configuration as JSON."""
    host, _, repo = wanted.repo.partition(":")
    made: Json = {
        "app_title": "Naskah",
        "backend": {"name": host or "gitlab", "repo": repo or "lokal/lokal", "branch": "main"},
        "media_folder": "content/shared/static",
        "public_folder": "/",
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "none", "indent_sequences": True}},
        "slug": {"encoding": "ascii", "clean_accents": True},
    }
    others = [lang for lang in wanted.languages if lang != "id"]
    if others:
        made["i18n"] = {
            "structure": "multiple_files",
            "locales": ["id", *others],
            "default_locale": "id",
            "initial_locales": "default",
            "omit_default_locale_from_filename": True,
        }
    made["collections"] = [
        one for folder, name in wanted.layers for kind in KINDS for one in _collections(kind, folder, name, wanted)
    ]
    return made


def _collections(kind: Kind, folder: str, layer: str, wanted: Wanted) -> Iterator[Json]:
    shared = folder == "shared"
    schema = front_matter(kind)
    name = f"{folder.replace('/', '-')}-{kind.folder}"
    common: Json = {"folder": f"content/{folder}/{kind.folder}", "extension": "md", "format": "yaml-frontmatter"}
    if len(wanted.languages) > 1:
        common["i18n"] = True
    label = _NAMES[kind.id]
    fields = _fields(schema, schema["else"]["required"], wanted, _NOT_HERE, _body(kind.bodiless))
    yield {
        "name": name,
        "label": label if shared else f"{label}: {layer}",
        **common,
        **({} if shared else {"filter": {"field": "override", "value": None}}),
        "slug": {"template": "{{title}}", "editable": ["create"]},
        # Filters ask for the key that they look at.
        "fields": [*fields, *([] if shared else [{"name": "override", "widget": "hidden"}])],
    }
    if not shared:
        changed = _fields(schema, (), wanted, (*_NOT_HERE, "policy"), _body(True))
        yield {
            "name": f"{name}-ubahan",
            "label": f"{label}, ubahan: {layer}",
            **common,
            "create": False,
            "filter": {"field": "override", "pattern": ".+"},
            "identifier_field": "override",
            "summary": "{{filename}} ({{override}})",
            "fields": [*_own(), *changed],
        }


def _fields(schema: Json, required: Iterable[str], wanted: Wanted, without: Iterable[str], body: Json) -> list[Json]:
    """The keys of a front matter as widgets, with the body where editors look for it. The CMS writes keys in this
    order, which is that of the forms of `sitegen new`."""
    must, gone = set(required), set(without)
    keys = [key for key, made in schema["properties"].items() if key not in gone and made is not False]
    keys.remove("weight")
    keys.insert(keys.index("risk") + 1, "weight")
    fields = []
    for key in keys:
        field = _field(key, schema["properties"][key], wanted) | ({} if key in must else {"required": False})
        fields.append(_in_languages(field, True if key in _TRANSLATED else "duplicate"))
    first = sum(key in _TRANSLATED for key in keys)
    return [*fields[:first], body, *fields[first:]]


def _in_languages(field: Json, how: bool | str) -> Json:
    """The same in every language, or written in each; so it is with what lies inside."""
    made = {**field, "i18n": how}
    if "field" in field:
        made["field"] = _in_languages(field["field"], how)
    if "fields" in field:
        made["fields"] = [_in_languages(one, how) for one in field["fields"]]
    return made


def _field(key: str, schema: Json, wanted: Wanted) -> Json:
    """The widget of a key."""
    base: Json = {"name": key, "label": key, "hint": schema["description"]} if key else {}
    types = schema.get("type")
    if key == "topics" and wanted.topics:
        return {**base, "widget": "select", "multiple": True, "options": list(wanted.topics)}
    if "enum" in schema:
        return {**base, "widget": "select", "options": schema["enum"]}
    if schema.get("pattern") == _DATE:
        return {**base, "widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if types == ["string", "boolean"]:
        # A switch would write "false" into every file, and an override that says so would publish a draft.
        return {**base, "widget": "select", "options": _TRUTH}
    if types == ["string", "integer"] and "minimum" in schema:
        return {**base, "widget": "number", "value_type": "int"}
    if types == "object":
        return {**base, "widget": "object", "collapsed": True, "fields": _inner(schema, wanted)}
    if types == "array":
        items = schema["items"]
        if items.get("type") == "object":
            return {**base, "widget": "list", "fields": _inner(items, wanted)}
        return {**base, "widget": "list", "field": {"name": key, "label": key, **_field("", items, wanted)}}
    field = {**base, "widget": "string"}
    if not schema["pattern"].startswith("^\\s"):
        field["pattern"] = [schema["pattern"], schema["patternErrorMessage"]]
    return field


def _inner(schema: Json, wanted: Wanted) -> list[Json]:
    must = set(schema.get("required", ()))
    return [
        _field(key, made, wanted) | ({} if key in must else {"required": False})
        for key, made in schema["properties"].items()
    ]


def _own() -> list[Json]:
    """The keys of an override: written by sitegen, kept by the CMS."""
    return [
        {"name": key, "label": key, "hint": OVERRIDE[key], "widget": "string", "required": False, "readonly": True}
        for key in OVERRIDE
    ]


def _body(optional: bool) -> Json:
    # Plain text: editors that make Markdown from what they show would write other lines anew, too.
    field: Json = {"name": "body", "label": "isi", "widget": "text", "i18n": True}
    return field | ({"required": False} if optional else {})
