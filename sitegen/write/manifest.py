"""The manifest inside each tree: which files sitegen published, with which bytes."""

import json
import re
from bisect import bisect_left
from collections.abc import Collection

from sitegen.digest import digest_bytes
from sitegen.values import Frozen
from sitegen.write.files import read_regular

MANIFEST = "sitegen-manifest.json"
"""Its path inside a tree. Only a tree that was synced to disk carries it."""

UNSEALED = ".sitegen-manifest.new"
"""Its name in a tree that is complete, but not yet synced and published."""

RELEASE, SIGNATURE, SUMS = "sitegen-release.json", "sitegen-release.json.sig", "SHA256SUMS"
"""What `sitegen sign` adds to a tree: its statement, the signature of that, the digests for `sha256sum -c`."""

SIGNED = frozenset({RELEASE, SIGNATURE, SUMS})
"""These three: ours like the manifest, and like it not listed there."""

_APART = frozenset({MANIFEST, UNSEALED, *SIGNED})
_FORMAT = 1
_BETWEEN, _END = ",\n", "\n}}\n"
_SHA256 = re.compile(r"[0-9a-f]{64}").fullmatch
# What breaks on Windows or hides in a listing; the line feed is the separator in `safe` and looked for by counting.
_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\\:\ud800-\udfff]")
_PLAIN = re.compile(r"[A-Za-z0-9/._~+@=,-]*").fullmatch
_PLAIN_PATH = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_][A-Za-z0-9_.-]*").fullmatch


class Entry(Frozen):
    """One published file: SHA-256 (64 hex digits) and size in bytes."""

    sha256: str
    size: int


class Manifest(Frozen):
    """What one tree holds, by path inside the site. Itself, `SIGNED` and foreign files are not in it."""

    site: str
    domain: str
    files: dict[str, Entry]


Lines = dict[str, str]
"""A manifest as the lines of its text, by path: what stays the same from version to version is not taken apart."""


def line(path: str, sha256: str, size: int) -> str:
    """What a manifest says of one file."""
    name = f'"{path}"' if _PLAIN(path) else json.dumps(path, ensure_ascii=False)
    return f'{name}:["{sha256}",{size}]'


def dump(manifest: Manifest) -> bytes:
    """Sorted JSON, a line for each file: the same files give the same bytes."""
    return dump_lines(manifest.site, manifest.domain, lines_of(manifest))


def dump_lines(site: str, domain: str, lines: Lines) -> bytes:
    """As `dump`."""
    head = f'{{"format":{_FORMAT},"site":{json.dumps(site)},"domain":{json.dumps(domain)},"files":{{\n'
    return (head + _BETWEEN.join([lines[path] for path in sorted(lines)]) + _END).encode()


def lines_of(manifest: Manifest) -> Lines:
    """The lines that `dump` writes."""
    return {path: line(path, entry.sha256, entry.size) for path, entry in manifest.files.items()}


def split(data: bytes) -> list[str]:
    """The lines in the bytes of a manifest that `dump` wrote; of any other bytes, something. ValueError if they are no
    text."""
    return data.decode().partition("\n")[2].removesuffix(_END).split(_BETWEEN)


def read_lines(folder: str, known: str) -> tuple[Lines, str] | None:
    """As `read`, but as lines. `known` is the digest of a manifest that `dump` wrote: one with that digest is believed
    without a look at each line."""
    try:
        data = read_regular(f"{folder}/{MANIFEST}")
    except OSError:
        return None
    found = digest_bytes(data)
    if found == known and b"\\" not in data:
        return {_path(one): one for one in split(data) if one}, found
    manifest = load(data)
    return (lines_of(manifest), found) if manifest else None


class Sorted:
    """The bytes of a manifest that `dump` wrote, in which single lines are found and replaced and no other is looked
    at. ValueError if a path may be written in more than one way there."""

    def __init__(self, data: bytes) -> None:
        if b"\\" in data:
            raise ValueError("a path with escapes")
        self._head, _, lines = data.decode().partition("\n")
        self._lines = lines.removesuffix(_END).split(_BETWEEN)

    def __len__(self) -> int:
        return len(self._lines)

    def get(self, path: str) -> str | None:
        """The line of a path."""
        at = self._at(path)
        return None if at is None else self._lines[at]

    def put(self, path: str, new: str) -> None:
        """Another line for a path that has one; KeyError if it has none."""
        at = self._at(path)
        if at is None:
            raise KeyError(path)
        self._lines[at] = new

    def dump(self) -> bytes:
        """As `dump`."""
        return f"{self._head}\n{_BETWEEN.join(self._lines)}{_END}".encode()

    def _at(self, path: str) -> int | None:
        at = bisect_left(self._lines, path, key=_path)
        return at if at < len(self._lines) and _path(self._lines[at]) == path else None


def _path(listed: str) -> str:
    return listed[1 : listed.index('":["')]


def load(data: bytes) -> Manifest | None:
    """The manifest in these bytes; None if they are unreadable, of another format or name an unsafe path."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or value.get("format") != _FORMAT:
        return None
    site, domain, listed = value.get("site"), value.get("domain"), value.get("files")
    if not isinstance(site, str) or not isinstance(domain, str) or not isinstance(listed, dict):
        return None
    if not safe(listed):
        return None
    files = {}
    for path, pair in listed.items():
        if type(pair) is not list or len(pair) != 2:
            return None
        sha256, size = pair
        if type(sha256) is not str or not _SHA256(sha256) or type(size) is not int or size < 0:
            return None
        files[path] = Entry(sha256, size)
    return Manifest(site, domain, files)


def read(folder: str) -> tuple[Manifest, str] | None:
    """The manifest of a tree and the BLAKE2b digest of its bytes; None if there is none that can be trusted."""
    try:
        data = read_regular(f"{folder}/{MANIFEST}")
    except OSError:
        return None
    manifest = load(data)
    return (manifest, digest_bytes(data)) if manifest else None


def safe_path(path: str) -> bool:
    """`safe` for one path; nearly all of them are plain."""
    return path not in _APART if _PLAIN_PATH(path) else safe((path,))


def safe(paths: Collection[str]) -> bool:
    """Whether all paths are relative, stay inside the tree and can be written on every system.

    All at once in one text: a thousand small checks for each of many sites would be felt.
    """
    if any(name in paths for name in _APART):
        return False
    text = "/" + "/\n/".join(paths) + "/" if paths else ""
    return (
        text.count("\n") == max(len(paths) - 1, 0)
        and not any(part in text for part in ("//", "/./", "/../"))
        and not _UNSAFE.search(text)
    )
