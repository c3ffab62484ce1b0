"""docs/ci/kirim.sh: what it sends where, over a stand-in for ssh that only leads back to this machine."""

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci.runner import RECIPES
from tests.conftest import read_tree, write
from tests.house.command import environment

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("bash") is None, reason="the script is for runners with GNU tools"
)
needs_rsync = pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is not installed")
KEY = "-----BEGIN KUNCI UJI-----\nbukan kunci\n-----END KUNCI UJI-----"
HOST = "hosting.example ssh-ed25519 AAAAuji"
# Writes down how it was called and what the key and the hosts were, then runs the command here instead of there.
SSH = """\
#!/bin/bash
printf '%s\\n' "$*" >> "$CATATAN"
while [ $# -gt 0 ]; do
    case $1 in
        -i) stat -c %a "$2" >> "$CATATAN"; cat "$2" >> "$CATATAN"; shift 2 ;;
        -o) case $2 in UserKnownHostsFile=*) cat "${2#*=}" >> "$CATATAN" ;; esac; shift 2 ;;
        -l) shift 2 ;;
        *) shift; break ;;
    esac
done
exec "$@"
"""


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    for site in ("satu.example", "dua.example"):
        files = {"index.html": f"halaman {site}", ".htaccess": "aturan", "artikel/a.html": "a", "kosong.txt": ""}
        write(tmp_path / "dist" / site, {**files, "sitegen-manifest.json": "{}"})
    (tmp_path / "hosting").mkdir()
    return tmp_path / "dist"


def send(dist: Path, lines: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs the script with these lines as its list of targets; `HOSTING` in them is a folder here."""
    targets = dist.parent / "tujuan.txt"
    targets.write_text(lines.replace("HOSTING", str(dist.parent / "hosting")))
    programs = dist.parent / "bin"
    write(programs, {"ssh": SSH})
    (programs / "ssh").chmod(0o755)
    env = environment(PATH=f"{programs}{os.pathsep}{os.environ['PATH']}", CATATAN=str(dist.parent / "ssh.txt"), **more)
    script = str(RECIPES / "kirim.sh")
    words = ["bash", script, str(dist), str(targets)]
    return subprocess.run(words, env=env, capture_output=True, text=True, check=False)


def hosted(dist: Path, site: str) -> dict[str, bytes]:
    return read_tree(dist.parent / "hosting" / site)


@needs_rsync
def test_all_of_a_site_is_there(dist: Path) -> None:
    done = send(dist, "# daftar\n\nsatu.example HOSTING/satu\ndua.example  HOSTING/dua/")  # no end of line at the end
    assert (done.returncode, done.stdout, done.stderr) == (0, "satu.example: terkirim\ndua.example: terkirim\n", "")
    assert hosted(dist, "satu") == read_tree(dist / "satu.example")
    assert hosted(dist, "dua") == read_tree(dist / "dua.example")
    assert stat.S_IMODE((dist.parent / "hosting/satu/index.html").stat().st_mode) == 0o644


@needs_rsync
def test_what_the_web_officer_has_there_stays(dist: Path) -> None:
    write(dist.parent / "hosting/satu", {"unggahan/surat.pdf": b"%PDF", "index.html": "lama"})
    assert send(dist, "satu.example HOSTING/satu\n").returncode == 0
    assert hosted(dist, "satu") == {**read_tree(dist / "satu.example"), "unggahan/surat.pdf": b"%PDF"}


@needs_rsync
def test_what_has_not_changed_keeps_its_time(dist: Path) -> None:
    send(dist, "satu.example HOSTING/satu\n")
    there = dist.parent / "hosting/satu"
    os.utime(there / "index.html", (1, 1))
    os.utime(dist / "satu.example/index.html", (9, 9))
    (dist / "satu.example/artikel/a.html").write_text("A")
    assert send(dist, "satu.example HOSTING/satu\n").returncode == 0
    assert (there / "index.html").stat().st_mtime == 1
    assert (there / "artikel/a.html").read_text() == "A"


@needs_rsync
@pytest.mark.parametrize("as_file", [False, True])
def test_over_ssh_only_to_hosts_that_are_known(dist: Path, tmp_path: Path, as_file: bool) -> None:
    given = {"KUNCI_SSH": KEY, "HOST_DIKENAL": HOST}
    if as_file:
        for name, text in given.items():
            (tmp_path / name).write_text(f"{text}\n".replace("\n", "\r\n"), newline="")
        given = {name: str(tmp_path / name) for name in given}
    done = send(dist, "satu.example web@hosting.example:HOSTING/satu\n", **given)
    assert done.returncode == 0, done.stderr
    assert hosted(dist, "satu") == read_tree(dist / "satu.example")
    called = (dist.parent / "ssh.txt").read_text()
    assert "-o StrictHostKeyChecking=yes" in called
    assert "-o BatchMode=yes" in called
    assert f"600\n{KEY}\n{HOST}\n" in called
    used = re.search(r"-i (\S+)/kunci", called)
    assert used
    assert not Path(used[1]).exists(), "the key does not outlive the script"


@needs_rsync
def test_one_that_fails_does_not_hold_up_the_others(dist: Path) -> None:
    (dist.parent / "hosting/berkas").write_text("bukan folder")
    done = send(dist, "satu.example HOSTING/berkas/satu\ntiga.example HOSTING/tiga\ndua.example HOSTING/dua\n")
    assert done.returncode == 1
    assert "satu.example: gagal" in done.stderr
    assert "tiga.example: tidak ada di" in done.stderr
    assert done.stdout == "dua.example: terkirim\n"


WRONG = ["satu.example", "satu.example -e HOSTING", "../satu HOSTING", "satu.example a b", "-x HOSTING", ". HOSTING"]


@pytest.mark.parametrize("line", WRONG)
def test_a_line_that_is_none(dist: Path, line: str) -> None:
    done = send(dist, f"{line}\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert "baris ini bukan" in done.stderr
    assert list((dist.parent / "hosting").iterdir()) == []


def test_no_key_no_sending(dist: Path) -> None:
    done = send(dist, "satu.example web@hosting.example:/var/www\n", KUNCI_SSH=KEY, HOST_DIKENAL="")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "satu.example: KUNCI_SSH atau HOST_DIKENAL belum diisi\n"
    assert not (dist.parent / "ssh.txt").exists()


def test_wrong_usage(tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", str(RECIPES / "kirim.sh"), str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, "pemakaian: kirim.sh DIST TUJUAN\n")


def test_the_example_has_lines_of_the_right_form() -> None:
    lines = (RECIPES / "tujuan.contoh.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    assert rows
    assert all(len(row) == 2 and row[0].endswith(".example") and ".example:/" in row[1] for row in rows)
