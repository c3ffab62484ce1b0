"""An article as a message: what is said, how long it may be, and what arrives in WhatsApp."""

import datetime as dt
import gzip
import html
import re
import unicodedata
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from sitegen.model.document import Meta, Source
from sitegen.model.scalars import Url
from sitegen.plan.share import LONGEST, share
from tests.conftest import GOOD, REPO, Build, MakeProject

DAY = dt.date(2026, 11, 20)
SOURCES = (Source("Buku satu"), Source("Buku dua"), Source("Buku tiga"))
EMERGENCY = "Gawat darurat: telepon 119. Tanya JKN: telepon 165."
# The most that a page adds to the text: an address with the longest host, and the notice (measured below).
ADDRESS = "https://" + ".".join(["a" * 60] * 4) + "/artikel/" + "b" * 48 + ".html"
NOTICE = "\n\nBukan situs resmi pemerintah."


def test_a_short_article() -> None:
    meta = Meta("Berobat", points=("Datang dulu.", "Bawa e-KTP."), checked=DAY, sources=SOURCES)
    both = share(meta, "id")
    assert both.caption == "Berobat\n\n1. Datang dulu.\n2. Bawa e-KTP.\n\nDiperiksa 20 November 2026\n\n"
    assert both.text == (
        "*Berobat*\n\n1. Datang dulu.\n2. Bawa e-KTP.\n\n"
        f"{EMERGENCY}\n\nSumber: Buku satu dan 2 sumber lain, diperiksa 20 November 2026\n\n"
    )


def test_without_points_the_summary_without_sources_the_day() -> None:
    both = share(Meta("Judul", summary="Satu kalimat.", date=DAY), "en")
    assert both.caption == "Judul\n\nSatu kalimat.\n\nPublished November\u00a020, 2026\n\n".replace("\u00a0", " ")
    assert both.text.startswith("*Judul*\n\nSatu kalimat.\n\nEmergency: call 119.")
    assert both.text.endswith("Published November 20, 2026\n\n")
    assert share(Meta("Judul"), "id").text == f"*Judul*\n\n{EMERGENCY}\n\n"


def test_the_caption_has_three_points_the_text_all() -> None:
    meta = Meta("Judul", points=tuple(f"Pokok {n}." for n in "abcde"))
    both = share(meta, "id")
    assert "3. Pokok c." in both.caption
    assert "Pokok d." not in both.caption
    assert "5. Pokok e." in both.text


@pytest.mark.parametrize("sentences", [1, 3, 6])
@pytest.mark.parametrize("points", [1, 3, 12])
def test_a_long_article_stays_within_the_limit(points: int, sentences: int) -> None:
    point = " ".join(f"Kalimat {n} dengan beberapa kata lagi di dalamnya yang panjang." for n in range(sentences))
    meta = Meta("Judul " * 80, points=(point,) * points, checked=DAY, sources=(Source("Sumber " * 70),) * 9)
    whole = share(meta, "id").text + ADDRESS + NOTICE
    assert len(whole) <= LONGEST
    title, *said, emergency, source, address, notice = whole.split("\n\n")
    assert title.endswith("…*")
    assert len(title) < 165
    assert (emergency, address, notice) == (EMERGENCY, ADDRESS, NOTICE.strip())
    assert "… dan 8 sumber lain, diperiksa" in source
    assert said, "at least a sentence of the first point"
    for line in said[0].split("\n"):
        assert line.endswith("panjang."), "cut where a sentence ends"


def test_a_point_without_an_end_is_left_out_whole() -> None:
    meta = Meta("Judul", points=("Pendek saja.", "kata " * 180, "Sesudahnya."))
    text = share(meta, "id").text
    assert "1. Pendek saja.\n\n" in text
    assert "kata" not in text
    assert "Sesudahnya" not in text


def test_marks_of_whatsapp_are_taken_out() -> None:
    meta = Meta("Satu *dua* ~tiga~", points=("Tulis ke nama_orang@surel.example, _bukan_ `itu`.",))
    text = share(meta, "id").text
    assert text.startswith("*Satu dua tiga*\n")
    assert "nama_orang@surel.example, bukan itu." in text


def test_other_scripts_keep_to_their_line_and_nothing_is_added() -> None:
    title, point = "أين أذهب؟", "اتصل بالرقم 119."
    text = share(Meta(title, points=(point,), checked=DAY, sources=SOURCES), "id").text
    assert text.split("\n")[:3] == [f"*{title}*", "", f"1. {point}"]
    ours = set(text) - set(title + point)
    assert {unicodedata.category(sign) for sign in ours} <= {"Lu", "Ll", "Nd", "Po", "Zs", "Cc"}
    assert ours & {sign for sign in ours if unicodedata.category(sign) == "Cc"} == {"\n"}
    assert not any(unicodedata.bidirectional(sign).startswith(("LR", "RL", "PD", "FS")) for sign in ours)


# -- on a page -----------------------------------------------------------------------------------------------------

ARTICLE = """\
---
title: "Sakit & <gawat>: 100% gratis?"
summary: Ringkasan.
points: [Bawa e-KTP + "kartu"., "Telepon 119 & 165.", "Ke IGD #1."]
topics: [umum]
date: 2026-11-01
checked: 2026-11-20
sources: [{title: Buku uji}]
---
Isi.
"""
SITES = """\
sites:
  - domain: satu.example
    district: "32.02"
    identity: {status: confirmed, by: Pejabat Contoh, on: 2026-11-02, official_url: https://resmi.example/}
  - {domain: dua.example, district: "15.01", base_url: https://lain.example/kesehatan/}
"""


@pytest.mark.usefixtures("quick_themes")
def test_what_a_page_carries(project: MakeProject, run_build: Build) -> None:
    root = project({**GOOD, "sites.yaml": SITES, "content/shared/artikel/pertama.md": ARTICLE})
    report = run_build(root)
    assert not report.failed, report.problems
    assert report.fallbacks == 0
    for domain, base, confirmed in (
        ("satu.example", "https://satu.example/", True),
        ("dua.example", "https://lain.example/kesehatan/", False),
    ):
        page = (root / "dist" / domain / "artikel/pertama.html").read_text(encoding="utf-8")
        (link,) = re.findall(r'href="(https://wa\.me/[^"]*)"', page)
        parts = urlsplit(html.unescape(link))
        assert not parts.fragment
        assert parse_qs(parts.query, strict_parsing=True) == {
            "text": [
                'Sakit & <gawat>: 100% gratis?\n\n1. Bawa e-KTP + "kartu".\n2. Telepon 119 & 165.\n3. Ke IGD #1.\n\n'
                f"Diperiksa 20 November 2026\n\n{base}artikel/pertama.html"
            ]
        }
        (text,) = re.findall(r'<pre id="_siaran" dir="auto">(.*?)</pre>', page, re.DOTALL)
        said = html.unescape(text)
        assert len(said) <= LONGEST
        assert said.startswith("*Sakit & <gawat>: 100% gratis?*\n\n1. ")
        assert said.endswith(f"{base}artikel/pertama.html" + ("" if confirmed else NOTICE))
        assert "<script" not in text


def test_all_of_the_project_fit() -> None:
    """The project's own articles are short enough to go out whole."""
    for path in sorted((REPO / "content/shared/artikel").glob("*.md")):
        points = re.findall(r"^  - (?!title)(.*)$", path.read_text(encoding="utf-8").split("topics:")[0], re.MULTILINE)
        meta = Meta("Judul", points=tuple(points), checked=DAY, sources=(Source("S", url=Url("https://a.example/")),))
        assert all(point in share(meta, "id").text for point in points), path.name


def test_the_script_stays_small() -> None:
    """Six kilobytes, compressed, for all that a script adds; nothing needs it."""
    assert len(gzip.compress((REPO / "themes/default/script.js").read_bytes(), 9)) <= 6 * 1024


def test_the_notice_has_room(project: MakeProject) -> None:
    """In every language of the theme the notice is no longer than the room kept for it."""
    strings = (Path(REPO) / "themes/default/strings/en.po").read_text(encoding="utf-8")
    (english,) = re.findall(r'msgid "Bukan situs resmi pemerintah\."\nmsgstr "(.*)"', strings)
    assert max(len(english), len(NOTICE)) + len("\n\n") <= 60
