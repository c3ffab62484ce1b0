"""Scripts make a page better, never whole: the same text without them, no dead control; what they do by the clock."""

import datetime as dt
from collections import Counter

import pytest

from tests.conftest import TODAY, Tabs

from .conftest import Address
from .network import CONFIRMED
from .pages import Page, Site, telling
from .probes import SETTLED, ask

NOON = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)


def test_same_without_scripts(sites: dict[str, Site], address: Address, tabs: Tabs) -> None:
    """Scripts take no text away, and add only what the page hides until then or has in a data- attribute."""
    found: list[str] = []
    with tabs(java_script_enabled=False) as still, tabs() as lively:
        lively.clock.set_fixed_time(NOON)
        for page in telling(sites.values()):
            still.goto(address(page))
            lively.goto(address(page))
            lively.evaluate(SETTLED)
            without, with_scripts = Counter(ask(still, "lines")), Counter(ask(lively, "lines"))
            declared = _declared(page)
            found += [f"{page.site}/{page.path}: only without scripts: {line}" for line in without - with_scripts]
            found += [
                f"{page.site}/{page.path}: only with scripts: {line}"
                for line in with_scripts - without
                if line not in declared
            ]
            found += [f"{page.site}/{page.path}: {fault}" for fault in ask(still, "dead")]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Asia/Jayapura"])
def test_overdue_by_the_readers_clock(sites: dict[str, Site], address: Address, tabs: Tabs, zone: str) -> None:
    """A folder that nobody builds anew tells its readers so, from the day after `review_by` where they are."""
    page = next(page for page in sites[CONFIRMED].articles if 'class="late"' in page.text)
    with tabs(timezone_id=zone) as tab:
        tab.goto(address(page))
        due = dt.date.fromisoformat(tab.locator(".late").get_attribute("data-due") or "")
        hours = 9 if zone == "Asia/Jayapura" else 7
        for day, seen in ((due, False), (due + dt.timedelta(1), True)):
            early = dt.datetime.combine(day, dt.time(0, 30), dt.timezone(dt.timedelta(hours=hours)))
            tab.clock.set_fixed_time(early)
            tab.reload()
            assert tab.locator(".late").is_visible() == seen


def _declared(page: Page) -> set[str]:
    hidden = [element for element in page.markup.elements if "hidden" in element.attrs]
    words = [" ".join(element.words.split()) for root in hidden for element in root.walk()]
    data = [v for e in page.markup.elements for name, v in e.attrs.items() if name.startswith("data-")]
    return {text for text in (*words, *data) if text}
