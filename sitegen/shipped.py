"""The files that come with sitegen, in data/."""

from pathlib import Path

_DATA = Path(__file__).parent / "data"


def shipped(name: str) -> str:
    """The text of a file in data/, by its path there."""
    return (_DATA / name).read_text("utf-8")
