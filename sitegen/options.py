"""What a command asks for."""

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """The words of one command, checked. `sites` and `groups` empty: all; `today` is the day the build speaks of."""

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

    def key(self) -> str:
        """The options that decide about output and report, as one line; jobs and waiting do not."""
        flags = f"{self.drafts:d}{self.strict:d}{self.prune:d}"
        return f"{os.path.abspath(self.dest)}|{','.join(sorted(self.sites))}|{','.join(sorted(self.groups))}|{flags}"


def processors() -> int:
    """How many processes may run at once: those that this process may use, not those of the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
