"""What was read of a project before: for a process that builds again and again, and on disk between builds. It is used
again where it was made of the very same, and saves time; it decides nothing, and may be lost at any time."""

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar
from zlib import crc32

from sitegen.digest import digest, digest_bytes
from sitegen.problems import Problem

T = TypeVar("T")
SHEETS = 64
"""In how many rows what was made of files lies: one that changes is written anew with all that lies beside it, and all
of it is decoded at once."""


class Rows(Protocol):
    """Where frozen values lie between builds, found by their keys."""

    def value(self, key: str, kind: type[T]) -> T | None:
        """The value with this key; None if there is none of this kind."""

    def add(self, key: str, value: object) -> None:
        """Takes in a value."""

    def save(self) -> None:
        """Writes what was taken in, if it is to be written and can be, and frees memory."""


class Sheet(Generic[T]):
    """What was made of some of the files, each with the key of what it was made from; a row holds all of it."""

    def __init__(self, name: str, known: dict[str, tuple[str, T]]) -> None:
        self.name = name
        self.known = known
        self._asked: set[str] = set()
        self.changed = False

    def get(self, file: str) -> tuple[str, T] | None:
        """The key and the value of a file, if there is one."""
        self._asked.add(file)
        return self.known.get(file)

    def put(self, file: str, key: str, value: T) -> None:
        """Takes in the value of a file in place of what it was."""
        self._asked.add(file)
        self.known[file] = key, value
        self.changed = True

    def asked(self) -> dict[str, tuple[str, T]]:
        """Without what nobody asked for: files that are no more."""
        return {file: found for file, found in self.known.items() if file in self._asked}


class Readings:
    """A memory of what came of sources: in this process if it is to `keep` that, and in `rows` if it lies beside such.
    With neither, all is made anew. Files that look as they did are read again only if it is to `read` them `anew`."""

    def __init__(self, *, keep: bool = False, anew: bool = False) -> None:
        self._keep = keep
        self._anew = anew
        self._rows: Rows | None = None
        self._known: dict[tuple[str, str], tuple[object, object]] = {}
        self._sheets: dict[tuple[str, int], Sheet[Any]] = {}
        self._circumstances: dict[str, object] = {}
        self._digests: dict[str, str] = {}

    def beside(self, rows: Rows) -> "Readings":
        """This memory, with rows to look in, unless it has some already: then it knows what is in them."""
        self._rows = self._rows or rows
        return self

    @property
    def looks(self) -> bool:
        """Whether it is of use to know how files look."""
        return (self._keep or self._rows is not None) and not self._anew

    def save(self) -> None:
        """Rows that are new are written, if there are any; all rows leave memory."""
        if self._rows is not None:
            for sheet in self._sheets.values():
                if sheet.changed:
                    # What a process keeps it does not ask for again.
                    self._rows.add(sheet.name, sheet.known if self._keep else sheet.asked())
                    sheet.changed = False
            self._rows.save()
        if not self._keep:
            self._sheets.clear()

    def under(self, what: str, circumstances: object) -> None:
        """Forgets all of a kind unless the circumstances are what they were: all that it depends on besides sources."""
        if what in self._circumstances and self._circumstances[what] == circumstances:
            return
        self._circumstances[what] = circumstances
        self._digests.pop(what, None)
        self._known = {key: value for key, value in self._known.items() if key[0] != what}
        self._sheets = {key: sheet for key, sheet in self._sheets.items() if key[0] != what}

    def again(self, what: str, file: str, source: object, make: Callable[[], T]) -> T:
        """What `make` gives, or has given before for this file and an equal `source`, from which alone it is made."""
        known = self._known.get((what, file))
        if known and (known[0] is source or known[0] == source):
            return known[1]  # type: ignore[return-value]  # the same `what` gives the same type
        made = make()
        if self._keep:
            self._known[what, file] = (source, made)
        return made

    def told(
        self, what: str, file: str, source: object, make: Callable[[list[Problem]], T], problems: list[Problem]
    ) -> T:
        """As `again`, for what takes note of Problems when it is made: they are noted each time."""

        def made() -> tuple[T, list[Problem]]:
            own: list[Problem] = []
            return make(own), own

        value, own = self.again(what, file, source, made)
        problems += own
        return value

    def lasting(
        self,
        what: str,
        file: str,
        key: str,
        kind: type[T],
        make: Callable[[], T],
        fits: Callable[[T], bool] = lambda _: True,
    ) -> T:
        """As `again`, for values of a `kind` that rows can hold, of sources that `key` names also between processes.
        What stands in a row is taken if it `fits`."""
        sheet = self.sheet(what, file, kind)
        known = sheet.get(file)
        if known and known[0] == key and fits(known[1]):
            return known[1]
        made = make()
        sheet.put(file, key, made)
        return made

    def sheet(self, what: str, file: str, kind: type[T]) -> Sheet[T]:
        """Where what was made of a file lies, with that of others."""
        number = crc32(file.encode("utf-8", "surrogateescape")) % SHEETS
        sheet = self._sheets.get((what, number))
        if sheet is None:
            name = self.name(what, number)
            of: Any = dict[str, tuple[str, kind]]  # type: ignore[valid-type]  # a type that is told at run time
            sheet = self._sheets[what, number] = Sheet(name, self.recalled(name, of) or {})
        return sheet

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
