"""Limits on templates, which are rendered where their results are needed: by an alarm and by a cap on memory.

An alarm cannot end C code that is busy; so `times` and `power` refuse what would keep it busy, and the cap on memory
refuses what would be large. Where the kernel keeps no such limits (Windows, macOS), only the two functions hold.
"""

import signal
import sys
import threading
from types import FrameType
from typing import Any

from sitegen.supervised import address_space

SECONDS = 4
"""Of processor time, for one template with all that it includes."""
SLOW = 0.1
"""Seconds from which a rendering counts as slow: three times what the slowest one of the theme takes, compiling
included. And what each may still take once slow ones have used up the budget."""
BUDGET = 8
"""Seconds for all slow renderings of a build together, in each process: a header is rendered for each site."""
MEMORY = 192 * 1024 * 1024
"""How much one rendering may ask for."""
_LONGEST = 1_000_000
_BITS = 4096


class TooCostly(BaseException):
    """It took too long. No `Exception`, since Jinja catches any of those while it folds constants."""


def times(left: Any, right: Any) -> Any:
    """The product; raises OverflowError for texts, lists and numbers of absurd length."""
    for one, other in ((left, right), (right, left)):
        if isinstance(other, int) and isinstance(one, (str, bytes, list, tuple)) and len(one) * other > _LONGEST:
            raise OverflowError("what is repeated becomes too long")
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > _BITS:
        raise OverflowError("the number becomes too long")
    return left * right


def power(left: Any, right: Any) -> Any:
    """The power; raises OverflowError for numbers of absurd length."""
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() * abs(right) > _BITS:
        raise OverflowError("the number becomes too long")
    return left**right


class _Bounds:
    """`with BOUNDS:` raises TooCostly or MemoryError in the midst of what takes too much; the outermost one counts."""

    def __init__(self) -> None:
        self._depth = 0
        self._memory: tuple[int, int] | None = None
        self._handler: Any = None
        self._allowed = 0.0
        self._spent = 0.0

    def renew(self) -> None:
        """A new build begins: what was slow in the last one does not count."""
        self._spent = 0.0

    def __enter__(self) -> None:
        self._depth += 1
        if self._depth > 1:
            return
        if sys.platform == "linux":
            import resource

            self._memory = resource.getrlimit(resource.RLIMIT_AS)
            most = address_space() + MEMORY
            soft = self._memory[0]
            resource.setrlimit(
                resource.RLIMIT_AS, (most if soft == resource.RLIM_INFINITY else min(soft, most), self._memory[1])
            )
        if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
            self._handler = signal.signal(signal.SIGPROF, _ring)
            self._allowed = SECONDS if self._spent < BUDGET else SLOW
            signal.setitimer(signal.ITIMER_PROF, self._allowed, 1)  # again and again, should something swallow it

    def __exit__(self, *_: object) -> None:
        self._depth -= 1
        if self._depth:
            return
        if self._handler is not None:
            took = self._allowed - signal.setitimer(signal.ITIMER_PROF, 0)[0]
            self._spent += took if took >= SLOW else 0
            signal.signal(signal.SIGPROF, self._handler)
            self._handler = None
        if self._memory is not None:
            import resource

            resource.setrlimit(resource.RLIMIT_AS, self._memory)
            self._memory = None


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise TooCostly


BOUNDS = _Bounds()
