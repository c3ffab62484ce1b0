"""The sites and groups that a command names: found whatever the case of their letters, or a Problem that guesses."""

from collections.abc import Iterable, Sequence

from sitegen.model.site import Site
from sitegen.problems import Place, Problem, Refused, Severity, merged, problem
from sitegen.read.schema import nearest
from sitegen.read.sites import SITES_FILE


def unknown_sites(
    names: Iterable[str], ids: Sequence[str], problems: Sequence[Problem], option: str = "--site"
) -> list[Problem]:
    """A Problem for each name that is the id of no site. None where `problems` has an error in sites.yaml: a site with
    a mistake in its row is left out, so that the mistake is what has to be told."""
    if broken(problems):
        return []
    known = {ident.casefold() for ident in ids}
    return [
        problem("option-site-unknown", Place(option), name=name, near=nearest(name, tuple(ids)))
        for name in names
        if name.casefold() not in known
    ]


def unknown_groups(names: Iterable[str], groups: Sequence[str], option: str = "--group") -> list[Problem]:
    """A Problem for each name that is the id of no group."""
    return [
        problem("option-group-unknown", Place(option), name=name, near=nearest(name, tuple(groups)) or "-")
        for name in names
        if name not in groups
    ]


def sites_named(
    names: Sequence[str], sites: Sequence[Site], problems: Sequence[Problem], option: str = "--site"
) -> tuple[Site, ...]:
    """The sites of these names. Raises Refused for one that there is not, with what is wrong in sites.yaml if that may
    be why; mistakes in the rows of others do not matter."""
    by_name = {site.id.casefold(): site for site in sites}
    if any(name.casefold() not in by_name for name in names):
        raise Refused(*(merged(broken(problems)) or unknown_sites(names, [site.id for site in sites], (), option)))
    return tuple(by_name[name.casefold()] for name in names)


def broken(problems: Iterable[Problem]) -> list[Problem]:
    """The errors among these that are in sites.yaml."""
    return [found for found in problems if found.place.file == SITES_FILE and found.severity == Severity.ERROR]
