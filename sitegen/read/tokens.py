"""Tokens of a theme: its own values for the custom properties of the base sheet (CSS Custom Properties 1)."""

import re

from sitegen.problems import Problem, problem
from sitegen.read.schema import convert, nearest
from sitegen.read.source import Mapping, Scalar
from sitegen.values import Frozen

# A colour, a number with or without a unit, or names such as those of fonts: nothing that could end a declaration.
VALUE = re.compile(r"#[0-9A-Fa-f]{3,8}|-?[0-9]*\.?[0-9]+(px|rem|em|ch|vw|vh|%)?|[A-Za-z-][A-Za-z0-9 ,-]*")
_HEAD = re.compile(r"(?::root\{[^}]*\}|@media \(prefers-color-scheme:dark\)\{:root\{[^}]*\}\})*")
_DECLARED = re.compile(r"--([a-z][a-z0-9-]*):")


class Token(Frozen):
    """A custom property by its name without the dashes, and its value by day and by night."""

    name: str
    light: str
    dark: str


class Pair(Frozen):
    """A value by day and one by night."""

    light: str
    dark: str


def declared(base: str) -> tuple[str, ...]:
    """The names of the tokens that a minified base sheet begins with: only these can be given another value."""
    head = _HEAD.match(base)
    return tuple(dict.fromkeys(_DECLARED.findall(head[0]))) if head else ()


def read_tokens(node: Mapping, known: tuple[str, ...], problems: list[Problem]) -> tuple[Token, ...]:
    """`tokens:` of theme.yaml: a name with one value, or with one for light and one for dark."""
    found = []
    for key, value in node.entries:
        if key.text not in known:
            near = nearest(key.text, known) or "-"
            problems.append(problem("theme-token-unknown", key.place, name=key.text, near=near))
            continue
        path = f"tokens.{key.text}"
        if isinstance(value, Scalar):
            text = convert(value, str, problems, path=path)
            pair = Pair(text, text) if text is not None else None
        else:
            pair = convert(value, Pair, problems, path=path)
        if pair is None:
            continue
        wrong = next((text for text in (pair.light, pair.dark) if not VALUE.fullmatch(text)), None)
        if wrong is not None:
            problems.append(problem("theme-token-value", value.place, name=key.text, value=wrong))
            continue
        found.append(Token(key.text, pair.light, pair.dark))
    return tuple(found)


def with_tokens(base: str, tokens: tuple[Token, ...]) -> str:
    """A minified base sheet with these values after its own, and before all else, such as what holds on paper."""
    if not tokens:
        return base
    light = "".join(f"--{token.name}:{token.light};" for token in tokens).rstrip(";")
    dark = "".join(f"--{token.name}:{token.dark};" for token in tokens if token.dark != token.light).rstrip(";")
    own = f":root{{{light}}}" + (f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}" if dark else "")
    head = _HEAD.match(base)
    at = head.end() if head else 0
    return base[:at] + own + base[at:]
