"""Words by which a site claims to speak for the government: only an office's own, confirmed site may use them."""

import re
from collections.abc import Iterator
from functools import cache

# What may stand between two words of a phrase: blanks, line breaks, Markdown's marks, so that **bold** hides nothing.
_GAP = r"(?:[\s*_`~\[\]|>]|&nbsp;|&#160;)+"
_PLACES = "situs|website|web|laman|halaman|portal|akun|kanal medsos|ramatloka"

# A row each: one phrase, its words parted by blanks; a word may be a pattern.
OFFICIAL: tuple[str, ...] = (
    f"(?:{_PLACES}) (?:web )?resmi",
    "pemerintah resmi",
    r"resmi milik (?:pemerintah|pemda|pemkab|pemkot|dinas)",
    r"kami,? (?:(?:adalah|dari|selaku|sebagai) )?dinas kesehatan",
    "dinas kesehatan kami",
    "lambang daerah",
    "kop surat",
    r"official (?:government )?(?:web ?sites?|websites?|sites?|portals?|pages?|accounts?)",
    r"(?:our|we,? (?:are )?the) (?:district |city |regency )?health (?:office|department|agency)",
    "coat of arms",
)

# What has the words and is meant otherwise: the notice itself, and the titles of laws.
EXCEPTIONS: tuple[str, ...] = (
    "bukan situs resmi pemerintah",
    "not an official government (?:web)?site",
    "kanal resmi",
    r"(?:undang-undang|uu|peraturan|pp|perpres|perda|permen\w*|keputusan|kep\w*)\b[^;]{0,120}?"
    r" tentang [^;]{0,80}?(?:lambang daerah|kop surat)",
)


@cache
def _compiled(rows: tuple[str, ...]) -> re.Pattern[str]:
    """What finds these phrases. Compiled when it is first asked for: most builds do not."""
    phrases = (row.replace(" ", _GAP) for row in rows)
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


# A word of each row: most texts have none of them, and to look for these takes a fifth of the time.
TELLING = ("resmi", "dinas", "lambang", "kop", "official", "health", "coat")


def telling(text: str) -> bool:
    """Whether a text may have such words at all."""
    plain = text.casefold().replace("i\u0307", "i").replace("ı", "i")  # what IGNORECASE takes for an i
    return any(word in plain for word in TELLING)


def sounds(text: str) -> bool:
    """Whether a text has such words, be they meant otherwise or not."""
    return telling(text) and _compiled(OFFICIAL).search(text) is not None


def officials(text: str) -> Iterator[tuple[int, str]]:
    """Each place of a text that has such words: where they begin, and what they are, on one line."""
    if not sounds(text):
        return
    bare = _compiled(EXCEPTIONS).sub(lambda found: "\0" * len(found[0]), text)
    for found in _compiled(OFFICIAL).finditer(bare):
        yield found.start(), " ".join(re.sub(_GAP, " ", found[0]).split())


def line_and_column(text: str, start: int) -> tuple[int, int]:
    """Line and column (from 1) of an offset in a text."""
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
