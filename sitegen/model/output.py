"""What a site consists of: outputs with a path inside the site, before any byte is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from sitegen.model.document import Text
from sitegen.model.picture import PictureUse
from sitegen.model.site import Site
from sitegen.model.views import CardView, FeedView, PageView, SiteView
from sitegen.values import Frozen

T = TypeVar("T")


class Body(Frozen):
    """The body of a page: its Text and, for each link target as written, the link of the finished page; and so its
    pictures."""

    text: Text
    hrefs: tuple[tuple[str, str], ...]
    key: str
    pictures: tuple[PictureUse, ...] = ()


class CardUse(Frozen):
    """A card on a page: its template, language and view, and the text that it shows in full, if any. `key` is the
    digest of all that it is made from."""

    template: str
    lang: str
    card: CardView
    key: str
    body: Body | None = None


class Ready(Frozen, Generic[T]):
    """Makes what is made already."""

    made: T

    def __call__(self) -> T:
        """It."""
        return self.made


class Shown(Frozen):
    """What a page shows besides the site: its view, its body, the joined cards by name. `frame` is the digest of
    template and view, or of what a view is made from: pages that differ only in body and cards share a rendering. So
    the view is made when somebody asks for it."""

    make: Callable[[], PageView]
    body: Body | None
    cards: tuple[tuple[str, tuple[CardUse, ...]], ...]
    frame: str

    @property
    def view(self) -> PageView:
        """The view, made anew each time: whoever needs it twice keeps it."""
        return self.make()

    def __reduce__(self) -> tuple[object, ...]:
        """For processes that cannot inherit what makes the view: with it as a value."""
        return Shown, (Ready(self.view), self.body, self.cards, self.frame)


def lang_of(view: PageView) -> str:
    """The language a page is written in (BCP 47)."""
    return view.lang if isinstance(view, FeedView) else view.head.lang


@dataclass(frozen=True, slots=True)
class Page:
    """A file made by a page template. All but the site is known here, so sites with the same selection of documents
    share the Page. `key` is the digest of all that it is made from; what it shows is made when somebody asks, since
    most pages of most builds are kept as they are: by `make`, which many pages have in common, `of` what is its own.
    `origin` is the file that asks for the page, `style` are the names of the parts of its sheet, in their order."""

    path: str
    template: str
    key: str
    make: Callable[[Any], Shown] = field(compare=False, repr=False, metadata={"digest": False})
    of: object = field(compare=False, repr=False, metadata={"digest": False})
    origin: str = ""
    style: tuple[str, ...] = ()

    def shown(self) -> Shown:
        """What the page shows, made anew each time: whoever needs it twice keeps it."""
        return self.make(self.of)

    def __reduce__(self) -> tuple[object, ...]:
        """For processes that cannot inherit what makes it: with what it shows, as a value."""
        return Page, (self.path, self.template, self.key, as_made, self.shown(), self.origin, self.style)


def as_made(shown: Shown) -> Shown:
    """Makes what is made already."""
    return shown


class Copy(Frozen):
    """A file copied as it is. `source` is relative to the project, `key` the digest of its bytes. One with a `size` is
    shared: written once for all sites that have it."""

    path: str
    source: str
    key: str
    size: int = 0


class Scaled(Frozen):
    """One size of a picture, converted from `source`, whose bytes have the digest `original`. `key` is the SHA-256 of
    its own bytes, `size` their number."""

    path: str
    source: str
    key: str
    size: int
    original: str


class SiteFile(Frozen):
    """A file made by a template that sees the real site, such as robots.txt."""

    path: str
    template: str
    key: str
    origin: str = ""


class Data(Frozen):
    """A file whose bytes the plan knows; `key` is their digest."""

    path: str
    data: bytes
    key: str
    origin: str = ""


@dataclass(frozen=True)
class Joined:
    """A file of parts that many sites share, made and joined only when it is written; `key` is the digest of all that
    they are made from."""

    path: str
    make: Callable[[], tuple[bytes, ...]] = field(compare=False, repr=False, metadata={"digest": False})
    key: str
    origin: str = ""

    @cached_property
    def parts(self) -> tuple[bytes, ...]:
        """What it is joined of, in this order."""
        return self.make()

    def __reduce__(self) -> tuple[object, ...]:
        """For processes that cannot inherit what makes them: with the parts as values."""
        return Joined, (self.path, Ready(self.parts), self.key, self.origin)


class Made(Frozen):
    """A file that code makes for the real site: its path names its row in `work.MADE`."""

    path: str
    key: str
    origin: str = ""


class Picture(Frozen):
    """What the picture for shared links shows: words, the field's colour as "#rrggbb", the path of a quarter of the
    mark. `notice` is empty on a confirmed site."""

    title: str
    place: str
    notice: str
    field: str
    mark: str


Output = Page | Copy | Scaled | SiteFile | Data | Joined | Made


@dataclass(frozen=True)
class Outline:
    """The outputs that all sites with the same selection share; `key` is the digest of all that they are made from.

    Outputs are planned when somebody asks for them. Nobody does as long as their paths and keys are `known` from an
    outline of before, which had an equal key or differed in words of texts only. `pick` makes some without the others,
    if it can; once all are planned, nobody has to.
    """

    key: str
    theme: str
    make: Callable[[], tuple[Output, ...]] = field(compare=False, repr=False, metadata={"digest": False})
    known: Callable[[], Mapping[str, str]] | None = field(
        default=None, compare=False, repr=False, metadata={"digest": False}
    )
    pick: Callable[[frozenset[str], Mapping[str, str]], tuple[Output, ...] | None] | None = field(
        default=None, compare=False, repr=False, metadata={"digest": False}
    )

    @cached_property
    def outputs(self) -> tuple[Output, ...]:
        """All outputs, sorted by path."""
        return self.make()

    @property
    def planned(self) -> bool:
        """Whether somebody asked for all outputs."""
        return "outputs" in self.__dict__

    def some(self, paths: frozenset[str]) -> tuple[Output, ...]:
        """The outputs at these paths, sorted by path."""
        if not paths:
            return ()
        picked = self.pick(paths, self.keys) if self.pick and not self.planned else None
        return tuple([output for output in self.outputs if output.path in paths]) if picked is None else picked

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """The paths of all outputs, sorted, with their keys."""
        return {output.path: output.key for output in self.outputs} if self.known is None else self.known()

    def __reduce__(self) -> tuple[object, ...]:
        """For processes that cannot inherit what makes them: with the outputs as values."""
        return Outline, (self.key, self.theme, Ready(self.outputs))


class SitePlan(Frozen):
    """One site's part of the plan: its view, its outline. `key` is the digest of all that its chrome and facts are
    made from: the staleness of an output is decided by this key and its own together."""

    site: Site
    view: SiteView
    outline: Outline
    drafts: bool
    key: str = ""
