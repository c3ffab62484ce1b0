"""Text files and YAML with the line and column of everything. The only file that names PyYAML.

YAML is read from parser events, so that no scalar is ever converted (`012`, `no` and `12:30` stay as typed) and
nothing of YAML is accepted that an editor could trip over: anchors, aliases, tags, merge keys, second documents.
"""

import os
import re
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from sitegen.problems import Place, Problem, problem
from sitegen.unicode import SAFE_ASCII, UNSAFE_IN_BODY, code_point
from sitegen.values import Frozen, replace

LARGEST_YAML = 256 * 1024
DEEPEST_YAML = 12
MOST_YAML_NODES = 20_000
_MOST_SHOWN = 10
_MARK = b"\xef\xbb\xbf"


class Scalar(Frozen):
    """A value as typed. `plain` says that it stood without quotes."""

    text: str
    place: Place
    plain: bool

    @property
    def empty(self) -> bool:
        """Whether nothing was written: no value at all, `~` or `null`."""
        return self.plain and self.text in ("", "~", "null")


class Sequence(Frozen):
    """A list."""

    items: tuple["Node", ...]
    place: Place


class Mapping(Frozen):
    """Keys with values, in their order; no key twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place


Node = Scalar | Sequence | Mapping


def get(mapping: Mapping, key: str) -> Node | None:
    """The value of `key`, or None if the mapping lacks it."""
    return next((value for name, value in mapping.entries if name.text == key), None)


def scalars(node: Node) -> list[Scalar]:
    """All values in a node, keys left out."""
    if isinstance(node, Scalar):
        return [node]
    inner = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    found: list[Scalar] = []
    for item in inner:
        if isinstance(item, Scalar):
            found.append(item)
        else:
            found += scalars(item)
    return found


# -- files ---------------------------------------------------------------------------------------------------------


def read_bytes(
    root: Path, path: str, problems: list[Problem], limit: int, too_large: str = "file-too-large"
) -> bytes | None:
    """The content of a regular file of at most `limit` bytes, or None with a Problem; `too_large` is the rule that says
    how to make the file smaller.

    `path` is relative to the project `root`, with `/`. A symbolic link is followed only if it stays inside the project.
    Never blocks: a FIFO or a device is refused, not read.
    """
    place = Place(path)
    try:
        target: str | Path = f"{root}/{path}"
        if linked(root, path):
            inside = root.resolve()
            target = real = (inside / path).resolve(strict=True)
            if not real.is_relative_to(inside):
                problems.append(problem("file-outside", place))
                return None
        # The path holds no link any more, so one that appears only now is refused too.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(target, flags | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError:
        problems.append(problem("file-missing", place))
        return None
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: a loop of links; ValueError: a NUL in the path
        problems.append(_unreadable(place, error))
        return None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            problems.append(problem("file-not-regular", place))
            return None
        data, most = b"", min(status.st_size, limit) + 1
        while len(data) <= limit and (part := os.read(handle, most)):
            data += part
    except OSError as error:
        problems.append(_unreadable(place, error))
        return None
    finally:
        os.close(handle)
    if len(data) > limit:
        problems.append(problem(too_large, place, limit=_size(limit)))
        return None
    return data


def linked(root: Path, path: str) -> bool:
    """Whether a path inside the project may lead elsewhere: some part of it is a link. Raises OSError."""
    at = str(root)
    for part in path.split("/"):
        at = f"{at}/{part}"
        if part == ".." or stat.S_ISLNK(os.lstat(at).st_mode):
            return True
    return os.name == "nt"  # junctions are no links there


def read_text(root: Path, path: str, problems: list[Problem], limit: int) -> str | None:
    """The text of a UTF-8 file (RFC 3629), or None with Problems.

    As `read_bytes`; besides, a byte order mark is dropped, line ends become LF, and characters that hide or forge
    (controls, bidi controls, private use) are refused at their line and column.
    """
    data = read_bytes(root, path, problems, limit)
    return None if data is None else text_of(data, path, problems)


def text_of(data: bytes, path: str, problems: list[Problem]) -> str | None:
    """The text in the bytes of a file, as `read_text` gives it."""
    try:
        text = decoded(data)
    except UnicodeDecodeError as error:
        data = data.removeprefix(_MARK)
        before = _unix(data[: error.start].decode("utf-8"))
        byte = f"0x{data[error.start]:02X}"
        problems.append(problem("file-not-utf8", _place(path, before, len(before)), byte=byte))
        return None
    unsafe = _unsafe(text, path, 1)
    problems.extend(unsafe)
    return None if unsafe else text


def decoded(data: bytes) -> str:
    """The text in bytes that are known to be good, without a byte order mark, with line ends as LF."""
    return _unix(data.removeprefix(_MARK).decode("utf-8"))


def _size(count: int) -> str:
    """Bytes as people name them: 96 KB, 12 MB."""
    return f"{count // 1024} KB" if count < 1 << 20 else f"{count >> 20} MB"


def _unreadable(place: Place, error: Exception) -> Problem:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
    return problem("file-unreadable", place, reason=reason)


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _place(file: str, text: str, index: int, first_line: int = 1) -> Place:
    return Place(file, text.count("\n", 0, index) + first_line, index - text.rfind("\n", 0, index))


def _unsafe(text: str, file: str, first_line: int) -> list[Problem]:
    if text.isascii() and not text.encode("ascii").translate(None, SAFE_ASCII):
        return []  # most files: asking each character of a pattern would cost ten times as much
    found = islice(UNSAFE_IN_BODY.finditer(text), _MOST_SHOWN)
    return [
        problem("unsafe-character", _place(file, text, one.start(), first_line), code=code_point(one[0]))
        for one in found
    ]


def split_front_matter(text: str, file: str, problems: list[Problem]) -> tuple[Mapping | None, str, int]:
    """The front matter of a Markdown text, its body, and the line on which the body begins.

    The front matter stands between a first line `---` and the next line `---`. It is None, with a Problem, if it is
    missing, not closed, empty or no mapping.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        problems.append(problem("front-matter-missing", Place(file, 1, 1)))
        return None, text, 1
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == "---"), None)
    if end is None:
        problems.append(problem("front-matter-open", Place(file, 1, 1)))
        return None, "", len(lines)
    body, body_first_line = "\n".join(lines[end + 1 :]), end + 2
    node = parse_yaml("\n".join(lines[1:end]) + "\n", file, problems, first_line=2)
    if isinstance(node, Mapping):
        return node, body, body_first_line
    if node is not None:
        rule = "front-matter-empty" if isinstance(node, Scalar) and node.empty else "front-matter-not-keys"
        problems.append(problem(rule, node.place))
    return None, body, body_first_line


# -- YAML ----------------------------------------------------------------------------------------------------------


def parse_yaml(text: str, file: str, problems: list[Problem], first_line: int = 1) -> Node | None:
    """The one document in `text` (YAML 1.1 syntax), or None with Problems; an empty text is an empty Scalar.

    Never raises. Mistakes that leave the meaning clear (a key twice, an anchor, a tag, a second document) are
    Problems and the node is still returned, so that its values are checked in the same run.
    `first_line` is the line of `file` on which `text` begins.
    """
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST_YAML:
        problems.append(problem("yaml-too-large", Place(file, first_line), limit=_size(LARGEST_YAML)))
        return None
    # Tabs are refused as a whole: the two parsers differ on where they may stand, and no value of ours has one.
    tabs = islice(re.finditer("\t", text), _MOST_SHOWN)
    unreadable = [problem("yaml-tab", _place(file, text, one.start(), first_line)) for one in tabs]
    unreadable += _unsafe(text, file, first_line)
    if unreadable:
        problems.extend(unreadable)
        return None
    # libyaml is ten times as fast; the pure parser words its errors better, so it has the last word on bad text.
    # Alone, it is stricter in rare places (`[a?]`), but never reads a value differently.
    if hasattr(yaml, "CSafeLoader"):
        tree = _Tree(file, first_line)
        try:
            node = tree.document(yaml.parse(text, Loader=yaml.CSafeLoader))
        except yaml.YAMLError:
            pass
        else:
            problems.extend(tree.problems)
            return node
    tree = _Tree(file, first_line)
    node = None
    try:
        node = tree.document(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        tree.problems.append(_unspaced(text, file, first_line, error) or tree.syntax_problem(error))
    except (yaml.YAMLError, ValueError, OverflowError):  # the latter two: "\UFFFFFFFF" in double quotes
        tree.problems.append(problem("yaml-syntax", Place(file, first_line)))
    problems.extend(tree.problems)
    return node


# What PyYAML says (its context and problem) -> our rule, and whether the context's place helps more.
_SYNTAX: tuple[tuple[str, str, bool], ...] = (
    ("mapping values are not allowed here", "yaml-colon", False),
    ("but found '<scalar>'", "yaml-after-quote", False),
    ("could not find expected ':'", "yaml-no-colon", True),
    ("while scanning a quoted scalar", "yaml-quote", True),
    ("while scanning a double-quoted scalar", "yaml-escape", False),
    ("while parsing a flow", "yaml-bracket", True),
    ("while scanning an alias", "yaml-alias", True),
    ("while scanning an anchor", "yaml-anchor", True),
    ("that cannot start any token", "yaml-sign", False),
)


# A key of its own line with its value right behind the colon: YAML reads on and finds fault with the next line.
_UNSPACED = re.compile(r"^ *(?:- +)?[A-Za-z_]+:(?=[^\s/:]|\u00a0)")


def _unspaced(text: str, file: str, first_line: int, error: yaml.MarkedYAMLError) -> Problem | None:
    """The Problem for a key without a blank after its colon, on the line where YAML could not go on or above it."""
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    for number in (mark.line, mark.line - 1) if mark else ():
        found = _UNSPACED.match(lines[number]) if 0 <= number < len(lines) else None
        if found:
            return problem("yaml-colon-space", Place(file, number + first_line, found.end()))
    return None


class _Stop(Exception):  # noqa: N818 - a way out of the recursion, not an error
    """A cap was reached; the Problem is noted."""


class _Tree:
    """Builds nodes from parser events and notes Problems."""

    def __init__(self, file: str, first_line: int) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._first_line = first_line
        self._count = 0
        self._usable = True

    def document(self, events: Iterator[Any]) -> Node | None:
        """The first document; raises yaml.YAMLError. None if a part of it is unknown or a cap was reached."""
        node: Node | None = None
        try:
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    if event.version or event.tags:
                        self._note("yaml-directive", event)
                    if node is not None:
                        self._note("yaml-second-document", event)
                        break
                elif not isinstance(event, (yaml.StreamStartEvent, yaml.DocumentEndEvent, yaml.StreamEndEvent)):
                    node = self._node(event, events, 1)
        except _Stop:
            return None
        if node is None:
            return Scalar("", Place(self._file, self._first_line, 1), plain=True)
        return node if self._usable else None

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        """The Problem for a text that is no YAML."""
        said = f"{error.context} {error.problem}"
        rule, at_context = next(((r, c) for words, r, c in _SYNTAX if words in said), ("yaml-syntax", False))
        mark = (at_context and error.context_mark) or error.problem_mark or error.context_mark
        return problem(rule, self._at(mark))

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        place = self._at(event.start_mark)
        self._count += 1
        if self._count > MOST_YAML_NODES:
            self._stop("yaml-too-many", place, MOST_YAML_NODES)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(problem("yaml-alias", place))
            return Scalar("", place, plain=True)
        if event.anchor is not None:
            self._note("yaml-anchor", event)
        if event.tag is not None:
            self._note("yaml-tag", event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if depth > DEEPEST_YAML:
            self._stop("yaml-too-deep", place, DEEPEST_YAML)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                items.append(self._node(inner, events, depth + 1))
            return Sequence(tuple(items), place)
        return self._mapping(events, place, depth)

    def _scalar(self, event: Any, place: Place) -> Scalar:
        text: str = event.value
        # The text was checked as a whole: what is unsafe now was written as an escape, "\u202E".
        if event.style == '"' and (found := UNSAFE_IN_BODY.search(text)):
            self._refuse(problem("unsafe-character", place, code=code_point(found[0])))
        return Scalar(text, place, plain=event.style in (None, ""))

    def _mapping(self, events: Iterator[Any], place: Place, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                self._refuse(problem("yaml-key-not-text", key.place))
            elif key.plain and key.text == "<<":
                self._refuse(problem("yaml-merge", key.place))
            elif key.plain and (joined := _UNSPACED.match(key.text)):
                at = key.place.column + joined.end() - 1
                self._refuse(problem("yaml-colon-space", replace(key.place, column=at)))
            elif key.text in entries:
                first = entries[key.text][0].place
                self.problems.append(problem("yaml-key-twice", key.place, others=(first,), key=key.text))
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), place)

    def _at(self, mark: Any) -> Place:
        if mark is None:
            return Place(self._file, self._first_line)
        return Place(self._file, mark.line + self._first_line, mark.column + 1)

    def _note(self, rule: str, event: Any) -> None:
        self.problems.append(problem(rule, self._at(event.start_mark)))

    def _refuse(self, reason: Problem) -> None:
        self.problems.append(reason)
        self._usable = False  # a value is unknown: checking the rest would only give misleading Problems

    def _stop(self, rule: str, place: Place, limit: int) -> None:
        self.problems.append(problem(rule, place, limit=str(limit)))
        raise _Stop
