"""The build as a table of contents: read, parse, plan, render and write, publish, report."""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial, reduce
from itertools import product
from operator import or_
from time import perf_counter

from sitegen import gallery, ops_index
from sitegen.live import Changes, Pairs, folders_left, live_of, same_paths, stale_paths, taken_away, told_left, vanished
from sitegen.model.document import Text
from sitegen.model.kinds import BY_ID
from sitegen.model.output import SitePlan
from sitegen.model.parsed import Packed, Parsed
from sitegen.model.project import Project
from sitegen.model.site import Site
from sitegen.noop import Inputs, Signature
from sitegen.notices import mended, notices
from sitegen.options import Options
from sitegen.plan import claims, figures
from sitegen.plan.planning import Plan, plan
from sitegen.plan.shared import Plans
from sitegen.problems import Place, Problem, Refused, Severity, merged, problem
from sitegen.read.asked import unknown_groups, unknown_sites
from sitegen.read.project import SOURCES, read_project
from sitegen.read.readings import Readings
from sitegen.report import Report, Row
from sitegen.room import Room
from sitegen.stock import stock
from sitegen.values import Frozen, replace
from sitegen.versions import maker
from sitegen.work import TOO_COSTLY, Done, Job, Workshop, chrome_digest, make_all, parse, parse_all, picture_key
from sitegen.write import left
from sitegen.write import state as memory
from sitegen.write.files import clear_folder, refusal, write_atomically
from sitegen.write.folders import parents
from sitegen.write.guard import claim, enough_space
from sitegen.write.lock import locked
from sitegen.write.rows import RowStore
from sitegen.write.texts import TextStore, unpacked
from sitegen.write.trees import Outcome, prune, publish, recover

Progress = Callable[[str, int, int], None]
CACHE = ".sitegen/cache"
FEW = 4000
"""Files that are made in about half a second."""


@dataclass(frozen=True)
class Warm:
    """What a process that builds again and again keeps from one build to the next. It saves time and decides nothing:
    what is found in it was made from the very same values."""

    readings: Readings = field(default_factory=lambda: Readings(keep=True))
    plans: Plans = field(default_factory=Plans)
    parsed: dict[str, Parsed] = field(default_factory=dict)

    def keep(self, parsed: Mapping[str, Parsed]) -> None:
        """What all Texts were parsed to, in place of what they were before."""
        self.parsed.clear()
        self.parsed.update((key, found) for key, found in parsed.items() if found is not TOO_COSTLY)


class Prepared(Frozen):
    """A project read, parsed and planned: all that is known before a byte is made. `parsed` is every Text, of which so
    many were `new`."""

    project: Project
    plan: Plan
    workshop: Workshop
    parsed: Mapping[str, Parsed]
    new: int
    previous: memory.State


def check(options: Options, progress: Progress) -> Report:
    """Reads, parses, plans and prepares all pages, and says what is wrong; writes only caches."""
    started = perf_counter()
    problems: list[Problem] = []
    try:
        prepared = prepare(options, problems, progress, remember=True)
        if not _blocked(problems, options):
            try:
                stock(prepared.workshop, prepared.plan.sites, [Job(p, None, ()) for p in prepared.plan.sites], progress)
            finally:
                prepared.workshop.shelves.let_go()
    except Refused as refused:
        return _failed([*problems, *refused.problems], options, started)
    previous = prepared.previous
    live = {p.site.id: live_of(options.dest, p, previous) for p in prepared.plan.sites}
    if not _blocked(problems, options):  # a document with a mistake is not lost
        problems += vanished(prepared.plan.sites, live, prepared.project)
    if not _blocked(problems, options):
        problems += taken_away(options, prepared.plan.sites, live, previous, ())
    return Report(merged(problems), (), _blocked(problems, options), perf_counter() - started, prepared.new, 0, "")


class Built(Frozen):
    """A build: its report, and from what it was made, if it came that far."""

    report: Report
    prepared: Prepared | None


def build(options: Options, progress: Progress, warm: Warm | None = None, inputs: Inputs | None = None) -> Report:
    """Builds the sites asked for and publishes them, or publishes nothing at all and says why. `warm` is what earlier
    builds of this process left, `inputs` how they look if that was asked for just now.

    Raises nothing that a user can cause: every such trouble is in the report, and what is live stays as it was.
    """
    return built(options, progress, warm, inputs).report


def built(options: Options, progress: Progress, warm: Warm | None = None, inputs: Inputs | None = None) -> Built:
    """`build`, with what it was made from: for those who ask on."""
    started = perf_counter()
    problems: list[Problem] = []
    try:
        if options.drafts and os.path.abspath(options.dest) == os.path.abspath(options.root / "dist"):
            raise Refused(problem("drafts-in-output", Place("--drafts")))
        claim(options.dest, options.root, [options.root / name for name in SOURCES])
        with locked(options.dest, options.wait):
            recover(str(options.dest))
            signature = Signature.begin(options, inputs)
            prepared = prepare(options, problems, progress, warm, remember=True)
            report = _build(options, prepared, problems, progress, started)
            signature.finish(report, prepared.project.next_change, partial(_folders, prepared.plan))
            return Built(report, prepared)
    except Refused as refused:
        return Built(_failed([*problems, *refused.problems], options, started), None)


def prepare(
    options: Options,
    problems: list[Problem],
    progress: Progress,
    warm: Warm | None = None,
    *,
    remember: bool = False,
) -> Prepared:
    """Reads, parses and plans; nothing is written but the caches of what was read and parsed, if asked to `remember`
    that. Raises Refused if there is no going on."""
    progress("read", 0, 0)
    rows = RowStore(str(options.root / CACHE), maker(), write=remember)
    readings = (warm.readings if warm else Readings(anew=options.full)).beside(rows)
    project = read_project(options.root, options.today, options.drafts, problems, readings)
    if not project.sites:  # what warnings say of content depends on who shows it
        problems[:] = [found for found in problems if found.severity == Severity.ERROR]
    problems += unknown_sites(options.sites, [site.id for site in project.sites], problems)
    problems += unknown_groups(options.groups, sorted({group for site in project.sites for group in site.groups}))
    texts = TextStore(str(options.root / CACHE), maker(), parse, write=remember)
    workshop = Workshop(
        str(options.root), str(options.dest), project.themes, texts, options.drafts, options.full, readings
    )
    for templates in workshop.templates.values():
        problems += templates.problems
    parsed, new = _known(project, texts, readings, warm.parsed if warm else {})
    readings.save()  # before there is more in memory
    parsing = parse_all(new, options.jobs, again=warm is not None)
    previous = memory.load(options.dest)  # while workers are at it, as is what comes next
    _make_ready(project, new, workshop)
    parsed |= _parse(new, parsing, texts, readings, progress)
    if warm:
        warm.keep(parsed)
    texts.save(parsed.keys())
    for text in new:
        text.let_go()
    readings.save()
    digests = {name: templates.digests for name, templates in workshop.templates.items()}
    shown = {name: templates.shown for name, templates in workshop.templates.items()}
    chromes = {name: chrome_digest(templates, maker()) for name, templates in workshop.templates.items()}
    pictures = gallery.sizes(project, parsed, workshop, options.jobs, problems, progress)
    progress("plan", 0, 0)
    planned = plan(
        *(project, parsed, digests, shown, chromes, pictures, problems, warm.plans if warm else None),
        {} if options.full else previous.outlines,
        lambda site: options.asks_for(site.id, site.groups),
    )
    problems += figures.check(project, parsed)
    problems += claims.check(project, parsed)
    project = replace(project, next_change=figures.next_change(project, parsed))
    return Prepared(project, planned, workshop, parsed, len(new), previous)


def _folders(plan: Plan) -> dict[str, set[str]]:
    """The folders of each tree, by its domain; sites that share an outline share them."""
    known = {site.outline.key: site.outline for site in plan.sites}
    folders = {key: parents(outline.keys) for key, outline in known.items()}
    return {site.site.domain: folders[site.outline.key] for site in plan.sites}


def _known(
    project: Project, texts: TextStore, readings: Readings, before: Mapping[str, Parsed]
) -> tuple[dict[str, Parsed], list[Text]]:
    """Every distinct Text that is parsed already, as this process has it from `before` or an earlier one left it; and
    those that are not."""
    known: dict[str, Parsed] = {}
    new: dict[str, Text] = {}
    for edition in project.editions:
        text = edition.text
        if text.key in known or text.key in new:
            continue
        if found := before.get(text.key):
            known[text.key] = found
        elif found := readings.recalled(text.key, Parsed):
            known[text.key] = texts.of(text, found)
        else:
            new[text.key] = text
    return known, [*new.values()]


def _make_ready(project: Project, new: list[Text], workshop: Workshop) -> None:
    """Compiles the templates of pages that show what is new: they will be rendered."""
    keys = {text.key for text in new}
    shown = [edition for edition in project.editions if edition.text.key in keys]
    sites = reduce(or_, (edition.mask for edition in shown), 0)
    themes = {site.theme for number, site in enumerate(project.sites) if sites >> number & 1}
    known = [templates for theme, templates in workshop.templates.items() if theme in themes]
    for templates, name in product(known, {BY_ID[edition.kind].template for edition in shown}):
        templates.ready(name)


def _parse(
    new: list[Text], parsing: Iterable[Packed | None], texts: TextStore, readings: Readings, progress: Progress
) -> dict[str, Parsed]:
    """Texts parsed now."""
    parsed: dict[str, Parsed] = {}
    for text, packed in zip(new, parsing, strict=True):
        if packed is None:
            parsed[text.key] = TOO_COSTLY
        else:
            found = unpacked(packed)
            readings.note(text.key, found)
            texts.add(text.key, packed.shown)
            parsed[text.key] = texts.of(text, found)
        progress("parse", len(parsed), len(new))
    return parsed


def _build(options: Options, prepared: Prepared, problems: list[Problem], progress: Progress, started: float) -> Report:
    plans = [p for p in prepared.plan.sites if asked(p, options)]
    previous = prepared.previous
    live = {p.site.id: live_of(options.dest, p, previous) for p in plans}
    gone = folders_left(options, prepared.plan.sites)
    if not _blocked(problems, options):  # a document with a mistake is not lost
        problems += vanished(plans, live, prepared.project) if options.seen else ()
        problems += told_left(options, gone)
    if options.seen and not _blocked(problems, options):
        problems += taken_away(options, plans, live, previous, gone if options.prune else ())
    if _blocked(problems, options):
        return _failed(problems, options, started)
    changes: Changes = {}
    pairs: Pairs = {}
    stale = {p.site.id: stale_paths(p, live[p.site.id], previous, changes) for p in plans}
    lay = left.load(options.dest)
    jobs = [
        Job(
            plan=p,
            stale=None if options.full else stale[p.site.id],
            keep=p.site.keep,
            known=live[p.site.id].known,
            left=lay.get(p.site.id),
            same=same_paths(p, live[p.site.id], previous, pairs),
        )
        for p in plans
    ]
    done: list[Done] = []
    prepared.workshop.pool.clear()
    try:
        room = stock(prepared.workshop, prepared.plan.sites, jobs, progress)
        enough_space(options.dest, room.size, room.files)
        prepared.workshop.warm(jobs)
        for number, one in enumerate(make_all(prepared.workshop, jobs, _processes(options, jobs, room)), 1):
            done.append(one)
            progress("write", number, len(jobs))
    finally:
        prepared.workshop.shelves.let_go()
        with suppress(Refused):  # the next build asks again, and means it
            prepared.workshop.pool.clear()
    prepared.workshop.pictures.tidy(picture_key(p) for p in prepared.plan.sites)
    problems += [found for one in done for found in one.problems]
    if any(not found.rule.startswith("output-") for one in done for found in one.problems):
        return _failed(problems, options, started)  # a mistake of ours or of a theme: no site goes ahead of the others
    good = {one.site: one.outcome for one in done if one.outcome}
    domains = {p.site.id: p.site.domain for p in plans}
    progress("publish", 0, 0)
    publish(str(options.dest), [domains[site] for site, outcome in good.items() if outcome.changed])
    _remember(options, prepared, previous, plans, good)
    lies = lay | {p.site.id: None for p in plans} | {site: outcome.left for site, outcome in good.items()}
    left.save(options.dest, lay, {p.site.id: lies.get(p.site.id) for p in prepared.plan.sites})
    if options.prune:
        prune(str(options.dest), gone)
    rows = tuple(
        Row(
            site,
            domains[site],
            o.changed,
            o.written,
            o.kept,
            o.removed,
            o.bytes_written,
            not o.unsigned,
            o.signed and o.unsigned,
        )
        for site, o in good.items()
    )
    report = Report(
        merged(problems),
        rows,
        _blocked(problems, options),
        perf_counter() - started,
        prepared.new,
        sum(one.fallbacks for one in done),
        str(options.dest),
        notices=(
            *notices(prepared.project, {p.site.id: stale[p.site.id] for p in plans if p.site.id in good}),
            *mended({domains[site]: o.mended for site, o in good.items()}),
        ),
    )
    names = sorted((p.site.domain, _title(p.site), p.site.region.province) for p in prepared.plan.sites)
    page = options.dest / ".sitegen" / "index.html"
    try:
        clear_folder(str(page))
        write_atomically(page, ops_index.page(names, report.problems).encode())
    except (OSError, Refused) as error:  # the sites are published: that stands in the report all the same
        refused = error if isinstance(error, Refused) else refusal(error, str(page))
        return replace(report, problems=merged([*problems, *refused.problems]), failed=True)
    return report


def _processes(options: Options, jobs: list[Job], room: Room) -> int:
    """How many processes make the sites: one where few files are written or linked, since others take longer to start
    than that."""
    linked = sum(len(job.plan.outline.keys) for job in jobs if _all_linked(job))
    return 1 if room.files + linked < FEW and any(job.left for job in jobs) else options.jobs


def _all_linked(job: Job) -> bool:
    """Whether all files of a site may have to be linked: if something differs from the live ones, and nothing says how
    the version before was left, as after a first build."""
    return not job.left or (job.stale != frozenset() and not job.left.prev)


def asked(site: SitePlan, options: Options) -> bool:
    """Whether the command asked for this site; an old host goes with the site that it was."""
    return options.asks_for(site.site.alias_of or site.site.id, site.site.groups)


def _remember(
    options: Options, prepared: Prepared, previous: memory.State, plans: list[SitePlan], good: dict[str, Outcome]
) -> None:
    """Writes down from what each site was made; sites that this run did not touch keep their line."""
    present = {site.site.id for site in prepared.plan.sites}
    sites = {name: state for name, state in previous.sites.items() if name in present}
    outlines = dict(previous.outlines)
    for site in plans:
        outcome = good.get(site.site.id)
        if outcome is None:
            sites.pop(site.site.id, None)
            continue
        sites[site.site.id] = memory.SiteState(outcome.manifest_digest, site.key, site.outline.key)
        if site.outline.key not in outlines:
            outlines[site.outline.key] = site.outline.keys
    memory.save(options.dest, memory.State(sites, outlines))


def _title(site: Site) -> str:
    """What the list for ops calls a tree."""
    return f"{site.name} → {site.base_url}" if site.alias_of else site.name


def _blocked(problems: list[Problem], options: Options) -> bool:
    """Whether any Problem stops the build: errors do, and with --strict warnings too."""
    stopping = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    return any(found.severity in stopping for found in problems)


def _failed(problems: list[Problem], options: Options, started: float) -> Report:
    return Report(merged(problems), (), True, perf_counter() - started, 0, 0, str(options.dest))
