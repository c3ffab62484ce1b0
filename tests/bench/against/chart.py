"""A bar chart as SVG: legible by day and by night, with title and description for those who do not see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _ROW, _TOP, _LEFT, _RIGHT = 760, 34, 52, 250, 140
_STYLE = (
    ".g{fill:#fff}.t{fill:#1b1d1c;font:15px system-ui,sans-serif}.h{font-weight:600}.q{fill:#484c4a}"
    ".o{fill:#8a8f8c}.u{fill:#1c437e}"
    "@media(prefers-color-scheme:dark){.g{fill:#131615}.t{fill:#edf0ee}.q{fill:#bcc3bf}.o{fill:#7d8480}.u{fill:#7fa8ea}}"
)


@dataclass(frozen=True)
class Bar:
    """One row; `ours` is painted in the stronger colour, `note` stands after the figure."""

    name: str
    value: float
    note: str = ""
    ours: bool = False


def chart(title: str, unit: str, bars: Sequence[Bar]) -> str:
    """Bars on one linear scale that begins at nought, in the given order."""
    most = max(bar.value for bar in bars)
    height = _TOP + _ROW * len(bars) + 12
    said = "; ".join(f"{bar.name} {bar.value:.2f} {unit}" for bar in bars)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(title)}</title><desc id="d">{escape(said)}.</desc><style>{_STYLE}</style>',
        f'<rect class="g" width="{_WIDTH}" height="{height}" rx="6"/>',
        f'<text class="t h" x="16" y="30">{escape(title)}</text>',
    ]
    for number, bar in enumerate(bars):
        top = _TOP + _ROW * number
        length = max(1.5, (_WIDTH - _LEFT - _RIGHT) * bar.value / most)
        figure = f"{bar.value:.2f} {unit}" if bar.value < 10 else f"{bar.value:.1f} {unit}"
        note = f'<tspan class="q"> {escape(bar.note)}</tspan>' if bar.note else ""
        lines += [
            f'<text class="t" x="{_LEFT - 10}" y="{top + 19}" text-anchor="end">{escape(bar.name)}</text>',
            f'<rect class="{"u" if bar.ours else "o"}" x="{_LEFT}" y="{top + 3}" width="{length:.1f}" height="22"/>',
            f'<text class="t" x="{_LEFT + length + 8:.1f}" y="{top + 19}">{figure}{note}</text>',
        ]
    return "\n".join([*lines, "</svg>"]) + "\n"
