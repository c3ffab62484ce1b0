"""Small projects to build, and what came of it. Nothing here goes to the network."""

import datetime as dt
import os
import shutil
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from sitegen import work
from sitegen.build import build
from sitegen.options import Options
from sitegen.render.templates import Templates
from sitegen.report import Report
from tests.setup.browser import find, flags

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

# The same examples on each run: a commit is judged by what it changed. `--hypothesis-profile=default` looks for others.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")

REPO = Path(__file__).parents[1]
CORPUS = REPO / "tests/corpus"
TODAY = dt.date(2026, 11, 21)
REWRITE = os.environ.get("SITEGEN_REWRITE") == "1"

Files = Mapping[str, str | bytes]
MakeProject = Callable[[Files], Path]
Build = Callable[..., Report]
Tree = Callable[[Path], dict[str, bytes]]
Tabs = Callable[..., AbstractContextManager["Tab"]]

ARTICLE = """\
---
title: {title}
summary: Ringkasan dari {title}.
topics: [umum]
date: 2026-11-01
---
## Isi

Isi dari {title}.
"""

# Two districts and one article: the least that shows that an article is written once and published twice.
GOOD: dict[str, str] = {
    "sites.yaml": """\
facts:
  jadwal: {type: text, about: Hari buka}
  peta: {type: url, about: Alamat peta}
groups:
  bersama:
    title: Bersama
    sites: [satu, dua]
sites:
  - {domain: satu.example, district: "32.02"}
  - {domain: dua.example, district: "15.01"}
""",
    "content/topics.yaml": "umum:\n  title: Umum\n  summary: Hal umum.\n",
    "content/shared/artikel/pertama.md": ARTICLE.format(title="Pertama"),
    "content/shared/artikel/kedua.md": ARTICLE.format(title="Kedua"),
    **{
        f"content/shared/halaman/{name}.md": f"---\ntitle: {name}\nsummary: Tentang {name}.\n---\nIsi.\n"
        for name in ("tentang", "privasi", "aksesibilitas")
    },
}


def png(width: int, height: int, colour: tuple[int, int, int] = (20, 83, 58), *more: tuple[bytes, bytes]) -> bytes:
    """A PNG of one colour (W3C PNG, RGB of eight bits); `more` are chunks before its pixels."""
    row = b"\0" + bytes(colour) * width
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), *more]
    chunks += [(b"IDAT", zlib.compress(row * height)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, chunks))


def _chunk(chunk: tuple[bytes, bytes]) -> bytes:
    name, data = chunk
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def write(root: Path, files: Files) -> None:
    """Writes files below `root`, making their folders."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def add_theme(root: Path) -> None:
    """A copy of the default theme: tests may change it."""
    shutil.copytree(REPO / "themes/default", root / "themes/default")


def build_project(root: Path, **options: Any) -> Report:
    """Builds a project on a fixed day in this process; `options` are those of `Options`."""
    chosen = {"dest": root / "dist", "today": TODAY, "jobs": 1, **options}
    return build(Options(root, **chosen), lambda *_: None)


def read_tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder: path with "/" -> bytes; empty if there is no folder."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def project(tmp_path: Path) -> MakeProject:
    """Makes a project of these files and the default theme; call it with `{**GOOD, ...}` for one that builds."""

    def make(files: Files) -> Path:
        root = tmp_path / "proyek"
        add_theme(root)
        write(root, files)
        return root

    return make


@pytest.fixture
def run_build() -> Build:
    """`build_project`."""
    return build_project


@pytest.fixture
def tree() -> Tree:
    """`read_tree`."""
    return read_tree


_compiled = cache(Templates)


@pytest.fixture
def quick_themes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A theme is compiled once for all tests that ask for this: that is most of what a small build costs."""
    monkeypatch.setattr(work, "Templates", lambda theme, _memory: _compiled(theme))


# One browser for all tests of a process: a second one beside it does not start.
@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    api = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
    path = find()
    if path is None:
        pytest.skip("no Chromium was found (python -m tests.setup.browser says why)")
    with api.sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=path, args=flags())
        except api.Error as error:
            pytest.skip(f"{path} does not start: {str(error).splitlines()[0]}")
        yield chromium
        chromium.close()


@pytest.fixture
def tabs(browser: "Browser") -> Tabs:
    """Opens a tab in a context of its own, on a phone of 360 pixels unless told otherwise; closed at the end."""

    @contextmanager
    def opened(width: int = 360, height: int = 780, **options: Any) -> Iterator["Tab"]:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        try:
            yield context.new_page()
        finally:
            context.close()

    return opened
