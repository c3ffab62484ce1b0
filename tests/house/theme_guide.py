"""What docs/theme.md says by itself: views, templates, filters, tokens and parts, taken from the code and the theme."""

import datetime as dt
import inspect
import re
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

from sitegen.model import views
from sitegen.plan.marks import ACCENTS
from sitegen.read.theme import minified
from sitegen.read.tokens import declared
from sitegen.render.templates import FILTERS
from sitegen.values import is_value

REPO = Path(__file__).parents[2]
GUIDE = REPO / "docs/theme.md"
STYLE = REPO / "themes/default/style"
TEMPLATES = REPO / "themes/default/templates"

# Page templates: the view that `page` is, the lists of cards with the template of each, what the page is.
PAGES: dict[str, tuple[type, dict[str, str], str]] = {
    "home.html": (
        views.HomeView,
        {
            "tasks": "cards/task.html", "latest": "cards/latest.html", "questions": "cards/question.html",
            "notices": "cards/notice.html",
        },
        "the home page of each language",
    ),
    "article.html": (views.DocumentView, {"related": "cards/related.html"}, "an article"),
    "page.html": (views.DocumentView, {}, "a static page such as “Tentang”"),
    "questions.html": (views.QuestionsView, {"<group>": "cards/answer.html"}, "all questions with their answers"),
    "announcement.html": (views.DocumentView, {}, "an announcement"),
    "notices.html": (views.NoticesView, {"items": "cards/notice.html"}, "the announcements that hold now"),
    "event.html": (views.DocumentView, {}, "an event"),
    "agenda.html": (views.AgendaView, {"<month>": "cards/event.html"}, "the next events, by month"),
    "download.html": (views.DocumentView, {"related": "cards/related.html"}, "a file that is offered for download"),
    "quiz.html": (views.DocumentView, {"related": "cards/related.html"}, "a quiz"),
    "shelf.html": (views.ShelfView, {"items": "cards/shelf.html"}, "all downloads, or all quizzes"),
    "list.html": (views.ListView, {"items": "cards/row.html"}, "all articles, or those of a topic, page by page"),
    "index.html": (views.IndexView, {"<letter>": "cards/index.html"}, "the site map, articles by letter"),
    "glossary.html": (views.GlossaryView, {}, "all terms"),
    "contact.html": (views.SimpleView, {}, "how to reach the office"),
    "facilities.html": (views.FacilitiesView, {}, "puskesmas, hospitals and so on, by kecamatan"),
    "luring.html": (views.SimpleView, {}, "how to keep the site for reading without a network"),
    "area.html": (views.SimpleView, {}, "the only page of a kecamatan"),
    "404.html": (views.SimpleView, {"tasks": "cards/task.html"}, "an address that does not exist"),
    "tombstone.html": (
        views.TombstoneView,
        {},
        "a document that was withdrawn, has expired or is held back; by `<h1 data-withdrawn>` `sitegen sign` knows it",
    ),
    "redirect.html": (views.RedirectView, {}, "an old address of a document"),
    "feed.xml": (views.FeedView, {"entries": "cards/entry.xml"}, "the Atom feed of a site or topic"),
    "sitemap.xml": (views.FeedView, {"entries": "cards/url.xml"}, "the sitemap of a confirmed site"),
}  # fmt: skip
SYMBOLS: dict[str, str] = {
    "site": "`site.<field>`: a field of SiteView, such as `{{ site.place }}` or `{{ site.contact.phone }}`",
    "partials": "`partials.<name>`: what `partials/<name>.html` makes for this site and page",
    "cards": "`cards.<list>`: the cards of a list, one after the other; by letter `cards[letter]`",
    "body": "the text of a document as HTML, on its page or in its card",
    "style": "`style.text`: the sheet of this page; `style.hash`: its hash for the Content-Security-Policy",
    "script": "`script.text`, `script.hash`: the same of `script.js`",
    "search": "`search.text`, `search.hash`: what loads the search once it is asked for ([search.md](search.md))",
    "offline": "`offline.text`, `offline.hash`: what keeps a site for offline reading ([offline.md](offline.md))",
    "qr": "an image with the address of the page, on paper; nothing on unconfirmed sites",
    "graphs": "the hashes of the JSON-LD blocks of this page, for its Content-Security-Policy",
}
OWN_FILTERS: dict[str, str] = {
    "date": "a day in words, in the language of the page: “21 November 2026”",
    "isodate": "a day as 2026-11-21, for `datetime=` and feeds",
    "time": "a time of day; with a zone: `{{ t|time(\"WIB\") }}`",
    "number": "a number with the separators of the language: “42.000”",
    "rupiah": "an amount of money: “Rp42.000”",
}  # fmt: skip
# What the site itself sets before the base sheet, so that a theme cannot: it tells island groups apart.
ACCENT_TOKENS = {"a": ("light", "dark"), "field": ("field", "field"), "tint": ("tint_light", "tint_dark")}
TOKENS: dict[str, str] = {
    "paper": "the page",
    "cloth": "quiet surfaces: strip of numbers, foot, boxes, code",
    "line": "lines between rows",
    "ink": "text, strong lines",
    "soft": "lesser text: dates, sources, captions",
    "warn": "surface of notices and labels",
    "warnink": "text on `warn`",
    "sos": "surface for emergencies, with white text",
    "sostext": "text for emergencies on `paper`",
    "a": "links, buttons, the band",
    "field": "large surface with white text",
    "tint": "surface of local notes",
}


def generated() -> dict[str, str]:
    """The parts of the guide between its markers, by name."""
    return {
        "pages": _pages(),
        "symbols": _table("symbol | prints", ((f"`{name}`", said) for name, said in SYMBOLS.items())),
        "partials": _partials(),
        "filters": _filters(),
        "parts": _parts(),
        "tokens": _tokens(),
        "views": _views(),
    }


def rewritten(guide: str) -> str:
    """The guide with all that is between its markers made anew; KeyError for a marker that nothing makes."""
    made = generated()
    pattern = re.compile(r"(<!-- begin: (\w+) -->\n).*?(<!-- end: \2 -->)", re.DOTALL)
    return pattern.sub(lambda found: f"{found[1]}{made[found[2]]}\n{found[3]}", guide)


def _table(head: str, rows: Iterator[tuple[str, ...]]) -> str:
    columns = head.count("|") + 1
    return "\n".join([f"| {head} |", "|" + "---|" * columns, *(f"| {' | '.join(row)} |" for row in rows)])


def _pages() -> str:
    rows = (
        (f"`{name}`", _named(view), ", ".join(f"`cards.{c}`: `{t}`" for c, t in cards.items()), what)
        for name, (view, cards, what) in PAGES.items()
    )
    return _table("template | `page` is | cards | what it makes", rows)


def _partials() -> str:
    """The partials of the default theme, with the templates that print or include them."""
    sources = {p.relative_to(TEMPLATES).as_posix(): p.read_text("utf-8") for p in sorted(TEMPLATES.rglob("*.*"))}
    rows = []
    for path in (name for name in sources if name.startswith("partials/")):
        used = re.compile(rf"partials\.{Path(path).stem}\b|include \"{re.escape(path)}\"")
        rows.append((f"`{path}`", ", ".join(f"`{name}`" for name, text in sources.items() if used.search(text))))
    return _table("partial | used by", iter(rows))


def _filters() -> str:
    others = ", ".join(f"`{name}`" for name in sorted(FILTERS - set(OWN_FILTERS)))
    own = _table("filter | gives", ((f"`{name}`", said) for name, said in OWN_FILTERS.items()))
    return f"{own}\n\nOf Jinja2's own there are {others}."


def tokens() -> dict[str, tuple[str, str]]:
    """The tokens of the base sheet with their values by day and by night."""
    base = minified((STYLE / "base.css").read_text("utf-8"))
    light, dark = re.match(r":root\{(.*?)\}@media \(prefers-color-scheme:dark\)\{:root\{(.*?)\}", base).groups()  # type: ignore[union-attr]
    day, night = (_values(css) for css in (light, dark))
    return {name: (day[name], night.get(name, day[name])) for name in declared(base)}


def _values(css: str) -> dict[str, str]:
    return {found[1]: found[2] for found in re.finditer(r"--([a-z-]+):([^;]*)", css)}


def _tokens() -> str:
    own = _table(
        "token | light | dark | for",
        ((f"`{name}`", f"`{day}`", f"`{night}`", TOKENS[name]) for name, (day, night) in tokens().items()),
    )
    named = "; ".join(f"`--{name}`: {TOKENS[name]}" for name in ACCENT_TOKENS)
    accents = _table(
        "island group | colour | " + " | ".join(f"`--{name}`" for name in ACCENT_TOKENS),
        (
            (group, accent.name, *(_day_and_night(accent, *fields) for fields in ACCENT_TOKENS.values()))
            for group, accent in ACCENTS.items()
        ),
    )
    return f"{own}\n\nThree more are set by the site, by its island group ({named}):\n\n{accents}"


def _day_and_night(accent: views.Accent, day: str, night: str) -> str:
    values = dict.fromkeys((getattr(accent, day), getattr(accent, night)))
    return " / ".join(f"`{value}`" for value in values)


def _parts() -> str:
    rows = []
    for path in sorted(STYLE.rglob("*.css")):
        said = re.match(r"/\*\s*(.*?)[.;,]?\s*\*/", path.read_text("utf-8"), re.DOTALL)
        words = " ".join(said[1].split()) if said else ""
        rows.append((f"`{path.relative_to(STYLE).as_posix()}`", words.partition(". ")[0]))
    return _table("part | for", iter(rows))


def _views() -> str:
    """All views and what they are made of: those of pages first, then in the order in which they are met."""
    first = [views.SiteView, views.Chrome, *get_args(views.PageView), *get_args(views.CardView)]
    known = dict.fromkeys(first)
    for view in (waiting := list(known)):
        for inner in _inner(view):
            if inner not in known:
                known[inner] = None
                waiting.append(inner)
    return "\n\n".join(_view(view) for view in known)


def _inner(view: type) -> Iterator[type]:
    for kind in get_type_hints(view).values():
        for one in (kind, *get_args(kind)):
            if is_value(one):
                yield one


def _view(view: type) -> str:
    hints = get_type_hints(view)
    for name, value in vars(view).items():
        if isinstance(value, property):
            hints[name] = get_type_hints(value.fget)["return"]
    fields = ((f"`{name}`", _said(kind)) for name, kind in hints.items())
    return f"### {view.__name__}\n\n{' '.join((inspect.getdoc(view) or '').split())}\n\n{_table('field | is', fields)}"


_WORDS = {str: "text", int: "whole number", float: "number", bool: "true or false", dt.date: "day", dt.time: "time"}


def _said(kind: Any) -> str:
    """A type in words."""
    if isinstance(kind, NewType):
        return _said(kind.__supertype__)
    if get_origin(kind) is Literal:
        return " or ".join(f"“{choice}”" for choice in get_args(kind))
    if get_origin(kind) in (types.UnionType, Union):
        return " or ".join("none" if one is types.NoneType else _said(one) for one in get_args(kind))
    if get_origin(kind) is tuple:
        return f"list of {_said(get_args(kind)[0])}"
    return _WORDS.get(kind) or _named(kind)


def _named(view: type) -> str:
    return f"[{view.__name__}](#{view.__name__.lower()})"
