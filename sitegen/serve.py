"""A preview: `build` in a loop, into .sitegen/preview. The only file that names livereload and tornado.

Bytes on disk are those of `build`. Responses are widened in memory only: the reload script, and the hole in the
Content-Security-Policy that it needs. Safety: bound to 127.0.0.1; Host and Origin must be ours, so that no page of
the web can read the preview (DNS rebinding) or listen to its socket; GET and HEAD only; nothing outside the folder.
"""

import logging
import mimetypes
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.web import Application, HTTPError, RequestHandler

from sitegen.build import build
from sitegen.console import print_report, progress
from sitegen.noop import fingerprint
from sitegen.options import Options
from sitegen.phrases import phrase

HOST = "127.0.0.1"
EVERY_MS = 300
_CSP = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')
_SCRIPT = b'<script src="/livereload.js?port=%d"></script>'


def serve(options: Options, port: int, lang: str) -> int:
    """Builds, serves on http://127.0.0.1:`port`/ and builds again on every change until Ctrl+C; the exit code."""
    seen = fingerprint(options)
    _build(options, lang)
    application = Application(
        [
            (r"/livereload", _Socket, {"port": port}),
            (r"/livereload\.js", LiveReloadJSHandler),
            (r"/(.*)", _Pages, {"root": options.dest, "port": port}),
        ],
        debug=False,
    )
    logging.getLogger("tornado.access").setLevel(logging.ERROR)
    logging.getLogger("livereload").setLevel(logging.ERROR)
    try:
        application.listen(port, address=HOST)
    except OSError as error:
        click.echo(phrase("port-taken", lang, port=port, text=error.strerror), err=True)
        return 1
    click.echo(phrase("serving", lang, url=f"http://{HOST}:{port}/", dest=options.dest.name))

    def look() -> None:
        nonlocal seen
        now = fingerprint(options)
        if now != seen:
            seen = now
            if _build(options, lang):
                LiveReloadHandler.watcher = _Changed
                LiveReloadHandler.reload_waiters()

    PeriodicCallback(look, EVERY_MS).start()
    try:
        IOLoop.current().start()
    except KeyboardInterrupt:
        return 0
    return 0


class _Changed:
    """What livereload asks of a watcher when it tells browsers to reload: which file; ours is "any"."""

    filepath = "*"


def _build(options: Options, lang: str) -> bool:
    with progress(lang, quiet=False) as step:
        report = build(options, step)
    print_report(report, options.root, lang, "full", tasks=False, built=True)
    return not report.failed


def ours(value: str, port: int) -> bool:
    """Whether a Host header or an Origin's authority is that of this preview (RFC 9110, section 7.2)."""
    return value.lower() in (f"{HOST}:{port}", f"localhost:{port}")


class _Socket(LiveReloadHandler):  # type: ignore[misc]  # the library is not typed
    """livereload's socket, with the origin check that it lacks (RFC 6455, section 10.2)."""

    def initialize(self, port: int) -> None:
        self._port = port

    def check_origin(self, origin: str) -> bool:
        return ours(urlsplit(origin).netloc, self._port) and ours(self.request.host, self._port)


class _Pages(RequestHandler):
    """Files of the preview folder; `/` leads to the list of sites."""

    SUPPORTED_METHODS = ("GET", "HEAD")

    def initialize(self, root: Path, port: int) -> None:
        self._root = os.path.realpath(root)
        self._port = port

    def prepare(self) -> None:
        if not ours(self.request.host, self._port):
            raise HTTPError(403)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")

    def get(self, path: str) -> None:
        """The file at `path`, with the reload script in its pages; a site's own 404 page for what is missing."""
        if not path:
            self.redirect("/.sitegen/index.html")
            return
        name = unquote(path)
        if (
            name
            and not name.endswith("/")
            and os.path.isdir(os.path.join(self._root, name))
            and file_of(self._root, name)
        ):
            self.redirect(f"/{path}/")
            return
        found = file_of(self._root, name)
        if found is None:
            self.set_status(404)
            found = file_of(self._root, f"{name.partition('/')[0]}/404.html")
            if found is None:
                return
        with open(found, "rb") as file:
            data = file.read()
        kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.write(widened(data, self._port) if kind == "text/html" else data)

    head = get


def file_of(root: str, name: str) -> str | None:
    """The regular file that a URL path means below `root` (a real path), or None: no traversal, no link out of it,
    nothing of our own folder but the list of sites."""
    if "\0" in name or (name.startswith(".sitegen") and name != ".sitegen/index.html"):
        return None
    path = os.path.realpath(os.path.join(root, name))
    if not path.startswith(root + os.sep):
        return None
    if os.path.isdir(path):
        path = os.path.join(path, "index.html")
    return path if os.path.isfile(path) else None


def widened(data: bytes, port: int) -> bytes:
    """A page with the reload script, allowed by its policy: in memory only."""
    extra = f" http://{HOST}:{port} http://localhost:{port}"
    sockets = f"; connect-src ws://{HOST}:{port} ws://localhost:{port}"

    def allow(found: re.Match[bytes]) -> bytes:
        policy = found[2].decode()
        if "script-src" in policy:
            policy = policy.replace("script-src", "script-src" + extra, 1)
        else:
            policy += "; script-src" + extra
        return found[1] + (policy + sockets).encode() + found[3]

    data = _CSP.sub(allow, data, count=1)
    return data.replace(b"</body>", _SCRIPT % port + b"</body>", 1)
