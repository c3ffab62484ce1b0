"""Reading a project whole: text in, checked values out. Every mistake is collected; none stops the reading."""

import datetime as dt
from functools import partial
from pathlib import Path

from sitegen.model.kinds import BY_ID
from sitegen.model.project import Project, StaticFile, Theme, Topic
from sitegen.model.scalars import Slug
from sitegen.problems import Place, Problem, problem
from sitegen.read.acceptance import read_acceptances
from sitegen.read.audience import Audience, audience
from sitegen.read.bases import Bases
from sitegen.read.claims import CLAIMS_FILE, read_claims
from sitegen.read.compose import Composer
from sitegen.read.documents import SourceFile, Sources, read_content
from sitegen.read.downloads import check_download
from sitegen.read.editions import Calendar, Editions
from sitegen.read.facilities import facility_turns, read_directories
from sitegen.read.facts import fact_types
from sitegen.read.glossary import GLOSSARY_FILE, read_glossary
from sitegen.read.governance import contact_turns, old_contacts
from sitegen.read.identity import security_turns
from sitegen.read.language import check_language
from sitegen.read.officials import Officials
from sitegen.read.policy import Holds, policy_in_overrides
from sitegen.read.readings import Readings
from sitegen.read.related import check_related
from sitegen.read.schema import convert
from sitegen.read.sites import SITES_FILE, SitesFile, read_sites
from sitegen.read.source import Mapping, parse_yaml, read_text
from sitegen.read.staleness import Staleness
from sitegen.read.theme import ThemeReader, read_static
from sitegen.read.translations import check_strings, check_translations
from sitegen.values import Frozen, replace

TOPICS_FILE = "content/topics.yaml"
MAX_TOPICS = 128 * 1024
_DOWNLOADS = f"{BY_ID['download'].folder}/"
SOURCES = ("sites.yaml", "content", "themes")


class TopicText(Frozen):
    """An entry of content/topics.yaml."""

    title: str
    summary: str = ""


def find_project(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that holds a sites.yaml."""
    return next((folder for folder in (start, *start.parents) if (folder / "sites.yaml").is_file()), None)


def read_project(
    root: Path, today: dt.date, drafts: bool, problems: list[Problem], readings: Readings | None = None
) -> Project:
    """The project in `root` as of `today`, everything checked that can be checked without rendering. `readings` is
    what this process read of it before."""
    readings = readings or Readings()
    sites_file, sources = read_sources(root, problems, today, readings)
    sites = sites_file.sites
    everyone = (1 << len(sites)) - 1
    listeners = audience(sites, sites_file.groups)
    topics = read_topics(root, problems, readings)
    claims = read_claims(root, problems)
    problems += claims.use(sources.documents)
    terms = read_glossary(root, (lang for site in sites for lang in site.languages), claims, problems)
    problems += claims.check(today)
    check_translations(sources.documents, sites, problems, readings)
    types = fact_types(sites_file.fact_types)
    acceptances = read_acceptances(root, sites, sources.documents, today, problems)
    holds = Holds(listeners, sites, acceptances, sources.documents, drafts)
    problems += policy_in_overrides(sources.documents)
    composer = Composer(listeners, types, problems)
    titles = sites_file.titles
    slugs = tuple(topic.slug for topic in topics)
    of_stacks = (listeners, titles, slugs, types, today, drafts, claims.all)
    readings.under("editions", of_stacks)
    readings.under("documents", (of_stacks, tuple((site.groups, site.area, site.languages) for site in sites)))
    editions = Editions(
        sites,
        listeners,
        titles,
        slugs,
        composer,
        Calendar(today, drafts),
        Staleness(sites, listeners, titles, Bases(root, problems, readings), problems, readings),
        problems,
        holds,
        claims,
        readings,
    )
    made = editions.make(sources)
    problems += holds.tasks()
    problems += check_related(sources.documents, made)
    themes = _themes(root, sites_file, everyone, problems, readings)
    officials = Officials(root, sites_file, listeners, editions.sounding, readings)
    problems += officials.found(sources, made, topics, terms, themes)
    problems += old_contacts(sites, sites_file.places, today)
    directories = read_directories(root, sites, today, problems)
    others = (SITES_FILE, TOPICS_FILE, GLOSSARY_FILE, CLAIMS_FILE, *(directory.file for directory in directories))
    problems += check_language(root, sources.documents, others)
    turns = (
        editions.next_change,
        *contact_turns(sites, today),
        *facility_turns(directories, today),
        *security_turns(sites, today),
        *claims.turns(today),
    )
    check_strings(sites, themes, sites_file.places, problems)
    for document in sources.documents:
        document.let_go()
    return Project(
        sites=sites,
        editions=made,
        topics=topics,
        themes=themes,
        static=tuple(_static(root, sources, sites_file, listeners, problems)),
        today=today,
        drafts=drafts,
        next_change=min((turn for turn in turns if turn), default=None),
        fact_types=tuple(sorted(types.items())),
        hub=sites_file.hub,
        offers=holds.offers(),
        directories=directories,
        terms=terms,
        claims=claims.all,
        later=tuple(sorted(editions.later.items())),
    )


def read_sources(
    root: Path, problems: list[Problem], today: dt.date = dt.date.max, readings: Readings | None = None
) -> tuple[SitesFile, Sources]:
    """sites.yaml and the files of content/, layer by layer: enough for commands that change content."""
    sites_file = read_sites(root, problems, today, readings)
    languages = frozenset(lang for site in sites_file.sites for lang in site.languages)
    groups = tuple(group.id for group in sites_file.groups)
    ids = tuple(site.id for site in sites_file.sites)
    found: list[Problem] = []
    sources = read_content(root, groups, ids, languages, found, readings)
    # A folder is not unknown because the row of its site, or all of the file, has a mistake: that is told already.
    named = {f"content/sites/{name}" for name in sites_file.places}
    problems += (one for one in found if one.rule != "layer-unknown" or (named and one.place.file not in named))
    return sites_file, sources


def read_topics(root: Path, problems: list[Problem], readings: Readings | None = None) -> tuple[Topic, ...]:
    """content/topics.yaml: slug -> title and summary, in the order of the file."""
    if not (root / TOPICS_FILE).exists():
        return ()
    text = read_text(root, TOPICS_FILE, problems, MAX_TOPICS)
    return (readings or Readings()).told("topics", TOPICS_FILE, text, partial(_topics, text), problems)


def _topics(text: str | None, problems: list[Problem]) -> tuple[Topic, ...]:
    node = parse_yaml(text, TOPICS_FILE, problems) if text is not None else None
    if not isinstance(node, Mapping):
        if node is not None:
            problems.append(problem("value-not-keys", node.place, key=TOPICS_FILE))
        return ()
    topics = []
    for key, value in node.entries:
        slug = convert(key, Slug, problems, path="topics")
        found = convert(value, TopicText, problems, path=key.text)
        if slug and found:
            topics.append(Topic(slug, found.title, found.summary))
    return tuple(topics)


def _themes(
    root: Path, sites_file: SitesFile, everyone: int, problems: list[Problem], readings: Readings
) -> tuple[Theme, ...]:
    names: dict[str, Place] = {}
    for site in sites_file.sites:
        names.setdefault(site.theme, sites_file.places[site.id])
    reader = ThemeReader(root, everyone, problems, readings)
    read = (reader.theme(name, place) for name, place in sorted(names.items()))
    return tuple(theme for theme in read if theme)


def _static(
    root: Path, sources: Sources, sites_file: SitesFile, listeners: Audience, problems: list[Problem]
) -> list[StaticFile]:
    """Files beside documents and in static/ folders; where two layers have the same path, the nearer one is taken."""
    chosen: dict[str, list[tuple[int, SourceFile]]] = {}
    for file in sources.files:
        names = {"shared": "", "group": f"group:{file.layer.id}", "site": f"site:{file.layer.id}"}[file.layer.kind]
        place = Place(file.file)
        mask = listeners.mask(names, place, problems) if names else listeners.everyone
        chosen.setdefault(file.path, []).append((mask, file))
    read: list[StaticFile] = []
    for path, offers in sorted(chosen.items()):
        taken = 0
        for mask, file in reversed(offers):
            if mask & ~taken:
                look = check_download if file.owner.startswith(_DOWNLOADS) else None
                found = read_static(root, path, file.file, mask & ~taken, problems, look)
                read.append(replace(found, owner=file.owner))
            taken |= mask
    return read
