"""The page of a rule as text: what it says, why it exists, what is wrong, what is right. Pure: prints nothing."""

import difflib
import string
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sitegen.phrases import phrase
from sitegen.rulepage_words import BLANKS, HEADINGS, SUBJECTS, WEIGHTS
from sitegen.rules import RULES
from sitegen.rules.pages import PAGES, RulePage
from sitegen.unicode import UNSAFE_IN_LINE, code_point, escaped

WIDEST = 100  # an example of a line that is too long need not be shown whole
SHORT = 4  # up to so many lines, wrong and right are easier to read one after the other
NEAR = 3

Marked = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """An example to be shown: a heading, a file ("" for words) and its lines, each with a mark: "-", "+" or " "."""

    heading: str
    file: str
    lines: Marked


def heading(key: str, lang: str, **blanks: object) -> str:
    """A phrase of `HEADINGS` in `lang` ("id" or "en")."""
    return HEADINGS[key][_at(lang)].format(**blanks)


def what(rule: str, lang: str) -> str:
    """The message of a rule with its blanks named: `Fakta “‹nama›” belum ada`."""
    return _blank(RULES[rule].message[_at(lang)], lang)


def way_out(rule: str, lang: str) -> str:
    """The way out of a rule with its blanks named."""
    return _blank(RULES[rule].hint[_at(lang)], lang)


def weight(severity: str, lang: str) -> str:
    """What a severity means, in a sentence or two."""
    return WEIGHTS[severity][_at(lang)]


def examples(page: RulePage, lang: str) -> Iterator[Example]:
    """What a page shows, in order: further files, then wrong and right, apart where short, else as one text."""
    if not page.file:
        yield Example(heading("wrong", lang), "", (("-", page.wrong_words[_at(lang)]),))
        yield Example(heading("right", lang), "", (("+", page.right_words[_at(lang)]),))
        return
    for path, text in page.also:
        yield Example(heading("beside", lang), path, tuple((" ", line) for line in _lines(text, lang)))
    wrong, right = _lines(page.wrong, lang), _lines(page.right, lang)
    both = tuple(_merged(wrong, right))
    if max(len(wrong), len(right)) > SHORT:
        yield Example(heading("both", lang), page.file, both)
    else:
        yield Example(heading("wrong", lang), page.file, tuple(one for one in both if one[0] != "+"))
        yield Example(heading("right", lang), page.file, tuple(one for one in both if one[0] != "-"))


def page_lines(
    rule: str, lang: str, width: int = WIDEST, paint: Callable[[str, str], str] = lambda text, _mark: text
) -> list[str]:
    """The page of a rule for a terminal of `width` cells; `paint` colours a line of an example by its mark. Raises
    KeyError for a rule that does not exist."""
    definition, page = RULES[rule], PAGES[rule]

    def said(text: str) -> list[str]:
        filled = textwrap.wrap(text, min(width, WIDEST) - 2, break_long_words=False, break_on_hyphens=False)
        return [f"  {line}" for line in filled]

    lines = [f"{rule} ({phrase(definition.severity, lang)})", *said(weight(definition.severity, lang))]
    lines += ["", heading("message", lang), *said(what(rule, lang))]
    lines += ["", heading("why", lang), *said(page.why[_at(lang)])]
    for example in examples(page, lang):
        lines += ["", f"{example.heading}: {example.file}" if example.file else example.heading]
        for mark, line in example.lines:
            lines += [paint(f"  {mark} {line}".rstrip(), mark)] if example.file else said(line)
    if page.at:
        lines += ["", *said(heading("at", lang, file=page.at))]
    return [*lines, "", heading("hint", lang), *said(way_out(rule, lang))]


def list_lines(lang: str) -> list[str]:
    """All rules by subject: id, weight, message."""
    lines: list[str] = []
    widest = max(map(len, RULES))
    weights = {name: phrase(name, lang) for name in WEIGHTS}
    widest_weight = max(map(len, weights.values()))
    for *names, rules in SUBJECTS:
        lines += [names[_at(lang)]]
        for rule, definition in rules.items():
            lines.append(f"  {rule:{widest}}  {weights[definition.severity]:{widest_weight}}  {what(rule, lang)}")
        lines.append("")
    return [*lines, heading("one", lang)]


def unknown_lines(name: str, lang: str) -> list[str]:
    """What to say of a name that no rule has: the nearest ones, and where all are listed."""
    near = difflib.get_close_matches(name.casefold(), RULES, NEAR)
    lines = [heading("unknown", lang, name=escaped(name))]
    if near:
        lines.append(heading("near", lang, names=", ".join(near)))
    return [*lines, heading("all", lang)]


def _at(lang: str) -> int:
    return 0 if lang == "id" else 1


def _blank(text: str, lang: str) -> str:
    names = [name for _, name, _, _ in string.Formatter().parse(text) if name]
    shown = {name: f"‹{_word(name.removesuffix(f'_{lang}'), lang)}›" for name in names}
    return text.format_map(shown)


def _word(name: str, lang: str) -> str:
    return BLANKS[name] if lang == "id" else name


def _lines(text: str, lang: str) -> list[str]:
    """The lines of a file, safe to show; "" is no file, and one with NUL no text."""
    if not text:
        return [heading("none", lang)]
    if "\0" in text:
        return [heading("binary", lang)]
    return [_cut(_visible(line), lang) for line in text.removesuffix("\n").split("\n")]


def _visible(line: str) -> str:
    return UNSAFE_IN_LINE.sub(lambda found: f"[{code_point(found[0])}]", line)


def _cut(line: str, lang: str) -> str:
    if len(line) <= WIDEST:
        return line
    return heading("cut", lang, shown=line[:WIDEST], count=len(line) - WIDEST)


def _merged(wrong: list[str], right: list[str]) -> Iterator[tuple[str, str]]:
    """Both texts as one, each line with its mark; what is wrong stands before what is right."""
    matcher = difflib.SequenceMatcher(None, wrong, right, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from ((" ", line) for line in wrong[a:b])
        else:
            yield from (("-", line) for line in wrong[a:b])
            yield from (("+", line) for line in right[c:d])
