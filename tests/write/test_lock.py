import os
import subprocess
import sys
from pathlib import Path

import pytest

import sitegen
from sitegen.write.guard import claim
from sitegen.write.lock import locked

from .helpers import refused

HOLDER = """
import sys
from pathlib import Path
from sitegen.write.lock import locked
with locked(Path(sys.argv[1]), wait=False):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def dest(tmp_path: Path) -> Path:
    claim(tmp_path / "dist", tmp_path, [])
    return tmp_path / "dist"


def holder(dest: Path) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": str(Path(sitegen.__file__).parents[1])}
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(dest)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def take(dest: Path, wait: bool) -> None:
    with locked(dest, wait):
        pass


def test_the_second_build_is_told_who_runs(dest: Path) -> None:
    with holder(dest) as process:
        error = refused(["output-locked"], lambda: take(dest, wait=False))
        assert str(process.pid) in error.problems[0].message("id")
        process.communicate("")
    take(dest, wait=False)


def test_a_killed_build_leaves_no_lock(dest: Path) -> None:
    with holder(dest) as process:
        process.kill()
        process.communicate()
    take(dest, wait=False)
    take(dest, wait=True)


def test_waiting_gets_it_in_the_end(dest: Path) -> None:
    with holder(dest) as process:
        assert process.stdin
        process.stdin.close()
        take(dest, wait=True)


def test_no_folder_no_lock(tmp_path: Path) -> None:
    refused(["write-failed"], lambda: take(tmp_path / "nothing", wait=False))
