"""Whether a file is what it was when it was looked at before: one notion of that, for all that is not read again.

As an index of git has it: a file of the same device, number, size and times is the same file. Clocks of file systems
are coarse, so what was saved just before it was looked at may be saved once more and look the same: that is read again.
"""

import os
from time import time_ns

Look = tuple[int, ...]
MARGIN = 2_000_000_000


def look_of(found: os.stat_result) -> Look:
    """What tells a file from all that it was before: device, inode, size, and when bytes and inode were changed."""
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def newest_of(look: Look) -> int:
    """When a file was last touched, in nanoseconds."""
    return max(look[3], look[4])


def now() -> int:
    """When a scan begins."""
    return time_ns()


def settled(newest: int, scanned: int) -> bool:
    """Whether what was touched last at `newest` would look another way if it were touched after the scan."""
    return newest <= scanned - MARGIN
