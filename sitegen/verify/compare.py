"""A tree of files against its manifest: the part that folders and zips share."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Protocol

from sitegen.problems import Problem, listed
from sitegen.verify.suspicious import MOST, hosts, is_text, tell, words
from sitegen.verify.trust import trust
from sitegen.verify.values import MOST_BYTES, MOST_MANIFEST, Asked, Found, Result
from sitegen.write.folders import Listing, kept, parents
from sitegen.write.manifest import MANIFEST, SIGNED, Entry, Manifest, load


class Tree(Protocol):
    """What lies somewhere, and the bytes of it."""

    kind: str
    listing: Listing

    def read(self, path: str, most: int) -> bytes | None:
        """The bytes of a regular file; None if it cannot be read or has more than `most`."""

    def digest(self, path: str, entry: Entry) -> str | None:
        """The SHA-256 of a regular file; None if it cannot be read or is not as long as listed."""


def compare(tree: Tree, asked: Asked, found: Found) -> Result:
    """All that can be said of a tree: who released it, what is altered, missing, too much, hidden or linked."""
    data = tree.read(MANIFEST, MOST_MANIFEST) if MANIFEST in tree.listing.files else None
    manifest = load(data) if data is not None else None
    if data is None or manifest is None:
        found.add("verify-no-manifest", MANIFEST)
        return Result(asked.target, tree.kind, tuple(found.problems), tuple(found.notes))
    digest = sha256(data).hexdigest()
    known = trust(_Reader(tree), manifest, digest, asked, found)
    if fits(manifest, found):
        gone = frozenset(known.statement.withdrawn if known.statement else ())
        altered = differences(tree, manifest, gone, asked.keep, found)
        _texts(tree, manifest, altered, found, proven=bool(known.key))
    found.problems.sort(key=Problem.sort_key)
    return Result(
        asked.target, tree.kind, tuple(found.problems), tuple(found.notes), manifest, digest, known.statement,
        known.key, len(manifest.files),
    )  # fmt: skip


def fits(manifest: Manifest, found: Found) -> bool:
    """Whether a manifest lists so little that it can be gone through; a finding if not."""
    total = sum(entry.size for entry in manifest.files.values())
    if total > MOST_BYTES:
        found.add("verify-too-large", MANIFEST, size=str(total), most=str(MOST_BYTES))
    return total <= MOST_BYTES


class _Reader:
    """Reads of a tree only what it lists as regular files."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def __call__(self, path: str, most: int) -> bytes | None:
        return self._tree.read(path, most) if path in self._tree.listing.files else None


def differences(tree: Tree, manifest: Manifest, gone: frozenset[str], keep: tuple[str, ...], found: Found) -> set[str]:
    """Findings for what is altered, missing, too much, hidden or linked, `gone` being the pages of what was withdrawn.
    Gives the paths of what is there and is not as published."""
    altered = set()
    for path, entry in sorted(manifest.files.items()):
        if path not in tree.listing.files:
            if path not in tree.listing.links and path not in tree.listing.special:
                found.add("verify-tombstone" if path in gone else "verify-missing", path)
        elif tree.digest(path, entry) != entry.sha256:
            found.add("verify-tombstone" if path in gone else "verify-altered", path)
            altered.add(path)
    return altered | _others(tree, manifest, keep, found)


def _texts(tree: Tree, manifest: Manifest, altered: set[str], found: Found, *, proven: bool) -> None:
    """What altered texts say. Where nothing is proven, words are looked for on pages as published too: whoever writes
    the list may write it to fit."""
    known = {manifest.domain.lower()}
    for path, entry in sorted(manifest.files.items()) if altered or not proven else ():
        if not path.endswith(".html") or path in altered:
            continue
        text = (tree.read(path, entry.size) if path in tree.listing.files else None) or b""
        if altered:
            known |= hosts(text)
        if not proven and (said := words(text)):
            found.add("verify-gambling", path, words=listed(said))
    for path in sorted(filter(is_text, altered)):
        tell(path, tree.read(path, MOST) or b"", known, found)


def _others(tree: Tree, manifest: Manifest, keep: tuple[str, ...], found: Found) -> set[str]:
    """What is there and not listed; gives the paths of files among it that nobody is known to own."""
    there = tree.listing
    strange: set[str] = set()
    ours = manifest.files.keys() | SIGNED | {MANIFEST}
    for path in sorted(there.special):
        found.add("verify-linked", path)  # a pipe or device is nobody's to keep
    for path in sorted(there.links):
        if path in ours or not kept(path, keep):
            found.add("verify-linked", path)
    for path in _strange(there, ours, parents(manifest.files), keep):
        hidden = any(part.startswith(".") for part in path.split("/"))
        found.add("verify-hidden" if hidden else "verify-extra", path)
        strange.add(path)
    theirs = [path for path in there.files if path not in ours and kept(path, keep)]
    if theirs:
        found.note("kept", count=len(theirs))
    return strange & there.files.keys()


def _strange(there: Listing, ours: set[str], folders: set[str], keep: tuple[str, ...]) -> Iterator[str]:
    for path in sorted({*there.files, *(f"{empty}/" for empty in there.empty - folders)}):
        if path not in ours and not kept(path, keep):
            yield path
