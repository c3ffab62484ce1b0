"""Keys with hints: a key says whether something changed, its hints which part of what it is made from did.

The key alone decides what is made anew. Hints are a few digits of the digest of each part: where they differ, that part
has changed for certain; where none differs, it cannot be told which one did.
"""

PAGE_PARTS = ("template", "fields", "text", "cards", "style")
SITE_PARTS = ("view", "facts", "theme")
_DIGITS = 4


def hinted(key: str, *parts: str) -> str:
    """A key with hints on the digests of its parts."""
    return f"{key}.{''.join([part[:_DIGITS].ljust(_DIGITS, '-') for part in parts])}"


def differing(old: str, new: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The parts, by their names in order, in which two hinted keys differ for certain; none if that cannot be told."""
    before, after = old.partition(".")[2], new.partition(".")[2]
    if len(before) != len(after) or len(after) != _DIGITS * len(names):
        return ()
    spans = [slice(n * _DIGITS, (n + 1) * _DIGITS) for n in range(len(names))]
    return tuple(name for name, span in zip(names, spans, strict=True) if before[span] != after[span])


def had_text(key: str) -> bool:
    """Whether the page of this key (with the hints of `PAGE_PARTS`) had a text: a tombstone or a redirect has none."""
    at = _DIGITS * PAGE_PARTS.index("text")
    return key.partition(".")[2][at : at + _DIGITS] != "-" * _DIGITS
