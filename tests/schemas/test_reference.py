"""docs/kunci.md is what the schemas say, and has every key of theirs."""

from typing import Any

import pytest

from sitegen.schemas.table import SCHEMAS
from tests.conftest import REWRITE

from .reference import PAGE, generated, rows


def test_the_page_is_up_to_date() -> None:
    if REWRITE:
        PAGE.write_text(generated(), encoding="utf-8")
    assert PAGE.read_text("utf-8") == generated(), "SITEGEN_REWRITE=1 pytest tests/schemas rewrites it"


def described(schema: Any) -> set[str]:
    """The descriptions of all keys, wherever they stand."""
    if isinstance(schema, list):
        return {words for inner in schema for words in described(inner)}
    if not isinstance(schema, dict):
        return set()
    own = {schema["description"]} if isinstance(schema.get("description"), str) else set()
    return own | {
        words for key, inner in schema.items() if key not in ("if", "then", "else") for words in described(inner)
    }


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_key_is_left_out(name: str) -> None:
    schema = SCHEMAS[name].json()
    assert described(schema) - {meaning for _, _, _, meaning in rows(schema)} == set()
