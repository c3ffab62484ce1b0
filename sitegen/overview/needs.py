"""What an office still has to give: one literal table of what is asked for, and what of it a site lacks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sitegen.model.document import Edition
from sitegen.model.facility import Directory
from sitegen.model.project import Project
from sitegen.model.site import Site
from sitegen.overview.facts import Asked, Need
from sitegen.read.governance import contact_due


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that every office is asked for: the key of its words, whether a site has it, whether it is `required`,
    whether the one page of a kecamatan has a place for it, and the fact by which documents show it."""

    key: str
    given: Callable[[Site, Directory | None], bool]
    required: bool = True
    single: bool = False
    fact: str = ""


ASKS: tuple[Ask, ...] = (
    Ask("identity", lambda site, _: site.identity.confirmed, single=True),
    Ask("phone", lambda site, _: bool(site.contact.phone), fact="contact.phone"),
    Ask("address", lambda site, _: bool(site.contact.address), fact="contact.address"),
    Ask("hours", lambda site, _: bool(site.contact.hours), fact="contact.hours"),
    Ask("facilities", lambda _, directory: directory is not None),
    Ask("whatsapp", lambda site, _: bool(site.contact.whatsapp), required=False, fact="contact.whatsapp"),
    Ask("email", lambda site, _: bool(site.contact.email), required=False, fact="contact.email"),
    Ask("website", lambda site, _: bool(site.contact.website), required=False, fact="contact.website"),
)


class Needs:
    """What each site of a project lacks."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._directories = {directory.site: directory for directory in project.directories}
        self._uses: dict[str, list[Edition]] = {}
        for edition in project.editions:
            if edition.gone is None:
                for name in dict.fromkeys(slot.name for slot in edition.text.slots):
                    self._uses.setdefault(name, []).append(edition)

    def of(self, number: int, site: Site) -> tuple[tuple[Asked, ...], tuple[Need, ...]]:
        """Which required things the office of site `number` is asked for, and what of all that is missing or old."""
        directory = self._directories.get(site.id)
        asked: list[Asked] = []
        found: list[Need] = []
        for ask in ASKS:
            if site.area is None or ask.single:
                if ask.required:
                    asked.append((ask.key, ""))
                if not ask.given(site, directory):
                    found.append(Need(ask.key, ask.required, documents=self._titles(ask.fact, number)))
        having = {fact.name for fact in site.facts}
        for name, _ in self._project.fact_types:
            titles = self._titles(name, number) if name.startswith("facts.") and site.area is None else ()
            if titles:  # a fact that no page of the site would show is not asked for
                short = name.removeprefix("facts.")
                asked.append(("fact", short))
                if name not in having:
                    found.append(Need("fact", True, short, titles))
        return tuple(asked), (*found, *self._again(site, directory))

    def _again(self, site: Site, directory: Directory | None) -> Iterator[Need]:
        """What is there, but unchecked or checked long ago."""
        today, contact = self._project.today, site.contact
        if any((contact.phone, contact.whatsapp, contact.email, contact.address, contact.hours, contact.website)):
            if not (contact.source and contact.verified):
                yield Need("contact-unchecked", False)
            elif contact_due(contact.verified) <= today:
                yield Need("contact-old", False, day=contact.verified)
        facilities = directory.facilities if directory else ()
        if not all(one.checked for one in facilities):
            yield Need("facilities-unchecked", False)
        days = [one.verified for one in facilities if one.checked and one.verified]
        if days and contact_due(min(days)) <= today:
            yield Need("facilities-old", False, day=min(days))

    def _titles(self, fact: str, number: int) -> tuple[str, ...]:
        editions: Iterable[Edition] = self._uses.get(fact, ())
        return tuple(dict.fromkeys(e.meta.title for e in editions if e.mask >> number & 1))
