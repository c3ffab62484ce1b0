"""Sites are made by whatever workers there are: the same bytes, and nothing lost with a worker that dies."""

import os
import shutil
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from functools import partial
from itertools import count
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any

import pytest

from sitegen import build as builder
from sitegen.supervised import start_method
from sitegen.work import Crew, make_all
from sitegen.write.trees import Tree
from tests.conftest import add_theme, build_project, read_tree

NETWORK = Path(__file__).parents[1] / "golden/network"


class Another(Executor):
    """An Executor that is none of Python's own, with a worker that inherits nothing: it does each job when asked."""

    def __init__(self, _workers: int, **first: Any) -> None:
        self._pool = ProcessPoolExecutor(1, get_context("spawn"), **first)

    def submit(self, does: Callable[..., Any], /, *args: Any, **named: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(self._pool.submit(does, *args, **named).result())
        return done

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._pool.shutdown(wait, cancel_futures=cancel_futures)


def started_by(method: str) -> Crew:
    return lambda workers, **first: ProcessPoolExecutor(workers, get_context(method), **first)


CREWS = {**{method: started_by(method) for method in get_all_start_methods()}, "another": Another}


def network(root: Path) -> Path:
    shutil.copytree(NETWORK, root)
    add_theme(root)
    return root


def published(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in read_tree(root / "dist").items() if not path.startswith(".sitegen/")}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes."""
    root = network(tmp_path_factory.mktemp("sendiri") / "proyek")
    assert not build_project(root).failed
    return published(root)


@pytest.mark.parametrize("crew", CREWS)
def test_any_executor_makes_the_same(
    crew: str, alone: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    processes: list[int] = []

    def counted(workers: int, **first: Any) -> Executor:
        processes.append(workers)
        return CREWS[crew](workers, **first)

    monkeypatch.setattr(builder, "make_all", partial(make_all, crew=counted))
    root = network(tmp_path / "proyek")
    assert not build_project(root, jobs=2).failed
    assert processes == [2]
    assert published(root) == alone


@pytest.mark.skipif(start_method() != "fork", reason="what kills the worker is inherited")
@pytest.mark.parametrize("before", ["nothing published", "published"])
def test_nothing_is_lost_with_a_worker(
    before: str, alone: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The kernel ends one in the midst of a site; the others may have made theirs."""
    root = network(tmp_path / "proyek")
    header = root / "themes/default/templates/partials/header.html"
    kept = header.read_text("utf-8")
    if before == "published":
        header.write_text(f"{kept}<p>Lama</p>", "utf-8")
        assert not build_project(root).failed
        header.write_text(kept, "utf-8")
    old, parent = published(root), os.getpid()

    write = Tree.write
    written = count(1)  # a worker's own from when it is forked

    def fatal(tree: Tree, path: str, data: bytes) -> None:
        write(tree, path, data)
        if os.getpid() != parent and next(written) == 40:
            os.kill(os.getpid(), signal.SIGKILL)

    with monkeypatch.context() as patch:
        patch.setattr(Tree, "write", fatal)
        patch.setattr(builder, "FEW", 0)  # it is written by several processes all the same
        report = build_project(root, jobs=2)
    assert report.failed
    assert [found.rule for found in report.problems if found.severity == "error"] == ["worker-died"]
    assert published(root) == old
    assert any((root / "dist/.sitegen/prev").rglob("*.html")), "it died before it had begun"

    assert not build_project(root, jobs=2).failed
    assert published(root) == alone
