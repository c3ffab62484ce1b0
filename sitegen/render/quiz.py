"""A quiz: from what Markdown makes of its questions to what a page shows and a sheet of paper asks.

A question is a heading of level two, then a list of answers with a box before each (`- [ ]`, `- [x]` before the right
one), then what explains it. Here each becomes a group of radio buttons with its answer folded away below (HTML,
sections 4.10.15 and 4.11.1): nothing is sent, kept or counted, so no form is around them. On paper each answer has two
boxes, and the key stands on a sheet of its own at the end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from sitegen.model.parsed import Flaw
from sitegen.render.scan import TAG, VOID
from sitegen.words import word

QUESTIONS = (3, 15)
ANSWERS = (2, 6)
LETTERS = "ABCDEF"

_HEADING = re.compile(r'<h2(?: id="([^"]*)")?>(.*)</h2>', re.DOTALL)
_BOX = re.compile(r"\s*(?:<p>)?\s*\[( |x|X)\]\s+")
_SETEXT = re.compile(r"-{2,} *")
# What no quiz has: lesser headings, footnotes, headings in notes.
_STRANGE = re.compile(r"^\s*###|\[\^[^\]\s]+\]|^\s+##")
_BLOCKS = frozenset({"p", "ul", "ol", "dl", "div", "table", "blockquote", "pre", "figure", "hr"})


@dataclass(frozen=True, slots=True)
class _Question:
    """A question in HTML: the id and words of its heading, what stands above its answers, the answers with whether each
    is right, what explains it; and its line in the source."""

    id: str
    title: str
    above: str
    answers: tuple[tuple[str, bool], ...]
    why: str
    line: int


def arranged(clean: str, source: str, lang: str, ids: tuple[str, ...]) -> tuple[str, list[Flaw]]:
    """The sanitised HTML of a quiz as its page shows it, and what is wrong with it. `ids` are all ids in it."""
    flaws: list[Flaw] = []
    before, questions, after = _parts(clean, source, flaws)
    known = {question.id for question in questions}
    if set(ids) - known:
        strange = (number for number, line in enumerate(source.split("\n"), 1) if _STRANGE.search(line))
        flaws.append(Flaw("quiz-headings", next(strange, 1), 1))
    least, most = QUESTIONS
    if not least <= len(questions) <= most:
        args = (("n", str(len(questions))), ("least", str(least)), ("most", str(most)))
        flaws.append(Flaw("quiz-count", 1, 1, args))
    for question in questions:
        flaws += _flaws(question)
    if flaws:
        return clean, flaws
    shown = "\n".join(_shown(number, question, lang) for number, question in enumerate(questions, 1))
    count = len(questions)
    score = f'<p class="sheet">{word("Jumlah benar dari {}: sebelum ______ sesudah ______", lang).format(count)}</p>'
    key = "\n".join(f"<li><b>{_right(question)}</b>\n{question.why}</li>" for question in questions)
    key = f'<section class="key"><h2>{word("Kunci jawaban", lang)}</h2>\n<ol>\n{key}\n</ol></section>'
    return "\n".join(part for part in (before, shown, after, score, key) if part), []


def _parts(clean: str, source: str, flaws: list[Flaw]) -> tuple[str, list[_Question], str]:
    """What stands before the first question, the questions, and notes of a place, which are no part of any."""
    before: list[str] = []
    after: list[str] = []
    sections: list[list[tuple[str, str]]] = []
    for tag, block in _blocks(clean):
        if tag == "h2":
            sections.append([(tag, block)])
        elif not sections:
            before.append(block)
        elif block.startswith('<div class="admonition local">'):
            after.append(block)
        else:
            sections[-1].append((tag, block))
    lines = list(_lines(source))
    placed = lines if len(lines) == len(sections) else [1] * len(sections)
    questions = [_question(section, line, flaws) for section, line in zip(sections, placed, strict=True)]
    return "\n".join(before), questions, "\n".join(after)


def _question(section: list[tuple[str, str]], line: int, flaws: list[Flaw]) -> _Question:
    found = _HEADING.fullmatch(section[0][1])
    ident, title = (found[1] or "", found[2]) if found else ("", "")
    rest = section[1:]
    at = next((n for n, (tag, block) in enumerate(rest) if tag == "ul" and _has_box(block)), None)
    if at is None:
        return _Question(ident, title, "", (), "", line)
    answers: list[tuple[str, bool]] = []
    for _, item in _blocks(_inner(rest[at][1])):
        inner = _inner(item)
        box = _BOX.match(inner)
        words = inner[box.end() :].strip() if box else ""
        words = words.removesuffix("</p>").strip() if box and "<p>" in box[0] else words
        if not box or not _text(words).strip() or any(tag in _BLOCKS for _, tag, _ in TAG.findall(words)):
            flaws.append(Flaw("quiz-answer", line, 1, (("text", _text(inner).strip()[:60]),)))
        else:
            answers.append((words, box[1] != " "))
    above = "\n".join(block for _, block in rest[:at])
    return _Question(ident, title, above, tuple(answers), "\n".join(block for _, block in rest[at + 1 :]), line)


def _flaws(question: _Question) -> Iterator[Flaw]:
    least, most = ANSWERS
    count, right = len(question.answers), sum(right for _, right in question.answers)
    if not least <= count <= most:
        args = (("n", str(count)), ("least", str(least)), ("most", str(most)))
        yield Flaw("quiz-answers", question.line, 1, args)
    elif right != 1:
        yield Flaw("quiz-right", question.line, 1, (("n", str(right)),))
    said = [_text(words).strip().casefold() for words, _ in question.answers]
    twice = next((words for n, words in enumerate(said) if words in said[:n]), None)
    if twice is not None:
        yield Flaw("quiz-answer-twice", question.line, 1, (("text", twice),))
    if count and not _text(question.why).strip():
        yield Flaw("quiz-explanation", question.line, 1)


def _shown(number: int, question: _Question, lang: str) -> str:
    """A question as its page shows it. What only paper needs is there, too: two columns of boxes."""
    boxes = f'<p class="sheet ba"><span>{word("Sebelum", lang)}</span> <span>{word("Sesudah", lang)}</span></p>'
    answers = "\n".join(
        f'<label><input type="radio" name="_q{number}"> <span>{letter}. {words}</span></label>'
        for letter, (words, _) in zip(LETTERS, question.answers, strict=False)
    )
    ident = f' id="{question.id}"' if question.id else ""
    parts = (
        f"<fieldset><legend><h2{ident}>{number}. {question.title}</h2></legend>",
        question.above,
        boxes,
        answers,
        f"<details><summary>{word('Lihat jawaban nomor {}', lang).format(number)}</summary>",
        f"<p><b>{word('Jawaban: {}', lang).format(_right(question))}</b></p>",
        f"{question.why}</details></fieldset>",
    )
    return "\n".join(part for part in parts if part)


def _right(question: _Question) -> str:
    number, words = next((n, words) for n, (words, right) in enumerate(question.answers) if right)
    return f"{LETTERS[number]}. {words}"


def _lines(source: str) -> Iterator[int]:
    """The lines at which headings of level two stand, at the margin."""
    before = ""
    for number, line in enumerate(source.split("\n"), 1):
        if line.startswith("##") and not line.startswith("###"):
            yield number
        elif before.strip() and not before.startswith(("#", "-", " ")) and _SETEXT.fullmatch(line):
            yield number - 1
        before = line


def _blocks(html: str) -> Iterator[tuple[str, str]]:
    """The elements of the first level with their tags; blanks between them are dropped."""
    depth = start = 0
    for found in TAG.finditer(html):
        closes, tag = bool(found[1]), found[2]
        if not closes and depth == 0:
            start = found.start()
        if tag not in VOID:
            depth += -1 if closes else 1
        if depth == 0:
            opened = TAG.match(html, start)
            yield opened[2] if opened else tag, html[start : found.end()]


def _inner(block: str) -> str:
    """What is in an element."""
    return block[block.index(">") + 1 : block.rindex("</")]


def _has_box(block: str) -> bool:
    return any(_BOX.match(_inner(item)) for _, item in _blocks(_inner(block)))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _text(html: str) -> str:
    """The words of a piece of HTML."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return "".join(reader.words)
