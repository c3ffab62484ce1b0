"""Injection through every field: whatever a value says, outputs are built of the same parts as with harmless words."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.unicode import UNSAFE_IN_LINE
from tests.conftest import REPO, add_theme, read_tree
from tests.hostile.poison import Project
from tests.hostile.shapes import SHAPES

pytestmark = pytest.mark.usefixtures("quick_themes")

HARMLESS = " aman sekali"
# Each for other readers: HTML, attributes, JSON-LD, XML, calendars, header files, tables, templates, Markdown, paths.
POISON = {
    "script": " </script><script>alert(1)</script><!-- ]]> </title></style>",
    "attribute": ' " onmouseover="alert(1)" x=\'y\' `z` <img src=x onerror=alert(1)>',
    "entities": " &lt;b&gt; &#60;script&#62; &quot; &amp; \\u003cscript\\u003e %3Cscript%3E %0d%0aSet-Cookie: x=1",
    "templates": " {{ site.name }} {% for a in b %} ${x} #{y} <%= z %> {klaim x} {#id .class} {: .x }",
    "calendar": ' \\n\\nEND:VEVENT;X=1:BEGIN:VALARM,\\; "a":b',
    "markdown": " ](javascript:alert(1)) **a** `b` [c](//jahat.example) ![d](x) <https://jahat.example> | |",
    "path": "/../../../etc/passwd",
}
HIDDEN = {
    "bidi": "a\u202eb", "zero width": "a\u200bb", "null": "a\0b", "escape": "a\x1b[31mb", "return": "a\rb",
    "private": "a\ue0000\ue001b", "mark": "\ufeffb", "tag": "a\U000e0041b",
}  # fmt: skip
_PIECES = st.sampled_from(
    [*"<>&\"'`\\{}[]()|;:,=%$#!*_-/\u0301\u00adé漢😀", "]]>", "-->", "{{", "%}", "\\n", "&#0;", "://"]
)
WORDS = st.lists(_PIECES | st.text(st.characters(exclude_categories=["C", "Z"]), max_size=4), min_size=1, max_size=12)


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("racun") / "proyek"
    shutil.copytree(REPO / "tests/golden/network", root)
    add_theme(root)
    return Project(root)


def built(root: Path) -> dict[str, bytes]:
    """All that is published, but the manifests and what is no text."""
    found = {path: data for path, data in read_tree(root / "dist").items() if not path.startswith(".sitegen")}
    return {path: data for path, data in found.items() if not path.endswith(("sitegen-manifest.json", ".png", ".webp"))}


def shaped(files: dict[str, bytes]) -> dict[str, object]:
    made: dict[str, object] = {}
    for path, data in files.items():
        reader = next((reader for end, reader in SHAPES.items() if path.endswith(end)), None)
        made[path] = reader(data) if reader else None
    return made


def assert_same_shape(golden: Project, poison: str) -> None:
    """Each value is refused at its place, or it is published and adds nothing to what machines read."""
    carried, refused, strange = golden.endured(poison)
    assert not strange
    assert carried | refused == golden.all
    poisoned = shaped(built(golden.root))
    golden.endured(
        HARMLESS, golden.all - carried
    )  # where poison passes for a URL, harmless words do not: left as it was
    harmless = shaped(built(golden.root))
    assert sorted(poisoned) == sorted(harmless)
    for path, shape in harmless.items():
        assert poisoned[path] == shape, path


@pytest.mark.parametrize("name", POISON)
def test_no_value_changes_the_shape(golden: Project, name: str) -> None:
    assert_same_shape(golden, POISON[name])


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS.map("".join).filter(lambda words: not UNSAFE_IN_LINE.search(words)))
def test_nor_do_any_words(golden: Project, words: str) -> None:
    """A letter leads them: a blank alone leaves every value as it was, where harmless words make another text of it."""
    assert_same_shape(golden, f" a{words}")


@pytest.mark.parametrize("name", HIDDEN)
def test_what_hides_is_refused_at_its_place(golden: Project, name: str) -> None:
    """Every value, wherever it stands: not one of them may carry it."""
    _, refused, strange = golden.endured(HIDDEN[name])
    assert not strange
    assert refused == golden.all
