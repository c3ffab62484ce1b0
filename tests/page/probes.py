"""Questions to a page that is open: the functions of probes.js, called by name."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SOURCE = (Path(__file__).parent / "probes.js").read_text(encoding="utf-8").strip()
# Counts, from the first moment on, what the page does of itself.
WATCH = """window.watched = {shift: 0, csp: []};
addEventListener('securitypolicyviolation', e => watched.csp.push(`${e.violatedDirective} blocks ${e.blockedURI}`));
new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) watched.shift += e.value; }))
  .observe({type: 'layout-shift', buffered: true});"""
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))))"


def ask(tab: "Page", name: str, argument: object = None) -> list[str]:
    """What the function `name` of probes.js says of the page."""
    found: Any = tab.evaluate(f"argument => ({_SOURCE}).{name}(argument)", argument)
    return [str(line) for line in found]
