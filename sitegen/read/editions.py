"""From sources to editions: which layers meet on which site, what their front matter says together, who sees what."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from sitegen.claimed import hinted
from sitegen.digest import digest
from sitegen.model.document import ClaimMark, Edition, Gone, Meta, Occurrence, Segment, Slot, Text, Words
from sitegen.model.kinds import Kind
from sitegen.model.site import Site
from sitegen.problems import Place, Problem, problem
from sitegen.read import dated, downloads, governance
from sitegen.read.audience import Audience
from sitegen.read.claims import Claims
from sitegen.read.compose import Composer
from sitegen.read.documents import SourceDocument, Sources
from sitegen.read.officials import sounding
from sitegen.read.override import FIELDS, NOTES
from sitegen.read.policy import Holds
from sitegen.read.readings import Readings
from sitegen.read.schema import convert, meant, nearest
from sitegen.read.source import Mapping, Node, Sequence, get, scalars
from sitegen.read.stacks import Stack, Stacker, files_of, merged_front
from sitegen.read.staleness import Staleness
from sitegen.values import Frozen, replace


class Calendar(Frozen):
    """The day that a build speaks of, and whether drafts and future documents are shown."""

    today: dt.date
    drafts: bool


class _Part(Frozen, array_like=True):
    """What an `Edition` and its `Text` have besides what their stack says; the words of the text are not in it. Where
    they sound official."""

    meta: Meta
    key: str
    slots: tuple[Slot, ...]
    segments: tuple[Segment, ...]
    claims: tuple[ClaimMark, ...]
    blank: bool
    mask: int
    gone: Gone | None
    face: str
    overdue: bool
    days: tuple[Occurrence, ...]
    sounding: tuple[tuple[Place, str], ...]


class _Made(Frozen, array_like=True):
    """What came of a stack: its editions, what is wrong with it, the day when that changes, whether its files are shown
    anywhere, or it is said already why not, and which day it begins on if it has not begun."""

    parts: tuple[_Part, ...]
    problems: tuple[Problem, ...]
    turn: dt.date | None
    reached: bool
    begins: dt.date | None


class _Found(Frozen):
    """What came of all stacks of a document: their editions and Problems, the stacks in which something lies over
    another layer, the days of `_Made`, and where each text sounds official."""

    editions: tuple[Edition, ...]
    problems: tuple[Problem, ...]
    over: tuple[tuple[Stack, int], ...]
    turn: dt.date | None
    begins: dt.date | None
    sounding: tuple[tuple[str, tuple[tuple[Place, str], ...]], ...]


class Editions:
    """Makes the editions of a project; `next_change` is the next day on which they would differ, `later` has the day on
    which documents begin that have not begun yet, `sounding` where texts sound official, by their keys."""

    def __init__(
        self,
        sites: tuple[Site, ...],
        audience: Audience,
        titles: dict[str, str],
        topics: tuple[str, ...],
        composer: Composer,
        calendar: Calendar,
        staleness: Staleness,
        problems: list[Problem],
        holds: Holds,
        claims: Claims,
        readings: Readings,
    ) -> None:
        self._sites = sites
        self._audience = audience
        self._titles = titles
        self._topics = topics
        self._composer = composer
        self._calendar = calendar
        self._staleness = staleness
        self._problems = problems
        self._stacker = Stacker(sites, problems)
        self._holds = holds
        self._claims = claims
        self._readings = readings
        self._texts: dict[str, Text] = {}  # those of the stack that were composed now
        self._turn: dt.date | None = None  # these of the stack, too
        self._begun: dt.date | None = None
        self._reached = False
        self.next_change: dt.date | None = None
        self.later: dict[str, dt.date] = {}
        self.sounding: dict[str, tuple[tuple[Place, str], ...]] = {}

    def make(self, sources: Sources) -> tuple[Edition, ...]:
        """All editions, sorted by path, language and mask."""
        by_path: dict[tuple[str, str], list[SourceDocument]] = {}
        for document in sources.documents:
            by_path.setdefault((document.path, document.lang), []).append(document)
        made: list[Edition] = []
        turns: list[dt.date] = []
        for (path, lang), documents in sorted(by_path.items()):
            find = partial(self._found, documents)
            if self._holds.concerns(path):  # what offices say is asked anew
                found = find()
            else:
                found = self._readings.again("documents", f"{path}.{lang}", documents, find)
            made += found.editions
            self._problems += found.problems
            for stack, mask in found.over:
                self._staleness.look(stack, mask)
            if found.turn:
                turns.append(found.turn)
            if found.begins:
                self.later[path] = min(found.begins, self.later.get(path, found.begins))
            for key, places in found.sounding:
                self.sounding.setdefault(key, places)
        self._problems += self._staleness.problems()
        self.next_change = min(turns, default=None)
        texts: dict[str, Text] = {}  # equal Texts become the same value: the first one wins
        for number, edition in enumerate(made):
            text = texts.setdefault(edition.text.key, edition.text)
            if text is not edition.text:
                made[number] = replace(edition, text=text)
        return tuple(sorted(made, key=lambda e: (e.path, e.lang, e.mask & -e.mask)))

    def _found(self, documents: list[SourceDocument]) -> _Found:
        """What comes of the layers of one document."""
        before, mades = len(self._problems), []
        editions: list[Edition] = []
        stacks = tuple(self._stacker.stacks(documents))
        reached: set[str] = set()  # files that are shown somewhere, or it is said already why not
        for stack, mask in stacks:
            self._texts = {}
            one = self._made(stack, mask)
            self._problems += one.problems
            for part in one.parts:
                if editions and editions[-1].meta == part.meta:  # as of most overrides: one of both is enough
                    part = replace(part, meta=editions[-1].meta)
                editions.append(self._edition(stack, part))
            mades.append(one)
            if one.reached:
                reached.update(files_of(stack))
        for document in documents if self._sites else ():
            if document.file not in reached and document.file not in self._stacker.broken:
                self._problems.append(problem("document-nowhere", _at(document.front, "sites")))
        problems = tuple(self._problems[before:])
        del self._problems[before:]
        return _Found(
            tuple(editions),
            problems,
            tuple([(stack, mask) for stack, mask in stacks if len(stack) > 1]),
            min((one.turn for one in mades if one.turn), default=None),
            min((one.begins for one in mades if one.begins), default=None),
            tuple([(part.key, part.sounding) for one in mades for part in one.parts if part.sounding]),
        )

    def _made(self, stack: Stack, mask: int) -> _Made:
        """What comes of a stack, made or known from before."""
        make = partial(self._noted, stack, mask)
        if self._holds.concerns(stack[0].path):
            return make()
        key = f"{mask:x} {' '.join([document.digest for document in stack])}"
        return self._readings.lasting("editions", "|".join(files_of(stack)), key, _Made, make, partial(_fits, mask))

    def _edition(self, stack: Stack, part: _Part) -> Edition:
        first, lang = stack[0], stack[0].lang
        again, text = self._composer.later(stack, self._titles, part.mask), self._texts.get(part.key)
        if text is not None and isinstance(text.utf8, bytes):
            text = replace(text, utf8=Words(text.utf8, again))
        elif text is None:  # known from before: nobody may ask for its words
            text = Text(part.key, lang, again, part.slots, part.segments, first.kind.form, part.claims, part.blank)
        return Edition(
            first.path, first.kind.id, first.slug, lang, part.meta, text, _local(stack), part.mask, stack[-1].file,
            part.gone, part.face, part.face + part.key, part.overdue, part.days,
        )  # fmt: skip

    def _noted(self, stack: Stack, mask: int) -> _Made:
        before, self._turn, self._begun, self._reached = len(self._problems), None, None, False
        parts = tuple(self._parts(stack, mask))
        problems = tuple(self._problems[before:])
        del self._problems[before:]
        return _Made(parts, problems, self._turn, self._reached, self._begun)

    def _parts(self, stack: Stack, mask: int) -> Iterator[_Part]:
        front = merged_front(stack)
        meta = convert(front, Meta, self._problems)
        kind = stack[0].kind
        given = {"title", "sources"} if _claimed(stack) else {"title"}  # claims bring their sources with them
        missing = [key for key in kind.required if get(front, key) is None and key not in given]
        for key in [key for key in missing if key not in meant(front, Meta)]:
            self._problems.append(problem("key-missing", front.place, key=key, name=key))
        if meta is None or missing:
            self._reached = True
            return
        self._check(front, meta, stack)
        nearest_file = stack[-1].file
        before = len(self._problems)
        selected = mask & self._audience.select(meta.sites, _at(front, "sites"), self._problems)
        understood = len(self._problems) == before
        shown, tombs = self._by_day(stack[0].path, front, meta, kind, mask, selected)
        if selected or tombs or not understood:
            self._reached = True
        shown = self._holds.accepted(stack[0], meta, shown)
        overdue = governance.overdue(meta, self._calendar.today)
        days = dated.occurrences(kind, meta, self._calendar.today)
        whole = shown
        for _, part in tombs:
            whole |= part
        if not whole:
            return
        for part, text in self._composer.texts(stack, self._titles, whole):
            said = self._claims.with_sources(meta, text)
            for gone, sites in ((None, shown), *tombs):
                if part & sites:
                    face = digest(stack[0].path, stack[0].lang, said, gone, overdue, _local(stack), days, nearest_file)
                    self._texts.setdefault(text.key, text)
                    yield _Part(
                        said, text.key, text.slots, text.segments, text.claims, text.blank,
                        part & sites, gone, face, overdue, days, sounding(text),
                    )  # fmt: skip

    def _by_day(
        self, path: str, front: Mapping, meta: Meta, kind: Kind, mask: int, selected: int
    ) -> tuple[int, list[tuple[Gone, int]]]:
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
        expires = dated.ends(kind, meta)
        if expires:
            if expires <= today:
                if live:
                    tombs.append((Gone(expires, True), live))
                live = 0
            else:
                self._soon(expires)
        begins = dated.begins(kind, meta)
        if begins and begins > today and not self._calendar.drafts:
            self._soon(begins)
            self._begun = begins
            live = 0
        if meta.draft and not self._calendar.drafts:
            live = 0
        if live:
            turning = dated.turn(kind, meta, today)
            if turning:
                self._soon(turning)
            standing = governance.standing(front, meta, today)
            self._problems += standing.problems
            for turn in standing.turns:
                self._soon(turn)
            if standing.gone:
                tombs.append((standing.gone, live))
                live = 0
        return live, tombs

    def _soon(self, day: dt.date) -> None:
        self._turn = min(day, self._turn or day)

    def _check(self, front: Mapping, meta: Meta, stack: Stack) -> None:
        for topic, node in zip(meta.topics, _items(front, "topics"), strict=False):
            if topic not in self._topics:
                near = nearest(topic, self._topics)
                self._problems.append(problem("topic-unknown", node.place, topic=topic, near=near))
        for scalar in scalars(front):
            if "{{" in scalar.text or "{%" in scalar.text:
                self._problems.append(problem("fact-in-front-matter", scalar.place))
        if (meta.reviewed and not meta.reviewer) or (meta.reviewer and not meta.reviewed):
            self._problems.append(problem("review-half", _at(front, "reviewed" if meta.reviewed else "reviewer")))
        today = self._calendar.today
        self._problems += governance.check(front, meta, stack[0].kind, today, claimed=_claimed(stack))
        for alias, node in zip(meta.aliases, _items(front, "aliases"), strict=False):
            if not alias.endswith(".html"):
                self._problems.append(problem("alias-shape", node.place, alias=alias))
        if meta.expires and meta.date and meta.expires <= meta.date:
            self._problems.append(problem("dates-order", _at(front, "expires"), first="date", second="expires"))
        self._problems += dated.check(front, meta, stack[0].kind)
        self._problems += downloads.check_name(front, meta)
        for document in stack:
            says_something = document.mode in (*NOTES, FIELDS) and document.front.entries
            enough = says_something or (document.kind.bodiless and not document.mode)
            if not document.body.strip() and not enough:
                rule = "override-nothing" if document.mode == FIELDS else "body-empty"
                self._problems.append(problem(rule, Place(document.file, document.line, 1)))


def _fits(mask: int, made: _Made) -> bool:
    """Whether editions may be of a stack on these sites; what tells them apart otherwise, only their digest knows."""
    return all(0 < part.mask == part.mask & mask for part in made.parts)


def _local(stack: Stack) -> bool:
    """Whether a nearer layer changed a document or added it."""
    return len(stack) > 1 or stack[0].layer.kind != "shared"


def _claimed(stack: Stack) -> bool:
    """Whether any layer names claims."""
    return any(hinted(document.body) for document in stack)


def _at(front: Mapping, key: str) -> Place:
    """Where a key's value stands, or the front matter itself if it lacks the key."""
    node = get(front, key)
    return node.place if node is not None else front.place


def _items(front: Mapping, key: str) -> tuple[Node, ...]:
    """The items of a list in the front matter; none if it is missing."""
    node = get(front, key)
    return node.items if isinstance(node, Sequence) else ()
