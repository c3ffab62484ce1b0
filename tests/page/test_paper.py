"""An article on paper: at most two sheets of A4, with all that a reader needs who has only the paper."""

import io
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.conftest import Tabs

from .conftest import Address
from .network import CONFIRMED, NAMES, NOTICE, OFFICE, PHONE
from .pages import Page, Site
from .probes import ask

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

SHEETS = 2
PAPER = 665  # pixels that A4 leaves between margins of 17 mm: what the widths in a sheet are compared with
EMERGENCY = "119"
DATE = re.compile(r"\d{1,2}[^\W\d]{3,9}20\d\d")  # with the month in words, blanks taken out


@pytest.mark.parametrize("domain", NAMES)
def test_paper(sites: dict[str, Site], address: Address, tabs: Tabs, domain: str) -> None:
    pypdf = pytest.importorskip("pypdf", reason="the package pypdf is not installed")
    articles = [page for page in sites[domain].kinds if page.is_article]
    assert articles
    found: list[str] = []
    with tabs(PAPER) as tab:
        for page in articles:
            tab.goto(address(page))
            sheets = pypdf.PdfReader(io.BytesIO(tab.pdf(format="A4", prefer_css_page_size=True))).pages
            text = _bare("".join(sheet.extract_text() for sheet in sheets))
            faults = _faults(tab, page, text)
            if len(sheets) > SHEETS:
                faults.append(f"{len(sheets)} sheets")
            found += [f"{page.path}: {fault}" for fault in faults]
    assert not found, "\n" + "\n".join(found)


def _faults(tab: "Tab", page: Page, text: str) -> list[str]:
    on_screen = set(ask(tab, "pictures"))
    tab.emulate_media(media="print")
    try:
        faults = ask(tab, "printed")
        wanted = {
            "its own address": page.markup.find("link", rel="canonical")[0].attrs["href"],
            "who it is from": OFFICE if page.site == CONFIRMED else NOTICE,
            "the emergency number": EMERGENCY,
            **{f"the address {href}": href for href in ask(tab, "outward")},
            **{f"the date {date}": date for date in ask(tab, "dates")},
        }
        if page.site == CONFIRMED:
            wanted["the telephone of the office"] = PHONE
        faults += [f"lacks {what}" for what, words in wanted.items() if _bare(words) not in text]
        if not DATE.search(text):
            faults.append("lacks a date")
        codes = set(ask(tab, "pictures")) - on_screen
        if bool(codes) != (page.site == CONFIRMED):
            faults.append(f"a QR code stands on the paper of a confirmed site, and of no other: {sorted(codes)}")
    finally:
        tab.emulate_media(media="null")
    return faults


def _bare(text: str) -> str:
    """Without blanks and ligatures: a line of a PDF ends where the sheet does, and its fonts join letters."""
    return re.sub(r"[\s\u00ad\u200b]+", "", unicodedata.normalize("NFKC", text))


def test_the_code_leads_to_the_page(sites: dict[str, Site], address: Address, tabs: Tabs) -> None:
    zxingcpp = pytest.importorskip("zxingcpp", reason="the package zxing-cpp is not installed")
    article = next(page for page in sites[CONFIRMED].kinds if page.is_article)
    with tabs(PAPER, device_scale_factor=2, color_scheme="dark") as tab:
        tab.goto(address(article))
        tab.emulate_media(media="print", color_scheme="light")
        with Image.open(io.BytesIO(tab.locator(".qr").screenshot())) as seen:
            read = [code.text for code in zxingcpp.read_barcodes(seen.convert("L"))]
    assert read == [article.markup.find("link", rel="canonical")[0].attrs["href"]]


def test_a_leaflet(sites: dict[str, Site], address: Address, tabs: Tabs) -> None:
    """The same address with the leaflet's fragment: A5, large type, the points and what must not be missed."""
    pypdf = pytest.importorskip("pypdf", reason="the package pypdf is not installed")
    real = next(site for domain, site in sites.items() if domain not in {CONFIRMED} and domain.endswith(".id"))
    with tabs(PAPER) as tab:
        for page in (page for page in real.kinds if page.is_article):
            tab.goto(f"{address(page)}#_selebaran")
            sheets = pypdf.PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True))).pages
            assert len(sheets) <= 2, page.path
            assert {round(float(sheet.mediabox.width) / 72 * 25.4) for sheet in sheets} == {148}, "A5 is 148 mm wide"
            text = _bare("".join(sheet.extract_text() for sheet in sheets))
            points = tab.locator(".sum li").all_inner_texts()
            assert points
            for wanted in (*points, NOTICE, EMERGENCY):
                assert _bare(wanted) in text
            assert "Sumberdantinjauan" not in text
