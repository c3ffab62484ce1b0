"""A preview in a real browser: the page follows what is saved, errors lie over it, and the bar works for everybody."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ARTICLE, GOOD, Tabs, add_theme, write

from .running import PATIENCE, Running

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

PAGE = "/satu.example/artikel/pertama.html"
SOURCE = "content/shared/artikel/pertama.md"
GOOD_TEXT = GOOD[SOURCE]
TEXT = re.compile("Isi dari Pertama")
WAIT = PATIENCE * 1000


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    root = tmp_path / "proyek"
    add_theme(root)
    write(root, {**GOOD, "content/sites/satu/artikel/hanya.md": ARTICLE.format(title="Hanya")})
    with Running(root) as made:
        yield made


def opened(running: Running, tab: "Tab", path: str = PAGE) -> list[str]:
    """Opens a page and waits until it would be told of changes; gives what the console says from then on."""
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.goto(f"http://{running.host}{path}")
    connected(running, tab)
    return said


def connected(running: Running, tab: "Tab") -> None:
    for _ in range(200):
        if running.server.waiting:
            return
        tab.wait_for_timeout(50)
    raise AssertionError("the browser did not open the socket")


def test_a_page_follows_what_is_saved(running: Running, tabs: Tabs) -> None:
    with tabs() as tab:
        said = opened(running, tab)
        write(running.root, {SOURCE: GOOD_TEXT.replace("Isi dari Pertama", "Isi yang BARU")})
        tab.get_by_text("Isi yang BARU").first.wait_for(timeout=WAIT)
        connected(running, tab)
        write(running.root, {SOURCE: GOOD_TEXT.replace("title:", "titel:")})
        panel = tab.locator("sitegen-pratinjau .galat")
        panel.wait_for(timeout=WAIT)
        assert f"{SOURCE}:2:1" in panel.inner_text()
        assert "2 | titel: Pertama" in panel.inner_text()
        assert tab.get_by_text("Isi yang BARU").count() > 0
        connected(running, tab)
        write(running.root, {SOURCE: GOOD_TEXT})
        panel.wait_for(state="detached", timeout=WAIT)
        tab.get_by_text(TEXT).first.wait_for(timeout=WAIT)
        assert said == []


def test_the_first_page_comes_by_itself(tmp_path: Path, tabs: Tabs) -> None:
    root = tmp_path / "proyek"
    add_theme(root)
    write(root, {**GOOD, SOURCE: GOOD_TEXT.replace("title:", "titel:")})
    with Running(root) as running, tabs() as tab:
        opened(running, tab)
        tab.get_by_text("Belum ada pratinjau").first.wait_for(timeout=WAIT)
        write(root, {SOURCE: GOOD_TEXT})
        tab.get_by_text(TEXT).first.wait_for(timeout=WAIT)


@pytest.mark.parametrize("script", [True, False])
def test_the_switcher(running: Running, tabs: Tabs, script: bool) -> None:
    with tabs(java_script_enabled=script) as tab:
        tab.goto(f"http://{running.host}{PAGE}")
        bar = tab.locator("sitegen-pratinjau section")
        assert "Seperti dilihat di Kabupaten Sukabumi" in bar.inner_text()
        bar.locator("summary").click()
        bar.locator("input[name=situs]").fill("kerinci")
        bar.locator("button").click()
        tab.wait_for_url(f"**{PAGE.replace('satu', 'dua')}")
        assert "Seperti dilihat di Kabupaten Kerinci" in bar.inner_text()
        tab.goto(f"http://{running.host}/satu.example/artikel/hanya.html")
        bar.locator("summary").click()
        bar.locator("input[name=situs]").fill("dua")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/dua.example/artikel/index.html?*")
        assert "artikel/hanya.html tidak ada di situs ini" in bar.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("broken", [False, True])
def test_nothing_sticks_out_and_all_can_read_it(running: Running, tabs: Tabs, broken: bool, scheme: str) -> None:
    axe = pytest.importorskip("tests.page.axe", reason="the package axe-playwright-python is not installed")
    if broken:
        long = GOOD_TEXT.replace("title: Pertama", f"titel: {'Pertama ' * 30}")
        write(running.root, {SOURCE: f"{long}\n{'x' * 300}\n"})
        running.shows(PAGE, 'class="galat"')
    with tabs(color_scheme=scheme) as tab:
        for path in (PAGE, "/", "/.sitegen/masalah", "/.sitegen/ke?situs=example", "/tiada"):
            tab.goto(f"http://{running.host}{path}")
            if tab.locator("sitegen-pratinjau").count():
                tab.locator("sitegen-pratinjau summary").last.click()
            assert tab.evaluate("document.documentElement.scrollWidth") == 360, path
            if broken and path == PAGE:  # what has to be pushed aside looks as if it ended there
                lines = tab.locator("sitegen-pratinjau pre")
                assert lines.evaluate_all("all => all.map(one => one.scrollWidth - one.clientWidth)") == [0]
            if broken and tab.locator("sitegen-pratinjau").count():
                tab.locator("sitegen-pratinjau summary").last.click()  # both at once hide half of the page's links
            if path != "/":  # the list itself is a file of `build`
                axe.inject(tab)
                assert axe.violations(tab) == [], path


def test_paper_has_no_bar(running: Running, tabs: Tabs) -> None:
    with tabs() as tab:
        tab.goto(f"http://{running.host}{PAGE}")
        bar = tab.locator("sitegen-pratinjau section")
        assert bar.is_visible()
        tab.emulate_media(media="print")
        assert not bar.is_visible()


def test_a_phone_that_was_let_in(tmp_path: Path, tabs: Tabs) -> None:
    """The cookie goes with all that follows: the page, its sheet, its socket."""
    lan = "127.0.0.2"
    try:
        socket.create_server((lan, 0)).close()
    except OSError:
        pytest.skip(f"this system has no {lan}")
    root = tmp_path / "proyek"
    add_theme(root)
    write(root, GOOD)
    with Running(root, lan) as running, tabs() as tab, tabs() as stranger:
        invitation = running.door.invitation()
        tab.goto(invitation)
        tab.wait_for_url("**/.sitegen/index.html")
        said = opened(running, tab)
        write(root, {SOURCE: GOOD_TEXT.replace("Isi dari Pertama", "Isi yang BARU")})
        tab.get_by_text("Isi yang BARU").first.wait_for(timeout=WAIT)
        assert said == []
        for address in (invitation, f"http://{running.host}{PAGE}"):
            stranger.goto(address)
            stranger.get_by_text("terkunci").first.wait_for(timeout=WAIT)
