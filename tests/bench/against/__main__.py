"""`python -m tests.bench.against`, in the root of the repository."""

import sys

from .run import main

if __name__ == "__main__":
    sys.exit(main())
