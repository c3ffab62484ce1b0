"""Regions of Indonesia as the register knows them (Kepmendagri 300.2.2-2138/2025)."""

from sitegen.model.scalars import AreaCode
from sitegen.values import Frozen


class Region(Frozen):
    """A regency or city. `code` is the Kemendagri code ("32.02"), `timezone` an IANA name, `zone` WIB, WITA or WIT."""

    code: str
    name: str
    kind: str
    short_name: str
    slug: str
    province: str
    province_code: str
    island_group: str
    timezone: str
    zone: str


class Area(Frozen):
    """A part of a district (kecamatan) that has no Dinas Kesehatan of its own: its site is one page that says so."""

    code: AreaCode
    name: str
