"""docs/threat-model.md: every test that it names is there."""

import ast
import re

from tests.conftest import REPO

PAGE = (REPO / "docs/threat-model.md").read_text(encoding="utf-8")
ROWS = [
    line.split("|")
    for line in PAGE.partition("## What holds")[2].partition("## Limits")[0].splitlines()
    if line.startswith("| ")
]
NAMED = sorted(set(re.findall(r"`(tests/[^`\s]+)`", PAGE)))


def missing(name: str) -> bool:
    path, _, function = name.partition("::")
    file = REPO / path
    if not function:
        return not file.exists()
    if not file.is_file():
        return True
    return function not in {
        node.name for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)
    }


def test_every_test_is_there() -> None:
    assert len(NAMED) > 40
    assert [name for name in NAMED if missing(name)] == []


def test_every_threat_has_a_test() -> None:
    assert len(ROWS) > 30
    assert [row[1] for row in ROWS[1:] if "`tests/" not in row[3]] == []


def test_the_limits_are_those_of_the_code() -> None:
    from sitegen import bounded, supervised

    assert f"{supervised.SECONDS} s of processor time or {supervised.MEMORY >> 20} MiB" in PAGE
    assert f"{bounded.SECONDS} s and {bounded.MEMORY >> 20} MiB for each template" in PAGE
    assert f"after {supervised.PATIENCE} s without a word" in PAGE
