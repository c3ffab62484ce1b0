"""Building small trees and looking at what lies on disk."""

import os
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from sitegen.problems import Refused
from sitegen.write import left, manifest, publish
from sitegen.write.patch import Patch, patch
from sitegen.write.trees import Outcome, Tree

DOMAIN = "dinkesMerauke.id"
SITE = "merauke"


def build(
    dest: Path,
    plan: Mapping[str, bytes],
    *,
    keep: tuple[str, ...] = (),
    publishing: bool = True,
    trust: bool = True,
    full: bool = False,
    domain: str = DOMAIN,
    small: bool = True,
) -> Outcome:
    """One build of one site. With `trust`, outputs that are live already are kept without showing their bytes; with
    `small` too, nothing else is looked at where that is possible."""
    lay = left.load(dest)
    said = {path: manifest.line(path, sha256(data).hexdigest(), len(data)) for path, data in plan.items()}
    patched = begun(dest, said, lay.get(domain), domain) if trust and small and not full else None
    if patched:
        patch, stale = patched
        for path in stale:
            patch.write(path, plan[path])
        outcome = patch.finish()
    else:
        tree = Tree(str(dest), domain, SITE, keep, full=full, left=lay.get(domain))
        assert tree.foreign() == ()
        for path, data in plan.items():
            if trust and tree.live and tree.live.get(path) == said[path]:
                tree.keep([path])
            else:
                tree.write(path, data)
        outcome = tree.finish()
    if publishing:
        if outcome.changed:
            publish.publish(str(dest), [domain])
        left.save(dest, lay, {**lay, domain: outcome.left})
    return outcome


def begun(
    dest: Path, said: Mapping[str, str], noted: left.Left | None, domain: str = DOMAIN
) -> tuple[Patch, list[str]] | None:
    """A patch of what is live, and the paths that it has to be told; None if there can be none."""
    lines = manifest.read_lines(str(dest / domain), "")
    if lines is None or lines[0].keys() != said.keys():
        return None
    stale = [path for path in said if lines[0][path] != said[path]]
    top = {path for path in said if "/" not in path}
    found = patch(str(dest), domain, SITE, lines[1], noted, top, len(said), len(stale))
    return (found, stale) if found else None


def clean(folder: Path, plan: Mapping[str, bytes]) -> dict[str, bytes | str]:
    """What a build from nothing gives."""
    build(folder, plan)
    return snapshot(folder / DOMAIN)


def snapshot(folder: Path) -> dict[str, bytes | str]:
    """Everything below a folder: bytes of files, where links lead, "folder" for folders."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        else:
            found[name] = "folder" if path.is_dir() else path.read_bytes()
    return found


def is_whole(folder: Path) -> bool:
    """Whether a tree holds exactly what its manifest lists."""
    recorded = manifest.read(str(folder))
    if recorded is None:
        return False
    found = {name: data for name, data in snapshot(folder).items() if isinstance(data, bytes)}
    del found[manifest.MANIFEST]
    return {name: (sha256(data).hexdigest(), len(data)) for name, data in found.items()} == {
        name: (entry.sha256, entry.size) for name, entry in recorded[0].files.items()
    }


def refused(rules: Sequence[str], act: Callable[[], object]) -> Refused:
    """The Refused that `act` raises, with these rules; its texts must be complete in both languages."""
    with pytest.raises(Refused) as caught:
        act()
    assert [problem.rule for problem in caught.value.problems] == list(rules)
    for problem in caught.value.problems:
        for lang in ("id", "en"):
            assert problem.message(lang)
            assert problem.hint(lang)
    return caught.value


def without_exchange(one: str, other: str) -> bool:
    """Stands in for `publish.exchange` on a system that has none."""
    return False


def wrong_umask() -> int:
    """A umask that would hide everything from a web server; gives the one to restore."""
    return os.umask(0o077)
