"""One theme for all generators: TEMPLATES says what pages look like, WORDS how each generator says what varies.

In TEMPLATES, `[[...]]` stands for a word of WORDS; everything else is the same bytes for everyone. Where a word differs
with the template that it stands in, its row begins with the name of that template (`article: page.title`).
"""

import re

from .words import SITEGEN, WORDS

_HEAD = """<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>[[page.title]] | [[site.name]]</title>
<meta name="description" content="[[page.summary]]">
<link rel="canonical" href="[[site.url]][[page.path]]">
<link rel="alternate" type="application/atom+xml" href="[[site.url]]feed.xml" title="[[site.name]]">
<style>[[css]]</style>
</head>
<body>
[[header]]
<main>
"""
_FOOT = """</main>
[[footer]]
</body>
</html>
"""
_LIST = """<h1>[[page.title]]</h1>
<p class="lead">[[page.summary]]</p>
<nav aria-label="Topik"><ul>
[[each topics]]<li><a href="[[topic.href]]">[[topic.title]]</a></li>
[[end each]]</ul></nav>
<ul class="rows">
[[list.cards]]
</ul>
<nav aria-label="Halaman daftar"><ul>
[[if previous]]<li><a href="[[previous]]" rel="prev">Sebelumnya</a></li>
[[end if]][[if next]]<li><a href="[[next]]" rel="next">Berikutnya</a></li>
[[end if]]</ul></nav>
"""

TEMPLATES = {
    "article": _HEAD
    + """<article>
<h1>[[page.title]]</h1>
<p class="lead">[[page.summary]]</p>
<p class="s"><time datetime="[[article.date]]">[[article.date]]</time>
[[each article.topics]] <a href="[[topic.href]]">[[topic.title]]</a>
[[end each]]</p>
<div class="body">
[[article.body]]
</div>
<section class="rel"><h2>Artikel terkait</h2>
<ul>
[[article.related]]
</ul></section>
</article>
"""
    + _FOOT,
    "list": _HEAD + _LIST + _FOOT,
    "topic": _HEAD + _LIST + _FOOT,
    "home": _HEAD
    + """<h1>[[site.name]]</h1>
<p class="lead">Cara mendaftar, berobat, dan mencegah penyakit.</p>
<section><h2>Artikel terbaru</h2>
<ul class="rows">
[[home.cards]]
</ul>
<p><a href="[[all articles]]">Semua artikel</a></p></section>
<section><h2>Menurut topik</h2>
<ul>
[[each topics]]<li><a href="[[topic.href]]">[[topic.title]]</a></li>
[[end each]]</ul></section>
"""
    + _FOOT,
    "header": """<header><p class="brand"><a href="[[root]]index.html"><b>[[site.name]]</b></a></p>
<nav aria-label="Menu utama"><ul>
<li><a href="[[root]]index.html">Beranda</a></li>
<li><a href="[[all articles]]">Artikel</a></li>
<li><a href="[[root]]feed.xml">Umpan</a></li>
</ul></nav>
<p class="sos"><a href="tel:119"><b>119</b> <span>Gawat darurat</span></a> <a href="tel:165"><b>165</b></a></p>
</header>""",
    "footer": """<footer>
<h2>Kontak</h2>
<p>[[site.name]]<br>Telepon [[site.phone]]</p>
<p>Pertanyaan tentang JKN: <a href="tel:165">165</a>, 24 jam.</p>
<p class="s">Situs ini tidak memakai pelacak, kuki, atau formulir data pribadi.</p>
</footer>""",
    "card": """<li><h2><a href="[[card.href]]">[[card.title]]</a></h2>
<p>[[card.summary]]</p>
<p class="s">[[card.date]]</p></li>
""",
    "related": """<li><a href="[[card.href]]">[[card.title]]</a></li>
""",
    "feed": """[[xml]]
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
<id>[[feed.url]]</id>
<title>[[site.name]]</title>
<link rel="self" type="application/atom+xml" href="[[feed.url]]"/>
<updated>[[feed.updated]]T00:00:00Z</updated>
<author><name>[[site.name]]</name></author>
[[feed.entries]]
</feed>
""",
    "entry": """<entry>
<id>[[site.url]][[card.path]]</id>
<title>[[card.title]]</title>
<link rel="alternate" type="text/html" href="[[site.url]][[card.path]]"/>
<updated>[[card.date]]T00:00:00Z</updated>
<summary>[[card.summary]]</summary>
</entry>
""",
    "sitemap": """[[xml]]
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
[[sitemap.urls]]
</urlset>
""",
    "url": """<url><loc>[[site.url]][[card.path]]</loc><lastmod>[[card.date]]</lastmod></url>
""",
}

CSS = ":root{--paper:#fff;--ink:#1b1d1c}" + "".join(
    f".u{n}{{margin:{n}px;padding:.{n}rem;border:1px solid #{n:03}}}" for n in range(100)
)
"""As much as a hand-written sheet, on every page; minified as it is."""


def template(name: str, tool: int) -> str:
    """One of TEMPLATES in the words of one generator."""

    def word(found: re.Match[str]) -> str:
        if found[1] == "css":
            return "{{ style.text }}" if tool == SITEGEN else CSS
        row = WORDS.get(f"{name}: {found[1]}") or WORDS[found[1]]
        return row[tool]

    return re.sub(r"\[\[([^]]+)\]\]", word, TEMPLATES[name])
