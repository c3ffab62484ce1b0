"""Files over HTTP, as a stranger gets them: every redirect is told, every answer has an end in bytes and in seconds.

The only file that opens connections. A certificate that cannot be trusted is told and then passed over: what proves a
file is the signed manifest, and whoever looks into an incident wants to know what stands there.
"""

import socket
import ssl
import threading
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.parse import urljoin, urlsplit

_CHUNK = 65536
_MOST_HOPS = 3
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: of silence, for one answer, and for all of them."""

    silence: float = 20
    answer: float = 120
    whole: float = 1800


@dataclass(frozen=True, slots=True)
class Answer:
    """What came for an address. `trouble` says why there is no whole body ("" if there is one); `hops` are where it was
    redirected to, in turn; `away` is an address of another host, or without TLS, which was not followed."""

    status: int = 0
    body: bytes = b""
    trouble: str = ""
    hops: tuple[str, ...] = ()
    away: str = ""
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Base:
    """The root of a site on the web, taken apart (RFC 3986): `path` begins and ends with a slash."""

    scheme: str
    host: str
    port: int
    path: str

    def __str__(self) -> str:
        usual = self.port == (443 if self.scheme == "https" else 80)
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{'' if usual else f':{self.port}'}{self.path}"


def base_of(url: str) -> Base | None:
    """An address of http or https as a Base; None for anything else, also with a password, a query or a fragment."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    wrong = parts.username or parts.password or parts.query or parts.fragment or not url.isascii() or " " in url
    if parts.scheme not in ("http", "https") or not parts.hostname or wrong:
        return None
    path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    return Base(parts.scheme, parts.hostname.lower(), port or (443 if parts.scheme == "https" else 80), path)


class Fetcher:
    """One connection to one host, opened when needed and again when it was lost. Not to be shared between threads."""

    def __init__(self, base: Base, patience: Patience) -> None:
        self._base, self._patience = base, patience
        self._open: tuple[str, int, HTTPConnection] | None = None
        self.certificate: Mapping[str, Any] | None = None
        self.distrust = ""

    def get(self, path: str, headers: Mapping[str, str], most: int) -> Answer:
        """The answer for a path below the base, already quoted; of its body no more than `most` bytes."""
        url = str(self._base) + path
        hops: list[str] = []
        while True:
            answer, target = self._once(url, headers, most)
            if not target:
                return Answer(answer.status, answer.body, answer.trouble, tuple(hops), answer.away, answer.reached)
            target, base = _joined(url, target)
            hops.append(target)
            unsafe = base is None or base.host != self._base.host or (base.scheme == "http" and url.startswith("https"))
            if unsafe or len(hops) > _MOST_HOPS:
                return Answer(answer.status, b"", f"HTTP {answer.status}", tuple(hops), target)
            url = target

    def close(self) -> None:
        """Lets go of the connection."""
        if self._open:
            self._open[2].close()
        self._open = None

    def _once(self, url: str, headers: Mapping[str, str], most: int) -> tuple[Answer, str]:
        """One request; a kept connection that the server has closed meanwhile is no failure, so then once more."""
        kept = self._open is not None
        answer, target = self._ask(url, headers, most)
        if kept and answer.trouble and not answer.status and not answer.trouble.startswith(">"):
            self.close()
            return self._ask(url, headers, most)
        return answer, target

    def _ask(self, url: str, headers: Mapping[str, str], most: int) -> tuple[Answer, str]:
        late = threading.Event()
        line: list[socket.socket] = []
        timer = threading.Timer(self._patience.answer, _cut, (late, line))
        timer.daemon = True
        timer.start()
        reached = False
        try:
            connection = self._connected(url, line)
            reached = True
            parts = urlsplit(url)
            where = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("GET", where, headers={"Accept-Encoding": "identity", "Accept": "*/*", **headers})
            response = connection.getresponse()
            target = _target(response)
            if target:
                self.close()
                return Answer(response.status), target
            body, trouble = _body(response, most)
            if trouble or response.will_close:
                self.close()
            return Answer(response.status, body, trouble or _status(response)), ""
        except (OSError, HTTPException, ValueError, AttributeError) as error:
            self.close()
            return Answer(trouble=self._why(error, late.is_set()), reached=reached), ""
        finally:
            timer.cancel()

    def _why(self, error: Exception, late: bool) -> str:
        if late:
            return f"> {self._patience.answer:g} s"
        if isinstance(error, TimeoutError):
            return f"> {self._patience.silence:g} s"
        said = getattr(error, "verify_message", "") or getattr(error, "strerror", None) or str(error)
        return str(said) or type(error).__name__

    def _connected(self, url: str, line: list[socket.socket]) -> HTTPConnection:
        base = base_of(url.partition("?")[0].partition("#")[0])
        assert base is not None
        where = (f"{base.scheme}://{base.host}", base.port)
        if self._open and self._open[:2] == where and self._open[2].sock:
            line.append(self._open[2].sock)
            return self._open[2]
        self.close()
        raw = socket.create_connection((base.host, base.port), self._patience.silence)
        line.append(raw)
        connection: HTTPConnection
        if base.scheme == "https":
            connection = HTTPSConnection(base.host, base.port)
            connection.sock = self._secured(base, raw, line)
        else:
            connection = HTTPConnection(base.host, base.port)
            connection.sock = raw
        self._open = (*where, connection)
        return connection

    def _secured(self, base: Base, raw: socket.socket, line: list[socket.socket]) -> ssl.SSLSocket:
        """The connection under TLS; once its certificate was distrusted, without looking at that again."""
        if not self.distrust:
            try:
                secured = _tls(ssl.create_default_context(), raw, base.host, line)
                self.certificate = secured.getpeercert()
                return secured
            except ssl.SSLCertVerificationError as error:
                self.distrust = error.verify_message or str(error)
            raw = socket.create_connection((base.host, base.port), self._patience.silence)
            line.append(raw)
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return _tls(context, raw, base.host, line)


def _tls(context: ssl.SSLContext, raw: socket.socket, host: str, line: list[socket.socket]) -> ssl.SSLSocket:
    secured = context.wrap_socket(raw, server_hostname=host, do_handshake_on_connect=False)
    line.append(secured)
    try:
        secured.do_handshake()
    except BaseException:
        secured.close()
        raise
    return secured


def _cut(late: threading.Event, line: list[socket.socket]) -> None:
    """Ends what takes too long: whoever reads from these sockets gets an error at once."""
    late.set()
    for one in list(line):
        with suppress(OSError):
            socket.socket.shutdown(one, socket.SHUT_RDWR)


def _target(response: HTTPResponse) -> str:
    """Where an answer sends its reader: by Location, or by the header Refresh, which browsers follow too."""
    if response.status in _REDIRECTS:
        return response.getheader("Location") or "/"
    refresh = response.getheader("Refresh") or ""
    return refresh.partition("=")[2].strip("'\" ") if "=" in refresh else ""


def _joined(url: str, target: str) -> tuple[str, Base | None]:
    """The whole address of a redirect, and its Base if it is one that could be followed."""
    try:
        target = urljoin(url, target)
    except ValueError:
        return target, None
    return target, base_of(target.partition("?")[0].partition("#")[0])


def _status(response: HTTPResponse) -> str:
    return "" if response.status == 200 else f"HTTP {response.status}"


def _body(response: HTTPResponse, most: int) -> tuple[bytes, str]:
    """The body, and what is wrong with it: longer than allowed, or cut short."""
    length = response.length
    data = bytearray()
    unpack = zlib.decompressobj(31) if response.getheader("Content-Encoding", "").lower() == "gzip" else None
    came = 0
    while True:
        part = response.read(_CHUNK)  # raises IncompleteRead for chunks that are cut short
        came += len(part)
        if not part:
            break
        try:
            data += unpack.decompress(part, most + 1 - len(data)) if unpack else part
        except zlib.error as error:
            return bytes(data), str(error)
        if len(data) > most or came > most + _CHUNK:
            return bytes(data[:most]), f"> {most} byte"
    if length is not None and came < length:
        return bytes(data), f"{came}/{length} byte"
    return bytes(data), ""
