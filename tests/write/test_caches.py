"""Caches may be lost, damaged or impossible to write: that costs time, and never an error, a wait or a left-over."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from sitegen.model.document import Text
from sitegen.model.output import Copy, Data, Output, Scaled
from sitegen.model.parsed import Heading, Packed, Parsed, SlotUse
from sitegen.model.picture import Variant
from sitegen.room import BLOCK, Room, blocks
from sitegen.values import replace
from sitegen.write.files import remember
from sitegen.write.guard import claim
from sitegen.write.pictures import PictureStore
from sitegen.write.pool import Pool
from sitegen.write.rows import RowStore
from sitegen.write.scaled import ScaledStore
from sitegen.write.state import SiteState, State, load, save
from sitegen.write.texts import TextStore, packed, unpacked
from tests.write.helpers import refused

PARSED = Parsed(
    *((Heading(2, "satu", "Satu"),), "satu", (), (SlotUse(0, "text"),), 3, ()), names="h2 p", told=partial(str, "kata")
)
SECRET = b"not ours"


def pipe(path: Path, _: Path) -> None:
    os.mkfifo(path)


def link(path: Path, secret: Path) -> None:
    path.symlink_to(secret)


def folder(path: Path, _: Path) -> None:
    (path / "inner").mkdir(parents=True)
    (path / "inner" / "file").write_bytes(b"x")


needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
INSTEAD = pytest.mark.parametrize("instead", [pytest.param(pipe, marks=needs_pipes), link, folder])


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_bytes(SECRET)
    return path


def text(key: str) -> Text:
    return Text(key, "id", b"", ())


def shown(html: str) -> bytes:
    return f"kata\n{html}".encode()


def anew(text: Text) -> Packed:
    return Packed(b"", shown(f"{text.key} anew"))


def store(path: Path, maker: str = "maker") -> TextStore:
    return TextStore(str(path / "cache"), maker, anew)


@INSTEAD
def test_texts_are_kept_whatever_stands_in_their_place(
    tmp_path: Path, secret: Path, instead: Callable[[Path, Path], None]
) -> None:
    (tmp_path / "cache").mkdir()
    instead(tmp_path / "cache" / "a.html", secret)
    texts = store(tmp_path)
    texts.add("a", shown("<p>a</p>"))
    texts.save({"a"})
    assert store(tmp_path).html(text("a")) == "<p>a</p>"
    assert secret.read_bytes() == SECRET


def test_texts_that_cannot_be_kept_are_still_known_to_this_build(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"no folder")
    texts = store(tmp_path)
    texts.add("a", shown("<p>a</p>"))
    texts.save({"a"})
    assert texts.html(text("a")) == "<p>a</p>"
    assert store(tmp_path).html(text("a")) == "a anew"


def test_many_texts_do_not_wait_in_memory(tmp_path: Path) -> None:
    texts = store(tmp_path)
    for number in range(4):
        texts.add(f"{number}", shown("x" * 600_000))
    assert sorted(path.name for path in (tmp_path / "cache").iterdir()) == [f"{number}.html" for number in range(4)]


def test_who_only_looks_writes_no_text(tmp_path: Path) -> None:
    texts = TextStore(str(tmp_path / "cache"), "maker", anew, write=False)
    for number in range(4):
        texts.add(f"{number}", shown("x" * 600_000))
    texts.save(set("0123"))
    assert not (tmp_path / "cache").exists()
    assert texts.html(text("3")) == "x" * 600_000


def test_a_text_whose_file_cannot_be_written_is_kept_in_mind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: str, data: bytes) -> None:
        if path.endswith("b.html"):
            raise OSError(28, "No space left on device")
        remember(path, data)

    texts = store(tmp_path)
    for key in "abc":
        texts.add(key, shown(key))
    with monkeypatch.context() as patch:
        patch.setattr("sitegen.write.texts.remember", full)
        texts.save(set("abc"))
    assert [texts.html(text(key)) for key in "abc"] == ["a", "b", "c"]
    assert [store(tmp_path).html(text(key)) for key in "abc"] == ["a", "b anew", "c anew"]
    texts.save(set("abc"))
    assert [store(tmp_path).html(text(key)) for key in "abc"] == ["a", "b", "c"]


@pytest.mark.parametrize("harm", [None, b"", b"damaged", b"0" * 32 + b"\nkata\n<p>evil</p>", b"\xff\xfe"])
def test_a_text_whose_file_was_lost_is_parsed_anew(tmp_path: Path, harm: bytes | None) -> None:
    texts = store(tmp_path)
    texts.add("a", shown("<p>a</p>"))
    assert texts.html(text("a")) == "<p>a</p>"
    texts.save({"a"})
    file = tmp_path / "cache" / "a.html"
    again = store(tmp_path)
    parsed = again.of(text("a"), PARSED)
    assert (parsed.prose, again.html(text("a"))) == ("kata", "<p>a</p>")
    if harm is None:
        file.unlink()
    else:
        file.write_bytes(harm)
    assert (parsed.prose, again.html(text("a"))) == ("kata", "a anew")


def test_a_text_of_another_version_is_parsed_anew(tmp_path: Path) -> None:
    old = store(tmp_path)
    old.add("a", shown("<p>a</p>"))
    old.save({"a"})
    assert store(tmp_path, "another maker").html(text("a")) == "a anew"


def test_texts_share_what_is_equal(tmp_path: Path) -> None:
    texts = store(tmp_path)
    one, other = (texts.of(text(key), unpacked(packed(PARSED, ""))) for key in "ab")
    assert replace(one, told=None) == replace(other, told=None) == replace(PARSED, told=None)
    assert one.headings[0] is other.headings[0]
    assert one.slots is other.slots
    assert one.names is other.names


def test_texts_that_nobody_uses_go_once_they_are_most(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    for number in range(70):
        (cache / f"{number:032}.html").write_bytes(b"of an edit that was never published")
    (cache / "rows.json").write_bytes(b"of others")
    texts = store(tmp_path)
    texts.add("a", shown("<p>a</p>"))
    texts.save({"a"})
    assert sorted(path.name for path in cache.iterdir()) == ["a.html", "rows.json"]


@INSTEAD
def test_rows_are_kept_whatever_stands_in_their_place(
    tmp_path: Path, secret: Path, instead: Callable[[Path, Path], None]
) -> None:
    (tmp_path / "cache").mkdir()
    instead(tmp_path / "cache" / "rows.json", secret)
    rows = RowStore(str(tmp_path / "cache"), "maker")
    assert rows.value("a" * 32, list) is None
    rows.add("a" * 32, [1])
    rows.save()
    assert RowStore(str(tmp_path / "cache"), "maker").value("a" * 32, list) == [1]
    assert secret.read_bytes() == SECRET


@INSTEAD
def test_pictures_are_kept_whatever_stands_in_their_place(
    tmp_path: Path, secret: Path, instead: Callable[[Path, Path], None]
) -> None:
    pictures, scaled = tmp_path / "pictures", tmp_path / "scaled"
    pictures.mkdir()
    instead(pictures / "key.picture", secret)
    assert PictureStore(str(pictures)).get("key", lambda: b"drawn") == b"drawn"
    assert PictureStore(str(pictures)).get("key", lambda: b"drawn again") == b"drawn"
    scaled.mkdir()
    sizes = ScaledStore(str(scaled), "maker")
    digest = "7c211433f02071597741e6ff5a8ea34789abbf43d7d7aa6e0d5d7bc0f8e0a1d4"
    instead(scaled / f"{digest}.picture", secret)
    sizes.add("original", [(Variant(1, 1, "webp", digest, 4), b"data")])
    assert sizes.sizes("original") == (Variant(1, 1, "webp", digest, 4),)
    assert (scaled / f"{digest}.picture").read_bytes() == b"data"
    assert len(list(scaled.iterdir())) == 2  # and no name beside
    assert secret.read_bytes() == SECRET


@INSTEAD
def test_the_state_is_kept_whatever_stands_in_its_place(
    tmp_path: Path, secret: Path, instead: Callable[[Path, Path], None]
) -> None:
    dest = tmp_path / "dist"
    claim(dest, tmp_path, [])
    instead(dest / ".sitegen" / "state.json", secret)
    assert load(dest) == State()
    state = State({"a": SiteState("m", "k", "o")}, {"o": {"index.html": "p"}})
    save(dest, state)
    assert load(dest) == state
    assert secret.read_bytes() == SECRET


def test_a_state_that_cannot_be_kept_is_no_error(tmp_path: Path) -> None:
    save(tmp_path / "nowhere", State())
    assert load(tmp_path / "nowhere") == State()


def test_a_pool_that_cannot_be_emptied_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pool = tmp_path / ".sitegen" / "pool"
    pool.mkdir(parents=True)
    (pool / "torn").write_bytes(b"")

    def denied(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("sitegen.write.pool.remove_tree", denied)
    refused(["write-failed"], Pool(str(tmp_path)).clear)


def test_a_killed_write_of_a_cache_leaves_no_name_beside(tmp_path: Path) -> None:
    remember(tmp_path / "a", b"one")
    remember(tmp_path / "a", b"two")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"two"}


def test_room_counts_all_that_is_written(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_bytes(bytes(5000))
    outputs: list[Output] = [
        Data("a/list.json", bytes(9000), "k"),
        Copy("own.txt", "own.txt", "k"),
        Copy("a/shared.pdf", "shared.pdf", "s1", 100_000),
        Scaled("a/picture.webp", "p.png", "s2", 20_000, "o"),
    ]

    room = Room(str(tmp_path))
    paths = [output.path for output in outputs]
    each = room.of_outline(paths, outputs, ())
    own = blocks(9000) + blocks(5000)
    assert each == (own + BLOCK + 2 * BLOCK, 2 + 1 + 2)  # with the manifest and two folders
    shared = blocks(100_000) + blocks(20_000)
    assert (room.size, room.files) == (shared, 2)
    room.of_outline(paths, outputs, ())  # sites of another selection: the shared ones are there already
    assert (room.size, room.files) == (shared, 2)
    assert room.of_outline(paths, (), ()) == (0, 0)
    assert room.of_outline(paths, outputs[1:2], ())[0] == blocks(5000) + 3 * BLOCK
    assert room.of_outline(paths, (), (1, 5000))[0] == blocks(1) + blocks(5000) + 3 * BLOCK
