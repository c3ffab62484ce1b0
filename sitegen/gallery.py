"""Pictures between texts and plan: what sizes each one has that a text shows; converted once for all sites."""

from collections.abc import Callable, Mapping

from sitegen.model.parsed import Flaw, Parsed
from sitegen.model.picture import Variant
from sitegen.model.project import Project
from sitegen.plan.pictures import shown_pictures
from sitegen.problems import Place, Problem
from sitegen.work import Workshop, convert_all


def sizes(
    project: Project,
    parsed: Mapping[str, Parsed],
    workshop: Workshop,
    jobs: int,
    problems: list[Problem],
    progress: Callable[[str, int, int], None],
) -> dict[str, tuple[Variant, ...]]:
    """The sizes of each shown picture by the digest of its original, from the cache or made now; one that cannot be
    converted is a Problem and missing. Pillow is loaded only for what the cache lacks."""
    store = workshop.scaled
    wanted = shown_pictures(project, parsed)
    known = {file.digest: store.sizes(file.digest) for file in wanted}
    new = [file for file in wanted if known[file.digest] is None]
    found = {original: variants for original, variants in known.items() if variants is not None}
    sources = [f"{workshop.root}/{file.source}" for file in new]
    made = convert_all(sources, [file.digest for file in new], jobs)
    for number, (file, result) in enumerate(zip(new, made, strict=True), 1):
        progress("pictures", number, len(new))
        if isinstance(result, Flaw):
            problems.append(Problem(result.rule, Place(file.source), result.args))
            continue
        store.add(file.digest, result)
        found[file.digest] = tuple(variant for variant, _ in result)
    if new:
        store.tidy(found)
    return found
