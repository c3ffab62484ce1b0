"""Counting the work of a build from outside: nothing in sitegen is asked for a number that only a test wants.

What the kernel is asked for is told by Python's audit events (PEP 578), whoever asks; nouns are counted where they are
made; the rest where a function of ours is entered. What workers parse in processes of their own, the report tells.
"""

import hashlib
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sitegen import build as builder
from sitegen import digest as digests
from sitegen import noop, touched
from sitegen.model.output import Page
from sitegen.options import Options
from sitegen.plan.pages import Pages
from sitegen.read import source
from sitegen.render.programs import Filler, Maker
from sitegen.render.templates import Templates
from sitegen.report import Report
from sitegen.write import publish
from tests.bench.corpus import TODAY

COUNTED = {
    "sources": "source files opened",
    "yaml": "YAML documents parsed",
    "texts": "texts parsed",
    "pages": "pages planned",
    "cards": "cards planned",
    "digests": "digests of values",
    "frames": "page templates rendered",
    "of cards": "card templates rendered",
    "partials": "partials rendered",
    "files": "file templates rendered",
    "programs": "programs made",
    "joined": "programs joined",
    "plain": "pages rendered plainly",
    "hashed": "SHA-256 of bytes",
    "created": "files created",
    "linked": "hard links made",
    "removed": "files removed",
    "folders": "folders made",
    "syncs": "waits for the disk",
}
"""What is counted, in the order of a build."""
FOR_EACH_FILE = {"joined": 1, "hashed": 2, "created": 1, "linked": 1, "removed": 1}
"""What is paid for each file of each site, and how often. Twice: what a page of a confirmed site tells search engines
carries a digest of its own."""

Work = Counter[str]
_SOURCES = ("content", "themes", "sites.yaml")
_EVENTS = {"os.link": "linked", "os.remove": "removed", "os.mkdir": "folders"}
_KINDS = {"cards": "of cards", "partials": "partials", "files": "files"}


class _Watch:
    """Where audit events are counted, if anywhere: a hook stays for as long as Python runs."""

    def __init__(self) -> None:
        self._work: Work | None = None
        self._root = ""
        self._sources: tuple[str, ...] = ()
        self._hooked = False

    @contextmanager
    def over(self, root: Path, work: Work) -> Iterator[None]:
        if not self._hooked:
            self._hooked = True
            sys.addaudithook(self._hear)
        self._root = str(root.resolve())
        self._work, self._sources = work, tuple(f"{self._root}/{name}" for name in _SOURCES)
        try:
            yield
        finally:
            self._work = None

    def _hear(self, event: str, values: tuple[Any, ...]) -> None:
        if self._work is None or (event != "open" and event not in _EVENTS):
            return
        if not isinstance(values[0], str | os.PathLike):
            return  # what is open already
        path = os.fspath(values[0])
        if Path(path).is_absolute() and not path.startswith(self._root):
            return  # Python's own, such as compiled modules; names in a folder that is open are ours
        if event != "open":
            self._work[_EVENTS[event]] += 1
        elif values[2] & os.O_CREAT:
            self._work["created"] += 1
        elif path.startswith(self._sources):
            self._work["sources"] += not values[2] & getattr(os, "O_DIRECTORY", 0)


_WATCH = _Watch()


def build(root: Path, warm: builder.Warm | None = None) -> tuple[Report, Work]:
    """A build of the whole network in this process, with the check for nothing to do before it; what it cost."""
    options = Options(root, root / "dist", TODAY, jobs=1)
    work: Work = Counter()
    with pytest.MonkeyPatch.context() as patch, _WATCH.over(root, work):
        _count_calls(patch, work)
        patch.setattr(
            publish, "sync", _counted(lambda _trees: None, "syncs", work)
        )  # it would wait for other tests too
        patch.setattr(touched, "MARGIN", 0)  # nobody edits while this runs
        inputs = noop.Inputs(options)
        report = noop.nothing_to_do(options, inputs) or builder.build(options, lambda *_: None, warm, inputs)
    work["texts"], work["plain"] = report.parsed, report.fallbacks
    return report, work


def _counted(does: Callable[..., Any], name: str, work: Work) -> Callable[..., Any]:
    def instead(*args: Any, **kwargs: Any) -> Any:
        work[name] += 1
        return does(*args, **kwargs)

    return instead


def _count_calls(patch: pytest.MonkeyPatch, work: Work) -> None:
    def render(self: Templates, name: str, *args: Any) -> str:
        work[_KINDS.get(name.rpartition(":")[2].partition("/")[0], "frames")] += 1
        return rendered(self, name, *args)

    rendered = Templates.render
    patch.setattr(Templates, "render", render)
    methods: tuple[tuple[type, str, str], ...] = (
        (Page, "__init__", "pages"),
        (Pages, "_use", "cards"),  # no Frozen is made by a function that could be counted
        (Maker, "program", "programs"),
        (Filler, "fill", "joined"),
    )
    for kind, method, name in methods:
        patch.setattr(kind, method, _counted(getattr(kind, method), name, work))
    functions = ((digests.digest, "digests"), (source.parse_yaml, "yaml"), (hashlib.sha256, "hashed"))
    for function, name in functions:
        instead = _counted(function, name, work)
        for module in [m for at, m in sys.modules.items() if at.partition(".")[0] == "sitegen"]:
            for attribute in [at for at, value in vars(module).items() if value is function]:
                patch.setattr(module, attribute, instead)
