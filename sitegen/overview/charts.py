"""Small charts as inline SVG, for which a script is never needed. Each says in words what it shows, and the table with
its figures stands below it: no value is told by a colour alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.opspage import Html, el, joined

_WIDTH, _HEIGHT, _TOP, _FOOT = 340, 120, 14, 16


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the words below it, its value, what stands on top of that, and whether it is `bad` news."""

    label: str
    value: int
    more: int = 0
    bad: bool = False


def columns(title: str, text: str, shown: Sequence[Column], limit: tuple[int, str] | None = None) -> Html:
    """Upright columns with their values on top. `text` tells what they show to those who do not see them; `limit` draws
    a line before the column of that number, with its words."""
    wide = _WIDTH / max(1, len(shown))
    most = max((column.value + column.more for column in shown), default=0) or 1
    parts = []
    for number, column in enumerate(shown):
        left, width = number * wide + wide * 0.14, wide * 0.72
        low, high = (round(_HEIGHT * value / most, 2) for value in (column.value, column.more))
        ground = _TOP + _HEIGHT
        box = {"x": _n(left), "width": _n(width)}
        if column.value:
            kind = "bad" if column.bad else "bar"
            parts.append(el("rect", **box, y=_n(ground - low), height=_n(low), class_=kind))
        if column.more:
            parts.append(el("rect", **box, y=_n(ground - low - high), height=_n(high), class_="rest"))
        middle = _n(left + width / 2)
        if column.value + column.more:
            top = _n(ground - low - high - 3)
            parts.append(el("text", column.value + column.more, x=middle, y=top, text_anchor="middle"))
        parts.append(el("text", column.label, x=middle, y=_n(ground + 12), text_anchor="middle", class_="foot"))
    parts.append(el("path", d=f"M0 {_TOP + _HEIGHT}h{_WIDTH}", class_="axis"))
    if limit:
        at = limit[0] * wide
        parts.append(el("path", d=f"M{_n(at)} {_TOP}v{_HEIGHT}", class_="axis", stroke_dasharray="3 3"))
        parts.append(el("text", limit[1], x=_n(at - 3), y=_n(_TOP + 8), text_anchor="end"))
    picture = el(
        "svg",
        el("title", title),
        el("desc", text),
        *parts,
        viewBox=f"0 0 {_WIDTH} {_TOP + _HEIGHT + _FOOT}",
        role="img",
        class_="chart",
    )
    return el("figure", picture, el("figcaption", title, class_="s"))


def share(part: int, whole: int) -> Html:
    """A small bar that is filled by a share. The figures stand beside it, so readers of the screen are spared it."""
    filled = round(60 * part / whole, 2) if whole else 0
    inner = joined(
        el("rect", x=".5", y=".5", width="60", height="8", class_="rest"),
        el("rect", x=".5", y=".5", width=_n(filled), height="8", class_="bar") if filled else "",
    )
    return el("svg", inner, viewBox="0 0 61 9", preserveAspectRatio="none", aria_hidden="true", class_="line")


def _n(value: float) -> str:
    """A coordinate as short as it can be written."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
