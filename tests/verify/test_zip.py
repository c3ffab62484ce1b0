"""`sitegen verify ZIP`: read where it lies; dangerous names, doubles, links, locks and bombs."""

import stat
import zipfile
from pathlib import Path

import pytest

from sitegen.write.manifest import MANIFEST
from tests.verify.conftest import DOMAIN, Check, rules

PAGE = "artikel/pertama.html"
Entries = dict[str, bytes]


def entries(site: Path) -> Entries:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def packed(file: Path, files: Entries, prefix: str = "") -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(prefix + name, data)
    return file


@pytest.mark.parametrize("prefix", ["", f"{DOMAIN}/"])
def test_as_published(prefix: str, site: Path, tmp_path: Path, check: Check) -> None:
    result = check(packed(tmp_path / "a.zip", entries(site), prefix))
    assert rules(result) == []
    assert result.key
    assert result.kind == "zip"


def test_altered_missing_extra(site: Path, tmp_path: Path, check: Check) -> None:
    files = entries(site)
    files[PAGE] += b"x"
    del files["kontak.html"]
    files["artikel/.user.ini"] = files["x.php"] = b"x"
    assert rules(check(packed(tmp_path / "a.zip", files))) == [
        ("verify-hidden", "artikel/.user.ini"),
        ("verify-altered", PAGE),
        ("verify-missing", "kontak.html"),
        ("verify-extra", "x.php"),
    ]


def test_beside_the_site(site: Path, tmp_path: Path, check: Check) -> None:
    file = packed(tmp_path / "a.zip", entries(site), f"{DOMAIN}/")
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("lain/pasang.exe", b"x")
        archive.writestr(f"petunjuk-{DOMAIN}/BACA-DULU.txt", b"x")
        archive.writestr(f"petunjuk-{DOMAIN}/pasang.exe", b"x")
    result = check(file)
    assert rules(result) == [("verify-extra", "lain/pasang.exe"), ("verify-extra", f"petunjuk-{DOMAIN}/pasang.exe")]
    assert dict(result.notes)["guide"] == (("paths", f"petunjuk-{DOMAIN}/BACA-DULU.txt"),)


@pytest.mark.parametrize(
    "name", ["../luar.html", "/etc/x", "artikel/../../x", "a\\..\\b", "C:/x", "x\ny", "a//b", "./x", "x\x1b[31m"]
)
def test_dangerous_names(name: str, site: Path, tmp_path: Path, check: Check) -> None:
    result = check(packed(tmp_path / "a.zip", {**entries(site), name: b"x"}))
    assert [rule for rule, _ in rules(result)] == ["verify-zip-name"]
    assert all(char.isprintable() for char in result.problems[0].message("id") + str(result.problems[0].place))


@pytest.mark.parametrize("name", [PAGE, PAGE.upper(), MANIFEST])
def test_the_same_name_twice(name: str, site: Path, tmp_path: Path, check: Check) -> None:
    file = packed(tmp_path / "a.zip", entries(site))
    with zipfile.ZipFile(file, "a") as archive, pytest.MonkeyPatch.context() as patch:
        patch.setattr("warnings.warn", lambda *_, **__: None)
        archive.writestr(name, b"lain")
    assert ("verify-zip-name", name) in rules(check(file))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices(kind: int, site: Path, tmp_path: Path, check: Check) -> None:
    file = packed(tmp_path / "a.zip", entries(site))
    entry = zipfile.ZipInfo("tautan.html")
    entry.create_system, entry.external_attr = 3, (kind | 0o777) << 16
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(entry, b"/etc/passwd")
    assert rules(check(file)) == [("verify-linked", "tautan.html")]


def test_a_bomb_is_not_unpacked(site: Path, tmp_path: Path, check: Check) -> None:
    files = entries(site)
    files[PAGE] = bytes(300_000_000)
    files["bom.bin"] = bytes(300_000_000)
    found = rules(check(packed(tmp_path / "a.zip", files)))
    assert found == [("verify-altered", PAGE), ("verify-extra", "bom.bin")]


def test_a_size_that_lies(site: Path, tmp_path: Path, check: Check) -> None:
    """The directory says the listed size, the data are longer: no more than the size is ever taken."""
    files = entries(site)
    size = len(files[PAGE])
    files[PAGE] = bytes(50_000_000)
    file = packed(tmp_path / "a.zip", files)
    wrong, right = (50_000_000).to_bytes(4, "little"), size.to_bytes(4, "little")
    file.write_bytes(file.read_bytes().replace(wrong, right))
    assert ("verify-altered", PAGE) in rules(check(file))


def test_a_password(site: Path, tmp_path: Path, check: Check) -> None:
    file = packed(tmp_path / "a.zip", {PAGE: b"x"} | entries(site))
    data = bytearray(file.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # general purpose bit 0 of the first entry
    file.write_bytes(data)
    assert rules(check(file))[0][0] == "verify-altered"
    assert "verify-zip-broken" in [rule for rule, _ in rules(check(file))]


def test_something_before_or_nothing_at_all(site: Path, tmp_path: Path, check: Check) -> None:
    good = packed(tmp_path / "a.zip", entries(site)).read_bytes()
    for name, data in (
        ("depan", b"<?php evil(); ?>" + good),
        ("potong", good[:-100]),
        ("bukan", b"PK\x03\x04"),
        ("", b""),
    ):
        (tmp_path / "b.zip").write_bytes(data)
        assert rules(check(tmp_path / "b.zip"))[0] == ("verify-zip-broken", "b.zip"), name


def test_without_a_manifest(tmp_path: Path, check: Check) -> None:
    assert rules(check(packed(tmp_path / "a.zip", {"index.html": b"x"}))) == [("verify-no-manifest", MANIFEST)]
