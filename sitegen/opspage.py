"""Pages for those who run the network, written without a theme: a small writer of HTML that escapes by itself.

A page carries all that it needs, under a policy that lets it load nothing (CSP 3); it follows the reader's scheme,
light or dark, and prints on A4.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import escape

STYLE = (
    ":root{color-scheme:light dark;--paper:#fff;--cloth:#f6f4ef;--line:#d9d5cb;--ink:#1b1d1c;--soft:#484c4a;"
    "--a:#14533a;--bar:#2f7d5b;--bad:#9c1020;--edge:#767268}"
    "@media (prefers-color-scheme:dark){:root{--paper:#131615;--cloth:#1d2120;--line:#3a403d;--ink:#edf0ee;"
    "--soft:#bcc3bf;--a:#86d0a9;--bar:#4fa67f;--bad:#ff9a9a;--edge:#8d9590}}"
    "*{box-sizing:border-box}"
    "body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;"
    "overflow-wrap:anywhere}"
    "main{max-width:62rem;margin:0 auto;padding:1.5rem 1.125rem 4rem}"
    "h1,h2,h3{line-height:1.2;text-wrap:balance;margin:0 0 .6rem}"
    "h1{font-size:clamp(1.5rem,1.1rem + 2.4vw,2.3rem)}"
    "h2{font-size:1.35rem;border-top:3px solid var(--ink);padding-top:.6rem;margin-top:2.75rem}"
    "h3{font-size:1.1rem;margin-top:1.75rem}"
    "p,ul,ol,dl{margin:0 0 1rem;max-width:42rem}ul,ol{padding-left:1.25rem}li{margin:.2rem 0}dd{margin:0}"
    "a{color:var(--a);text-underline-offset:.2em}a:hover{text-decoration-thickness:3px}"
    ":focus-visible{outline:3px solid var(--ink);outline-offset:2px}"
    "small,.s{font-size:.875rem;color:var(--soft)}code{font-size:.9em}"
    ".wide{overflow-x:auto;margin:0 0 1rem;position:relative}"
    "table{border-collapse:collapse;width:100%}"
    "caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
    "th,td{text-align:left;vertical-align:top;padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line);"
    "overflow-wrap:normal}"
    "thead th{border-bottom:2px solid var(--edge);font-size:.875rem}tbody th{font-weight:400}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}td.long,th.long{min-width:14rem}"
    "@media screen and (max-width:40rem){[data-head]::before{content:attr(data-head)': ';font-size:.875rem;"
    "color:var(--soft)}.heads thead{display:none}.heads :is(table,tbody,tr,th,td){display:block;border:0;"
    "padding:.1rem 0;text-align:left;min-width:0}.heads tbody th{font-weight:700}"
    ".heads tr{border-bottom:1px solid var(--line);padding:.6rem 0}}"
    "details{margin:0 0 1rem}summary{cursor:pointer;padding:.6rem 0;color:var(--a)}"
    ".sum{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.75rem;padding:0;max-width:none}"
    ".sum div{background:var(--cloth);padding:.7rem .9rem}.sum dd{font-size:1.5rem;font-weight:700;line-height:1.2}"
    ".sum dt{font-size:.875rem;color:var(--soft)}"
    ".note{background:var(--cloth);border-left:4px solid var(--edge);padding:.7rem .9rem}"
    ".no{color:var(--bad);font-weight:700}.yes{font-weight:700}"
    "figure{margin:1rem 0;max-width:38rem}svg.chart{display:block;width:100%;height:auto}"
    "svg text{fill:var(--ink);font:10px system-ui,sans-serif}svg .bar{fill:var(--bar)}svg .bad{fill:var(--bad)}"
    "svg .rest{fill:none;stroke:var(--edge)}svg .foot{font-size:9px}"
    "svg .axis{stroke:var(--edge)}svg.line{width:5.5rem;height:.8rem}"
    ".ask>li{margin:0 0 1.3rem}.ask p{margin:.15rem 0}.fill{border-bottom:1px solid var(--edge);height:1.9rem}"
    "@media print{@page{size:A4;margin:14mm}:root{color-scheme:light;--paper:#fff;--cloth:#fff;--line:#bbb;"
    "--ink:#000;--soft:#333;--a:#000;--bar:#555;--bad:#000;--edge:#666}body{font-size:10pt;line-height:1.4}"
    "main{max-width:none;padding:0}h1{font-size:16pt}h2{font-size:13pt;margin-top:1.3rem}h3{font-size:11pt}"
    "p,ul,ol,dl{margin-bottom:.6rem}.ask>li{margin-bottom:.7rem}.fill{height:1.4rem}details:not([open]){display:none}"
    "h2,h3{break-after:avoid}tr,.ask>li,figure{break-inside:avoid}"
    ".wide{overflow:visible}.next{break-before:page}.screen{display:none}"
    ".note,.sum div{border:1px solid var(--edge)}}"
)
MARK = '<meta name="generator" content="sitegen">'
"""What every such page carries, so that one can be told from a file of somebody else."""
_VOID = frozenset({"br", "hr", "meta", "img", "wbr"})


class Html(str):
    """Text that is HTML already. What is not of this class is escaped wherever it is put into a page."""

    __slots__ = ()


def escaped(value: object) -> Html:
    """A value as HTML: as it is if it is `Html`, else its text, escaped for content and quoted attributes."""
    return value if isinstance(value, Html) else Html(escape(str(value)))


def joined(*parts: object) -> Html:
    """Several values one after the other, each as `escaped` has it."""
    return Html("".join(map(escaped, parts)))


def el(name: str, *inner: object, **attributes: object) -> Html:
    """An element with its content. Attributes that are None are left out, True ones stand without a value; `class_`
    and the like lose their underscore at the end, others become hyphens."""
    written = [""]
    for key, value in attributes.items():
        word = key.rstrip("_").replace("_", "-")
        if value is True:
            written.append(word)
        elif value is not None:
            written.append(f'{word}="{escaped(value)}"')
    head = f"<{name}{' '.join(written)}>"
    return Html(head if name in _VOID else f"{head}{joined(*inner)}</{name}>")


def table(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[object]], numbers: Iterable[int] = (), long: int = -1
) -> Html:
    """A table, its first cells as heads of their rows; the columns of `numbers` are set to the right, one with `long`
    texts gets room. On a phone its rows become lists, each cell with the words of its head; where it is wider than any
    other screen it is moved sideways, also by keyboard."""
    right = frozenset(numbers)

    def kind(at: int) -> str | None:
        return "n" if at in right else "long" if at == long else None

    top = el("tr", *(el("th", head, scope="col", class_=kind(at)) for at, head in enumerate(heads)))
    body = []
    for first, *rest in rows:
        cells = (el("td", cell, class_=kind(at), data_head=heads[at]) for at, cell in enumerate(rest, 1))
        body.append(joined("\n", el("tr", el("th", first, scope="row", class_=kind(0)), *cells)))
    whole = el("table", el("caption", caption), el("thead", top), el("tbody", *body))
    return el("div", whole, class_="wide heads", role="group", aria_label=caption, tabindex="0")


def page(title: str, lang: str, body: Html, style: str = "") -> str:
    """A whole page in `lang` (BCP 47) with `body` as its main part; `style` is what its sheet has besides `STYLE`."""
    sheet = STYLE + style
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    return f"""<!DOCTYPE html>
<html lang="{escaped(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
{MARK}
<title>{escaped(title)}</title>
<style>{sheet}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""
