"""The picture that goes with a shared link (Open Graph), one for each site. The only file that names Pillow.

It is drawn in one channel, where 0 is the colour of the site's field and 255 is white, then cut to four steps with a
palette of as many colours: quick to make, and small. All that has to be read stands in the middle square, since small
previews cut off the sides; what they cut off is the weave.

This module is imported only when a picture is really drawn: Pillow takes longer to load than a picture to draw.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from math import atan2, cos, pi, sin, sqrt

from PIL import Image, ImageChops, ImageDraw, ImageFont

from sitegen.model.output import Picture

WIDTH, HEIGHT = 1200, 630
_TILE = 90  # whole tiles: three on each side, seven high
_SIDE = 3 * _TILE
_FINE = 3  # the tile is drawn so many times larger: Pillow's polygons have hard edges
_WEAVE = 1 / 3  # how far the weave goes from the field to white
_ROOM = 590  # width of the words
_LINE = 1.12  # height of a line in sizes
_PLACE_SIZES = (84, 76, 68, 60, 54)
_HIGHEST = 240  # of the lines of a place
_TITLE_SIZE, _NOTICE_SIZE = 42, 36
_MARK = _TILE * _FINE // 2
_STEPS = 4  # two bits: half the bytes to pack, and edges still look smooth at this size
_LEVEL = 1  # zlib's: 6 saves a fifth of the bytes and doubles the time of the whole picture

_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+(?:\.\d+)?|\.\d+)")
_NUMBERS = {"M": 2, "l": 2, "h": 1, "v": 1, "q": 4, "a": 7, "z": 0}

Point = tuple[float, float]


def draw(picture: Picture) -> bytes:
    """A PNG of 1200 x 630 pixels with a palette of four colours; the same bytes for one version of Pillow."""
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    fine = _mark(picture.mark)
    tile = fine.reduce(_FINE).point([round(v * _WEAVE) for v in range(256)])
    column = Image.new("L", (_SIDE, HEIGHT), 0)
    for y in range(0, HEIGHT, _TILE):
        for x in range(0, _SIDE, _TILE):
            column.paste(tile, (x, y))
    image.paste(column, (0, 0))
    image.paste(column, (WIDTH - _SIDE, 0))
    pen = ImageDraw.Draw(image)
    size, lines = _broken(picture.place)
    band = 84 if picture.notice else 0
    height = _MARK + 34 + _TITLE_SIZE * _LINE + 14 + len(lines) * size * _LINE
    top = (HEIGHT - band - height) / 2
    image.paste(fine.reduce(2), ((WIDTH - _MARK) // 2, round(top)))
    top += _MARK + 34
    _centred(pen, picture.title, _TITLE_SIZE, top, 255)
    top += _TITLE_SIZE * _LINE + 14
    for number, line in enumerate(lines):
        _centred(pen, line, size, top + number * size * _LINE, 255, bold=True)
    if picture.notice:
        pen.rectangle((_SIDE, HEIGHT - band, WIDTH - _SIDE - 1, HEIGHT), fill=255)
        _centred(pen, picture.notice, _NOTICE_SIZE, HEIGHT - band + 20, 0)
    return _png(image, picture.field)


def _png(image: Image.Image, field: str) -> bytes:
    steps = image.point([round(value * (_STEPS - 1) / 255) for value in range(256)])
    dark = [int(field[at : at + 2], 16) for at in (1, 3, 5)]
    steps.putpalette([round(d + (255 - d) * n / (_STEPS - 1)) for n in range(_STEPS) for d in dark])
    out = BytesIO()
    steps.save(out, "PNG", bits=2, compress_level=_LEVEL)
    return out.getvalue()


# -- words -----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)  # Aileron, which ships with Pillow
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font


def _width(text: str, size: int) -> float:
    return _font(size).getlength(text)


def _broken(place: str) -> tuple[int, list[str]]:
    """The largest size in which the words of a place fit, and its lines; the smallest where none does."""
    lines: list[str] = []
    for size in _PLACE_SIZES:
        lines = []
        for word in place.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and _width(longer, size) <= _ROOM:
                lines[-1] = longer
            else:
                lines.append(word)
        if len(lines) * size * _LINE <= _HIGHEST and all(_width(line, size) <= _ROOM for line in lines):
            break
    return size, lines


def _centred(pen: ImageDraw.ImageDraw, text: str, size: int, top: float, fill: int, *, bold: bool = False) -> None:
    stroke = max(1, size // 36) if bold else 0
    at = ((WIDTH - _width(text, size)) / 2, top)
    pen.text(at, text, fill=fill, font=_font(size), stroke_width=stroke, stroke_fill=fill)


# -- the mark --------------------------------------------------------------------------------------------------------


def _mark(path: str) -> Image.Image:
    """The mark as white on black: a quarter by the even-odd rule, turned three times (as the pages do it)."""
    size = _TILE * _FINE
    scale = size / 24
    quarter = Image.new("L", (size, size), 0)
    for outline in outlines(path):
        part = Image.new("L", (size, size), 0)
        ImageDraw.Draw(part).polygon([(x * scale, y * scale) for x, y in outline], fill=255)
        quarter = ImageChops.difference(quarter, part)
    half = ImageChops.lighter(quarter, quarter.transpose(Image.Transpose.ROTATE_270))
    return ImageChops.lighter(half, half.transpose(Image.Transpose.ROTATE_180))


def outlines(path: str) -> list[list[Point]]:
    """The closed outlines of a path as data/motif.json writes them: SVG 2 path data with M, l, h, v, q, a (circles), z.
    Raises KeyError for any other command."""
    found: list[list[Point]] = []
    tokens = _TOKEN.findall(path)
    x = y = 0.0
    command, at = "", 0
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
        count = _NUMBERS[command]
        numbers = [float(number) for number in tokens[at : at + count]]
        at += count
        if command == "M":
            x, y = numbers
            found.append([(x, y)])
        elif command == "z":
            x, y = found[-1][0]
        else:
            steps = list(_steps(command, numbers))
            found[-1] += [(x + dx, y + dy) for dx, dy in steps]
            x, y = found[-1][-1]
    return found


def _steps(command: str, numbers: list[float]) -> Iterator[Point]:
    """Where one command leads, from where it stands: points of a line or along a curve."""
    if command == "h":
        yield numbers[0], 0.0
    elif command == "v":
        yield 0.0, numbers[0]
    elif command == "l":
        yield numbers[0], numbers[1]
    elif command == "q":
        cx, cy, ex, ey = numbers
        for n in range(1, 9):
            t = n / 8
            yield 2 * t * (1 - t) * cx + t * t * ex, 2 * t * (1 - t) * cy + t * t * ey
    else:
        yield from _arc(*numbers)


def _arc(
    radius: float, _ry: float, _turned: float, large: float, sweep: float, ex: float, ey: float
) -> Iterator[Point]:
    """Points along an arc of a circle (SVG 2, appendix B.2.4, where both radii are equal)."""
    chord = sqrt(ex * ex + ey * ey)
    radius = max(radius, chord / 2)
    away = sqrt(radius * radius - chord * chord / 4) / chord * (1 if large != sweep else -1)
    cx, cy = ex / 2 - away * ey, ey / 2 + away * ex
    start, end = atan2(-cy, -cx), atan2(ey - cy, ex - cx)
    turn = (end - start) % (2 * pi) if sweep else -((start - end) % (2 * pi))
    for n in range(1, 13):
        angle = start + turn * n / 12
        yield cx + radius * cos(angle), cy + radius * sin(angle)
