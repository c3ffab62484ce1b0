"""The glossary: its page, and which of its terms an article uses."""

from collections.abc import Iterator

from sitegen.model.glossary import Term
from sitegen.model.views import GlossaryView, Head, TermRow, TermUse

MOST = 5


def words_explained(terms: tuple[Term, ...], head: Head) -> GlossaryView:
    """The view of the page of all terms, by letter."""
    ordered = sorted(terms, key=lambda term: (term.name.casefold(), term.id))
    return GlossaryView(head, tuple(_row(term, head.lang) for term in ordered))


def uses(terms: tuple[Term, ...], lang: str, glossary: str) -> tuple[TermUse, ...]:
    """Terms as a page in `lang` lists them; `glossary` is the link from that page to the page of all terms."""
    found = (_row(term, lang) for term in terms)
    return tuple(TermUse(row.name, f"{glossary}#{row.id}", row.meaning, row.lang) for row in found)


def _row(term: Term, lang: str) -> TermRow:
    meaning, of = term.meaning(lang)
    return TermRow(term.id, term.name, term.also, meaning, of if of != lang else "", term.source)


def terms_in(prose: str, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The first five terms that a text uses as whole words, in the order in which they appear.

    Where spellings overlap the longest counts ("BPJS Kesehatan" is no "BPJS"). A spelling without small letters is an
    abbreviation and has to be written just so; of others the case does not matter.
    """
    lowered = prose.lower()
    found: list[tuple[int, int, Term]] = []
    for term in terms:
        for spelling in term.spellings:
            exact = spelling.upper() == spelling
            words, text = (spelling, prose) if exact else (spelling.lower(), lowered)
            found += ((start, -len(words), term) for start in _places(words, text))
    chosen: dict[str, Term] = {}
    end = 0
    for start, length, term in sorted(found, key=lambda one: one[:2]):
        if start >= end and len(chosen) < MOST:
            chosen.setdefault(term.id, term)
            end = start - length
    return tuple(chosen.values())


def _places(words: str, text: str) -> Iterator[int]:
    """Where these words stand in a text, with no letter or digit right before or after them."""
    at = text.find(words)
    while at >= 0:
        after = at + len(words)
        if not (at and text[at - 1].isalnum()) and not text[after : after + 1].isalnum():
            yield at
        at = text.find(words, after)
