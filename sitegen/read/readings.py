"""What was read of a project before: by file, for a process that builds again and again, and on disk between builds. It
is used again where it was made of the very same, and saves time; it decides nothing, and may be lost at any time."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from sitegen.digest import digest, digest_bytes

T = TypeVar("T")


class Rows(Protocol):
    """Where frozen values lie between builds, found by their keys."""

    def value(self, key: str, kind: type[T]) -> T | None:
        """The value with this key; None if there is none of this kind."""

    def add(self, key: str, value: object) -> None:
        """Takes in a value."""

    def save(self) -> None:
        """Writes what was taken in, if it is to be written and can be, and frees memory."""


class Readings:
    """A memory of what came of sources: in this process if it is to `keep` that, and in `rows` if it lies beside such.
    With neither, all is made anew."""

    def __init__(self, *, keep: bool = False) -> None:
        self._keep = keep
        self._rows: Rows | None = None
        self._known: dict[tuple[str, str], tuple[object, object]] = {}
        self._circumstances: dict[str, object] = {}
        self._digests: dict[str, str] = {}

    def beside(self, rows: Rows) -> "Readings":
        """This memory, with rows to look in, unless it has some already: then it knows what is in them."""
        self._rows = self._rows or rows
        return self

    def save(self) -> None:
        """Rows that are new are written, if there are any; all rows leave memory."""
        if self._rows is not None:
            self._rows.save()

    def under(self, what: str, circumstances: object) -> None:
        """Forgets all of a kind unless the circumstances are what they were: all that it depends on besides sources."""
        if what in self._circumstances and self._circumstances[what] == circumstances:
            return
        self._circumstances[what] = circumstances
        self._digests.pop(what, None)
        self._known = {key: value for key, value in self._known.items() if key[0] != what}

    def again(self, what: str, file: str, source: object, make: Callable[[], T]) -> T:
        """What `make` gives, or has given before for this file and an equal `source`, from which alone it is made."""
        known = self._known.get((what, file))
        if known and (known[0] is source or known[0] == source):
            return known[1]  # type: ignore[return-value]  # the same `what` gives the same type
        made = make()
        if self._keep:
            self._known[what, file] = (source, made)
        return made

    def lasting(
        self,
        what: str,
        file: str,
        key: tuple[str | int, ...],
        kind: type[T],
        make: Callable[[], T],
        fits: Callable[[T], bool] = lambda _: True,
    ) -> T:
        """As `again`, for values of a `kind` that rows can hold, of sources that `key` names also between processes.
        What stands in a row is taken if it `fits`."""
        return self.again(what, file, key, lambda: self.found(what, key, kind, make, fits))

    def found(
        self, what: str, key: tuple[str | int, ...], kind: type[T], make: Callable[[], T], fits: Callable[[T], bool]
    ) -> T:
        """As `lasting`, kept by no process."""
        name = self.name(what, *key)
        found = self.recalled(name, kind)
        if found is None or not fits(found):
            found = make()
            self.note(name, found)
        return found

    def name(self, what: str, *key: str | int) -> str:
        """Under what rows hold a value; "" if there are none."""
        if self._rows is None:
            return ""
        if what not in self._digests:
            self._digests[what] = digest(what, self._circumstances.get(what))
        return digest_bytes(f"{self._digests[what]}{key}".encode())

    def recalled(self, name: str, kind: type[T]) -> T | None:
        """The value that rows hold under a name; None if they hold none of this kind."""
        return None if self._rows is None else self._rows.value(name, kind)

    def note(self, name: str, value: object) -> None:
        """Has rows hold a value under a name."""
        if self._rows is not None:
            self._rows.add(name, value)
