"""What a check is asked, and what it came to: values only."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.problems import Place, Problem, problem
from sitegen.write.manifest import Manifest
from sitegen.write.release import Statement

MOST_BYTES = 4 << 30
"""More than so many bytes a manifest may not list: a site has megabytes, and an attacker's list is not to be obeyed."""

MOST_MANIFEST = 32 << 20
MOST_STATEMENT = 1 << 20


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known from outside: the file of allowed signers (None: bytes only), the site ("": any), the lowest serial
    (0: any), which files are the web officer's, which snippets a hoster puts into pages, and the day."""

    target: str
    today: dt.date
    signers: Path | None = None
    site: str = ""
    serial: int = 0
    keep: tuple[str, ...] = ()
    tolerated: tuple[bytes, ...] = ()


Note = tuple[str, tuple[tuple[str, str], ...]]
"""What is worth knowing and is no finding: a name of `words.NOTES` and its blanks."""


def note(name: str, **blanks: object) -> Note:
    """A Note with its blanks given by name."""
    return name, tuple(sorted((key, str(value)) for key, value in blanks.items()))


@dataclass
class Found:
    """What is collected on the way."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def add(self, rule: str, path: str, **blanks: str) -> None:
        """One finding, at a path inside the site."""
        problem(rule, Place(path))  # a rule that there is
        self.problems.append(Problem(rule, Place(path), tuple(sorted(blanks.items()))))

    def note(self, name: str, **blanks: object) -> None:
        """One Note."""
        self.notes.append(note(name, **blanks))


@dataclass(frozen=True)
class Result:
    """What a check came to. `kind` is a name of `run.TARGETS`; `key` is the fingerprint of the signing key, "" where no
    signature was proven; `files` is how many files were compared."""

    target: str
    kind: str
    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]
    manifest: Manifest | None = None
    digest: str = ""
    statement: Statement | None = None
    key: str = ""
    files: int = 0


class Unusable(Exception):  # noqa: N818 - it is an answer to what was asked, not a failure of the program
    """Nothing could be checked: what was named cannot be used or reached. Carries a phrase and its blanks."""

    def __init__(self, name: str, **blanks: str) -> None:
        super().__init__(name)
        self.name, self.blanks = name, blanks
