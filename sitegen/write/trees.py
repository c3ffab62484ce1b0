"""One site's tree: what is live, and the next version, built beside it from hard links and new files.

The next version is brought up in the folder of the previous one. Nothing there is touched before the first real
difference, and its manifest goes first: a tree without a manifest is unfinished and is thrown away by whoever
finds it. `finish` leaves the new manifest under another name; only `publish` seals it, after the disk was synced.
So a tree with a manifest is whole and on disk, also after a power cut, and may be trusted by its names alone.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from sitegen.digest import digest_bytes
from sitegen.problems import Place, Problem, Refused, problem
from sitegen.unicode import folded
from sitegen.write.files import FOLDER_MODE, OURS, create, read_regular, refusal, shown, umask_alters
from sitegen.write.folders import Folders, Listing, Where, carry, foreign, kept, parents, remove_tree, scan
from sitegen.write.manifest import MANIFEST, SIGNATURE, SIGNED, UNSEALED, Entry, Manifest, dump, read, safe_path
from sitegen.write.pool import Pool
from sitegen.write.publish import domains_present, prune, publish, recover, rollback

__all__ = ["Outcome", "Tree", "domains_present", "prune", "publish", "recover", "rollback"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one site's build came to. Only a changed site needs publishing. `signed`: what was live carries a signature;
    `unsigned`: the next version does not."""

    site: str
    changed: bool
    written: int
    kept: int
    removed: int
    manifest_digest: str
    bytes_written: int
    signed: bool = False
    unsigned: bool = True


class Tree:
    """The next version of one site, told file by file in any order, each path once.

    `live` is the manifest of what is published, without files that someone has deleted; `live_digest` is the digest
    of that manifest's bytes ("" if there is none). With `full`, the bytes of each live file are checked as well and
    altered ones left out, and the previous version is not reused.
    After a Refused the tree is of no more use; what is live is untouched.
    """

    def __init__(self, dest: str, domain: str, site: str, keep: tuple[str, ...], *, full: bool = False) -> None:
        if not safe_path(domain) or "/" in domain or domain.startswith("."):
            raise ValueError(f"not the name of a site's folder: {domain!r}")
        self.live: Manifest | None = None
        self.live_digest = ""
        self._domain, self._site, self._keep, self._full = domain, site, keep, full
        self._live_path = os.path.join(dest, domain)
        self._next_path = os.path.join(dest, OURS, "prev", domain)
        self._set_mode = umask_alters()
        self._plan: dict[str, Entry] = {}
        self._unchanged: list[str] = []
        self._written = self._bytes = 0
        self._next: Folders | None = None
        self._there: dict[str, str] = {}  # what still stands of the previous version: path -> sha256, or ""
        self._closed = False

        self._found = self._look()
        recorded = read(self._live_path)
        self._recorded: dict[str, Entry] = recorded[0].files if recorded else {}
        self._had = self._recorded
        if recorded:
            if full or not self._recorded.keys() <= self._found.files.keys():
                self._had = {p: e for p, e in self._recorded.items() if self._stands(p, e)}
            self.live = Manifest(recorded[0].site, recorded[0].domain, self._had)
            self.live_digest = recorded[1]

    def foreign(self) -> tuple[str, ...]:
        """What lies in the live folder and is neither ours nor under `keep`; a site that has any is not published.

        Without a readable manifest nothing is known to be ours: then only the names at the top are given.
        """
        strange = foreign(self._found, self._recorded, parents(self._recorded), self._keep)
        if self.live is None:
            return tuple(sorted({path.partition("/")[0] for path in strange}))
        return tuple(strange)

    def refusals(self) -> tuple[Problem, ...]:
        """The Problems for what `foreign` finds; just one if the whole folder is unknown."""
        strange = self.foreign()
        if strange and self.live is None:
            return (self._problem("output-manifest-lost", strange[0]),)
        return tuple(self._problem("output-foreign-file", path) for path in strange)

    def keep_file(self, path: str) -> None:
        """The output is unchanged: the bytes that are live stay. KeyError if the path is not in `live`."""
        self._once(path)
        self._plan[path] = self._had[path]
        self._unchanged.append(path)

    def write(self, path: str, data: bytes) -> None:
        """An output with these bytes. If they are what is live, it counts as kept and its inode stays."""
        self._put(path, data, sha256(data, usedforsecurity=False).hexdigest())

    def copy(self, path: str, source: str, sha256_known: str = "") -> None:
        """An output with the bytes of a file, which is read once and only if needed.

        With `sha256_known` (what was hashed before), other bytes are refused: links may carry that hash already.
        """
        old = self._had.get(path)
        if old is not None and old.sha256 == sha256_known:
            self.keep_file(path)
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
        self._new(path, Entry(key, size), lambda name, to: pool.put(key, data, name, to, self._set_mode))

    def finish(self) -> Outcome:
        """Completes the tree. If nothing differs from what is live, the disk was not touched."""
        if self._closed:
            raise ValueError("this tree is finished or abandoned")
        data = dump(Manifest(self._site, self._domain, self._plan))
        digest = digest_bytes(data)
        changed = self._next is not None or digest != self.live_digest
        try:
            if changed:
                self._complete(self._next or self._prepare(), data, same=digest == self.live_digest)
        except OSError as error:
            raise self._refusal(error, "") from error
        finally:
            self.abandon()
        removed = len(self._recorded.keys() - self._plan.keys())
        signed = SIGNATURE in self._found.files
        return Outcome(
            self._site, changed, self._written, len(self._unchanged), removed, digest, self._bytes,
            signed, not signed or digest != self.live_digest,
        )  # fmt: skip

    def abandon(self) -> None:
        """Lets go of the tree; what was begun stays without a manifest and is dealt with by the next build."""
        self._closed = True
        if self._next is not None:
            self._next.close()

    def _look(self) -> Listing:
        path = self._live_path
        try:
            return scan(path) or Listing()
        except NotADirectoryError:
            rule = "output-symlink" if os.path.islink(path) else "output-not-folder"
            raise Refused(problem(rule, Place(shown(path)), path=shown(path))) from None
        except OSError as error:
            raise refusal(error, path, (self._site,)) from error

    def _stands(self, path: str, entry: Entry) -> bool:
        """Whether a listed file is really there; with `full`, whether it has the listed bytes."""
        if path not in self._found.files:
            return False
        if not self._full:
            return True
        try:
            data = read_regular(f"{self._live_path}/{path}")
        except OSError:
            return False
        return sha256(data, usedforsecurity=False).hexdigest() == entry.sha256

    def _once(self, path: str) -> None:
        if path in self._plan:
            raise ValueError(f"planned twice: {path}")

    def _put(self, path: str, data: bytes, digest: str) -> None:
        entry = Entry(digest, len(data))
        self._new(path, entry, lambda name, to: create(to[1] + name, data, to[0], self._set_mode))

    def _new(self, path: str, entry: Entry, act: Callable[[str, Where], None]) -> None:
        """An output that `act` makes, unless its bytes are what is live."""
        self._once(path)
        old = self._had.get(path)
        if old is not None and old.sha256 == entry.sha256:
            self._plan[path] = old
            self._unchanged.append(path)
            return
        if path not in self._recorded and not safe_path(path):
            raise Refused(self._problem("output-path-unsafe", path))
        try:
            tree = self._next or self._prepare()
            # Never into an inode that stands there: it may be the live one. Nor is an older file of the same
            # bytes reused: a file that changes must not get an older time than what readers have cached.
            if path in self._there:
                del self._there[path]
                tree.unlink(path)
            self._in_place(tree, path, act)
        except OSError as error:
            raise self._refusal(error, path) from error
        self._plan[path] = entry
        self._written += 1
        self._bytes += entry.size

    def _in_place(self, tree: Folders, path: str, act: Callable[[str, Where], None]) -> None:
        """Does something that makes `path`; if the old tree has something in the way, that goes first."""
        folder, _, name = path.rpartition("/")
        try:
            act(name, tree.make(folder))
        except FileExistsError:
            self._make_way(tree, path)
            act(name, tree.make(folder))

    def _make_way(self, tree: Folders, path: str) -> None:
        """Removes old files for which `path` has no room: a folder for a file, a file for a folder, or, on a disk
        that ignores case, the same name in other letters."""
        for other in [other for other in self._there if _collide(other, path)]:
            del self._there[other]
            tree.unlink(other)
        for folder in sorted((f for f in tree.known if _collide(f, path)), reverse=True):
            if not path.startswith(f"{folder}/"):
                with suppress(OSError):  # not empty: then the plan contradicts itself, and the next try says so
                    tree.remove(folder)

    def _prepare(self) -> Folders:
        """The first difference: the folder of the previous version becomes that of the next."""
        if self._closed:
            raise ValueError("this tree is finished or abandoned")
        path = self._next_path
        found = None
        with suppress(NotADirectoryError):
            found = scan(path)
        previous = read(path) if found and not self._full else None
        if previous and found:
            os.unlink(os.path.join(path, MANIFEST))
            self._next = tree = Folders(path, found.folders, self._set_mode)
            files, live = previous[0].files, self._found.files
            # Only the live file itself will do: one that was altered in place and has been replaced in the live
            # tree since is still here, under a manifest that says otherwise.
            self._there = {
                p: files[p].sha256 if inode == live.get(p) else "" for p, inode in found.files.items() if p in files
            }
            # The rest is what was kept for the web officer then; it is taken anew from what is live now.
            found.files.pop(MANIFEST, None)
            for stray in (found.files.keys() - self._there.keys()) | found.links | found.special:
                tree.unlink(stray)
        else:
            remove_tree(path)
            os.makedirs(os.path.dirname(path), FOLDER_MODE, exist_ok=True)
            os.mkdir(path, FOLDER_MODE)
            if self._set_mode:
                os.chmod(path, FOLDER_MODE)
            self._next = tree = Folders(path, set(), self._set_mode)
        return tree

    def _complete(self, tree: Folders, manifest: bytes, *, same: bool) -> None:
        """Everything that was not written on the way: strays out, unchanged and kept files in, the manifest last.

        A signature speaks of one manifest: it comes along where that is the `same`, and stays behind otherwise.
        """
        plan, there = self._plan, self._there
        carried = self._carried()
        for path in there.keys() - plan.keys():
            del there[path]
            tree.unlink(path)
        needed = parents(plan) | parents(carried)
        for folder in sorted(tree.known - needed, reverse=True):
            tree.remove(folder)

        live = Folders(self._live_path, set(), False)
        try:
            for path in self._unchanged:
                old = there.pop(path, None)
                if old == plan[path].sha256:
                    continue
                if old is not None:
                    tree.unlink(path)
                self._carry(tree, live, path)
            for path in carried:
                if path in self._found.empty:
                    tree.make(path)
                else:
                    self._carry(tree, live, path)
            for path in sorted(SIGNED & self._found.files.keys()) if same else ():
                self._carry(tree, live, path)
        finally:
            live.close()
        root, prefix = tree.make("")
        create(prefix + UNSEALED, manifest, root, self._set_mode)

    def _carry(self, tree: Folders, live: Folders, path: str) -> None:
        source = live.at(path.rpartition("/")[0])
        self._in_place(tree, path, lambda name, target: carry(name, source, target, self._set_mode))

    def _carried(self) -> list[str]:
        """The web officer's own files: taken over as they are. Ours that `keep` names now become theirs."""
        found = self._found
        candidates = (found.files.keys() | found.links | found.empty) - {MANIFEST, *SIGNED}
        theirs = sorted(path for path in candidates if kept(path, self._keep))
        clash = [p for p in theirs if p in self._plan and p not in self._recorded]
        if clash:
            raise Refused(*(self._problem("output-keep-conflict", path) for path in clash))
        return [path for path in theirs if path not in self._plan]

    def _problem(self, rule: str, path: str) -> Problem:
        place = Place(shown(os.path.join(self._live_path, path)))
        return problem(rule, place, sites=(self._site,), path=path, domain=self._domain, site=self._site)

    def _refusal(self, error: OSError, path: str) -> Refused:
        self.abandon()
        return refusal(error, os.path.join(self._live_path, path), (self._site,))


def _collide(other: str, path: str) -> bool:
    """Whether two different paths cannot both exist, or could not on a disk that ignores case."""
    for theirs, mine in zip(other.split("/"), path.split("/"), strict=False):
        if theirs != mine:
            return folded(theirs) == folded(mine)
    return True
