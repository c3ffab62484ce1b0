"""Markdown to safe HTML, once for each distinct Text. The only file that names nh3.

The first wall is in the source: raw HTML is a flaw with its line. The second is nh3 after Markdown: an explicit
list of tags, attributes and URL schemes. Slots (U+E000 n U+E001) pass both and are counted afterwards.
"""

import html
import re
from collections.abc import Iterator
from functools import partial

import nh3

from sitegen.literal import code_lines, without_code
from sitegen.model.document import Text
from sitegen.model.parsed import Flaw, Link, Parsed, SlotUse
from sitegen.render import figures, quiz
from sitegen.render.converter import converter
from sitegen.render.scan import Scan
from sitegen.render.statements import stated
from sitegen.render.stems import stems_of
from sitegen.slugs import RESERVED_IDS, SLOT
from sitegen.unicode import SAFE_ASCII, UNSAFE_IN_BODY
from sitegen.words import word

MAX_LINE = 4000
MAX_OPEN_BRACKETS = 60
MAX_MARKS_IN_PARAGRAPH = 4000
MAX_INDENT = 40
MAX_DEPTH = 60
MAX_ALT = 200

_TAGS = frozenset(
    "a abbr blockquote br code dd div dl dt em h2 h3 h4 hr img li ol p pre strong sub sup table tbody td th thead time"
    " tr ul".split()
)
_ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "title", "class"},
    "abbr": {"title"},
    "div": {"class"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "img": {"src", "alt", "title"},
    "li": {"id"},
    "ol": {"start"},
    "p": {"class"},
    "sup": {"id"},
    "td": {"class"},
    "th": {"class", "scope"},
    "time": {"class", "datetime"},
}
_SCHEMES = frozenset({"http", "https", "mailto", "tel", "geo"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_TARGET = re.compile(r'="(?:(?<=href=")|(?<=src="))([^"]*)"')  # begins with what is found quickly

# Flaws that Markdown may take too long over, so it never sees such a text.
_COSTLY = frozenset({"line-too-long", "body-too-deep"})
_MARKS = "*_`[(!<&"
_RAW_HTML = re.compile(r"<(?=[A-Za-z/!?])(?!(?:https?://|mailto:|tel:|[\w.+-]+@)[^\s<>]*>)")
_REFERENCE = re.compile(r"&#(?:([0-9]+)|[xX]([0-9A-Fa-f]+));?")
_PAGE_TITLE = re.compile(r"# |#$")
_UNDERLINE = re.compile(r"=+ *")
# The name of a file, or what cameras and phones call their pictures.
_FILE_NAME = re.compile(
    r"[^/]{1,80}\.(?:jpe?g|png|webp|gif|avif|heic|svg|bmp|tiff?)"
    r"|(?:img|dscn?|pxl|mvimg|screenshot|whatsapp image|image|foto|gambar|photo|picture)"
    r"[-_ ]?\d[-\d_ .()]*(?:(?:WA|at )[\d._]*)?",
    re.IGNORECASE,
)
# A picture alone in its paragraph with a title, as nh3 writes it.
_TITLED = re.compile(r'<p>(<img(?: [a-z]+="[^"]*")*?) title="([^"]+)"((?: [a-z]+="[^"]*")*)></p>')


def ready(lang: str) -> None:
    """Makes what Texts of a language are parsed with, once: processes that are forked after this have it already."""
    parse(Text("", lang, b"## Siap\n\nSatu kalimat untuk semua.\n", ()))


def parse(text: Text) -> tuple[Parsed, str]:
    """What Markdown makes of `text`, and its HTML (safe, UTF-8 text, slots still in it, links as written).

    Never raises for what an author wrote: flaws say what is wrong.
    """
    source = text.source
    flaws = _prescan(source)
    if any(flaw.rule in _COSTLY for flaw in flaws):
        return Parsed((), "", (), (), 0, tuple(flaws)), ""
    try:
        rough = converter(text.lang).reset().convert(source)
        clean = nh3.clean(
            rough,
            tags=set(_TAGS),
            attributes=_ATTRIBUTES,
            url_schemes=set(_SCHEMES),
            link_rel=None,
            strip_comments=True,
        )
    except RecursionError:
        converter.cache_clear()  # it may have stopped in the midst of anything
        return Parsed((), "", (), (), 0, (Flaw("body-too-deep", 1, 1),)), ""
    clean = _TITLED.sub(_figure, clean)
    scan = Scan(clean)
    flaws += _flaws_after(text, clean, rough, scan)
    shown = _scrollers(clean, word("Tabel", text.lang))
    if text.form == "quiz":
        shown, wrong = quiz.arranged(shown, source, text.lang, tuple(scan.ids))
        flaws += wrong
    links = _placed(source, scan.links)
    claims, unclaimed, dials, more = stated(text)
    flaws += more
    parsed = Parsed(
        headings=tuple(scan.headings),
        anchors="\n".join(scan.ids),
        links=links,
        slots=tuple(SlotUse(number, context) for number, context in scan.slots if number < len(text.slots)),
        words=scan.words,
        flaws=tuple(flaws),
        figures=tuple(figures.placed(source, scan.figures)),
        names=" ".join(sorted(scan.marks)),
        stems=stems_of(scan.headings, scan.written, text.lang),
        claims=claims,
        unclaimed=unclaimed,
        dials=dials,
        told=partial(str, scan.prose),
    )
    return parsed, shown


def _figure(found: re.Match[str]) -> str:
    """The title of a picture as words below it. In an attribute a < may stand as it is, in text it may not."""
    caption = html.escape(html.unescape(found[2]), quote=False)
    return f"<figure>{found[1]}{found[3]}><figcaption>{caption}</figcaption></figure>"


def _scrollers(clean: str, label: str) -> str:
    """Each table in a region that scrolls by itself, reached by keyboard (WCAG 2.1.1), with a name of its own."""
    parts = clean.split("<table>")
    for number in range(1, len(parts)):
        name = f"{label} {number}" if len(parts) > 2 else label
        region = f'<div class="tbl" role="region" aria-label="{name}" tabindex="0"><table>'
        parts[number] = region + parts[number].replace("</table>", "</table></div>", 1)
    return "".join(parts)


def _prescan(source: str) -> list[Flaw]:
    """Cheap caps and refusals on the source, each with its line, before Markdown spends any time on it."""
    flaws: list[Flaw] = []
    opened = marks = paragraph = 0
    many = sum(source.count(mark) for mark in _MARKS) > MAX_MARKS_IN_PARAGRAPH
    lines = source.split("\n")
    code = code_lines(lines)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            opened = marks = paragraph = 0
            continue
        if len(line) > MAX_LINE:
            flaws.append(Flaw("line-too-long", number, 1, (("most", str(MAX_LINE)),)))
        indent = len(line) - len(line.lstrip(" \t>"))
        opened += line.count("[") - line.count("]")
        marks += sum(line.count(mark) for mark in _MARKS) if many else 0
        if opened > MAX_OPEN_BRACKETS or marks > MAX_MARKS_IN_PARAGRAPH or indent > MAX_INDENT:
            flaws.append(Flaw("body-too-deep", number, 1))
            opened = marks = 0
        underlined = paragraph == 1 and _UNDERLINE.fullmatch(line) is not None
        if underlined or _PAGE_TITLE.match(line):
            flaws.append(Flaw("heading-level-one", number - underlined, 1))
        paragraph += 1
        found = _RAW_HTML.search(without_code(line)) if "<" in line else None
        if found and number - 1 not in code:
            tag = line[found.start() :].partition(">")[0][:40] + ">"
            flaws.append(Flaw("raw-html", number, found.start() + 1, (("text", tag),)))
    return flaws


def _flaws_after(text: Text, clean: str, rough: str, scan: Scan) -> list[Flaw]:
    flaws: list[Flaw] = []
    if scan.deepest > MAX_DEPTH:
        flaws.append(Flaw("body-too-deep", 1, 1))
    # In the rough HTML a character reference still stands as it was written; one of U+E000 would forge a slot.
    unsafe = {f"U+{ord(sign):04X}": written for written, sign in _references(rough) if UNSAFE_IN_BODY.search(sign)}
    rare = SLOT.sub("", clean).encode().translate(None, SAFE_ASCII).decode()
    for sign in UNSAFE_IN_BODY.findall(rare):
        unsafe.setdefault(f"U+{ord(sign):04X}", "")
    for code, written in unsafe.items():
        place = _find(text.source, written) if written else (1, 1)
        flaws.append(Flaw("character-unsafe-after", *place, (("code", code),)))
    for rule, label in scan.unresolved:
        flaws.append(Flaw(rule, *_find(text.source, label), (("label", label),)))
    for target in _dropped(rough):
        flaws.append(Flaw("link-scheme", *_find(text.source, target), (("target", target),)))
    for link in scan.links:
        if link[1]:
            flaws += _flaws_of_alt(text.source, link[0], link[2].strip())
    seen = {number for number, _ in (*scan.slots, *scan.misplaced)}
    for number in range(len(text.slots)):
        if number not in seen:
            flaws.append(Flaw("fact-lost", 0, number, (("fact", text.slots[number].name),)))
    flaws += [
        Flaw("fact-misplaced", 0, number, (("fact", text.slots[number].name), ("where", where)))
        for number, where in scan.misplaced
        if number < len(text.slots)
    ]
    duplicate = next((i for n, i in enumerate(scan.ids) if i in scan.ids[:n]), None)
    if duplicate:
        flaws.append(Flaw("id-twice", *_find(text.source, f"#{duplicate}", last=True), (("id", duplicate),)))
    reserved = next((i for i in scan.ids if i in RESERVED_IDS), None)
    if reserved:
        flaws.append(Flaw("id-reserved", *_find(text.source, f"#{reserved}"), (("id", reserved),)))
    return flaws


def _flaws_of_alt(source: str, target: str, alt: str) -> Iterator[Flaw]:
    """What is wrong with the words that stand for a picture (WCAG 2.2, 1.1.1)."""
    place = _find(source, target)
    if not alt:
        yield Flaw("image-without-alt", *place, (("target", target),))
    elif _FILE_NAME.fullmatch(alt):
        yield Flaw("image-alt-name", *place, (("alt", alt), ("target", target)))
    elif len(alt) > MAX_ALT:
        yield Flaw("image-alt-long", *place, (("target", target), ("most", str(MAX_ALT))))


def _dropped(rough: str) -> Iterator[str]:
    """Link targets that the sanitiser took away: their scheme is not on the list."""
    for written in _TARGET.findall(rough):
        target = html.unescape(written)
        scheme = _SCHEME.match(target.strip())
        if scheme and scheme[1].lower() not in _SCHEMES:
            yield target


def _references(rough: str) -> Iterator[tuple[str, str]]:
    """The numeric character references of HTML (its section 13.2.5.80), each with the character that it stands for."""
    for found in _REFERENCE.finditer(rough):
        number = int(found[1]) if found[1] else int(found[2], 16)
        if number <= 0x10FFFF:
            yield found[0], chr(number)


def _placed(source: str, links: list[tuple[str, bool, str]]) -> tuple[Link, ...]:
    """Links with their places; the same target twice is looked for where it stands next."""
    placed = []
    after: dict[str, int] = {}
    for target, image, _ in links:
        if target.startswith(("#fn:", "#fnref")):
            continue
        at = _offset(source, target, after.get(target, 0))
        after[target] = at + 1
        placed.append(Link(target, *_line_column(source, at), image))
    return tuple(placed)


def _find(source: str, words: str, *, last: bool = False) -> tuple[int, int]:
    """Where `words` stand in the source, first or last (1, 1 if they were changed on the way)."""
    return _line_column(source, source.rfind(words) if last else _offset(source, words, 0))


def _offset(source: str, words: str, start: int) -> int:
    """The offset of `words`, as a link target if they are one anywhere; -1 if they are not there."""
    at = source.find(f"({words}", start)
    return at + 1 if at >= 0 else source.find(words, start)


def _line_column(source: str, at: int) -> tuple[int, int]:
    if at < 0:
        return 1, 1
    return source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at)
