"""`sitegen sign` and `sitegen verify` on the command line: exit codes, sentences, JSON, the page."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.opspage import MARK
from sitegen.write.manifest import RELEASE
from tests.conftest import write
from tests.verify.conftest import DOMAIN, Network
from tests.verify.server import served

PAGE = "artikel/pertama.html"


@pytest.fixture(autouse=True)
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not inside any project, on a fixed day."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 2026-11-22


def run(*words: str, lang: str = "en") -> tuple[int, str, str]:
    done = CliRunner().invoke(cli, ["--lang", lang, *words])
    assert "Traceback" not in done.output
    return done.exit_code, done.stdout, done.stderr


def test_sign_says_what_it_did(network: Network) -> None:
    words = ("-C", str(network.root), "sign", "--key", str(network.key))
    code, said, _ = run(*words, lang="id")
    assert code == 0
    assert f"{DOMAIN}: terbitan nomor 1" in said
    assert "Ditandatangani: 2 dari 2" in said
    code, said, _ = run(*words)
    assert code == 0
    assert "Signed: 0 of 2" in said
    code, said, _ = run("-C", str(network.root), "sign", "--key", "tiada")
    assert code == 1
    assert "[sign-key-missing]" in said


def test_builds_say_that_they_are_not_signed(network: Network) -> None:
    words = ("-C", str(network.root), "build", "--date", "2026-11-21")
    assert "Not signed: 2 of 2 sites" in run(*words)[1]
    network.sign()
    assert "Not signed" not in run(*words)[1]
    page = network.root / "content/shared/artikel/pertama.md"
    write(network.root, {"content/shared/artikel/pertama.md": page.read_text("utf-8") + "\nLagi.\n"})
    code, said, _ = run(*words)
    assert code == 0
    assert "Changed, so their old signatures were dropped: satu.example, dua.example." in said
    assert "Not signed: 2 of 2 sites" in said


def test_fine_is_zero(site: Path, signed: Network) -> None:
    code, said, _ = run(
        "verify", str(site), "--allowed-signers", str(signed.signers), "--site", "satu", "--serial", "7"
    )
    assert code == 0
    assert "The signature is good: satu, release number 7, key SHA256:" in said
    assert "As published" in said
    code, said, _ = run("verify", str(site), lang="id")
    assert code == 0
    assert "Hanya byte yang dicocokkan" in said, "without a key it says so"


def test_findings_are_one(site: Path, signed: Network) -> None:
    (site / PAGE).write_bytes(b"x")
    code, said, _ = run("verify", str(site), "--allowed-signers", str(signed.signers))
    assert code == 1
    assert PAGE in said
    assert "[verify-altered]" in said
    assert "Findings: 1" in said


@pytest.mark.parametrize(
    "words",
    [
        ("tiada",),
        ("http://127.0.0.1:9/",),
        ("https:///",),
        (".", "--serial", "3"),
        (".", "--allowed-signers", "tiada"),
        (".", "--tolerate", "tiada"),
        (".", "--tolerate", "pendek"),
        (".", "--html", "milik-orang.html"),
        (".", "--html", "tiada/laporan.html"),
        (".", "--serial", "nol"),
        (),
    ],
)
def test_nothing_checked_is_two(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "pendek").write_bytes(b"---\nabc\n---\n")
    (tmp_path / "milik-orang.html").write_bytes(b"<p>catatan")
    code, said, error = run("verify", *words)
    assert code == 2
    assert said == ""
    assert error.strip()
    assert (tmp_path / "milik-orang.html").read_bytes() == b"<p>catatan"


def test_json(site: Path, signed: Network) -> None:
    (site / PAGE).write_bytes(b"slot gacor")
    code, said, _ = run("verify", str(site), "--allowed-signers", str(signed.signers), "--format", "json")
    value = json.loads(said)
    assert code == 1
    assert (value["checked"], value["fine"], value["signed"], value["site"], value["serial"]) == (
        True, False, True, "satu", 7,
    )  # fmt: skip
    assert [(one["rule"], one["file"]) for one in value["problems"]] == [
        ("verify-altered", PAGE), ("verify-gambling", PAGE),
    ]  # fmt: skip
    code, said, _ = run("verify", "tiada", "--format", "json")
    assert code == 2
    assert json.loads(said)["checked"] is False


def test_keep_of_the_project(network: Network) -> None:
    sites = (network.root / "sites.yaml").read_text("utf-8")
    network.sign()
    folder = network.dest / DOMAIN
    write(network.root, {"sites.yaml": sites.replace('district: "32.02"}', 'district: "32.02", keep: [dokumen/]}')})
    (folder / "dokumen").mkdir()
    (folder / "dokumen/surat.pdf").write_bytes(b"x")
    assert run("verify", str(folder))[0] == 1
    assert run("verify", str(folder), "--keep", "dokumen/")[0] == 0
    assert run("-C", str(network.root), "verify", str(folder), "--site", "satu")[0] == 0
    assert run("-C", str(network.root), "verify", str(folder), "--site", "dua")[0] == 1


def test_the_page(site: Path, signed: Network, tmp_path: Path) -> None:
    words = ("verify", str(site), "--allowed-signers", str(signed.signers), "--html", "laporan.html")
    assert run(*words)[0] == 0
    fine = (tmp_path / "laporan.html").read_text("utf-8")
    assert MARK in fine
    assert "Tidak ada temuan" in fine
    (site / PAGE).write_bytes(b"<script>slot gacor</script>")
    (site / "<img src=x>.php").write_bytes(b"x")
    assert run(*words)[0] == 1
    bad = (tmp_path / "laporan.html").read_text("utf-8")
    assert "<script" not in bad
    assert "<img" not in bad
    assert "nomor 7" in bad
    assert "Ada kata situs judi: gacor." in bad
    assert bad.index("Ada kata situs judi") < bad.index("Isinya tidak sama"), "the gravest first"
    assert "Jangan menghapus apa pun dahulu" in bad
    (site / RELEASE).unlink()
    run(*words)
    assert "tidak terbukti" in (tmp_path / "laporan.html").read_text("utf-8")


def test_a_site_on_the_web(site: Path, signed: Network, tmp_path: Path) -> None:
    snippet = tmp_path / "sisipan.txt"
    snippet.write_bytes(b"---\r\n<!-- hosting -->\r\n---\n<script>lain()</script>\n")
    with served(site) as url:
        code, said, _ = run("verify", url, "--allowed-signers", str(signed.signers), "--tolerate", str(snippet))
    assert code == 0
    assert "cannot be seen from outside" in said.replace("\n", " ")


def test_no_openssh(site: Path, signed: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.sshsig.PROGRAM", "ssh-keygen-yang-tiada")
    code, _, error = run("verify", str(site), "--allowed-signers", str(signed.signers))
    assert code == 2
    assert "ssh-keygen" in error
