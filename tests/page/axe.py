"""axe-core in a page that is open: the only file that names axe-playwright-python, which brings it."""

from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},  # axe leaves this rule of WCAG 2.2 out unless asked
    "resultTypes": ["violations"],
}
_RUN = """async options => (await axe.run(options)).violations.flatMap(
  rule => rule.nodes.map(node => [rule.id, node.target.join(' '), node.html.slice(0, 120)]))"""
_axe = Axe()


def inject(page: "Page") -> None:
    """Loads axe-core into the page that is open; the protocol of the browser does this past the page's CSP."""
    page.evaluate(_axe.axe_script)


def violations(page: "Page") -> list[str]:
    """What axe-core finds in the page as it now looks: rule, selector and markup, a line each."""
    found: Any = page.evaluate(_RUN, OPTIONS)
    return [f"{rule} at {target}: {html}" for rule, target, html in found]
