"""A site as sites.yaml describes it, after inheritance and checks."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from sitegen.model.region import Area, Region
from sitegen.model.scalars import Email, Phone, SecurityContact, Url
from sitegen.values import Frozen


class Contact(Frozen):
    """How to reach the office. Empty means unknown: pages then say so and name the national channels."""

    phone: Phone = Phone("")
    whatsapp: Phone = Phone("")
    email: Email = Email("")
    address: str = ""
    hours: str = ""
    website: Url = Url("")
    source: str = ""
    verified: dt.date | None = None


class Identity(Frozen):
    """Who stands behind a site: `unverified` until the office has confirmed it (`by`, `on`, `official_url`)."""

    status: Literal["unverified", "confirmed"] = "unverified"
    by: str = ""
    on: dt.date | None = None
    official_url: Url = Url("")

    @property
    def confirmed(self) -> bool:
        """Whether the office has confirmed the site as its own."""
        return self.status == "confirmed"


class Security(Frozen):
    """Where weaknesses are reported, and the day from which that is no longer certain (RFC 9116: Contact, Expires)."""

    contact: SecurityContact
    expires: dt.date


class Fact(Frozen):
    """A typed value that bodies may show by name: `type` is text, phone, url, email or date."""

    name: str
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Site:
    """One portal. `domain` keeps the spelling of sites.yaml (it names the folder), `host` is its lower-case form.

    `groups` are the ids of the groups it belongs to, in their order in sites.yaml; `keep` are paths or folders
    (ending in "/") that the web officer owns; `facts` are sorted by name and include the built-in ones
    (`site.*`, `contact.*`, `facts.*`), empty ones left out. `aliases` are old hosts, in lower case; `alias_of` is the
    id of the site that an old host leads to, and empty for a site proper. `hold`: new shared articles wait until the
    office accepts them. `security` is None where nothing is configured or what is has expired.
    """

    id: str
    domain: str
    host: str
    base_url: str
    region: Region
    area: Area | None
    languages: tuple[str, ...]
    contact: Contact
    identity: Identity
    theme: str
    facts: tuple[Fact, ...]
    groups: tuple[str, ...]
    tags: tuple[str, ...]
    keep: tuple[str, ...]
    line: int = field(default=0, metadata={"digest": False})
    aliases: tuple[str, ...] = ()
    alias_of: str = ""
    hold: bool = field(default=False, metadata={"digest": False})
    security: Security | None = None

    @property
    def name(self) -> str:
        """The name on the masthead: an unverified site is a "Portal Kesehatan", never a "Dinas Kesehatan"."""
        return f"{self.title} {self.place}"

    @property
    def title(self) -> str:
        """The kind of portal: "Dinas Kesehatan" once confirmed, else "Portal Kesehatan"."""
        return "Dinas Kesehatan" if self.identity.confirmed else "Portal Kesehatan"

    @property
    def place(self) -> str:
        """The place the site speaks for: its kecamatan if it is the page of one, else its district."""
        return self.area.name if self.area else self.region.name
