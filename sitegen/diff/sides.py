"""An output folder as one side of a comparison: what its manifests list and what is really there."""

from dataclasses import dataclass
from pathlib import Path

from sitegen.problems import Place, Refused, problem
from sitegen.write.files import read_regular, shown
from sitegen.write.folders import scan
from sitegen.write.manifest import Entry, read
from sitegen.write.trees import domains_present


@dataclass(frozen=True)
class Side:
    """The published files of each site, by its folder's name and their path."""

    folder: Path
    sites: dict[str, dict[str, Entry]]

    def html(self, domain: str, path: str) -> str:
        """A page as text; "" if it cannot be read: then it differs from all others."""
        try:
            return read_regular(str(self.folder / domain / path)).decode("utf-8", "replace")
        except OSError:
            return ""


def side(folder: Path) -> Side:
    """What lies in an output folder; a file that a manifest lists and that is gone is not part of it.

    Raises Refused if the folder cannot be read. One that is not there is empty.
    """
    sites: dict[str, dict[str, Entry]] = {}
    try:
        for domain in domains_present(str(folder)):
            tree = str(folder / domain)
            known, there = read(tree), scan(tree)
            if known and there:
                sites[domain] = {path: entry for path, entry in known[0].files.items() if path in there.files}
    except OSError as error:
        raise Refused(problem("file-unreadable", Place(shown(str(folder))), reason=error.strerror or "")) from error
    return Side(folder, sites)
