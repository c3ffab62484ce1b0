"""What a build remembers for the next one. It may be lost and is never trusted: unreadable means empty."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from io import BytesIO
from sys import intern

from sitegen.digest import SIZE
from sitegen.problems import Refused
from sitegen.values import Frozen, Undecodable, decoder, encoded
from sitegen.write.files import OURS, clear_folder, read_regular, write_atomically

_END = "sitegen-state 2"


class SiteState(Frozen):
    """One site after its last build: digest of its manifest's bytes, key of its chrome, digest of its outline."""

    manifest: str
    site_key: str
    outline: str


@dataclass(frozen=True)
class State:
    """All sites by id, and the outlines (digest -> path -> page key) that sites with the same selection share."""

    sites: dict[str, SiteState] = field(default_factory=dict)
    outlines: dict[str, Mapping[str, str]] = field(default_factory=dict)


_last: tuple[bytes, State] = (b"", State())
"""What was read or written last, with its end: a preview builds again and again from what it wrote itself."""

_sites = decoder(dict[str, tuple[str, str, str]])
_keys = decoder(dict[str, str])


def load(dest: str | os.PathLike[str]) -> State:
    """The state of the last build, or an empty one if it is missing, damaged or of another format."""
    try:
        data = read_regular(_path(dest))
        size = data.rfind(b"\n") + 1
        end = data[size:]
        if end != _end(blake2b(memoryview(data)[:size], digest_size=SIZE), size):
            return State()
        if end == _last[0]:
            return _last[1]
        lines = BytesIO(data)  # one after the other: as one value, the whole network would be in memory several times
        sites = {name: SiteState(*row) for name, row in _sites(lines.readline()).items()}
        outlines: dict[str, Mapping[str, str]] = {}
        while (line := lines.readline()) != end:
            name, _, keys = line.partition(b" ")
            # Outlines have most of their paths and keys in common.
            outlines[name.decode()] = {intern(path): intern(key) for path, key in _keys(keys).items()}
    except (OSError, ValueError, RecursionError, Undecodable):
        return State()
    return _kept(end, State(sites, outlines))


def save(dest: str | os.PathLike[str], state: State) -> None:
    """Replaces the stored state, if that can be done; outlines that no site uses are dropped.

    What is published stands whether or not this can be written: the one that stays speaks of other trees, so the next
    build makes all files anew.
    """
    used = {site.outline for site in state.sites.values()}
    state = State(state.sites, {name: keys for name, keys in sorted(state.outlines.items()) if name in used})
    ended = b""

    def lines() -> Iterator[bytes]:
        nonlocal ended
        found, size = blake2b(digest_size=SIZE), 0
        for line in _lines(state):
            found.update(line)
            size += len(line)
            yield line
        ended = _end(found, size)
        yield ended

    with suppress(OSError, Refused):
        clear_folder(_path(dest))
        write_atomically(_path(dest), lines())
        _kept(ended, state)


def _lines(state: State) -> Iterator[bytes]:
    """What is written down: a line for all sites, and one for each outline."""
    yield encoded({name: (s.manifest, s.site_key, s.outline) for name, s in sorted(state.sites.items())}) + b"\n"
    for name, keys in state.outlines.items():
        yield b"%b %b\n" % (name.encode(), encoded(keys))


def _kept(end: bytes, state: State) -> State:
    global _last
    _last = (end, state)
    return state


def _path(dest: str | os.PathLike[str]) -> str:
    return os.path.join(dest, OURS, "state.json")


def _end(found: blake2b, size: int) -> bytes:
    return f"{_END} {found.hexdigest()} {size}".encode()
