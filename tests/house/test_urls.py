"""Paths and links inside one site."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.urls import canonical_path, is_permalink, is_reserved, relative, root_of

_PART = st.text("abc", min_size=1, max_size=2)
_PATH = st.lists(_PART, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".html")


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("index.html", "artikel/a.html", "../index.html"),
        ("artikel/b.html", "artikel/a.html", "b.html"),
        ("artikel/a.html", "index.html", "artikel/a.html"),
        ("en/artikel/a.html", "artikel/a.html", "../en/artikel/a.html"),
        ("artikel/a/x.pdf", "artikel/a.html", "a/x.pdf"),
        ("artikel/a.html", "artikel/a/x.html", "../a.html"),
        ("a.html", "a.html", "a.html"),
    ],
)
def test_relative(target: str, page: str, link: str) -> None:
    assert relative(target, page) == link


@given(_PATH, _PATH)
def test_a_relative_link_leads_there(target: str, page: str) -> None:
    link = relative(target, page)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) == target
    assert link == posixpath.relpath(target, posixpath.dirname(page) or ".")


@given(_PATH)
def test_the_root(page: str) -> None:
    assert posixpath.normpath(posixpath.join(posixpath.dirname(page), root_of(page) + "index.html")) == "index.html"


def test_canonical() -> None:
    assert canonical_path("index.html") == ""
    assert canonical_path("en/artikel/index.html") == "en/artikel/"
    assert canonical_path("artikel/a.html") == "artikel/a.html"
    assert canonical_path("artikel/reindex.html") == "artikel/reindex.html"


@pytest.mark.parametrize("slug", ["index", "404", "halaman-2", "halaman-10", "con", "nul", "com1", "lpt9", "en", "su"])
def test_reserved(slug: str) -> None:
    assert is_reserved(slug, frozenset({"id", "en", "su"}))


@pytest.mark.parametrize("slug", ["halaman", "halaman-depan", "contoh", "indeks", "com", "english"])
def test_not_reserved(slug: str) -> None:
    assert not is_reserved(slug, frozenset({"id", "en", "su"}))


@pytest.mark.parametrize(
    "path", ["artikel/a.html", "tentang.html", "en/artikel/a.html", "kontak.html", "peta-situs.html"]
)
def test_permalinks(path: str) -> None:
    assert is_permalink(path)


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "artikel/index.html",
        "artikel/halaman-2.html",
        "404.html",
        "topik/a.html",
        "en/topik/a.html",
        "a.pdf",
    ],
)
def test_lists_are_no_permalinks(path: str) -> None:
    assert not is_permalink(path)
