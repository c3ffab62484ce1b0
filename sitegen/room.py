"""How much room on the disk the next trees will take: counted before any of them is begun."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.model.output import Copy, Data, Joined, Output, Scaled

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

    def of_outline(self, paths: Collection[str], made: Collection[Output], pages: Collection[int]) -> tuple[int, int]:
        """What each site with these paths writes by itself if these outputs are made, and pages of so many bytes.
        What it shares with others is added to this room at once."""
        size, files = sum(map(blocks, pages)), len(pages)
        for output in made:
            if isinstance(output, Scaled) or (isinstance(output, Copy) and output.size):
                if output.key not in self._shared:
                    self._shared.add(output.key)
                    self.add(blocks(output.size), 1)
                continue
            size += blocks(self._bytes(output))
            files += 1
        if not files and len(made) < len(paths):
            return 0, 0
        folders = {path.rpartition("/")[0] for path in paths}
        return size + blocks(len(paths) * LISTED) + len(folders) * BLOCK, files + 1 + len(folders)

    def add(self, size: int, files: int) -> None:
        """So much more."""
        self.size += size
        self.files += files

    def _bytes(self, output: Output) -> int:
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
