"""Where a project's words sound official although a site that shows them is not confirmed.

Each text is looked at once, with the mask of the sites that show it: articles + sites work, not articles x sites.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from sitegen.digest import digest
from sitegen.model.document import Edition, Text
from sitegen.model.glossary import Term
from sitegen.model.project import Theme, Topic
from sitegen.official import line_and_column, officials, sounds
from sitegen.problems import Place, Problem, problem
from sitegen.read.audience import Audience
from sitegen.read.documents import SourceDocument, Sources
from sitegen.read.glossary import GLOSSARY_FILE
from sitegen.read.readings import Readings
from sitegen.read.sites import SITES_FILE, SitesFile
from sitegen.read.source import LARGEST_YAML, read_text, scalars
from sitegen.texts import place_in_text
from sitegen.values import Frozen, fields, is_value

_TAG = re.compile(r"\{%-?\s*(if|elif|else|endif)\b(.*?)-?%\}", re.DOTALL)
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
# By the keys of texts: where they sound official, and the words that do.
Sounding = Mapping[str, tuple[tuple[Place, str], ...]]
_NAMES = {"shared": "", "group": "group:", "site": "site:"}


class _OfTheme(Frozen):
    """Such words in a theme: in templates by their places, in all else by the files in which they may stand."""

    templates: tuple[tuple[Place, str], ...]
    others: tuple[tuple[tuple[str, ...], str], ...]


def sounding(text: Text) -> tuple[tuple[Place, str], ...]:
    """Where a text sounds official: in what is written, and in what stands in for facts."""
    return (
        *((place_in_text(text, *line_and_column(text.source, at)), words) for at, words in officials(text.source)),
        *(
            (Place(slot.file, slot.line, slot.column), words)
            for slot in text.slots
            for _, words in officials(slot.default or "")
        ),
    )


class Officials:
    """Looks through all that a project says, for the sites that nobody has confirmed; `sounding` knows the bodies."""

    def __init__(
        self, root: Path, file: SitesFile, listeners: Audience, sounding: Sounding, readings: Readings
    ) -> None:
        self._root, self._file, self._listeners, self._sounding = root, file, listeners, sounding
        self._readings = readings
        self._names = tuple(site.id for site in file.sites)
        self._unverified = sum(1 << n for n, site in enumerate(file.sites) if not site.identity.confirmed)

    def found(
        self,
        sources: Sources,
        editions: tuple[Edition, ...],
        topics: tuple[Topic, ...],
        terms: tuple[Term, ...],
        themes: tuple[Theme, ...],
    ) -> Iterator[Problem]:
        """All such words, each at its place, with the sites that may not say them."""
        if self._unverified:
            yield from self._bodies(editions)
            yield from self._fronts(sources.documents, editions)
            for topic in topics:
                yield from self._searched(("content/topics.yaml",), (topic.title, topic.summary), self._unverified)
            for term in terms:
                said = (*term.spellings, *(text for _, text in term.meanings))
                yield from self._searched((GLOSSARY_FILE,), said, self._unverified)
            for group in self._file.groups:
                mask = self._mask(group.members)
                yield from self._searched((SITES_FILE,), (group.title,), mask)
            for theme in themes:
                mask = self._mask(tuple(site.id for site in self._file.sites if site.theme == theme.name))
                yield from self._theme(theme, mask)
        if not self._file.hub:
            yield from _without_hub(sources.documents)

    def _bodies(self, editions: tuple[Edition, ...]) -> Iterator[Problem]:
        shown: dict[str, int] = {}
        for edition in editions:
            if edition.text.key in self._sounding and edition.gone is None:
                shown[edition.text.key] = shown.get(edition.text.key, 0) | edition.mask
        for key, mask in shown.items():
            for place, words in self._sounding[key] if mask & self._unverified else ():
                yield self._problem(place, words, mask)

    def _fronts(self, documents: tuple[SourceDocument, ...], editions: tuple[Edition, ...]) -> Iterator[Problem]:
        """The front matter as written, where a site shows it: a nearer layer may have put other words in its place."""
        telling = [document for document in documents if document.said.official]
        of_path: dict[tuple[str, str], list[Edition]] = {(one.path, one.lang): [] for one in telling}
        for edition in editions if telling else ():
            if (edition.path, edition.lang) in of_path:
                of_path[edition.path, edition.lang].append(edition)
        for document in telling:
            layer = self._layer(document)
            for one in document.said.official:
                mask = 0
                for edition in of_path[document.path, document.lang]:
                    if edition.mask & layer and one.value in _strings(edition.meta):
                        mask |= edition.mask & layer
                if mask & self._unverified:
                    yield self._problem(one.place, one.words, mask)

    def _layer(self, document: SourceDocument) -> int:
        name = _NAMES[document.layer.kind]
        if not name:
            return self._listeners.everyone
        return self._listeners.mask(f"{name}{document.layer.id}", Place(document.file), [])

    def _theme(self, theme: Theme, mask: int) -> Iterator[Problem]:
        if not mask & self._unverified:
            return
        found = self._readings.again("official", theme.name, theme, partial(self._of_theme, theme))
        for place, words in found.templates:
            yield self._problem(place, words, mask)
        for files, words in found.others:
            yield self._problem(self._place(files, words), words, mask)

    def _of_theme(self, theme: Theme) -> _OfTheme:
        make = partial(_of_theme, theme)
        return self._readings.lasting("official", theme.name, digest(theme), _OfTheme, make)

    def _searched(self, files: tuple[str, ...], texts: tuple[str, ...], mask: int) -> Iterator[Problem]:
        """Such words in values that no longer know where they were written: only if there are any, files are asked."""
        for words in _words(texts) if mask & self._unverified else ():
            yield self._problem(self._place(files, words), words, mask)

    def _place(self, files: tuple[str, ...], words: str) -> Place:
        for file in files:
            text = (read_text(self._root, file, [], LARGEST_YAML) or "") if (self._root / file).is_file() else ""
            for start, said in officials(text):
                if said == words:
                    return Place(file, *line_and_column(text, start))
        return Place(files[0])

    def _mask(self, ids: tuple[str, ...]) -> int:
        return sum(1 << number for number, name in enumerate(self._names) if name in ids)

    def _problem(self, place: Place, words: str, mask: int) -> Problem:
        mask &= self._unverified
        sites = tuple(name for number, name in enumerate(self._names) if mask >> number & 1)
        return problem("official-words", place, sites=sites, words=words)


def _of_theme(theme: Theme) -> _OfTheme:
    """Such words in templates, but for what they print on confirmed sites only, by their places; in style, script, and
    in what catalogues make of harmless words, by the files in which they may stand."""
    places = []
    for name, source in theme.templates:
        bare = _COMMENT.sub(lambda found: "\0" * len(found[0]), source) if sounds(source) else ""
        for start, words in officials(bare):
            if not _guarded(source, start):
                places.append((Place(theme.file(f"templates/{name}"), *line_and_column(source, start)), words))
    texts: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    texts += [((theme.file(f"style/{name}.css"),), (css,)) for name, css in theme.style]
    texts.append(((theme.file("script.js"),), (theme.script,)))
    for lang, messages in theme.strings:
        files = tuple(f"themes/{name}/strings/{lang}.po" for name in theme.chain)
        # A message that has such words itself was judged where a template uses it.
        texts.append((files, tuple(text for message, text in messages if sounds(text) and not any(officials(message)))))
    return _OfTheme(tuple(places), tuple([(files, words) for files, said in texts for words in _words(said)]))


def _words(texts: Iterable[str]) -> list[str]:
    """Such words in any of these texts, each once."""
    return sorted({words for text in texts for _, words in officials(text)})


def _without_hub(documents: tuple[SourceDocument, ...]) -> Iterator[Problem]:
    for document in documents:
        node = document.node("canonical") if "canonical" in document.said.keys else None
        if node is not None and [scalar.text.strip() for scalar in scalars(node)] == ["hub"]:
            yield problem("hub-missing", node.place)


def _guarded(source: str, position: int) -> bool:
    """Whether a template prints what stands here on confirmed sites only: `{% if site.confirmed %}` and the `else` of
    `{% if not site.confirmed %}`. Any other condition counts as none."""
    stack: list[str] = []
    for tag in _TAG.finditer(source):
        if tag.start() > position:
            break
        word, condition = tag[1], " ".join(tag[2].split())
        if word == "if":
            stack.append(condition)
        elif word == "endif" and stack:
            stack.pop()
        elif word in ("elif", "else") and stack:
            first = stack.pop()
            turned = word == "else" and first == "not site.confirmed"
            stack.append("site.confirmed" if turned else condition)
    return "site.confirmed" in stack


def _strings(value: object) -> set[str]:
    """All texts in a value."""
    if isinstance(value, str):
        return {value.strip()}
    if isinstance(value, tuple):
        return {text for item in value for text in _strings(item)}
    if is_value(value):
        return {text for field in fields(value) for text in _strings(getattr(value, field.name))}
    return set()
