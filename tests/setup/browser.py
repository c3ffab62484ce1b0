"""A Chromium for the browser tests: one that is there, else one that can be had. `python -m tests.setup.browser`.

Says in one line what it found, or why there is none, and always ends with 0: the browser tests skip without one.
"""

import os
import shutil
import subprocess
import sys
from functools import lru_cache
from importlib.util import find_spec

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# For machines that are only tests' own: no sandbox as root, and no calls home.
ROOT_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)
_ASK = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
_PATIENCE = 600


@lru_cache(maxsize=1)
def find() -> str | None:
    """The path of a Chromium that starts: one on PATH, else the one that Playwright downloaded; None without."""
    for name in NAMES:
        path = shutil.which(name)
        if path and _starts(path):
            return path
    if find_spec("playwright"):
        path = _said(sys.executable, "-c", _ASK)
        if path and os.path.isfile(path) and _starts(path):  # noqa: PTH113 - it is a word of another program
            return path
    return None


def flags() -> list[str]:
    """The arguments that Chromium needs on this machine."""
    return list(ROOT_FLAGS) if _is_root() else []


def get() -> tuple[str | None, str]:
    """A Chromium, installed if it has to be and can be, and one line that says which or why not."""
    found = find()
    if found:
        return found, f"browser tests use {found}"
    tried = []
    for name, commands in _ways():
        reason = next((reason for command in commands if (reason := _run(command))), "")
        find.cache_clear()
        found = find()
        if found:
            return found, f"browser tests use {found} (from {name})"
        tried.append(f"{name}: {reason or 'installed, but it does not start'}")
    return None, f"browser tests will be skipped: no Chromium on PATH; {'; '.join(tried)}"


def _ways() -> list[tuple[str, list[list[str]]]]:
    ways: list[tuple[str, list[list[str]]]] = []
    may_install = _is_root() and shutil.which("apt-get") is not None
    if may_install:
        ways.append(("apt-get", [["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]]))
    libraries = ["--with-deps"] if may_install else []
    install = [sys.executable, "-m", "playwright", "install", *libraries, "chromium"]
    ways.append(("playwright install chromium", [install]))
    return ways


def _run(command: list[str]) -> str:
    """Runs a command without asking anything; gives "" or the last line of what it said about its failure."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            env=environment,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return type(error).__name__
    lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
    return "" if done.returncode == 0 else (lines[-1].strip()[:200] if lines else f"exit {done.returncode}")


def _said(*command: str) -> str:
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _starts(path: str) -> bool:
    """Whether it is a browser that runs here: some systems have a stub by that name, or lack its libraries."""
    return sys.platform == "win32" or bool(_said(path, "--version"))  # on Windows that would open a window


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    print(get()[1])  # noqa: T201 - this is a command
