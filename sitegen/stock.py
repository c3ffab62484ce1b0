"""Stocking the shelves: the programs that a build needs are found or made, and the room is counted that they take."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from sitegen.model.output import Outline, Output, Page, SitePlan
from sitegen.room import BLOCK, GUESS, Room
from sitegen.shelf import Shelves
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
    outputs = {group: _needed(same[0].plan.outline, group[1]) for group, same in alike.items()}
    shelves, room = workshop.shelves, Room(workshop.root)
    asked = _asked(alike, outputs)
    shelves.ask_once({key for key, count in asked.items() if count == 1})
    for group, same in alike.items():
        for output in outputs[group]:
            if isinstance(output, Page) and asked[output.key] > 1:
                shelves.program(same[0].plan.outline.theme, output)
    shelves.hold()
    counted = 0
    for group, same in alike.items():
        outline = same[0].plan.outline
        each = room.of_outline(outline.keys, outputs[group], _length(shelves, outline.theme))
        for _ in same:
            counted += 1
            room.add(*each)
            progress("render", counted, len(jobs))
        shelves.pass_on()
    shelves.keep(plans)
    shelves.settle()
    return room


def _asked(alike: dict[_Alike, list[Job]], outputs: dict[_Alike, tuple[Output, ...]]) -> Counter[str]:
    """How many sites ask for each program, by the keys of pages."""
    asked: Counter[str] = Counter()
    for group, same in alike.items():
        for output in outputs[group]:
            if isinstance(output, Page):
                asked[output.key] += len(same)
    return asked


def _needed(outline: Outline, stale: frozenset[str] | None) -> tuple[Output, ...]:
    return outline.outputs if stale is None else outline.some(stale) if stale else ()


def _length(shelves: Shelves, theme: str) -> Callable[[Page], int]:
    """What tells how many bytes a page of a theme will have, about."""

    def length(page: Page) -> int:
        size = shelves.size(theme, page)
        # What a site fills in is not in the program: names, addresses, links; some hundred bytes in all.
        return size + 2 * BLOCK if size else GUESS

    return length
