"""Diaries are long: spread over the run, they keep all processes of pytest-xdist busy, which takes tests by the row."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    long = [item for item in items if item.name.startswith("test_diary[")]
    rest = [item for item in items if not item.name.startswith("test_diary[")]
    gap = len(rest) // max(1, len(long)) + 1
    spread: list[pytest.Item] = []
    for at in range(0, max(len(rest), 1), gap):
        spread += [*long[at // gap : at // gap + 1], *rest[at : at + gap]]
    items[:] = [*spread, *long[-(-max(len(rest), 1) // gap) :]]
