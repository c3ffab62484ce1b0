"""Dates, times, numbers and language names by CLDR. The only file that names Babel, most of which is loaded by what
needs it: many builds show no date that is not on the page already.

Languages that CLDR lacks (min, ban, ace, most of Papua and Maluku) borrow the forms of Indonesian.
"""

import datetime as dt
from decimal import Decimal
from functools import cache, lru_cache
from io import BytesIO
from typing import NamedTuple

import babel
from babel import Locale, UnknownLocaleError
from babel.core import get_global

VERSION = babel.__version__

NBSP = "\u00a0"
# Own names of languages that CLDR lacks, or names without the word for "language" that readers look for. Only names
# that are certain; any other language shows its tag until somebody who speaks it gives its name.
OWN_NAMES = {
    "ace": "Bahsa Acèh",
    "ban": "Basa Bali",
    "bjn": "Banjar",
    "bug": "Basa Ugi",
    "id": "Bahasa Indonesia",
    "jv": "Basa Jawa",
    "mad": "Madhurâ",
    "min": "Baso Minangkabau",
}

# Languages of three letters in ISO 639-3 that have two in ISO 639-1: tags and file names use the short one (RFC 5646).
SHORT = {"ara": "ar", "eng": "en", "ind": "id", "jav": "jv", "msa": "ms", "sun": "su", "zho": "zh"}


@cache
def _locale(lang: str) -> Locale:
    """The locale of a language tag, that of Indonesian for a language that CLDR lacks."""
    try:
        return Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("id")


def _date(day: dt.date, form: str, lang: str) -> str:
    from babel.dates import format_date

    return format_date(day, form, locale=_locale(lang))


def _decimal(value: float | Decimal, pattern: str | None, lang: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, pattern, locale=_locale(lang))


@lru_cache(maxsize=4096)
def long_date(day: dt.date, lang: str) -> str:
    """A date in words, "21 November 2026", its day and month kept on one line by U+00A0."""
    return _date(day, "long", lang).replace(" ", NBSP, 1)


@lru_cache(maxsize=4096)
def weekday(day: dt.date, lang: str) -> str:
    """The name of a day of the week: "Selasa"."""
    return _date(day, "EEEE", lang)


@lru_cache(maxsize=4096)
def month(day: dt.date, lang: str) -> str:
    """A month with its year: "Desember 2026"."""
    return _date(day, "LLLL y", lang)


@lru_cache(maxsize=4096)
def time_of_day(time: dt.time, lang: str, zone: str = "") -> str:
    """A time, "14.30", with the word of its zone, "14.30 WIB", if there is one.

    `zone` is the word itself (`Region.zone`): CLDR knows WIB, WITA and WIT in Indonesian only, readers everywhere.
    """
    from babel.dates import format_time

    text = format_time(time, "short", locale=_locale(lang))
    return f"{text}{NBSP}{zone}" if zone else text


def number(value: float | Decimal, lang: str) -> str:
    """A number as the language groups and points it: "42.000", "3,5"."""
    return _decimal(value, None, lang)


def rupiah(value: float, lang: str) -> str:
    """An amount in rupiah, "Rp42.000": "Rp" in every language, two decimals only where there are some."""
    pattern = "#,##0" if value == int(value) else "#,##0.00"
    return f"{'-' if value < 0 else ''}Rp{_decimal(abs(value), pattern, lang)}"


def file_size(size: int, lang: str) -> str:
    """The size of a file as phones and providers count: "834 byte", "12 KB", "1,3 MB"; never less than it is."""
    for unit, name, digits in ((10**6, "MB", 1), (10**3, "KB", 0)):
        if size >= unit:
            shown = -(-size * 10**digits // unit) / Decimal(10**digits)
            return f"{number(shown, lang)}{NBSP}{name}"
    return f"{size}{NBSP}byte"


@cache
def language_name(lang: str) -> str:
    """A language's name for itself, or its tag where neither CLDR nor `OWN_NAMES` has one."""
    language = lang.partition("-")[0]
    if language in OWN_NAMES:
        return OWN_NAMES[language]
    return str(_locale(lang).get_display_name() or lang) if _locale(lang).language == language else lang


def short_tag(lang: str) -> str:
    """The tag as sites and file names write it: the shortest code of the language, without script and region."""
    language = lang.partition("-")[0]
    return SHORT.get(language, language)


@cache
def search_tag(lang: str) -> str:
    """The tag as search engines take it in `hreflang`, "" if they would not: only languages of ISO 639-1."""
    language = lang.partition("-")[0]
    return lang if len(language) == 2 and language in Locale("en").languages else ""


@cache
def graph_locale(lang: str) -> str:
    """The locale of a language as Open Graph writes it: "id_ID"; the country by CLDR, Indonesia where it has none."""
    language = lang.partition("-")[0]
    country = get_global("likely_subtags").get(language, "").rpartition("_")[2]
    return f"{language}_{country if len(country) == 2 else 'ID'}"


class Message(NamedTuple):
    """A translated message of a catalogue: its Indonesian text, the translation, and its line in the file."""

    text: str
    translation: str
    line: int


def read_catalogue(data: bytes) -> list[Message]:
    """The translated messages of a gettext catalogue (.po), sorted. Raises ValueError with the reason."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalogue = read_po(BytesIO(data), abort_invalid=True)
    except (PoFileError, ValueError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from error
    return sorted(
        Message(m.id, str(m.string), m.lineno or 0)
        for m in catalogue
        if m.id and m.string and isinstance(m.id, str) and not m.fuzzy
    )
