"""The guide for ops is true: its commands are commands, and the files, rules, sites and words that it names exist."""

import datetime as dt
import re
import shlex
from pathlib import Path

import click
import pytest

from sitegen.cli import cli
from sitegen.model.kinds import BY_FOLDER
from sitegen.phrases import PHRASES
from sitegen.problems import Problem
from sitegen.read.sites import read_sites
from sitegen.rules import RULES
from tests.conftest import REPO

GUIDE = (REPO / "docs/panduan-ops.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(found[1], found[2]) for found in _FENCE.finditer(GUIDE)]
PROSE = _FENCE.sub("", GUIDE)
CODE = re.findall(r"`([^`]+)`", PROSE)
_CALL = re.compile(r"(?:^|&& )(?:\.venv/bin/)?(sitegen .*?)(?= &&| >>|$)", re.MULTILINE)
COMMANDS = sorted(
    {call for kind, text in BLOCKS if kind == "sh" for call in _CALL.findall(text)}
    | {text for text in CODE if text.startswith("sitegen ") and not text.endswith("...")}
)
# What sitegen makes, and folders of the reader's sites.
MADE = re.compile(r"dist/|\.sitegen/|\.venv/|prev/|paket/|content/(sites|groups)/<id>/")


def _words(line: str) -> list[str]:
    words = shlex.split(line, comments=True)[1:]
    while words and words[0] in ("-C", "--lang"):
        del words[:2]
    return words[1:] if words and words[0] == "--debug" else words


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_are_commands(line: str) -> None:
    """They parse, and the sites and documents in them exist; nothing is run."""
    words = _words(line)
    if words == ["--version"]:
        return
    command = cli.get_command(click.Context(cli), words[0])
    assert command is not None, words[0]
    if words[1:]:
        command.make_context(words[0], words[1:], parent=click.Context(cli, obj={}))
    sites = {site.id for site in read_sites(REPO, []).sites}
    for word in words[1:]:
        if re.fullmatch(r"dinkes\w+", word):
            assert word in sites
        if word.partition("/")[0] in BY_FOLDER and "/" in word:
            assert (REPO / f"content/shared/{word}.md").exists(), word


def test_its_rows_of_sites_yaml_have_no_mistake(tmp_path: Path) -> None:
    site, contact = (text for kind, text in BLOCKS if kind == "yaml")
    (domain,) = re.findall(r"domain: (\S+),", site)
    for text in (site, f'  - domain: {domain}\n    district: "32.02"\n{contact}'):
        (tmp_path / "sites.yaml").write_text(f"sites:\n{text}", encoding="utf-8")
        problems: list[Problem] = []
        (read,) = read_sites(tmp_path, problems, dt.date(2026, 11, 30)).sites
        assert [found for found in problems if found.severity != "task"] == []
        assert read.domain == domain


def test_rules_exist() -> None:
    names = {text for text in CODE if re.fullmatch(r"[a-z]+(?:-[a-z]+)+", text)} - {"-luring"}
    assert {"url-lost", "mass-removal", "output-locked"} <= names
    assert names <= set(RULES)


def test_files_and_links_exist() -> None:
    for path in {text for text in CODE if re.match(r"[\w.-]+/", text) and " " not in text and "=" not in text}:
        known = MADE.match(path) or (REPO / path).exists()
        assert known or path.startswith("artikel/"), path
    for target, anchor in re.findall(r"\]\(([\w./-]*)(?:#([\w-]+))?\)", PROSE):
        file = REPO / "docs" / (target or "panduan-ops.md")
        assert file.is_file(), target
        if anchor:
            assert anchor in _anchors(file.read_text(encoding="utf-8")), anchor


def test_what_it_quotes_is_said() -> None:
    said = [text for pair in PHRASES.values() for text in pair]
    for quoted in ("Folder ini bukan proyek sitegen", "Ini kesalahan sitegen sendiri"):
        assert f'"{quoted}"' in GUIDE
        assert any(quoted in text for text in said)


def _anchors(text: str) -> set[str]:
    """The anchors of headings, as GitHub and GitLab make them."""
    heads = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
