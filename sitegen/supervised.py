"""Work on what strangers wrote, which might never end: done by processes that can be ended, one item after the other.

Nothing inside a process is a limit: a signal's handler waits for C code to come back, a thread for the lock. Here the
kernel ends a worker that spends too long on one item or wants too much memory (where it counts processor time;
elsewhere the parent does, by the clock); the parent sees which item that was, and gives the rest to another worker.
"""

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from sitegen.values import Frozen

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

SECONDS = 4
"""Of processor time, for one item: a hundred times what a long article takes. Not of the clock: what is refused would
else depend on how busy the machine is."""
MEMORY = 256 * 1024 * 1024
"""How much a worker may ask for beyond what it was born with."""
PATIENCE = 60
"""Seconds without a word from any worker, after which the parent ends them: where no processor time is counted."""
SLOW = 1
"""Seconds from which an item counts as slow."""
BUDGET = 12
"""Seconds that all slow items may take together, ended ones among them: what is left is not tried."""
CHUNK = 8

_PR_SET_PDEATHSIG = 1  # prctl(2)
Item = TypeVar("Item")
Result = TypeVar("Result")


class Ended(Frozen):
    """Stands for a result that there is not: its item was too much. Or it was not `tried`, since others were."""

    tried: bool = True


class Slow(Frozen):
    """A result that took so long that there may not be many of its kind."""

    result: Any


class _Worker:
    """A process and what it has to do; `todo` begins with what it is at."""

    def __init__(self, do: Callable[[Any], Any], items: Sequence[Any]) -> None:
        import ctypes  # noqa: F401 - for `mortal`: what is forked has it then; here, since most builds fork nothing
        from multiprocessing import get_context

        context = get_context(start_method())
        self.pipe, inner = context.Pipe()
        # mypy knows no Process on the common type of contexts
        self._process = context.Process(target=_work, args=(do, items, inner), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        inner.close()
        self.todo: deque[int] = deque()

    def give(self, numbers: Sequence[int]) -> None:
        """Hands out items by their numbers: a process that was forked has them already."""
        self.todo.extend(numbers)
        try:
            self.pipe.send(numbers)
        except OSError:
            return  # it is gone already; who listens to it will see that

    def end(self) -> None:
        """Ends the process, whatever it is at."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


def each(do: Callable[[Item], Result], items: Sequence[Item], processes: int) -> Iterator[Result | Slow | Ended]:
    """What `do` makes of each item, in their order, or Ended; raises what `do` raises. `do` has to be importable.
    Workers begin at once; they end when nobody can ask any more."""
    going = _each(do, items, processes)
    next(going)
    return going


def _each(do: Callable[[Any], Any], items: Sequence[Any], processes: int) -> Iterator[Any]:
    """As `each`; what comes first is nothing: all are at work."""
    from multiprocessing.connection import wait

    parts = deque(list(range(at, min(at + CHUNK, len(items)))) for at in range(0, len(items), CHUNK))
    workers: list[_Worker] = []
    made: dict[int, Any] = {}
    spent = 0.0

    def hire() -> None:
        while parts and len(workers) < max(1, processes):
            workers.append(_Worker(do, items))
            workers[-1].give(parts.popleft())

    try:
        hire()
        yield None
        for number in range(len(items)):
            while number not in made:
                if spent >= BUDGET:
                    made[number] = Ended(tried=False)
                    break
                hire()
                heard = wait([worker.pipe for worker in workers], PATIENCE)
                for worker in [one for one in workers if not heard or one.pipe in heard]:
                    try:
                        if not heard:
                            raise EOFError
                        found = worker.pipe.recv()
                    except (EOFError, OSError):
                        made[worker.todo.popleft()] = Ended()
                        spent += SECONDS
                        if worker.todo:
                            parts.appendleft([*worker.todo])
                        worker.end()
                        workers.remove(worker)
                        continue
                    seconds, found = found
                    if isinstance(found, BaseException):
                        raise found
                    slow = seconds >= SLOW or isinstance(found, Ended)
                    spent += seconds if slow else 0
                    made[worker.todo.popleft()] = Slow(found) if slow and not isinstance(found, Ended) else found
                    if not worker.todo and parts:
                        worker.give(parts.popleft())
                    elif not worker.todo:
                        worker.end()
                        workers.remove(worker)
            yield made.pop(number)
    finally:
        for worker in workers:
            worker.end()


def _work(do: Callable[[Any], Any], items: Sequence[Any], pipe: "Connection[Any, Any]") -> None:
    """What a worker does all its life."""
    import traceback

    mortal()
    gc.freeze()  # what was there before is neither looked at nor, thereby, copied
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # that is for the parent, which ends us
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)  # the end: nothing of ours is asked
    cap_memory(MEMORY)
    while True:
        try:
            numbers = pipe.recv()
        except EOFError:
            return
        for number in numbers:
            _wind(SECONDS)
            try:
                made = do(items[number])
            except MemoryError:
                made = Ended()
            except Exception as error:
                error.add_note(traceback.format_exc())
                made = error
            left = _wind(0)
            pipe.send((SECONDS if isinstance(made, Ended) else SECONDS - left, made))


def _wind(seconds: float) -> float:
    """Winds the timer that ends this process, and gives what was left on it (where there is none, all)."""
    if hasattr(signal, "setitimer"):
        return signal.setitimer(signal.ITIMER_PROF, seconds)[0]
    return SECONDS


def cap_memory(more: int) -> None:
    """Lets this process ask for so many bytes more than it has, where the kernel keeps such limits (Linux)."""
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = address_space() + more
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def address_space() -> int:
    """How many bytes of addresses this process has (proc(5), statm); Linux only."""
    with open("/proc/self/statm", "rb", buffering=0) as file:  # noqa: PTH123 - asked for each template
        return int(file.read(64).split(b" ", 1)[0]) * _PAGE


_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def mortal() -> None:
    """Lets a worker end with its build, however that ends: a killed build's workers would hold its lock for ever."""
    if sys.platform == "linux":
        import ctypes
        from multiprocessing import parent_process

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        parent = parent_process()
        if parent is not None and not parent.is_alive():
            os._exit(1)  # it was killed before we could ask


def start_method() -> str:
    """fork where it is safe (Linux): workers then inherit programs without copying. Else spawn."""
    chosen = os.environ.get("SITEGEN_START_METHOD", "")
    if chosen:
        from multiprocessing import get_all_start_methods

        if chosen in get_all_start_methods():
            return chosen
    return "fork" if sys.platform == "linux" else "spawn"
