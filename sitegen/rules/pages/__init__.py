"""Why each rule exists, with an example: one table for each file of `rules/`. A build imports none of them."""

from sitegen.rules.pages.page import RulePage
from sitegen.rules.pages.reading import READING
from sitegen.rules.pages.theme import THEME

PAGES: dict[str, RulePage] = {
    **READING,
    **THEME,
}

__all__ = ["PAGES", "RulePage"]
