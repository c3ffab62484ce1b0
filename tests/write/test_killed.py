"""A build that is killed at any step leaves each site wholly old or wholly new, and the next build puts all right."""

import os
import shutil
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from sitegen.write import publish
from sitegen.write.guard import claim
from sitegen.write.manifest import MANIFEST
from sitegen.write.publish import prune, recover
from tests.killing import killed_at

from .helpers import DOMAIN, build, clean, is_whole, snapshot, without_exchange

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

VERSIONS = (
    {"index.html": b"one", "a/a.html": b"a", "a/b.html": b"b", "c": b"c", "d/e/f": b"f"},
    {"index.html": b"two", "a/a.html": b"a", "a/c.html": b"c", "c": b"c", "d/e/g": b"g"},
    {"index.html": b"three", "a/a.html": b"a2", "c/x": b"x", "d/e/f": b"f"},
)


def start(folder: Path, versions: int, *, half: bool = False) -> Path:
    """An output folder with some versions published, and perhaps one begun."""
    shutil.rmtree(folder, ignore_errors=True)
    claim(folder, folder.parent, [])
    for plan in VERSIONS[:versions]:
        build(folder, plan)
    if half:
        build(folder, {"index.html": b"never published"}, publishing=False)
    return folder


def run(dest: Path, plan: dict[str, bytes]) -> None:
    """What a build does, from the first look at the output folder."""
    recover(str(dest))
    build(dest, plan)


@pytest.mark.parametrize("other", [False, True], ids=["same plan", "other plan"])
@pytest.mark.parametrize("journal", [False, True], ids=["exchange", "journal"])
@pytest.mark.parametrize(("versions", "half"), [(0, False), (1, False), (2, False), (2, True)])
def test_killed_while_building(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, versions: int, half: bool, journal: bool, other: bool
) -> None:
    if journal:
        monkeypatch.setattr(publish, "exchange", without_exchange)
    plan = VERSIONS[versions]
    new = clean(tmp_path / "clean", plan)
    # The next build may want what was live, of which the killed one has perhaps replaced a part.
    after = {**VERSIONS[max(versions - 1, 0)], "more": b"more"} if other else plan
    later = clean(tmp_path / "later", after)
    old = clean(tmp_path / "before", VERSIONS[versions - 1]) if versions else {}
    for step in count():
        dest = start(tmp_path / "dist", versions, half=half)
        live = dest / DOMAIN
        killed = killed_at(step, partial(run, dest, plan))
        if not journal:
            assert snapshot(live) in (old, new)
        recover(str(dest))
        assert snapshot(live) in (old, new)
        assert not live.exists() or is_whole(live)
        prev = dest / ".sitegen" / "prev" / DOMAIN
        assert is_whole(prev) or not (prev / MANIFEST).exists()
        build(dest, after)
        assert snapshot(live) == later
        # And what is now the previous version serves the next one.
        build(dest, VERSIONS[0])
        build(dest, plan)
        assert snapshot(live) == new
        if not killed:
            break
    assert step > 20


def test_killed_while_recovering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "exchange", without_exchange)
    states = [clean(tmp_path / f"clean{n}", VERSIONS[n]) for n in (1, 2)]
    for step in count():
        for second in count():
            dest = start(tmp_path / "dist", 2)
            build(dest, VERSIONS[2], publishing=False)
            killed = killed_at(step, partial(publish.publish, str(dest), [DOMAIN]))
            again = killed_at(second, partial(recover, str(dest)))
            recover(str(dest))
            assert snapshot(dest / DOMAIN) in states
            build(dest, VERSIONS[2])
            assert snapshot(dest / DOMAIN) == states[1]
            if not again:
                break
        if not killed:
            break
    assert step > 4


def test_killed_while_pruning(tmp_path: Path) -> None:
    for step in count():
        dest = start(tmp_path / "dist", 2)
        killed = killed_at(step, partial(prune, str(dest), [DOMAIN]))
        recover(str(dest))
        live = dest / DOMAIN
        assert not live.exists() or is_whole(live)
        if live.exists():
            prune(str(dest), [DOMAIN])
        assert not list((dest / ".sitegen" / "prev").iterdir())
        if not killed:
            break
    assert step > 10
