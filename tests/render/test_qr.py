"""A code, painted from its strokes as a printer would, reads as its URL at every length that pages have."""

import re

import pytest
import zxingcpp
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from sitegen.render import qr
from sitegen.render.qr import qr_svg

SCALE = 4
STROKE = re.compile(r"m(-?[\d.]+) ([\d.]+)h(\d+)")


@pytest.mark.parametrize("length", [18, 40, 64, 90, 140, 250])
def test_a_code_reads_as_its_url(length: int) -> None:
    url = "https://dinkes.example/artikel/demam-berdarah-".ljust(length, "7")[:length]
    svg = qr_svg(url)
    box = re.search(r'viewBox="0 0 (\d+) \1"', svg)
    assert box
    paper = Image.new("L", (int(box[1]) * SCALE,) * 2, 255)
    draw = ImageDraw.Draw(paper)
    x = y = 0.0
    for right, down, run in STROKE.findall(svg):
        x, y = x + float(right), y + float(down)
        draw.rectangle((x * SCALE, (y - 0.5) * SCALE, (x + int(run)) * SCALE - 1, (y + 0.5) * SCALE - 1), 0)
        x += int(run)
    assert [code.text for code in zxingcpp.read_barcodes(paper)] == [url]


# The most figures and marks in a row of which a code is put together, in a text and at its end.
_WORDS, _MARKS, _END = (
    st.from_regex(pattern, fullmatch=True)
    for pattern in (r"[a-z_]{1,30}", r"[.:/-]{0,3}[0-9]{0,5}[.:/-]?", r"[0-9.:/-]{0,2}")
)
_TEXTS = st.builds(
    lambda pairs, word, end: "".join(("h", *map("".join, pairs), word, end)),
    st.lists(st.tuples(_WORDS, _MARKS), max_size=9),
    _WORDS,
    _END,
)


@given(_TEXTS)
@example("https://dinkes.example/artikel/demam-berdarah-2026.html")
@example("a" * 42 + "b")  # the first one of another size
def test_a_code_that_is_put_together_is_that_of_the_library(text: str) -> None:
    assert qr._OF_BYTES.fullmatch(text)
    assert qr._together(text.encode()) == qr._from_library(text)


@pytest.mark.parametrize("text", ["a/2026", "a-1234567-b", "A-b", "a.b-2026-11-22", "aé", "a b", "a", "", "a\n"])
def test_what_is_not_put_together(text: str) -> None:
    assert not qr._OF_BYTES.fullmatch(text)


def test_many_codes_are_those_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    urls = [f"https://dinkes.example/artikel/{name}.html" for name in ("diare", "tbc-2026", "isi/20261122", "Tbc", "é")]
    few = [qr_svg(url) for url in urls]
    monkeypatch.setattr(qr, "_FEW", 0)
    assert [qr_svg(url) for url in urls] == few


def test_a_library_that_writes_in_another_way_is_asked_for_each_code(monkeypatch: pytest.MonkeyPatch) -> None:
    url = "https://dinkes.example/artikel/campak.html"
    code = qr_svg(url)
    monkeypatch.setattr(qr, "_FEW", 0)
    monkeypatch.setattr(qr, "_proven", {})
    monkeypatch.setattr(qr, "_together", lambda text: "0" * len(text))
    assert qr_svg(url) == qr_svg(url) == code


def test_what_no_code_can_hold() -> None:
    with pytest.raises(ValueError, match="long"):
        qr_svg("https://dinkes.example/" + "a" * 2400)
