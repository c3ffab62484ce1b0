"""Programs kept between builds: what is found is what was added, whatever became of the file, or it is missing."""

import sys
from array import array
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from io import FileIO
from pathlib import Path
from random import Random
from struct import pack
from typing import Any

import pytest

from sitegen.digest import digest_bytes
from sitegen.write import programs
from sitegen.write.programs import ProgramStore, Row, tidy
from tests.write.test_caches import INSTEAD, SECRET

NAME = "default.programs"
BODY = b"<p>isi</p>" * 9
ROWS: dict[str, Row] = {
    "a": ((b"<a>", BODY, b""), ('["site","name"]', '["seam"]')),
    "b": ((b"<b>", BODY, b"", b"</b>"), ('["site","title"]', '["seam"]', '["site","name"]')),
    "c": ((b"tanpa nilai",), ()),
    "d": ((b"", BODY), ('["fact","é","","text","id"]',)),
}


def store(folder: Path, maker: str = "maker", name: str = NAME) -> ProgramStore:
    return ProgramStore(str(folder / "cache"), name, maker)


def keep(folder: Path, keys: str, **made: str) -> Path:
    """Saves these rows as one build would that finds none of them."""
    found = store(folder, **made)
    for key in keys:
        found.get(key)
        found.add(key, *ROWS[key])
    found.save(lambda: keys)
    found.let_go()
    return folder / "cache" / made.get("name", NAME)


def known(folder: Path, **made: str) -> set[str]:
    """The keys that are found, each with what was added."""
    found = store(folder, **made)
    rows = {key: row for key in ROWS if (row := found.get(key)) is not None}
    found.let_go()
    assert rows == {key: ROWS[key] for key in rows}
    return set(rows)


def test_kept_from_one_build_to_the_next(tmp_path: Path) -> None:
    keep(tmp_path, "abc")
    assert known(tmp_path) == set("abc")
    assert [*(tmp_path / "cache").iterdir()] == [tmp_path / "cache" / NAME]


def test_what_is_new_is_added(tmp_path: Path) -> None:
    before = keep(tmp_path, "a").read_bytes()
    after = keep(tmp_path, "bcd").read_bytes()
    assert after.startswith(before)
    assert known(tmp_path) == set("abcd")


def test_what_programs_share_is_stored_once_and_held_once(tmp_path: Path) -> None:
    path = keep(tmp_path, "ab")
    assert path.read_bytes().count(BODY) == 1
    later = store(tmp_path)
    one, other = later.get("a"), later.get("b")
    assert one is not None
    assert other is not None
    assert one[0][1] is other[0][1]
    later.add("d", *ROWS["d"])
    later.save(lambda: "abd")
    later.let_go()
    assert path.read_bytes().count(BODY) == 1
    assert known(tmp_path) == set("abd")


def test_what_was_added_on_the_way_is_found_at_once(tmp_path: Path) -> None:
    """And what is shared is stored once, for whoever holds its spans."""
    found = store(tmp_path)
    found.add("a", *ROWS["a"])
    assert (found.size("a"), found.fresh) == (0, 1)
    found.flush()
    found.hold_spans()
    found.add("b", *ROWS["b"])
    found.flush()
    found.let_go_spans()
    assert (found.size("a"), found.size("b"), found.size("c"), found.fresh) == (3 + len(BODY), 7 + len(BODY), 0, 0)
    assert [found.get(key) for key in "abc"] == [ROWS["a"], ROWS["b"], None]
    found.let_go()
    path = tmp_path / "cache" / NAME
    assert path.read_bytes().count(BODY) == 1
    assert known(tmp_path) == set("ab")
    held = store(tmp_path)
    one = held.get("a")
    held.let_go_spans()
    other = held.get("a")
    held.let_go()
    assert one == other
    assert one is not None
    assert other is not None
    assert one[0][1] is not other[0][1], "it was read again"


@pytest.mark.parametrize("made", [{"maker": "another"}, {"name": "default-drafts.programs"}])
def test_what_was_made_otherwise_is_missing(tmp_path: Path, made: dict[str, str]) -> None:
    path = keep(tmp_path, "ab")
    path.rename(path.with_name(made.get("name", NAME)))
    assert known(tmp_path, **made) == set()
    keep(tmp_path, "c", **made)
    assert known(tmp_path, **made) == {"c"}


def heals(folder: Path, found: set[str]) -> None:
    """What is missing is made again, and then all is there."""
    again = store(folder)
    for key in ROWS:
        if again.get(key) is None:
            again.add(key, *ROWS[key])
    again.save(lambda: ROWS)
    again.let_go()
    assert known(folder) == set(ROWS), found


def test_any_byte_may_be_another(tmp_path: Path) -> None:
    keep(tmp_path, "ab")
    path = keep(tmp_path, "cd")
    sound = path.read_bytes()
    lost = []
    for at in range(len(sound)):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 0x20]) + sound[at + 1 :])
        found = known(tmp_path)
        lost.append(len(ROWS) - len(found))
        heals(tmp_path, found)
    assert min(lost) == 1, "each byte counts, and one of a span costs its program alone"


def test_any_end_may_be_torn(tmp_path: Path) -> None:
    first = len(keep(tmp_path, "ab").read_bytes())
    path = keep(tmp_path, "cd")
    sound = path.read_bytes()
    for at in range(len(sound)):
        path.write_bytes(sound[:at])
        found = known(tmp_path)
        assert found == (set("ab") if at >= first else set())
        heals(tmp_path, found)
    path.write_bytes(sound + b"what nobody wrote")
    assert known(tmp_path) == set(ROWS)


def test_two_builds_at_once(tmp_path: Path) -> None:
    keep(tmp_path, "a")
    one, other = store(tmp_path), store(tmp_path)
    for build, key in ((one, "b"), (other, "c")):
        assert build.get("a") == ROWS["a"]
        build.add(key, *ROWS[key])
    one.save(lambda: "ab")
    late = store(tmp_path)
    late.get("nobody")  # it knows of "b", and reads it when that has been written over
    other.save(lambda: "ac")
    assert late.get("b") in (None, ROWS["b"])
    late.add("d", *ROWS["d"])
    late.save(lambda: "abcd")
    for build in (one, other, late):
        build.let_go()
    found = known(tmp_path)
    assert {"a", "c"} <= found
    heals(tmp_path, found)


def test_two_first_builds_at_once(tmp_path: Path) -> None:
    one, other = store(tmp_path), store(tmp_path)
    for build, key in ((one, "a"), (other, "b")):
        assert build.get(key) is None
        build.add(key, *ROWS[key])
    one.save(lambda: "a")
    other.save(lambda: "b")
    for build in (one, other):
        build.let_go()
    assert known(tmp_path) == {"b"}
    heals(tmp_path, {"b"})


def crowded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in which programs stand several times, and in which the next one is the eighth."""
    monkeypatch.setattr(programs, "_SPARE", 0)
    path = keep(folder, "a")
    for more in ("bcd", "abc"):
        keep(folder, more)
    assert known(folder) == set(ROWS)
    return path


@pytest.mark.parametrize("on_the_way", [False, True])
def test_what_nobody_uses_goes_once_it_is_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_the_way: bool
) -> None:
    path = crowded(tmp_path, monkeypatch)
    before = path.stat().st_size
    last = store(tmp_path)
    last.get("a")
    last.add("c", *ROWS["c"])
    if on_the_way:
        last.flush()
    last.save(lambda: "ac")
    last.let_go()
    assert known(tmp_path) == set("ac")
    assert path.stat().st_size < before
    assert [*path.parent.iterdir()] == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="nothing takes the place of an open file")
def test_a_file_that_another_build_wrote_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crowded(tmp_path, monkeypatch)
    slow = store(tmp_path)
    assert slow.get("a") == ROWS["a"]
    quick = store(tmp_path)
    quick.add("c", *ROWS["c"])
    quick.get("a")
    quick.save(lambda: "c")
    assert slow.get("b") == ROWS["b"]
    slow.add("d", *ROWS["d"])
    slow.save(lambda: "ad")
    slow.let_go()
    assert "d" in known(tmp_path)


@INSTEAD
def test_kept_whatever_stands_in_their_place(tmp_path: Path, instead: Callable[[Path, Path], None]) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(SECRET)
    (tmp_path / "cache").mkdir()
    instead(tmp_path / "cache" / NAME, secret)
    assert known(tmp_path) == set()
    keep(tmp_path, "ab")
    assert known(tmp_path) == set("ab")
    assert secret.read_bytes() == SECRET


def test_no_folder_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"no folder")
    found = store(tmp_path)
    assert found.get("a") is None
    found.add("a", *ROWS["a"])
    found.save(lambda: "a")
    tidy(str(tmp_path / "cache"), ())
    assert (tmp_path / "cache").read_bytes() == b"no folder"


def test_a_file_that_may_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keep(tmp_path, "ab").read_bytes()

    def only_read(path: str, mode: str, **more: Any) -> Any:
        if mode != "r":
            raise PermissionError(13, "Permission denied", path)
        return FileIO(path, mode, **more)

    monkeypatch.setattr("sitegen.write.programs.FileIO", only_read)
    assert known(tmp_path) == set("ab")
    assert keep(tmp_path, "c").read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
@pytest.mark.parametrize("first", ["", "a"])
def test_a_full_disk(tmp_path: Path, first: str) -> None:
    import resource

    before = keep(tmp_path, first).stat().st_size if first else 0
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (before + 300, limits[1]))
    try:
        keep(tmp_path, "bcd")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert known(tmp_path) == set(first)
    assert sum(path.stat().st_size for path in (tmp_path / "cache").iterdir()) == before
    keep(tmp_path, "bcd")
    assert known(tmp_path) == {*first, *"bcd"}


def test_what_nobody_needs_in_the_folder_goes(tmp_path: Path) -> None:
    path = keep(tmp_path, "a")
    (path.parent / "4711.tmp").write_bytes(b"begun")
    (path.parent / "gone.programs").write_bytes(b"of a theme that is gone")
    tidy(str(path.parent), {path.name})
    assert [*path.parent.iterdir()] == [path]


def test_whoever_let_go_finds_nothing(tmp_path: Path) -> None:
    keep(tmp_path, "a")
    found = store(tmp_path)
    assert found.get("a") == ROWS["a"]
    found.let_go()
    assert found.get("a") is None


# -- whoever can write the cache knows the checksum, too ---------------------------------------------------------------

# One program adds two spans, has three numbers and spans of twelve bytes; the sizes of the two; what its chunk says.
INDEX, NUMBERS, SLOTS = (2, 3, 12, 3, 9), (0, 1, 0), '["[]"]'
HOSTILE: dict[str, tuple[tuple[int, ...], tuple[int, ...], str]] = {
    "a span that is not there": (INDEX, (0, 2, 0), SLOTS),
    "a slot that is not there": (INDEX, (0, 1, 1), SLOTS),
    "a number that is none": (INDEX, (0, 2**32 - 1, 0), SLOTS),
    "as many slots as spans": ((2, 2, 12, 3, 9), (0, 0), SLOTS),
    "no numbers": ((2, 0, 12, 3, 9), (), SLOTS),
    "fewer numbers than said": ((2, 5, 12, 3, 9), NUMBERS, SLOTS),
    "more numbers than said": (INDEX, (0, 1, 0, 0), SLOTS),
    "more spans than sizes": ((2**32 - 1, 3, 12, 3, 9), NUMBERS, SLOTS),
    "a size beyond the segment": ((2, 3, 12, 3, 2**32 - 1), NUMBERS, SLOTS),
    "an index that is too short": ((2, 3, 12, 3), NUMBERS, SLOTS),
    "slots of other types": (INDEX, NUMBERS, "[1]"),
    "no list": (INDEX, NUMBERS, '"[]"'),
    "another shape": (INDEX, NUMBERS, '{"[]":0}'),
    "nested": (INDEX, NUMBERS, "[" * 100_000),
    "no JSON": (INDEX, NUMBERS, "\x00"),
}


def segment(last: bytes, index: tuple[int, ...], numbers: tuple[int, ...], slots: str) -> bytes:
    chunk = array("I", numbers).tobytes() + b"<a>" + b"x" * 9
    data = bytes.fromhex(digest_bytes(b"a") + digest_bytes(chunk)) + array("I", index).tobytes() + slots.encode()
    head = pack("<4Q", 1, 2, len(slots), len(chunk))
    return bytes.fromhex(digest_bytes(last + head + data)) + head + data + chunk


@pytest.mark.parametrize("case", HOSTILE)
def test_an_index_that_means_something_else(tmp_path: Path, case: str) -> None:
    found = store(tmp_path)
    path = tmp_path / "cache" / NAME
    path.parent.mkdir()
    path.write_bytes(segment(found._begin, INDEX, NUMBERS, SLOTS))
    assert found.get("a") == ((b"<a>", b"x" * 9), ("[]",)), "as it is written"
    found.let_go()
    path.write_bytes(segment(found._begin, *HOSTILE[case]))
    found = store(tmp_path)
    assert found.get("a") is None
    found.add("a", *ROWS["a"])
    found.save(lambda: "a")
    found.let_go()
    assert known(tmp_path) == {"a"}


@pytest.mark.parametrize("at", range(4))
def test_a_size_that_no_file_has(tmp_path: Path, at: int) -> None:
    found = store(tmp_path)
    sizes = [0, 0, 2, 0]
    sizes[at] = 2**64 - 1
    index = pack("<4Q", *sizes) + b"[]"
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / NAME).write_bytes(bytes.fromhex(digest_bytes(found._begin + index)) + index)
    assert found.get("a") is None
    found.let_go()


# -- processes that know nothing of each other -------------------------------------------------------------------------


def busy(folder: str, seed: int) -> int:
    """Builds one after the other, each with some programs; how many were found, each as it was added."""
    rng = Random(seed)
    found = 0
    for _ in range(40):
        build = store(Path(folder))
        for key in rng.sample([*ROWS], 2):
            row = build.get(key)
            assert row in (None, ROWS[key])
            found += row is not None
            if row is None or rng.random() < 0.2:
                build.add(key, *ROWS[key])
        build.save(lambda: ROWS)
        build.let_go()
    return found


def test_four_processes_at_once(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4) as pool:
        found = list(pool.map(busy, [str(tmp_path)] * 4, range(4)))
    assert sum(found) > 0
    heals(tmp_path, known(tmp_path))
