"""A Difference as one HTML page that carries all it needs: no script, nothing from elsewhere, everything escaped."""

from collections.abc import Iterable, Iterator

from sitegen import locale, opspage
from sitegen.diff.lines import GONE, against, followed, heading, remarks, spread, summary
from sitegen.diff.text import pairs, words
from sitegen.diff.words import listed, word
from sitegen.model.difference import Change, Difference
from sitegen.opspage import Html, el, joined
from sitegen.unicode import escaped

# Below the sheet of all pages for ops: two columns that stand below each other on a phone, and what they mark.
_STYLE = (
    ":root{--old:#fbe9e7;--oldink:#8c1d18;--new:#e4f3ea;--newink:#14533a}"
    "@media (prefers-color-scheme:dark){:root{--old:#331a18;--oldink:#ffb4ab;--new:#14261d;--newink:#9be0bb}}"
    "section{border-top:1px solid var(--line);padding-top:1.1rem;margin-top:1.9rem}"
    "section h2{font-size:1.15rem;border:0;padding:0;margin:0 0 .5rem}"
    "p.s{margin:0 0 .3rem}.note p{margin:0}.note+.s{margin:.8rem 0 1.4rem}"
    ".tag{display:inline-block;border:1px solid currentColor;border-radius:3px;padding:0 .45rem;font-size:.8125rem;"
    "margin-right:.5rem;color:var(--soft);font-weight:400;vertical-align:.08em}.tag.no,p.no{color:var(--bad)}"
    "nav ul{list-style:none;padding:0;max-width:none}nav li{border-bottom:1px solid var(--line);margin:0}"
    "nav a{display:inline-block;padding:.5rem .3rem .5rem 0;line-height:1.4}"
    ".two{table-layout:fixed;margin:.4rem 0 .8rem}"
    ".two th{border:0;font-weight:400;color:var(--soft);padding:.2rem .7rem}"
    ".two td{padding:.5rem .7rem;border:2px solid var(--paper);overflow-wrap:anywhere}"
    ".two .old{background:var(--old)}.two .new{background:var(--new)}"
    "del{color:var(--oldink)}ins{color:var(--newink);text-underline-offset:.2em;font-weight:700}"
    "@media (max-width:40rem){.two,.two tbody,.two tr,.two td{display:block}.two thead{position:absolute;left:-99rem}"
    ".two tr{margin:0 0 .7rem}.two td:before{content:attr(data-head);display:block;font-size:.8125rem;"
    "color:var(--soft)}.two td:empty{display:none}}"
    "@media print{:root{--old:#fff;--oldink:#000;--new:#fff;--newink:#000}nav{display:none}"
    ".two td{border:1px solid var(--line)}}"
)
_MOST_PAGES = 40


def page(found: Difference, lang: str) -> str:
    """The whole report (HTML living standard; the policy is CSP 3). A section for each cause, none for each site."""
    title = word("title", lang)
    when = word("as-of", lang, day=locale.long_date(found.day, lang), count=found.sites)
    body = joined(el("h1", title), el("p", f"{against(found, lang)}; {when}."), *_lines(_parts(found, lang)))
    return opspage.page(title, lang, body, _STYLE)


def _lines(parts: Iterable[Html]) -> Iterator[object]:
    for part in parts:
        yield from ("\n", part)


def _parts(found: Difference, lang: str) -> Iterator[Html]:
    said = [*summary(found, lang)]
    if not (found.changes or found.site_changes or found.follows):
        said.insert(0, word("nothing", lang))
    yield el("div", *(el("p", line) for line in said), class_="note")
    yield el("p", word("note", lang), class_="s")
    if len(found.changes) > 1:
        rows = (_row(number, change, lang) for number, change in enumerate(found.changes, 1))
        yield el("nav", el("ul", *_lines(rows)), aria_label=word("contents", lang))
    if found.site_changes:
        told = [word(f"site-{s.kind}", lang, name=s.name, domain=s.domain, pages=s.pages) for s in found.site_changes]
        yield el("section", el("h2", word("sites-head", lang)), _list(told))
    for number, change in enumerate(found.changes, 1):
        yield _change(number, change, lang)
    if found.waiting:
        told = [
            word("waiting-row", lang, name=w.name, title=w.title, policy=w.policy, sites=listed(w.sites, lang))
            for w in found.waiting
        ]
        head, note = el("h2", word("waiting-head", lang)), el("p", word("waiting-note", lang))
        yield el("section", head, note, _list(told))
    if found.follows:
        told = [word("follow-row", lang, path=f.path, sites=listed(f.sites, lang)) for f in found.follows]
        inner = el("details", el("summary", followed(found, lang)), _list(told))
        yield el("section", el("h2", word("follow-head", lang)), inner)


def _list(rows: list[str]) -> Html:
    return el("ul", *(el("li", escaped(row)) for row in rows))


def _headed(change: Change, lang: str) -> Html:
    kind, _, rest = heading(change, lang).partition(": ")
    return joined(el("span", kind, class_="tag no" if change.lost else "tag"), escaped(rest))


def _row(number: int, change: Change, lang: str) -> Html:
    sites = spread(change, lang) if change.sites else ""
    return el("li", el("a", _headed(change, lang), href=f"#p{number}"), " ", el("span", sites, class_="s"))


def _change(number: int, change: Change, lang: str) -> Html:
    inner = [el("h2", _headed(change, lang))]
    if change.sites:
        few = f": {listed(change.sites, lang, 12)}" if 1 < len(change.sites) < change.of else ""
        inner.append(el("p", spread(change, lang), few))
    told = [*remarks(change, lang)]
    if change.kind in ("same", "page") and len(change.pages) > 1:
        told.append(listed(change.pages, lang, _MOST_PAGES))
    inner += [el("p", escaped(one), class_="no" if change.lost and n == 0 else "s") for n, one in enumerate(told)]
    if change.hunks:
        if len(change.sites) > 1:
            inner.append(el("p", word("example", lang, site=change.example), ":", class_="s"))
        if change.kind in GONE:
            inner += [el("p", escaped(one)) for hunk in change.hunks for one in hunk.after]
        whole = change.kind in ("added", "removed", *GONE)
        inner.append(_whole(change, lang) if whole else _sides(change, lang))
    return el("section", *_lines(inner), id=f"p{number}")


def _whole(change: Change, lang: str) -> Html:
    """All of a document that comes or goes: there is nothing to put beside it."""
    told = [one for hunk in change.hunks for one in hunk.before or hunk.after]
    head = el("summary", word("full-text", lang, count=len(told)))
    return el("details", head, *(el("p", escaped(one)) for one in told))


def _sides(change: Change, lang: str) -> Html:
    before, after = word("before", lang), word("after", lang)
    rows = []
    for hunk in change.hunks:
        for old, new in pairs(hunk):
            left, right = words(old, new)
            rows.append(el("tr", _cell("old", "del", before, left), _cell("new", "ins", after, right)))
    head = el("thead", el("tr", el("th", before, scope="col"), el("th", after, scope="col")))
    return el("table", head, el("tbody", *_lines(rows)), class_="two")


def _cell(side: str, tag: str, head: str, runs: tuple[tuple[bool, str], ...]) -> Html:
    if not runs:
        return el("td")
    text = joined(*(el(tag, escaped(run)) if alone else escaped(run) for alone, run in runs))
    return el("td", text, class_=side, data_head=head)
