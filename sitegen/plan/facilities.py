"""The directory of facilities as its page shows it: by kecamatan, then by kind and name."""

from sitegen.model.facility import Facility
from sitegen.model.views import FacilitiesView, FacilityArea, FacilityEntry, Head
from sitegen.slugs import slug, unused
from sitegen.unicode import folded
from sitegen.urls import dialled

_KINDS = ("hospital", "puskesmas", "clinic", "posyandu")


def directory(facilities: tuple[Facility, ...], head: Head) -> FacilitiesView:
    """The view of a directory; without facilities, of the page that says so."""
    areas: dict[str, list[Facility]] = {}
    for one in sorted(facilities, key=_order):
        areas.setdefault(folded(one.kecamatan), []).append(one)
    taken: set[str] = set()
    return FacilitiesView(
        head,
        len(facilities),
        sum(not one.checked for one in facilities),
        tuple(
            FacilityArea(
                members[0].kecamatan, f"_k-{unused(slug(members[0].kecamatan), taken)}", tuple(map(_entry, members))
            )
            for members in areas.values()
        ),
    )


def _order(one: Facility) -> tuple[str, int, str, str]:
    return (folded(one.kecamatan), _KINDS.index(one.kind), folded(one.name), one.id)


def _entry(one: Facility) -> FacilityEntry:
    """The link to the point is a `geo:` URI (RFC 5870), that to the telephone a `tel:` one (RFC 3966)."""
    geo = f"geo:{one.lat},{one.lon}" if one.lat else ""
    return FacilityEntry(f"_f-{one.id}", one, f"tel:{dialled(one.phone)}" if one.phone else "", geo)
