"""What is noted of trees saves listing them, and nothing else: the same comes out as without it, whatever happened."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.digest import digest_bytes
from sitegen.problems import Refused
from sitegen.write import folders, left, publish
from sitegen.write.guard import claim

from .helpers import DOMAIN, build, clean, is_whole, snapshot
from .test_caches import INSTEAD, SECRET, secret

__all__ = ["secret"]

SAME = {f"artikel/{letter}.html": letter.encode() for letter in "abcdef"}
PLANS = [
    {**SAME, "index.html": b"one", "berkas/x/y.pdf": b"", "artikel/a.html": b"a1"},
    {**SAME, "index.html": b"one", "berkas/x/y.pdf": b"", "artikel/a.html": b"a2"},
    {**SAME, "index.html": b"two", "berkas/x/y.pdf": b"", "artikel/b.html": b"b3", "artikel/new.html": b""},
]
NEXT = {**SAME, "index.html": b"two", "berkas/x/y.pdf": b"", "artikel/c.html": b"c4"}
NOTED = left.Left("m", "l", "p", ("artikel", "berkas", "berkas/x"), ("artikel/a.html",))


def history(folder: Path) -> Path:
    """An output folder with both trees, and the note of how they were left."""
    claim(folder, folder.parent, [])
    for plan in PLANS:
        build(folder, plan)
    assert left.load(folder)[DOMAIN]
    return folder


@pytest.fixture
def dest(tmp_path: Path) -> Path:
    return history(tmp_path / "dist")


def listed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Filled with the folders that are listed from now on."""
    found: list[str] = []

    def scandir(path: str) -> object:
        found.append(path)
        return os.scandir(path)

    monkeypatch.setattr(folders, "os", type("Os", (), {**vars(os), "scandir": staticmethod(scandir)}))
    return found


def test_only_the_tops_of_trees_are_listed(dest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = listed(monkeypatch)
    build(dest, NEXT)
    assert found == [f"{dest / DOMAIN}/", f"{dest / '.sitegen' / 'prev' / DOMAIN}/"]
    assert is_whole(dest / DOMAIN)
    assert snapshot(dest / DOMAIN) == clean(tmp_path / "clean", NEXT)


def put(path: str, data: bytes = b"foreign") -> Callable[[Path], None]:
    def act(tree: Path) -> None:
        (tree / path).parent.mkdir(exist_ok=True)
        (tree / path).write_bytes(data)

    return act


def gone(path: str) -> Callable[[Path], None]:
    return lambda tree: (tree / path).unlink()


def replaced(path: str) -> Callable[[Path], None]:
    def act(tree: Path) -> None:
        (tree / path).unlink()
        (tree / path).write_bytes(b"defaced")

    return act


def linked(path: str) -> Callable[[Path], None]:
    def act(tree: Path) -> None:
        (tree / path).unlink()
        (tree / path).symlink_to(tree / "index.html")

    return act


def moved(path: str) -> Callable[[Path], None]:
    def act(tree: Path) -> None:
        away = tree.parents[1] / "away"
        (tree / path).rename(away)
        (tree / path).symlink_to(away)

    return act


def copied(path: str) -> Callable[[Path], None]:
    """Another folder with the same names and times."""

    def act(tree: Path) -> None:
        away = tree.parents[1] / "away"
        (tree / path).rename(away)
        shutil.copytree(away, tree / path, symlinks=True)
        (tree / path / "a.html").write_bytes(b"defaced")
        shutil.copystat(away, tree / path)

    return act


def empty(tree: Path) -> None:
    (tree / "artikel" / "empty").mkdir()


HAPPENED = {
    "nothing": lambda _: None,
    "added": put("artikel/x.html"),
    "added on top": put("x.html"),
    "added in a folder of its own": put("own/x.html"),
    "gone": gone("artikel/a.html"),
    "gone on top": gone("index.html"),
    "replaced": replaced("artikel/a.html"),
    "replaced on top": replaced("index.html"),
    "a link": linked("artikel/b.html"),
    "a link on top": linked("index.html"),
    "a link to a folder": moved("artikel"),
    "a link to a folder inside": moved("berkas/x"),
    "another folder": copied("artikel"),
    "an empty folder": empty,
    "no manifest": gone("sitegen-manifest.json"),
    "a signature": put("sitegen-release.json.sig"),
}


@pytest.mark.parametrize("tree", [".", ".sitegen/prev"])
@pytest.mark.parametrize("happened", HAPPENED)
def test_it_comes_out_as_if_nothing_were_noted(tmp_path: Path, tree: str, happened: str) -> None:
    came: list[list[object]] = []
    for name in ("noted", "not noted"):
        dest = history(tmp_path / name / "dist")
        HAPPENED[happened](dest / tree / DOMAIN)
        if name == "not noted":
            (dest / ".sitegen" / "left.json").unlink()
        came.append([])
        for plan in (NEXT, PLANS[2], NEXT):
            try:
                outcome = build(dest, plan)
                came[-1].append((outcome.written, outcome.kept, outcome.removed, outcome.signed, outcome.mended))
            except Refused as refused:
                came[-1].append([problem.rule for problem in refused.problems])
            except AssertionError:  # foreign files, says `build`
                came[-1].append("foreign")
            live, prev = snapshot(dest / DOMAIN), snapshot(dest / ".sitegen" / "prev")
            came[-1].append({path: str(held).replace(str(dest.parent), "") for path, held in live.items()})
            came[-1].append({path: str(held).replace(str(dest.parent), "") for path, held in prev.items()})
    noted, not_noted = came
    assert noted == not_noted


def test_a_build_that_was_not_published_spoils_the_note(
    dest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its tree was finished, and only files on top of it were touched."""
    with monkeypatch.context() as patched:
        patched.setattr(publish, "exchange", lambda *_: (_ for _ in ()).throw(OSError(5, "no")))
        with pytest.raises(Refused):
            build(dest, {**PLANS[2], "index.html": b"never seen", "top.html": b""})
    for plan in (NEXT, PLANS[0], NEXT):
        build(dest, plan)
        assert is_whole(dest / DOMAIN)
        assert snapshot(dest / DOMAIN) == clean(tmp_path / "clean", plan)
        shutil.rmtree(tmp_path / "clean")


def test_a_full_build_lists_everything(dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    altered = dest / DOMAIN / "artikel" / "d.html"
    altered.write_bytes(b"defaced")  # in place: the folder's time does not tell
    found = listed(monkeypatch)
    assert build(dest, NEXT, full=True).mended == ("artikel/d.html",)
    assert f"{dest / DOMAIN}/artikel" in found
    for plan in (PLANS[2], NEXT):
        build(dest, plan)
        assert is_whole(dest / DOMAIN)


def test_of_too_many_differences_the_live_tree_is_noted(dest: Path) -> None:
    many = {f"artikel/{number}.html": b"" for number in range(left.MOST)}
    build(dest, {**PLANS[2], **many})
    assert left.load(dest)[DOMAIN].prev
    build(dest, {**NEXT, "last.html": b""})
    alone = left.load(dest)[DOMAIN]
    assert alone.is_live(str(dest / DOMAIN))
    assert (alone.prev, alone.apart) == ("", ())
    assert not alone.is_prev(str(dest / ".sitegen/prev" / DOMAIN))
    build(dest, NEXT)
    assert left.load(dest)[DOMAIN].prev


def test_a_first_version_is_noted_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dest = tmp_path / "dist"
    claim(dest, tmp_path, [])
    build(dest, NEXT)
    assert left.load(dest)[DOMAIN].prev == ""
    found = listed(monkeypatch)
    assert not build(dest, NEXT).changed
    assert found == [f"{dest / DOMAIN}/"]
    (dest / ".sitegen/left.json").unlink()
    build(dest, NEXT, small=False)
    assert left.load(dest)[DOMAIN].prev == ""
    (dest / DOMAIN / "artikel/foreign.html").write_bytes(b"")
    with pytest.raises(AssertionError):  # foreign files, says `build`
        build(dest, NEXT)


def test_any_damage_is_no_note(dest: Path) -> None:
    left.save(dest, {}, {"a": NOTED, "b": None})
    assert left.load(dest) == {"a": NOTED}
    file = dest / ".sitegen" / "left.json"
    whole = file.read_bytes()
    for position in range(len(whole)):
        file.write_bytes(whole[:position])
        assert left.load(dest) == {}
        file.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        assert left.load(dest) == {}
    file.unlink()
    assert left.load(dest) == {}


@pytest.mark.parametrize(
    "row",
    [
        {},
        ["m", "l", "p", []],
        ["m", "l", "p", [], [], []],
        ["m", "l", 1, [], []],
        ["m", "", "", [], []],
        ["m", "l", "", ["artikel"], ["artikel/a.html"]],
        ["m", "l", "p", "artikel", [1]],
        ["m", "l", "p", [["artikel"]], []],
        ["m", "l", "p", [".."], []],
        ["m", "l", "p", ["/"], []],
        ["m", "l", "p", ["artikel"], ["../../x"]],
        ["m", "l", "p", ["artikel"], ["sitegen-manifest.json"]],
    ],
)
def test_a_wrong_shape_with_a_right_checksum_is_none_either(dest: Path, row: object) -> None:
    payload = json.dumps({"a": row}).encode()
    head = f"sitegen-left 1 {digest_bytes(payload)} {len(payload)}\n".encode()
    (dest / ".sitegen" / "left.json").write_bytes(head + payload)
    assert left.load(dest) == {}


@INSTEAD
def test_it_is_noted_whatever_stands_in_its_place(
    dest: Path, secret: Path, instead: Callable[[Path, Path], None]
) -> None:
    (dest / ".sitegen" / "left.json").unlink()
    instead(dest / ".sitegen" / "left.json", secret)
    assert left.load(dest) == {}
    left.save(dest, {}, {"a": NOTED})
    assert left.load(dest) == {"a": NOTED}
    assert secret.read_bytes() == SECRET


def test_a_note_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    left.save(tmp_path / "nowhere", {}, {"a": NOTED})
    assert left.load(tmp_path / "nowhere") == {}
