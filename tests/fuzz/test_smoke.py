"""The targets of fuzzing keep their promises on their seeds, on damaged ones, and on what was found once."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import DICTIONARY, seeds
from tests.fuzz.targets import TARGETS

PIECES = st.lists(st.sampled_from(DICTIONARY) | st.text(max_size=6), max_size=20).map("".join)


@pytest.mark.parametrize("target", TARGETS)
def test_seeds_and_damaged_seeds(target: str) -> None:
    chance = random.Random(1)
    for seed in [*seeds(target)][:12]:
        TARGETS[target](seed)
        for _ in range(3):
            at = chance.randrange(len(seed) + 1)
            TARGETS[target](seed[:at] + bytes([chance.randrange(256)]) + seed[at + chance.randrange(9) :])


@pytest.mark.parametrize("target", TARGETS)
@settings(max_examples=40, deadline=None)
@given(words=PIECES)
def test_words_that_mean_something(target: str, words: str) -> None:
    TARGETS[target](words.encode("utf-8", "surrogatepass"))


def test_targets_keep_nothing_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.targets._MEMORY", str(tmp_path))
    TARGETS["front"](b"---\ntitle: a\n---\n")
    assert list(tmp_path.iterdir()) == []
