"""Shares of a network, so that several machines can each build one."""

import re
from dataclasses import dataclass

from sitegen.digest import digest

_WRITTEN = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shard:
    """Share `number` of `count`, from 1. All shares together hold every site, and no two the same one."""

    number: int
    count: int

    def holds(self, site: str) -> bool:
        """Whether the site with this id is in the share.

        The id alone decides, by its digest: no site changes places when another is added or taken away, so a machine
        that keeps its output folder goes on from there. Shares differ in size for that, which costs little: reading
        and planning are whole on every machine anyway.
        """
        return int(digest(site.casefold()), 16) % self.count == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"


def shard_of(text: str) -> Shard:
    """The share that `i/n` names; raises ValueError unless 1 <= i <= n <= 9999, in plain digits."""
    found = _WRITTEN.fullmatch(text)
    if found is None or int(found[1]) > int(found[2]):
        raise ValueError(text)
    return Shard(int(found[1]), int(found[2]))
