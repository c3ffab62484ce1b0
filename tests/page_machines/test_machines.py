"""What machines read of a built site: structured data, Open Graph, feeds, header files, security.txt, manifest."""

import datetime as dt
import json
import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest

from sitegen.read.project import read_project
from tests.conftest import GOOD, MakeProject, add_theme, build_project, read_tree

GOLDEN = Path(__file__).parents[1] / "golden/network"
CONFIRMED, AREA, SUNDA, MOUNTED = (f"dinkes{name}.example" for name in ("Sukabumi", "Nanggalo", "Garut", "Merauke"))
BASE = {
    CONFIRMED: "https://dinkessukabumi.example/",
    "dinkesKerinci.example": "https://dinkeskerinci.example/",
    SUNDA: "https://dinkesgarut.example/",
    AREA: "https://dinkesnanggalo.example/",
    MOUNTED: "https://merauke.example/kesehatan/",
}
ATOM = "{http://www.w3.org/2005/Atom}"
GRAPH = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
OPEN_GRAPH = re.compile(r'<meta property="(og:[a-z_:]+)" content="([^"]*)">')

Sites = dict[str, dict[str, bytes]]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    root = tmp_path_factory.mktemp("mesin") / "proyek"
    shutil.copytree(GOLDEN, root)
    add_theme(root)
    report = build_project(root)
    assert not report.failed
    assert report.fallbacks == 0
    return {domain: read_tree(root / "dist" / domain) for domain in BASE}


class Page(NamedTuple):
    domain: str
    path: str
    text: str
    graph: list[dict[str, Any]]
    shared: dict[str, str]

    def node(self, kind: str) -> dict[str, Any]:
        return next(node for node in self.graph if node["@type"] == kind)


def pages(sites: Sites) -> Iterator[Page]:
    for domain, files in sites.items():
        for path, data in files.items():
            if path.endswith(".html"):
                text = data.decode()
                graphs = GRAPH.findall(text)
                assert len(graphs) <= 1
                graph = json.loads(graphs[0])["@graph"] if graphs else []
                yield Page(domain, path, text, graph, dict(OPEN_GRAPH.findall(text)))


def page(sites: Sites, domain: str, path: str) -> Page:
    return next(one for one in pages(sites) if (one.domain, one.path) == (domain, path))


# -- structured data -------------------------------------------------------------------------------------------------


def test_only_what_search_engines_may_list_is_described(sites: Sites) -> None:
    for one in pages(sites):
        indexed = '<meta name="robots" content="noindex">' not in one.text
        assert bool(one.graph) == (one.domain == CONFIRMED and indexed), one.path


def test_every_page_leads_home_and_names_its_publisher(sites: Sites) -> None:
    base = BASE[CONFIRMED]
    for one in (one for one in pages(sites) if one.graph):
        known = {node["@id"] for node in one.graph if "@id" in node}
        assert f"{base}#dinas" in known
        for url in re.findall(rf'"({base}[^"#]*)"', json.dumps(one.graph)):
            path = url.removeprefix(base)
            assert (path + "index.html" if path.endswith("/") or not path else path) in sites[CONFIRMED], url
        if '<nav class="crumb s"' in one.text:
            items = one.node("BreadcrumbList")["itemListElement"]
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))
            assert items[0]["item"] == base
            assert all("item" in item for item in items[:-1])
            assert "item" not in items[-1]


def test_article(sites: Sites) -> None:
    article = page(sites, CONFIRMED, "artikel/berobat.html").node("Article")
    assert article["headline"] == 'Berobat & "tanda" <uji>'
    assert (article["datePublished"], article["dateModified"]) == ("2026-11-10", "2026-11-20")
    assert article["citation"] == ["https://sumber.example/?x=1&y=2"]
    assert article["mainEntityOfPage"]["@id"] == f"{BASE[CONFIRMED]}artikel/berobat.html"
    assert article["inLanguage"] == "id"


def test_reviewed_only_if_it_was(sites: Sites) -> None:
    for one in (one for one in pages(sites) if one.graph and one.path.startswith("artikel/")):
        found = [node["mainEntityOfPage"] for node in one.graph if node["@type"] == "Article"]
        assert [("reviewedBy" in of) for of in found] == ["Belum ditinjau tenaga kesehatan" not in one.text] * len(
            found
        )


def test_home_says_who_it_is(sites: Sites) -> None:
    home = page(sites, CONFIRMED, "index.html")
    office = home.node("GovernmentOrganization")
    assert office["address"]["streetAddress"] == 'Jalan Contoh 1, "Gedung <A>"'
    assert office["telephone"] == "(0000) 555-0100"
    assert office["areaServed"]["name"] == "Kabupaten Sukabumi"
    assert home.node("WebSite")["url"] == BASE[CONFIRMED]
    elsewhere = page(sites, CONFIRMED, "artikel/berobat.html").node("GovernmentOrganization")
    assert "telephone" not in elsewhere


# -- Open Graph ------------------------------------------------------------------------------------------------------


def test_previews(sites: Sites) -> None:
    for one in pages(sites):
        found = CANONICAL.search(one.text)
        if not found or 'http-equiv="refresh"' in one.text:
            assert not one.shared, one.path
            continue
        base = BASE[one.domain]
        assert one.shared["og:url"] == found[1]
        assert one.shared["og:image"] == f"{base}og.png"
        assert one.shared["og:title"]
        assert one.shared["og:type"] == ("article" if "artikel/" in one.path and "<article" in one.text else "website")
        assert one.shared["og:site_name"] == one.shared["og:image:alt"]
        assert one.shared["og:site_name"].startswith("Dinas" if one.domain == CONFIRMED else "Portal")
        assert "resmi" not in one.shared["og:site_name"]
    assert page(sites, SUNDA, "index.html").shared["og:locale"] == "su_ID"
    assert page(sites, SUNDA, "id/index.html").shared["og:locale"] == "id_ID"
    assert page(sites, SUNDA, "index.html").shared["og:title"] == "Portal Kesehatan Kabupaten Garut"


def test_picture_of_each_site(sites: Sites) -> None:
    seen = set()
    for files in sites.values():
        data = files["og.png"]
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (1200, 630)
        assert len(data) < 40_000
        seen.add(data)
    assert len(seen) == len(sites)


# -- feeds -----------------------------------------------------------------------------------------------------------


def test_feeds_are_whole(sites: Sites) -> None:
    """RFC 4287, sections 4.1.1 and 4.1.2: what a feed and an entry must have; dates as RFC 3339 writes them."""
    stamp = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[789]:00")
    for domain, files in sites.items():
        feeds = [path for path in files if path.endswith(".xml") and path != "sitemap.xml"]
        assert bool(feeds) == (domain != AREA)
        for path in feeds:
            feed = ElementTree.fromstring(files[path])
            assert feed.tag == f"{ATOM}feed"
            for name in ("id", "title", "subtitle", "updated"):
                assert len(feed.findall(f"{ATOM}{name}")) == 1, (path, name)
                assert feed.findtext(f"{ATOM}{name}")
            assert feed.findtext(f"{ATOM}author/{ATOM}name")
            links = {link.get("rel"): str(link.get("href")) for link in feed.findall(f"{ATOM}link")}
            assert links["self"] == BASE[domain] + path
            shown = links["alternate"].removeprefix(BASE[domain])
            assert (shown if shown.endswith(".html") else f"{shown}index.html") in files
            entries = feed.findall(f"{ATOM}entry")
            days = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
            assert all(map(stamp.fullmatch, [*days, str(feed.findtext(f"{ATOM}updated"))]))
            assert feed.findtext(f"{ATOM}updated") == max(days)
            for entry in entries:
                for name in ("id", "title", "updated", "summary"):
                    assert len(entry.findall(f"{ATOM}{name}")) == 1
                assert entry.find(f"{ATOM}content") is None
                terms = [str(category.get("term")) for category in entry.findall(f"{ATOM}category")]
                topic = re.search(r"topik/([a-z0-9-]+)\.xml", path)
                assert topic is None or topic[1] in terms


def test_each_topic_has_a_feed_and_says_so(sites: Sites) -> None:
    lists = [one for one in pages(sites) if re.search(r"(^|/)topik/[a-z0-9-]+\.html$", one.path)]
    assert {one.domain for one in lists} == set(BASE) - {AREA}
    for one in lists:
        name = one.path.rpartition("/")[2].removesuffix(".html")
        assert f'<link rel="alternate" type="application/atom+xml" href="{name}.xml" title="' in one.text
        assert one.path.removesuffix("html") + "xml" in sites[one.domain]


# -- header files and the rest ---------------------------------------------------------------------------------------


def headers(data: bytes) -> dict[str, str]:
    """What a `_headers` file gives to every path."""
    lines = data.decode().splitlines()
    start = next(n for n, line in enumerate(lines) if line.endswith("*"))
    found: dict[str, str] = {}
    for line in lines[start + 1 :]:
        if not line.startswith("  "):
            break
        name, _, value = line.strip().partition(": ")
        found[name] = value
    return found


def test_headers_allow_what_pages_carry(sites: Sites) -> None:
    for domain, files in sites.items():
        told = headers(files["_headers"])
        policy = told["Content-Security-Policy"]
        assert policy.startswith("default-src 'none';")
        assert "frame-ancestors 'none'" in policy
        for one in (one for one in pages(sites) if one.domain == domain):
            meta = re.search(r'Content-Security-Policy" content="([^"]*)"', one.text)
            assert meta
            assert "frame-ancestors" not in meta[1]
            blocks = {
                _source(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', one.text)
            }
            hashes = set(re.findall(r"'sha256-[^']*'", meta[1]))
            assert blocks <= hashes, one.path
            assert hashes - blocks <= set(re.findall(r"'sha256-[^']*'", policy)), one.path
        server = files[".htaccess"].decode()
        for name, value in told.items():
            assert f'Header always set {name} "{value}"' in server
        assert ("Strict-Transport-Security" in told) == (domain == CONFIRMED)
    assert "\n/kesehatan/*\n" in sites[MOUNTED]["_headers"].decode()
    assert "ErrorDocument 404 /kesehatan/404.html\n" in sites[MOUNTED][".htaccess"].decode()


_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_manifest(sites: Sites) -> None:
    for domain, files in sites.items():
        told = json.loads(files["manifest.webmanifest"])
        assert told["start_url"] in files
        assert told["icons"][0]["src"] in files
        assert told["name"] in files["index.html"].decode()
        assert told["lang"] == ("su" if domain == SUNDA else "id")


def satu(more: str) -> dict[str, str]:
    """The good project with more keys for its first site."""
    return {**GOOD, "sites.yaml": GOOD["sites.yaml"].replace('district: "32.02"', f'district: "32.02", {more}')}


def test_an_officers_own_file_goes_before_ours(project: MakeProject) -> None:
    root = project(satu("keep: [.htaccess, .well-known/]"))
    (root / "content/sites/satu/static").mkdir(parents=True)
    (root / "content/sites/satu/static/_headers").write_text("/*\n  X-Own: yes\n")
    assert not build_project(root).failed
    (root / "dist/satu.example/.htaccess").write_text("# milik dinas\n")
    (root / "sites.yaml").touch()
    assert not build_project(root).failed
    first, second = read_tree(root / "dist/satu.example"), read_tree(root / "dist/dua.example")
    assert first[".htaccess"] == b"# milik dinas\n"
    assert first["_headers"] == b"/*\n  X-Own: yes\n"
    assert b"Content-Security-Policy" in second[".htaccess"]
    assert b"Content-Security-Policy" in second["_headers"]


@pytest.mark.parametrize(
    "url",
    [
        'https://satu.example/"x/',
        "https://satu.example/a;b/",
        "https://satu.example/a'b/",
        "https://satu.example/$1/",
        "https://satu.example/%{HTTP_HOST}/",
        "https://satu.example/a/*/",
    ],
)
def test_an_address_cannot_write_into_header_files(project: MakeProject, url: str) -> None:
    root = project(satu(f"base_url: {json.dumps(url)}"))
    report = build_project(root)
    assert report.failed
    assert {p.rule for p in report.problems if p.severity == "error"} <= {"base-url-shape", "value-invalid"}


def test_security_txt(project: MakeProject) -> None:
    root = project(satu('security: {contact: "mailto:keamanan@satu.example", expires: 2027-06-30}'))
    assert not build_project(root).failed
    assert (root / "dist/satu.example/.well-known/security.txt").read_text() == (
        "Contact: mailto:keamanan@satu.example\nExpires: 2027-06-30T00:00:00+07:00\nPreferred-Languages: id\n"
        "Canonical: https://satu.example/.well-known/security.txt\n"
    )
    assert not (root / "dist/dua.example/.well-known").exists()


def test_security_txt_ends_on_its_day(project: MakeProject) -> None:
    root = project(satu('security: {contact: "https://satu.example/lapor", expires: 2026-12-01}'))
    path = root / "dist/satu.example/.well-known/security.txt"
    build_project(root)
    assert path.exists()
    assert read_project(root, dt.date(2026, 11, 21), False, []).next_change == dt.date(2026, 12, 1)
    report = build_project(root, today=dt.date(2026, 12, 1))
    assert "security-expired" in {p.rule for p in report.problems}
    assert not path.exists()


def test_security_txt_has_its_place_at_the_root_of_a_host(project: MakeProject) -> None:
    more = (
        'base_url: "https://satu.example/kesehatan/", security: {contact: "mailto:a@satu.example", expires: 2027-01-01}'
    )
    root = project(satu(more))
    assert not build_project(root).failed
    assert not (root / "dist/satu.example/.well-known").exists()
