"""Planning: every URL of every site known, and every cross-reference checked, before anything is rendered."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property, partial
from operator import attrgetter

from sitegen.digest import digest, digest_bytes
from sitegen.keys import hinted, shape_of, texted
from sitegen.model.document import Slot
from sitegen.model.facility import Directory
from sitegen.model.kinds import BY_ID
from sitegen.model.output import Copy, Outline, Output, Scaled, SitePlan
from sitegen.model.parsed import Parsed
from sitegen.model.project import Project, Theme
from sitegen.model.site import Site
from sitegen.model.views import SiteView
from sitegen.plan.aliases import alias_plans
from sitegen.plan.canonical import canonical
from sitegen.plan.links import LinkCheck
from sitegen.plan.makers import Maker
from sitegen.plan.marks import accent, mark
from sitegen.plan.pictures import Pictures
from sitegen.plan.selection import Selection, selections
from sitegen.plan.shared import Plans, Shared
from sitegen.plan.styles import Styles
from sitegen.plan.worded import Memory
from sitegen.problems import Place, Problem, problem
from sitegen.texts import place_in_text
from sitegen.unicode import folded
from sitegen.urls import is_permalink
from sitegen.values import Frozen, replace

_PATH = attrgetter("path")
_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{1,24}")
_OFFSETS = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}


class Plan(Frozen):
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
    remembered: Mapping[str, Mapping[str, str]] | None = None,
    asked: Callable[[Site], bool] = lambda _: True,
) -> Plan:
    """The outputs of all sites. `templates` gives template digests by theme, `shown` which templates show in a
    page, `chromes` the digest of all that a theme's site partials are made from; they decide with the views what is
    stale. `pictures` are the sizes of what `shown_pictures` names; `plans` is what earlier plans of this process left,
    `remembered` the keys of outputs by path, by the key of an outline that was published without a Problem. What is
    not `asked` for is planned, and looked at, when somebody wants to see it."""
    problems += check(project, parsed)
    memory = Memory(remembered or {})
    made: dict[int, SitePlan] = {}
    shared = (plans or Plans()).begin(project, templates, shown, pictures)
    for kept in shared.values():
        kept.renew(parsed)
    words = digest(project.topics, project.terms)
    directories = {directory.site: directory for directory in project.directories}
    for selection in selections(project):
        theme = selection.theme.name
        if theme not in shared:
            shared[theme] = _shared(selection.theme, parsed, templates[theme], shown[theme], pictures, words)
        planned = _Planned(selection, shared[theme])
        key = memory.key_of(digest(chromes[theme], planned.made_from()), planned.texts_key, planned.seen)
        outline = Outline(key, theme, planned.outputs, memory.known(key, planned.texts), planned.some)
        sites = [(number, site) for number, site in enumerate(project.sites) if selection.mask >> number & 1]
        for number, site in sites:
            view = site_view(site)
            parts = (digest(view), digest(site.facts), chromes[theme])
            site_key = hinted(digest(parts, project.drafts, site.languages), *parts)
            mine = _own(outline, planned, directories.get(site.id), memory)
            made[number] = SitePlan(site, view, mine, project.drafts, site_key)
        if any(made[number].outline.known is None and asked(site) for number, site in sites):
            problems += _clashes(outline.outputs, _names(project, selection.mask))
    if plans is None:  # nobody plans again
        for kept in shared.values():
            kept.keys.clear()
    own = tuple(made[number] for number in sorted(made))
    return Plan((*own, *(old for site in own for old in alias_plans(site))))


def _shared(
    theme: Theme,
    parsed: Mapping[str, Parsed],
    templates: Mapping[str, str],
    shown: Mapping[str, frozenset[str]],
    pictures: Pictures,
    words: str,
) -> Shared:
    files = digest(replace(theme, static=()), tuple(sorted(templates.items())), tuple(sorted(shown.items())))
    return Shared(parsed, templates, Styles(theme, shown), pictures, words, files)


class _Planned:
    """Plans the outputs of a selection when somebody asks for them."""

    def __init__(self, selection: Selection, shared: Shared) -> None:
        self._selection, self._shared = selection, shared

    def made_from(self) -> str:
        """The digest of all that the outputs of a selection are made from, but for the program and the documents that
        it shows: its theme, its files, and what the pages of all selections may show."""
        selection, shared = self._selection, self._shared
        gone = "".join([one.edition.stamp for one in selection.gone])
        placed = (*selection.shown, *selection.gone) if selection.elsewhere else ()
        hub = tuple(canonical(one.edition, selection.elsewhere) for one in placed)
        static = tuple((file.path, file.source, file.digest, file.size, file.owner) for file in selection.static)
        theme = Theme(selection.theme.name, (), (), "", (), ())
        # What is digested above, or once for all selections of a theme; whatever else a selection has is in the rest.
        rest = replace(
            selection, mask=0, theme=theme, shown=(), gone=(), static=(), elsewhere={}, topics=(), terms=()
        )  # fmt: skip
        return digest(shared.words, shared.theme, gone, hub, static, rest)

    @cached_property
    def texts_key(self) -> str:
        """The digest of all texts that outputs show."""
        return digest_bytes("".join([one.edition.stamp for one in self._selection.shown]).encode())

    def seen(self) -> str:
        """The digest of what planning sees of the documents."""
        return self._maker.seen

    def texts(self) -> Mapping[str, str]:
        """What the keys of outputs have of texts, by the paths of those outputs."""
        return self._texts

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return self._maker.texts()  # sites with a directory of their own ask for the same

    def some(self, paths: frozenset[str], keys: Mapping[str, str]) -> tuple[Output, ...] | None:
        """The outputs at these paths, sorted, if they can be made without all others."""
        found = self._maker.some(paths, keys)
        return tuple(sorted(found, key=_PATH)) if found is not None else None

    @cached_property
    def _maker(self) -> Maker:
        return Maker(self._selection, self._shared)

    def outputs(self) -> tuple[Output, ...]:
        """The outputs of all sites of the selection, sorted by path."""
        return tuple(sorted(self._maker.outputs(), key=_PATH))

    def with_own(self, outline: Outline, directory: Directory) -> tuple[Output, ...]:
        """Those of one site, with the pages of its own directory in place of the empty one."""
        pages = {page.path: page for page in self._maker.facilities(directory.facilities, directory.file)}
        return tuple(pages.get(output.path, output) for output in outline.outputs)


def _own(outline: Outline, planned: _Planned, directory: Directory | None, memory: Memory) -> Outline:
    """The outline of one site: that of its selection, unless it has a directory of its own."""
    if directory is None:
        return outline
    key = texted(digest(shape_of(outline.key), directory), planned.texts_key)
    whole = partial(planned.with_own, outline, directory)
    return Outline(key, outline.theme, whole, memory.known(key, planned.texts), planned.some)


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
                place = _place(slot) if slot else place_in_text(text, flaw.line, flaw.column)
                yield Problem(flaw.rule, place, flaw.args)
            if text.slots:
                yield from _misused(text.slots, parsed[text.key], types)
        for slot in text.slots:
            lacking = edition.mask & ~having.get(slot.name, 0) if slot.default is None else 0
            if lacking:
                yield problem("fact-missing", _place(slot), sites=_names(project, lacking), fact=slot.name)
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
        if use.context == "url":
            if types.get(slot.name) != "url":
                yield problem("fact-begins-link", _place(slot), fact=slot.name)
            elif slot.default is not None and not slot.default.startswith(("https://", "http://")):
                yield problem("fact-default-link", _place(slot), fact=slot.name)
        elif use.context == "tel" and slot.default is not None and not _PHONE.fullmatch(slot.default):
            yield problem("fact-default-link", _place(slot), fact=slot.name)


def _place(slot: Slot) -> Place:
    return Place(slot.file, slot.line, slot.column)


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


def lost(old: Iterable[str], planned: Container[str]) -> list[str]:
    """The permalinks among `old` paths that the plan no longer has: readers hold these URLs for years."""
    return sorted(path for path in old if path not in planned and is_permalink(path))


def _names(project: Project, mask: int) -> tuple[str, ...]:
    return tuple(site.id for number, site in enumerate(project.sites) if mask >> number & 1)
