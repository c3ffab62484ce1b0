"""`sitegen rule`: what a rule means, in both languages, in a process of its own and by its functions."""

import re
from pathlib import Path

import pytest

from sitegen.rulepage import examples, list_lines, page_lines, unknown_lines, way_out, what
from sitegen.rulepage_words import SUBJECTS, WEIGHTS
from sitegen.rules import RULES
from sitegen.rules.pages import PAGES, RulePage
from sitegen.unicode import UNSAFE_IN_LINE
from tests.conftest import GOOD, TODAY, add_theme, write
from tests.house.command import environment, sitegen

LANGUAGES = ("id", "en")


def test_a_page_says_all_that_there_is(tmp_path: Path) -> None:
    done = sitegen("--lang", "en", "rule", "yaml-colon", cwd=tmp_path, env=environment(COLUMNS="100"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == """\
yaml-colon (error)
  It has to be mended. Until then, sites stay as they were last published.

Message
  A colon cannot stand here.

Why
  A colon parts a key from its value. With a second one, half of a title could be taken for a new
  key and be lost from the page.

Wrong (-) and right (+): content/shared/halaman/layanan.md
    ---
  - title: Posyandu: dari lahir sampai lansia
  + title: "Posyandu: dari lahir sampai lansia"
    summary: Apa saja yang kami layani.
    ---
    Posyandu buka setiap bulan.

Way out
  If the colon belongs to the text, put the whole text in quotes; if this is a new key, mend the
  indentation.
"""
    )


def test_the_language_is_that_of_all_messages(tmp_path: Path) -> None:
    done = sitegen("rule", "theme-page-size", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("theme-page-size (kesalahan)\n  Harus diperbaiki.")
    assert "\nMengapa\n" in done.stdout
    assert "\nJalan keluar\n" in done.stdout


def test_an_unknown_rule_gets_its_nearest_names(tmp_path: Path) -> None:
    done = sitegen("--lang", "en", "rule", "yaml-collon", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    said = done.stderr.splitlines()
    assert said[0] == "There is no rule named “yaml-collon”."
    assert said[1].startswith("Did you mean: yaml-colon,")
    assert said[2] == "All rules: sitegen rule"


def test_a_name_like_no_other_is_shown_safely() -> None:
    assert unknown_lines("\x1b[31m\u202e\n", "id") == [
        "Tidak ada aturan bernama “U+001B[31mU+202EU+000A”.",
        "Semua aturan: sitegen rule",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_has_every_rule_once(lang: str) -> None:
    rows = [re.split(r"  +", line.strip()) for line in list_lines(lang) if line.startswith("  ")]
    assert sorted(row[0] for row in rows) == sorted(RULES)
    assert all(row[2] == " ".join(re.split(r"  +", what(row[0], lang))) for row in rows)


def test_without_a_name_all_are_listed(tmp_path: Path) -> None:
    done = sitegen("--lang", "id", "rule", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.splitlines() == list_lines("id")


def test_the_subjects_are_the_tables() -> None:
    assert {rule: row for _, _, rules in SUBJECTS for rule, row in rules.items()} == RULES
    assert {row.severity for row in RULES.values()} == set(WEIGHTS)


@pytest.mark.parametrize("rule", RULES)
def test_every_blank_has_a_word(rule: str) -> None:
    for lang in LANGUAGES:
        for text in (what(rule, lang), way_out(rule, lang)):
            assert not re.search(r"‹\w+_\w+›", text)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", PAGES)
def test_no_line_of_a_page_harms_a_terminal(rule: str, lang: str) -> None:
    lines = page_lines(rule, lang, 80)
    assert not [line for line in lines if UNSAFE_IN_LINE.search(line)]
    prose = [line for line in lines if not re.match(r"  [-+ ] ", line)]
    assert max(map(len, prose)) <= 120  # a path or an address may be longer than the terminal is wide


def test_what_cannot_be_seen_is_shown_by_its_number() -> None:
    page = RulePage(("A.", "A."), "a.md", "a\u200bb\r\n", "ab\n")
    wrong, right = examples(page, "en")
    assert wrong.lines == (("-", "a[U+200B]b[U+000D]"),)
    assert right.lines == (("+", "ab"),)


def test_short_texts_stand_apart_and_long_ones_as_one() -> None:
    short = RulePage(("A.", "A."), "a.md", "satu\ndua\n", "satu\ntiga\n")
    assert [e.lines for e in examples(short, "id")] == [((" ", "satu"), ("-", "dua")), ((" ", "satu"), ("+", "tiga"))]
    rest = "".join(f"baris {n}\n" for n in range(5))
    long = RulePage(("A.", "A."), "a.md", f"{rest}dua\n", f"{rest}tiga\n")
    (both,) = examples(long, "id")
    assert [mark for mark, _ in both.lines] == [*" " * 5, "-", "+"]


def test_a_file_that_is_no_text_is_not_shown() -> None:
    page = RulePage(("A.", "A."), "a.md", "a\n", "b\n", also=(("a.gif", "GIF87a\x01\x00"),))
    assert next(examples(page, "id")).lines == ((" ", "(berkas ini bukan teks)"),)


def test_a_file_that_is_not_there_and_lines_that_are_too_long() -> None:
    page = RulePage(("A.", "A."), "a.md", "", f"{'a' * 150}\n")
    wrong, right = examples(page, "en")
    assert wrong.lines == (("-", "(there is no such file)"),)
    assert right.lines == (("+", f"{'a' * 100}… (50 more characters)"),)


def test_check_points_to_the_command_once(tmp_path: Path) -> None:
    add_theme(tmp_path)
    write(tmp_path, {**GOOD, "content/shared/halaman/a.md": "Isi.\n", "content/shared/halaman/b.md": "Isi.\n"})
    said = [
        sitegen("--lang", "en", "check", "--date", TODAY.isoformat(), "--format", form, cwd=tmp_path).stdout
        for form in ("full", "concise", "json", "github", "gitlab")
    ]
    assert [one.count("sitegen rule") for one in said] == [1, 0, 0, 0, 0]
    assert "sitegen rule front-matter-missing\n" in said[0]
