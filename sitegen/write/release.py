"""What `sitegen sign` adds to a published tree: a statement of its release, and digests for `sha256sum -c`.

The manifest is a function of the tree and nothing else, so what a release says of itself (its serial) stands here. The
statement names the manifest by its SHA-256, and the manifest names every file: one signature covers the tree.
"""

import json
import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass, fields

from sitegen.write.files import FOLDER_MODE, OURS, create, read_regular, refusal, sync_file, sync_folder, umask_alters
from sitegen.write.manifest import MANIFEST, RELEASE, SIGNATURE, SUMS, Manifest, safe

NAMESPACE = "sitegen-release@1"
"""What signatures are for (PROTOCOL.sshsig, "namespace"), so that one made for something else is none here."""

IDENTITY = "sitegen"
"""The principal that the file of allowed signers names (ssh-keygen(1), ALLOWED SIGNERS)."""

_FORMAT = 1
_SHA256 = re.compile(r"[0-9a-f]{64}").fullmatch


@dataclass(frozen=True, slots=True)
class Statement:
    """One release of a site: `serial` counts up; `manifest` and `sums` are the SHA-256 of those two files; `withdrawn`
    are the pages that say that a document was withdrawn."""

    site: str
    domain: str
    serial: int
    manifest: str
    sums: str
    withdrawn: tuple[str, ...]


def dump(statement: Statement) -> bytes:
    """Sorted JSON: the same statement gives the same bytes."""
    value = {"format": _FORMAT, **asdict(statement)}
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def load(data: bytes) -> Statement | None:
    """The statement in these bytes; None if they are unreadable, of another format or name an unsafe path."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or value.keys() != {"format", *(field.name for field in fields(Statement))}:
        return None
    site, domain, serial, manifest, sums, gone = (value[field.name] for field in fields(Statement))
    if value["format"] != _FORMAT or type(serial) is not int or serial < 1 or not isinstance(gone, list):
        return None
    if not all(isinstance(one, str) for one in (site, domain, manifest, sums, *gone)) or not safe(gone):
        return None
    if not _SHA256(manifest) or not _SHA256(sums):
        return None
    return Statement(site, domain, serial, manifest, sums, tuple(gone))


def sums_of(manifest: Manifest, manifest_sha256: str) -> bytes:
    """A line for each file of the tree and for its manifest, as `sha256sum -c` (GNU coreutils) reads them."""
    rows = {**{path: entry.sha256 for path, entry in manifest.files.items()}, MANIFEST: manifest_sha256}
    return "".join(f"{rows[path]}  {path}\n" for path in sorted(rows)).encode()


def place(dest: str, domain: str, statement: bytes, signature: bytes, sums: bytes) -> bool:
    """Puts the three files into a live tree and brings them to disk; False if they were there already. Raises Refused.

    Each is made outside the tree and renamed into it. An old signature goes before what it would no longer fit, and the
    new one comes last: a tree is unsigned in between, never wrongly signed.
    """
    folder, drawer = os.path.join(dest, domain), os.path.join(dest, OURS, "sign")
    wanted = {SUMS: sums, RELEASE: statement, SIGNATURE: signature}
    have = {name: _bytes(os.path.join(folder, name)) for name in wanted}
    if have == wanted:
        return False
    try:
        os.makedirs(drawer, FOLDER_MODE, exist_ok=True)
        if have[RELEASE] != statement or have[SUMS] != sums:
            with suppress(FileNotFoundError):
                os.unlink(os.path.join(folder, SIGNATURE))
        for name, data in wanted.items():
            if have[name] != data:
                beside = os.path.join(drawer, name)
                with suppress(FileNotFoundError):
                    os.unlink(beside)
                create(beside, data, None, umask_alters())
                sync_file(beside)
                os.replace(beside, os.path.join(folder, name))
        sync_folder(folder)
    except OSError as error:
        raise refusal(error, os.path.join(folder, RELEASE)) from error
    return True


def released(folder: str) -> Statement | None:
    """The statement that lies in a tree; None if there is none that can be read. No signature is looked at here."""
    data = _bytes(os.path.join(folder, RELEASE))
    return load(data) if data is not None else None


def _bytes(path: str) -> bytes | None:
    try:
        return read_regular(path)
    except OSError:
        return None
