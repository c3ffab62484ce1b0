"""What `sign` adds to a tree: how it gets there, and what any history of builds does with it."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.problems import Refused
from sitegen.write import publish, release, serials
from sitegen.write.guard import claim
from sitegen.write.manifest import MANIFEST, RELEASE, SIGNATURE, SIGNED, SUMS, load, safe
from sitegen.write.release import place

from .helpers import DOMAIN, build, refused, snapshot
from .test_any_history import PLANS, RARELY


def lying(folder: Path) -> dict[str, bytes]:
    """Those of the three files that are there."""
    return {name: (folder / name).read_bytes() for name in sorted(SIGNED) if (folder / name).exists()}


def signed(dest: Path, word: bytes = b"") -> None:
    """Puts in what could be a signature: all three speak of the manifest."""
    manifest = (dest / DOMAIN / MANIFEST).read_bytes()
    place(str(dest), DOMAIN, b"r" + word + manifest, b"s" + word + manifest, b"d" + word + manifest)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(PLANS, st.booleans(), RARELY, RARELY), min_size=1, max_size=7))
def test_any_history_with_signatures(steps: list[tuple[dict[str, bytes], bool, bool, bool]]) -> None:
    """A signature stays for exactly as long as its manifest, whole; nothing else differs from a clean build."""
    with tempfile.TemporaryDirectory() as name:
        dest = Path(name) / "dist"
        claim(dest, Path(name), [])
        before: tuple[bytes, dict[str, bytes]] = (b"", {})
        for number, (plan, sign, full, undo) in enumerate(steps):
            build(dest, plan, full=full)
            manifest, there = (dest / DOMAIN / MANIFEST).read_bytes(), lying(dest / DOMAIN)
            assert there == (before[1] if manifest == before[0] else {})
            build(Path(name) / f"clean{number}", plan)
            clean = snapshot(Path(name) / f"clean{number}" / DOMAIN)
            assert {k: v for k, v in snapshot(dest / DOMAIN).items() if k not in SIGNED} == clean
            if sign:
                signed(dest, b"%d" % number)
            if undo and (dest / ".sitegen/prev" / DOMAIN / MANIFEST).exists():
                publish.rollback(str(dest), DOMAIN)
                there = lying(dest / DOMAIN)
                assert not there or there[RELEASE].endswith((dest / DOMAIN / MANIFEST).read_bytes())
            before = ((dest / DOMAIN / MANIFEST).read_bytes(), lying(dest / DOMAIN))


@pytest.fixture
def dest(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    claim(folder, tmp_path, [])
    build(folder, {"index.html": b"1"})
    return folder


@pytest.mark.parametrize("call", ["unlink", "create", "sync_file", "replace", "sync_folder"])
@pytest.mark.parametrize("at", range(4))
def test_cut_short_it_is_unsigned_or_whole(call: str, at: int, dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    signed(dest, b"1")
    old = lying(dest / DOMAIN)
    count = [0]
    owner = os if call in ("unlink", "replace") else release
    real = getattr(owner, call)

    def failing(*args: object, **more: object) -> object:
        count[0] += 1
        if count[0] == at + 1:
            raise OSError(5, "Input/output error")
        return real(*args, **more)

    with monkeypatch.context() as patch:
        patch.setattr(owner, call, failing)
        try:
            signed(dest, b"2")
        except Refused as error:
            assert [one.rule for one in error.problems] == ["write-failed"]
    there = lying(dest / DOMAIN)
    if SIGNATURE in there:
        assert there == old or {data[1:2] for data in there.values()} == {b"2"}
    assert not any(path.name.endswith(".tmp") for path in (dest / DOMAIN).iterdir())
    signed(dest, b"2")
    assert {data[1:2] for data in lying(dest / DOMAIN).values()} == {b"2"}
    build(dest, {"index.html": b"2"})  # nothing of it stands in the way of a build


def test_what_is_there_already_is_left_alone(dest: Path) -> None:
    manifest = (dest / DOMAIN / MANIFEST).read_bytes()
    assert place(str(dest), DOMAIN, manifest, b"s", b"d") is True
    before = {name: (dest / DOMAIN / name).stat().st_ino for name in SIGNED}
    assert place(str(dest), DOMAIN, manifest, b"s", b"d") is False
    assert {name: (dest / DOMAIN / name).stat().st_ino for name in SIGNED} == before


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_through_no_link(dest: Path, tmp_path: Path) -> None:
    """A link in the place of one of the three is replaced, and what it leads to stays as it was."""
    outside = tmp_path / "luar"
    outside.write_bytes(b"milik orang")
    for name in SIGNED:
        (dest / DOMAIN / name).symlink_to(outside)
    signed(dest)
    assert outside.read_bytes() == b"milik orang"
    assert not any((dest / DOMAIN / name).is_symlink() for name in SIGNED)


def test_these_names_are_ours(dest: Path) -> None:
    """No document or static file may have them, and no `keep:` makes them somebody else's."""
    for name in sorted(SIGNED):
        assert not safe((name,))
        assert safe((f"artikel/{name}",))
        refused(["output-path-unsafe"], lambda name=name: build(dest, {name: b"x"}))  # type: ignore[misc]
    signed(dest)
    build(dest, {"index.html": b"3"}, keep=(RELEASE, SIGNATURE, SUMS))
    assert lying(dest / DOMAIN) == {}
    assert load(b'{"format":1,"site":"a","domain":"a","files":{"SHA256SUMS":["' + b"0" * 64 + b'",1]}}') is None


@pytest.mark.parametrize("data", [b"", b"[]", b'{"a":1}', b'{"a":["x","y"]}', b"\xff", b"[" * 100_000])
def test_numbers_that_cannot_be_read(data: bytes, tmp_path: Path) -> None:
    (tmp_path / ".sitegen").mkdir()
    serials.save(str(tmp_path), {"a": (3, "f")})
    assert serials.load(str(tmp_path)) == {"a": (3, "f")}
    (tmp_path / ".sitegen/serials.json").write_bytes(data)
    assert serials.load(str(tmp_path)) == {}
