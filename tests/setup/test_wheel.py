"""What is handed out: a wheel that carries code, rules, register and licences, and runs without its sources."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
BUILD = ["hatchling", "build", "-t", "wheel", "-d"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this package, built from a copy, without a network."""
    pytest.importorskip("hatchling", reason="hatchling is not installed, and without it no wheel is built offline")
    source, folder = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    copy(source)
    if find_spec("pip"):
        command = ["pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder), str(source)]
    else:  # an environment made by uv has no pip
        command = [*BUILD, str(folder)]
    return made(source, folder, command)


def copy(source: Path) -> None:
    for name in ("sitegen", "content", "tests/setup"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)


def made(source: Path, folder: Path, command: list[str]) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=source, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (found,) = folder.glob("sitegen-*.whl")
    return found


def test_wheel_carries_what_it_needs_and_no_more(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    files = {path for path in (ROOT / "sitegen").rglob("*") if path.is_file() and path.parent.name != "__pycache__"}
    licences = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["license-files"]
    (info,) = {name.partition("/")[0] for name in names if not name.startswith("sitegen/")}
    about = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", *(f"licenses/{name}" for name in licences)}
    assert sorted(names) == sorted(
        {path.relative_to(ROOT).as_posix() for path in files} | {f"{info}/{name}" for name in about}
    )
    assert len(licences) > 1


def test_the_licences_in_the_wheel_are_whole(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        (info,) = {name.partition("/")[0] for name in archive.namelist() if ".dist-info/" in name}
        metadata = archive.read(f"{info}/METADATA").decode()
        for path in (ROOT / "LICENSE", *(ROOT / "sitegen").rglob("LICENSE*")):
            name = path.relative_to(ROOT).as_posix()
            assert archive.read(f"{info}/licenses/{name}") == path.read_bytes()
            assert f"License-File: {name}\n" in metadata
            if name != "LICENSE":  # beside what it is for, too
                assert archive.read(name) == path.read_bytes()


def test_two_wheels_are_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    source = tmp_path / "folder lain"
    copy(source)
    for path in source.rglob("*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
        path.chmod(0o700 if path.is_dir() else 0o600)
    assert made(source, tmp_path, [*BUILD, str(tmp_path)]).read_bytes() == wheel.read_bytes()


def test_wheel_runs_alone(wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    (tmp_path / "sites.yaml").write_text('sites:\n  - {domain: contoh.example, district: "32.02"}\n', encoding="utf-8")
    code = "import sitegen, sys; print(sitegen.__file__); from sitegen.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "-C", str(tmp_path), "sites", "--json"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    where, _, rows = done.stdout.partition("\n")
    assert done.returncode == 0, done.stderr
    assert Path(where).is_relative_to(tmp_path)
    assert [row["name"] for row in json.loads(rows)] == ["Portal Kesehatan Kabupaten Sukabumi"]
