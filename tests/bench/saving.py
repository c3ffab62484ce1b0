"""From saving an article to the word that a browser should reload, in the preview of a project.

`python -m tests.bench.saving` copies the project, starts `sitegen serve` there, opens random sites at random shared
articles as a browser with the page open does, edits these articles, and prints how long each message took to come:
from the first byte written to the message on the socket of livereload, by which time the page on disk is new.
`--sites` and `--articles` take a synthetic project instead.
"""

import argparse
import asyncio
import json
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from . import corpus

_PROTOCOL = "http://livereload.com/protocols/official-7"
_PAUSE = 2.5  # until a save is built for all sites: the next one shall not wait for that


def main() -> int:
    """Measures and prints one line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.saving", description=__doc__)
    parser.add_argument("--sites", type=int, default=0, help="sites of a synthetic project (default: this repository)")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--pause", type=float, default=_PAUSE, help="seconds between saves")
    parser.add_argument("--work", type=Path, help="a folder on the disk to measure")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=words.work) as folder:
        root = Path(folder) / "project"
        day: list[str] = []
        if words.sites:
            corpus.write_corpus(root, words.sites, words.articles)
            day = ["--date", corpus.TODAY.isoformat()]
        else:
            for name in ("content", "themes"):
                shutil.copytree(corpus.REPOSITORY / name, root / name)
            shutil.copy2(corpus.REPOSITORY / "sites.yaml", root)
        port = _free_port()
        command = [sys.executable, "-m", "sitegen", "-C", str(root), "serve", "--port", str(port), *day]
        environment = {**os.environ, "PYTHONPATH": str(corpus.REPOSITORY)}
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as preview:
            try:
                _wait_for(f"http://127.0.0.1:{port}/")
                found = asyncio.run(_saves(root, port, words.saves, words.pause))
            finally:
                preview.terminate()
    least, most, middle = min(found), max(found), statistics.median(found)
    print(f"{len(found)} saves: median {middle:.2f} s, {least:.2f} to {most:.2f}; load {os.getloadavg()[0]:.1f}")
    return 0


async def _saves(root: Path, port: int, count: int, pause: float) -> list[float]:
    rng, found = random.Random(1), list[float]()
    articles = sorted(path for path in (root / "content/shared/artikel").glob("*.md") if path.name.count(".") == 1)
    sites = sorted(path.name for path in (root / ".sitegen/preview").iterdir() if not path.name.startswith("."))
    while len(found) < count:
        article, site = rng.choice(articles), rng.choice(sites)
        page = f"http://127.0.0.1:{port}/{site}/artikel/{article.stem}.html"
        try:
            urllib.request.urlopen(page).read()
        except urllib.error.HTTPError:
            continue  # a site that does not show this article
        found.append(await _save(article, page, port, len(found)))
        print(f"  {site} {article.stem}: {found[-1]:.2f} s", file=sys.stderr, flush=True)
        await asyncio.sleep(pause)
    return found


async def _save(article: Path, page: str, port: int, number: int) -> float:
    """Seconds from an edit to the message, for a browser that shows the page."""
    here = f"127.0.0.1:{port}"
    link = await websocket_connect(HTTPRequest(f"ws://{here}/livereload", headers={"Origin": f"http://{here}"}))
    await link.write_message(json.dumps({"command": "hello", "protocols": [_PROTOCOL]}))
    await link.read_message()
    await link.write_message(json.dumps({"command": "info", "url": page, "plugins": {}}))
    await asyncio.sleep(0.5)
    text = article.read_bytes() + f"\nSuntingan {number}.\n".encode()
    started = time.perf_counter()
    article.write_bytes(text)
    message = await asyncio.wait_for(asyncio.ensure_future(link.read_message()), 60)
    seconds = time.perf_counter() - started
    if message is None or json.loads(message)["command"] != "reload":
        raise SystemExit(f"bench: no reload, but {message!r}")
    link.close()
    return seconds


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(url: str) -> None:
    for _ in range(1200):
        try:
            urllib.request.urlopen(url).close()
        except OSError:
            time.sleep(0.1)
        else:
            time.sleep(_PAUSE)
            return
    raise SystemExit("bench: the preview does not answer")


if __name__ == "__main__":
    sys.exit(main())
