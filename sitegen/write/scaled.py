"""Converted pictures between builds. Losing them costs time, never truth."""

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import sha256

from sitegen.digest import digest, digest_bytes
from sitegen.model.picture import Variant
from sitegen.write.files import read_regular, remember


class ScaledStore:
    """A folder with a short list of sizes for each original, named by its digest and `maker` (who converted it), and
    the bytes of each size, named by their SHA-256. What cannot be read or is torn is missing, never an error.
    Workers may write at once: they write the same."""

    def __init__(self, folder: str, maker: str) -> None:
        self._folder = folder
        self._maker = maker

    def sizes(self, original: str) -> tuple[Variant, ...] | None:
        """The sizes of the picture whose original has this digest, if they are known."""
        with suppress(OSError, ValueError, TypeError):
            head, _, payload = read_regular(self._list(original)).partition(b"\n")
            if head.decode("ascii", "replace") == digest_bytes(payload):
                return tuple(Variant(*row) for row in json.loads(payload))
        return None

    def data(self, key: str) -> bytes | None:
        """The bytes of one size by their SHA-256."""
        with suppress(OSError):
            data = read_regular(self._bytes(key))
            if sha256(data, usedforsecurity=False).hexdigest() == key:
                return data
        return None

    def add(self, original: str, made: Sequence[tuple[Variant, bytes]]) -> None:
        """Takes in a picture that was just converted, if that can be done; its list last."""
        payload = json.dumps([[v.width, v.height, v.ending, v.sha256, v.size] for v, _ in made]).encode()
        with suppress(OSError):
            os.makedirs(self._folder, exist_ok=True)
            for variant, data in made:
                remember(self._bytes(variant.sha256), data)
            remember(self._list(original), digest_bytes(payload).encode() + b"\n" + payload)

    def tidy(self, used: Iterable[str]) -> None:
        """Drops what the originals in `used` do not need once that is more than half of all."""
        wanted: set[str] = set()
        for original in used:
            wanted.add(self._list(original))
            wanted.update(self._bytes(variant.sha256) for variant in self.sizes(original) or ())
        with suppress(OSError):
            there = [os.path.join(self._folder, name) for name in os.listdir(self._folder)]
            if len(there) > 2 * len(wanted) + 64:
                for path in there:
                    if path not in wanted:
                        os.unlink(path)

    def _list(self, original: str) -> str:
        return os.path.join(self._folder, f"{digest(self._maker, original)}.json")

    def _bytes(self, key: str) -> str:
        return os.path.join(self._folder, f"{key}.picture")
