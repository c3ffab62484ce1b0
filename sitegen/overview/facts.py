"""What an overview knows: plain values, before a word of it is written."""

import datetime as dt
import statistics
from dataclasses import dataclass

from sitegen.problems import Place, Problem

BUDGET = 14_000
"""What a page may weigh, in bytes after gzip -9: what a new connection may send before it hears from the reader (RFC
6928, ten segments). docs/pages.md holds the pages of the default theme to the same."""

STATES = ("held", "overdue", "soon", "later")
"""How far a review is, the most pressing first."""


Asked = tuple[str, str]
"""Something that an office is asked for: the key of a need, and the name of a fact."""


@dataclass(frozen=True, slots=True)
class Need:
    """What an office has not given yet, or has to look at again: the key of its words in `words.WORDS`, the documents
    that would show it, for a fact its name, for what was checked once the day of that. `required` needs count for
    completeness."""

    key: str
    required: bool
    name: str = ""
    documents: tuple[str, ...] = ()
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document that waits for an office: since which day it is offered, if that is known; or one whose text has
    `changed` since the office accepted it."""

    path: str
    title: str
    policy: str
    since: dt.date | None
    changed: bool


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be looked at again by the day `by`: a document by its front matter; a claim, a figure, a contact or
    a facility by its age. `state` is one of `STATES`, `days` how long it is overdue, `count` how many figures
    of a file are meant."""

    kind: str
    name: str
    title: str
    by: dt.date
    risk: str
    state: str
    days: int
    place: Place
    sites: tuple[str, ...]
    count: int = 1


@dataclass(frozen=True, slots=True)
class Stale:
    """A part of a text that has changed since the files in `over` replaced it, and the sites that show those."""

    place: Place
    over: tuple[Place, ...]
    sites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """A published page: its path, its bytes, and how many they are after gzip -9. One that only `moves` readers on is
    not counted with the others."""

    path: str
    size: int
    packed: int
    moves: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What one row of the checklist came to: "yes", "no", "unbuilt" (nothing published to look at) or "none" (does not
    apply); and the words that say on what that rests, with their blanks."""

    check: str
    state: str
    note: str
    blanks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SiteState:
    """All that is known of one site. `asked` are all required things that its office is asked for; `weights` are
    those of the published pages, by path; `published` says whether there is a tree with a manifest."""

    id: str
    domain: str
    host: str
    name: str
    place: str
    office: str
    province: str
    confirmed: bool
    single: bool
    published: bool
    asked: tuple[Asked, ...]
    needs: tuple[Need, ...]
    waiting: tuple[Waiting, ...]
    findings: tuple[Finding, ...]
    weights: tuple[Weight, ...]
    verified: dt.date | None = None

    @property
    def missing(self) -> tuple[Need, ...]:
        """The required things that are not there."""
        return tuple(need for need in self.needs if need.required)

    @property
    def read(self) -> tuple[Weight, ...]:
        """The pages that people read, the heaviest first."""
        return tuple(sorted((w for w in self.weights if not w.moves), key=lambda w: (-w.packed, w.path)))


@dataclass(frozen=True, slots=True)
class Overview:
    """The network on the day `today`. `tasks` are the Problems of that weight; `errors` how many Problems keep a
    document out of all that is counted here."""

    today: dt.date
    sites: tuple[SiteState, ...]
    due: tuple[Due, ...]
    stale: tuple[Stale, ...]
    tasks: tuple[Problem, ...]
    errors: int

    def due_on(self, site: str) -> tuple[Due, ...]:
        """What is to be looked at again of all that a site shows."""
        return tuple(one for one in self.due if site in one.sites)

    def stale_on(self, site: str) -> tuple[Stale, ...]:
        """What is stale on a site."""
        return tuple(one for one in self.stale if site in one.sites)


def median(weights: tuple[Weight, ...]) -> int:
    """The weight in the middle, in whole bytes, rounded down; 0 without any."""
    return int(statistics.median(weight.packed for weight in weights)) if weights else 0
