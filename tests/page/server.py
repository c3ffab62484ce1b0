"""A host for one built folder: as a web officer's host would serve it, on 127.0.0.1, in a thread of this process.

It compresses text, answers with 404.html where nothing lies, and sends the headers that the folder's `_headers` asks
for. Images come a little late, as they do on a slow line, so that a page
which does not keep room for them is seen to jump.
"""

import gzip
import mimetypes
import re
import time
from collections.abc import Mapping
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, Self
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".ics": "text/calendar; charset=utf-8",
}
LATE = 0.05


def rules(text: str) -> list[tuple[re.Pattern[str], dict[str, str]]]:
    """What a `_headers` file (Netlify, Cloudflare Pages) says: a pattern of paths and its headers, in order."""
    found: list[tuple[re.Pattern[str], dict[str, str]]] = []
    for line in text.splitlines():
        if line.strip() and not line[0].isspace() and not line.startswith("#"):
            found.append((re.compile(re.escape(line.strip()).replace(r"\*", ".*")), {}))
        elif found and ":" in line:
            name, _, value = line.strip().partition(":")
            found[-1][1][name.strip()] = value.strip()
    return found


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, host: "Host", *args: Any) -> None:
        self.host = host
        super().__init__(*args)

    def do_GET(self) -> None:
        if self.host.gate is not None:
            self.host.gate.wait(60)
        address = urlsplit(self.path)
        path = unquote(address.path).lstrip("/")
        if self.host.bare and path.endswith(".html"):
            self.send_response(308)
            query = f"?{address.query}" if address.query else ""
            self.send_header("Location", f"/{path.removesuffix('.html').removesuffix('index')}{query}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path += ".html" if self.host.bare and f"{path}.html" in self.host.files else ""
        name = f"{path}index.html" if not path or path.endswith("/") else path
        status, data = (200, self.host.files[name]) if name in self.host.files else (404, b"")
        if status == 404:
            name, data = "404.html", self.host.files.get("404.html", b"")
        suffix = name[name.rfind(".") :] if "." in name else ""
        kind = TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        if self.host.late and kind.startswith("image/") and suffix != ".svg":
            time.sleep(LATE)
        self.send_response(status)
        if "gzip" in self.headers.get("Accept-Encoding", "") and (kind.startswith("text/") or "xml" in kind):
            data = gzip.compress(data, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        for pattern, headers in self.host.rules:
            if pattern.fullmatch(f"/{name}"):
                for header, value in headers.items():
                    self.send_header(header, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up in the middle of an answer is no error."""


class Host:
    """Serves files from memory; use as a context manager. `url` ends with "/". While `gate` is not set, every
    answer waits for it. `bare`: it sends readers of "x.html" on to "x", as Cloudflare Pages does."""

    def __init__(
        self, files: Mapping[str, bytes], late: bool = True, gate: Event | None = None, bare: bool = False
    ) -> None:
        self.files, self.late, self.gate, self.bare = files, late, gate, bare
        self.rules = rules(files.get("_headers", b"").decode())
        self._server = _Server(("127.0.0.1", 0), partial(_Handler, self))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
