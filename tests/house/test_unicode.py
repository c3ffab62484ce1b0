"""Characters: what is refused, how it is shown, when two names are the same on disk."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.unicode import SAFE_ASCII, UNSAFE_IN_BODY, UNSAFE_IN_LINE, code_point, folded, printable

HIDDEN = (
    "\x00\x07\x0b\x1b\x7f\x80\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff\ue000\uf8ff"
)
HIDDEN += "\ufdd0\ufffe\uffff\U0001fffe\U0010ffff\U000e0001\U000f0000\ud800\udfff"
FINE = "aÉß漢字ᮞꦗ😀́ “”’…–—  \u00ad·"  # no-break spaces and the soft hyphen are typography


@pytest.mark.parametrize("sign", HIDDEN, ids=code_point)
def test_hidden(sign: str) -> None:
    assert UNSAFE_IN_BODY.search(f"a{sign}b")
    assert UNSAFE_IN_LINE.search(f"a{sign}b")
    assert printable(f"a{sign}b") == f"a{code_point(sign)}b"


@pytest.mark.parametrize("sign", FINE, ids=code_point)
def test_fine(sign: str) -> None:
    assert not UNSAFE_IN_LINE.search(sign)


def test_lines() -> None:
    assert not UNSAFE_IN_BODY.search("a\tb\nc")
    assert UNSAFE_IN_LINE.search("a\tb")
    assert UNSAFE_IN_LINE.search("a\nb")
    assert UNSAFE_IN_BODY.search("a\rb")


def test_the_short_cut_agrees() -> None:
    for number in range(128):
        assert (number in SAFE_ASCII) == (UNSAFE_IN_BODY.search(chr(number)) is None)


@given(st.text(alphabet=st.characters(), max_size=300))
def test_printable(text: str) -> None:
    shown = printable(text)
    assert not UNSAFE_IN_LINE.search(shown)
    assert all(not unicodedata.category(sign).startswith("Cc") for sign in shown)


def test_long_texts_are_cut() -> None:
    assert printable("x" * 200) == "x" * 200
    assert printable("x" * 201) == "x" * 199 + "…"


def test_folded() -> None:
    assert folded("Dinkes") == folded("DINKES")
    assert folded("é") == folded("e\u0301")
    assert folded("Straße") == folded("STRASSE")
    assert folded("a-b") != folded("a_b")


@given(st.text(max_size=20))
def test_folding_is_done_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
