"""What readers see of a page, as paragraphs; and how two of them differ.

The pages are ours, so their tags are well-formed and a pattern finds them (a parser of any HTML takes ten times
as long). Targets of links count as text: another number behind the same words is another page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape

from sitegen.model.difference import Hunk

_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>""")
_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_BODY = re.compile(r"<body\b[^>]*>(.*)</body>", re.DOTALL)
_SUMMARY = re.compile(r'<meta name="description" content="([^"]*)">')
_H1 = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([a-z-]+)(?:=(?:"([^"]*)"|'([^']*)'))?""")
_SPACE = re.compile(r"[\s\u00a0]+")
_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em i img ins kbd label mark q s samp small span strong sub sup time u var wbr "
    "td th".split()
)
_VOID = frozenset("area br col embed hr img input link meta source track use wbr".split())
# Not the page's own text: where one is, what it offers, other documents that it names. By tag, by id, by class.
_SKIPPED_TAGS = frozenset(("script", "style", "svg", "template", "nav", "button"))
_SKIPPED_IDS = frozenset(("_bagikan", "_istilah"))
_SKIPPED_CLASSES = frozenset(("rel", "prt", "leaf"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in its parts: the style it carries, what stands around <main>, <main>, and its summary."""

    style: str
    around: str
    main: str
    summary: str

    @property
    def title(self) -> str:
        """Its heading; "" if it has none."""
        found = _H1.search(self.main)
        return " ".join(read(found[1])[0]) if found else ""


def sheet(html: str) -> Sheet:
    """The parts of a page; all of it is <main> if there is none."""
    main, style, body, summary = (one.search(html) for one in (_MAIN, _STYLE, _BODY, _SUMMARY))
    if main is None:
        return Sheet("", "", body[1] if body else html, "")
    around = f"{html[body.start(1) : main.start()]}\n{html[main.end() : body.end(1)]}" if body else ""
    return Sheet(style[1] if style else "", around, main[1], unescape(summary[1]) if summary else "")


def read(html: str, *, whole: bool = False) -> tuple[tuple[str, ...], str]:
    """The paragraphs of a part of a page, and its markup without them. `whole`: also what is skipped in <main>, as in
    the header and footer of a page, but for scripts, styles and drawings."""
    blocks: list[str] = []
    marks: list[str] = []
    text: list[str] = []
    targets: list[str] = []
    at = depth = 0
    hiding = ""
    for tag in _TAG.finditer(html):
        if not hiding:
            text.append(html[at : tag.start()])
        at = tag.end()
        closing, name, rest = tag[1] == "/", tag[2].lower(), tag[3]
        if hiding:
            depth += 0 if name != hiding or name in _VOID else -1 if closing else 1
            hiding = hiding if depth else ""
            continue
        if not closing and name not in _VOID and not rest.endswith("/") and _hidden(name, rest, whole):
            hiding, depth = name, 1
            continue
        marks.append(tag[0])
        if name == "a":
            if closing and targets:
                text.append(targets.pop())
            elif not closing:
                targets.append(_target(rest, "href"))
        elif name == "img":
            text.append(f" [{_value(rest, 'alt')}]{_target(rest, 'src')}")
        elif name in ("td", "th"):
            text.append(" | " if closing else "")
        elif name not in _INLINE:
            _flush(text, blocks)
    if not hiding:
        text.append(html[at:])
    _flush(text, blocks)
    return tuple(blocks), "".join(marks)


def _flush(text: list[str], blocks: list[str]) -> None:
    said = _SPACE.sub(" ", unescape("".join(text))).strip().removesuffix(" |")
    if said:
        blocks.append(said)
    text.clear()


def _hidden(name: str, rest: str, whole: bool) -> bool:
    if name in ("script", "style", "svg", "template"):
        return True
    if not rest and name not in _SKIPPED_TAGS:
        return False
    attributes = {found[1]: found[2] or "" for found in _ATTRIBUTE.finditer(rest)}
    if "hidden" in attributes:
        return True
    return not whole and (
        name in _SKIPPED_TAGS
        or attributes.get("id", "") in _SKIPPED_IDS
        or not _SKIPPED_CLASSES.isdisjoint(attributes.get("class", "").split())
    )


def _value(rest: str, key: str) -> str:
    return next((found[2] or found[3] or "" for found in _ATTRIBUTE.finditer(rest) if found[1] == key), "")


def _target(rest: str, key: str) -> str:
    """Where a link leads, as text; nothing for a place on the same page."""
    href = _value(rest, key)
    return f" ⟨{href}⟩" if href and not href.startswith("#") else ""


def hunks(before: Sequence[str], after: Sequence[str]) -> tuple[Hunk, ...]:
    """Where two lists of paragraphs differ, in their order."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        Hunk(tuple(before[a:b]), tuple(after[c:d])) for name, a, b, c, d in matcher.get_opcodes() if name != "equal"
    )


def pairs(hunk: Hunk) -> Iterator[tuple[str, str]]:
    """The paragraphs of a hunk side by side: the likest ones, in their order; "" where one has no counterpart."""
    before, after = [*hunk.before], [*hunk.after]
    while before and after:
        if len(before) == len(after) or _like(before[0], after[0]):
            yield before.pop(0), after.pop(0)
        elif len(before) > len(after):
            yield before.pop(0), ""
        else:
            yield "", after.pop(0)
    yield from ((old, "") for old in before)
    yield from (("", new) for new in after)


def _like(one: str, other: str) -> bool:
    first, second = set(one.split()), set(other.split())
    return 2 * len(first & second) > min(len(first), len(second))


def words(before: str, after: str) -> tuple[tuple[tuple[bool, str], ...], tuple[tuple[bool, str], ...]]:
    """Two paragraphs in runs of words: (whether the other one lacks it, text), for each of them."""
    old, new = re.findall(r"\S+\s*", before), re.findall(r"\S+\s*", after)
    left: list[tuple[bool, str]] = []
    right: list[tuple[bool, str]] = []
    plain_old, plain_new = before.split(), after.split()
    for name, a, b, c, d in SequenceMatcher(None, plain_old, plain_new, autojunk=False).get_opcodes():
        if a < b:
            left.append((name != "equal", "".join(old[a:b])))
        if c < d:
            right.append((name != "equal", "".join(new[c:d])))
    return tuple(left), tuple(right)
