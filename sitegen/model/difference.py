"""What readers would see differently after a release, as data: one entry for each cause, not for each page.

Sites are named by their ids. Texts are those that readers see: paragraphs of the page, no markup.
"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hunk:
    """Paragraphs that follow each other and differ: as they are, and as they would be. Either may be empty."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Masked:
    """Sites on which an override's file hides a change; `stale` says that `sitegen check` asks to look at it again."""

    file: str
    sites: tuple[str, ...]
    stale: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One cause. `kind`:

    added, changed, removed, withdrawn, expired, held (review long overdue), moved (to `target`): a document;
    same: many documents with the very same difference; page: a page that sitegen makes (a list, the contacts);
    site: every page of a site (its contacts, its name); theme: what pages look like; file: a file as it is;
    masked: a shared document whose change no site of `masked` shows.

    `name` is the document ("artikel/x") or the path, `file` its source, `pages` the paths in sites, `count` how many
    pages of all sites it concerns, `sites` where it shows and `of` how many sites have it; `hunks` are those of the
    site `example`. `waiting` are sites whose office has not accepted it yet, `renewed` those that had accepted it as it
    was. `lost` says that a build refuses this: readers hold an address that would lead nowhere.
    """

    kind: str
    name: str
    title: str
    file: str
    pages: tuple[str, ...]
    count: int
    sites: tuple[str, ...]
    of: int
    example: str
    hunks: tuple[Hunk, ...] = ()
    masked: tuple[Masked, ...] = ()
    waiting: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    target: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class SiteChange:
    """A whole site that is new or gone (`kind` added, removed): its folder, its name, and how many pages it has."""

    kind: str
    site: str
    domain: str
    name: str
    pages: int


@dataclass(frozen=True, slots=True)
class Follow:
    """A file that changes because something else did, and on which sites."""

    path: str
    sites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document that waits for the offices of some sites, so it is not part of what changes there."""

    name: str
    title: str
    policy: str
    since: dt.date | None
    sites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """All of it. `against` is "" for what is published, else the commit; `sites` is how many were compared;
    `pages_*` count pages of all sites, `files` what else differs; `removed` is what `--max-removed` counts: pages of
    documents and files for download that readers could open and no longer can, tombstones among them; of the sites
    `guarded` so much goes that a build stops (rule mass-removal)."""

    against: str
    day: dt.date
    sites: int
    pages_added: int
    pages_changed: int
    pages_removed: int
    files: int
    removed: int
    guarded: tuple[str, ...]
    site_changes: tuple[SiteChange, ...]
    changes: tuple[Change, ...]
    follows: tuple[Follow, ...]
    waiting: tuple[Waiting, ...]
