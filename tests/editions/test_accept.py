"""`sitegen accept`: what waits, what is written, that all else in the file stays, and what is refused."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import cli
from tests.conftest import MakeProject, build_project, write
from tests.editions.test_policy import FILES, article

pytestmark = pytest.mark.usefixtures("quick_themes")
FILE = "content/sites/dua/acceptance.yaml"
BY = ("--by", "Kepala Bidang, Dinas Contoh")


def run(root: Path, *words: str, lang: str = "id") -> Result:
    result = CliRunner().invoke(cli, ["-C", str(root), "--lang", lang, "accept", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def said(root: Path) -> str:
    return (root / FILE).read_bytes().decode()


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795222800")  # 2026-11-21 in Jakarta


def test_list_accept_and_change(project: MakeProject) -> None:
    root = project(FILES)
    listed = run(root, "dua", "--list").output
    assert listed.splitlines() == [
        "artikel/anjuran  “Anjuran”  sejak 2026-11-01  recommended",
        "artikel/pilihan  “Pilihan”  sejak 2026-11-01  optional",
    ]
    done = run(root, "dua", "artikel/anjuran.md", *BY, "--on", "2026-11-20")
    assert done.exit_code == 0, done.output
    digest = re.search(r"\(([0-9a-f]{16})\)", done.output)
    assert digest
    assert said(root) == (
        f'- document: artikel/anjuran\n  digest: {digest[1]}\n  by: "Kepala Bidang, Dinas Contoh"\n  on: 2026-11-20\n'
    )
    assert not [p for p in build_project(root).problems if p.rule == "acceptance-changed"]
    assert (root / "dist/dua.example/artikel/anjuran.html").exists()
    write(root, {"content/shared/artikel/anjuran.md": article("Anjuran", "Lain.")})
    assert "artikel/anjuran  “Anjuran”  changed since it was accepted" in run(root, "dua", "--list", lang="en").output
    again = run(root, "dua", "--all", "--by", "Kepala: 'Dinas' #1")
    assert "Disetujui lagi: artikel/anjuran" in again.output
    assert "Disetujui: artikel/pilihan" in again.output
    assert digest[1] not in said(root)
    assert said(root).count("by: \"Kepala: 'Dinas' #1\"") == 2
    assert said(root).count("on: 2026-11-21") == 2
    assert "Tidak ada yang menunggu" in run(root, "dua", "--list").output
    assert "Tidak ada yang menunggu" in run(root, "dua", "--all", *BY).output
    report = build_project(root)
    assert not [p for p in report.problems if p.rule.startswith("acceptance") and "dua" in p.sites]


@pytest.mark.parametrize(
    ("before", "head", "end"),
    [
        ("# catatan\r\n", "# catatan\r\n", "\r\n"),
        ("# tanpa baris akhir", "# tanpa baris akhir\n", "\n"),
        ("\ufeff# BOM\n\n", "\ufeff# BOM\n\n", "\n"),
        ("", "", "\n"),
    ],
)
def test_the_rest_of_the_file_stays(project: MakeProject, before: str, head: str, end: str) -> None:
    root = project({**FILES, FILE: before.encode()})
    assert run(root, "dua", "artikel/pilihan", "--by", "Kepala").exit_code == 0
    assert said(root).startswith(f"{head}- document: artikel/pilihan{end}  digest: ")
    assert said(root).endswith(f"  by: Kepala{end}  on: 2026-11-21{end}")


def test_entries_change_where_they_stand(project: MakeProject) -> None:
    old = "0123456789abcdef"
    text = (
        f"# Surat 12\n  - {{document: artikel/pilihan, digest: '{old}', by: \"Bapak Lama\", on: 2026-11-02}}  # dulu\n"
        f"  - on: 2026-11-03\n    by: Ibu Lama\n    digest: {old}\n    document: artikel/anjuran\n# akhir\n"
    )
    root = project({**FILES, FILE: text})
    done = run(root, "dua", "artikel/pilihan", *BY)
    assert done.exit_code == 0, done.output
    now = said(root)
    digest = re.search(r"digest: ([0-9a-f]{16}),", now)
    assert digest
    line = f'  - {{document: artikel/pilihan, digest: {digest[1]}, by: "{BY[1]}", on: 2026-11-21}}  # dulu\n'
    assert now == text.splitlines(keepends=True)[0] + line + "".join(text.splitlines(keepends=True)[2:])
    write(root, {"content/shared/artikel/baru.md": article("Baru")})
    assert run(root, "dua", "artikel/baru", "--by", "Kepala").exit_code == 0
    assert said(root).startswith(now + "  - document: artikel/baru\n    digest: ")


@pytest.mark.parametrize(
    ("words", "code", "rule"),
    [
        (("duaa", "--list"), 1, "option-site-unknown"),
        (("dua", "artikel/pilihn", *BY), 1, "accept-document-unknown"),
        (("satu", "artikel/wajib", *BY), 1, "accept-document-unknown"),
        (("dua", "--all", *BY, "--on", "2026-12-01"), 1, "acceptance-future"),
        (("dua", "--all", "--by", "a\nb"), 1, "accept-name"),
        (("dua", "--all", "--by", "  "), 1, "accept-name"),
        (("dua", "--all"), 2, "--by"),
        (("dua", *BY), 2, "--all"),
        (("dua", "artikel/pilihan", "--all", *BY), 2, "--all"),
        (("dua", "--all", *BY, "--on", "besok"), 2, "tahun-bulan-hari"),
    ],
)
def test_refused(project: MakeProject, words: tuple[str, ...], code: int, rule: str) -> None:
    root = project(FILES)
    result = run(root, *words)
    assert result.exit_code == code
    assert rule in result.output
    assert "Traceback" not in result.output
    assert not (root / "content/sites/dua").exists()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[]\n", "accept-by-hand"),
        (
            '- {document: artikel/anjuran, digest: 0123456789abcdef, by: "Ke\\u0070ala", on: 2026-11-02}\n',
            "accept-by-hand",
        ),
        ("- {document: artikel/anjuran}\n", "key-missing"),
        ("document: artikel/anjuran\n", "value-not-list"),
        ("- {document: artikel/anjuran, digest: zz, by: Kepala, on: 2026-11-02}\n", "value-invalid"),
        ("- [\n", "yaml-"),
    ],
)
def test_a_file_that_cannot_be_changed_stays(project: MakeProject, text: str, rule: str) -> None:
    root = project({**FILES, FILE: text})
    result = run(root, "dua", "--all", "--by", "Kepala")
    assert result.exit_code == 1, result.output
    assert f"[{rule}" in result.output
    assert said(root) == text


def test_mistakes_elsewhere_do_not_stop_it(project: MakeProject) -> None:
    root = project({**FILES, "content/shared/artikel/salah.md": "tanpa kepala\n"})
    assert run(root, "dua", "artikel/pilihan", "--by", "Kepala").exit_code == 0
    write(root, {"sites.yaml": "sites: [\n"})
    result = run(root, "dua", "--list")
    assert result.exit_code == 1
    assert "sites.yaml:" in result.output


def test_a_folder_that_leads_outside_is_not_written(project: MakeProject, tmp_path: Path) -> None:
    root = project({**FILES, "content/sites/satu/artikel/x.md": article("X")})
    (tmp_path / "luar").mkdir()
    (root / "content/sites/dua").symlink_to(tmp_path / "luar")
    result = run(root, "dua", "--all", "--by", "Kepala")
    assert "file-outside" in result.output
    assert not list((tmp_path / "luar").iterdir())
