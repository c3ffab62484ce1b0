"""Which sites show a shared document: its policy, which sites hold new articles, and what their offices accepted.

| policy | a site that does not hold | a site with `hold: ya` |
|---|---|---|
| mandatory | shows it | shows it |
| recommended | shows it | shows what its office has accepted; a static page at once |
| optional | shows it once its office has accepted it | the same |

`correction: urgent` and tombstones pass all of this. Only what waits is held: once accepted, later edits are shown, and
the difference is a task. With drafts everything is shown: so an office can read what waits.
"""

from collections.abc import Iterable, Iterator

from sitegen.model.document import Meta
from sitegen.model.project import Offer
from sitegen.model.site import Site
from sitegen.problems import Place, Problem, problem
from sitegen.read.acceptance import Acceptance
from sitegen.read.audience import Audience
from sitegen.read.documents import SourceDocument
from sitegen.read.source import Scalar
from sitegen.read.translations import ORIGINAL, digest_of


class Holds:
    """The holds of a project. The Indonesian document of the furthest layer decides, also for its translations."""

    def __init__(
        self,
        audience: Audience,
        sites: Iterable[Site],
        acceptances: Iterable[Acceptance],
        documents: Iterable[SourceDocument],
        drafts: bool,
    ) -> None:
        self._audience = audience
        self._drafts = drafts
        self._holding = sum(1 << number for number, site in enumerate(sites) if site.hold)
        self._accepted: dict[str, list[Acceptance]] = {}
        for one in acceptances:
            self._accepted.setdefault(one.entry.document, []).append(one)
        self._bases: dict[str, tuple[SourceDocument, int]] = {}
        self._held: dict[str, int] = {}
        self._waiting: dict[str, tuple[Meta, int]] = {}
        originals = [document for document in documents if document.lang == ORIGINAL]
        urgent: dict[str, int] = {}
        for document in originals:
            if "correction" in document.said.keys and _said(document, "correction") == "urgent":
                urgent[document.path] = urgent.get(document.path, 0) | self._layer(document)
        for document in originals:
            if not document.mode and document.layer.kind != "site":
                layer = self._layer(document)
                self._bases[document.file] = document, layer
                if held := layer & self._concerned(document):
                    passes = urgent.get(document.path, 0) | self._mask(document.path)
                    self._held[document.path] = self._held.get(document.path, 0) | held & ~passes

    def concerns(self, path: str) -> bool:
        """Whether any office decides on a document, or has."""
        return bool(self._held.get(path)) or path in self._accepted

    def accepted(self, base: SourceDocument, meta: Meta, shown: int) -> int:
        """Of the sites that would show a document today, those that do not hold it; the others are noted."""
        held = shown & self._held.get(base.path, 0)
        if self._drafts or not held:
            return shown
        if base.lang == ORIGINAL:
            _, before = self._waiting.get(base.file, (meta, 0))
            self._waiting[base.file] = meta, before | held
        return shown & ~held

    def offers(self) -> tuple[Offer, ...]:
        """All documents that wait somewhere, or whose text has changed since an office accepted it."""
        made = []
        for file, (base, _) in sorted(self._bases.items()):
            if file not in self._waiting and base.path not in self._accepted:
                continue
            meta, waiting = self._waiting.get(file, (None, 0))
            digest = digest_of(base) if waiting or base.path in self._accepted else ""
            changed = sum(1 << one.site for one in self._changed(base, digest))
            if waiting or changed:
                title = meta.title if meta else _said(base, "title")
                policy = _said(base, "policy") or "recommended"
                since = meta.date if meta else None
                page = base.kind.path(base.slug)
                made.append(Offer(base.path, page, title, policy, since, digest, waiting, changed))
        return tuple(made)

    def tasks(self) -> Iterator[Problem]:
        """What waits, a task for each document; and what has changed since it was accepted, one for each site."""
        for file, (_, waiting) in sorted(self._waiting.items()):
            names = self._audience.names(waiting)
            place = Place(file, 1, 1)
            yield problem("acceptance-waiting", place, sites=names, document=self._bases[file][0].path, first=names[0])
        for base in [base for base, _ in self._bases.values() if base.path in self._accepted]:
            digest = digest_of(base)
            for one in self._changed(base, digest):
                site = self._audience.ids[one.site]
                yield problem(
                    "acceptance-changed", one.place, sites=(site,), others=(Place(base.file),),
                    document=base.path, digest=digest, site=site,
                )  # fmt: skip

    def _changed(self, base: SourceDocument, digest: str) -> list[Acceptance]:
        layer = self._bases[base.file][1]
        known = self._accepted.get(base.path, ())
        return [one for one in known if layer >> one.site & 1 and one.entry.digest != digest]

    def _concerned(self, document: SourceDocument) -> int:
        """The sites on which a document needs an office's word."""
        policy = _said(document, "policy")
        if policy == "optional":
            return self._audience.everyone
        return 0 if policy == "mandatory" or not document.kind.held else self._holding

    def _mask(self, path: str) -> int:
        return sum(1 << one.site for one in self._accepted.get(path, ()))

    def _layer(self, document: SourceDocument) -> int:
        if document.layer.kind == "shared":
            return self._audience.everyone
        return self._audience.mask(f"{document.layer.kind}:{document.layer.id}", Place(document.file), [])


def policy_in_overrides(documents: Iterable[SourceDocument]) -> Iterator[Problem]:
    """A policy in a file that only changes a document: a mandatory article is no less so on a site with a note."""
    for document in documents:
        node = document.node("policy") if document.mode else None
        if node is not None:
            yield problem("policy-in-override", node.place)


def _said(document: SourceDocument, key: str) -> str:
    node = document.node(key)
    return node.text.strip() if isinstance(node, Scalar) else ""
