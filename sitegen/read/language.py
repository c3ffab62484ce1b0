"""What must not stand in any text, and how summaries and points are worded: in all that is no body (`render.statements`
looks at those). Each file once, whatever the number of sites that show it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.language import MOST_WORDS, gambling_words, long_sentences, nik_like, official_words
from sitegen.official import line_and_column
from sitegen.problems import Place, Problem, problem
from sitegen.read.documents import SourceDocument
from sitegen.read.source import LARGEST_YAML, Mapping, Scalar, Sequence, get, read_text, scalars

_WORDED = ("summary", "points")
# What forms in content/archetypes write where an editor has to write.
TO_FILL = "ISI:"
_TO_FILL = re.compile(rf"(\s*(?:[-*+>]\s+|#+\s+|\d+[.)]\s+)?(?:\[[ xX]\]\s+)?){TO_FILL}")


def check_language(root: Path, documents: Iterable[SourceDocument], files: Iterable[str]) -> Iterator[Problem]:
    """What is wrong in the front matter of documents, and in other `files` of the project, those that are there."""
    documents = tuple(documents)
    said = [scalar for document in documents for scalar in scalars(document.front)]
    if any(_forbidden("\n".join(scalar.text for scalar in said))):  # all at once: there is hardly ever any
        for scalar in said:
            for rule, _, words in _forbidden(scalar.text):
                yield problem(rule, scalar.place, words=words)
    for document in documents:
        yield from _unfinished(document)
        for scalar in _worded(document.front):
            yield from _flaws(scalar, document.lang)
    for file in files:
        if (root / file).is_file():
            text = read_text(root, file, [], LARGEST_YAML) or ""
            for rule, start, words in _forbidden(text):
                yield problem(rule, Place(file, *line_and_column(text, start)), words=words)


def _unfinished(document: SourceDocument) -> Iterator[Problem]:
    """What the form of a kind asks for and nobody has filled in; in a draft it may still stand."""
    draft = get(document.front, "draft")
    if isinstance(draft, Scalar) and draft.text == "true":
        return
    for scalar in scalars(document.front):
        if scalar.text.startswith(TO_FILL):
            yield problem("form-unfinished", scalar.place)
    if TO_FILL in document.body:
        for number, line in enumerate(document.body.split("\n")):
            if found := _TO_FILL.match(line):
                yield problem("form-unfinished", Place(document.file, document.line + number, found.end(1) + 1))


def _forbidden(text: str) -> Iterator[tuple[str, int, str]]:
    """Rule, offset and words of what no text may have."""
    for start, words in gambling_words(text):
        yield "word-gambling", start, words
    for start, words in nik_like(text):
        yield "nik-like", start, words


def _worded(front: Mapping) -> Iterator[Scalar]:
    """What readers see of a front matter as sentences."""
    for key in _WORDED:
        node = get(front, key)
        items = node.items if isinstance(node, Sequence) else (node,)
        yield from (item for item in items if isinstance(item, Scalar))


def _flaws(scalar: Scalar, lang: str) -> Iterator[Problem]:
    for _, count in long_sentences(scalar.text):
        yield problem("sentence-long", scalar.place, count=str(count), most=str(MOST_WORDS))
    for _, words, plain in official_words(scalar.text) if lang == "id" else ():
        yield problem("word-official", scalar.place, word=words, plain=plain)
