"""The pictures in README.md: the home page and an article of a real site, as on a phone, light and dark; and those in
docs/panduan-editor.md (`guide.py`).

    python -m tests.audit.pictures

builds one site of this repository into a temporary folder and writes into docs/images/.
"""

import datetime as dt
import io
import sys
import tempfile
from pathlib import Path
from typing import Literal

from PIL import Image

from sitegen.build import build
from sitegen.options import Options
from tests.audit.guide import take
from tests.conftest import REPO
from tests.setup.browser import find, flags

SITE, DAY = "dinkesMerauke", dt.date(2026, 11, 21)
SHOTS = (("beranda", "index.html"), ("artikel", "artikel/berobat-dengan-jkn.html"))
WIDTH, HEIGHT, GAP = 360, 720, 16


def main() -> int:
    """Writes the pictures; gives the exit code."""
    from playwright.sync_api import sync_playwright

    chromium = find()
    if chromium is None:
        print("no Chromium was found: python -m tests.setup.browser says why", file=sys.stderr)
        return 1
    folder = REPO / "docs/images"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        dest = Path(temporary) / "dist"
        report = build(Options(REPO, dest, DAY, (SITE,), jobs=1), lambda *_: None)
        site = next(dest.glob(f"{SITE}.*"))
        assert not report.failed
        browser = playwright.chromium.launch(executable_path=chromium, args=flags())
        for name, path in SHOTS:
            both = Image.new("RGB", (2 * WIDTH + GAP, HEIGHT), "#888")
            for number in range(2):
                scheme: Literal["light", "dark"] = "dark" if number else "light"
                context = browser.new_context(
                    viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme, java_script_enabled=False
                )
                tab = context.new_page()
                tab.goto((site / path).as_uri())
                with Image.open(io.BytesIO(tab.screenshot())) as seen:
                    both.paste(seen, (number * (WIDTH + GAP), 0))
                context.close()
            both.save(folder / f"{name}.webp", quality=80, method=6)
        take(browser, site, Path(temporary), folder)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
