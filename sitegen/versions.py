"""What makes the output besides its sources: this package and its libraries. Changing them makes outputs stale."""

from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import sitegen

# What explains rules to people, and schemas: nothing that makes output imports it (test_rule_pages.py, test_floors.py).
UNUSED = ("rules/pages/", "schemas/")
LIBRARIES = (
    "pyyaml",
    "msgspec",
    "jinja2",
    "markupsafe",
    "markdown",
    "nh3",
    "babel",
    "zxing-cpp",
    "pillow",
    "snowballstemmer",
    "icalendar",
)


@lru_cache(maxsize=1)
def maker() -> str:
    """The digest of the code of this package, its data, and the versions of the libraries that shape the output."""
    state = blake2b(digest_size=16)
    root = Path(sitegen.__file__).parent
    for path in sorted(p for p in root.rglob("*") if p.suffix in (".py", ".json", ".csv", ".js", ".txt")):
        name = path.relative_to(root).as_posix()
        if name.startswith(UNUSED):
            continue
        state.update(name.encode() + b"\0")
        state.update(path.read_bytes().replace(b"\r\n", b"\n"))
    for library in LIBRARIES:
        try:
            state.update(f"{library} {version(library)}\n".encode())
        except PackageNotFoundError:  # a frozen copy without metadata still builds
            state.update(f"{library} ?\n".encode())
    return state.hexdigest()
