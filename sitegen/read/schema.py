"""Nodes become frozen dataclasses, field by field, each mistake with its own place.

No pydantic here: every message needs its own place and two languages, and its import alone costs 100 ms.
"""

import dataclasses
import datetime as dt
import re
import types
from collections.abc import Callable
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

from sitegen.model import scalars
from sitegen.problems import Place, Problem, problem
from sitegen.read.source import Mapping, Node, Scalar, Sequence
from sitegen.unicode import UNSAFE_IN_LINE

T = TypeVar("T")
_BAD: Any = object()  # "there was a Problem": None is a value of `T | None`

# -- scalars: one row per type ---------------------------------------------------------------------------------------

_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(\.{_LABEL})+")
_EMAIL = re.compile(r"([A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+)*)@(.+)")
# Windows opens a device for these, with any extension, in any case.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_ZONES = frozenset({"Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"})
_TRUTH = {"ya": True, "true": True, "tidak": False, "false": False}

_Convert = Callable[[str], object]


def _matching(pattern: str) -> _Convert:
    compiled = re.compile(pattern, re.ASCII)
    return lambda text: text if compiled.fullmatch(text) else _BAD


def _integer(text: str) -> object:
    return int(text) if re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", text) else _BAD


def _truth(text: str) -> object:
    return _TRUTH.get(text, _BAD)


def _date(text: str) -> object:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return _BAD
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return _BAD


def _time(text: str) -> object:
    shaped = re.fullmatch(r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])", text, re.ASCII)
    return dt.time(int(shaped[1]), int(shaped[2])) if shaped else _BAD


def is_device(name: str) -> bool:
    """Whether Windows keeps this file name for a device: `con`, `NUL.txt`."""
    return _DEVICE.fullmatch(name) is not None


def _name(text: str) -> object:
    shaped = re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?", text)
    return text if shaped and not is_device(text) else _BAD


def _domain(text: str) -> object:
    # A last label of digits only would be an IPv4 address to a browser (WHATWG URL).
    good = _DOMAIN.fullmatch(text) and not text.rpartition(".")[2].isdigit()
    return text if good else _BAD


def _email(text: str) -> object:
    parts = _EMAIL.fullmatch(text)
    return text if parts and len(parts[1]) <= 64 and _domain(parts[2]) is not _BAD else _BAD


def _phone(text: str) -> object:
    shaped = re.fullmatch(r"[0-9 +()-]+", text) and 3 <= sum(sign.isdigit() for sign in text) <= 20
    return text if shaped else _BAD


def _url(text: str) -> object:
    if re.search(r'[\s\x00-\x20\x7f-\x9f"<>\\^`{|}]', text):
        return _BAD
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return _BAD
    host = parts.hostname or ""
    good = (
        parts.scheme in ("http", "https")
        and "@" not in parts.netloc
        and re.fullmatch(rf"{_LABEL}(\.{_LABEL})*", host)
        and port != 0
    )
    return text if good else _BAD


def _degrees(least: float, most: float) -> _Convert:
    def convert(text: str) -> object:
        shaped = re.fullmatch(r"-?[0-9]{1,3}([.,][0-9]{1,12})?", text)
        plain = text.replace(",", ".")  # as Indonesian spreadsheets write it
        return plain if shaped and least <= float(plain) <= most else _BAD

    return convert


def _security_contact(text: str) -> object:
    if text.startswith("mailto:"):
        return text if _email(text.removeprefix("mailto:")) is not _BAD else _BAD
    return text if text.startswith("https://") and _url(text) is not _BAD else _BAD


def _site_path(text: str) -> object:
    parts = text.removesuffix("/").split("/")
    shaped = re.fullmatch(r"[A-Za-z0-9._/-]+", text) and not {"", ".", ".."}.intersection(parts)
    return text if shaped else _BAD


@dataclasses.dataclass(frozen=True, slots=True)
class _Kind:
    """How a scalar type is read: the conversion (`_BAD` if it does not fit), the longest text, what is expected."""

    convert: _Convert
    longest: int
    id: str
    en: str


SCALARS: dict[object, _Kind] = {
    str: _Kind(str, 500, "teks satu baris", "one line of text"),
    int: _Kind(_integer, 10, "bilangan bulat, misalnya 3", "a whole number such as 3"),
    bool: _Kind(_truth, 5, "ya atau tidak", "ya or tidak (true or false)"),
    dt.date: _Kind(
        _date,
        10,
        "tanggal TTTT-BB-HH yang ada di kalender, misalnya 2026-03-09",
        "a date YYYY-MM-DD of the calendar such as 2026-03-09",
    ),
    dt.time: _Kind(_time, 5, "jam dan menit, misalnya 08.00", "hours and minutes such as 08.00"),
    scalars.Slug: _Kind(
        _matching(r"[a-z0-9]+(-[a-z0-9]+)*"),
        80,
        "huruf kecil, angka, dan tanda hubung, misalnya gizi-anak",
        "lower-case letters, digits and hyphens such as gizi-anak",
    ),
    scalars.Name: _Kind(
        _name,
        100,
        "huruf, angka, titik, garis bawah, atau tanda hubung; bukan nama milik Windows seperti con atau nul",
        "letters, digits, dots, underscores or hyphens; no name kept by Windows such as con or nul",
    ),
    scalars.FactName: _Kind(
        _matching(r"[a-z][a-z0-9_]*"),
        50,
        "huruf kecil, angka, dan garis bawah, misalnya jadwal_posyandu",
        "lower-case letters, digits and underscores such as jadwal_posyandu",
    ),
    scalars.Domain: _Kind(
        _domain,
        253,
        "nama domain tanpa https:// dan tanpa garis miring, misalnya dinkesContoh.id",
        "a domain name without https:// and slashes such as dinkesContoh.id",
    ),
    scalars.Email: _Kind(
        _email, 254, "alamat surel, misalnya dinkes@contoh.go.id", "an e-mail address such as dinkes@contoh.go.id"
    ),
    scalars.Phone: _Kind(
        _phone,
        40,
        "nomor telepon 3-20 angka; boleh memakai spasi, +, - dan kurung",
        "a phone number of 3 to 20 digits; spaces, +, - and round brackets may be used",
    ),
    scalars.SecurityContact: _Kind(
        _security_contact,
        300,
        "alamat mailto:surel@... atau https://...",
        "an address mailto:name@... or https://...",
    ),
    scalars.Url: _Kind(
        _url,
        2000,
        "alamat web lengkap, misalnya https://contoh.go.id/",
        "a whole web address such as https://contoh.go.id/",
    ),
    scalars.LangTag: _Kind(
        _matching(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"),
        12,
        "kode bahasa, misalnya id atau su",
        "a language code such as id or su",
    ),
    scalars.Timezone: _Kind(
        lambda text: text if text in _ZONES else _BAD,
        20,
        "zona waktu Indonesia, misalnya Asia/Jayapura",
        "a time zone of Indonesia such as Asia/Jayapura",
    ),
    scalars.DistrictCode: _Kind(
        _matching(r"[0-9]{2}\.[0-9]{2}"),
        5,
        'kode Kemendagri kabupaten atau kota, misalnya "32.02"',
        'the Kemendagri code of a kabupaten or kota such as "32.02"',
    ),
    scalars.AreaCode: _Kind(
        _matching(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}"),
        8,
        'kode Kemendagri kecamatan, misalnya "13.71.10"',
        'the Kemendagri code of a kecamatan such as "13.71.10"',
    ),
    # Of Indonesia only: what was exchanged, or lost its point in a spreadsheet, is no place there.
    scalars.Latitude: _Kind(
        _degrees(-11.5, 6.5),
        20,
        "lintang dalam derajat desimal di Indonesia (-11.5 sampai 6.5), misalnya -6.92",
        "a latitude within Indonesia in decimal degrees (-11.5 to 6.5) such as -6.92",
    ),
    scalars.Longitude: _Kind(
        _degrees(94.5, 141.5),
        20,
        "bujur dalam derajat desimal di Indonesia (94.5 sampai 141.5), misalnya 106.93",
        "a longitude within Indonesia in decimal degrees (94.5 to 141.5) such as 106.93",
    ),
    scalars.TextDigest: _Kind(
        _matching(r"[0-9a-f]{16}"),
        16,
        "sidik naskah, 16 angka atau huruf a-f, seperti ditulis sitegen accept",
        "the digest of a text, 16 digits or letters a-f, as sitegen accept writes it",
    ),
    scalars.SitePath: _Kind(
        _site_path,
        200,
        "jalur di dalam situs tanpa garis miring di depan, misalnya .htaccess atau unduhan/",
        "a path inside the site without a leading slash such as .htaccess or unduhan/",
    ),
}

# -- conversion ------------------------------------------------------------------------------------------------------


def convert(node: Node, kind: type[T], problems: list[Problem], *, path: str = "") -> T | None:
    """`node` as a value of `kind`, or None with Problems.

    `kind` is a frozen dataclass, a row of `SCALARS`, a `Literal` of strings, `tuple[K, ...]`, `K | None`, or one of
    Mapping and Sequence, which pass as they are. A dataclass field is written under its name or its metadata "key"; a
    field without default is required, one with the metadata "read" False is in no file. An unknown key is a Problem and
    left out. `path` names the value in messages.
    """
    value = _convert(node, kind, problems, path)
    return None if value is _BAD else cast(T, value)


def nearest(word: str, known: list[str] | tuple[str, ...]) -> str:
    """The three known words most like `word`, the likest first, as a list for a message."""
    by_folded = {name.casefold(): name for name in known}
    return ", ".join(by_folded[name] for name in get_close_matches(word.casefold(), list(by_folded), 3, 0.0))


def _convert(node: Node, kind: Any, problems: list[Problem], path: str) -> Any:
    if isinstance(node, Scalar) and (node.empty or not node.text.strip()):
        problems.append(problem("value-empty", node.place, key=path))
        return _BAD
    if kind in SCALARS:
        return _scalar(node, SCALARS[kind], problems, path)
    if kind in (Mapping, Sequence):
        return _shaped(node, kind, problems, path)
    origin = get_origin(kind)
    if origin is Literal:
        return _choice(node, get_args(kind), problems, path)
    if origin is tuple:
        return _tuple(node, get_args(kind)[0], problems, path)
    if origin in (types.UnionType, Union):
        (inner,) = (one for one in get_args(kind) if one is not types.NoneType)
        return _convert(node, inner, problems, path)
    return _dataclass(node, kind, problems, path)


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _shaped(node: Node, kind: Any, problems: list[Problem], path: str) -> Any:
    if isinstance(node, kind):
        return node
    rule = {Scalar: "value-not-single", Sequence: "value-not-list", Mapping: "value-not-keys"}[kind]
    problems.append(problem(rule, node.place, key=path, name=_last(path)))
    return _BAD


def _line(node: Node, longest: int, problems: list[Problem], path: str) -> Any:
    scalar = _shaped(node, Scalar, problems, path)
    if scalar is _BAD:
        return _BAD
    text = scalar.text.strip()
    if UNSAFE_IN_LINE.search(text):
        problems.append(problem("value-not-line", node.place, key=path))
        return _BAD
    if len(text) > longest:
        problems.append(problem("value-too-long", node.place, key=path, limit=str(longest), length=str(len(text))))
        return _BAD
    return text


def _scalar(node: Node, kind: _Kind, problems: list[Problem], path: str) -> Any:
    text = _line(node, kind.longest, problems, path)
    if text is _BAD:
        return _BAD
    value = kind.convert(text)
    if value is _BAD:
        problems.append(
            problem("value-invalid", node.place, key=path, value=text, expected_id=kind.id, expected_en=kind.en)
        )
    return value


def _choice(node: Node, choices: tuple[str, ...], problems: list[Problem], path: str) -> Any:
    text = _line(node, 500, problems, path)
    if text is _BAD or text in choices:
        return text
    problems.append(problem("value-choice", node.place, key=path, value=text, choices=", ".join(choices)))
    return _BAD


def _tuple(node: Node, kind: Any, problems: list[Problem], path: str) -> Any:
    if isinstance(node, Scalar):
        problems.append(problem("value-list-of-one", node.place, key=path, name=_last(path), value=node.text.strip()))
        return _BAD
    if _shaped(node, Sequence, problems, path) is _BAD:
        return _BAD
    items = cast(Sequence, node).items
    values = [_convert(item, kind, problems, path) for item in items]
    first: dict[Any, Place] = {}
    for item, value in zip(items, values, strict=True):
        if value is _BAD or not isinstance(item, Scalar):
            continue
        if value in first:
            problems.append(problem("value-twice", item.place, others=(first[value],), key=path, value=str(value)))
        else:
            first[value] = item.place
    return _BAD if any(value is _BAD for value in values) else tuple(values)


def _dataclass(node: Node, kind: Any, problems: list[Problem], path: str) -> Any:
    if _shaped(node, Mapping, problems, path) is _BAD:
        return _BAD
    mapping = cast(Mapping, node)
    shape = _shape(kind)
    prefix = f"{path}." if path else ""
    values: dict[str, Any] = {}
    for key, value in mapping.entries:
        if key.text in shape:
            name, wanted, _required = shape[key.text]
            values[name] = _convert(value, wanted, problems, prefix + key.text)
        else:
            problems.append(unknown_key(key, tuple(shape)))
    missing = [key for key, (name, _wanted, required) in shape.items() if required and name not in values]
    problems.extend(problem("key-missing", mapping.place, key=prefix + key) for key in missing)
    if missing or any(value is _BAD for value in values.values()):
        return _BAD
    return kind(**values)


def unknown_key(key: Scalar, known: tuple[str, ...]) -> Problem:
    """The Problem for a key that is none of the known ones; with the one that it is most like, if there is any."""
    near = get_close_matches(key.text, known, 1)
    if near:
        return problem("key-misspelled", key.place, key=key.text, near=near[0])
    return problem("key-unknown", key.place, key=key.text, known=", ".join(known))


@cache
def _shape(kind: Any) -> dict[str, tuple[str, Any, bool]]:
    """YAML key -> (field name, type, whether it must be there)."""
    hints = get_type_hints(kind)
    none = dataclasses.MISSING
    return {
        field.metadata.get("key", field.name): (
            field.name,
            hints[field.name],
            field.default is none and field.default_factory is none,
        )
        for field in dataclasses.fields(kind)
        if field.init and field.metadata.get("read", True)
    }
