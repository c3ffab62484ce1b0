"""`verify`: which check a target gets, and what of the command line and of the project it is given."""

import os
from collections.abc import Callable
from pathlib import Path

from sitegen.sshsig import NoProgramError
from sitegen.verify.archive import verify_zip
from sitegen.verify.folder import verify_folder
from sitegen.verify.remote import verify_url
from sitegen.verify.values import Asked, Result, Unusable
from sitegen.write.files import read_some

TARGETS: tuple[tuple[str, Callable[[str], bool], Callable[[Asked], Result]], ...] = (
    ("url", lambda target: "://" in target, verify_url),
    ("folder", os.path.isdir, verify_folder),
    ("zip", os.path.isfile, verify_zip),
)
"""A row for each kind of target: its name, how it is told, what checks it. The first that fits."""

_MOST_TOLERATED = 1 << 20
_LEAST_SNIPPET = 8


def verify(asked: Asked) -> Result:
    """Checks what is named. Raises Unusable where nothing could be checked."""
    if asked.serial and asked.signers is None:
        raise Unusable("verify-serial-usage")
    if asked.signers is not None and not asked.signers.is_file():
        raise Unusable("verify-no-signers", path=str(asked.signers))
    for _, fits, check in TARGETS:
        if fits(asked.target):
            try:
                return check(asked)
            except NoProgramError as error:
                raise Unusable("verify-no-openssh", reason=str(error)) from error
    raise Unusable("verify-no-target", path=asked.target)


def tolerated(file: Path) -> tuple[bytes, ...]:
    """The snippets in a file: texts between lines of three hyphens, without the line ends around them.

    Raises Unusable for a file that cannot be read or has none, and for a snippet that is too short to mean anything.
    """
    try:
        data = read_some(str(file), _MOST_TOLERATED).replace(b"\r\n", b"\n")
    except OSError as error:
        raise Unusable("verify-unusable", path=str(file), reason=error.strerror or "") from error
    parts = (b"\n" + data + b"\n").split(b"\n---\n")
    snippets = tuple(part.strip(b"\n") for part in parts if part.strip())
    if not snippets or any(len(one) < _LEAST_SNIPPET for one in snippets):
        raise Unusable("verify-snippets", path=str(file), least=str(_LEAST_SNIPPET))
    return snippets


def keep_of(root: Path, site: str) -> tuple[str, ...]:
    """What sites.yaml lets the web officer of this site keep; nothing for a site that it does not have."""
    from sitegen.read.sites import read_sites

    return next((one.keep for one in read_sites(root, []).sites if one.id.casefold() == site.casefold()), ())
