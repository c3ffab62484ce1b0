"""Pages of the preview, widened in memory only: the bar, the reload script, and what their policy must allow for it."""

import re
from html import escape, unescape

_CSP = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')
_END = b"</body>"


def widened(data: bytes, host: str, inner: str = "") -> bytes:
    """A page with `inner` (HTML) at its end, and a policy that lets the preview's own sheet, script and socket in.
    `host` is the authority under which it was asked for: not all browsers take 'self' to mean sockets too."""
    head, found, rest = data.partition(b"</head>")
    text = _CSP.sub(lambda at: at[1] + escape(policy(unescape(at[2]), host)) + at[3], head.decode(), count=1)
    before, end, after = rest.rpartition(_END)
    if not end:
        return text.encode() + found + rest
    return text.encode() + found + before + inner.encode() + end + after


def policy(text: str, host: str) -> str:
    """A Content-Security-Policy (W3C, CSP level 3) with what the preview adds."""
    rows = [row.split() for row in text.split(";") if row.strip()]
    rules = {row[0].lower(): row[1:] for row in reversed(rows)}  # of directives with one name the first counts
    for name, sources in (
        ("script-src", ["'self'"]),
        ("style-src", ["'self'"]),
        ("connect-src", [f"ws://{host}"]),
        ("form-action", ["'self'"]),
    ):
        own = [source for source in rules.get(name, []) if source.lower() != "'none'"]
        rules[name] = [*own, *(source for source in sources if source not in own)]
    ordered = {row[0].lower(): None for row in rows} | dict.fromkeys(rules)
    return "; ".join(" ".join((name, *rules[name])) for name in ordered)
