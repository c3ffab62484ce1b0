"""The job for Pelican: a process for each site, or one that builds them in turn and reads each text once."""

import json
from pathlib import Path

from .form import Form, write
from .job import PAGE_SIZE, Article, Job
from .theme import template
from .words import PELICAN

TOOL = "Pelican"
_PLACES = {
    "article": "article.html",
    "list": "artikel.html",
    "topic": "tag.html",
    "home": "index.html",
    "header": "header.html",
    "footer": "footer.html",
    "card": "card.html",
    "related": "related.html",
    "entry": "entry.html",
    "sitemap": "sitemap.html",
    "url": "url.html",
}

# Feeds are pages by templates, as for the others: Pelican's own would carry whole texts.
_SETTINGS = """
import json, os

NETWORK = json.load(open("network.json"))
TOPICS = NETWORK["topics"]
SITE = next(site for site in NETWORK["sites"] if site["id"] == os.environ["SITE"])
SITENAME, SITEURL, PHONE = SITE["name"], SITE["url"].rstrip("/"), SITE["phone"]
OUTPUT_PATH = "out/" + SITE["id"]
PATH, ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS = "content", ["artikel"], [], []
THEME, THEME_STATIC_PATHS = "theme", []
TIMEZONE, DEFAULT_LANG, DEFAULT_CATEGORY, LOG_FILTER = "Asia/Jakarta", "id", "artikel", []
ARTICLE_URL = ARTICLE_SAVE_AS = "artikel/{slug}.html"
TAG_URL = TAG_SAVE_AS = "topik/{slug}.html"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "artikel", "sitemap", "feed", *(f"feed-{topic}" for topic in TOPICS)]
FEED_SAVE_AS = "feed.xml"
globals().update({f"FEED-{topic.upper()}_SAVE_AS": f"topik/{topic}.xml" for topic in TOPICS})
ARTIKEL_SAVE_AS, SITEMAP_SAVE_AS = "artikel/index.html", "sitemap.xml"
DEFAULT_PAGINATION, PAGINATED_TEMPLATES = %(page_size)d, {"artikel": None, "tag": None}
PAGINATION_PATTERNS = [
    (1, "{save_as}", "{save_as}"),
    (2, "{base_name}/halaman-{number}.html", "{base_name}/halaman-{number}.html"),
]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {"extensions": ["tables"], "output_format": "html5"}

_known = [None, {}]

def related_to(article, articles):
    if _known[0] is not articles:
        _known[:] = [articles, {other.slug: other for other in articles}]
    return [_known[1][slug] for slug in article.related_slugs.split()]

JINJA_FILTERS = {"related_to": related_to}
"""

# What is parsed is kept: reading a source again gives copies of what the first site's reading gave.
_ALL = """
import copy, os
from pelican import Pelican
from pelican.readers import MarkdownReader
from pelican.settings import read_settings

known, read = {}, MarkdownReader.read

def read_once(self, path):
    if path not in known:
        known[path] = read(self, path)
    text, metadata = known[path]
    return text, {name: copy.copy(value) for name, value in metadata.items()}

MarkdownReader.read = read_once
for site in open("sites.txt").read().split():
    os.environ["SITE"] = site
    Pelican(read_settings("pelicanconf.py")).run()
"""


def forms(job: Job, root: Path, python: Path, jobs: int) -> list[Form]:
    """Writes the project; `python` is an interpreter that has Pelican."""
    for article in job.articles:
        write(root / f"content/artikel/{article.slug}.md", _source(article))
    for name, path in _PLACES.items():
        write(root / "theme/templates" / path, template(name, PELICAN))
    feed = template("feed", PELICAN)
    write(root / "theme/templates/feed.html", f"{{% set shown = articles %}}{feed}")
    for topic in job.topics:
        mine = f'{{% for tag, shown in tags if tag.slug == "{topic}" %}}{feed}{{% endfor %}}'
        write(root / f"theme/templates/feed-{topic}.html", mine)
    write(root / "pelicanconf.py", _SETTINGS % {"page_size": PAGE_SIZE})
    write(root / "all.py", _ALL)
    sites = [{"id": s.id, "url": s.url, "name": s.name, "phone": s.phone} for s in job.sites]
    write(root / "network.json", json.dumps({"sites": sites, "topics": job.topics}))
    write(root / "sites.txt", "".join(f"{site.id}\n" for site in job.sites))
    output = root / "out"
    trees = {site.id: output / site.id for site in job.sites}
    single = (str(python), "-m", "pelican", "-q", "-s", "pelicanconf.py")
    each = ("xargs", "-a", "sites.txt", "-P", str(jobs), "-I", "{}", "env", "SITE={}", *single)
    return [
        Form(TOOL, "all sites in one process, each text read once", (str(python), "all.py"), root, output, trees),
        Form(TOOL, f"a process for each site, {jobs} at a time", each, root, output, trees),
    ]


def _source(article: Article) -> str:
    front = {
        "Title": article.title,
        "Slug": article.slug,
        "Date": article.date.isoformat(),
        "Description": article.summary,
        "Tags": ", ".join(article.topics),
        "Related_slugs": " ".join(article.related),
    }
    return "".join(f"{name}: {value}\n" for name, value in front.items()) + f"\n{article.body}"
