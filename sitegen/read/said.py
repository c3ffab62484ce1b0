"""What one document says, as far as checks of the whole project ask for it: found once from its front matter and body,
whatever is asked of it later."""

import re
from collections.abc import Iterator
from typing import Literal

from sitegen.claimed import hinted, left_over, take
from sitegen.language import MOST_WORDS, gambling_words, long_sentences, nik_like, official_words, phones
from sitegen.literal import code_lines
from sitegen.official import officials, telling
from sitegen.problems import Place, Problem, problem
from sitegen.read.source import Mapping, Scalar, Sequence, get, scalars
from sitegen.values import Frozen

# What forms in content/archetypes write where an editor has to write.
TO_FILL = "ISI:"
_TO_FILL = re.compile(rf"(\s*(?:[-*+>]\s+|#+\s+|\d+[.)]\s+)?(?:\[[ xX]\]\s+)?){TO_FILL}")
_WORDED = ("summary", "points")
# What readers see of a front matter that may tell them whom to call.
_TELLING = ("title", "summary", "points", "task")


class Mention(Frozen):
    """A claim named by its key, a mark of a claim that cannot be one (`words` show it), or a number to call."""

    what: Literal["claim", "mark", "phone"]
    place: Place
    words: str


class Official(Frozen):
    """A value of the front matter that sounds official: all of it, and the words that do."""

    place: Place
    value: str
    words: str


class Said(Frozen, array_like=True):
    """The keys of a front matter; what no text may have, and how the document is worded; claims and numbers that it
    mentions, those in the front matter first; where the front matter sounds official."""

    keys: tuple[str, ...]
    forbidden: tuple[Problem, ...]
    worded: tuple[Problem, ...]
    mentions: tuple[Mention, ...]
    official: tuple[Official, ...]


def said_in(front: Mapping, body: str, file: str, line: int, lang: str) -> Said:
    """What a document says whose body begins on this line of the file."""
    values = scalars(front)
    whole = "\n".join([scalar.text for scalar in values])  # there is hardly ever anything: all at once
    return Said(
        tuple(key.text for key, _ in front.entries),
        tuple(
            problem(rule, scalar.place, words=words)
            for scalar in (values if any(forbidden(whole)) else ())
            for rule, _, words in forbidden(scalar.text)
        ),
        (*_unfinished(front, values, body, file, line), *_worded(front, lang)),
        (*_told(front), *(_marks(body, file, line) if hinted(body) else ())),
        tuple(
            Official(scalar.place, scalar.text.strip(), words)
            for scalar in (values if telling(whole) else ())
            for _, words in officials(scalar.text)
        ),
    )


def forbidden(text: str) -> Iterator[tuple[str, int, str]]:
    """Rule, offset and words of what no text may have."""
    for start, words in gambling_words(text):
        yield "word-gambling", start, words
    for start, words in nik_like(text):
        yield "nik-like", start, words


def _unfinished(front: Mapping, values: list[Scalar], body: str, file: str, line: int) -> Iterator[Problem]:
    """What the form of a kind asks for and nobody has filled in; in a draft it may still stand."""
    draft = get(front, "draft")
    if isinstance(draft, Scalar) and draft.text == "true":
        return
    for scalar in values:
        if scalar.text.startswith(TO_FILL):
            yield problem("form-unfinished", scalar.place)
    if TO_FILL in body:
        for number, text in enumerate(body.split("\n"), line):
            if found := _TO_FILL.match(text):
                yield problem("form-unfinished", Place(file, number, found.end(1) + 1))


def _worded(front: Mapping, lang: str) -> Iterator[Problem]:
    """How that is worded which readers see of a front matter as sentences."""
    for key in _WORDED:
        node = get(front, key)
        for scalar in node.items if isinstance(node, Sequence) else (node,):
            if isinstance(scalar, Scalar):
                for _, count in long_sentences(scalar.text):
                    yield problem("sentence-long", scalar.place, count=str(count), most=str(MOST_WORDS))
                for _, words, plain in official_words(scalar.text) if lang == "id" else ():
                    yield problem("word-official", scalar.place, word=words, plain=plain)


def _told(front: Mapping) -> Iterator[Mention]:
    """In the front matter: marks, which can be none there, and numbers to call (bodies: `plan.claims`)."""
    for key in _TELLING:
        node = get(front, key)
        for scalar in scalars(node) if node is not None else ():
            if hinted(scalar.text):
                yield Mention("mark", scalar.place, scalar.text[:60])
            for _, written in phones(scalar.text):
                yield Mention("phone", scalar.place, written)


def _marks(body: str, file: str, first: int) -> Iterator[Mention]:
    lines = body.split("\n")
    code = code_lines(lines)
    for number, line in enumerate(lines):
        if number in code or not hinted(line):
            continue
        left, taken = take(line)
        for mark in taken:
            place = Place(file, first + number, mark.offset + 1)
            if not mark.keys:
                yield Mention("mark", place, line[mark.offset :].partition("}")[0] + "}")
            for key in mark.keys:
                yield Mention("claim", place, key)
        for start in left_over(left):
            gone = sum(mark.width for mark in taken if mark.at <= start)
            yield Mention("mark", Place(file, first + number, start + gone + 1), left[start : start + 40])
