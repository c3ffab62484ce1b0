"""Search: one record for each document, joined for each selection; and the files that the browser asks for.

The files are classic scripts: they load from file:// as well, where a page may fetch nothing.
"""

import json
from collections.abc import Iterable
from functools import lru_cache

from sitegen.digest import digest_bytes
from sitegen.model.output import Data
from sitegen.model.parsed import Stems
from sitegen.shipped import shipped

SCRIPT = "cari.js"
INDEX = "cari-indeks.js"
SOURCE = "sitegen/data/search/search.js"
_DEFAULT = "id"


def record(path: str, title: str, summary: str, stems: Stems, lang: str) -> bytes:
    """What search knows of a page, as a row of the index: path in the site, title, summary, stems of headings and of
    the text, and the language if it is not Indonesian."""
    row = [path, title, summary, stems.headings, stems.text]
    if lang != _DEFAULT:
        row.append(lang)
    return f"{_json(row)},\n".encode()


def index(records: Iterable[bytes]) -> tuple[bytes, ...]:
    """The parts of the index of a site: it changes only with a record of its own, or with the two lists of words.
    `also` has an everyday word before the words that texts use for it."""
    also = [line.split() for line in _text("everyday.txt").splitlines()]
    words = f"stop:{_json(_text('stopwords.txt').split())},also:{_json(also)}"
    return (f"var sitegenIndex={{{words},pages:[\n".encode(), *records, b"]}\n")


@lru_cache(maxsize=1)
def script() -> Data:
    """The search behind its engine, which comes with its licence, as that asks."""
    licence = _text("LICENSE-minisearch-MIT.txt").strip()
    data = f"/*! MiniSearch 7.2.0\n{licence}\n*/\n{_text('minisearch.js')}\n{_text('search.js')}".encode()
    return Data(SCRIPT, data, digest_bytes(data), SOURCE)


def _json(value: object) -> str:
    """A value as JavaScript: two signs end a line there (before ES2019), though not in JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _text(name: str) -> str:
    return shipped(f"search/{name}")
