"""Packages come as locked, or say that they do not; what has another hash is never installed."""

import subprocess
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.setup import packages

Calls = list[Sequence[str]]


def result(returncode: int, stderr: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess((), returncode, "", stderr)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose lock names one wheel; pip finds it in a folder and installs it in another, without a network."""
    pytest.importorskip("pip", reason="an environment made by uv has no pip")
    wheels, setup = tmp_path / "wheels", tmp_path / "setup"
    wheels.mkdir()
    setup.mkdir()
    with ZipFile(wheels / "barang-1.0-py3-none-any.whl", "w") as archive:
        archive.writestr("barang.py", "")
        archive.writestr("barang-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: barang\nVersion: 1.0\n")
        archive.writestr("barang-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr("barang-1.0.dist-info/RECORD", "")
    for name, value in {
        "PIP_CONFIG_FILE": "/dev/null",
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "PIP_TARGET": str(tmp_path / "installed"),
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(packages, "ROOT", tmp_path)
    monkeypatch.setattr(packages, "FOLDER", setup)
    return tmp_path


def test_another_hash_ends_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """pip's own words for it are those that are looked for."""
    (project / "setup/build.lock").write_text(f"barang==1.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    assert packages.install("build") == 1
    said = capsys.readouterr().out
    assert "NOT installed" in said and "UNCHECKED" not in said
    assert not (project / "installed").exists()


def test_a_lock_that_does_not_fit_says_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "setup/build.lock").write_text(f"lainnya==1.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    assert packages.install("build") != 0  # there is no project to install by its pyproject.toml either
    said = capsys.readouterr().out
    assert "No matching distribution found for lainnya==1.0" in said
    assert "NOTICE: setup/build.lock does not fit" in said and "UNCHECKED" in said


def test_what_the_lock_names_is_installed(project: Path) -> None:
    data = (project / "wheels/barang-1.0-py3-none-any.whl").read_bytes()
    (project / "setup/build.lock").write_text(f"barang==1.0 --hash=sha256:{sha256(data).hexdigest()}\n", "utf-8")
    packages.install("build")
    assert (project / "installed/barang.py").is_file()


@pytest.mark.parametrize(
    ("answers", "code", "words"),
    [
        ((result(0), result(0)), 0, "hashes checked"),
        ((result(0), result(1, "No matching distribution found for baru"), result(0)), 0, "UNCHECKED"),
        ((result(1, "No matching distribution"), result(0)), 0, "UNCHECKED"),
        ((result(1, "No matching distribution"), result(1, "no network")), 1, "no network"),
        ((result(1, f"ERROR: THESE PACKAGES {packages.MISMATCH} FROM"),), 1, "NOT installed"),
    ],
    ids=["locked", "newer pyproject", "no wheel", "nothing at all", "another hash"],
)
def test_ends(
    answers: tuple[subprocess.CompletedProcess[str], ...],
    code: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    calls: Calls = []
    left = iter(answers)

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        calls.append(command)
        return next(left)

    monkeypatch.setattr(packages, "_run", run)
    assert packages.main(["test"]) == code
    assert len(calls) == len(answers)
    assert "--require-hashes" in calls[0] and ":all:" in calls[0]
    assert words in capsys.readouterr().out


def test_wrong_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert packages.main(["semua"]) == 2
    assert "usage" in capsys.readouterr().out
