"""The project's own sites and content: no errors, no warnings, and exactly the tasks that wait for offices."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from sitegen.report import Report
from tests.conftest import REPO, REWRITE, build_project

TASKS = Path(__file__).parent / "real-tasks.txt"


class Real(NamedTuple):
    report: Report
    dist: Path


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Real:
    root = tmp_path_factory.mktemp("asli") / "proyek"
    root.mkdir()
    shutil.copy(REPO / "sites.yaml", root)
    for name in ("content", "themes"):
        shutil.copytree(REPO / name, root / name)
    return Real(build_project(root, jobs=2), root / "dist")


def test_no_errors_and_no_warnings(real: Real) -> None:
    assert [f"{p.place} {p.rule} {p.message('en')}" for p in real.report.problems if p.severity != "task"] == []
    assert not real.report.failed
    assert real.report.fallbacks == 0


def test_tasks(real: Real) -> None:
    """One line for each site and task: a site that leaves this list has been filled in, and somebody should know."""
    tasks = sorted(f"{p.rule} {site}\n" for p in real.report.problems if p.severity == "task" for site in p.sites)
    if REWRITE:
        TASKS.write_text("".join(tasks), encoding="utf-8")
    assert "".join(tasks) == TASKS.read_text(encoding="utf-8"), "SITEGEN_REWRITE=1 rewrites it"


def test_a_folder_for_each_site(real: Real) -> None:
    folders = sorted(path.name for path in real.dist.iterdir() if path.is_dir() and not path.name.startswith("."))
    assert len(folders) == 62
    assert sorted(row.domain for row in real.report.sites) == folders


def test_no_site_claims_to_be_official(real: Real) -> None:
    """No office has confirmed its site yet."""
    for folder in (path for path in real.dist.iterdir() if not path.name.startswith(".")):
        home = (folder / "index.html").read_text(encoding="utf-8")
        assert "Bukan situs resmi pemerintah" in home, folder.name
        assert '<meta name="robots" content="noindex">' in home, folder.name
        assert not (folder / "sitemap.xml").exists(), folder.name


def test_nanggalo_is_one_page(real: Real) -> None:
    folder = real.dist / "dinkesNanggalo.id"
    assert sorted(p.name for p in folder.rglob("*.html")) == ["404.html", "index.html"]
    assert "Kota Padang" in (folder / "index.html").read_text(encoding="utf-8")
