"""The edits of chapters do what they say, so that a diary which tells them tells of what they stand for."""

from functools import lru_cache
from pathlib import Path
from random import Random

import pytest

from sitegen import work
from sitegen.render.templates import Templates
from sitegen.write import publish
from tests.diary.choices import Edit
from tests.diary.edits import CHAPTERS
from tests.diary.network import Files, build, network, options, trees, write

# For each chapter, by which its random articles are ones that readers see, on the hub too.
SEEDS = (1, 1, 1, 1, 1, 5, 1)
# Which rule an edit brings, and which one it ends.
TOLD: dict[str, tuple[str, str]] = {
    "section": ("", "override-stale"),
    "outdate": ("override-stale", ""),
    "renew": ("", "override-stale"),
    "minor": ("", "override-stale"),
    "major": ("override-stale", ""),
    "translate": ("", "translation-stale"),
    "surpass": ("translation-stale", ""),
    "retranslate": ("", "translation-stale"),
    "hold": ("", "acceptance-waiting"),
    "offer": ("acceptance-waiting", ""),
    "outgrow": ("acceptance-changed", ""),
    "release": ("", "acceptance-changed"),
    "urge": ("", "acceptance-waiting"),
    "drop_host": ("site-folder-left", ""),
}
# What changes no page: days and words of editors and offices, of which only Problems tell.
SILENT = {"minor", "major", "hold", "offer", "release", "review", "expire", "next_turn", "drop_host", "canonical"}


@pytest.mark.parametrize(("seed", "chapter"), [*zip(SEEDS, CHAPTERS, strict=True)])
def test_edits_do_what_they_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, chapter: tuple[Edit, ...]
) -> None:
    monkeypatch.setattr(publish, "sync", lambda _trees: None)
    monkeypatch.setattr(work, "Templates", lru_cache(maxsize=2)(Templates))
    net, rng = network(), Random(seed)
    known: Files = {}

    def built() -> tuple[list[str], dict[str, Files]]:
        nonlocal known
        files = net.all_files()
        write(tmp_path, files, known)
        known = files
        report = build(options(tmp_path, net.today))
        assert not report.failed, [str(p) for p in report.problems if p.severity == "error"]
        return [p.rule for p in report.problems], trees(tmp_path / "dist")

    rules, pages = built()
    bare = [rule for rule in rules if rule.endswith("-base-missing")]
    for edit in chapter:
        name, before = edit.__name__, (rules, pages)
        while not edit(net, rng):
            pass
        rules, pages = built()
        brings, ends = TOLD.get(name, ("", ""))
        assert {brings} - {""} <= set(rules), name
        assert ends not in rules, name
        assert pages != before[1] or name in SILENT, name
        assert (rules, pages) != before or name != "next_turn", "a day like any other"
        assert [rule for rule in rules if rule.endswith("-base-missing")] == bare, "a digest that sitegen does not know"
    if "hub" in {edit.__name__ for edit in chapter}:
        address = f'<link rel="canonical" href="https://{net.hub.lower()}.example/artikel/'.encode()
        others = [files for domain, files in pages.items() if domain != f"{net.hub}.example"]
        assert any(address in data for files in others for data in files.values())
