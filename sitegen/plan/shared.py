"""What the selections of a theme share, so that nothing is planned twice. What is part of a key here is a tuple."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.model.document import Edition
from sitegen.model.glossary import Term
from sitegen.model.output import CardUse, Data, Page
from sitegen.model.parsed import Link, Parsed
from sitegen.model.project import Project
from sitegen.plan.links import Target
from sitegen.plan.pictures import Pictures
from sitegen.plan.seen import Seen, seen_of
from sitegen.plan.styles import Styles
from sitegen.values import replace


class Common(NamedTuple):
    """What the pages of documents of one kind and language with the same topics have in common, as digests: what is
    said `about` them, and what may be related."""

    about: str
    ranking: str


Around = tuple[str, Common, tuple[str, ...], tuple[str, ...]]
"""What a document's page is made from: the stamp of its edition; what it has in common with others; what only some
documents have; where its links lead, with the files."""


class MadeFrom(NamedTuple):
    """All by which a page may differ from others of its template: digests of what its view is made from, of its text,
    of where that leads, and of its cards; the templates of its cards, and what its body carries, decide on its sheet.
    """

    fields: str
    text: str
    leads: str
    cards: str
    templates: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()


class Keyed(NamedTuple):
    """What is known of a page before it is made: its key, and the parts of its sheet."""

    key: str
    style: tuple[str, ...]


@dataclass
class Shared:
    """What all selections share, so that nothing is made twice: parsed texts and the terms in them, template digests,
    parts of sheets, sizes of pictures, files of templates; cards, keys, pages and files by what they are made from.
    `words` is the digest of the words that pages of all sites may show, `theme` that of the theme's files."""

    parsed: Mapping[str, Parsed]
    templates: Mapping[str, str]
    styles: Styles
    pictures: Pictures
    words: str
    theme: str
    cards: dict[tuple[object, ...], CardUse] = field(default_factory=dict)
    rows: dict[tuple[str, str, str, str], dict[tuple[str, str], CardUse]] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    keys: dict[tuple[object, ...], Keyed] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    terms: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    files: dict[tuple[object, ...], Data] = field(default_factory=dict)
    targets: dict[str, tuple[tuple[Link, Target], ...]] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)
    sought: dict[str, str] = field(default_factory=dict)
    records: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def see(self, edition: Edition) -> Seen:
        """What planning sees of an edition's text; from now on it is among what is `seen`."""
        found = self.seen.get(edition.stamp)
        if found is None:
            found = self.seen[edition.stamp] = seen_of(edition, self.parsed[edition.text.key])
        return found

    def renew(self, parsed: Mapping[str, Parsed]) -> None:
        """For another plan: what makes pages of the last one knows its documents only."""
        self.parsed = parsed
        self.pages.clear()


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
        known = (rest, *others)
        self._builds += 1
        if known != self._rest or self._builds > BUILDS:
            self._rest, self._shared, self._builds = known, {}, 0
        return self._shared
