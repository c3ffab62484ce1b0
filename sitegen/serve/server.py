"""The preview over HTTP: only whom its door lets in, GET and HEAD only. Alone in naming livereload and tornado."""

import json
import logging
import mimetypes
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.web import Application, HTTPError, RequestHandler

from sitegen.excerpt import Sources
from sitegen.serve import view
from sitegen.serve.door import TOKEN, Door
from sitegen.serve.folder import LIST, data_of, file_of, nearest
from sitegen.serve.sites import match
from sitegen.serve.stage import Stage, domain_of
from sitegen.serve.widen import widened

_SHEET = Path(__file__).parent.parent / "data/preview.css"
_LARGEST_MESSAGE = 16 * 1024


class Server:
    """The preview's server. Raises OSError if its port cannot be had; answers once `start` was called in a loop."""

    def __init__(self, stage: Stage, door: Door) -> None:
        self.stage, self.door = stage, door
        self.invited: Callable[[], None] = lambda: None
        """Called when a token was spent, since another one holds from then on."""
        self.waiting: set[_Socket] = set()
        self._bound = door.bound()
        for name in ("tornado.access", "tornado.general", "livereload"):
            logging.getLogger(name).setLevel(logging.CRITICAL)

    def start(self) -> None:
        """Begins to answer."""
        mine: dict[str, Any] = {"server": self}
        application = Application(
            [
                (r"/livereload", _Socket, mine),
                (r"/livereload\.js", _Script, mine),
                (view.SHEET.replace(".", r"\."), _Sheet, mine),
                (view.SWITCH.replace(".", r"\."), _Switch, mine),
                (view.PROBLEMS.replace(".", r"\."), _Problems, mine),
                (r"/(.*)", _Pages, mine),
            ],
            websocket_max_message_size=_LARGEST_MESSAGE,
        )
        self._http = HTTPServer(application, max_body_size=_LARGEST_MESSAGE)
        self._http.add_sockets(self._bound)

    async def hang_up(self) -> None:
        """Answers no more, and closes what browsers hold open."""
        for one in tuple(self.waiting):
            if one.ws_connection:
                one.ws_connection.stream.close()
        self._http.stop()
        await self._http.close_all_connections()

    def stop(self) -> None:
        """Gives the port back."""
        for one in self._bound:
            one.close()

    def watched(self) -> frozenset[str]:
        """The folders of the sites that somebody looks at."""
        return frozenset(domain_of(one.path) for one in self.waiting) - {""}

    def tell(self) -> None:
        """Lets every page reload that a build has changed since it was sent."""
        old = self.stage.old({one.path for one in self.waiting})
        for one in tuple(self.waiting):
            if one.path in old:
                one.reload()


def _admitted(server: Server, request: HTTPServerRequest) -> bool:
    cookie = request.cookies.get(server.door.cookie)
    origin = request.headers.get("Origin")
    return server.door.admits(request.host, request.remote_ip or "", cookie.value if cookie else "") and (
        origin is None or server.door.same(origin, request.host)
    )


class _Socket(LiveReloadHandler):  # type: ignore[misc]  # the library is not typed
    """livereload's socket, with the checks that it lacks, and with the page that its browser shows."""

    def initialize(self, server: Server) -> None:
        self._server = server
        self.path = ""

    def prepare(self) -> None:
        """403 for who may not listen. Asked here for all, since whom tornado asks `check_origin` about differs between
        its versions."""
        origin = self.request.headers.get("Origin", "")
        if not _admitted(self._server, self.request) or not self._server.door.same(origin, self.request.host):
            raise HTTPError(403)

    def check_origin(self, origin: str) -> bool:
        """As tornado asks it; livereload says yes to all."""
        return self._server.door.same(origin, self.request.host)

    def on_message(self, message: str | bytes) -> None:
        """The handshake is livereload's; after it, the page that is shown, by its URL."""
        try:
            said = json.loads(message)
            command, url = said["command"], said.get("url", "")
            path = unquote(urlsplit(url).path)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            self.close()
            return
        if command == "info":
            self.path = path
            self._server.waiting.add(self)
            if self._server.stage.old([path]):
                self.reload()
        else:
            super().on_message(message)

    def on_close(self) -> None:
        self._server.waiting.discard(self)

    def reload(self) -> None:
        """Says livereload's word for it."""
        self.send_message({"command": "reload", "path": "*", "liveCSS": False, "liveImg": False})


class _Guarded(RequestHandler):
    SUPPORTED_METHODS = ("GET", "HEAD")

    def initialize(self, server: Server) -> None:
        self.server = server
        self.stage, self.lang = server.stage, server.stage.lang

    def prepare(self) -> None:
        """403 for a name that is not the preview's; for a device that was not let in, a page that says what to do."""
        if _admitted(self.server, self.request):
            return
        door, host = self.server.door, self.request.host
        if not door.knows(host) or self.request.headers.get("Origin"):
            raise HTTPError(403)
        token = self.get_query_argument(TOKEN, "") if self.request.method == "GET" else ""
        value = door.open(host, token) if token and self.request.path == "/" else ""
        if value:
            self.set_cookie(door.cookie, value, path="/", httponly=True, samesite="Strict")
            self.server.invited()
        else:
            self.set_status(403)
        self.finish(view.opening(self.lang) if value else view.locked(self.lang))

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Content-Security-Policy", "frame-ancestors 'none'")
        self.set_header("Referrer-Policy", "same-origin")
        self.clear_header("Server")

    def write_error(self, status_code: int, **_: Any) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")

    def sources(self) -> Sources:
        """The lines of sources as they are now."""
        return Sources(self.stage.options.root)

    def own(self, text: str) -> None:
        """A page of the preview's own."""
        self.stage.served(self.request_path())
        self.write(widened(text.encode(), self.request.host))

    def request_path(self) -> str:
        """The decoded path of the URL."""
        return unquote(self.request.path)


class _Script(_Guarded, LiveReloadJSHandler):  # type: ignore[misc]
    head = LiveReloadJSHandler.get


class _Sheet(_Guarded):
    def get(self) -> None:
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.write(_SHEET.read_bytes())

    head = get


class _Problems(_Guarded):
    def get(self) -> None:
        self.own(view.problems_page(self.stage.shown, self.sources(), self.lang))

    head = get


class _Switch(_Guarded):
    """To the same page on another site; to the nearest one if that site does not have it."""

    def get(self) -> None:
        text, path = self.get_query_argument("situs", "").strip(), self.get_query_argument("jalur", "")
        shown = self.stage.shown
        fits = match(shown.sites, text)
        found = [(entry, nearest(self.stage.root, entry.domain, path)) for entry in fits or shown.sites]
        known = [(entry, page, path if page != path and path else "") for entry, page in found if page is not None]
        if len(fits) == 1 and known:
            self.redirect(view.address(known[0][0].domain, known[0][1], known[0][2]))
            return
        self.own(view.choice(shown, known, self.lang, text, path))

    head = get


class _Pages(_Guarded):
    """Files of the preview folder; `/` leads to the list of sites."""

    def get(self, name: str) -> None:
        """The file called `name`, with the bar in its pages; a site's own 404 page for what is missing."""
        root, stage = self.stage.root, self.stage
        if not name and file_of(root, LIST):
            self.redirect(f"/{LIST}")
            return
        found = file_of(root, name) if name else None
        if found and not name.endswith("/") and os.path.basename(name) != os.path.basename(found):
            self.redirect(f"/{quote(name)}/")  # the folder's index.html was meant: its links are relative
            return
        domain, _, path = name.partition("/")
        if found is None:
            self.set_status(404)
            known = any(entry.domain == domain for entry in stage.shown.sites)
            found = file_of(root, f"{domain}/404.html") if known else None
        data = data_of(found) if found else None
        if found is None or data is None:
            self._missing(name)
            return
        kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if kind == "text/html":
            domain, path = ("", "") if name == LIST else (domain, path or "index.html")
            path += "index.html" if path.endswith("/") else ""
            missing = self.get_query_argument(view.MISSING, "")
            inner = view.bar(stage.shown, self.sources(), self.lang, domain, path, missing) + view.SCRIPT
            data = widened(data, self.request.host, inner)
            stage.served(self.request_path())
        self.write(data)

    def _missing(self, name: str) -> None:
        """Our own page for what is not there, which tells of errors too."""
        shown = self.stage.shown
        if shown.failed:
            self.set_status(503)
            self.own(view.nothing_yet(shown, self.sources(), self.lang))
        else:
            self.own(view.not_found(self.lang, name))

    head = get
