"""Selections: sites that show the same editions in the same languages share one outline, planned once."""

import datetime as dt
from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import NamedTuple
from urllib.parse import urlsplit

from sitegen.model.document import Edition
from sitegen.model.glossary import Term
from sitegen.model.kinds import BY_ID, Kind
from sitegen.model.project import Project, StaticFile, Theme, Topic
from sitegen.plan.canonical import HubUrls, hub_urls
from sitegen.plan.machines import machine_files
from sitegen.values import Frozen


class Placed(NamedTuple):
    """An edition at its path in the sites of a selection; `folder` is that of its language ("" or "su/"). `address` is
    where links lead: its page, or its place on the page on which it is gathered with others of its kind.

    All selections ask for the same orders, so each edition is given its number in them once: `newest` in that of lists,
    `titled` by title, `nearest` in that of equally good relations.
    """

    edition: Edition
    kind: Kind
    folder: str
    path: str
    address: str
    newest: int
    titled: int
    nearest: int


class Selection(Frozen):
    """What a set of sites has in common: all that an outline is made from. `mask` says which sites, `mount` is the
    path at which their hosts serve them ("/" for most), `elsewhere` has the URLs of the hub (none on the hub),
    `machines` are the paths of files for machines at the root, `zone` is theirs (WIB) if there are events."""

    mask: int
    theme: Theme
    mount: str
    languages: tuple[str, ...]
    confirmed: bool
    single: bool
    topics: tuple[Topic, ...]
    drafts: bool
    shown: tuple[Placed, ...]
    gone: tuple[Placed, ...]
    static: tuple[StaticFile, ...]
    elsewhere: HubUrls
    machines: tuple[str, ...]
    terms: tuple[Term, ...]
    zone: str

    def folder(self, lang: str) -> str:
        """The folder of a language: the first one of a site is at the root."""
        return "" if lang == self.languages[0] else f"{lang}/"

    def chain(self, lang: str) -> tuple[str, ...]:
        """Where to look for what a page in `lang` shows: in it, then in the site's languages in their order. All end at
        Indonesian, which every site has and in which every document exists."""
        return (lang, *(other for other in self.languages if other != lang))


def selections(project: Project) -> Iterator[Selection]:
    """The project's sites parted by what they show: by masks, so the work is not articles x sites."""
    themes = {theme.name: theme for theme in project.themes}
    hub = hub_urls(project)
    masks = sorted({e.mask for e in project.editions} | {f.mask for f in project.static})
    # Only calendars ask for the zone: without events it parts no sites.
    events = reduce(or_, (e.mask for e in project.editions if e.kind == "event" and e.gone is None), 0)
    classes: dict[tuple[object, ...], int] = {}
    by_language: dict[str, tuple[_Masked, _Masked]] = {}
    for number, site in enumerate(project.sites):
        mount = urlsplit(site.base_url).path
        is_hub = bool(hub) and site.id == project.hub
        machines = machine_files(site)
        zone = site.region.zone if events >> number & 1 else ""
        who = (site.identity.confirmed, site.area is not None, is_hub)
        shape = (site.theme, mount, site.languages, who, machines, zone)
        seen = tuple(mask >> number & 1 for mask in masks)
        classes[(*shape, seen)] = classes.get((*shape, seen), 0) | 1 << number
    for mask in classes.values():
        first = mask & -mask
        site = project.sites[first.bit_length() - 1]
        if site.theme not in themes:
            continue
        first_lang = site.languages[0]
        if first_lang not in by_language:
            by_language[first_lang] = _parted(_placed(project.editions, first_lang))
        shown, gone = (tuple([one for mask, one in rows if mask & first]) for rows in by_language[first_lang])
        theme = themes[site.theme]
        yield Selection(
            mask=mask,
            theme=theme,
            mount=urlsplit(site.base_url).path,
            languages=site.languages,
            confirmed=site.identity.confirmed,
            single=site.area is not None,
            topics=project.topics,
            drafts=project.drafts,
            shown=shown,
            gone=gone,
            static=tuple(f for f in (*theme.static, *project.static) if f.mask & first),
            elsewhere=hub if site.identity.confirmed and site.id != project.hub else {},
            machines=machine_files(site),
            terms=project.terms,
            zone=site.region.zone if events & first else "",
        )


_Masked = list[tuple[int, Placed]]
"""Editions with their masks at hand, for which all selections ask."""


def _parted(placed: list[Placed]) -> tuple[_Masked, _Masked]:
    """What is shown, what is gone."""
    rows = [(one.edition.mask, one) for one in placed]
    return [row for row in rows if row[1].edition.gone is None], [row for row in rows if row[1].edition.gone]


def _placed(editions: tuple[Edition, ...], first_lang: str) -> list[Placed]:
    """All editions at their paths where a language is the first one."""
    found = []
    for edition in editions:
        kind, folder = BY_ID[edition.kind], "" if edition.lang == first_lang else f"{edition.lang}/"
        path = folder + kind.path(edition.slug)
        gathered = kind.gathered and edition.gone is None
        address = f"{folder}{kind.list}#{kind.anchor(edition.slug)}" if gathered else path
        found.append((edition, kind, folder, path, address))
    numbers = [_numbers([key(edition, path) for edition, _, _, path, _ in found]) for key in _ORDERS]
    return [Placed(*one, *places) for one, *places in zip(found, *numbers, strict=True)]


def _numbers(keys: list[tuple[object, ...]]) -> list[int]:
    """The place of each key among all of them."""
    places = {number: place for place, number in enumerate(sorted(range(len(keys)), key=keys.__getitem__))}
    return [places[number] for number in range(len(keys))]


def _newest(edition: Edition, path: str) -> tuple[object, ...]:
    day = edition.meta.checked or edition.meta.date or dt.date.min
    return (-day.toordinal(), -edition.meta.weight, edition.meta.title, path)


def _titled(edition: Edition, path: str) -> tuple[object, ...]:
    return (edition.meta.title.casefold(), path)


def _nearest(edition: Edition, _path: str) -> tuple[object, ...]:
    return (not edition.local, -edition.meta.weight, edition.path)


_ORDERS = (_newest, _titled, _nearest)
