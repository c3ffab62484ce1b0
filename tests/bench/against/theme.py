# ruff: noqa: E501 - a row reads better whole
"""One theme for all generators: TEMPLATES says what pages look like, WORDS how each generator says what varies in them.

In TEMPLATES, `[[...]]` stands for a word of WORDS; everything else is the same bytes for everyone. Where a word differs
with the template that it stands in, its row begins with the name of that template (`article: page.title`).
"""

import re

SITEGEN, HUGO, ZOLA, ELEVENTY, PELICAN = range(5)

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

_XML = '<?xml version="1.0" encoding="utf-8"?>'
_SHOWN = "(cond .IsHome .Site.RegularPages .RegularPages)"

WORDS: dict[str, tuple[str, str, str, str, str]] = {
    # sitegen, Hugo, Zola (Tera), Eleventy (Nunjucks), Pelican (Jinja2)
    "site.name": (
        "{{ site.name }}",
        "{{ .Site.Title }}",
        "{{ config.title }}",
        "{{ entry.site.name }}",
        "{{ SITENAME }}",
    ),
    "site.url": (
        "{{ site.base_url }}",
        "{{ .Site.BaseURL }}",
        "{{ config.base_url | safe }}/",
        "{{ entry.site.url }}",
        "{{ SITEURL }}/",
    ),
    "site.phone": (
        "{{ site.contact.phone }}",
        "{{ .Site.Params.phone }}",
        "{{ config.extra.phone }}",
        "{{ entry.site.phone }}",
        "{{ PHONE }}",
    ),
    "header": (
        "{{ partials.header }}",
        '{{ partialCached "header.html" . .Site.BaseURL }}',
        '{% include "header.html" %}',
        '{% include "header.njk" %}',
        '{% include "header.html" %}',
    ),
    "footer": (
        "{{ partials.footer }}",
        '{{ partialCached "footer.html" . .Site.BaseURL }}',
        '{% include "footer.html" %}',
        '{% include "footer.njk" %}',
        '{% include "footer.html" %}',
    ),
    "root": ("{{ page.head.root }}", "/", "/", "/", "/"),
    "header: root": ("{{ chrome.root }}", "/", "/", "/", "/"),
    "all articles": (
        "{{ page.head.root }}artikel/index.html",
        "/artikel.html",
        "/artikel/index.html",
        "/artikel/index.html",
        "/artikel/index.html",
    ),
    "header: all articles": (
        "{{ chrome.root }}artikel/index.html",
        "/artikel.html",
        "/artikel/index.html",
        "/artikel/index.html",
        "/artikel/index.html",
    ),
    "page.title": (
        "{{ page.head.title }}",
        "{{ .Title }}",
        "{{ page.title }}",
        "{{ entry.title }}",
        "{{ article.title }}",
    ),
    "page.summary": (
        "{{ page.head.description }}",
        "{{ .Description }}",
        "{{ page.description }}",
        "{{ entry.summary }}",
        "{{ article.description }}",
    ),
    "page.path": (
        "{{ page.head.url }}",
        '{{ strings.TrimPrefix "/" .RelPermalink }}',
        '{{ current_path | trim_start_matches(pat="/") | safe }}',
        "{{ entry.path }}",
        "{{ output_file }}",
    ),
    "list: page.title": ("{{ page.head.title }}", "{{ .Title }}", "Artikel", "{{ entry.title }}", "Artikel"),
    "list: page.summary": ("{{ page.head.description }}", "{{ .Title }}", "Artikel", "{{ entry.title }}", "Artikel"),
    "topic: page.title": ("", "{{ .Title }}", "{{ term.name }}", "{{ entry.title }}", "{{ TOPICS[tag.slug] }}"),
    "topic: page.summary": ("", "{{ .Title }}", "{{ term.name }}", "{{ entry.title }}", "{{ TOPICS[tag.slug] }}"),
    "home: page.title": ("{{ page.head.title }}", "Beranda", "Beranda", "Beranda", "Beranda"),
    "home: page.summary": (
        "{{ page.head.description }}",
        "{{ .Site.Title }}",
        "{{ config.title }}",
        "{{ entry.site.name }}",
        "{{ SITENAME }}",
    ),
    "home: page.path": ("{{ page.head.url }}", "", "", "", ""),
    "article.date": (
        "{{ page.date|isodate }}",
        '{{ .Date.Format "2006-01-02" }}',
        "{{ page.date }}",
        "{{ entry.date }}",
        '{{ article.date.strftime("%Y-%m-%d") }}',
    ),
    "article.body": (
        "{{ body }}",
        "{{ .Content }}",
        "{{ page.content | safe }}",
        "{{ entry.body | safe }}",
        "{{ article.content }}",
    ),
    "article.related": (
        "{{ cards.related }}",
        '{{ range .Params.related }}{{ with $.Site.GetPage . }}{{ partial "related.html" . }}{{ end }}{{ end }}',
        '{% for path in page.extra.related %}{% set card = get_page(path=path) %}{% include "related.html" %}{% endfor %}',
        '{% for card in entry.related %}{% include "related.njk" %}{% endfor %}',
        '{% for card in article|related_to(articles) %}{% include "related.html" %}{% endfor %}',
    ),
    "each article.topics": (
        "{% for topic in page.topics %}",
        '{{ range .GetTerms "topik" }}',
        "{% for topic in page.taxonomies.topik %}",
        "{% for topic in entry.topics %}",
        "{% for topic in article.tags %}",
    ),
    "each topics": (
        "{% for topic in page.topics if topic.title %}",
        '{{ range (.Site.GetPage "/topik").Pages.ByTitle }}',
        "{% for topic in config.extra.topics %}",
        "{% for topic in topics %}",
        "{% for topic, _ in tags %}",
    ),
    "end each": ("{% endfor %}", "{{ end }}", "{% endfor %}", "{% endfor %}", "{% endfor %}"),
    "topic.href": (
        "{{ topic.href }}",
        "{{ .RelPermalink }}",
        "/topik/{{ topic | slugify }}/",
        "/topik/{{ topic.slug }}.html",
        "/{{ topic.url }}",
    ),
    "topic.title": (
        "{{ topic.title }}",
        "{{ .Title }}",
        "{{ topic }}",
        "{{ topic.title }}",
        "{{ TOPICS[topic.slug] }}",
    ),
    "list.cards": (
        "{{ cards.items }}",
        '{{ range .Paginator.Pages }}{{ partial "card.html" . }}{{ end }}',
        '{% for card in paginator.pages %}{% include "card.html" %}{% endfor %}',
        '{% for card in entry.cards %}{% include "card.njk" %}{% endfor %}',
        '{% for card in articles_page.object_list %}{% include "card.html" %}{% endfor %}',
    ),
    "home.cards": (
        "{{ cards.latest }}",
        '{{ range first 5 .Site.RegularPages }}{{ partial "card.html" . }}{{ end }}',
        '{% set articles = get_section(path="artikel/_index.md") %}{% for card in articles.pages | slice(end=5) %}{% include "card.html" %}{% endfor %}',
        '{% for card in entry.cards %}{% include "card.njk" %}{% endfor %}',
        '{% for card in articles[:5] %}{% include "card.html" %}{% endfor %}',
    ),
    "if previous": (
        "{% if page.previous %}",
        "{{ if .Paginator.HasPrev }}",
        "{% if paginator.previous %}",
        "{% if entry.previous %}",
        "{% if articles_page.has_previous() %}",
    ),
    "previous": (
        "{{ page.previous }}",
        "{{ .Paginator.Prev.URL }}",
        "{{ paginator.previous | safe }}",
        "{{ entry.previous }}",
        "/{{ articles_previous_page.url }}",
    ),
    "if next": (
        "{% if page.next %}",
        "{{ if .Paginator.HasNext }}",
        "{% if paginator.next %}",
        "{% if entry.next %}",
        "{% if articles_page.has_next() %}",
    ),
    "next": (
        "{{ page.next }}",
        "{{ .Paginator.Next.URL }}",
        "{{ paginator.next | safe }}",
        "{{ entry.next }}",
        "/{{ articles_next_page.url }}",
    ),
    "end if": ("{% endif %}", "{{ end }}", "{% endif %}", "{% endif %}", "{% endif %}"),
    "card.href": (
        "{{ card.href }}",
        "{{ .RelPermalink }}",
        "{{ card.path | safe }}",
        "/{{ card.path }}",
        "/{{ card.url }}",
    ),
    "card.path": (
        "{{ card.url }}",
        '{{ strings.TrimPrefix "/" .RelPermalink }}',
        '{{ card.path | trim_start_matches(pat="/") | safe }}',
        "{{ card.path }}",
        "{{ card.url }}",
    ),
    "card.title": ("{{ card.title }}", "{{ .Title }}", "{{ card.title }}", "{{ card.title }}", "{{ card.title }}"),
    "card.summary": (
        "{{ card.summary }}",
        "{{ .Description }}",
        "{{ card.description }}",
        "{{ card.summary }}",
        "{{ card.description }}",
    ),
    "card.date": (
        "{{ card.date|isodate }}",
        '{{ .Date.Format "2006-01-02" }}',
        "{{ card.date }}",
        "{{ card.date }}",
        '{{ card.date.strftime("%Y-%m-%d") }}',
    ),
    "xml": (_XML, f"{{{{ `{_XML}` | safeHTML }}}}", _XML, _XML, _XML),
    "feed.url": (
        "{{ site.base_url }}{{ page.url }}",
        '{{ (.OutputFormats.Get "rss").Permalink }}',
        "{{ feed_url | safe }}",
        "{{ entry.site.url }}{{ entry.path }}",
        "{{ SITEURL }}/{{ output_file }}",
    ),
    "feed.updated": (
        "{{ page.updated|isodate }}",
        f'{{{{ (index {_SHOWN} 0).Date.Format "2006-01-02" }}}}',
        '{{ last_updated | date(format="%Y-%m-%d") }}',
        "{{ entry.updated }}",
        '{{ shown[0].date.strftime("%Y-%m-%d") }}',
    ),
    "feed.entries": (
        "{{ cards.entries }}",
        f'{{{{ range first 20 {_SHOWN} }}}}{{{{ partial "entry.xml" . }}}}{{{{ end }}}}',
        '{% for card in pages %}{% include "entry.xml" %}{% endfor %}',
        '{% for card in entry.cards %}{% include "entry.njk" %}{% endfor %}',
        '{% for card in shown[:20] %}{% include "entry.html" %}{% endfor %}',
    ),
    "sitemap.urls": (
        "{{ cards.entries }}",
        '{{ range .Site.RegularPages }}{{ partial "url.xml" . }}{{ end }}',
        '{% for card in entries %}{% include "url.xml" %}{% endfor %}',
        '{% for card in entry.cards %}{% include "url.njk" %}{% endfor %}',
        '{% for card in articles %}{% include "url.html" %}{% endfor %}',
    ),
    "url: site.url": ("{{ site.base_url }}", "{{ .Site.BaseURL }}", "", "{{ entry.site.url }}", "{{ SITEURL }}/"),
    "url: card.path": (
        "{{ card.url }}",
        '{{ strings.TrimPrefix "/" .RelPermalink }}',
        "{{ card.permalink | safe }}",
        "{{ card.path }}",
        "{{ card.url }}",
    ),
    "url: card.date": (
        "{{ card.date|isodate }}",
        '{{ .Date.Format "2006-01-02" }}',
        '{{ card.updated | default(value="") }}',
        "{{ card.date }}",
        '{{ card.date.strftime("%Y-%m-%d") }}',
    ),
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
