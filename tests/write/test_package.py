"""`sitegen package`: what zips hold, what it refuses, in words, and that no zip changes then."""

import os
import shutil
import stat
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.package_guide import FILES
from sitegen.write.manifest import MANIFEST
from tests.conftest import GOOD, MakeProject, build_project, read_tree


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
    assert "[option-site-unknown]" in said
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


# -- for servers -------------------------------------------------------------------------------------------------------

ALIASED = {**GOOD, "sites.yaml": GOOD["sites.yaml"].replace(
    '{domain: dua.example, district: "15.01"}',
    '{domain: dua.example, district: "15.01", base_url: https://lain.example/sehat/, aliases: [lama.example], '
    'keep: [google1.html]}',
)}  # fmt: skip


def for_servers(root: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["-C", str(root), "--lang", "en", "package", *words])
    return done.exit_code, done.output


def held(data: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(data) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def test_a_zip_holds_the_published_tree_and_its_guide(project: MakeProject) -> None:
    root = project(ALIASED)
    assert not build_project(root).failed
    (root / "dist/dua.example/google1.html").write_text("the web officer's own")
    code, said = for_servers(root)
    assert code == 0, said
    drawer = root / "dist/.sitegen/paket"
    assert sorted(zips(root)) == ["alih_lama.example.zip", "dua.example.zip", "satu.example.zip"]
    for domain in ("alih_lama.example", "dua.example", "satu.example"):
        tree = read_tree(root / "dist" / domain)
        tree.pop("google1.html", None)
        found = held(drawer / f"{domain}.zip")
        guide = {f"petunjuk-{domain}/{name}" for name in FILES}
        assert found.keys() == {f"{domain}/{path}" for path in tree} | guide
        assert {path: found[f"{domain}/{path}"] for path in tree} == tree
        assert f"{domain}/{MANIFEST}" in found
    note = found[f"petunjuk-{domain}/BACA-DULU.txt"].decode()
    assert "https://satu.example/" in note
    assert "bukan situs resmi" in note
    note = held(drawer / "dua.example.zip")["petunjuk-dua.example/BACA-DULU.txt"].decode()
    assert "google1.html" in note
    assert "folder sehat di folder web" in note


def test_the_same_tree_gives_the_same_zip(project: MakeProject, tmp_path: Path) -> None:
    root = project(ALIASED)
    assert not build_project(root).failed
    assert for_servers(root)[0] == 0
    before = zips(root)
    other = tmp_path / "elsewhere"
    shutil.copytree(root, other, ignore=shutil.ignore_patterns("dist", ".sitegen"))
    assert not build_project(other, jobs=2).failed
    for path in (other / "dist").rglob("*"):
        os.utime(path, (1, 1))
    mask = os.umask(0o077)
    try:
        assert for_servers(other)[0] == 0
    finally:
        os.umask(mask)
    assert zips(other) == before
    with zipfile.ZipFile(other / "dist/.sitegen/paket/dua.example.zip") as archive:
        modes = {stat.S_IMODE(entry.external_attr >> 16) for entry in archive.infolist()}
        times = {entry.date_time for entry in archive.infolist()}
    assert modes == {0o644}
    assert len(times) > 10


def test_a_release_goes_along(published: Path) -> None:
    (published / "dist/satu.example/SHA256SUMS").write_text("sums")
    assert for_servers(published, "--site", "satu")[0] == 0
    assert held(published / "dist/.sitegen/paket/satu.example.zip")["satu.example/SHA256SUMS"] == b"sums"


@pytest.mark.parametrize("words", [(), ("--offline",)])
def test_a_file_that_nobody_published(published: Path, words: tuple[str, ...]) -> None:
    assert for_servers(published, *words)[0] == 0
    before = zips(published)
    page = published / "dist/satu.example/artikel/pertama.html"
    (page.parent / "slot.html").write_text("judi")
    code, said = for_servers(published, *words)
    assert (code, "[package-foreign]" in said, "artikel/slot.html" in said) == (1, True, True)
    (page.parent / "slot.html").unlink()
    page.unlink()
    page.symlink_to("kedua.html")
    assert for_servers(published, *words)[0] == 1
    assert zips(published) == before
    assert not (published / "dist/.sitegen/paket-baru").exists()


def test_an_address_that_was_not_published_yet(published: Path) -> None:
    sites = published / "sites.yaml"
    sites.write_text(
        sites.read_text().replace("{domain: dua.example,", "{domain: dua.example, base_url: https://x.example/,")
    )
    code, said = for_servers(published)
    assert (code, "[package-outdated]" in said, "https://x.example/" in said) == (1, True, True)
    assert zips(published) == {}
    assert not build_project(published).failed
    assert for_servers(published)[0] == 0


def test_no_site_is_left_out_for_a_mistake_in_its_row(published: Path) -> None:
    sites = published / "sites.yaml"
    sites.write_text(sites.read_text().replace('"15.01"', '"99.99"'))
    code, said = for_servers(published)
    assert (code, "sites.yaml" in said) == (1, True)
    assert zips(published) == {}
    assert for_servers(published, "--site", "satu")[0] == 0
    assert for_servers(published, "--site", "dua")[0] == 1
    assert list(zips(published)) == ["satu.example.zip"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(published: Path) -> None:
    (published / "dist/.sitegen").chmod(0o555)
    try:
        code, said = for_servers(published)
    finally:
        (published / "dist/.sitegen").chmod(0o755)
    assert (code, "Traceback" in said) == (1, False)
