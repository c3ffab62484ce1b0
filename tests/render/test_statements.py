"""What a text states, and what is wrong with its language: blocks, marks, figures, numbers to call, sentences."""

import pytest

from sitegen.language import gambling_words, long_sentences, nik_like, official_words
from sitegen.model.document import ClaimMark, Text
from sitegen.render.blocks import blocks
from sitegen.render.statements import stated

DATE = "{per 2026-11-20}"


def text(source: str, *marks: tuple[str, int], lang: str = "id") -> Text:
    return Text("k", lang, source.encode(), (), claims=tuple(ClaimMark(key, line, 1, 0) for key, line in marks))


def figures(source: str, *marks: tuple[str, int]) -> list[str]:
    return [one.text for one in stated(text(source, *marks))[1]]


def test_blocks() -> None:
    source = """\
Pembuka.

## Satu {#satu}

Alinea
dua baris.

Tiga butir:

- satu
- dua

    masih dua

| a | b |
| --- | --- |
| c | d |

!!! info "Kotak"
    Isi kotak.

    Masih kotak.

Di luar.

[^1]: Catatan.
"""
    found = [(part.kind, part.section, part.numbers[0], part.numbers[-1]) for part in blocks(source)]
    assert found == [
        ("paragraph", 0, 1, 1), ("heading", 1, 3, 3), ("paragraph", 1, 5, 6), ("list", 1, 8, 13), ("table", 1, 15, 17),
        ("box", 1, 19, 22), ("paragraph", 1, 24, 24), ("definition", 1, 26, 26),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Ada 21 pelayanan dan Rp42.000, lalu 5 persen.", ["21", "Rp42.000", "5"]),
        ("Satu atau 2 orang, 3M Plus, COVID-19.", []),
        ("[45 hari](https://contoh.example/2026/11)", ["45"]),
        ("Lihat [ini](https://contoh.example/2026/11) dan `42`.", []),
        (f"Angka {DATE}", []),
        ("## Apa itu 119?", []),
        ("Telepon [119](tel:119). Nomor 119 gratis.", []),
        ("Telepon 165 atau 0800-1234-567.", []),
        ("10. butir kesepuluh", []),
        ("Saran kerja: 30 menit.\n\n- 10 menit pembukaan", []),
        ('## Di mana?\n\n!!! info "Ini saran kerja"\n    Sediakan 20 kursi.\n\nAda 21 butir.', ["21"]),
        ('!!! info "Ini saran kerja"\n    Semua usul kami.\n\n## Apa?\n\nSediakan 20 kursi.', []),
        ("Saran kerja: 30 menit.\n\nAda 21 butir.", ["21"]),
        ("## Berapa hari?\n\n- [ ] 30 hari\n- [x] 90 hari\n\nSembilan puluh, sejak 2018.", ["2018"]),
    ],
)
def test_figures_without_a_mark(source: str, found: list[str]) -> None:
    assert figures(source) == found


def test_a_mark_covers_its_block() -> None:
    assert figures("Ada 21 butir.\n\nAda 22 butir.", ("a", 1)) == ["22"]
    assert figures("Butirnya:\n\n- 21\n- 22", ("a", 1)) == []


def test_a_mark_knows_its_day_and_its_section() -> None:
    source = f"""\
## Satu

Angka {DATE}.

Tanpa hari.

## Dua

Periksa [kanal
resmi](https://contoh.example/).
"""
    uses = stated(text(source, ("a", 3), ("b", 5), ("c", 9)))[0]
    assert [(use.key, use.dated, use.hedged) for use in uses] == [
        ("a", True, False), ("b", False, False), ("c", False, True),
    ]  # fmt: skip
    before = stated(text(f"Periksa kanal resmi.\n\n{source}", ("a", 5)))[0]
    assert before[0].hedged
    english = stated(text("Please ask an official channel.", ("a", 1), lang="en"))[0]
    assert english[0].hedged


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("[165](tel:165) dan [kami](tel:+62-811-816-5165)", ["165", "08118165165", "165"]),
        ("WhatsApp 0811-8165-165", ["08118165165"]),
        ("Telepon 1500-567, SMS 1708", ["1500567", "1708"]),
        ("Buka 08.00-15.00, tahun 2026, Rp150.000, 0-11 bulan", []),
        ("[telepon](tel:\ue0000\ue001)", []),
    ],
)
def test_numbers_to_call(source: str, found: list[str]) -> None:
    assert sorted({one.text for one in stated(text(source))[2]}) == sorted(set(found))


@pytest.mark.parametrize(
    ("between", "ends"),
    [
        (". Lalu", True), ("! Lalu", True), ("? “Lalu", True), (".” Lalu", True), (". 5", True), (".\nLalu", True),
        (". lalu", False), (" dr. Budi", False), (" Jl. Contoh", False), (" No. 5", False), (" 2.5", False),
        (" Prof. Budi", False), (" nomor. Lima", False), (" prov.\n  Papua", False),
        ("; Lalu", False), (": Lalu", False),
    ],
)  # fmt: skip
def test_where_sentences_end(between: str, ends: bool) -> None:
    half = " ".join(["kata"] * 15)
    assert [start for start, _ in long_sentences(f"Pendek. Lalu {half}{between} {half}. Pendek.")] == (
        [] if ends else [8]
    )


def test_long_sentences_by_item_and_cell() -> None:
    item = "kata " * 20
    flaws = stated(text(f"- {item}\n- {item}\n\n| {item} | {item} |\n| --- | --- |\n"))[3]
    assert not flaws
    (flaw,) = stated(text(f"Alinea {item}\n{item}.\n"))[3]
    assert (flaw.rule, flaw.line, flaw.column) == ("sentence-long", 1, 1)


def test_officialese_in_indonesian_only_and_not_in_quotations() -> None:
    source = "Kader **melaksanakan** itu. “Dalam rangka” dan `guna`.\n\n> tersebut\n\nPeraturan 1 tentang Para Contoh."
    assert [flaw.args[1][1] for flaw in stated(text(source))[3]] == ["melaksanakan"]
    assert not stated(text(source, lang="su"))[3]
    assert [plain for _, _, plain in official_words("Dalam\nrangka uji")] == ["untuk"]


@pytest.mark.parametrize(
    "words",
    [
        "SLOT-GACOR",
        "g4c0r",
        "situs slot",
        "link sl0t",
        "agen slot",
        "sl0t online",
        "slot88",
        "judi online",
        "agen judi",
        "Togel",
        "toto macau",
        "max-win",
        "rtp live",
        "bocoran slot",
        "scatter hitam",
        "pragmatic play",
        "gates of olympus",
        "sweet bonanza",
        "mahjong ways",
        "SBOBET",
        "pkv games",
        "bandarqq",
        "domino qq",
        "poker online",
        "roulette online",
        "tembak ikan online",
        "live casino",
        "mix parlay",
        "bonus new member",
        "depo slot",
        "freebet",
        "jackpot progresif",
    ],
)
def test_words_of_gambling_sites(words: str) -> None:
    assert list(gambling_words(f"Ini {words}, ya"))


@pytest.mark.parametrize("words", ["judi daring", "slot waktu", "scatter plot", "bersosialisasi", "togelan", "toto"])
def test_harmless_words(words: str) -> None:
    assert not list(gambling_words(f"Ini {words}, ya"))


@pytest.mark.parametrize(
    "written", ["1234567890123456", "1234 5678 9012 3456", "123456.789012.3456", "12-34-56789012-3456"]
)
def test_numbers_like_a_nik(written: str) -> None:
    assert [found for _, found in nik_like(f"NIK {written}.")] == ["12…56"]


def test_other_digits_and_letters_are_seen() -> None:
    """What is asked first, and quickly, passes over nothing that a search finds."""
    (found,) = nik_like("NIK \u0661\u0662\u0663\u0664 5678 9012 345\u0666.")
    assert found[1] == "\u0661\u0662…5\u0666"
    assert [plain for _, _, plain in official_words("\u212ahususnya ibu hamil")] == ["terutama"]


@pytest.mark.parametrize(
    "written",
    ["12345678901234567", "123456789012345", "2019 2020 2021 2022", "Rp1.000.000.000.000.000", "0811-8165-165, 2026",
     "https://contoh.example/1234567890123456", "106.9299579012345"],
)  # fmt: skip
def test_other_numbers(written: str) -> None:
    assert not list(nik_like(f"Angka {written} ini"))
