"""`python -m tests.faults.child build ...`: sitegen with slow steps, so that a random moment falls between them.

SITEGEN_FAULTS is a list of words: `journal` for a system that cannot exchange folders, `slow` for steps of publishing
that take 20 ms each, and `slowmemory` for as long between publishing and what is remembered.
"""

import os
import sys
import time
from collections.abc import Callable
from typing import Any

from sitegen.write import publish

STEP = 0.02


def _slow(call: Callable[..., Any]) -> Callable[..., Any]:
    def slowly(*args: Any, **kwargs: Any) -> Any:
        time.sleep(STEP)
        return call(*args, **kwargs)

    return slowly


def main() -> None:
    """sitegen, with what SITEGEN_FAULTS asks for."""
    words = os.environ.get("SITEGEN_FAULTS", "").split()
    if "journal" in words:
        publish.exchange = lambda one, other: False
    if "slow" in words:
        publish.exchange = _slow(publish.exchange)
        os.rename, os.replace = _slow(os.rename), _slow(os.replace)
    from sitegen.cli import main as sitegen

    sys.argv[0] = "sitegen"
    sitegen()


if __name__ == "__main__":
    main()
