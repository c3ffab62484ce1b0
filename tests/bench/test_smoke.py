"""The benchmark's corpus is a valid project, and its shapes are what they say."""

from pathlib import Path

from sitegen.build import build, check
from sitegen.options import Options
from sitegen.problems import Severity

from .corpus import BILINGUAL, CONFIRMED, OVERRIDES, SHAPES, TARGETED, TODAY, write_corpus
from .floor import measure


def test_three_articles_on_eight_sites(tmp_path: Path) -> None:
    root = tmp_path / "project"
    written = write_corpus(root, 8, 3)

    report = build(Options(root, root / "dist", TODAY), lambda _step, _done, _total: None)

    assert [p for p in report.problems if p.severity is not Severity.TASK] == []
    assert not report.failed
    assert report.fallbacks == 0
    for shape in range(SHAPES):
        (site,) = written.of_shape(shape)
        tree = root / "dist" / f"{site}.example"
        articles = [path for path in tree.glob("artikel/*-[0-9]*.html") if not path.stem.startswith("halaman-")]
        assert len(articles) == (4 if shape == TARGETED else 3)
        assert len(list(tree.glob("en/artikel/*-[0-9]*.html"))) == (1 if shape == BILINGUAL else 0)
        assert (tree / "sitemap.xml").exists() == (shape == CONFIRMED)
    trees = [p for p in root.glob("dist/*.example/**/*") if p.is_file()]
    assert len(trees) == sum(row.written for row in report.sites) + SHAPES  # a manifest each

    (tmp_path / "floor").mkdir()
    assert measure(str(root / "dist"), str(tmp_path / "floor")).files == len(trees)
    assert {p.relative_to(tmp_path / "floor"): p.read_bytes() for p in tmp_path.glob("floor/**/*") if p.is_file()} == {
        p.relative_to(root / "dist"): p.read_bytes() for p in trees
    }


def test_every_mode_of_override_knows_its_base(tmp_path: Path) -> None:
    """Sixty articles: notes and bodies of their own on the sites with overrides, and not one warning."""
    root = tmp_path / "project"
    written = write_corpus(root, SHAPES, 60)
    (site,) = written.of_shape(OVERRIDES)
    texts = [p.read_text("utf-8") for p in (root / "content/sites" / site / "artikel").glob("*.md")]
    assert {text.split("\n")[1] for text in texts} == {"override: before", "override: after", "override: replace"}

    report = check(Options(root, root / "dist", TODAY), lambda _step, _done, _total: None)

    assert [p for p in report.problems if p.severity is not Severity.TASK] == []


def test_the_same_numbers_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_corpus(tmp_path / name, 9, 12)

    one, other = (
        {p.relative_to(tmp_path / name): p.read_bytes() for p in (tmp_path / name).rglob("*") if p.is_file()}
        for name in ("one", "other")
    )
    assert one == other
