"""`sitegen package --offline`: what it refuses, in words, and that no zip changes then."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from tests.conftest import GOOD, MakeProject, build_project


@pytest.fixture
def published(project: MakeProject) -> Path:
    root = project(GOOD)
    assert not build_project(root).failed
    return root


def packed(root: Path, *words: str, lang: str = "en") -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["-C", str(root), "--lang", lang, "package", "--offline", *words])
    return done.exit_code, done.output


def zips(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "dist/.sitegen/paket").glob("*")}


def test_all_sites_are_packed(published: Path) -> None:
    code, said = packed(published, lang="id")
    assert code == 0
    assert " berkas, 0," in said
    assert len(zips(published)) == len([path for path in (published / "dist").iterdir() if path.name != ".sitegen"])


def test_an_unknown_site(published: Path) -> None:
    site = next(path for path in (published / "dist").iterdir() if path.name != ".sitegen").name.rpartition(".")[0]
    code, said = packed(published, "--site", f"{site}x")
    assert code == 1
    assert "[package-site-unknown]" in said
    assert site in said, "what was probably meant"


def test_nothing_published(project: MakeProject) -> None:
    root = project(GOOD)
    code, said = packed(root)
    assert code == 1
    assert "[package-unpublished]" in said
    assert "sitegen build" in said
    (root / "sites.yaml").write_text("sites: [", "utf-8")
    code, said = packed(root)
    assert code == 1
    assert "[yaml-bracket]" in said


def test_a_tree_that_was_altered(published: Path) -> None:
    packed(published)
    before = zips(published)
    page = next((published / "dist").glob("*/index.html"))
    page.write_bytes(page.read_bytes() + b" ")
    code, said = packed(published, "--site", page.parent.name.rpartition(".")[0])
    assert code == 1
    assert "[package-altered]" in said
    assert "--full" in said
    assert zips(published) == before
