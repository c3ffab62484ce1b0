"""What people get: lines in both languages, JSON, one HTML page; exit codes; and a comparison with a git revision.

`expected/` holds a report of everything at once; `SITEGEN_REWRITE=1` writes it anew.
"""

import json
import os
import re
import subprocess
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import cli
from sitegen.diff.lines import lines
from sitegen.diff.page import page
from sitegen.diff.words import WORDS
from sitegen.git import commit_of
from sitegen.problems import Refused
from tests.conftest import ARTICLE, REWRITE, TODAY, build_project, read_tree, write
from tests.diff.network import FIRST, SECOND, compared, replaced

pytestmark = pytest.mark.usefixtures("quick_themes")
EXPECTED = Path(__file__).parent / "expected"
ANNOUNCEMENT = "---\ntitle: Kabar\nsummary: Kabar.\nstart: 2026-11-10\nend: 2026-11-30\n---\nIsi.\n"
HOSTILE = "<script>alert(1)</script> & \"kutip\" 'satu' </style>"


def run(root: Path, *words: str, lang: str = "id", code: int = 0) -> Result:
    result = CliRunner().invoke(cli, ["-C", str(root), "--lang", lang, "diff", "--date", "2026-11-21", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.exit_code == code, result.output
    return result


def git(root: Path, *words: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *words], cwd=root, check=True, capture_output=True)


def committed(root: Path) -> None:
    git(root, "init", "-q")
    write(root, {".gitignore": "dist/\n.sitegen/\n"})
    git(root, "add", "-A")
    git(root, "commit", "-qm", "awal")


def much(root: Path) -> None:
    """One of everything."""
    replaced(root, FIRST, "hari Senin", "hari Selasa")
    write(root, {"content/shared/artikel/baru.md": ARTICLE.format(title="Naskah baru")})
    text = (root / SECOND).read_text("utf-8")
    write(root, {SECOND: text.replace("---\n", "---\nwithdrawn: {on: 2026-11-20, reason: Keliru}\n", 1)})
    (root / "content/shared/artikel/lain-1.md").unlink()
    contact = 'district: "81.04", contact: {phone: "(0900) 555-0100", source: Surat, verified: 2026-11-20}'
    replaced(root, "sites.yaml", 'district: "81.04"', contact)
    write(root, {"content/shared/static/brosur/a.pdf": b"%PDF-1.4 satu"})


def test_expected(network: Path) -> None:
    much(network)
    found = compared(network)
    made = {
        "laporan.txt": "\n".join(lines(found, "id")) + "\n",
        "report.txt": "\n".join(lines(found, "en", everything=True)) + "\n",
        "laporan.html": page(found, "id"),
    }
    if REWRITE:
        for name, text in made.items():
            write(EXPECTED, {name: text})
    assert {name: data.decode() for name, data in read_tree(EXPECTED).items()} == made, "SITEGEN_REWRITE=1 rewrites it"


def test_both_languages_have_the_same_blanks() -> None:
    for name, (indonesian, english) in WORDS.items():
        assert sorted(re.findall(r"\{\w+\}", indonesian)) == sorted(re.findall(r"\{\w+\}", english)), name


class Strict(HTMLParser):
    """Tags in their order; everything that is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_hostile_words_stay_words(network: Path) -> None:
    title = HOSTILE.replace("'", "''")
    replaced(network, FIRST, "title: Pertama", f"title: '{title}'")
    write(network, {"content/shared/artikel/baru.md": ARTICLE.format(title="Baru") + "\n`</p><b onclick=x>`\n"})
    report = network / "laporan.html"
    run(network, "--html", str(report))
    text = report.read_text("utf-8")
    parser = Strict()
    parser.feed(text)
    assert parser.open == []
    assert not {"script", "img", "iframe", "link", "form"} & set(parser.tags)
    assert parser.tags.count("style") == 1
    assert HOSTILE in parser.text
    assert "</p><b onclick=x>" in parser.text
    assert not any(name.startswith("on") or name in ("style", "src") for name in parser.attributes)
    style = re.search("<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text
    assert "http" not in style[1]


def test_json(network: Path) -> None:
    much(network)
    value = json.loads(run(network, "--format", "json").stdout)
    assert value["against"] == ""
    assert value["day"] == "2026-11-21"
    assert value["follows"] == []
    kinds = {change["kind"]: change for change in value["changes"]}
    assert kinds["changed"]["masked"][0]["sites"] == ["dua"]
    assert value["waiting"][0]["sites"] == ["tiga"]
    assert json.loads(run(network, "--format", "json", "--all").stdout)["follows"] != []
    replaced(network, FIRST, "[165](tel:165)", "[165](tiada.md)")
    failed = json.loads(run(network, "--format", "json", code=1).stdout)
    assert {p["rule"] for p in failed["problems"] if p["severity"] == "error"} == {"link-missing"}


def test_a_build_that_would_stop(network: Path) -> None:
    for n in range(12):
        write(network, {f"content/shared/pengumuman/p-{n}.md": ANNOUNCEMENT})
    from sitegen.accept import accept

    accept(network, "tiga", (), "Ibu Contoh", TODAY, TODAY)
    assert not build_project(network).failed
    for n in range(12):
        write(network, {f"content/shared/pengumuman/p-{n}.md": ANNOUNCEMENT.replace("2026-11-30", "2026-11-20")})
    said = run(network).stdout
    assert "build akan berhenti (mass-removal)" in said
    assert "--max-removed 48" in said
    assert [p.rule for p in build_project(network).problems if p.severity == "error"] == ["mass-removal"]
    assert not build_project(network, max_removed=48).failed


def test_exit_codes(network: Path, tmp_path: Path) -> None:
    assert "Tidak ada yang berubah" in run(network).stdout
    assert "Nothing changes" in run(network, lang="en").stdout
    replaced(network, SECOND, "---\n", "---\nwithdrawn: {on: 2026-11-20}\n")
    run(network)
    run(network, "--max-removed", "4")
    assert "--max-removed 3" in run(network, "--max-removed", "3", code=1).output
    run(network, "--max-removed", "-1", code=2)
    assert "[file-unreadable]" in run(network, "-d", str(network / "sites.yaml"), code=1).output
    run(network, "--format", "xml", code=2)
    assert "[option-site-unknown]" in run(network, "--site", "enam", code=1).output
    assert "[write-failed]" in run(network, "--html", str(tmp_path / "tiada/x.html"), code=1).output


def test_against_a_revision(network: Path) -> None:
    committed(network)
    before = read_tree(network / "dist")
    replaced(network, FIRST, "hari Senin", "hari Selasa")
    git(network, "commit", "-qam", "Selasa")
    replaced(network, SECOND, "Isi dari Kedua", "Kini isi Kedua")
    said = run(network, "--against", "HEAD").stdout
    assert "Kini isi Kedua" in said
    assert "Selasa" not in said
    said = run(network, "--against", "HEAD~1").stdout
    assert "Kini isi Kedua" in said
    assert "hari Selasa" in said
    assert f"revisi git {commit_of(network, 'HEAD~1')[:12]}" in said
    assert read_tree(network / "dist") == before
    git(network, "checkout", "-q", "HEAD~1", "--", FIRST)
    (network / "dist").rename(network / "lain")
    assert "Kini isi Kedua" in run(network, "--against", "HEAD~1").stdout, "what is published is not asked for"


def test_a_project_inside_a_repository(network: Path) -> None:
    committed(network.parent)
    replaced(network, FIRST, "hari Senin", "hari Selasa")
    assert "hari Selasa" in run(network, "--against", "HEAD").stdout


def test_a_revision_that_cannot_be_had(network: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert "[git-no-repository]" in run(network, "--against", "HEAD", code=1).output
    write(network, {"baca.txt": "x"})
    git(network, "init", "-q")
    git(network, "add", "baca.txt")
    git(network, "commit", "-qm", "tanpa proyek")
    assert "[git-no-project]" in run(network, "--against", "HEAD", code=1).output
    for revision in ("tiada", "--output=x", "HEAD:baca.txt", ""):
        with pytest.raises(Refused) as refused:
            commit_of(network, revision)
        assert [p.rule for p in refused.value.problems] == ["git-revision-unknown"]
    replaced(network, FIRST, "(tel:165)", "(tiada.md)")
    git(network, "add", "-A")
    git(network, "commit", "-qm", "rusak")
    replaced(network, FIRST, "(tiada.md)", "(tel:165)")
    said = run(network, "--against", "HEAD", code=1).output
    assert "[diff-revision-broken]" in said
    assert f":{FIRST}:" in said
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "[git-missing]" in run(network, "--against", "HEAD", code=1).output


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_revision_with_a_link_that_leads_out(network: Path) -> None:
    (network / "content/shared/static").mkdir(parents=True, exist_ok=True)
    (network / "content/shared/static/keluar").symlink_to("/etc")
    committed(network)
    (network / "content/shared/static/keluar").unlink()
    assert "[git-failed]" in run(network, "--against", "HEAD", code=1).output
    assert not (network / ".sitegen/diff/old/content/shared/static/keluar").exists()


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_revision_with_a_link_that_stays_inside(network: Path) -> None:
    write(network, {"content/shared/static/satu.txt": "x"})
    (network / "content/shared/static/dua.txt").symlink_to("satu.txt")
    committed(network)
    (network / "content/shared/static/dua.txt").unlink()
    assert "dua.txt (hilang)" in run(network, "--against", "HEAD").stdout
