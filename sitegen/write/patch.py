"""The next version of a site that has the files of the live one, of which few differ or none, where nobody has changed
anything since a build left its trees: nothing is looked at but what differs."""

import os
from collections.abc import Set as AbstractSet
from contextlib import suppress

from sitegen.digest import digest_bytes
from sitegen.write.files import OURS, create, read_regular
from sitegen.write.folders import Folders, Listing, carry, scan
from sitegen.write.left import MOST, Left, stamp
from sitegen.write.manifest import MANIFEST, SIGNATURE, SIGNED, UNSEALED, Sorted, line
from sitegen.write.next import Act, Next, Outcome


def patch(
    dest: str,
    domain: str,
    site: str,
    known: str,
    left: Left | None,
    top: AbstractSet[str],
    files: int,
    stale: int,
) -> "Patch | None":
    """The next version of a tree whose manifest, of digest `known`, lists so many `files`, of which `top` lie at the
    top; it may be told no more than `stale` of them. None if anything else may lie there, or less, or if that is much.
    """
    live, prev = os.path.join(dest, domain), os.path.join(dest, OURS, "prev", domain)
    if not left or stale > MOST or left.manifest != known or not left.is_live(live):
        return None
    found = _top(live, left)
    if found is None or found.files.keys() - SIGNED != top | {MANIFEST}:
        return None
    if not stale:
        return Patch(live, prev, site, left, found, None, None, files)
    before = _top(prev, left) if left.is_prev(prev) else None
    if before is None or MANIFEST not in before.files:
        return None
    if before.files.keys() - SIGNED - {MANIFEST} - top - set(left.apart):
        return None
    try:
        data = read_regular(f"{live}/{MANIFEST}")
        lines = Sorted(data)
    except (OSError, ValueError):
        return None
    if digest_bytes(data) != known or len(lines) != files:
        return None
    return Patch(live, prev, site, left, found, before, lines, files)


def _top(tree: str, left: Left) -> Listing | None:
    """What lies at the top of a tree; None for anything but files of ours and the folders that were noted."""
    try:
        found = scan(tree, left.folders)
    except OSError:  # whoever looks closer says so
        return None
    folders = {folder for folder in left.folders if "/" not in folder}
    odd = found is None or found.links or found.special or found.empty or found.folders != folders
    return None if odd else found


class Patch(Next):
    """As `Tree` would make it: see there for what it rests on. It is told the outputs that may differ; of all others
    the live bytes stay."""

    def __init__(
        self,
        live: str,
        prev: str,
        site: str,
        left: Left,
        found: Listing,
        before: Listing | None,
        lines: Sorted | None,
        files: int,
    ) -> None:
        super().__init__(live, site)
        self._next_path, self._left, self._files = prev, left, files
        self._found, self._before, self._lines = found, before or Listing(), lines
        self._next: Folders | None = None
        self._anew: set[str] = set()
        self._bytes = 0

    def finish(self) -> Outcome:
        """As `Next.finish`."""
        signed = SIGNATURE in self._found.files
        digest = self._left.manifest
        left = self._left
        changed = self._next is not None
        try:
            if self._next and self._lines:
                data = self._lines.dump()
                digest = digest_bytes(data)
                linked = self._complete(self._next, data)
                left = self._leave(digest, both=linked and not SIGNED & self._found.files.keys())
        except OSError as error:
            raise self._refusal(error, "") from error
        finally:
            self.abandon()
        written = len(self._anew)
        kept = self._files - written
        return Outcome(
            self._site, changed, written, kept, 0, digest, self._bytes, signed, not signed or changed, (), left
        )

    def abandon(self) -> None:
        """As `Next.abandon`."""
        if self._next is not None:
            self._next.close()

    def _listed(self, path: str) -> str | None:
        return self._lines.get(path) if self._lines else None

    def _keep(self, path: str) -> None:
        """What is not told anew is kept."""

    def _new(self, path: str, digest: str, size: int, act: Act) -> None:
        new = line(path, digest, size)
        if self._listed(path) == new:
            return
        if self._lines is None or path in self._anew:
            raise ValueError(f"not to be told, or twice: {path}")
        self._lines.put(path, new)
        try:
            if self._next is None:
                os.unlink(f"{self._next_path}/{MANIFEST}")
                self._next = Folders(self._next_path, set(self._left.folders), self._set_mode)
            self._place(self._next, path, act)
        except OSError as error:
            raise self._refusal(error, path) from error
        self._anew.add(path)
        self._bytes += size

    def _place(self, tree: Folders, path: str, act: Act) -> None:
        """Has `act` make a file where one may stand: never into its inode, which may be the live one."""
        folder, _, name = path.rpartition("/")
        with suppress(FileNotFoundError):
            tree.unlink(path)
        act(name, tree.at(folder))

    def _leave(self, manifest: str, *, both: bool) -> Left:
        """How both trees lie once this one is live, or this one alone."""
        left, now = self._left, stamp(self._next_path, self._left.folders)
        if both:
            return Left(manifest, now, left.live, left.folders, tuple(sorted(self._anew)))
        return Left(manifest, now, "", left.folders, ())

    def _complete(self, tree: Folders, manifest: bytes) -> bool:
        """All other files become the live ones; the manifest comes last. Says whether they are links."""
        live, before = self._found.files, self._before.files
        apart = {path for path in live.keys() | before.keys() if live.get(path) != before.get(path)}
        apart |= (before.keys() & SIGNED) | set(self._left.apart)
        linked = True
        source = Folders(self._live_path, set(), False)
        try:
            for path in apart - self._anew - {MANIFEST}:
                folder, _, name = path.rpartition("/")
                with suppress(FileNotFoundError):
                    tree.unlink(path)
                if self._listed(path):
                    linked &= carry(name, source.at(folder), tree.at(folder), self._set_mode)
        finally:
            source.close()
        root, prefix = tree.at("")
        create(prefix + UNSEALED, manifest, root, self._set_mode)
        return linked
