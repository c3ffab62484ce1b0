"""The next version of one site, told file by file: what the two ways to make it have in common, `Tree` and `Patch`."""

import os
from abc import ABC, abstractmethod
from collections.abc import Callable
from hashlib import sha256

from sitegen.problems import Place, Refused, problem
from sitegen.values import Frozen
from sitegen.write.files import create, read_regular, refusal, shown, umask_alters
from sitegen.write.folders import Where
from sitegen.write.left import Left
from sitegen.write.pool import Pool

Act = Callable[[str, Where], None]
"""Makes a file of this name in this folder; FileExistsError if anything has that name."""


class Outcome(Frozen):
    """What one site's build came to. Only a changed site needs publishing. `signed`: what was live carries a signature;
    `unsigned`: the next version does not. `mended` are the planned paths whose live files were gone or, with `full`,
    altered. `left` is how both trees lie once this one is published, if that is worth noting."""

    site: str
    changed: bool
    written: int
    kept: int
    removed: int
    manifest_digest: str
    bytes_written: int
    signed: bool = False
    unsigned: bool = True
    mended: tuple[str, ...] = ()
    left: Left | None = None


class Next(ABC):
    """The next version of one site, each path told once. After a Refused it is of no more use; what is live is
    untouched."""

    def __init__(self, live_path: str, site: str) -> None:
        self._live_path, self._site = live_path, site
        self._set_mode = umask_alters()

    def write(self, path: str, data: bytes) -> None:
        """An output with these bytes. If they are what is live, it counts as kept and its inode stays."""
        self._put(path, data, sha256(data, usedforsecurity=False).hexdigest())

    def copy(self, path: str, source: str, sha256_known: str = "") -> None:
        """An output with the bytes of a file, which is read once and only if needed.

        With `sha256_known` (what was hashed before), other bytes are refused: links may carry that hash already.
        """
        old = self._listed(path)
        if old is not None and f'["{sha256_known}",' in old:
            self._keep(path)
            return
        try:
            data = read_regular(source, follow=True)
        except OSError as error:
            raise refusal(error, source, (self._site,)) from error
        found = sha256(data, usedforsecurity=False).hexdigest()
        if sha256_known and found != sha256_known:
            name = shown(source)
            raise Refused(problem("output-source-changed", Place(name), path=name))
        self._put(path, data, found)

    def share(self, path: str, key: str, size: int, pool: Pool, data: Callable[[], bytes]) -> None:
        """An output that other sites have too: linked from the pool. `key` is the SHA-256 of its `size` bytes, which
        `data` gives."""
        self._new(path, key, size, lambda name, to: pool.put(key, data, name, to, self._set_mode))

    @abstractmethod
    def finish(self) -> Outcome:
        """Completes it. If nothing differs from what is live, the disk was not touched."""

    @abstractmethod
    def abandon(self) -> None:
        """Lets go of it; what was begun stays without a manifest and is dealt with by the next build."""

    @abstractmethod
    def _listed(self, path: str) -> str | None:
        """What the live manifest says of a file that is there."""

    @abstractmethod
    def _keep(self, path: str) -> None:
        """An output whose live bytes stay."""

    @abstractmethod
    def _new(self, path: str, digest: str, size: int, act: Act) -> None:
        """An output that `act` makes, unless its bytes are what is live."""

    def _put(self, path: str, data: bytes, digest: str) -> None:
        self._new(path, digest, len(data), lambda name, to: create(to[1] + name, data, to[0], self._set_mode))

    def _refusal(self, error: OSError, path: str) -> Refused:
        self.abandon()
        return refusal(error, os.path.join(self._live_path, path), (self._site,))
