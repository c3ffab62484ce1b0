"""Single files: create, read, replace; and what becomes of an error of the operating system."""

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sitegen.problems import Place, Refused, problem

OURS = ".sitegen"
"""The folder inside the output folder that is ours alone."""

FILE_MODE = 0o644
FOLDER_MODE = 0o755

# Not every system has every flag; a missing one asks for nothing.
NOFOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
_COMMON: int = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | NOFOLLOW | _COMMON
_APPEND = os.O_WRONLY | os.O_APPEND | NOFOLLOW | _COMMON
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _COMMON
OPEN_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | NOFOLLOW | _COMMON

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def refusal(error: OSError, path: str, sites: tuple[str, ...] = ()) -> Refused:
    """The Refused that says which path could not be written and what to do about it."""
    name = shown(path)
    if error.errno in _FULL:
        code = "EDQUOT" if error.errno != errno.ENOSPC else "ENOSPC"
        return Refused(problem("disk-full", Place(name), sites=sites, path=name, figures=code))
    reason = error.strerror or type(error).__name__
    return Refused(problem("write-failed", Place(name), sites=sites, path=name, reason=reason))


def shown(path: str) -> str:
    """A path as messages name it: relative to the current folder if it lies in there, with forward slashes."""
    full = os.path.abspath(path)
    here = os.getcwd()
    inside = full.startswith(here.rstrip(os.sep) + os.sep)
    return (os.path.relpath(full, here) if inside else full).replace(os.sep, "/")


def umask_alters() -> bool:
    """Whether the umask of this process would change our modes, so that they must be set once more."""
    if sys.platform == "win32":
        return False
    mask = os.umask(0o022)
    os.umask(mask)
    return bool(mask & FOLDER_MODE)


def create(name: str, data: bytes, dir_fd: int | None, set_mode: bool) -> None:
    """A new file with these bytes; FileExistsError if anything has that name. An error at close is an error."""
    fd = os.open(name, _CREATE, FILE_MODE, dir_fd=dir_fd)
    try:
        if set_mode and sys.platform != "win32":
            os.fchmod(fd, FILE_MODE)
        done = os.write(fd, data)
        while done < len(data):
            done += os.write(fd, memoryview(data)[done:])
    finally:
        os.close(fd)


def read_regular(name: str, dir_fd: int | None = None, *, follow: bool = False) -> bytes:
    """The bytes of a regular file; OSError for anything else, so that no pipe or device can hold us up."""
    return _read(os.open(name, _READ if follow else _READ | NOFOLLOW, dir_fd=dir_fd), -1)


def read_some(name: str, most: int) -> bytes:
    """As `read_regular`, but no more than the first `most` bytes."""
    return _read(os.open(name, _READ | NOFOLLOW), most)


def open_regular(name: str) -> int:
    """A regular file, open for reading, which whoever asked closes; OSError for anything else."""
    fd = os.open(name, _READ | NOFOLLOW)
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        os.close(fd)
        raise OSError(errno.EINVAL, "not a regular file")
    return fd


def _read(fd: int, most: int) -> bytes:
    with open(fd, "rb") as file:
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        return file.read(most)


def write_atomically(path: str | os.PathLike[str], data: bytes | Iterator[bytes], *, fsync: bool = False) -> None:
    """Replaces one file as a whole: written beside it, then renamed. Raises Refused when that fails. What is large may
    come in parts.

    The temporary name is fixed, so that a killed run leaves at most one left-over, which the next one removes.
    """
    target = os.fspath(path)
    folder, name = os.path.split(target)
    beside = os.path.join(folder, f".{name}.tmp")
    try:
        _anew(beside, data if isinstance(data, bytes) else b"")
        for part in () if isinstance(data, bytes) else data:
            append(beside, part)
        if fsync:
            sync_file(beside)
        os.replace(beside, target)
        if fsync:
            sync_folder(folder or ".")
    except OSError as error:
        with suppress(OSError):
            os.unlink(beside)
        raise refusal(error, target) from error


def _anew(name: str, data: bytes) -> None:
    with suppress(FileNotFoundError):
        os.unlink(name)
    create(name, data, None, umask_alters())


def remember(path: str | os.PathLike[str], data: bytes) -> None:
    """A file of a cache, anew; whatever stands in its place goes, be it a link, a pipe or a folder.

    Raises OSError if that fails. Written in its place, with no name beside that a killed run would leave behind: so
    what is written must carry its own checksum, and be missing to whoever finds it torn.
    """
    name = os.fspath(path)
    clear_folder(name)
    _anew(name, data)


@contextmanager
def in_place_of(path: str, beside: str) -> Iterator[None]:
    """What is written to `beside` takes the place of a file of a cache; it goes if anything of that raises OSError.

    `beside` is a name of this process: a preview and a build may do this at once, and the last one stays.
    """
    try:
        yield
        clear_folder(path)
        os.replace(beside, path)
    except OSError:
        with suppress(OSError):
            os.unlink(beside)
        raise


def append(name: str, data: bytes) -> None:
    """Adds to the end of a file of a cache that was read before. Raises OSError; a reader must know a torn end."""
    fd = os.open(name, _APPEND)
    try:
        while data:
            data = data[os.write(fd, data) :]
    finally:
        os.close(fd)


def clear_folder(path: str) -> None:
    """Removes a folder that has the name of a file of ours, in a place where everything is ours."""
    with suppress(FileNotFoundError):
        if stat.S_ISDIR(os.lstat(path).st_mode):
            shutil.rmtree(path)


def write_new(path: str | os.PathLike[str], data: bytes) -> None:
    """Writes a file as a whole under a name that nothing has. Raises FileExistsError if anything has it, else Refused.

    Written beside it, then linked to its name: unlike a rename, that never replaces anything (POSIX link).
    """
    target = os.fspath(path)
    folder, name = os.path.split(target)
    beside = os.path.join(folder, f".{name}.tmp")
    try:
        _anew(beside, data)
        try:
            sync_file(beside)
            _link_new(beside, target, data)
        finally:
            os.unlink(beside)
        sync_folder(folder or ".")
    except FileExistsError:
        raise
    except OSError as error:
        raise refusal(error, target) from error


def _link_new(beside: str, target: str, data: bytes) -> None:
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # no hard links here, as on a USB stick: at least never in the place of another file
        try:
            create(target, data, None, umask_alters())
        except FileExistsError:
            raise
        except OSError:
            with suppress(OSError):
                os.unlink(target)
            raise


def sync_file(path: str) -> None:
    """Waits until one file is on disk."""
    # Windows flushes only handles that may write.
    fd = os.open(path, os.O_RDWR | NOFOLLOW | _COMMON)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def sync_folder(path: str) -> None:
    """Waits until the names in a folder are on disk, where the system has such a thing."""
    if sys.platform == "win32":
        return
    fd = os.open(path, OPEN_FOLDER)
    try:
        os.fsync(fd)
    except OSError as error:
        # Some network file systems cannot sync a folder at all; there is nothing more to be done there.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(fd)
