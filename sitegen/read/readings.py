"""What was read of a project before, by file: used again where it was made of the very same. For a process that builds
again and again; one that builds once has no use for it and keeps nothing."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Readings:
    """A memory of what came of sources. It saves time and decides nothing: it may be lost at any time."""

    def __init__(self, *, keep: bool = False) -> None:
        self._keep = keep
        self._known: dict[tuple[str, str], tuple[object, object]] = {}
        self._circumstances: dict[str, object] = {}

    def again(self, what: str, file: str, source: object, make: Callable[[], T]) -> T:
        """What `make` gives, or has given before for this file and an equal `source`, from which alone it is made."""
        known = self._known.get((what, file))
        if known and (known[0] is source or known[0] == source):
            return known[1]  # type: ignore[return-value]  # the same `what` gives the same type
        made = make()
        if self._keep:
            self._known[what, file] = (source, made)
        return made

    def under(self, what: str, circumstances: object) -> None:
        """Forgets all of a kind unless the circumstances are what they were: all that it depends on besides sources."""
        if self._keep and self._circumstances.get(what) != circumstances:
            self._circumstances[what] = circumstances
            self._known = {key: value for key, value in self._known.items() if key[0] != what}
