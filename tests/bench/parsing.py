"""What of a clean build no other part can make up for: all texts through Markdown, and nothing else done.

`python -m tests.bench.parsing --sites 62 --articles 1000` parses every distinct text of the corpus in one process,
round after round: with Python-Markdown as it comes, with ours, and with all that is found out about a text here; beside
them the floor of the same round (see `floor`). A build with nothing cached takes at least the floor and the parser.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

import markdown

from sitegen.build import build
from sitegen.model.document import Text
from sitegen.options import Options
from sitegen.problems import Problem
from sitegen.read.project import read_project
from sitegen.render.converter import converter
from sitegen.render.markdown import parse

from . import corpus
from .measure import add_places, machine, put, rows, spread
from .run import CREATE, floor_of

EXTENSIONS = ("tables", "footnotes", "def_list", "admonition", "abbr", "attr_list", "toc")


def ways() -> dict[str, Callable[[Text], object]]:
    """How to parse a text, by what it is called."""
    library = markdown.Markdown(extensions=EXTENSIONS)
    return {
        "Python-Markdown as it comes, with the extensions that texts may use": lambda t: library.reset().convert(
            t.source
        ),
        "Python-Markdown as it is driven here": lambda t: converter(t.lang).reset().convert(t.source),
        "all that is done with a text: also sanitised, and looked through for links, claims, words": parse,
    }


def texts_of(root: Path) -> list[Text]:
    """Every distinct text of the project in `root`."""
    problems: list[Problem] = []
    project = read_project(root, corpus.TODAY, False, problems)
    return [*{edition.text.key: edition.text for edition in project.editions}.values()]


def parsed(texts: Iterable[Text], way: Callable[[Text], object]) -> float:
    """CPU seconds for all texts, once what all of them need is there."""
    way(Text("", "id", b"## Siap\n\nSatu kalimat.\n", ()))
    began = time.process_time()
    for text in texts:
        way(text)
    return time.process_time() - began


def main() -> int:
    """Measures, and prints Markdown or writes it into a page."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.parsing", description=__doc__)
    parser.add_argument("--sites", type=int, default=62)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3, help="rounds; the table shows medians")
    add_places(parser)
    words = parser.parse_args()
    words.work.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="bench-", dir=words.work)).resolve()
    try:
        root = work / "project"
        corpus.write_corpus(root, words.sites, words.articles)
        if build(Options(root, root / "dist", corpus.TODAY), lambda _step, _done, _total: None).failed:
            raise SystemExit("bench: the build failed")
        texts, known = texts_of(root), ways()
        floor_of(root / "dist", work)  # which touches the parts of the disk in which later files lie
        times: dict[str, list[float]] = {}
        for _ in range(words.runs):
            times.setdefault(CREATE, []).append(floor_of(root / "dist", work)[0].cpu)
            for name, way in known.items():
                times.setdefault(name, []).append(parsed(texts, way))
        facts = rows(("", ""), machine(work), words=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    title = f"**{words.sites} x {words.articles}: {len(texts)} texts**, {words.runs} rounds: median (least-most)\n"
    put(words.into, "parsing", "\n".join([title, *table(times, len(texts)), "", *facts]))
    return 0


def table(times: dict[str, list[float]], texts: int) -> Iterable[str]:
    """The figures of all ways beside the floor of the same round."""
    head = ("", "CPU s", "CPU ms a text", "CPU : floor")
    cells = [(CREATE, spread(times[CREATE]), "", "1.00")]
    for name, took in times.items():
        if name != CREATE:
            ratio = median(one / base for one, base in zip(took, times[CREATE], strict=True))
            cells.append((name, spread(took), f"{1e3 * median(took) / texts:.2f}", f"{ratio:.2f}"))
    return rows(head, cells)


if __name__ == "__main__":
    sys.exit(main())
