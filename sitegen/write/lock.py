"""One build at a time: a kernel lock on the output folder, which no crash can leave behind."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.problems import Place, Refused, problem
from sitegen.write.files import FILE_MODE, NOFOLLOW, OURS, refusal, shown

if sys.platform != "win32":
    import fcntl


@contextmanager
def locked(dest: Path, wait: bool) -> Iterator[None]:
    """Holds the lock of a claimed output folder. If another process has it: waits, or raises Refused."""
    path = os.path.join(dest, OURS, "lock")
    try:
        handle = _Lock(path)
    except OSError as error:
        raise refusal(error, path) from error
    try:
        try:
            taken = handle.take(wait)
        except OSError as error:
            raise refusal(error, path) from error
        if not taken:
            raise Refused(problem("output-locked", Place(shown(str(dest))), pid=handle.holder()))
        try:
            yield
        finally:
            handle.release()
    finally:
        handle.close()


if sys.platform != "win32":

    class _Lock:
        """`flock`: belongs to the open file, so it ends with the process; the pid inside is for the message only."""

        def __init__(self, path: str) -> None:
            flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | NOFOLLOW
            self._fd = os.open(path, flags, FILE_MODE)

        def take(self, wait: bool) -> bool:
            try:
                fcntl.flock(self._fd, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            os.ftruncate(self._fd, 0)
            os.pwrite(self._fd, b"%d\n" % os.getpid(), 0)
            return True

        def holder(self) -> str:
            text = os.pread(self._fd, 20, 0).decode("ascii", "replace").strip()
            return text if text.isdecimal() else "?"

        def release(self) -> None:
            # The pid must not outlive the lock. A forked worker shares the open file: unlock, do not just close.
            os.ftruncate(self._fd, 0)
            fcntl.flock(self._fd, fcntl.LOCK_UN)

        def close(self) -> None:
            os.close(self._fd)

else:
    from filelock import FileLock, Timeout

    class _Lock:
        """`filelock`; the pid lies beside it, since Windows does not let others read a locked file."""

        def __init__(self, path: str) -> None:
            self._lock = FileLock(path)
            self._pid = path + ".pid"

        def take(self, wait: bool) -> bool:
            try:
                self._lock.acquire(timeout=-1 if wait else 0)
            except Timeout:
                return False
            with open(self._pid, "w", encoding="ascii") as file:
                file.write(str(os.getpid()))
            return True

        def holder(self) -> str:
            try:
                with open(self._pid, encoding="ascii") as file:
                    return file.read(20)
            except (OSError, ValueError):
                return "?"

        def release(self) -> None:
            with suppress(OSError):
                os.unlink(self._pid)
            self._lock.release()

        def close(self) -> None:
            pass
