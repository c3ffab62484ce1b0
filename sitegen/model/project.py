"""All that was read and checked."""

from datetime import date

from sitegen.model.claim import Claim
from sitegen.model.document import Edition
from sitegen.model.facility import Directory
from sitegen.model.glossary import Term
from sitegen.model.site import Site
from sitegen.values import Frozen


class Topic(Frozen):
    """A subject that articles share: slug, title, one line for its page."""

    slug: str
    title: str
    summary: str = ""


class StaticFile(Frozen):
    """A file that is copied as it is to `path` of the sites in `mask`; `source` is relative to the project,
    `owner` the path of the document that it lies beside (empty: a static/ folder). Without a `digest` it could not be
    read, which was said."""

    path: str
    source: str
    digest: str
    size: int
    mask: int
    owner: str = ""


class Theme(Frozen):
    """A theme's files: template name -> source, the parts of its sheet in their order (name -> minified text, such as
    "base", "templates/list", "cards/row", "body/table"), script, catalogues (lang -> msgid -> text), files.

    All of it also has what the theme extends: `chain` names these themes, itself first. What a nearer theme hides is a
    template still, as "theme:name". `origins` gives the file in the project by the path in the theme."""

    name: str
    templates: tuple[tuple[str, str], ...]
    style: tuple[tuple[str, str], ...]
    script: str
    strings: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    static: tuple[StaticFile, ...]
    page_size: int = 10
    chain: tuple[str, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()

    def file(self, path: str) -> str:
        """The file in the project where `path` of the theme stands, such as "templates/base.html"."""
        return next((file for known, file in self.origins if known == path), f"themes/{self.name}/{path}")


class Offer(Frozen):
    """A document on which offices decide: its path in all layers, its page, `title`, `policy`, the day since when it is
    offered, and the digest of its text. Masks: on which sites it is `waiting`, and which have accepted a text that has
    `changed` since."""

    path: str
    page: str
    title: str
    policy: str
    since: date | None
    digest: str
    waiting: int
    changed: int


class Project(Frozen):
    """Sites, editions, topics, themes and static files, all checked. `next_change` is the next day on which the
    same sources mean something else (a future document appears, an expiring one leaves), or None; `fact_types` are
    the declared types of all facts by name, whether a site has them or not; `hub` is the id of the site whose URLs are
    canonical for documents that say so, or empty; `offers` are the documents that wait for offices; `directories` are
    the facilities of the sites that list some; `terms` are words that the glossary explains; `claims` is what pages may
    state; `later` are the paths of documents that have not appeared yet, each with its day."""

    sites: tuple[Site, ...]
    editions: tuple[Edition, ...]
    topics: tuple[Topic, ...]
    themes: tuple[Theme, ...]
    static: tuple[StaticFile, ...]
    today: date
    drafts: bool
    next_change: date | None
    fact_types: tuple[tuple[str, str], ...] = ()
    hub: str = ""
    offers: tuple[Offer, ...] = ()
    directories: tuple[Directory, ...] = ()
    terms: tuple[Term, ...] = ()
    claims: tuple[Claim, ...] = ()
    later: tuple[tuple[str, date], ...] = ()
