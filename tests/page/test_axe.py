"""axe-core on every kind of page, light and dark, narrow and wide.

A page whose like another site has shown in all four ways is looked at in two: narrow and light, wide and dark.
"""

from typing import Any

import pytest

from tests.conftest import Tabs

from .conftest import Address
from .network import NAMES
from .pages import Site, telling

WAYS: tuple[tuple[Any, int], ...] = (("light", 360), ("light", 1280), ("dark", 360), ("dark", 1280))


@pytest.mark.parametrize("domain", NAMES)
def test_axe(sites: dict[str, Site], address: Address, tabs: Tabs, domain: str) -> None:
    axe = pytest.importorskip("tests.page.axe", reason="the package axe-playwright-python is not installed")
    all_ways = {(page.site, page.path) for page in telling(sites.values())}
    found: list[str] = []
    with tabs() as tab:
        for page in sites[domain].kinds:
            tab.goto(address(page))
            axe.inject(tab)
            for scheme, width in WAYS if (domain, page.path) in all_ways else WAYS[::3]:
                tab.emulate_media(color_scheme=scheme)
                tab.set_viewport_size({"width": width, "height": 780})
                found += [f"{page.path}, {width} px, {scheme}: {line}" for line in axe.violations(tab)]
    assert not found, "\n" + "\n".join(found)
