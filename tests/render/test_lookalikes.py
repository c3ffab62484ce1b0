"""What looks like a list or a table: told where Markdown makes none of it, and only there."""

import pytest

from sitegen.render.blocks import blocks
from sitegen.render.lookalikes import lookalikes
from sitegen.render.markdown import parse
from tests.render.test_statements import text

MADE = [
    "Bawa:\n\n- kartu\n- KTP",
    "## Bawa apa?\n- kartu\n- KTP",
    "- kartu\nyang lama\n- KTP",
    "- kartu\n\n    Yang lama juga.\n\n- KTP",
    '!!! info "Bawa"\n    - kartu\n    - KTP',
    "1. kartu\n2. KTP",
    "| Hari | Jam |\n| --- | --- |\n| Senin | Pagi |",
    "Jadwal:\n\n| Hari | Jam |\n|---|:-:|\n| Senin | Pagi |",
]
LOOKING = [
    ("Bawa:\n- kartu\n- KTP", "list-as-text", 2),
    ("Bawa kartu.\n1. kartu\n2. KTP", "list-as-text", 2),
    ("• kartu\n• KTP", "list-as-text", 1),
    ("-\u00a0kartu\n-\u00a0KTP", "list-as-text", 1),
    ("-kartu\n-KTP", "list-as-text", 1),
    ("1) kartu\n2) KTP", "list-as-text", 1),
    ("1.Kartu\n2.KTP", "list-as-text", 1),
    ('!!! info "Bawa"\n    Bawa:\n    - kartu', "list-as-text", 3),
    ("| Hari | Jam |\n| Senin | Pagi |", "table-as-text", 1),
    ("Jadwal:\n| Hari | Jam |\n| --- | --- |\n| Senin | Pagi |", "table-as-text", 2),
]
PLAIN = ["Pukul 10. Lalu pulang.", "+62 untuk Indonesia.", "**Bawa** kartu.\n*Juga* KTP.", "1.000 orang", "-5 derajat"]


@pytest.mark.parametrize("source", MADE)
def test_lists_and_tables(source: str) -> None:
    assert any(tag in parse(text(source))[1] for tag in ("<li>", "<table"))
    assert not list(lookalikes(blocks(source)))


@pytest.mark.parametrize(("source", "rule", "line"), LOOKING)
def test_what_only_looks_like_one(source: str, rule: str, line: int) -> None:
    assert not any(tag in parse(text(source))[1] for tag in ("<li>", "<table"))
    assert [(flaw.rule, flaw.line) for flaw in lookalikes(blocks(source))] == [(rule, line)]


@pytest.mark.parametrize("source", PLAIN)
def test_what_does_not(source: str) -> None:
    assert not list(lookalikes(blocks(source)))
