"""Pages of the rules about languages and translations."""

from sitegen.rules.pages.page import RulePage

_SITES = (
    "sites.yaml",
    """\
sites:
  - {domain: dinkesContoh.example, district: "32.02", languages: [id, en]}
""",
)
_ORIGINAL = (
    "content/shared/artikel/jadwal.md",
    """\
---
title: Jadwal posyandu
summary: Kapan posyandu buka.
topics: [umum]
date: 2026-11-05
---
Tanyakan kepada kader.
""",
)
_TRANSLATION = "content/shared/artikel/jadwal.en.md"

LANGUAGES: dict[str, RulePage] = {
    "languages-empty": RulePage(
        (
            "Bahasa menentukan menu, tanggal, dan naskah mana yang tampil. Situs tanpa bahasa tidak punya satu halaman "
            "pun.",
            "The language decides on menus, dates and which texts are shown. A site without one has no page at all.",
        ),
        "sites.yaml",
        """\
sites:
  - {domain: dinkesContoh.example, district: "32.02", languages: []}
""",
        """\
sites:
  - {domain: dinkesContoh.example, district: "32.02", languages: [id]}
""",
    ),
    "languages-without-id": RulePage(
        (
            "Setiap naskah ditulis dalam bahasa Indonesia lebih dahulu. Tanpa “id”, artikel yang belum diterjemahkan, "
            "misalnya tentang gawat darurat, tidak ada sama sekali di situs ini.",
            "Every text is written in Indonesian first. Without “id”, articles that are not translated yet, such as "
            "those on emergencies, would not be on this site at all.",
        ),
        "sites.yaml",
        """\
sites:
  - {domain: dinkesContoh.example, district: "32.02", languages: [su, en]}
""",
        """\
sites:
  - {domain: dinkesContoh.example, district: "32.02", languages: [su, en, id]}
""",
    ),
    "language-code": RulePage(
        (
            "Pembaca layar memilih suara dan peramban memilih bahasa menurut kode ini. Dua kode untuk satu bahasa "
            "membuat terjemahannya terpencar dan sebagian tidak pernah tampil.",
            "Screen readers choose their voice by this code, and browsers the language. With two codes for one "
            "language its translations would lie apart, and some would never be shown.",
        ),
        "sites.yaml",
        """\
sites:
  - {domain: dinkesContoh.example, district: "32.02", languages: [id, sun]}
""",
        """\
sites:
  - {domain: dinkesContoh.example, district: "32.02", languages: [id, su]}
""",
    ),
    "language-without-words": RulePage(
        (
            "Pembaca memilih bahasanya sendiri, lalu melihat menu dan tombol dalam bahasa lain. Situsnya tetap "
            "berjalan, tetapi terasa setengah jadi, dan yang hanya paham satu bahasa sulit menemukan jalannya.",
            "Readers choose their own language and get menus and buttons in another one. The site works, but looks "
            "half done, and who knows one language only has trouble to find the way.",
        ),
        "themes/default/strings/su.po",
        "",
        """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Alamat"
msgstr "Alamat"
""",
        (
            (
                "sites.yaml",
                """\
sites:
  - {domain: dinkesContoh.example, district: "32.02", languages: [id, su]}
""",
            ),
        ),
        "sites.yaml",
    ),
    "translation-without-original": RulePage(
        (
            "Naskah asli berbahasa Indonesia ialah tempat isi diperiksa dan dikoreksi. Terjemahan yang berdiri sendiri "
            "tidak ikut diperiksa, dan pembaca bahasa lain tidak mendapat halaman itu.",
            "The original in Indonesian is where a text is checked and corrected. A translation that stands alone is "
            "not checked with it, and readers of other languages do not get the page.",
        ),
        "content/shared/artikel/imunisasi.md",
        "",
        """\
---
title: Jadwal imunisasi
summary: Kapan anak diimunisasi.
topics: [umum]
date: 2026-11-05
---
Tanyakan kepada bidan.
""",
        (
            _SITES,
            (
                "content/shared/artikel/imunisasi.en.md",
                """\
---
title: When children are immunised
summary: Days of immunisation.
topics: [umum]
date: 2026-11-05
translates: 46514eb24757b6fb
---
Ask the midwife.
""",
            ),
        ),
        "content/shared/artikel/imunisasi.en.md",
    ),
    "translation-base-missing": RulePage(
        (
            "“translates:” mencatat naskah mana yang dibaca penerjemah. Tanpa itu, tidak ada yang mengingatkan bila "
            "naskah asli dikoreksi, dan pembaca terjemahan tetap memakai keterangan yang lama.",
            "“translates:” notes which text the translator read. Without it nobody is told when the original is "
            "corrected, and readers of the translation go on with what is out of date.",
        ),
        _TRANSLATION,
        """\
---
title: When the posyandu opens
summary: Days of the posyandu.
topics: [umum]
date: 2026-11-05
---
Ask the health volunteer.
""",
        """\
---
title: When the posyandu opens
summary: Days of the posyandu.
topics: [umum]
date: 2026-11-05
translates: bc7d4c70ebc9b799
---
Ask the health volunteer.
""",
        (_SITES, _ORIGINAL),
    ),
    "translation-stale": RulePage(
        (
            "Naskah asli sudah dikoreksi, terjemahannya belum: dua pembaca yang bertetangga dapat membaca dua jadwal "
            "atau dua biaya yang berbeda.",
            "The original has been corrected, the translation has not: two neighbours may read two different dates or "
            "two different costs.",
        ),
        _TRANSLATION,
        """\
---
title: When the posyandu opens
summary: Days of the posyandu.
topics: [umum]
date: 2026-11-05
translates: bc7d4c70ebc9b799
---
Ask the health volunteer.
""",
        """\
---
title: When the posyandu opens
summary: Days of the posyandu.
topics: [umum]
date: 2026-11-05
translates: f7de2ee13dad1978
---
Ask the health volunteer or the midwife.
""",
        (
            _SITES,
            (
                "content/shared/artikel/jadwal.md",
                """\
---
title: Jadwal posyandu
summary: Kapan posyandu buka.
topics: [umum]
date: 2026-11-05
---
Tanyakan kepada kader atau bidan.
""",
            ),
        ),
    ),
    "translation-key-missing": RulePage(
        (
            "Naskah asli berhenti tampil pada suatu hari, atau hanya tampil di sebagian situs; terjemahannya tidak. "
            "Pembaca bahasa lain lalu datang untuk layanan yang sudah lewat atau tidak ada di daerahnya.",
            "The original stops being shown on some day, or is shown on some sites only; its translation is not told. "
            "Readers of the other language then come for a service that is over, or is not there.",
        ),
        _TRANSLATION,
        """\
---
title: When the posyandu opens
summary: Days of the posyandu.
topics: [umum]
date: 2026-11-05
translates: bc7d4c70ebc9b799
---
Ask the health volunteer.
""",
        """\
---
title: When the posyandu opens
summary: Days of the posyandu.
topics: [umum]
date: 2026-11-05
expires: 2026-12-31
translates: bc7d4c70ebc9b799
---
Ask the health volunteer.
""",
        (
            _SITES,
            (
                "content/shared/artikel/jadwal.md",
                """\
---
title: Jadwal posyandu
summary: Kapan posyandu buka.
topics: [umum]
date: 2026-11-05
expires: 2026-12-31
---
Tanyakan kepada kader.
""",
            ),
        ),
    ),
}
