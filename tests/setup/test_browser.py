"""The built pages in a real browser, from file://, as a reader without a network and without scripts sees them."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sitegen.build import build
from sitegen.options import Options

from .browser import find, flags

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
SITES = ("dinkesMerauke", "dinkesSukabumi", "dinkesKepulauanSiauTagulandangBiaro")  # a note, another, the longest name
PAGES = ("index.html", "artikel/berobat-dengan-jkn.html")

# The colours of the text and of what lies behind it, as [r, g, b].
COLOURS = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const seen = [document.body, document.documentElement].map((e) => getComputedStyle(e).backgroundColor);
  const solid = seen.find((colour) => numbers(colour)[3] !== 0);
  return [getComputedStyle(document.body).color, solid || 'rgb(255,255,255)'].map((c) => numbers(c).slice(0, 3));
}"""


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real project, copied, with three of its sites built."""
    root = tmp_path_factory.mktemp("project")
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "sites.yaml", root)
    report = build(Options(root, root / "dist", dt.date(2026, 12, 1), SITES, jobs=1), lambda _step, _done, _of: None)
    assert not report.failed, [f"{p.place}: {p.message('en')}" for p in report.problems if p.severity == "error"]
    return root / "dist"


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    api = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
    path = find()
    if path is None:
        pytest.skip("no Chromium was found (python -m tests.setup.browser says why)")
    with api.sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=path, args=flags())
        except api.Error as error:
            pytest.skip(f"{path} does not start: {str(error).splitlines()[0]}")
        yield chromium
        chromium.close()


@pytest.mark.parametrize("scripts", [False, True], ids=["no-js", "js"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_pages_in_chromium(browser: "Browser", dist: Path, width: int, scheme: Any, scripts: bool) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 780}, color_scheme=scheme, java_script_enabled=scripts
    )
    said: list[str] = []
    asked: list[str] = []
    try:
        page = context.new_page()
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        for site in SITES:
            folder = dist / f"{site}.id"
            for path in PAGES:
                asked.clear()
                page.goto((folder / path).as_uri())
                _look(page, width, scheme)
                assert [url for url in asked if not url.startswith(f"{folder.as_uri()}/")] == []
                assert said == [], f"{site}/{path}"
    finally:
        context.close()


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Asia/Jayapura"])
def test_overdue_by_the_readers_clock(browser: "Browser", dist: Path, zone: str) -> None:
    """A folder that nobody builds anew tells its readers so, from the day after `review_by` where they are."""
    context = browser.new_context(timezone_id=zone)
    try:
        page = context.new_page()
        page.goto((dist / f"{SITES[0]}.id" / PAGES[1]).as_uri())
        due = dt.date.fromisoformat(page.locator(".late").get_attribute("data-due") or "")
        hours = 9 if zone == "Asia/Jayapura" else 7
        for day, seen in ((due, False), (due + dt.timedelta(1), True)):
            early = dt.datetime.combine(day, dt.time(0, 30), dt.timezone(dt.timedelta(hours=hours)))
            page.clock.set_fixed_time(early)
            page.reload()
            assert page.locator(".late").is_visible() == seen
    finally:
        context.close()


def _look(page: "Page", width: int, scheme: str) -> None:
    wide, inner = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    assert inner == width
    assert wide <= inner, f"{page.url} is {wide} pixels wide"
    assert page.locator("h1").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#isi", "Tab first reaches the skip link"
    assert page.locator("main#isi").count() == 1
    text, ground = page.evaluate(COLOURS)
    assert (sum(text) > sum(ground)) == (scheme == "dark")
