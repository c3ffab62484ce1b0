"""The command as people call it: where it writes, what it refuses, that the same gives the same."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from tests.conftest import GOOD, MakeProject, Tree, build_project
from tests.report.network import NETWORK

DAY = ("--date", "2026-11-21")


pytestmark = pytest.mark.usefixtures("quick_themes")


@pytest.fixture
def published(built: Path, tmp_path: Path) -> Path:
    """A copy, to be spoiled, of the network as it was built once."""
    return Path(shutil.copytree(built, tmp_path / "terbit"))


def run(root: Path, *words: str, lang: tuple[str, ...] = ("--lang", "en")) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["-C", str(root), *lang, "report", *DAY, *words])
    assert "Traceback" not in done.output
    return done.exit_code, done.output


def test_pages_and_summary(published: Path, tree: Tree) -> None:
    before = tree(published / "dist")
    code, said = run(published)
    assert code == 0
    assert "Sites: 3; published 3; confirmed by their office 1." in said
    assert "Stale overrides: 1. Waiting for acceptance: 1." in said
    assert ".sitegen/report/index.html" in said
    made = tree(published / ".sitegen/report")
    pages = {path for path in made if path.endswith(".html")}
    assert pages == {"index.html", "situs/satu.html", "situs/dua.html", "situs/tiga.html"}
    assert not [path for path in made if path.endswith(".csv")]
    assert b"<script" not in b"".join(made.values())
    assert tree(published / "dist") == before, "nothing of a report goes into what is deployed"


def test_the_same_gives_the_same(published: Path, tree: Tree) -> None:
    run(published, "--csv")
    first = tree(published / ".sitegen/report")
    run(published, "--csv", "-o", str(published / "lain"))
    assert tree(published / "lain") == first
    assert str(published).encode() not in b"".join(first.values())


def test_offices_read_indonesian_unless_told_otherwise(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    _, said = run(published, lang=())
    page = (published / ".sitegen/report/situs/satu.html").read_text("utf-8")
    assert "Sites: 3" in said
    assert '<html lang="id">' in page
    run(published)
    assert '<html lang="en">' in (published / ".sitegen/report/situs/satu.html").read_text("utf-8")


def test_unpublished_is_not_measured(project: MakeProject) -> None:
    root = project(NETWORK)
    code, said = run(root)
    assert code == 0
    assert "Page weight is not measured" in said
    assert "not published" in (root / ".sitegen/report/index.html").read_text("utf-8")
    assert not (root / "dist").exists()


def test_what_an_earlier_report_has_too_many_goes(published: Path) -> None:
    folder = published / ".sitegen/report"
    run(published, "--csv")
    assert (folder / "tasks.csv").is_file()
    old = folder / "situs/lama.html"
    old.write_bytes((folder / "situs/satu.html").read_bytes())
    note = folder / "situs/catatan.html"
    note.write_text("catatan sendiri", "utf-8")
    run(published)
    assert not old.exists()
    assert note.exists()
    assert not list(folder.glob("*.csv"))


@pytest.mark.parametrize(
    "folder", ["dist", "dist/dua.example", "dist/dua.example/laporan", "content", "content/x", "."]
)
def test_not_into_what_is_published_or_written(published: Path, tree: Tree, folder: str) -> None:
    before = tree(published)
    code, said = run(published, "-o", str(published / folder))
    assert code == 1
    assert "[output-" in said
    assert {path: data for path, data in tree(published).items() if "/cache/" not in path} == {
        path: data for path, data in before.items() if "/cache/" not in path
    }


def test_not_over_files_of_somebody_else(published: Path, tree: Tree) -> None:
    (published / "catatan").mkdir()
    (published / "catatan/index.html").write_text("punya orang lain", "utf-8")
    code, said = run(published, "-o", str(published / "catatan"))
    assert code == 1
    assert "[output-not-ours]" in said
    build_project(published, dest=published / "terbitan-lain")
    before = tree(published / "terbitan-lain")
    code, said = run(published, "-o", str(published / "terbitan-lain"))
    assert (code, "[output-not-ours]" in said) == (1, True)
    assert tree(published / "terbitan-lain") == before


def test_a_broken_list_of_sites(project: MakeProject) -> None:
    root = project({**GOOD, "sites.yaml": "sites: [\n"})
    code, said = run(root)
    assert code == 1
    assert "sites.yaml" in said
    assert not (root / ".sitegen/report/index.html").exists()


def test_wrong_usage(published: Path) -> None:
    assert run(published, "--tiada")[0] == 2
    assert CliRunner().invoke(cli, ["-C", str(published), "report", "--date", "besok"]).exit_code == 2
