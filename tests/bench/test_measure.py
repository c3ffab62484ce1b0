"""What benches write goes between marks; what they replace is there; what a process took counts its children."""

import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from .corpus import REPOSITORY
from .ideas import IDEAS, SCENARIOS, Idea
from .measure import measured, put, rows


def test_only_what_is_between_the_marks_changes(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- begin: x -->\nold\n<!-- end: x -->\nb\n<!-- begin: y -->\n<!-- end: y -->\n", "utf-8")
    put(page, "y", "| 1 |")
    put(page, "x", "new")
    wanted = "a\n<!-- begin: x -->\nnew\n<!-- end: x -->\nb\n<!-- begin: y -->\n| 1 |\n<!-- end: y -->\n"
    assert page.read_text("utf-8") == wanted


@pytest.mark.parametrize("section", ["against", "builds", "growth", "ideas", "parsing"])
def test_the_page_has_a_place_for_each_bench(section: str) -> None:
    text = (REPOSITORY / "docs/speed.md").read_text("utf-8")
    assert text.count(f"<!-- begin: {section} -->\n") == text.count(f"<!-- end: {section} -->\n") == 1


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.without)
def test_what_an_idea_replaces_is_there(idea: Idea) -> None:
    assert idea.scenario in SCENARIOS
    for target, instead in idea.instead:
        with patch(target, instead) as there:
            assert there is instead


def test_tables() -> None:
    assert list(rows(("", "s"), [("one", "1")])) == ["|  | s |", "|---|--:|", "| one | 1 |"]
    assert list(rows(("", ""), [], words=True))[1] == "|---|---|"


def test_the_largest_process_may_be_a_child_and_failures_end_a_bench(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'bytes(bytearray(80_000_000))']); print('done')"
    )
    used = measured([sys.executable, "-I", "-c", code], tmp_path)
    assert used.out == b"done\n"
    assert 80 < used.memory <= used.together
    with pytest.raises(SystemExit, match="no such thing"):
        measured([sys.executable, "-I", "-c", "raise SystemExit('no such thing')"], tmp_path)
