"""Programs that earlier builds kept are those that would be made now, and what cannot be kept stays as it was."""

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sitegen import build as builder
from sitegen import shelf, versions, work
from sitegen.model.output import Page
from sitegen.options import Options
from sitegen.plan import planning
from sitegen.problems import Problem, Refused, Severity
from sitegen.render.programs import Maker
from sitegen.render.spans import Program
from sitegen.shelf import PROGRAMS, Shelves
from sitegen.stock import stock
from sitegen.values import replace
from sitegen.work import Done, Job, Workshop
from tests.bench import corpus
from tests.conftest import ARTICLE, GOOD, REPO, TODAY, Build, MakeProject, Tree
from tests.diary.edits import some_edit
from tests.diary.network import Files, network, options, write

EDITS = 20


def prepared(chosen: Options) -> builder.Prepared | None:
    """A project up to its programs, made or found, and kept; None if it has mistakes."""
    problems: list[Problem] = []
    found = builder.prepare(chosen, problems, lambda *_: None, remember=True)
    if any(one.severity is Severity.ERROR for one in problems):
        return None
    try:
        stock(found.workshop, found.plan.sites, [Job(plan, None, ()) for plan in found.plan.sites], lambda *_: None)
    finally:
        found.workshop.shelves.let_go()
    return found


def told(program: Program | None, maker: Maker) -> object:
    return program and (program.spans, [maker.table.names[number] for number in program.slots])


class Counted:
    """How many programs are made, and how many pages are rendered plainly."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made = self.plain = 0
        make = Maker.program

        def program(maker: Maker, page: Page) -> Program | None:
            found = make(maker, page)
            self.made += found is not None
            self.plain += found is None
            return found

        monkeypatch.setattr(Maker, "program", program)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch)


def compare(chosen: Options, found: builder.Prepared) -> int:
    """Each page's program as the next build finds it, and as it is made; gives how many are kept."""
    workshop = found.workshop
    later = Shelves(workshop.root, workshop.makers, chosen.drafts)
    fresh = {theme: Maker(one.templates, workshop._texts.html, chosen.drafts) for theme, one in workshop.makers.items()}
    kept = 0
    pages = {
        (plan.outline.theme, output.key): output
        for plan in found.plan.sites
        for output in plan.outline.outputs
        if isinstance(output, Page)
    }
    for (theme, key), page in pages.items():
        earlier = later._shelves[theme]._earlier(key)
        made = fresh[theme].program(page)
        assert told(earlier, workshop.makers[theme]) == told(made, fresh[theme]), page.path
        kept += earlier is not None
    later.let_go()
    return kept


@pytest.mark.parametrize("seed", range(1, 4))
@pytest.mark.parametrize("drafts", [False, True])
def test_after_random_edits(seed: int, drafts: bool, tmp_path: Path, counted: Counted) -> None:
    rng, net, disk = Random(seed), network(), Files()
    kept = made = 0
    for _ in range(EDITS):
        before = net.copy()
        some_edit(net, rng)
        files = net.all_files()
        write(tmp_path, files, disk)
        disk = files
        chosen = replace(options(tmp_path, net.today), drafts=drafts)
        counted.made = 0
        try:
            found = prepared(chosen)
        except Refused:
            found = None
        if found is None:
            net = before
            continue
        made += counted.made
        kept += compare(chosen, found)
    assert kept > 2 * made > 0, "most of them were found, not made"


def projects(tmp_path: Path) -> Iterator[Path]:
    """Those of tests/golden, and one of every shape of site."""
    golden, real, many = (tmp_path / name for name in ("golden", "real", "many"))
    shutil.copytree(REPO / "tests/golden/network", golden)
    shutil.copytree(REPO / "themes/default", golden / "themes/default", dirs_exist_ok=True)
    yield golden
    real.mkdir()
    shutil.copy(REPO / "sites.yaml", real)
    for name in ("content", "themes"):
        shutil.copytree(REPO / name, real / name)
    yield real
    corpus.write_corpus(many, 2 * corpus.SHAPES, 30)
    yield many


def test_of_whole_projects(tmp_path: Path, counted: Counted) -> None:
    for root in projects(tmp_path):
        chosen = Options(root, root / "dist", TODAY, jobs=1)
        counted.made = 0
        assert prepared(chosen) is not None
        made, counted.made = counted.made, 0
        again = prepared(chosen)
        assert again is not None
        assert (made > 40, counted.made, counted.plain) == (True, 0, 0), root.name
        assert compare(chosen, again) == made


# -- what a build does with them ---------------------------------------------------------------------------------------


def file_of(root: Path) -> Path:
    (found,) = (root / PROGRAMS).iterdir()
    return found


def test_a_build_that_finds_all_renders_none(
    project: MakeProject, run_build: Build, tree: Tree, counted: Counted
) -> None:
    root = project(GOOD)
    assert not run_build(root).failed
    clean = tree(root / "dist/satu.example")
    counted.made = 0
    for more in ({}, {"full": True}):
        shutil.rmtree(root / "dist")
        assert not run_build(root, **more).failed
        assert tree(root / "dist/satu.example") == clean
    assert counted.made == 0


def test_drafts_are_programs_of_their_own(project: MakeProject, run_build: Build, counted: Counted) -> None:
    root = project(GOOD)
    for _ in range(2):
        assert not run_build(root).failed
        assert not run_build(root, dest=root / ".sitegen/draf", drafts=True).failed
    made, counted.made = counted.made, 0
    shutil.rmtree(root / "dist")
    assert not run_build(root).failed
    assert made > 0
    assert counted.made == 0
    assert len(list((root / PROGRAMS).iterdir())) == 2


def test_another_version_makes_all_anew(
    project: MakeProject, run_build: Build, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(GOOD)
    run_build(root)
    made, counted.made = counted.made, 0
    monkeypatch.setattr(versions, "maker", lambda: "another")
    shutil.rmtree(root / "dist")
    run_build(root)
    assert counted.made == made > 0


def test_whatever_becomes_of_the_file(project: MakeProject, run_build: Build, tree: Tree) -> None:
    root = project(GOOD)
    run_build(root)
    clean = tree(root / "dist/satu.example")
    sound = file_of(root).read_bytes()
    rng = Random(1)
    for number in range(12):
        at = rng.randrange(len(sound))
        damaged = sound[:at] if number % 2 else sound[:at] + rng.randbytes(200) + sound[at + 200 :]
        file_of(root).write_bytes(damaged)
        shutil.rmtree(root / "dist")
        assert not run_build(root).failed
        assert tree(root / "dist/satu.example") == clean


def test_check_keeps_what_a_build_finds(project: MakeProject, run_build: Build, counted: Counted) -> None:
    root = project(GOOD)
    chosen = Options(root, root / "dist", TODAY, jobs=1)
    assert not builder.check(chosen, lambda *_: None).failed
    counted.made = 0
    assert not run_build(root).failed
    assert not builder.check(chosen, lambda *_: None).failed
    assert counted.made == 0


def test_a_template_that_fails_fails_each_time(project: MakeProject, run_build: Build) -> None:
    """With the one page that it fails for, nothing is kept of those that were made before it."""
    root = project({**GOOD, "content/shared/artikel/gagal.md": ARTICLE.format(title="Gagal")})
    theme = root / "themes/default/templates/article.html"
    failing = "{{ 1 // (page.title != 'Gagal') }}<section"
    theme.write_text(theme.read_text("utf-8").replace("<section", failing, 1), "utf-8")
    found = [[str(one) for one in run_build(root).problems if one.rule == "template-failed"] for _ in range(3)]
    assert found[0]
    assert found[1:] == found[:2]
    assert not (root / PROGRAMS).exists()


def test_plain_pages_stay_plain(project: MakeProject, run_build: Build, tree: Tree, counted: Counted) -> None:
    root = project(GOOD)
    theme = root / "themes/default/templates/article.html"
    theme.write_text(
        theme.read_text("utf-8").replace("{% block", "{% set asked %}{{ site.name }}{% endset %}{% block", 1), "utf-8"
    )
    first = run_build(root)
    clean, plain = tree(root / "dist/satu.example"), counted.plain
    shutil.rmtree(root / "dist")
    counted.made = counted.plain = 0
    again = run_build(root)
    assert first.fallbacks == again.fallbacks > 0
    assert (counted.made, counted.plain) == (0, plain)
    assert tree(root / "dist/satu.example") == clean


APART = GOOD | {"content/sites/dua/artikel/sendiri.md": ARTICLE.format(title="Sendiri")}


def sites(root: Path, tree: Tree) -> dict[str, dict[str, bytes]]:
    return {site: tree(root / "dist" / f"{site}.example") for site in ("satu", "dua")}


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_one_site_alone_shows_is_read_when_it_is_made(
    project: MakeProject, run_build: Build, tree: Tree, counted: Counted, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And is made then, if the store was lost between."""
    root = project(APART)
    monkeypatch.setattr(shelf, "MANY", 1)
    monkeypatch.setattr(builder, "FEW", 0)
    assert not run_build(root, jobs=jobs).failed
    clean = sites(root, tree)
    assert any(path.endswith("sendiri.html") for path in clean["dua"])
    held: list[int] = []
    make_all = work.make_all

    def lost(workshop: Workshop, *rest: Any) -> Iterable[Done]:
        (one,) = workshop.shelves._shelves.values()
        held.append(len(one._programs.keys() & one.once))
        if lose:
            os.truncate(file_of(root), 0)
        return make_all(workshop, *rest)

    monkeypatch.setattr(builder, "make_all", lost)
    for lose in (False, True):
        counted.made = 0
        shutil.rmtree(root / "dist")
        assert not run_build(root, jobs=jobs).failed
        assert sites(root, tree) == clean
        assert (counted.made > 0) is (lose and jobs == 1)  # workers count for themselves
    assert held == [0, 0]


@pytest.mark.parametrize("jobs", [1, 2])
def test_where_nothing_can_be_kept_all_is_held(
    project: MakeProject, run_build: Build, tree: Tree, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "MANY", 1)
    monkeypatch.setattr(builder, "FEW", 0)
    root = project(APART)
    assert not run_build(root).failed
    clean = sites(root, tree)
    for folder in ("dist", ".sitegen"):
        shutil.rmtree(root / folder)
    (root / ".sitegen").write_bytes(b"no folder")
    assert not run_build(root, jobs=jobs).failed
    assert sites(root, tree) == clean


def test_a_text_that_is_lost_in_a_build_is_read_again(
    project: MakeProject, run_build: Build, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(GOOD)
    assert not run_build(root).failed
    clean = tree(root / "dist/satu.example")
    shutil.rmtree(root / "dist")
    file_of(root).unlink()
    for file in (root / ".sitegen/cache").glob("*.html"):
        file.unlink()
    assert not run_build(root).failed
    assert tree(root / "dist/satu.example") == clean
    source = root / "content/shared/artikel/pertama.md"
    plan = planning.plan

    def late(*args: Any) -> Any:
        for file in (root / ".sitegen/cache").glob("*.html"):
            file.unlink()
        source.write_text(ARTICLE.format(title="Lain"))
        return plan(*args)

    shutil.rmtree(root / "dist")
    file_of(root).unlink()
    monkeypatch.setattr(builder, "plan", late)
    report = run_build(root)
    assert [found.rule for found in report.problems if found.severity is Severity.ERROR] == ["output-source-changed"]
