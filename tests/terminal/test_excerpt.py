"""A line of a source in a terminal: where the mark stands, what is cut, and which files are never read."""

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import excerpt as module
from sitegen.excerpt import Sources, excerpt
from sitegen.unicode import UNSAFE_IN_LINE


@pytest.mark.parametrize(
    ("line", "column", "width", "shown"),
    [
        ("satu dua", 6, 40, ("satu dua", 5)),
        ("satu", 5, 40, ("satu", 4)),
        ("satu", 6, 40, None),
        ("satu", 0, 40, ("satu", -1)),
        ("", 1, 40, ("", 0)),
        ("\tx", 2, 40, ("    x", 4)),
        ("ab\tx", 4, 40, ("ab  x", 4)),
        ("\u65e5\u672cx", 3, 40, ("\u65e5\u672cx", 4)),
        ("e\u0301x", 3, 40, ("e\u0301x", 1)),
        ("ae\u0301x", 3, 40, ("ae\u0301x", 1)),
        ("\u0301x", 2, 40, ("\u25cc\u0301x", 1)),
        ("\x1b[0mx", 5, 40, ("U+001B[0mx", 9)),
        ("a\u202ebx", 4, 40, ("aU+202Ebx", 8)),
        ("\u05d0\u05d1 x", 4, 40, ("\u05d0\u05d1 x", -1)),
        ("a" * 50, 1, 20, ("a" * 18 + "…", 0)),
        ("a" * 50 + "b", 51, 20, ("…" + "a" * 11 + "b", 12)),
        ("a" * 30 + "b" + "c" * 30, 31, 20, ("…" + "a" * 11 + "b" + "c" * 6 + "…", 12)),
        ("a" * 9000 + "b" + "c" * 9000, 9001, 20, ("…" + "a" * 11 + "b" + "c" * 6 + "…", 12)),
        ("\u05d0" * 50 + "a" * 30 + "b", 81, 20, ("…" + "a" * 11 + "b", 12)),
    ],
)
def test_where_the_mark_stands(line: str, column: int, width: int, shown: tuple[str, int] | None) -> None:
    found = excerpt(line, column, width)
    assert (found and (found.text, found.before)) == shown


@pytest.mark.parametrize(
    ("line", "column", "marked"),
    [
        ("satu dua", 6, "dua"),
        ("satu", 5, ""),
        ("ab\tx", 4, "x"),
        ("\u65e5\u672cx", 3, "x"),
        ("ae\u0301x", 3, "e\u0301x"),
        ("\x1b[0mx", 5, "x"),
        ("a" * 50 + "bc", 51, "bc"),
    ],
)
def test_which_character_is_marked(line: str, column: int, marked: str) -> None:
    found = excerpt(line, column, 20)
    assert found
    assert found.text[found.at :] == marked


def _cells(text: str) -> int:
    return sum(
        0 if unicodedata.category(c) in ("Mn", "Me") else 1 + (unicodedata.east_asian_width(c) in ("W", "F"))
        for c in text
    )


def _before(text: str, cells: int) -> str:
    """What of `text` begins at that cell."""
    for start in range(len(text)):
        if _cells(text[:start]) == cells and _cells(text[start]):
            return text[start:]
    return ""


@given(st.text(st.sampled_from("ab \t\u65e5\uff21e\u0301\x1b\u202e\u05d0\U000e0001"), max_size=120), st.data())
def test_it_fits_is_safe_and_marks_the_character(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line) + 1))
    shown = excerpt(line, column, 24)
    assert shown is not None
    assert _cells(shown.text) <= 24
    assert not UNSAFE_IN_LINE.search(shown.text)
    if shown.before >= 0 and column <= len(line) and _cells(character := line[column - 1]):
        known = UNSAFE_IN_LINE.sub(lambda found: f"U+{ord(found[0]):04X}", character)
        assert _before(shown.text, shown.before).startswith(" " if character == "\t" else known)


def test_lines_are_counted_as_reading_does(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfsatu\r\ndua\rtiga\xff\n")
    sources = Sources(tmp_path)
    assert [sources.line("a.md", n) for n in range(6)] == [None, "satu", "dua", "tiga\ufffd", "", None]


def test_files_that_are_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 10)
    root = tmp_path / "proyek"
    (root / "folder").mkdir(parents=True)
    (tmp_path / "rahasia").write_text("rahasia")
    (root / "besar").write_text("a" * 11)
    (root / "pas").write_text("a" * 10)
    names = ["", ".", "folder", "tiada", "besar", "../rahasia", str(tmp_path / "rahasia"), "a\0b"]
    if os.name == "posix":
        (root / "tautan").symlink_to("../rahasia")
        (root / "putar").symlink_to("putar")
        os.mkfifo(root / "pipa")
        names += ["tautan", "putar", "pipa", "/dev/zero"]
    sources = Sources(root)
    assert {name: sources.line(name, 1) for name in names} == dict.fromkeys(names)
    assert sources.line("pas", 1) == "a" * 10
