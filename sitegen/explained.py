"""An Explanation as plain lines for a terminal, in Indonesian and English, in 80 columns wherever names allow."""

import textwrap
from collections.abc import Iterator

from sitegen.explained_words import word
from sitegen.model.explanation import BlockUse, DocumentUse, Explanation, Named, Origin, PageUse, Rebuilt, Value
from sitegen.unicode import printable

WIDTH = 80
MOST = 60
_STEP = "   "


def lines(explanation: Explanation, lang: str) -> Iterator[str]:
    """All lines, without line feeds."""
    page, document = explanation.page, explanation.document
    yield f"{page.site}: {page.path}"
    yield from _section(1, "page", lang)
    yield from _page(page, document is None, lang)
    for value in explanation.settings:
        yield from _value(value, lang)
    for cards in explanation.cards:
        yield from _wrapped(f"{word('cards', lang, name=cards.name)} {'; '.join(cards.titles)}")
    if document:
        yield from _section(2, "layers", lang)
        yield from _layers(document, lang)
        if document.runs:
            yield from _section(3, "body", lang)
            yield from _body(document, lang)
            yield from _section(4, "facts", lang)
            yield from _facts(document, lang)
    yield from _section(5, "rebuilt", lang)
    yield from _rebuilt(explanation.rebuilt, lang)


def _section(number: int, name: str, lang: str) -> Iterator[str]:
    yield ""
    yield f"{number}. {word(name, lang)}"


def _page(page: PageUse, alone: bool, lang: str) -> Iterator[str]:
    """The page; `alone`, when no document asks for it, with the file that does."""
    rows = (
        ("site", f"{page.site} ({page.name})"),
        ("file", page.file),
        ("url", page.url),
        ("kind", word(f"kind-{page.kind}", lang) if page.kind else ""),
        ("language", page.lang),
        ("template", page.template),
        ("source", page.source if alone and page.source != page.template else ""),
    )
    for name, value in rows:
        if value:
            yield from _wrapped(f"{word(name, lang)}: {value}")
    if page.uses:
        names = ", ".join(name.partition("/templates/")[2] for name in page.uses)
        yield from _wrapped(f"{word('uses', lang)}: {names}")
    yield ""
    yield from _wrapped(word("settings", lang))


def _layers(document: DocumentUse, lang: str) -> Iterator[str]:
    yield from _wrapped(f"{word('document', lang)}: {document.path}")
    if document.gone:
        what, _, day = document.gone.partition(" ")
        yield from _wrapped(word(what, lang, day=day))
    for number, layer in enumerate(document.layers, 1):
        mode = f"override: {layer.mode}" if layer.mode else word("base", lang)
        unused = "" if layer.lines else f"; {word('no-lines', lang)}"
        yield from _wrapped(f"{number}) {_layer(layer.layer, lang)}, {mode}{unused}")
        yield f"{_STEP * 2}{layer.file}"
        if layer.fit:
            yield from _wrapped(word(layer.fit, lang, site=layer.owner, path=layer.name), 2)
    target = document.targeting
    yield ""
    if not target.where:
        yield from _wrapped(word("everyone", lang))
    else:
        yield from _wrapped(f"{word('targeting', lang)} ({target.where})")
        for name, names in (("only", target.only), ("except", target.exclude)):
            if names:
                yield from _wrapped(f"{name}: {_names(names, lang)}", 2)
    yield ""
    yield from _wrapped(word("fields", lang))
    for value in document.fields:
        yield from _value(value, lang)


def _body(document: DocumentUse, lang: str) -> Iterator[str]:
    yield from _wrapped(word("lines", lang))
    for run in document.runs:
        yield from _wrapped(f"{_layer(run.layer, lang)}: {run.where}", 2)
    if document.blocks:
        yield ""
        yield from _wrapped(word("blocks", lang))
    for block in document.blocks:
        yield from _wrapped(f"{block.word} {_names(block.names, lang)}: {word(_fate(block), lang)}", 2)
        yield f"{_STEP * 3}{block.where}"
    if document.headings:
        yield ""
        yield from _wrapped(word("headings", lang))
    for heading in document.headings:
        yield from _wrapped(f"{'#' * heading.level} {heading.title} (#{heading.id})", 2)
        yield f"{_STEP * 3}{heading.where or word('not-found', lang)}"


def _fate(block: BlockUse) -> str:
    return "masked" if block.masked else "seen" if block.seen else "unseen"


def _facts(document: DocumentUse, lang: str) -> Iterator[str]:
    if not document.facts:
        yield from _wrapped(word("no-facts", lang))
    for fact in document.facts:
        yield from _value(Value(fact.name, fact.value, fact.origin, fact.hidden), lang)
        for where, context in fact.uses:
            yield from _wrapped(word("used", lang, where=where, context=word(f"as-{context}", lang)), 3)


def _rebuilt(rebuilt: Rebuilt, lang: str) -> Iterator[str]:
    yield from _wrapped(word(f"verdict-{rebuilt.verdict}", lang, errors=rebuilt.errors))
    for reason in rebuilt.reasons or ("equal",):
        yield from _wrapped(f"- {word(f'reason-{reason}', lang)}", 1, "  ")
    if rebuilt.written:
        yield from _wrapped(word("written", lang, when=rebuilt.written.replace("T", " ")))


def _value(value: Value, lang: str) -> Iterator[str]:
    """A key with its value in one line, below it who says so, and below that what is hidden."""
    text = textwrap.shorten(printable(value.value), MOST - len(value.name), placeholder=" ...")
    yield f"{_STEP * 2}{value.name}: {text}".rstrip()
    yield f"{_STEP * 3}{_origin(value.origin, lang)}"
    for hidden in value.hidden:
        yield f"{_STEP * 3}{word('hides', lang)} {_origin(hidden, lang)}"


def _origin(origin: Origin, lang: str) -> str:
    return f"{_layer(origin.layer, lang)}{f', {origin.where}' if origin.where else ''}"


def _layer(layer: str, lang: str) -> str:
    kind, _, name = layer.partition(":")
    return word(f"layer-{kind}", lang, name=name) if kind else ""


def _names(names: tuple[Named, ...], lang: str) -> str:
    here = f" ({word('this-site', lang)})"
    return ", ".join(name.name + (here if name.meant else "") for name in names)


def _wrapped(text: str, depth: int = 1, more: str = _STEP) -> Iterator[str]:
    """Text in as many lines as it takes; names of files are never broken."""
    start = _STEP * depth
    yield from textwrap.wrap(
        printable(text), WIDTH, initial_indent=start, subsequent_indent=start + more,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
