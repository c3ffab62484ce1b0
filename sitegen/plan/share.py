"""An article as a message: what the WhatsApp link is filled with, and a plain text for groups.

Composed here, once for each article; the address of the site and its notice are the site's and are printed after it.
"""

import re
from collections.abc import Iterator

from sitegen import locale
from sitegen.model.document import Meta
from sitegen.model.views import Share
from sitegen.words import word

LONGEST = 1000
POINTS = 3
# Kept free for what the site adds: an address (a host has at most 253 characters), the notice, line breaks.
_ADDRESS, _NOTICE = 300, 60
_TITLE, _SOURCE = 160, 120
_SENTENCE = re.compile(r"[.!?…](?=\s|$)")
# WhatsApp's marks. An underscore inside a word is none.
_MARKS = re.compile(r"[*~`]|(?<![^\W_])_+|_+(?![^\W_])")


def share(meta: Meta, lang: str, when: tuple[str, ...] = ()) -> Share:
    """Both messages of an article, each up to the address that the page prints after it. `when` says when and where
    an event is, or how long an announcement holds."""
    return Share(_caption(meta, lang, when), _text(meta, lang, when))


def _caption(meta: Meta, lang: str, when: tuple[str, ...]) -> str:
    lines = _numbered(meta.points[:POINTS]) if meta.points else [meta.summary]
    parts = [meta.title, "\n".join(when), "\n".join(lines), _dated(meta, lang)]
    return "".join(f"{part}\n\n" for part in parts if part)


def _text(meta: Meta, lang: str, when: tuple[str, ...]) -> str:
    """Title, points, whom to call, source: at most `LONGEST` characters with what the site adds."""
    title = "\n".join([f"*{_cut(_plain(meta.title), _TITLE)}*", *(_cut(_plain(line), _TITLE) for line in when)])
    ends = [word("Gawat darurat: telepon 119. Tanya JKN: telepon 165.", lang), _sources(meta, lang)]
    end = "\n\n".join(part for part in ends if part)
    room = LONGEST - _ADDRESS - _NOTICE - len(title) - len(end) - len("\n\n" * 3)
    lines = [_plain(point) for point in meta.points]
    said = list(_fitting(_numbered(lines) if lines else [_plain(meta.summary)], room))
    return "".join(f"{part}\n\n" for part in (title, "\n".join(said), end) if part)


def _fitting(lines: list[str], room: int) -> Iterator[str]:
    """The lines that there is room for; the one that is too long up to the end of a sentence, and none after it."""
    for line in lines:
        if len(line) > room:
            ends = [found.end() for found in _SENTENCE.finditer(line, 0, room) if found.end() > len("10. ")]
            if ends:
                yield line[: ends[-1]]
            return
        yield line
        room -= len(line) + 1


def _numbered(lines: tuple[str, ...] | list[str]) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)]


def _sources(meta: Meta, lang: str) -> str:
    """Where it is from and when that was looked at: the first source by name, the others by number."""
    if not meta.sources:
        return _dated(meta, lang)
    first = _cut(_plain(meta.sources[0].title), _SOURCE)
    if len(meta.sources) > 1:
        first = word("{} dan {} sumber lain", lang).format(first, len(meta.sources) - 1)
    dated = _dated(meta, lang)
    return word("Sumber: {}", lang).format(first) + (f", {dated[0].lower()}{dated[1:]}" if dated else "")


def _dated(meta: Meta, lang: str) -> str:
    """The day of the last check, else of publication."""
    day = meta.checked or meta.date
    if day is None:
        return ""
    text = word("Diperiksa {}" if meta.checked else "Diterbitkan {}", lang)
    return text.format(locale.long_date(day, lang).replace(locale.NBSP, " "))


def _plain(text: str) -> str:
    """A text without what WhatsApp would take for a mark."""
    return _MARKS.sub("", text).strip()


def _cut(text: str, most: int) -> str:
    """A text up to its last whole word within `most` characters."""
    return text if len(text) <= most else text[: most - 1].rpartition(" ")[0].rstrip(" ,;:") + "…"
