"""The highest serial that was given to each site, so that none is given twice. Unreadable means that none is known."""

import json
import os

from sitegen.write.files import OURS, read_regular, write_atomically

Serials = dict[str, tuple[int, str]]
"""By site: the serial, and the SHA-256 of the manifest that it was given to."""

_FILE = "serials.json"


def load(dest: str) -> Serials:
    """What was noted in this output folder."""
    try:
        value = json.loads(read_regular(os.path.join(dest, OURS, _FILE)))
        return {str(site): (int(serial), str(manifest)) for site, (serial, manifest) in value.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def save(dest: str, serials: Serials) -> None:
    """Notes them, on disk before this returns. Raises Refused if that fails."""
    data = json.dumps(serials, ensure_ascii=False, indent=1, sort_keys=True).encode()
    write_atomically(os.path.join(dest, OURS, _FILE), data, fsync=True)
