"""One browser, one build and one host for each site, for all tests here."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.setup.browser import find, flags

from .network import build_sites
from .pages import Page, Site
from .server import Host

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

Tabs = Callable[..., AbstractContextManager["Tab"]]
Address = Callable[[Page], str]


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    """The sites of tests/page/network.py, built: domain -> site."""
    return build_sites(tmp_path_factory.mktemp("halaman"))


@pytest.fixture(scope="session")
def hosts(sites: dict[str, Site]) -> Iterator[dict[str, Host]]:
    """A host for each site: an origin of its own."""
    with ExitStack() as stack:
        yield {domain: stack.enter_context(Host(site.files)) for domain, site in sites.items()}


@pytest.fixture(scope="session")
def address(hosts: dict[str, Host]) -> Address:
    """The address at which a page is served; of the page for addresses that do not exist, one that is deep."""

    def of(page: Page) -> str:
        return hosts[page.site].url + ("tidak/ada/halaman.html" if page.path == "404.html" else page.path)

    return of


@pytest.fixture
def tabs(browser: "Browser") -> Tabs:
    """Opens a tab in a context of its own, on a phone of 360 pixels unless told otherwise; closed at the end."""

    @contextmanager
    def opened(width: int = 360, height: int = 780, **options: Any) -> Iterator["Tab"]:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        try:
            yield context.new_page()
        finally:
            context.close()

    return opened
