"""Every text of the corpus goes every way, and the first two come to the same words."""

import re
from pathlib import Path

from .corpus import SHAPES, write_corpus
from .parsing import parsed, table, texts_of, ways
from .run import CREATE

# Attributes are ours: names of headings, what the head of a table is of.
_TAG = re.compile(r"<[^>]*>")


def test_each_text_is_parsed_each_way(tmp_path: Path) -> None:
    write_corpus(tmp_path / "project", SHAPES, 12)
    texts = texts_of(tmp_path / "project")
    assert len({text.key for text in texts}) == len(texts) > 12
    library, ours, whole = ways().values()
    for text in texts:
        assert _TAG.sub("", str(library(text))) == _TAG.sub("", str(ours(text)))
    seen: list[str] = []
    assert parsed(texts, lambda text: seen.append(text.key)) >= 0
    assert seen[1:] == [text.key for text in texts]
    assert whole(texts[0])


def test_ratios_are_those_of_the_same_round() -> None:
    lines = [*table({CREATE: [1.0, 4.0, 2.0], "a way": [3.0, 8.0, 6.0]}, 1000)]
    assert lines[-1] == "| a way | 6.00 (3.00-8.00) | 6.00 | 3.00 |"
