"""A synthetic project of any size, the same bytes for the same numbers: sites x articles, in eight shapes of site.

The shapes repeat over the sites, so that every way in which editions can differ is paid for in the figures.
"""

import csv
import datetime as dt
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import sitegen
from sitegen.read.documents import BASES
from sitegen.read.masks import DIVIDER
from sitegen.read.masks import digest_of as digest_of_masked
from sitegen.read.source import split_front_matter
from sitegen.read.translations import digest_of_text
from sitegen.unicode import canonical

REPOSITORY = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 21)
"""The day that builds of the corpus speak of: dates of articles lie before it, reviews after it."""

PLAIN, CONTACT, BILINGUAL, OVERRIDES, TARGETED, CONFIRMED, FACTS, ONLY = range(8)
SHAPES = 8

TRANSLATED = 10  # one article in so many has an English version
OVERRIDDEN = 20
EXTRA = 10  # for so many shared articles, one more for the targeted group
BLOCKS = 5
WITH_FACT = 4

TOPICS = {
    "gizi": "Gizi",
    "imunisasi": "Imunisasi",
    "jkn": "JKN",
    "ibu-hamil": "Ibu hamil",
    "penyakit-menular": "Penyakit menular",
    "gawat-darurat": "Gawat darurat",
    "lansia": "Lansia",
    "sanitasi": "Sanitasi",
}
_SLUGS = tuple(TOPICS)
_PAGES = ("tentang", "privasi", "aksesibilitas")

_WORDS = {
    "id": (
        "air aktif alamat anak anda anggota antre bahan balita bantuan bawa bayi belum berat berobat bersih bidan boleh"
        " bulan cara catat cek cuci daerah daftar dahulu dapat data datang desa dokter gejala gigi gizi hamil hari"
        " hubungi ibu imunisasi ingat jadwal jaga jam jangan jawaban kader kartu kasus keluarga keluhan kepala kota"
        " kunjungan lansia layanan lebih lengkap luka lurah makan malam mandi masker masyarakat mereka minum musim"
        " nama nomor nyeri obat orang pagi pakai panas pasien pelayanan pemeriksaan penting periksa perlu petugas"
        " pilih posyandu puskesmas rawat ringan rujukan rumah sabun sakit sampai segera sehat selesai setiap siapkan"
        " simpan suhu surat susu syarat tangan tanya telepon tempat tidur timbang tubuh tunggu umur vaksin waktu warga"
    ).split(),
    "en": (
        "address adult again answer arrive ask baby bring call card care child clean clinic community complete cough"
        " data day district doctor drink each early eat family fever first food form give hands health help home"
        " hospital hour keep letter list local medicine member midwife month mother name need nearest next number"
        " nurse office often pain patient people phone place plan question ready register rest safe school season"
        " service sick soap staff task time today vaccine village visit volunteer wait warm wash water week weight"
    ).split(),
}
_HEADINGS = {
    "id": ("Apa yang perlu diketahui", "Langkah demi langkah", "Jadwal dan tempat", "Tanda bahaya", "Bila ragu"),
    "en": ("What to know", "Step by step", "When and where", "Warning signs", "If in doubt"),
}
_PHRASES = {
    "id": {
        "see": "Baca juga", "call": "Telepon kami di", "or": "atau hubungi", "portal": "Isi ini disusun untuk",
        "note": "Perhatikan", "row": "Golongan", "when": "Kapan", "fee": "Biaya", "source": "Menurut", "here": "Di",
        "schedule": "Jadwal posyandu", "ask": "tanyakan kepada kader", "here_only": "Khusus wilayah ini",
    },
    "en": {
        "see": "See also", "call": "Call us at", "or": "or reach", "portal": "Prepared for", "note": "Please note",
        "row": "Group", "when": "When", "fee": "Fee", "source": "According to", "here": "In",
        "schedule": "Schedule", "ask": "ask the volunteers", "here_only": "For this area only",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Corpus:
    """What was written: ids of the sites and slugs of the shared articles."""

    sites: tuple[str, ...]
    articles: tuple[str, ...]
    extra: tuple[str, ...]

    def of_shape(self, shape: int) -> tuple[str, ...]:
        """The sites of one shape."""
        return self.sites[shape::SHAPES]


def write_corpus(root: Path, sites: int, articles: int, seed: int = 1) -> Corpus:
    """Writes sites.yaml, content/ and themes/ into the new folder `root`."""
    root.mkdir(parents=True)
    rows = regions(sites)
    ids = tuple(f"dinkes-{row['slug']}" for row in rows)
    slugs = tuple(_slug(number) for number in range(articles))
    extra = tuple(f"sasaran-{number:04d}" for number in range(_share(articles, EXTRA)))
    corpus = Corpus(ids, slugs, extra)
    shutil.copytree(REPOSITORY / "themes" / "default", root / "themes" / "default")
    _write(root / "sites.yaml", _sites_yaml(corpus, rows))
    _write(root / "content" / "topics.yaml", _topics_yaml(seed))
    shared = root / "content" / "shared"
    for page in _PAGES:
        _write(shared / "halaman" / f"{page}.md", _page(page, seed))
    for number, slug in enumerate(slugs):
        text = _article(slugs, number, "id", seed)
        _write(shared / "artikel" / f"{slug}.md", text)
        if number % TRANSLATED == 0:
            translation = _article(slugs, number, "en", seed)
            _write(shared / "artikel" / f"{slug}.en.md", f"---\ntranslates: {_said(text)}{translation[3:]}")
    for number, slug in enumerate(extra):
        _write(shared / "artikel" / f"{slug}.md", _article(slugs, articles + number, "id", seed, "sasaran"))
    for site in corpus.of_shape(OVERRIDES):
        _write_overrides(root, slugs, site, seed)
    return corpus


def _said(text: str) -> str:
    """What a translation of this text records of it."""
    front, body, _ = split_front_matter(text, "artikel.md", [])
    assert front is not None
    return digest_of_text(front, body)


def _share(articles: int, one_in: int) -> int:
    return -(-articles // one_in)


def regions(count: int) -> list[dict[str, str]]:
    """`count` districts, spread evenly over the register."""
    with (Path(sitegen.__file__).parent / "data" / "regencies.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if not 1 <= count <= len(rows):
        raise ValueError(f"1 to {len(rows)} sites")
    return [rows[number * len(rows) // count] for number in range(count)]


def _slug(number: int) -> str:
    return f"{_SLUGS[number % len(_SLUGS)]}-{number:04d}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


# -- sites.yaml ------------------------------------------------------------------------------------------------------


def _sites_yaml(corpus: Corpus, rows: list[dict[str, str]]) -> str:
    only = corpus.of_shape(ONLY)
    groups = {"sasaran": corpus.of_shape(TARGETED), "pesisir": only[::2], "pegunungan": only[1::2]}
    lines = ["facts:", '  jadwal_posyandu: {type: text, about: "Jadwal posyandu"}', "defaults:", "  languages: [id]"]
    lines.append("groups:")
    for name, members in groups.items():
        lines += [f"  {name}:", f"    title: {name.title()}", f"    sites: [{', '.join(members)}]"]
    lines.append("sites:")
    for number, (site, row) in enumerate(zip(corpus.sites, rows, strict=True)):
        lines += [f"  - domain: {site}.example", f'    district: "{row["code"]}"', *_shape_yaml(number, row)]
    return "\n".join(lines) + "\n"


def _shape_yaml(number: int, row: dict[str, str]) -> list[str]:
    shape = number % SHAPES
    if shape in (CONTACT, CONFIRMED):
        contact = [
            "    contact:",
            f'      phone: "{phone(number)}"',
            f'      whatsapp: "+62 811 {number:04d} 000"',
            f"      email: layanan@dinkes-{row['slug']}.example",
            f'      address: "Jalan Contoh Nomor {number + 1}, {row["name"]}"',
            '      hours: "Senin sampai Jumat 08.00-15.00"',
            '      source: "Surat contoh untuk uji kecepatan"',
            "      verified: 2026-11-01",
        ]
        if shape == CONTACT:
            return contact
        return [
            *contact,
            "    identity:",
            "      status: confirmed",
            '      by: "Pejabat Contoh, Kepala Bidang"',
            "      on: 2026-11-01",
            f"      official_url: https://www.dinkes-{row['slug']}.example/",
        ]
    if shape == BILINGUAL:
        return ["    languages: [id, en]"]
    if shape == FACTS:
        return [f'    facts: {{jadwal_posyandu: "Setiap tanggal {number % 28 + 1}, pukul 08.00"}}']
    return []


def phone(number: int) -> str:
    """A telephone number of a contact; the area code 0000 belongs to nobody."""
    return f"(0000) 555 {number:04d}"


# -- content ---------------------------------------------------------------------------------------------------------


class Writer:
    """Sentences and paragraphs from a list of words."""

    def __init__(self, seed: str, lang: str) -> None:
        self._random = random.Random(seed)
        self._words = _WORDS[lang]
        self.say = _PHRASES[lang]

    def words(self, least: int, most: int) -> str:
        count = least + int(self._random.random() * (most - least + 1))
        return " ".join(self._words[int(self._random.random() * len(self._words))] for _ in range(count))

    def sentence(self) -> str:
        text = self.words(6, 13).capitalize()
        if self._random.random() < 0.25:
            first, _, rest = text.partition(" ")
            text = f"**{first}** {rest}"
        return text + "."

    def paragraph(self, sentences: int = 5) -> str:
        return " ".join(self.sentence() for _ in range(sentences))


def _article(slugs: tuple[str, ...], number: int, lang: str, seed: int, group: str = "") -> str:
    writer = Writer(f"{seed}/{number}/{lang}", lang)
    topic = _SLUGS[number % len(_SLUGS)]
    other = _SLUGS[number * 5 // 8 % len(_SLUGS)]
    topics = [topic] if topic == other else [topic, other]
    date = TODAY - dt.timedelta(days=number * 37 % 900 + 1)
    front = [
        "---",
        f"title: {writer.words(4, 7).capitalize()} {number}",
        f"summary: {writer.sentence().replace('*', '')}",
        "points:",
        *(f"  - {writer.words(6, 10).capitalize()}." for _ in range(3)),
        f"topics: [{', '.join(topics)}]",
        f"date: {date}",
        f"checked: {date + dt.timedelta(days=1)}",
        f"review_by: {TODAY + dt.timedelta(days=30 + number % 300)}",
        f"weight: {number % 100}",
        "sources:",
        f"  - title: {writer.words(5, 9).capitalize()}",
        "    publisher: Penerbit Contoh",
        f"    url: https://sumber.example/{number}",
        "    seen: 2026-11-01",
        f"  - title: {writer.words(5, 9).capitalize()}",
        "    publisher: Penerbit Lain",
    ]
    if number < 4:
        front += ["task:", f"  order: {number + 1}", f"  title: {writer.words(2, 3)}", f"  text: {writer.words(5, 8)}"]
    if group:
        front += ["sites:", f"  only: [{group}]"]
    return "\n".join([*front, "---", _body(writer, slugs, number, lang)])


def _body(writer: Writer, slugs: tuple[str, ...], number: int, lang: str) -> str:
    """A body of 6 to 7 KB with every construct that costs Markdown something."""
    say, first, second, third, fourth, fifth = (writer.say, *_HEADINGS[lang])
    near, far = slugs[(number + 1) % len(slugs)], slugs[(number * 7 + 3) % len(slugs)]
    rows = [f"| {writer.words(2, 4)} | {writer.words(1, 2)} | {n * 1000 + number} |" for n in range(5)]
    parts = [
        writer.paragraph(),
        f"## {first} {{#tahu}}",
        writer.paragraph(6) + f" {say['see']} [{writer.words(2, 4)}]({near}.md).",
        writer.paragraph(),
        f"## {second} {{#langkah}}",
        "\n".join(f"{n}. {writer.sentence()} {writer.sentence()}" for n in range(1, 6)),
        writer.paragraph(4) + f"[^1] {say['see']} [{writer.words(2, 3)}]({far}.md#tahu).",
        f"## {third}",
        f"| {say['row']} | {say['when']} | {say['fee']} |\n| --- | :-: | --: |\n" + "\n".join(rows),
        writer.paragraph(),
        f'{say["call"]} [{{{{ contact.phone | default("165") }}}}](tel:{{{{ contact.phone | default("165") }}}}). '
        f"{say['portal']} {{{{ site.name }}}}.",
        *([_fact(say)] if number % WITH_FACT == 0 else []),
        f"## {fourth}",
        f'!!! penting "{say["note"]}"\n    {writer.paragraph(3)}\n\n    - {writer.sentence()}',
        "\n".join(f"- {writer.sentence()}" for _ in range(6)),
        *(_blocks(writer) if number % BLOCKS == 0 and lang == "id" else []),
        f"## {fifth}",
        writer.paragraph(6) + f" {say['see']} [{writer.words(2, 3)}](../halaman/tentang.md).",
        f"### {writer.words(2, 3).capitalize()}\n\n{writer.paragraph(6)}",
        writer.paragraph(6),
        f"> {writer.paragraph(3)}",
        writer.paragraph(5),
        f"[^1]: {say['source']} {writer.sentence()}",
    ]
    return "\n\n".join(parts) + "\n"


def _fact(say: dict[str, str]) -> str:
    return f'{say["schedule"]}: {{{{ facts.jadwal_posyandu | default("{say["ask"]}") }}}}.'


def _blocks(writer: Writer) -> list[str]:
    return [
        f"::: only {group}\n\n### {writer.say['here_only']} ({group})\n\n{writer.paragraph(4)}\n\n:::"
        for group in ("pesisir", "pegunungan")
    ]


def _write_overrides(root: Path, slugs: tuple[str, ...], site: str, seed: int) -> None:
    """One article in twenty, not the same ones for each site: a note before, a note after, a body of its own."""
    start = sum(site.encode()) % min(OVERRIDDEN, len(slugs))
    for place, number in enumerate(range(start, len(slugs), OVERRIDDEN)):
        mode = ("before", "after", "replace")[place % 3]
        writer = Writer(f"{seed}/{number}/{site}", "id")
        note = f"{writer.paragraph(3)}\n\n- {writer.sentence()}\n- {writer.sentence()}\n\n{{{{ region.name }}}}.\n"
        front, body = f"override: {mode}", note
        if mode == "replace":  # what it replaces is kept, as `sitegen override` does
            masked = _masked(_article(slugs, number, "id", seed))
            _write(root / BASES / f"{digest_of_masked(masked)}.txt", f"{masked}\n")
            front, body = f'{front}\nbase: "{digest_of_masked(masked)}"', _body(writer, slugs, number, "id")
        _write(root / "content" / "sites" / site / "artikel" / f"{slugs[number]}.md", f"---\n{front}\n---\n{body}")


def _masked(text: str) -> str:
    """What an override of the whole body of this text masks, in canonical form."""
    _, body, _ = split_front_matter(text, "artikel.md", [])
    return canonical(f"{DIVIDER}\n{canonical(body)}")


def _page(slug: str, seed: int) -> str:
    writer = Writer(f"{seed}/{slug}", "id")
    front = f"---\ntitle: {slug.capitalize()}\nsummary: {writer.words(8, 12).capitalize()}.\nchecked: 2026-11-01\n---\n"
    parts = [f"## {writer.words(2, 4).capitalize()}\n\n{writer.paragraph()}" for _ in range(3)]
    return front + "\n\n".join(parts) + "\n"


def _topics_yaml(seed: int) -> str:
    lines = []
    for slug, title in TOPICS.items():
        lines += [f"{slug}:", f"  title: {title}", f"  summary: {Writer(f'{seed}/{slug}', 'id').sentence()}"]
    return "\n".join(lines).replace("**", "") + "\n"
