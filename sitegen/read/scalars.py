"""Every type of text with its pattern: one row each. Reading converts by these rows, and schemas are made from them.

A pattern means the same to Python and to ECMA-262 (with the flag `u`), so that a JSON Schema can carry it as it is.
"""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from sitegen.model import scalars
from sitegen.values import Frozen

BAD: Any = object()  # "does not fit": None is a value of `T | None`

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?"
_HOST = rf"{_LABEL}(?:\.{_LABEL})*"
_DOMAIN = rf"{_LABEL}(?:\.{_LABEL})+"
_EMAIL = rf"[A-Za-z0-9_%+\-]+(?:\.[A-Za-z0-9_%+\-]+)*@{_DOMAIN}"
# What may end a host: all but blanks, controls and the signs that RFC 3986 keeps out of every part.
_REST = (
    r"(?::[0-9]*)?(?:[/?#][^\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
    r'"<>\\\^`\{\|\}]*)?'
)
# Windows opens a device for these, with any extension, in any case.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_DEGREES = r"-?[0-9]{1,3}(?:[.,][0-9]{1,12})?"
_TRUTH = {"ya": True, "true": True, "tidak": False, "false": False}


class ScalarType(Frozen):
    """How a type of text is read: what matches `pattern` (all of it) and is not longer than `longest` becomes a value
    by `make`, which gives `BAD` for what still does not fit. `id` and `en` say what is expected. `between` are the
    least and the largest number, for what is one."""

    pattern: str
    longest: int
    id: str
    en: str
    make: Callable[[str], object] = str
    between: tuple[float, float] | None = None

    def convert(self, text: str) -> object:
        """The value that `text` (without blanks around it) stands for, or `BAD`; the length is not looked at here."""
        return self.make(text) if self.matches(text) else BAD

    def matches(self, text: str) -> bool:
        """Whether all of `text` fits the pattern: what a schema can see of it."""
        # Compiled once it is asked for, by `re` itself: most builds ask for few of these.
        return re.fullmatch(self.pattern, text, re.ASCII | re.DOTALL) is not None


def is_device(name: str) -> bool:
    """Whether Windows keeps this file name for a device: `con`, `NUL.txt`."""
    return _DEVICE.fullmatch(name) is not None


def _date(text: str) -> object:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return BAD


def _time(text: str) -> object:
    hour, minute = re.split("[.:]", text)
    return dt.time(int(hour), int(minute))


def _name(text: str) -> object:
    return BAD if is_device(text) else text


def _domain(text: str) -> object:
    # A last label of digits only would be an IPv4 address to a browser (WHATWG URL).
    return text if len(text) <= 253 and not text.rpartition(".")[2].isdigit() else BAD


def _email(text: str) -> object:
    user, _, domain = text.partition("@")
    return text if len(user) <= 64 and _domain(domain) is not BAD else BAD


def _url(text: str) -> object:
    try:
        return BAD if urlsplit(text).port == 0 else text
    except ValueError:
        return BAD


def _security_contact(text: str) -> object:
    return _url(text) if text.startswith("https:") else text if _email(text[len("mailto:") :]) is not BAD else BAD


def _degrees(least: float, most: float) -> Callable[[str], object]:
    def convert(text: str) -> object:
        plain = text.replace(",", ".")  # as Indonesian spreadsheets write it
        return plain if least <= float(plain) <= most else BAD

    return convert


def _site_path(text: str) -> object:
    return BAD if {"", ".", ".."}.intersection(text.removesuffix("/").split("/")) else text


SCALARS: dict[object, ScalarType] = {
    # That it is one line, without characters that hide, is asked of every value before (`schema.convert`).
    str: ScalarType(r".*", 500, "teks satu baris", "one line of text"),
    int: ScalarType(
        r"-?(?:0|[1-9][0-9]{0,8})",
        10,
        "bilangan bulat, misalnya 3",
        "a whole number such as 3",
        int,
        (-999_999_999, 999_999_999),
    ),
    bool: ScalarType("|".join(_TRUTH), 5, "ya atau tidak", "ya or tidak (true or false)", _TRUTH.__getitem__),
    dt.date: ScalarType(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
        10,
        "tanggal dengan bentuk tahun-bulan-hari yang ada di kalender, misalnya 2026-03-09",
        "a date of the calendar as year-month-day such as 2026-03-09",
        _date,
    ),
    dt.time: ScalarType(
        r"(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9]",
        5,
        "jam dan menit, misalnya 08.00",
        "hours and minutes such as 08.00",
        _time,
        (0, 23.59),
    ),
    scalars.Slug: ScalarType(
        r"[a-z0-9]+(?:-[a-z0-9]+)*",
        80,
        "huruf kecil, angka, dan tanda hubung, misalnya gizi-anak",
        "lower-case letters, digits and hyphens such as gizi-anak",
    ),
    scalars.Name: ScalarType(
        r"[A-Za-z0-9](?:[A-Za-z0-9._\-]*[A-Za-z0-9])?",
        100,
        "huruf, angka, titik, garis bawah, atau tanda hubung; bukan nama milik Windows seperti con atau nul",
        "letters, digits, dots, underscores or hyphens; no name kept by Windows such as con or nul",
        _name,
    ),
    scalars.FactName: ScalarType(
        r"[a-z][a-z0-9_]*",
        50,
        "huruf kecil, angka, dan garis bawah, misalnya jadwal_posyandu",
        "lower-case letters, digits and underscores such as jadwal_posyandu",
    ),
    scalars.Domain: ScalarType(
        _DOMAIN,
        253,
        "nama domain tanpa https:// dan tanpa garis miring, misalnya dinkesContoh.id",
        "a domain name without https:// and slashes such as dinkesContoh.id",
        _domain,
    ),
    scalars.Email: ScalarType(
        _EMAIL,
        254,
        "alamat surel, misalnya dinkes@contoh.go.id",
        "an e-mail address such as dinkes@contoh.go.id",
        _email,
    ),
    scalars.Phone: ScalarType(
        r"[ +()\-]*(?:[0-9][ +()\-]*){3,20}",
        40,
        "nomor telepon 3-20 angka; boleh memakai spasi, +, - dan kurung",
        "a phone number of 3 to 20 digits; spaces, +, - and round brackets may be used",
    ),
    scalars.SecurityContact: ScalarType(
        rf"mailto:{_EMAIL}|https://{_HOST}{_REST}",
        300,
        "alamat mailto:surel@... atau https://...",
        "an address mailto:name@... or https://...",
        _security_contact,
    ),
    scalars.Url: ScalarType(
        rf"[Hh][Tt][Tt][Pp][Ss]?://{_HOST}{_REST}",
        2000,
        "alamat web lengkap, misalnya https://contoh.go.id/",
        "a whole web address such as https://contoh.go.id/",
        _url,
    ),
    scalars.LangTag: ScalarType(
        r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?",
        12,
        "kode bahasa, misalnya id atau su",
        "a language code such as id or su",
    ),
    scalars.Timezone: ScalarType(
        r"Asia/(?:Jakarta|Pontianak|Makassar|Jayapura)",
        20,
        "zona waktu Indonesia, misalnya Asia/Jayapura",
        "a time zone of Indonesia such as Asia/Jayapura",
    ),
    scalars.DistrictCode: ScalarType(
        r"[0-9]{2}\.[0-9]{2}",
        5,
        'kode Kemendagri kabupaten atau kota, misalnya "32.02"',
        'the Kemendagri code of a kabupaten or kota such as "32.02"',
    ),
    scalars.AreaCode: ScalarType(
        r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}",
        8,
        'kode Kemendagri kecamatan, misalnya "13.71.10"',
        'the Kemendagri code of a kecamatan such as "13.71.10"',
    ),
    # Of Indonesia only: what was exchanged, or lost its point in a spreadsheet, is no place there.
    scalars.Latitude: ScalarType(
        _DEGREES,
        20,
        "lintang dalam derajat desimal di Indonesia (-11.5 sampai 6.5), misalnya -6.92",
        "a latitude within Indonesia in decimal degrees (-11.5 to 6.5) such as -6.92",
        _degrees(-11.5, 6.5),
        (-11.5, 6.5),
    ),
    scalars.Longitude: ScalarType(
        _DEGREES,
        20,
        "bujur dalam derajat desimal di Indonesia (94.5 sampai 141.5), misalnya 106.93",
        "a longitude within Indonesia in decimal degrees (94.5 to 141.5) such as 106.93",
        _degrees(94.5, 141.5),
        (94.5, 141.5),
    ),
    scalars.TextDigest: ScalarType(
        r"[0-9a-f]{16}",
        16,
        "sidik naskah, 16 angka atau huruf a-f, seperti ditulis sitegen accept",
        "the digest of a text, 16 digits or letters a-f, as sitegen accept writes it",
    ),
    scalars.SitePath: ScalarType(
        r"[A-Za-z0-9._/\-]+",
        200,
        "jalur di dalam situs tanpa garis miring di depan, misalnya .htaccess atau unduhan/",
        "a path inside the site without a leading slash such as .htaccess or unduhan/",
        _site_path,
    ),
}
