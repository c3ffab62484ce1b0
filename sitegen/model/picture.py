"""Pictures that texts show: the sizes in which one is published, and what a page says of them."""

from sitegen.values import Frozen

RASTER = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif")
"""How the names of pictures end that are converted (in small letters)."""


class Variant(Frozen):
    """One size of a picture as it is published: pixels, the ending of its name, SHA-256 and bytes of the file."""

    width: int
    height: int
    ending: str
    sha256: str
    size: int


class PictureUse(Frozen):
    """A picture of a body: its target as written, and what the finished page says of it. `srcset` is empty if there is
    only one size; `width` and `height` are those of the largest one."""

    written: str
    src: str
    srcset: str
    width: int
    height: int


def is_raster(path: str) -> bool:
    """Whether a file of this name is a picture that is converted."""
    return path.casefold().endswith(RASTER)
