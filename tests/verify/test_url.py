"""`sitegen verify URL` against a real server on this machine, with real tampering."""

import gzip
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from time import sleep

import pytest

from sitegen.verify import remote
from sitegen.verify.fetch import Patience
from sitegen.verify.values import Asked, Result, Unusable
from sitegen.write.manifest import MANIFEST, RELEASE, SIGNATURE
from tests.conftest import TODAY
from tests.verify.conftest import GONE, SITE, Network, rules
from tests.verify.server import Trick, answer, at, served

PAGE = "artikel/pertama.html"
EVIL = b'<p hidden>Situs Slot\xe2\x80\x8b Gac\xe2\x80\x8bor</p><script src="//jahat.example/x.js"></script>'

USUAL = Patience(5, 20)

Requests = BaseHTTPRequestHandler
Look = Callable[..., Result]


@pytest.fixture
def look(site: Path, signed: Network) -> Look:
    """Serves the site with these tricks and verifies it."""

    def looked(*tricks: Trick, patience: Patience = USUAL, path: str = "", **more: object) -> Result:
        known = {"signers": signed.signers, "site": SITE, "serial": 7, **more}
        with served(site, *tricks) as url:
            return remote.verify_url(Asked(url + path, TODAY, **known), patience)  # type: ignore[arg-type]

    return looked


def robot(request: Requests) -> bool:
    return "Googlebot" in request.headers.get("User-Agent", "")


def from_search(request: Requests) -> bool:
    return "google." in request.headers.get("Referer", "")


def with_evil(site: Path) -> Callable[[Requests], object]:
    return lambda request: answer(request, (site / PAGE).read_bytes() + EVIL)


def test_as_published(look: Look) -> None:
    result = look()
    assert rules(result) == []
    assert result.key
    assert [name for name, _ in result.notes] == ["http", "not-served"], "what HTTP cannot show is said"
    assert result.kind == "url"


def test_below_a_folder_and_bytes_only(site: Path, look: Look) -> None:
    (site / "portal").mkdir()
    for path in [path for path in site.iterdir() if path.name != "portal"]:
        path.rename(site / "portal" / path.name)
    (site / "404.html").write_bytes(b"tidak ada")
    result = look(path="portal", signers=None, serial=0, site="")
    assert rules(result) == []
    assert [name for name, _ in result.notes] == ["http", "bytes-only", "any-site", "not-served"]


def test_altered_page_and_added_script(site: Path, look: Look) -> None:
    (site / PAGE).write_bytes((site / PAGE).read_bytes() + EVIL)
    assert rules(look()) == [("verify-altered", PAGE), ("verify-foreign-links", PAGE), ("verify-gambling", PAGE)]


def test_missing_file_and_tombstone(site: Path, look: Look) -> None:
    (site / PAGE).unlink()
    (site / GONE).write_bytes(b"Dosis yang salah")
    assert rules(look()) == [("verify-tombstone", GONE), ("verify-missing", PAGE)]


def test_another_file_for_the_folder(look: Look) -> None:
    """index.php beside an untouched index.html."""
    result = look(at("/", lambda request: answer(request, b"togel online")))
    assert rules(result) == [("verify-altered", "/"), ("verify-gambling", "index.html")]


@pytest.mark.parametrize(
    ("reader", "when"), [("Googlebot", robot), ("Referer: google.com", from_search)], ids=["agent", "referrer"]
)
def test_cloaking(reader: str, when: Callable[[Requests], bool], site: Path, look: Look) -> None:
    result = look(at(f"/{PAGE}", with_evil(site), when=when))
    assert rules(result) == [("verify-cloaked", PAGE), ("verify-foreign-links", PAGE), ("verify-gambling", PAGE)]
    assert reader in result.problems[0].message("id")


def test_cloaking_by_redirect(look: Look) -> None:
    away = at(f"/{PAGE}", lambda r: answer(r, b"", 302, Location="https://jahat.example/"), when=from_search)
    result = look(away)
    assert rules(result) == [("verify-cloaked", PAGE), ("verify-redirect", PAGE)]
    assert "https://jahat.example/" in result.problems[1].message("en")


@pytest.mark.parametrize(
    "headers",
    [
        {"Location": "https://jahat.example/"},
        {"Location": "//jahat.example/"},
        {"Location": "javascript:alert(1)"},
        {"Location": "http://[x"},
    ],
)
def test_redirects_to_elsewhere(headers: dict[str, str], look: Look) -> None:
    assert rules(look(at(f"/{PAGE}", lambda request: answer(request, b"", 301, **headers)))) == [
        ("verify-redirect", PAGE)
    ]


def test_a_refresh_header_is_a_redirect(site: Path, look: Look) -> None:
    page = (site / PAGE).read_bytes()
    trick = at(f"/{PAGE}", lambda request: answer(request, page, Refresh="0; url=https://jahat.example/"))
    assert rules(look(trick)) == [("verify-redirect", PAGE)]


def test_redirects_within_the_site_are_named(site: Path, look: Look) -> None:
    page = (site / PAGE).read_bytes()
    there = at("/artikel/pertama", lambda request: answer(request, page))
    result = look(at(f"/{PAGE}", lambda request: answer(request, b"", 308, Location="pertama")), there)
    assert rules(result) == []
    words = dict(result.notes)["redirects"]
    assert dict(words)["source"] == PAGE
    assert dict(words)["target"].endswith("/artikel/pertama")


def test_redirects_without_end(look: Look) -> None:
    loop = at(f"/{PAGE}", lambda request: answer(request, b"", 302, Location=f"/{PAGE}"))
    assert rules(look(loop)) == [("verify-redirect", PAGE)]


def test_an_old_release_and_another_sites(site: Path, signed: Network, look: Look) -> None:
    assert rules(look(serial=8)) == [("verify-old-release", RELEASE)]
    assert rules(look(site="dua")) == [("verify-other-site", MANIFEST)]
    for name in (RELEASE, SIGNATURE):
        (site / name).write_bytes((signed.dest / "dua.example" / name).read_bytes())
    assert ("verify-mixed", MANIFEST) in rules(look())


def test_a_body_cut_short(site: Path, look: Look) -> None:
    def half(request: Requests) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str((site / PAGE).stat().st_size))
        request.end_headers()
        request.wfile.write((site / PAGE).read_bytes()[:100])
        request.close_connection = True

    result = look(at(f"/{PAGE}", half))
    assert rules(result) == [("verify-unserved", PAGE)]
    assert f"100/{(site / PAGE).stat().st_size} byte" in result.problems[0].message("en")


@pytest.mark.parametrize("way", ["silent", "drip", "drip of headers"])
def test_a_slow_server(way: str, look: Look) -> None:
    over = threading.Event()

    def slow(request: Requests) -> None:
        if way != "drip of headers":
            request.send_response(200)
            request.send_header("Content-Length", "1000000")
            request.end_headers()
        while not over.wait(0.05) and way != "silent":
            request.wfile.write(b"X" if way == "drip" else b"HTTP/1.1 100 Continue\r\nX: ")
            request.wfile.flush()
        request.close_connection = True

    timer = threading.Timer(20, over.set)
    timer.start()
    try:
        patience = Patience(0.6, 60) if way == "silent" else Patience(60, 1.2)
        assert rules(look(at("/kontak.html", slow), patience=patience)) == [("verify-unserved", "kontak.html")]
    finally:
        timer.cancel()
        over.set()


def test_all_of_it_has_an_end(look: Look) -> None:
    """A server that keeps within every limit but never ends."""

    def slow(request: Requests) -> bool:
        if request.path not in (f"/{MANIFEST}", f"/{RELEASE}", f"/{SIGNATURE}"):
            sleep(0.3)
        return False

    result = look(slow, patience=Patience(5, 5, 1))
    assert {rule for rule, _ in rules(result)} >= {"verify-unserved"}
    assert "> 1 s" in result.problems[-1].message("en")


@pytest.mark.parametrize("path", ["favicon.svg", "kontak.html", MANIFEST])
def test_a_huge_body(path: str, look: Look) -> None:
    sent = [0]

    def endless(request: Requests) -> None:
        request.send_response(200)
        request.send_header("Transfer-Encoding", "chunked")
        request.end_headers()
        block = b"%x\r\n%s\r\n" % (1 << 20, bytes(1 << 20))
        for _ in range(300):
            request.wfile.write(block)
            sent[0] += 1

    found = rules(look(at(f"/{path}", endless)))
    assert ("verify-unserved", path) in found
    assert sent[0] < 160


def test_compressed_answers(site: Path, look: Look) -> None:
    page = (site / PAGE).read_bytes()
    packed = at(f"/{PAGE}", lambda r: answer(r, gzip.compress(page), Content_Encoding="gzip"))
    assert rules(look(packed)) == []
    bomb = gzip.compress(bytes(200_000_000))
    assert rules(look(at(f"/{PAGE}", lambda r: answer(r, bomb, Content_Encoding="gzip")))) == [
        ("verify-unserved", PAGE)
    ]
    broken = at(f"/{PAGE}", lambda r: answer(r, b"\x1f\x8bxx", Content_Encoding="gzip"))
    assert rules(look(broken)) == [("verify-unserved", PAGE)]


def test_snippets_of_the_hoster(site: Path, look: Look) -> None:
    snippet = b'<script defer src="https://statistik.example/b.js"></script>'
    page = (site / PAGE).read_bytes()

    def put_in(more: bytes) -> Trick:
        return at(f"/{PAGE}", lambda r: answer(r, page.replace(b"</body>", snippet + more + b"</body>")))

    assert rules(look(put_in(b""))) == [("verify-altered", PAGE), ("verify-foreign-links", PAGE)]
    result = look(put_in(b""), tolerated=(b"tidak dipakai", snippet))
    assert rules(result) == []
    removed = [dict(blanks) for name, blanks in result.notes if name == "removed"]
    assert removed == [{"pages": "1", "text": snippet.decode()}]
    assert ("verify-altered", PAGE) in rules(look(put_in(b"x"), tolerated=(snippet,)))


def test_pages_invented_for_any_address(look: Look) -> None:
    def invent(request: Requests) -> bool:
        return request.path.startswith("/sitegen-tidak") and answer(request, b"<a href=/x>Bandar togel</a>")

    assert rules(look(invent)) == [
        ("verify-gambling", "sitegen-tidak-ada.html"), ("verify-invents", "sitegen-tidak-ada.html"),
    ]  # fmt: skip


def test_server_errors(look: Look) -> None:
    result = look(at(f"/{PAGE}", lambda request: answer(request, b"rusak", 500)))
    assert rules(result) == [("verify-unserved", PAGE)]
    assert "HTTP 500" in result.problems[0].message("id")
    assert rules(look(at(f"/{MANIFEST}", lambda r: answer(r, b"", 404)))) == [("verify-no-manifest", MANIFEST)]


def test_settings_that_are_shown_are_compared(look: Look) -> None:
    result = look(at("/.htaccess", lambda request: answer(request, b"RewriteRule . https://jahat.example/")))
    assert rules(result) == [("verify-altered", ".htaccess"), ("verify-foreign-links", ".htaccess")]


def test_connections_that_break_are_opened_again(site: Path, look: Look) -> None:
    def once(request: Requests) -> bool:
        request.close_connection = True  # without saying so
        return False

    assert rules(look(once)) == []


def test_nobody_answers() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(Unusable) as caught:
        remote.verify_url(Asked(f"http://127.0.0.1:{port}/", TODAY))
    assert caught.value.name == "verify-unreached"


def test_noise_instead_of_http(site: Path, signed: Network) -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def speak() -> None:
        with listener.accept()[0] as peer:
            peer.sendall(b"SSH-2.0-noise\r\n\x00\xff")
            sleep(0.05)

    thread = threading.Thread(target=speak, daemon=True)
    thread.start()
    result = remote.verify_url(Asked(f"http://127.0.0.1:{listener.getsockname()[1]}/", TODAY), Patience(2, 4))
    thread.join()
    listener.close()
    assert rules(result) == [("verify-no-manifest", MANIFEST), ("verify-unserved", MANIFEST)]
