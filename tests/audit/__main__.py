"""`python -m tests.audit FOLDER` or `--project`, in the root of the repository; see README.md beside this file."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.conftest import build_project
from tests.page.network import CONFIRMED, build_sites, copy_real
from tests.page.pages import Site
from tests.page.server import Host

from . import lighthouse, links, nu, paint
from .tools import MissingToolError

REAL_PAGES = 20
SHOWN = 25


def main() -> int:
    """Runs the parts that were asked for and writes a Markdown report; 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="a folder of built sites: dist")
    what.add_argument("--project", action="store_true", help="build the sites of this repository, and audit those")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), metavar="PART", help=" ".join(PARTS))
    parser.add_argument("--pages", type=int, default=REAL_PAGES, help="how many pages of FOLDER the HTML checker reads")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-audit-") as temp:
        sites = build_sites(Path(temp) / "uji")
        if words.project:
            copy_real(Path(temp) / "proyek")
            build_project(Path(temp) / "proyek", jobs=2)
        dist = Path(temp) / "proyek" / "dist" if words.project else words.folder
        trees = links.read(dist)
        if not trees:
            parser.error(f"there is no built site in {dist}")
        audit = Audit(sites, trees, words.pages)
        for part in words.only:
            _say(f"\n## {part}\n")
            try:
                for line in PARTS[part](audit):
                    _say(line)
            except MissingToolError as error:
                _say(f"Not measured: {error}.")
    return 1 if audit.faults else 0


class Audit:
    """The fixture's sites, the sites that are audited, and how much was found wrong."""

    def __init__(self, sites: dict[str, Site], trees: dict[str, links.Tree], pages: int) -> None:
        self.sites, self.trees, self.pages = sites, trees, pages
        self.faults = 0

    @property
    def looked_at(self) -> list[str]:
        """Home, the longest article and the list of the confirmed site."""
        longest = max(self.sites[CONFIRMED].articles, key=lambda page: len(page.text))
        return ["index.html", longest.path, "artikel/index.html"]

    def list(self, found: list[str]) -> Iterator[str]:
        """The first faults as a list; counts all."""
        self.faults += len(found)
        yield from (f"- {line}" for line in found[:SHOWN])
        if len(found) > SHOWN:
            yield f"- ... and {len(found) - SHOWN} more"


def _html(audit: Audit) -> Iterator[str]:
    fixture = [(page, site.files) for site in audit.sites.values() for page in site.kinds]
    everything = [
        (page, dict(tree.files))
        for name, tree in audit.trees.items()
        for page in Site(name, Path(), dict(tree.files)).pages
    ]
    step = max(1, len(everything) // audit.pages)
    yield "| pages | checked | errors and warnings, CSS included |\n|---|---|---|"
    found: list[str] = []
    for name, pages in {
        "every kind of the fixture": fixture,
        "of the folder": everything[::step][: audit.pages],
    }.items():
        count, said = nu.check(pages)
        found += said
        yield f"| {name} | {count} | {len(said)} |"
    yield ""
    yield from audit.list(found)


def _lighthouse(audit: Audit) -> Iterator[str]:
    yield f"| page | {' | '.join(lighthouse.CATEGORIES)} | layout shift | what costs points |\n|{'---|' * 7}"
    with Host(audit.sites[CONFIRMED].files, late=False) as host:
        for path in audit.looked_at:
            said = lighthouse.measure(host.url + path)
            audit.faults += said.scores != (100,) * 4
            scores, costs = " | ".join(map(str, said.scores)), ", ".join(said.failed) or "-"
            yield f"| {path} | {scores} | {said.shift:.4f} | {costs} |"


def _paint(audit: Audit) -> Iterator[str]:
    yield f"{paint.KILOBITS} kbit/s, {paint.DELAY} ms, cold cache, median of {paint.ROUNDS}, in milliseconds.\n"
    yield "| page | largest contentful paint |\n|---|---|"
    for path, time in paint.measure(audit.sites[CONFIRMED].files, audit.looked_at).items():
        yield f"| {path} | {time:.0f} |"


def _links(audit: Audit) -> Iterator[str]:
    fixture = {name: links.Tree(name, site.files) for name, site in audit.sites.items()}
    yield f"| | {' | '.join(links.tally(fixture))} | faults |\n|---|{'---|' * (len(links.tally(fixture)) + 1)}"
    found = []
    for name, trees in {"fixture": fixture, "folder": audit.trees}.items():
        said = links.faults(trees)
        found += said
        yield f"| {name} | {' | '.join(map(str, links.tally(trees).values()))} | {len(said)} |"
    yield ""
    yield from audit.list(found)


PARTS: dict[str, Callable[[Audit], Iterator[str]]] = {
    "html": _html,
    "lighthouse": _lighthouse,
    "paint": _paint,
    "links": _links,
}


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
