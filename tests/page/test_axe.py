"""axe-core on every kind of page, light and dark, narrow and wide."""

from typing import Any

import pytest

from .conftest import Address, Tabs
from .network import NAMES
from .pages import Site


@pytest.mark.parametrize("domain", NAMES)
def test_axe(sites: dict[str, Site], address: Address, tabs: Tabs, domain: str) -> None:
    axe = pytest.importorskip("tests.page.axe", reason="the package axe-playwright-python is not installed")
    found: list[str] = []
    schemes: tuple[Any, ...] = ("light", "dark")
    with tabs() as tab:
        for page in sites[domain].kinds:
            tab.goto(address(page))
            axe.inject(tab)
            for width in (360, 1280):
                tab.set_viewport_size({"width": width, "height": 780})
                for scheme in schemes:
                    tab.emulate_media(color_scheme=scheme)
                    found += [f"{page.path}, {width} px, {scheme}: {line}" for line in axe.violations(tab)]
    assert not found, "\n" + "\n".join(found)
