"""What the selections of a theme share, so that nothing is planned twice."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sitegen.model.glossary import Term
from sitegen.model.output import Body, CardUse, Data, Output, Page
from sitegen.model.parsed import Link, Parsed
from sitegen.model.project import Project
from sitegen.model.views import DocumentView
from sitegen.plan.canonical import hub_urls
from sitegen.plan.links import Target
from sitegen.plan.pictures import Pictures
from sitegen.plan.styles import Styles


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What a document's page depends on besides itself: the documents that it links to or names as related, itself
    among them, and the files of the site that it links to, shows or offers."""

    documents: tuple[str, ...]
    files: tuple[str, ...]
    pictured: tuple[str, ...]
    linked: tuple[str, ...]


@dataclass
class Shared:
    """What all selections share, so that nothing is made twice: parsed texts and the terms in them, template digests,
    parts of sheets, sizes of pictures, finished bodies, cards, pages and calendars by what they are made from."""

    parsed: Mapping[str, Parsed]
    templates: Mapping[str, str]
    styles: Styles
    pictures: Pictures
    bodies: dict[tuple[object, ...], Body] = field(default_factory=dict)
    cards: dict[tuple[object, ...], CardUse] = field(default_factory=dict)
    rows: dict[tuple[str, str, str, str], dict[tuple[str, str], CardUse]] = field(default_factory=dict)
    pages: dict[tuple[object, ...], Page] = field(default_factory=dict)
    framed: dict[tuple[object, ...], tuple[DocumentView, str]] = field(default_factory=dict)
    lists: dict[tuple[object, ...], tuple[Output, ...]] = field(default_factory=dict)
    terms: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    calendars: dict[tuple[object, ...], Data] = field(default_factory=dict)
    targets: dict[str, tuple[tuple[Link, Target], ...]] = field(default_factory=dict)
    neighbours: dict[str, Neighbours] = field(default_factory=dict)
    around: dict[tuple[object, ...], Page] = field(default_factory=dict)
    records: dict[tuple[str, str], bytes] = field(default_factory=dict)
    numbers: dict[object, int] = field(default_factory=dict)

    def number(self, value: object) -> int:
        """A number for a value, the same for equal ones: large keys are compared once, not at each look."""
        return self.numbers.setdefault(value, len(self.numbers))


BUILDS = 100


class Plans:
    """What a process that plans again and again keeps of its last plan: what the selections of each theme shared.

    All of it is found by what it was made from: editions, files, the sites' shapes. What does not stand in those keys,
    since it is the same for all selections of one plan, must not have changed either; else all is forgotten. So it is
    after so many `BUILDS`, since what nobody asks for any more is not missed one by one.
    """

    def __init__(self) -> None:
        self._shared: dict[str, Shared] = {}
        self._rest: object = None
        self._builds = 0

    def begin(self, project: Project, *others: object) -> dict[str, Shared]:
        """What was shared, by the name of the theme, if `project` but for its sites and documents, and `others`, are
        what they were; else nothing. The caller gives each its parsed texts anew, and adds to it."""
        rest = replace(project, sites=(), editions=(), static=(), offers=(), directories=(), next_change=None)
        known = (rest, hub_urls(project), *others)
        self._builds += 1
        if known != self._rest or self._builds > BUILDS:
            self._rest, self._shared, self._builds = known, {}, 0
        return self._shared
