"""The words of texts: long sentences, officialese with plainer words, words of gambling sites, telephone numbers and
numbers like a NIK.

Finders take a text and give offsets in it. They know no Markdown: `render.blocks` gives them running text.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from string import ascii_lowercase, digits

# Longer ones are read twice. Our own texts aim at 8 to 14 words.
MOST_WORDS = 25

# A row each: the words (a blank stands for any white space), and what to write instead.
OFFICIALESE: dict[str, str] = {
    "adapun": "hapus kata ini",
    "agar supaya": "agar",
    "adalah merupakan": "adalah",
    "apabila": "bila",
    "bahwasanya": "bahwa",
    "berdasarkan": "menurut",
    "berkenaan dengan": "tentang",
    "bersama ini": "hapus kata ini",
    "dalam hal ini": "hapus kata ini",
    "dalam rangka": "untuk",
    "demi untuk": "untuk",
    "dengan demikian": "jadi",
    "dikarenakan": "karena",
    "dimana": "di mana, atau kalimat baru",
    "diperuntukkan bagi": "untuk",
    "dipersilakan": "silakan",
    "disebabkan karena": "karena",
    "fasilitasi": "bantu",
    "guna": "untuk",
    "implementasi": "pelaksanaan, atau kata kerjanya",
    "kegiatan sosialisasi": "sosialisasi",
    "khususnya": "terutama",
    "melakukan kegiatan": "kata kerjanya saja",
    "melakukan pemeriksaan": "memeriksa",
    "melakukan pendaftaran": "mendaftar",
    "melaksanakan": "mengadakan atau melakukan",
    "mempergunakan": "memakai",
    "memfasilitasi": "membantu",
    "mengimplementasikan": "menjalankan",
    "menindaklanjuti": "mengurus",
    "mengoptimalkan": "memperbaiki",
    "merupakan": "adalah",
    "oleh karenanya": "jadi",
    "oleh sebab itu": "jadi",
    "optimalisasi": "perbaikan",
    "para": "kata bendanya saja",
    "pada saat": "saat",
    "pemangku kepentingan": "pihak yang terlibat, dengan namanya",
    "sebagaimana": "seperti",
    "sehubungan dengan": "karena",
    "senantiasa": "selalu",
    "stakeholder": "pihak yang terlibat, dengan namanya",
    "terkait": "tentang",
    "tersebut": "itu",
}

# A row each: a pattern, its blanks also as hyphens or nothing. “judi daring” and “judi” alone are no row, so that texts
# can warn of it.
GAMBLING: tuple[str, ...] = (
    "g[a4]c[o0]r",
    "situs sl[o0]t",
    "link sl[o0]t",
    "agen sl[o0]t",
    "sl[o0]t (?:online|88|777|deposit|dana|pulsa|thailand|demo|maxwin|resmi)",
    "judi (?:online|bola|slot|casino|kasino)",
    "(?:agen|bandar|situs) judi",
    "t[o0]gel",
    "toto (?:macau|gelap|slot|4d)",
    "max win",
    "(?:rtp|bocoran) (?:live|slot)",
    "scatter (?:hitam|emas|naga)",
    "pragmatic play",
    "gates of olympus",
    "sweet bonanza",
    "mahjong ways",
    "sbobet",
    "pkv games?",
    "(?:bandar|domino) qq",
    "(?:poker|casino|kasino|roulette|baccarat|tembak ikan) online",
    "live casino",
    "mix parlay",
    "(?:bonus|freebet|jackpot) (?:new member|slot|progresif)",
    "depo(?:sit)? (?:pulsa tanpa potongan|slot)",
    "freebet",
)

# Letters and digits as they are, blanks for all else.
_PLAIN = bytes(byte if chr(byte) in ascii_lowercase + digits else ord(" ") for byte in range(256))
_WORDS_OF = {row: frozenset(row.split()) for row in OFFICIALESE}
_JOINED = re.compile(r"[\w-]")
_LETTER = r"[^\W_]"
_GAMBLING_ROWS = "|".join(row.replace(" ", r"[\s_-]*") for row in sorted(GAMBLING, key=len, reverse=True))
_GAMBLING = rf"(?<!{_LETTER})(?:{_GAMBLING_ROWS})(?!{_LETTER})"
# What every row of GAMBLING has one of, and few texts besides.
_GAMBLING_HINTS = (
    "gacor", "g4cor", "gac0r", "g4c0r", "slot", "sl0t", "judi", "togel", "t0gel", "toto", "max", "rtp", "bocoran",
    "scatter", "pragmatic", "olympus", "bonanza", "mahjong", "sbobet", "pkv", "qq", "poker", "casino", "kasino",
    "roulette", "baccarat", "tembak", "parlay", "bonus", "freebet", "jackpot", "depo",
)  # fmt: skip
# 16 digits as one number, or in groups of two and more with blanks, dots or hyphens between.
_SIXTEEN = re.compile(r"(?<![\d.,])(?:\d{16}|\d{2,}(?:[ .-]\d{2,}){2,7})(?![\d]|[.,]\d)")
# What both have, and few texts besides: sixteen digits, or signs that may stand between them, in a row.
_DIGITS = bytes(byte if chr(byte) not in digits + " .-?" else ord("0") for byte in range(256))
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\"']+")
_YEARS = re.compile(r"(?:(?:19|20)\d\d\D?)+")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_THREE = re.compile(r"\d[\d() -]*\d[\d() -]*\d")
_PHONE = re.compile(
    r"(?<![\w.,/+-])(?:"
    r"(?:\+62|62|\(?0)[\s-]?\d{2,4}\)?(?:[\s.-]?\d{3,4}){1,3}"
    r"|1[45]0\d[- ]?\d{3}"
    r"|(?:(?<=telepon )|(?<=telp )|(?<=telp\. )|(?<=sms )|(?<=whatsapp )|(?<=wa ))\d{3,6}"
    r")(?![\w/-]|[.,:]\d)",
    re.IGNORECASE,
)
# What may end a sentence: the mark, and what begins after it.
_END = re.compile(r"([.!?…])[\"'”’)\]]*(?=\s+(\S)|\s*$)")
_WORD = re.compile(r"[^\s/|]*\w[^\s/|]*")
# After these a full stop ends no sentence.
_SHORT = frozenset(
    "dr drg ns bd prof ir h hj st no nomor jl jln gg kec kab prov kel ds rt rw tgl hlm mis a.n s.d u.p".split()
)
# Where a sentence ends for certain: after a word of four letters and more that is none of these.
_SURE = re.compile(
    r"[.!?](?<=[a-z]{4}.)" + "".join(f"(?<!(?i:{word}).)" for word in sorted(_SHORT) if len(word) > 3) + r"\s+(?=[A-Z])"
)


def long_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences of more than `MOST_WORDS` words: where each begins, how many words it has."""
    start = 0
    for end in _ends(text) if perhaps_long(text) else ():
        if len(text[start:end].split()) > MOST_WORDS:  # a cheap bound: signs between blanks are no words
            words = _WORD.findall(text, start, end)
            if len(words) > MOST_WORDS:
                found = _WORD.search(text, start)
                yield found.start() if found else start, len(words)
        start = end


@lru_cache(maxsize=256)  # the texts of one document have most paragraphs in common
def perhaps_long(text: str) -> bool:
    """Whether a text may have a long sentence at all: most have none, and are not looked at any closer."""
    if len(text) < 2 * MOST_WORDS:
        return False  # words and blanks between them take more
    return max(map(len, map(str.split, _SURE.split(text)))) > MOST_WORDS


def plain_words(text: str) -> set[str]:
    """The words of a text in small letters, as far as they are plain ones: to ask what it need not be searched for."""
    if "\u0130" in text or "\u212a" in text:  # the two other letters whose small ones are plain
        text = text.lower()
    # A word may stand right before an address.
    apart = text.encode("ascii", "replace").lower().replace(b"http", b" http").replace(b"www.", b" www.")
    return {*apart.translate(_PLAIN).decode().split()}


def rows_for(words: set[str]) -> list[str]:
    """The rows of `OFFICIALESE` that a text of these plain words may have."""
    return [row for row, needed in _WORDS_OF.items() if needed <= words]


def official_words(text: str, rows: Sequence[str] | None = None) -> Iterator[tuple[int, str, str]]:
    """Officialese: where it stands, the words, what to write instead; only these rows of it, if that is known."""
    lowered = text.lower().replace("\n", " ")
    for words in rows_for(plain_words(text)) if rows is None else rows:
        at = lowered.find(words)
        while at >= 0:
            after = at + len(words)
            if not (_JOINED.match(lowered, at - 1) if at else None) and not _JOINED.match(lowered, after):
                yield at, text[at:after], OFFICIALESE[words]
            at = lowered.find(words, after)


def gambling_words(text: str, words: set[str] | None = None) -> Iterator[tuple[int, str]]:
    """Words of gambling sites: where they stand, and the words on one line; `words` are its plain ones, if known."""
    among = text.lower() if words is None else " ".join(words)
    if any(hint in among for hint in _GAMBLING_HINTS):
        for found in re.finditer(_GAMBLING, text, re.IGNORECASE):  # compiled when it is first asked for
            yield found.start(), " ".join(found[0].split())


def nik_like(text: str) -> Iterator[tuple[int, str]]:
    """Numbers of 16 digits, also in groups, but for addresses of pages, lists of years and sums of money: where each
    stands, and its first and last two digits (whoever reads the message need not read the number)."""
    # Looked for among bytes: a pattern would ask each sign. What is not ASCII becomes a "?", and may be a digit.
    if b"0" * 16 not in text.encode("ascii", "replace").translate(_DIGITS):
        return
    for found in _SIXTEEN.finditer(_ADDRESS.sub(lambda one: " " * len(one[0]), text)):
        digits = re.sub(r"\D", "", found[0])
        plain = found[0].isdigit()
        if len(digits) == 16 and (plain or not (_YEARS.fullmatch(found[0]) or _THOUSANDS.fullmatch(found[0]))):
            yield found.start(), f"{digits[:2]}…{digits[-2:]}"


def phones(text: str) -> Iterator[tuple[int, str]]:
    """Telephone numbers as they are usually written, short ones after a word that says so: where each stands, and how
    it is written."""
    for found in _PHONE.finditer(text) if _THREE.search(text) else ():
        yield found.start(), found[0]


def digits_of(written: str) -> str:
    """A telephone number as digits, with 0 for the country."""
    return re.sub(r"\D", "", re.sub(r"^\s*\(?\+62|^62(?=8)", "0", written))


def _ends(text: str) -> Iterator[int]:
    """Where the sentences of a text end: at a mark before a blank and no small letter, and where the text ends."""
    for found in _END.finditer(text):
        mark, after = found.groups()
        if after and after.islower():
            continue
        if mark == ".":
            at = found.start()
            before = text[max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1 : at]
            if before.lower().lstrip("(“\"'") in _SHORT:
                continue
        yield found.end()
    yield len(text)
