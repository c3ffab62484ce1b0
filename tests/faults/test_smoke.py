"""Each part of `python -m tests.faults` that needs no root, once and small: it runs, and nothing is broken."""

import os
import sys
from random import Random

import pytest

from .damage import SECRET, WAYS, once
from .kills import Way, one_way
from .people import edits, two
from .project import FIRST, Stage, stage
from .table import Row, table

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="process groups, pipes and handles")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    return stage(tmp_path_factory.mktemp("faults"), 0)


def test_kills(made: Stage) -> None:
    rows = list(one_way(made, Way("2 processes", 2), 1, Random(1)))
    assert [row.broken for row in rows] == [[]] * 6
    assert next(row for row in rows if row.fault.startswith("reads")).outcomes["held whole"] > 0


def test_people(made: Stage) -> None:
    for part in (two, edits):
        row = part(made, 1, Random(2))
        assert (row.tries > 0, row.broken) == (True, [])


@pytest.mark.parametrize("name", ["rows.json", "programs/*.programs"])
@pytest.mark.parametrize("how", ["a bit flipped", "a link instead", "a pipe instead"])
def test_damage(made: Stage, how: str, name: str) -> None:
    made.become(FIRST)
    assert made.mend(FIRST) == ""
    secret = made.root.parent / "secret"
    secret.write_bytes(SECRET)
    row = Row(how)
    cached = min((made.root / ".sitegen" / "cache").glob(name))
    once(made, cached, WAYS[how], secret, (FIRST, FIRST), row)
    assert row.broken == []


def test_a_torn_tree_is_seen(made: Stage) -> None:
    """The judge itself: a page that is missing from a published site is neither old nor new."""
    made.become(FIRST)
    assert made.mend(FIRST) == ""
    domain = sorted(made.clean[FIRST])[0]
    os.unlink(made.dest / domain / "index.html")
    assert made.neither(FIRST, FIRST) == [domain]
    assert made.share(FIRST) == "mixed"


def test_the_table_counts() -> None:
    row = Row("kill")
    row.add("old", ("disk-full",), "", "torn")
    row.add("old")
    assert table([row]).splitlines()[2] == "| kill | 2 | old 2 | disk-full 1 | 1 |"
