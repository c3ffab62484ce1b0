"""What must not stand in any text, and how summaries and points are worded: in all that is no body (`render.statements`
looks at those). Each file once, whatever the number of sites that show it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.official import line_and_column
from sitegen.problems import Place, Problem, problem
from sitegen.read.documents import SourceDocument
from sitegen.read.said import forbidden
from sitegen.read.source import LARGEST_YAML, read_text


def check_language(root: Path, documents: Iterable[SourceDocument], files: Iterable[str]) -> Iterator[Problem]:
    """What is wrong in the front matter of documents, and in other `files` of the project, those that are there."""
    said = [document.said for document in documents]
    for one in said:
        yield from one.forbidden
    for one in said:
        yield from one.worded
    for file in files:
        if (root / file).is_file():
            text = read_text(root, file, [], LARGEST_YAML) or ""
            for rule, start, words in forbidden(text):
                yield problem(rule, Place(file, *line_and_column(text, start)), words=words)
