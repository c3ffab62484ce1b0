"""A zip, read where it lies: nothing is unpacked, and no entry gives more bytes than the manifest lists for it.

Its names are looked at before anything else (APPNOTE 6.3.10, 4.4.17): what unpacks outside of its folder, twice, or
only with a password is a finding whatever it holds.
"""

import stat
import zipfile
import zlib
from hashlib import sha256
from pathlib import Path

from sitegen.unicode import folded
from sitegen.verify.compare import compare
from sitegen.verify.values import Asked, Found, Result, Unusable
from sitegen.write.folders import Listing
from sitegen.write.manifest import MANIFEST, SIGNED, Entry, safe

_MOST_ENTRIES = 200_000
_UNIX = 3
_GUIDE = "petunjuk-"
_GUIDES = (".txt", ".conf", "Caddyfile")
_APART = frozenset({MANIFEST, *SIGNED})
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError)


class Archive:
    """The tree in a zip (`compare.Tree`): all of it, or what lies in the one folder that has the manifest."""

    kind = "zip"

    def __init__(self, archive: zipfile.ZipFile, found: Found) -> None:
        self._zip = archive
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self.guides: list[str] = []
        self.listing = Listing()
        infos = archive.infolist()
        if len(infos) > _MOST_ENTRIES:
            found.add("verify-too-large", "", size=str(len(infos)), most=str(_MOST_ENTRIES))
            return
        self._prefix = _prefix([info.filename for info in infos])
        seen: set[str] = set()
        for info in infos:
            name = info.orig_filename  # zipfile cuts names at NUL and turns their slashes
            if not _fine(name) or folded(name.rstrip("/")) in seen:
                found.add("verify-zip-name", name)
                continue
            seen.add(folded(name.rstrip("/")))
            self._take(info, name, found)
        if self.guides:
            found.note("guide", paths=", ".join(self.guides))
        folders = {path.rpartition("/")[0] for path in (*self._entries, *self.listing.folders)}
        self.listing.empty = self.listing.folders - folders

    def _take(self, info: zipfile.ZipInfo, name: str, found: Found) -> None:
        inside = name.startswith(self._prefix)
        path = name[len(self._prefix) :] if inside else name
        if not path:
            return
        mode = info.external_attr >> 16 if info.create_system == _UNIX else 0
        if info.flag_bits & 1:
            found.add("verify-zip-broken", path, reason="password")
        if not inside:
            self._beside(name, found)
        elif stat.S_ISLNK(mode):
            self.listing.links.add(path)
        elif stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
            self.listing.special.add(path)
        elif path.endswith("/"):
            self.listing.folders.add(path.rstrip("/"))
        else:
            self.listing.files[path] = 0
            self._entries[path] = info

    def _beside(self, name: str, found: Found) -> None:
        """What lies beside the site's folder: texts of the guide that `sitegen package` puts there are no finding."""
        folder, _, rest = name.partition("/")
        if folder == _GUIDE + self._prefix.rstrip("/") and (not rest or rest.endswith(_GUIDES)):
            self.guides += [name] if rest else []
        else:
            found.add("verify-extra", name)

    def read(self, path: str, most: int) -> bytes | None:
        """As `compare.Tree` has it."""
        try:
            with self._zip.open(self._entries[path]) as file:
                data = file.read(most + 1)
        except _BROKEN:
            return None
        return data if len(data) <= most else None

    def digest(self, path: str, entry: Entry) -> str | None:
        """As `compare.Tree` has it."""
        if self._entries[path].file_size != entry.size:
            return None
        data = self.read(path, entry.size)
        return sha256(data, usedforsecurity=False).hexdigest() if data is not None and len(data) == entry.size else None


def verify_zip(asked: Asked) -> Result:
    """Checks a zip. Raises Unusable, NoProgramError."""
    found = Found()
    try:
        with Path(asked.target).open("rb") as file:
            start = file.read(4)
            try:
                archive = zipfile.ZipFile(file)
            except _BROKEN as error:
                found.add("verify-zip-broken", Path(asked.target).name, reason=str(error))
                return Result(asked.target, "zip", tuple(found.problems), ())
            if start != b"PK\x03\x04":  # something before the first entry: a page or program to other readers
                found.add("verify-zip-broken", Path(asked.target).name, reason=start.hex(" "))
            return compare(Archive(archive, found), asked, found)
    except OSError as error:
        raise Unusable("verify-unusable", path=asked.target, reason=error.strerror or "") from error


def _fine(name: str) -> bool:
    """Whether a name stays inside its folder, on every system."""
    bare = name.removesuffix("/")
    return bool(bare) and (bare in _APART or safe((bare,)))


def _prefix(names: list[str]) -> str:
    """The folder around the manifest: that of the zip itself, else the only one at its top that has one."""
    if MANIFEST in names:
        return ""
    inner = [name.removesuffix(MANIFEST) for name in names if name.count("/") == 1 and name.endswith(f"/{MANIFEST}")]
    return inner[0] if len(set(inner)) == 1 else ""
