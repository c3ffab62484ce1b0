"""The programs of all pages: those that earlier builds made, and those made now."""

from collections.abc import Iterable, Mapping, Set
from functools import partial
from pathlib import Path

from sitegen import versions
from sitegen.digest import digest
from sitegen.model.output import Page, SitePlan
from sitegen.render.programs import Maker
from sitegen.render.spans import Program
from sitegen.write.programs import MANY, ProgramStore, tidy

PROGRAMS = ".sitegen/cache/programs"


class Shelf:
    """The programs of one theme by the keys of their pages: from the store if it has them, else from the maker.

    A program is made from its page and its theme, whose templates and sheet are in the page's key, and from `drafts`,
    for which the store is. So a page whose program is found there need not be planned.
    """

    def __init__(self, maker: Maker, store: ProgramStore) -> None:
        self.maker, self.store = maker, store
        self.once: Set[str] = frozenset()
        self._programs: dict[str, Program | None] = {}

    def has(self, key: str) -> bool:
        """Whether there seems to be a program of this key: it is not read."""
        return self._programs.get(key) is not None or self.store.size(key) > 0

    def kept(self, key: str) -> Program | None:
        """The program of this key, if it was made before, or by an earlier build, and can be read."""
        found = self._programs.get(key) or self._earlier(key)
        if found is not None and key not in self.once:
            self._programs[key] = found
        return found

    def program(self, page: Page) -> Program | None:
        """The program of a page, or None when it has to be rendered plainly for each site."""
        if page.key in self._programs:
            return self._programs[page.key]
        found = self.kept(page.key) or self._made(page)
        if page.key not in self.once:
            self._programs[page.key] = found
        return found

    def size(self, key: str, page: Page | None = None) -> int:
        """The bytes of the program of a key without what sites fill in; 0 when there is none. One that is asked for
        `once` is not read for that. With its page it is made if it has to be, and held."""
        size = self.store.size(key) if key in self.once else 0
        if size:
            return size
        program = self.program(page) if page else self.kept(key)
        if program or page:
            self._programs[key] = program
        return program.size if program else 0

    def _earlier(self, key: str) -> Program | None:
        row = self.store.get(key)
        return self.maker.kept(*row) if row else None

    def _made(self, page: Page) -> Program | None:
        program = self.maker.program(page)
        if program is not None:
            self.store.add(page.key, program.spans, self.maker.slots_of(program))
        return program

    def hold(self) -> None:
        """What was found and made up to now stays."""
        if self.store.fresh >= MANY:
            self.store.flush()
        self.store.hold_spans()
        self.maker.hold()

    def pass_on(self) -> None:
        """Frees what was found and made since `hold`, but for programs that could not be kept in the store."""
        self.store.flush()
        for key in self._programs.keys() & self.once:
            if self._programs[key] is not None and self.store.size(key):
                del self._programs[key]
        self.store.let_go_spans()
        self.maker.let_go_since()

    def settle(self) -> None:
        """Frees all that is not needed to fill pages."""
        self.pass_on()
        self.maker.let_go()
        if not self.once:
            self.store.let_go()

    def let_go(self) -> None:
        """Frees all."""
        self.store.let_go()
        self.maker.let_go()
        self._programs.clear()


class Shelves:
    """A shelf for each theme. Two themes may make the same page, but not the same slots.

    Programs that several sites ask for are held. One that is asked for `once`, by one site alone, is held only if it
    cannot be kept in the store: whoever makes that site reads it, and lets go of what was read afterwards.
    """

    def __init__(self, root: str, makers: Mapping[str, Maker], drafts: bool) -> None:
        self._folder = str(Path(root, PROGRAMS))
        self._names = {theme: (f"{digest(theme)}.programs", f"{digest(theme)}-drafts.programs") for theme in makers}
        self._shelves = {
            theme: Shelf(maker, ProgramStore(self._folder, self._names[theme][drafts], versions.maker()))
            for theme, maker in makers.items()
        }

    def program(self, theme: str, page: Page) -> Program | None:
        """The program of a page, or None when it has to be rendered plainly for each site."""
        return self._shelves[theme].program(page)

    def has(self, theme: str, key: str) -> bool:
        """Whether there seems to be a program of this key: it is not read."""
        return self._shelves[theme].has(key)

    def kept(self, theme: str, key: str) -> Program | None:
        """The program of this key, if it was made before, or by an earlier build, and can be read."""
        return self._shelves[theme].kept(key)

    def size(self, theme: str, key: str, page: Page | None = None) -> int:
        """The bytes of the program of a key without what sites fill in; 0 when there is none. With its page it is made
        if it has to be."""
        return self._shelves[theme].size(key, page)

    def ask_once(self, keys: Set[str]) -> None:
        """Pages with these keys will be asked for by one site alone, and once."""
        for shelf in self._shelves.values():
            shelf.once = keys

    def keep(self, plans: Iterable[SitePlan]) -> None:
        """Has later builds find the programs that were made. `plans` are those of all sites of the project."""
        for theme, shelf in self._shelves.items():
            shelf.store.save(partial(_keys, theme, plans))
        tidy(self._folder, {name for names in self._names.values() for name in names})

    def hold(self) -> None:
        """What was found and made up to now stays: it is for several sites."""
        for shelf in self._shelves.values():
            shelf.hold()

    def pass_on(self) -> None:
        """Frees what was made since then, once it is much, but for programs that could not be kept in the store."""
        for shelf in self._shelves.values():
            if shelf.store.fresh >= MANY:
                shelf.pass_on()

    def settle(self) -> None:
        """Frees all that is not needed to fill pages. What is made from now on is not kept."""
        for shelf in self._shelves.values():
            shelf.settle()

    def let_go_spans(self) -> None:
        """Frees what was read for one site."""
        for shelf in self._shelves.values():
            shelf.store.let_go_spans()

    def let_go(self) -> None:
        """Frees all. Who asks for more has it made anew."""
        for shelf in self._shelves.values():
            shelf.let_go()


def _keys(theme: str, plans: Iterable[SitePlan]) -> set[str]:
    """The keys of all outputs of a theme, on whatever site; pages among them."""
    outlines = {plan.outline.key: plan.outline for plan in plans if plan.outline.theme == theme}
    return {key for outline in outlines.values() for key in outline.keys.values()}
