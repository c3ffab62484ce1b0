"""The pictures in docs/panduan-editor.md: the preview with the article that the guide has its readers write, and with
a mistake in it; a local note; the search. All of a real site, as on a phone."""

import io
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image

from tests.conftest import REPO

WIDTH, HEIGHT = 360, 720
DAY, SITE = "2026-11-22", "dinkesMerauke"
NOTE, SEARCHED = "artikel/berobat-dengan-jkn.html", "iuran"
_EXAMPLE = re.compile(r"^```markdown (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PATIENCE = 60.0
# Scrolls until an element has a little above it.
_UP = "element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 120)"


def take(browser: Any, site: Path, temporary: Path, folder: Path) -> None:
    """Writes the guide's pictures into `folder`; `site` is the published site, `temporary` an empty folder."""
    tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
    tab.goto((site / NOTE).as_uri())
    tab.locator(".local").first.evaluate(_UP)
    _keep(tab, folder / "catatan-daerah.webp")
    tab.goto((site / "peta-situs.html").as_uri())
    tab.locator("input[type=search]").first.fill(SEARCHED)
    tab.keyboard.press("Enter")
    tab.get_by_role("status").filter(has_text=re.compile("[1-9]")).wait_for()
    tab.locator("input[type=search]").first.evaluate(_UP)
    _keep(tab, folder / "cari.webp")

    project = _project(temporary / "portal")
    file = project / _EXAMPLE.findall(_guide())[0][0]
    with _preview(project) as address:
        tab.goto(f"{address}/{site.name}/artikel/{file.stem}.html")
        tab.locator("summary", has_text="Seperti dilihat di").click()
        _keep(tab, folder / "pratinjau.webp")
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r'^title: "(.*)"$', r"title: \1", text, flags=re.MULTILINE), encoding="utf-8")
        tab.get_by_text("yaml-colon").wait_for()  # the page reloads by itself
        _keep(tab, folder / "pratinjau-salah.webp")
    tab.close()


def _guide() -> str:
    return (REPO / "docs/panduan-editor.md").read_text(encoding="utf-8")


def _keep(tab: Any, file: Path) -> None:
    with Image.open(io.BytesIO(tab.screenshot())) as seen:
        seen.convert("RGB").save(file, quality=80, method=6)


def _project(root: Path) -> Path:
    """This repository's project with the files of the guide."""
    root.mkdir()
    shutil.copy(REPO / "sites.yaml", root)
    for name in ("content", "themes"):
        shutil.copytree(REPO / name, root / name)
    for path, text in _EXAMPLE.findall(_guide()):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@contextmanager
def _preview(project: Path) -> Iterator[str]:
    """A running `sitegen serve --drafts`; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ("--lang", "id", "serve", "--drafts", "--date", DAY, "--port", str(port))
    running = subprocess.Popen(
        [sys.executable, "-P", "-m", "sitegen", "-C", str(project), *words], stdout=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _until(lambda: SITE.encode() in _fetched(address))
        yield address
    finally:
        running.terminate()
        running.wait()


def _fetched(address: str) -> bytes:
    """What is at an address; empty if nothing is yet."""
    try:
        with urllib.request.urlopen(address) as answer:
            data: bytes = answer.read()
            return data
    except (urllib.error.URLError, ConnectionError):
        return b""


def _until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not happened():
        if time.monotonic() > end:
            raise TimeoutError("the preview did not come to show what was expected")
        time.sleep(0.2)
