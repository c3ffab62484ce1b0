"""content/glossary.yaml: the words that pages explain, each in one plain sentence with its source."""

import re
from collections.abc import Iterable
from pathlib import Path

from sitegen.model.document import Source
from sitegen.model.glossary import Term
from sitegen.model.scalars import Slug
from sitegen.problems import Place, Problem, problem
from sitegen.read.claims import Claims
from sitegen.read.schema import convert
from sitegen.read.source import Mapping, Node, Scalar, Sequence, get, parse_yaml, read_text
from sitegen.slugs import RESERVED_IDS
from sitegen.values import Frozen, replace

GLOSSARY_FILE = "content/glossary.yaml"
MAX_GLOSSARY = 256 * 1024
_ORIGINAL = "id"
TRANSLATED = re.compile(r"meaning\.([a-z]{2,3})")


class TermText(Frozen):
    """An entry of the glossary, without the translations of its meaning."""

    term: str
    meaning: str
    also: tuple[str, ...] = ()
    source: Source | None = None
    claim: Slug | None = None


def read_glossary(root: Path, languages: Iterable[str], claims: Claims, problems: list[Problem]) -> tuple[Term, ...]:
    """The terms in the order of the file. `languages` are those of all sites: a meaning may be given in each, under
    `meaning.su`. A meaning rests on a `source:`, or on a `claim:` of content/claims.yaml: its first source is named."""
    if not (root / GLOSSARY_FILE).exists():
        return ()
    text = read_text(root, GLOSSARY_FILE, problems, MAX_GLOSSARY)
    node = parse_yaml(text, GLOSSARY_FILE, problems) if text is not None else None
    if not isinstance(node, Mapping):
        if node is not None:
            problems.append(problem("value-not-keys", node.place, key=GLOSSARY_FILE))
        return ()
    others = tuple(sorted(set(languages) - {_ORIGINAL}))
    taken: dict[str, Place] = {}
    terms = []
    for key, value in node.entries:
        ident = convert(key, Slug, problems, path=GLOSSARY_FILE)
        found = _term(value, key.text, ident or Slug(key.text), others, claims, problems)
        if ident in RESERVED_IDS:
            problems.append(problem("id-reserved", key.place, id=key.text))
        elif ident and found:
            problems += _twice(value, taken)
            terms.append(found)
    return tuple(terms)


def _term(
    node: Node, path: str, ident: Slug, others: tuple[str, ...], claims: Claims, problems: list[Problem]
) -> Term | None:
    """One entry. Translations stand beside the meaning, `meaning.su` beside `meaning`."""
    translated: list[tuple[str, str]] = []
    if isinstance(node, Mapping):
        plain = []
        for key, value in node.entries:
            lang = TRANSLATED.fullmatch(key.text)
            if lang is None:
                plain.append((key, value))
            elif lang[1] not in others:
                problems.append(problem("term-language", key.place, lang=lang[1], known=", ".join(others)))
            else:
                text = convert(value, str, problems, path=f"{path}.{key.text}")
                translated += [(lang[1], text)] if text else []
        node = replace(node, entries=tuple(plain))
    found = convert(node, TermText, problems, path=path)
    if found is None:
        return None
    source = found.source
    named = get(node, "claim") if isinstance(node, Mapping) else None
    if found.claim and named is not None:
        problems += claims.named(found.claim, named.place)
        source = source or next(iter(claims.cited((found.claim,))), None)
    name, *also = (" ".join(written.split()) for written in (found.term, *found.also))
    return Term(ident, name, tuple(also), ((_ORIGINAL, found.meaning), *translated), source)


def _twice(node: Node, taken: dict[str, Place]) -> list[Problem]:
    """Spellings that another term, or this one, has already."""
    assert isinstance(node, Mapping)
    also = get(node, "also")
    written = (get(node, "term"), *(also.items if isinstance(also, Sequence) else ()))
    found = []
    for scalar in written:
        if isinstance(scalar, Scalar):
            name = " ".join(scalar.text.split())
            first = taken.setdefault(name.casefold(), scalar.place)
            if first is not scalar.place:
                found.append(problem("term-twice", scalar.place, others=(first,), name=name))
    return found
