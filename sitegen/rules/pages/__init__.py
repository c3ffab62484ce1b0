"""Why each rule exists, with an example: one table for each file of `rules/`. A build imports none of them."""

from sitegen.rules.pages.page import RulePage

PAGES: dict[str, RulePage] = {}

__all__ = ["PAGES", "RulePage"]
