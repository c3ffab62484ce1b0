"""Claims: what pages may state, each with the law and the sources that it rests on."""

import datetime as dt
from typing import Literal

from sitegen.model.document import Source
from sitegen.model.scalars import Name, Slug
from sitegen.values import Frozen


class Law(Frozen):
    """A law as readers are told of it: by its number."""

    id: Slug
    title: str


class Evidence(Frozen):
    """A source of claims, with its grade: A of the government, B of the national press, C second-hand."""

    id: Name
    grade: Literal["A", "B", "C"]
    source: Source


class Claim(Frozen):
    """A statement that pages may make: its key, what it `says`, whether it `changes` (numbers, prices, dates), the laws
    and the evidence for it, and the `numbers` in what it says, as digits, that texts may give to call."""

    key: Slug
    says: str
    changes: bool
    laws: tuple[Law, ...]
    evidence: tuple[Evidence, ...]
    numbers: tuple[str, ...] = ()

    @property
    def second_hand(self) -> bool:
        """Whether all of its sources are second-hand: readers are told to ask an official channel."""
        return all(one.grade == "C" for one in self.evidence)

    @property
    def seen(self) -> dt.date:
        """The last day on which one of its sources was seen."""
        return max((one.source.seen for one in self.evidence if one.source.seen), default=dt.date.min)
