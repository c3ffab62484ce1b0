"""What a build takes away from readers, and how much of that is more than an edit would.

Counted are addresses that people hold: pages of documents and files that are offered. One is taken away if the next
build lacks it, or has a tombstone where a text was. An address that leads on to another page is not.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from sitegen.keys import had_text
from sitegen.model.filetypes import type_of
from sitegen.model.output import Outline, Output, Page
from sitegen.problems import Place, Problem, problem
from sitegen.urls import is_permalink
from sitegen.values import Frozen

SAFE_PAGES = 10
SAFE_SHARE = 5
"""Up to ten addresses of a site may go unasked, and more as long as they are at most a fifth of them."""
SAFE_SITES = 5
"""As many folders of sites `--prune-sites` removes unasked; beyond that, a fifth of them."""
MOST_SITES = 10

_PICTURE = re.compile(r"/[^/]*\.(?:png|jpe?g|webp|gif)$", re.IGNORECASE)
_SIZE = re.compile(r"-\d+-[0-9a-f]{8}\.\w+$")  # `plan.pictures.variant_path`: remade with every edit of its original


class Taken(Frozen):
    """What one site loses: the addresses in their order, and how many it has (`of`; 0 where none are lost)."""

    site: str
    paths: tuple[str, ...]
    of: int

    @property
    def too_much(self) -> bool:
        """Whether this is more than an edit would take: many and a large share, or all that there is."""
        count = len(self.paths)
        return (count > SAFE_PAGES and count * SAFE_SHARE > self.of) or (count == self.of > 1)


def is_address(path: str) -> bool:
    """Whether readers may hold this path of a site: a document's page, a file for download, a picture as it was put
    there. What sitegen makes of these (lists, feeds, sizes of pictures) comes and goes with them."""
    if path.endswith(".html"):
        return is_permalink(path)
    return type_of(path) is not None or (_PICTURE.search(path) is not None and not _SIZE.search(path))


def taken(site: str, paths: Collection[str], keys: Mapping[str, str], outline: Outline | None) -> Taken:
    """What a site loses: `paths` are published, `keys` their keys as far as they are known, `outline` is what is
    planned (None for nothing).

    A page without a known key counts as one that had a text.
    """
    planned = outline.keys if outline else {}
    lost = [path for path in paths if path not in planned]
    if not lost and not any(keys.get(path) != key and not had_text(key) for path, key in planned.items()):
        return Taken(site, (), 0)  # no tombstone is new: what there is at all these paths need not be planned for that
    outputs = outline.outputs if outline else ()
    stones = {output.path for output in outputs if is_stone(output) and output.path in paths}
    old = {path for path in stones if path in keys and not had_text(keys[path])}
    gone = [path for path in (*lost, *(stones - old)) if is_address(path)]
    if not gone:  # as nearly always: how many there are is not worth counting
        return Taken(site, (), 0)
    return Taken(site, tuple(sorted(gone)), sum(map(is_address, paths)) - len(old))


def is_stone(output: Output) -> bool:
    """Whether an output is a tombstone."""
    return isinstance(output, Page) and output.template == "tombstone.html"


def guard(sites: Sequence[Taken], folders: Sequence[Taken], allowed: int | None) -> Iterator[Problem]:
    """The Problem of a build that takes away more than is `allowed`, in all; with None, more than is safe. `folders`
    are those of sites that sites.yaml no longer has, to be removed as a whole."""
    total = sum(len(one.paths) for one in (*sites, *folders))
    if allowed is not None:
        wrong = [one for one in (*sites, *folders) if one.paths] if total > allowed else []
    else:
        wrong = [one for one in sites if one.too_much]
        if len(folders) > SAFE_SITES and len(folders) * SAFE_SHARE > len(sites) + len(folders):
            wrong += folders
    if wrong:
        count, of = sum(len(one.paths) for one in wrong), sum(one.of for one in wrong)
        rows = [f"{one.site}: {len(one.paths)}/{one.of}, {', '.join(one.paths[:3])} ..." for one in wrong[:MOST_SITES]]
        yield problem(
            "mass-removal", Place("content"), sites=tuple(sorted(one.site for one in wrong)), detail="\n".join(rows),
            count=str(count), total=str(of), allow=str(total),
        )  # fmt: skip
