"""What a command asks for."""

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

from sitegen.shards import Shard


@dataclass(frozen=True)
class Options:
    """The words of one command, checked. `sites` and `groups` empty: all; of these `shard` takes its own; `today` is
    the day the build speaks of; `max_removed` is how many addresses may be taken from readers (None: what is safe,
    `removals`)."""

    root: Path
    dest: Path
    today: dt.date
    sites: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    jobs: int = 1
    drafts: bool = False
    strict: bool = False
    full: bool = False
    prune: bool = False
    wait: bool = False
    shard: Shard | None = None
    max_removed: int | None = None

    @property
    def seen(self) -> bool:
        """Whether readers may come to see the output. What lies in the project's own .sitegen/ they do not, as previews
        and drafts: nothing can be lost there."""
        ours = os.path.join(os.path.abspath(self.root), ".sitegen", "")
        return not os.path.join(os.path.abspath(self.dest), "").startswith(ours)

    @property
    def partial(self) -> bool:
        """Whether only some sites are asked for."""
        return bool(self.sites or self.groups or self.shard)

    def asks_for(self, site: str, groups: tuple[str, ...]) -> bool:
        """Whether the site with this id, in these groups, is asked for: named by itself or by a group (all, where
        neither is given), and in the share."""
        if self.shard is not None and not self.shard.holds(site):
            return False
        if not self.sites and not self.groups:
            return True
        return site.casefold() in {name.casefold() for name in self.sites} or not set(groups).isdisjoint(self.groups)

    def key(self) -> str:
        """The options that decide about output and report, as one line; jobs and waiting do not."""
        flags = f"{self.drafts:d}{self.strict:d}{self.prune:d}"
        asked = f"{','.join(sorted(self.sites))}|{','.join(sorted(self.groups))}|{self.shard or ''}"
        return f"{os.path.abspath(self.dest)}|{asked}|{flags}"


def processors() -> int:
    """How many processes may run at once: those that this process may use, not those of the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
