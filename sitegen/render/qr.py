"""QR codes (ISO/IEC 18004) for the paper copy of a page. The only file that names zxing-cpp, loaded for the first code:
each page of each confirmed site has one of its own, so that what a code costs is paid articles x sites."""

import math
import re
from functools import cache
from typing import Any

# Level M survives a crease or a coffee stain (15 %). Scoring all eight masks takes five times as long as the rest of
# the code, and any mask is read equally well by what phones use today: so it is always the same one.
_LEVEL, _MASK = "M", 2
QUIET = 4
# Every code begins with a finder pattern: so many dark modules, and a light one behind them.
_FINDER = 7
_STROKE = re.compile(rb"([\xff\n]+)(\0+)")
_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def qr_svg(url: str) -> str:
    """An `<svg class="qr">` that encodes `url`: one unit a module, with a quiet zone of four modules. It is hidden
    from screen readers, since the address stands beside it.

    Raises ValueError if the URL is longer than a code of level M can hold (2,331 bytes).
    """
    modules, size = _modules(url)
    rows = b"\n".join([modules[at : at + size] for at in range(0, size * size, size)])
    pieces = rows.rstrip(b"\xff\n")[_FINDER + 1 : -1].split(b"\0\xff")
    strokes = "".join(map(_strokes(size).__getitem__, pieces))
    box = size + 2 * QUIET
    return (
        f'<svg aria-hidden="true" viewBox="0 0 {box} {box}" class="qr">'
        f'<path stroke="#000" d="m{QUIET} {QUIET}.5h{_FINDER}{strokes}"/></svg>'
    )


class _Strokes(dict[bytes, str]):
    """Strokes as they are written in a path, by the modules from one change from dark to light to the next. Some
    hundred are all that codes of one size consist of, so nearly each is looked up."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._row = size + 1  # with the line feed that ends it

    def __missing__(self, piece: bytes) -> str:
        """Adds the light module before and the dark one behind, which were lost when the code was split there."""
        strokes = ""
        for light, dark in _STROKE.findall(b"\xff" + piece + b"\0"):
            down = light.count(b"\n")
            strokes += f"m{len(light) - down * self._row} {down}h{len(dark)}"
        self[piece] = strokes
        return strokes


@cache
def _strokes(size: int) -> _Strokes:
    return _Strokes(size)


def qr_text(url: str) -> list[str]:
    """A code for a terminal, as lines of half blocks: two rows of modules in one of letters, dark ones on a light
    ground that whoever prints it has to give. Raises ValueError as `qr_svg`."""
    modules, size = _modules(url)
    light = b"\xff"
    side = light * QUIET
    rows = [side + modules[at : at + size] + side for at in range(0, size * size, size)]
    blank = [light * (size + 2 * QUIET)]
    rows = [*blank * QUIET, *rows, *blank * (QUIET + size % 2)]
    return [
        "".join(_BLOCKS[not above, not below] for above, below in zip(*rows[at : at + 2], strict=True))
        for at in range(0, len(rows), 2)
    ]


def _modules(url: str) -> tuple[bytes, int]:
    """The modules of a code, row by row, a dark one as a zero byte; and how many make a row."""
    import zxingcpp

    code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, ec_level=_LEVEL, data_mask=_MASK)
    image: Any = code.to_image(add_quiet_zones=False)  # a buffer, of which its types tell on some Pythons only
    modules = bytes(memoryview(image))
    return modules, math.isqrt(len(modules))
