import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.problems import Place, Problem
from sitegen.read.source import (
    DEEPEST_YAML,
    LARGEST_YAML,
    MOST_YAML_NODES,
    Mapping,
    Node,
    Scalar,
    Sequence,
    get,
    parse_yaml,
    read_bytes,
    read_text,
    split_front_matter,
)

LIMIT = 64 * 1024


def brief(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(str(p.place), p.rule) for p in problems]


def plain(node: Node | None) -> Any:
    """Scalars as text, lists and dicts: what PyYAML's BaseLoader returns."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {key.text: plain(value) for key, value in node.entries}


def located(node: Node | None) -> Any:
    """Text and place of everything but empty scalars: where nothing stands, the parsers may differ on its place."""
    if isinstance(node, Scalar):
        return node.text if node.empty else node
    if isinstance(node, Sequence):
        return node.place, [located(item) for item in node.items]
    return node and (node.place, [(located(key), located(value)) for key, value in node.entries])


@pytest.fixture(params=["libyaml", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader")
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML was built without libyaml")


# -- YAML


@pytest.mark.usefixtures("parser")
def test_every_value_keeps_its_line_and_column() -> None:
    text = "title: Halo\nlist:\n- satu\n-   {a: 'b'}\nempty:\nlast: |\n  baris\n"
    problems: list[Problem] = []
    node = parse_yaml(text, "a.md", problems, first_line=2)
    assert problems == []
    at = Place("a.md", 2, 1)
    assert isinstance(node, Mapping) and node.place == at
    assert get(node, "title") == Scalar("Halo", Place("a.md", 2, 8), plain=True)
    items = get(node, "list")
    assert isinstance(items, Sequence) and items.place == Place("a.md", 4, 1)
    inner = items.items[1]
    assert isinstance(inner, Mapping) and inner.place == Place("a.md", 5, 5)
    assert get(inner, "a") == Scalar("b", Place("a.md", 5, 9), plain=False)
    assert get(node, "empty") == Scalar("", Place("a.md", 6, 7), plain=True)
    assert get(node, "last") == Scalar("baris\n", Place("a.md", 7, 7), plain=False)
    assert get(node, "none") is None


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("typed", ["012", "no", "0761234567", "12:30", "1e3", "0x1F", "2026-02-30", "1_000", "=", "~"])
def test_scalars_stay_as_typed(typed: str) -> None:
    problems: list[Problem] = []
    assert plain(parse_yaml(f"a: {typed}\n", "a.md", problems)) == {"a": typed}
    assert problems == []


@pytest.mark.parametrize(
    ("typed", "empty"),
    [("", True), ("~", True), ("null", True), ("''", False), ("'~'", False), ("'null'", False), ("no", False)],
)
def test_only_a_value_that_was_not_written_is_empty(typed: str, empty: bool) -> None:
    node = parse_yaml(f"a: {typed}\n", "a.md", [])
    assert isinstance(node, Mapping)
    value = get(node, "a")
    assert isinstance(value, Scalar) and value.empty is empty


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [("f:3:1", "yaml-key-twice")]),
        ("a: &x 1\nb: *x\n", [("f:1:4", "yaml-anchor"), ("f:2:4", "yaml-alias")]),
        ("a: !!int 1\nb: ! c\n", [("f:1:4", "yaml-tag"), ("f:2:4", "yaml-tag")]),
        ("<<: {a: 1}\n", [("f:1:1", "yaml-merge")]),
        ("a: 1\n---\nb: 2\n", [("f:2:1", "yaml-second-document")]),
        ("? [a, b]\n: c\n", [("f:1:3", "yaml-key-not-text")]),
        ("%YAML 1.1\n---\na: 1\n", [("f:1:1", "yaml-directive")]),
        ('a: "x\\u202Ey"\n', [("f:1:4", "unsafe-character")]),
        ('a: "\\uD800"\n', [("f:1:4", "unsafe-character")]),
        ('a: "\\UFFFFFFFF"\n', [("f:1", "yaml-syntax")]),
        ("a:\n\tb: 2\n\tc:\t3\n", [("f:2:1", "yaml-tab"), ("f:3:1", "yaml-tab"), ("f:3:4", "yaml-tab")]),
        ("a: Gizi: penting\n", [("f:1:8", "yaml-colon")]),
        ("a: 1\njudul\n", [("f:2:1", "yaml-no-colon")]),
        ('a: "x\nb: 2\n', [("f:1:4", "yaml-quote")]),
        ('a: "\\q"\n', [("f:1:6", "yaml-escape")]),
        ("a: [1, 2\nb: 3\n", [("f:1:4", "yaml-bracket")]),
        ("a: {b: 1\n", [("f:1:4", "yaml-bracket")]),
        ("a: *tebal* sekali\n", [("f:1:4", "yaml-alias")]),
        ("a: @x\n", [("f:1:4", "yaml-sign")]),
        ("a: 'it's'\n", [("f:1:8", "yaml-after-quote")]),
        ("title:Cuci\nsummary: b\n", [("f:1:6", "yaml-colon-space")]),
        ("title:\u00a0Cuci: tangan\n", [("f:1:6", "yaml-colon-space")]),
        # What is already known is said, although the text ends in a mistake.
        ("a: 1\na: 2\nb: @\n", [("f:2:1", "yaml-key-twice"), ("f:3:4", "yaml-sign")]),
    ],
)
def test_mistakes_have_a_rule_and_a_place(text: str, expected: list[tuple[str, str]]) -> None:
    problems: list[Problem] = []
    parse_yaml(text, "f", problems)
    assert brief(problems) == expected


def test_a_key_twice_names_both_places_and_keeps_the_first() -> None:
    problems: list[Problem] = []
    node = parse_yaml("title: Satu\nsummary: x\ntitle: Dua\n", "a.md", problems, first_line=2)
    assert plain(node) == {"title": "Satu", "summary": "x"}
    (one,) = problems
    assert one.others == (Place("a.md", 2, 1),)
    assert one.message("id") == 'Kunci "title" sudah ada di a.md:2:1.'
    assert one.message("en") == 'The key "title" is already at a.md:2:1.'


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", ["a: *x\n", "<<: {a: 1}\n", "[a]: b\n", "a: [\n"])
def test_nothing_is_returned_when_a_value_is_unknown(text: str) -> None:
    assert parse_yaml(text, "f", []) is None


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[" * DEEPEST_YAML + "]" * DEEPEST_YAML, None),
        ("[" * (DEEPEST_YAML + 1) + "]" * (DEEPEST_YAML + 1), "yaml-too-deep"),
        ("[" + "a," * (MOST_YAML_NODES - 1) + "]", None),
        ("[" + "a," * MOST_YAML_NODES + "]", "yaml-too-many"),
        ("#" * LARGEST_YAML, None),
        ("#" * LARGEST_YAML + "\n", "yaml-too-large"),
    ],
)
def test_caps(text: str, rule: str | None) -> None:
    problems: list[Problem] = []
    node = parse_yaml(text, "f", problems)
    assert [p.rule for p in problems] == ([rule] if rule else [])
    assert (node is None) == (rule is not None)


@pytest.mark.parametrize("text", ["", "# komentar\n", "---\n"])
def test_an_empty_text_is_an_empty_scalar(text: str) -> None:
    problems: list[Problem] = []
    node = parse_yaml(text, "f", problems)
    assert isinstance(node, Scalar) and node.empty
    assert problems == []


YAMLISH = st.text(st.sampled_from("ab0:-?[]{},&*!|>'\"%@`#~.\\ux \n\t<=_é\u202e\ud800"), max_size=60) | st.text(
    max_size=30
)
WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=12)
DATA = st.recursive(
    WORDS | st.sampled_from(["012", "no", "12:30", "~", "0761234567", "<<", "*a"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300)
@example("[0?]:")
@given(YAMLISH)
def test_never_raises_and_the_parsers_never_read_differently(text: str) -> None:
    problems: list[Problem] = []
    node = parse_yaml(text, "f", problems)
    assert node is not None or problems
    pure: list[Problem] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        again = parse_yaml(text, "f", pure)
    if again is None:
        assert pure  # the pure parser is stricter in rare places (`|#`, `[a?]`), and says so
    else:
        assert (located(again), brief(pure)) == (located(node), brief(problems))


@given(DATA, st.booleans())
def test_scalars_are_those_of_the_base_loader(data: Any, flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    problems: list[Problem] = []
    node = parse_yaml(text, "f", problems)
    if {p.rule for p in problems} & {"yaml-too-deep", "unsafe-character"}:
        return
    assert problems == []
    assert plain(node) == yaml.load(text, Loader=yaml.BaseLoader)


# -- files


def test_text_is_unix_text_without_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("\ufeffsatu\r\ndua\rtiga é\n".encode())
    problems: list[Problem] = []
    assert read_text(tmp_path, "a.md", problems, LIMIT) == "satu\ndua\ntiga é\n"
    assert problems == []


@pytest.mark.parametrize(
    ("data", "place", "rule", "message"),
    [
        (b"a\r\nb \xff", "a.md:2:3", "file-not-utf8", "Berkas ini bukan teks UTF-8: ada byte 0xFF di sini."),
        (b"a\n\xed\xa0\x80", "a.md:2:1", "file-not-utf8", "Berkas ini bukan teks UTF-8: ada byte 0xED di sini."),
        (
            "a\nbé\u202e".encode(),
            "a.md:2:3",
            "unsafe-character",
            "Ada karakter yang tidak terlihat atau tidak boleh dipakai: U+202E.",
        ),
        (
            b"a\x00",
            "a.md:1:2",
            "unsafe-character",
            "Ada karakter yang tidak terlihat atau tidak boleh dipakai: U+0000.",
        ),
        (
            "\ue000".encode(),
            "a.md:1:1",
            "unsafe-character",
            "Ada karakter yang tidak terlihat atau tidak boleh dipakai: U+E000.",
        ),
        (b"a" * (LIMIT + 1), "a.md", "file-too-large", "Berkas ini lebih besar dari 64 KB."),
    ],
)
def test_text_that_is_refused(tmp_path: Path, data: bytes, place: str, rule: str, message: str) -> None:
    (tmp_path / "a.md").write_bytes(data)
    problems: list[Problem] = []
    assert read_text(tmp_path, "a.md", problems, LIMIT) is None
    assert brief(problems) == [(place, rule)]
    assert problems[0].message("id") == message


def test_a_flood_of_bad_characters_is_cut_off(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\x00" * 1000)
    problems: list[Problem] = []
    assert read_text(tmp_path, "a.md", problems, LIMIT) is None
    assert len(problems) == 10


def test_bytes_are_read_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\x00\xff\r\n" + b"x" * (LIMIT - 4))
    problems: list[Problem] = []
    assert read_bytes(tmp_path, "a.bin", problems, LIMIT) == b"\x00\xff\r\n" + b"x" * (LIMIT - 4)
    assert problems == []


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("tidak-ada.md", "file-missing"),
        ("folder", "file-not-regular"),
        ("../outside.md", "file-outside"),
        ("a\x00b", "file-unreadable"),
        ("inside.md/x", "file-unreadable"),
    ],
)
def test_files_that_are_refused(tmp_path: Path, path: str, rule: str) -> None:
    root = tmp_path / "project"
    (root / "folder").mkdir(parents=True)
    (root / "inside.md").write_text("x")
    (tmp_path / "outside.md").write_text("x")
    problems: list[Problem] = []
    assert read_bytes(root, path, problems, LIMIT) is None
    if path == "folder" and os.name == "nt":  # Windows does not open folders at all
        rule = "file-unreadable"
    assert [(p.place.file, p.rule) for p in problems] == [(path, rule)]


@pytest.mark.skipif(os.name == "nt", reason="links and FIFOs need POSIX")
def test_links_and_fifos(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (root / "inside.md").write_text("x")
    (root / "good").symlink_to("inside.md")
    (tmp_path / "project-secret").write_text("x")  # shares the prefix of the project's path
    (root / "bad").symlink_to(tmp_path / "project-secret")
    (root / "loop").symlink_to("loop")
    os.mkfifo(root / "fifo")
    problems: list[Problem] = []
    assert read_bytes(root, "good", problems, LIMIT) == b"x"
    assert problems == []
    for path in ("bad", "loop", "fifo"):
        assert read_bytes(root, path, problems, LIMIT) is None
    assert brief(problems) == [("bad", "file-outside"), ("loop", "file-unreadable"), ("fifo", "file-not-regular")]


# -- front matter


def test_front_matter_and_body() -> None:
    problems: list[Problem] = []
    text = "---\ntitle: A\ntopics: [b]\n---\n\nIsi\n---\nakhir\n"
    meta, body, line = split_front_matter(text, "a.md", problems)
    assert problems == []
    assert plain(meta) == {"title": "A", "topics": ["b"]}
    assert meta is not None and meta.place == Place("a.md", 2, 1)
    assert (body, line) == ("\nIsi\n---\nakhir\n", 5)


@pytest.mark.parametrize(
    ("text", "place", "rule", "body", "line"),
    [
        ("Isi\n", "a.md:1:1", "front-matter-missing", "Isi\n", 1),
        ("", "a.md:1:1", "front-matter-missing", "", 1),
        ("---\ntitle: A\n", "a.md:1:1", "front-matter-open", "", 3),
        ("---\n---\nIsi", "a.md:2:1", "front-matter-empty", "Isi", 3),
        ("---\nhanya teks\n---\nIsi", "a.md:2:1", "front-matter-not-keys", "Isi", 4),
        ("---\n- a\n---\nIsi", "a.md:2:1", "front-matter-not-keys", "Isi", 4),
        ("---\ntitle: A: B\n---\nIsi", "a.md:2:9", "yaml-colon", "Isi", 4),
    ],
)
def test_front_matter_that_is_refused(text: str, place: str, rule: str, body: str, line: int) -> None:
    problems: list[Problem] = []
    assert split_front_matter(text, "a.md", problems) == (None, body, line)
    assert brief(problems) == [(place, rule)]
