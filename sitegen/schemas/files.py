"""Schemas as text and as files."""

import json
from pathlib import Path

from sitegen.report import Outcome
from sitegen.schemas.table import SCHEMAS
from sitegen.write.files import refusal, shown, write_atomically


def text_of(name: str) -> str:
    """The schema of that name as text (RFC 8259); KeyError if there is none."""
    return json.dumps(SCHEMAS[name].json(), ensure_ascii=False, indent=2) + "\n"


def write_all(folder: Path) -> Outcome:
    """Writes every schema into a folder, which is made if need be: `sites.json` and so on. Raises Refused for what the
    disk refuses."""
    for name in SCHEMAS:
        write(folder / f"{name}.json", text_of(name))
    said = (("count", str(len(SCHEMAS))), ("folder", shown(str(folder))))
    return Outcome(said=(("schema-written", said),))


def write(path: Path, text: str) -> None:
    """Writes a text file whole or not at all. Raises Refused for what the disk refuses."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, text.encode())
    except OSError as error:
        raise refusal(error, str(path)) from error
