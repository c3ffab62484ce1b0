"""A Difference as lines for a terminal, in Indonesian and English."""

import textwrap
from collections.abc import Iterator

from sitegen import locale
from sitegen.diff.text import pairs, words
from sitegen.diff.words import listed, word
from sitegen.model.difference import Change, Difference
from sitegen.unicode import escaped

WIDTH = 100
MOST = 8
GONE = ("withdrawn", "expired", "held")
_STEP = "   "


def lines(found: Difference, lang: str, *, everything: bool = False) -> Iterator[str]:
    """All lines, without line feeds; with `everything` also each file that only follows."""
    yield f"{against(found, lang)}; {word('as-of', lang, day=locale.long_date(found.day, lang), count=found.sites)}."
    if not (found.changes or found.site_changes or found.follows):
        yield word("nothing", lang)
    for site in found.site_changes:
        yield ""
        yield from _wrapped(word(f"site-{site.kind}", lang, name=site.name, domain=site.domain, pages=site.pages), 0)
    for change in found.changes:
        yield ""
        yield from _change(change, lang)
    if found.follows:
        yield ""
        yield from _wrapped(followed(found, lang), 0)
        if not everything:
            yield word("follow-all", lang)
        for follow in found.follows if everything else ():
            yield from _wrapped(word("follow-row", lang, path=follow.path, sites=listed(follow.sites, lang)), 1)
    if found.waiting:
        yield ""
        yield f"{word('waiting-head', lang)}. {word('waiting-note', lang)}"
        for one in found.waiting:
            words = {"name": one.name, "title": one.title, "policy": one.policy, "sites": listed(one.sites, lang)}
            yield from _wrapped(word("waiting-row", lang, **words), 1)
    yield ""
    yield from summary(found, lang)


def against(found: Difference, lang: str) -> str:
    """With what was compared."""
    return word("against-commit", lang, commit=found.against[:12]) if found.against else word("against-dist", lang)


def summary(found: Difference, lang: str) -> Iterator[str]:
    """The figures of all of it."""
    figures = {"added": found.pages_added, "changed": found.pages_changed, "removed": found.pages_removed}
    yield f"{word('count', lang, count=len(found.changes))} {word('pages', lang, **figures, files=found.files)}"
    yield word("removed-count", lang, count=found.removed)
    if found.guarded:
        yield word("guarded", lang, sites=listed(found.guarded, lang), count=found.removed)


def followed(found: Difference, lang: str) -> str:
    """How much only follows."""
    sites = {site for follow in found.follows for site in follow.sites}
    return word("follow", lang, count=sum(len(follow.sites) for follow in found.follows), sites=len(sites))


def heading(change: Change, lang: str) -> str:
    """What an entry is about, in one line."""
    what = {"site": word("site-what", lang), "theme": word("theme-what", lang)}.get(change.kind, change.name)
    if change.kind == "same":
        what = word("same-what", lang, count=len(change.pages))
    elif change.kind == "file":
        what = f"{change.name} ({word(f'file-{change.target}', lang)})"
    elif change.kind == "page":
        what = listed(change.pages, lang, 3)
    title = f" “{change.title}”" if change.title and change.kind != "same" else ""
    return f"{word(change.kind, lang)}: {what}{title}"


def spread(change: Change, lang: str) -> str:
    """On how many sites it shows."""
    if len(change.sites) == 1:
        where = word("on-one", lang, site=change.sites[0])
    elif len(change.sites) == change.of:
        where = word("on-all", lang, of=change.of)
    else:
        where = word("on-some", lang, count=len(change.sites), of=change.of)
    if change.count > len(change.sites):
        return f"{where}, {word('many-pages', lang, count=change.count)}"
    return where


def remarks(change: Change, lang: str) -> Iterator[str]:
    """What else is to be known of an entry, a line each."""
    if change.lost:
        yield word("lost", lang)
    if change.kind == "moved":
        yield word("target", lang, target=change.target)
    if change.file:
        yield word("source", lang, file=change.file)
    for one in change.masked:
        stale = f" {word('masked-stale', lang)}" if one.stale else ""
        sites = f"({listed(one.sites, lang)})" if one.sites else ""
        yield (word("masked-by", lang, file=one.file, sites=sites) + stale).replace("  ", " ").strip()
    if change.waiting:
        yield word("waits", lang, sites=listed(change.waiting, lang))
    if change.renewed:
        yield word("renewed", lang, sites=listed(change.renewed, lang))


def _change(change: Change, lang: str) -> Iterator[str]:
    yield from _wrapped(heading(change, lang), 0)
    if change.sites:
        few = f" ({listed(change.sites, lang)})" if 1 < len(change.sites) < change.of else ""
        yield from _wrapped(spread(change, lang) + few, 1)
    for remark in remarks(change, lang):
        yield from _wrapped(remark, 1)
    if change.kind in ("added", "removed"):
        return
    told = [pair for hunk in change.hunks for pair in pairs(hunk)]
    if change.kind in GONE:
        told = [("", one) for hunk in change.hunks for one in hunk.after]
    if told and len(change.sites) > 1:
        yield from _wrapped(f"{word('example', lang, site=change.example)}:", 1)
    for before, after in told[:MOST]:
        yield from _wrapped(f"- {_cut(before, after)}", 2) if before else ()
        yield from _wrapped(f"+ {_cut(after, before)}", 2) if after else ()
    if len(told) > MOST:
        yield from _wrapped(word("more", lang, count=len(told) - MOST), 2)


def _cut(text: str, other: str) -> str:
    """A long paragraph, without the words at its beginning and end that the other one has as well."""
    if len(text) <= 2 * WIDTH or not other:
        return textwrap.shorten(text, 3 * WIDTH, placeholder=" ...")
    runs = words(text, other)[0]
    short = [run if new else _middle(run, n == 0, n == len(runs) - 1) for n, (new, run) in enumerate(runs)]
    return textwrap.shorten("".join(short), 4 * WIDTH, placeholder=" ...")


def _middle(run: str, first: bool, last: bool) -> str:
    told = run.split()
    if len(told) <= 8:
        return run
    head = "" if first else " ".join(told[:4])
    tail = "" if last else " ".join(told[-4:])
    return f"{head} ... {tail} "


def _wrapped(text: str, depth: int) -> Iterator[str]:
    start = _STEP * depth
    yield from textwrap.wrap(
        escaped(text), WIDTH, initial_indent=start, subsequent_indent=start + _STEP,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
