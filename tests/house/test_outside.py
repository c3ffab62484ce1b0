"""The command line at its edges: exit codes, sentences instead of tracebacks, a no-op that imports nothing heavy."""

import json
from pathlib import Path

import pytest

from tests.diary.network import network, write
from tests.house.command import environment, python, sitegen

DAY = ("--date", "2026-11-21")
HEAVY = (
    "jinja2",
    "markupsafe",
    "markdown",
    "nh3",
    "yaml",
    "msgspec",
    "babel",
    "rich",
    "sitegen.build",
    "sitegen.read",
    "sitegen.plan",
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("luar") / "proyek"
    write(root, network().all_files())
    done = sitegen("build", *DAY, cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.mark.parametrize("command", ["build", "check", "sites", "serve"])
def test_outside_a_project(tmp_path: Path, command: str) -> None:
    done = sitegen("--lang", "en", command, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "no sitegen project" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    "words", [("build", "--tiada"), ("bangun",), ("build", "--jobs", "0"), ("--lang", "fr", "build")]
)
def test_wrong_usage(project: Path, words: tuple[str, ...]) -> None:
    done = sitegen(*words, cwd=project)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("baru", "artikel"), "Tidak ada perintah “baru”. Yang ada: build, check,"),
        (("check", "--drfts"), "Tidak ada pilihan “--drfts” di sini. Yang ada: --tasks,"),
        (("new", "artikel"), "JUDUL belum ditulis."),
        (("override", "a", "b"), "--mode belum ditulis.\nPilih salah satu: before, after,"),
        (("review", "artikel/a", "--by"), "Sesudah --by harus ada nilainya."),
        (("override", "a", "b", "--mode", "x"), "Nilai untuk --mode tidak cocok.\nPilih salah satu: before,"),
        (("build", "--jobs", "0"), "Nilai untuk --jobs tidak cocok.\nTulis bilangan bulat (1–256)."),
    ],
)
def test_wrong_usage_is_told_in_indonesian(project: Path, words: tuple[str, ...], said: str) -> None:
    done = sitegen("--lang", "id", *words, cwd=project)
    assert done.returncode == 2
    assert done.stderr.startswith(said)


@pytest.mark.parametrize("date", ["2026-02-30", "21-11-2026", "besok", "20261121", ""])
def test_wrong_date(project: Path, date: str) -> None:
    done = sitegen("build", "--date", date, cwd=project, env=environment(SOURCE_DATE_EPOCH="x"))
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_from_a_folder_inside(project: Path) -> None:
    done = sitegen("sites", "--json", cwd=project / "content/shared")
    assert done.returncode == 0
    assert len(json.loads(done.stdout)) == len(network().sites)


def test_the_project_elsewhere(project: Path, tmp_path: Path) -> None:
    done = sitegen("-C", str(project), "check", *DAY, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not any(tmp_path.iterdir())


def test_json(project: Path) -> None:
    done = sitegen("build", "--json", *DAY, cwd=project)
    value = json.loads(done.stdout)
    assert done.returncode == 0
    assert done.stderr == ""
    assert value["failed"] is False
    assert {row["domain"] for row in value["sites"]} == set(network().sites)
    assert all({"rule", "severity", "file", "line", "column", "message", "hint"} <= p.keys() for p in value["problems"])


def test_problems_end_in_one(tmp_path: Path) -> None:
    made = network()
    made.docs["content/shared/artikel/satu.md"].body += "\n\n<script>x</script> \x1b[31m"
    made.docs["content/shared/artikel/dua.md"].body += "\n\n<b>tebal</b>"
    write(tmp_path / "p", made.all_files())
    for words in (("build", *DAY), ("check", *DAY)):
        done = sitegen("--lang", "en", *words, cwd=tmp_path / "p")
        assert done.returncode == 1
        assert "content/shared/artikel/dua.md:" in done.stdout
        assert "\x1b[31m" not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
    assert not list((tmp_path / "p/dist").glob("dinkes*"))
    done = sitegen("build", "--json", *DAY, cwd=tmp_path / "p")
    assert done.returncode == 1
    assert json.loads(done.stdout)["failed"] is True


@pytest.mark.parametrize(
    "words", [("--site", "tiada"), ("--group", "tiada"), ("-d", "."), ("-d", "content"), ("-d", "/")]
)
def test_refusals_end_in_one(project: Path, words: tuple[str, ...]) -> None:
    before = sorted(p.name for p in project.iterdir())
    done = sitegen("build", *DAY, *words, cwd=project)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert sorted(p.name for p in project.iterdir()) == before


def test_drafts_stay_out_of_dist(project: Path) -> None:
    done = sitegen("build", "--drafts", "-d", str(project / "dist"), *DAY, cwd=project)
    assert done.returncode == 1


_NOOP = """
import sys, sitegen.noop
sitegen.touched.MARGIN = 0
from sitegen.cli import main
try:
    main()
finally:
    heavy = [name for name in sys.argv[0].split(",") if name in sys.modules]
    print("HEAVY", heavy)
"""


def test_a_noop_imports_nothing_heavy(tmp_path: Path) -> None:
    root = tmp_path / "proyek"
    write(root, network().all_files())
    code = _NOOP.replace('sys.argv[0].split(",")', repr(list(HEAVY)))
    first = python(code, "--lang", "en", "build", *DAY, cwd=root)
    assert first.returncode == 0, first.stdout + first.stderr
    assert "Nothing has changed" not in first.stdout
    again = python(code, "--lang", "en", "build", *DAY, cwd=root)
    assert again.returncode == 0
    assert "Nothing has changed" in again.stdout
    assert "HEAVY []" in again.stdout
    assert (root / "dist/.sitegen/noop.json").is_file()
    for more in (("--full",), ("--strict",), ("--site", "dinkesSatu")):
        done = python(code, "--lang", "en", "build", *DAY, *more, cwd=root)
        assert "Nothing has changed" not in done.stdout


def test_a_noop_tells_the_same_problems(tmp_path: Path) -> None:
    root = tmp_path / "proyek"
    write(root, network().all_files())
    code = _NOOP.replace('sys.argv[0].split(",")', "[]")
    told = []
    for _ in range(2):
        done = python(code, "build", "--json", *DAY, cwd=root)
        told.append(json.loads(done.stdout.partition("HEAVY")[0]))
    assert [report["unchanged"] for report in told] == [False, True]
    assert told[0]["problems"] == told[1]["problems"]
    assert told[0]["problems"]
