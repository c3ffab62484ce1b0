"""What pages carry inline: the sheet of a page for a site, and the scripts; each with its hash."""

from base64 import b64encode
from hashlib import sha256

from sitegen import offline
from sitegen.model.project import Theme
from sitegen.model.views import Accent
from sitegen.render.symbols import CLOSE, OPEN
from sitegen.render.templates import markup
from sitegen.shipped import shipped
from sitegen.values import Frozen

# Where a page prints the hashes of its JSON-LD, and what such a block looks like.
GRAPHS = f"{OPEN}graphs{CLOSE}".encode()
_OPENED, _CLOSED = b'<script type="application/ld+json">', b"</script>"


class Inline(Frozen):
    """What an element carries inline, and its hash for the Content-Security-Policy (CSP3, section 2.3.1)."""

    text: object
    hash: str


class Sheets:
    """The sheets of a theme, each made once for an accent and the parts that a page has; its `script`; `search` is
    what loads a site's search once it is asked for, `offline` what keeps a site on a phone once that is asked for."""

    def __init__(self, theme: Theme) -> None:
        self._parts = dict(theme.style)
        self._made: dict[tuple[Accent, tuple[str, ...]], Inline] = {}
        self.script = _inline(theme.script)
        self.search = _inline(shipped("search/start.js").strip())
        self.offline = _inline(offline.script("start.js").strip())

    def parts(self, bits: int) -> tuple[str, ...]:
        """The names of parts by their bits, in their order."""
        return tuple([name for number, name in enumerate(self._parts) if bits >> number & 1])

    def sheet(self, accent: Accent, parts: tuple[str, ...]) -> Inline:
        """The sheet of these parts, in their order, after the accent of a site."""
        found = self._made.get((accent, parts))
        if found is None:
            css = (
                f":root{{--a:{accent.light};--field:{accent.field};--tint:{accent.tint_light}}}"
                f"@media (prefers-color-scheme:dark){{:root{{--a:{accent.dark};--tint:{accent.tint_dark}}}}}"
            )
            found = self._made[accent, parts] = _inline(css + "".join(self._parts[name] for name in parts))
        return found


def sealed(page: bytes) -> bytes:
    """The page, with the hashes of its JSON-LD blocks where it asks for them. Browsers never run a data block, but
    checkers hold it against the policy as any inline script; and what a block says is known only in the whole page."""
    if GRAPHS not in page:
        return page
    blocks = [block.partition(_CLOSED)[0] for block in page.split(_OPENED)[1:]]
    return page.replace(GRAPHS, b" ".join(b"'%b'" % _source(block).encode() for block in blocks))


def _inline(text: str) -> Inline:
    return Inline(markup(text), _source(text.encode()))


def _source(data: bytes) -> str:
    return "sha256-" + b64encode(sha256(data).digest()).decode()
