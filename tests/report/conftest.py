"""A network that is built once."""

from pathlib import Path

import pytest

from tests.conftest import add_theme, build_project, write
from tests.report.network import NETWORK


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of tests/report/network.py with its published sites: to be copied, not to be changed."""
    root = tmp_path_factory.mktemp("laporan") / "proyek"
    add_theme(root)
    write(root, NETWORK)
    report = build_project(root)
    assert not report.failed, report.problems
    return root
