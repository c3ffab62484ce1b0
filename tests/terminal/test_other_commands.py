"""Commands that make no report show a Problem as build and check do: with its line of the source and a mark."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from tests.conftest import GOOD, MakeProject

BROKEN = GOOD["sites.yaml"].replace('district: "15.01"', 'district: "99.99"')


def said(root: Path, *words: str) -> str:
    return CliRunner().invoke(cli, ["-C", str(root), "--lang", "en", *words]).output


@pytest.mark.parametrize(
    "words",
    [
        ("sites",),
        ("override", "satu", "artikel/pertama", "--mode", "after"),
        ("minor", "artikel/pertama"),
        ("new", "artikel", "Satu"),
        ("explain", "index.html", "--site", "dua"),
        ("accept", "dua", "--list"),
    ],
    ids=" ".join,
)
def test_the_line_is_shown(project: MakeProject, words: tuple[str, ...]) -> None:
    root = project({**GOOD, "sites.yaml": BROKEN})
    lines = said(root, *words).splitlines()
    at = next(n for n, line in enumerate(lines) if "[district-unknown]" in line)
    assert lines[at + 1 : at + 3] == [
        '  10 |   - {domain: dua.example, district: "99.99"}',
        "     |                                     ^",
    ]


def test_a_site_that_shows_no_document_says_so(project: MakeProject) -> None:
    area = '  - {domain: kec.example, district: "13.71", area: {code: "13.71.10", name: Kecamatan Nanggalo}}\n'
    root = project({**GOOD, "sites.yaml": GOOD["sites.yaml"] + area})
    output = said(root, "override", "kec", "artikel/pertama", "--mode", "before")
    assert "[override-not-shown] “kec” has no pages of documents" in output
