"""Downloads and quizzes from their files to their pages."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from sitegen import locale
from sitegen.model.filetypes import FILE_TYPES
from sitegen.read.downloads import check_download
from tests.conftest import GOOD, Files, MakeProject, build_project, read_tree, write

DOWNLOAD = """\
---
title: Lembar hadir
summary: Tabel kosong.
date: 2026-11-01
review_by: 2027-06-01
file: lembar.csv
sources: [{title: Sumber}]
---
"""
QUIZ = """\
---
title: Kuis air
summary: Tiga pertanyaan.
date: 2026-11-01
review_by: 2027-06-01
sources: [{title: Sumber}]
---
Pembuka.

## Pertama?

- [ ] Salah *sekali*
- [x] Benar & "betul"

Sebab satu.

## Kedua?

Lihat dulu.

* [X] Ya

* [ ] Tidak

Sebab dua, di {{ site.place }}.

Ketiga?
-------

- [ ] a
- [x] b
- [ ] c

Sebab tiga.
"""
ROWS = b"Nama;Jumlah\r\n" + b"Baris;1\r\n" * 150
FILES: Files = {
    "content/shared/unduhan/lembar.md": DOWNLOAD,
    "content/shared/unduhan/lembar/lembar.csv": ROWS,
    "content/shared/kuis/air.md": QUIZ,
}
OFFERED = "unduhan/lembar/lembar.csv"


def built(root: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    report = build_project(root)
    assert not report.failed, [p.message("en") for p in report.problems]
    return read_tree(root / "dist/satu.example"), read_tree(root / "dist/dua.example")


def test_a_download_says_what_its_bytes_are(project: MakeProject) -> None:
    root = project({**GOOD, **FILES})
    one, two = built(root)
    assert one[OFFERED] == two[OFFERED] == ROWS
    dist = root / "dist"
    assert (dist / "satu.example" / OFFERED).samefile(dist / "dua.example" / OFFERED)
    size = locale.file_size(len(ROWS), "id")
    assert size == "2\u00a0KB"
    for page in ("unduhan.html", "unduhan/lembar.html"):
        assert size in one[page].decode()
        assert "Tabel (CSV)" in one[page].decode()
    assert b'<a class="btn on" href="lembar/lembar.csv" download type="text/csv">' in one["unduhan/lembar.html"]


def test_a_place_may_offer_a_file_of_its_own(project: MakeProject) -> None:
    own = "content/sites/dua/unduhan/lembar/lembar.csv"
    root = project({**GOOD, **FILES, own: b"Nama\r\nSetempat\r\n"})
    one, two = built(root)
    assert (one[OFFERED], two[OFFERED]) == (ROWS, b"Nama\r\nSetempat\r\n")
    assert "2\u00a0KB" in one["unduhan/lembar.html"].decode()
    assert "16\u00a0byte" in two["unduhan/lembar.html"].decode()
    write(root, {own: b"Nama\r\nSetempat lagi\r\n"})
    again, changed = built(root)
    assert again == one
    assert {path for path in changed if changed[path] != two[path]} == {
        OFFERED, "unduhan.html", "unduhan/lembar.html", "sitegen-manifest.json",
    }  # fmt: skip


def test_a_quiz_asks_and_answers(project: MakeProject) -> None:
    one, _ = built(project({**GOOD, **FILES}))
    page = one["kuis/air.html"].decode()
    assert re.findall(r"<h2 id=\"[^\"]*\">(\d\. [^<]*)</h2>", page) == ["1. Pertama?", "2. Kedua?", "3. Ketiga?"]
    body = page.partition('<div class="body">')[2].partition('<div class="end">')[0]
    assert re.findall(r'name="(_q\d)"', body) == ["_q1"] * 2 + ["_q2"] * 2 + ["_q3"] * 3
    right = ['B. Benar &amp; "betul"', "A. Ya", "B. b"]
    assert re.findall(r"<p><b>Jawaban: (.*)</b></p>", body) == right
    assert re.findall(r"<li><b>(.*)</b>", body) == right
    assert body.count("Sebab dua, di Kabupaten Sukabumi.") == 2  # below the question, and in the key
    assert "[ ]" not in body
    assert "[x]" not in body
    assert not re.search(r"<form|<button|checked|action=", body)


def test_lists_site_map_search_and_home_know_them(project: MakeProject) -> None:
    one, _ = built(project({**GOOD, **FILES}))
    for page, title in (("kuis/air.html", "Kuis air"), ("unduhan/lembar.html", "Lembar hadir")):
        assert f'href="{page}">{title}' in one["peta-situs.html"].decode()
        assert f'["{page}",'.encode() in one["cari-indeks.js"]
        shelf = f"{page.partition('/')[0]}.html"
        assert f'href="{page}">{title}' in one[shelf].decode()
        for lists in ("index.html", "peta-situs.html"):
            assert f'href="{shelf}"' in one[lists].decode()
    assert "3 pertanyaan" in one["kuis.html"].decode()
    assert b"Kuis air" not in one["feed.xml"]


def test_none_of_them_no_list(project: MakeProject) -> None:
    one, _ = built(project(GOOD))
    assert not {"kuis.html", "unduhan.html"}.intersection(one)
    assert b"kuis" not in one["index.html"]


def test_a_note_of_a_place_is_no_part_of_a_question(project: MakeProject) -> None:
    note = "---\noverride: after\n---\nCatatan dari Dua.\n"
    section = "---\noverride: section\nsection: pertama\n---\n- [x] Lain\n- [ ] Bukan\n\nSebab lain.\n"
    root = project({**GOOD, **FILES, "content/sites/dua/kuis/air.md": note, "content/sites/satu/kuis/air.md": section})
    one, two = (tree["kuis/air.html"].decode() for tree in built(root))
    assert two.index("</fieldset>\n<div") < two.index("Catatan dari Dua.") < two.index('<section class="key">')
    assert two.count("Catatan dari Dua.") == 1
    assert "A. Lain" in one
    assert "Sebab satu." not in one


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 byte"), (999, "999 byte"), (1000, "1 KB"), (1001, "2 KB"), (999_999, "1.000 KB"), (1_000_000, "1 MB"),
        (1_000_001, "1,1 MB"), (8_388_608, "8,4 MB"),
    ],
)  # fmt: skip
def test_sizes_never_promise_too_little(size: int, words: str) -> None:
    assert locale.file_size(size, "id").replace("\u00a0", " ") == words


def _zip(*parts: tuple[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts:
            archive.writestr(name, text)
    return made.getvalue()


def _sound(ending: str) -> bytes:
    """A file of a type, as small as it can be."""
    if FILE_TYPES[ending].shape == "odf":
        return _zip(("mimetype", FILE_TYPES[ending].media), ("content.xml", "<x/>"))
    if FILE_TYPES[ending].shape == "ooxml":
        return _zip(("[Content_Types].xml", "<x/>"), *((f"{name}/x.xml", "") for name in ("word", "xl", "ppt")))
    return {".pdf": b"%PDF-1.7\n%\xe2\xe3\n", ".txt": "Isi é\n".encode()}.get(
        ending, b"\xef\xbb\xbfNama,Nilai\n-1.5,+62 21\n-,\n"
    )


@pytest.mark.parametrize("ending", FILE_TYPES)
def test_a_sound_file_passes_under_its_own_name_only(ending: str) -> None:
    data = _sound(ending)
    assert not [*check_download(f"x{ending}", data)]
    assert not [*check_download(f"X{ending.upper()}", data)]
    for other, kind in FILE_TYPES.items():
        if kind.shape != FILE_TYPES[ending].shape:
            assert [p.rule for p in check_download(f"x{other}", data)] == ["download-bytes"]
    if FILE_TYPES[ending].shape == "odf":
        assert [p.rule for p in check_download("x.odt" if ending != ".odt" else "x.ods", data)] == ["download-bytes"]


def test_a_damaged_zip_is_none() -> None:
    data = _sound(".docx")
    for end in range(0, len(data), 7):
        assert [p.rule for p in check_download("x.docx", data[:end])] == ["download-bytes"]
