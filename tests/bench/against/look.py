"""Whether everyone did the same job: the pages of each site, and the text of each article."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from .form import Form
from .job import Job

# Where a generator does not place a file as others do: Hugo has numbered pages and feeds in folders, Zola all pages.
_ELSEWHERE = (
    (re.compile(r"^artikel\.html$"), "artikel/index.html"),
    (re.compile(r"/halaman/(\d+)(?:/index)?\.html$"), r"/halaman-\1.html"),
    (re.compile(r"^(artikel|topik)/([^/]+)/index\.html$"), r"\1/\2.html"),
    (re.compile(r"^(topik/[^/]+)/feed\.xml$"), r"\1.xml"),
)


@dataclass(frozen=True)
class Weight:
    """What a form wrote: files and bytes of all sites, and the bytes of the average article page."""

    files: int
    bytes: int
    article: int


def paths(tree: Path) -> dict[str, Path]:
    """The files of a site, by the path at which all generators have them."""
    found = {}
    for path in tree.rglob("*"):
        if path.is_file():
            name = path.relative_to(tree).as_posix()
            for pattern, replacement in _ELSEWHERE:
                name = pattern.sub(replacement, name)
            found[name] = path
    return found


def weigh(form: Form, job: Job) -> Weight:
    """Counts what a form has written; SystemExit names what a site lacks."""
    files = size = article = 0
    wanted = job.pages() | job.machine_files()
    for site, tree in form.trees.items():
        found = paths(tree)
        if missing := sorted(wanted - set(found)):
            raise SystemExit(f"bench: {form.tool} ({form.name}) did not write {missing[:3]} for {site}")
        weights = {name: path.stat().st_size for name, path in found.items()}
        files += len(weights)
        size += sum(weights.values())
        article += sum(weights[f"artikel/{one.slug}.html"] for one in job.articles)
    return Weight(files, size, article // (len(form.trees) * len(job.articles)))


class _Text(HTMLParser):
    """The text inside <article>, blanks told from nothing by the elements that part words."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside += tag == "article"
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        self._inside -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.parts.append(data)

    def _part(self, tag: str) -> None:
        if tag not in ("strong", "code", "a"):
            self.parts.append(" ")


def text_of(page: Path) -> str:
    """What readers see of the article of a page: its words, with one blank between them."""
    parser = _Text()
    parser.feed(page.read_text(encoding="utf-8"))
    return " ".join("".join(parser.parts).split())
