"""Whole sites: links, addresses, feeds, sitemap, JSON-LD and Open Graph, by the checks of tests/audit."""

from collections.abc import Mapping

from tests.audit.links import Tree, faults, tally

from .pages import Site

HEAD = '<link rel="canonical" href="https://satu.example/{url}"><p id="a"></p>'
FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:1</id><title>A</title><updated>kemarin</updated>
<entry><id>tag:1</id><title/><updated>2026-11-01T00:00:00Z</updated><link href="https://satu.example/tiada.html"/></entry></feed>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://satu.example/tiada.html</loc><lastmod>kemarin</lastmod></url></urlset>"""
JSON_LD = '<script type="application/ld+json">{}</script>'
# A page and what is said of it; each kind of fault once.
WRONG = {
    '<a href="tiada.html">': "index.html: tiada.html leads nowhere",
    '<a href="index.html#tiada">': "index.html: index.html#tiada has no such place",
    '<a href="/index.html">': "index.html: /index.html does not work below a folder or from file://",
    '<i id="a">': "index.html: the id a stands twice",
    "Dua.example": "index.html: names dua.example",
    JSON_LD.format("{"): "index.html: JSON-LD: Expecting property name enclosed in double quotes",
    JSON_LD.format('{"@type": "Article"}'): "index.html: JSON-LD without its @context",
    JSON_LD.format('{"@context": "https://schema.org", "@type": "Article", "author": {"name": "A"}}'): (
        "index.html: JSON-LD: author has no @type"
    ),
    '<meta property="og:title" content="A">': "index.html: Open Graph lacks og:image",
    '<meta property="og:image" content="https://satu.example/tiada.png">': (
        "index.html: og:image https://satu.example/tiada.png leads nowhere"
    ),
}


def _said(files: Mapping[str, str]) -> str:
    other = {"index.html": HEAD.format(url="").replace("satu", "dua").encode()}
    tree = Tree("satu.example", {path: text.encode() for path, text in files.items()})
    return "\n".join(faults({"satu.example": tree, "dua.example": Tree("dua.example", other)}))


def test_the_sites(sites: dict[str, Site]) -> None:
    trees = {domain: Tree(domain, site.files) for domain, site in sites.items()}
    assert faults(trees) == []
    counts = tally(trees)
    assert all(counts[name] for name in ("pages", "links", "feeds", "sitemaps")), counts


def test_the_checks_see_what_is_wrong() -> None:
    home, noindex = HEAD.format(url=""), '<meta name="robots" content="noindex">'
    assert "satu.example" not in _said({"index.html": home + noindex})
    for markup, fault in WRONG.items():
        assert fault in _said({"index.html": home + noindex + markup}), markup
    rest = _said(
        {
            "index.html": home,
            "lepas.html": HEAD.format(url=""),
            "halaman-2.html": "<article>",
            "feed.xml": FEED,
            "sitemap.xml": SITEMAP,
        }
    )
    for fault in (
        "lepas.html: its canonical address is that of index.html",
        "lepas.html: nothing leads here from the home page",
        "halaman-2.html: canonical []",
        "feed.xml: its own address is given as []",
        "feed.xml: updated 'kemarin'",
        "feed.xml: tag:1 lacks <title>",
        "feed.xml: tag:1 has no author",
        "feed.xml: https://satu.example/tiada.html leads nowhere",
        "feed.xml: an id stands twice",
        "sitemap.xml: tiada.html may not be listed or is no page",
        "sitemap.xml: lastmod 'kemarin'",
    ):
        assert fault in rest, fault
    assert "sitemap.xml: is missing" in _said({"index.html": home})
