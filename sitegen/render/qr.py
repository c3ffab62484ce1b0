"""QR codes (ISO/IEC 18004) for the paper copy of a page. The only file that names segno."""

import segno

# Level M survives a crease or a coffee stain (15 %). Scoring all eight masks takes five times as long as the rest of
# the code, and any mask is read equally well by what phones use today: so it is always the same one.
_LEVEL, _MASK = "m", 2
QUIET = 4


def qr_data_uri(url: str) -> str:
    """A `data:` URL (RFC 2397) of a PNG that encodes `url`: one pixel a module, with a quiet zone of four modules.

    Raises ValueError if the URL is longer than a code of level M can hold (2,331 bytes).
    """
    code = segno.make_qr(url, error=_LEVEL, mask=_MASK, boost_error=False)
    return str(code.png_data_uri(scale=1, border=QUIET))
