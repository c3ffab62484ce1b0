"""Which articles a page names as related: a rule that an editor can work out by hand (docs/related.md).

What `related:` names comes first. The others get points for each topic that they share with the page: 3 if at most a
third of the articles have that topic, since sharing it says much, else 1; and 1 more if it is the first topic of both.
Below 2 points nothing is shown. Equal points: what was adapted for the place first, then by weight.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import attrgetter

from sitegen.plan.selection import Placed

MOST = 3
LEAST = 2
NARROW, WIDE, FIRST = 3, 1, 1
# Besides what is shown, a ranking may hold the page itself and what `related:` has named already.
_KEPT = 2 * MOST + 1

_Topics = tuple[str, ...]
_NEAREST = attrgetter("nearest")


class Related:
    """Ranks the articles of one list. Articles with the same topics share a ranking, so that the work grows with the
    articles and with the pairs of topics in use, not with the pairs of articles."""

    def __init__(self, listed: tuple[Placed, ...]) -> None:
        self._alike: dict[_Topics, list[Placed]] = {}
        for placed in sorted(listed, key=_NEAREST):
            self._alike.setdefault(placed.edition.meta.topics, []).append(placed)
        self._having: dict[str, list[_Topics]] = {}
        counts: Counter[str] = Counter()
        for topics, some in self._alike.items():
            for topic in topics:
                self._having.setdefault(topic, []).append(topics)
                counts[topic] += len(some)
        self._narrow = frozenset(topic for topic, count in counts.items() if 3 * count <= len(listed))
        self._rankings: dict[_Topics, tuple[Placed, ...]] = {}

    def to(self, page: Placed, named: Iterable[Placed]) -> tuple[Placed, ...]:
        """At most three articles for a page: those named by hand, then the best of the others; never itself."""
        chosen: dict[str, Placed] = {}
        for other in (*named, *self.ranking(page.edition.meta.topics)):
            if other.edition.path != page.edition.path:
                chosen.setdefault(other.edition.path, other)
            if len(chosen) == MOST:
                break
        return tuple(chosen.values())

    def ranking(self, topics: _Topics) -> tuple[Placed, ...]:
        """The best articles for pages with these topics, more of them than any page shows."""
        if topics not in self._rankings:
            self._rankings[topics] = tuple(islice(self._best(self._points(topics)), _KEPT))
        return self._rankings[topics]

    def _points(self, topics: _Topics) -> dict[_Topics, int]:
        points: dict[_Topics, int] = {}
        for number, topic in enumerate(topics):
            worth = NARROW if topic in self._narrow else WIDE
            for other in self._having.get(topic, ()):
                first = FIRST if number == 0 and other[0] == topic else 0
                points[other] = points.get(other, 0) + worth + first
        return points

    def _best(self, points: dict[_Topics, int]) -> Iterator[Placed]:
        """The articles with these points, most points first; only as many points are looked at as are asked for."""
        marks: dict[int, list[_Topics]] = {}
        for topics, mark in points.items():
            marks.setdefault(mark, []).append(topics)
        for mark in sorted(marks, reverse=True):
            if mark >= LEAST:
                yield from sorted((p for topics in marks[mark] for p in self._alike[topics][:_KEPT]), key=_NEAREST)
