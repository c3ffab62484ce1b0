"""The words that the glossary explains."""

from sitegen.model.document import Source
from sitegen.model.scalars import Slug
from sitegen.values import Frozen


class Term(Frozen):
    """A word or abbreviation: its id in the glossary, how it is written, other spellings, what it means (by language,
    Indonesian first), where that is from."""

    id: Slug
    name: str
    also: tuple[str, ...]
    meanings: tuple[tuple[str, str], ...]
    source: Source | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """All ways in which texts may write it."""
        return (self.name, *self.also)

    def meaning(self, lang: str) -> tuple[str, str]:
        """What it means, and the language of these words: `lang`, or Indonesian where nobody has translated it."""
        first, text = self.meanings[0]
        return next(((said, code) for code, said in self.meanings if code == lang), (text, first))
