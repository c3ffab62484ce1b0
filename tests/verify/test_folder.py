"""`sitegen verify FOLDER`: every kind of tampering is found, and named by its path."""

import json
import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from sitegen.verify.values import Unusable
from sitegen.write.manifest import MANIFEST, RELEASE, SIGNATURE, SUMS
from tests.verify.conftest import DOMAIN, GONE, Check, Network, rules

PAGE = "artikel/pertama.html"
EVIL = b'<p hidden>situs slot gacor maxwin</p><script src="https://jahat.example/x.js"></script>'


def test_as_published(site: Path, check: Check) -> None:
    result = check(site)
    assert rules(result) == []
    assert result.key.startswith("SHA256:")
    assert result.statement is not None
    assert result.statement.serial == 7
    assert result.files > 10
    assert [name for name, _ in result.notes] == []


def test_bytes_only_says_so(site: Path, check: Check) -> None:
    result = check(site, signers=None, site="", serial=0)
    assert rules(result) == []
    assert result.key == ""
    assert [name for name, _ in result.notes] == ["bytes-only", "any-site"]


def edit(path: str, data: bytes) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(data)

    return change


def one_bit(folder: Path) -> None:
    data = bytearray((folder / PAGE).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / PAGE).write_bytes(data)


def linked(folder: Path) -> None:
    shutil.move(folder / PAGE, folder.parent / "asli.html")
    (folder / PAGE).symlink_to(folder.parent / "asli.html")


def linked_folder(folder: Path) -> None:
    shutil.move(folder / "artikel", folder.parent / "artikel")
    (folder / "artikel").symlink_to(folder.parent / "artikel")


def pipe_in_place(folder: Path) -> None:
    (folder / PAGE).unlink()
    os.mkfifo(folder / PAGE)


def cut(folder: Path) -> None:
    os.truncate(folder / PAGE, 100)


def forged_manifest(folder: Path) -> None:
    """Whoever changes a page mends the list and the sums as well, but has no key."""
    (folder / PAGE).write_bytes(EVIL)
    data = json.loads((folder / MANIFEST).read_bytes())
    data["files"][PAGE] = [sha256(EVIL).hexdigest(), len(EVIL)]
    (folder / MANIFEST).write_text(json.dumps(data), "utf-8")


TAMPERED: dict[str, tuple[Callable[[Path], object], list[tuple[str, str]]]] = {
    "one bit": (one_bit, [("verify-altered", PAGE)]),
    "cut": (cut, [("verify-altered", PAGE)]),
    "gambling": (
        lambda folder: edit(PAGE, (folder / PAGE).read_bytes() + EVIL)(folder),
        [("verify-altered", PAGE), ("verify-foreign-links", PAGE), ("verify-gambling", PAGE)],
    ),
    "missing": (lambda folder: (folder / PAGE).unlink(), [("verify-missing", PAGE)]),
    "tombstone gone": (lambda folder: (folder / GONE).unlink(), [("verify-tombstone", GONE)]),
    "tombstone replaced": (edit(GONE, b"Dosis lama"), [("verify-tombstone", GONE)]),
    "extra": (edit("artikel/shell.php", b"<?php"), [("verify-extra", "artikel/shell.php")]),
    "extra page": (
        edit("promo.html", EVIL),
        [("verify-extra", "promo.html"), ("verify-foreign-links", "promo.html"), ("verify-gambling", "promo.html")],
    ),
    "extra folder": (lambda folder: (folder / "kosong").mkdir(), [("verify-extra", "kosong/")]),
    "hidden": (edit("artikel/.htaccess", b"x"), [("verify-hidden", "artikel/.htaccess")]),
    "in a hidden folder": (edit(".cache/x.html", b"x"), [("verify-hidden", ".cache/x.html")]),
    "linked": (linked, [("verify-linked", PAGE)]),
    "pipe": (lambda folder: os.mkfifo(folder / "pipa"), [("verify-linked", "pipa")]),
    "pipe in place": (
        pipe_in_place, [("verify-linked", PAGE)],
    ),
    "no signature": (lambda folder: (folder / SIGNATURE).unlink(), [("verify-unsigned", SIGNATURE)]),
    "no statement": (lambda folder: (folder / RELEASE).unlink(), [("verify-unsigned", RELEASE)]),
    "signature of something else": (edit(SIGNATURE, b"-----BEGIN"), [("verify-signature", SIGNATURE)]),
    "sums altered": (edit(SUMS, b""), [("verify-altered", SUMS)]),
    "sums gone": (lambda folder: (folder / SUMS).unlink(), [("verify-missing", SUMS)]),
    "no manifest": (lambda folder: (folder / MANIFEST).unlink(), [("verify-no-manifest", MANIFEST)]),
    "manifest is none": (edit(MANIFEST, b"{}"), [("verify-no-manifest", MANIFEST)]),
    "list and page forged": (forged_manifest, [("verify-altered", SUMS), ("verify-mixed", MANIFEST)]),
}  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders, and links need rights")
@pytest.mark.parametrize("name", TAMPERED)
def test_tampering(name: str, site: Path, check: Check) -> None:
    change, expected = TAMPERED[name]
    change(site)
    assert rules(check(site)) == sorted(expected, key=lambda row: (row[1], row[0]))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_linked_folder_hides_nothing(site: Path, check: Check) -> None:
    linked_folder(site)
    found = rules(check(site))
    assert ("verify-linked", "artikel") in found
    assert ("verify-missing", PAGE) in found
    assert ("verify-tombstone", GONE) in found


def test_without_a_key_words_are_looked_for_everywhere(site: Path, check: Check) -> None:
    """Who wrote the page may have written the list too."""
    forged_manifest(site)
    for name in (RELEASE, SIGNATURE, SUMS):
        (site / name).unlink()
    assert rules(check(site, signers=None, serial=0)) == [("verify-gambling", PAGE)]
    assert ("verify-unsigned", RELEASE) in rules(check(site))


def test_what_comes_from_outside(site: Path, signed: Network, check: Check) -> None:
    assert rules(check(site, site="SATU")) == [], "ids are told apart by letters, not by their case"
    assert rules(check(site, site="dua")) == [("verify-other-site", MANIFEST)]
    assert rules(check(site, serial=8)) == [("verify-old-release", RELEASE)]
    assert rules(check(site, site="", serial=0)) == []
    other = signed.dest / "dua.example"
    for name in (RELEASE, SIGNATURE):
        shutil.copy(other / name, site / name)
    found = rules(check(site))
    assert ("verify-mixed", MANIFEST) in found, "a valid signature, but of another site"
    shutil.copy(other / MANIFEST, site / MANIFEST)
    assert ("verify-other-site", MANIFEST) in rules(check(site))


def test_kept_files(site: Path, check: Check) -> None:
    edit("dokumen/surat.pdf", b"x")(site)
    edit(".user.ini", b"x")(site)
    assert len(rules(check(site))) == 2
    kept = check(site, keep=("dokumen/", ".user.ini"))
    assert rules(kept) == []
    assert [name for name, _ in kept.notes] == ["kept"]
    edit(PAGE, b"x")(site)
    assert rules(check(site, keep=("dokumen/", ".user.ini", PAGE))) == [("verify-altered", PAGE)]


def test_a_list_of_giants(site: Path, check: Check) -> None:
    data = {"format": 1, "site": "satu", "domain": DOMAIN, "files": {"besar.bin": ["0" * 64, 9 << 40]}}
    (site / MANIFEST).write_text(json.dumps(data), "utf-8")
    assert ("verify-too-large", MANIFEST) in rules(check(site, signers=None, serial=0))


def test_what_cannot_be_checked(tmp_path: Path, site: Path, check: Check) -> None:
    for target, more in (
        (tmp_path / "tiada", {}),
        (site, {"signers": tmp_path / "tiada"}),
        (site, {"signers": None}),
        ("ftp://satu.example/", {}),
        ("https://orang:sandi@satu.example/", {}),
        ("https://satu.example/?x", {}),
        ("http://satu.example:999999/", {}),
    ):
        with pytest.raises(Unusable):
            check(target, **more)
