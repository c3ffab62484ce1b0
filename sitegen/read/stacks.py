"""Stacks: which layers of a document meet on which sites, furthest first."""

from collections.abc import Iterator

from sitegen.model.site import Site
from sitegen.problems import Place, Problem, problem
from sitegen.read.documents import SourceDocument
from sitegen.read.source import Mapping, Node, Scalar

Stack = tuple[SourceDocument, ...]


class Stacker:
    """Makes the stacks of one network; `full` are the sites of more than one page, `broken` the files of stacks that
    are Problems."""

    def __init__(self, sites: tuple[Site, ...], problems: list[Problem]) -> None:
        self._sites = sites
        self._problems = problems
        self.broken: set[str] = set()
        self._full = sum(1 << i for i, site in enumerate(sites) if site.area is None)
        self._speaks: dict[str, int] = {}
        self._concerned: dict[tuple[str, str], int] = {}
        for number, site in enumerate(sites):
            for lang in site.languages:
                self._speaks[lang] = self._speaks.get(lang, 0) | 1 << number
            for layer in (("site", site.id), *(("group", group) for group in site.groups)):
                self._concerned[layer] = self._concerned.get(layer, 0) | 1 << number

    def stacks(self, documents: list[SourceDocument]) -> Iterator[tuple[Stack, int]]:
        """The distinct stacks of one document's layers, each with its sites; broken stacks become Problems."""
        first, *others = documents
        everyone = self._full & self._speaks.get(first.lang, 0)
        if not others and first.layer.kind == "shared" and not first.mode:  # as most are
            yield (first,), everyone
            return
        shared = tuple(document for document in documents if document.layer.kind == "shared")
        apart = 0
        for document in documents:
            apart |= everyone & self._concerned.get((document.layer.kind, document.layer.id), 0)
        masks: dict[tuple[str, ...], int] = {}
        stacks = {files_of(shared): shared}
        if len(shared) == len(documents) or everyone & ~apart:  # the sites without a layer of their own
            masks[files_of(shared)] = everyone & ~apart
        named = {document.layer.id for document in documents}
        alike: dict[tuple[str, ...], Stack] = {}
        while apart:
            bit = apart & -apart
            apart ^= bit
            site = self._sites[bit.bit_length() - 1]
            layers = (site.id if site.id in named else "", *[group for group in site.groups if group in named])
            if layers not in alike:
                alike[layers] = self._understood(stack_for(documents, site))
            files = files_of(alike[layers])
            masks[files] = masks.get(files, 0) | bit
            stacks[files] = alike[layers]
        for files, mask in sorted(masks.items(), key=lambda of: of[1] & -of[1]):
            if files and self._sound(stacks[files]):
                yield stacks[files], mask
            else:
                self.broken.update(files)

    def _sound(self, stack: Stack) -> bool:
        first = stack[0]
        if first.mode:
            self._problems.append(problem("override-without-base", first.place, path=first.path))
        return not first.mode

    def _understood(self, stack: Stack) -> Stack:
        """A stack without the files that do not say how they change the one below: with that one in their place, links
        to it are no further mistakes."""
        for document in stack[1:]:
            if not document.mode and document.file not in self.broken:
                self.broken.add(document.file)
                self._problems.append(
                    problem("override-mode-missing", document.place, others=(Place(stack[0].file),), path=document.path)
                )
        return tuple(d for n, d in enumerate(stack) if not n or d.mode)


def files_of(stack: Stack) -> tuple[str, ...]:
    """The files of a stack, by which it is known."""
    return tuple([document.file for document in stack])


def merged_front(stack: Stack) -> Mapping:
    """The front matter of all layers: a nearer key wins. Each value keeps the place where it was written."""
    entries: dict[str, tuple[Scalar, Node]] = {}
    for document in stack:
        entries.update((key.text, (key, value)) for key, value in document.front.entries)
    return Mapping(tuple(entries.values()), stack[0].front.place)


def stack_for(documents: list[SourceDocument], site: Site) -> Stack:
    """The layers of one document that meet on a site, furthest first."""
    return tuple(d for d in _ordered(documents, site) if _concerns(d, site))


def _ordered(documents: list[SourceDocument], site: Site) -> list[SourceDocument]:
    """Furthest first: shared, groups in the order the site has them, the site itself."""
    rank = {name: number for number, name in enumerate(site.groups, 1)}

    def key(document: SourceDocument) -> int:
        kind = document.layer.kind
        return 0 if kind == "shared" else rank.get(document.layer.id, 0) if kind == "group" else len(rank) + 1

    return sorted(documents, key=key)


def _concerns(document: SourceDocument, site: Site) -> bool:
    kind, name = document.layer.kind, document.layer.id
    return kind == "shared" or (kind == "group" and name in site.groups) or (kind == "site" and name == site.id)
