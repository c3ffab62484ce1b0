"""How a build left the two trees of a site, so that the next one need not list folders in which nothing has changed.

Adding, removing or replacing a file changes the time of its folder. So where manifest and folders are those that were
noted, the tree holds what its manifest says, and both trees differ in the files that were noted as differing. Where
there is no version before, or much differs from it, the note is of the live tree alone. The top of a tree is always
listed: publishing itself changes its time. The note may be lost at any time.
"""

import json
import os
import stat
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress

from sitegen.digest import digest_bytes
from sitegen.problems import Refused
from sitegen.values import Frozen, fields
from sitegen.write.files import OURS, clear_folder, read_regular, write_atomically
from sitegen.write.folders import Listing
from sitegen.write.manifest import MANIFEST, SIGNED, safe

MOST = 100
"""Trees that differ in more files than this are not noted together: that would cost more than it saves."""

_HEAD = "sitegen-left 1"


class Left(Frozen):
    """Two whole trees with the same `folders`, or the live one alone. `manifest` is the digest of the live one's
    manifest; `apart` are all paths at which they do not have the very same file; `live` and `prev` are what `stamp`
    said of them, "" for a version before of which nothing is known."""

    manifest: str
    live: str
    prev: str
    folders: tuple[str, ...]
    apart: tuple[str, ...]

    def is_live(self, tree: str) -> bool:
        """Whether the folders of the live tree are as they were left."""
        return self.live == stamp(tree, self.folders)

    def is_prev(self, tree: str) -> bool:
        """Whether those of the version before are."""
        return self.prev != "" and self.prev == stamp(tree, self.folders)

    def standing(self, prev: str, inner: Iterable[str]) -> dict[str, bool]:
        """What stands below the top of the previous version, and whether it is the very file that is live; `inner` is
        what the live one has there. `prev` must have the stamp that was noted."""
        there = dict.fromkeys(inner, True)
        for path in self.apart:
            there.pop(path, None)
            if "/" in path and os.path.lexists(f"{prev}/{path}"):
                there[path] = False
        return there


_FIELDS = tuple(field.name for field in fields(Left))


def stamp(tree: str, folders: Iterable[str]) -> str:
    """The digest of times and inodes of a tree's folders, without its top; "" if one is missing or is no folder."""
    said = []
    try:
        for folder in ("", *folders):
            found = os.lstat(f"{tree}/{folder}" if folder else tree)
            if not stat.S_ISDIR(found.st_mode):
                return ""
            if folder:
                said.append(f"{folder}\0{found.st_ino}\0{found.st_mtime_ns}\n")
    except OSError:
        return ""
    return digest_bytes("".join(said).encode())


def leave(
    tree: str,
    manifest: str,
    folders: Collection[str],
    apart: Collection[str],
    found: Listing,
    listed: Mapping[str, object],
    before: str,
) -> Left:
    """The note of a complete `tree` that is to go live with this manifest, and of the one that is live: that was
    `found` to have what is `listed`, and `before` is its stamp. Of the new one alone if the live one has other folders
    or anything else, or if much differs."""
    ordered = tuple(sorted(folders))
    now = stamp(tree, ordered)
    signed = SIGNED & found.files.keys()
    if before and len(apart) <= MOST and found.folders == folders and not signed and _whole(found, listed):
        return Left(manifest, now, before, ordered, tuple(sorted(apart)))
    return Left(manifest, now, "", ordered, ())


def leave_alone(manifest: str, found: Listing, listed: Mapping[str, object], before: str) -> Left | None:
    """The note of a live tree that stays and was `found` to have what is `listed`; None if it has anything else."""
    if not (before and _whole(found, listed)):
        return None
    return Left(manifest, before, "", tuple(sorted(found.folders)), ())


def _whole(found: Listing, listed: Mapping[str, object]) -> bool:
    """Whether a tree has what is listed, its manifest and signature, and nothing else."""
    odd = found.links or found.special or found.empty
    return not odd and found.files.keys() - SIGNED == listed.keys() | {MANIFEST}


def load(dest: str | os.PathLike[str]) -> dict[str, Left]:
    """What was noted, by site; nothing if it is missing, damaged or of another format."""
    try:
        head, _, payload = read_regular(_path(dest)).partition(b"\n")
        if head != _head(payload):
            return {}
        return {site: _left(*row) for site, row in json.loads(payload).items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def save(dest: str | os.PathLike[str], before: Mapping[str, Left], sites: Mapping[str, Left | None]) -> None:
    """Notes how trees were left, if that can be done and is not what was noted `before`."""
    lefts = {site: left for site, left in sites.items() if left}
    if lefts == before:
        return
    value = {site: [getattr(left, name) for name in _FIELDS] for site, left in lefts.items()}
    payload = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    with suppress(OSError, Refused):
        clear_folder(_path(dest))
        write_atomically(_path(dest), _head(payload) + b"\n" + payload)


def _left(manifest: object, live: object, prev: object, folders: list[str], apart: list[str]) -> Left:
    if not (isinstance(manifest, str) and isinstance(live, str) and isinstance(prev, str)):
        raise TypeError("not a text")
    if not (live and safe(folders) and safe(apart)) or (apart and not prev):
        raise ValueError("not what was noted")
    return Left(manifest, live, prev, tuple(folders), tuple(apart))


def _path(dest: str | os.PathLike[str]) -> str:
    return os.path.join(dest, OURS, "left.json")


def _head(payload: bytes) -> bytes:
    return f"{_HEAD} {digest_bytes(payload)} {len(payload)}".encode()
