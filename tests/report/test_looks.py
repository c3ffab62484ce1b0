"""The pages in a real browser: axe-core, no sideways scrolling, nothing that needs a script."""

from pathlib import Path

import pytest

from tests.conftest import Tabs
from tests.page.test_axe import WAYS

EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("name", ["jaringan.html", "satu.html"])
def test_axe_and_width(tabs: Tabs, name: str) -> None:
    axe = pytest.importorskip("tests.page.axe", reason="the package axe-playwright-python is not installed")
    found: list[str] = []
    with tabs() as tab:
        said: list[str] = []
        tab.on("console", lambda message: said.append(message.text))
        tab.goto((EXPECTED / name).as_uri())
        assert not said, "the policy of the page stops something on it"
        axe.inject(tab)
        for scheme, width in WAYS:
            tab.emulate_media(color_scheme=scheme)
            tab.set_viewport_size({"width": width, "height": 780})
            found += [f"{width} px, {scheme}: {line}" for line in axe.violations(tab)]
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert not found, "\n" + "\n".join(found)
