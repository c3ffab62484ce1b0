"""An overview as files: all of them are made before the first one is written."""

import re
from contextlib import suppress
from pathlib import Path

from sitegen.opspage import MARK
from sitegen.options import Options
from sitegen.overview.facts import Overview
from sitegen.overview.letter import site_page
from sitegen.overview.network import FOLDER, network_page, path_of
from sitegen.overview.tables import TABLES, tables
from sitegen.problems import Place, Refused, problem
from sitegen.read.project import SOURCES
from sitegen.write.files import FOLDER_MODE, OURS, read_regular, refusal, shown, write_atomically
from sitegen.write.guard import claim

INDEX = "index.html"
_OURS = frozenset({OURS, INDEX, FOLDER, *TABLES})
# What `write_atomically` leaves behind when it is killed.
_LEFT = re.compile(r"\.(?:index\.html|(?:sites|tasks|reviews|pages)\.csv)\.tmp").fullmatch


def claim_folder(options: Options, folder: Path) -> None:
    """Makes `folder` one for reports, or raises Refused: it may be neither sources nor the output folder, nor lie in or
    around them, and holds nothing but an earlier report."""
    forbidden = [*(options.root / name for name in SOURCES), options.dest]
    for name in _others(folder):
        raise Refused(problem("output-not-ours", Place(shown(str(folder / name))), path=shown(str(folder))))
    claim(folder, options.root, forbidden)


def write(overview: Overview, folder: Path, lang: str, *, csv: bool) -> None:
    """Writes the report into a folder that was claimed, and removes what an earlier one has too many. Raises Refused if
    that fails."""
    made = {INDEX: network_page(overview, lang, TABLES if csv else ()).encode()}
    made |= {path_of(site): site_page(site, overview, lang).encode() for site in overview.sites}
    made |= tables(overview, lang) if csv else {}
    try:
        (folder / FOLDER).mkdir(FOLDER_MODE, parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(error, str(folder / FOLDER)) from error
    for path, data in made.items():
        write_atomically(folder / path, data)
    for path in (*TABLES, *(f"{FOLDER}/{one.name}" for one in sorted((folder / FOLDER).iterdir()))):
        if path not in made and (path in TABLES or _is_ours(folder / path)):
            (folder / path).unlink(missing_ok=True)


def _others(folder: Path) -> list[str]:
    """What lies in a folder that no report has put there."""
    try:
        return sorted(one.name for one in folder.iterdir() if one.name not in _OURS and not _LEFT(one.name))
    except OSError:
        return []  # said by `claim`, with its reason


def _is_ours(path: Path) -> bool:
    with suppress(OSError):
        return path.suffix == ".html" and MARK.encode() in read_regular(str(path))
    return False
