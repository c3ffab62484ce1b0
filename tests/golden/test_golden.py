"""The fixture network as it comes out: what lies where, a few telling files, and what must hold for every page."""

import datetime as dt
import json
import posixpath
import re
import shutil
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from sitegen.read.project import read_project
from sitegen.report import Report
from tests.conftest import REWRITE, TODAY, add_theme, build_project, read_tree

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NOTICE = "Bukan situs resmi pemerintah"
OLD = "alih_dinkes-lama.example"
CONFIRMED, AREA, GARUT = "dinkesSukabumi.example", "dinkesNanggalo.example", "dinkesGarut.example"
BASE = {
    "dinkesSukabumi.example": "https://dinkessukabumi.example/",
    "dinkesKerinci.example": "https://dinkeskerinci.example/",
    "dinkesGarut.example": "https://dinkesgarut.example/",
    "dinkesNanggalo.example": "https://dinkesnanggalo.example/",
    "dinkesMerauke.example": "https://merauke.example/kesehatan/",
}
# Of pages the part in <main>, which the work on a theme's looks leaves alone; of other files all.
TELLING = (
    "dinkesSukabumi.example/artikel/berobat.html",
    "dinkesSukabumi.example/artikel/cara-berobat.html",
    "dinkesSukabumi.example/artikel/ditarik.html",
    "dinkesSukabumi.example/artikel/halaman-2.html",
    "dinkesSukabumi.example/fasilitas.html",
    "dinkesSukabumi.example/kontak.html",
    "dinkesSukabumi.example/acara/senam.html",
    "dinkesSukabumi.example/agenda.html",
    "dinkesSukabumi.example/agenda.ics",
    "dinkesSukabumi.example/kuis.html",
    "dinkesSukabumi.example/kuis/contoh.html",
    "dinkesSukabumi.example/unduhan.html",
    "dinkesSukabumi.example/unduhan/lembar.html",
    "dinkesGarut.example/unduhan/lembar.html",
    "dinkesMerauke.example/kuis/contoh.html",
    "dinkesSukabumi.example/tanya/kartu-hilang.html",
    "dinkesMerauke.example/agenda.ics",
    "dinkesMerauke.example/pengumuman.html",
    "dinkesMerauke.example/pengumuman/pindah.html",
    "dinkesMerauke.example/tanya-jawab.html",
    "dinkesGarut.example/tanya-jawab.html",
    "dinkesSukabumi.example/feed.xml",
    "dinkesSukabumi.example/robots.txt",
    "dinkesSukabumi.example/sitemap.xml",
    "dinkesKerinci.example/artikel/berobat.html",
    "dinkesKerinci.example/fasilitas.html",
    "dinkesKerinci.example/robots.txt",
    "dinkesGarut.example/artikel/jadwal.html",
    "dinkesGarut.example/id/fasilitas.html",
    "dinkesGarut.example/fasilitas.html",
    "dinkesGarut.example/index.html",
    "dinkesMerauke.example/artikel/berobat.html",
    "dinkesMerauke.example/artikel/bacaan-01.html",
    "dinkesMerauke.example/artikel/bacaan-02.html",
    "dinkesMerauke.example/kontak.html",
    "dinkesNanggalo.example/index.html",
)


class Network(NamedTuple):
    root: Path
    report: Report
    sites: dict[str, dict[str, bytes]]
    old: dict[str, bytes]


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Network:
    root = tmp_path_factory.mktemp("golden") / "proyek"
    shutil.copytree(HERE / "network", root)
    add_theme(root)
    report = build_project(root)
    trees = {row.domain: read_tree(root / "dist" / row.domain) for row in report.sites}
    return Network(root, report, trees, trees.pop(OLD))


class Page(HTMLParser):
    """Links and ids of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.meta: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.links += [values[name] for name in ("href", "src") if name in values]
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "meta" and "name" in values:
            self.meta[values["name"]] = values.get("content", "")


def pages(network: Network) -> Iterator[tuple[str, str, str]]:
    """Domain, path and text of every page."""
    for domain, files in network.sites.items():
        for path, data in files.items():
            if path.endswith(".html"):
                yield domain, path, data.decode()


def main_of(text: str) -> str:
    found = re.search(r"<main.*?</main>", text, re.DOTALL)
    assert found
    return found[0] + "\n"


def test_it_builds(network: Network) -> None:
    assert not network.report.failed
    assert [str(p.place) + p.rule for p in network.report.problems if p.severity != "task"] == []
    assert [row.domain for row in network.report.sites] == [*BASE, OLD]
    assert network.report.fallbacks == 0
    contact = next(p for p in network.report.problems if p.rule == "contact-missing")
    assert set(contact.sites) == {"dinkesKerinci", "dinkesNanggalo"}


def test_expected(network: Network) -> None:
    made = {
        f"{domain.removesuffix('.example')}.txt": "".join(f"{path}\n" for path in files)
        for domain, files in network.sites.items()
    }
    for name in TELLING:
        domain, _, path = name.partition("/")
        text = network.sites[domain][path].decode()
        made[name] = main_of(text) if name.endswith(".html") else text
    made[f"{OLD}.txt"] = "".join(f"{path}\n" for path in network.old)
    for path in (".htaccess", "_redirects", "redirect.nginx.conf", "artikel/berobat.html"):
        made[f"{OLD}/{path}"] = network.old[path].decode()
    if REWRITE:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name, text in made.items():
            path_of = EXPECTED / name
            path_of.parent.mkdir(parents=True, exist_ok=True)
            path_of.write_bytes(text.encode())
    expected = {name: data.decode() for name, data in read_tree(EXPECTED).items()}
    assert sorted(expected) == sorted(made), "an expected file that nothing makes, or none for what is made"
    for name, text in made.items():
        assert text == expected[name], f"{name} (SITEGEN_REWRITE=1 rewrites it)"


def test_every_link_leads_somewhere(network: Network) -> None:
    parsed = {(domain, path): Page(text) for domain, path, text in pages(network)}
    broken = []
    for (domain, path), page in parsed.items():
        files = network.sites[domain]
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = unquote(parts.path)
            if path == "404.html" and target:  # served at any depth
                mount = urlsplit(BASE[domain]).path
                assert target.startswith(mount), (domain, path, link)
                target = target.removeprefix(mount)
            else:
                assert not target.startswith("/"), (domain, path, link)
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if target not in files or (parts.fragment and parts.fragment not in parsed[domain, target].ids):
                broken.append((domain, target, link))
    assert not broken, broken[:5]


def test_ids_are_unique(network: Network) -> None:
    for domain, path, text in pages(network):
        ids = Page(text).ids
        assert len(ids) == len(set(ids)), (domain, path)


def test_sites_keep_to_themselves(network: Network) -> None:
    hosts = {domain: urlsplit(base).netloc for domain, base in BASE.items()}
    for domain, files in network.sites.items():
        for path, data in files.items():
            text = data.decode("utf-8", "replace").casefold()
            assert "\ue000" not in text, (domain, path)
            assert "\ue001" not in text, (domain, path)
            if path != "sitegen-manifest.json":
                for other in BASE:
                    assert other == domain or other.casefold() not in text, (domain, path, other)
                    assert other == domain or hosts[other] not in text, (domain, path, other)
            assert str(network.root).casefold() not in text, (domain, path)


def test_what_may_not_be_shown_is_not(network: Network) -> None:
    for domain, files in network.sites.items():
        for path, data in files.items():
            for words in (b"belum boleh tampil", b"belum selesai.", b"tidak boleh tampil lagi", b"sudah lewat."):
                assert words not in data, (domain, path)
            if domain != CONFIRMED:
                assert b"555-0100" not in data, (domain, path)
                assert b"Hanya di Sukabumi" not in data, (domain, path)


def test_identity(network: Network) -> None:
    for domain, path, text in pages(network):
        page = Page(text)
        if domain == CONFIRMED:
            assert NOTICE not in text, path
            assert "Dikonfirmasi oleh Pejabat Contoh" in text, path
            ends = path in ("404.html", "artikel/ditarik.html", "artikel/kedaluwarsa.html", "artikel/cara-berobat.html")
            ends = ends or path.startswith("tanya/") or path in ("pengumuman/lewat.html", "acara/lewat.html")
            assert (page.meta.get("robots") == "noindex") == ends, path
        else:
            assert NOTICE in text, (domain, path)
            assert page.meta["robots"] == "noindex", (domain, path)
            assert "Dikonfirmasi oleh" not in text, (domain, path)


def test_area_is_one_page(network: Network) -> None:
    assert set(network.sites[AREA]) == {
        ".htaccess", "404.html", "_headers", "cetak.css", "favicon.svg", "index.html", "manifest.webmanifest", "og.png",
        "robots.txt", "sitegen-manifest.json",
    }  # fmt: skip

    assert "Kota Padang" in network.sites[AREA]["index.html"].decode()


def test_sitemap(network: Network) -> None:
    assert [domain for domain, files in network.sites.items() if "sitemap.xml" in files] == [CONFIRMED]
    files = network.sites[CONFIRMED]
    canonical = set()
    for domain, path, text in pages(network):
        if domain == CONFIRMED and Page(text).meta.get("robots") != "noindex":
            found = re.search(r'<link rel="canonical" href="([^"]*)">', text)
            assert found, path
            canonical.add(found[1])
    listed = [str(loc.text) for loc in ElementTree.fromstring(files["sitemap.xml"]).iter(f"{SITEMAP}loc")]
    assert len(listed) == len(set(listed))
    assert set(listed) <= canonical
    assert f"{BASE[CONFIRMED]}artikel/berobat.html" in listed
    assert f"Sitemap: {BASE[CONFIRMED]}sitemap.xml" in files["robots.txt"].decode().splitlines()


def test_feeds(network: Network) -> None:
    seen: set[str] = set()
    for domain, files in network.sites.items():
        host = urlsplit(BASE[domain]).netloc
        entries: dict[str, bytes] = {}
        for path in (p for p in files if p.endswith("feed.xml")):
            feed = ElementTree.fromstring(files[path])
            ids = [str(feed.findtext(f"{ATOM}id"))]
            for entry in feed.iter(f"{ATOM}entry"):
                ident = str(entry.findtext(f"{ATOM}id"))
                ids.append(ident)
                # One article in the feeds of two languages is the same entry, but of its own feed there is only one.
                entries[ident] = ElementTree.tostring(entry)
                for name in ("title", "updated", "summary"):
                    assert entry.findtext(f"{ATOM}{name}"), (domain, path, ident)
                link = entry.find(f"{ATOM}link")
                assert link is not None
                assert link.get("href", "").removeprefix(BASE[domain]) in files, (domain, path, link.get("href"))
            assert len(ids) == len(set(ids)), (domain, path)
            assert all(i.startswith("tag:") and host not in i for i in ids), (domain, path)
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+0[789]:00", str(feed.findtext(f"{ATOM}updated")))
            assert seen.isdisjoint(ids[:1])
            seen.update(ids[:1])
        assert seen.isdisjoint(entries)
        seen.update(entries)


def test_an_old_host_leads_to_each_page(network: Network) -> None:
    site = network.sites[CONFIRMED]
    assert {p for p in network.old if p.endswith(".html")} == {p for p in site if p.endswith(".html")}
    for path in (p for p in network.old if p.endswith(".html") and p != "404.html"):
        text = network.old[path].decode()
        links = [link for link in Page(text).links if link]
        assert len(set(links)) == 1, path
        target = links[0].removeprefix(BASE[CONFIRMED])
        assert (f"{target}index.html" if target.endswith("/") or not target else target) == path
        assert not any(urlsplit(base).netloc in text for domain, base in BASE.items() if domain != CONFIRMED)
    assert b"dinkes-lama" not in b"".join(d for p, d in site.items() if p != "sitegen-manifest.json")


def test_manifest_is_the_whole_truth(network: Network) -> None:
    for domain, files in network.sites.items():
        manifest = json.loads(files["sitegen-manifest.json"])
        assert manifest["domain"] == domain
        listed = {path: tuple(pair) for path, pair in manifest["files"].items()}
        found = {p: (sha256(d).hexdigest(), len(d)) for p, d in files.items() if p != "sitegen-manifest.json"}
        assert listed == found, domain


def test_next_change(network: Network) -> None:
    project = read_project(network.root, TODAY, False, [])
    assert project.next_change == dt.date(2026, 11, 25)  # the first day of an event has passed


def test_same_bytes_again(network: Network, tmp_path: Path) -> None:
    """Another folder, several processes, a build after a build: the same bytes."""
    root = tmp_path / "lain"
    shutil.copytree(HERE / "network", root)
    add_theme(root)
    build_project(root, jobs=2, today=dt.date(2026, 12, 2))
    report = build_project(root, jobs=2, full=True, today=TODAY)
    # "Nanti" appeared on the 1st of December: a build for an earlier day would take its URL away again.
    assert {p.rule for p in report.problems if p.severity == "error"} == {"url-lost"}
    shutil.rmtree(root / "dist")
    assert not build_project(root, jobs=2).failed
    assert {domain: read_tree(root / "dist" / domain) for domain in BASE} == network.sites
    assert read_tree(root / "dist" / OLD) == network.old
