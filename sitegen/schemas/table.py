"""The table of schemas: what each is of, which files it is for, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sitegen.model.document import Meta
from sitegen.model.facility import Facility
from sitegen.model.kinds import KEYS_OF, KINDS, Kind
from sitegen.model.scalars import Slug, TextDigest
from sitegen.read.acceptance import Entry
from sitegen.read.claims import CLAIMS_FILE, ClaimsFile
from sitegen.read.glossary import GLOSSARY_FILE, TRANSLATED, TermText
from sitegen.read.override import MODES, SECTION
from sitegen.read.project import TOPICS_FILE, TopicText
from sitegen.read.scalars import SCALARS
from sitegen.read.sites import SITES_FILE, FileShape
from sitegen.read.theme import Settings
from sitegen.schemas.shapes import Json, each, properties, scalar, schema_of
from sitegen.schemas.words import MEANING, OVERRIDE, TRANSLATES

# The draft that all editors understand. Each schema means the same as one of 2020-12: see `shapes`.
DRAFT = "http://json-schema.org/draft-07/schema#"


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema: its title, the files that it is for (globs of the project), and what makes it. `front`: it is of the
    front matter of those files."""

    title: str
    files: tuple[str, ...]
    make: Callable[[], Json]
    front: bool = False

    def json(self) -> Json:
        """The schema itself, in the order in which people read it."""
        return {"$schema": DRAFT, "title": self.title, **self.make()}


def front_matter(kind: Kind) -> Json:
    """The front matter of a kind of document, and of an override of one: that needs none of the keys of its kind."""
    having = {key: made for key, made in properties(Meta).items() if kind.id in KEYS_OF.get(key, (kind.id,))}
    digest = scalar(SCALARS[TextDigest])
    own: Json = {
        "override": {"enum": list(MODES)},
        "section": scalar(SCALARS[str]),
        "base": {"anyOf": [digest, {"type": "array", "items": digest}]},
    }
    own = {key: {"description": OVERRIDE[key], **made} for key, made in own.items()}
    # Sources may come from the claims that a body names: no schema sees the body.
    required = [key for key in kind.required if key != "sources"]
    no_section = {"properties": {"section": False}}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {**having, **own},
        "if": {"required": ["override"]},
        "then": {
            "properties": {"policy": False},
            "if": {"properties": {"override": {"const": SECTION}}},
            "then": {"required": ["section"]},
            "else": no_section,
        },
        "else": {"required": required, "properties": {"section": False, "base": False}},
    }


def _translation() -> Json:
    translates = {"description": TRANSLATES, **scalar(SCALARS[TextDigest])}
    return {"type": "object", "required": ["translates"], "properties": {"translates": translates}}


def _glossary() -> Json:
    terms = each(Slug, TermText)
    meaning = {"description": MEANING, **scalar(SCALARS[str])}
    terms["additionalProperties"]["patternProperties"] = {f"^{TRANSLATED.pattern}$": meaning}
    return terms


def _rows(kind: Any) -> Callable[[], Json]:
    """A list; the file may also be empty."""
    return lambda: {"type": ["array", "null"], "items": schema_of(kind)}


def _front(kind: Kind) -> Schema:
    files = tuple(f"content/{layer}/{kind.folder}/*.md" for layer in ("shared", "groups/*", "sites/*"))
    return Schema(f"Kepala naskah di {kind.folder}/", files, lambda: front_matter(kind), front=True)


SCHEMAS: dict[str, Schema] = {
    "sites": Schema("Situs, grup, dan fakta", (SITES_FILE,), lambda: schema_of(FileShape)),
    **{kind.folder: _front(kind) for kind in KINDS},
    "terjemahan": Schema(
        "Kepala terjemahan, di samping skema jenisnya",
        tuple(f"content/{layer}/*/*.*.md" for layer in ("shared", "groups/*", "sites/*")),
        _translation,
        front=True,
    ),
    "topics": Schema("Topik", (TOPICS_FILE,), lambda: each(Slug, TopicText)),
    "claims": Schema("Klaim dan sumbernya", (CLAIMS_FILE,), lambda: schema_of(ClaimsFile)),
    "glossary": Schema("Istilah", (GLOSSARY_FILE,), _glossary),
    "acceptance": Schema("Persetujuan dinas", ("content/sites/*/acceptance.yaml",), _rows(Entry)),
    "facilities": Schema("Fasilitas kesehatan", ("content/sites/*/facilities.yaml",), _rows(Facility)),
    "theme": Schema("Tema", ("themes/*/theme.yaml",), lambda: schema_of(Settings)),
}
