"""Signatures in OpenSSH's format (PROTOCOL.sshsig), made and checked by `ssh-keygen -Y` itself.

The program rather than a library: keys stay where people have them (a file with a passphrase, an agent, a hardware
key), `allowed_signers` with its days of validity is read as everywhere else, and nothing here can be cleverer than what
a district without sitegen checks with. It is called with a list of arguments, never through a shell.
"""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROGRAM = "ssh-keygen"
_PATIENCE = 60


class NoProgramError(Exception):
    """There is no `ssh-keygen` on this machine, or it does not start; says why."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a signature is good; by which key (as OpenSSH writes it: SHA256:...), or why not."""

    good: bool
    said: str


def sign(files: Sequence[Path], key: Path, namespace: str) -> str:
    """Signs each file, into a file beside it that ends in `.sig`; gives what went wrong in words, "" if nothing did.

    One call for all of them, so that a passphrase is asked for once. Raises NoProgramError.
    """
    done = _run(["-Y", "sign", "-f", str(key), "-n", namespace, "--", *map(str, files)], b"", None)
    return "" if done.returncode == 0 else _reason(done)


def verify(data: bytes, signature: Path, signers: Path, identity: str, namespace: str) -> Verdict:
    """Whether the file `signature` is one of `data` by a key that `signers` allows `identity` today. Raises
    NoProgramError."""
    words = ["-Y", "verify", "-f", str(signers), "-I", identity, "-n", namespace, "-s", str(signature)]
    done = _run(words, data, _PATIENCE)
    if done.returncode != 0:
        return Verdict(False, _reason(done))
    return Verdict(True, done.stdout.decode("utf-8", "replace").strip().rpartition(" ")[2])


def _run(words: list[str], data: bytes, patience: int | None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            [PROGRAM, *words], input=data, capture_output=True, timeout=patience, check=False,
            env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoProgramError(getattr(error, "strerror", None) or type(error).__name__) from error


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    """The last lines of what the program said, on one."""
    lines = [line.strip() for line in done.stderr.decode("utf-8", "replace").splitlines()]
    said = [line for line in lines if line and not line.startswith(("@", "Signing file", "Write signature"))]
    return "; ".join(said[-2:]) or f"exit {done.returncode}"
