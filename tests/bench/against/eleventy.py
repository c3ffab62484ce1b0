"""The job for Eleventy: one project whose pages are pages of a list of all sites' pages. Each text is parsed once."""

import json
from pathlib import Path

from .form import Form, write
from .job import ENTRIES, LATEST, PAGE_SIZE, Article, Job
from .theme import template
from .words import ELEVENTY

TOOL = "Eleventy"
_PAGES = ("article", "list", "home", "feed", "sitemap")
_PARTS = ("header", "footer", "card", "related", "entry", "url")

_CONFIG = """
import network from "./network.js";

export default function (config) {
  for (const [name, value] of Object.entries(network())) config.addGlobalData(name, value);
  config.setUseGitIgnore(false);
  return { dir: { input: "pages", includes: "../parts", output: "out" } };
}
"""

_DATA = """
export default {
  pagination: { data: "%(name)s", size: 1, alias: "entry" },
  permalink: (data) => `${data.entry.site.id}/${data.entry.path}`,
  eleventyExcludeFromCollections: true,
};
"""

# What the pages of all sites show: one entry for each page, the articles of all sites being the same objects.
_NETWORK = """
import fs from "node:fs";
import matter from "gray-matter";
import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt();
const LATEST = %(latest)d, ENTRIES = %(entries)d, PAGE_SIZE = %(page_size)d;

function read(slug) {
  const { data, content } = matter(fs.readFileSync(`content/${slug}.md`, "utf8"));
  return { ...data, slug, path: `artikel/${slug}.html`, body: markdown.render(content) };
}

function* pagesOf(title, first, folder, items) {
  const last = Math.ceil(items.length / PAGE_SIZE);
  const path = (number) => (number === 1 ? first : `${folder}halaman-${number}.html`);
  for (let number = 1; number <= last; number++) {
    const cards = items.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
    const previous = number > 1 && "/" + path(number - 1), next = number < last && "/" + path(number + 1);
    yield { title, summary: title, path: path(number), cards, previous, next };
  }
}

export default function () {
  const { sites, topics } = JSON.parse(fs.readFileSync("network.json", "utf8"));
  const slugs = fs.readdirSync("content").map((name) => name.slice(0, -3));
  const articles = slugs.map(read).sort((one, other) => (one.date < other.date ? 1 : -1));
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const titles = new Map(topics.map((topic) => [topic.slug, topic]));
  for (const article of articles) {
    article.related = article.related.map((slug) => bySlug.get(slug));
    article.topics = article.topics.map((slug) => titles.get(slug));
  }
  const of = new Map(topics.map((topic) => [topic, articles.filter((article) => article.topics.includes(topic))]));
  const feed = (path, items) => ({ path, cards: items.slice(0, ENTRIES), updated: items[0].date });
  const lists = [
    ...pagesOf("Artikel", "artikel/index.html", "artikel/", articles),
    ...topics.flatMap((t) => [...pagesOf(t.title, `topik/${t.slug}.html`, `topik/${t.slug}/`, of.get(t))]),
  ];
  const feeds = [feed("feed.xml", articles), ...topics.map((t) => feed(`topik/${t.slug}.xml`, of.get(t)))];
  const home = [{ path: "index.html", cards: articles.slice(0, LATEST) }];
  const sitemap = [{ path: "sitemap.xml", cards: articles }];
  const asked = sites.filter((site) => !process.env.SITE || process.env.SITE === site.id);
  const everywhere = (pages) => asked.flatMap((site) => pages.map((page) => ({ ...page, site })));
  return {
    topics,
    articles: everywhere(articles),
    lists: everywhere(lists),
    homes: everywhere(home),
    feeds: everywhere(feeds),
    sitemaps: everywhere(sitemap),
  };
}
"""


def forms(job: Job, root: Path, modules: Path, jobs: int) -> list[Form]:
    """Writes the project; `modules` is the node_modules that has Eleventy. One process, or one for each site."""
    for article in job.articles:
        write(root / f"content/{article.slug}.md", _source(article))
    for name in _PARTS:
        write(root / f"parts/{name}.njk", template(name, ELEVENTY))
    for name in _PAGES:
        write(root / f"pages/{name}.njk", template(name, ELEVENTY))
        write(root / f"pages/{name}.11tydata.js", _DATA % {"name": f"{name}s"})
    write(root / "package.json", json.dumps({"type": "module"}))
    write(root / "eleventy.config.js", _CONFIG)
    write(root / "network.js", _NETWORK % {"latest": LATEST, "entries": ENTRIES, "page_size": PAGE_SIZE})
    sites = [{"id": s.id, "url": s.url, "name": s.name, "phone": s.phone} for s in job.sites]
    topics = [{"slug": slug, "title": title} for slug, title in job.topics.items()]
    write(root / "network.json", json.dumps({"sites": sites, "topics": topics}))
    write(root / "sites.txt", "".join(f"{site.id}\n" for site in job.sites))
    (root / "node_modules").symlink_to(modules)
    output = root / "out"
    trees = {site.id: output / site.id for site in job.sites}
    command = ("node", "--max-old-space-size=16000", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet")
    each = ("xargs", "-a", "sites.txt", "-P", str(jobs), "-I", "{}", "env", "SITE={}", *command)
    return [
        Form(TOOL, "all sites in one process", command, root, output, trees),
        Form(TOOL, f"a process for each site, {jobs} at a time", each, root, output, trees),
    ]


def _source(article: Article) -> str:
    front = {
        "title": article.title,
        "summary": article.summary,
        "date": article.date.isoformat(),
        "topics": list(article.topics),
        "related": list(article.related),
    }
    lines = "".join(f"{name}: {json.dumps(value)}\n" for name, value in front.items())
    return f"---\n{lines}---\n{article.body}"
