"""The job for sitegen: a theme on top of the default one, whose pages are those of TEMPLATES."""

import json
import shutil
import sys
from pathlib import Path

from tests.bench import corpus

from .form import Form, write
from .job import Article, Job
from .theme import CSS, template
from .words import SITEGEN

TOOL = "sitegen"
_PLACES = {
    "article": "article.html",
    "list": "list.html",
    "home": "home.html",
    "header": "partials/header.html",
    "footer": "partials/footer.html",
    "card": "cards/row.html",
    "related": "cards/related.html",
    "feed": "feed.xml",
    "entry": "cards/entry.xml",
    "sitemap": "sitemap.xml",
    "url": "cards/url.xml",
}


def forms(job: Job, root: Path, code: Path, jobs: int) -> list[Form]:
    """Writes the project; `code` holds the package to measure. Without and with parsed texts of an earlier build."""
    write(root / "sites.yaml", _sites(job))
    topics = (f"{slug}:\n  title: {title}\n  summary: {title}.\n" for slug, title in job.topics.items())
    write(root / "content/topics.yaml", "".join(topics))
    for article in job.articles:
        write(root / f"content/shared/artikel/{article.slug}.md", _source(article))
    shutil.copytree(corpus.REPOSITORY / "themes/default", root / "themes/default")
    theme = root / "themes/bench"
    write(theme / "theme.yaml", "name: bench\nextends: default\n")
    write(theme / "style/base.css", CSS)
    for name, path in _PLACES.items():
        write(theme / "templates" / path, template(name, SITEGEN))
    write(theme / "templates/cards/latest.html", template("card", SITEGEN))
    head, _, foot = template("list", SITEGEN).partition("<h1>")[::1]
    write(
        theme / "templates/base.html",
        f"{head}{{% block main %}}{{% endblock %}}\n</main>{foot.partition('</main>')[2]}",
    )
    output = root / "dist"
    words = ("--json", "--date", corpus.TODAY.isoformat(), "--jobs", str(jobs))
    command = (sys.executable, "-m", "sitegen", "-C", str(root), "build", *words)
    trees = {site.id: output / site.domain for site in job.sites}
    variables = {"PYTHONPATH": str(code)}
    return [
        Form(TOOL, "nothing cached", command, root, output, trees, (root / ".sitegen",), variables),
        Form(TOOL, "parsed texts cached", command, root, output, trees, (), variables),
    ]


def _sites(job: Job) -> str:
    """All confirmed: only such sites have a sitemap."""
    lines = ["defaults: {theme: bench, languages: [id]}", "sites:"]
    for site in job.sites:
        lines += [
            f"  - domain: {site.domain}",
            f'    district: "{site.code}"',
            f'    contact: {{phone: "{site.phone}", source: Surat contoh, verified: 2026-11-01}}',
            '    identity: {status: confirmed, by: "Pejabat Contoh, Kepala Bidang", on: 2026-11-01,'
            f" official_url: https://www.{site.domain}/}}",
        ]
    return "\n".join(lines) + "\n"


def _source(article: Article) -> str:
    front: dict[str, str | list[str]] = {
        "title": article.title,
        "summary": article.summary,
        "topics": list(article.topics),
        "date": article.date.isoformat(),
        "checked": article.date.isoformat(),
        "related": [f"artikel/{slug}" for slug in article.related],
    }
    lines = "".join(f"{name}: {_yaml(value)}\n" for name, value in front.items())
    sources = "sources:\n  - title: Buku contoh\n    publisher: Penerbit Contoh\n"
    return f"---\n{lines}{sources}---\n{article.body}"


def _yaml(value: str | list[str]) -> str:
    return value if isinstance(value, str) else json.dumps(value)
