"""sites.yaml: sites, groups, facts. Values are inherited: defaults, then groups in their order, then the site."""

import datetime as dt
from collections.abc import Mapping as MappingOf
from functools import partial, reduce
from pathlib import Path
from typing import Annotated

from sitegen.digest import digest_bytes
from sitegen.locale import short_tag
from sitegen.model.region import Area, Region
from sitegen.model.scalars import (
    DistrictCode,
    Domain,
    FactName,
    Name,
    Url,
)
from sitegen.model.site import Contact, Identity, Site
from sitegen.problems import Place, Problem, problem
from sitegen.read.facts import FactShape, all_facts, declared_facts, own_facts
from sitegen.read.groups import Entry, Group, GroupShape, Heritage, Inherited, inherited_part, layers_of
from sitegen.read.identity import (
    base_url,
    check_base_url,
    check_hosts,
    check_identity,
    check_words,
    current_security,
    hub_of,
)
from sitegen.read.readings import Readings
from sitegen.read.register import regions
from sitegen.read.scalars import is_device
from sitegen.read.schema import Each, Items, convert, nearest
from sitegen.read.source import LARGEST_YAML, Mapping, Scalar, Sequence, get, parse_yaml, read_text
from sitegen.unicode import folded
from sitegen.values import Frozen, replace

SITES_FILE = "sites.yaml"


class Written(Frozen):
    """Values of sites.yaml as one level gives them: `layer` is "defaults", "group:<id>" or "site:<id>"."""

    layer: str
    node: Mapping


class SitesFile(Frozen):
    """All of sites.yaml: sites, groups, the type of each declared fact, where each site is written (one that
    cannot be built too), the hub's id."""

    sites: tuple[Site, ...]
    groups: tuple[Group, ...]
    fact_types: tuple[tuple[str, str], ...]
    places: MappingOf[str, Place]
    hub: str = ""

    @property
    def titles(self) -> dict[str, str]:
        """The title of each group that has one, by its id."""
        return {group.id: group.title for group in self.groups if group.title}


# -- the shape of the file -------------------------------------------------------------------------------------------


class SiteShape(Inherited, kw_only=True):
    """A row of `sites:`, with what it inherits."""

    domain: Domain
    district: DistrictCode
    id: Name | None = None
    area: Area | None = None
    base_url: Url | None = None
    aliases: tuple[Domain, ...] = ()
    identity: Identity = Identity()


class FileShape(Frozen, kw_only=True):
    """All of sites.yaml as it is written."""

    sites: Annotated[Sequence, Items(SiteShape)]
    defaults: Annotated[Mapping, Items(Inherited)] | None = None
    groups: Annotated[Mapping, Each(Name, GroupShape)] | None = None
    facts: Annotated[Mapping, Each(FactName, FactShape)] | None = None
    hub: str | None = None


# -- reading ---------------------------------------------------------------------------------------------------------


class _Read(Frozen):
    """What came of the text of sites.yaml."""

    file: SitesFile
    problems: tuple[Problem, ...]


class _Rows(Frozen):
    """sites.yaml before anything is inherited; `heading` is where `sites:` stands."""

    file: Mapping
    heading: Place
    types: dict[str, str]
    defaults: Mapping
    entries: list[Entry]
    layers: list[Heritage]

    def of(self, entry: Entry) -> list[Heritage]:
        """The groups that a site inherits from."""
        return [layer for layer in self.layers if entry.id in layer.group.members]

    def levels(self, entry: Entry) -> tuple[Written, ...]:
        """What a site is merged from, furthest first."""
        return (
            Written("defaults", inherited_part(self.defaults)),
            *(Written(f"group:{layer.group.id}", layer.inherited) for layer in self.of(entry)),
            Written(f"site:{entry.id}", entry.node),
        )


def read_sites(
    root: Path, problems: list[Problem], today: dt.date = dt.date.max, readings: Readings | None = None
) -> SitesFile:
    """Sites and groups of `sites.yaml` in the project `root`, inheritance resolved, as of `today`; `readings` is what
    is known from before.

    A site that cannot be built is left out and its Problems name it; a Problem in an inherited value comes once for
    each heir, at the place where the value is written (`problems.merged` joins them).
    """
    text = read_text(root, SITES_FILE, problems, LARGEST_YAML)
    if text is None:
        return SitesFile((), (), (), {})
    key = f"{today} {digest_bytes(text.encode())}"
    made = (readings or Readings()).lasting("sites", SITES_FILE, key, _Read, partial(_sites, text, today))
    problems += made.problems
    return made.file


def levels_of(root: Path, site: str) -> tuple[Written, ...]:
    """What the site with this id is merged from in sites.yaml, furthest first; nothing where it cannot be read."""
    text = read_text(root, SITES_FILE, [], LARGEST_YAML)
    rows = _rows(text, []) if text is not None else None
    return next((rows.levels(entry) for entry in rows.entries if entry.id == site), ()) if rows else ()


def _rows(text: str, problems: list[Problem]) -> _Rows | None:
    node = parse_yaml(text, SITES_FILE, problems)
    if node is None:
        return None
    if isinstance(node, Scalar) and node.empty:
        problems.append(problem("sites-empty", node.place))
        return None
    file = convert(node, Mapping, problems, path=SITES_FILE)
    shape = convert(file, FileShape, problems) if file else None
    if file is None or shape is None:
        return None
    heading = next(key.place for key, _value in file.entries if key.text == "sites")
    if not shape.sites.items:
        problems.append(problem("sites-empty", heading))
    types = declared_facts(shape.facts, problems)
    defaults = shape.defaults or Mapping((), file.place)
    convert(defaults, Inherited, problems)
    entries = _entries(shape.sites, problems)
    _check_unique(entries, problems)
    check_hosts([(entry.domain, entry.node) for entry in entries], problems)
    return _Rows(file, heading, types, defaults, entries, layers_of(shape.groups, entries, problems))


def _sites(text: str, today: dt.date) -> _Read:
    problems: list[Problem] = []
    rows = _rows(text, problems)
    if rows is None:
        return _Read(SitesFile((), (), (), {}), tuple(problems))
    sites = []
    for entry in rows.entries:
        groups = tuple(layer.group.id for layer in rows.of(entry))
        written = reduce(_merge, (level.node for level in rows.levels(entry)))
        own: list[Problem] = []
        site = _site(entry, written, groups, rows.types, rows.heading, today, own)
        problems.extend(replace(one, sites=(entry.id,) if entry.id else ()) for one in own)
        if site is not None:
            sites.append(site)
    file = SitesFile(
        tuple(sites),
        tuple(layer.group for layer in rows.layers),
        tuple(sorted(rows.types.items())),
        {entry.id: entry.node.place for entry in rows.entries},
        hub_of(rows.file, tuple(entry.id for entry in rows.entries), problems),
    )
    return _Read(file, tuple(problems))


def _entries(sites: Sequence, problems: list[Problem]) -> list[Entry]:
    entries = []
    for item in sites.items:
        node = convert(item, Mapping, problems, path="sites")
        if node is None:
            continue
        domain = _text(node, "domain")
        region = regions().get(_text(node, "district"))
        kind = "kecamatan" if get(node, "area") else region.kind if region else ""
        entries.append(Entry(node, _text(node, "id") or domain.rpartition(".")[0], domain, region, kind))
    return entries


def _text(node: Mapping, key: str) -> str:
    value = get(node, key)
    return value.text.strip() if isinstance(value, Scalar) and not value.empty else ""


def _check_unique(entries: list[Entry], problems: list[Problem]) -> None:
    seen: dict[tuple[str, str], Place] = {}
    districts: dict[str, Place] = {}
    for entry in entries:
        # The id mostly follows from the domain: one cause, one Problem.
        for key, value in (
            ("domain", entry.domain),
            ("id", entry.id),
            ("base_url", _text(entry.node, "base_url") or (entry.domain and base_url(entry.domain))),
        ):
            place = getattr(get(entry.node, key) or get(entry.node, "domain"), "place", entry.node.place)
            first = seen.setdefault((key, folded(value)), place)
            if value and first != place:
                problems.append(problem("name-twice", place, others=(first,), key=key, value=value))
                break
        else:
            _check_district(entry, districts, problems)


def _check_district(entry: Entry, seen: dict[str, Place], problems: list[Problem]) -> None:
    if entry.region is None or not entry.domain:
        return
    area = get(entry.node, "area")
    code, name, place = entry.region.code, entry.region.name, _at(entry.node, "district")
    if isinstance(area, Mapping):
        code, name, place = _text(area, "code"), _text(area, "name"), _at(area, "code")
    first = seen.setdefault(code, place)
    if first != place:
        problems.append(problem("district-twice", place, others=(first,), site=entry.id, code=code, region=name))


def _merge(far: Mapping, near: Mapping) -> Mapping:
    """Both, `near` winning: mappings merge by key, scalars and lists replace."""
    entries = {key.text: (key, value) for key, value in far.entries}
    for key, value in near.entries:
        below = entries[key.text][1] if key.text in entries else None
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            value = _merge(below, value)
        entries[key.text] = (key, value)
    return Mapping(tuple(entries.values()), near.place)


# -- one site --------------------------------------------------------------------------------------------------------


def _site(
    entry: Entry,
    written: Mapping,
    groups: tuple[str, ...],
    types: dict[str, str],
    heading: Place,
    today: dt.date,
    problems: list[Problem],
) -> Site | None:
    shape = convert(written, SiteShape, problems)
    own = own_facts(get(written, "facts"), types, problems)
    if shape is None:
        return None
    before = len(problems)
    _check_names(written, shape, problems)
    _check_region(written, shape, entry.region, problems)
    url = shape.base_url or base_url(shape.domain)
    sound = len(problems) == before
    sound &= check_identity(written, shape.identity, url, today, problems)
    if not sound or entry.region is None:
        return None
    if not shape.identity.confirmed:
        check_words(written, problems)
    _check_contact(written, shape.contact, heading, problems)
    security = current_security(written, shape.security, today, problems)
    site = Site(
        id=entry.id,
        domain=shape.domain,
        host=shape.domain.lower(),
        base_url=url,
        region=entry.region,
        area=shape.area,
        languages=shape.languages,
        contact=shape.contact,
        identity=shape.identity,
        theme=shape.theme,
        facts=(),
        groups=groups,
        tags=shape.tags,
        keep=shape.keep,
        line=entry.node.place.line,
        aliases=tuple(sorted({alias.lower() for alias in shape.aliases})),
        hold=shape.hold,
        security=security,
    )
    return replace(site, facts=all_facts(site, own))


def _at(written: Mapping, key: str) -> Place:
    node = get(written, key)
    return node.place if node else written.place


def _check_names(written: Mapping, shape: SiteShape, problems: list[Problem]) -> None:
    if is_device(shape.domain):
        problems.append(problem("name-reserved", _at(written, "domain"), value=shape.domain))
    if shape.base_url is not None:
        check_base_url(shape.base_url, _at(written, "base_url"), problems)
    if not shape.languages:
        problems.append(problem("languages-empty", _at(written, "languages")))
        return
    for lang in shape.languages:
        if short_tag(lang) != lang:
            place = _at(written, "languages")
            problems.append(problem("language-code", place, lang=lang, short=short_tag(lang)))
    if "id" not in map(short_tag, shape.languages):
        problems.append(
            problem("languages-without-id", _at(written, "languages"), languages=", ".join(shape.languages))
        )


def _check_region(written: Mapping, shape: SiteShape, region: Region | None, problems: list[Problem]) -> None:
    if region is None:
        same_province = tuple(code for code in regions() if code[:2] == shape.district[:2])
        codes = nearest(shape.district, same_province or tuple(regions())).split(", ")
        near = ", ".join(f"{code} {regions()[code].name}" for code in codes)
        problems.append(problem("district-unknown", _at(written, "district"), code=shape.district, near=near))
    elif shape.area and not shape.area.code.startswith(f"{region.code}."):
        problems.append(
            problem(
                "area-outside",
                _at(written, "area"),
                code=shape.area.code,
                region=region.name,
                district=region.code,
            )
        )


def _check_contact(written: Mapping, contact: Contact, heading: Place, problems: list[Problem]) -> None:
    reach = (contact.phone, contact.whatsapp, contact.email, contact.address, contact.hours, contact.website)
    if any(reach) and not (contact.source and contact.verified):
        problems.append(problem("contact-unverified", _at(written, "contact")))
    if not (contact.phone or contact.address or contact.hours):
        problems.append(problem("contact-missing", heading))
