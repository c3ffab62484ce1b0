"""What is published already, beside what is planned: what is stale, what would vanish, what is taken away."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sitegen.digest import digest_bytes
from sitegen.model.output import SitePlan
from sitegen.model.project import Project
from sitegen.notices import is_held
from sitegen.options import Options
from sitegen.plan.aliases import PREFIX
from sitegen.plan.planning import lost
from sitegen.problems import Place, Problem, listed, problem
from sitegen.removals import Taken, guard, taken
from sitegen.values import Frozen, replace
from sitegen.write import state as memory
from sitegen.write.files import read_regular
from sitegen.write.manifest import MANIFEST
from sitegen.write.manifest import load as load_manifest
from sitegen.write.trees import domains_present

Changes = dict[tuple[str, str], frozenset[str]]
"""The stale paths by pairs of outlines: the one that is published, the one that is planned."""
Pairs = dict[tuple[str, str], bool]
"""Whether both outlines of a pair have the same paths."""


class Live(Frozen):
    """What is published for a site: the digest of its manifest ("" for nothing) and its paths; `outline` is that of
    the memory, if it speaks of this very tree."""

    digest: str
    paths: Collection[str]
    outline: str
    site_key: str

    @property
    def known(self) -> str:
        """The digest of a manifest that the last build wrote; "" if it is another."""
        return self.digest if self.outline else ""


def live_of(dest: Path, site: SitePlan, previous: memory.State) -> Live:
    """What lies in the output folder for a site, with what `previous` remembers of it."""
    try:
        data = read_regular(str(dest / site.site.domain / MANIFEST))
    except OSError:
        return Live("", (), "", "")
    found = digest_bytes(data)
    known = previous.sites.get(site.site.id)
    if known is not None and known.manifest == found and known.outline in previous.outlines:
        return Live(found, previous.outlines[known.outline], known.outline, known.site_key)
    manifest = load_manifest(data)
    return Live(found, manifest.files if manifest else (), "", "")


def stale_paths(site: SitePlan, live: Live, previous: memory.State, changes: Changes) -> frozenset[str] | None:
    """The paths whose key differs from that of the published tree; None (all) if nothing is known of it.

    Asked once for each pair of outlines, so the work is articles + sites, not articles x sites.
    """
    if not live.outline or live.site_key != site.key:
        return None
    pair = (live.outline, site.outline.key)
    if pair not in changes:
        old = previous.outlines[live.outline]
        changes[pair] = frozenset(path for path, key in site.outline.keys.items() if old.get(path) != key)
    return changes[pair]


def same_paths(site: SitePlan, live: Live, previous: memory.State, pairs: Pairs) -> bool:
    """Whether the published tree has just the paths that are planned; asked once for each pair of outlines."""
    pair = (live.outline, site.outline.key)
    if pair not in pairs:
        pairs[pair] = previous.outlines.get(live.outline, {}).keys() == site.outline.keys.keys()
    return pairs[pair]


def vanished(plans: Iterable[SitePlan], live: dict[str, Live], project: Project) -> Iterator[Problem]:
    """Permalinks that are published and that the plan would let vanish."""
    known: dict[tuple[str, str], list[str]] = {}
    today = project.today.isoformat()
    for site in plans:
        if site.site.alias_of:
            continue  # there every path leads on
        old = live[site.site.id]
        pair = (old.outline, site.outline.key)
        if pair not in known or not old.outline:
            known[pair] = lost(old.paths, site.outline.keys)
        held = tuple(path for path in known[pair] if is_held(project, site.site.id, path))
        if held:
            yield problem("url-held", Place("content"), sites=(site.site.id,), paths=listed(held))
        for path in known[pair]:
            if path not in held:
                yield problem("url-lost", Place("content"), sites=(site.site.id,), path=path, today=today)


def folders_left(options: Options, plans: Iterable[SitePlan]) -> list[str]:
    """The domains in the output folder that no planned site has."""
    known = {site.site.domain for site in plans}
    return [domain for domain in domains_present(str(options.dest)) if domain not in known]


def told_left(options: Options, gone: Iterable[str]) -> list[Problem]:
    """Folders of sites that sites.yaml no longer has: kept, and said."""
    if options.prune:
        return []
    return [problem("site-folder-left", Place(f"{options.dest.name}/{domain}"), domain=domain) for domain in gone]


def taken_away(
    options: Options, plans: Iterable[SitePlan], live: dict[str, Live], previous: memory.State, pruned: Collection[str]
) -> Iterator[Problem]:
    """The Problem of a build that takes away more than an edit would, or more than was allowed; `pruned` are the
    folders of sites that it removes."""
    known: dict[tuple[str, str], Taken] = {}
    found: list[Taken] = []
    for site in plans:
        old = live[site.site.id]
        if site.site.alias_of or not old.digest:
            continue
        pair = (old.outline, site.outline.key)
        if old.outline == site.outline.key:
            known[pair] = Taken("", (), 0)
        elif pair not in known or not old.outline:
            keys = previous.outlines.get(old.outline, {})
            known[pair] = taken(site.site.id, old.paths, keys, site.outline)
        found.append(replace(known[pair], site=site.site.id))
    folders = []
    for domain in pruned:
        data = b""  # what cannot be read is nobody's: `prune` refuses it
        with suppress(OSError):
            data = read_regular(str(options.dest / domain / MANIFEST))
        manifest = load_manifest(data)
        folders.append(taken(domain, manifest.files if manifest and not domain.startswith(PREFIX) else (), {}, None))
    yield from guard(found, folders, options.max_removed)
