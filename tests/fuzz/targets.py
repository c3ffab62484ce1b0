"""What fuzzing feeds with any bytes: readers of what strangers may have written. Each target ends quietly or asserts.

A target promises what its docstring says; `tests/fuzz/__main__.py` looks for bytes that break the promise, and
`test_smoke.py` runs what was found once, and the seeds.
"""

import re
import tempfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

from sitegen.model.document import Meta, Slot, Text
from sitegen.problems import Problem
from sitegen.read.schema import convert
from sitegen.read.source import LARGEST_YAML, Mapping, parse_yaml, read_text, scalars, split_front_matter
from sitegen.render.markdown import parse
from sitegen.unicode import UNSAFE_IN_BODY, printable
from sitegen.write import manifest

_SLOT = "\ue000{}\ue001"
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_VOID = frozenset({"br", "hr", "img"})
# Written anew here: what the sanitiser is told must not be what its output is measured by.
ELEMENTS = frozenset(
    "a abbr b blockquote br button code dd details div dl dt em fieldset figcaption figure form h2 h3 h4 hr img input"
    " label legend li ol p pre section span strong sub summary sup table tbody td th thead time tr ul".split()
)
ATTRIBUTES = frozenset(
    "alt aria-label aria-live checked class data-q datetime for hidden href id name role scope src start tabindex title"
    " type value".split()
)


class Safe(HTMLParser):
    """Asserts of HTML that no element, attribute or scheme in it is one that could act."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.balanced = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ELEMENTS, tag
        if tag not in _VOID | {"input"}:
            self.open.append(tag)
        for name, value in attrs:
            assert name in ATTRIBUTES, (tag, name)
            if name in ("href", "src"):
                scheme = _SCHEME.match(value or "")
                assert not scheme or scheme[1].lower() in ("http", "https", "mailto", "tel", "geo"), value

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.balanced = False

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)


def text(data: bytes) -> None:
    """A body, as reading lets it through, becomes harmless HTML in which every element is closed, or has flaws."""
    form = "quiz" if data[:1] == b"Q" else ""
    words = UNSAFE_IN_BODY.sub("", data.decode("utf-8", "ignore").replace("\r", "\n"))
    words = words.replace("{0}", _SLOT.format(0)).replace("{1}", _SLOT.format(1))
    parsed, shown = parse(
        Text("k", "id", words.encode(), (Slot("site.name", None), Slot("facts.peta", None)), form=form)
    )
    checked = Safe()
    checked.feed(shown)
    checked.close()
    if not parsed.flaws:
        assert checked.balanced and not checked.open, shown
        assert not UNSAFE_IN_BODY.search(re.sub("\ue000[01]\ue001", "", shown))
    lines = words.count("\n") + 1
    assert all(0 <= flaw.line <= lines for flaw in parsed.flaws)


def _file(data: bytes, problems: list[Problem]) -> str | None:
    with tempfile.TemporaryDirectory(dir=_MEMORY) as folder:
        (Path(folder) / "a.md").write_bytes(data)
        return read_text(Path(folder), "a.md", problems, LARGEST_YAML)


def front(data: bytes) -> None:
    """A file of any bytes becomes a Meta, or Problems that can be said in both languages, in one line each."""
    problems: list[Problem] = []
    words = _file(data, problems)
    if words is None:
        assert problems
    else:
        node, body, first = split_front_matter(words, "a.md", problems)
        assert first <= words.count("\n") + 2 and words.endswith(body)
        if node is None:
            assert problems
        else:
            _clean(node)
            convert(node, Meta, problems)
    _sayable(problems)


def yaml(data: bytes) -> None:
    """Any text becomes values without hidden characters, or Problems."""
    problems: list[Problem] = []
    node = parse_yaml(data.decode("utf-8", "replace"), "a.yaml", problems)
    assert node is not None or problems
    if isinstance(node, Mapping):
        _clean(node)
    _sayable(problems)


def _clean(node: Mapping) -> None:
    assert not any(UNSAFE_IN_BODY.search(one.text) for one in scalars(node))


def _sayable(problems: list[Problem]) -> None:
    for found in problems:
        for lang in ("id", "en"):
            said = found.message(lang) + found.hint(lang)
            assert not UNSAFE_IN_BODY.search(said) and "\n" not in printable(said), found


def listing(data: bytes) -> None:
    """A manifest of any bytes is none, or names files inside its tree only, and is read again as it was written."""
    found = manifest.load(data)
    if found is None:
        return
    assert manifest.load(manifest.dump(found)) == found
    for path, entry in found.files.items():
        parts = path.split("/")
        assert path and not {"", ".", ".."} & set(parts), path
        assert not set("\\:\0\n") & set(path), path
        assert len(entry.sha256) == 64 and entry.size >= 0


_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
TARGETS: dict[str, Callable[[bytes], None]] = {"text": text, "front": front, "yaml": yaml, "manifest": listing}
