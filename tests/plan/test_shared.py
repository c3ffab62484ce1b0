"""What selections share of each other's plans, and what a warm process keeps of its last one, changes no output: each
selection is planned alone as well, and compared."""

import datetime as dt
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sitegen import build as builder
from sitegen.digest import digest
from sitegen.keys import shape_of
from sitegen.model.output import Joined, Page, Shown, SitePlan
from sitegen.model.project import Project
from sitegen.model.views import FeedView
from sitegen.options import Options
from sitegen.plan import planning
from sitegen.plan.makers import Maker
from sitegen.plan.selection import Selection
from sitegen.plan.shared import Plans, Shared
from sitegen.problems import Problem, Refused, Severity
from sitegen.read.project import read_project
from sitegen.urls import canonical_path
from tests.bench import corpus
from tests.conftest import ARTICLE, GOOD, MakeProject, png
from tests.diary.edits import some_edit
from tests.diary.network import TODAY, Files, network, options, write

EDITS = 25


def alone(selection: Selection, shared: Shared) -> Maker:
    """A maker that knows nothing of other selections."""
    base = (shared.parsed, shared.templates, shared.styles, shared.pictures, shared.words, shared.theme)
    return Maker(selection, Shared(*base))


SITES = """\
hub: {hub}
defaults:
  languages: [id, en]
sites:
  - {{domain: satu.example, district: "32.02"}}
  - {{domain: dua.example, district: "{second}"}}
  - {{domain: resmi.example, district: "32.05", {confirmed}}}
  - {{domain: pusat.example, district: "32.04", {confirmed}}}
"""
CONFIRMED = "identity: {status: confirmed, by: Pejabat Contoh, on: 2026-11-02, official_url: 'https://resmi.example/'}"
PAGE = "artikel/pertama.html"


def sites(second: str = "32.03", hub: str = '""') -> str:
    """Two sites that nobody confirmed and two that somebody did; if there is a hub, it is the last one."""
    return SITES.format(second=second, hub=hub, confirmed=CONFIRMED).replace('hub: ""\n', "")


def article(more: str = "", body: str = "") -> str:
    """An article with one more key, and with a body that says why two pages of it may differ."""
    return ARTICLE.format(title="Pertama").replace("topics:", f"{more}\ntopics:" if more else "topics:") + body


def other(site: str = "dua") -> str:
    return f"sites: {{only: [{site}]}}"


EVENT = """\
---
title: Senam
summary: Senam pagi.
start: 2026-12-05
time: 07.00
place: Lapangan
---
Isi.
"""
DOWNLOAD = "---\ntitle: Lembar\nsummary: Lembar isian.\nfile: lembar.csv\ndate: 2026-11-01\n---\nIsi.\n"
# What may make the same document another page on two sites of one shape: the files, and the page.
DIFFERENT: dict[str, tuple[dict[str, str | bytes], str]] = {
    "a document that it links to is replaced": (
        {
            "content/shared/artikel/pertama.md": article(body="\n[Kedua](kedua.md)\n"),
            "content/sites/dua/artikel/kedua.md": "---\noverride: after\n---\nCatatan.\n",
        },
        PAGE,
    ),
    "what it names as related is not shown": (
        {
            "content/shared/artikel/pertama.md": article("related: [halaman/lain]"),
            "content/shared/halaman/lain.md": f"---\ntitle: Lain\nsummary: Lain.\n{other()}\n---\nIsi.\n",
        },
        PAGE,
    ),
    "a translation is not shown": ({"content/sites/dua/artikel/pertama.en.md": ARTICLE.format(title="First")}, PAGE),
    "a picture beside it is another one": (
        {
            "content/shared/artikel/pertama.md": article(body="\n![Gambar](pertama/gambar.png)\n"),
            "content/shared/artikel/pertama/gambar.png": png(600, 40),
            "content/sites/dua/artikel/pertama/gambar.png": png(600, 50),
        },
        PAGE,
    ),
    "the file of a download is another one": (
        {
            "content/shared/unduhan/lembar.md": DOWNLOAD,
            "content/shared/unduhan/lembar/lembar.csv": "nama\n",
            "content/sites/dua/unduhan/lembar/lembar.csv": "nama,umur\n",
        },
        "unduhan/lembar.html",
    ),
    "the zone of an event is another one": (
        {"sites.yaml": sites(second="93.01"), "content/shared/acara/senam.md": EVENT},
        "acara/senam.html",
    ),
    "what ranks as related is of the place": (
        {
            **{f"content/shared/artikel/{n}.md": ARTICLE.format(title=n.title()) for n in ("b", "c", "d")},
            "content/sites/dua/artikel/kedua.md": "---\noverride: after\n---\nCatatan.\n",
        },
        PAGE,
    ),
    "a list of a kind is in the navigation": (
        {"content/shared/acara/senam.md": EVENT.replace("place:", f"{other()}\nplace:")},
        PAGE,
    ),
}


class Compared:
    """Plans as always and each selection alone; counts what was shared, to know that there was something to share."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sites = self.shared = self.short = 0
        self.keys: dict[str, dict[str, str]] = {}
        self.shown: dict[tuple[str, str], str] = {}
        self.views: dict[tuple[str, str], str] = {}
        self.outlines: dict[str, list[tuple[str, str]]] = {}
        self.last = planning.Plan(())
        monkeypatch.setattr(builder, "plan", self)
        self._patch = monkeypatch

    def __call__(
        self,
        project: Project,
        parsed: Any,
        templates: Any,
        shown: Any,
        chromes: Any,
        pictures: Any,
        problems: list[Problem],
        plans: Plans | None,
        *rest: Any,
    ) -> planning.Plan:
        values = (project, parsed, templates, shown, chromes, pictures)
        together = planning.plan(*values, problems, plans, *rest)
        with self._patch.context() as patch:
            patch.setattr(planning, "Maker", alone)
            apart = planning.plan(*values, [])
            for site in apart.sites:
                assert site.outline.outputs
        self._look_short(planning.plan(*values, [], remembered=self.keys), apart)
        self.views.clear()
        for one, other in zip(together.sites, apart.sites, strict=True):
            assert outputs(one) == outputs(other)
            # Of an outline with a key that was published nobody asks what it consists of.
            assert self.outlines.setdefault(one.outline.key, outputs(one)) == outputs(one)
            assert one == other or digest(one) == digest(other)  # a warm process may know old lines of a text
            self.sites += 1
            for page, same in zip(one.outline.outputs, other.outline.outputs, strict=True):
                if isinstance(page, Page) and isinstance(same, Page):
                    made = page.shown()
                    url = made.view.url if isinstance(made.view, FeedView) else made.view.head.url
                    assert url == canonical_path(page.path), "a code for paper is made from the path"
                    self._look(one.outline.theme, page, of_shown(made), of_shown(same.shown()))
                    self._look_framed(one.outline.theme, page, made)
                elif isinstance(page, Joined) and isinstance(same, Joined):
                    self._look(one.outline.theme, page, digest(page.parts), digest(same.parts))
        self.last = together
        pages = [id(output) for one in together.sites for output in one.outline.outputs]
        self.shared += len(pages) - len(set(pages))
        return together

    def _look_short(self, short: planning.Plan, apart: planning.Plan) -> None:
        """What is planned from keys of earlier plans, some of which differ in texts only, has the keys that it has when
        all is planned; and what is made without the rest is what it is among the rest."""
        known: dict[str, dict[str, str]] = {}
        for one, other in zip(short.sites, apart.sites, strict=True):
            if one.outline.known is not None and other.outline.key not in known:  # once for all sites that have it
                whole = {output.path: output for output in other.outline.outputs}
                assert [*one.outline.keys.items()] == outputs(other)
                before = next(keys for key, keys in self.keys.items() if shape_of(key) == shape_of(one.outline.key))
                changed = frozenset(path for path, key in one.outline.keys.items() if before[path] != key)
                self.short += one.outline.key not in self.keys
                made = one.outline.some(changed)
                assert [output.path for output in made] == sorted(changed)
                assert not one.outline.planned
                for output in made:
                    same = whole[output.path]
                    assert output.key == same.key
                    if isinstance(output, Page) and isinstance(same, Page):
                        assert of_shown(output.shown()) == of_shown(same.shown())
                    if isinstance(output, Joined) and isinstance(same, Joined):
                        assert output.parts == same.parts
                files = [output for output in other.outline.outputs if not isinstance(output, Page)]
                assert [*one.outline.some(frozenset(output.path for output in files))] == files
                assert not one.outline.planned
                with_others = changed | {"index.html"}
                assert [output.path for output in one.outline.some(with_others)] == sorted(with_others)
            known[other.outline.key] = dict(outputs(other))
        self.keys |= known

    def _look(self, theme: str, page: Page | Joined, shown: str, alone: str) -> None:
        """The key of a page is made from what it is made from, and never from what it shows: so all of one key, in any
        plan of the same program, have to show the same. So it is with the index of search."""
        assert shown == alone, page.path
        assert self.shown.setdefault((theme, page.key), shown) == shown, page.path

    def _look_framed(self, theme: str, page: Page, made: Shown) -> None:
        """The key of a frame, likewise; frames are compared within one build only."""
        view = digest(made.view)
        assert self.views.setdefault((theme, made.frame), view) == view, page.path


def of_shown(shown: Shown) -> str:
    """The digest of all that a page shows."""
    return digest(shown.view, shown.body, shown.cards, shown.frame)


def outputs(plan: SitePlan) -> list[tuple[str, str]]:
    """Short enough to read where two plans differ."""
    return [(output.path, output.key) for output in plan.outline.outputs]


def prepared(chosen: Options, warm: builder.Warm | None = None) -> list[Problem]:
    problems: list[Problem] = []
    try:
        builder.prepare(chosen, problems, lambda *_: None, warm)
    except Refused as refused:
        problems += refused.problems
    return problems


def read(chosen: Options, warm: builder.Warm | None = None) -> tuple[Project, list[Problem]]:
    problems: list[Problem] = []
    readings = warm.readings if warm else None
    return read_project(chosen.root, chosen.today, chosen.drafts, problems, readings), problems


@pytest.mark.parametrize("seed", range(1, 7))
def test_after_random_edits(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rng, net, disk = Random(seed), network(), Files()
    compared = Compared(monkeypatch)
    warm = builder.Warm()
    for _ in range(EDITS):
        before = net.copy()
        some_edit(net, rng)
        files = net.all_files()
        write(tmp_path, files, disk)
        disk = files
        chosen = options(tmp_path, net.today)
        if any(found.severity is Severity.ERROR for found in prepared(chosen, warm)):
            net = before
        assert read(chosen, warm) == read(chosen)
    assert compared.sites > EDITS
    assert compared.shared > EDITS


def test_of_many_articles_with_overrides_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of several pages, index by letter, topics: where an override is on one page of a list, not on all."""
    root = tmp_path / "proyek"
    written = corpus.write_corpus(root, 16, 60)
    for number, site in enumerate(written.sites):
        article = root / "content/sites" / site / f"artikel/{written.articles[number * 7 % 60]}.md"
        if not article.exists():
            article.parent.mkdir(parents=True, exist_ok=True)
            article.write_text(f"---\noverride: after\n---\nCatatan {number}.\n", encoding="utf-8")
    compared = Compared(monkeypatch)
    assert not [p for p in prepared(Options(root, root / "dist", corpus.TODAY)) if p.severity is Severity.ERROR]
    assert compared.shared > 500
    # Keys tell pages apart by what readers would see, and by hardly anything else.
    assert len({*compared.shown.values()}) > 0.99 * len(compared.shown)


@pytest.mark.parametrize("case", DIFFERENT)
def test_what_makes_two_sites_differ(case: str, project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two sites of one shape with another page at the same path: sharing it would show the page of the other."""
    files, path = DIFFERENT[case]
    root = project({**GOOD, "sites.yaml": sites(), **files})
    compared = Compared(monkeypatch)
    problems = prepared(Options(root, root / "dist", TODAY))
    assert not [str(p) for p in problems if p.severity is Severity.ERROR]
    one, two = (dict(outputs(plan)) for plan in compared.last.sites[:2])
    assert one[path] != two[path]


def test_the_hub_is_not_like_other_confirmed_sites(project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(
        {**GOOD, "sites.yaml": sites(hub="pusat"), "content/shared/artikel/pertama.md": article("canonical: hub")}
    )
    compared = Compared(monkeypatch)
    assert not [str(p) for p in prepared(Options(root, root / "dist", TODAY)) if p.severity is Severity.ERROR]
    one, hub = (dict(outputs(plan)) for plan in compared.last.sites[2:4])
    assert one[PAGE] != hub[PAGE]


def test_what_appears_later_is_known_from_before(project: MakeProject) -> None:
    """Links to it are told with its day, also by a process that has read it already."""
    root = project(
        {**GOOD, "content/shared/artikel/nanti.md": ARTICLE.format(title="Nanti").replace("2026-11", "2027-01")}
    )
    warm = builder.Warm()
    for _ in range(2):
        found, _problems = read(Options(root, root / "dist", TODAY), warm)
        assert found.later == (("artikel/nanti", dt.date(2027, 1, 1)),)
