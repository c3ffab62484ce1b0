"""The names of slots: which there are, and how they are written down between builds."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_type_hints

from sitegen.model.views import Chrome, NamedLink, SiteView
from sitegen.render.sheets import Inline
from sitegen.render.spans import SEAM, SlotName
from sitegen.render.templates import Templates
from sitegen.values import is_value, plain


def _names(kind: Any, prefix: str = "") -> Iterator[str]:
    for name, of in get_type_hints(kind).items():
        if is_value(of):
            yield from _names(of, f"{prefix}{name}.")
        else:
            yield prefix + name


CARRIED = ("style", "script", "search", "offline")
INLINE = frozenset(name for kind in CARRIED for name in _names(Inline, f"{kind}."))
"""What a page may print of what it carries inline."""
_OF_SITE = frozenset(_names(SiteView, "site."))
_CONTEXTS = ("text", "url", "tel", "part")
_CHROME = (str, str, str, str, bool, tuple, tuple)
_LINK = (str, str, bool, int, str, str, str)
_Reader = Callable[..., SlotName | None]


def printable(token: str) -> bool:
    """Whether a slot can stand for what a template printed."""
    kind = token.partition(".")[0]
    if kind == "site":
        return token in _OF_SITE
    if kind in CARRIED:
        return token in INLINE
    return token.count(".") < 2


def written(name: SlotName) -> str:
    """A slot name as one line of text."""
    return json.dumps(plain(name), ensure_ascii=False, separators=(",", ":"))


def read(text: str, templates: Templates) -> SlotName | None:
    """The slot name that `written` made this text of, None for any other text: a page that was kept may ask a site for
    nothing that a template of this theme could not ask for."""
    try:
        kind, *parts = _frozen(json.loads(text.encode()))
        name = _READERS[kind](templates, *parts)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None
    return name if name is not None and written(name) == text else None


def _site(_: Templates, path: str) -> SlotName | None:
    return ("site", path) if f"site.{path}" in _OF_SITE else None


def _partial(templates: Templates, partial: str, chrome: tuple[Any, ...]) -> SlotName | None:
    if not _are((partial,), (str,)) or not _are(chrome, _CHROME) or f"partials/{partial}.html" not in templates.sources:
        return None
    root, base, section, lang, drafts, pages, lists = chrome
    if not all(_are(link, _LINK) for link in pages) or not _are(lists, (str,) * len(lists)):
        return None
    links = tuple([NamedLink(*link) for link in pages])
    return ("partial", partial, Chrome(root, base, section, lang, drafts, links, lists))


def _style(templates: Templates, field: str, parts: tuple[str, ...]) -> SlotName | None:
    known = {name for name, _ in templates.theme.style}
    sound = f"style.{field}" in INLINE and isinstance(parts, tuple) and known.issuperset(parts)
    return ("style", field, parts) if sound else None


def _carried(kind: str) -> _Reader:
    return lambda _, field: (kind, field) if f"{kind}.{field}" in INLINE else None


def _fact(_: Templates, *parts: str) -> SlotName | None:
    return ("fact", *parts) if _are(parts, (str,) * 4) and parts[2] in _CONTEXTS else None


_READERS: Mapping[str, _Reader] = {
    "site": _site,
    "partial": _partial,
    "style": _style,
    **{kind: _carried(kind) for kind in CARRIED if kind != "style"},
    "fact": _fact,
    "qr": lambda _: ("qr",),
    "graphs": lambda _: ("graphs",),
    "seam": lambda _: SEAM,
}


def _are(values: tuple[object, ...], types: tuple[type, ...]) -> bool:
    return tuple(map(type, values)) == types


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
