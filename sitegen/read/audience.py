"""Which sites are meant: names of sites, groups, provinces, island groups and tags as bit masks."""

import re
from collections.abc import Iterable

from sitegen.model.document import Selector
from sitegen.model.site import Site
from sitegen.problems import Place, Problem, problem
from sitegen.read.groups import Group
from sitegen.read.schema import nearest
from sitegen.values import Frozen

_PREFIXES = ("site", "group", "island", "province", "tag")


class Audience(Frozen):
    """Resolves names to masks over the sites: bit i stands for site i."""

    everyone: int
    ids: tuple[str, ...]
    named: dict[str, int]
    ambiguous: dict[str, str]

    def mask(self, name: str, place: Place, problems: list[Problem]) -> int:
        """The sites that `name` means; 0 with a Problem for an unknown or ambiguous name.

        A bare name is looked for among sites and groups, which the project named itself, then among island groups,
        provinces and tags; a prefix (`province:papua`) says which is meant.
        """
        key = name.strip().casefold()
        if key in self.ambiguous:
            problems.append(problem("audience-ambiguous", place, name=name, readings=self.ambiguous[key]))
            return 0
        if key not in self.named:
            near = nearest(key, self._like(key))
            problems.append(problem("audience-unknown", place, name=name, near=near))
            return 0
        return self.named[key]

    def _like(self, key: str) -> tuple[str, ...]:
        """What may have been meant: with a known prefix, names that have it; without, those that need none."""
        prefix, colon, _ = key.partition(":")
        start = f"{prefix}:" if prefix in _PREFIXES else ""
        names = (*self.named, *self.ambiguous)
        return tuple(n for n in names if n.startswith(start) and (":" in n) == bool(colon)) or names

    def select(self, selector: Selector, place: Place, problems: list[Problem]) -> int:
        """The sites of a selector: all or `only`, less `except`."""
        chosen = self.everyone
        if selector.only:
            chosen = self._any(selector.only, place, problems)
        return chosen & ~self._any(selector.exclude, place, problems)

    def names(self, mask: int) -> tuple[str, ...]:
        """The ids of the sites in a mask, in the order of sites.yaml."""
        return tuple(site for i, site in enumerate(self.ids) if mask >> i & 1)

    def _any(self, names: Iterable[str], place: Place, problems: list[Problem]) -> int:
        mask = 0
        for name in names:
            mask |= self.mask(name, place, problems)
        return mask


def audience(sites: tuple[Site, ...], groups: tuple[Group, ...]) -> Audience:
    """The names that this network knows, and the sites each one means."""
    kinds: dict[str, dict[str, int]] = {prefix: {} for prefix in _PREFIXES}
    for number, site in enumerate(sites):
        bit = 1 << number
        for prefix, name in (
            ("site", site.id),
            ("island", slug(site.region.island_group)),
            ("province", slug(site.region.province)),
            *(("tag", tag) for tag in site.tags),
            *(("group", group) for group in site.groups),
        ):
            key = name.casefold()
            kinds[prefix][key] = kinds[prefix].get(key, 0) | bit
    for group in groups:
        kinds["group"].setdefault(group.id.casefold(), 0)
    named = {f"{prefix}:{name}": mask for prefix, names in kinds.items() for name, mask in names.items()}
    ambiguous: dict[str, str] = {}
    for name in sorted({n for names in kinds.values() for n in names}):
        own = [p for p in ("site", "group") if name in kinds[p]] or [p for p in _PREFIXES if name in kinds[p]]
        if len({kinds[p][name] for p in own}) > 1:
            ambiguous[name] = ", ".join(f"{p}:{name}" for p in own)
        else:
            named[name] = kinds[own[0]][name]
    return Audience((1 << len(sites)) - 1, tuple(site.id for site in sites), named, ambiguous)


def slug(name: str) -> str:
    """A name of the register as selectors write it: "Bali dan Nusa Tenggara" is `bali-dan-nusa-tenggara`."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
