"""The project as it was at a git revision. The only file that runs git, which knows its own store best.

git is called with a list of arguments, never through a shell, and only to read.
"""

import io
import os
import subprocess
import tarfile
from pathlib import Path
from posixpath import dirname, join, normpath

from sitegen.problems import Place, Problem, Refused, problem

# What a hook of git sets for its own calls would point ours elsewhere.
_OTHERS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")


def commit_of(root: Path, revision: str) -> str:
    """The commit (40 or 64 hex digits) that a revision names for the project in `root`.

    Raises Refused without git, outside a repository, or for a revision that git does not know.
    """
    inside = _git(root, "rev-parse", "--is-inside-work-tree")
    if inside.returncode != 0 or inside.stdout.strip() != b"true":
        raise Refused(_said("git-no-repository", inside))
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode != 0:
        raise Refused(problem("git-revision-unknown", Place("--against"), revision=revision))
    return found.stdout.decode("ascii").strip()


def files_of(root: Path, commit: str, names: tuple[str, ...], target: Path) -> None:
    """Writes those files and folders of the project that it had at a commit into `target`, an empty folder.

    Raises Refused if there was no project there, or if a file cannot be read or written.
    """
    listed = _git(root, "ls-tree", "--name-only", "-z", commit, "--", *names)
    there = [name for name in listed.stdout.decode("utf-8", "replace").split("\0") if name]
    if listed.returncode != 0 or names[0] not in there:
        raise Refused(problem("git-no-project", Place("--against"), revision=commit[:12]))
    packed = _git(root, "archive", "--format=tar", commit, "--", *there)
    if packed.returncode != 0:
        raise Refused(_said("git-failed", packed))
    try:
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as tar:
            for member in tar:
                _lay(tar, member, target)
    except (tarfile.TarError, OSError) as error:
        raise Refused(problem("git-failed", Place("--against"), reason=str(error))) from error


def _lay(tar: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> None:
    """Writes a file, folder or link; OSError for one that would lead out of `target` (the filters of tarfile, which
    know that too, came with Python 3.11.4)."""
    path = target / member.name
    inside = normpath(member.name)
    if member.issym():
        inside = normpath(join(dirname(member.name), member.linkname))
    if inside.startswith(("/", "../")) or inside == "..":
        raise OSError(f"{member.name}: {member.linkname or '..'}")
    if member.isdir():
        path.mkdir(parents=True, exist_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if member.issym():
        path.symlink_to(member.linkname)
    elif data := tar.extractfile(member):
        path.write_bytes(data.read())


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    env = {name: value for name, value in os.environ.items() if name not in _OTHERS}
    try:
        return subprocess.run(
            ["git", *words], cwd=root, env={**env, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
            stdin=subprocess.DEVNULL, capture_output=True, check=False,
        )  # fmt: skip
    except OSError as error:
        raise Refused(problem("git-missing", Place("--against"), reason=error.strerror or "")) from error


def _said(rule: str, done: subprocess.CompletedProcess[bytes]) -> Problem:
    """A Problem with the first line that git said."""
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return problem(rule, Place("--against"), reason=said[0] if said else f"git: {done.returncode}")
