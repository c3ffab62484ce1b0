import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from sitegen.write.guard import claim, enough_space

from .helpers import refused, snapshot


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    for name in ("content/shared", "themes/plain"):
        (project / name).mkdir(parents=True)
    (project / "sites.yaml").write_text("sites: []\n")
    return project


def claimed(project: Path, dest: Path) -> Callable[[], None]:
    return lambda: claim(dest, project, [project / "content", project / "themes"])


def test_a_new_or_empty_folder_becomes_ours_and_stays_so(project: Path) -> None:
    dest = project / "deep" / "dist"
    claimed(project, dest)()
    assert (dest / ".sitegen" / "output").is_file()
    (dest / "more").mkdir()
    claimed(project, dest)()
    (project / "empty").mkdir()
    claimed(project, project / "empty")()


def test_a_run_killed_before_the_marker_does_not_lock_us_out(project: Path) -> None:
    (project / "dist" / ".sitegen").mkdir(parents=True)
    claimed(project, project / "dist")()


@pytest.mark.parametrize("name", [".", "..", "content", "content/shared", "content/new/dist", "themes", "/"])
def test_sources_are_never_an_output(project: Path, name: str) -> None:
    before = snapshot(project.parent)
    refused(["output-is-source"], claimed(project, project / name))
    assert snapshot(project.parent) == before


def test_sources_elsewhere_count_as_well(project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "themes").mkdir(parents=True)
    refused(["output-is-source"], lambda: claim(tmp_path / "elsewhere", project, [tmp_path / "elsewhere" / "themes"]))


def test_the_home_is_never_an_output(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "people" / "ani"
    home.mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)
    refused(["output-is-source"], claimed(project, home))
    refused(["output-is-source"], claimed(project, home.parent))
    claimed(project, home / "dist")()


def test_links_are_not_followed(project: Path, tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()
    (project / "dist").symlink_to(tmp_path / "target")
    refused(["output-symlink"], claimed(project, project / "dist"))
    refused(["output-symlink"], claimed(project, project / "dist" / "inner"))
    (project / "broken").symlink_to(tmp_path / "nothing")
    refused(["output-symlink"], claimed(project, project / "broken"))
    assert list((tmp_path / "target").iterdir()) == []


@pytest.mark.parametrize("name", [".sitegen", ".sitegen/output", ".sitegen/lock", ".sitegen/prev"])
def test_our_own_folder_is_no_way_out(project: Path, tmp_path: Path, name: str) -> None:
    claimed(project, project / "dist")()
    place = project / "dist" / name
    if place.exists():
        place.rename(tmp_path / "moved")
    place.symlink_to(tmp_path / "moved")
    refused(["output-symlink"], claimed(project, project / "dist"))


def test_a_source_behind_a_link_above_the_project(project: Path, tmp_path: Path) -> None:
    (tmp_path / "alias").symlink_to(project)
    refused(["output-is-source"], claimed(project, tmp_path / "alias" / "content" / "dist"))


def test_what_others_made_is_left_alone(project: Path) -> None:
    (project / "www").mkdir()
    (project / "www" / "index.html").write_text("theirs")
    refused(["output-not-ours"], claimed(project, project / "www"))
    assert snapshot(project / "www") == {"index.html": b"theirs"}
    refused(["output-not-folder"], claimed(project, project / "sites.yaml"))


@pytest.mark.skipif(not hasattr(os, "statvfs"), reason="this system does not tell")
def test_room_is_asked_for_first(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = SimpleNamespace(f_bavail=10, f_frsize=4096, f_files=100, f_favail=5)
    monkeypatch.setattr(os, "statvfs", lambda path: disk)
    enough_space(project, 40960, 5)
    refused(["disk-full"], lambda: enough_space(project, 40961, 5))
    refused(["disk-full"], lambda: enough_space(project, 40960, 6))
    disk.f_files = disk.f_favail = 0
    enough_space(project, 40960, 6)
