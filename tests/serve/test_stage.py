"""The builds of a preview: which come first, and that one which ends early leaves nothing behind."""

from pathlib import Path

import pytest

from sitegen.options import Options
from sitegen.serve.stage import Stage, domain_of
from tests.conftest import ARTICLE, GOOD, TODAY, add_theme, build_project, read_tree, write

SOURCE = "content/shared/artikel/pertama.md"


def made(root: Path) -> Stage:
    stage = Stage(Options(root, root / ".sitegen/preview", TODAY, prune=True, wait=True), "id")
    stage.take(stage.build_all(lambda *_: None))
    return stage


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "proyek"
    add_theme(root)
    write(root, GOOD)
    return root


def test_a_build_that_was_overtaken_is_as_if_it_had_not_begun(root: Path, tmp_path: Path) -> None:
    stage = made(root)
    steps = 0
    for number in range(100):
        write(root, {SOURCE: ARTICLE.format(title=f"Judul {number}")})
        calls = 0

        class Late:
            def is_set(self, after: int = number) -> bool:
                nonlocal calls
                calls += 1
                return calls > after

        stage.overtaken = Late()  # type: ignore[assignment]
        before = read_tree(stage.options.dest / "satu.example")
        built = stage.build_rest()
        if built is not None:
            stage.take(built)
            steps = number
            break
        assert read_tree(stage.options.dest / "satu.example") == before
    assert steps > 5
    build_project(root, dest=tmp_path / "bersih")
    for site in ("satu.example", "dua.example"):
        assert read_tree(stage.options.dest / site) == read_tree(tmp_path / "bersih" / site)


def test_sites_of_a_subset_and_then_all_are_as_all(root: Path, tmp_path: Path) -> None:
    stage = made(root)
    write(root, {SOURCE: ARTICLE.format(title="Lain")})
    first = stage.build_watched({"dua.example"})
    assert first
    assert [row.site for row in first.report.sites] == ["dua"]
    stage.take(first)
    rest = stage.build_rest()
    assert rest
    assert [row.site for row in rest.report.sites if row.changed] == ["satu"]
    build_project(root, dest=tmp_path / "bersih")
    for site in ("satu.example", "dua.example"):
        assert read_tree(stage.options.dest / site) == read_tree(tmp_path / "bersih" / site)


def test_when_there_is_nothing_to_build_first(root: Path) -> None:
    stage = made(root)
    assert stage.build_watched(()) is None
    assert stage.build_watched({"tiada.example"}) is None
    assert stage.build_watched({"satu.example", "dua.example"}) is None
    text = GOOD["sites.yaml"].replace('  - {domain: dua.example, district: "15.01"}\n', "").replace(", dua]", "]")
    write(root, {"sites.yaml": text})
    assert stage.build_watched({"dua.example"}) is None  # it is gone, which the build of all will show


def test_pages_are_old_once(root: Path) -> None:
    stage = made(root)
    page, other = "/satu.example/artikel/pertama.html", "/dua.example/artikel/pertama.html"
    for path in (page, other, "/", "/lain/x.html"):
        stage.served(path)
    assert stage.old([page, other, "/", "/lain/x.html"]) == frozenset()
    write(root, {"content/sites/satu/artikel/lokal.md": ARTICLE.format(title="Lokal")})
    built = stage.build_rest()
    assert built
    stage.take(built)
    assert stage.old([page, other, "/", "/lain/x.html"]) == {page}
    assert stage.old([page]) == frozenset()
    write(root, {SOURCE: GOOD[SOURCE].replace("title:", "titel:")})
    built = stage.build_rest()
    assert built
    stage.take(built)
    assert stage.old([page, other, "/", "/lain/x.html"]) == {page, other, "/", "/lain/x.html"}


def test_which_site_a_page_is_of() -> None:
    assert domain_of("/satu.example/artikel/x.html") == "satu.example"
    assert domain_of("/satu.example") == "satu.example"
    assert domain_of("/.sitegen/masalah") == domain_of("/") == domain_of("") == ""
