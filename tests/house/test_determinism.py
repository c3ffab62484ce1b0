"""Same sources, same bytes and modes: whatever the machine, the user, the folder, the number of processes."""

import getpass
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.diary.network import network
from tests.house.command import environment, python
from tests.reproduce.circumstances import CIRCUMSTANCES, Circumstance, Shape, UnavailableError, digest, run

DAY = "2026-11-21"
FIRST = Circumstance("as it is", ("--jobs", "1"), env={"PYTHONHASHSEED": "0"})


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tetap") / "proyek"


@pytest.fixture(scope="module")
def wanted(project: Path) -> Shape:
    return run(network().all_files(), project, DAY, FIRST, first=True)


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder that other users may enter, unlike those of pytest; its name has a space and a letter beyond ASCII."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made) / "folder lain é"


def test_modes(wanted: Shape) -> None:
    assert {mode for path, (mode, _) in wanted.items() if not path.startswith(".sitegen/")} == {0o755, 0o644}


def test_packages_are_compared_too(wanted: Shape) -> None:
    assert sum(path.endswith("-luring.zip") for path in wanted) == len(network().sites)


def test_nothing_of_this_machine(project: Path, wanted: Shape) -> None:
    words = [str(project), str(project.parent), str(Path.home()) + "/", socket.gethostname()]
    if len(getpass.getuser()) > 4:
        words.append(getpass.getuser())
    for path, (_, content) in wanted.items():
        data = (project / "dist" / path).read_bytes() if content else b""
        # A short name may stand in any compressed bytes.
        for word in words[:3] if path.endswith((".png", ".webp", ".zip")) else words:
            assert word.encode() not in data, path


@pytest.mark.parametrize("one", CIRCUMSTANCES, ids=lambda one: one.name)
def test_same_bytes(elsewhere: Path, wanted: Shape, one: Circumstance) -> None:
    try:
        found = run(network().all_files(), elsewhere, DAY, one)
    except UnavailableError as reason:
        pytest.skip(str(reason))
    assert found.keys() == wanted.keys()
    for path, value in wanted.items():
        assert found[path] == value, path


def test_one_digest_stands_for_bytes_and_modes(wanted: Shape) -> None:
    path, (mode, content) = next((path, value) for path, value in wanted.items() if value[1])
    for other in ((mode | 0o020, content), (mode, "0" * 64)):
        assert digest({**wanted, path: other}) != digest(wanted)
    assert digest({**wanted, path + "x": (mode, content)}) != digest(wanted)
    assert digest(dict(reversed(wanted.items()))) == digest(wanted)


def test_source_date_epoch(tmp_path: Path) -> None:
    """The day of SOURCE_DATE_EPOCH is that in Jakarta."""
    code = "from sitegen.days import today_of; print(today_of(None))"
    for epoch, day in (("1795280399", "2026-11-21"), ("1795280400", "2026-11-22")):
        done = python(code, cwd=tmp_path, env=environment(SOURCE_DATE_EPOCH=epoch, TZ="America/New_York"))
        assert done.stdout.strip() == day
