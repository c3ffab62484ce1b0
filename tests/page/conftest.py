"""One build and one host for each site, for all tests here."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from .network import build_sites
from .pages import Page, Site
from .server import Host

Address = Callable[[Page], str]


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
