"""A build does no more work than before: counted, not timed, so that it holds on any machine and in one run.

`expected.txt` has what each edit of one small network costs. A change that costs less or more rewrites it
(`SITEGEN_REWRITE=1`), and says in its message why more must be; what `NEVER` and the growth allow, nobody rewrites.
"""

import shutil
from collections import Counter
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest

from sitegen.build import Warm
from sitegen.report import Report
from tests.bench.corpus import OVERRIDES, SHAPES, write_corpus
from tests.conftest import REWRITE

from . import edits
from .counting import COUNTED, FOR_EACH_FILE, Work, build

SITES, ARTICLES = 2 * SHAPES, 24
EXPECTED = Path(__file__).with_name("expected.txt")
EDITS: dict[str, edits.Edit] = {
    "all is new": edits.nothing,
    "nothing changed": edits.nothing,
    "a file touched": edits.touched,
    "the header, first time": edits.header,
    "the header again": edits.header,
    "a body": edits.body,
    "a title": edits.title,
    "a site's phone": edits.phone,
    "a site's own note": edits.noted,
    "the template of articles": edits.template,
    "a token of the theme": edits.token,
    "a new article": edits.added,
    "preview: its first build": edits.body,
    "preview: a body": edits.body,
    "preview: a title": edits.title,
    "preview: a site's phone": edits.phone,
}
RENDERED = ("frames", "of cards", "partials", "files", "programs", "joined", "plain")
MADE = ("frames", "of cards", "programs")
NONE = dict.fromkeys(COUNTED, 0)
NEVER: Mapping[str, Mapping[str, int]] = {
    "nothing changed": NONE,
    "a file touched": {"texts": 0, "linked": 0, **dict.fromkeys(RENDERED, 0)},
    "the header, first time": {"texts": 0, **dict.fromkeys(MADE, 0)},
    "the header again": {"texts": 0, "linked": 0, **dict.fromkeys(MADE, 0)},
    "a body": {"texts": 1, "joined": SITES},
    "a title": {"texts": 1},
    "a site's phone": {"texts": 0, "pages": 0, "joined": 2 * ARTICLES + 20, **dict.fromkeys(MADE, 0)},
    "a site's own note": {"texts": 1, "joined": ARTICLES},
    "the template of articles": {"texts": 0},
    "a token of the theme": {"texts": 0},
    "a new article": {"texts": 1},
    "preview: a body": {"texts": 1, "joined": SITES, "yaml": 5},
    "preview: a title": {"texts": 1, "yaml": 5},
    "preview: a site's phone": {"texts": 0, "joined": 2 * ARTICLES + 20, "yaml": 5, **dict.fromkeys(MADE, 0)},
}
"""The most that an edit may ever cost: numbers of sites and articles, not what happens to be counted today."""
ONE_SITE = ("a site's phone", "a site's own note")


class Costs:
    """What each edit came to."""

    def __init__(self, root: Path) -> None:
        self.work: dict[str, Work] = {}
        self.reports: dict[str, Report] = {}
        kept = Warm()
        for name, edit in EDITS.items():
            edit(root)
            self.reports[name], self.work[name] = build(root, kept if name.startswith("preview") else None)
            assert not self.reports[name].failed, (name, self.reports[name].problems)


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> Costs:
    root = tmp_path_factory.mktemp("kerja") / "proyek"
    write_corpus(root, SITES, ARTICLES)
    build(root)  # what a process does but once is done before anything is counted, in whatever order tests run
    shutil.rmtree(root / "dist")
    shutil.rmtree(root / ".sitegen")
    return Costs(root)


def table(work: Mapping[str, Work]) -> str:
    """A line for each edit, a column for each kind of work."""
    wide = max(map(len, work))
    lines = [f"{'':{wide}}" + "".join(f"{name:>10}" for name in COUNTED)]
    lines += [f"{edit:{wide}}" + "".join(f"{one[name]:>10}" for name in COUNTED) for edit, one in work.items()]
    return "\n".join(lines) + "\n"


def known(text: str) -> dict[str, Work]:
    """What `table` made this text of."""
    _, *lines = text.splitlines()
    rows = [line.rsplit(maxsplit=len(COUNTED)) for line in lines]
    return {edit: Counter(dict(zip(COUNTED, map(int, numbers), strict=True))) for edit, *numbers in rows}


def differences(old: Mapping[str, Work], new: Mapping[str, Work]) -> list[str]:
    """What an edit costs now and before, in words; what grew comes first."""
    found = []
    for edit, work in new.items():
        for name, what in COUNTED.items():
            before, now = old.get(edit, Counter())[name], work[name]
            if now != before:
                found.append(f"{'MORE' if now > before else 'less'} work for {edit}: {what}: {before} -> {now}")
    return sorted(found, key=lambda line: not line.startswith("MORE"))


def test_each_edit_costs_what_it_did(costs: Costs) -> None:
    if REWRITE:
        EXPECTED.write_text(table(costs.work), "utf-8", newline="\n")
    old = known(EXPECTED.read_text("utf-8"))
    assert list(old) == list(EDITS)
    found = differences(old, costs.work)
    keep = "SITEGEN_REWRITE=1 pytest tests/guard keeps what is less. What is more needs a reason."
    assert not found, "\n".join(["", *found, keep])


def test_no_edit_ever_costs_more(costs: Costs) -> None:
    found = []
    for edit, limits in NEVER.items():
        work = costs.work[edit]
        found += [f"{edit}: {COUNTED[n]}: {work[n]}, at most {most}" for n, most in limits.items() if work[n] > most]
    assert not found, "\n".join(found)


def test_every_page_is_a_program(costs: Costs) -> None:
    assert {edit: work["plain"] for edit, work in costs.work.items() if work["plain"]} == {}


def test_what_is_of_one_site_leaves_the_others_alone(costs: Costs) -> None:
    for edit in ONE_SITE:
        assert len([row.site for row in costs.reports[edit].sites if row.changed]) == 1, edit


# -- growth ----------------------------------------------------------------------------------------------------------

FEW, MANY = (2 * SHAPES, 3 * SHAPES), (8, 16)


def test_work_is_articles_and_sites(tmp_path: Path) -> None:
    """Never articles x sites: what eight more sites cost is the same with many articles as with few.

    But for what a file of a site costs. Sites with words of their own for some articles are left out: more articles
    give them more to change."""
    networks = {at: tmp_path / f"{at[0]}x{at[1]}" for at in product(FEW, MANY)}
    for at, root in networks.items():
        assert write_corpus(root, *at).of_shape(OVERRIDES)
        shutil.rmtree(root / "content/sites")
    for edit in ("all is new", "a title"):
        cost: dict[tuple[int, int], Work] = {}
        files: dict[tuple[int, int], int] = {}
        for at, root in networks.items():
            EDITS[edit](root)
            report, cost[at] = build(root)
            assert not report.failed, report.problems
            files[at] = sum(row.written + row.kept for row in report.sites)
        for name, what in COUNTED.items():
            most = FOR_EACH_FILE.get(name, 0) * crossed(files)
            counts = {at: work[name] for at, work in cost.items()}
            assert crossed(counts) <= most, f"{edit}: {what} grow with articles x sites: {counts}"


def crossed(counts: Mapping[tuple[int, int], int]) -> int:
    """What more sites cost with many articles, less what they cost with few: nothing, if it is a sum of both."""
    (one, two), (few, many) = FEW, MANY
    return counts[two, many] - counts[one, many] - (counts[two, few] - counts[one, few])


def test_the_guard_itself() -> None:
    both = list(product(FEW, MANY))
    assert crossed({(sites, articles): 3 * sites + 5 * articles**2 for sites, articles in both}) == 0
    assert crossed({(sites, articles): sites * articles for sites, articles in both}) == 64
    old, new = {"a title": Counter(frames=2, pages=9)}, {"a title": Counter(frames=1, pages=10)}
    assert known(table(old)) == {"a title": Counter({**NONE, "frames": 2, "pages": 9})}
    assert differences(old, new) == [
        "MORE work for a title: pages planned: 9 -> 10",
        "less work for a title: page templates rendered: 2 -> 1",
    ]
    assert differences(old, old) == []
