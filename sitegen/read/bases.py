"""Base texts: what overrides masked when they were written, kept by digest in the project, so that no git is needed.

`content/bases/<digest>.txt` proves itself by its name: a damaged one counts as missing. `minor.yaml` says which
changes no override has to look at: old digest -> the digests that it became.
"""

from functools import cached_property, partial
from pathlib import Path

from sitegen.problems import Problem, problem
from sitegen.read.documents import BASES, MAX_SOURCE
from sitegen.read.masks import digest_of
from sitegen.read.readings import Readings
from sitegen.read.source import Mapping, Scalar, Sequence, parse_yaml, read_bytes, read_text, text_of
from sitegen.read.tree import looked_at
from sitegen.touched import Look
from sitegen.unicode import canonical

MINOR = f"{BASES}/minor.yaml"


class Bases:
    """The base texts of one project; each is read when it is asked for. `readings` know which files are what their
    names say."""

    def __init__(self, root: Path, problems: list[Problem], readings: Readings | None = None) -> None:
        self._root = root
        self._readings = readings or Readings()
        self._minor = _minor(root, problems)
        self._texts: dict[str, str | None] = {}
        self._kept: dict[str, bool] = {}

    @property
    def minor(self) -> dict[str, tuple[str, ...]]:
        """Old digest -> new digests of changes that were marked minor."""
        return dict(self._minor)

    def text(self, digest: str) -> str | None:
        """The canonical text with this digest, or None if it is missing or damaged."""
        if digest not in self._texts:
            self._texts[digest] = self._read(digest)
        return self._texts[digest]

    def kept(self, digest: str) -> bool:
        """Whether there is a text with this digest."""
        if digest not in self._kept:
            look = self._looks.get(f"{digest}.txt") if self._readings.looks else None
            prove = partial(self._proved, digest)
            self._kept[digest] = self._readings.lasting("base", digest, f"{look}", bool, prove) if look else prove()
        return self._kept[digest]

    def current(self, base: str, digest: str) -> bool:
        """Whether a text is the base, or has become what it is by minor changes only."""
        seen: set[str] = set()
        waiting = [base]
        while waiting:
            one = waiting.pop()
            if one == digest:
                return True
            if one not in seen:
                seen.add(one)
                waiting += self._minor.get(one, ())
        return False

    @cached_property
    def _looks(self) -> dict[str, Look | None]:
        return dict(looked_at(self._root, BASES))

    def _proved(self, digest: str) -> bool:
        data = self._data(digest)
        return data is not None and _proves(digest, data)

    def _read(self, digest: str) -> str | None:
        data = self._data(digest)
        return _canonical(data) if data is not None and _proves(digest, data) else None

    def _data(self, digest: str) -> bytes | None:
        return read_bytes(self._root, f"{BASES}/{digest}.txt", [], 3 * MAX_SOURCE)


def _canonical(data: bytes) -> str:
    text = text_of(data, "", [])
    return canonical(text) if text is not None else ""


def _proves(digest: str, data: bytes) -> bool:
    return digest_of(_canonical(data)) == digest


def _minor(root: Path, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    if not (root / MINOR).exists():
        return {}
    text = read_text(root, MINOR, problems, 2 * MAX_SOURCE)
    node = parse_yaml(text, MINOR, problems) if text is not None else None
    if not isinstance(node, Mapping):
        if node is not None and not (isinstance(node, Scalar) and node.empty):
            problems.append(problem("value-not-keys", node.place, key=MINOR))
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for key, value in node.entries:
        items = value.items if isinstance(value, Sequence) else (value,)
        found[key.text] = tuple(item.text for item in items if isinstance(item, Scalar))
    return found


def minor_text(minor: dict[str, tuple[str, ...]]) -> str:
    """The text of `minor.yaml`."""
    rows = (f'"{old}": [{", ".join(f"{chr(34)}{new}{chr(34)}" for new in news)}]\n' for old, news in minor.items())
    return "# Perubahan kecil menurut `sitegen minor`: sidik teks lama -> sidik teks baru.\n" + "".join(sorted(rows))
