"""What a page is to the eye and the hand: contrast, room, targets, focus. Without a script of the page's own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import Tabs

from .conftest import Address
from .network import CONFIRMED, NAMES, REAL
from .pages import Page, Site
from .probes import ask

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession
    from playwright.sync_api import Page as Tab

CONTRAST, TARGET, MENU = 7, 24, 44
SCREEN = 640
SCHEMES: tuple[Any, ...] = ("light", "dark")
# WCAG 1.4.10: 320 px; 256 px high is what 400 % leaves of 1280 x 1024.
# The reader's own font size, which also moves breakpoints in em.
ONCE, TWICE = ({"fontSizes": {"standard": size, "fixed": size}} for size in (16, 32))
ROOM = {"320 px": (320, 780), "400 %": (320, 256)}


def _faults(tab: "Tab", protocol: "CDPSession") -> Iterator[str]:
    """All that is wrong with the page that is open on a phone."""
    tab.keyboard.press("Tab")
    yield from ask(tab, "skip")
    yield from ask(tab, "focus")
    yield from ask(tab, "targets", TARGET)
    for name, (width, height) in ROOM.items():
        tab.set_viewport_size({"width": width, "height": height})
        yield from (f"{name}: {fault}" for fault in ask(tab, "sideways"))
    tab.set_viewport_size({"width": 1280, "height": 780})
    yield from (f"1280 px: {fault}" for fault in ask(tab, "sideways"))
    yield from (f"1280 px: {fault}" for fault in ask(tab, "targets", TARGET))
    yield from (f"1280 px: {fault}" for fault in ask(tab, "menu", MENU))
    for scheme in SCHEMES:
        tab.emulate_media(color_scheme=scheme)
        yield from (f"{scheme}: {fault}" for fault in ask(tab, "contrast", CONTRAST))
    tab.set_viewport_size({"width": 360, "height": 780})
    yield from (f"dark: {fault}" for fault in ask(tab, "contrast", CONTRAST))
    protocol.send("Page.setFontSizes", TWICE)
    if tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") < 32:
        yield "200 % text: stays small"
    yield from (f"200 % text: {fault}" for fault in ask(tab, "sideways"))
    protocol.send("Page.setFontSizes", ONCE)
    yield from ask(tab, "menu", MENU)


@pytest.mark.parametrize("domain", NAMES)
def test_looks(sites: dict[str, Site], address: Address, tabs: Tabs, domain: str) -> None:
    found: list[str] = []
    with tabs(reduced_motion="reduce") as tab:
        protocol = tab.context.new_cdp_session(tab)
        for page in sites[domain].kinds:
            tab.goto(address(page))
            found += [f"{page.path}: {fault}" for fault in _faults(tab, protocol)]
    assert not found, "\n" + "\n".join(found)


def test_articles_answer_on_the_first_screen(sites: dict[str, Site], address: Address, tabs: Tabs) -> None:
    """The first point of the summary ends on the screen of a small phone, above what the browser itself covers."""
    ends = {}
    with tabs() as tab:
        for page in sites[REAL].articles:
            tab.goto(address(page))
            ends[page.path] = tab.locator(".sum li").first.evaluate("one => one.getBoundingClientRect().bottom")
    assert ends
    assert not {path: end for path, end in ends.items() if end > SCREEN}


def test_tab_by_tab(sites: dict[str, Site], address: Address, tabs: Tabs) -> None:
    """Tab reaches every stop in the order of the page, and leaves the last one."""
    site = sites[CONFIRMED]
    home = next(page for page in site.pages if page.path == "index.html")
    longest: Page = max(site.articles, key=lambda page: len(page.text))
    with tabs(1280) as tab:
        for page in (home, longest):
            tab.goto(address(page))
            expected = ask(tab, "path")
            reached = []
            for _ in expected:
                tab.keyboard.press("Tab")
                reached.append("".join(ask(tab, "here")))
            assert reached == expected, page.path
