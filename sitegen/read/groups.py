"""Groups of sites in sites.yaml: who belongs to which, by list or by match, and what members inherit from them."""

from typing import Annotated

from sitegen.model.region import Region
from sitegen.model.scalars import FactName, LangTag, Name, SitePath
from sitegen.model.site import Contact, Security
from sitegen.problems import Place, Problem, problem
from sitegen.read.register import regions
from sitegen.read.schema import Each, convert, nearest
from sitegen.read.source import Mapping, Scalar, Sequence, get
from sitegen.unicode import folded
from sitegen.values import Frozen, fields


class Group(Frozen):
    """Some of the sites under one name; `members` are site ids in the order of sites.yaml."""

    id: str
    title: str
    members: tuple[str, ...]


class Inherited(Frozen, kw_only=True):
    """What defaults and groups may set. Not the identity: each office confirms its own site, by name."""

    languages: tuple[LangTag, ...] = (LangTag("id"),)
    contact: Contact = Contact()
    theme: Name = Name("default")
    facts: Annotated[Mapping, Each(FactName, str)] | None = None
    tags: tuple[Name, ...] = ()
    keep: tuple[SitePath, ...] = ()
    hold: bool = False
    security: Security | None = None


class MatchShape(Frozen, kw_only=True):
    """Which regions a group takes in, by the register: values of any key that is given."""

    island_group: tuple[str, ...] = ()
    province: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()


class GroupShape(Inherited, kw_only=True):
    """An entry of `groups:`; who belongs to it is told by either `sites` or `match`."""

    title: str
    sites: tuple[str, ...] | None = None
    match: MatchShape | None = None


_INHERITED = frozenset(one.name for one in fields(Inherited))


class Entry(Frozen):
    """An item of `sites:` before inheritance: enough to know its groups."""

    node: Mapping
    id: str
    domain: str
    region: Region | None
    kind: str


class Heritage(Frozen):
    """A group with what its members inherit from it."""

    group: Group
    inherited: Mapping


def layers_of(groups: Mapping | None, entries: list[Entry], problems: list[Problem]) -> list[Heritage]:
    """All groups in their order with what their members inherit; what is wrong with one becomes a Problem."""
    layers = []
    sites = {folded(entry.id): entry.node.place for entry in entries}
    seen: dict[str, Place] = {}
    for key, value in groups.entries if groups else ():
        convert(key, Name, problems, path="groups")
        first = seen.setdefault(folded(key.text), key.place)
        if first != key.place:
            problems.append(problem("name-twice", key.place, others=(first,), key="groups", value=key.text))
        if place := sites.get(folded(key.text)):
            problems.append(problem("group-is-site", key.place, others=(place,), value=key.text))
        node = convert(value, Mapping, problems, path=f"groups.{key.text}") or Mapping((), value.place)
        shape = convert(node, GroupShape, problems) if node.entries else None
        members = _members(key, node, shape, entries, problems) if node.entries else ()
        layers.append(Heritage(Group(key.text, shape.title if shape else "", members), inherited_part(node)))
    return layers


def _members(
    key: Scalar, node: Mapping, shape: GroupShape | None, entries: list[Entry], problems: list[Problem]
) -> tuple[str, ...]:
    listed, match = get(node, "sites"), get(node, "match")
    if (listed is None) == (match is None):
        problems.append(problem("group-members", key.place, group=key.text))
    if shape is not None and shape.match is not None and isinstance(match, Mapping):
        _check_match(match, problems)
        return tuple(entry.id for entry in entries if _matches(entry, shape.match))
    ids = tuple(entry.id for entry in entries)
    wanted = [item for item in listed.items if isinstance(item, Scalar)] if isinstance(listed, Sequence) else []
    for item in wanted:
        if item.text.strip() not in ids:
            near = nearest(item.text, ids) or "-"
            problems.append(problem("group-member-unknown", item.place, value=item.text, near=near))
    names = {item.text.strip() for item in wanted}
    return tuple(name for name in ids if name in names)


def _matches(entry: Entry, match: MatchShape) -> bool:
    region = entry.region
    return region is not None and all(
        not wanted or value in wanted
        for value, wanted in (
            (region.island_group, match.island_group),
            (region.province, match.province),
            (entry.kind, match.kind),
        )
    )


def match_values() -> dict[str, frozenset[str]]:
    """What a match may name, key by key: the values of the register, and kecamatan, of which sites may be pages."""
    every = regions().values()
    return {
        "island_group": frozenset(region.island_group for region in every),
        "province": frozenset(region.province for region in every),
        "kind": frozenset({"kecamatan", *(region.kind for region in every)}),
    }


def _check_match(match: Mapping, problems: list[Problem]) -> None:
    known = match_values()
    for key, value in match.entries:
        for item in value.items if isinstance(value, Sequence) and key.text in known else ():
            if isinstance(item, Scalar) and item.text.strip() not in known[key.text]:
                near = nearest(item.text, sorted(known[key.text]))
                problems.append(problem("match-unknown", item.place, key=key.text, value=item.text, near=near))


def inherited_part(node: Mapping) -> Mapping:
    """The part that heirs take over; other keys were reported where they stand."""
    return Mapping(tuple(entry for entry in node.entries if entry[0].text in _INHERITED), node.place)
