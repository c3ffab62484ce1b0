import errno
import os
from pathlib import Path

import pytest

from sitegen.write import publish
from sitegen.write.guard import claim
from sitegen.write.manifest import MANIFEST
from sitegen.write.publish import domains_present, prune, recover, rollback

from .helpers import DOMAIN, build, is_whole, refused, snapshot, without_exchange

ONE = {"index.html": b"one", "a/a.html": b"a"}
TWO = {"index.html": b"two", "a/b.html": b"b"}


@pytest.fixture(params=["exchange", "journal"])
def dest(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "journal":
        monkeypatch.setattr(publish, "exchange", without_exchange)
    claim(tmp_path / "dist", tmp_path, [])
    return tmp_path / "dist"


def test_rollback_is_the_same_exchange(dest: Path) -> None:
    build(dest, ONE)
    one = snapshot(dest / DOMAIN)
    refused(["rollback-impossible"], lambda: rollback(str(dest), DOMAIN))
    build(dest, TWO)
    two = snapshot(dest / DOMAIN)
    rollback(str(dest), DOMAIN)
    assert snapshot(dest / DOMAIN) == one
    rollback(str(dest), DOMAIN)
    assert snapshot(dest / DOMAIN) == two
    build(dest, ONE)
    assert snapshot(dest / DOMAIN) == one


def test_no_rollback_to_what_was_never_published(dest: Path) -> None:
    build(dest, ONE)
    build(dest, TWO, publishing=False)
    refused(["rollback-impossible"], lambda: rollback(str(dest), DOMAIN))


def test_rollback_loses_no_foreign_file(dest: Path) -> None:
    for plan in (ONE, TWO, ONE):
        build(dest, plan, keep=(".htaccess",))
        (dest / DOMAIN / ".htaccess").touch()
    rollback(str(dest), DOMAIN)
    assert (dest / DOMAIN / ".htaccess").exists()
    (dest / DOMAIN / "google123.html").write_text("new")
    before = snapshot(dest)
    refused(["output-foreign-file"], lambda: rollback(str(dest), DOMAIN))
    assert snapshot(dest) == before


def test_an_unfinished_tree_is_not_published(dest: Path) -> None:
    build(dest, ONE)
    build(dest, TWO, publishing=False)
    (dest / ".sitegen" / "prev" / DOMAIN / ".sitegen-manifest.new").unlink()
    before = snapshot(dest / DOMAIN)
    refused(["write-failed"], lambda: publish.publish(str(dest), [DOMAIN]))
    assert snapshot(dest / DOMAIN) == before


def test_one_site_that_fails_does_not_hold_up_the_others(dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for domain in ("a.id", "b.id"):
        build(dest, ONE, domain=domain)
        build(dest, TWO, domain=domain, publishing=False)
    rename = os.rename

    def call(one: str, other: str) -> None:
        if "a.id" in one:
            raise OSError(errno.EACCES, "denied")
        rename(one, other)

    swap = publish.exchange

    def exchange(one: str, other: str) -> bool:
        if "a.id" in one:
            raise OSError(errno.EACCES, "denied")
        return swap(one, other)

    monkeypatch.setattr(os, "rename", call)
    if swap is not without_exchange:
        monkeypatch.setattr(publish, "exchange", exchange)
    refused(["write-failed"], lambda: publish.publish(str(dest), ["a.id", "b.id"]))
    assert (dest / "a.id" / "index.html").read_bytes() == b"one"
    assert (dest / "b.id" / "index.html").read_bytes() == b"two"


def test_a_second_rename_that_fails_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dest = tmp_path
    build(dest, ONE)
    build(dest, TWO, publishing=False)
    before = snapshot(dest / DOMAIN)
    rename = os.rename

    def call(one: str, other: str) -> None:
        if f"prev{os.sep}" in one:
            raise OSError(errno.EACCES, "denied")
        rename(one, other)

    monkeypatch.setattr(publish, "exchange", without_exchange)
    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", call)
        refused(["write-failed"], lambda: publish.publish(str(dest), [DOMAIN]))
    assert snapshot(dest / DOMAIN) == before
    recover(str(dest))
    assert snapshot(dest / DOMAIN) == before


def test_an_error_while_syncing_publishes_nothing(dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(dest, ONE)
    build(dest, TWO, publishing=False)

    def sync(trees: object) -> None:
        raise OSError(errno.EIO, "broken disk")

    with monkeypatch.context() as patch:
        patch.setattr(publish, "sync", sync)
        refused(["write-failed"], lambda: publish.publish(str(dest), [DOMAIN]))
    assert (dest / DOMAIN / "index.html").read_bytes() == b"one"
    publish.publish(str(dest), [DOMAIN])
    assert (dest / DOMAIN / "index.html").read_bytes() == b"two"


@pytest.mark.parametrize("has_sync", [True, False])
def test_systems_without_syncfs(dest: Path, monkeypatch: pytest.MonkeyPatch, has_sync: bool) -> None:
    monkeypatch.setattr(publish, "_libc", lambda: None)
    if not has_sync:
        monkeypatch.delattr(os, "sync", raising=False)
    build(dest, ONE)
    build(dest, TWO)
    assert is_whole(dest / DOMAIN)


def test_the_system_call_by_its_number(tmp_path: Path) -> None:
    library = publish._libc()
    if library is None:
        pytest.skip("no such call here")

    class Old:
        syscall = library.syscall

    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    publish._renameat2.cache_clear()
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(publish, "_libc", Old)
            swapped = publish.exchange(str(tmp_path / "a"), str(tmp_path / "b"))
    finally:
        publish._renameat2.cache_clear()
    assert (tmp_path / "a" / "b").exists() == swapped
    assert publish.exchange(str(tmp_path / "a"), str(tmp_path / "b")) == swapped
    assert (tmp_path / "a" / "a").exists()
    if swapped:
        with pytest.raises(FileNotFoundError):
            publish.exchange(str(tmp_path / "a"), str(tmp_path / "nothing"))


def test_a_site_that_is_gone_can_be_removed(dest: Path) -> None:
    for plan in (ONE, TWO):
        build(dest, plan)
        build(dest, plan, domain="other.id")
    (dest / "mine").mkdir()
    assert domains_present(str(dest)) == (DOMAIN, "other.id")
    refused(["output-not-ours"], lambda: prune(str(dest), [DOMAIN, "mine"]))
    (dest / DOMAIN / ".htaccess").touch()
    refused(["output-foreign-file"], lambda: prune(str(dest), ["other.id", DOMAIN]))
    assert domains_present(str(dest)) == (DOMAIN, "other.id")
    (dest / DOMAIN / ".htaccess").unlink()
    prune(str(dest), [DOMAIN])
    assert domains_present(str(dest)) == ("other.id",)
    assert sorted(p.name for p in (dest / ".sitegen" / "prev").iterdir()) == ["other.id"]
    assert list((dest / ".sitegen" / "trash").iterdir()) == []
    assert (dest / "mine").is_dir()


def test_no_output_no_sites(tmp_path: Path) -> None:
    assert domains_present(str(tmp_path / "nothing")) == ()
    recover(str(tmp_path / "nothing"))
    publish.publish(str(tmp_path / "nothing"), [])


def test_the_live_tree_comes_back_if_there_is_nothing_to_put_in_its_place(dest: Path) -> None:
    build(dest, ONE)
    before = snapshot(dest / DOMAIN)
    (dest / ".sitegen" / "swap").mkdir()
    (dest / DOMAIN).rename(dest / ".sitegen" / "swap" / DOMAIN)
    recover(str(dest))
    recover(str(dest))
    assert snapshot(dest / DOMAIN) == before


def test_three_trees_at_once_are_sorted_out(dest: Path) -> None:
    """No run of ours leaves this behind; recovering must still end in one live and one previous version."""
    build(dest, ONE)
    build(dest, TWO)
    build(dest, TWO, domain="other.id")
    (dest / ".sitegen" / "swap").mkdir(exist_ok=True)
    (dest / "other.id").rename(dest / ".sitegen" / "swap" / DOMAIN)
    recover(str(dest))
    assert is_whole(dest / DOMAIN)
    assert (dest / ".sitegen" / "prev" / DOMAIN / MANIFEST).exists()
    assert list((dest / ".sitegen" / "swap").iterdir()) == []
