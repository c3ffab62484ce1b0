"""Which tree is live: publish, recover, roll back, prune. Each site is wholly old or wholly new at every moment."""

import errno
import functools
import os
import platform
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from sitegen.problems import Place, Problem, Refused, problem
from sitegen.write.files import FOLDER_MODE, OPEN_FOLDER, OURS, refusal, shown, sync_file, sync_folder
from sitegen.write.folders import foreign, remove_tree, scan
from sitegen.write.manifest import MANIFEST, UNSEALED, read

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAMEAT2 = {"x86_64": 316, "aarch64": 276}
# EPERM: old container sandboxes say so for calls that they do not know.
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}


def publish(dest: str, domains_changed: Sequence[str]) -> None:
    """Makes the finished trees live: all bytes to disk first, once for the run, then one exchange for each site.

    A site that cannot be exchanged does not hold up the others; Refused then names it at the end.
    """
    if not domains_changed:
        return
    try:
        sync([_path(dest, "prev", domain) for domain in domains_changed])
    except OSError as error:
        raise refusal(error, dest) from error
    failed: list[Problem] = []
    for domain in domains_changed:
        new = _path(dest, "prev", domain)
        try:
            os.replace(os.path.join(new, UNSEALED), os.path.join(new, MANIFEST))
            _swap(dest, domain)
        except OSError as error:
            failed += refusal(error, os.path.join(dest, domain)).problems
    _settle(dest)
    if failed:
        raise Refused(*failed)


def recover(dest: str) -> None:
    """Ends what a killed run left behind. Run under the lock, before anything is read; may itself be interrupted."""
    try:
        for domain in _names(os.path.join(dest, OURS, "swap")):
            _recover(dest, domain)
        for name in _names(os.path.join(dest, OURS, "trash")):
            remove_tree(_path(dest, "trash", name))
    except OSError as error:
        raise refusal(error, os.path.join(dest, OURS)) from error


def rollback(dest: str, domain: str) -> None:
    """Makes the previous version live again, and the live one the previous. Refused if there is none that is whole,
    or if a file that the web officer added meanwhile would be lost from sight."""
    live, prev = os.path.join(dest, domain), _path(dest, "prev", domain)
    now = read(live)
    if not now or not read(prev):
        raise Refused(problem("rollback-impossible", Place(shown(live)), domain=domain))
    unknown = [path for path in _foreign(live) if not _same(f"{live}/{path}", f"{prev}/{path}")]
    if unknown:
        raise Refused(*(_foreign_problem(live, domain, now[0].site, path) for path in unknown))
    try:
        _swap(dest, domain)
    except OSError as error:
        raise refusal(error, live) from error
    _settle(dest)


def prune(dest: str, domains: Sequence[str]) -> None:
    """Removes sites that are gone, both trees. Refused, with nothing removed, if one holds anything not ours."""
    problems: list[Problem] = []
    for domain in domains:
        live = os.path.join(dest, domain)
        now = read(live)
        if now is None:
            problems.append(problem("output-not-ours", Place(shown(live)), path=shown(live)))
        else:
            problems += [_foreign_problem(live, domain, now[0].site, path) for path in _foreign(live)]
    if problems:
        raise Refused(*problems)
    for domain in domains:
        try:
            # Out of sight in one step; a removal that is cut short is ended by `recover`.
            for path in (_path(dest, "prev", domain), os.path.join(dest, domain)):
                gone = _path(dest, "trash", domain)
                remove_tree(gone)
                if os.path.lexists(path):
                    os.makedirs(os.path.dirname(gone), FOLDER_MODE, exist_ok=True)
                    os.rename(path, gone)
                    remove_tree(gone)
        except OSError as error:
            raise refusal(error, os.path.join(dest, domain)) from error
    _settle(dest)


def domains_present(dest: str) -> tuple[str, ...]:
    """The folders of the output folder that carry our manifest, sorted."""
    with suppress(FileNotFoundError), os.scandir(dest) as entries:
        return tuple(
            sorted(
                entry.name
                for entry in entries
                if entry.is_dir(follow_symlinks=False)
                and not entry.name.startswith(".")
                and os.path.isfile(os.path.join(entry.path, MANIFEST))
            )
        )
    return ()


def exchange(one: str, other: str) -> bool:
    """Lets two folders change places in one step; False where the system or the disk cannot."""
    call = _renameat2()
    if call is None:
        return False
    import ctypes

    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), one)


def sync(trees: Sequence[str]) -> None:
    """Waits until all these trees are on disk: one call for the whole disk where there is one."""
    library = _libc()
    if library is not None and hasattr(library, "syncfs"):
        import ctypes

        fd = os.open(trees[0], OPEN_FOLDER)
        try:
            if library.syncfs(fd) != 0:
                code = ctypes.get_errno()
                raise OSError(code, os.strerror(code))
        finally:
            os.close(fd)
    elif hasattr(os, "sync"):
        os.sync()
    else:
        for tree in trees:
            for folder, _, names in os.walk(tree):
                for name in names:
                    sync_file(os.path.join(folder, name))


def _swap(dest: str, domain: str) -> None:
    """Live and previous change places; the first time there is no live one yet."""
    live, prev, aside = os.path.join(dest, domain), _path(dest, "prev", domain), _path(dest, "swap", domain)
    if not os.path.lexists(live):
        os.rename(prev, live)
        return
    if exchange(live, prev):
        return
    # That `aside` exists is the journal: `_recover` knows from it and from what is missing how far we came.
    os.makedirs(os.path.dirname(aside), FOLDER_MODE, exist_ok=True)
    os.rename(live, aside)
    try:
        os.rename(prev, live)
    except OSError:
        os.rename(aside, live)
        raise
    os.rename(aside, prev)


def _recover(dest: str, domain: str) -> None:
    live, prev, aside = os.path.join(dest, domain), _path(dest, "prev", domain), _path(dest, "swap", domain)
    if not os.path.lexists(live):
        if not os.path.lexists(os.path.join(prev, MANIFEST)):
            os.rename(aside, live)
            return
        os.rename(prev, live)
    remove_tree(prev)  # not there, unless someone else has been at it; what was live is worth more
    os.makedirs(os.path.dirname(prev), FOLDER_MODE, exist_ok=True)
    os.rename(aside, prev)


def _settle(dest: str) -> None:
    """The names of the trees to disk."""
    try:
        for folder in (dest, os.path.join(dest, OURS, "prev")):
            if os.path.isdir(folder):
                sync_folder(folder)
    except OSError as error:
        raise refusal(error, dest) from error


def _path(dest: str, drawer: str, domain: str) -> str:
    return os.path.join(dest, OURS, drawer, domain)


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except FileNotFoundError:
        return []


def _foreign(tree: str) -> list[str]:
    found, recorded = scan(tree), read(tree)
    if found is None or recorded is None:
        return []
    return foreign(found, recorded[0].files, ())


def _foreign_problem(tree: str, domain: str, site: str, path: str) -> Problem:
    place = Place(shown(f"{tree}/{path}"))
    return problem("output-foreign-file", place, sites=(site,), path=path, domain=domain, site=site)


def _same(one: str, other: str) -> bool:
    try:
        first, second = os.lstat(one), os.lstat(other)
    except OSError:
        return False
    return os.path.samestat(first, second)


@functools.cache
def _libc() -> Any:
    """The C library on Linux, else None. Loaded late: most runs publish nothing."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    try:
        return ctypes.CDLL(None, use_errno=True)
    except OSError:
        return None


@functools.cache
def _renameat2() -> Callable[[bytes, bytes], int] | None:
    library = _libc()
    if library is None:
        return None
    if hasattr(library, "renameat2"):
        return lambda a, b: int(library.renameat2(_AT_FDCWD, a, _AT_FDCWD, b, _RENAME_EXCHANGE))
    import ctypes

    number = _RENAMEAT2.get(platform.machine())
    # The number of a 64-bit system is not that of a 32-bit process on it.
    if number is None or sys.maxsize < 2**32:
        return None
    return lambda a, b: int(library.syscall(number, _AT_FDCWD, a, _AT_FDCWD, b, ctypes.c_uint(_RENAME_EXCHANGE)))
