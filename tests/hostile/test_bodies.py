"""What editors name things: no name is markup, and no name is a device."""

from html import unescape

import pytest

from sitegen.literal import plain
from sitegen.model.document import Text
from sitegen.render.markdown import parse
from tests.conftest import ARTICLE, GOOD, MakeProject, build_project
from tests.hostile.shapes import html

pytestmark = pytest.mark.usefixtures("quick_themes")


@pytest.mark.parametrize(
    "words",
    ["*a* **b**", "`a`", "[a](https://a.example)", "a\" 'b", "<b>c</b>", "{{ site.name }}", "&lt;", "a\\b", "{#x}"],
)
def test_the_title_of_a_group_is_no_markdown(words: str, project: MakeProject) -> None:
    title = words.replace("'", "''")
    files = {
        "sites.yaml": GOOD["sites.yaml"].replace("title: Bersama", f"title: '{title}'"),
        "content/groups/bersama/artikel/pertama.md": "---\noverride: after\n---\nCatatan grup.\n",
    }
    root = project({**GOOD, **files})
    assert [p for p in build_project(root).problems if p.severity == "error"] == []
    made = (root / "dist/satu.example/artikel/pertama.html").read_bytes()
    (root / "sites.yaml").write_text(GOOD["sites.yaml"], encoding="utf-8")
    assert not build_project(root).failed
    assert html(made) == html((root / "dist/satu.example/artikel/pertama.html").read_bytes())


def test_plain_words_are_shown_as_they_are() -> None:
    signs = "".join(map(chr, range(33, 127)))
    _, shown = parse(Text("k", "id", f"a {plain(signs)} b".encode(), ()))
    assert unescape(shown.strip()) == f"<p>a {signs} b</p>"


@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1", "lpt9"])
def test_device_names(name: str, project: MakeProject) -> None:
    root = project({**GOOD, f"content/shared/artikel/{name}.md": ARTICLE.format(title="X")})
    assert [p.place.file for p in build_project(root).problems if p.severity == "error"] == [
        f"content/shared/artikel/{name}.md"
    ]
