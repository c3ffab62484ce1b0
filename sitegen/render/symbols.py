"""What stands in templates for values of a site while a page is rendered for all sites at once: symbols, and the tokens
that they leave where they are printed."""

import re
from typing import Any

SYMBOLIC = frozenset({"site", "partials", "cards", "body", "style", "script", "search", "offline", "qr", "graphs"})
"""The names by which templates know what may only be printed."""
OPEN, CLOSE = "\ue000", "\ue001"
TOKEN = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")


class Misused(Exception):  # noqa: N818 - it is caught as a condition: "render this page plainly"
    """A template did something with a symbol other than printing it."""


class Symbol:
    """Something that can only be printed: leaves a token that names it, and notes that it did. Every other use
    raises `Misused`."""

    __slots__ = ("_name", "_printed")
    _name: str
    _printed: list[str]

    def __init__(self, name: str, printed: list[str]) -> None:
        object.__setattr__(self, "_name", name)
        object.__setattr__(self, "_printed", printed)

    def __html__(self) -> str:
        self._printed.append(self._name)
        return f"{OPEN}{self._name}{CLOSE}"

    def __getattr__(self, name: str) -> "Symbol":
        if name.startswith("_"):
            raise AttributeError(name)
        return Symbol(f"{self._name}.{name}", self._printed)

    def __getitem__(self, name: object) -> "Symbol":
        if not isinstance(name, str) or "." in name:
            raise Misused
        return Symbol(f"{self._name}.{name}", self._printed)

    def _refuse(self, *_: object, **__: object) -> Any:
        raise Misused

    __bool__ = __str__ = __len__ = __iter__ = __eq__ = __hash__ = __contains__ = _refuse
    __add__ = __radd__ = __mod__ = __rmod__ = __mul__ = __lt__ = __gt__ = __le__ = __ge__ = __call__ = _refuse
    __int__ = __float__ = __index__ = __neg__ = __format__ = _refuse
