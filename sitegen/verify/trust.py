"""Whose release it is: statement, signature, site and serial, told against what is known from outside."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sitegen import sshsig
from sitegen.verify.values import MOST_STATEMENT, Asked, Found
from sitegen.write.manifest import MANIFEST, RELEASE, SIGNATURE, SUMS, Manifest
from sitegen.write.release import IDENTITY, NAMESPACE, Statement, load, sums_of

Read = Callable[[str, int], bytes | None]
"""The bytes of a file of the site, None if there is none or if it has more than so many."""


@dataclass(frozen=True, slots=True)
class Trust:
    """The statement, if there is one that can be read, and the key that signed it ("" where nothing was proven)."""

    statement: Statement | None
    key: str


def trust(read: Read, manifest: Manifest, digest: str, asked: Asked, found: Found) -> Trust:
    """Looks at release and signature of a tree whose manifest has this SHA-256; findings and notes go to `found`."""
    data = read(RELEASE, MOST_STATEMENT)
    statement = load(data) if data is not None else None
    key = ""
    if asked.signers is None:
        found.note("bytes-only")
    elif data is None:
        found.add("verify-unsigned", RELEASE)
    else:
        key = _proven(data, read(SIGNATURE, MOST_STATEMENT), asked.signers, found)
    if data is not None and statement is None:
        found.add("verify-signature", RELEASE, reason="JSON")
    if statement:
        _fits(statement, manifest, digest, found)
        _sums(read(SUMS, 2 * MOST_STATEMENT * 32), statement, manifest, digest, found)
    if asked.site and asked.site.casefold() != manifest.site.casefold():
        found.add("verify-other-site", MANIFEST, expected=asked.site, there=manifest.site)
    if not asked.site:
        found.note("any-site", site=manifest.site)
    if key and statement:
        if statement.serial < asked.serial:
            found.add("verify-old-release", RELEASE, there=str(statement.serial), least=str(asked.serial))
        if not asked.serial:
            found.note("any-serial", serial=statement.serial)
    return Trust(statement, key if statement else "")


def _proven(data: bytes, signature: bytes | None, signers: Path, found: Found) -> str:
    """The fingerprint of the key that signed, "" if none that is allowed did."""
    if signature is None:
        found.add("verify-unsigned", SIGNATURE)
        return ""
    with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
        file = Path(folder) / "signature"
        file.write_bytes(signature)  # ssh-keygen reads a file: ours, not one that others may have put there
        verdict = sshsig.verify(data, file, signers.absolute(), IDENTITY, NAMESPACE)
    if not verdict.good:
        found.add("verify-signature", SIGNATURE, reason=verdict.said)
        return ""
    return verdict.said


def _fits(statement: Statement, manifest: Manifest, digest: str, found: Found) -> None:
    same = (statement.site, statement.domain) == (manifest.site, manifest.domain)
    if statement.manifest != digest or not same:
        there = f"{manifest.site} {digest[:12]}"
        found.add("verify-mixed", MANIFEST, expected=f"{statement.site} {statement.manifest[:12]}", there=there)


def _sums(data: bytes | None, statement: Statement, manifest: Manifest, digest: str, found: Found) -> None:
    if data is None:
        found.add("verify-missing", SUMS)
    elif data != sums_of(manifest, digest) or sha256(data).hexdigest() != statement.sums:
        found.add("verify-altered", SUMS)
