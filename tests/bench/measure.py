"""What a whole process took, and on which machine: shared by all benches. POSIX systems only."""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import sitegen

LIBRARIES = ("jinja2", "markdown", "nh3", "pyyaml")
OURS = ("PYTHON", "SITEGEN", "SOURCE_")  # variables of whoever measures, which must not reach what is measured
SAMPLE = 0.2  # seconds between two looks at the memory of all processes


@dataclass(frozen=True)
class Used:
    """What a process and its children took: seconds of wall and of CPU (user and system), and megabytes: the peak of
    the largest process, and of all together as far as samples saw it (only Linux tells). `out` is what it printed."""

    wall: float
    cpu: float
    memory: float
    together: float
    out: bytes


def measured(command: list[str], place: Path, **variables: str) -> Used:
    """Runs a command in the folder `place`. Ends the bench if the command fails."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    env |= variables
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as wrong:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=place, env=env, stdout=out, stderr=wrong, start_new_session=True)
        over, seen = threading.Event(), [0.0]
        sampler = threading.Thread(target=_sample, args=(process.pid, over, seen))
        sampler.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        over.set()
        sampler.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        wrong.seek(0)
        text = out.read()
        if process.returncode:
            said = (text + wrong.read()).decode(errors="replace")[-4000:]
            raise SystemExit(f"bench: {' '.join(command)} ended with {process.returncode}\n{said}")
    unit = 1 if sys.platform == "darwin" else 1024
    memory = used.ru_maxrss * unit / 1e6
    return Used(wall, used.ru_utime + used.ru_stime, memory, max(seen[0], memory), text)


def _sample(session: int, over: threading.Event, seen: list[float]) -> None:
    """The most memory that the processes of a session had together; what they share counts once (PSS)."""
    while not over.wait(SAMPLE):
        total = 0
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError, ValueError, IndexError):
                words = (folder / "stat").read_text("ascii", errors="replace").rpartition(")")[2].split()
                if int(words[3]) == session:
                    lines = (folder / "smaps_rollup").read_text("ascii").splitlines()
                    total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        seen[0] = max(seen[0], total * 1024 / 1e6)


def spread(values: list[float]) -> str:
    """Median (least-most)."""
    return f"{statistics.median(values):.2f} ({min(values):.2f}-{max(values):.2f})"


def rows(head: Sequence[str], table: Iterable[Sequence[str]], *, words: bool = False) -> Iterable[str]:
    """A Markdown table: names to the left, figures to the right."""
    yield f"| {' | '.join(head)} |"
    yield f"|---|{('---|' if words else '--:|') * (len(head) - 1)}"
    for cells in table:
        yield f"| {' | '.join(cells)} |"


def put(page: Path | None, section: str, text: str) -> None:
    """Shows what was measured: in a page between `<!-- begin: section -->` and its end, or printed without a page."""
    if page is None:
        print(text)
        return
    begin, end = f"<!-- begin: {section} -->\n", f"<!-- end: {section} -->\n"
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(end)[2]
    page.write_text(f"{before}{begin}{text}\n{end}{after}", encoding="utf-8", newline="\n")


def add_places(parser: argparse.ArgumentParser) -> None:
    """The arguments that all benches have: where to work, and where to write."""
    here = Path.cwd() / ".sitegen"
    parser.add_argument("--work", type=Path, default=here, help="a folder on the disk to measure (default: .sitegen)")
    parser.add_argument("--into", type=_sectioned, metavar="PAGE", help="write into this page: docs/speed.md")


def _sectioned(word: str) -> Path:
    """A page with places for what is measured: asked before hours are spent."""
    page = Path(word)
    if not page.is_file() or "<!-- end: builds -->" not in page.read_text(encoding="utf-8"):
        raise argparse.ArgumentTypeError(f"{word} has no sections")
    return page


def machine(work: Path) -> list[tuple[str, str]]:
    """The machine, as rows of a table; `work` lies on the disk that is measured."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return [
        ("CPU", f"{_cpu_model()}, {os.cpu_count()} cores"),
        ("System", f"{platform.system()} {platform.release()} {platform.machine()}"),
        ("File system", _file_system(work)),
        ("Python", f"{platform.python_implementation()} {platform.python_version()}"),
        ("sitegen", f"{sitegen.__version__} with {libraries}"),
    ]


def _cpu_model() -> str:
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown"


def _file_system(work: Path) -> str:
    """Its type and its disk. An ext4 without a journal is named: there, creating files soon after deleting others takes
    many times as long (the kernel passes over each inode freed in the last minutes), so that figures say little."""
    device = work.stat().st_dev
    with suppress(OSError):
        for line in Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines():
            words = line.split()
            if words[2] == f"{os.major(device)}:{os.minor(device)}":
                kind, source = words[words.index("-") + 1 :][:2]
                journals = [path.name for path in Path("/proc/fs/jbd2").glob(f"{Path(source).name}-*")]
                name = f"{kind} on {Path(source).name}"
                return f"{name}, without a journal: figures say little" if kind == "ext4" and not journals else name
    return "unknown"
