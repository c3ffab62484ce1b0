"""docs/theme.md says what is so."""

import re
import shutil
from pathlib import Path

from sitegen.build import prepare
from sitegen.model.output import Page
from sitegen.options import Options
from sitegen.problems import Problem
from sitegen.read.theme import REQUIRED
from sitegen.render.symbols import SYMBOLIC
from sitegen.render.templates import FILTERS
from tests.conftest import REPO, REWRITE, TODAY, add_theme
from tests.house.theme_guide import (
    ACCENT_TOKENS,
    GUIDE,
    OWN_FILTERS,
    PAGES,
    SYMBOLS,
    TOKENS,
    generated,
    rewritten,
    tokens,
)


def test_the_guide_is_up_to_date() -> None:
    guide = GUIDE.read_text("utf-8")
    if REWRITE:
        GUIDE.write_bytes(rewritten(guide).encode())
        guide = GUIDE.read_text("utf-8")
    assert re.findall(r"<!-- begin: (\w+) -->", guide) == [*generated()]
    assert guide == rewritten(guide), "SITEGEN_REWRITE=1 pytest tests/house/test_theme_guide.py rewrites it"


def test_every_page_is_made_as_the_guide_says(tmp_path: Path) -> None:
    root = tmp_path / "proyek"
    shutil.copytree(REPO / "tests/golden/network", root)
    add_theme(root)
    problems: list[Problem] = []
    prepared = prepare(Options(root, root / "dist", TODAY, jobs=1), problems, lambda *_: None)
    pages = [o for site in prepared.plan.sites for o in site.outline.outputs if isinstance(o, Page)]
    made: dict[str, set[type]] = {}
    for page in pages:
        shown = page.shown()
        made.setdefault(page.template, set()).add(type(shown.view))
        cards = PAGES[page.template][1]
        for name, uses in shown.cards:
            known = cards.get(name) or next((card for each, card in cards.items() if each.startswith("<")), None)
            assert all(use.template == known for use in uses), (page.path, name)
    assert made == {template: {view} for template, (view, _, _) in PAGES.items()}


def test_the_tables_are_whole() -> None:
    cards = {template for _, lists, _ in PAGES.values() for template in lists.values()}
    files = {name for name in REQUIRED if name.startswith("files/")}
    assert {*PAGES, *cards, *files} == set(REQUIRED)
    assert set(SYMBOLS) == SYMBOLIC
    assert set(OWN_FILTERS) < FILTERS
    assert set(TOKENS) == {*tokens(), *ACCENT_TOKENS}
    assert not {*ACCENT_TOKENS}.intersection(tokens())


def test_the_example_of_the_guide_works(tmp_path: Path) -> None:
    """Its theme.yaml names tokens that exist, and its files build."""
    guide = GUIDE.read_text("utf-8")
    files = dict(re.findall(r"`(themes/pantai/[^`]*)`:\n\n```[a-z]*\n(.*?)```", guide, re.DOTALL))
    assert set(files) == {
        "themes/pantai/theme.yaml", "themes/pantai/templates/contact.html", "themes/pantai/strings/id.po"
    }  # fmt: skip
    root = tmp_path / "proyek"
    shutil.copytree(REPO / "tests/golden/network", root)
    add_theme(root)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    sites = root / "sites.yaml"
    sites.write_text(sites.read_text().replace("theme: pesisir", "theme: pantai"))
    problems: list[Problem] = []
    prepared = prepare(Options(root, root / "dist", TODAY, jobs=1), problems, lambda *_: None)
    assert [p for p in problems if p.severity != "task"] == []
    assert "contact.html" in prepared.workshop.templates["pantai"].direct
