"""Keys with hints: a key says whether something changed, its hints which part of what it is made from did.

The key alone decides what is made anew. Hints are a few digits of the digest of each part: where they differ, that part
has changed for certain; where none differs, it cannot be told which one did. The key of what shows texts ends with what
tells these apart, so that it is known for other texts as well as soon as nothing else differs.
"""

from collections.abc import Iterable

PAGE_PARTS = ("template", "fields", "text", "cards", "style")
SITE_PARTS = ("view", "facts", "theme")
_DIGITS = 4
_NONE = "-" * _DIGITS


def hinted(key: str, *parts: str) -> str:
    """A key with hints on the digests of its parts, of which some may be empty."""
    return f"{key}.{''.join([part[:_DIGITS] or _NONE for part in parts])}"


def texted(key: str, text: str) -> str:
    """The key of what shows a text besides all that `key` is the digest of."""
    return f"{key}.{text}"


def retexted(key: str, text: str) -> str:
    """What `texted` made, of another text: the same string if it is the same text."""
    return key if key.endswith(text) else texted(key.rpartition(".")[0], text)


def naming(key: str, sheets: Iterable[int]) -> str:
    """The key of what names sheets of its theme, each by the bits of its parts: from it alone they are known again."""
    return f"{key}:{','.join([f'{sheet:x}' for sheet in sorted(sheets)])}"


def named(key: str) -> tuple[int, ...]:
    """The sheets that `naming` was told of."""
    return tuple([int(sheet, 16) for sheet in key.partition(":")[2].split(",") if sheet])


def outline_key(frame: str, seen: str, texts: str) -> str:
    """The key of an outline: all that its outputs are made from besides documents, what planning sees of these, and
    their texts, which decide on what is seen of them."""
    return texted(f"{frame}-{seen}", texts)


def shape_of(key: str) -> str:
    """The key of an outline without its texts."""
    return key.partition(".")[0]


def unseen(key: str) -> tuple[str, str]:
    """The key of an outline without what is seen of documents: its frame and its texts."""
    return key.partition("-")[0], key.rpartition(".")[2]


def differing(old: str, new: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The parts, by their names in order, in which two hinted keys differ for certain; none if that cannot be told."""
    (before, _, before_text), (after, _, after_text) = (key.partition(".")[2].partition(".") for key in (old, new))
    if len(before) != len(after) or len(after) != _DIGITS * len(names):
        return ()
    spans = [slice(n * _DIGITS, (n + 1) * _DIGITS) for n in range(len(names))]
    return tuple(
        name
        for name, span in zip(names, spans, strict=True)
        if before[span] != after[span] or (name == "text" and before_text != after_text)
    )


def had_text(key: str) -> bool:
    """Whether the page of this key (with the hints of `PAGE_PARTS`) had a text: a tombstone or a redirect has none."""
    at = _DIGITS * PAGE_PARTS.index("text")
    return key.partition(".")[2][at : at + _DIGITS] != _NONE
