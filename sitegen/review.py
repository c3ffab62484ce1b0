"""`sitegen review`: writes into a document's front matter who reviewed it and when, and changes nothing else.

Lines are replaced in the bytes of the file: line ends, comments and order stay. What comes out is read again before it
is written; if anything but the review differs, nothing is written.
"""

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from sitegen.problems import Place, Problem, Refused, problem
from sitegen.read.documents import MAX_SOURCE
from sitegen.read.governance import shifted
from sitegen.read.schema import nearest
from sitegen.read.source import Mapping, Node, Scalar, Sequence, read_bytes, split_front_matter
from sitegen.read.tree import walk
from sitegen.unicode import UNSAFE_IN_LINE
from sitegen.write.files import write_atomically

MAX_NAME = 120
_VALUE = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:(?![ \t]#)[^"'\r\n])(?:(?![ \t]#)[^\r\n])*?|)"""
_REST = r"(?:[ \t]+#[^\r\n]*)?[ \t]*[\r\n]*"
_KEYS = ("reviewed", "reviewer", "review_by")


@dataclass(frozen=True, slots=True)
class Review:
    """What was written: the file, its lines before ("" where there was none) and after."""

    file: str
    changes: tuple[tuple[str, str], ...]


def review(root: Path, path: str, name: str, on: dt.date, following: dt.date | None, today: dt.date) -> Review:
    """Notes in a source file that `name` reviewed it `on` that day, and when the next review is due, if given.

    `path` is a file, or the name of a document ("artikel/berobat"). Raises Refused, with the file untouched.
    """
    name = name.strip()
    if not name or len(name) > MAX_NAME or UNSAFE_IN_LINE.search(name) or set("{}") & set(name):
        raise Refused(problem("review-name", Place("--by"), name=name, most=str(MAX_NAME)))
    if on > today:
        raise Refused(problem("review-days", Place("--on"), day=on.isoformat(), limit=today.isoformat()))
    if following is not None and following <= on:
        limit = shifted(following, -1).isoformat()
        raise Refused(problem("review-days", Place("--on"), day=on.isoformat(), limit=limit))
    file = _file(root, path)
    wanted = {"reviewed": on.isoformat(), "reviewer": name}
    if following is not None:
        wanted["review_by"] = following.isoformat()
    problems: list[Problem] = []
    data = read_bytes(root, file, problems, MAX_SOURCE)
    if data is None:
        raise Refused(*problems)
    before = _front(data, file, problems)
    if before is None:
        raise Refused(*problems)
    made, changes = _changed(data, wanted)
    after = _front(made, file, problems)
    expected = {**_values(before[0]), **wanted}
    if problems or after is None or _values(after[0]) != expected or after[1] != before[1]:
        lines = "; ".join(f"{key}: {_written(key, value)}" for key, value in wanted.items())
        raise Refused(problem("review-shape", Place(file, 1, 1), lines=lines))
    if made != data:
        write_atomically((root / file).resolve(), made, fsync=True)
    return Review(file, tuple(changes))


def _file(root: Path, path: str) -> str:
    """The source file that is meant: a path from the project or from here, or the name of a document. Where several
    layers have a document, the shared one is meant; otherwise the person has to say which."""
    known = tuple(f"content/{name}" for name in walk(root, "content") if name.endswith(".md"))
    known = tuple(name for name in known if name.split("/")[1] in ("shared", "groups", "sites"))
    asked = path.replace("\\", "/").removeprefix("./")
    here = Path(path).absolute()
    inside = here.relative_to(root.absolute()).as_posix() if here.is_relative_to(root.absolute()) else ""
    for file in (asked, inside):
        if file in known:
            return file
    stem = asked.removesuffix(".md").removesuffix(".html")
    found = [file for file in known if stem and file.removesuffix(".md").endswith(f"/{stem}")]
    shared = [file for file in found if file == f"content/shared/{stem}.md"]
    if len(shared or found) == 1:
        return (shared or found)[0]
    if found:
        raise Refused(problem("review-several", Place(path), path=path, files=", ".join(found)))
    names = {file.removesuffix(".md").split("/", 2 if file.startswith("content/shared/") else 3)[-1] for file in known}
    near = nearest(asked, known) if asked.startswith("content/") else nearest(stem, tuple(sorted(names)))
    raise Refused(problem("review-unknown", Place(path), path=path, near=near))


def _changed(data: bytes, wanted: dict[str, str]) -> tuple[bytes, list[tuple[str, str]]]:
    """The file with these keys set, and each line that differs: before, after. Bytes that are no UTF-8 were refused."""
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", data.decode("utf-8"))
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() == "---"), len(lines))
    eol = lines[0][len(lines[0].rstrip("\r\n")) :] or "\n"
    changes: list[tuple[str, str]] = []
    missing: list[str] = []
    for key in (key for key in _KEYS if key in wanted):
        value = _written(key, wanted[key])
        shape = re.compile(rf"(?P<key>{key}[ \t]*:[ \t]*)(?P<value>{_VALUE})(?P<rest>{_REST})")
        for number in range(1, end):
            found = shape.fullmatch(lines[number])
            if found:
                space = "" if found["key"][-1] in " \t" else " "
                made = f"{found['key']}{space}{value}{found['rest']}"
                if made != lines[number] and found["value"] != wanted[key]:
                    changes.append((lines[number].rstrip(), made.rstrip()))
                    lines[number] = made
                break
        else:
            missing.append(f"{key}: {value}{eol}")
            changes.append(("", f"{key}: {value}"))
    return "".join([*lines[:end], *missing, *lines[end:]]).encode("utf-8"), changes


def _written(key: str, value: str) -> str:
    """A value as YAML has it: days plain, names in quotes, since they may hold any sign."""
    if key != "reviewer":
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _front(data: bytes, file: str, problems: list[Problem]) -> tuple[Mapping, str] | None:
    """Front matter and body, or None with Problems."""
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        problems.append(problem("file-not-utf8", Place(file), byte=f"0x{data[error.start]:02X}"))
        return None
    front, body, _ = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"), file, problems)
    return None if front is None or problems else (front, body)


def _values(front: Mapping) -> dict[str, object]:
    """Keys with their values, without places."""
    return {key.text: _bare(value) for key, value in front.entries}


def _bare(node: Node) -> object:
    if isinstance(node, Mapping):
        return _values(node)
    if isinstance(node, Sequence):
        return [_bare(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text
