"""QR codes (ISO/IEC 18004) for the paper copy of a page. The only file that names zxing-cpp, loaded for the first code:
each page of each confirmed site has one of its own, so that what a code costs is paid articles x sites."""

import math
import re
from functools import cache, reduce
from itertools import count
from operator import getitem, xor
from typing import Any

# Level M survives a crease or a coffee stain (15 %). Scoring all eight masks takes five times as long as the rest of
# the code, and any mask is read equally well by what phones use today: so it is always the same one.
_LEVEL, _MASK = "M", 2
QUIET = 4
# Codes are written as octal digits: modules row by row, with a digit between rows.
_LIGHT, _DARK, _TURN = "012"
_DIGITS = bytes.maketrans(b"\xff\0", b"01")
# Every code begins with a finder pattern: so many dark modules, and a light one behind them.
_FINDER = 7
_STROKE = re.compile(f"([{_LIGHT}{_TURN}]+)({_DARK}+)")
_BLOCKS = {(_LIGHT, _LIGHT): " ", (_DARK, _LIGHT): "▀", (_LIGHT, _DARK): "▄", (_DARK, _DARK): "█"}

# In a text of bytes each character adds its own modules (exclusive or), whatever stands elsewhere. So codes can be put
# together from what single characters add, in a tenth of the time. To learn that takes the library some hundred codes
# of each size, one for each place and bit, which only pays for whoever asks for many.
_FEW = 1500
_FILLER = ord("a")
_CHARACTERS = b"abcdefghijklmnopqrstuvwxyz0123456789-._:/"
# Texts that are put together: of these characters, with so few figures and marks in a row, and even fewer at the ends,
# that no other way to write them (ISO/IEC 18004, table 2) would save the library a bit.
_OF_BYTES = re.compile(r"[a-z_](?:[a-z_]++[.:/-]{0,3}+[0-9]{0,5}+[.:/-]?+)++(?<![0-9.:/-]{3})")
_asked = count()
_proven: dict[int, bool] = {}
_added: dict[int, list[dict[int, int]]] = {}


def qr_svg(url: str) -> str:
    """An `<svg class="qr">` that encodes `url`: one unit a module, with a quiet zone of four modules. It is hidden
    from screen readers, since the address stands beside it.

    Raises ValueError if the URL is longer than a code of level M can hold (2,331 bytes).
    """
    code = _code(url)
    size = code.index(_TURN)
    pieces = code.rstrip(_LIGHT + _TURN)[_FINDER + 1 : -1].split(_DARK + _LIGHT)
    strokes = "".join(map(_strokes(size).__getitem__, pieces))
    box = size + 2 * QUIET
    return (
        f'<svg aria-hidden="true" viewBox="0 0 {box} {box}" class="qr">'
        f'<path stroke="#000" d="m{QUIET} {QUIET}.5h{_FINDER}{strokes}"/></svg>'
    )


class _Strokes(dict[str, str]):
    """Strokes as they are written in a path, by the modules from one change from dark to light to the next. Some
    hundred are all that codes of one size consist of, so nearly each is looked up."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._row = size + 1  # with the digit that ends it

    def __missing__(self, piece: str) -> str:
        """Adds the light module before and the dark one behind, which were lost when the code was split there."""
        strokes = ""
        for light, dark in _STROKE.findall(_LIGHT + piece + _DARK):
            down = light.count(_TURN)
            strokes += f"m{len(light) - down * self._row} {down}h{len(dark)}"
        self[piece] = strokes
        return strokes


@cache
def _strokes(size: int) -> _Strokes:
    return _Strokes(size)


def qr_text(url: str) -> list[str]:
    """A code for a terminal, as lines of half blocks: two rows of modules in one of letters, dark ones on a light
    ground that whoever prints it has to give. Raises ValueError as `qr_svg`."""
    rows = [f"{_LIGHT * QUIET}{row}{_LIGHT * QUIET}" for row in _from_library(url).split(_TURN)]
    blank = [_LIGHT * len(rows[0])]
    rows = [*blank * QUIET, *rows, *blank * (QUIET + len(rows) % 2)]
    return ["".join(map(_BLOCKS.__getitem__, zip(*rows[at : at + 2], strict=True))) for at in range(0, len(rows), 2)]


def _code(url: str) -> str:
    """The digits of a code, either way the same. Of each length the first one is compared: should another version of
    the library write texts in another way, all codes are its own."""
    if next(_asked) < _FEW or not _OF_BYTES.fullmatch(url):
        return _from_library(url)
    length = len(url)
    if length not in _proven:
        _proven[length] = _together(url.encode()) == _from_library(url)
    return _together(url.encode()) if _proven[length] else _from_library(url)


def _together(text: bytes) -> str:
    """The code that the library makes of a text of `_OF_BYTES`, from what its characters add."""
    fillers, size = _fillers(len(text))
    added = _added.setdefault(size, [])
    while len(added) < len(text):
        added.append(_learned(len(added), len(text)))
    return f"{reduce(xor, map(getitem, added, text), fillers):o}"


@cache
def _fillers(length: int) -> tuple[int, int]:
    """A code of fillers alone as a number, and how many digits it has: its first module is dark."""
    code = _from_library(chr(_FILLER) * length)
    return int(code, 8), len(code)


def _learned(place: int, length: int) -> dict[int, int]:
    """What each character adds to a code of so many fillers by standing in this place instead of one."""
    fillers, _ = _fillers(length)
    bits = []
    for bit in range(7):
        text = bytearray([_FILLER] * length)
        text[place] ^= 1 << bit
        bits.append(int(_from_library(text.decode()), 8) ^ fillers)
    return {
        character: reduce(xor, [added for bit, added in enumerate(bits) if (character ^ _FILLER) >> bit & 1], 0)
        for character in _CHARACTERS
    }


def _from_library(url: str) -> str:
    import zxingcpp

    code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, ec_level=_LEVEL, data_mask=_MASK)
    image: Any = code.to_image(add_quiet_zones=False)  # a buffer, of which its types tell on some Pythons only
    modules = bytes(memoryview(image)).translate(_DIGITS).decode()
    size = math.isqrt(len(modules))
    return _TURN.join([modules[at : at + size] for at in range(0, size * size, size)])
