"""Stocking the shelves: the programs that a build needs are found or made, and the room is counted that they take."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from sitegen.model.output import Outline, Page, SitePlan
from sitegen.room import BLOCK, GUESS, Room
from sitegen.work import Job, Workshop

_Alike = tuple[str, frozenset[str] | None]
"""An outline, by its key, and the paths that are stale: sites with both alike need the same programs."""


def stock(
    workshop: Workshop, plans: Iterable[SitePlan], jobs: Sequence[Job], progress: Callable[[str, int, int], None]
) -> Room:
    """Finds or makes all programs that `jobs` need, before processes fork: first those that several sites need, which
    stay in memory; those that one site alone needs lie in their store meanwhile. Gives the room that writing will take.
    `plans` are those of all sites of the project. Whoever calls it lets go of the shelves, also if it raises Refused,
    as it does for a template that fails."""
    alike: dict[_Alike, list[Job]] = {}
    for job in jobs:
        alike.setdefault((job.plan.outline.key, job.stale), []).append(job)
    groups = [(same[0].plan.outline, stale, len(same)) for (_, stale), same in alike.items()]
    shelves, room = workshop.shelves, Room(workshop.root)
    asked: Counter[str] = Counter()
    for outline, stale, count in groups:
        for key in _keys(workshop, outline, stale):
            asked[key] += count
    shelves.ask_once({key for key, count in asked.items() if count == 1})
    for outline, stale, _ in groups:
        kept = workshop.kept(outline, stale)
        lost = [path for path, key in kept if asked[key] > 1 and not shelves.kept(outline.theme, key)]
        for output in (*workshop.picked(outline, stale), *outline.some(frozenset(lost))):
            if isinstance(output, Page) and asked[output.key] > 1:
                shelves.program(outline.theme, output)
    shelves.hold()
    counted = 0
    for outline, stale, count in groups:
        files = [output for output in workshop.picked(outline, stale) if not isinstance(output, Page)]
        each = room.of_outline(outline.keys, files, [*_sizes(workshop, outline, stale)])
        for _ in range(count):
            counted += 1
            room.add(*each)
            progress("render", counted, len(jobs))
        shelves.pass_on()
    shelves.keep(plans)
    shelves.settle()
    return room


def _keys(workshop: Workshop, outline: Outline, stale: frozenset[str] | None) -> Iterator[str]:
    """The keys of the pages that are needed."""
    yield from (output.key for output in workshop.picked(outline, stale) if isinstance(output, Page))
    yield from (key for _, key in workshop.kept(outline, stale))


def _sizes(workshop: Workshop, outline: Outline, stale: frozenset[str] | None) -> Iterator[int]:
    """How many bytes they will have, about; what has no program yet gets one."""
    shelves = workshop.shelves
    for output in workshop.picked(outline, stale):
        if isinstance(output, Page):
            yield _length(shelves.size(outline.theme, output.key, output))
    for _, key in workshop.kept(outline, stale):
        yield _length(shelves.size(outline.theme, key))


def _length(size: int) -> int:
    # What a site fills in is not in the program: names, addresses, links; some hundred bytes in all.
    return size + 2 * BLOCK if size else GUESS
