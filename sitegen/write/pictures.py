"""Drawn pictures between builds, named by the digest of what they are made from. Losing them costs time only."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress

from sitegen.digest import digest_bytes
from sitegen.write.files import read_regular, remember

_ENDING = ".picture"


class PictureStore:
    """A folder with one file for each picture, which begins with its own checksum: what cannot be read or is torn is
    missing, never an error. Workers may write at once: they write the same."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def has(self, key: str) -> bool:
        """Whether there is a file for this key, whatever is in it."""
        return os.path.exists(self._path(key))

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The picture of this key: from the folder, or made now and put there if that can be done."""
        with suppress(OSError):
            head, _, data = read_regular(self._path(key)).partition(b"\n")
            if head.decode("ascii", "replace") == digest_bytes(data):
                return data
        data = make()
        with suppress(OSError):
            os.makedirs(self._folder, exist_ok=True)
            remember(self._path(key), digest_bytes(data).encode() + b"\n" + data)
        return data

    def tidy(self, used: Iterable[str]) -> None:
        """Drops what is not used once that is more than half of all."""
        wanted = {key + _ENDING for key in used}
        with suppress(OSError):
            names = os.listdir(self._folder)
            if len(names) > 2 * len(wanted) + 16:
                for name in names:
                    if name not in wanted:
                        os.unlink(os.path.join(self._folder, name))

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, key + _ENDING)
