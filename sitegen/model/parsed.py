"""What Markdown makes of a Text: HTML with slots, and all that later stages ask of it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from sitegen.values import Frozen


class _Row(Frozen, array_like=True):
    """What stands in rows as a list, by its place: names of fields would be most of it. There are tens of thousands:
    `gc=False` for those that only have texts and numbers, which then take less and are in no cycle to look for."""


class Heading(_Row, gc=False):
    """A heading of a body: level 2 to 4, its id in the page, its plain text."""

    level: int
    id: str
    title: str


class Link(_Row, gc=False):
    """A link or an image of a body, as written (`target`), at a line and column of the composed text."""

    target: str
    line: int
    column: int
    image: bool = False


class SlotUse(_Row, gc=False):
    """Where slot `number` landed: `context` is "text", "url" (a whole link target), "tel" (in a `tel:` link) or "part"
    (in another)."""

    number: int
    context: str


class Figure(_Row, gc=False):
    """A figure's mark `{per 2026-11-21}`: the day of its check, at a line and column of the composed text."""

    day: date
    line: int
    column: int


class ClaimUse(_Row, gc=False):
    """A mark of a claim: its key, at a line and column of the composed text. `dated` says that its block holds the day
    of a figure, `hedged` that its section tells readers to ask an official channel."""

    key: str
    line: int
    column: int
    dated: bool
    hedged: bool


class Written(_Row, gc=False):
    """A figure or a telephone number, at a line and column of the composed text."""

    text: str
    line: int
    column: int


class Flaw(_Row):
    """A Problem of a Text before its place is known: rule, composed line and column, blanks."""

    rule: str
    line: int
    column: int
    args: tuple[tuple[str, str], ...] = ()


class Stems(_Row, gc=False):
    """What search knows of a text: the stems of its headings and the telling ones besides, with blanks between."""

    headings: str = ""
    text: str = ""


class Parsed(_Row):
    """All of a Text but its HTML: headings, ids (as lines), links, slots, words (for the reading time), flaws, dated
    figures, the `names` of all elements and classes that occur (sorted, with blanks between), its telling `stems`; what
    it states: `claims`, figures `unclaimed` in their block, and the numbers to call that it `dials`.

    The HTML and the running text are kept apart, since few are asked for: `told` fetches the latter, and stands in no
    row.
    """

    headings: tuple[Heading, ...]
    anchors: str
    links: tuple[Link, ...]
    slots: tuple[SlotUse, ...]
    words: int
    flaws: tuple[Flaw, ...]
    figures: tuple[Figure, ...] = ()
    names: str = ""
    stems: Stems = Stems()
    claims: tuple[ClaimUse, ...] = ()
    unclaimed: tuple[Written, ...] = ()
    dials: tuple[Written, ...] = ()
    told: Callable[[], str] | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all elements that have one, in their order."""
        return tuple(self.anchors.split("\n")) if self.anchors else ()

    @property
    def marks(self) -> tuple[str, ...]:
        """The names of all elements and classes that occur."""
        return tuple(self.names.split())

    @property
    def prose(self) -> str:
        """Its running text: no headings, no words of links, no code."""
        return self.told() if self.told else ""


class Packed(NamedTuple):
    """What a Text was parsed to, as bytes that can be sent and kept: `said` is its Parsed, `shown` its running text and
    its HTML. `write.texts` makes and reads them."""

    said: bytes
    shown: bytes
