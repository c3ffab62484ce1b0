"""Pictures: the one that goes with a shared link, and those that texts show. The only file that names Pillow.

The picture for shared links (Open Graph), one for each site, is drawn in one channel, where 0 is the colour of the
site's field and 255 is white, then cut to four steps with a palette of as many colours: quick to make, and small. All
that has to be read stands in the middle square, since small previews cut off the sides; what they cut off is the weave.

Pictures that texts show come from anybody's phone. What is published is only what is seen: pixels in sRGB, upright, in
a few sizes. Where a picture was taken and by whom stays behind. Size, kind and frames are looked at in the header,
before anything is decoded.

This module is imported only when a picture is really made: Pillow takes longer to load than a picture to draw.
"""

import math
import re
import warnings
from functools import lru_cache
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageFont, ImageOps, UnidentifiedImageError

from sitegen.model.output import Picture
from sitegen.model.parsed import Flaw
from sitegen.model.picture import Variant
from sitegen.render.outlines import outlines

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


# -- pictures of texts -----------------------------------------------------------------------------------------------

MAX_PIXELS = 40_000_000
MAX_SCANS = 64  # of a progressive JPEG, which has about ten: each one costs a walk over all pixels
NARROW = (480, 960)
WIDEST, HIGHEST = 1600, 3200
_STEP = 1.15  # a size is made only if the next one is so much wider
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "AVIF")
_EXACT = frozenset({"PNG", "GIF"})  # drawings and letters mostly: tried without loss too
_QUALITY = 75
_EFFORT = 5
_PIXELS = re.compile(r"\((\d+) pixels\)")
_SCAN = b"\xff\xda"  # begins one (SOS)
# Segments of a JPEG that hold more than a picture: APP1 to APP15 but for Adobe's colours (APP14), comments.
_TALKATIVE = (*range(0xE1, 0xEE), 0xEF, 0xFE)

Image.MAX_IMAGE_PIXELS = MAX_PIXELS  # the second wall: from twice as many Pillow refuses to open anything


def convert(data: bytes) -> list[tuple[Variant, bytes]] | Flaw:
    """The sizes in which a picture is published, narrowest first, with their bytes: WebP, or the picture as it came if
    that is smaller and holds nothing but pixels. The same bytes for one version of Pillow.

    A Flaw for what is no picture, is damaged, moves, or asks for too much memory. Never raises for what is in `data`.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _converted(data)
    except Image.DecompressionBombError as error:
        found = _PIXELS.search(str(error))
        return _too_many(int(found[1]) if found else 2 * MAX_PIXELS)
    except UnidentifiedImageError:
        return Flaw("picture-format", 0, 0)
    except Exception:  # decoders of foreign bytes raise whatever they like
        return Flaw("picture-broken", 0, 0)


def _converted(data: bytes) -> list[tuple[Variant, bytes]] | Flaw:
    image: Image.Image = Image.open(BytesIO(data), formats=_FORMATS)
    kind = "JPEG" if image.format == "MPO" else str(image.format)  # a second picture behind the first: phones do so
    if image.width * image.height > MAX_PIXELS:
        return _too_many(image.width * image.height)
    if kind != "JPEG" and getattr(image, "is_animated", False):
        return Flaw("picture-animated", 0, 0)
    if kind == "JPEG" and data.count(_SCAN) > MAX_SCANS:
        return Flaw("picture-broken", 0, 0)
    turned = _orientation(image)
    width, height = image.size if turned < 5 else image.size[::-1]
    scale = min(1.0, WIDEST / width, HIGHEST / height)
    target = (max(1, round(width * scale)), max(1, round(height * scale)))
    plain = turned == 1 and scale == 1.0 and image.mode in ("RGB", "L") and _bare(data, kind)
    image.draft(None, target if turned < 5 else target[::-1])
    image.load()
    image = _seen(image, target if turned < 5 else target[::-1])
    image = ImageOps.exif_transpose(_marked(image, turned)) if turned > 1 else image
    widths = [w for w in NARROW if w * _STEP < image.width] + [image.width]
    made = [_size(image, w, kind in _EXACT) for w in widths]
    if plain and len(data) < made[-1][0].size:
        made[-1] = _variant(image.size, "jpg" if kind == "JPEG" else "webp", data)
    return made


def _too_many(pixels: int) -> Flaw:
    blanks = (("size", str(math.ceil(pixels / 1e6))), ("limit", str(MAX_PIXELS // 1_000_000)))
    return Flaw("picture-too-many-pixels", 0, 0, blanks)


def _orientation(image: Image.Image) -> int:
    """How a camera was held (Exif 2.32, tag 274): 1 is upright, from 5 on width and height change places."""
    try:
        found = image.getexif().get(0x0112, 1)
    except Exception:  # as above; what cannot be read turns nothing
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _marked(image: Image.Image, orientation: int) -> Image.Image:
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.info["exif"] = exif.tobytes()
    return image


def _seen(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture in this size as RGB or RGBA in sRGB, without anything else that the file told."""
    profile = image.info.get("icc_profile")
    clear = image.has_transparency_data
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    if image.mode not in ("RGB", "RGBA", "L", "CMYK"):
        image = image.convert("RGBA" if clear else "RGB")
    elif clear:
        image = image.convert("RGBA")
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    if profile:
        image = _in_srgb(image, profile)
    image = image.convert("RGBA" if clear else "RGB")
    if clear and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    image.info.clear()
    return image


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """By the colour profile of the picture; as it is if that does not fit."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError, ValueError, ImportError):
        return image


def _size(image: Image.Image, width: int, exact: bool) -> tuple[Variant, bytes]:
    if width != image.width:
        height = max(1, round(image.height * width / image.width))
        image = image.resize((width, height), Image.Resampling.LANCZOS)
    data = _webp(image, False)
    if exact:
        data = min(_webp(image, True), data, key=len)
    return _variant(image.size, "webp", data)


def _webp(image: Image.Image, lossless: bool) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", quality=_QUALITY, method=_EFFORT, lossless=lossless)
    return out.getvalue()


def _variant(size: tuple[int, int], ending: str, data: bytes) -> tuple[Variant, bytes]:
    return Variant(*size, ending, sha256(data, usedforsecurity=False).hexdigest(), len(data)), data


def _bare(data: bytes, kind: str) -> bool:
    """Whether a file holds a picture and nothing besides; when in doubt not."""
    if kind == "JPEG":
        at = 2
        while data[at : at + 1] == b"\xff" and data[at : at + 2] != _SCAN:
            if data[at + 1] in _TALKATIVE:
                return False
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        ends = data.find(b"\xff\xd9", at) == len(data) - 2
        return ends and not any(bytes((0xFF, number)) in data[at:] for number in _TALKATIVE)
    if kind == "WEBP":
        return data[12:16] in (b"VP8 ", b"VP8L") and int.from_bytes(data[4:8], "little") + 8 == len(data)
    return False
