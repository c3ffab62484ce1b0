"""Same sources, same bytes and modes: whatever the machine, the user, the folder, the number of processes."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.diary.network import network, write
from tests.house.command import environment, python

# umask and cwd are set inside, so that one process is one build. What a later build may skip is always noted, as after
# any edit that is two seconds old.
_RUN = """
import os, sys
os.umask(int(sys.argv.pop(1), 8))
import sitegen.noop
sitegen.noop.MARGIN = -(10**12)
from sitegen.cli import main
main()
"""


def build(root: Path, *args: str, cwd: Path, umask: str = "022", **env: str) -> None:
    done = python(_RUN, umask, "-C", str(root), "build", "--date", "2026-11-21", *args, cwd=cwd, env=environment(**env))
    assert done.returncode == 0, done.stdout + done.stderr


def shape(dest: Path) -> dict[str, tuple[int, bytes]]:
    """Every folder and file of the trees: mode and bytes."""
    found: dict[str, tuple[int, bytes]] = {}
    for where, folders, names in os.walk(dest):
        folders[:] = [name for name in folders if name != ".sitegen"]
        for name in (*folders, *names):
            path = Path(where, name)
            data = b"" if path.is_dir() else path.read_bytes()
            found[path.relative_to(dest).as_posix()] = (path.stat().st_mode & 0o7777, data)
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("tetap") / "proyek"
    write(root, network().all_files())
    return root


@pytest.fixture(scope="module")
def wanted(project: Path) -> dict[str, tuple[int, bytes]]:
    build(project, "-d", "keluar", "--jobs", "1", cwd=project, PYTHONHASHSEED="0")
    return shape(project / "keluar")


def test_modes(wanted: dict[str, tuple[int, bytes]]) -> None:
    assert {mode for mode, _ in wanted.values()} == {0o755, 0o644}


def test_nothing_of_this_machine(project: Path, wanted: dict[str, tuple[int, bytes]]) -> None:
    import getpass
    import socket

    words = [str(project), str(project.parent), str(Path.home()) + "/", socket.gethostname()]
    if len(getpass.getuser()) > 4:
        words.append(getpass.getuser())
    for path, (_, data) in wanted.items():
        for word in (
            words if not path.endswith((".png", ".webp")) else words[:3]
        ):  # a short name may stand in any compressed bytes
            assert word.encode() not in data, path


def cases() -> Iterator[ParameterSet]:
    yield pytest.param((), "022", {"PYTHONHASHSEED": "1"}, id="another order of sets")
    yield pytest.param((), "022", {"PYTHONHASHSEED": "4711"}, id="yet another")
    yield pytest.param((), "022", {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"}, id="far away")
    yield pytest.param(
        (), "022", {"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, id="Turkish"
    )
    yield pytest.param((), "077", {}, id="private umask")
    yield pytest.param((), "000", {}, id="open umask")
    yield pytest.param(("--jobs", "2"), "077", {}, id="two processes")
    yield pytest.param(("--jobs", "3"), "022", {"PYTHONHASHSEED": "9"}, id="three processes")
    yield pytest.param(("--jobs", "2"), "022", {"SITEGEN_START_METHOD": "spawn"}, id="spawn")
    yield pytest.param(("--full",), "022", {"PYTHONUTF8": "0", "LC_ALL": "C"}, id="full")


@pytest.mark.parametrize(("args", "umask", "env"), list(cases()))
def test_same_bytes(
    tmp_path: Path, wanted: dict[str, tuple[int, bytes]], args: tuple[str, ...], umask: str, env: dict[str, str]
) -> None:
    root = tmp_path / "folder lain é"
    files = network().all_files()
    write(root, dict(reversed(files.items())))  # another order of entries on disk
    build(root, *args, cwd=tmp_path, umask=umask, **env)
    found = shape(root / "dist")
    assert found.keys() == wanted.keys()
    for path, value in wanted.items():
        assert found[path] == value, path


def test_source_date_epoch(project: Path, tmp_path: Path) -> None:
    """The day of SOURCE_DATE_EPOCH is that in Jakarta."""
    code = "from sitegen.days import today_of; print(today_of(None))"
    for epoch, day in (("1795280399", "2026-11-21"), ("1795280400", "2026-11-22")):
        done = python(code, cwd=tmp_path, env=environment(SOURCE_DATE_EPOCH=epoch, TZ="America/New_York"))
        assert done.stdout.strip() == day
