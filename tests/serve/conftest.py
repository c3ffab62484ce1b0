"""The browser of tests/page."""

from tests.page.conftest import browser, tabs

__all__ = ["browser", "tabs"]
