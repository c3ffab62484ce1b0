"""Who may see the preview. Pure, but for the secrets that it draws and the address of this machine that it asks for.

From this machine anybody may, by a name of the loopback alone, so that no page of the web can read the preview (DNS
rebinding) or listen to its socket. From the local network only who opened the address with its token, which opens once;
a cookie stands for it afterwards.
"""

import ipaddress
import secrets
import socket
from urllib.parse import quote, urlsplit

HOST = "127.0.0.1"
TOKEN = "kunci"
_ANYWHERE = "0.0.0.0"


def address_of(bind: str) -> str | None:
    """The IPv4 address at which others reach this machine if it listens on `bind`: "" if nobody can (loopback), None
    for what is no such address, or if this machine is in no network."""
    try:
        asked = ipaddress.IPv4Address(bind)
    except ValueError:
        return None
    if asked.is_loopback:
        return ""
    if str(asked) != _ANYWHERE:
        return str(asked)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # RFC 5737: nothing is sent, the system only chooses from where it would be
            found = str(probe.getsockname()[0])
        except OSError:
            return None
    return None if ipaddress.IPv4Address(found).is_loopback else found


class Door:
    """The names under which a preview may be asked for, its token and its cookie. `address` is that of the local
    network, or "" for a preview of this machine alone."""

    def __init__(self, port: int, address: str = "") -> None:
        self.port, self.address = port, address
        self.cookie = f"sitegen-{port}"  # cookies know no ports
        self._pass = secrets.token_urlsafe(24)
        self._token = secrets.token_urlsafe(12)

    def bound(self) -> list[socket.socket]:
        """Sockets that listen on the loopback and on the address of the network. Raises OSError if a port is taken."""
        found: list[socket.socket] = []
        try:
            for one in dict.fromkeys((HOST, self.address or HOST)):
                found.append(socket.create_server((one, self.port), backlog=128))
                found[-1].setblocking(False)
        except OSError:
            for made in found:
                made.close()
            raise
        return found

    def url(self) -> str:
        """Where to look on this machine."""
        return f"http://{HOST}:{self.port}/"

    def invitation(self) -> str:
        """The address for a device of the local network. It opens once."""
        return f"http://{self.address}:{self.port}/?{TOKEN}={quote(self._token)}"

    def knows(self, host: str) -> bool:
        """Whether a Host header (RFC 9110, section 7.2) names this preview."""
        return host.lower() in self._names(HOST, "localhost", *([self.address] if self.address else []))

    def admits(self, host: str, peer: str, shown: str) -> bool:
        """Whether who asks for `host` from the address `peer` and shows the cookie `shown` may see anything."""
        if host.lower() in self._names(HOST, "localhost"):
            return _loopback(peer)  # anybody in the network can write that name
        return self.knows(host) and secrets.compare_digest(shown.encode(), self._pass.encode())

    def same(self, origin: str, host: str) -> bool:
        """Whether an Origin (RFC 6454; RFC 6455, section 10.2) is the preview itself, by the name it was asked for."""
        parts = urlsplit(origin)
        return parts.scheme == "http" and parts.netloc.lower() == host.lower() and self.knows(host)

    def open(self, host: str, token: str) -> str:
        """The cookie's value for the right token, which is spent by it; "" for any other."""
        if not self.address or host.lower() not in self._names(self.address):
            return ""
        if not secrets.compare_digest(token.encode(), self._token.encode()):
            return ""
        self._token = secrets.token_urlsafe(12)
        return self._pass

    def _names(self, *names: str) -> set[str]:
        return {f"{name}:{self.port}" for name in names} | (set(names) if self.port == 80 else set())


def _loopback(peer: str) -> bool:
    try:
        return ipaddress.ip_address(peer).is_loopback
    except ValueError:
        return False
