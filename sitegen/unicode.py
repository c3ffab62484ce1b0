"""What characters a text may carry (Unicode Standard, chapters 3, 9 and 23) and how to show those it may not."""

import re
import unicodedata

# C0 and C1 controls, bidi controls (UAX #9), zero-width characters that hide differences,
# line and paragraph separators, surrogates, private use (our slots live there) and non-characters.
_UNSAFE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\uffff"
)
# Unassigned non-characters and private use above the basic plane.
_UNSAFE_HIGH = "".join(f"{chr(p * 0x10000 + 0xFFFE)}{chr(p * 0x10000 + 0xFFFF)}" for p in range(1, 15))
_UNSAFE_HIGH += "\U000e0000-\U000e0fff\U000f0000-\U0010ffff"

# What most texts consist of is passed over before the long list is asked.
UNSAFE_IN_BODY = re.compile(f"(?=[^\n -~])[{_UNSAFE}{_UNSAFE_HIGH}]")
UNSAFE_IN_LINE = re.compile(f"(?=[^ -~])[\t\n{_UNSAFE}{_UNSAFE_HIGH}]")

# Bytes that need no second look in a text of ASCII only.
SAFE_ASCII = bytes([9, 10, *range(32, 127)])

LONGEST_SHOWN = 200


def printable(text: str) -> str:
    """`text` safe for a terminal or a log: unsafe characters escaped as \\uXXXX, at most 200 characters."""
    if len(text) > LONGEST_SHOWN:
        text = text[: LONGEST_SHOWN - 1] + "…"
    return escaped(text)


def escaped(text: str) -> str:
    """`text` safe for a terminal or a log, at its full length."""
    return UNSAFE_IN_LINE.sub(lambda found: code_point(found[0]), text)


def code_point(character: str) -> str:
    """The usual name of a character's number: `U+202E`."""
    return f"U+{ord(character):04X}"


def folded(text: str) -> str:
    """`text` as a case-insensitive, normalising file system would compare it (NFC, case folded)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def canonical(text: str) -> str:
    """`text` as digests of content see it: NFC, LF, no blanks at line ends, no empty lines at either end. So neither
    an editor, nor git, nor a move between systems changes a digest."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")
