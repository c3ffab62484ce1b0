"""What the selections of a theme share, so that nothing is planned twice."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.model.glossary import Term
from sitegen.model.output import Body, CardUse, Data, Output, Page
from sitegen.model.parsed import Link, Parsed
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
    pages: dict[tuple[object, ...], Page] = field(default_factory=dict)
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
