"""A folder on disk, as it lies there. Nothing is followed, and nothing but regular files is opened."""

import os
from hashlib import sha256
from pathlib import Path

from sitegen.verify.compare import compare
from sitegen.verify.values import Asked, Found, Result, Unusable
from sitegen.write.files import read_some
from sitegen.write.folders import scan
from sitegen.write.manifest import Entry


class Folder:
    """The tree in a folder (`compare.Tree`). Raises Unusable if it cannot be listed."""

    kind = "folder"

    def __init__(self, root: Path) -> None:
        self._root = os.path.realpath(root)  # whoever names a link to a folder means the folder
        try:
            listing = scan(self._root)
        except OSError as error:
            raise Unusable("verify-unusable", path=str(root), reason=error.strerror or "") from error
        if listing is None:
            raise Unusable("verify-no-target", path=str(root))
        self.listing = listing

    def read(self, path: str, most: int) -> bytes | None:
        """As `compare.Tree` has it."""
        try:
            data = read_some(f"{self._root}/{path}", most + 1)
        except OSError:
            return None
        return data if len(data) <= most else None

    def digest(self, path: str, entry: Entry) -> str | None:
        """As `compare.Tree` has it."""
        data = self.read(path, entry.size)
        return sha256(data, usedforsecurity=False).hexdigest() if data is not None and len(data) == entry.size else None


def verify_folder(asked: Asked) -> Result:
    """Checks a folder. Raises Unusable, NoProgramError."""
    return compare(Folder(Path(asked.target)), asked, Found())
