"""Every rule can be worded: the blanks of its sentences are those that the code fills."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.problems import Place, Problem
from sitegen.rules import RULES

PACKAGE = Path(__file__).resolve().parents[2] / "sitegen"
_NOT_BLANKS = {"sites", "others"}


def blanks(rule: str) -> set[str]:
    texts = (*RULES[rule].message, *RULES[rule].hint)
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name} - _NOT_BLANKS


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Where a Problem is made: place in the code, rule, blanks that are filled; only calls that name their rule."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            first = node.args[0] if node.args else None
            made = isinstance(node.func, ast.Name) and node.func.id == "problem"
            told = isinstance(node.func, ast.Attribute) and node.func.attr == "add" and path.parent.name == "verify"
            if (made or told) and isinstance(first, ast.Constant) and isinstance(first.value, str):
                names = {k.arg for k in node.keywords if k.arg}
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", first.value, names - _NOT_BLANKS


@pytest.mark.parametrize(
    ("where", "rule", "given"), list(calls()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_blanks_are_filled(where: str, rule: str, given: set[str]) -> None:
    assert rule in RULES, where
    assert blanks(rule) <= given, f"{where}: {rule} lacks {blanks(rule) - given}"


@pytest.mark.parametrize("rule", sorted(RULES))
def test_both_languages_can_be_said(rule: str) -> None:
    found = Problem(
        rule, Place("x.md", 1, 1), tuple((name, "{x}") for name in sorted(blanks(rule))), ("a",), (Place("y"),)
    )
    for lang in ("id", "en"):
        assert found.message(lang)
        assert "{{" not in found.message(lang).replace("{{ ", "").replace("{{#", "")
        found.hint(lang)
    definition = RULES[rule]
    for one, other in ((definition.message, "message"), (definition.hint, "hint")):
        names = [{n for _, n, _, _ in string.Formatter().parse(text) if n} for text in one]
        assert names[0] == names[1] or rule == "value-invalid", f"{rule}: the two languages of its {other} differ"
