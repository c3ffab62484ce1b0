"""What a build remembers for the next one. It may be lost and is never trusted: unreadable means empty."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from sys import intern

from sitegen.digest import digest_bytes
from sitegen.problems import Refused
from sitegen.values import Frozen
from sitegen.write.files import OURS, clear_folder, read_regular, write_atomically

_HEAD = "sitegen-state 1"


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
"""What was read or written last, with its head: a preview builds again and again from what it wrote itself."""


def load(dest: str | os.PathLike[str]) -> State:
    """The state of the last build, or an empty one if it is missing, damaged or of another format."""
    try:
        data = read_regular(_path(dest))
        head, _, payload = data.partition(b"\n")
        if head != _head(payload):
            return State()
        if head == _last[0]:
            return _last[1]
        value = json.loads(payload)
        sites = {name: SiteState(*map(_text, row)) for name, row in value["sites"].items()}
        outlines: dict[str, Mapping[str, str]] = {name: _texts(keys) for name, keys in value["outlines"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return State()
    return _kept(head, State(sites, outlines))


def save(dest: str | os.PathLike[str], state: State) -> None:
    """Replaces the stored state, if that can be done; outlines that no site uses are dropped.

    What is published stands whether or not this can be written: the one that stays speaks of other trees, so the next
    build makes all files anew.
    """
    used = {site.outline for site in state.sites.values()}
    # One outline after the other: as one value, the whole network would lie in memory several times over.
    state = State(state.sites, {name: keys for name, keys in sorted(state.outlines.items()) if name in used})
    outlines = b",".join([_json(name) + b":" + _json(keys) for name, keys in state.outlines.items()])
    sites = _json({name: [s.manifest, s.site_key, s.outline] for name, s in state.sites.items()})
    payload = b'{"outlines":{%b},"sites":%b}' % (outlines, sites)
    del outlines
    head = _head(payload)
    with suppress(OSError, Refused):
        clear_folder(_path(dest))
        write_atomically(_path(dest), head + b"\n" + payload)
        _kept(head, state)


def _kept(head: bytes, state: State) -> State:
    global _last
    _last = (head, state)
    return state


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _path(dest: str | os.PathLike[str]) -> str:
    return os.path.join(dest, OURS, "state.json")


def _head(payload: bytes) -> bytes:
    return f"{_HEAD} {digest_bytes(payload)} {len(payload)}".encode()


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _texts(value: dict[str, object]) -> dict[str, str]:
    # Many thousands of rows: one look at the set of types instead of one call for each.
    if set(map(type, value.values())) - {str}:
        raise TypeError("not all texts")
    # Outlines have most of their keys in common.
    return {path: intern(key) for path, key in value.items()}  # type: ignore[call-overload]
