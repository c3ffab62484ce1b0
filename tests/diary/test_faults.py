"""Whole builds in the face of damage that a run of `python -m tests.faults` found."""

import os
from pathlib import Path

import pytest

from sitegen import noop
from sitegen.problems import Severity
from sitegen.write.files import refusal
from sitegen.write.manifest import MANIFEST
from tests.diary.network import Files, build, network, options, trees, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, network().all_files())
    assert not build(options(tmp_path)).failed
    return tmp_path


def rules(root: Path, *, prune: bool = False) -> list[str]:
    report = build(options(root, prune=prune))
    return [p.rule for p in report.problems if p.severity is Severity.ERROR]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_for_the_signature_holds_nobody_up(root: Path) -> None:
    signature = root / "dist" / ".sitegen" / noop.FILE
    signature.unlink(missing_ok=True)
    os.mkfifo(signature)
    assert noop.nothing_to_do(options(root)) is None
    assert rules(root) == []


def test_sources_that_vanish_while_they_are_counted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir
    gone = os.fspath(root / "content" / "shared")

    def vanished(path: str) -> object:
        if path == gone:
            raise FileNotFoundError(2, "No such file or directory", path)
        return scandir(path)

    whole = noop.fingerprint(options(root))
    monkeypatch.setattr(os, "scandir", vanished)
    assert noop.fingerprint(options(root)) != whole


def test_a_published_manifest_that_is_a_link_is_not_followed(root: Path) -> None:
    net = network()
    gone = list(net.sites)[-1]
    del net.sites[gone]
    known: Files = network().all_files()
    write(root, net.all_files(), known)
    manifest = root / "dist" / gone / MANIFEST
    manifest.rename(root / "elsewhere")
    manifest.symlink_to(root / "elsewhere")
    before = trees(root / "dist")
    assert rules(root, prune=True) == ["output-not-ours"]
    assert trees(root / "dist")[gone] == before[gone]


def test_what_is_published_does_not_wait_for_what_is_remembered(root: Path) -> None:
    (root / ".sitegen" / "cache").rename(root / "cache")
    (root / ".sitegen" / "cache").write_bytes(b"no folder")
    net = network()
    net.docs["content/shared/artikel/satu.md"].body += "\n\nSatu alinea lagi.\n"
    write(root, net.all_files(), network().all_files())
    assert rules(root) == []
    assert any(b"Satu alinea lagi" in data for data in trees(root / "dist")["dinkesDua.example"].values())


def test_the_page_for_ops_that_cannot_be_written_is_an_error_beside_what_was_published(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise refusal(OSError(28, "No space left on device"), str(path))

    monkeypatch.setattr("sitegen.build.write_atomically", full)
    net = network()
    net.docs["content/shared/artikel/satu.md"].body += "\n\nSatu alinea lagi.\n"
    write(root, net.all_files(), network().all_files())
    report = build(options(root))
    assert report.failed
    assert [p.rule for p in report.problems if p.severity is Severity.ERROR] == ["disk-full"]
    assert "dinkesDua" in {row.site for row in report.sites if row.changed}


def test_a_folder_for_the_page_for_ops_gives_way(root: Path) -> None:
    page = root / "dist" / ".sitegen" / "index.html"
    page.unlink()
    (page / "inner").mkdir(parents=True)
    report = build(options(root, full=True))
    assert not report.failed
    assert page.is_file()


@pytest.mark.parametrize("folder", ["content", "content/groups", "content/shared/artikel", "themes/default/templates"])
def test_a_folder_that_cannot_be_listed_does_not_count_as_empty(
    root: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    scandir = os.scandir

    def denied(path: str) -> object:
        if Path(path) == root / folder:
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    before = trees(root / "dist")
    monkeypatch.setattr(os, "scandir", denied)
    report = build(options(root))
    assert [(p.rule, p.place.file) for p in report.problems if p.severity is Severity.ERROR] == [
        ("file-unreadable", folder)
    ]
    monkeypatch.undo()
    assert trees(root / "dist") == before


def test_a_folder_that_vanishes_while_it_is_read_is_one_that_is_gone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir
    gone = root / "content" / "shared" / "static"

    def vanished(path: str) -> object:
        if Path(path) == gone:
            raise FileNotFoundError(2, "No such file or directory", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", vanished)
    assert rules(root) == []
