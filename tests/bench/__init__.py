"""The benchmark: `python -m tests.bench` measures sitegen against the bare cost of creating the same files."""
