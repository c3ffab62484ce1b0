"""What is handed out: a wheel that carries code, rules, register and licences, and runs without its sources."""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this package, built from a copy, without a network."""
    pytest.importorskip("hatchling", reason="hatchling is not installed, and without it no wheel is built offline")
    source, folder = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT / "sitegen", source / "sitegen", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "tests/setup", source / "tests/setup", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "content", source / "content")
    if find_spec("pip"):
        command = ["pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder), str(source)]
    else:  # an environment made by uv has no pip
        command = ["hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=source, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = folder.glob("sitegen-*.whl")
    return made


def test_wheel_carries_what_it_needs_and_no_more(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    code = {p.relative_to(ROOT).as_posix() for p in (ROOT / "sitegen").rglob("*.py")}
    data = {
        f"sitegen/data/{n}"
        for n in ("preview.css", "regencies.csv", "marks.csv", "motif.json", "LICENSE-wilayah-MIT.txt")
    }
    assert sorted((code | data | {"sitegen/py.typed"}) - set(names)) == []
    assert {f"sitegen/rules/{n}.py" for n in ("__init__", "rule", "reading", "content", "planning")} <= set(names)
    tops = {name.partition("/")[0] for name in names}
    assert sorted(t for t in tops if t != "sitegen" and not t.endswith(".dist-info")) == []
    assert [n for n in names if n.endswith("licenses/LICENSE")]
    assert [n for n in names if n.endswith("licenses/sitegen/data/LICENSE-wilayah-MIT.txt")]


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
