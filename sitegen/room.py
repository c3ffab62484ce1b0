"""How much room on the disk the next trees will take: counted before any of them is begun."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.model.output import Copy, Data, Joined, Output, Page, Scaled

BLOCK = 4096
GUESS = 2 * BLOCK
"""For a file whose size nobody knows before it is made."""
LISTED = 120
"""Bytes in a manifest for each file: its path, SHA-256 and size."""


@dataclass
class Room:
    """The bytes and files of the trees counted so far, in whole blocks. What sites share counts once for all."""

    root: str
    size: int = 0
    files: int = 0
    _shared: set[str] = field(default_factory=set)

    def of_outline(
        self, outputs: Iterable[Output], stale: frozenset[str] | None, page: Callable[[Page], int]
    ) -> tuple[int, int]:
        """What each site with these outputs writes by itself; `page` gives the bytes of a page. What it shares with
        others is added to this room at once."""
        size = files = listed = 0
        folders = set()
        for output in outputs:
            listed += 1
            folders.add(output.path.rpartition("/")[0])
            if stale is not None and output.path not in stale:
                continue
            if isinstance(output, Scaled) or (isinstance(output, Copy) and output.size):
                if output.key not in self._shared:
                    self._shared.add(output.key)
                    self.add(blocks(output.size), 1)
                continue
            size += blocks(self._bytes(output, page))
            files += 1
        if not files and stale is not None:
            return 0, 0
        return size + blocks(listed * LISTED) + len(folders) * BLOCK, files + 1 + len(folders)

    def add(self, size: int, files: int) -> None:
        """So much more."""
        self.size += size
        self.files += files

    def _bytes(self, output: Output, page: Callable[[Page], int]) -> int:
        if isinstance(output, Page):
            return page(output)
        if isinstance(output, Data):
            return len(output.data)
        if isinstance(output, Joined):
            return sum(map(len, output.parts))
        if isinstance(output, Copy):
            try:
                return Path(self.root, output.source).stat().st_size
            except OSError:  # whoever copies it will say so
                return 0
        return GUESS


def blocks(size: int) -> int:
    """Bytes as a disk counts them: no file takes less than a block."""
    return max(1, -(-size // BLOCK)) * BLOCK
