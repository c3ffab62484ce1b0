"""Telling stems: what a search needs to know of a text besides its title. Alone in naming snowballstemmer."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from sitegen.model.parsed import Heading, Stems
from sitegen.slugs import SLOT

# How many stems a text has at most besides those of its headings: 200 articles have to fit into 40 kB compressed.
MOST = 40
LEAST_LETTERS = 3
# Short forms (PBI, PANDAWA) tell more than their number.
ACRONYM = 4
_WORD = re.compile(r"[^\W_]+")
_INDONESIAN = "id"


def stems_of(headings: Iterable[Heading], prose: str, lang: str) -> Stems:
    """The stems of a text's headings, and those that it uses most besides (then those that come first). Facts are
    left out: they differ between sites. Indonesian alone is stemmed; words of other languages stay as they are."""
    titles = dict.fromkeys(stem for stem, _ in _stems(" ".join(heading.title for heading in headings), lang))
    counts: Counter[str] = Counter()
    for stem, weight in _stems(prose, lang):
        if stem not in titles:
            counts[stem] += weight
    return Stems(" ".join(titles), " ".join(stem for stem, _ in counts.most_common(MOST)))


def _stems(text: str, lang: str) -> Iterator[tuple[str, int]]:
    """The stem of each telling word, in the order in which they come first, with what it counts. Of numbers only
    short ones that people know by heart (119, 165): years tell nothing."""
    for written, times in Counter(_WORD.findall(SLOT.sub(" ", text))).items():
        word = written.lower()
        if (
            len(word) >= LEAST_LETTERS
            and word not in stop_words()
            and (not word.isdigit() or len(word) == LEAST_LETTERS)
        ):
            yield _stem(word) if lang == _INDONESIAN else word, times * (ACRONYM if written.isupper() else 1)


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words that tell nothing of a text, as the search in the browser also has them."""
    return frozenset((files("sitegen") / "data/search/stopwords.txt").read_text("utf-8").split())


@cache
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    # Loads all languages, so only for a text that is parsed anew. Its own front door would take another library's
    # stemmer where that is installed, and the same sources would give other bytes.
    from snowballstemmer.indonesian_stemmer import IndonesianStemmer

    return IndonesianStemmer()
