"""Whatever was built before, in whatever way: what is published equals a clean build."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.write import folders, publish
from sitegen.write.guard import claim
from sitegen.write.publish import recover, rollback

from .helpers import DOMAIN, build, is_whole, snapshot, without_exchange

NAMES = st.sampled_from(["a", "b", "A", "c.html", "x y"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


def consistent(files: dict[str, bytes]) -> dict[str, bytes]:
    """Without the files of which another file would be the folder."""
    return {path: data for path, data in files.items() if not any(o.startswith(f"{path}/") for o in files)}


@dataclass(frozen=True)
class Step:
    plan: dict[str, bytes]
    trust: bool
    publishing: bool
    exchange: bool
    handles: bool
    full: bool
    undo: bool


PLANS = st.dictionaries(PATHS, st.sampled_from([b"", b"1", b"2", b"3" * 5000]), max_size=6).map(consistent)
RARELY = st.integers(0, 5).map(lambda n: n == 0)
STEPS = st.builds(Step, PLANS, st.booleans(), RARELY.map(lambda r: not r), st.booleans(), st.booleans(), RARELY, RARELY)


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, min_size=1, max_size=7))
def test_any_history(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as name:
        dest = Path(name) / "dist"
        claim(dest, Path(name), [])
        live = dest / DOMAIN
        for number, step in enumerate(steps):
            before = snapshot(live)
            with pytest.MonkeyPatch.context() as patch:
                if not step.exchange:
                    patch.setattr(publish, "exchange", without_exchange)
                patch.setattr(folders, "_HANDLES", step.handles and folders._HANDLES)
                recover(str(dest))
                build(dest, step.plan, trust=step.trust, publishing=step.publishing, full=step.full)
                if not step.publishing:
                    assert snapshot(live) == before
                    continue
                build(Path(name) / f"clean{number}", step.plan)
                assert snapshot(live) == snapshot(Path(name) / f"clean{number}" / DOMAIN)
                if step.undo and (dest / ".sitegen" / "prev" / DOMAIN / "sitegen-manifest.json").exists():
                    rollback(str(dest), DOMAIN)
                    assert is_whole(live)
