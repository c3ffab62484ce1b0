"""A published folder on a real Apache: what its .htaccess does, and that no usual host answers it with an error."""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import add_theme, build_project
from tests.page_machines.servers import LEAST, USUAL, apache, open_folder, settle, with_apache

GOLDEN = Path(__file__).parents[1] / "golden/network"
PLAIN, CONFIRMED, MOUNTED, OLD = (
    "dinkesKerinci.example", "dinkesSukabumi.example", "dinkesMerauke.example", "alih_dinkes-lama.example",
)  # fmt: skip
pytestmark = with_apache


@pytest.fixture(scope="module")
def dist() -> Iterator[Path]:
    with open_folder() as folder:
        root = folder / "proyek"
        shutil.copytree(GOLDEN, root)
        add_theme(root)
        assert not build_project(root).failed
        settle(root / "dist")
        yield root / "dist"


def without(*names: str) -> tuple[str, ...]:
    return tuple(name for name in USUAL if name not in names)


@pytest.mark.parametrize(
    ("modules", "override", "options"),
    [
        (USUAL, "All", "Indexes FollowSymLinks"),
        (USUAL, "FileInfo", "None"),
        (USUAL, "FileInfo", "Indexes MultiViews"),
        (without("headers"), "FileInfo", "Indexes"),
        (without("deflate"), "FileInfo", "Indexes"),
        (without("filter"), "FileInfo", "Indexes"),
        (without("mime"), "FileInfo", "Indexes"),
        (without("autoindex", "negotiation", "alias", "env", "setenvif"), "FileInfo", "None"),
        (LEAST, "FileInfo", "None"),
    ],
    ids=lambda value: value if isinstance(value, str) else str(len(value)),
)
def test_every_host_that_lets_files_speak(dist: Path, modules: tuple[str, ...], override: str, options: str) -> None:
    folder = dist / PLAIN
    with apache(folder, modules, override, options) as server:
        home = server.get("/")
        page = gzip.decompress(home.body) if home["Content-Encoding"] else home.body
        assert (home.status, page) == (200, (folder / "index.html").read_bytes())
        assert (home["Content-Encoding"] == "gzip") == ("deflate" in modules)
        assert (home["X-Content-Type-Options"] == "nosniff") == ("headers" in modules)
        for path in ("/tidak-ada", "/artikel/tidak/ada.html", "/topik/"):
            gone = server.get(path)
            page = gzip.decompress(gone.body) if gone["Content-Encoding"] else gone.body
            assert (gone.status, page) == (404, (folder / "404.html").read_bytes()), path
        assert server.get("/.htaccess").status == 403


def test_types_ages_and_compression(dist: Path) -> None:
    fresh, long = "public, max-age=300, must-revalidate", "public, max-age=2592000"
    expected = {
        "index.html": ("text/html; charset=utf-8", fresh, True),
        "cetak.css": ("text/css; charset=utf-8", fresh, True),
        "cari.js": ("text/javascript; charset=utf-8", fresh, True),
        "sw.js": ("text/javascript; charset=utf-8", fresh, True),
        "sitegen-manifest.json": ("application/json", fresh, True),
        "manifest.webmanifest": ("application/manifest+json; charset=utf-8", fresh, True),
        "feed.xml": ("application/atom+xml", fresh, True),
        "robots.txt": ("text/plain; charset=utf-8", fresh, True),
        "favicon.svg": ("image/svg+xml; charset=utf-8", long, True),
        "og.png": ("image/png", long, False),
        "sitemap.xml": ("application/xml; charset=utf-8", fresh, True),
    }
    folder = dist / CONFIRMED
    calendar = next(folder.rglob("*.ics")).relative_to(folder).as_posix()
    expected[calendar] = ("text/calendar; charset=utf-8", fresh, True)
    with apache(folder) as server:
        for path, (kind, age, small) in expected.items():
            answer = server.get(f"/{path}")
            assert answer.status == 200, path
            assert (answer["Content-Type"], answer["Cache-Control"]) == (kind, age), path
            assert (answer["Content-Encoding"] == "gzip") == small, path
            assert answer["Content-Security-Policy"].startswith("default-src 'none';"), path


def test_a_copy_that_is_still_right_costs_no_page(dist: Path) -> None:
    with apache(dist / PLAIN) as server:
        first = server.get("/")
        assert first["ETag"].startswith('"')
        assert first["ETag"].endswith('-gzip"')
        assert server.get("/", If_None_Match=first["ETag"]).status == 304
        assert server.get("/", If_None_Match=f"W/{first['ETag']}").status == 304
        assert server.get("/", If_None_Match='"other-gzip"').status == 200


def test_a_host_that_compresses_by_itself_does_not_do_so_twice(dist: Path) -> None:
    with apache(dist / PLAIN, more="AddOutputFilterByType DEFLATE text/html") as server:
        for path, file in (("/", "index.html"), ("/tidak-ada", "404.html")):
            answer = server.get(path)
            assert answer["Content-Encoding"] == "gzip"
            assert gzip.decompress(answer.body) == (dist / PLAIN / file).read_bytes()


def test_a_folder_with_an_index_is_redirected_to_and_shown(dist: Path) -> None:
    with apache(dist / PLAIN) as server:
        assert server.get("/artikel")["Location"].endswith("/artikel/")
        assert server.get("/artikel/").status == 200


def test_below_a_path(dist: Path) -> None:
    with open_folder() as top:
        shutil.copytree(dist / MOUNTED, top / "kesehatan")
        with apache(top) as server:
            assert server.get("/kesehatan/").status == 200
            gone = server.get("/kesehatan/artikel/tidak-ada.html")
            assert gone.status == 404
            assert gzip.decompress(gone.body) == (dist / MOUNTED / "404.html").read_bytes()
            assert server.get("/lain")["Content-Security-Policy"] == ""


def test_https_alone_binds_browsers(dist: Path) -> None:
    with apache(dist / CONFIRMED) as server:
        assert server.get("/")["Strict-Transport-Security"] == ""
    with apache(dist / CONFIRMED, more="SetEnv HTTPS on") as server:
        assert server.get("/")["Strict-Transport-Security"] == "max-age=31536000"
        assert server.get("/tidak-ada")["Strict-Transport-Security"] == "max-age=31536000"


def test_an_old_host_sends_every_path_on(dist: Path) -> None:
    with apache(dist / OLD, override="FileInfo") as server:
        answer = server.get("/artikel/berobat.html")
        assert (answer.status, answer["Location"]) == (301, "https://dinkessukabumi.example/artikel/berobat.html")
        assert server.get("/.well-known/acme-challenge/x").status == 404
