"""Builds the real sites under every circumstance of a table and says whether all bytes and modes are the same.

    python -m tests.reproduce [--date 2026-11-22] [--python OTHER ...]

In the root of the repository. Prints, after all that the bytes may depend on, one digest of every file, folder and mode
and of all packages: whoever has the same sources, date and versions should see the same one. `--python` names further
Pythons that have sitegen's packages (`python -m tests.setup.packages build`). Exit code 1: something differs.
"""

import argparse
import io
import shutil
import sys
import tempfile
import zlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from sitegen.days import today_of
from sitegen.versions import LIBRARIES
from tests.house.command import REPOSITORY, python
from tests.reproduce.circumstances import CIRCUMSTANCES, Circumstance, Shape, UnavailableError, digest, run

SOURCES = ("sites.yaml", "content", "themes")
_SHOWN = 5


def sources() -> dict[str, bytes]:
    """The sources of the real sites."""
    found = {}
    for top in SOURCES:
        path = REPOSITORY / top
        for file in [path] if path.is_file() else path.rglob("*"):
            if file.is_file():
                found[file.relative_to(REPOSITORY).as_posix()] = file.read_bytes()
    return found


def versions() -> Iterator[str]:
    """What the bytes may depend on besides the sources and the code."""
    yield f"Python {'.'.join(map(str, sys.version_info[:3]))} ({sys.platform})"
    yield f"zlib {zlib.ZLIB_RUNTIME_VERSION}"
    yield from (f"{name} {version(name)}" for name in LIBRARIES)


def differences(wanted: Shape, found: Shape) -> list[str]:
    """The paths that are in one only, or have another mode or other bytes."""
    return sorted(path for path in wanted.keys() | found.keys() if wanted.get(path) != found.get(path))


def main() -> int:
    """Runs the table; gives the exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)  # each line as soon as it is known
    parser = argparse.ArgumentParser(prog="python -m tests.reproduce", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--date", help="the day of the build; else today in Jakarta", default=None)
    parser.add_argument("--python", action="append", default=[], help="a further Python to build with; repeatable")
    words = parser.parse_args()
    day = words.date or today_of(None).isoformat()
    files = sources()
    print("; ".join(versions()))
    print(f"--date {day}, {len(files)} source files")
    cases = [(one, "") for one in CIRCUMSTANCES]
    for path in words.python:
        said = python("import sys; print(sys.version.split()[0])", cwd=REPOSITORY, program=path).stdout.strip()
        cases.append((Circumstance(f"Python {said}"), path))
    failed = 0
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)  # for the other user
        wanted = run(files, Path(made, "proyek"), day, Circumstance("as it is"), first=True)
        print(f"digest of everything, {sum(bool(content) for _, content in wanted.values())} files: {digest(wanted)}")
        for number, (one, path) in enumerate(cases):
            root = Path(made, f"folder lain {number}")
            try:
                found = run(files, root, day, one, python=path)
            except UnavailableError as reason:
                print(f"  {one.name}: NOT TRIED, {reason}")
                continue
            shutil.rmtree(root)
            other = differences(wanted, found)
            failed += bool(other)
            print(f"  {one.name}: {f'{len(other)} DIFFER: ' + ', '.join(other[:_SHOWN]) if other else 'same'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
