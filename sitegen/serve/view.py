"""What the preview adds to pages, and its own pages, as HTML. Pure: whatever comes from files is escaped here."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from sitegen.excerpt import Sources, excerpt
from sitegen.problems import Problem, Severity, listed
from sitegen.serve.sites import Entry
from sitegen.serve.words import word
from sitegen.unicode import printable

SHEET = "/.sitegen/pratinjau.css"
SWITCH = "/.sitegen/ke"
PROBLEMS = "/.sitegen/masalah"
SCRIPT = '<script src="/livereload.js"></script>'
MISSING = "tiada"
_LISTED = 20
_CELLS = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be seen at one moment: sites to choose from, Problems of the last build, whether they stopped it, and
    `state`, a sentence on day and drafts."""

    sites: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    failed: bool = False
    state: str = ""

    def told(self) -> tuple[Problem, ...]:
        """What an author can mend, errors first; tasks wait for an office and are left to `sitegen report`."""
        own = [found for found in self.problems if found.severity is not Severity.TASK]
        return tuple(sorted(own, key=lambda found: found.severity is not Severity.ERROR))

    def stopping(self) -> tuple[Problem, ...]:
        """What is shown over a page: nothing, unless the last build failed; then its errors, and with --strict, where
        there may be none, its warnings."""
        told = self.told() if self.failed else ()
        return tuple(found for found in told if found.severity is Severity.ERROR) or told


def address(domain: str, path: str, missing: str = "") -> str:
    """The URL path of a page in the preview; with `missing`, one that says that this page was asked for."""
    return f"/{quote(domain)}/{quote(path)}" + (f"?{MISSING}={quote(missing, safe='')}" if missing else "")


def bar(shown: Shown, sources: Sources, lang: str, domain: str, path: str, missing: str) -> str:
    """The bar below a page, in a tree of its own that the page's sheet does not reach (declarative shadow DOM), with
    the errors of the last build if it failed. Works without JavaScript. `path` is the page's inside its site."""
    here = next((entry for entry in shown.sites if entry.domain == domain), None)
    name = _text(here.name if here else domain) or escape(word("all-sites", lang))
    warnings = sum(found.severity is Severity.WARNING for found in shown.problems)
    more = word("warnings", lang, count=warnings)
    count = f'<a href="{PROBLEMS}">{escape(more)}</a>' if warnings else ""
    note = f'<p role="status">{escape(word("not-there", lang, path=printable(missing)))}</p>' if missing else ""
    return (
        '<sitegen-pratinjau><template shadowrootmode="open">'
        f'<link rel="stylesheet" href="{SHEET}"><section lang="{lang}" aria-label="{word("preview", lang)}">'
        f"{_panel(shown, sources, lang)}{note}"
        f"<details><summary>{word('as-seen', lang)} <b>{name}</b></summary>"
        f'<div>{_form(shown.sites, lang, path)}<p>{_text(shown.state)} <a href="/">{word("all-sites", lang)}</a> '
        f"{count}</p></div></details></section></template></sitegen-pratinjau>"
    )


def _panel(shown: Shown, sources: Sources, lang: str) -> str:
    found = shown.stopping()
    if not found:
        return ""
    head = word("errors", lang, count=len(found))
    return (
        f'<details open class="galat"><summary><b>{escape(head)}.</b> {escape(word("last-good", lang))}'
        f'</summary><div tabindex="0" role="group" aria-label="{escape(head)}">{_list(found, sources, lang)}</div>'
        "</details>"
    )


def _list(problems: Iterable[Problem], sources: Sources, lang: str) -> str:
    known = tuple(problems)
    rest = len(known) - _LISTED
    more = f"<p>{escape(word('more', lang, count=rest))}</p>" if rest > 0 else ""
    return f"<ol>{''.join(_item(found, sources, lang) for found in known[:_LISTED])}</ol>{more}"


def _item(found: Problem, sources: Sources, lang: str) -> str:
    """One Problem: place, weight, what is wrong, the line of its source, the way out."""
    weight = word("error" if found.severity is Severity.ERROR else "warning", lang)
    hint = found.hint(lang)
    parts = [
        f"<p><code>{escape(str(found.place))}</code> <small>{weight} [{escape(found.rule)}]</small></p>",
        f"<p>{escape(found.message(lang))}</p>",
        _line(found, sources, lang),
        f"<p><b>{word('way-out', lang)}:</b> {escape(hint)}</p>" if hint else "",
        f"<p><small>{escape(word('on-sites', lang, sites=listed(found.sites)))}</small></p>" if found.sites else "",
        f"<pre>{escape(chr(10).join(found.detail_lines()))}</pre>" if found.detail else "",
    ]
    return f"<li>{''.join(parts)}</li>"


def _line(found: Problem, sources: Sources, lang: str) -> str:
    place = found.place
    source = sources.line(place.file, place.line) if place.line else None
    cut = None if source is None else excerpt(source, place.column, _CELLS)
    if cut is None:
        return ""
    number = f"{place.line} | "
    if cut.at < 0:
        column = f"\n{word('column', lang, column=place.column)}" if place.column else ""
        return f'<pre dir="ltr">{number}{escape(cut.text + column)}</pre>'
    # No mark in a line of its own, as terminals have it: on a phone lines are broken.
    before, marked, after = cut.text[: cut.at], cut.text[cut.at : cut.at + 1] or " ", cut.text[cut.at + 1 :]
    return f'<pre dir="ltr">{number}{escape(before)}<mark>{escape(marked)}</mark>{escape(after)}</pre>'


def _form(sites: tuple[Entry, ...], lang: str, path: str) -> str:
    options = "".join(f'<option value="{escape(entry.label)}">{_text(entry.province)}</option>' for entry in sites)
    return (
        f'<form action="{SWITCH}"><label for="situs">{word("site", lang)}</label> '
        '<span><input id="situs" name="situs" list="semua" required autocomplete="off" autocapitalize="off" '
        f'spellcheck="false"><button>{word("open", lang)}</button></span><datalist id="semua">{options}</datalist>'
        f'<input type="hidden" name="jalur" value="{escape(path)}"></form>'
    )


def _text(text: str) -> str:
    """A value as HTML that is seen: no control or bidi character acts in it."""
    return escape(printable(text))


def choice(shown: Shown, fits: Iterable[tuple[Entry, str, str]], lang: str, text: str, path: str) -> str:
    """The page of sites that may be meant by `text`: each with the path that leads to it, and whether that is another
    page than the one asked for (its path, else "")."""
    found = tuple(fits)
    rows = "".join(
        f'<li><a href="{escape(address(entry.domain, page, missing))}">{_text(entry.label)}</a> '
        f"{_text(entry.province)} {word('lacks', lang) if missing else ''}</li>"
        for entry, page, missing in found
    )
    several = len(found) < len(shown.sites) or not text
    said = word("several" if several else "none", lang, text=printable(text)) if text else ""
    inner = f"<h1>{word('choose', lang)}</h1>{_form(shown.sites, lang, path)}<p>{escape(said)}</p><ul>{rows}</ul>"
    return page(word("choose", lang), inner, lang)


def problems_page(shown: Shown, sources: Sources, lang: str) -> str:
    """Errors and warnings of the last build."""
    found = shown.told()
    inner = _list(found, sources, lang) if found else f"<p>{word('no-problems', lang)}</p>"
    head = word("problems", lang)
    return page(head, f'<h1>{head}</h1>{inner}<p><a href="/">{word("all-sites", lang)}</a></p>', lang)


def nothing_yet(shown: Shown, sources: Sources, lang: str) -> str:
    """The page in place of all others while no build has come to anything."""
    head = word("nothing-yet", lang)
    said = _list(shown.stopping(), sources, lang)
    return page(head, f"<h1>{head}</h1><p>{escape(word('nothing-yet-text', lang))}</p>{said}", lang)


def not_found(lang: str, path: str) -> str:
    """The page for what is in no site."""
    head = word("not-found", lang)
    said = escape(word("not-found-text", lang, path=printable(path)))
    return page(head, f'<h1>{head}</h1><p>{said}</p><p><a href="/">{word("all-sites", lang)}</a></p>', lang)


def locked(lang: str) -> str:
    """The page for a device of the network that was not let in. It says nothing of what there is."""
    head = word("locked", lang)
    return page(head, f"<h1>{head}</h1><p>{escape(word('locked-text', lang))}</p>", lang, alive=False)


def opening(lang: str) -> str:
    """The page that follows a token: it leads on without it. A redirect would be part of a visit that may have begun on
    another site, and such a visit does not carry a strict cookie."""
    head = word("opening", lang)
    onward = '<meta http-equiv="refresh" content="0;url=/">'
    return page(head, f'<p><a href="/">{head}</a></p>', lang, alive=False, more=onward)


def page(title: str, inner: str, lang: str, *, alive: bool = True, more: str = "") -> str:
    """A page of the preview's own; `inner` is HTML. If it is `alive`, it reloads with the rest."""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">{more}'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; "
        "form-action 'self'; base-uri 'none'\">"
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="{SHEET}"></head>'
        f"<body><main>{inner}</main>{SCRIPT if alive else ''}</body></html>\n"
    )
