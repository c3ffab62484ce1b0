import errno
import hashlib
import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest

from sitegen.write import folders, publish, trees
from sitegen.write.guard import claim
from sitegen.write.manifest import MANIFEST
from sitegen.write.trees import Tree

from .helpers import DOMAIN, SITE, build, clean, is_whole, refused, snapshot, without_exchange, wrong_umask

ONE = {"index.html": b"one", "artikel/a.html": b"a", "artikel/b.html": b"b", "berkas/x/y.pdf": b"", "old/z": b"z"}
TWO = {"index.html": b"two", "artikel/a.html": b"a", "artikel/c.html": b"c", "berkas/x/y.pdf": b""}
THREE = {"index.html": b"one", "artikel/b.html": b"b3", "artikel/c.html": b"c", "old": b"a file now"}


@pytest.fixture(params=["exchange", "journal", "paths only", "no links"])
def dest(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An output folder on four kinds of system."""
    if request.param == "journal":
        monkeypatch.setattr(publish, "exchange", without_exchange)
    elif request.param == "paths only":
        monkeypatch.setattr(folders, "_HANDLES", False)
    elif request.param == "no links":
        monkeypatch.setattr(os, "link", fails(errno.EMLINK))
    claim(tmp_path / "dist", tmp_path, [])
    return tmp_path / "dist"


def times(folder: Path) -> dict[Path, tuple[int, int, int]]:
    found = {path: path.lstat() for path in folder.rglob("*")}
    return {path: (info.st_ino, info.st_mtime_ns, info.st_ctime_ns) for path, info in found.items()}


def fails(code: int) -> Any:
    def call(*args: object, **kwargs: object) -> None:
        raise OSError(code, os.strerror(code))

    return call


def test_each_version_equals_a_clean_one(dest: Path, tmp_path: Path) -> None:
    for number, plan in enumerate([ONE, TWO, THREE, ONE, ONE, {}, TWO]):
        outcome = build(dest, plan)
        live = dest / DOMAIN
        assert is_whole(live)
        assert snapshot(live) == clean(tmp_path / f"clean{number}", plan)
        assert outcome.written + outcome.kept == len(plan)
    assert not (dest / ".sitegen" / "swap").exists() or not list((dest / ".sitegen" / "swap").iterdir())


def test_what_an_outcome_counts(dest: Path) -> None:
    first = build(dest, ONE)
    assert (first.changed, first.written, first.kept, first.removed, first.bytes_written) == (True, 5, 0, 0, 6)
    second = build(dest, TWO)
    assert (second.changed, second.written, second.kept, second.removed, second.bytes_written) == (True, 2, 2, 2, 4)
    third = build(dest, TWO)
    assert (third.changed, third.written, third.kept, third.removed) == (False, 0, 4, 0)
    assert third.manifest_digest == second.manifest_digest != first.manifest_digest
    tree = Tree(str(dest), DOMAIN, SITE, ())
    assert tree.live_digest == third.manifest_digest
    tree.abandon()


@pytest.mark.parametrize("trust", [True, False])
def test_unchanged_outputs_touch_nothing(dest: Path, trust: bool) -> None:
    build(dest, ONE)
    build(dest, TWO)
    before = times(dest)
    assert not build(dest, TWO, trust=trust).changed
    assert times(dest) == before


def test_an_unchanged_file_keeps_inode_and_time(tmp_path: Path) -> None:
    dest = tmp_path
    build(dest, ONE)
    old = (dest / DOMAIN / "artikel/a.html").stat()
    for plan in (TWO, {**TWO, "new": b""}, {**TWO, "new": b"2"}):
        build(dest, plan, trust=False)
        new = (dest / DOMAIN / "artikel/a.html").stat()
        assert (new.st_ino, new.st_mtime_ns) == (old.st_ino, old.st_mtime_ns)


def test_live_is_untouched_until_published(dest: Path) -> None:
    build(dest, ONE)
    build(dest, TWO)
    before = snapshot(dest / DOMAIN)
    build(dest, THREE, publishing=False)
    assert snapshot(dest / DOMAIN) == before


def test_an_unpublished_tree_is_never_trusted(dest: Path, tmp_path: Path) -> None:
    """After a power cut its files may be empty, since nothing waited for the disk."""
    build(dest, ONE)
    build(dest, TWO, publishing=False)
    for path in (dest / ".sitegen" / "prev" / DOMAIN).rglob("*"):
        if path.is_file() and path.stat().st_nlink == 1:
            path.write_bytes(b"")
    build(dest, TWO)
    assert snapshot(dest / DOMAIN) == clean(tmp_path / "clean", TWO)


def test_what_strays_into_the_previous_version_goes(dest: Path, tmp_path: Path) -> None:
    build(dest, ONE)
    build(dest, TWO)
    prev = dest / ".sitegen" / "prev" / DOMAIN
    (prev / "stray").mkdir()
    (prev / "stray" / "file").write_text("x")
    (prev / "link").symlink_to(tmp_path)
    (prev / "artikel" / "a.html").unlink()
    build(dest, THREE)
    build(dest, TWO)
    assert snapshot(dest / DOMAIN) == clean(tmp_path / "clean", TWO)


def test_a_link_in_place_of_the_previous_version_is_not_followed(dest: Path, tmp_path: Path) -> None:
    build(dest, ONE)
    build(dest, TWO)
    elsewhere = tmp_path / "elsewhere"
    prev = dest / ".sitegen" / "prev" / DOMAIN
    prev.rename(elsewhere)
    prev.symlink_to(elsewhere)
    before = snapshot(elsewhere)
    build(dest, THREE)
    assert snapshot(elsewhere) == before
    assert snapshot(dest / DOMAIN) == clean(tmp_path / "clean", THREE)


def test_a_deleted_file_is_made_again(dest: Path, tmp_path: Path) -> None:
    build(dest, ONE)
    (dest / DOMAIN / "artikel" / "a.html").unlink()
    assert build(dest, ONE).written == 1
    assert snapshot(dest / DOMAIN) == clean(tmp_path / "clean", ONE)


def test_an_altered_file_is_found_by_a_full_build(dest: Path, tmp_path: Path) -> None:
    build(dest, ONE)
    build(dest, {**ONE, "index.html": b"other"})
    (dest / DOMAIN / "artikel" / "a.html").write_bytes(b"defaced")
    assert not build(dest, {**ONE, "index.html": b"other"}).changed
    assert build(dest, ONE, full=True).written == 2
    assert snapshot(dest / DOMAIN) == clean(tmp_path / "clean", ONE)
    # The altered file now lies in the previous version and must not come back from there.
    build(dest, {**ONE, "index.html": b"third"})
    assert is_whole(dest / DOMAIN)


def test_a_full_build_reuses_no_file_whose_identity_is_unknown(dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows, and some network disks, give no inode numbers."""

    def scan(root: str, known: Collection[str] = ()) -> folders.Listing | None:
        found = folders.scan(root, known)
        if found:
            found.files = dict.fromkeys(found.files, 0)
        return found

    monkeypatch.setattr(trees, "scan", scan)
    for plan in (ONE, TWO, THREE):
        build(dest, plan)
    altered = dest / ".sitegen" / "prev" / DOMAIN / "artikel" / "c.html"
    altered.unlink()
    altered.write_bytes(b"defaced")
    build(dest, {**THREE, "more": b""}, full=True)
    assert is_whole(dest / DOMAIN)


def test_foreign_files_are_named(dest: Path, tmp_path: Path) -> None:
    build(dest, ONE)
    live = dest / DOMAIN
    (live / ".htaccess").write_text("theirs")
    (live / "artikel" / "hollow").mkdir()
    (live / "link").symlink_to(tmp_path)
    (live / "index.html").unlink()
    (live / "index.html").symlink_to("artikel/a.html")
    os.mkfifo(live / "pipe")
    tree = Tree(str(dest), DOMAIN, SITE, ("pipe",))
    assert tree.foreign() == (".htaccess", "artikel/hollow", "index.html", "link", "pipe")
    assert [problem.rule for problem in tree.refusals()] == ["output-foreign-file"] * 5
    assert "content/sites/merauke/static/" in tree.refusals()[0].hint("id")
    tree.abandon()


def test_a_folder_without_manifest_is_all_foreign(dest: Path) -> None:
    build(dest, ONE)
    (dest / DOMAIN / MANIFEST).write_bytes(b"{}")
    tree = Tree(str(dest), DOMAIN, SITE, ())
    assert tree.live is None
    assert tree.foreign() == ("artikel", "berkas", "index.html", "old")
    assert [problem.rule for problem in tree.refusals()] == ["output-manifest-lost"]
    tree.abandon()


def test_kept_files_go_with_every_version(dest: Path) -> None:
    keep = (".htaccess", ".well-known/", "hollow/", "link")
    live = dest / DOMAIN
    live.mkdir()
    (live / ".htaccess").write_text("theirs")
    for plan in (ONE, TWO, THREE, TWO):
        build(dest, plan, keep=keep)
        if plan is ONE:
            (live / ".well-known" / "acme").mkdir(parents=True)
            (live / ".well-known" / "acme" / "token").write_text("t")
            (live / "hollow").mkdir()
            (live / "link").symlink_to("index.html")
        if plan is TWO:
            (live / ".htaccess").unlink()
            (live / ".htaccess").write_text("theirs, mended")
    found = snapshot(live)
    assert found[".well-known/acme/token"] == b"t"
    assert found[".htaccess"] == b"theirs, mended"
    assert found["hollow"] == "folder"
    assert found["link"] == "-> index.html"
    assert found["index.html"] == b"two"


def test_ours_that_keep_names_becomes_theirs(dest: Path) -> None:
    build(dest, {**ONE, ".htaccess": b"ours"})
    build(dest, ONE, keep=(".htaccess",))
    assert (dest / DOMAIN / ".htaccess").read_bytes() == b"ours"
    build(dest, TWO, keep=(".htaccess",))
    assert (dest / DOMAIN / ".htaccess").read_bytes() == b"ours"
    refused(["output-keep-conflict"], lambda: build(dest, {**TWO, ".htaccess": b"x"}, keep=(".htaccess",)))
    assert (dest / DOMAIN / ".htaccess").read_bytes() == b"ours"


def test_the_live_folder_must_be_one(dest: Path, tmp_path: Path) -> None:
    (dest / DOMAIN).symlink_to(tmp_path)
    refused(["output-symlink"], lambda: Tree(str(dest), DOMAIN, SITE, ()))
    (dest / DOMAIN).unlink()
    (dest / DOMAIN).write_text("x")
    refused(["output-not-folder"], lambda: Tree(str(dest), DOMAIN, SITE, ()))


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "", MANIFEST])
def test_no_path_leaves_the_tree(dest: Path, path: str) -> None:
    tree = Tree(str(dest), DOMAIN, SITE, ())
    refused(["output-path-unsafe"], lambda: tree.write(path, b""))


@pytest.mark.parametrize("domain", ["", "..", ".sitegen", "a/b", "a\\b"])
def test_no_site_lies_elsewhere(dest: Path, domain: str) -> None:
    with pytest.raises(ValueError, match="not the name"):
        Tree(str(dest), domain, SITE, ())


def test_each_path_once(dest: Path) -> None:
    tree = Tree(str(dest), DOMAIN, SITE, ())
    tree.write("a", b"")
    with pytest.raises(ValueError, match="twice"):
        tree.write("a", b"")
    tree.abandon()
    with pytest.raises(ValueError, match="abandoned"):
        tree.finish()


def test_a_plan_at_odds_with_itself_is_refused(dest: Path) -> None:
    for plan in (ONE, TWO, THREE):
        build(dest, plan)
        before = snapshot(dest / DOMAIN)
        refused(["write-failed"], lambda: build(dest, {"both": b"", "both/a": b""}))
        refused(["write-failed"], lambda: build(dest, {"both/a": b"", "both": b""}))
        assert snapshot(dest / DOMAIN) == before


def test_static_files_are_copied(dest: Path, tmp_path: Path) -> None:
    source = tmp_path / "logo.png"
    source.write_bytes(b"png")
    right = "36ddc98f1d2b1a9d9f0d1fb7f7bcb3a0e5e3c9d4e6a0d6d5a5f5c5b5a5958575"

    def copied(known: str) -> bool:
        tree = Tree(str(dest), DOMAIN, SITE, ())
        tree.copy("logo.png", str(source), known)
        outcome = tree.finish()
        if outcome.changed:
            publish.publish(str(dest), [DOMAIN])
        return outcome.changed

    assert copied("")
    assert not copied("")
    recorded = Tree(str(dest), DOMAIN, SITE, ()).live
    assert recorded
    known = hashlib.sha256(b"png").hexdigest()
    assert known in recorded["logo.png"]
    source.unlink()
    assert not copied(known)
    refused(["write-failed"], lambda: copied(""))
    source.write_bytes(b"changed")
    refused(["output-source-changed"], lambda: copied(right))
    assert (dest / DOMAIN / "logo.png").read_bytes() == b"png"


@pytest.fixture
def strange_umask() -> Iterator[None]:
    old = wrong_umask()
    yield
    os.umask(old)


@pytest.mark.usefixtures("strange_umask")
def test_modes_are_ours_whatever_the_umask(tmp_path: Path) -> None:
    dest = tmp_path / "output"
    claim(dest, tmp_path / "project", [])
    for plan in (ONE, TWO, THREE):
        build(dest, plan)
    for path in [dest, dest / DOMAIN, *(dest / DOMAIN).rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.parametrize(
    ("call", "code", "rule"),
    [
        ("write", errno.ENOSPC, "disk-full"),
        ("write", errno.EDQUOT, "disk-full"),
        ("close", errno.EIO, "write-failed"),
        ("open", errno.EROFS, "write-failed"),
        ("mkdir", errno.EACCES, "write-failed"),
        ("unlink", errno.EACCES, "write-failed"),
        ("rmdir", errno.EBUSY, "write-failed"),
    ],
)
def test_errors_of_the_disk_leave_live_alone(
    dest: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, rule: str
) -> None:
    build(dest, TWO)
    build(dest, ONE)
    before = snapshot(dest / DOMAIN)
    tree = Tree(str(dest), DOMAIN, SITE, ())

    def act() -> None:
        tree.write("index.html", b"three")
        tree.write("neu/x", b"")
        tree.finish()

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fails(code))
        refused([rule], act)
    tree.abandon()
    assert snapshot(dest / DOMAIN) == before
    build(dest, THREE)
    assert is_whole(dest / DOMAIN)


def test_a_name_too_long_is_named(dest: Path) -> None:
    error = refused(["write-failed"], lambda: build(dest, {"a" * 300: b""}))
    assert DOMAIN in error.problems[0].place.file


def test_short_writes_are_continued(dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, bytes(data)[:2]))
    build(dest, {"a": b"123456789"})
    assert (dest / DOMAIN / "a").read_bytes() == b"123456789"


def test_many_folders_need_few_handles(dest: Path, tmp_path: Path) -> None:
    plan = {f"artikel/{number}/{name}": b"x" for name in "ab" for number in range(120)}
    for step in (plan, {**plan, "c": b"c"}, plan):
        build(dest, step)
    assert snapshot(dest / DOMAIN) == clean(tmp_path / "clean", plan)
