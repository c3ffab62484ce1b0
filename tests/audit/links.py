"""What a whole folder of sites must keep to: links, addresses, feeds, sitemap, JSON-LD, Open Graph. Pure Python.

`faults` reads built files only, so it is true of any `dist/`, whoever built it; tests/page runs it too.
"""

import json
import posixpath
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

from tests.page.pages import Markup

Files = Mapping[str, bytes]
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MANIFEST = "sitegen-manifest.json"
PICTURE, PICTURE_BYTES = (1200, 630), 300_000
# RFC 3339 for Atom; W3C date and time for sitemaps.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?")
_HOST = re.compile(rb"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LINKS = {"a": "href", "link": "href", "area": "href", "img": "src", "script": "src", "source": "src", "use": "href"}


@dataclass(frozen=True)
class Tree:
    """All files of one site by their paths."""

    domain: str
    files: Files

    @cached_property
    def pages(self) -> dict[str, Markup]:
        """Its HTML pages, parsed."""
        return {path: Markup(data.decode()) for path, data in self.files.items() if path.endswith(".html")}

    @cached_property
    def base(self) -> str:
        """The address of its home, as the home itself says it."""
        found = self.pages["index.html"].find("link", rel="canonical") if "index.html" in self.pages else []
        return found[0].attrs["href"] if found else f"https://{self.domain.lower()}/"

    def at(self, url: str) -> str | None:
        """The path of the file at an address of this site; None for another site's address."""
        if not url.startswith(self.base):
            return None
        path = unquote(urlsplit(url[len(self.base) :]).path)
        return f"{path}index.html" if not path or path.endswith("/") else path

    def meta(self, path: str, name: str) -> list[str]:
        """What the <meta> elements of that name or property say on a page."""
        metas = self.pages[path].find("meta")
        return [e.attrs.get("content", "") for e in metas if name in (e.attrs.get("name"), e.attrs.get("property"))]

    def indexed(self, path: str) -> bool:
        """Whether search engines may list the page."""
        return path != "404.html" and not any("noindex" in words for words in self.meta(path, "robots"))

    def moves(self, path: str) -> bool:
        """Whether the page only leads to another."""
        return any(e.attrs.get("http-equiv", "").lower() == "refresh" for e in self.pages[path].find("meta"))


def read(folder: Path) -> dict[str, Tree]:
    """The sites of a `dist` folder; folders that only lead from an old host to a site are left out."""
    found = {}
    for root in sorted(path for path in folder.iterdir() if path.is_dir() and (path / MANIFEST).is_file()):
        if not root.name.startswith("alih_"):
            files = {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}
            found[root.name] = Tree(root.name, files)
    return found


def faults(trees: Mapping[str, Tree]) -> list[str]:
    """All that is wrong, a line each: `site/path: what`."""
    hosts = {
        domain: {domain.lower().encode(), (urlsplit(t.base).hostname or "").encode()} for domain, t in trees.items()
    }
    found = []
    for domain, tree in trees.items():
        others = set().union(*(names for other, names in hosts.items() if other != domain)) - hosts[domain]
        for part in (_links, _canonical, _orphans, _feeds, _sitemap, _json_ld, _open_graph):
            found += [f"{domain}/{line}" for line in part(tree)]
        for path, data in tree.files.items():
            named = others & set(_HOST.findall(data.lower())) if path != MANIFEST and _is_text(path) else ()
            found += [f"{domain}/{path}: names {host.decode()}" for host in sorted(named)]
    return found


def tally(trees: Mapping[str, Tree]) -> dict[str, int]:
    """How many there are of what is checked, so that a check of nothing shows."""
    pages = [(tree, path) for tree in trees.values() for path in tree.pages]
    return {
        "sites": len(trees),
        "pages": len(pages),
        "links": sum(len(list(_targets(tree.pages[path]))) for tree, path in pages),
        "feeds": sum(path.endswith("feed.xml") for tree in trees.values() for path in tree.files),
        "sitemaps": sum("sitemap.xml" in tree.files for tree in trees.values()),
        "pages with JSON-LD": sum(bool(_blocks(tree.pages[path])) for tree, path in pages),
        "pages with Open Graph": sum(bool(tree.meta(path, "og:title")) for tree, path in pages),
    }


def _is_text(path: str) -> bool:
    return path.endswith((".html", ".xml", ".txt", ".json", ".js", ".css", ".svg", ".webmanifest", ".ics"))


def _targets(page: Markup) -> Iterator[str]:
    for element in page.elements:
        name = _LINKS.get(element.tag)
        if name and name in element.attrs and element.attrs.get("rel") != "canonical":
            yield element.attrs[name]
        if "srcset" in element.attrs:
            yield from (part.split()[0] for part in element.attrs["srcset"].split(",") if part.strip())


def _inside(tree: Tree, path: str, link: str) -> str | None:
    """The file that a link on a page leads to; None if it leads out of the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return tree.at(link)
    if not parts.path:
        return path
    if path == "404.html":  # a host shows it at any depth
        return tree.at(urljoin(tree.base, link))
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))


def _links(tree: Tree) -> Iterator[str]:
    ids = {path: {e.attrs["id"] for e in page.elements if "id" in e.attrs} for path, page in tree.pages.items()}
    for path, page in tree.pages.items():
        for link in _targets(page):
            target = _inside(tree, path, link)
            fragment = unquote(urlsplit(link).fragment)
            if target is None:
                continue
            if target not in tree.files:
                yield f"{path}: {link} leads nowhere"
            elif fragment and target in ids and fragment not in ids[target]:
                yield f"{path}: {link} has no such place"
            if link.startswith("/") and path != "404.html":
                yield f"{path}: {link} does not work below a folder or from file://"
        doubled = [e.attrs["id"] for e in page.elements if "id" in e.attrs]
        yield from (f"{path}: the id {name} stands twice" for name in ids[path] if doubled.count(name) > 1)


def _canonical(tree: Tree) -> Iterator[str]:
    for path, page in tree.pages.items():
        found = [e.attrs.get("href", "") for e in page.find("link", rel="canonical")]
        if path == "404.html":
            if found:
                yield f"{path}: a page at any address has no canonical one"
        elif len(found) != 1 or not urlsplit(found[0]).scheme:
            yield f"{path}: canonical {found}"
        elif (own := tree.at(found[0])) and own != path and not tree.moves(path):
            yield f"{path}: its canonical address is that of {own}"


def _orphans(tree: Tree) -> Iterator[str]:
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for link in _targets(tree.pages[path]):
            target = _inside(tree, path, link)
            if target in tree.pages and target not in seen:
                seen.add(target)
                waiting.append(target)
    for path in sorted(tree.pages.keys() - seen - {"404.html"}):
        if not tree.moves(path) and not _is_tombstone(tree, path):
            yield f"{path}: nothing leads here from the home page"


def _is_tombstone(tree: Tree, path: str) -> bool:
    """A withdrawn document: kept off all lists, it stands among articles and is none."""
    name = posixpath.basename(path)
    return (
        not name.startswith(("index", "halaman-")) and not tree.indexed(path) and not tree.pages[path].find("article")
    )


def _feeds(tree: Tree) -> Iterator[str]:
    """RFC 4287: what a feed and each entry must have."""
    for path in (path for path in tree.files if path.endswith((".atom", "feed.xml"))):
        try:
            feed = ElementTree.fromstring(tree.files[path])
        except ElementTree.ParseError as error:
            yield f"{path}: {error}"
            continue
        if feed.tag != f"{ATOM}feed":
            yield f"{path}: no Atom feed"
        own = [link.get("href", "") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
        if [tree.at(link) for link in own] != [path]:
            yield f"{path}: its own address is given as {own}"
        signed = feed.find(f"{ATOM}author/{ATOM}name") is not None
        ids = []
        for part in (feed, *feed.findall(f"{ATOM}entry")):
            said = {name: (part.findtext(f"{ATOM}{name}") or "").strip() for name in ("id", "title", "updated")}
            ids.append(said["id"])
            yield from (f"{path}: {said['id']} lacks <{name}>" for name, text in said.items() if not text)
            if not _MOMENT.fullmatch(said["updated"]):
                yield f"{path}: updated {said['updated']!r}"
            if not signed and part is not feed and part.find(f"{ATOM}author/{ATOM}name") is None:
                yield f"{path}: {said['id']} has no author"
            links = [link.get("href", "") for link in part.findall(f"{ATOM}link")]
            if part is not feed and not links and part.find(f"{ATOM}content") is None:
                yield f"{path}: {said['id']} has neither link nor content"
            yield from (f"{path}: {link} leads nowhere" for link in links if tree.at(link) not in tree.files)
        if len(ids) != len(set(ids)):
            yield f"{path}: an id stands twice"


def _sitemap(tree: Tree) -> Iterator[str]:
    path = "sitemap.xml"
    wanted = {p for p in tree.pages if tree.indexed(p) and tree.at(_address(tree, p)) == p}
    if path not in tree.files:
        if wanted:
            yield f"{path}: is missing, though {len(wanted)} pages may be listed"
        return
    try:
        root = ElementTree.fromstring(tree.files[path])
    except ElementTree.ParseError as error:
        yield f"{path}: {error}"
        return
    listed = [(loc.text or "").strip() for loc in root.iter(f"{SITEMAP}loc")]
    paths = {tree.at(url) or url for url in listed}
    if len(paths) != len(listed):
        yield f"{path}: an address stands twice"
    yield from (f"{path}: {found} may not be listed or is no page" for found in sorted(paths - wanted))
    for day in root.iter(f"{SITEMAP}lastmod"):
        if not _DAY.fullmatch(day.text or ""):
            yield f"{path}: lastmod {day.text!r}"


def _address(tree: Tree, path: str) -> str:
    found = tree.pages[path].find("link", rel="canonical")
    return found[0].attrs.get("href", "") if found else ""


def _blocks(page: Markup) -> list[str]:
    return [e.text for e in page.find("script", type="application/ld+json")]


def _json_ld(tree: Tree) -> Iterator[str]:
    for path, page in tree.pages.items():
        for block in _blocks(page):
            try:
                said = json.loads(block)
            except ValueError as error:
                yield f"{path}: JSON-LD: {error}"
                continue
            top = said if isinstance(said, list) else [said]
            for thing in top:
                if not isinstance(thing, dict) or not re.fullmatch(
                    r"https?://schema\.org/?", str(thing.get("@context"))
                ):
                    yield f"{path}: JSON-LD without its @context"
            yield from (f"{path}: JSON-LD: {fault}" for fault in _things(tree, top))


def _things(tree: Tree, value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _things(tree, item, name)
    elif isinstance(value, dict):
        if "@graph" not in value and "@type" not in value and "@id" not in value:
            yield f"{name or 'a thing'} has no @type"
        for key, item in value.items():
            yield from _things(tree, item, key)
    elif isinstance(value, str) and name in ("url", "item", "image", "logo", "mainEntityOfPage"):
        if not urlsplit(value).scheme:
            yield f"{name} {value!r} is no whole address"
        elif (path := tree.at(value)) is not None and path not in tree.files:
            yield f"{name} {value} leads nowhere"


def _open_graph(tree: Tree) -> Iterator[str]:
    """ogp.me: a page that says anything of itself says title, type, address and picture."""
    for path, page in tree.pages.items():
        said = {e.attrs["property"] for e in page.find("meta") if e.attrs.get("property", "").startswith("og:")}
        if not said:
            continue
        needed = ("og:title", "og:type", "og:url", "og:image")
        yield from (f"{path}: Open Graph lacks {name}" for name in needed if len(tree.meta(path, name)) != 1)
        for url in tree.meta(path, "og:url"):
            if tree.at(url) != path and url != _address(tree, path):
                yield f"{path}: og:url is {url}"
        for url in tree.meta(path, "og:image"):
            picture = tree.files.get(tree.at(url) or "")
            if picture is None:
                yield f"{path}: og:image {url} leads nowhere"
            elif len(picture) > PICTURE_BYTES:
                yield f"{path}: og:image has {len(picture)} bytes"
            elif picture[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">II", picture[16:24]) != PICTURE:
                yield f"{path}: og:image is {struct.unpack('>II', picture[16:24])}"
