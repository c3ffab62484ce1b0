"""A release from sources to the web officer's folder, by the programs that people run: sitegen, ssh-keygen, unzip,
sha256sum. What stands in docs/tanda-tangan.md under "Memeriksa tanpa sitegen" is done word for word."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import GOOD, REPO, add_theme, write
from tests.verify.conftest import DOMAIN, SITE, make_key, trusted

PROGRAMS = ("ssh-keygen", "unzip", "sha256sum")
pytestmark = pytest.mark.skipif(not all(map(shutil.which, PROGRAMS)), reason=f"needs {', '.join(PROGRAMS)}")
DAY = "2026-11-21"


def run(*words: str | Path, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(REPO), "LANG": "C.UTF-8"}
    return subprocess.run([*map(str, words)], cwd=cwd, env=environment, input=stdin, capture_output=True, check=False)


def sitegen(root: Path, *words: str | Path) -> subprocess.CompletedProcess[bytes]:
    return run(sys.executable, "-m", "sitegen", *words, cwd=root)


def fine(done: subprocess.CompletedProcess[bytes]) -> str:
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 0, said
    return said


def test_from_sources_to_the_folder_of_the_web_officer(tmp_path: Path) -> None:
    root, key = tmp_path / "proyek", make_key(tmp_path / "kunci" / "sitegen")
    signers = trusted(tmp_path / "allowed_signers", key)
    add_theme(root)
    write(root, GOOD)
    fine(sitegen(root, "build", "--date", DAY))
    fine(sitegen(root, "sign", "--key", key))
    fine(sitegen(root, "package", "--site", SITE))
    pack = root / "dist/.sitegen/paket" / f"{DOMAIN}.zip"
    known = ("--allowed-signers", signers, "--site", SITE, "--serial", "1")
    fine(sitegen(tmp_path, "verify", pack, *known))

    host = tmp_path / "hosting"
    fine(run("unzip", "-q", pack, "-d", host, cwd=tmp_path))
    folder = host / DOMAIN
    statement = (folder / "sitegen-release.json").read_bytes()
    check = ("-f", signers, "-I", "sitegen", "-n", "sitegen-release@1", "-s", "sitegen-release.json.sig")
    fine(run("ssh-keygen", "-Y", "verify", *check, cwd=folder, stdin=statement))
    assert json.loads(statement)["sums"] == sha256((folder / "SHA256SUMS").read_bytes()).hexdigest()
    assert (json.loads(statement)["site"], json.loads(statement)["serial"]) == (SITE, 1)
    fine(run("sha256sum", "-c", "--quiet", "--strict", "SHA256SUMS", cwd=folder))
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) == len((folder / "SHA256SUMS").read_text("utf-8").splitlines()) + 3
    fine(sitegen(tmp_path, "verify", folder, *known))

    # The officer's copy is what is published, to the byte; and one changed digit is found by every one of them.
    live = root / "dist" / DOMAIN
    assert {p.relative_to(folder): p.read_bytes() for p in files} == {
        p.relative_to(live): p.read_bytes() for p in live.rglob("*") if p.is_file()
    }
    page = folder / "kontak.html"
    page.write_bytes(page.read_bytes().replace(b"119", b"118"))
    assert run("sha256sum", "-c", "--quiet", "SHA256SUMS", cwd=folder).returncode == 1
    assert sitegen(tmp_path, "verify", folder, *known).returncode == 1
    other = tmp_path / "lain.zip"
    with zipfile.ZipFile(pack) as old, zipfile.ZipFile(other, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry, data.replace(b"119", b"118") if entry.filename.endswith("kontak.html") else data)
    assert sitegen(tmp_path, "verify", other, *known).returncode == 1
    assert run("ssh-keygen", "-Y", "verify", *check, cwd=folder, stdin=statement + b" ").returncode != 0
