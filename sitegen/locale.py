"""Dates and language names by CLDR. The only file that names Babel."""

import datetime as dt
from collections.abc import Iterable
from functools import cache, lru_cache
from io import BytesIO

import babel
from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.pofile import PoFileError, read_po

VERSION = babel.__version__


@cache
def _locale(lang: str) -> Locale:
    """The locale of a language tag; languages that CLDR lacks (min, ban, most of Papua) borrow Indonesian."""
    try:
        return Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return Locale("id")


@lru_cache(maxsize=4096)
def long_date(day: dt.date, lang: str) -> str:
    """A date in words, "21 November 2026", its day and month kept on one line by U+00A0."""
    return format_date(day, "long", locale=_locale(lang)).replace(" ", "\u00a0", 1)


@cache
def language_name(lang: str) -> str:
    """A language's name for itself (CLDR), or its tag where CLDR has none."""
    return _locale(lang).get_display_name() or lang if _locale(lang).language == lang else lang


def read_catalogue(data: bytes) -> Iterable[tuple[str, str]]:
    """The translated messages of a gettext catalogue (.po), sorted. Raises ValueError with the reason."""
    try:
        catalogue = read_po(BytesIO(data), abort_invalid=True)
    except (PoFileError, ValueError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from error
    return sorted(
        (str(m.id), str(m.string)) for m in catalogue if m.id and m.string and isinstance(m.id, str) and not m.fuzzy
    )
