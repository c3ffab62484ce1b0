"""Whether overrides still fit what they mask: current, stale (with a diff, grouped over sites) or without a base."""

import re
from dataclasses import dataclass, field
from difflib import unified_diff
from functools import cached_property, partial

from sitegen.model.site import Site
from sitegen.problems import Place, Problem, problem
from sitegen.read.audience import Audience
from sitegen.read.bases import Bases
from sitegen.read.documents import SourceDocument
from sitegen.read.masks import Masked, masks, parts
from sitegen.read.override import REPLACE, SECTION
from sitegen.read.readings import Readings
from sitegen.read.stacks import Stack, files_of
from sitegen.unicode import canonical
from sitegen.values import Frozen

_ASKED = r"\{\{\s*(?:site|region)\.\w+[^}]*\}\}"

STALE, UNBASED = "stale", "unbased"


@dataclass(slots=True)
class _Found:
    """Who is concerned by one Problem."""

    sites: int = 0
    files: set[Place] = field(default_factory=set)


class _Mask(Frozen):
    """The digest of what the override with this number in its stack masks; whether it says the same but for the names
    of places."""

    number: int
    digest: str
    only_names: bool


class _Masks(Frozen):
    """What the overrides of a stack mask, if they mask anything, and what is wrong with them."""

    masks: tuple[_Mask, ...]
    problems: tuple[Problem, ...]


class Staleness:
    """Looks at every stack once; `problems` says what was found, one Problem for each masked part."""

    def __init__(
        self,
        sites: tuple[Site, ...],
        audience: Audience,
        titles: dict[str, str],
        bases: Bases,
        problems: list[Problem],
        readings: Readings,
    ) -> None:
        self._network = sites
        self._audience = audience
        self._titles = titles
        self._bases = bases
        self._problems = problems
        self._readings = readings
        readings.under("masks", (titles, self._names))
        self._stale: dict[tuple[Place, str, str], _Found] = {}
        self._unknown: dict[tuple[Place, str], _Found] = {}
        self._names_only: dict[Place, _Found] = {}

    def look(self, stack: Stack, mask: int) -> None:
        """Compares what each override of a stack masks now with what it masked when it was written."""
        if len(stack) == 1:
            return
        make = partial(self._masks, stack)
        key = " ".join([document.digest for document in stack])
        found = self._readings.lasting("masks", "|".join(files_of(stack)), key, _Masks, make, partial(_fits, stack))
        self._problems += found.problems
        for one in found.masks:
            self._look(stack, one, mask)

    def problems(self) -> list[Problem]:
        """What is stale, what has no base, what should be a fact."""
        found = [
            problem("override-stale", place, sites=self._sites(who), others=_sorted(who), detail=detail, path=path)
            for (place, path, detail), who in self._stale.items()
        ]
        found += [
            problem("override-base-missing", place, sites=self._sites(who), others=_sorted(who), path=path)
            for (place, path), who in self._unknown.items()
        ]
        return found + [
            problem("override-only-names", place, sites=self._sites(who)) for place, who in self._names_only.items()
        ]

    def _masks(self, stack: Stack) -> _Masks:
        problems: list[Problem] = []
        found = tuple(
            _Mask(stack.index(masked.document), masked.digest, self._only_names(masked))
            for masked in masks(stack, self._titles, problems)
            if masked.text
        )
        return _Masks(found, tuple(problems))

    def _look(self, stack: Stack, one: _Mask, mask: int) -> None:
        document = stack[one.number]
        if one.only_names:
            self._names_only.setdefault(Place(document.file, document.line, 1), _Found()).sites |= mask
        found = _fit(document, one.digest, self._bases)
        if found == "":
            return
        masked = next((masked for masked in masks(stack, self._titles, []) if masked.document is document), None)
        if masked is None:  # only a forged row says of it that it masks anything
            return
        if found == UNBASED:
            self._unknown.setdefault((document.override.base_place, document.name), _Found()).sites |= mask
            self._unknown[(document.override.base_place, document.name)].files.add(Place(masked.place.file))
            return
        before = closest(masked, self._bases)
        key = (_place(masked, before), document.name, _diff(before, masked.text))
        who = self._stale.setdefault(key, _Found())
        who.sites |= mask
        who.files.add(Place(document.file))

    def _sites(self, who: _Found) -> tuple[str, ...]:
        return self._audience.names(who.sites)

    def _only_names(self, masked: Masked) -> bool:
        """Whether an override says what the text below it says, but for the names of places."""
        if masked.document.mode not in (SECTION, REPLACE):
            return False
        own = canonical(masked.document.body)
        lines = parts(masked.text)[1]
        below = "\n".join(lines)
        return own != below and self._alike(own.split("\n"), lines)

    def _alike(self, ours: list[str], theirs: list[str]) -> bool:
        """Whether lines say the same, but for the names of places: no name goes over the end of a line."""

        def unnamed(line: str) -> str:
            return self._places.sub("\ufffc", line)

        pairs = zip(ours, theirs, strict=False)
        return len(ours) == len(theirs) and all(a == b or unnamed(a) == unnamed(b) for a, b in pairs)

    @cached_property
    def _names(self) -> frozenset[str]:
        """What places of the network are called."""
        regions = {name for site in self._network for name in (site.region.short_name, site.region.name)}
        return frozenset(regions.union(name for site in self._network for name in (site.name, site.place, site.id)))

    @cached_property
    def _places(self) -> re.Pattern[str]:
        names = sorted(self._names, key=lambda name: (-len(name), name))
        listed = "|".join(re.escape(canonical(name)) for name in names if name)
        return re.compile(rf"{_ASKED}|(?:(?:Kabupaten|Kota)\s+)?\b(?:{listed})\b")


def _fits(stack: Stack, found: _Masks) -> bool:
    """Whether masks may be those of a stack."""
    return all(0 < one.number < len(stack) and stack[one.number].mode for one in found.masks)


def fit(masked: Masked, bases: Bases) -> str:
    """Whether an override still fits what it masks: "" if it does, else STALE, or UNBASED if nobody can tell."""
    return _fit(masked.document, masked.digest, bases) if masked.text else ""


def _fit(document: SourceDocument, digest: str, bases: Bases) -> str:
    known = document.override.bases
    good = next((base for base in known if bases.current(base, digest)), None)
    if good is not None and bases.kept(good):
        return ""
    return STALE if good is None and known else UNBASED


def closest(masked: Masked, bases: Bases) -> str | None:
    """The base text that is most like what is masked now; None if none is kept."""
    kept = [text for text in map(bases.text, masked.document.override.bases) if text is not None]
    now = set(masked.text.split("\n"))
    return max(kept, key=lambda text: len(now.intersection(text.split("\n"))), default=None)


def _place(masked: Masked, before: str | None) -> Place:
    """Where the masked text has changed: the body or heading, else the first key that differs."""
    if before is None:
        return masked.place
    old_keys, old_body = parts(before)
    new_keys, new_body = parts(masked.text)
    if old_body == new_body:
        changed = {line.partition(":")[0].partition(".")[0] for line in set(old_keys) ^ set(new_keys)}
        return next((place for key, place in masked.fields if key in changed), masked.place)
    return masked.place


def _diff(before: str | None, now: str) -> str:
    """What changed, as a unified diff without file names; "" if the text before is not kept."""
    if before is None:
        return ""
    lines = unified_diff(_shown(before), _shown(now), lineterm="", n=2)
    return "\n".join([line for line in lines if not line.startswith(("--- ", "+++ "))])


def _shown(text: str) -> list[str]:
    """Keys and body as lines; the divider only where there are keys."""
    keys, body = parts(text)
    return [*keys, "---", *body] if keys else body


def _sorted(who: _Found) -> tuple[Place, ...]:
    return tuple(sorted(who.files))
