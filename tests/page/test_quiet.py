"""What a page does of itself: it asks nobody, keeps nothing, holds still, and its own policy finds nothing to stop."""

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Tabs

from .conftest import Address
from .network import NAMES
from .pages import Page, Site, telling
from .probes import SETTLED, WATCH, ask

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

REQUESTS, SHIFT = 2, 0.005


class Ear:
    """Hears what a tab asks for and what its console says."""

    def __init__(self, tab: "Tab") -> None:
        self.asked: list[str] = []
        self.said: list[str] = []
        tab.add_init_script(WATCH)
        tab.on("request", lambda request: self.asked.append(request.url))
        tab.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        tab.on("pageerror", lambda error: self.said.append(str(error)))

    def read(self, tab: "Tab", url: str) -> list[str]:
        """Opens a page, reads to its end, and gives what was said or stopped meanwhile."""
        self.asked.clear()
        self.said.clear()
        tab.goto(url)
        tab.evaluate("scrollTo(0, document.body.scrollHeight)")
        tab.evaluate(SETTLED)
        stopped: list[str] = tab.evaluate("watched.csp")
        # A browser notes in its console that the address asked for does not exist: so it should.
        said = [line for line in self.said if "404 (" not in line]
        return [*stopped, *said]


@pytest.mark.parametrize("domain", NAMES)
def test_on_a_host(sites: dict[str, Site], address: Address, tabs: Tabs, domain: str) -> None:
    found: list[str] = []
    with tabs() as tab:
        ear = Ear(tab)
        for page in sites[domain].kinds:
            url = address(page)
            faults = ear.read(tab, url)
            origin = url[: url.index("/", 8) + 1]
            faults += [f"asks {other}" for other in ear.asked if not other.startswith(origin)]
            if not _has_pictures(page) and len(ear.asked) > REQUESTS:
                faults.append(f"{len(ear.asked)} requests: {ear.asked}")
            faults += ask(tab, "blocking")
            faults += ask(tab, "kept")
            shift = tab.evaluate("watched.shift")
            if shift > SHIFT:
                faults.append(f"layout shift {shift:.4f}")
            found += [f"{page.path}: {fault}" for fault in faults]
        found += [f"cookie: {cookie}" for cookie in tab.context.cookies()]
    assert not found, "\n" + "\n".join(found)


def test_from_a_folder(sites: dict[str, Site], tabs: Tabs) -> None:
    """Opened through file://, as from a memory card; 404.html is a host's alone."""
    found: list[str] = []
    with tabs() as tab:
        ear = Ear(tab)
        for page in (page for page in telling(sites.values()) if page.path != "404.html"):
            root = f"{sites[page.site].folder.as_uri()}/"
            faults = ear.read(tab, root + page.path)
            faults += [f"asks {url}" for url in ear.asked if not url.startswith(root)]
            found += [f"{page.site}/{page.path}: {fault}" for fault in faults]
    assert not found, "\n" + "\n".join(found)


def _has_pictures(page: Page) -> bool:
    return any(page.markup.find(tag) for tag in ("img", "picture", "video", "audio"))
