"""Programs: pages as prepared byte spans with slots, filled for each site by one join.

A page template runs once with symbols; its tokens become slots. What is paid for each site and page is a join.
A page whose template is not `direct` (see `templates`) is rendered plainly for each site, from the same values.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from html import escape as escape_attribute
from sys import intern
from typing import Any
from urllib.parse import quote

from sitegen import locale
from sitegen.model.document import Text
from sitegen.model.output import Body, CardUse, Page, Shown, SiteFile, lang_of
from sitegen.model.site import Site
from sitegen.model.views import Chrome, FeedView, PageView, SiteView
from sitegen.problems import Refused, problem
from sitegen.render.qr import qr_svg
from sitegen.render.sheets import GRAPHS, Sheets, sealed
from sitegen.render.slots import INLINE, printable, read, written
from sitegen.render.spans import Builder, Program, SlotName, SlotTable, body_program
from sitegen.render.symbols import SYMBOLIC, Misused
from sitegen.render.templates import TemplateError, Templates, html_bytes, markup
from sitegen.urls import canonical_path, dialled

Pieces = tuple[tuple[bytes, ...], tuple[str | None, ...]]
"""What a template printed, split at its tokens: what stands before each, and the tokens; None for the end."""
Frame = tuple[tuple[Program, str | None], ...]
"""A page without its body and its cards: programs, and the tokens of what follows each; None for the end."""
_BODY, _CARDS = "body", "cards."


class Maker:
    """Makes programs for one theme. `html_of` gives the HTML of a Text."""

    def __init__(self, templates: Templates, html_of: Callable[[Text], str], drafts: bool) -> None:
        self.templates = templates
        self.drafts = drafts
        self.table = SlotTable()
        self.sheets = Sheets(templates.theme)
        self._html_of = html_of
        self._frames: dict[tuple[str, tuple[str, ...]], Frame | None] = {}
        self._cards: dict[str, Program | None] = {}
        self._bodies: dict[str, Program] = {}
        self._numbers: dict[str, int | None] = {}
        self._texts: dict[int, str] = {}
        self.hold()

    def program(self, page: Page) -> Program | None:
        """The program of a page, or None when it has to be rendered plainly for each site."""
        if page.template not in self.templates.direct:
            return None
        shown = page.shown()
        frame = self._frame(page, shown)
        if frame is None:
            return None
        cards = {name: [self._card(use) for use in uses] for name, uses in shown.cards}
        if any(card is None for row in cards.values() for card in row):
            return None
        builder = Builder(self.table)
        for program, token in frame:
            builder.program(program)
            if token is None:
                continue
            builder.seam()
            if token != _BODY:
                name = token.removeprefix(_CARDS)
                if name not in cards:
                    raise _unknown(self.templates, page.template, token)
                for card in cards[name]:
                    builder.program(card)  # type: ignore[arg-type]  # None was ruled out above
            elif shown.body:
                builder.program(self._body(shown.body))
            builder.seam()
        return builder.done()

    def kept(self, spans: tuple[bytes, ...], slots: tuple[str, ...]) -> Program | None:
        """The program of these spans, with slots as `slots_of` wrote them; None if this theme has no such slots."""
        for slot in slots:
            if slot not in self._numbers:
                name = read(slot, self.templates)
                self._numbers[slot] = None if name is None else self.table.number(name)
        numbers = tuple([number for slot in slots if (number := self._numbers[slot]) is not None])
        return Program(spans, self.table.row(numbers)) if len(numbers) == len(slots) else None

    def slots_of(self, program: Program) -> tuple[str, ...]:
        """The slots of a program as texts, by which other builds know them."""
        for number in program.slots:
            if number not in self._texts:
                self._texts[number] = written(self.table.names[number])
        return tuple([self._texts[number] for number in program.slots])

    def hold(self) -> None:
        """What programs were made of up to now is needed for others."""
        self._held = [len(made) for made in self._made_of()]

    def let_go_since(self) -> None:
        """Frees what programs were made of since then."""
        for made, held in zip(self._made_of(), self._held, strict=True):
            while len(made) > held:
                made.popitem()  # the one that was added last

    def let_go(self) -> None:
        """Frees what only programs are made of, once all of them are made."""
        for made in (*self._made_of(), self.table.rows, self._numbers, self._texts):
            made.clear()
        self.hold()

    def _made_of(self) -> tuple[dict[Any, Any], ...]:
        return self._frames, self._cards, self._bodies, self.table.spans

    def _frame(self, page: Page, shown: Shown) -> Frame | None:
        """What a page template makes of its view; None if it cannot be rendered with symbols."""
        memo = (shown.frame, page.style)
        if memo not in self._frames:
            self._frames[memo] = self._new_frame(page, shown)
        return self._frames[memo]

    def _new_frame(self, page: Page, shown: Shown) -> Frame | None:
        view = shown.view
        try:
            pieces = self._split(page.template, lang_of(view), {"page": view}, tuple(sorted(SYMBOLIC)))
        except Misused:
            return None
        chrome = chrome_of(view, self.drafts)
        frame: list[tuple[Program, str | None]] = []
        builder = Builder(self.table)
        for literal, token in zip(*pieces, strict=True):
            builder.literal(literal)
            if token is None or token == _BODY or token.startswith(_CARDS):
                frame.append((builder.done(), token))
                builder = Builder(self.table)
                continue
            kind, _, name = token.partition(".")
            if kind == "site":
                builder.slot(("site", name))
            elif token in INLINE:
                builder.slot((kind, name, page.style) if kind == "style" else (kind, name))
            elif kind == "partials":
                builder.slot(("partial", name, chrome))
            elif token in ("qr", "graphs"):
                builder.slot((token,))
            else:
                raise _unknown(self.templates, page.template, token)
        return tuple(frame)

    def plain(self, page: Page, filler: "Filler") -> bytes:
        """The page rendered with the real site: the truth that programs are compared with."""
        shown = page.shown()
        view = shown.view
        chrome = chrome_of(view, self.drafts)
        values = {
            "page": view,
            "site": filler.view,
            "style": self.sheets.sheet(filler.view.accent, page.style),
            "script": self.sheets.script,
            "search": self.sheets.search,
            "offline": self.sheets.offline,
            "partials": _Named(lambda name: filler.value(("partial", name, chrome)).decode()),
            "cards": _Cards(page.template, shown, self, filler),
            "qr": _Printed(lambda: filler.code(page.path).decode()),
            "graphs": markup(GRAPHS.decode()),
            "body": self.text(shown.body, filler),
        }
        return sealed(self._text(page.template, lang_of(view), values).encode())

    def _card(self, use: CardUse) -> Program | None:
        if use.key not in self._cards:
            self._cards[use.key] = self._new_card(use)
        return self._cards[use.key]

    def _new_card(self, use: CardUse) -> Program | None:
        if use.template not in self.templates.direct:
            return None
        try:
            parts = self._split(use.template, use.lang, {"card": use.card}, ("body", "site"))
        except Misused:
            return None
        builder = Builder(self.table)
        for literal, token in zip(*parts, strict=True):
            builder.literal(literal)
            if token == "body":
                if use.body:
                    builder.program(self._body(use.body))
            elif token is not None:
                builder.slot(("site", token.removeprefix("site.")))
        return builder.done()

    def card(self, use: CardUse, filler: "Filler") -> str:
        """A card rendered with the real site."""
        values = {"card": use.card, "site": filler.view, "body": self.text(use.body, filler)}
        return self.templates.render(use.template, use.lang, values)

    def text(self, body: Body | None, filler: "Filler") -> str:
        """The text of a document for a site, as markup; empty for none."""
        return markup(filler.fill(self._body(body)).decode()) if body else ""

    def _body(self, body: Body) -> Program:
        if body.key not in self._bodies:
            self._bodies[body.key] = body_program(self._html_of(body.text), body, self.table)
        return self._bodies[body.key]

    def _split(self, template: str, lang: str, values: Mapping[str, object], symbols: tuple[str, ...]) -> Pieces:
        """What a template makes of its values, split at the tokens. Misused where only plain rendering can tell."""
        try:
            parts = self.templates.symbolic(template, lang, values, symbols)
        except TemplateError as error:
            raise self.templates.failure(template, error) from error
        tokens = [intern(token) for token in parts[1::2]]
        if not all(map(printable, tokens)):
            raise Misused
        return tuple([self.table.span(part.encode()) for part in parts[::2]]), (*tokens, None)

    def _text(self, template: str, lang: str, values: Mapping[str, object]) -> str:
        try:
            return self.templates.render(template, lang, values)
        except TemplateError as error:
            raise self.templates.failure(template, error) from error


class Filler(dict[int, bytes]):
    """Fills slots with the values of one site: by their numbers, each made on first asking."""

    def __init__(self, maker: Maker, site: Site, view: SiteView) -> None:
        super().__init__()
        self.templates = maker.templates
        self.view = view
        self._table = maker.table
        self._sheets = maker.sheets
        self._qr, self._graphs = maker.table.number(("qr",)), maker.table.number(("graphs",))
        self._facts = {fact.name: fact for fact in site.facts}

    def __missing__(self, number: int) -> bytes:
        found = self[number] = self._make(self._table.names[number])
        return found

    def fill(self, program: Program, path: str = "") -> bytes:
        """The bytes of a program for this site; `path` is where a page will lie."""
        slots = program.slots
        if self.view.confirmed and self._qr in slots:
            self[self._qr] = self.code(path)
        parts: list[bytes] = [b""] * (2 * len(slots) + 1)
        parts[::2] = program.spans
        parts[1::2] = map(self.__getitem__, slots)
        page = b"".join(parts)
        return sealed(page) if self._graphs in slots else page

    def value(self, name: SlotName) -> bytes:
        """The bytes of one slot, escaped for where it stands."""
        return self[self._table.number(name)]

    def site_file(self, output: SiteFile, lang: str, drafts: bool) -> bytes:
        """The bytes of a file whose template sees the real site."""
        chrome = Chrome("", "", "", lang, drafts)
        return self._render(output.template, lang, {"site": self.view, "chrome": chrome}).encode()

    def code(self, path: str) -> bytes:
        """The QR code of a page, for paper; none on a site that nobody has confirmed. The address stands beside it."""
        return qr_svg(self.view.base_url + canonical_path(path)).encode() if self.view.confirmed else b""

    def _make(self, name: SlotName) -> bytes:
        kind = name[0]
        if kind in ("seam", "qr"):  # a code differs from page to page
            return b""
        if kind == "site":
            value: object = self.view
            for part in str(name[1]).split("."):
                value = getattr(value, part)
            return html_bytes(value)
        if kind == "partial":
            chrome = name[2]
            assert isinstance(chrome, Chrome)
            values = {"site": self.view, "chrome": chrome}
            return self._render(f"partials/{name[1]}.html", chrome.lang, values).encode()
        if kind == "style":
            parts = name[2]
            assert isinstance(parts, tuple)
            return html_bytes(getattr(self._sheets.sheet(self.view.accent, parts), str(name[1])))
        if kind == "graphs":
            return GRAPHS
        if kind in ("script", "search", "offline"):
            return html_bytes(getattr(getattr(self._sheets, kind), str(name[1])))
        return self._fact(*map(str, name[1:]))

    def _fact(self, name: str, default: str, context: str, lang: str) -> bytes:
        fact = self._facts.get(name)
        value = fact.value if fact else default
        if context == "url":
            return escape_attribute(value, quote=True).encode()
        if context == "tel":
            return dialled(value).encode()
        if context == "part":
            return quote(value, safe="+@.-").encode()
        if fact and fact.type == "date":
            value = locale.long_date(dt.date.fromisoformat(value), lang)
        return html_bytes(value)

    def _render(self, template: str, lang: str, values: Mapping[str, object]) -> str:
        try:
            return self.templates.render(template, lang, values)
        except TemplateError as error:
            raise self.templates.failure(template, error) from error


class _Named:
    """Attributes and items made on asking, printed as markup: what `partials` is in plain rendering."""

    def __init__(self, make: Callable[[str], str]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        return markup(self._make(name))

    def __getitem__(self, name: str) -> object:
        return markup(self._make(name))

    def __str__(self) -> str:
        raise TypeError("only the parts of it can be printed")


class _Printed:
    """Markup that is made when a template prints it."""

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make

    def __html__(self) -> str:
        return self._make()

    def __str__(self) -> str:
        raise TypeError("this can only be printed")


def _Cards(template: str, shown: Shown, maker: Maker, filler: Filler) -> _Named:  # noqa: N802 - as what it makes
    rows = dict(shown.cards)

    def make(name: str) -> str:
        if name not in rows:
            raise _unknown(maker.templates, template, f"cards.{name}")
        return "".join(maker.card(use, filler) for use in rows[name])

    return _Named(make)


def chrome_of(view: PageView, drafts: bool) -> Chrome:
    """The place of a page with this view, as its site partials see it."""
    if isinstance(view, FeedView):
        return Chrome(view.root, view.root, "", view.lang, drafts)
    head = view.head
    return Chrome(head.root, head.base, head.section, head.lang, drafts, head.pages, head.lists)


def _unknown(templates: Templates, template: str, token: str) -> Refused:
    return Refused(problem("template-unknown", templates.place(template), name=token))
