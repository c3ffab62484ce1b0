import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.digest import digest_bytes
from sitegen.write.manifest import (
    MANIFEST,
    UNSEALED,
    Entry,
    Manifest,
    dump,
    dump_lines,
    lines_of,
    load,
    read,
    read_lines,
    safe,
    safe_path,
    split,
)

SHA = "0" * 64
ODD = ("a\x00", "a\\b", "c:a", "\udc80", MANIFEST, UNSEALED)


def test_one_line_for_each_file_in_order() -> None:
    data = dump(Manifest("a", "a.id", {"b.html": Entry(SHA, 2), "a.html": Entry(SHA, 1)}))
    assert data.decode().splitlines() == [
        '{"format":1,"site":"a","domain":"a.id","files":{',
        f'"a.html":["{SHA}",1],',
        f'"b.html":["{SHA}",2]',
        "}}",
    ]


parts = st.text(
    st.characters(codec="utf-8", exclude_characters="/\\:\x7f", exclude_categories=("Cc", "Cs")), min_size=1
).filter(lambda part: part not in (".", ".."))
paths = st.lists(parts, min_size=1, max_size=3).map("/".join).filter(lambda p: p not in (MANIFEST, UNSEALED))
entries = st.builds(Entry, st.text("0123456789abcdef", min_size=64, max_size=64), st.integers(0, 10**12))


@given(st.dictionaries(paths, entries, max_size=8))
def test_what_is_dumped_is_loaded(files: dict[str, Entry]) -> None:
    manifest = Manifest("a", "a.id", files)
    assert load(dump(manifest)) == manifest
    assert dump(Manifest("a", "a.id", dict(reversed(files.items())))) == dump(manifest)


@given(st.dictionaries(paths, entries, max_size=8))
def test_lines_are_the_same_whether_the_manifest_is_known_or_looked_at(files: dict[str, Entry]) -> None:
    manifest = Manifest("a", "a.id", files)
    data = dump(manifest)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / MANIFEST).write_bytes(data)
        known, unknown = read_lines(folder, digest_bytes(data)), read_lines(folder, "")
    assert known == unknown == (lines_of(manifest), digest_bytes(data))
    assert dump_lines("a", "a.id", lines_of(manifest)) == data
    assert sorted(one for one in split(data) if one) == sorted(lines_of(manifest).values())


def test_a_manifest_that_nobody_knows_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(dump(Manifest("a", "a.id", {"../x": Entry(SHA, 1)})))
    assert read_lines(str(tmp_path), "") is None
    assert read_lines(str(tmp_path / "nowhere"), "") is None


@pytest.mark.parametrize(
    "path",
    ["", "/a", "a/", "a//b", "..", "../a", "a/../b", "a/..", ".", "./a", "a/.", "a\nb", "a\n/../b", *ODD],
)
def test_an_unsafe_path_spoils_the_manifest(path: str) -> None:
    assert not safe_path(path)
    assert not safe(("fine.html", path))
    value = {"format": 1, "site": "a", "domain": "a.id", "files": {"ok": [SHA, 1], path: [SHA, 1]}}
    assert load(json.dumps(value).encode()) is None


@pytest.mark.parametrize("path", ["a", "a/b.html", ".well-known/x", "..a/b..", "a...b", "é/ö.html", "a b"])
def test_safe_paths(path: str) -> None:
    assert safe_path(path)
    assert safe((path, "other"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 100_000,
        b'{"format":2,"site":"a","domain":"a","files":{}}',
        b'{"format":1,"site":"a","files":{}}',
        b'{"format":1,"site":"a","domain":"a","files":[]}',
        b'{"format":1,"site":"a","domain":"a","files":{"a":["00",1]}}',
        b'{"format":1,"site":"a","domain":"a","files":{"a":["' + SHA.encode() + b'",true]}}',
        b'{"format":1,"site":"a","domain":"a","files":{"a":["' + SHA.encode() + b'",-1]}}',
        b'{"format":1,"site":"a","domain":"a","files":{"a":"ab"}}',
    ],
)
def test_damage_is_an_absent_manifest(data: bytes) -> None:
    assert load(data) is None


def test_read_wants_a_regular_file(tmp_path: Path) -> None:
    folder = tmp_path
    assert read(str(folder)) is None
    (folder / "real").write_bytes(dump(Manifest("a", "a.id", {})))
    (folder / MANIFEST).symlink_to("real")
    assert read(str(folder)) is None
