"""What reading found, between builds: rows may be lost, torn, or of another version, and are then missing."""

from pathlib import Path
from typing import Any

import pytest

from sitegen.write.rows import RowStore

A, B, C = (letter * 32 for letter in "abc")


def store(path: Path, maker: str = "maker") -> RowStore:
    return RowStore(str(path / "cache"), maker)


def look(rows: RowStore, key: str) -> object:
    """What lies under a key, of whatever kind."""
    kind: Any = Any
    return rows.value(key, kind)


def written(path: Path) -> Path:
    """A file with two rows."""
    rows = store(path)
    rows.add(A, ["satu", None, {"é": 1}])
    rows.add(B, ["dua"])
    rows.save()
    return path / "cache" / "rows.json"


def test_rows_come_back(tmp_path: Path) -> None:
    written(tmp_path)
    rows = store(tmp_path)
    assert [look(rows, key) for key in (A, B, C)] == [["satu", None, {"é": 1}], ["dua"], None]


def test_a_new_row_is_a_new_line(tmp_path: Path) -> None:
    before = written(tmp_path).read_bytes()
    rows = store(tmp_path)
    assert look(rows, C) is None
    rows.add(C, 3)
    rows.save()
    assert (tmp_path / "cache" / "rows.json").read_bytes().startswith(before)
    assert [look(store(tmp_path), key) for key in (B, C)] == [["dua"], 3]


def test_a_process_that_goes_on_adds_without_reading_again(tmp_path: Path) -> None:
    file = written(tmp_path)
    rows = store(tmp_path)
    assert look(rows, A)
    rows.save()
    assert look(rows, A) is None  # whoever kept it knows it
    rows.add(C, 3)
    rows.save()
    assert [look(store(tmp_path), key) for key in (A, C)] == [["satu", None, {"é": 1}], 3]
    file.unlink()
    rows.add(A, 1)
    rows.save()  # in vain, and no error


def test_what_nobody_asks_for_goes_once_it_is_most(tmp_path: Path) -> None:
    rows = store(tmp_path)
    for number in range(200):
        rows.add(f"{number:032}", number)
    rows.save()
    rows = store(tmp_path)
    assert [look(rows, f"{number:032}") for number in range(5)] == [0, 1, 2, 3, 4]
    rows.add(A, "baru")
    rows.save()
    again = store(tmp_path)
    assert [look(again, f"{number:032}") for number in (0, 4, 5, 199)] == [0, 4, None, None]
    assert look(again, A) == "baru"


def test_a_row_that_is_made_anew_again_and_again_takes_no_more_room(tmp_path: Path) -> None:
    """As in a preview of hours, which never ends and asks for nothing twice."""
    rows = store(tmp_path)
    rows.add(A, "x" * 4000)
    for number in range(100):
        rows.add(B, f"{number:04000}")
        rows.save()
    assert (tmp_path / "cache" / "rows.json").stat().st_size < 40_000
    assert [look(store(tmp_path), key) for key in (A, B)] == ["x" * 4000, f"{99:04000}"]


def test_rows_are_read_from_the_file_that_was_looked_at(tmp_path: Path) -> None:
    """Another process may put another file in its place, or cut it short, between two questions."""
    file = written(tmp_path)
    rows = store(tmp_path)
    assert look(rows, A)
    file.rename(file.with_name("before"))
    file.write_bytes(b"another one")
    assert look(rows, B) == ["dua"]
    file.with_name("before").write_bytes(b"")
    assert look(rows, B) is None


def test_rows_that_cannot_be_kept_are_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"no folder")
    written(tmp_path)
    assert look(store(tmp_path), A) is None


@pytest.mark.parametrize("torn", [b"", b"\n", b"0 [", b'{"a":1}\n', b"\xff" * 90 + b"\n"])
def test_a_torn_line_costs_that_line_alone(tmp_path: Path, torn: bytes) -> None:
    file = written(tmp_path)
    head, first, second = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(head + first + second[:-9] + torn)
    rows = store(tmp_path)
    assert (look(rows, A), look(rows, B)) == (["satu", None, {"é": 1}], None)
    rows.add(B, ["dua"])
    rows.save()
    again = store(tmp_path)
    assert [look(again, key) for key in (A, B)] == [["satu", None, {"é": 1}], ["dua"]]


def test_no_changed_byte_is_ever_believed(tmp_path: Path) -> None:
    file = written(tmp_path)
    whole = file.read_bytes()
    known = (["satu", None, {"é": 1}], ["dua"])
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x15]) + whole[at + 1 :])
        for key, row in zip((A, B), known, strict=True):
            assert look(store(tmp_path), key) in (row, None)


def test_a_line_of_another_version_is_missing(tmp_path: Path) -> None:
    """Two builds at once, of two versions: the second begins a new file, and the first adds its line to that."""
    written(tmp_path)
    old = store(tmp_path)
    assert look(old, A)
    new = store(tmp_path, "another maker")
    assert look(new, A) is None
    new.add(B, "new")
    new.save()
    old.add(C, 3)
    old.save()
    found = store(tmp_path, "another maker")
    assert [look(found, key) for key in (A, B, C)] == [None, "new", None]


def test_two_processes_of_one_version_keep_each_others_rows(tmp_path: Path) -> None:
    written(tmp_path)
    one, other = store(tmp_path), store(tmp_path)
    for rows, key in ((one, A), (other, B)):
        assert look(rows, key)
    one.add(C, 1)
    other.add("d" * 32, 2)
    one.save()
    other.save()
    assert [look(store(tmp_path), key) for key in (B, C, "d" * 32)] == [["dua"], 1, 2]


def test_many_rows_do_not_wait_in_memory(tmp_path: Path) -> None:
    rows = store(tmp_path)
    for number in range(40):
        rows.add(f"{number:032}", "x" * 50_000)
    assert (tmp_path / "cache" / "rows.json").stat().st_size > 1_000_000
    rows.save()
    assert [look(store(tmp_path), f"{number:032}") for number in (0, 39)] == ["x" * 50_000] * 2


def test_who_only_looks_writes_nothing(tmp_path: Path) -> None:
    before = written(tmp_path).read_bytes()
    rows = RowStore(str(tmp_path / "cache"), "maker", write=False)
    assert look(rows, A)
    rows.add(C, 3)
    rows.save()
    assert (tmp_path / "cache" / "rows.json").read_bytes() == before


def test_a_disk_that_is_full_costs_rows_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path)

    def full(name: str, data: bytes) -> None:
        with Path(name).open("ab") as stream:
            stream.write(data[:40])
        raise OSError(28, "No space left on device")

    rows = store(tmp_path)
    assert look(rows, A)
    rows.add(C, 3)
    with monkeypatch.context() as patch:
        patch.setattr("sitegen.write.rows.append", full)
        rows.save()
    rows.add("d" * 32, 4)
    rows.save()
    again = store(tmp_path)
    assert [look(again, key) for key in (A, C, "d" * 32)] == [["satu", None, {"é": 1}], None, 4]
    assert file.read_bytes().count(b"\n") == 5


def test_what_killed_builds_left_goes(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "rows.4711.tmp").write_bytes(b"begun")
    written(tmp_path)
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["rows.json"]
