"""What makes the output is known by the same versions that Python's own metadata tells."""

import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from sitegen import versions


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    versions.maker.cache_clear()
    yield
    versions.maker.cache_clear()


def maker() -> str:
    versions.maker.cache_clear()
    return versions.maker()


@pytest.mark.parametrize("library", versions.LIBRARIES)
def test_folders_tell_what_metadata_tells(library: str) -> None:
    assert versions._installed()[library] == version(library)


def test_what_is_installed_in_another_way_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "PyYAML-5.4.egg-info"
    old.write_text("Metadata-Version: 1.1\nName: PyYAML\nVersion: 5.4\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "missing"), str(old)])
    assert versions._installed() == {}
    assert [versions._version(library) for library in ("pyyaml", "jinja2")] == ["5.4", "?"]


def test_another_version_is_another_maker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = maker()
    assert maker() == now
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert maker() == now
    for number, name in enumerate(("Jinja2-99.0.dist-info", "zxing_cpp-99.0.dist-info")):
        (tmp_path / name).mkdir()
        assert len({now, maker()}) == 2, number
        now = maker()
    (tmp_path / "something_else-99.0.dist-info").mkdir()
    assert maker() == now
