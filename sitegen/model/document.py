"""Documents: one source file each, as read and checked, before any site is looked at."""

import datetime as dt  # not `from datetime import date`: a field called `date` would hide the type
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from sitegen.model.scalars import LangTag, Name, SitePath, Slug, Url
from sitegen.values import Frozen


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from (title, publisher, URL, day on which it was seen). `second` says that it only tells
    what another source says: content/claims.yaml knows that by its grade, no front matter gives it."""

    title: str
    publisher: str = ""
    url: Url = field(default=Url(""))
    seen: dt.date | None = None
    second: bool = field(default=False, metadata={"read": False})


@dataclass(frozen=True, slots=True)
class Selector:
    """Which sites: names of sites, groups, provinces, island groups or tags. Empty `only` means all."""

    only: tuple[str, ...] = ()
    exclude: tuple[str, ...] = field(default=(), metadata={"key": "except"})


class Task(Frozen):
    """An entry of "most asked" on the home page: its order, short title and one line on what it tells."""

    order: int
    title: str
    text: str


class Repeat(Frozen):
    """How an event comes back, up to a day: every week on the weekday of its start, or every month on the same weekday
    of the same week ("the first Monday")."""

    every: Literal["minggu", "bulan"]
    until: dt.date


class Occurrence(Frozen):
    """A day of an event and the last one, if it goes on for several; `cancelled` if it was called off."""

    day: dt.date
    end: dt.date
    cancelled: bool


class Withdrawn(Frozen):
    """Since when a document is withdrawn, why, where readers go instead (a path of the site), and for which sites."""

    on: dt.date
    reason: str = ""
    instead: SitePath = SitePath("")
    sites: Selector = Selector()


@dataclass(frozen=True, slots=True)
class Meta:
    """The front matter of a document of any kind. Kinds say in `kinds.KINDS` which keys they ask for.

    `canonical` says which URL search engines shall list: the site's own, that of the hub, or none. `translates` is for
    `read.translations` only: no page shows it. `policy` and `correction` decide in `read.policy` which sites show the
    document; no page shows them. `related` names documents ("artikel/mendaftar") that come first below the page.
    `start` and `end` are the first and the last day of an announcement or event; `time`, `time_end`, `place`, `repeat`
    and `cancelled` tell of an event. `file` is the name of what a download offers, `file_language` its language if
    it is not that of the document. `kinds.KEYS_OF` says which keys only some kinds have.
    """

    title: str
    summary: str = ""
    points: tuple[str, ...] = ()
    topics: tuple[Slug, ...] = ()
    date: dt.date | None = None
    checked: dt.date | None = None
    review_by: dt.date | None = None
    expires: dt.date | None = None
    sources: tuple[Source, ...] = ()
    reviewed: dt.date | None = None
    reviewer: str = ""
    weight: int = 0
    risk: Literal["rendah", "sedang", "tinggi"] = "rendah"
    legal_basis: tuple[str, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None
    level: Literal["info", "penting"] = "info"
    place: str = ""
    time: dt.time | None = None
    time_end: dt.time | None = None
    repeat: Repeat | None = None
    cancelled: tuple[dt.date, ...] = ()
    task: Task | None = None
    example: bool = False
    draft: bool = False
    aliases: tuple[SitePath, ...] = ()
    withdrawn: Withdrawn | None = None
    sites: Selector = Selector()
    related: tuple[SitePath, ...] = ()
    canonical: Literal["self", "hub", "noindex"] = "self"
    file: Name | None = None
    file_language: LangTag | None = None
    translates: str = field(default="", metadata={"digest": False})
    policy: Literal["mandatory", "recommended", "optional"] = field(default="recommended", metadata={"digest": False})
    correction: Literal["urgent"] | None = field(default=None, metadata={"digest": False})


class Segment(Frozen, array_like=True):
    """Composed lines that come from one stretch of a file.

    Composed line `start + i` (from 1) is line `line + i` of `file`; composed columns are `shift` too large.
    """

    start: int
    file: str
    line: int
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Slot:
    """A fact asked for by a body: its full name ("contact.phone"), the default if any, and where it was written."""

    name: str
    default: str | None
    file: str = field(default="", metadata={"digest": False})
    line: int = field(default=0, metadata={"digest": False})
    column: int = field(default=0, metadata={"digest": False})


class ClaimMark(Frozen):
    """A mark `{klaim kunci}` that was taken out of a Text: its key, the composed line and the column (from 1) at which
    it stood, how many characters are gone there."""

    key: str
    line: int
    column: int
    width: int


class Words:
    """The words of a Text as UTF-8: at hand until somebody lets them go, then made again for whoever asks. That raises
    Refused if it cannot be."""

    __slots__ = ("_again", "_data")

    def __init__(self, data: bytes, again: Callable[[], bytes]) -> None:
        self._data, self._again = data, again

    def __call__(self) -> bytes:
        """As bytes."""
        return self._data or self._again()

    def let_go(self) -> None:
        """Frees them: once a Text is parsed, they are hardly asked for."""
        self._data = b""


@dataclass(frozen=True, slots=True)
class Text:
    """One distinct composed Markdown text. Slot n stands in `source` as U+E000 n U+E001; `claims` are the marks that
    were taken out, in their order. It is kept as UTF-8, since a slot in a str would take two bytes for each letter; or
    as what makes it again (raising Refused if it cannot be), if an earlier build knew it: few are asked for then.

    Many editions share a Text; `segments` map its lines to the sources (the first Text of equal source wins). `form` is
    what it has to consist of (`kinds.Kind.form`), `blank` says that there are no words in it. `key` is the digest of
    all that shows on pages.
    """

    key: str
    lang: str
    utf8: bytes | Callable[[], bytes] = field(compare=False, metadata={"digest": False})
    slots: tuple[Slot, ...]
    segments: tuple[Segment, ...] = field(default=(), metadata={"digest": False})
    form: str = ""
    claims: tuple[ClaimMark, ...] = ()
    blank: bool = field(default=False, metadata={"digest": False})

    @property
    def source(self) -> str:
        """The text; decoded anew for each who asks."""
        return (self.utf8 if isinstance(self.utf8, bytes) else self.utf8()).decode()

    def let_go(self) -> None:
        """Frees the text, if it can be made again."""
        if isinstance(self.utf8, Words):
            self.utf8.let_go()


class Gone(Frozen):
    """A document that is no longer shown: since when, whether it expired or was withdrawn, why, where to go; or `held`
    back because its review is long overdue (`read.governance`)."""

    on: dt.date
    expired: bool
    reason: str = ""
    instead: str = ""
    held: bool = False


class Edition(Frozen):
    """A document as some sites show it: after layers, targeting and `only` blocks. `mask` has bit i for site i.

    `path` names the document in all layers ("artikel/berobat"); `local` says that a nearer layer changed or added it.
    `file` is the source nearest to the reader, `line` the first line of its body; `face` is the digest of all but text
    and mask, `stamp` that of all but the mask. `gone` makes it a tombstone; `overdue` says that the day of its next
    review has passed; `days` are those of an event that lists tell of.
    """

    path: str
    kind: str
    slug: str
    lang: str
    meta: Meta
    text: Text
    local: bool
    mask: int
    file: str
    gone: Gone | None
    face: str
    stamp: str
    overdue: bool = False
    days: tuple[Occurrence, ...] = ()
