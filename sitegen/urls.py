"""Paths and URLs inside one site, and the number behind a `tel:`.

Links are page-relative with file names, so a site works at any mount point.
"""

import re

RESERVED_SLUGS = frozenset({"index", "404"})
_RESERVED = re.compile(r"^(halaman-\d+|con|prn|aux|nul|com\d|lpt\d)$")
_NOT_PERMANENT = re.compile(
    r"(^|/)(index|404|halaman-\d+)\.html$|(^|/)topik/|^([a-z]{2,3}/)?(istilah|tanya-jawab|pengumuman|agenda|unduhan|kuis|peta-situs-[^/]+)\.html$"
)


def is_reserved(slug: str, languages: frozenset[str] = frozenset()) -> bool:
    """Whether a slug is kept for our own pages, for a language, or by Windows as a device name."""
    return slug in RESERVED_SLUGS or slug in languages or _RESERVED.match(slug) is not None


def is_permalink(path: str) -> bool:
    """Whether readers may hold this path for years (RFC 3986 sense of "cool URIs"): documents, not lists."""
    return path.endswith(".html") and _NOT_PERMANENT.search(path) is None


def root_of(path: str) -> str:
    """The prefix that leads from a page to the root of its site: "", "../", "../../"."""
    return "../" * path.count("/")


def relative(target: str, page: str) -> str:
    """The link from one page to another of its site: `relative("index.html", "a/b.html")` is `"../index.html"`.

    Both are normal paths inside the site, as plans make them, so common folders can be cut off as text.
    """
    start = 0
    while True:
        at = page.find("/", start)
        if at < 0 or not target.startswith(page[start : at + 1], start):
            return "../" * page.count("/", start) + target[start:]
        start = at + 1


def dialled(value: str) -> str:
    """A telephone number as a `tel:` link writes it (RFC 3966): digits and a leading plus."""
    return ("+" if value.lstrip().startswith("+") else "") + re.sub(r"[^0-9]", "", value)


def canonical_path(path: str) -> str:
    """The path as canonical URLs show it: a folder's index without its file name."""
    folder, slash, name = path.rpartition("/")
    return folder + slash if name == "index.html" else path


def document_name(written: str) -> str:
    """The name of a document as front matter may write it: "artikel/x", also with .md or .html."""
    return written.removesuffix(".md").removesuffix(".html")
