"""A tree that nobody touched comes out without a look at its files as it would with one; any other is looked at."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.digest import digest_bytes
from sitegen.problems import Refused
from sitegen.values import replace
from sitegen.write import folders, left
from sitegen.write.guard import claim
from sitegen.write.manifest import MANIFEST, SIGNED, line
from sitegen.write.patch import patch
from sitegen.write.publish import recover, rollback
from sitegen.write.trees import Outcome
from sitegen.write.trees import Tree as Made
from tests.conftest import GOOD, Build, MakeProject, Tree
from tests.killing import killed_at

from .helpers import DOMAIN, SITE, begun, build, clean, is_whole, snapshot
from .test_left import HAPPENED, PLANS, history

ARTICLE_FILE = "content/shared/artikel/pertama.md"
LAST = PLANS[-1]
UNSEEN = {"nothing", "replaced on top", "a signature"}
"""What Tree does not see either, or sees as nothing that has to be made anew."""


def asked(dest: Path, plan: Mapping[str, bytes] = LAST) -> Outcome | None:
    """What comes of it if nothing is to be made; None if the manifest or what was noted says otherwise."""
    try:
        known = digest_bytes((dest / DOMAIN / MANIFEST).read_bytes())
    except OSError:
        known = ""
    top = {path for path in plan if "/" not in path}
    found = patch(str(dest), DOMAIN, SITE, known, left.load(dest).get(DOMAIN), top, len(plan), 0)
    return found.finish() if found else None


@pytest.mark.parametrize("happened", HAPPENED)
def test_only_what_nobody_touched_is_believed(tmp_path: Path, happened: str) -> None:
    dest = history(tmp_path / "dist")
    HAPPENED[happened](dest / DOMAIN)
    found = asked(dest)
    assert (found is not None) is (happened in UNSEEN)
    assert found is None or found == build(dest, LAST, small=False)


def test_what_happened_to_the_version_before_is_not_asked(tmp_path: Path) -> None:
    dest = history(tmp_path / "dist")
    HAPPENED["gone"](dest / ".sitegen/prev" / DOMAIN)
    assert asked(dest) == build(dest, LAST, small=False)


def test_another_manifest_or_no_note_is_not_believed(tmp_path: Path) -> None:
    dest = history(tmp_path / "dist")
    manifest = dest / DOMAIN / MANIFEST
    known = digest_bytes(manifest.read_bytes())
    manifest.write_bytes(manifest.read_bytes().replace(b'",2]', b'",3]'))
    assert asked(dest) is None
    assert patch(str(dest), DOMAIN, SITE, known, left.load(dest)[DOMAIN], {"index.html"}, len(LAST), 1) is None
    dest = history(tmp_path / "other")
    (dest / ".sitegen/left.json").unlink()
    assert asked(dest) is None


def test_a_link_for_a_tree_is_not_followed(tmp_path: Path) -> None:
    dest = history(tmp_path / "dist")
    (dest / DOMAIN).rename(tmp_path / "away")
    (dest / DOMAIN).symlink_to(tmp_path / "away")
    assert asked(dest) is None


EDITS = [
    {**LAST, "index.html": b"three", "artikel/c.html": b"c3"},
    {**LAST, "index.html": b"three", "berkas/x/y.pdf": b"pdf"},
    {**LAST, "artikel/c.html": b"c3"},
]
"""With the same paths."""


@pytest.mark.parametrize("handles", [True, False], ids=["handles", "paths"])
@pytest.mark.parametrize("tree", [".", ".sitegen/prev"])
@pytest.mark.parametrize("happened", HAPPENED)
def test_an_edit_comes_out_as_if_all_were_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tree: str, happened: str, handles: bool
) -> None:
    monkeypatch.setattr(folders, "_HANDLES", handles and folders._HANDLES)
    came: list[list[object]] = [[], []]
    for small in (False, True):
        dest = history(tmp_path / str(small) / "dist")
        HAPPENED[happened](dest / tree / DOMAIN)
        for plan in EDITS:
            try:
                outcome = replace(build(dest, plan, small=small), left=None)
                came[small].append(outcome)
            except Refused as refused:
                came[small].append([problem.rule for problem in refused.problems])
            except AssertionError:  # foreign files, says `build`
                came[small].append("foreign")
            for name in (DOMAIN, ".sitegen/prev"):
                held = snapshot(dest / name)
                came[small].append({path: str(one).replace(str(dest.parent), "") for path, one in held.items()})
            noted = left.load(dest).get(DOMAIN)
            came[small].append(noted and (noted.manifest, noted.folders, noted.apart))
    assert came[True] == came[False]


def test_an_edit_is_a_patch_and_shares_what_is_live(tmp_path: Path) -> None:
    dest = history(tmp_path / "dist")
    for number, plan in enumerate([*EDITS, *EDITS]):
        before = {path: (dest / DOMAIN / path).stat().st_ino for path in plan}
        last = {path: (dest / DOMAIN / path).read_bytes() for path in plan}
        said = {path: line(path, sha256(data).hexdigest(), len(data)) for path, data in plan.items()}
        assert begun(dest, said, left.load(dest)[DOMAIN]), number
        outcome = build(dest, plan)
        assert outcome.written == sum(last[path] != plan[path] for path in plan)
        assert is_whole(dest / DOMAIN)
        assert is_whole(dest / ".sitegen/prev" / DOMAIN)
        for path, inode in before.items():
            assert ((dest / DOMAIN / path).stat().st_ino == inode) is (last[path] == plan[path])


@pytest.mark.parametrize("stranger", [b"defaced", None], ids=["another file", "none"])
def test_the_top_of_the_version_before_is_looked_at(tmp_path: Path, stranger: bytes | None) -> None:
    """Its time says nothing, so that files there are compared one by one; a signature is of that version alone."""
    dest = tmp_path / "dist"
    claim(dest, tmp_path, [])
    for number in range(3):
        build(dest, {**LAST, "robots.txt": b"", "index.html": b"%d" % number})
    live, prev = dest / DOMAIN, dest / ".sitegen/prev" / DOMAIN
    (prev / "robots.txt").unlink()
    if stranger:
        (prev / "robots.txt").write_bytes(stranger)
    (live / "SHA256SUMS").write_bytes(b"")
    (prev / "SHA256SUMS").hardlink_to(live / "SHA256SUMS")
    plan = {**LAST, "robots.txt": b"", "index.html": b"new"}
    said = {path: line(path, sha256(data).hexdigest(), len(data)) for path, data in plan.items()}
    assert begun(dest, said, left.load(dest)[DOMAIN])
    build(dest, plan)
    assert snapshot(live) == clean(tmp_path / "clean", plan)


def test_what_is_told_and_equal_is_kept(tmp_path: Path) -> None:
    dest = history(tmp_path / "dist")
    known = digest_bytes((dest / DOMAIN / MANIFEST).read_bytes())
    found = patch(str(dest), DOMAIN, SITE, known, left.load(dest)[DOMAIN], {"index.html"}, len(LAST), 2)
    assert found
    found.write("index.html", LAST["index.html"])
    (tmp_path / "b").write_bytes(LAST["artikel/b.html"])
    found.copy("artikel/b.html", str(tmp_path / "b"), sha256(LAST["artikel/b.html"]).hexdigest())
    outcome = found.finish()
    assert (outcome.changed, outcome.written, outcome.kept) == (False, 0, len(LAST))
    assert (dest / ".sitegen/prev" / DOMAIN / MANIFEST).exists()


EDIT = st.dictionaries(st.sampled_from(sorted(LAST)), st.sampled_from([b"", b"1", b"2", b"3" * 5000]), max_size=4)
RARELY = st.integers(0, 4).map(lambda number: number == 0)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(EDIT, RARELY, RARELY, st.booleans()), min_size=1, max_size=8))
def test_any_edits(steps: list[tuple[dict[str, bytes], bool, bool, bool]]) -> None:
    """Signed in between, gone back, or made and not published."""
    with tempfile.TemporaryDirectory() as name:
        dest = history(Path(name) / "dist")
        plan = dict(LAST)
        for edit, undo, idle, sign in steps:
            recover(str(dest))
            build(dest, {**plan, **edit}, publishing=not idle)
            plan = plan if idle else {**plan, **edit}
            build(Path(name) / "clean", plan, trust=False)
            want = snapshot(Path(name) / "clean" / DOMAIN)
            held = snapshot(dest / DOMAIN)
            assert {path: held[path] for path in held if path not in SIGNED} == want
            if sign:
                for path in SIGNED:
                    (dest / DOMAIN / path).write_bytes(b"signed")
            if undo and (dest / ".sitegen/prev" / DOMAIN / MANIFEST).exists():
                rollback(str(dest), DOMAIN)
                held = snapshot(dest / DOMAIN)
                ours = held.keys() - SIGNED - {MANIFEST}
                plan = {path: data for path in ours if isinstance(data := held[path], bytes)}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_while_patching(tmp_path: Path) -> None:
    old, new = clean(tmp_path / "old", LAST), clean(tmp_path / "new", EDITS[0])
    for step in count():
        shutil.rmtree(tmp_path / "dist", ignore_errors=True)
        dest = history(tmp_path / "dist")
        killed = killed_at(step, partial(build, dest, EDITS[0]))
        assert snapshot(dest / DOMAIN) in (old, new)
        recover(str(dest))
        assert snapshot(dest / DOMAIN) in (old, new)
        assert is_whole(dest / DOMAIN)
        for plan in (EDITS[1], EDITS[0]):
            build(dest, plan)
        assert snapshot(dest / DOMAIN) == new
        if not killed:
            break
    assert step > 15


def test_sites_that_an_edit_leaves_alone_are_not_looked_into(
    project: MakeProject, run_build: Build, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(GOOD)
    article, sites = root / ARTICLE_FILE, root / "sites.yaml"
    text, listed = article.read_text("utf-8"), sites.read_text("utf-8")
    looked: list[str] = []

    def told(dest: str, domain: str, *others: object, **more: object) -> Made:
        looked.append(domain)
        return Made(dest, domain, *others, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("sitegen.work.Tree", told)
    for number in range(3):  # then both trees of all sites are noted
        article.write_text(f"{text}\nSuntingan {number}.\n", "utf-8")
        kept = {row.domain: row.kept + row.written for row in run_build(root).sites}
    looked.clear()
    sites.write_text(listed.replace("{domain: satu.example,", "{domain: satu.example, contact: {phone: '021 1'},"))
    rows = {row.domain: row for row in run_build(root).sites}
    assert looked == ["satu.example"]
    assert rows["satu.example"].written
    assert (rows["dua.example"].written, rows["dua.example"].kept) == (0, kept["dua.example"])
    before = tree(root / "dist/dua.example")
    (root / "dist/dua.example/artikel/pertama.html").unlink()
    looked.clear()
    sites.write_text(listed)
    run_build(root)
    assert looked == ["satu.example", "dua.example"]
    assert tree(root / "dist/dua.example") == before


def test_a_page_less_is_no_tree_as_it_was(project: MakeProject, run_build: Build, tree: Tree) -> None:
    """All that is planned has the key that it had, and yet something has to go."""
    root = project({**GOOD, **{f"content/sites/dua/static/berkas/{name}.txt": "x" for name in ("lama", "baru")}})
    article, old = root / ARTICLE_FILE, root / "content/sites/dua/static/berkas/lama.txt"
    text = article.read_text("utf-8")
    for number in range(3):
        article.write_text(f"{text}\nSuntingan {number}.\n", "utf-8")
        assert not run_build(root).failed
    assert "berkas/lama.txt" in tree(root / "dist/dua.example")
    old.unlink()
    assert not run_build(root).failed
    assert "berkas/lama.txt" not in tree(root / "dist/dua.example")
