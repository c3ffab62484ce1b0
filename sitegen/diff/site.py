"""What differs on one site, and which of it is a cause: all else follows from these."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from sitegen.diff.sides import Side
from sitegen.diff.text import Sheet, hunks, read, sheet, words
from sitegen.model.difference import Hunk
from sitegen.model.output import Copy, Page, Scaled, SitePlan
from sitegen.plan.planning import lost
from sitegen.plan.selection import Placed
from sitegen.removals import is_stone
from sitegen.urls import is_permalink
from sitegen.values import replace

_NUMBER = re.compile(r"\(?\d{1,4}\)?[.,]?")
_CALLED = ("⟨tel:", "⟨sms:", "⟨https://wa.me/")
_LOCAL = frozenset(("home.html", "contact.html", "area.html"))  # templates of pages that show the office's contacts
_TEXTS = frozenset(("questions.html", "glossary.html", "facilities.html"))
_MARKS = ".,:;!?()⟨⟩"


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference of one page that no other explains. `kind` as in `difference.Change`; `text` is the same as
    `hunks` without what differs from site to site by itself, so that equal ones of many sites are one cause."""

    kind: str
    name: str
    lang: str
    path: str
    title: str
    file: str = ""
    hunks: tuple[Hunk, ...] = ()
    text: tuple[Hunk, ...] = ()
    target: str = ""
    lost: bool = False
    covers: tuple[str, ...] = ()


@dataclass
class Found:
    """All of a site: its causes, the paths that only follow, and how many pages and files differ."""

    findings: list[Finding] = field(default_factory=list)
    follows: list[str] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    removed: int = 0
    files: int = 0


class Pair:
    """A page before and after. It is read once, and only as far as it is asked for."""

    def __init__(self, old: Sheet, new: Sheet) -> None:
        self.old, self.new = old, new

    @cached_property
    def before(self) -> tuple[tuple[str, ...], str]:
        """The paragraphs of the page as it is, and its markup."""
        return read(self.old.main)

    @cached_property
    def after(self) -> tuple[tuple[str, ...], str]:
        """The paragraphs of the page as it would be, and its markup."""
        return read(self.new.main)

    @cached_property
    def hunks(self) -> tuple[Hunk, ...]:
        """How the texts differ; the summaries, which search engines and messages show, come first."""
        old, new = self.old, self.new
        before, after = (self.before[0], self.after[0]) if old.main != new.main else ((), ())
        found = hunks(before, after)
        if old.summary != new.summary and not (old.summary in before and new.summary in after):
            first = Hunk((old.summary,) if old.summary else (), (new.summary,) if new.summary else ())
            found = (first, *(hunk for hunk in found if hunk != first))
        return found


class Look:
    """Looks at one site. `docs` are its documents by their path, tombstones and old addresses among them."""

    def __init__(self, plan: SitePlan, docs: Mapping[str, Placed], before: Side, after: Side) -> None:
        self._plan, self._docs, self._before, self._after = plan, docs, before, after
        domain = plan.site.domain
        self._old, self._new = before.sites.get(domain, {}), after.sites.get(domain, {})
        self._outputs = {output.path: output for output in plan.outline.outputs}
        self._pairs: dict[str, Pair] = {}
        self._involved: set[str] = set()
        self._titles: set[str] = set()
        self._targets: set[str] = set()
        self._owners: list[str] = []
        self._around: tuple[Hunk, ...] = ()
        self._words: tuple[set[str], set[str]] = (set(), set())
        self._said: tuple[set[str], set[str]] = (set(), set())

    def found(self) -> Found:
        """What differs, each cause once."""
        added = sorted(self._new.keys() - self._old.keys())
        removed = sorted(self._old.keys() - self._new.keys())
        changed = sorted(p for p in self._new.keys() & self._old.keys() if self._new[p].sha256 != self._old[p].sha256)
        pages = [path for path in changed if path.endswith(".html")]
        result = Found(added=_pages(added), changed=len(pages), removed=_pages(removed))
        result.files = len(added) + len(removed) + len(changed) - result.added - result.changed - result.removed
        if not (added or removed or changed):
            return result
        documents = [*self._gone(removed), *self._moved(pages), *self._come(added), *self._texts(pages)]
        self._said = _differing([hunk for one in documents for hunk in one.hunks])
        self._around = self._frame(pages)
        self._words = _differing(self._around)
        causes = [kept for one in documents for kept in self._without_site(one)]
        if self._around:
            causes.append(self._finding("site", "", self._plan.site.name, "", self._around, pages))
        plain = [path for path in pages if self._looks(path)]
        if plain:
            causes.append(self._finding("theme", "", "", "", (), plain))
        causes += self._pages(pages)
        causes += self._files(added, removed, changed, alone=not causes)
        told = {path for one in causes for path in (one.path, *one.covers)}
        result.findings = causes
        result.follows = [path for path in (*added, *removed, *changed) if path not in told]
        return result

    # -- documents -----------------------------------------------------------------------------------------------

    def _gone(self, removed: Sequence[str]) -> Iterator[Finding]:
        """Addresses that nothing has any more. Those that readers hold, a build refuses."""
        refused = set(lost(removed, self._plan.outline.keys))
        for path in removed:
            if path.endswith(".html"):
                self._involve(path)
                if is_permalink(path):
                    old = sheet(self._before.html(self._plan.site.domain, path))
                    self._involve(path, old.title, old.summary)
                    text = (Hunk(read(old.main)[0], ()),)
                    name = path.removesuffix(".html")
                    yield replace(self._finding("removed", name, old.title, path, text), lost=path in refused)

    def _moved(self, pages: Sequence[str]) -> Iterator[Finding]:
        """Documents with a new address: the old one leads there."""
        for path in pages:
            output = self._outputs[path]
            if isinstance(output, Page) and output.template == "redirect.html" and path in self._docs:
                placed = self._docs[path]
                old = self._pair(path).old
                if (
                    old.title == self._pair(path).new.title or placed.path == path
                ):  # it did so before, or is gathered with others
                    continue
                now = sheet(self._after.html(self._plan.site.domain, placed.path))
                self._involve(path, old.title, now.title, old.summary, now.summary)
                self._involve(placed.path)
                self._targets.add(placed.path)
                yield replace(
                    self._document("moved", placed, path, now.title, Pair(old, now).hunks), target=placed.path
                )

    def _come(self, added: Sequence[str]) -> Iterator[Finding]:
        """Documents that were not there."""
        for path in added:
            if path.endswith(".html"):
                self._involve(path)
                placed = self._docs.get(path)
                if placed is None or placed.path != path or placed.edition.gone or path in self._targets:
                    continue
                new = sheet(self._after.html(self._plan.site.domain, path))
                meta = placed.edition.meta
                self._involve(path, meta.title, meta.summary)
                shown = (meta.title, meta.summary) if placed.kind.gathered else read(new.main)[0]
                yield self._document("added", placed, path, meta.title, (Hunk((), shown),))

    def _texts(self, pages: Sequence[str]) -> Iterator[Finding]:
        """Documents of which readers see another text, or a tombstone."""
        for path in pages:
            placed = self._docs.get(path)
            if placed is None or placed.path != path or (placed.kind.gathered and not placed.edition.gone):
                continue
            pair = self._pair(path)
            found, old, new = pair.hunks, pair.old, pair.new
            if not found:
                continue
            self._involve(path, old.title, new.title, old.summary, new.summary)
            kind, gone = "changed", placed.edition.gone
            if is_stone(self._outputs[path]) and gone:
                kind = "held" if gone.held else "expired" if gone.expired else "withdrawn"
                found = (Hunk(pair.before[0], pair.after[0]),)
            yield self._document(kind, placed, path, placed.edition.meta.title, found)

    def _without_site(self, finding: Finding) -> Iterator[Finding]:
        """A document without those differences that the site's own values make on all its pages."""
        if finding.kind != "changed" or not self._around:
            yield finding
            return
        own = tuple(hunk for hunk in finding.hunks if not self._by_site(hunk))
        if own:
            yield replace(finding, hunks=own, text=self._general(own))

    def _by_site(self, hunk: Hunk) -> bool:
        out, come = _differing((hunk,))
        return bool(come and come <= self._words[1]) or bool(out and out <= self._words[0])

    # -- what all pages have, and pages that sitegen makes ------------------------------------------------------------

    def _frame(self, pages: Sequence[str]) -> tuple[Hunk, ...]:
        """How header and footer differ, but for links to documents that come and go."""
        for path in sorted(pages, key=lambda path: (path != "index.html", path)):
            old, new = self._pair(path).old, self._pair(path).new
            if old.around != new.around:
                found = hunks(_around(old.around)[0], _around(new.around)[0])
                return tuple(hunk for hunk in found if not self._mentions(hunk))
        return ()

    def _looks(self, path: str) -> bool:
        """Whether a page says the same and looks otherwise."""
        pair = self._pair(path)
        old, new = pair.old, pair.new
        if old.style == new.style and old.around == new.around and old.main == new.main:
            return not self._involved and not self._around  # what machines read in its head
        if pair.hunks:
            return False
        if old.style != new.style or (old.main != new.main and pair.before[1] != pair.after[1]):
            return True
        return not self._around and not self._involved and old.around != new.around

    def _pages(self, pages: Sequence[str]) -> list[Finding]:
        """Differences of pages that sitegen makes, but for those that follow from a document or from the site."""
        compared: dict[str, tuple[Hunk, ...]] = {}
        before: set[str] = set()
        after: set[str] = set()
        for path in pages:
            placed = self._docs.get(path)
            if placed is None:
                pair = self._pair(path)
                if pair.old.main != pair.new.main:
                    compared[path] = pair.hunks
                    before.update(map(_words_of, pair.before[0]))
                    after.update(map(_words_of, pair.after[0]))
        left = []
        for path, found in compared.items():
            own = tuple(hunk for hunk in found if not self._explained(hunk, path, before & after))
            if own:
                left.append(self._finding("page", path, self._pair(path).new.title, path, own))
        return left

    def _explained(self, hunk: Hunk, path: str, moved: set[str]) -> bool:
        """Whether a difference of a page that sitegen makes follows from a document or from the site's own values."""
        output = self._outputs.get(path)
        template = output.template if isinstance(output, Page) else ""
        out, come = _differing((hunk,))
        if self._around:
            seen = template in _LOCAL and not (out | come).isdisjoint(self._words[0] | self._words[1])
            if seen or self._by_site(hunk):
                return True
        if not self._involved:
            return False
        if template in _TEXTS:  # these hold texts of their own: only a document's title tells that it is the one
            return any(_words_of(one) in self._titles for one in (*hunk.before, *hunk.after))
        if self._mentions(hunk) or (out <= self._said[0] and come <= self._said[1]):
            return True
        left = [one for one in hunk.before if _words_of(one) not in moved and len(one) > 1]
        come_in = [one for one in hunk.after if _words_of(one) not in moved and len(one) > 1]
        return len(left) == len(come_in) and all(map(is_count, left, come_in))

    def _files(self, added: list[str], removed: list[str], changed: list[str], *, alone: bool) -> Iterator[Finding]:
        """Files that were put there as they are; and, if nothing else differs, those that sitegen makes."""
        for kind, paths in (("added", added), ("removed", removed), ("changed", changed)):
            for path in paths:
                if path.endswith(".html") or any(path.startswith(owner) for owner in self._owners):
                    continue
                output = self._outputs.get(path)
                put = isinstance(output, Copy | Scaled) or (output is None and "/" in path and path[-4:] != ".xml")
                if put or alone:
                    file = output.source if isinstance(output, Copy | Scaled) else ""
                    yield replace(self._finding("file", path, "", path), file=file, target=kind)

    # -- small things ------------------------------------------------------------------------------------------------

    def _pair(self, path: str) -> Pair:
        if path not in self._pairs:
            domain = self._plan.site.domain
            self._pairs[path] = Pair(sheet(self._before.html(domain, path)), sheet(self._after.html(domain, path)))
        return self._pairs[path]

    def _involve(self, path: str, *titles: str) -> None:
        """Remembers how other pages name a page that came, went or changed."""
        self._involved.add(_stem(path))
        self._titles.update(titles)
        self._owners.append(f"{path.removesuffix('.html')}/")

    def _mentions(self, hunk: Hunk) -> bool:
        """Whether a difference names a page that came, went or changed."""
        return any(
            _words_of(one) in self._titles or any(one.endswith(name) for name in self._involved)
            for one in (*hunk.before, *hunk.after)
        )

    def _document(self, kind: str, placed: Placed, path: str, title: str, found: tuple[Hunk, ...]) -> Finding:
        finding = self._finding(kind, placed.edition.path, title, path, found)
        return replace(finding, lang=placed.edition.lang, file=placed.edition.file)

    def _finding(
        self, kind: str, name: str, title: str, path: str, found: tuple[Hunk, ...] = (), covers: Sequence[str] = ()
    ) -> Finding:
        return Finding(kind, name, "", path, title, hunks=found, text=self._general(found), covers=tuple(covers))

    def _general(self, found: tuple[Hunk, ...]) -> tuple[Hunk, ...]:
        """Hunks with a sign in the place of what is the site's own: its names, address and contacts."""
        own = self._own
        return tuple(
            Hunk(*(tuple(own.sub("\ufffc", one) for one in side) for side in (h.before, h.after))) for h in found
        )

    @cached_property
    def _own(self) -> re.Pattern[str]:
        view = self._plan.view
        contact = view.contact
        values = {
            view.name, view.title, view.place, view.short_name, view.district, view.province, view.host, view.base_url,
            view.island_group, contact.phone, contact.whatsapp, contact.email, contact.address,
            *(fact.value for fact in self._plan.site.facts),
        }  # fmt: skip
        known = sorted((value for value in values if len(value) > 3), key=lambda value: (-len(value), value))
        return re.compile("|".join(re.escape(value) for value in known) or r"\Z\A")


def _stem(path: str) -> str:
    """The end of a link to a page, as texts show it; its folder too where the name alone says nothing."""
    folder, _, name = path.rpartition("/")
    return f"{folder.rpartition('/')[2]}/{name}⟩" if name == "index.html" else f"{name}⟩"


def _words_of(paragraph: str) -> str:
    """A paragraph that is a link, without where it leads."""
    return paragraph.partition(" ⟨")[0]


def is_count(before: str, after: str) -> bool:
    """Whether two paragraphs differ in a number or a date only: how many there are, the day of the newest. Never where
    a number can be called."""
    if any(called in one for called in _CALLED for one in (before, after)):
        return False
    sides = [[run for new, runs in side if new for run in runs.split()] for side in words(before, after)]
    numbers = [[word for word in side if _NUMBER.fullmatch(word)] for side in sides]
    return all(numbers) and all(len(side) <= len(known) + 1 for side, known in zip(sides, numbers, strict=True))


def _pages(paths: Sequence[str]) -> int:
    return sum(path.endswith(".html") for path in paths)


@lru_cache(maxsize=256)
def _around(html: str) -> tuple[tuple[str, ...], str]:
    return read(html, whole=True)


def _differing(found: Sequence[Hunk]) -> tuple[set[str], set[str]]:
    """The words that only one side has: what went, what came."""
    before = {word.strip(_MARKS) for hunk in found for one in hunk.before for word in one.split()}
    after = {word.strip(_MARKS) for hunk in found for one in hunk.after for word in one.split()}
    return before - after, after - before
