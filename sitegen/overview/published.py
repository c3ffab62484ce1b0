"""What lies in a site's published folder, looked at file by file: nothing here asks the plan what ought to be there.

Pages are read by patterns, not parsed: thousands of them are looked at, all written by a theme of this project.
"""

import os
import re
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from sitegen.overview.facts import Weight
from sitegen.write.files import read_regular
from sitegen.write.manifest import read as read_manifest

_TAG = r"<{name}\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>"
_META, _LINK, _FORM, _ANCHOR = (
    re.compile(_TAG.format(name=name), re.IGNORECASE) for name in "meta link form a".split()
)
_ATTRIBUTE = re.compile(
    r"\b(rel|media|href|action|role|name|content|http-equiv)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.I
)
_HREF = re.compile(r"<a\b[^>]*?\shref\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_TAGLINE = re.compile(r"</h1>\s*<p\b[^>]*>(.*?)</p>", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_SHARE = "https://wa.me/?text="


@dataclass(frozen=True, slots=True)
class Seen:
    """What one published page has: the paths that it links to (of this site), the sheets for paper, the pages that its
    search forms lead to; whether it fits phones (viewport), can be shared, and only `moves` readers on."""

    links: frozenset[str]
    sheets: tuple[str, ...]
    searches: tuple[str, ...]
    fits: bool
    shared: bool
    moves: bool


@dataclass(frozen=True)
class Tree:
    """A published folder: its pages by path with their weights, and what lies there on disk."""

    folder: Path
    mount: str
    pages: dict[str, Seen]
    weights: tuple[Weight, ...]
    _texts: dict[str, str] = field(default_factory=dict)

    def has(self, path: str) -> bool:
        """Whether there is such a file, asked of the disk."""
        return bool(path) and (self.folder / path).is_file()

    def text(self, path: str) -> str:
        """The HTML of a page, "" if there is none."""
        try:
            return read_regular(str(self.folder / path)).decode("utf-8", "replace")
        except OSError:
            return ""

    def tagline(self) -> str:
        """The sentence below the title of the home page, as plain text."""
        found = _TAGLINE.search(self.text("index.html"))
        return " ".join(unescape(_MARKUP.sub("", found[1])).split()) if found else ""

    def clicks(self) -> dict[str, int]:
        """How many links away from the home page each page is, by the shortest way; pages that no way leads to are not
        in it. A breadth-first walk."""
        found = {"index.html": 0} if "index.html" in self.pages else {}
        queue = list(found)
        for path in queue:
            for target in sorted(self.pages[path].links):
                if target in self.pages and target not in found:
                    found[target] = found[path] + 1
                    queue.append(target)
        return found


def look(folder: Path, mount: str) -> Tree | None:
    """The published tree of a site that is served below `mount` ("/" or "/portal/"); None without a manifest that can
    be read. Pages are those of the manifest that are still there."""
    manifest = read_manifest(os.fspath(folder))
    if manifest is None:
        return None
    pages: dict[str, Seen] = {}
    weights = []
    for path in sorted(path for path in manifest[0].files if path.endswith(".html")):
        try:
            data = read_regular(os.fspath(folder / path))
        except OSError:
            continue
        seen = pages[path] = _seen(path, data.decode("utf-8", "replace"), mount)
        weights.append(Weight(path, len(data), _packed(data), seen.moves))
    return Tree(folder, mount, pages, tuple(weights))


def _seen(path: str, html: str, mount: str) -> Seen:
    head = html[: html.find("</head>") + 1 or None]
    metas = [_attributes(tag) for tag in _META.findall(head)]
    links = [_attributes(tag) for tag in _LINK.findall(head)]
    forms = [_attributes(tag) for tag in _FORM.findall(html)]
    hrefs = [double or single for double, single in _HREF.findall(html)]
    folder = dirname(path)
    return Seen(
        frozenset(target for href in set(hrefs) if (target := inside(href, folder, mount))),
        tuple(
            inside(one.get("href", ""), folder, mount)
            for one in links
            if one.get("rel") == "stylesheet" and one.get("media") == "print"
        ),
        tuple(inside(one.get("action", ""), folder, mount) for one in forms if one.get("role") == "search"),
        any(m.get("name") == "viewport" and "width=device-width" in m.get("content", "") for m in metas),
        any(href.startswith(_SHARE) and len(href) > len(_SHARE) for href in hrefs),
        any(m.get("http-equiv", "").lower() == "refresh" for m in metas),
    )


def _attributes(tag: str) -> dict[str, str]:
    return {name.lower(): unescape(double or single) for name, double, single in _ATTRIBUTE.findall(tag)}


@lru_cache(maxsize=65536)
def inside(href: str, folder: str, mount: str) -> str:
    """The file of the site that a link in a page of `folder` leads to (RFC 3986, 5.2), "" if it leads elsewhere or
    stays on its page."""
    try:
        parts = urlsplit(unescape(href))
    except ValueError:
        return ""  # no address at all
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    path = unquote(parts.path)
    if path.startswith("/"):
        if not path.startswith(mount):
            return ""
        path = path[len(mount) :]
    else:
        path = join(folder, path)
    whole = normpath(path) if path else "."
    if whole.startswith("../") or whole == "..":
        return ""
    return "index.html" if whole == "." else f"{whole}/index.html" if path.endswith("/") else whole


def _packed(data: bytes) -> int:
    """The size after gzip -9 (RFC 1952), without a name or a time."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return len(packer.compress(data)) + len(packer.flush())
