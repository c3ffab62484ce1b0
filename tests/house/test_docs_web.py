"""What docs/petugas-web.md and docs/server-web.md tell web officers is so: files, words, commands and server blocks."""

import gzip
import re
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.render import servers
from tests.conftest import REPO, add_theme, build_project
from tests.page_machines.servers import (
    Server,
    apache,
    caddy,
    nginx,
    open_folder,
    settle,
    with_apache,
    with_caddy,
    with_nginx,
)

GUIDE, SERVERS = REPO / "docs/petugas-web.md", REPO / "docs/server-web.md"
RECEIVED = GUIDE.read_text("utf-8").partition("## Yang Anda terima")[2].partition("\n\nZip yang namanya")[0]
HOST, ROOT = "dinkescontoh.example", "/var/www/dinkescontoh"
CONFIRMED, PLAIN, AREA, MOUNTED = (f"dinkes{name}.example" for name in ("Sukabumi", "Kerinci", "Nanggalo", "Merauke"))


@pytest.fixture(scope="module")
def dist() -> Iterator[Path]:
    with open_folder() as folder:
        root = folder / "proyek"
        shutil.copytree(REPO / "tests/golden/network", root)
        add_theme(root)
        assert not build_project(root).failed
        settle(root / "dist")
        yield root / "dist"


def blocks(page: Path, kind: str) -> list[str]:
    """The code blocks of a page that are of a kind."""
    return re.findall(rf"```{kind}\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


def named() -> set[str]:
    """The files in the guide's table of what a folder holds."""
    table = GUIDE.read_text("utf-8").partition("| berkas | untuk apa |\n")[2].partition("\n\n")[0]
    return {name for row in table.splitlines() for name in re.findall(r"`([^`]+)`", row.split("|")[1])}


def test_the_table_of_files_is_whole(dist: Path) -> None:
    files = {
        path.relative_to(dist / domain).as_posix()
        for domain in (CONFIRMED, PLAIN)
        for path in [*(dist / domain).iterdir(), *(dist / domain).glob(".well-known/*")]
        if path.is_file() and (path.suffix != ".html" or path.name == "404.html")
    }
    security = {".well-known/security.txt"}  # no site of this network has one; tests/page_machines make it
    assert named() == files | security
    assert not (dist / PLAIN / "sitemap.xml").exists()
    assert not {"sw.js", "cari.js", "feed.xml", "sitemap.xml"} & {path.name for path in (dist / AREA).iterdir()}


def test_what_pages_are_quoted_with(dist: Path) -> None:
    guide = GUIDE.read_text("utf-8")
    for words, domain, file in (
        ("Halaman tidak ditemukan", PLAIN, "404.html"),
        ("Cari di situs ini", PLAIN, "index.html"),
        ("Membaca tanpa sinyal", PLAIN, "luring.html"),
        ("Bukan situs resmi pemerintah", PLAIN, "index.html"),
    ):
        assert f'"{words}"' in guide
        assert words in (dist / domain / file).read_text("utf-8")
    assert not (dist / PLAIN / "topik/index.html").exists()
    letter = "".join(path.read_text("utf-8") for path in sorted((REPO / "sitegen/overview").glob("*.py")))
    table = guide.partition("| bagian | yang Anda lakukan |")[2].partition("\n\n")[0]
    parts = [row.split("|")[1].strip() for row in table.splitlines()[2:]]
    assert len(parts) > 2
    assert [part for part in parts if part not in letter] == []


@pytest.mark.parametrize("page", [GUIDE, SERVERS], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8")):
        if not target.startswith("https://"):
            file, _, anchor = target.partition("#")
            text = (page.parent / file if file else page).read_text("utf-8")
            headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
            anchors = {re.sub(r"[^\w -]", "", heading.casefold()).replace(" ", "-") for heading in headings}
            assert not anchor or anchor in anchors, target


def test_the_zip_is_as_told(dist: Path) -> None:
    words = blocks(GUIDE, "sh")[0].split()
    assert words.pop(0) == "sitegen"
    words[-1] = words[-1].replace("Contoh", "Kerinci")
    done = CliRunner().invoke(cli, ["-C", str(dist.parent), *words])
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(dist / f".sitegen/paket/{PLAIN}.zip") as archive:
        names = {entry.filename: stat.S_IMODE(entry.external_attr >> 16) for entry in archive.infolist()}
    files = {
        f"{PLAIN}/{path.relative_to(dist / PLAIN).as_posix()}" for path in (dist / PLAIN).rglob("*") if path.is_file()
    }
    beside = {f"petunjuk-{PLAIN}/{name}" for name in re.findall(r"`([A-Za-z-]+\.txt|nginx\.conf|Caddyfile)`", RECEIVED)}
    assert names.keys() == files | beside
    assert len(beside) == 3
    assert {*names.values()} == {0o644}


@pytest.mark.parametrize(("kind", "made"), [("nginx", servers.nginx), ("caddyfile", servers.caddy)])
def test_blocks_are_those_of_zips(kind: str, made: Callable[[servers.Served], str]) -> None:
    assert blocks(SERVERS, kind) == [made(servers.Served(f"https://{HOST}/", ROOT, False))]


def test_the_check_tells_what_others_changed(dist: Path, tmp_path: Path) -> None:
    folder = tmp_path / "situs"
    shutil.copytree(dist / CONFIRMED, folder)
    (tmp_path / "periksa.py").write_text(blocks(GUIDE, "python")[0])

    def told() -> list[str]:
        done = subprocess.run(
            [sys.executable, "../periksa.py"], cwd=folder, capture_output=True, text=True, check=True, encoding="utf-8"
        )
        return done.stdout.splitlines()

    assert [line.partition(",")[0] for line in told()] == ["Selesai"]
    (folder / "index.html").write_text("judi")
    (folder / "robots.txt").unlink()
    (folder / "artikel/slot.php").write_text("judi")
    assert told()[:-1] == ["berubah: index.html", "hilang : robots.txt", "asing  : artikel/slot.php"]


# -- server blocks -----------------------------------------------------------------------------------------------------


Started = Callable[[Path, str], AbstractContextManager[Server]]


def _apache_own(folder: Path, not_found: str) -> AbstractContextManager[Server]:
    """Apache as docs/server-web.md sets it up: what the folder may do is said by that block alone."""
    (block,) = blocks(SERVERS, "apache")
    return apache(folder, override="None", options="None", more=block.replace(ROOT, str(folder)))


def _nginx(folder: Path, not_found: str) -> AbstractContextManager[Server]:
    (block,) = blocks(SERVERS, "nginx")
    return nginx(block.replace("/404.html", not_found), ROOT, folder)


def _caddy(folder: Path, not_found: str) -> AbstractContextManager[Server]:
    (block,) = blocks(SERVERS, "caddyfile")
    return caddy(block.replace("/404.html", not_found), HOST, ROOT, folder)


each_server = pytest.mark.parametrize(
    "start",
    [
        pytest.param(_apache_own, marks=with_apache, id="apache"),
        pytest.param(_nginx, marks=with_nginx, id="nginx"),
        pytest.param(_caddy, marks=with_caddy, id="caddy"),
    ],
)


def page_of(server: Server, path: str) -> tuple[int, bytes]:
    answer = server.get(path)
    assert answer["Content-Encoding"] == "gzip", path
    assert answer["X-Content-Type-Options"] == "nosniff", path
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"], path
    return answer.status, gzip.decompress(answer.body)


@each_server
def test_a_site_at_the_root(dist: Path, start: Started) -> None:
    folder = dist / CONFIRMED
    fresh, long = "public, max-age=300, must-revalidate", "public, max-age=2592000"
    with start(folder, "/404.html") as server:
        for path, file in {"/": "index.html", "/artikel/": "artikel/index.html", "/luring.html": "luring.html"}.items():
            assert page_of(server, path) == (200, (folder / file).read_bytes())
        not_found = (folder / "404.html").read_bytes()
        for path in ("/tidak-ada", "/artikel/tidak/ada.html", "/topik/"):
            assert page_of(server, path) == (404, not_found), path
        assert server.get("/.htaccess").status in (403, 404)
        assert server.get("/artikel")["Location"].endswith("/artikel/")
        calendar = next(folder.rglob("*.ics")).relative_to(folder).as_posix()
        for file, kinds, age in (
            ("index.html", {"text/html; charset=utf-8"}, fresh),
            ("cari.js", {"text/javascript; charset=utf-8", "application/javascript; charset=utf-8"}, fresh),
            ("sw.js", {"text/javascript; charset=utf-8", "application/javascript; charset=utf-8"}, fresh),
            ("cetak.css", {"text/css; charset=utf-8"}, fresh),
            ("sitegen-manifest.json", {"application/json"}, fresh),
            ("manifest.webmanifest", {"application/manifest+json", "application/manifest+json; charset=utf-8"}, fresh),
            (calendar, {"text/calendar; charset=utf-8"}, fresh),
            ("favicon.svg", {"image/svg+xml", "image/svg+xml; charset=utf-8"}, long),
            ("og.png", {"image/png"}, long),
        ):
            answer = server.get(f"/{file}")
            assert (answer.status, answer["Cache-Control"]) == (200, age), file
            assert answer["Content-Type"] in kinds, file
        first = server.get("/")
        assert server.get("/", If_None_Match=first["ETag"]).status == 304


@each_server
def test_a_site_below_a_path(dist: Path, start: Started) -> None:
    with open_folder() as top:
        shutil.copytree(dist / MOUNTED, top / "kesehatan")
        with start(top, "/kesehatan/404.html") as server:
            assert page_of(server, "/kesehatan/")[0] == 200
            expected = (404, (dist / MOUNTED / "404.html").read_bytes())
            assert page_of(server, "/kesehatan/artikel/tidak-ada.html") == expected


@with_apache
def test_an_own_htaccess_keeps_the_site_whole(dist: Path) -> None:
    (block,) = blocks(GUIDE, "apache")
    with open_folder() as top:
        shutil.copytree(dist / PLAIN, top / "situs")
        (top / "situs/.htaccess").write_text(block)
        for start in (partial(apache, override="FileInfo", options="None"), partial(apache, options="Indexes")):
            with start(top / "situs") as server:
                assert server.get("/").status == 200
                gone = server.get("/tidak-ada")
                assert (gone.status, gone.body) == (404, (dist / PLAIN / "404.html").read_bytes())
                assert server.get("/manifest.webmanifest")["Content-Type"].startswith("application/manifest+json")


@with_apache
def test_the_rules_of_a_folder_hold_below_it_and_can_be_switched_off(dist: Path) -> None:
    with open_folder() as top:
        shutil.copytree(dist / PLAIN, top / "situs")
        (top / "situs/absensi").mkdir()
        (top / "situs/absensi/index.html").write_text("<p>Aplikasi lain")
        with apache(top / "situs") as server:
            assert server.get("/absensi/")["Content-Security-Policy"].startswith("default-src 'none'")
        with apache(top / "situs", override="AuthConfig") as server:
            assert server.get("/").status == 500
            (top / "situs/.htaccess").rename(top / "situs/.htaccess-mati")
            assert server.get("/").status == 200
            assert server.get("/.htaccess-mati").status == 403
