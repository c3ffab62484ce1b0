"""What lies in the preview folder, by the paths of URLs. Reads, and follows no link out of it."""

import os

from sitegen.write.files import OURS, read_regular

LIST = f"{OURS}/index.html"
_LANGUAGE = 3  # letters of its tag at most; no folder of a kind of documents has so short a name


def file_of(root: str, name: str) -> str | None:
    """The regular file that a decoded URL path means below `root` (a real path), or None: no traversal, no link out of
    it, nothing of our own folder but the list of sites. A folder means its index.html."""
    if "\0" in name or (name.split("/", 1)[0].casefold() == OURS and name != LIST):
        return None
    try:
        path = os.path.realpath(os.path.join(root, name))
        if not path.startswith(root + os.sep) or (_first(root, path) == OURS and name != LIST):
            return None
        if os.path.isdir(path):
            path = os.path.realpath(os.path.join(path, "index.html"))
    except (OSError, ValueError):  # a name that is too long, or that the system cannot spell
        return None
    return path if path.startswith(root + os.sep) and os.path.isfile(path) else None


def _first(root: str, path: str) -> str:
    return path[len(root) + 1 :].split(os.sep, 1)[0].casefold()


def data_of(path: str) -> bytes | None:
    """The bytes of a file that `file_of` gave; None if it has gone meanwhile."""
    try:
        return read_regular(path)
    except OSError:
        return None


def nearest(root: str, domain: str, path: str) -> str | None:
    """The page of a site that is nearest to `path`: itself, else the same outside a language's folder, else the list
    above it, else the home page. None for a site that has none of these."""
    first, _, rest = path.partition("/")
    inner = rest if len(first) <= _LANGUAGE else ""
    tries = [path, inner, *(f"{folder}index.html" for folder in _above(path))]
    found = (one for one in tries if one and not one.endswith("/") and file_of(root, f"{domain}/{one}"))
    return next(found, None)


def _above(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[:count]) + ("/" if count else "") for count in range(len(parts), -1, -1)]
