"""From what differs on each site to causes: one entry for what is the same on many sites or in many documents."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from sitegen.build import Prepared
from sitegen.diff.sides import Side
from sitegen.diff.site import Finding, Found, Look
from sitegen.diff.text import pairs, words
from sitegen.model.difference import Change, Difference, Follow, Hunk, Masked, SiteChange, Waiting
from sitegen.model.output import SitePlan
from sitegen.model.project import Project
from sitegen.plan.aliases import PREFIX
from sitegen.plan.selection import Placed, selections
from sitegen.problems import Problem
from sitegen.removals import Taken, is_address
from sitegen.values import replace

ORDER = ("removed", "withdrawn", "expired", "held", "moved", "added", "changed", "masked", "same", "page", "site",
         "theme", "file")  # fmt: skip
_SAME_FROM = 4
_Use = tuple[str, Finding, Hunk]
_TEXTS = ("changed", "withdrawn", "expired", "held")


def fold(
    prepared: Prepared,
    plans: tuple[SitePlan, ...],
    problems: Iterable[Problem],
    before: Side,
    after: Side,
    lost: Sequence[Taken],
    against: str,
) -> Difference:
    """The difference between two output folders for some sites, those of `plans`. `after` was made from `prepared`, in
    which `problems` were found; `lost` is what `removals` counted."""
    project = prepared.project
    network = _Network(project)
    found: dict[str, Found] = {}
    changes: list[SiteChange] = []
    for plan in plans:
        site = plan.site
        if site.domain not in before.sites:
            pages = sum(path.endswith(".html") for path in after.sites.get(site.domain, ()))
            changes.append(SiteChange("added", site.id, site.domain, site.name, pages))
        else:
            docs = {} if site.alias_of else network.docs(site.id)
            found[site.id] = _alias(plan, before, after) if site.alias_of else Look(plan, docs, before, after).found()
    known = {plan.site.domain for plan in prepared.plan.sites}
    whole = len(plans) == len(prepared.plan.sites)
    for domain in sorted(before.sites.keys() - known) if whole else ():
        pages = sum(map(is_address, before.sites[domain]))
        changes.append(SiteChange("removed", "", domain, "", 0 if domain.startswith(PREFIX) else pages))
    own = {plan.site.id for plan in plans if not plan.site.alias_of}
    entries = network.entries(found, own & found.keys(), [p for p in problems if p.rule == "override-stale"])
    follows: dict[str, list[str]] = {}
    for name, one in found.items():
        for path in one.follows:
            follows.setdefault(path, []).append(name)
    return Difference(
        against, project.today, len(own),
        sum(one.added for one in found.values()), sum(one.changed for one in found.values()),
        sum(one.removed for one in found.values()), sum(one.files for one in found.values()),
        sum(len(one.paths) for one in lost), tuple(one.site for one in lost if one.site and one.too_much),
        tuple(changes), tuple(sorted(entries, key=_order)),
        tuple(Follow(path, tuple(names)) for path, names in sorted(follows.items())),
        tuple(network.waiting(own)),
    )  # fmt: skip


def _order(change: Change) -> tuple[int, int, str, str]:
    return (ORDER.index(change.kind), -len(change.sites), change.name, change.example)


def _alias(plan: SitePlan, before: Side, after: Side) -> Found:
    """The tree of an old host has a page for each page of its site: it follows."""
    old, new = before.sites[plan.site.domain], after.sites.get(plan.site.domain, {})
    paths = sorted(p for p in old.keys() | new.keys() if p not in old or p not in new or old[p].sha256 != new[p].sha256)
    return Found(follows=paths)


class _Network:
    """What the project says of its documents: who shows them, what hides them, what they wait for."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._ids = [site.id for site in project.sites]
        self._docs: dict[str, dict[str, Placed]] = {}
        for selection in selections(project):
            placed: dict[str, Placed] = {}
            for one in (*selection.shown, *selection.gone):
                placed.update({one.folder + alias: one for alias in one.edition.meta.aliases})
            placed.update({one.path: one for one in (*selection.shown, *selection.gone)})
            for number, name in enumerate(self._ids):
                if selection.mask >> number & 1:
                    self._docs[name] = placed

    def docs(self, site: str) -> Mapping[str, Placed]:
        """The documents of a site by their paths."""
        return self._docs.get(site, {})

    def _names(self, mask: int, among: set[str]) -> tuple[str, ...]:
        return tuple(name for number, name in enumerate(self._ids) if mask >> number & 1 and name in among)

    def waiting(self, among: set[str]) -> Iterator[Waiting]:
        """What waits for the offices of these sites."""
        for offer in self._project.offers:
            names = self._names(offer.waiting, among)
            if names:
                yield Waiting(offer.path, offer.title, offer.policy, offer.since, names)

    def entries(self, found: Mapping[str, Found], among: set[str], stale: list[Problem]) -> Iterator[Change]:
        """One entry for each cause."""
        every = [(site, one) for site in self._ids if site in found for one in found[site].findings]
        every, common = _common(every)
        yield from _together(common, among, "same")
        pages: dict[Hunk, list[_Use]] = {}
        groups: dict[tuple[object, ...], list[tuple[str, Finding]]] = {}
        for site, one in every:
            if one.kind == "page":
                for text, hunk in zip(one.text, one.hunks, strict=True):
                    pages.setdefault(text, []).append((site, one, hunk))
            else:
                groups.setdefault(_key(one), []).append((site, one))
        yield from _together(pages.values(), among, "page")
        shown: dict[str, set[str]] = {}
        for site, one in every:
            shown.setdefault(one.name, set()).add(site)
        told: set[str] = set()
        for group in groups.values():
            one = group[0][1]
            if one.lang:
                told.add(one.name)
                yield self._document(group, among, shown[one.name], stale)
            else:
                yield _change(group, len(among), one.kind)
        yield from self._hidden(stale, told, among)

    def _document(
        self, group: list[tuple[str, Finding]], among: set[str], shown: set[str], stale: list[Problem]
    ) -> Change:
        """A document's entry, with who does not show the change and why."""
        one = group[0][1]
        editions = [e for e in self._project.editions if e.path == one.name and e.lang == one.lang]
        having = {name for e in editions for name in self._names(e.mask, among)}
        # Where one without an override did not change either, the change is not one of the shared text.
        unmoved = [e for e in editions if self._names(e.mask, among - shown)]
        masked: dict[str, list[str]] = {}
        for edition in editions if one.kind in _TEXTS and all(e.local for e in unmoved) else ():
            for name in self._names(edition.mask, among - shown):
                masked.setdefault(edition.file, []).append(name)
        old = {place.file for p in stale for place in p.others}
        offers = [offer for offer in self._project.offers if offer.path == one.name]
        changed = sum({offer.changed for offer in offers}) if one.kind == "changed" else 0
        return replace(
            _change(group, len(having | shown), one.kind),
            masked=tuple(Masked(file, tuple(names), file in old) for file, names in sorted(masked.items())),
            waiting=tuple(name for offer in offers for name in self._names(offer.waiting, among)),
            renewed=self._names(changed, shown),
        )

    def _hidden(self, stale: list[Problem], told: set[str], among: set[str]) -> Iterator[Change]:
        """Shared documents whose change is seen nowhere that an entry tells of, since overrides hide it."""
        for one in stale:
            name = dict(one.args)["path"]
            sites = tuple(site for site in one.sites if site in among)
            if name in told or not sites:
                continue
            masked = tuple(Masked(place.file, sites if len(one.others) == 1 else (), True) for place in one.others)
            yield Change("masked", name, "", one.place.file, (), 0, (), len(sites), sites[0], (), masked)


def _key(one: Finding) -> tuple[object, ...]:
    """What makes findings of many sites one: for documents that come and go, not what they said there."""
    text = one.text if one.kind in ("changed", "moved", "site") else ()
    name = "" if one.kind == "site" else one.name  # the same difference of all pages on many sites is one
    return (one.kind, name, one.lang, text, one.target, one.lost, one.path if one.kind == "file" else "")


@cache
def _delta(hunk: Hunk) -> tuple[tuple[str, str], ...]:
    """The words in which a hunk differs: the same for all texts in which the same word was exchanged."""
    told = []
    for before, after in pairs(hunk):
        sides = words(before, after)
        told.append(tuple(" ".join(run.strip() for new, run in side if new) for side in sides))
    return tuple((old, new) for old, new in told)


def _common(every: list[tuple[str, Finding]]) -> tuple[list[tuple[str, Finding]], Iterable[list[_Use]]]:
    """Parts what is the same in many documents (a template, a claim, the name of a topic) from what is their own."""
    uses: dict[tuple[tuple[str, str], ...], list[_Use]] = {}
    for site, one in every:
        if one.kind in ("changed", "page"):
            for text, hunk in zip(one.text, one.hunks, strict=True):
                uses.setdefault(_delta(text), []).append((site, one, hunk))
    many = {delta: told for delta, told in uses.items() if len({one.name for _, one, _ in told}) >= _SAME_FROM}
    left = []
    for site, one in every:
        if one.kind in ("changed", "page"):
            kept = [pair for pair in zip(one.text, one.hunks, strict=True) if _delta(pair[0]) not in many]
            if not kept:
                continue
            one = replace(one, text=tuple(text for text, _ in kept), hunks=tuple(hunk for _, hunk in kept))
        left.append((site, one))
    return left, many.values()


def _together(uses: Iterable[list[_Use]], among: set[str], kind: str) -> Iterator[Change]:
    """Differences that stand on the same pages of the same sites, as one entry."""
    where: dict[frozenset[tuple[str, str]], list[list[_Use]]] = {}
    for told in uses:
        where.setdefault(frozenset((site, one.path) for site, one, _ in told), []).append(told)
    for many in where.values():
        first = many[0]
        group = list({(site, one.path): (site, one) for site, one, _ in first}.values())
        yield replace(_change(group, len(among), kind), hunks=tuple(told[0][2] for told in many))


def _change(group: list[tuple[str, Finding]], of: int, kind: str) -> Change:
    """An entry for what is the same in all of these."""
    site, one = group[0]
    sites = tuple(dict.fromkeys(name for name, _ in group))
    paths = tuple(dict.fromkeys(finding.path for _, finding in group if finding.path))
    title = "" if kind == "site" and len(sites) > 1 else one.title
    file, name = Counter(finding.file for _, finding in group).most_common(1)[0][0], one.name
    if kind == "same":
        file = name = ""
    count = sum(len(finding.covers) or 1 for _, finding in group)
    return Change(kind, name, title, file, paths, count, sites, of, site, one.hunks, target=one.target, lost=one.lost)
