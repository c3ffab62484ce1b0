"""A form: one way in which one generator does the whole job. `all_forms` in `run.py` has all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Form:
    """A command that does the job in the folder `place`, into `output`, which is not there before. `forget` is removed
    as well, so that nothing of an earlier run helps. `trees` has the folder of each site, by its id."""

    tool: str
    name: str
    command: tuple[str, ...]
    place: Path
    output: Path
    trees: Mapping[str, Path]
    forget: tuple[Path, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)


def write(path: Path, text: str) -> None:
    """A file of a project, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
