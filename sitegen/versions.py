"""What makes the output besides its sources: this package and its libraries. Changing them makes outputs stale."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
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
_CODE = (".py", ".json", ".csv", ".js", ".txt")


@lru_cache(maxsize=1)
def maker() -> str:
    """The digest of the code of this package, its data, and the versions of the libraries that shape the output."""
    state = blake2b(digest_size=16)
    root = Path(sitegen.__file__).parent
    for name in sorted(_files(str(root), "")):
        with open(f"{root}/{name}", "rb") as file:  # noqa: PTH123 - some hundred of them
            state.update(name.encode() + b"\0")
            state.update(file.read().replace(b"\r\n", b"\n"))
    known = _installed()
    for library in LIBRARIES:
        state.update(f"{library} {known.get(library) or _version(library)}\n".encode())
    return state.hexdigest()


def _files(folder: str, within: str) -> Iterator[str]:
    """The paths in a folder of all that the output is made by; `within` is the path of the folder itself."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = within + entry.name
            if entry.is_dir():
                if f"{path}/" not in UNUSED and entry.name != "__pycache__":
                    yield from _files(entry.path, f"{path}/")
            elif path.endswith(_CODE):
                yield path


def _installed() -> dict[str, str]:
    """The versions of libraries by their names, as the names of folders tell them where libraries are installed (PyPA:
    Recording installed projects). Python's own way of asking takes longer to import than to ask."""
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for installed in sorted(Path(folder).glob("*.dist-info")):
                library, _, version = installed.stem.partition("-")
                found.setdefault(library.lower().replace("_", "-"), version)
    return found


def _version(library: str) -> str:
    """The version of a library that was installed in some other way; "?" if there is none that anybody wrote down: a
    frozen copy without metadata still builds."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(library)
    except PackageNotFoundError:
        return "?"
