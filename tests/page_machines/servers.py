"""The web servers that offices use, each started for a folder on 127.0.0.1, with no configuration of the machine.

Folders lie outside of pytest's own, which only their owner may enter: Apache and nginx leave the rights of root.
"""

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin", "/usr/local/sbin"))
_MODULES = next(filter(Path.is_dir, map(Path, ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules"))), None)
_TYPES = next(filter(Path.is_file, map(Path, ("/etc/mime.types", "/etc/httpd/conf/mime.types"))), None)
# No request is answered without these; and what shared hosts load besides.
LEAST = ("mpm_event", "authz_core", "dir")
USUAL = (*LEAST, "mime", "autoindex", "headers", "deflate", "filter", "alias", "negotiation", "env", "setenvif")


def program(*names: str) -> str | None:
    """Where the first of these programs is that the machine has; None without any."""
    return next((found for name in names if (found := shutil.which(name, path=_PATH))), None)


APACHE, NGINX, CADDY = program("apache2", "httpd"), program("nginx"), program("caddy")
with_apache = pytest.mark.skipif(not (APACHE and _MODULES and _TYPES), reason="apache2 is not installed")
with_nginx = pytest.mark.skipif(not NGINX, reason="nginx is not installed")
with_caddy = pytest.mark.skipif(not CADDY, reason="caddy is not installed")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `headers` by any spelling of their names."""

    status: int
    headers: Message
    body: bytes

    def __getitem__(self, name: str) -> str:
        return self.headers.get(name, "")


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers at this port until its block ends."""

    port: int

    def get(self, path: str, **headers: str) -> Answer:
        """One GET; `If_None_Match=...` becomes a header, and gzip is always accepted."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {"Accept-Encoding": "gzip"} | {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request("GET", path, headers=named)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that other users may enter."""
    with tempfile.TemporaryDirectory(prefix="sitegen-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@contextmanager
def apache(
    root: Path, modules: tuple[str, ...] = USUAL, override: str = "All", options: str = "Indexes FollowSymLinks",
    more: str = "",
) -> Iterator[Server]:  # fmt: skip
    """Apache with these modules, for a folder whose .htaccess may do what `override` says; a `*:80` in `more` becomes
    the port that is listened to."""
    with open_folder() as own:
        port = _port()
        lines = [
            f"ServerRoot {own}", f"PidFile {own}/pid", f"ErrorLog {own}/log", f"Listen 127.0.0.1:{port}",
            "ServerName localhost", f"DocumentRoot {root}",
            *(["User #65534", "Group #65534"] if _is_root() else []),
            *(f"LoadModule {name}_module {_MODULES}/mod_{name}.so" for name in modules),
            f"<IfModule mod_mime.c>\nTypesConfig {_TYPES}\n</IfModule>",
            "DirectoryIndex index.html", '<Files ".ht*">\nRequire all denied\n</Files>',
            f"<Directory {root}>", f"Options {options}", f"AllowOverride {override}", "Require all granted",
            "</Directory>", more.replace("*:80", f"127.0.0.1:{port}"), "",
        ]  # fmt: skip
        (own / "conf").write_text("\n".join(lines))
        with _running([str(APACHE), "-X", "-f", f"{own}/conf"], port):
            yield Server(port)


@contextmanager
def nginx(blocks: str, root: str, folder: Path) -> Iterator[Server]:
    """nginx with these lines as a file in conf.d/, which name the folder `root` and listen at port 80."""
    with open_folder() as own:
        port = _port()
        types = Path("/etc/nginx/mime.types")
        (own / "mime.types").write_text(types.read_text() if types.is_file() else "types { text/html html; }\n")
        (own / "satu.conf").write_text(_moved(blocks, {"listen 80;": f"listen 127.0.0.1:{port};", root: str(folder)}))
        temporary = "".join(
            f"{name}_temp_path {own}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        main = (
            f"{'user nobody nogroup;' if _is_root() else ''}\ndaemon off; pid {own}/pid; error_log {own}/log;\n"
            f"events {{}}\nhttp {{ access_log off; include mime.types; {temporary} include satu.conf; }}\n"
        )
        (own / "nginx.conf").write_text(main)
        with _running([str(NGINX), "-p", str(own), "-c", f"{own}/nginx.conf", "-e", f"{own}/log"], port):
            yield Server(port)


@contextmanager
def caddy(block: str, host: str, root: str, folder: Path) -> Iterator[Server]:
    """Caddy with this Caddyfile, which names the site `host` and the folder `root`."""
    with open_folder() as own:
        port = _port()
        head = "{\n\tadmin off\n\tauto_https off\n}\n"
        (own / "Caddyfile").write_text(head + _moved(block, {host: f"http://127.0.0.1:{port}", root: str(folder)}))
        home = os.environ | {"HOME": str(own), "XDG_DATA_HOME": str(own), "XDG_CONFIG_HOME": str(own)}
        with _running([str(CADDY), "run", "--config", f"{own}/Caddyfile", "--adapter", "caddyfile"], port, home):
            yield Server(port)


def settle(folder: Path) -> None:
    """Makes all files some minutes old: of one that has just been written Apache is not sure (a weak ETag)."""
    for path in folder.rglob("*"):
        if path.is_file():
            then = path.stat().st_mtime - 600
            os.utime(path, (then, then))


def _moved(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        assert old in text, f"the block has no {old}"
        text = text.replace(old, new)
    return text


@contextmanager
def _running(command: list[str], port: int, environment: dict[str, str] | None = None) -> Iterator[None]:
    with open_folder() as own, (own / "said").open("w+b") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env=environment)
        try:
            _awaited(process, port, own / "said")
            yield
        finally:
            process.terminate()
            process.wait(20)


def _awaited(process: "subprocess.Popen[bytes]", port: int, said: Path) -> None:
    for _ in range(400):
        if process.poll() is not None:
            raise AssertionError(f"the server ended: {said.read_text()}")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"the server does not answer: {said.read_text()}")


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
