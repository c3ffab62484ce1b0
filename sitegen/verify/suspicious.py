"""What stands on a page that is not as published: words of gambling sites, links to hosts that no true page has.

By patterns, not by a parser: the text is an attacker's, and each pattern here takes time in proportion to its length.
"""

import re
import unicodedata
from collections.abc import Iterable
from html import unescape

from sitegen.language import gambling_words
from sitegen.problems import listed
from sitegen.verify.values import Found

MOST = 2_000_000
"""So many bytes of a page are looked at."""

_TAG = re.compile(r"<[^<>]*>")
_HOST = re.compile(r"(?:https?:)?//([A-Za-z0-9.-]{1,253})", re.IGNORECASE)
_TEXTS = (
    ".html",
    ".htm",
    ".js",
    ".xml",
    ".css",
    ".json",
    ".txt",
    ".svg",
    ".webmanifest",
    ".php",
    ".htaccess",
    ".phtml",
)


def is_text(path: str) -> bool:
    """Whether what such a file holds is looked at for words and links."""
    return path.endswith(_TEXTS)


def hosts(data: bytes) -> frozenset[str]:
    """The hosts that a text names in addresses, in lower case; its own (without a host) are not among them."""
    text = unescape(data[:MOST].decode("utf-8", "replace")).replace("\\/", "/")
    return frozenset(host.lower().rstrip(".") for host in _HOST.findall(text) if "." in host)


def words(data: bytes) -> tuple[str, ...]:
    """The words of gambling sites in a text, also in attributes and hidden parts, each once."""
    raw = unescape(data[:MOST].decode("utf-8", "replace"))
    raw = "".join(char for char in raw if char.isascii() or unicodedata.category(char) != "Cf")
    raw = unicodedata.normalize("NFKC", raw)
    found = [word.lower() for text in (_TAG.sub(" ", raw), _TAG.sub("", raw), raw) for _, word in gambling_words(text)]
    return tuple(dict.fromkeys(found))


def tell(path: str, data: bytes, allowed: Iterable[str], found: Found) -> None:
    """Findings for the words and links of one text that is not as published."""
    said = words(data)
    if said:
        found.add("verify-gambling", path, words=listed(said))
    strange = sorted(hosts(data) - frozenset(allowed))
    if strange:
        found.add("verify-foreign-links", path, hosts=listed(tuple(strange)))
