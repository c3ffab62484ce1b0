"""YAML as an editor's YAML extension sees it: plain values by the core schema of YAML 1.2.2 (chapter 10.3)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator

from sitegen.problems import Problem
from sitegen.read.source import Mapping, Node, Scalar, parse_yaml
from sitegen.schemas.table import SCHEMAS

_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = ("", "~", "null", "Null", "NULL")

NEW = Draft202012Validator.META_SCHEMA["$id"]
VALIDATORS = {
    name: (Draft7Validator(one.json()), Draft202012Validator({**one.json(), "$schema": NEW}))
    for name, one in SCHEMAS.items()
}


def plain(text: str) -> Any:
    """What a plain scalar stands for."""
    if text in _NULLS:
        return None
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def instance(node: Node) -> Any:
    """The JSON value of a node."""
    if isinstance(node, Scalar):
        return plain(node.text) if node.plain else node.text
    if isinstance(node, Mapping):
        return {key.text: instance(value) for key, value in node.entries}
    return [instance(item) for item in node.items]


def found(root: Path) -> Iterator[tuple[str, str, Any]]:
    """Each file of a project with each schema that is for it: file, name of the schema, value. What is no YAML, or has
    no front matter, is left out: no schema sees it."""
    for name, one in SCHEMAS.items():
        for path in sorted(path for glob in one.files for path in root.glob(glob)):
            value = _read(path, one.front) if path.is_file() else None
            if value is not None:
                yield path.relative_to(root).as_posix(), name, value


def _read(path: Path, front: bool) -> Any:
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        return None
    if front:
        start, text, *rest = [*text.split("---\n", 2), ""]
        if start or len(rest) < 2:
            return None
    problems: list[Problem] = []
    node = parse_yaml(text, path.name, problems)
    return None if node is None or problems else instance(node)


def flaws(name: str, value: Any) -> list[str]:
    """What the schema says is wrong with a value; both drafts have to say the same."""
    old, new = ([f"{e.json_path}: {e.message}" for e in one.iter_errors(value)] for one in VALIDATORS[name])
    assert new == old
    return new
