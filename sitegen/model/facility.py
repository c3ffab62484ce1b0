"""Health facilities of a site, as its directory shows them."""

import datetime as dt
from typing import Literal

from sitegen.model.scalars import Latitude, Longitude, Phone, Slug, Url
from sitegen.values import Frozen


class Facility(Frozen, kw_only=True):
    """A place where people get care. Empty means unknown: the page then says so. `id` names it on the page; `source` is
    who says all this (`url`: where it can be read), `verified` the day on which it was checked."""

    id: Slug = Slug("")
    name: str
    kind: Literal["puskesmas", "hospital", "clinic", "posyandu"]
    kecamatan: str
    address: str = ""
    phone: Phone = Phone("")
    hours: str = ""
    services: tuple[str, ...] = ()
    lat: Latitude = Latitude("")
    lon: Longitude = Longitude("")
    source: str = ""
    url: Url = Url("")
    verified: dt.date | None = None

    @property
    def checked(self) -> bool:
        """Whether it is known who says this and when it was checked."""
        return bool(self.source and self.verified)


class Directory(Frozen):
    """The facilities of the site with this id, in the order of the file that lists them."""

    site: str
    file: str
    facilities: tuple[Facility, ...]
