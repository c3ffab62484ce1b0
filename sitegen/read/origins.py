"""Where things were written: asks the sources again for one document on one site, since values forget their places."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from sitegen.model.document import Meta, Text
from sitegen.model.explanation import BlockUse, LayerUse, Named, Origin, Run, Targeting, Value
from sitegen.problems import Place, Problem, problem
from sitegen.read.audience import audience
from sitegen.read.bases import Bases
from sitegen.read.compose import Composer
from sitegen.read.documents import SourceDocument, read_content
from sitegen.read.facts import fact_types
from sitegen.read.masks import masks
from sitegen.read.schema import convert
from sitegen.read.sites import levels_of, read_sites
from sitegen.read.source import Mapping, Node, Scalar, Sequence, get, scalars
from sitegen.read.stacks import Stack, stack_for
from sitegen.read.staleness import fit

_OPEN = re.compile(r":::[ \t]*(only|except)[ \t]+(.*?)[ \t]*")
_CLOSE = re.compile(r":::[ \t]*")
# What each built-in fact is worked out from, the first that is written; others stand under their own name.
_WORKED_OUT: dict[str, tuple[str, ...]] = {
    "official_url": ("identity.official_url",),
    "region.island_group": ("district",),
    "region.name": ("district",),
    "region.province": ("district",),
    "region.zone": ("district",),
    "site.base_url": ("base_url", "domain"),
    "site.host": ("domain",),
    "site.name": ("area", "district"),
    "site.place": ("area", "district"),
    "site.short_name": ("area", "district"),
    "site.title": ("identity.status",),
}
_ALWAYS = {"languages": "id", "theme": "default"}


class Origins:
    """The places of one project as one site sees it. Mistakes are passed over: reading the project has said them."""

    def __init__(self, root: Path, site_id: str) -> None:
        unsaid: list[Problem] = []
        file = read_sites(root, unsaid)
        ids = tuple(site.id for site in file.sites)
        self.site = file.sites[ids.index(site_id)]
        self._bit = 1 << ids.index(site_id)
        self._levels = levels_of(root, site_id)
        self._audience = audience(file.sites, file.groups)
        self._titles = {group.id: group.title for group in file.groups if group.title}
        self._types = fact_types(file.fact_types)
        languages = frozenset(lang for site in file.sites for lang in site.languages)
        groups = tuple(group.id for group in file.groups)
        self._bases = Bases(root, unsaid)
        self._documents = read_content(root, groups, ids, languages, unsaid).documents

    def names(self) -> tuple[str, ...]:
        """The names of all documents of the project."""
        return tuple(sorted({document.path for document in self._documents}))

    def languages(self, path: str) -> tuple[str, ...]:
        """The languages in which a document is written in any layer; none for an unknown one."""
        return tuple(sorted({d.lang for d in self._documents if d.path == path}))

    def stack(self, path: str, lang: str) -> Stack:
        """The layers of a document that meet on the site, furthest first."""
        return stack_for([d for d in self._documents if (d.path, d.lang) == (path, lang)], self.site)

    # -- sites.yaml ------------------------------------------------------------------------------------------------

    def settings(self) -> tuple[Value, ...]:
        """What sites.yaml says of the site, but for facts, with the level that says it."""
        names: dict[str, None] = {}
        for level in self._levels:
            for key, node in level.node.entries:
                inner = [f"{key.text}.{k.text}" for k, _ in node.entries] if isinstance(node, Mapping) else [key.text]
                names.update(dict.fromkeys(inner if key.text != "facts" else ()))
        values = [self._setting(name) for name in names]
        values += [Value(n, v, Origin("builtin", "")) for n, v in _ALWAYS.items() if n not in names]
        return tuple(sorted((value for value in values if value), key=lambda value: value.name))

    def fact(self, name: str) -> tuple[Origin, tuple[Origin, ...]]:
        """Who gives a fact, and what that hides."""
        for written in _WORKED_OUT.get(name, (name,)):
            found = self._setting(written)
            if found:
                return Origin(
                    "register" if written == "district" else found.origin.layer, found.origin.where
                ), found.hidden
        return Origin("builtin", ""), ()

    def _setting(self, name: str) -> Value | None:
        first, _, second = name.partition(".")
        places: list[Origin] = []
        value = ""
        for level in reversed(self._levels):
            node = get(level.node, first)
            if second:
                node = get(node, second) if isinstance(node, Mapping) else None
            if node is not None:
                value = value if places else said(node)
                places.append(Origin(level.layer, f"{node.place.file}:{node.place.line}"))
        return Value(name, value, places[0], tuple(places[1:])) if places else None

    # -- a document ------------------------------------------------------------------------------------------------

    def layers(self, stack: Stack, text: Text) -> tuple[LayerUse, ...]:
        """The layers, furthest first, and whether each override still fits."""
        shown = {segment.file for segment in text.segments}
        fits = {masked.document.file: fit(masked, self._bases) for masked in masks(stack, self._titles, [])}
        return tuple(
            LayerUse(
                _layer(d), d.file, d.mode, d.file in shown, fits.get(d.file, ""),
                f"group:{d.layer.id}" if d.layer.kind == "group" else d.layer.id, d.name,
            )
            for d in stack
        )  # fmt: skip

    def fields(self, stack: Stack) -> tuple[Value, ...]:
        """The keys of the front matter: a nearer layer's wins and hides those below."""
        found: dict[str, list[tuple[Node, Origin]]] = {}
        for document in reversed(stack):
            for key, node in document.front.entries:
                origin = Origin(_layer(document), f"{document.file}:{key.place.line}")
                found.setdefault(key.text, []).append((node, origin))
        order = [key.text for document in stack for key, _ in document.front.entries]
        return tuple(
            Value(key, said(found[key][0][0]), found[key][0][1], tuple(origin for _, origin in found[key][1:]))
            for key in dict.fromkeys(order)
        )

    def targeting(self, stack: Stack) -> Targeting:
        """The selector that lets the site see the document."""
        node = get(_merged(stack), "sites")
        if not isinstance(node, Mapping):
            return Targeting("")
        named = {key.text: tuple(self._named(n.text) for n in scalars(value)) for key, value in node.entries}
        where = f"{node.place.file}:{node.place.line}"
        return Targeting(where, named.get("only", ()), named.get("except", ()))

    def text(self, stack: Stack) -> Text:
        """The body, composed for this site alone: a Text that sites share maps its lines for the first of them."""
        composer = Composer(self._audience, self._types, [])
        return next(text for _, text in composer.texts(stack, self._titles, self._bit))

    def blocks(self, stack: Stack, text: Text) -> tuple[BlockUse, ...]:
        """The `only` and `except` blocks of all layers, seen or not."""
        shown = {(file, line) for file, first, last in stretches(text) for line in range(first, last + 1)}
        return tuple(block for document in stack for block in self._blocks(document, shown))

    def _blocks(self, document: SourceDocument, shown: set[tuple[str, int]]) -> Iterator[BlockUse]:
        opened: tuple[int, str, tuple[Named, ...]] | None = None
        for line, text in enumerate(document.body.split("\n"), document.line):
            begins = _OPEN.fullmatch(text)
            if begins and opened is None:
                opened = (line, begins[1], tuple(self._named(n) for n in begins[2].split(",") if n.strip()))
            elif opened and _CLOSE.fullmatch(text):
                first, word, names = opened
                seen = any(n.meant for n in names) == (word == "only")
                there = any((document.file, n) in shown for n in range(first + 1, line))
                yield BlockUse(word, names, f"{document.file}:{first}-{line}", seen, seen and not there)
                opened = None

    def _named(self, name: str) -> Named:
        return Named(name.strip(), bool(self._audience.mask(name, Place(""), []) & self._bit))

    # -- what is not there -----------------------------------------------------------------------------------------

    def absent(self, path: str, lang: str, today: dt.date, drafts: bool) -> Problem:
        """Why a document that exists has no page on the site, as far as its sources tell."""
        mine, site = self.stack(path, lang), self.site.id
        if not mine:
            others = [d for d in self._documents if d.path == path]
            layer = Place(others[0].file)
            return problem("explain-other-layer", layer, sites=(site,), path=path, site=site)
        front = _merged(mine)
        place = Place(mine[-1].file)
        if self.site.area is not None:
            return problem("explain-one-page", place, sites=(site,), site=site)
        if lang not in self.site.languages:
            return problem("explain-language", place, sites=(site,), path=path, site=site, lang=lang)
        meta = convert(front, Meta, [])
        if meta and meta.draft and not drafts:
            return problem("explain-draft", _at(front, "draft", place), path=path)
        if meta and meta.date and meta.date > today and not drafts:
            return problem("explain-future", _at(front, "date", place), path=path, date=meta.date.isoformat())
        return problem("explain-not-targeted", _at(front, "sites", place), sites=(site,), path=path, site=site)


def runs(stack: Stack, text: Text) -> tuple[Run, ...]:
    """The body as stretches of source lines."""
    layers = {document.file: _layer(document) for document in stack}
    return tuple(Run(layers.get(file, ""), f"{file}:{first}-{last}") for file, first, last in stretches(text))


def stretches(text: Text) -> list[tuple[str, int, int]]:
    """The line map of a Text as (file, first line, last line), without blank lines at either end."""
    composed = text.source.split("\n")
    found: list[tuple[str, int, int]] = []
    file, reach = "", 0  # the last line that was passed, blank or not
    ends = [*(segment.start for segment in text.segments[1:]), len(composed)]
    for segment, end in zip(text.segments, ends, strict=True):
        part = composed[segment.start - 1 : end - 1]
        follows = segment.file == file and segment.line <= reach + 1
        file, reach = segment.file, segment.line + len(part) - 1
        written = [n for n, line in enumerate(part, segment.line) if line.strip()]
        if not written:
            continue
        if follows and found and found[-1][0] == file and found[-1][1] <= written[0]:
            found[-1] = (file, found[-1][1], max(found[-1][2], written[-1]))
        else:
            found.append((file, written[0], written[-1]))
    return found


def said(node: Node) -> str:
    """A value in one line, as an editor would say it: lists and keys joined by commas."""
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    if isinstance(node, Sequence):
        return "; ".join(said(item) for item in node.items) if _deep(node) else ", ".join(map(said, node.items))
    return ", ".join(f"{key.text}: {said(value)}" for key, value in node.entries)


def _deep(node: Sequence) -> bool:
    return any(not isinstance(item, Scalar) or "," in item.text for item in node.items)


def _layer(document: SourceDocument) -> str:
    layer = document.layer
    return f"{layer.kind}:{layer.id}" if layer.id else layer.kind


def _merged(stack: Stack) -> Mapping:
    entries = {key.text: (key, value) for document in stack for key, value in document.front.entries}
    return Mapping(tuple(entries.values()), stack[0].front.place)


def _at(front: Mapping, key: str, otherwise: Place) -> Place:
    node = get(front, key)
    return node.place if node is not None else otherwise
