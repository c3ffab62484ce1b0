"""The network of these tests, published; a copy for each test."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import add_theme, write
from tests.diff.network import FILES, compared, published


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published network; not to be changed."""
    root = tmp_path_factory.mktemp("selisih") / "proyek"
    add_theme(root)
    write(root, FILES)
    published(root)
    assert compared(root).changes == ()  # so that what each test compares is made from what is there
    return root


@pytest.fixture
def network(original: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    root = tmp_path / "proyek"
    shutil.copytree(original, root)
    return root
