"""From a composed line back to the file in which it was written."""

from sitegen.model.document import Text
from sitegen.problems import Place


def place_in_text(text: Text, line: int, column: int) -> Place:
    """Where a composed line and column (from 1) were written, by the line map of the Text."""
    found = next((s for s in reversed(text.segments) if s.start <= line), None)
    if found is None:
        return Place("content")
    gone = sum(mark.width for mark in text.claims if mark.line == line and mark.column <= column)
    return Place(found.file, found.line + line - found.start, max(1, column + gone - found.shift))
