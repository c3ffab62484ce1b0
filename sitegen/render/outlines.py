"""The outlines of the marks: path data as data/motif.json writes it, as points."""

import re
from collections.abc import Iterator
from math import atan2, cos, pi, sin, sqrt

_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+(?:\.\d+)?|\.\d+)")
_NUMBERS = {"M": 2, "l": 2, "h": 1, "v": 1, "q": 4, "a": 7, "z": 0}

Point = tuple[float, float]


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
