"""A web server for a folder, on this machine, that can be told to misbehave."""

import contextlib
import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

Handler = BaseHTTPRequestHandler
Trick = Callable[[Handler], bool]
"""Answers a request and gives True, or leaves it to the folder."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Visitors who go early are expected here."""


@contextlib.contextmanager
def served(folder: Path, *tricks: Trick, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """Serves a folder as static hosts do, at the address that this gives; each trick may answer first."""

    class Requests(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30

        def do_GET(self) -> None:
            if any(trick(self) for trick in tricks):
                return
            path = unquote(self.path.partition("?")[0])
            file = folder / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
            if file.name in (".htaccess", "_headers") or not file.is_file():
                answer(self, (folder / "404.html").read_bytes(), 404)
            else:
                answer(self, file.read_bytes())

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = _Server(("127.0.0.1", 0), Requests)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://{'localhost' if tls else '127.0.0.1'}:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(request: Handler, body: bytes, status: int = 200, **headers: str) -> bool:
    """A whole answer."""
    request.send_response(status)
    for name, value in headers.items():
        request.send_header(name.replace("_", "-"), value)
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)
    return True


def at(path: str, act: Callable[[Handler], object], *, when: Callable[[Handler], bool] = lambda _: True) -> Trick:
    """A trick for one path."""

    def trick(request: Handler) -> bool:
        if request.path != path or not when(request):
            return False
        act(request)
        return True

    return trick
