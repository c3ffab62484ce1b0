"""A code, painted from its strokes as a printer would, reads as its URL at every length that pages have."""

import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw

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


def test_what_no_code_can_hold() -> None:
    with pytest.raises(ValueError, match="long"):
        qr_svg("https://dinkes.example/" + "a" * 2400)
