"""QR codes (ISO/IEC 18004) for the paper copy of a page. The only file that names segno, loaded for the first code."""

# Level M survives a crease or a coffee stain (15 %). Scoring all eight masks takes five times as long as the rest of
# the code, and any mask is read equally well by what phones use today: so it is always the same one.
_LEVEL, _MASK = "m", 2
QUIET = 4


def qr_svg(url: str) -> str:
    """An `<svg class="qr">` that encodes `url`: one unit a module, with a quiet zone of four modules. It is hidden
    from screen readers, since the address stands beside it.

    Raises ValueError if the URL is longer than a code of level M can hold (2,331 bytes).
    """
    import segno

    code = segno.make_qr(url, error=_LEVEL, mask=_MASK, boost_error=False)
    svg = str(code.svg_inline(border=QUIET, omitsize=True, svgclass="qr", lineclass=None))
    return svg.replace("<svg ", '<svg aria-hidden="true" ', 1)
