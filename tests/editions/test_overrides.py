"""Overrides: what each mode makes of a text, what becomes stale and what does not, and the commands about them."""

import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import cli
from sitegen.model.document import Text
from sitegen.model.project import Project
from sitegen.problems import Place, Problem, merged
from sitegen.read.project import read_project
from sitegen.read.sections import headings
from sitegen.render.markdown import parse
from sitegen.texts import place_in_text
from tests.conftest import GOOD, REPO, TODAY, MakeProject, write

SHARED = "content/shared/artikel/berobat.md"
SITE = "content/sites/satu/artikel/berobat.md"
OTHER = "content/sites/dua/artikel/berobat.md"
GROUP = "content/groups/bersama/artikel/berobat.md"
NAME = "artikel/berobat"
FRONT = "---\ntitle: Berobat\nsummary: Cara berobat.\ntopics: [umum]\ndate: 2026-11-01\n---\n"
BODY = """\
Pembuka.

## Syarat

Bawa kartu.
Bawa KTP.
Bawa rujukan.

### Anak

Bawa buku KIA.

## Jam layanan

Buka pukul 08.00.

::: only satu
Hari Sabtu tutup.
:::

## Biaya

Gratis.[^1]

[^1]: Dengan JKN.
"""
FILES = {**GOOD, SHARED: FRONT + BODY}


def read(root: Path) -> tuple[Project, tuple[Problem, ...]]:
    problems: list[Problem] = []
    project = read_project(root, TODAY, False, problems)
    return project, merged([p for p in problems if p.severity != "task"])


def problems_of(root: Path) -> list[tuple[str, str]]:
    return [(p.rule, str(p.place)) for p in read(root)[1]]


def text_of(root: Path, site: str) -> Text:
    project, problems = read(root)
    assert not [p for p in problems if p.severity == "error"]
    number = [s.id for s in project.sites].index(site)
    return next(e.text for e in project.editions if e.path == NAME and e.mask >> number & 1)


def run(root: Path, *words: str) -> Result:
    result = CliRunner().invoke(cli, ["-C", str(root), "--lang", "id", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())


@pytest.fixture
def root(project: MakeProject) -> Path:
    return project(FILES)


def override(mode: str, body: str, *keys: str) -> str:
    return "".join(f"{line}\n" for line in ("---", f"override: {mode}", *keys, "---")) + body


# -- what the modes make -------------------------------------------------------------------------------------------


def test_before_and_after_add_a_note(root: Path) -> None:
    write(root, {GROUP: override("after", "Catatan grup.\n"), SITE: override("before", "Catatan daerah.\n")})
    source = text_of(root, "satu").source
    assert source.startswith('!!! local "Khusus \ue0000\ue001"\n    Catatan daerah.\n\n\nPembuka.')
    assert source.endswith('!!! local "Khusus Bersama"\n    Catatan grup.\n')
    assert problems_of(root) == []
    assert "Catatan daerah" not in text_of(root, "dua").source


def test_fields_changes_keys_only(root: Path) -> None:
    shared = text_of(root, "satu")
    write(root, {SITE: override("fields", "\n", "title: Berobat di sini")})
    project, _ = read(root)
    assert {e.meta.title for e in project.editions if e.path == NAME} == {"Berobat", "Berobat di sini"}
    assert text_of(root, "satu") == shared


def test_section_replaces_what_stands_below_its_heading(root: Path) -> None:
    write(root, {SITE: override("section", "Bawa surat.\n\n### Lansia\n\nDatang pagi.\n", "section: syarat")})
    text = text_of(root, "satu")
    assert "## Syarat\n\nBawa surat.\n\n### Lansia\n\nDatang pagi.\n\n\n## Jam layanan" in text.source
    assert "KTP" not in text.source
    assert "KIA" not in text.source
    lines = text.source.split("\n")
    for words, place in (
        ("## Syarat", Place(SHARED, 9, 1)),
        ("Bawa surat.", Place(SITE, 5, 1)),
        ("Datang pagi.", Place(SITE, 9, 1)),
        ("## Jam layanan", Place(SHARED, 19, 1)),
        ("[^1]: Dengan JKN.", Place(SHARED, 31, 1)),
    ):
        assert place_in_text(text, lines.index(words) + 1, 1) == place


def test_a_section_may_hold_blocks(root: Path) -> None:
    write(root, {GROUP: override("section", "Jam grup.\n\n::: only dua\nDua.\n:::\n", "section: jam-layanan")})
    assert "Jam grup.\n\nDua." in text_of(root, "dua").source
    assert "Dua." not in text_of(root, "satu").source
    assert "Sabtu" not in text_of(root, "satu").source


def test_a_block_around_a_section_stays_whole(root: Path) -> None:
    body = "## A\n\nAwal.\n\n::: only satu\n\n## B\n\nIsi B.\n\n:::\n\nAkhir.\n"
    write(root, {SHARED: FRONT + body, SITE: override("section", "Baru.\n", "section: b")})
    assert text_of(root, "satu").source.strip().endswith("Akhir.")
    assert "Baru." in text_of(root, "satu").source
    write(root, {SITE: override("section", "Baru.\n", "section: a")})
    assert "Isi B." in text_of(root, "satu").source


def test_layers_build_on_each_other(root: Path) -> None:
    write(
        root,
        {
            GROUP: override("section", "Syarat grup.\n\n### Bayi\n\nSyarat bayi.\n", "section: syarat"),
            SITE: override("section", "Syarat bayi di sini.\n", "section: bayi"),
        },
    )
    assert "Syarat grup.\n\n### Bayi\n\nSyarat bayi di sini." in text_of(root, "satu").source.replace("\n\n\n", "\n\n")
    write(root, {SITE: override("replace", "Semua lain.\n")})
    assert text_of(root, "satu").source == "Semua lain.\n"
    assert "Syarat bayi." in text_of(root, "dua").source


def test_footnotes_of_a_section(root: Path) -> None:
    """It may use those that stand elsewhere; its own do not take their place."""
    own = "Lihat.[^1] Juga.[^2]\n\n[^2]: Sendiri.\n"
    write(root, {SITE: override("section", own, "section: syarat")})
    assert "Lihat.[^1] Juga.[^2]" in text_of(root, "satu").source
    write(root, {SITE: override("section", "Lihat.[^1]\n\n[^1]: Sendiri.\n", "section: syarat")})
    assert "Lihat.[^1-]" in text_of(root, "satu").source


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        "## Isi\n\n## Isi\n\n## isi 2\n\n## m\n\n##Rapat\n\n## ???\n\n## Ya {#ya}\n\n## Ya\n",
        "## **Tebal** dan _miring_ `kode_x`[^1]\n\n[^1]: x\n\n## [Teks](a.md) & <https://a.example/b>\n",
        "Judul\n-----\n\nTeks\n## Tengah\n- butir\n\n## Tagar # di dalam ##\n\n### Ékor \\* bintang\n",
        "## snake_case_name dan 5 * 3\n\n## A &amp; B\n\n## ![gambar](a.png) Teks {: .x #lain }\n\n## Lain\n",
    ],
)
def test_ids_are_those_of_the_parser(body: str) -> None:
    parsed, _ = parse(Text("k", "id", body.encode(), ()))
    assert [h.id for h in headings(body.split("\n"))] == [h.id for h in parsed.headings]


def test_ids_of_all_real_texts() -> None:
    project = read_project(REPO, TODAY, True, [])
    shared = [e.text for e in project.editions if "!!! local" not in e.text.source]
    assert shared
    for text in {text.key: text for text in shared}.values():
        parsed, _ = parse(text)
        assert [h.id for h in headings(text.source.split("\n"))] == [h.id for h in parsed.headings]


# -- stale or not --------------------------------------------------------------------------------------------------


def made(root: Path, site: str = "satu", mode: str = "section", section: str = "syarat") -> None:
    words = ("--section", section) if mode == "section" else ()
    result = run(root, "override", site, NAME, "--mode", mode, *words)
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("mode", ["section", "replace", "fields"])
@pytest.mark.parametrize("layer", ["satu", "group:bersama"])
def test_a_new_override_is_current(root: Path, mode: str, layer: str) -> None:
    before = text_of(root, "satu").source.split()
    made(root, layer, mode)
    assert problems_of(root) == []
    assert text_of(root, "satu").source.split() == before
    assert len(list((root / "content/bases").glob("*.txt"))) == 1


@pytest.mark.parametrize("mode", ["before", "after"])
def test_a_new_note_waits_for_its_words(root: Path, mode: str) -> None:
    made(root, mode=mode)
    assert problems_of(root) == [("body-empty", f"{SITE}:4:1")]
    (root / SITE).write_text((root / SITE).read_text("utf-8") + "Catatan.\n", "utf-8")
    assert problems_of(root) == []
    assert not (root / "content/bases").exists()


def test_only_an_edit_of_exactly_what_is_masked_counts(root: Path) -> None:
    made(root)
    edit(root, SITE, "Bawa KTP.", "Bawa surat domisili.")
    edit(root, SHARED, "Gratis.", "Gratis bagi peserta.")
    edit(root, SHARED, "Pembuka.", "Pembuka lain.\n\nLagi.")
    edit(root, SHARED, "summary: Cara berobat.", "summary: Lain.")
    assert problems_of(root) == []
    edit(root, SHARED, "Bawa KTP.", "Bawa KTP atau KK.")
    (found,) = read(root)[1]
    assert (found.rule, str(found.place), found.sites) == ("override-stale", f"{SHARED}:11:1", ("satu",))
    assert found.others == (Place(SITE),)
    assert found.detail.split("\n")[1:] == [
        " Bawa kartu.", "-Bawa KTP.", "+Bawa KTP atau KK.", " Bawa rujukan.", " "
    ]  # fmt: skip


def test_a_key_is_masked_by_its_value(root: Path) -> None:
    write(root, {SITE: override("after", "Catatan.\n", "summary: Lain.")})
    assert problems_of(root) == [("override-base-missing", f"{SITE}:2:1")]
    assert run(root, "rebase", "satu", NAME).exit_code == 0
    assert problems_of(root) == []
    edit(root, SHARED, "Gratis.", "Gratis bagi peserta.")
    assert problems_of(root) == []
    edit(root, SHARED, "summary: Cara berobat.", "summary: Cara berobat baru.")
    (found,) = read(root)[1]
    assert (found.rule, str(found.place)) == ("override-stale", f"{SHARED}:3:10")
    result = run(root, "rebase", "satu", NAME)
    assert "“summary”" in result.output
    assert "Cara berobat baru." in result.output
    assert problems_of(root) == []
    assert "summary: Lain." in (root / SITE).read_text("utf-8")


def test_line_ends_blanks_and_encodings_do_not_count(root: Path) -> None:
    edit(root, SHARED, "Bawa KTP.", "Bawa KTP, café.")
    made(root)
    made(root, "dua", "replace")
    for path in (root / "content").rglob("*.*"):
        text = path.read_text("utf-8")
        path.write_bytes(text.replace("\n", "\r\n").encode())
    assert problems_of(root) == []
    edit(root, SHARED, "Bawa kartu.", "Bawa kartu.  ")
    edit(root, SHARED, "Bawa KTP, café.", unicodedata.normalize("NFD", "Bawa KTP, café.\t"))
    assert problems_of(root) == []


def test_grouped_over_sites(root: Path) -> None:
    made(root, "satu")
    made(root, "dua")
    edit(root, SHARED, "Bawa KTP.", "Bawa KK.")
    (found,) = read(root)[1]
    assert found.sites == ("dua", "satu")
    assert found.others == (Place(OTHER), Place(SITE))
    output = run(root, "check").output
    assert output.count("[override-stale]") == 1
    assert "\n    -Bawa KTP.\n    +Bawa KK.\n" in output


def test_a_changed_layer_between_counts_too(root: Path) -> None:
    write(root, {GROUP: override("after", "Catatan grup.\n")})
    made(root, "satu", "replace")
    edit(root, GROUP, "Catatan grup.", "Catatan grup baru.")
    assert [rule for rule, _ in problems_of(root)] == ["override-stale"]


def test_a_group_above_different_texts_has_several_bases(project: MakeProject) -> None:
    sites = FILES["sites.yaml"].replace(
        "sites:\n  - {", "  lagi:\n    title: Lagi\n    sites: [satu, dua]\nsites:\n  - {"
    )
    sites = sites.replace("sites: [satu, dua]\n  lagi", "sites: [satu]\n  lagi")
    root = project({**FILES, "sites.yaml": sites, GROUP: override("section", "Jam lain.\n", "section: jam-layanan")})
    run(root, "rebase", "group:bersama", NAME)
    made(root, "group:lagi", "section", "jam-layanan")
    assert problems_of(root) == []
    text = (root / "content/groups/lagi/artikel/berobat.md").read_text("utf-8")
    assert text.count('", "') == 1


def test_minor(root: Path) -> None:
    made(root, "satu")
    made(root, "dua", "replace")
    edit(root, SHARED, "Bawa KTP.", "Bawa K.T.P.")
    assert [rule for rule, _ in problems_of(root)] == ["override-stale", "override-stale"]
    result = run(root, "minor", NAME)
    assert result.exit_code == 0
    assert SITE in result.output
    assert OTHER in result.output
    assert problems_of(root) == []
    edit(root, SHARED, "Bawa K.T.P.", "Bawa KTP elektronik.")
    assert len(problems_of(root)) == 2
    assert run(root, "minor", NAME).exit_code == 0
    edit(root, SHARED, "Bawa kartu.", "Bawa kartu dan uang.")
    assert len(problems_of(root)) == 2
    edit(root, SHARED, "Bawa kartu dan uang.", "Bawa kartu.")
    assert problems_of(root) == []
    assert "tidak ada yang dicatat" in run(root, "minor", f"{NAME}.md").output


def test_orphan(root: Path) -> None:
    made(root)
    edit(root, SHARED, "## Syarat", "## Persyaratan")
    (found,) = read(root)[1]
    assert (found.rule, str(found.place)) == ("override-orphan", f"{SITE}:3:10")
    assert "persyaratan" in found.hint("id")
    assert run(root, "rebase", "satu", NAME).exit_code == 1


def test_a_damaged_base_counts_as_missing(root: Path) -> None:
    made(root)
    (base,) = (root / "content/bases").glob("*.txt")
    base.write_text("rusak\n", "utf-8")
    assert [rule for rule, _ in problems_of(root)] == ["override-base-missing"]
    assert run(root, "rebase", "satu", NAME).exit_code == 0
    assert problems_of(root) == []


def test_a_damaged_list_of_minor_changes_is_a_problem(root: Path) -> None:
    write(root, {"content/bases/minor.yaml": "[a"})
    assert [place.partition(":")[0] for _, place in problems_of(root)] == ["content/bases/minor.yaml"]
    assert run(root, "minor", NAME).exit_code == 1


# -- rebase --------------------------------------------------------------------------------------------------------


def test_rebase_merges(root: Path) -> None:
    made(root)
    edit(root, SITE, "Bawa kartu.", "Bawa kartu.  ")
    edit(root, SITE, "Bawa buku KIA.", "Bawa buku KIA dan popok.")
    edit(root, SITE, "override: section\n", "# catatan editor\noverride: section\n")
    edit(root, SHARED, "Bawa KTP.", "Bawa KTP atau KK.")
    result = run(root, "rebase", "satu", NAME)
    assert result.exit_code == 0
    assert "sudah digabungkan" in result.output
    text = (root / SITE).read_text("utf-8")
    assert text.startswith('---\n# catatan editor\noverride: section\nsection: syarat\nbase: "')
    assert text.count("base:") == 1
    assert "\nBawa kartu.  \nBawa KTP atau KK.\nBawa rujukan.\n\n### Anak\n\nBawa buku KIA dan popok.\n" in text
    assert problems_of(root) == []
    assert "Tidak ada yang berubah" in run(root, "rebase", "satu", NAME).output
    assert (root / SITE).read_text("utf-8") == text


def test_rebase_with_a_conflict(root: Path) -> None:
    made(root)
    edit(root, SITE, "Bawa KTP.", "Bawa surat domisili.")
    edit(root, SHARED, "Bawa KTP.", "Bawa KK.")
    result = run(root, "rebase", "satu", NAME)
    assert result.exit_code == 1
    assert f"{SITE}:7:1: kesalahan [conflict-marker]" in result.output
    text = (root / SITE).read_text("utf-8")
    assert (
        "<<<<<<< naskah daerah ini\nBawa surat domisili.\n=======\nBawa KK.\n>>>>>>> naskah bersama\nBawa rujukan."
    ) in text
    assert [rule for rule, _ in problems_of(root)] == ["conflict-marker"]
    assert run(root, "rebase", "satu", NAME).exit_code == 1
    for line in ("<<<<<<< naskah daerah ini\n", "=======\nBawa KK.\n>>>>>>> naskah bersama\n"):
        edit(root, SITE, line, "")
    assert problems_of(root) == []


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_rebase_keeps_the_line_ends_of_windows(root: Path, mark: str) -> None:
    made(root)
    path = root / SITE
    path.write_bytes(mark.encode() + path.read_bytes().replace(b"\n", b"\r\n"))
    edit(root, SITE, "Bawa buku KIA.", "Bawa buku KIA dan popok.")
    edit(root, SHARED, "Bawa KTP.", "Bawa KTP atau KK.")
    assert run(root, "rebase", "satu", NAME).exit_code == 0
    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 5
    assert data.startswith(mark.encode() + b"---\r\n")
    assert "Bawa KTP atau KK.\r\n" in data.decode()
    assert problems_of(root) == []


def test_rebase_without_a_base_only_records_it(root: Path) -> None:
    write(root, {SITE: override("replace", "Semua lain.\n")})
    result = run(root, "rebase", "satu", NAME)
    assert result.exit_code == 0
    assert "tidak diubah" in result.output
    assert (root / SITE).read_text("utf-8").endswith("---\nSemua lain.\n")
    assert problems_of(root) == []


@pytest.mark.parametrize(
    ("front", "by_hand"),
    [
        ("{override: replace, title: Lain}\n", True),
        ('\'base\':\n- "0123456789abcdef"\n\n- fedcba9876543210\n"override": replace\ntitle: Lain\n', False),
    ],
)
def test_front_matter_written_otherwise(root: Path, front: str, by_hand: bool) -> None:
    before = f"---\n{front}---\nSemua lain.\n"
    write(root, {SITE: before})
    result = run(root, "rebase", "satu", NAME)
    if by_hand:
        assert result.exit_code == 1
        assert "override-by-hand" in result.output
        assert (root / SITE).read_text("utf-8") == before
    else:
        assert (root / SITE).read_text("utf-8").count("base") == 1
        assert "conflict-marker" in result.output


# -- wrong words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (("override", "tiga", NAME, "--mode", "after"), "option-site-unknown"),
        (("override", "group:tiga", NAME, "--mode", "after"), "option-group-unknown"),
        (("override", "satu", "artikel/berobet", "--mode", "after"), "override-path"),
        (("override", "satu", "../../x", "--mode", "after"), "override-path"),
        (("override", "satu", NAME, "--mode", "section", "--section", "sarat"), "override-orphan"),
        (("rebase", "satu", NAME), "override-none"),
        (("rebase", "satu", "artikel/berobet"), "override-path"),
        (("minor", "artikel/berobet"), "override-path"),
    ],
)
def test_wrong_words(root: Path, words: tuple[str, ...], rule: str) -> None:
    files = sorted((root / "content").rglob("*"))
    result = run(root, *words)
    assert result.exit_code == 1
    assert f"[{rule}]" in result.output
    assert sorted((root / "content").rglob("*")) == files


def test_no_override_is_written_over_another(root: Path) -> None:
    write(root, {SITE: override("after", "Catatan.\n")})
    result = run(root, "override", "satu", f"{NAME}.md", "--mode", "replace")
    assert result.exit_code == 1
    assert "[override-exists]" in result.output
    assert (root / SITE).read_text("utf-8").endswith("Catatan.\n")
    assert run(root, "override", "satu", NAME, "--mode", "section").exit_code == 2
    assert run(root, "rebase", "satu", NAME).output.strip().endswith("tidak dapat usang.")


def test_nothing_is_written_outside_the_project(root: Path, tmp_path: Path) -> None:
    (tmp_path / "luar").mkdir()
    (root / "content/sites").mkdir(parents=True)
    try:
        (root / "content/sites/satu").symlink_to(tmp_path / "luar", target_is_directory=True)
    except OSError:
        pytest.skip("needs symbolic links")
    result = run(root, "override", "satu", NAME, "--mode", "after")
    assert result.exit_code == 1
    assert list((tmp_path / "luar").rglob("*")) == []


def test_only_names_differ(root: Path) -> None:
    body = "Warga Kabupaten Garut berobat di sini.\n"
    write(root, {SHARED: FRONT + body, SITE: override("replace", body.replace("Kabupaten Garut", "Kerinci"))})
    run(root, "rebase", "satu", NAME)
    assert problems_of(root) == []
    edit(root, SHARED, "Kabupaten Garut", "{{ region.name }}")
    edit(root, SITE, "Kerinci", "Kabupaten Sukabumi")
    assert ("override-only-names", f"{SITE}:5:1") in problems_of(root)
