"""`sitegen rollback`: the version before becomes live again, by the same exchange that publishes.

It goes by what lies in the output folder alone. When something bad has been published, sites.yaml may be the reason.
"""

import datetime as dt
import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sitegen import noop
from sitegen.days import JAKARTA
from sitegen.plan.aliases import PREFIX
from sitegen.problems import Place, Problem, Refused, problem
from sitegen.read.project import SOURCES
from sitegen.read.schema import nearest
from sitegen.write import publish
from sitegen.write.files import OURS, read_regular, refusal, shown
from sitegen.write.folders import foreign, scan
from sitegen.write.guard import claim
from sitegen.write.lock import locked
from sitegen.write.manifest import MANIFEST, Manifest
from sitegen.write.manifest import read as read_manifest


@dataclass(frozen=True, slots=True)
class Returned:
    """A site that is back at an earlier version: when that was made, when the one until now was, and how many pages
    differ, are there again, and are gone."""

    domain: str
    made: dt.datetime
    before: dt.datetime
    changed: int
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class RolledBack:
    """What came of it: the sites that went back, and why others did not."""

    sites: tuple[Returned, ...]
    problems: tuple[Problem, ...]


def rollback(root: Path, dest: Path, wanted: Iterable[str]) -> RolledBack:
    """Brings the sites back that `wanted` names, by id or folder; without any, all of them.

    An old host stays as it is unless it is named itself: it leads to pages by rules, and the next build sees to it.
    A site that cannot go back does not hold up the others. Raises Refused, with nothing changed, for a name that
    nothing published has, and where the output folder is none of ours.
    """
    if not (dest / OURS).is_dir():
        raise Refused(problem("package-unpublished", Place(shown(str(dest))), site=shown(str(dest))))
    claim(dest, root, [root / name for name in SOURCES])
    done: list[Returned] = []
    problems: list[Problem] = []
    with locked(dest, wait=True):
        publish.recover(str(dest))
        domains = _named(dest, wanted)
        try:
            noop.forget(dest)
        except OSError as error:
            raise refusal(error, str(dest)) from error
        for domain in domains:
            try:
                done.append(_back(dest, domain))
            except Refused as refused:
                problems += refused.problems
    return RolledBack(tuple(done), tuple(problems))


def _named(dest: Path, wanted: Iterable[str]) -> list[str]:
    """The folders that are meant, sorted, each once."""
    domains = publish.domains_present(str(dest))
    manifests = {domain: read_manifest(str(dest / domain)) for domain in domains}
    ids = {found[0].site: domain for domain, found in manifests.items() if found}
    names = {name.casefold(): domain for name, domain in (*ids.items(), *zip(domains, domains, strict=True))}
    asked = [*wanted]
    unknown = [name for name in asked if name.casefold() not in names]
    if unknown:
        raise Refused(
            *(
                problem("rollback-unknown", Place(shown(str(dest))), name=n, near=nearest(n, (*ids,)) or "-")
                for n in unknown
            )
        )
    if not asked:
        return [domain for domain in domains if not domain.startswith(PREFIX)]
    return sorted({names[name.casefold()] for name in asked})


def _back(dest: Path, domain: str) -> Returned:
    live, prev = str(dest / domain), str(dest / OURS / "prev" / domain)
    now, then = read_manifest(live), read_manifest(prev)
    if now is None or then is None:
        raise Refused(problem("rollback-impossible", Place(shown(live)), domain=domain))
    _is_whole(prev, live, then[0], domain)
    try:
        made, before = _made(prev), _made(live)
    except OSError as error:
        raise refusal(error, live) from error
    publish.rollback(str(dest), domain)
    new, old = _pages(then[0]), _pages(now[0])
    changed = sum(path in old and old[path] != digest for path, digest in new.items())
    return Returned(domain, made, before, changed, len(new.keys() - old), len(old.keys() - new))


def _is_whole(prev: str, live: str, manifest: Manifest, domain: str) -> None:
    """Raises Refused unless the previous version holds what was published: its files are also those of the live one
    where they are the same, so whoever altered one there altered it here."""
    wrong = [path for path, entry in manifest.files.items() if _digest(f"{prev}/{path}") != entry.sha256]
    there = scan(prev)
    strange = foreign(there, manifest.files, ()) if there else []
    wrong += [path for path in strange if not os.path.lexists(f"{live}/{path}")]
    if wrong:
        path = min(wrong)
        raise Refused(problem("rollback-altered", Place(shown(f"{prev}/{path}")), path=path, domain=domain))


def _digest(path: str) -> str:
    try:
        return sha256(read_regular(path), usedforsecurity=False).hexdigest()
    except OSError:
        return ""


def _made(tree: str) -> dt.datetime:
    """When a version was made: its manifest is written with it, and belongs to it alone."""
    return dt.datetime.fromtimestamp(int(Path(tree, MANIFEST).stat().st_mtime), JAKARTA)


def _pages(manifest: Manifest) -> dict[str, str]:
    return {path: entry.sha256 for path, entry in manifest.files.items() if path.endswith(".html")}
