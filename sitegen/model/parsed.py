"""What Markdown makes of a Text: HTML with slots, and all that later stages ask of it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from sitegen.values import Frozen


class Heading(Frozen, array_like=True):
    """A heading of a body: level 2 to 4, its id in the page, its plain text."""

    level: int
    id: str
    title: str


class Link(Frozen, array_like=True):
    """A link or an image of a body, as written (`target`), at a line and column of the composed text."""

    target: str
    line: int
    column: int
    image: bool = False


class SlotUse(Frozen, array_like=True):
    """Where slot `number` landed: `context` is "text", "url" (a whole link target), "tel" (in a `tel:` link) or "part"
    (in another)."""

    number: int
    context: str


class Figure(Frozen, array_like=True):
    """A figure's mark `{per 2026-11-21}`: the day of its check, at a line and column of the composed text."""

    day: date
    line: int
    column: int


class ClaimUse(Frozen, array_like=True):
    """A mark of a claim: its key, at a line and column of the composed text. `dated` says that its block holds the day
    of a figure, `hedged` that its section tells readers to ask an official channel."""

    key: str
    line: int
    column: int
    dated: bool
    hedged: bool


class Written(Frozen, array_like=True):
    """A figure or a telephone number, at a line and column of the composed text."""

    text: str
    line: int
    column: int


class Flaw(Frozen, array_like=True):
    """A Problem of a Text before its place is known: rule, composed line and column, blanks."""

    rule: str
    line: int
    column: int
    args: tuple[tuple[str, str], ...] = ()


class Stems(Frozen, array_like=True):
    """What search knows of a text: the stems of its headings and the telling ones besides, with blanks between."""

    headings: str = ""
    text: str = ""


class Parsed(Frozen, array_like=True):
    """All of a Text but its HTML: headings, ids, links, slots, words (for the reading time), flaws, dated figures,
    `marks` (the names of all elements and classes that occur, sorted), its telling `stems`; what it states: `claims`,
    figures `unclaimed` in their block, and the numbers to call that it `dials`.

    The HTML and the running text are kept apart, since few are asked for: `told` fetches the latter, and stands in no
    row.
    """

    headings: tuple[Heading, ...]
    ids: tuple[str, ...]
    links: tuple[Link, ...]
    slots: tuple[SlotUse, ...]
    words: int
    flaws: tuple[Flaw, ...]
    figures: tuple[Figure, ...] = ()
    marks: tuple[str, ...] = ()
    stems: Stems = field(default=Stems())
    claims: tuple[ClaimUse, ...] = ()
    unclaimed: tuple[Written, ...] = ()
    dials: tuple[Written, ...] = ()
    told: Callable[[], str] | None = None

    @property
    def prose(self) -> str:
        """Its running text: no headings, no words of links, no code."""
        return self.told() if self.told else ""


class Packed(NamedTuple):
    """What a Text was parsed to, as bytes that can be sent and kept: `said` is its Parsed, `shown` its running text and
    its HTML. `write.texts` makes and reads them."""

    said: bytes
    shown: bytes
