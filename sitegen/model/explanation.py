"""Where everything on one page comes from, as data. Places are texts ("content/x.md:12") that editors can follow.

A `layer` is "shared", "group:<id>" or "site:<id>"; for values of sites.yaml also "defaults", "register" (the register
of regions) and "builtin" (written nowhere); for facts also "text" (the default that the body gives).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """Who wrote a value, and where; `where` is empty for what is written nowhere."""

    layer: str
    where: str


@dataclass(frozen=True, slots=True)
class Value:
    """A key with the value that counts, where it was written, and the places that it hides (nearest first)."""

    name: str
    value: str
    origin: Origin
    hidden: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class PageUse:
    """The page itself: `template` is empty for a copied file, `uses` are all that it extends and includes; `source` is
    the file that asks for it."""

    site: str
    name: str
    path: str
    file: str
    url: str
    kind: str
    lang: str
    template: str
    uses: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class LayerUse:
    """A layer of the document: `mode` is that of its override, "" for the one that begins it; `lines` says whether a
    line of its body reached the page. `fit` is "stale" if what it masks has changed since, "unbased" if nobody can
    tell, else ""; `owner` and `name` are what `sitegen rebase` calls the layer and the document."""

    layer: str
    file: str
    mode: str
    lines: bool
    fit: str = ""
    owner: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a selector or block, and whether it means this site."""

    name: str
    meant: bool


@dataclass(frozen=True, slots=True)
class Targeting:
    """The selector of the document; `where` is empty if there is none, so that all sites see it."""

    where: str
    only: tuple[Named, ...] = ()
    exclude: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of the body that follow each other in one file."""

    layer: str
    where: str


@dataclass(frozen=True, slots=True)
class BlockUse:
    """An `only` or `except` block. `seen`: its names let this site see it; `masked`: but a nearer layer hides it."""

    word: str
    names: tuple[Named, ...]
    where: str
    seen: bool
    masked: bool


@dataclass(frozen=True, slots=True)
class HeadingUse:
    """A heading of the body; `where` is empty if its line could not be found again."""

    level: int
    id: str
    title: str
    where: str


@dataclass(frozen=True, slots=True)
class FactUse:
    """A fact that the body asks for: the value as printed, who gives it, and where the body names it, with context."""

    name: str
    value: str
    origin: Origin
    hidden: tuple[Origin, ...]
    uses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DocumentUse:
    """The document of the page: layers furthest first, front matter, selector, and what its body is composed from."""

    path: str
    layers: tuple[LayerUse, ...]
    fields: tuple[Value, ...]
    targeting: Targeting
    gone: str
    runs: tuple[Run, ...]
    blocks: tuple[BlockUse, ...]
    headings: tuple[HeadingUse, ...]
    facts: tuple[FactUse, ...]


@dataclass(frozen=True, slots=True)
class CardList:
    """Cards that the page shows of other documents: the list's name and the titles in their order."""

    name: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What the next build would do with the page, and why. `verdict`: "keep", "make" or "blocked" (the project has
    errors); `written`: when the published bytes were written, "" if there are none."""

    verdict: str
    reasons: tuple[str, ...]
    written: str
    errors: int = 0


@dataclass(frozen=True, slots=True)
class Explanation:
    """All of it. `document` is None for pages that no document asks for."""

    page: PageUse
    settings: tuple[Value, ...]
    document: DocumentUse | None
    cards: tuple[CardList, ...]
    rebuilt: Rebuilt
