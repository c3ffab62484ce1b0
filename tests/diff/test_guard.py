"""The guard against mass removal: what it stops, what it lets through, and that nothing published is touched."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from sitegen.removals import guard, is_address, taken
from sitegen.report import Report
from tests.conftest import ARTICLE, GOOD, Build, MakeProject, Tree, write

MANY = {f"content/shared/artikel/kegiatan-{n:02}.md": ARTICLE.format(title=f"Kegiatan {n}") for n in range(12)}
pytestmark = pytest.mark.usefixtures("quick_themes")


def with_line(text: str, line: str) -> str:
    return text.replace("---\n", f"---\n{line}\n", 1)


def withdrawn(root: Path, count: int = 12) -> None:
    write(root, {p: with_line(t, "withdrawn: {on: 2026-11-20}") for p, t in [*MANY.items()][:count]})


def rules(report: Report) -> list[str]:
    return [p.rule for p in report.problems if p.severity == "error"]


@pytest.fixture
def root(project: MakeProject, run_build: Build) -> Path:
    root = project({**GOOD, **MANY})
    assert not run_build(root).failed
    return root


def test_withdrawing_much_at_once_needs_a_word(root: Path, run_build: Build, tree: Tree) -> None:
    before = tree(root / "dist")
    withdrawn(root)
    report = run_build(root)
    assert rules(report) == ["mass-removal"]
    assert report.problems[0].sites == ("dua", "satu")
    assert rules(run_build(root, max_removed=23)) == ["mass-removal"]
    now = tree(root / "dist")
    assert {p: d for p, d in now.items() if not p.startswith(".sitegen/")} == {
        p: d for p, d in before.items() if not p.startswith(".sitegen/")
    }
    assert not run_build(root, max_removed=24).failed
    assert b"ditarik" in (root / "dist/satu.example/artikel/kegiatan-00.html").read_bytes()


def test_a_few_may_go(root: Path, run_build: Build) -> None:
    withdrawn(root, 10)
    assert not run_build(root).failed


def test_a_lower_limit_holds_for_few_too(root: Path, run_build: Build) -> None:
    withdrawn(root, 1)
    assert rules(run_build(root, max_removed=1)) == ["mass-removal"]
    assert not run_build(root, max_removed=2).failed


def test_what_was_withdrawn_before_does_not_count(root: Path, run_build: Build) -> None:
    withdrawn(root)
    assert not run_build(root, max_removed=24).failed
    template = root / "themes/default/templates/tombstone.html"
    template.write_text(template.read_text("utf-8").replace("<h1>", '<h1 class="x">'), "utf-8")
    assert not run_build(root).failed


def test_a_wrong_day(root: Path, run_build: Build) -> None:
    write(root, {path: with_line(text, "expires: 2026-12-31") for path, text in MANY.items()})
    assert not run_build(root).failed
    assert rules(run_build(root, today=dt.date(2062, 11, 21))) == ["mass-removal"]


def test_files_that_moved_away(project: MakeProject, run_build: Build) -> None:
    files = {f"content/shared/static/brosur/{n:02}.pdf": b"%PDF-1.4 contoh" for n in range(12)}
    root = project({**GOOD, **files})
    assert not run_build(root).failed
    (root / "content/shared/static/brosur").rename(root / "content/shared/brosur-lama")
    (root / "content/shared/brosur-lama").rename(root / "brosur-lama")
    assert rules(run_build(root)) == ["mass-removal"]


def test_addresses_that_lead_on_do_not_count(root: Path, run_build: Build) -> None:
    for path, text in MANY.items():
        name = path.rpartition("/")[2].removesuffix(".md")
        (root / path).rename((root / path).with_name(f"acara-{name}.md"))
        aliased = with_line(text, f"aliases: [artikel/{name}.html]")
        write(root, {path.replace(name, f"acara-{name}"): aliased})
    assert not run_build(root).failed


def test_a_preview_is_not_guarded(root: Path, run_build: Build) -> None:
    preview: dict[str, Any] = {"dest": root / ".sitegen/preview"}
    assert not run_build(root, **preview).failed
    withdrawn(root)
    (root / "content/shared/artikel/pertama.md").unlink()
    assert not run_build(root, **preview).failed
    assert "url-lost" in rules(run_build(root))


def test_a_list_of_sites_that_was_cut_off(project: MakeProject, run_build: Build) -> None:
    codes = ("32.02", "15.01", "32.01", "32.03", "32.04", "32.05", "32.06", "32.07")
    rows = [f'  - {{domain: s{n}.example, district: "{code}"}}\n' for n, code in enumerate(codes)]
    root = project({**GOOD, "sites.yaml": "sites:\n" + "".join(rows)})
    assert not run_build(root).failed
    write(root, {"sites.yaml": "sites:\n" + rows[0]})
    report = run_build(root, prune=True)
    assert rules(report) == ["mass-removal"]
    assert (root / "dist/s7.example/index.html").exists()
    allow = int(dict(report.problems[0].args)["allow"])
    assert not run_build(root, prune=True, max_removed=allow).failed
    assert not (root / "dist/s7.example").exists()


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("artikel/x.html", True),
        ("artikel/x/surat.pdf", True),
        ("artikel/x/foto.jpg", True),
        ("artikel/x/foto-640-0123abcd.webp", False),
        ("artikel/halaman-2.html", False),
        ("topik/jkn.html", False),
        ("feed.xml", False),
        ("og.png", False),
    ],
)
def test_what_is_an_address(path: str, counts: bool) -> None:
    assert is_address(path) is counts


def test_all_of_a_small_site_is_too_much() -> None:
    assert [p.rule for p in guard([taken("a", ("x.html", "y.html"), {}, None)], (), None)] == ["mass-removal"]
    assert not [*guard([taken("a", ("x.html", "y.html"), {}, None)], (), 2)]
