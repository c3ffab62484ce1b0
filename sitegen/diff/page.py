"""A Difference as one HTML page that carries all it needs: no script, nothing from elsewhere, everything escaped."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape

from sitegen import locale
from sitegen.diff.lines import GONE, against, followed, heading, remarks, spread, summary
from sitegen.diff.text import pairs, words
from sitegen.diff.words import listed, word
from sitegen.model.difference import Change, Difference
from sitegen.unicode import escaped

_STYLE = (
    ":root{color-scheme:light dark;--paper:#fff;--cloth:#f6f4ef;--line:#d9d5cb;--ink:#1b1d1c;--soft:#484c4a;"
    "--a:#14533a;--old:#fbe9e7;--oldink:#8c1d18;--new:#e4f3ea;--newink:#14533a;--bad:#9c1020}"
    "@media (prefers-color-scheme:dark){:root{--paper:#131615;--cloth:#1d2120;--line:#3a403d;--ink:#edf0ee;"
    "--soft:#bcc3bf;--a:#86d0a9;--old:#331a18;--oldink:#ffb4ab;--new:#14261d;--newink:#9be0bb;--bad:#ff9a9a}}"
    "*{box-sizing:border-box}"
    "body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;"
    "overflow-wrap:anywhere}"
    "main{max-width:66rem;margin:0 auto;padding:1.5rem 18px 4rem}"
    "h1,h2,h3{line-height:1.2;text-wrap:balance;margin:0 0 .5rem}"
    "h1{font-size:clamp(1.45rem,1.1rem + 2.4vw,2.2rem)}h2{font-size:1.15rem}"
    "p,ul{margin:0 0 .7rem;max-width:44rem}ul{padding-left:1.25rem}"
    "a{color:var(--a);text-underline-offset:.2em}:focus-visible{outline:3px solid var(--ink);outline-offset:2px}"
    "section{border-top:1px solid var(--line);padding-top:1.1rem;margin-top:1.9rem}"
    ".s{font-size:.875rem;color:var(--soft)}p.s{margin:0 0 .3rem}.sum+.s{margin:.8rem 0 1.4rem}"
    ".sum{background:var(--cloth);padding:.8rem 1rem;max-width:none}.sum p:last-child{margin:0}"
    ".tag{display:inline-block;border:1px solid currentColor;border-radius:3px;padding:0 .45rem;font-size:.8125rem;"
    "margin-right:.5rem;color:var(--soft);font-weight:400;vertical-align:.08em}.bad{color:var(--bad);font-weight:700}"
    "nav a{display:inline-block;padding:.5rem .3rem .5rem 0;line-height:1.4}"
    "nav ul{list-style:none;padding:0;max-width:none}"
    "nav li{border-bottom:1px solid var(--line)}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed;margin:.4rem 0 .8rem}"
    "th{text-align:left;font-size:.875rem;color:var(--soft);font-weight:400;padding:.2rem .7rem}"
    "td{vertical-align:top;padding:.5rem .7rem;border:2px solid var(--paper);background:var(--cloth)}"
    "td.old{background:var(--old)}td.new{background:var(--new)}"
    "del{color:var(--oldink);text-decoration:line-through}ins{color:var(--newink);text-decoration:underline;"
    "text-underline-offset:.2em;font-weight:700}"
    "summary{cursor:pointer;padding:.6rem 0;color:var(--a)}details p{margin:0 0 .5rem}"
    "@media (max-width:40rem){table,tbody,tr,td{display:block}thead{position:absolute;left:-99rem}tr{margin:0 0 .7rem}"
    "td[data-h]:before{content:attr(data-h);display:block;font-size:.8125rem;color:var(--soft)}td.no{display:none}}"
    "@media print{@page{size:A4;margin:14mm}:root{color-scheme:light;--paper:#fff;--cloth:#fff;--line:#999;--ink:#000;"
    "--soft:#333;--a:#000;--old:#fff;--oldink:#000;--new:#fff;--newink:#000;--bad:#000}body{font-size:10pt}"
    "main{max-width:none;padding:0}nav{display:none}td{border:1px solid var(--line)}h2,tr{break-inside:avoid}"
    "h2{break-after:avoid}}"
)
_POLICY = f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'"
_MOST_PAGES = 40


def page(found: Difference, lang: str) -> str:
    """The whole report (HTML living standard; the policy is CSP 3). A section for each cause, none for each site."""
    title = word("title", lang)
    when = word("as-of", lang, day=locale.long_date(found.day, lang), count=found.sites)
    body = "\n".join(_parts(found, lang))
    return f"""<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{_e(title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{_e(title)}</h1>
<p>{_e(against(found, lang))}; {_e(when)}.</p>
{body}
</main>
</body>
</html>
"""


def _parts(found: Difference, lang: str) -> Iterator[str]:
    said = [*summary(found, lang)]
    if not (found.changes or found.site_changes or found.follows):
        said.insert(0, word("nothing", lang))
    yield f'<div class="sum">{"".join(f"<p>{_e(line)}</p>" for line in said)}</div>'
    yield f'<p class="s">{_e(word("note", lang))}</p>'
    if len(found.changes) > 1:
        rows = "".join(_row(number, change, lang) for number, change in enumerate(found.changes, 1))
        yield f'<nav aria-label="{_e(word("contents", lang))}"><ul>{rows}</ul></nav>'
    if found.site_changes:
        words = [word(f"site-{s.kind}", lang, name=s.name, domain=s.domain, pages=s.pages) for s in found.site_changes]
        yield _section(word("sites-head", lang), _list(words))
    for number, change in enumerate(found.changes, 1):
        yield _change(number, change, lang)
    if found.waiting:
        words = [
            word("waiting-row", lang, name=w.name, title=w.title, policy=w.policy, sites=listed(w.sites, lang))
            for w in found.waiting
        ]
        yield _section(word("waiting-head", lang), f"<p>{_e(word('waiting-note', lang))}</p>{_list(words)}")
    if found.follows:
        rows = _list([word("follow-row", lang, path=f.path, sites=listed(f.sites, lang)) for f in found.follows])
        inner = f"<details><summary>{_e(followed(found, lang))}</summary>{rows}</details>"
        yield _section(word("follow-head", lang), inner)


def _section(head: str, inner: str) -> str:
    return f"<section><h2>{_e(head)}</h2>{inner}</section>"


def _list(rows: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{_e(row)}</li>' for row in rows)}</ul>"


def _headed(change: Change, lang: str) -> str:
    kind, _, rest = heading(change, lang).partition(": ")
    bad = " bad" if change.lost else ""
    return f'<span class="tag{bad}">{_e(kind)}</span>{_e(rest)}'


def _row(number: int, change: Change, lang: str) -> str:
    sites = spread(change, lang) if change.sites else ""
    return f'<li><a href="#p{number}">{_headed(change, lang)}</a> <span class="s">{_e(sites)}</span></li>'


def _change(number: int, change: Change, lang: str) -> str:
    inner = [f'<section id="p{number}"><h2>{_headed(change, lang)}</h2>']
    if change.sites:
        few = f": {listed(change.sites, lang, 12)}" if 1 < len(change.sites) < change.of else ""
        inner.append(f"<p>{_e(spread(change, lang))}{_e(few)}</p>")
    told = [*remarks(change, lang)]
    if change.kind in ("same", "page") and len(change.pages) > 1:
        told.append(listed(change.pages, lang, _MOST_PAGES))
    inner += [f'<p class="{"bad" if change.lost and n == 0 else "s"}">{_e(one)}</p>' for n, one in enumerate(told)]
    if change.hunks:
        if len(change.sites) > 1:
            inner.append(f'<p class="s">{_e(word("example", lang, site=change.example))}:</p>')
        if change.kind in GONE:
            inner += [f"<p>{_e(one)}</p>" for hunk in change.hunks for one in hunk.after]
        whole = change.kind in ("added", "removed", *GONE)
        inner.append(_whole(change, lang) if whole else _sides(change, lang))
    return "\n".join([*inner, "</section>"])


def _whole(change: Change, lang: str) -> str:
    """All of a document that comes or goes: there is nothing to put beside it."""
    told = [one for hunk in change.hunks for one in hunk.before or hunk.after]
    head = word("full-text", lang, count=len(told))
    return f"<details><summary>{_e(head)}</summary>{''.join(f'<p>{_e(one)}</p>' for one in told)}</details>"


def _sides(change: Change, lang: str) -> str:
    before, after = word("before", lang), word("after", lang)
    rows = []
    for hunk in change.hunks:
        for old, new in pairs(hunk):
            left, right = words(old, new)
            rows.append(f"<tr>{_cell('old', 'del', before, left)}{_cell('new', 'ins', after, right)}</tr>")
    head = f'<thead><tr><th scope="col">{_e(before)}</th><th scope="col">{_e(after)}</th></tr></thead>'
    return f"<table>{head}<tbody>{''.join(rows)}</tbody></table>"


def _cell(side: str, tag: str, head: str, runs: tuple[tuple[bool, str], ...]) -> str:
    if not runs:
        return '<td class="no"></td>'
    text = "".join(f"<{tag}>{_e(run)}</{tag}>" if alone else _e(run) for alone, run in runs)
    return f'<td class="{side}" data-h="{_e(head)}">{text}</td>'


def _e(text: str) -> str:
    return escape(escaped(text))
