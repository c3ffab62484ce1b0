"""The zip of a site, unpacked on real servers: nginx and Caddy as its guide sets them up, and copies in browsers that
have to notice a correction."""

import datetime as dt
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from hashlib import sha256
from pathlib import Path

import pytest

from sitegen.package import date_of, package
from tests.conftest import add_theme, build_project
from tests.page_machines.servers import (
    NGINX,
    Server,
    apache,
    caddy,
    nginx,
    open_folder,
    with_apache,
    with_caddy,
    with_nginx,
)

GOLDEN = Path(__file__).parents[1] / "golden/network"
CORRECTED = "artikel/berobat.html"
ZIPS = "dist/.sitegen/paket"
CONFIRMED, PLAIN, MOUNTED, OLD = (
    "dinkesSukabumi.example", "dinkesKerinci.example", "dinkesMerauke.example", "alih_dinkes-lama.example",
)  # fmt: skip
HOSTS = {
    CONFIRMED: "dinkessukabumi.example", PLAIN: "dinkeskerinci.example", MOUNTED: "merauke.example",
    OLD: "dinkes-lama.example",
}  # fmt: skip


@pytest.fixture(scope="module")
def unpacked() -> Iterator[Path]:
    with open_folder() as folder:
        root = folder / "proyek"
        shutil.copytree(GOLDEN, root)
        add_theme(root)
        assert not build_project(root).failed
        for packed in package(root, root / "dist", ()):
            unzip(root / ZIPS / Path(packed.file).name, folder / "buka")
        yield folder / "buka"


def unzip(file: Path, target: Path) -> None:
    """Unpacks as `unzip` does, with the times of the zip as local ones."""
    with zipfile.ZipFile(file) as archive:
        archive.extractall(target)
        for entry in archive.infolist():
            then = dt.datetime(*entry.date_time).timestamp()
            os.utime(target / entry.filename, (then, then))


def on_apache(folder: Path, domain: str) -> AbstractContextManager[Server]:
    return apache(folder, override="FileInfo", options="None")


def on_nginx(folder: Path, domain: str) -> AbstractContextManager[Server]:
    block = (folder.parent / f"petunjuk-{domain}/nginx.conf").read_text("utf-8")
    assert f"server_name {HOSTS[domain]};" in block
    return nginx(block, f"/var/www/{domain}", folder)


def on_caddy(folder: Path, domain: str) -> AbstractContextManager[Server]:
    block = (folder.parent / f"petunjuk-{domain}/Caddyfile").read_text("utf-8")
    root = f"/var/www/{domain}"
    # A block that leads on has no folder.
    return (
        caddy(block, HOSTS[domain], root, folder)
        if root in block
        else caddy(block, HOSTS[domain], "{uri}", Path("{uri}"))
    )


Started = Callable[[Path, str], AbstractContextManager[Server]]
SERVERS = [
    pytest.param(on_apache, marks=with_apache, id="apache"),
    pytest.param(on_nginx, marks=with_nginx, id="nginx"),
    pytest.param(on_caddy, marks=with_caddy, id="caddy"),
]
each_server = pytest.mark.parametrize("start", SERVERS)
SAME = ("Permissions-Policy", "Referrer-Policy", "X-Content-Type-Options", "Strict-Transport-Security", "Cache-Control")


@with_apache
@pytest.mark.parametrize("start", SERVERS[1:])
@pytest.mark.parametrize("domain", [CONFIRMED, PLAIN])
def test_all_servers_say_the_same(unpacked: Path, start: Started, domain: str) -> None:
    folder = unpacked / domain
    calendar = next(folder.rglob("*.ics")).relative_to(folder).as_posix()
    table = next(folder.rglob("*.csv")).relative_to(folder).as_posix()
    feed = next((folder / "topik").glob("*.xml")).relative_to(folder).as_posix()
    paths = [
        "", "artikel/", "luring.html", "cari.js", "cetak.css", "manifest.webmanifest", "feed.xml", "favicon.svg",
        "og.png", "robots.txt", "sitegen-manifest.json", calendar, table, feed, "tidak-ada", "topik/",
        *(["sitemap.xml"] if domain == CONFIRMED else []),
    ]  # fmt: skip
    with on_apache(folder, domain) as one, start(folder, domain) as other:
        for path in paths:
            expected, answer = one.get(f"/{path}"), other.get(f"/{path}")
            assert answer.status == expected.status, path
            assert kind(answer["Content-Type"]) == kind(expected["Content-Type"]), path
            if expected.status == 200:
                assert {n: answer[n] for n in SAME} == {n: expected[n] for n in SAME}, path
            # What is allowed is the same; hashes would have to be changed on the server with every version.
            policies = [p["Content-Security-Policy"].split("; ") for p in (expected, answer)]
            names, others = ([part.split(" ")[0] for part in policy] for policy in policies)
            assert others == names, path
            assert {*policies[1]} - {*policies[0]} == {p for p in policies[1] if p.startswith(("style-", "script-"))}
        assert other.get("/_headers").status == other.get("/.htaccess").status == 404


def kind(value: str) -> str:
    """A media type without what servers may add, by one of its names."""
    return (
        value.partition(";")[0]
        .replace("application/javascript", "text/javascript")
        .replace("text/xml", "application/xml")
    )


@each_server
def test_below_a_path(unpacked: Path, start: Started) -> None:
    top = unpacked / "di-bawah"
    if not top.exists():
        shutil.copytree(unpacked / MOUNTED, top / "kesehatan")
    with start(top, MOUNTED) as server:
        assert server.get("/kesehatan/").status == 200
        gone = server.get("/kesehatan/artikel/tidak-ada.html")
        assert (gone.status, len(gone.body) > 0) == (404, True)
        assert server.get("/kesehatan/_headers").status in (200, 404)


@each_server
def test_an_old_host_leads_on(unpacked: Path, start: Started) -> None:
    with start(unpacked / OLD, OLD) as server:
        answer = server.get("/artikel/berobat.html?a=b")
        assert answer.status == 301
        assert answer["Location"].partition("?")[0] == "https://dinkessukabumi.example/artikel/berobat.html"


@with_nginx
def test_blocks_of_all_sites_live_together(unpacked: Path, tmp_path: Path) -> None:
    blocks = "".join((unpacked / f"petunjuk-{domain}/nginx.conf").read_text("utf-8") for domain in HOSTS)
    (tmp_path / "mime.types").write_text("types { text/html html; }\n")
    (tmp_path / "nginx.conf").write_text(f"events {{}}\nhttp {{ variables_hash_bucket_size 128;\n{blocks}}}\n")
    command = [str(NGINX), "-t", "-p", str(tmp_path), "-c", f"{tmp_path}/nginx.conf", "-e", f"{tmp_path}/log"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# -- corrections -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def versions() -> Iterator[tuple[Path, Path]]:
    """A site, and the same with one digit corrected on the same day: a page of the same length."""
    with open_folder() as folder:
        root = folder / "proyek"
        shutil.copytree(GOLDEN, root)
        add_theme(root)
        article = root / "content/shared/artikel/berobat.md"
        text = article.read_text("utf-8")
        for name, figure in (("satu", "2"), ("dua", "4")):
            article.write_text(f"{text}\nMinum {figure} gelas.\n", "utf-8")
            assert not build_project(root).failed
            (packed,) = package(root, root / "dist", ["dinkesKerinci"])
            unzip(root / ZIPS / Path(packed.file).name, folder / name)
        one, two = (folder / name / PLAIN for name in ("satu", "dua"))
        assert (one / CORRECTED).read_bytes() != (two / CORRECTED).read_bytes()
        assert (one / CORRECTED).stat().st_size == (two / CORRECTED).stat().st_size
        yield one, two


@each_server
def test_a_corrected_digit_is_noticed(versions: tuple[Path, Path], start: Started) -> None:
    with start(versions[0], PLAIN) as server:
        old = server.get(f"/{CORRECTED}")
        assert server.get(f"/{CORRECTED}", If_None_Match=old["ETag"]).status == 304
    with start(versions[1], PLAIN) as server:
        for known in (
            {"If_None_Match": old["ETag"]},
            {"If_Modified_Since": old["Last-Modified"]},
            {"If_None_Match": old["ETag"], "If_Modified_Since": old["Last-Modified"]},
        ):
            assert server.get(f"/{CORRECTED}", **known).status == 200, known
        new = server.get(f"/{CORRECTED}")
        assert server.get(f"/{CORRECTED}", If_None_Match=new["ETag"]).status == 304


@with_apache
def test_a_host_without_marks_of_its_own(versions: tuple[Path, Path]) -> None:
    """Some hosts switch ETags off, and would answer by a time that says nothing of which version is later."""
    with apache(versions[0], override="FileInfo", more="FileETag None") as server:
        old = server.get(f"/{CORRECTED}")
    assert old["ETag"]
    with apache(versions[1], override="FileInfo", more="FileETag None") as server:
        for day in ("Last-Modified", "Date"):
            assert server.get(f"/{CORRECTED}", If_Modified_Since=old[day]).status == 200, day
        assert server.get(f"/{CORRECTED}", If_None_Match=old["ETag"]).status == 200


def test_times_tell_bytes_apart_and_are_recent() -> None:
    day = dt.date(2026, 11, 22)
    times = {date_of(day, sha256(b"%d" % number).hexdigest()) for number in range(2000)}
    assert len(times) > 1500
    assert min(times) >= dt.datetime(2026, 11, 13)
    assert max(times) < dt.datetime(2026, 11, 20)
    assert all(time.second % 2 == 0 for time in times)
