"""Telling stems: what a search needs to know of a text besides its title. Alone in naming snowballstemmer."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from snowballstemmer import stemmer

from sitegen.model.parsed import Heading, Stems
from sitegen.slugs import SLOT

# How many stems a text has at most besides those of its headings: 200 articles have to fit into 40 kB compressed.
MOST = 24
LEAST_LETTERS = 3
_WORD = re.compile(r"[^\W_]+")
_INDONESIAN = "id"


def stems_of(headings: Iterable[Heading], prose: str, lang: str) -> Stems:
    """The stems of a text's headings, and those that it uses most besides (then those that come first). Facts are
    left out: they differ between sites. Indonesian alone is stemmed; words of other languages stay as they are."""
    titles = dict.fromkeys(_stems(" ".join(heading.title for heading in headings), lang))
    counts = Counter(stem for stem in _stems(prose, lang) if stem not in titles)
    return Stems(" ".join(titles), " ".join(stem for stem, _ in counts.most_common(MOST)))


def _stems(text: str, lang: str) -> list[str]:
    words = _WORD.findall(SLOT.sub(" ", text).lower())
    telling = (word for word in words if len(word) >= LEAST_LETTERS and word not in stop_words())
    return [_stem(word) if lang == _INDONESIAN else word for word in telling if not word.isdigit() or len(word) < 5]


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words that tell nothing of a text, as the search in the browser also has them."""
    return frozenset((files("sitegen") / "data/search/stopwords.txt").read_text("utf-8").split())


@cache
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    return stemmer("indonesian")
