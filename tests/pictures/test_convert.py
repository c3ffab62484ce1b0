"""From an original to its sizes: what is seen stays, all else goes, and nothing that is in a file can do harm."""

import struct
import zlib
from io import BytesIO
from random import Random
from typing import Any

import pytest
from PIL import Image, ImageCms, features

from sitegen.model.parsed import Flaw
from sitegen.model.picture import Variant
from sitegen.render.pictures import MAX_PIXELS, MAX_SCANS, convert
from tests.conftest import png

AVIF = ["AVIF"] if features.check("avif") else []  # not every Pillow can
SECRET = b"RAHASIA-DI-MANA"


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photo(width: int, height: int) -> Image.Image:
    """Something with edges, shades and grain."""
    rng = Random(1)
    grain = Image.frombytes("RGB", (60, 40), bytes(rng.randrange(256) for _ in range(60 * 40 * 3)))
    return grain.resize((width, height), Image.Resampling.BICUBIC)


def made(data: bytes) -> list[tuple[Variant, bytes]]:
    found = convert(data)
    assert isinstance(found, list), found
    return found


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def rule(data: bytes) -> str:
    found = convert(data)
    return found.rule if isinstance(found, Flaw) else ""


@pytest.mark.parametrize(
    ("width", "height", "sizes"),
    [
        (1, 1, [(1, 1)]),
        (480, 320, [(480, 320)]),
        (500, 300, [(500, 300)]),
        (700, 350, [(480, 240), (700, 350)]),
        (3000, 1500, [(480, 240), (960, 480), (1600, 800)]),
        (1000, 8000, [(400, 3200)]),
    ],
)
def test_sizes(width: int, height: int, sizes: list[tuple[int, int]]) -> None:
    found = made(png(width, height))
    assert [(v.width, v.height) for v, _ in found] == sizes
    for variant, data in found:
        assert opened(data).size == (variant.width, variant.height)
        assert len(data) == variant.size


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", *AVIF])
def test_kinds(kind: str) -> None:
    image = Image.new("RGB", (300, 200), (200, 30, 40))
    image.paste((20, 60, 160), (0, 0, 150, 200))
    for _, data in made(saved(image, kind)):
        shown = opened(data).convert("RGB")
        for at, wanted in (((40, 100), (20, 60, 160)), ((260, 100), (200, 30, 40))):
            got = shown.getpixel(at)
            assert isinstance(got, tuple)
            assert all(abs(a - b) < 8 for a, b in zip(got, wanted, strict=True)), (kind, at, got)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_upright(orientation: int) -> None:
    """The corner that is up and left for who looks at it is so for everybody."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    image = Image.new("RGB", (320, 240))
    where = {1: (0, 0), 2: (160, 0), 3: (160, 120), 4: (0, 120), 5: (0, 0), 6: (0, 120), 7: (160, 120), 8: (160, 0)}
    x, y = where[orientation]
    image.paste((255, 255, 255), (x, y, x + 160, y + 120))
    ((variant, data),) = made(saved(image, "JPEG", exif=exif, quality=95))
    assert (variant.width, variant.height) == ((320, 240) if orientation < 5 else (240, 320))
    shown = opened(data).convert("L")
    w, h = shown.size
    assert [shown.getpixel((w * i // 4, h * j // 4)) for i, j in ((1, 1), (3, 1), (1, 3), (3, 3))] == pytest.approx(
        [255, 0, 0, 0], abs=6
    )


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", *AVIF])
def test_only_pixels_are_published(kind: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[29] = SECRET.decode()  # GPSDateStamp
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(photo(120, 90), kind, exif=exif.tobytes(), icc_profile=profile, xmp=SECRET, quality=10)
    assert SECRET in data
    for _, bare in made(data):
        assert SECRET not in bare
        assert not {"exif", "icc_profile", "xmp", "comment"} & opened(bare).info.keys()


def test_colours_by_their_profile() -> None:
    """In a profile whose red and green change places, what is stored as red is seen as green."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    data = saved(Image.new("RGB", (64, 64), (255, 0, 0)), "PNG", icc_profile=bytes(profile))
    got = opened(made(data)[0][1]).convert("RGB").getpixel((9, 9))
    assert isinstance(got, tuple)
    assert got[1] > 200
    assert got[0] < 60


def test_a_profile_of_nonsense_changes_nothing() -> None:
    data = saved(Image.new("RGB", (64, 64), (255, 0, 0)), "PNG", icc_profile=b"bukan profil")
    assert opened(made(data)[0][1]).convert("RGB").getpixel((9, 9)) == (255, 0, 0)


def test_transparency() -> None:
    image = Image.new("RGBA", (900, 600), (20, 83, 58, 255))
    assert opened(made(saved(image, "PNG"))[-1][1]).mode == "RGB"
    image.paste((0, 0, 0, 0), (0, 0, 450, 600))
    for _, data in made(saved(image, "PNG")):
        shown = opened(data)
        assert shown.mode == "RGBA"
        assert shown.getpixel((9, 9))[3] == 0  # type: ignore[index]
        assert shown.getpixel((shown.width - 9, 9)) == pytest.approx((20, 83, 58, 255), abs=3)
    one = Image.new("P", (64, 64), 3)
    one.putpalette([255, 255, 255] * 8)
    assert opened(made(saved(one, "GIF", transparency=3))[0][1]).mode == "RGBA"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK"])
def test_modes(mode: str) -> None:
    white = {"I;16": 65535, "CMYK": (0, 0, 0, 0), "LA": (255, 255), "1": 1}.get(mode, 255)
    image = Image.new(mode, (64, 64), white)  # type: ignore[arg-type]
    if mode == "P":
        image.putpalette([0, 0, 0] * 255 + [255, 255, 255])
    ((_, data),) = made(saved(image, "JPEG" if mode == "CMYK" else "PNG"))
    assert opened(data).convert("RGB").getpixel((30, 30)) == (255, 255, 255)


def test_drawings_lose_nothing() -> None:
    image = Image.new("RGB", (400, 300), (250, 247, 240))
    for at in range(0, 400, 20):
        image.paste((156, 16, 32), (at, 40, at + 3, 260))
    ((_, data),) = made(saved(image, "PNG"))
    assert opened(data).convert("RGB").tobytes() == image.tobytes()


def test_an_original_that_is_small_and_bare() -> None:
    small = saved(photo(320, 240), "JPEG", quality=8)
    assert made(small)[-1] == (Variant(320, 240, "jpg", made(small)[-1][0].sha256, len(small)), small)
    for more in (
        saved(photo(320, 240), "JPEG", quality=8, comment=SECRET),
        saved(photo(320, 240), "JPEG", quality=8, exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"),
        small + SECRET,
    ):
        assert made(more)[-1][0].ending == "webp"
    own = saved(photo(320, 240), "WEBP", quality=3)
    assert made(own)[-1][1] == own
    assert made(own + SECRET)[-1][1] != own + SECRET
    large = saved(photo(2000, 1000), "JPEG", quality=1)
    assert [v.ending for v, _ in made(large)] == ["webp"] * 3


def test_the_same_bytes() -> None:
    data = saved(photo(1300, 900), "JPEG")
    assert made(data) == made(data)


def test_what_moves() -> None:
    frames = [Image.new("RGB", (8, 8), (n, 0, 0)) for n in (0, 200)]
    for kind in ("GIF", "WEBP", "PNG", *AVIF):
        assert rule(saved(frames[0], kind, save_all=True, append_images=frames[1:])) == "picture-animated", kind
    # Two pictures in one JPEG are how phones keep one of them in two ways.
    assert made(saved(frames[0], "MPO", save_all=True, append_images=frames[1:]))


@pytest.mark.parametrize(("width", "height"), [(8000, 5001), (10000, 8001), (60000, 60000)])
def test_bombs(width: int, height: int) -> None:
    """Refused by the header alone: these have no pixels that could be decoded."""
    chunk = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    crc = struct.pack(">I", zlib.crc32(b"IHDR" + chunk))
    whole = png(1, 1)
    data = whole[:16] + chunk + crc + whole[33:]
    found = convert(data)
    assert isinstance(found, Flaw)
    assert found.rule == "picture-too-many-pixels"
    assert dict(found.args) == {"size": str(-(-width * height // 1_000_000)), "limit": str(MAX_PIXELS // 1_000_000)}


def test_too_many_scans() -> None:
    data = saved(photo(64, 48), "JPEG", progressive=True)
    assert made(data)
    assert rule(data[:-2] + b"\xff\xda" * MAX_SCANS + b"\xff\xd9") == "picture-broken"


@pytest.mark.parametrize("data", [b"", b"x", b"<svg/>", b"%PDF-1.7", b"\0\0\0\x18ftypheic", b"II*\0" + b"\0" * 40])
def test_what_is_no_picture(data: bytes) -> None:
    assert rule(data) == "picture-format"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", *AVIF])
def test_damage(kind: str) -> None:
    """Cut off it is refused; with bytes changed it is refused or shows something, and nothing else happens."""
    whole = saved(photo(90, 60), kind)
    for end in range(1, len(whole) - 40, len(whole) // 15):
        assert rule(whole[:end]) in ("picture-broken", "picture-format"), (kind, end)
    rng = Random(7)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(rng.randrange(1, 5)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        assert isinstance(convert(bytes(data)), Flaw | list)
