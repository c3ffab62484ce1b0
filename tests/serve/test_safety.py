"""Safety rule 15: only this machine, only by the preview's own name, GET and HEAD only, nothing outside the folder."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.serve.folder import file_of, nearest
from tests.conftest import GOOD, add_theme, write

from .running import Running, free_port, until

HOME = "/satu.example/index.html"
SECRET = "RAHASIA-DI-LUAR"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    root = tmp_path_factory.mktemp("aman") / "proyek"
    add_theme(root)
    write(root, GOOD)
    with Running(root) as made:
        write(root, {".sitegen/rahasia.txt": SECRET, ".sitegen/preview-lain/index.html": SECRET})
        (made.dest / "satu.example/tautan.txt").symlink_to(root / ".sitegen/rahasia.txt")
        (made.dest / "satu.example/map").symlink_to(root / ".sitegen")
        yield made


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST"])
def test_own_names(running: Running, host: str) -> None:
    assert running.ask(HOME, headers={"Host": f"{host}:{running.door.port}"}).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", ""]
)
@pytest.mark.parametrize(
    "path", [HOME, "/", "/livereload.js", "/.sitegen/masalah", "/.sitegen/ke", "/.sitegen/pratinjau.css", "/tiada"]
)
def test_other_names(running: Running, host: str, path: str) -> None:
    answer = running.ask(path, headers={"Host": host.format(port=running.door.port)})
    assert answer.status in (400, 403)
    assert "Satu" not in answer.text


def test_no_name_at_all(running: Running) -> None:
    answer = running.raw(b"GET /satu.example/index.html HTTP/1.1\r\nConnection: close\r\n\r\n")
    assert b" 200 " not in answer.partition(b"\r\n")[0]
    assert b"Satu" not in answer


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1"])
def test_other_origins(running: Running, origin: str) -> None:
    origin = origin.format(port=running.door.port)
    assert running.ask(HOME, headers={"Origin": origin}).status == 403
    assert running.socket(origin) == 403


def test_own_origin(running: Running) -> None:
    assert running.ask(HOME, headers={"Origin": f"http://{running.host}"}).status == 200
    assert running.socket() == 101


def test_socket_under_another_name(running: Running) -> None:
    """A page of the web whose name leads to 127.0.0.1 (DNS rebinding)."""
    host = f"evil.example:{running.door.port}"
    assert running.socket(f"http://{host}", {"Host": host}) == 403


def test_socket_bears_nonsense(running: Running) -> None:
    head = (
        f"GET /livereload HTTP/1.1\r\nHost: {running.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Origin: http://{running.host}\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
        "Sec-WebSocket-Version: 13\r\n\r\n"
    ).encode()
    for said in (b"[]", b"{", b'{"command":"info","url":5}', b"\xff\xfe"):
        frame = bytes([0x81, 0x80 | len(said), 0, 0, 0, 0]) + said
        assert b" 101 " in running.raw(head + frame).partition(b"\r\n")[0]
    assert running.ask(HOME).status == 200
    until(lambda: not running.server.waiting)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", [HOME, "/.sitegen/ke", "/livereload.js"])
def test_other_methods(running: Running, method: str, path: str) -> None:
    assert running.ask(path, method).status == 405


@pytest.mark.parametrize("path", [HOME, "/", "/.sitegen/masalah", "/.sitegen/ke", "/livereload.js", "/tiada"])
def test_head(running: Running, path: str) -> None:
    head, get = running.ask(path, "HEAD"), running.ask(path)
    assert (head.status, head.data) == (get.status, b"")
    assert head.headers["Content-Length"] == get.headers["Content-Length"]


@pytest.mark.parametrize(
    "path",
    [
        "/../rahasia.txt",
        "/satu.example/../../rahasia.txt",
        "/%2e%2e/rahasia.txt",
        "/..%2frahasia.txt",
        "/satu.example/%2e%2e%2f%2e%2e%2frahasia.txt",
        "/%252e%252e%252frahasia.txt",
        "/..%5crahasia.txt",
        "/../preview-lain/index.html",
        "/%2e%2e/preview-lain/",
        "/.sitegen/state.json",
        "/.SITEGEN/state.json",
        "/satu.example/../.sitegen/state.json",
        "/satu.example/%2e%2e/.sitegen/state.json",
        "/.sitegen/prev/satu.example/index.html",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/satu.example/tautan.txt",
        "/satu.example/map/rahasia.txt",
        "/satu.example/map",
        "/satu.example/index.html%00.txt",
        "/%00",
        "/satu.example/" + "a" * 5000,
    ],
)
def test_nothing_outside(running: Running, path: str) -> None:
    answer = running.ask(path)
    assert answer.status == 404
    assert SECRET not in answer.text
    assert "root:" not in answer.text
    assert "outlines" not in answer.text


def test_not_utf8(running: Running) -> None:
    assert running.ask("/%ff%fe").status == 400


def test_no_other_page_may_use_or_frame_it(running: Running) -> None:
    headers = running.ask(HOME).headers
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in headers


def test_it_leads_nowhere_else(running: Running) -> None:
    for path in ("/.sitegen/ke?situs=dua&jalur=//evil.example", "/.sitegen/ke?situs=dua&jalur=%0d%0aSet-Cookie:%20a=b"):
        answer = running.ask(path)
        assert answer.status == 302
        assert answer.headers["Location"].startswith("/dua.example/")
        assert "Set-Cookie" not in answer.headers
    assert running.ask("//evil.example/..").status == 404


def test_folders_lead_to_their_page(running: Running) -> None:
    for path in ("/satu.example", "/satu.example/artikel"):
        answer = running.ask(path)
        assert (answer.status, answer.headers["Location"]) == (302, f"{path}/")
        assert running.ask(f"{path}/").status == 200


def test_what_names_mean(tmp_path: Path) -> None:
    root = os.path.realpath(tmp_path / "p")
    write(Path(root), {"a/index.html": "a", "a/su/artikel/x.html": "x", "a/artikel/y.html": "y", "b/b.txt": "b"})
    assert file_of(root, "a") == file_of(root, "a/") == file_of(root, "a/index.html")
    assert file_of(root, "b") is None
    assert file_of(root, "") is None
    assert nearest(root, "a", "su/artikel/y.html") == "artikel/y.html"
    assert nearest(root, "a", "artikel/z.html") == "index.html"
    assert nearest(root, "a", "../b/b.txt/") == "index.html"
    assert nearest(root, "b", "b.html") is None


def test_a_port_that_is_taken(running: Running, capsys: pytest.CaptureFixture[str]) -> None:
    from sitegen.serve.run import serve

    assert serve(running.stage.options, running.door.port, "", "id") == 1
    assert "tidak dapat dipakai" in capsys.readouterr().err
    assert free_port() != running.door.port
