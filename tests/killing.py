"""Killing a build: a child that dies at a system call of ours, as if the machine had been switched off there."""

import os
import signal
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sitegen.write import publish

# All that changes what lies on disk, with `publish.exchange`: between two of these, one moment is like another.
_CALLS = ("open", "mkdir", "link", "symlink", "unlink", "rename", "replace", "rmdir", "write", "ftruncate", "chmod")


def killed_at(step: int, act: Callable[[], object]) -> bool:
    """Runs `act` in a child, with processes of its own if it makes any, that is killed just before such a call,
    number `step` (from 0); False if it ended before that. Fails if the child fails by itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # a test runner may have threads
        pid = os.fork()
    if pid == 0:
        status = 1
        try:
            os.setsid()  # its workers are killed with it
            _arm(step)
            act()
            status = 0
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    assert status in (0, -signal.SIGKILL), f"the child failed by itself: {status}"
    return status != 0


def _arm(step: int) -> None:
    """Counts calls in this process; its children count on from where they were forked."""
    count = 0

    def deadly(call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **kwargs: Any) -> Any:
            nonlocal count
            if count >= step:
                os.kill(os.getpid(), signal.SIGKILL)
            count += 1
            return call(*args, **kwargs)

        return counted

    for name in _CALLS:
        setattr(os, name, deadly(getattr(os, name)))
    publish.exchange = deadly(publish.exchange)
