"""A small network with something of everything that a report tells, and the overview of made-up sites."""

import datetime as dt

from sitegen.overview.facts import Due, Finding, Need, Overview, SiteState, Stale, Waiting, Weight
from sitegen.problems import Place, problem
from tests.conftest import GOOD

TODAY = dt.date(2026, 11, 21)
HOSTILE = "\"Judul\" <script>alert(1)</script> & 'lain'"


def _article(title: str, body: str, **front: str) -> str:
    lines = [f"title: {title}", f"summary: Ringkasan dari {title}.", "topics: [umum]"]
    front = {"date": "2026-11-01", **front}
    lines += [f"{key}: {value}" for key, value in front.items()]
    return "\n".join(["---", *lines, "---", "## Isi", "", body]) + "\n"


# Three sites: one without anything, one that has nearly all and has confirmed it, the one page of a kecamatan.
NETWORK: dict[str, str] = {
    **GOOD,
    "sites.yaml": """\
facts:
  jadwal_posyandu: {type: text, about: Hari buka}
  tak_dipakai: {type: text, about: Tidak dipakai naskah}
sites:
  - {domain: satu.example, district: "32.02", hold: ya}
  - domain: dua.example
    district: "15.01"
    contact:
      {phone: "0812 0000 0000", address: Jalan Contoh 1, hours: Senin, source: Surat contoh, verified: 2025-11-01}
    facts: {jadwal_posyandu: Senin pertama}
    identity: {status: confirmed, by: Ibu Contoh, on: 2026-11-01, official_url: "https://dua.example/"}
  - domain: tiga.example
    district: "13.71"
    area: {code: "13.71.10", name: Kecamatan Nanggalo}
""",
    "content/shared/artikel/pertama.md": _article("Pertama", "Isi dari Pertama.", policy="mandatory"),
    "content/shared/artikel/kedua.md": _article(
        "Kedua", "Posyandu: {{ facts.jadwal_posyandu | default('belum ada') }}.", policy="mandatory"
    ),
    "content/shared/artikel/lewat.md": _article(
        "Lewat", "Isi.", policy="mandatory", review_by="2026-11-01", risk="sedang", sources="[{title: Sumber}]"
    ),
    "content/shared/artikel/ditahan.md": _article(
        "Ditahan", "Isi.", policy="mandatory", review_by="2026-01-10", risk="tinggi", sources="[{title: Sumber}]"
    ),
    "content/shared/artikel/dekat.md": _article(
        "Dekat", "Isi.", policy="mandatory", review_by="2026-12-10", risk="tinggi", sources="[{title: Sumber}]"
    ),
    "content/shared/artikel/nanti.md": _article(
        "Nanti", "Harga 10 {per 2026-08-01}. {klaim tarif}", policy="mandatory", review_by="2027-05-01"
    ),
    "content/shared/artikel/menunggu.md": _article(f"'{HOSTILE.replace(chr(39), chr(39) * 2)}'", "Isi."),
    "content/shared/tanya/apa.md": (
        "---\ntitle: Apa ini?\nsummary: Jawaban singkat.\ntopics: [umum]\npolicy: mandatory\n---\nIsi.\n"
    ),
    "content/sites/dua/artikel/pertama.md": (
        '---\noverride: section\nsection: isi-2\nbase: "0123456789abcdef"\n---\nIsi Dua.\n'
    ),
    "content/sites/dua/facilities.csv": "name,kind,kecamatan\n=Puskesmas Contoh,puskesmas,Contoh\n",
    "content/claims.yaml": """\
sources:
  A1: {grade: A, title: Sumber satu, publisher: Contoh, seen: 2026-08-22}
claims:
  tarif: {says: Tarif contoh 10., nature: berubah, sources: [A1]}
""",
}


def overview() -> Overview:
    """Two sites as values: one published, with all that can be told; one of which nothing is known."""
    one = SiteState(
        id="satu",
        domain="satu.example",
        host="satu.example",
        name='Portal <b>Satu</b> & "Co"',
        place="Satu",
        office="Dinas Kesehatan Satu",
        province="Jawa Barat",
        confirmed=False,
        single=False,
        published=True,
        asked=(("identity", ""), ("phone", ""), ("fact", "jadwal_posyandu")),
        needs=(
            Need("phone", True, documents=("Kedua",)),
            Need("fact", True, "jadwal_posyandu", ("Kedua", "Pertama")),
            Need("email", False),
            Need("contact-old", False, day=dt.date(2025, 1, 2)),
        ),
        waiting=(
            Waiting("artikel/baru", HOSTILE, "recommended", dt.date(2026, 11, 11), False),
            Waiting("artikel/lama", "Lama", "mandatory", None, True),
        ),
        findings=(
            Finding("mobile", "yes", "all", (("total", "3"),)),
            Finding("search", "no", "lacking", (("path", "cari.js"),)),
            Finding("tagline", "yes", "tagline-is", (("text", "Singkat <i>& jelas</i>"),)),
            Finding("clicks", "unbuilt", "no-articles"),
        ),
        weights=(
            Weight("artikel/berat.html", 60_000, 15_200),
            Weight("artikel/pindah.html", 900, 500, moves=True),
            Weight("index.html", 12_000, 4_100),
        ),
        verified=dt.date(2025, 1, 2),
    )
    other = SiteState(
        id="dua",
        domain="dua.example",
        host="dua.example",
        name="Dinas Kesehatan Dua",
        place="Dua",
        office="Dinas Kesehatan Dua",
        province="Jambi",
        confirmed=True,
        single=True,
        published=False,
        asked=(("identity", ""),),
        needs=(),
        waiting=(),
        findings=(Finding("mobile", "unbuilt", "not-published"), Finding("search", "none", "one-page")),
        weights=(),
    )
    due = (
        Due("document", "artikel/a", HOSTILE, dt.date(2026, 11, 1), "sedang", "overdue", 20, Place("a.md"), ("satu",)),
        Due("document", "artikel/b", "Dekat", dt.date(2026, 12, 1), "tinggi", "soon", 0, Place("b.md"), ("satu",)),
        Due("claim", "tarif", "Tarif.", dt.date(2027, 2, 1), "", "later", 0, Place("c.yaml"), ("satu",)),
        Due("figure", "artikel/a", "Angka", dt.date(2027, 2, 1), "", "later", 0, Place("a.md", 9), ("satu",), 3),
        Due("document", "artikel/d", "Jauh", dt.date(2031, 2, 1), "rendah", "later", 0, Place("d.md"), ("satu",)),
    )
    return Overview(
        TODAY,
        (one, other),
        due,
        (Stale(Place("content/shared/artikel/a.md", 7, 1), (Place("content/sites/satu/artikel/a.md"),), ("satu",)),),
        (
            problem("contact-missing", Place("sites.yaml", 3, 1), sites=("dua", "satu")),
            problem("sources-wanted", Place("content/shared/artikel/a.md", 2, 1)),
        ),
        errors=1,
    )
