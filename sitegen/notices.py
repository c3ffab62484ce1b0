"""What a build says after its table: urgent corrections and withdrawals, with their pages; and what only waits."""

from collections.abc import Mapping, Set

from sitegen.model.kinds import BY_ID
from sitegen.model.project import Project
from sitegen.report import Notice


def notices(project: Project, stale: Mapping[str, Set[str] | None]) -> tuple[Notice, ...]:
    """A notice for each page that is an urgent correction or a tombstone of a withdrawn document.

    `stale` has the sites that were built, with the paths that were made anew (None: all). An urgent correction is
    listed for as long as the document says `correction: urgent`; a withdrawal only by a build that makes its page anew.
    """
    sites: dict[tuple[str, str], list[str]] = {}
    made: dict[tuple[str, str], int] = {}
    for edition in project.editions:
        urgent = edition.meta.correction == "urgent" and edition.gone is None
        if not urgent and (edition.gone is None or edition.gone.expired):
            continue
        for number, site in enumerate(project.sites):
            if edition.mask >> number & 1 and site.id in stale:
                folder = "" if edition.lang == site.languages[0] else f"{edition.lang}/"
                kind = BY_ID[edition.kind]
                # What stands with others on one page is corrected there.
                path = folder + (kind.list if kind.gathered and urgent else kind.path(edition.slug))
                key = ("urgent" if urgent else "withdrawn", path)
                anew = stale[site.id]
                sites.setdefault(key, []).append(site.id)
                made[key] = made.get(key, 0) + (anew is None or path in anew)
    return tuple(
        Notice(*key, tuple(sorted(names)), made[key])
        for key, names in sorted(sites.items())
        if key[0] == "urgent" or made[key]
    )


def mended(found: Mapping[str, tuple[str, ...]]) -> tuple[Notice, ...]:
    """A notice for each site, by its folder, whose live files were not what was published, with the first of them."""
    return tuple(
        Notice("mended", f"{domain}/{paths[0]}", (domain,), len(paths)) for domain, paths in found.items() if paths
    )


def is_held(project: Project, site: str, path: str) -> bool:
    """Whether a path would be there if its document did not wait for this site's office."""
    number = next(number for number, one in enumerate(project.sites) if one.id == site)
    pages = [offer.page for offer in project.offers if offer.waiting >> number & 1]
    return any(f"/{path}".endswith(f"/{page}") or f"/{page.removesuffix('.html')}/" in f"/{path}" for page in pages)
