"""Watching the sources of a project. The only file that names watchfiles."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from watchfiles import awatch

from sitegen.noop import INPUTS

# How long to wait for more once something has changed, since a save is often several steps; and how often to look
# even if nothing was told: some network disks tell nothing, and a folder may be made just before it is watched.
STEP_MS, ANYWAY_MS = 20, 3000


async def watch(root: Path, look: Callable[[], None]) -> None:
    """Calls `look` soon after any source of the project may have changed, and every few seconds; for ever.

    The project's folder is watched by itself for sites.yaml, which editors replace by another file on saving, and for
    folders that come and go; its other folders, such as the output, are not looked into.
    """
    below = _start(root, look)
    try:
        async for names in _changed([root], recursive=False):
            if names & set(INPUTS[1:]) or below.done():  # done: a folder has gone
                below.cancel()
                below = _start(root, look)
            if not names or names & set(INPUTS):
                look()
    finally:
        below.cancel()


def _start(root: Path, look: Callable[[], None]) -> asyncio.Task[None]:
    """Watches folders from the next turn of the loop, and looks just after it at what came before."""
    asyncio.get_running_loop().call_later(STEP_MS / 1000, look)
    return asyncio.create_task(_below(root, look))


async def _below(root: Path, look: Callable[[], None]) -> None:
    """Watches the folders of sources that there are, with all that is in them."""
    folders = [root / name for name in INPUTS[1:] if (root / name).is_dir()]
    if not folders:
        return
    async for _ in _changed(folders, recursive=True):
        look()


async def _changed(paths: list[Path], *, recursive: bool) -> AsyncIterator[set[str]]:
    """The names of what has changed; none if it is only time to look. Where the system has no watches left, the files
    themselves are looked at. Ends if a folder goes."""
    for polling in (None, True):  # None: as WATCHFILES_FORCE_POLLING says
        try:
            async for found in awatch(
                *paths, watch_filter=None, step=STEP_MS, rust_timeout=ANYWAY_MS, yield_on_timeout=True,
                recursive=recursive, force_polling=polling, ignore_permission_denied=True,
            ):  # fmt: skip
                yield {Path(path).name for _, path in found}
        except FileNotFoundError:
            return
        except (OSError, RuntimeError):
            continue
