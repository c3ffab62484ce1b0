"""The checklist looks at what is published: what somebody takes away from the folder is missed."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.options import Options
from sitegen.overview.checklist import CHECKS, check
from sitegen.overview.facts import Finding, SiteState
from sitegen.overview.gather import gather
from sitegen.overview.published import Seen, Tree, inside
from tests.conftest import MakeProject
from tests.report.network import NETWORK, TODAY

pytestmark = pytest.mark.usefixtures("quick_themes")


@pytest.fixture
def published(built: Path, tmp_path: Path) -> Path:
    """A copy, to be spoiled, of the network as it was built once."""
    return Path(shutil.copytree(built, tmp_path / "terbit"))


def state(root: Path, number: int = 1) -> SiteState:
    return gather(Options(root, root / "dist", TODAY), lambda *_: None).sites[number]


def findings(root: Path, number: int = 1) -> dict[str, Finding]:
    return {one.check: one for one in state(root, number).findings}


def edit(file: Path, change: Callable[[str], str]) -> None:
    text = file.read_text("utf-8")
    file.write_text(change(text), "utf-8")
    assert change(text) != text


def without(pattern: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, "", text)


def test_the_default_theme_has_all_of_it(published: Path) -> None:
    assert {name: one.state for name, one in findings(published).items()} == {row.id: "yes" for row in CHECKS}


def test_nothing_published(project: MakeProject) -> None:
    root = project(NETWORK)
    assert {one.state for one in findings(root).values()} == {"unbuilt"}
    assert not state(root).published
    assert not state(root).weights


def test_one_page(published: Path) -> None:
    states = {name: one.state for name, one in findings(published, 2).items()}
    assert {name for name, one in states.items() if one == "none"} == {"search", "share", "map", "faq", "clicks"}
    assert set(states.values()) == {"none", "yes"}


@pytest.mark.parametrize(
    ("check", "gone"),
    [
        ("search", "cari.js"),
        ("search", "cari-indeks.js"),
        ("search", "peta-situs.html"),
        ("print", "cetak.css"),
        ("map", "peta-situs.html"),
        ("faq", "tanya-jawab.html"),
        ("lost", "404.html"),
        ("tagline", "index.html"),
    ],
)
def test_a_file_that_is_gone(published: Path, check: str, gone: str) -> None:
    (published / "dist/dua.example" / gone).unlink()
    assert findings(published)[check].state == "no"


@pytest.mark.parametrize(
    ("check", "file", "pattern"),
    [
        ("mobile", "artikel/kedua.html", r'<meta name="viewport"[^>]*>'),
        ("search", "index.html", r'role="search"'),
        ("print", "artikel/kedua.html", r'media="print"'),
        ("share", "artikel/kedua.html", r"https://wa\.me/\?text=[^\"]*"),
        ("map", "peta-situs.html", r'href="artikel/kedua\.html"'),
        ("faq", "index.html", r'href="tanya-jawab\.html[^"]*"'),
        ("faq", "tanya-jawab.html", r'id="_t-'),
        ("tagline", "index.html", r"(?<=</h1>)\s*<p>[^<]*</p>"),
        ("lost", "404.html", r'href="/index\.html"'),
        ("lost", "404.html", r'href="/peta-situs\.html"'),
    ],
)
def test_a_part_of_a_page_that_is_gone(published: Path, check: str, file: str, pattern: str) -> None:
    edit(published / "dist/dua.example" / file, without(pattern))
    assert findings(published)[check].state == "no"
    assert findings(published, 0)[check].state == "yes", "the other sites still have it"


def test_an_article_too_far_away_and_one_out_of_reach(published: Path) -> None:
    folder = published / "dist/dua.example"
    for file in folder.rglob("*.html"):
        if file.name != "pertama.html":
            file.write_text(re.sub(r'href="[^"]*kedua\.html"', 'href="#x"', file.read_text("utf-8")), "utf-8")
    far = findings(published)["clicks"]
    assert (far.state, far.note, dict(far.blanks)["path"]) == ("no", "too-far", "artikel/kedua.html")
    edit(folder / "artikel/pertama.html", without(r'href="[^"]*kedua\.html"'))
    lost = findings(published)["clicks"]
    assert (lost.state, lost.note, dict(lost.blanks)["path"]) == ("no", "unreached", "artikel/kedua.html")


def test_pages_are_weighed_and_redirects_told_apart(published: Path) -> None:
    weights = {weight.path: weight for weight in state(published).weights}
    assert weights["tanya/apa.html"].moves
    assert not weights["index.html"].moves
    assert 0 < weights["index.html"].packed < weights["index.html"].size
    assert weights["index.html"].size == (published / "dist/dua.example/index.html").stat().st_size


def _seen(*links: str) -> Seen:
    return Seen(frozenset(links), (), (), fits=True, shared=True, moves=False)


def test_a_site_map_of_letters(tmp_path: Path) -> None:
    """Where articles are many, they stand on pages of their letters."""
    pages = {
        "index.html": _seen("peta-situs.html"),
        "peta-situs.html": _seen("peta-situs-k.html"),
        "peta-situs-k.html": _seen("artikel/kedua.html"),
        "artikel/kedua.html": _seen(),
    }
    articles = frozenset({"artikel/kedua.html"})

    def states(tree: Tree) -> dict[str, str]:
        return {one.check: one.state for one in check(tree, articles, single=False)}

    found = states(Tree(tmp_path, "/", pages, ()))
    assert (found["map"], found["clicks"]) == ("yes", "no"), "three clicks by the letters"
    del pages["peta-situs-k.html"]
    assert states(Tree(tmp_path, "/", pages, ()))["map"] == "no"


@pytest.mark.parametrize(
    ("href", "folder", "mount", "path"),
    [
        ("../index.html", "artikel", "/", "index.html"),
        ("a.html#b", "artikel", "/", "artikel/a.html"),
        ("/portal/a.html", "", "/portal/", "a.html"),
        ("/portal/", "", "/portal/", "index.html"),
        ("/lain/a.html", "", "/portal/", ""),
        ("topik/", "", "/", "topik/index.html"),
        ("a%20b.html?q=1&amp;r=2", "", "/", "a b.html"),
        ("#x", "artikel", "/", ""),
        ("tel:119", "", "/", ""),
        ("https://contoh.example/a.html", "", "/", ""),
        ("//contoh.example/a.html", "", "/", ""),
        ("../../a.html", "artikel", "/", ""),
        ("http://[", "", "/", ""),
    ],
)
def test_where_links_lead(href: str, folder: str, mount: str, path: str) -> None:
    assert inside(href, folder, mount) == path
