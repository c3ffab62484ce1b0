"""Planning: every URL of every site known, and every cross-reference checked, before anything is rendered."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.digest import digest
from sitegen.keys import hinted
from sitegen.model.document import Slot
from sitegen.model.facility import Directory
from sitegen.model.kinds import BY_ID
from sitegen.model.output import Copy, Outline, Output, Scaled, SitePlan
from sitegen.model.parsed import Parsed
from sitegen.model.project import Project
from sitegen.model.site import Site
from sitegen.model.views import SiteView
from sitegen.plan.aliases import alias_plans
from sitegen.plan.links import LinkCheck
from sitegen.plan.makers import Maker
from sitegen.plan.marks import accent, mark
from sitegen.plan.pictures import Pictures
from sitegen.plan.selection import selections
from sitegen.plan.shared import Plans, Shared
from sitegen.plan.styles import Styles
from sitegen.problems import Place, Problem, problem
from sitegen.texts import place_in_text
from sitegen.unicode import folded
from sitegen.urls import is_permalink

_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{1,24}")
_OFFSETS = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}


@dataclass(frozen=True, slots=True)
class Plan:
    """What the project's sites consist of, in the order of sites.yaml; then the old hosts of all of them."""

    sites: tuple[SitePlan, ...]


def plan(
    project: Project,
    parsed: Mapping[str, Parsed],
    templates: Mapping[str, Mapping[str, str]],
    shown: Mapping[str, Mapping[str, frozenset[str]]],
    chromes: Mapping[str, str],
    pictures: Pictures,
    problems: list[Problem],
    plans: Plans | None = None,
) -> Plan:
    """The outputs of all sites. `templates` gives template digests by theme, `shown` which templates show in a
    page, `chromes` the digest of all that a theme's site partials are made from; they decide with the views what is
    stale. `pictures` are the sizes of what `shown_pictures` names; `plans` is what earlier
    plans of this process left."""
    problems += check(project, parsed)
    made: dict[int, SitePlan] = {}
    shared = (plans or Plans()).begin(project, templates, shown, pictures)
    for kept in shared.values():
        kept.renew(parsed)
    words = digest(project.topics, project.terms)
    directories = {directory.site: directory for directory in project.directories}
    for selection in selections(project):
        theme = selection.theme.name
        if theme not in shared:
            shared[theme] = Shared(parsed, templates[theme], Styles(selection.theme, shown[theme]), pictures, words)
        maker = Maker(selection, shared[theme])
        outputs = tuple(sorted(maker.outputs(), key=lambda output: output.path))
        names = _names(project, selection.mask)
        problems += _clashes(outputs, names)
        key = digest(theme, tuple((output.path, output.key) for output in outputs))
        outline = Outline(key, theme, outputs)
        for number, site in enumerate(project.sites):
            if selection.mask >> number & 1:
                view = site_view(site)
                all_of_it = digest(view, site.facts, chromes[theme], project.drafts, site.languages)
                site_key = hinted(all_of_it, digest(view), digest(site.facts), chromes[theme])
                mine = _own(outline, maker, directories.get(site.id))
                made[number] = SitePlan(site, view, mine, project.drafts, site_key)
    own = tuple(made[number] for number in sorted(made))
    return Plan((*own, *(old for site in own for old in alias_plans(site))))


def _own(outline: Outline, maker: Maker, directory: Directory | None) -> Outline:
    """The outline of one site: that of its selection, with the pages of its own directory in place of the empty one."""
    if directory is None:
        return outline
    pages = {page.path: page for page in maker.facilities(directory.facilities, directory.file)}
    key = digest(outline.key, tuple(page.key for page in pages.values()))
    return Outline(key, outline.theme, tuple(pages.get(output.path, output) for output in outline.outputs))


def site_view(site: Site) -> SiteView:
    """A site as templates see it."""
    region = site.region
    return SiteView(
        id=site.id, host=site.host, base_url=site.base_url, tag=f"tag:{site.id.lower()},2026", name=site.name,
        title=site.title, place=site.place, short_name=region.short_name if site.area is None else site.area.name,
        district=region.name, province=region.province, island_group=region.island_group, zone=region.zone,
        offset=_OFFSETS[region.zone], confirmed=site.identity.confirmed, confirmed_by=site.identity.by,
        confirmed_on=site.identity.on, official_url=site.identity.official_url, single=site.area is not None,
        languages=site.languages, contact=site.contact, accent=accent(site), mark=mark(site),
        security=site.security,
    )  # fmt: skip


def check(project: Project, parsed: Mapping[str, Parsed]) -> Iterator[Problem]:
    """Flaws of texts, links, facts that a site lacks: each once, with the sites for which it holds."""
    links = LinkCheck(project, parsed)
    having: dict[str, int] = {}
    for number, site in enumerate(project.sites):
        for fact in site.facts:
            having[fact.name] = having.get(fact.name, 0) | 1 << number
    types = dict(project.fact_types)
    flawed: set[str] = set()
    headed: set[str] = set()
    for edition in project.editions:
        text = edition.text
        if text.key not in flawed:
            flawed.add(text.key)
            for flaw in parsed[text.key].flaws:
                slot = text.slots[flaw.column] if flaw.line == 0 else None
                place = (
                    Place(slot.file, slot.line, slot.column) if slot else place_in_text(text, flaw.line, flaw.column)
                )
                yield Problem(flaw.rule, place, flaw.args)
            yield from _misused(text.slots, parsed[text.key], types)
        for slot in text.slots:
            lacking = edition.mask & ~having.get(slot.name, 0)
            if lacking and slot.default is None:
                place = Place(slot.file, slot.line, slot.column)
                yield problem("fact-missing", place, sites=_names(project, lacking), fact=slot.name)
        if BY_ID[edition.kind].gathered and parsed[text.key].ids and text.key not in headed:
            headed.add(text.key)
            yield problem("answer-with-ids", place_in_text(text, 1, 1))
        if edition.gone is None:  # a tombstone shows no body, and what lay beside the document is gone with it
            yield from links.problems(edition)
            yield from links.offered(edition)
        yield from links.instead(edition)


def _misused(slots: tuple[Slot, ...], parsed: Parsed, types: Mapping[str, str]) -> Iterator[Problem]:
    """A fact may be a whole link target only if it is a URL: its scheme was checked when it was read. A default has to
    fit the link that it stands in."""
    for use in parsed.slots:
        slot = slots[use.number]
        place = Place(slot.file, slot.line, slot.column)
        if use.context == "url":
            if types.get(slot.name) != "url":
                yield problem("fact-begins-link", place, fact=slot.name)
            elif slot.default is not None and not slot.default.startswith(("https://", "http://")):
                yield problem("fact-default-link", place, fact=slot.name)
        elif use.context == "tel" and slot.default is not None and not _PHONE.fullmatch(slot.default):
            yield problem("fact-default-link", place, fact=slot.name)


def _clashes(outputs: tuple[Output, ...], sites: tuple[str, ...]) -> Iterator[Problem]:
    """Two outputs on one path, also where only case or Unicode form differ (Windows, macOS)."""
    taken: dict[str, Output] = {}
    for output in outputs:
        name = folded(output.path)
        other = taken.setdefault(name, output)
        if other is not output:
            yield problem(
                "path-twice", _origin(output), sites=sites, others=(_origin(other),), path=output.path, other=other.path
            )
        folder = name
        while "/" in folder:
            folder = folder.rpartition("/")[0]
            if folder in taken:
                yield problem(
                    "path-twice", _origin(output), sites=sites, others=(_origin(taken[folder]),),
                    path=output.path, other=taken[folder].path,
                )  # fmt: skip


def _origin(output: Output) -> Place:
    """The source that asks for an output, as near as it is known."""
    return Place(output.source if isinstance(output, Copy | Scaled) else output.origin)


def lost(old: Iterable[str], outputs: tuple[Output, ...]) -> list[str]:
    """The permalinks among `old` paths that the plan no longer has: readers hold these URLs for years."""
    planned = {output.path for output in outputs}
    return sorted(path for path in old if path not in planned and is_permalink(path))


def _names(project: Project, mask: int) -> tuple[str, ...]:
    return tuple(site.id for number, site in enumerate(project.sites) if mask >> number & 1)
