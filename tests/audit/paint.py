"""When the largest thing on a page is painted over a slow line, beside a page written by hand; the cache is cold."""

import statistics
from collections.abc import Sequence

from tests.page.server import Host
from tests.setup.browser import find, flags

from .tools import MissingToolError

KILOBITS, DELAY, ROUNDS = 400, 400, 5
LINE = {
    "offline": False,
    "latency": DELAY,
    "downloadThroughput": KILOBITS * 1000 / 8,
    "uploadThroughput": KILOBITS * 1000 / 8,
}
MINIMAL = "minimal.html"
_TEXT = "Datang dulu ke puskesmas, klinik, atau dokter tempat Anda terdaftar. Tunjukkan e-KTP Anda kepada petugas. "
BY_HAND = f"""<!DOCTYPE html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Halaman tulisan tangan</title>
<h1>Halaman tulisan tangan</h1>
{"".join(f"<h2>Bagian {n}</h2><p>{_TEXT * 3}</p>" for n in range(1, 7))}
</html>
"""
_LARGEST = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
  .observe({type: 'largest-contentful-paint', buffered: true}))"""


def measure(files: dict[str, bytes], paths: Sequence[str]) -> dict[str, float]:
    """The median of ROUNDS times in milliseconds for each path and for MINIMAL; raises MissingToolError."""
    chromium = find()
    if chromium is None:
        raise MissingToolError("there is no Chromium on this machine")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise MissingToolError("the package playwright is not installed") from None
    times: dict[str, list[float]] = {path: [] for path in (MINIMAL, *paths)}
    with Host({**files, MINIMAL: BY_HAND.encode()}, late=False) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags())
        for _ in range(ROUNDS):
            for path, found in times.items():
                context = browser.new_context(viewport={"width": 360, "height": 780}, is_mobile=True)
                page = context.new_page()
                protocol = context.new_cdp_session(page)
                protocol.send("Network.enable")
                protocol.send("Network.setCacheDisabled", {"cacheDisabled": True})
                protocol.send("Network.emulateNetworkConditions", LINE)
                page.goto(host.url + path)
                found.append(float(page.evaluate(_LARGEST)))
                context.close()
        browser.close()
    return {path: statistics.median(found) for path, found in times.items()}
