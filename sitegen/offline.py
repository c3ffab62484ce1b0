"""What a copy for reading without a network leaves out, and the scripts by which a browser keeps such a copy."""

import json
from functools import lru_cache

from sitegen.shipped import shipped

# For servers and search engines, or with paths from the root of a host; and the worker, which browsers keep themselves.
APART = ("404.html", "_headers", "og.png", "robots.txt", "sitemap.xml", "sw.js")
# Downloads above so many bytes stay on the server when a phone keeps a site: whoever wants one saves that file alone.
LARGE = 1_000_000
_BLANKS = {"/*apart*/[]": APART, "/*large*/0": LARGE}


def kept(path: str) -> bool:
    """Whether a copy holds this file of a site. Hidden files (`.htaccess`, `.well-known/`) are for servers too."""
    return not path.startswith(".") and path not in APART


@lru_cache(maxsize=2)
def script(name: str) -> str:
    """A script of data/offline, with what it leaves out in its places."""
    text = shipped(f"offline/{name}")
    for blank, value in _BLANKS.items():
        assert blank in text, f"{name} has no place for {blank}"
        text = text.replace(blank, json.dumps(value, separators=(",", ":")))
    return text
