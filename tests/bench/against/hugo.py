"""The job for Hugo: all sites in one process, as languages with hosts of their own, or a process for each site."""

import json
from pathlib import Path

from .form import Form, write
from .job import Article, Job
from .theme import template
from .words import HUGO

TOOL = "Hugo"
_PLACES = {
    "article": "single.html",
    "list": "section.html",
    "topic": "term.html",
    "home": "home.html",
    "header": "_partials/header.html",
    "footer": "_partials/footer.html",
    "card": "_partials/card.html",
    "related": "_partials/related.html",
    "feed": "rss.xml",
    "entry": "_partials/entry.xml",
    "sitemap": "sitemap.xml",
    "url": "_partials/url.xml",
}
_SETTINGS = """
uglyURLs = true
disableKinds = ["404", "robotstxt", "taxonomy"]
[taxonomies]
topik = "topik"
[pagination]
pagerSize = 10
path = "halaman"
disableAliases = true
[outputs]
home = ["html", "rss"]
section = ["html"]
term = ["html", "rss"]
[outputFormats.rss]
baseName = "feed"
[markup.goldmark.extensions]
typographer = false
"""


def forms(job: Job, root: Path, hugo: Path, jobs: int) -> list[Form]:
    """Writes the project. One process for all sites; a process for each site, one or several at a time; each also with
    a heap that may grow further before Go collects garbage (GOGC), which trades memory for time."""
    for article in job.articles:
        write(root / f"content/artikel/{article.slug}.md", _source(article))
    write(root / "content/artikel/_index.md", "---\ntitle: Artikel\n---\n")
    for slug, title in job.topics.items():
        write(root / f"content/topik/{slug}/_index.md", f"---\ntitle: {title}\n---\n")
    for name, path in _PLACES.items():
        write(root / "layouts" / path, template(name, HUGO))
    codes = {site.id: f"s{number:03}" for number, site in enumerate(job.sites)}
    write(root / "all.toml", _all(job, codes))
    for site in job.sites:
        words = f"baseURL = {json.dumps(site.url)}\ntitle = {json.dumps(site.name)}\n"
        write(root / f"sites/{site.id}.toml", f"{words}{_SETTINGS}[params]\nphone = {json.dumps(site.phone)}\n")
    write(root / "sites.txt", "".join(f"{site.id}\n" for site in job.sites))
    output = root / "public"
    single = (str(hugo), "build", "--quiet", "--noBuildLock", "--config")
    found = [Form(TOOL, "all sites in one process", (*single, "all.toml"), root, output, _trees(output, codes))]
    each = {site.id: site.id for site in job.sites}
    for several in sorted({1, jobs}):
        command = ("xargs", "-a", "sites.txt", "-P", str(several), "-I", "{}", *single, "sites/{}.toml")
        name = f"a process for each site, {several} at a time"
        found.append(Form(TOOL, name, (*command, "--destination", "public/{}"), root, output, _trees(output, each)))
    return [
        *found,
        *(Form(f.tool, f"{f.name}, GOGC=400", f.command, root, output, f.trees, (), {"GOGC": "400"}) for f in found),
    ]


def _trees(output: Path, names: dict[str, str]) -> dict[str, Path]:
    return {site: output / name for site, name in names.items()}


def _all(job: Job, codes: dict[str, str]) -> str:
    """Sites as languages: each has a host of its own and shows the same folder of content."""
    parts = ['defaultContentLanguage = "s000"\n', _SETTINGS]
    for site in job.sites:
        code = codes[site.id]
        parts.append(
            f"[languages.{code}]\nbaseURL = {json.dumps(site.url)}\ntitle = {json.dumps(site.name)}\n"
            f"[languages.{code}.params]\nphone = {json.dumps(site.phone)}\n"
        )
    parts.append('[[module.mounts]]\nsource = "content"\ntarget = "content"\n')
    parts.append('[module.mounts.sites.matrix]\nlanguages = ["**"]\n')
    return "".join(parts)


def _source(article: Article) -> str:
    front = {
        "title": article.title,
        "description": article.summary,
        "date": article.date.isoformat(),
        "topik": list(article.topics),
        "related": [f"/artikel/{slug}" for slug in article.related],
    }
    return json.dumps(front) + "\n\n" + article.body
