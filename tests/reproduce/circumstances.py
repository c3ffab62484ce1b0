"""Clean builds of one project under all the circumstances of a table, and all that came of them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.house.command import environment

Files = Mapping[str, bytes]
Shape = dict[str, tuple[int, str]]  # path to mode and SHA-256, of a folder to mode and ""

PACKAGES = (("package", "--offline"),)  # what else is made from a tree: each time after the build
OTHER = 65534  # nobody, on Linux
_OLD = 315_532_800  # 1980-01-01, before which no zip has times
# umask and locale are set inside, so that one process is one build. What a later build may skip is always noted, as
# after any edit that is two seconds old.
_RUN = """
import locale, os, sys
os.umask(int(sys.argv.pop(1), 8))
locale.setlocale(locale.LC_ALL, "")
import sitegen.noop
sitegen.touched.MARGIN = -(10**12)
from sitegen.cli import main
main()
"""


@dataclass(frozen=True)
class Circumstance:
    """What differs from the first build, besides its folder and the order, times and modes of its sources."""

    name: str
    args: tuple[str, ...] = ()
    umask: str = "022"
    env: Mapping[str, str] = field(default_factory=dict)
    locale: str = ""  # of the C library, as `localedef` makes it: tr_TR
    other_user: bool = False


CIRCUMSTANCES = (
    Circumstance("another order of sets", env={"PYTHONHASHSEED": "1"}),
    Circumstance(
        "yet another, without assertions and docstrings", env={"PYTHONHASHSEED": "4711", "PYTHONOPTIMIZE": "2"}
    ),
    Circumstance("a zone far in the east, locale C", env={"TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
    Circumstance("a zone in the west, Turkish i", env={"TZ": "America/Los_Angeles"}, locale="tr_TR"),
    Circumstance("Indonesian locale and zone", env={"TZ": "Asia/Jayapura"}, locale="id_ID"),
    Circumstance("no UTF-8 mode, all pages anew", ("--full",), env={"PYTHONUTF8": "0", "LANG": "C", "LC_ALL": "C"}),
    Circumstance("private umask", umask="077"),
    Circumstance("open umask", umask="000"),
    Circumstance("two processes", ("--jobs", "2"), "077"),
    Circumstance("four processes", ("--jobs", "4"), env={"PYTHONHASHSEED": "9"}),
    Circumstance("two processes, started by spawn", ("--jobs", "2"), env={"SITEGEN_START_METHOD": "spawn"}),
    Circumstance("another user", other_user=True),
)


class UnavailableError(Exception):
    """This machine cannot bring about a circumstance; says why."""


def lay(files: Files, root: Path, *, backwards: bool) -> None:
    """Writes the sources, forwards or in the opposite order and then with times of many years and strict modes."""
    for path, data in sorted(files.items(), reverse=backwards):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        if backwards:
            seconds = _OLD + int.from_bytes(sha256(path.encode()).digest()[:4], "big") // 3
            os.utime(target, (seconds, seconds))
            target.chmod(0o600)


def run(files: Files, root: Path, day: str, one: Circumstance, *, first: bool = False, python: str = "") -> Shape:
    """Lays the sources, builds and packs them in a process of its own; gives what lies in `dist/` then.

    Raises UnavailableError, before anything is written, and AssertionError for a build that fails.
    """
    env = environment(**{**one.env, **(_locale(one.locale) if one.locale else {})})
    command = [python or sys.executable, "-c", _RUN, one.umask]
    user = None
    if one.other_user:
        prefix, user = _as_other(command[0])
        command = [*prefix, *command]
    lay(files, root, backwards=not first)
    if user is not None:
        for path in (root, *root.rglob("*")):
            os.chown(path, user, user)
    elsewhere = root if first else root.parent
    for words in (("build", "--date", day, *one.args), *PACKAGES):
        done = subprocess.run(
            [*command, "-C", str(root), *words],
            cwd=elsewhere,
            env=env,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            user=user,
            group=user,
            extra_groups=None if user is None else (),
            check=False,
        )
        assert done.returncode == 0, f"{one.name}: {words[0]}\n{done.stdout}{done.stderr}"
    return shape(root / "dist")


def shape(dest: Path) -> Shape:
    """Every folder and file of the trees and every package: mode and digest. Cache and lock are not published."""
    found: Shape = {}
    for path in dest.rglob("*"):
        name = path.relative_to(dest).as_posix()
        if not name.startswith(".sitegen") or name.startswith(".sitegen/paket/"):
            data = sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
            found[name] = (path.lstat().st_mode & 0o7777, data)
    return found


def digest(found: Shape) -> str:
    """One SHA-256 of a shape: of its lines `mode digest path`, sorted by path."""
    lines = (f"{mode:04o} {data or '-'} {path}\n" for path, (mode, data) in sorted(found.items()))
    return sha256("".join(lines).encode()).hexdigest()


@cache
def _locale(name: str) -> Mapping[str, str]:
    """The environment of a locale that the C library has, or that can be made for it here."""
    wanted = f"{name}.UTF-8"
    test = "import locale; locale.setlocale(locale.LC_ALL, '')"
    for folder in ("", _locales().name):
        env = {"LC_ALL": wanted, "LANG": wanted, **({"LOCPATH": folder} if folder else {})}
        if folder and not _make_locale(name, Path(folder, wanted)):
            continue
        if subprocess.run([sys.executable, "-c", test], env=environment(**env), capture_output=True).returncode == 0:
            return env
    raise UnavailableError(f"no locale {wanted} here, and no localedef that makes it")


@cache
def _locales() -> TemporaryDirectory[str]:
    """A folder for locales that are made here; it goes when this process ends."""
    return TemporaryDirectory()


def _make_locale(name: str, target: Path) -> bool:
    program = shutil.which("localedef")
    if program is None:
        return False
    command = [program, "--no-archive", "--force", "-i", name, "-f", "UTF-8", str(target)]
    subprocess.run(command, capture_output=True, check=False)  # warnings end it with 1
    return target.is_dir()


@cache
def _as_other(python: str) -> tuple[tuple[str, ...], int | None]:
    """How a program is run by another user: a prefix to the command, or a number for root to become."""
    test = [python, "-c", "import os, sitegen.cli, jinja2, PIL; print(os.getuid())"]
    ways: list[tuple[tuple[str, ...], int | None]] = []
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        ways.append(((), OTHER))
    if program := shutil.which("unshare"):  # a name space of users: Linux, where the kernel lets it
        ways.append(((program, "--user", "--map-user=4711", "--map-group=4711"), None))
    for prefix, user in ways:
        try:
            done = subprocess.run([*prefix, *test], env=environment(), cwd="/", capture_output=True, user=user)
        except OSError:
            continue
        if done.returncode == 0 and int(done.stdout) != os.getuid():
            return prefix, user
    raise UnavailableError("needs root and packages that other users may read, or a kernel with name spaces for users")
