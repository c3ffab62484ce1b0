"""What others wrote and this repository carries: listed with origin, licence and checksum, and nothing besides."""

import re
import subprocess
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from tests.house.command import REPOSITORY

DATA = REPOSITORY / "sitegen/data"
TABLES = {DATA: ("offline",), DATA / "search": ()}  # a folder with a table, and those below that the table counts in
ROW = re.compile(r"^\| `(\S+)` \|([^|]*)\|([^|]*)\|([^|]*)\| (?:`([0-9a-f]{64})` )?\|$", re.MULTILINE)
# How works of others mostly say so; where the words themselves are spoken of.
MARKS = re.compile(
    rb"copyright \(?c?\)? ?(?:19|20)\d\d|@licen[sc]e|@preserve|/\*!|sourceMappingURL|SPDX-License", re.IGNORECASE
)
SPEAK_OF_IT = {"LICENSE", "sitegen/plan/search.py", "tests/search/test_index.py", "tests/house/test_vendored.py"}
BINARY = {".wasm", ".woff", ".woff2", ".ttf", ".otf", ".so", ".dll", ".exe", ".jar", ".whl", ".gz"}


def rows(folder: Path) -> dict[str, tuple[str, str, str]]:
    """By file: where it is from, its licence, its checksum."""
    found = ROW.findall((folder / "README.md").read_text("utf-8"))
    return {name: (origin.strip(), licence.strip(), checksum) for name, _, origin, licence, checksum in found}


@pytest.mark.parametrize("folder", TABLES, ids=lambda folder: folder.name)
def test_every_file_is_in_its_table(folder: Path) -> None:
    there = [*folder.iterdir(), *(path for below in TABLES[folder] for path in (folder / below).iterdir())]
    files = {path.relative_to(folder).as_posix() for path in there if path.is_file()}
    assert set(rows(folder)) == files - {"README.md"}
    assert {path for path in DATA.iterdir() if path.is_dir()} == {DATA / "offline", DATA / "search"}


@pytest.mark.parametrize("folder", TABLES, ids=lambda folder: folder.name)
def test_checksums(folder: Path) -> None:
    for name, (origin, _, checksum) in rows(folder).items():
        if checksum:
            assert sha256((folder / name).read_bytes()).hexdigest() == checksum, f"{name}: was it meant to change?"
        else:
            assert origin == "ours", f"{name} is the work of others: its row needs a checksum"


def test_works_of_others_name_version_and_licence() -> None:
    pyproject = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    handed_out = set(pyproject["project"]["license-files"])
    licences = set()
    for folder in TABLES:
        for name, (origin, licence, _) in rows(folder).items():
            if licence == "as sitegen" or name.startswith("LICENSE-"):
                continue
            assert re.search(r"\d+\.\d+\.\d+|commit [0-9a-f]{7,}", origin), f"{name}: which version?"
            file = re.search(r"`(LICENSE-\S+\.txt)`", licence)
            assert file, f"{name}: where is its licence?"
            licences.add((folder / file[1]).relative_to(REPOSITORY).as_posix())
    assert licences == {path.relative_to(REPOSITORY).as_posix() for path in DATA.rglob("LICENSE*")}
    assert handed_out == {"LICENSE", *licences}


def test_nothing_else_is_the_work_of_others() -> None:
    listed = {(folder / name).relative_to(REPOSITORY).as_posix() for folder in TABLES for name in rows(folder)}
    listed |= {(folder / "README.md").relative_to(REPOSITORY).as_posix() for folder in TABLES}
    for name in tracked():
        path = REPOSITORY / name
        assert path.suffix not in BINARY, f"{name}: by whom, of which version, under which licence?"
        if name not in listed | SPEAK_OF_IT and path.is_file():
            found = MARKS.search(path.read_bytes())
            assert found is None, f"{name} has {found and found[0]!r}: list it in a table with its licence"


def tracked() -> list[str]:
    """The files of the repository; of its folders, where there is no git (a source distribution)."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return [name for name in done.stdout.split("\0") if name]
    tops = ("sitegen", "themes", "content", "docs", "tests")
    found = (path for top in tops for path in (REPOSITORY / top).rglob("*") if path.is_file())
    return [path.relative_to(REPOSITORY).as_posix() for path in found if path.parent.name != "__pycache__"]
