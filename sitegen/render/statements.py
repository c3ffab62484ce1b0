"""What a text states, found once for each distinct text: the claims that it marks, its figures without any mark, the
numbers that it gives to call; and what is wrong with its language."""

import re
from collections.abc import Iterator

from sitegen import language
from sitegen.model.document import Text
from sitegen.model.parsed import ClaimUse, Flaw, Written
from sitegen.render import figures
from sitegen.render.blocks import Block, blocks
from sitegen.render.lookalikes import lookalikes
from sitegen.words import word

_DATED = re.compile(figures.MARK)
_DIALLED = re.compile(r"tel:([^\s)>\"\ue000]+)(?=[\s)>\"])")
# Two digits and more, or one with the unit that makes it a figure.
_FIGURE = re.compile(
    r"(?<![\w.,/-])(?:Rp[\s ]?\d[\d.,]*\d|Rp[\s ]?\d|\d[\d.,/:–-]*\d|\d(?=[\s ]?(?:%|persen\b)))", re.I
)
_ADVICE = "saran kerja"
# An answer that a quiz offers: most are wrong on purpose, and what explains the right one is marked.
_ANSWER = re.compile(r"\s*[-*+] \[[ xX]\] ")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_LAW = re.compile(r"\b(?:Undang-Undang|Peraturan|Keputusan|Instruksi|Surat Edaran)\b[^.;]*?\btentang\b[^.;,)]*")


def claims_in(text: Text, parts: list[Block]) -> Iterator[ClaimUse]:
    """The marks of a text, and whether the day of a figure stands in the same block, and whether the same section, or
    the text before the first heading, tells readers to ask an official channel."""
    if not text.claims:
        return
    words = word("periksa kanal resmi", text.lang)
    hedged = {part.section for part in parts if words in " ".join(part.said.split()).lower()}
    for mark in text.claims:
        part = _block_at(parts, mark.line)
        dated = part is not None and any(_DATED.search(line) for line in part.lines)
        asked = part is not None and not hedged.isdisjoint((0, part.section))
        yield ClaimUse(mark.key, mark.line, mark.column, dated, asked)


def figures_in(text: Text, parts: list[Block], calls: tuple[Written, ...]) -> Iterator[Written]:
    """Figures in blocks without a mark: no headings, no advice of ours (a box, a paragraph with its list, or all of a
    text that says so before its first heading), no answers of quizzes, no number that the text gives to call."""
    if any(part.section == 0 and part.kind == "box" and _ADVICE in part.said.lower() for part in parts):
        return
    dialled = {number.text for number in calls}
    marked = {id(_block_at(parts, mark.line)) for mark in text.claims}
    advised = False
    for part in parts:
        advised = (advised and part.kind in ("list", "table")) or _ADVICE in part.said.lower()
        if part.kind == "heading" or advised or not part.digits:
            continue
        if id(part) in marked or any(_ANSWER.match(line) for line in part.lines):
            continue
        called = [(start, start + len(written)) for start, written in language.phones(part.said)]
        for found in _FIGURE.finditer(part.said):
            called_here = any(start <= found.start() < end for start, end in called)
            if not called_here and language.digits_of(found[0]) not in dialled:
                yield Written(found[0], *part.place(found.start()))


def phones_in(parts: list[Block]) -> Iterator[Written]:
    """Numbers that the text gives to call, as digits: in `tel:` links, and as they are usually written."""
    for part in parts:
        for number, line in zip(part.numbers, part.lines, strict=True):
            for found in _DIALLED.finditer(line) if "tel:" in line else ():
                yield Written(language.digits_of(found[1]), number, found.start(1) + 1)
        for start, written in language.phones(part.said) if part.digits else ():
            yield Written(language.digits_of(written), *part.place(start))


def flaws_of_language(text: Text, parts: list[Block]) -> Iterator[Flaw]:
    """Long sentences, officialese (in Indonesian), words of gambling sites, numbers like a NIK."""
    source = text.source
    plain = language.plain_words(source)
    rows = language.rows_for(plain) if text.lang == "id" else []
    for part in parts:
        if part.kind != "heading" and language.perhaps_long(part.said):
            for start, piece in part.pieces():
                for offset, count in language.long_sentences(piece):
                    args = (("count", str(count)), ("most", str(language.MOST_WORDS)))
                    yield Flaw("sentence-long", *part.place(start + offset), args)
        if rows and any(language.official_words(part.said, rows)) and not part.lines[0].lstrip().startswith(">"):
            own = _LAW.sub(_blank, _QUOTED.sub(_blank, part.said))
            for offset, words, instead in language.official_words(own, rows):
                args = (("plain", instead), ("word", " ".join(words.split())))
                yield Flaw("word-official", *part.place(offset), args)
    for offset, words in language.gambling_words(source, plain):
        yield Flaw("word-gambling", *_place(source, offset), (("words", words),))
    for offset, words in language.nik_like(source):
        yield Flaw("nik-like", *_place(source, offset), (("words", words),))


def _block_at(parts: list[Block], line: int) -> Block | None:
    """The block in which a composed line stands, or the one above it."""
    return next((part for part in reversed(parts) if part.numbers[0] <= line), parts[0] if parts else None)


def _place(source: str, offset: int) -> tuple[int, int]:
    return source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def stated(text: Text) -> tuple[tuple[ClaimUse, ...], tuple[Written, ...], tuple[Written, ...], tuple[Flaw, ...]]:
    """All of it: claims, figures without a mark, numbers to call, flaws."""
    parts = blocks(text.source)
    calls = tuple(phones_in(parts))
    claims, loose = tuple(claims_in(text, parts)), tuple(figures_in(text, parts, calls))
    return claims, loose, calls, (*lookalikes(parts), *flaws_of_language(text, parts))
