"""docs/commands.md says what `--help` says, and `--help` says it in both languages."""

import re

import click
import pytest

from sitegen.cli import cli
from tests.conftest import REPO, REWRITE
from tests.house.commands_reference import PAGE, both, commands, generated, options, rewritten

NAMES = ["", *commands()]


def command(name: str) -> click.Command:
    return commands()[name] if name else cli


def test_the_page_is_up_to_date() -> None:
    page = PAGE.read_text("utf-8")
    if REWRITE:
        PAGE.write_bytes(rewritten(page).encode())
        page = PAGE.read_text("utf-8")
    assert re.findall(r"<!-- begin: (\w+) -->", page) == [*generated()]
    assert page == rewritten(page), "SITEGEN_REWRITE=1 pytest tests/house/test_commands_reference.py rewrites it"


@pytest.mark.parametrize("name", NAMES)
def test_every_help_is_a_sentence_in_each_language(name: str) -> None:
    for words in (command(name).help, *(option.help for option in options(command(name)))):
        for sentence in both(words):
            assert sentence.endswith("."), words
            assert sentence[0].isupper() or sentence.startswith("--"), words


@pytest.mark.parametrize("name", NAMES)
def test_a_default_is_said_in_both_languages(name: str) -> None:
    for option in options(command(name)):
        indonesian, english = both(option.help)
        assert indonesian.count("(bawaan: ") == english.count("(default: "), option.opts
        default = option.to_info_dict()["default"]
        if isinstance(default, str | int) and default not in ("", False):
            assert f"(bawaan: {default})" in indonesian, option.opts


@pytest.mark.parametrize("name", NAMES)
def test_what_has_to_be_given_is_said_in_both_languages(name: str) -> None:
    for option in options(command(name)):
        indonesian, english = both(option.help)
        said = ("(wajib)" in indonesian, "(required)" in english)
        assert said == (option.required, option.required), option.opts


def test_one_word_for_one_thing() -> None:
    """An option of several commands is explained in the same words."""
    seen: dict[tuple[str, ...], set[str]] = {}
    for found in commands().values():
        for option in options(found):
            seen.setdefault((*option.opts, option.name or ""), set()).add(str(option.help))
    alike = {
        opts: words for opts, words in seen.items() if opts[0] not in ("--json", "--site", "--group", "--by", "--on")
    }
    assert {opts: words for opts, words in alike.items() if len(words) > 1} == {}


def test_every_command_is_listed_in_the_readme() -> None:
    readme = (REPO / "README.md").read_text("utf-8")
    assert [name for name in commands() if f"| `sitegen {name}" not in readme] == []
