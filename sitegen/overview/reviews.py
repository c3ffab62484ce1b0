"""What has to be looked at again, and by which day: documents by their front matter, all else by its age."""

import datetime as dt
from collections.abc import Iterator, Mapping

from sitegen.model.document import Edition
from sitegen.model.parsed import Parsed
from sitegen.model.project import Project
from sitegen.overview.facts import STATES, Due
from sitegen.plan import figures
from sitegen.problems import Place
from sitegen.read import claims
from sitegen.read.governance import CONTACT_DAYS, RISK, shifted
from sitegen.read.sites import SITES_FILE
from sitegen.texts import place_in_text
from sitegen.values import replace

# Before a claim, a figure or a contact becomes old there is no warning; two weeks suffice to look it up, as for
# documents of medium risk.
_WARN = RISK["sedang"].warn


def reviews(project: Project, parsed: Mapping[str, Parsed]) -> tuple[Due, ...]:
    """Everything that has a day, the most pressing first."""
    made = Reviews(project, parsed)
    found = [*made.documents(), *made.claims(), *made.figures(), *made.contacts()]
    return tuple(sorted(found, key=lambda d: (STATES.index(d.state), d.by, d.kind, d.name, d.place, d.sites)))


class Reviews:
    """The days of a project, as of its own day."""

    def __init__(self, project: Project, parsed: Mapping[str, Parsed]) -> None:
        self._project = project
        self._parsed = parsed
        # The one page of a kecamatan shows no documents.
        self._showing = sum(1 << n for n, site in enumerate(project.sites) if site.area is None)

    def documents(self) -> Iterator[Due]:
        """Documents with a `review_by`, also those that are held back for it; one for each file and day."""
        masks: dict[tuple[str, str, str, str, dt.date, bool], tuple[int, Edition]] = {}
        for edition in self._project.editions:
            by, held = edition.meta.review_by, bool(edition.gone and edition.gone.held)
            if by and edition.mask & self._showing and (held or not edition.gone):
                key = (edition.path, edition.lang, edition.file, edition.meta.risk, by, held)
                before, _ = masks.get(key, (0, edition))
                masks[key] = before | edition.mask & self._showing, edition
        for (path, lang, file, risk, by, held), (mask, edition) in masks.items():
            state = "held" if held else self._state(by, RISK[risk].warn)
            name = path if lang == "id" else f"{path}.{lang}"
            yield Due(
                "document", name, edition.meta.title, by, risk, state, self._late(by), Place(file), self._ids(mask)
            )

    def claims(self) -> Iterator[Due]:
        """Claims that change: the last day on which their sources count as seen. The sites are those that make them."""
        masks: dict[str, int] = {}
        for edition in self._editions():
            for use in self._parsed[edition.text.key].claims:
                masks[use.key] = masks.get(use.key, 0) | edition.mask & self._showing
        for claim in self._project.claims:
            mask = masks.get(claim.key, 0)
            if claim.changes and mask:
                by = shifted(claim.seen, claims.MOST_DAYS)
                yield self._aged("claim", claim.key, claim.says, by, Place(claims.CLAIMS_FILE), mask)

    def figures(self) -> Iterator[Due]:
        """Figures with the mark of a day: those of one file and one day together, at the first of them."""
        places: dict[tuple[str, dt.date], set[Place]] = {}
        masks: dict[tuple[str, dt.date], tuple[int, Edition]] = {}
        for edition in self._editions():
            for figure in self._parsed[edition.text.key].figures:
                place = place_in_text(edition.text, figure.line, figure.column)
                key = place.file, figure.day
                places.setdefault(key, set()).add(place)
                before, _ = masks.get(key, (0, edition))
                masks[key] = before | edition.mask & self._showing, edition
        for key, (mask, edition) in masks.items():
            by, first = shifted(key[1], figures.MOST_DAYS), min(places[key])
            one = self._aged("figure", edition.path, edition.meta.title, by, first, mask)
            yield replace(one, count=len(places[key]))

    def contacts(self) -> Iterator[Due]:
        """The contacts of sites, and the oldest check of their facilities."""
        checked = {
            one.site: (min(days), one.file)
            for one in self._project.directories
            if (days := [f.verified for f in one.facilities if f.verified])
        }
        for number, site in enumerate(self._project.sites):
            if site.contact.verified:
                by, place = shifted(site.contact.verified, CONTACT_DAYS), Place(SITES_FILE, site.line)
                yield self._aged("contact", site.id, site.name, by, place, 1 << number)
            if site.id in checked:
                day, file = checked[site.id]
                yield self._aged("facility", site.id, site.name, shifted(day, CONTACT_DAYS), Place(file), 1 << number)

    def _editions(self) -> Iterator[Edition]:
        """The editions that some site shows with their text."""
        for edition in self._project.editions:
            if edition.gone is None and edition.mask & self._showing:
                yield edition

    def _aged(self, kind: str, name: str, title: str, by: dt.date, place: Place, mask: int) -> Due:
        return Due(kind, name, title, by, "", self._state(by, _WARN), self._late(by), place, self._ids(mask))

    def _state(self, by: dt.date, warn: int) -> str:
        today = self._project.today
        return "overdue" if by < today else "soon" if shifted(by, -warn) <= today else "later"

    def _late(self, by: dt.date) -> int:
        return max(0, (self._project.today - by).days)

    def _ids(self, mask: int) -> tuple[str, ...]:
        return tuple(site.id for number, site in enumerate(self._project.sites) if mask >> number & 1)
