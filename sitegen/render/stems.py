"""Telling stems: what a search needs to know of a text besides its title. Alone in naming snowballstemmer."""

import re
import sys
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec, module_from_spec
from typing import Any

from sitegen.model.parsed import Heading, Stems
from sitegen.shipped import shipped
from sitegen.slugs import SLOT

# How many stems a text has at most besides those of its headings: 200 articles have to fit into 40 kB compressed.
MOST = 40
LEAST_LETTERS = 3
# Short forms (PBI, PANDAWA) tell more than their number.
ACRONYM = 4
_WORD = re.compile(r"[^\W_]+")
_INDONESIAN = "id"


def stems_of(headings: Iterable[Heading], words: Iterable[str], lang: str) -> Stems:
    """The stems of a text's headings, and those that its words use most besides (then those that come first). Facts are
    left out: they differ between sites. Indonesian alone is stemmed; words of other languages stay as they are."""
    known = _known(lang)
    titles = dict.fromkeys(stem for heading in headings for word in heading.title.split() for stem, _ in known[word])
    counts: dict[str, int] = {}
    for word, times in Counter(words).items():
        for stem, weight in known[word]:
            if stem not in titles:
                counts[stem] = counts.get(stem, 0) + times * weight
    most = sorted(counts, key=counts.__getitem__, reverse=True)
    return Stems(" ".join(titles), " ".join(most[:MOST]))


class _Known(dict[str, tuple[tuple[str, int], ...]]):
    """What stands between blanks in a language, as it is met: the stems of its words that tell something, and what each
    counts. Of numbers only short ones tell something, which people know by heart (119, 165): years do not."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def __missing__(self, written: str) -> tuple[tuple[str, int], ...]:
        found = ((self._stem(word), ACRONYM if word.isupper() else 1) for word in _WORD.findall(SLOT.sub(" ", written)))
        self[written] = telling = tuple(one for one in found if one[0])
        return telling

    def _stem(self, written: str) -> str:
        word = written.lower()
        if len(word) < LEAST_LETTERS or word in stop_words() or (word.isdigit() and len(word) != LEAST_LETTERS):
            return ""
        return str(_stemmer().stemWord(word)) if self._lang == _INDONESIAN else word


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words that tell nothing of a text, as the search in the browser also has them."""
    return frozenset(shipped("search/stopwords.txt").split())


@cache
def _known(lang: str) -> _Known:
    return _Known(lang)


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    # Its front door stays shut. It would take another library's stemmer where that is installed, and the same sources
    # would give other bytes; and load all languages, which takes longer than a text does.
    found = find_spec("snowballstemmer")
    if found is None:
        raise ModuleNotFoundError("snowballstemmer")
    sys.modules[found.name] = module_from_spec(found)
    try:
        from snowballstemmer.indonesian_stemmer import IndonesianStemmer
    finally:
        del sys.modules[found.name]
    return IndonesianStemmer()
