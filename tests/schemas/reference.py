"""docs/kunci.md: every key of every file that editors and ops write, from the schemas that reading checks by."""

import re
from collections.abc import Iterator
from typing import Any

from sitegen.model.kinds import KINDS
from sitegen.schemas.table import SCHEMAS
from tests.conftest import REPO

PAGE = REPO / "docs/kunci.md"
_HEAD = """\
# Semua kunci

Halaman ini dibuat dari skema yang sama dengan yang dipakai `sitegen check` ([schema.md](schema.md)); sebuah tes
menjaganya tetap sama. `a.b` berarti kunci `b` di bawah `a`; `a[]` berarti daftar; `‹nama›` berarti nama yang Anda pilih
sendiri. Cara memakainya ada di [panduan editor](panduan-editor.md) dan [panduan ops](panduan-ops.md).
"""
_EXPECTED = "Yang diharapkan: "
_TABLE = "| kunci | wajib | isi | arti |\n|---|---|---|---|\n"
Row = tuple[str, bool, str, str]


def generated() -> str:
    """The whole page."""
    kinds = {kind.folder: SCHEMAS[kind.folder].json() for kind in KINDS}
    common = {
        key: value
        for key, value in next(iter(kinds.values()))["properties"].items()
        if all(one["properties"].get(key) == value for one in kinds.values())
    }
    parts = [_HEAD, "## Kepala naskah: kunci untuk semua jenis\n", _table(rows({"properties": common}), wanted=False)]
    for name, schema in SCHEMAS.items():
        json = schema.json()
        files = ", ".join(f"`{file}`" for file in schema.files)
        parts.append(f"## {schema.title}\n\n{files}\n")
        if name in kinds:
            required = ", ".join(f"`{key}`" for key in json["else"]["required"])
            parts.append(f"Wajib, kecuali pada versi daerah (`override:`): {required}.\n")
            own = {key: value for key, value in json["properties"].items() if key not in common}
            if own:
                parts.append("Selain kunci untuk semua jenis:\n")
                parts.append(_table(rows({"properties": own}), wanted=False))
        else:
            parts.append(_table(rows(json), wanted=True))
    return "\n".join(parts)


def rows(schema: Any, path: str = "", *, required: bool = False) -> Iterator[Row]:
    """The keys below a schema, each with whether it is required, what it holds, and what it means."""
    if path and "description" in schema:
        yield path, required, holds(schema), schema["description"]
    for inner in schema.get("anyOf", ()):
        if "description" not in schema or inner.get("type") in ("object", "array"):
            yield from rows(inner, path)
    if "items" in schema:
        yield from rows(schema["items"], f"{path}[]")
    named = schema.get("additionalProperties")
    if isinstance(named, dict):
        yield from rows(named, f"{path}.‹nama›".lstrip("."))
    for pattern, value in schema.get("patternProperties", {}).items():
        key = re.sub(r"\(.*\)", "‹bahasa›", pattern.strip("^$").replace("\\", ""))
        yield from rows(value, f"{path}.{key}".lstrip("."))
    for key, value in schema.get("properties", {}).items():
        if value is not False:
            yield from rows(value, f"{path}.{key}".lstrip("."), required=key in schema.get("required", ()))


def holds(schema: Any) -> str:
    """What a value has to be, in a few words."""
    if "enum" in schema:
        return " / ".join(f"`{value}`" for value in schema["enum"])
    kinds = schema.get("type", ())
    if kinds == "array" or any(one.get("type") == "array" for one in schema.get("anyOf", ())):
        inner = holds(schema["items"]) if "items" in schema else ""
        words = f"daftar: {inner}" if inner else "daftar"
    elif kinds == "object":
        words = "kunci-kunci di bawahnya"
    elif "patternErrorMessage" in schema:
        words = schema["patternErrorMessage"].removeprefix(_EXPECTED).rstrip(".")
    elif "minimum" in schema:
        words = f"bilangan {schema['minimum']} sampai {schema['maximum']}"
    else:
        words = ""
    default = schema.get("default")
    if default not in (None, "", [], {}, False):
        words += f" (bawaan: `{', '.join(default) if isinstance(default, list) else default}`)"
    return words


def _table(found: Iterator[Row], *, wanted: bool) -> str:
    head = _TABLE if wanted else _TABLE.replace(" wajib |", "", 1).replace("|---", "", 1)
    lines = []
    for path, required, words, meaning in found:
        cells = [f"`{path}`", *(["ya" if required else ""] if wanted else []), words, meaning]
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return head + "\n".join(lines) + "\n"
