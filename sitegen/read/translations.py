"""Translations: what each one translates, and whether that has changed since.

Every document exists in Indonesian first. `slug.su.md` translates `slug.md` of its own layer, or of the nearest layer
below it that has one, and its `translates:` is the digest of that file's text on the day of the translation.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map
from functools import partial

from sitegen.claimed import unmarked
from sitegen.digest import digest
from sitegen.model.project import Theme
from sitegen.model.site import Site
from sitegen.problems import Place, Problem, problem
from sitegen.read.documents import SourceDocument
from sitegen.read.readings import Readings
from sitegen.read.source import Mapping, Scalar, Sequence, get
from sitegen.unicode import canonical

ORIGINAL = "id"
_Problems = tuple[Problem, ...]
LENGTH = 16
# Where the original may be seen, and until when: a translation without these would be seen elsewhere, or for longer.
SAME_KEYS = ("draft", "expires", "withdrawn", "sites", "risk")


def check_translations(
    documents: Iterable[SourceDocument], sites: Iterable[Site], problems: list[Problem], readings: Readings
) -> None:
    """Translations without an original, without the digest of it, or of a text that has changed since."""
    documents = tuple(documents)
    originals = {(d.layer.kind, d.layer.id, d.path): d for d in documents if d.lang == ORIGINAL}
    groups = {site.id: site.groups for site in sites}
    broken = {found.place.file for found in problems}
    for document in documents:
        if document.lang == ORIGINAL:
            continue
        layers = tuple(_layers(document, groups))
        found = (originals.get((kind, name, document.path)) for kind, name in (layers[:1] if document.mode else layers))
        original = next((one for one in found if one), None)
        if original is not None:
            key = f"{document.digest} {original.digest}"
            make = partial(_compared, document, original)
            problems += readings.lasting("translation", document.file, key, _Problems, make)
        elif not document.mode and not any(_file_of(document, *layer) in broken for layer in layers):
            first = document.file.removesuffix(f".{document.lang}.md") + ".md"
            problems.append(
                problem("translation-without-original", Place(document.file, 1, 1), lang=document.lang, file=first)
            )


def check_strings(
    sites: Iterable[Site], themes: Iterable[Theme], places: Map[str, Place], problems: list[Problem]
) -> None:
    """Languages for which a theme has no words: its menus and buttons are then in Indonesian on those sites."""
    has = {theme.name: {ORIGINAL, *(lang for lang, _ in theme.strings)} for theme in themes}
    lacking: dict[tuple[str, str], list[str]] = {}
    for site in sites:
        for lang in site.languages:
            if lang not in has.get(site.theme, {lang}):
                lacking.setdefault((site.theme, lang), []).append(site.id)
    for (theme, lang), names in sorted(lacking.items()):
        file = f"themes/{theme}/strings/{lang}.po"
        problems.append(problem("language-without-words", places[names[0]], sites=tuple(names), lang=lang, file=file))


def digest_of(document: SourceDocument) -> str:
    """What a translation of this file writes at `translates:`."""
    return digest_of_text(document.front, document.body)


def digest_of_text(front: Mapping, body: str) -> str:
    """What a translation of this file writes at `translates:`: 16 hex digits over title, summary, points and body.

    In canonical form. Other front matter (dates, topics, sources) may change without making a translation old, and so
    may the marks of claims.
    """
    points = get(front, "points")
    said = (_text(front, "title"), _text(front, "summary"))
    items = points.items if isinstance(points, Sequence) else ()
    listed = tuple(canonical(item.text) for item in items if isinstance(item, Scalar))
    return digest(*said, listed, canonical(unmarked(body)))[:LENGTH]


def _compared(document: SourceDocument, original: SourceDocument) -> _Problems:
    return tuple(_differences(document, original))


def _differences(document: SourceDocument, original: SourceDocument) -> Iterator[Problem]:
    right = digest_of(original)
    written = get(document.front, "translates")
    others = (Place(original.file),)
    if written is None:
        yield problem("translation-base-missing", document.front.place, others=others, digest=right)
    elif isinstance(written, Scalar) and written.text.strip() != right:
        yield problem("translation-stale", written.place, others=others, digest=right)
    if not document.mode:
        for key in SAME_KEYS:
            there = get(original.front, key)
            if there is not None and get(document.front, key) is None:
                yield problem("translation-key-missing", document.front.place, others=(there.place,), key=key)


def _layers(document: SourceDocument, groups: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """The layers in which a translation's original may lie: its own first, then those below it."""
    kind, name = document.layer.kind, document.layer.id
    yield kind, name
    if kind == "site":
        yield from (("group", group) for group in reversed(groups.get(name, ())))
    if kind != "shared":
        yield "shared", ""


def _file_of(document: SourceDocument, kind: str, name: str) -> str:
    """Where the Indonesian document of a layer lies, whether it could be read or not."""
    folder = {"shared": "content/shared", "group": f"content/groups/{name}", "site": f"content/sites/{name}"}[kind]
    return f"{folder}/{document.path}.md"


def _text(front: Mapping, key: str) -> str:
    node = get(front, key)
    return canonical(node.text) if isinstance(node, Scalar) else ""
