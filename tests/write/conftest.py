from pathlib import Path

import pytest

from sitegen.write import publish


@pytest.fixture(autouse=True)
def no_waiting(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting for the disk changes nothing that a test can see, and thousands of builds would wait long.

    The tests of publishing itself do wait.
    """
    if Path(request.path).name != "test_publish.py":
        monkeypatch.setattr(publish, "sync", lambda trees: None)
        monkeypatch.setattr(publish, "sync_folder", lambda path: None)
