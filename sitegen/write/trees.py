"""One site's tree: what is live, and the next version, built beside it from hard links and new files.

The next version is brought up in the folder of the previous one. Nothing there is touched before the first real
difference, and its manifest goes first: a tree without a manifest is unfinished and is thrown away by whoever
finds it. `finish` leaves the new manifest under another name; only `publish` seals it, after the disk was synced.
So a tree with a manifest is whole and on disk, also after a power cut, and may be trusted by its names alone.
"""

import os
from collections.abc import Collection
from contextlib import suppress
from hashlib import sha256

from sitegen.digest import digest_bytes
from sitegen.problems import Place, Problem, Refused, problem
from sitegen.write.files import FOLDER_MODE, OURS, create, read_regular, refusal, shown
from sitegen.write.folders import Folders, Listing, Where, carry, collide, foreign, kept, parents, remove_tree, scan
from sitegen.write.left import Left, leave, leave_alone, stamp
from sitegen.write.manifest import (
    MANIFEST,
    SIGNATURE,
    SIGNED,
    UNSEALED,
    Lines,
    dump_lines,
    line,
    read_lines,
    safe_path,
    split,
)
from sitegen.write.next import Act, Next, Outcome
from sitegen.write.publish import domains_present, prune, publish, recover, rollback

__all__ = ["Outcome", "Tree", "domains_present", "prune", "publish", "recover", "rollback"]


class Tree(Next):
    """The next version of one site, told file by file in any order, each path once.

    `live` is what is published, by the lines of its manifest without files that someone has deleted; None if there is
    no manifest. `live_digest` is the digest of that manifest's bytes ("" if there is none); one that is `known` is that
    of a manifest which was written here. Folders in which nothing has changed since they were `left` are not listed.
    With `full`, they are, the bytes of each live file are checked as well and altered ones left out, and the previous
    version is not reused.
    """

    def __init__(
        self,
        dest: str,
        domain: str,
        site: str,
        keep: tuple[str, ...],
        *,
        full: bool = False,
        known: str = "",
        left: Left | None = None,
    ) -> None:
        if not safe_path(domain) or "/" in domain or domain.startswith("."):
            raise ValueError(f"not the name of a site's folder: {domain!r}")
        super().__init__(os.path.join(dest, domain), site)
        self._domain, self._theirs, self._full = domain, keep, full
        self._next_path = os.path.join(dest, OURS, "prev", domain)
        self._plan: Lines = {}
        self._unchanged: list[str] = []
        self._anew: list[str] = []
        self._bytes = 0
        self._linked = True
        self._next: Folders | None = None
        self._there: dict[str, bool] = {}  # what still stands of the previous version: is it the very file that is live
        self._closed = False

        recorded = read_lines(self._live_path, known)
        self._recorded, self.live_digest = recorded or ({}, "")
        # A note of the live tree alone does not tell which of its files stand in the one before.
        fits = left and left.prev and not full and left.manifest == self.live_digest
        self._left = left if left and fits and left.is_live(self._live_path) else None
        self._inner = [path for path in self._recorded if "/" in path] if self._left else []
        self._found = self._look()
        self._stamp = self._left.live if self._left else stamp(self._live_path, sorted(self._found.folders))
        self._had = self._recorded
        if full or not self._recorded.keys() <= self._found.files.keys():
            self._had = {path: one for path, one in self._recorded.items() if self._stands(path, one)}
        self.live: Lines | None = self._had if recorded else None

    def foreign(self) -> tuple[str, ...]:
        """What lies in the live folder and is neither ours nor under `keep`; a site that has any is not published.

        Without a readable manifest nothing is known to be ours: then only the names at the top are given.
        """
        strange = foreign(self._found, self._recorded, self._theirs)
        if self.live is None:
            return tuple(sorted({path.partition("/")[0] for path in strange}))
        return tuple(strange)

    def refusals(self) -> tuple[Problem, ...]:
        """The Problems for what `foreign` finds; just one if the whole folder is unknown."""
        strange = self.foreign()
        if strange and self.live is None:
            return (self._problem("output-manifest-lost", strange[0]),)
        return tuple(self._problem("output-foreign-file", path) for path in strange)

    def keep(self, paths: Collection[str]) -> None:
        """These outputs are unchanged: the bytes that are live stay. KeyError if one is not in `live`."""
        had, before = self._had, len(self._plan)
        self._plan.update({path: had[path] for path in paths})
        if len(self._plan) != before + len(paths):
            raise ValueError("planned twice")
        self._unchanged += paths

    def finish(self) -> Outcome:
        """As `Next.finish`."""
        if self._closed:
            raise ValueError("this tree is finished or abandoned")
        data = dump_lines(self._site, self._domain, self._plan)
        digest = digest_bytes(data)
        changed = self._next is not None or digest != self.live_digest
        try:
            if changed:
                tree = self._next or self._prepare()
                ours = self._complete(tree, data, same=digest == self.live_digest)
                left = self._leave(tree, digest) if ours else None
            else:
                left = self._left or leave_alone(digest, self._found, self._recorded, self._stamp)
        except OSError as error:
            raise self._refusal(error, "") from error
        finally:
            self.abandon()
        removed = len(self._recorded.keys() - self._plan.keys())
        signed = SIGNATURE in self._found.files
        return Outcome(
            self._site, changed, len(self._anew), len(self._unchanged), removed, digest, self._bytes,
            signed, not signed or digest != self.live_digest,
            tuple(sorted((self._recorded.keys() - self._had.keys()) & self._plan.keys())), left,
        )  # fmt: skip

    def abandon(self) -> None:
        """As `Next.abandon`."""
        self._closed = True
        if self._next is not None:
            self._next.close()

    def _look(self) -> Listing:
        path = self._live_path
        try:
            found = scan(path, self._left.folders if self._left else ()) or Listing()
        except NotADirectoryError:
            rule = "output-symlink" if os.path.islink(path) else "output-not-folder"
            raise Refused(problem(rule, Place(shown(path)), path=shown(path))) from None
        except OSError as error:
            raise refusal(error, path, (self._site,)) from error
        if self._left:
            found.folders.update(self._left.folders)
            found.files.update(dict.fromkeys(self._inner, 0))
        return found

    def _stands(self, path: str, listed: str) -> bool:
        """Whether a listed file is really there; with `full`, whether it has the listed bytes."""
        if path not in self._found.files:
            return False
        if not self._full:
            return True
        try:
            data = read_regular(f"{self._live_path}/{path}")
        except OSError:
            return False
        return line(path, sha256(data, usedforsecurity=False).hexdigest(), len(data)) == listed

    def _listed(self, path: str) -> str | None:
        return self._had.get(path)

    def _keep(self, path: str) -> None:
        self.keep((path,))

    def _new(self, path: str, digest: str, size: int, act: Act) -> None:
        if path in self._plan:
            raise ValueError(f"planned twice: {path}")
        new = line(path, digest, size)
        if self._had.get(path) == new:
            self._plan[path] = new
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
        self._plan[path] = new
        self._anew.append(path)
        self._bytes += size

    def _in_place(self, tree: Folders, path: str, act: Act) -> None:
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
        for other in [other for other in self._there if collide(other, path)]:
            del self._there[other]
            tree.unlink(other)
        for folder in sorted((f for f in tree.known if collide(f, path)), reverse=True):
            if not path.startswith(f"{folder}/"):
                with suppress(OSError):  # not empty: then the plan contradicts itself, and the next try says so
                    tree.remove(folder)

    def _prepare(self) -> Folders:
        """The first difference: the folder of the previous version becomes that of the next."""
        if self._closed:
            raise ValueError("this tree is finished or abandoned")
        path = self._next_path
        found = None
        left = self._left if self._left and self._left.is_prev(path) else None
        with suppress(NotADirectoryError):
            found = scan(path, left.folders if left else ())
        previous = self._previous(found, left) if found and not self._full else None
        if previous is not None and found:
            os.unlink(os.path.join(path, MANIFEST))
            self._next = tree = Folders(path, found.folders, self._set_mode)
            found.files.pop(MANIFEST, None)
            live, recorded = self._found.files, self._recorded
            # Only the live file itself will do: one that was altered in place and has been replaced in the live
            # tree since is still here, under a manifest that says otherwise. And where a disk gives all files the
            # same inode, that manifest tells them apart.
            self._there = {
                path: inode == live.get(path) and recorded.get(path) in previous for path, inode in found.files.items()
            }
            if left:
                tree.known.update(left.folders)
                self._there |= left.standing(path, self._inner)
            for stray in found.links | found.special:
                tree.unlink(stray)
        else:
            remove_tree(path)
            os.makedirs(os.path.dirname(path), FOLDER_MODE, exist_ok=True)
            os.mkdir(path, FOLDER_MODE)
            if self._set_mode:
                os.chmod(path, FOLDER_MODE)
            self._next = tree = Folders(path, set(), self._set_mode)
        return tree

    def _leave(self, tree: Folders, manifest: str) -> Left:
        apart = (*self._anew, *(self._recorded.keys() - self._plan.keys()))
        before = self._stamp if self._linked else ""  # copies: an unchanged file is not the very one that was live
        return leave(self._next_path, manifest, tree.known, apart, self._found, self._recorded, before)

    def _previous(self, found: Listing, left: Left | None) -> frozenset[str] | None:
        """What the manifest of the previous version says, line by line, at least of what is `found`; None if there is
        none: then it was never whole. How it was `left` says as much."""
        if left and MANIFEST in found.files:
            same = (found.files.keys() & self._recorded.keys()).difference(left.apart)
            return frozenset([self._recorded[path] for path in same])
        try:
            return frozenset(split(read_regular(os.path.join(self._next_path, MANIFEST))))
        except (OSError, ValueError):
            return None

    def _complete(self, tree: Folders, manifest: bytes, *, same: bool) -> bool:
        """Everything that was not written on the way: strays out, unchanged and kept files in, the manifest last. Says
        whether all of it is ours: nothing was kept.

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
                stands = there.pop(path, None)
                if stands:
                    continue
                if stands is not None:
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
        return not carried

    def _carry(self, tree: Folders, live: Folders, path: str) -> None:
        source = live.at(path.rpartition("/")[0])

        def act(name: str, target: Where) -> None:
            self._linked &= carry(name, source, target, self._set_mode)

        self._in_place(tree, path, act)

    def _carried(self) -> list[str]:
        """The web officer's own files: taken over as they are. Ours that `keep` names now become theirs."""
        found = self._found
        if not self._theirs:
            return []
        candidates = (found.files.keys() | found.links | found.empty) - {MANIFEST, *SIGNED}
        theirs = sorted(path for path in candidates if kept(path, self._theirs))
        clash = [p for p in theirs if p in self._plan and p not in self._recorded]
        if clash:
            raise Refused(*(self._problem("output-keep-conflict", path) for path in clash))
        return [path for path in theirs if path not in self._plan]

    def _problem(self, rule: str, path: str) -> Problem:
        place = Place(shown(os.path.join(self._live_path, path)))
        return problem(rule, place, sites=(self._site,), path=path, domain=self._domain, site=self._site)
