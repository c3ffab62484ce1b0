"""From sources to editions: which layers meet on which site, what their front matter says together, who sees what."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.digest import digest
from sitegen.model.document import Edition, Gone, Meta
from sitegen.model.site import Site
from sitegen.problems import Place, Problem, problem
from sitegen.read.audience import Audience
from sitegen.read.compose import Composer
from sitegen.read.documents import SourceDocument, Sources
from sitegen.read.schema import convert, nearest
from sitegen.read.source import Mapping, Node, Scalar, Sequence, get

Stack = tuple[SourceDocument, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The day that a build speaks of, and whether drafts and future documents are shown."""

    today: dt.date
    drafts: bool


class Editions:
    """Makes the editions of a project; `next_change` is the next day on which they would differ."""

    def __init__(
        self,
        sites: tuple[Site, ...],
        audience: Audience,
        titles: dict[str, str],
        topics: tuple[str, ...],
        composer: Composer,
        calendar: Calendar,
        problems: list[Problem],
    ) -> None:
        self._sites = sites
        self._audience = audience
        self._titles = titles
        self._topics = topics
        self._composer = composer
        self._calendar = calendar
        self._problems = problems
        self._full = sum(1 << i for i, site in enumerate(sites) if site.area is None)
        self._speaks: dict[str, int] = {}
        for number, site in enumerate(sites):
            for lang in site.languages:
                self._speaks[lang] = self._speaks.get(lang, 0) | 1 << number
        self.next_change: dt.date | None = None

    def make(self, sources: Sources) -> tuple[Edition, ...]:
        """All editions, sorted by path, language and mask."""
        by_path: dict[tuple[str, str], list[SourceDocument]] = {}
        for document in sources.documents:
            by_path.setdefault((document.path, document.lang), []).append(document)
        made: list[Edition] = []
        for _, documents in sorted(by_path.items()):
            for stack, mask in self._stacks(documents):
                made += self._editions(stack, mask)
        return tuple(sorted(made, key=lambda e: (e.path, e.lang, e.mask & -e.mask)))

    def _stacks(self, documents: list[SourceDocument]) -> Iterator[tuple[Stack, int]]:
        """The distinct stacks of layers (furthest first), each with its sites; broken stacks become Problems."""
        everyone = self._full & self._speaks.get(documents[0].lang, 0)
        masks: dict[tuple[str, ...], int] = {}
        stacks: dict[tuple[str, ...], Stack] = {}
        if len(documents) == 1 and documents[0].layer.kind == "shared":
            masks[()], stacks[()] = everyone, tuple(documents)
        else:
            for number, site in enumerate(self._sites):
                if everyone >> number & 1:
                    stack = stack_for(documents, site)
                    files = tuple(d.file for d in stack)
                    masks[files] = masks.get(files, 0) | 1 << number
                    stacks[files] = stack
        for files, mask in masks.items():
            if stacks[files] and self._sound(stacks[files]):
                yield stacks[files], mask

    def _sound(self, stack: Stack) -> bool:
        first, *nearer = stack
        if first.mode:
            self._problems.append(problem("override-without-base", first.place, path=first.path))
            return False
        bad = [d for d in nearer if not d.mode]
        for document in bad:
            self._problems.append(
                problem("override-mode-missing", document.place, others=(Place(first.file),), path=document.path)
            )
        return not bad

    def _editions(self, stack: Stack, mask: int) -> Iterator[Edition]:
        front = _merged(stack)
        meta = convert(front, Meta, self._problems)
        kind = stack[0].kind
        missing = [key for key in kind.required if get(front, key) is None and key != "title"]
        for key in missing:
            self._problems.append(problem("key-missing", front.place, key=key))
        if meta is None or missing:
            return
        self._check(front, meta, stack)
        nearest_file = stack[-1].file
        before = len(self._problems)
        selected = mask & self._audience.select(meta.sites, _at(front, "sites"), self._problems)
        understood = len(self._problems) == before and self._sites
        shown, tombs = self._by_day(front, meta, mask, selected)
        if understood and not selected and not tombs:
            self._problems.append(problem("document-nowhere", _at(front, "sites")))
        whole = shown
        for _, part in tombs:
            whole |= part
        if not whole:
            return
        for part, text in self._composer.texts(stack, self._titles, whole):
            for gone, sites in ((None, shown), *tombs):
                if part & sites:
                    stamp = digest(stack[0].path, stack[0].lang, meta, text.key, gone, len(stack) > 1)
                    local = len(stack) > 1 or stack[0].layer.kind != "shared"
                    yield Edition(
                        stack[0].path, kind.id, stack[0].slug, stack[0].lang, meta, text, local,
                        part & sites, nearest_file, gone, stamp,
                    )  # fmt: skip

    def _by_day(self, front: Mapping, meta: Meta, mask: int, selected: int) -> tuple[int, list[tuple[Gone, int]]]:
        """Who sees the document today, and who sees which tombstone in its place."""
        today = self._calendar.today
        tombs: list[tuple[Gone, int]] = []
        live = selected
        if meta.withdrawn:
            place = _at(front, "withdrawn")
            taken = mask & self._audience.select(meta.withdrawn.sites, place, self._problems)
            if meta.withdrawn.on <= today:
                gone = Gone(meta.withdrawn.on, False, meta.withdrawn.reason, meta.withdrawn.instead)
                tombs.append((gone, taken))
                live &= ~taken
            else:
                self._soon(meta.withdrawn.on)
        if meta.expires:
            if meta.expires <= today:
                if live:
                    tombs.append((Gone(meta.expires, True), live))
                live = 0
            else:
                self._soon(meta.expires)
        if meta.date and meta.date > today and not self._calendar.drafts:
            self._soon(meta.date)
            live = 0
        if meta.draft and not self._calendar.drafts:
            live = 0
        return live, tombs

    def _soon(self, day: dt.date) -> None:
        if self.next_change is None or day < self.next_change:
            self.next_change = day

    def _check(self, front: Mapping, meta: Meta, stack: Stack) -> None:
        for topic, node in zip(meta.topics, _items(front, "topics"), strict=False):
            if topic not in self._topics:
                near = nearest(topic, self._topics)
                self._problems.append(problem("topic-unknown", node.place, topic=topic, near=near))
        for scalar in _scalars(front):
            if "{{" in scalar.text or "{%" in scalar.text:
                self._problems.append(problem("fact-in-front-matter", scalar.place))
        if (meta.reviewed and not meta.reviewer) or (meta.reviewer and not meta.reviewed):
            self._problems.append(problem("review-half", _at(front, "reviewed" if meta.reviewed else "reviewer")))
        for alias, node in zip(meta.aliases, _items(front, "aliases"), strict=False):
            if not alias.endswith(".html"):
                self._problems.append(problem("alias-shape", node.place, alias=alias))
        if meta.expires and meta.date and meta.expires <= meta.date:
            self._problems.append(problem("dates-order", _at(front, "expires"), first="date", second="expires"))
        for document in stack:
            says_something = document.mode in ("before", "after") and document.front.entries
            if not document.body.strip() and not says_something:
                self._problems.append(problem("body-empty", Place(document.file, document.line, 1)))


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


def _merged(stack: Stack) -> Mapping:
    """The front matter of all layers: a nearer key wins. Each value keeps the place where it was written."""
    entries: dict[str, tuple[Scalar, Node]] = {}
    for document in stack:
        entries.update((key.text, (key, value)) for key, value in document.front.entries)
    return Mapping(tuple(entries.values()), stack[-1].front.place if len(stack) == 1 else stack[0].front.place)


def _at(front: Mapping, key: str) -> Place:
    """Where a key's value stands, or the front matter itself if it lacks the key."""
    node = get(front, key)
    return node.place if node is not None else front.place


def _items(front: Mapping, key: str) -> tuple[Node, ...]:
    """The items of a list in the front matter; none if it is missing."""
    node = get(front, key)
    return node.items if isinstance(node, Sequence) else ()


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for _, value in node.entries:
            yield from _scalars(value)
