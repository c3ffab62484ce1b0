"""The pages of rules are true: what they call wrong makes that Problem, what they call right makes no error."""

import importlib
from pathlib import Path

import pytest

from sitegen.build import check
from sitegen.options import Options
from sitegen.problems import Problem
from sitegen.rules import RULES
from sitegen.rules.pages import PAGES
from sitegen.versions import UNUSED
from tests.conftest import GOOD, REPO, TODAY, add_theme, read_tree, write
from tests.house.test_floors import FILES, imports

SUBJECTS = sorted({path.stem for path in (REPO / "sitegen/rules").glob("*.py")} - {"__init__", "rule"})


class Lab:
    """The good project in one folder for all examples: each is laid over it and taken off again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        add_theme(root)
        write(root, GOOD)
        self._good = read_tree(root)
        self.always = self.found({})  # tasks that the good project has
        assert _errors(self.always) == []

    def found(self, files: dict[str, str]) -> tuple[Problem, ...]:
        """The Problems of the good project with these files; "" means that there is no such file."""
        for name, text in files.items():
            (self.root / name).unlink(missing_ok=True)
            if text:
                write(self.root, {name: text})
        try:
            return check(Options(self.root, self.root / "dist", TODAY, jobs=1), lambda *_: None).problems
        finally:
            for name in files:
                (self.root / name).unlink(missing_ok=True)
                self._prune((self.root / name).parent)
            write(self.root, {name: self._good[name] for name in files if name in self._good})

    def _prune(self, folder: Path) -> None:
        """Takes away folders that an example left empty."""
        while folder != self.root and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Lab:
    return Lab(tmp_path_factory.mktemp("halaman") / "proyek")


@pytest.mark.usefixtures("quick_themes")
@pytest.mark.parametrize("rule", [rule for rule, page in PAGES.items() if page.file])
def test_examples_are_true(rule: str, lab: Lab) -> None:
    page = PAGES[rule]
    wrong = lab.found({**dict(page.also), page.file: page.wrong})
    right = lab.found({**dict(page.also), page.file: page.right})
    file = page.at or page.file
    assert file in _files(wrong, rule), _said(wrong)
    assert {p.rule for p in _errors(wrong)} <= {rule}, _said(wrong)  # it shows one mistake, not two
    assert _files(right, rule) <= _files(lab.always, rule) - {file}, _said(right)
    assert _errors(right) == [], _said(right)


def test_every_rule_has_a_page() -> None:
    assert set(RULES) - set(PAGES) == set()


@pytest.mark.parametrize("rule", PAGES)
def test_pages_are_whole(rule: str) -> None:
    """Both languages say why, and there is an example, or words in both languages in its place."""
    page = PAGES[rule]
    assert all(text and text == text.strip() and text[-1] in ".?!" for text in page.why)
    words = (*page.wrong_words, *page.right_words)
    if page.file:
        assert page.wrong != page.right
        assert page.at != page.file
        assert not any(words)
    else:
        assert all(words)
        assert not (page.wrong or page.right or page.also or page.at)


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_table_has_the_rules_of_its_namesake(name: str) -> None:
    """In the same order, so that both files are read side by side."""
    rules, pages = (
        getattr(importlib.import_module(f"{package}.{name}"), name.upper())
        for package in ("sitegen.rules", "sitegen.rules.pages")
    )
    assert list(pages) == list(rules)


def test_only_the_command_imports_the_pages() -> None:
    """So a build neither pays for them nor makes anything anew when a page changes (`versions.maker`)."""
    outside = {path: {module for module, _ in imports(path)} for path in FILES if not path.startswith(UNUSED)}
    assert [path for path, named in outside.items() if any(m.startswith("sitegen.rules.pages") for m in named)] == [
        "rulepage.py"
    ]
    assert [path for path, named in outside.items() if "sitegen.rulepage" in named] == ["commands/rule.py"]


def _files(problems: tuple[Problem, ...], rule: str) -> set[str]:
    return {p.place.file for p in problems if p.rule == rule}


def _errors(problems: tuple[Problem, ...]) -> list[Problem]:
    return [p for p in problems if p.severity == "error"]


def _said(problems: tuple[Problem, ...]) -> str:
    return "\n".join(f"{p.place} [{p.rule}] {p.message('en')}" for p in problems)
