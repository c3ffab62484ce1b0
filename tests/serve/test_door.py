"""A preview in the local network: one token opens one device, a strict cookie stands for it, and no name opens more."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from sitegen.render.qr import qr_text
from sitegen.serve.door import Door, address_of
from tests.conftest import GOOD, add_theme, write
from tests.house.command import sitegen

from .running import Running

HOME = "/satu.example/index.html"
# An address of this machine that is not the one of `localhost`: to the preview, one of the network.
LAN = "127.0.0.2"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    try:
        socket.create_server((LAN, 0)).close()
    except OSError:
        pytest.skip(f"this system has no {LAN}")
    root = tmp_path_factory.mktemp("jaringan") / "proyek"
    add_theme(root)
    write(root, GOOD)
    with Running(root, LAN) as made:
        yield made


def path_of(invitation: str) -> str:
    return "/" + invitation.split("/", 3)[3]


def test_a_stranger_sees_nothing(running: Running) -> None:
    for path in (HOME, "/", "/livereload.js", "/.sitegen/masalah", "/?kunci=", "/?kunci=x", HOME + "?kunci=x"):
        answer = running.ask(path)
        assert answer.status == 403
        assert "Set-Cookie" not in answer.headers
        assert "terkunci" in answer.text
        assert "Satu" not in answer.text
        assert "sukabumi" not in answer.text.lower()
    assert running.socket() == 403


def test_a_token_opens_once(running: Running) -> None:
    said: list[str] = []
    running.server.invited = lambda: said.append(running.door.invitation())
    path = path_of(running.door.invitation())
    assert running.ask(path, "HEAD").status == 403  # whoever only looks whether a link is alive does not spend it
    assert running.ask(path.replace("/?", "/satu.example/?")).status == 403
    first, second = running.ask(path), running.ask(path)
    assert (first.status, second.status) == (200, 403)
    found = re.fullmatch(r"(sitegen-\d+=[\w-]{32}); (.*)", first.headers["Set-Cookie"])
    assert found
    assert set(found[2].lower().split("; ")) == {"httponly", "path=/", "samesite=strict"}
    assert path not in first.text
    assert said == [running.door.invitation()] != [path]
    cookie = {"Cookie": found[1]}
    assert running.ask(HOME, headers=cookie).status == 200
    assert running.socket(headers=cookie) == 101
    assert running.ask(HOME, headers={"Cookie": found[1][:-1] + "!"}).status == 403
    assert running.ask(HOME, headers={**cookie, "Origin": "http://evil.example"}).status == 403
    assert running.socket("http://evil.example", cookie) == 403
    assert running.ask(HOME, headers={**cookie, "Host": f"evil.example:{running.door.port}"}).status == 403
    assert running.ask(path_of(said[0])).status == 200


def test_names_and_where_they_are_asked_from() -> None:
    door = Door(8000, "192.0.2.7")
    assert door.admits("localhost:8000", "127.0.0.1", "")
    assert door.admits("127.0.0.1:8000", "127.8.9.10", "")
    assert not door.admits("127.0.0.1:8000", "192.0.2.9", "")  # anybody in the network can write that name
    assert not door.admits("192.0.2.7:8000", "127.0.0.1", "")
    assert not door.admits("192.0.2.8:8000", "192.0.2.9", "")
    assert not door.admits("127.0.0.1:8000", "no address", "")
    token = door.invitation().rpartition("=")[2]
    assert door.open("127.0.0.1:8000", token) == ""
    cookie = door.open("192.0.2.7:8000", token)
    assert cookie
    assert door.admits("192.0.2.7:8000", "192.0.2.9", cookie)
    assert not door.admits("127.0.0.1:8000", "192.0.2.9", cookie)
    assert not door.admits("192.0.2.7:8000", "192.0.2.9", "ä")
    assert door.same("http://192.0.2.7:8000", "192.0.2.7:8000")
    assert not door.same("http://127.0.0.1:8000", "192.0.2.7:8000")
    assert not Door(8000).knows("192.0.2.7:8000")
    assert Door(8000).open("127.0.0.1:8000", Door(8000).invitation().rpartition("=")[2]) == ""
    assert Door(80).knows("localhost")
    assert not Door(81).knows("localhost")


def test_addresses() -> None:
    assert address_of("127.0.0.1") == address_of("127.9.9.9") == ""
    assert address_of("192.0.2.7") == "192.0.2.7"
    for wrong in ("", "localhost", "::1", "1.2.3", "1.2.3.4:5", "dinkes.example"):
        assert address_of(wrong) is None
    assert address_of("0.0.0.0") != ""


@pytest.mark.parametrize("bind", ["rumah", "::", "300.1.1.1", "10.0.0.1\x1b[31m"])
def test_wrong_use(tmp_path: Path, bind: str) -> None:
    write(tmp_path, GOOD)
    done = sitegen("serve", "--bind", bind, cwd=tmp_path)
    assert done.returncode == 2
    assert "IPv4" in done.stderr
    assert "\x1b" not in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / ".sitegen").exists()


@pytest.mark.parametrize("url", ["http://192.168.100.200:8000/?kunci=AbCdEfGhIjKlMnOp", "http://10.0.0.2:1/?kunci=A"])
def test_the_code_in_the_terminal_reads_as_its_url(url: str) -> None:
    lines = qr_text(url)
    assert len({len(line) for line in lines}) == 1
    halves = {" ": (255, 255), "▀": (0, 255), "▄": (255, 0), "█": (0, 0)}
    paper = Image.new("L", (len(lines[0]), 2 * len(lines)), 255)
    for y, line in enumerate(lines):
        for x, block in enumerate(line):
            for half in (0, 1):
                paper.putpixel((x, 2 * y + half), halves[block][half])
    big = paper.resize((paper.width * 4, paper.height * 4), Image.Resampling.NEAREST)
    assert [code.text for code in zxingcpp.read_barcodes(big)] == [url]
