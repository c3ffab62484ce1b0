"""A theme as small as the contract allows that still uses every part of it: blocks, cards, partials, includes."""

_BASE = """<!DOCTYPE html>
<html lang="{{ lang }}"><head>{{ partials.head }}
<style>{{ style.text }}</style><title>{{ page.head.title }} | {{ site.name }}</title>
{% if page.head.description %}<meta name="description" content="{{ page.head.description }}">
{% endif %}{% if not page.head.indexed %}<meta name="robots" content="noindex">{% endif %}
<link rel="canonical" href="{{ page.head.canonical if page.head.canonical else site.base_url ~ page.head.url }}">
{% for other in page.head.alternates %}<link hreflang="{{ other.lang }}" href="{{ site.base_url }}{{ other.path }}">
{% endfor %}</head><body>{{ partials.header }}
{% for crumb in page.head.crumbs %}<a href="{{ crumb.href }}">{{ crumb.title }}</a>{% endfor %}
<main id="isi">{% block main %}{% endblock %}</main>{{ partials.footer }}
<script>{{ script.text }}</script></body></html>
"""
_DOCUMENT = """{% extends "base.html" %}{% block main %}<h1>{{ page.title }}</h1>
{% block meta %}{% endblock %}{% include "parts/contents.html" %}
{{ body }}
{% for source in page.sources %}<cite>{{ source.title }}</cite>{% endfor %}
{% if page.local %}<p>{{ _("Ada catatan daerah") }}: {{ site.place }}</p>{% endif %}{% if page.draft %}DRAF{% endif %}
{% if page.related %}<ul>{{ cards.related }}</ul>{% endif %}{% endblock %}
"""
_FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>{{ site.tag }}:{{ page.path }}</id><title>{{ site.name }}</title>
<link rel="self" href="{{ site.base_url }}{{ page.url }}"/>
<updated>{% if page.updated %}{{ page.updated|isodate }}{% endif %}T00:00:00{{ site.offset }}</updated>
{{ cards.entries }}</feed>
"""
_LIST = """{% extends "base.html" %}{% block main %}<h1>{{ page.head.title }}</h1>
<p>{{ page.intro }} {{ page.total }}</p>
{% for topic in page.topics %}<a href="{{ topic.href }}">{{ topic.title }} {{ topic.count }}</a>{% endfor %}
<ul>{{ cards.items }}</ul>{% for other in page.pages %}<a href="{{ other.href }}">{{ other.title }}</a>{% endfor %}
{% endblock %}
"""
_PO = """msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Ada catatan daerah"
msgstr "With a local note"

msgid "Ditarik"
msgstr "Withdrawn"
"""


def _page(main: str) -> str:
    return '{% extends "base.html" %}{% block main %}' + main + "{% endblock %}\n"


TEMPLATES = {
    "base.html": _BASE,
    "document.html": _DOCUMENT,
    "parts/contents.html": '{% for h in page.headings %}<a href="#{{ h.id }}">{{ h.title }}</a>{% endfor %}',
    "article.html": '{% extends "document.html" %}{% block meta %}<p>{{ page.summary }} {{ page.minutes }}'
    "{% if page.date %} {{ page.date|date }}{% endif %}</p>{% endblock %}\n",
    "page.html": '{% extends "document.html" %}\n',
    "home.html": _page(
        "<h1>{{ site.short_name }}</h1>{% if page.tasks %}<ul>{{ cards.tasks }}</ul>{% endif %}{{ cards.latest }}"
    ),
    "list.html": _LIST,
    "index.html": _page(
        "{% for letter in page.letters %}<h2>{{ letter }}</h2>{{ cards[letter] }}{% endfor %}"
        '{% for link in page.pages %}<a href="{{ link.href }}">{{ link.title }}</a>{% endfor %}'
    ),
    "contact.html": _page("{{ partials.contact }}"),
    "facilities.html": _page(
        "{% for area in page.areas %}{% for e in area.entries %}{{ e.facility.name }}{% endfor %}{% endfor %}"
    ),
    "luring.html": _page("<p>{{ page.head.path }} {{ page.head.base }}</p>"),
    "glossary.html": _page("{% for term in page.terms %}<p>{{ term.name }} {{ term.meaning }}</p>{% endfor %}"),
    "questions.html": _page("{% for g in page.groups %}<h2>{{ g.title }}</h2>{{ cards[g.name] }}{% endfor %}"),
    "notices.html": _page("{{ cards.items }}"),
    "agenda.html": _page("{% for month in page.months %}<h2>{{ month.title }}</h2>{{ cards[month.name] }}{% endfor %}"),
    "announcement.html": _page("<h1>{{ page.title }}</h1>{{ page.end|date }}{{ body }}"),
    "event.html": _page("<h1>{{ page.title }}</h1>{{ page.event.place }}{{ body }}"),
    "download.html": _page(
        "<h1>{{ page.title }}</h1>{{ page.file.type }} {{ page.file.size }} {{ page.file.bytes }}"
        '<a href="{{ page.file.href }}" download>{{ page.file.name }}</a>{{ body }}'
    ),
    "quiz.html": _page("<h1>{{ page.title }}</h1>{{ page.questions }}{{ body }}"),
    "shelf.html": _page("{{ page.total }}{{ cards.items }}"),
    "cards/shelf.html": '<a href="{{ card.href }}">{{ card.title }}</a> {{ card.questions }}'
    "{% if card.file %}{{ card.file.bytes }}{% endif %}\n",
    "cards/answer.html": '<div id="{{ card.id }}"><h2>{{ card.title }}</h2>{{ card.summary }}{{ body }}</div>\n',
    "cards/question.html": '<a href="{{ card.href }}">{{ card.title }}</a>\n',
    "cards/notice.html": '<a href="{{ card.href }}">{{ card.title }}</a> {{ card.end|date }}\n',
    "cards/event.html": '<a href="{{ card.href }}">{{ card.title }}</a> {{ card.when.day|date }}\n',
    "area.html": _page("<h1>{{ site.place }}, {{ site.district }}</h1>"),
    "404.html": _page("{% if page.tasks %}{{ cards.tasks }}{% endif %}"),
    "tombstone.html": _page(
        '<h1>{{ page.title }}</h1>{{ _("Ditarik") }} {{ page.on|date }} {{ page.reason }} {{ page.expired }}'
        '{% if page.instead %}<a href="{{ page.instead }}">{{ page.instead }}</a>{% endif %}'
    ),
    "redirect.html": '<a href="{{ page.target }}">{{ site.base_url }}{{ page.target_url }}</a>\n',
    "feed.xml": _FEED,
    "sitemap.xml": "<urlset>{{ cards.entries }}</urlset>\n",
    "cards/entry.xml": "<entry><id>{{ site.tag }}:{{ card.id }}</id><title>{{ card.title }}</title></entry>\n",
    "cards/url.xml": "<url><loc>{{ site.base_url }}{{ card.url }}</loc></url>\n",
    "cards/row.html": '<li lang="{{ card.lang }}"><a href="{{ card.href }}">{{ card.title }}</a> {{ card.summary }}'
    "{% if card.local %} {{ site.place }}{% endif %}{% if card.draft %} DRAF{% endif %} {{ card.topic }}</li>\n",
    "cards/index.html": '<a href="{{ card.href }}">{{ card.title }}</a>\n',
    "cards/latest.html": '<a href="{{ card.href }}">{{ card.title }}</a> {{ card.minutes }}\n',
    "cards/related.html": '<li><a href="{{ card.href }}">{{ card.title }}</a></li>\n',
    "cards/task.html": '<li><a href="{{ card.href }}">{{ card.task_title }}</a> {{ card.task_text }}</li>\n',
    "files/robots.txt": "User-agent: *\nAllow: /\n"
    "{% if site.confirmed %}Sitemap: {{ site.base_url }}sitemap.xml\n{% endif %}",
    "files/favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg">'
    '<path fill="{{ site.accent.light }}" d="{{ site.mark }}"/></svg>\n',
    "partials/head.html": '<meta charset="utf-8">'
    '{% if not site.confirmed %}<meta name="robots" content="noindex">{% endif %}'
    '<link rel="icon" href="{{ chrome.root }}favicon.svg">',
    "partials/header.html": '<header><a href="{{ chrome.base }}index.html">{{ site.name }}</a>'
    "{% if chrome.section %}{{ chrome.section }}{% endif %}{% if chrome.drafts %}DRAF{% endif %}</header>",
    "partials/footer.html": "<footer>{% if site.contact.phone %}{{ site.contact.phone }}{% endif %}"
    "{% if site.confirmed %}{{ site.confirmed_on|date }}{% endif %}</footer>",
    "partials/contact.html": "<address>{{ site.contact.address }}</address>",
}
STYLE = "main{max-width:40rem}\n"


def theme(name: str, page_size: int) -> dict[str, bytes]:
    """The files of the theme, under another name if wanted."""
    top = f"themes/{name}"
    return {
        **{f"{top}/templates/{path}": text.encode() for path, text in TEMPLATES.items()},
        f"{top}/theme.yaml": f"name: {name}\npage_size: {page_size}\n".encode(),
        f"{top}/style/base.css": STYLE.encode(),
        f"{top}/style/cards/row.css": b"li{margin:0}\n",
        f"{top}/style/body/p.css": b"p{margin:1px}\n",
        f"{top}/script.js": b"console.log(1)\n",
        f"{top}/strings/en.po": _PO.encode(),
        f"{top}/static/ikon.svg": b"<svg/>\n",
    }
