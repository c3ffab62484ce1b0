"""The editor's guide is true: its commands are commands, its files and keys exist, its first article has no mistake."""

import datetime as dt
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

from sitegen.build import check
from sitegen.cli import cli
from sitegen.excerpt import Sources
from sitegen.formats import View, full_lines
from sitegen.model.document import Meta
from sitegen.options import Options
from sitegen.read.facts import fact_types
from sitegen.read.schema import convert
from sitegen.read.source import Mapping, parse_yaml
from sitegen.rules import RULES
from tests.conftest import REPO

GUIDE = (REPO / "docs/panduan-editor.md").read_text(encoding="utf-8")
DAY = dt.date(2026, 11, 22)
_FENCE = re.compile(r"^```(\w*)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(found[1], found[2], found[3]) for found in _FENCE.finditer(GUIDE)]
ARTICLES = {path: text for kind, path, text in BLOCKS if path}
PROSE = _FENCE.sub("", GUIDE)
CODE = re.findall(r"`+ ?(.+?) ?`+", PROSE)
COMMANDS = sorted(
    {
        line.strip()
        for kind, _, text in BLOCKS
        if kind == "sh"
        for line in text.splitlines()
        if line.startswith("sitegen")
    }
    | {text for text in CODE if text.startswith("sitegen ")}
)
FIRST = next(iter(ARTICLES))
# Made by the reader.
MADE_UP = {"content/shared/artikel/cuci-tangan.md", "content/shared/artikel/cuci-tangan/keran.jpg"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of this repository with the files that the guide has its readers write."""
    root = tmp_path_factory.mktemp("panduan") / "portal"
    root.mkdir()
    shutil.copy(REPO / "sites.yaml", root)
    for name in ("content", "themes"):
        shutil.copytree(REPO / name, root / name)
    for path, text in ARTICLES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def _checked(root: Path) -> list[str]:
    """What `sitegen check --drafts` says of the guide's files, as it is shown."""
    report = check(Options(root, root / "dist", DAY, jobs=1, drafts=True), lambda *_: None)
    view = View("id", Sources(root).line)
    return ["\n".join(full_lines(found, view)) for found in report.problems if found.place.file in ARTICLES]


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_are_commands(line: str) -> None:
    """They parse; nothing is run."""
    words = shlex.split(line)[1:]
    if words == ["--version"] or "SITUS" in words:
        return
    command = cli.get_command(click.Context(cli), words[0])
    assert command is not None
    if words[1:] or words[0] in ("build", "check", "serve", "sites", "rule"):
        command.make_context(words[0], words[1:], parent=click.Context(cli, obj={}))


def test_its_articles_have_no_mistake(root: Path) -> None:
    assert _checked(root) == []


def test_its_message_is_the_message(root: Path) -> None:
    file = root / FIRST
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r'^title: "(.*)"$', r"title: \1", text, flags=re.MULTILINE), encoding="utf-8")
    try:
        (said,) = _checked(root)
    finally:
        file.write_text(text, encoding="utf-8")
    assert said.strip() in GUIDE


def test_keys_of_the_table_exist() -> None:
    rows = re.findall(r"^\| (`[a-z_]+`(?:, `[a-z_]+`)*) \| .*? \| `(.*)` \|$", GUIDE, re.MULTILINE)
    keys = {key for names, _ in rows for key in re.findall(r"`(\w+)`", names)}
    assert {"title", "summary", "date", "topics", "withdrawn", "correction"} <= keys
    assert keys <= set(Meta.__dataclass_fields__)
    for _, example in rows:
        node = parse_yaml(f"title: A\n{example}\n" if not example.startswith("title") else f"{example}\n", "f", [])
        problems: list[object] = []
        assert isinstance(node, Mapping)
        assert convert(node, Meta, problems) is not None, (example, problems)  # type: ignore[arg-type]
        assert problems == []


def test_rules_files_and_facts_exist() -> None:
    rules = {name for cell in re.findall(r"^\| (`[a-z-]+`.*?) \|", GUIDE, re.MULTILINE) for name in _names(cell)}
    assert {"yaml-colon", "url-lost"} <= rules
    assert rules - set(RULES) - set(Meta.__dataclass_fields__) == set()
    for path in {text for text in CODE if re.match(r"(content|docs|sites\.yaml)[\w./-]*$", text)}:
        assert path in ARTICLES or path in MADE_UP or (REPO / path).exists(), path
    for target in re.findall(r"\]\(([\w./-]+?)(?:#[\w-]+)?\)", PROSE):
        assert target.endswith(".md") or target.startswith("images/")
        inside = target in ("berobat-dengan-jkn.md", "../halaman/tentang.md")
        assert ((REPO / "content/shared/artikel" if inside else REPO / "docs") / target).exists(), target
    facts = {text for text in CODE if re.fullmatch(r"(site|region|contact)\.\w+", text)}
    assert facts
    assert facts <= set(fact_types(()))


def test_boxes_exist() -> None:
    kinds = re.search(r"^Kotak; .*?:$", GUIDE, re.MULTILINE | re.DOTALL)
    assert kinds
    named = set(re.findall(r"`(\w+)`", kinds[0]))
    assert named - {"info"} <= {path.stem for path in (REPO / "themes/default/style/body").glob("*.css")}
    assert set(re.findall(r"^!!! (\w+)", GUIDE, re.MULTILINE)) <= named


def test_anchors_exist() -> None:
    places = set(re.findall(r'<a id="(\w+)">', GUIDE))
    assert set(re.findall(r"\]\(#(\w+)\)", GUIDE)) == places


def _names(cell: str) -> list[str]:
    return re.findall(r"`([a-z]+(?:-[a-z]+)+)`", cell)
