"""Links of bodies: where each one leads, and whether that exists on every site that shows the text.

Checked by masks over the sites, once for each text and link: articles + sites work, not articles x sites.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache, reduce
from operator import or_
from urllib.parse import unquote

from sitegen.model.document import Edition
from sitegen.model.kinds import BY_ID, KINDS
from sitegen.model.parsed import Link, Parsed
from sitegen.model.project import Project
from sitegen.problems import Place, Problem, problem
from sitegen.texts import place_in_text
from sitegen.urls import document_name
from sitegen.values import Frozen

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
# Pages that every full site has, by their path in it.
GENERATED = frozenset(
    {"index.html", "artikel/index.html", "kontak.html", "fasilitas.html", "luring.html", "peta-situs.html", "feed.xml"}
)
# One more, if the project has a glossary.
GLOSSARY = "istilah.html"


class Target(Frozen):
    """What a link leads to: `kind` is outside, here, document, file or page; `name` and `fragment` say which."""

    kind: str
    name: str = ""
    fragment: str = ""


def target_of(link: str, edition: Edition) -> Target:
    """How a link of an edition's body is meant; files and documents are named from their source's folder."""
    target = _target(link, edition.kind)
    return Target("here", edition.path, target.fragment) if target.kind == "here" else target


@lru_cache(maxsize=1 << 14)
def _target(link: str, kind: str) -> Target:
    """As `target_of`: most links are written in many texts, so that each is looked at once."""
    if _SCHEME.match(link) or link.startswith("//") or "\ue000" in link:
        return Target("outside")
    path, _, fragment = link.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return Target("here", "", fragment)
    name = posixpath.normpath(posixpath.join(BY_ID[kind].folder, path))
    if name.endswith(".md"):
        return Target("document", re.sub(r"(\.[a-z]{2,3})?\.md$", "", name), fragment)
    folder = posixpath.dirname(BY_ID[kind].url)
    return Target("file", posixpath.normpath(posixpath.join(folder, path)), fragment)


def file_of(edition: Edition) -> str:
    """The path in the site of the file that a download offers; "" if it offers none."""
    name = edition.meta.file
    return f"{BY_ID[edition.kind].path(edition.slug).removesuffix('.html')}/{name}" if name else ""


def _written(name: str, edition: Edition) -> str:
    """How a body names a document: its file, from the folder of its own."""
    return posixpath.relpath(f"{name}.md", BY_ID[edition.kind].folder)


class LinkCheck:
    """Masks and ids of all documents and files, to check each link once."""

    def __init__(self, project: Project, parsed: Mapping[str, Parsed]) -> None:
        self._parsed = parsed
        self._names = tuple(site.id for site in project.sites)
        self._shown: dict[str, int] = {}
        self._gone: dict[str, int] = {}
        self._ids: dict[str, list[tuple[str, int, tuple[str, ...]]]] = {}
        for edition in project.editions:
            masks = self._gone if edition.gone else self._shown
            masks[edition.path] = masks.get(edition.path, 0) | edition.mask
            self._ids.setdefault(edition.path, []).append((edition.lang, edition.mask, parsed[edition.text.key].ids))
        self._generated = GENERATED | {GLOSSARY} if project.terms else GENERATED
        self._later, self._today = dict(project.later), project.today.isoformat()
        self._held: dict[str, int] = {}
        for offer in project.offers:
            self._held[offer.path] = self._held.get(offer.path, 0) | offer.waiting
        self._files: dict[str, int] = {}
        for kind in KINDS:
            if kind.list:
                of_kind = (e.mask for e in project.editions if e.kind == kind.id)
                self._files[kind.list] = reduce(or_, of_kind, 0)
        self._held_files: dict[str, int] = {}
        for file in project.static:
            mask = file.mask & self._shown.get(file.owner, 0) if file.owner else file.mask
            self._files[file.path] = self._files.get(file.path, 0) | mask
            held = file.mask & self._held.get(file.owner, 0)
            self._held_files[file.path] = self._held_files.get(file.path, 0) | held

    def problems(self, edition: Edition) -> Iterator[Problem]:
        """What is wrong with the links of one edition, each at the place where it was written."""
        for link in self._parsed[edition.text.key].links:
            target = target_of(link.target, edition)
            if self._doubtful(edition, link, target):
                yield from self._one(edition, link, target)

    def offered(self, edition: Edition) -> Iterator[Problem]:
        """A download whose file some of its sites do not have."""
        path = file_of(edition)
        missing = edition.mask & ~self._files.get(path, 0) if path else 0
        if missing:
            folder, _, name = path.rpartition("/")
            yield problem("download-missing", Place(edition.file), sites=self._sites(missing), name=name, folder=folder)

    def instead(self, edition: Edition) -> Iterator[Problem]:
        """A tombstone that sends readers to a document that some of its sites do not show.

        A warning where that document is a tombstone too: it may have expired by itself, and no day may stop a build.
        """
        if edition.gone and edition.gone.instead:
            name, place = document_name(edition.gone.instead), Place(edition.file)
            missing = edition.mask & ~self._shown.get(name, 0) & ~self._held.get(name, 0)
            gone = missing & self._gone.get(name, 0)
            if gone:
                yield problem("link-gone", place, sites=self._sites(gone), target=edition.gone.instead)
            if missing & ~gone:
                names = self._sites(missing & ~gone)
                yield problem("instead-missing", place, sites=names, instead=edition.gone.instead)

    def _doubtful(self, edition: Edition, link: Link, target: Target) -> bool:
        """Whether a link needs a second look: of documents, if it or the part of it is missing anywhere."""
        if target.kind == "outside":
            return link.image or link.target.startswith("/")
        if target.kind != "document":
            return True
        missing = edition.mask & (~self._shown.get(target.name, 0) | self._gone.get(target.name, 0))
        return bool(missing or (target.fragment and edition.mask & self._without(target, edition.lang)))

    def _one(self, edition: Edition, link: Link, target: Target) -> Iterator[Problem]:
        place = place_in_text(edition.text, link.line, link.column)
        if link.target.startswith("/"):
            yield problem("link-absolute", place, target=link.target)
            return
        if target.kind == "outside":
            if link.image:
                yield problem("image-outside", place, target=link.target)
            return
        if target.kind == "file":
            missing = edition.mask & ~self._files.get(target.name, 0)
            held = missing & self._held_files.get(target.name, 0) if not link.image else 0
            if held:
                yield problem("link-held", place, sites=self._sites(held), target=link.target)
            missing &= ~held
            if link.image and not held and not link.target.casefold().endswith(_PICTURES):
                yield problem("image-not-picture", place, target=link.target)
            elif missing and (target.name not in self._generated or link.image):
                yield self._no_file(edition, link, place, missing)
            return
        shown = self._shown.get(target.name, 0)
        gone = self._gone.get(target.name, 0)
        held = self._held.get(target.name, 0)
        if not shown and not gone and not held:
            if day := self._later.get(target.name):
                yield problem("link-later", place, target=link.target, day=day.isoformat(), today=self._today)
                return
            near = [_written(name, edition) for name in get_close_matches(target.name, [*self._shown], 3, 0.5)]
            yield problem("link-missing", place, target=link.target, near=", ".join(near))
            return
        missing = edition.mask & ~shown & ~gone
        if missing & held:
            yield problem("link-held", place, sites=self._sites(missing & held), target=link.target)
        if missing & ~held:
            missing &= ~held
            yield problem("link-not-shown", place, sites=self._sites(missing), target=link.target)
        if edition.mask & gone:
            yield problem("link-gone", place, sites=self._sites(edition.mask & gone), target=link.target)
        if target.fragment:
            absent = edition.mask & self._without(target, edition.lang)
            if absent:
                yield problem(
                    "link-fragment", place, sites=self._sites(absent), target=link.target, fragment=target.fragment
                )

    def _no_file(self, edition: Edition, link: Link, place: Place, missing: int) -> Problem:
        """What to say of a link to a file that is not there: it may be a document or another site, badly written."""
        path, mark, fragment = link.target.partition("#")
        if path.startswith("www."):
            return problem("link-shape", place, target=link.target, near=f"https://{link.target}")
        near = target_of(re.sub(r"(\.html?)?/?$", ".md", path), edition)
        if near.name in self._shown and not link.image:
            written = f"{_written(near.name, edition)}{mark}{fragment}"
            return problem("link-shape", place, target=link.target, near=written)
        folder, sites = f"{posixpath.dirname(edition.file)}/{edition.slug}/", self._sites(missing)
        return problem("link-file-missing", place, sites=sites, target=link.target, folder=folder, slug=edition.slug)

    def _without(self, target: Target, lang: str) -> int:
        """The sites where the document that a link leads to (in its own language, if it exists in that) lacks the
        part."""
        known = self._ids.get(target.name, ())
        if len(known) == 1:  # as nearly always
            return 0 if target.fragment in known[0][2] else known[0][1]
        covered = absent = 0
        for of_lang, mask, ids in sorted(known, key=lambda one: one[0] != lang):
            if of_lang == lang or mask & ~covered:
                absent |= mask & ~covered if target.fragment not in ids else 0
                covered |= mask
        return absent

    def _sites(self, mask: int) -> tuple[str, ...]:
        return tuple(name for i, name in enumerate(self._names) if mask >> i & 1)
