"""What can be read from the files alone: the policy of each page, and what a page weighs. No browser is needed."""

import gzip
import re
import statistics

import pytest

from .network import NAMES
from .pages import Page, Site

HEAVIEST, MEDIAN, SCRIPTS = 14_000, 7_000, 6_000
_SEARCH = re.compile(r"cari|search", re.IGNORECASE)
# A box that looks as all boxes do.
PLAIN = frozenset({"info"})


def _weight(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def _policy(page: Page) -> list[str]:
    metas = [e for e in page.markup.find("meta") if e.attrs.get("http-equiv", "").lower() == "content-security-policy"]
    if len(metas) != 1:
        return [f"{len(metas)} policies"]
    content = metas[0].attrs["content"]
    words = {part.split()[0]: part.split()[1:] for part in content.split(";") if part.strip()}
    faults = []
    if words.get("default-src") != ["'none'"]:
        faults.append("default-src is not 'none'")
    faults += [
        f"{name} does nothing in a meta element"
        for name in ("frame-ancestors", "report-uri", "sandbox")
        if name in words
    ]
    faults += [
        f"the policy allows {word}"
        for word in ("'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:")
        if word in content.split()
    ]
    order = [e for e in page.markup.elements if e is metas[0] or e.tag in ("style", "script", "link")]
    if order[0] is not metas[0]:
        faults.append(f"<{order[0].tag}> stands before the policy")
    return faults


@pytest.mark.parametrize("domain", NAMES)
def test_policy(sites: dict[str, Site], domain: str) -> None:
    found = []
    for page in sites[domain].pages:
        faults = _policy(page)
        for element in page.markup.elements:
            faults += [f"<{element.tag} {n}=>" for n in element.attrs if n == "style" or n.startswith("on")]
            if element.tag in ("base", "iframe", "object", "embed"):
                faults.append(f"<{element.tag}>")
        found += [f"{page.path}: {fault}" for fault in faults]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("domain", NAMES)
def test_every_class_has_a_rule(sites: dict[str, Site], domain: str) -> None:
    """A class named by neither the page's sheet nor that for paper misses a part of the sheet."""
    site = sites[domain]
    paper = site.files["cetak.css"].decode()
    found = []
    for page in site.pages:
        sheet = paper + "".join(e.text for e in page.markup.find("style"))
        ruled = set(re.findall(r"\.([a-z][\w-]*)", sheet)) | PLAIN
        used = {name for e in page.markup.elements for name in e.attrs.get("class", "").split()}
        if not page.moves and used - ruled:
            found.append(f"{page.path}: {sorted(used - ruled)}")
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("domain", NAMES)
def test_weight(sites: dict[str, Site], domain: str) -> None:
    """As a host sends it: gzip -9. Styles are inlined, so a page's weight is all that its first paint waits for."""
    site = sites[domain]
    weights = {page.path: _weight(page.text.encode()) for page in site.pages}
    heavy = {path: weight for path, weight in weights.items() if weight > HEAVIEST}
    assert not heavy
    assert statistics.median(weights[page.path] for page in site.articles) <= MEDIAN


@pytest.mark.parametrize("domain", NAMES)
def test_scripts_weigh_little(sites: dict[str, Site], domain: str) -> None:
    """All scripts of a site together, each counted once, search apart."""
    site = sites[domain]
    scripts = {
        e.text.encode()
        for page in site.pages
        for e in page.markup.find("script")
        if e.attrs.get("type", "") in ("", "module", "text/javascript") and "src" not in e.attrs
    }
    scripts |= {
        data for path, data in site.files.items() if path.endswith((".js", ".mjs")) and not _SEARCH.search(path)
    }
    assert _weight(b"\n".join(sorted(scripts))) <= SCRIPTS
