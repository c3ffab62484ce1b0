"""Programs of others that the audit runs: from the npm registry, into a folder of this machine's temp, once."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

NU, LIGHTHOUSE = "vnu-jar@26.9.27", "lighthouse@12.8.2"  # newer versions of Lighthouse need Node 22
_PATIENCE = 600


class MissingToolError(Exception):
    """A program that this machine lacks; its words say which."""


def run(command: list[str], patience: int = _PATIENCE, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a program without asking anything, and gives what it said."""
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=patience,
        env={**os.environ, **environment},
        check=False,
    )


def need(name: str) -> str:
    """The path of a program on PATH; raises MissingToolError."""
    path = shutil.which(name)
    if path is None:
        raise MissingToolError(f"`{name}` is not installed on this machine")
    return path


def package(spec: str) -> Path:
    """The folder of an npm package, installed if it is not there yet; raises MissingToolError with npm's own words."""
    npm = need("npm")
    prefix = Path(tempfile.gettempdir()) / "sitegen-audit" / spec.replace("@", "-")
    folder = prefix / "node_modules" / spec.partition("@")[0]
    if not (folder / "package.json").is_file():
        prefix.mkdir(parents=True, exist_ok=True)
        done = run([npm, "install", "--no-audit", "--no-fund", "--prefix", str(prefix), spec])
        if done.returncode:
            raise MissingToolError(
                f"npm could not install {spec}: {(done.stderr.strip() or 'no reason given').splitlines()[-1]}"
            )
    return folder
