"""The packages of this project, each at a locked version whose hash is checked. `python -m tests.setup.packages`.

    python -m tests.setup.packages build    what `sitegen build` needs: build.lock
    python -m tests.setup.packages test     all that tests, style and types need: test.lock
    python -m tests.setup.packages renew    makes both files anew by pyproject.toml; needs uv

Installs into the Python that runs it, a virtual environment, with sitegen itself in editable mode. Packages of a
lock come as wheels only: nothing of theirs runs while it is installed. A wheel with another hash ends it with 1.
Where no wheel fits (a Python or system that the lock does not know), it says so and installs by pyproject.toml.
"""

import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
EXTRAS = {"build": "", "test": "dev"}  # what each lock has besides what sitegen needs to run
COOLING = "7 days"  # a release that turns out to be malicious is mostly found and withdrawn within days
MISMATCH = "DO NOT MATCH THE HASHES"  # pip says nothing of it by its exit code
_PIP = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")


def lock(name: str) -> Path:
    """The file of a lock, `build` or `test`."""
    return FOLDER / f"{name}.lock"


def install(name: str) -> int:
    """Installs a lock and sitegen; gives the exit code. Says what it did, and all that pip complained of."""
    path = lock(name).relative_to(ROOT).as_posix()
    ours = f".[{EXTRAS[name]}]" if EXTRAS[name] else "."
    done = _run(*_PIP, "--require-hashes", "--only-binary", ":all:", "-r", path)
    if done.returncode == 0:  # sitegen itself then finds all it asks for; what is not in the lock is not looked for
        done = _run(*_PIP, "--no-index", "--no-build-isolation", "-e", ours)
    if done.returncode == 0:
        print(f"packages: as locked in {path}, hashes checked")
        return 0
    print(done.stderr.strip())
    if MISMATCH in done.stderr:
        print(f"packages: NOT installed: what came is not what {path} names (see above). Do not go on.")
        return 1
    print(f"packages: NOTICE: {path} does not fit (see above); now by pyproject.toml, hashes UNCHECKED")
    done = _run(*_PIP, "-e", ours)
    if done.returncode:
        print(done.stderr.strip())
    return done.returncode


def renew() -> int:
    """Makes both locks anew, for Python 3.11 and later on all systems; what is in both has one version."""
    if find_spec("uv") is None:
        print("packages: renewing needs uv: python -m pip install uv")
        return 2
    backend = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    for name, more in (("test", ()), ("build", ("--constraint", lock("test").relative_to(ROOT).as_posix()))):
        done = subprocess.run(
            [
                *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
                *("--no-config", "--generate-hashes", "--upgrade", "--exclude-newer", COOLING, *more),
                *("--custom-compile-command", "python -m tests.setup.packages renew"),
                *(("--extra", EXTRAS[name]) if EXTRAS[name] else ()),
                *("pyproject.toml", "-", "--output-file", lock(name).relative_to(ROOT).as_posix()),
            ],
            cwd=ROOT,
            input="\n".join(backend),
            stdout=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        if done.returncode:
            return done.returncode
    return 0


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )


def main(words: list[str]) -> int:
    """Does what the one word says; gives the exit code."""
    if words == ["renew"]:
        return renew()
    if len(words) == 1 and words[0] in EXTRAS:
        return install(words[0])
    print("usage: python -m tests.setup.packages build|test|renew")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
