"""Every mistake that a project can contain, one folder each: what is said, and that nothing published is touched.

A folder is named after its rule and holds the files that differ from the good project in `tests/conftest.py`.
`expected.txt` is what the command line shows; `SITEGEN_REWRITE=1` writes it anew. `steps.txt`, if there is one, says
what files cannot: see `STEPS`.
"""

import datetime as dt
import os
import re
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.phrases import phrase
from sitegen.problems import Problem
from sitegen.rules import RULES
from tests.conftest import GOOD, REWRITE, add_theme, build_project, read_tree, write

HERE = Path(__file__).parent
CASES = sorted(folder.name for folder in HERE.iterdir() if folder.is_dir() and folder.name != "__pycache__")
OWN = {"expected.txt", "steps.txt"}
DOMAINS = ("satu.example", "dua.example")

WITHOUT_FOLDER = {
    **dict.fromkeys(
        (
            "disk-full",
            "output-foreign-file",
            "output-is-source",
            "output-keep-conflict",
            "output-locked",
            "output-manifest-lost",
            "output-not-folder",
            "output-not-ours",
            "output-path-unsafe",
            "output-source-changed",
            "output-symlink",
            "rollback-altered",
            "rollback-impossible",
            "rollback-unknown",
            "worker-died",
            "write-failed",
        ),
        "about the output folder or the machine, not the project: tests/write, tests/diary",
    ),
    **dict.fromkeys(
        (name for name in RULES if name.startswith("accept-")),
        "about what `sitegen accept` is asked for: tests/editions/test_accept.py",
    ),
    **dict.fromkeys(
        (name for name in RULES if name.startswith("new-")),
        "about what `sitegen new` is asked for: tests/editions/test_new.py",
    ),
    **dict.fromkeys(
        (name for name in RULES if name.startswith("package-")),
        "about what `sitegen package` is asked for: tests/write/test_package.py",
    ),
    **dict.fromkeys(
        (name for name in RULES if name.startswith(("sign-", "verify-", "openssh-"))),
        "about published trees and what `sitegen sign` and `sitegen verify` are asked for: tests/verify",
    ),
    **dict.fromkeys(
        (name for name in RULES if name.startswith("explain-")),
        "about what `sitegen explain` is asked for: tests/editions/test_explain.py",
    ),
    **dict.fromkeys(
        (name for name in RULES if name.startswith(("git-", "diff-"))),
        "about what `sitegen diff` is asked for: tests/diff",
    ),
    **dict.fromkeys(
        ("override-by-hand", "override-exists", "override-none", "override-not-shown", "override-path"),
        "about the words of a command that changes the content: tests/editions",
    ),
    **dict.fromkeys(
        ("review-days", "review-name", "review-several", "review-shape", "review-unknown"),
        "about what `sitegen review` is asked for: tests/editions/test_governance.py",
    ),
    "template-character": "a template with these characters is refused on reading: unsafe-character",
    **dict.fromkeys(
        ("text-too-costly", "text-slow", "template-too-costly"),
        "they would hold up this table for seconds: tests/hostile",
    ),
    "yaml-too-large": "every file that holds YAML is refused as too large before; tests/read asks parse_yaml itself",
}
# Only what POSIX can make: elsewhere the case is left out.
POSIX_ONLY = {"file-missing", "file-not-regular", "file-outside", "file-unreadable", "output-path-unsafe"}


def _link(root: Path, path: str, target: str) -> None:
    (root / path).symlink_to(target)


def _special(kind: int) -> Callable[..., None]:
    return lambda root, path: os.mknod(root / path, kind | 0o600)


def _delete(root: Path, path: str) -> None:
    if (root / path).is_dir():
        shutil.rmtree(root / path)
    else:
        (root / path).unlink(missing_ok=True)


def _repeat(root: Path, path: str, count: str, *words: str) -> None:
    """In a file, `@` becomes `count` times these words."""
    file = root / path
    file.write_text(file.read_text(encoding="utf-8").replace("@", " ".join(words) * int(count)), encoding="utf-8")


def _rename(root: Path, path: str, target: str) -> None:
    (root / path).rename(root / target)


def _latin(root: Path, path: str) -> None:
    (root / path).write_bytes((root / path).read_text(encoding="utf-8").encode("latin-1"))


STEPS: dict[str, Callable[..., None]] = {
    "delete": _delete,
    "link": _link,
    "fifo": _special(stat.S_IFIFO),
    "socket": _special(stat.S_IFSOCK),
    "repeat": _repeat,
    "rename": _rename,
    "latin1": _latin,
    "build": lambda root: None if not build_project(root).failed else pytest.fail("it was to be published"),
}


class Place:
    """The good project, built, in one folder for all cases: only what a case changed is laid anew for the next."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "proyek"
        self._good = folder / "asli"
        add_theme(self._good)
        write(self._good, GOOD)
        shutil.copytree(self._good, self.root)
        report = build_project(self.root)
        assert [p for p in report.problems if p.severity != "task"] == []
        for name in (".sitegen", "dist"):
            shutil.copytree(self.root / name, self._good / name)
        self.published = self.live()
        assert all(self.published.values())

    def live(self) -> dict[str, dict[str, bytes]]:
        """What is published."""
        return {domain: read_tree(self.root / "dist" / domain) for domain in DOMAINS}

    def renew(self, *names: str) -> None:
        """Lays these files and folders of the project anew."""
        for name in names:
            _delete(self.root, name)
            source, target = self._good / name, self.root / name
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                shutil.copy2(source, target)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(tmp_path_factory.mktemp("salah"))


def overlay(case: str, root: Path) -> dict[str, Any]:
    """Puts a case over the good project in `root`; gives the options to build it with."""
    folder = HERE / case
    for path, data in read_tree(folder).items():
        if path not in OWN:
            write(root, {path: data})
    options: dict[str, Any] = {}
    steps = folder / "steps.txt"
    for line in steps.read_text(encoding="utf-8").splitlines() if steps.exists() else ():
        word, *rest = line.split(" ")
        if word == "option":
            options[rest[0]] = tuple(rest[1:]) or True
        elif word == "today":
            options[word] = dt.date.fromisoformat(rest[0])
        else:
            STEPS[word](root, *rest)
    return options


def shown(problems: tuple[Problem, ...], lang: str) -> str:
    """Place, weight, message, way out and detail, as `formats.full` has them; excerpts: tests/terminal."""
    parts = []
    for found in problems:
        weight = phrase(found.severity.value, lang)
        parts.append(f"{found.place}: {weight} [{found.rule}] {found.message(lang)}\n")
        parts.append(f"  {phrase('hint', lang)}: {found.hint(lang)}\n")
        parts += [f"    {line}".rstrip() + "\n" for line in found.detail_lines()]
    return "".join(parts)


@pytest.mark.usefixtures("quick_themes")
@pytest.mark.parametrize(
    "case",
    CASES,
)
def test_wrong(case: str, place: Place) -> None:
    if case in POSIX_ONLY and os.name != "posix":
        pytest.skip("needs POSIX files")
    touched = (
        ["sites.yaml", "content", "themes"] if case.startswith(("theme", "template")) else ["sites.yaml", "content"]
    )
    try:
        options = overlay(case, place.root)
        published = place.live()
        report = build_project(place.root, **options)
        live = place.live()
    finally:
        place.renew(*touched)

    weight = RULES[case].severity
    problems = tuple(p for p in report.problems if p.severity != "task" or weight == "task")
    assert case in {p.rule for p in problems}
    assert report.failed == any(p.severity == "error" for p in problems) == (weight == "error")
    if report.failed:
        assert live == published
    if not report.failed or published != place.published:
        place.renew("dist", ".sitegen")
    text = f"{shown(problems, 'id')}\n{shown(problems, 'en')}".replace(str(place.root), "PROYEK")
    assert str(place.root.parent) not in text
    if REWRITE:
        (HERE / case / "expected.txt").write_text(text, encoding="utf-8")
    assert text == (HERE / case / "expected.txt").read_text(encoding="utf-8"), "SITEGEN_REWRITE=1 rewrites it"


def test_every_rule_has_a_folder() -> None:
    assert set(CASES) | set(WITHOUT_FOLDER) == set(RULES)
    assert not set(CASES) & set(WITHOUT_FOLDER)


def test_both_languages_have_the_same_blanks() -> None:
    blanks = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
    for name, rule in RULES.items():
        for words in (rule.message, rule.hint):
            indonesian, english = (sorted(set(blanks.findall(text))) for text in words)
            assert [b.removesuffix("_id") for b in indonesian] == [b.removesuffix("_en") for b in english], name
            assert all(text.strip() for text in words), name
