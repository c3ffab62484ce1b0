"""Edits of words alone: which outputs they change, so that all others need not be planned again.

A text decides on the page of its document, on the index of search, and on whatever planning sees of it (`plan.seen`).
Where what is seen is as it was, the two keep their keys but for the end, which tells texts apart (`keys.texted`).
"""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from sitegen.keys import outline_key, retexted, shape_of, unseen
from sitegen.model.output import Output, Ready
from sitegen.plan import search
from sitegen.plan.atoz import Atoz
from sitegen.plan.documents import Documents


class Worded(Documents, Atoz):
    """Makes the outputs that show words of texts, without all others."""

    def worded(self, paths: Collection[str], keys: Mapping[str, str]) -> list[Output]:
        """Of the outputs at these paths those of documents and of search: made without all others. `keys` are those of
        all outputs; a page that another selection has made is that one."""
        worded = () if self.selection.single else self.own_pages
        found: list[Output] = [
            self.shared.pages.get(keys[placed.path]) or self.page_of(placed)
            for placed in worded
            if placed.path in paths
        ]
        if search.INDEX in paths and not self.selection.single:
            found.append(self.index_of(keys[search.INDEX]))
        return found

    def texts(self) -> dict[str, str]:
        """By their paths, what the keys of outputs have of texts (`keys.texted`)."""
        if self.selection.single:
            return {}
        found: dict[str, str] = {placed.path: placed.edition.text.key for placed in self.own_pages}
        found[search.INDEX] = self.sought()
        return found


class Memory:
    """The keys of outputs of outlines that were published: of those that are planned again, and of those that differ
    from one of them in the words of texts only."""

    def __init__(self, remembered: Mapping[str, Mapping[str, str]]) -> None:
        self._remembered = remembered
        self._alike = {shape_of(key): keys for key, keys in remembered.items()}
        self._whole = {unseen(key): key for key in remembered}

    def key_of(self, frame: str, texts: str, seen: Callable[[], str]) -> str:
        """The key of an outline (`keys.outline_key`). What is seen of documents is asked only if none is remembered
        with this frame and these texts."""
        return self._whole.get((frame, texts)) or outline_key(frame, seen(), texts)

    def known(self, key: str, texts: Callable[[], Mapping[str, str]]) -> Callable[[], Mapping[str, str]] | None:
        """What gives the paths of all outputs of an outline, sorted, with their keys; None if it has to be planned for
        that. `texts` gives what `Worded.texts` does."""
        if key in self._remembered:
            return Ready(self._remembered[key])
        alike = self._alike.get(shape_of(key))
        return partial(_exchanged, alike, texts) if alike is not None else None


def _exchanged(keys: Mapping[str, str], texts: Callable[[], Mapping[str, str]]) -> Mapping[str, str]:
    worded = texts()
    return {path: retexted(key, worded[path]) if path in worded else key for path, key in keys.items()}
