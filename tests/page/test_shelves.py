"""A quiz by keyboard, without scripts and on paper; a download as a browser saves it."""

import io
import re
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import Tabs

from .conftest import Address
from .network import NAMES
from .pages import Page, Site

PAPER = 665


def _pages(sites: dict[str, Site], folder: str) -> list[Page]:
    """The pages of documents in a folder, of all sites that are looked at."""
    return [p for domain in NAMES for p in sites[domain].pages if p.path.startswith(folder)]


def test_a_quiz_by_keyboard_without_scripts(sites: dict[str, Site], address: Address, tabs: Tabs) -> None:
    asked: list[str] = []
    with tabs(java_script_enabled=False) as tab:
        tab.on("request", lambda request: asked.append(request.url))
        for page in _pages(sites, "kuis/"):
            tab.goto(address(page))
            tab.wait_for_load_state("networkidle")
            before = tab.url
            asked.clear()
            first = tab.get_by_role("group").first
            radios = first.get_by_role("radio")
            radios.first.focus()
            tab.keyboard.press("Space")
            tab.keyboard.press("ArrowDown")
            assert [radios.nth(n).is_checked() for n in range(2)] == [False, True], page.path
            explained = first.locator("details p").first
            assert not explained.is_visible()
            tab.keyboard.press("Tab")
            tab.keyboard.press("Enter")
            assert explained.is_visible(), page.path
            # Enter in a field of a form would send it.
            radios.first.focus()
            tab.keyboard.press("Enter")
            assert tab.url == before
            assert tab.get_by_text("tidak dikirim").is_visible()
            assert not asked


def test_each_question_is_a_named_group(sites: dict[str, Site], address: Address, tabs: Tabs) -> None:
    with tabs() as tab:
        for page in _pages(sites, "kuis/"):
            tab.goto(address(page))
            titles = [" ".join(e.words.split()) for e in page.markup.find("legend")]
            assert titles
            for title in titles:
                assert tab.get_by_role("group", name=title, exact=True).get_by_role("radio").count() >= 2, title


def test_a_quiz_on_paper(sites: dict[str, Site], address: Address, tabs: Tabs) -> None:
    """Sheets for those who are asked, without the answers even if they are open on screen; then the key, apart."""
    pypdf = pytest.importorskip("pypdf", reason="the package pypdf is not installed")
    with tabs(PAPER) as tab:
        for page in _pages(sites, "kuis/"):
            tab.goto(address(page))
            for number in range(tab.locator("summary").count()):
                tab.locator("summary").nth(number).click()
            sheets = pypdf.PdfReader(io.BytesIO(tab.pdf(format="A4", prefer_css_page_size=True))).pages
            texts = [_bare(sheet.extract_text()) for sheet in sheets]
            starts = [n for n, text in enumerate(texts) if text.startswith("Kuncijawaban")]
            assert len(starts) == 1, page.path
            asked, key = "".join(texts[: starts[0]]), "".join(texts[starts[0] :])
            for legend in page.markup.find("legend"):
                assert _bare(legend.words) in asked
                assert _bare(legend.words) not in key
            for words in tab.locator(".key li p").all_text_contents():
                assert _bare(words) in key
                assert _bare(words) not in asked
            assert "Jawaban:" not in asked
            assert asked.count("SebelumSesudah") == len(page.markup.find("legend"))
            assert "NamadanNIKtidakperluditulis" in asked


def test_what_was_chosen_is_not_printed(sites: dict[str, Site], address: Address, tabs: Tabs) -> None:
    page = _pages(sites, "kuis/")[0]
    with tabs(PAPER) as tab:
        tab.goto(address(page))
        tab.emulate_media(media="print")
        blank = tab.locator("fieldset").first.screenshot()
        tab.locator("fieldset").first.get_by_role("radio").nth(1).check()
        tab.evaluate("document.activeElement.blur()")
        assert tab.locator("fieldset").first.screenshot() == blank


def test_a_download_is_saved_under_its_name(
    sites: dict[str, Site], address: Address, tabs: Tabs, tmp_path: Path
) -> None:
    pages = _pages(sites, "unduhan/")
    assert pages
    with tabs(accept_downloads=True) as tab:
        for page in pages:
            tab.goto(address(page))
            with tab.expect_download() as waiting:
                tab.locator("a[download]").click()
            link = page.markup.find("a", download="")[0]
            waiting.value.save_as(tmp_path / "berkas")
            assert waiting.value.suggested_filename == link.attrs["href"].rpartition("/")[2]
            assert (tmp_path / "berkas").read_bytes() == sites[page.site].files[f"unduhan/{link.attrs['href']}"]


def _bare(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b]+", "", unicodedata.normalize("NFKC", text))
