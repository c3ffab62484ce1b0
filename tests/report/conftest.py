"""A browser for the pages of reports: the same as for those of sites."""

from tests.page.conftest import browser, tabs

__all__ = ["browser", "tabs"]
