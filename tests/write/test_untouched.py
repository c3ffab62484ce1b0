"""A tree that nobody touched comes out without a look at its files as it would with one; any other is looked at."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.digest import digest_bytes
from sitegen.write import left
from sitegen.write.manifest import MANIFEST
from sitegen.write.trees import Outcome
from sitegen.write.trees import Tree as Made
from sitegen.write.untouched import untouched
from tests.conftest import GOOD, Build, MakeProject, Tree

from .helpers import DOMAIN, SITE, build
from .test_left import HAPPENED, PLANS, history

ARTICLE_FILE = "content/shared/artikel/pertama.md"
LAST = PLANS[-1]
UNSEEN = {"nothing", "replaced on top", "a signature"}
"""What Tree does not see either, or sees as nothing that has to be made anew."""


def asked(dest: Path, plan: Mapping[str, bytes] = LAST) -> Outcome | None:
    try:
        known = digest_bytes((dest / DOMAIN / MANIFEST).read_bytes())
    except OSError:
        known = ""
    top = {path for path in plan if "/" not in path}
    return untouched(str(dest), DOMAIN, SITE, known, left.load(dest).get(DOMAIN), top, len(plan))


@pytest.mark.parametrize("happened", HAPPENED)
def test_only_what_nobody_touched_is_believed(tmp_path: Path, happened: str) -> None:
    dest = history(tmp_path / "dist")
    HAPPENED[happened](dest / DOMAIN)
    found = asked(dest)
    assert (found is not None) is (happened in UNSEEN)
    assert found is None or found == build(dest, LAST)


def test_what_happened_to_the_version_before_is_not_asked(tmp_path: Path) -> None:
    dest = history(tmp_path / "dist")
    HAPPENED["gone"](dest / ".sitegen/prev" / DOMAIN)
    assert asked(dest) == build(dest, LAST)


def test_another_manifest_or_no_note_is_not_believed(tmp_path: Path) -> None:
    dest = history(tmp_path / "dist")
    manifest = dest / DOMAIN / MANIFEST
    manifest.write_bytes(manifest.read_bytes().replace(b'",2]', b'",3]'))
    assert asked(dest) is None
    dest = history(tmp_path / "other")
    (dest / ".sitegen/left.json").unlink()
    assert asked(dest) is None


def test_a_link_for_a_tree_is_not_followed(tmp_path: Path) -> None:
    dest = history(tmp_path / "dist")
    (dest / DOMAIN).rename(tmp_path / "away")
    (dest / DOMAIN).symlink_to(tmp_path / "away")
    assert asked(dest) is None


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
