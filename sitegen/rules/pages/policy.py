"""Pages of the rules about policies, holds and acceptances."""

from sitegen.rules.pages.page import RulePage

_SITES = (
    "sites.yaml",
    """\
sites:
  - {domain: dinkesContoh.example, district: "32.02"}
""",
)
_CHOICE = (
    "content/shared/artikel/senam.md",
    """\
---
title: Senam pagi
summary: Untuk dinas yang mengadakannya.
topics: [umum]
date: 2026-11-01
policy: optional
---
Datang ke lapangan.
""",
)
_FILE = "content/sites/dinkesContoh/acceptance.yaml"
_ACCEPTED = """\
- document: artikel/senam
  digest: b67e7effb85c9b0d
  by: Kepala Dinas Contoh
  on: 2026-11-02
"""

_DOCUMENTS: dict[str, RulePage] = {
    "policy-in-override": RulePage(
        (
            "Naskah wajib tidak menjadi pilihan karena satu daerah menambah catatan di bawahnya. Kalau baris ini "
            "berlaku, koreksi yang penting dapat berhenti di satu situs tanpa ada yang tahu.",
            "A mandatory text does not become a choice because one district adds a note to it. If this line counted, "
            "an important correction might stop at one site with nobody knowing.",
        ),
        "content/sites/satu/artikel/pertama.md",
        """\
---
override: after
policy: optional
---
Loket kami ada di gedung B.
""",
        """\
---
override: after
---
Loket kami ada di gedung B.
""",
    ),
    "acceptance-unknown": RulePage(
        (
            "Dinas sudah setuju, tetapi persetujuannya tertulis untuk naskah yang tidak ada. Naskah yang dimaksud "
            "tetap tertahan, dan warga tidak membacanya.",
            "The office has agreed, but its word stands for a document that does not exist. The one that was meant is "
            "still held back, and people do not get to read it.",
        ),
        _FILE,
        """\
- {document: artikel/senma, digest: b67e7effb85c9b0d, by: Kepala Dinas Contoh, on: 2026-11-02}
""",
        """\
- {document: artikel/senam, digest: b67e7effb85c9b0d, by: Kepala Dinas Contoh, on: 2026-11-02}
""",
        (_SITES, _CHOICE),
    ),
    "acceptance-twice": RulePage(
        (
            "Dua catatan dapat menyebut dua orang dan dua versi naskah. Kalau ada pertanyaan, tidak jelas apa yang "
            "disetujui dinas.",
            "Two entries may name two people and two versions of the text. When somebody asks, it is not clear what "
            "the office agreed to.",
        ),
        _FILE,
        """\
- {document: artikel/senam, digest: 0123456789abcdef, by: Kepala Bidang Contoh, on: 2026-10-05}
- {document: artikel/senam, digest: b67e7effb85c9b0d, by: Kepala Dinas Contoh, on: 2026-11-02}
""",
        """\
- {document: artikel/senam, digest: b67e7effb85c9b0d, by: Kepala Dinas Contoh, on: 2026-11-02}
""",
        (_SITES, _CHOICE),
    ),
    "acceptance-future": RulePage(
        (
            "Catatan ini bukti bahwa dinas sudah membaca dan menyetujui. Dengan tanggal yang belum tiba, naskah "
            "terbit sebelum ada yang menyetujuinya.",
            "This entry is the proof that the office has read and agreed. With a day still to come, the text would be "
            "published before anybody agreed to it.",
        ),
        _FILE,
        """\
- {document: artikel/senam, digest: b67e7effb85c9b0d, by: Kepala Dinas Contoh, on: 2026-12-02}
""",
        """\
- {document: artikel/senam, digest: b67e7effb85c9b0d, by: Kepala Dinas Contoh, on: 2026-11-02}
""",
        (_SITES, _CHOICE),
    ),
    "acceptance-waiting": RulePage(
        (
            "Naskah ini pilihan, atau dinasnya ingin membaca dulu. Sampai dinas menjawab, warga daerah itu tidak "
            "melihatnya, jadi jangan biarkan ia menunggu tanpa ditanyakan.",
            "This text is a choice, or the office wants to read it first. Until the office answers, people there do "
            "not see it, so do not let it wait without asking.",
        ),
        _FILE,
        "",
        _ACCEPTED,
        (_SITES, _CHOICE),
        "content/shared/artikel/senam.md",
    ),
    "acceptance-changed": RulePage(
        (
            "Naskah dikoreksi sesudah dinas setuju. Koreksinya tidak menunggu, supaya pembaca tidak memakai "
            "keterangan yang salah; tetapi dinas perlu tahu apa yang kini tertulis di situsnya.",
            "The text was corrected after the office agreed. Corrections do not wait, so that readers do not go by "
            "what is wrong; but the office has to know what now stands on its site.",
        ),
        _FILE,
        """\
- document: artikel/senam
  digest: 0123456789abcdef
  by: Kepala Dinas Contoh
  on: 2026-10-05
""",
        _ACCEPTED,
        (_SITES, _CHOICE),
    ),
    "link-held": RulePage(
        (
            "Pembaca menekan tautan dan tiba di daftar artikel, bukan di naskah yang dijanjikan. Situsnya tidak "
            "rusak, tetapi jawaban yang dicari belum ada di sana.",
            "Readers tap the link and arrive at the list of articles, not at the promised text. Nothing is broken, "
            "but the answer that they look for is not there yet.",
        ),
        _FILE,
        "",
        _ACCEPTED,
        (
            _SITES,
            _CHOICE,
            (
                "content/shared/artikel/bergerak.md",
                """\
---
title: Bergerak setiap hari
summary: Pilih yang Anda suka.
topics: [umum]
date: 2026-11-01
---
Berjalan kaki, atau ikut [senam pagi](senam.md).
""",
            ),
        ),
        "content/shared/artikel/bergerak.md",
    ),
    "url-held": RulePage(
        (
            "Yang sudah terbit sudah dibaca, dicetak, dan dibagikan di WhatsApp. Menahannya sekarang berarti tautan "
            "warga mendadak mati, padahal tidak ada yang menilai naskahnya salah.",
            "What is published has been read, printed and shared on WhatsApp. To hold it now means that people's "
            "links die at once, although nobody found the text wrong.",
        ),
        wrong_words=(
            "Menulis “hold: ya” pada situs yang sudah menerbitkan artikel, lalu langsung “sitegen build”.",
            "Writing “hold: ya” for a site that has published articles, then “sitegen build” at once.",
        ),
        right_words=(
            'Catat dulu persetujuan atas yang sudah ada, baru bangun: sitegen accept dinkesContoh --all --by "Nama '
            'dan jabatan"',
            'First note the acceptance of what is there, then build: sitegen accept dinkesContoh --all --by "Name '
            'and office"',
        ),
    ),
}

_COMMAND: dict[str, RulePage] = {
    "accept-document-unknown": RulePage(
        (
            "Mungkin namanya salah eja, atau naskah itu tidak perlu disetujui dan sudah tampil. Kalau salah eja, "
            "naskah yang dimaksud tetap tertahan.",
            "Perhaps its name is misspelled, or the text needs no acceptance and is shown already. If it is "
            "misspelled, the text that was meant stays held back.",
        ),
        wrong_words=(
            'Menjalankan “sitegen accept dinkesContoh artikel/senma --by "Nama dan jabatan"”.',
            'Running “sitegen accept dinkesContoh artikel/senma --by "Name and office"”.',
        ),
        right_words=(
            "Lihat dulu “sitegen accept dinkesContoh --list”, lalu salin nama naskahnya dari sana.",
            "First look at “sitegen accept dinkesContoh --list”, then copy the name of the text from there.",
        ),
    ),
    "accept-name": RulePage(
        (
            "Nama ini jawaban bila kelak ada yang bertanya siapa di dinas yang setuju. Nama kosong atau beberapa "
            "baris tidak menjawab apa-apa.",
            "This name is the answer when somebody asks later who in the office agreed. An empty name, or several "
            "lines, answers nothing.",
        ),
        wrong_words=(
            'Menjalankan “sitegen accept dinkesContoh artikel/senam --by " "”.',
            'Running “sitegen accept dinkesContoh artikel/senam --by " "”.',
        ),
        right_words=(
            'sitegen accept dinkesContoh artikel/senam --by "Ibu Contoh, Kepala Bidang Kesmas"',
            'sitegen accept dinkesContoh artikel/senam --by "Ibu Contoh, Kepala Bidang Kesmas"',
        ),
    ),
    "accept-by-hand": RulePage(
        (
            "Di berkas itu ada persetujuan lain yang tidak boleh rusak. Karena cara menulisnya tidak biasa, lebih "
            "aman Anda sendiri yang menambahkan satu baris.",
            "That file holds other acceptances, which must not come to harm. As it is written in an unusual way, it "
            "is safer that you add the line yourself.",
        ),
        wrong_words=(
            "Menjalankan “sitegen accept” ketika content/sites/dinkesContoh/acceptance.yaml berisi daftar kosong, "
            "“[]”.",
            "Running “sitegen accept” while content/sites/dinkesContoh/acceptance.yaml holds an empty list, “[]”.",
        ),
        right_words=(
            "Hapus “[]” dan ulangi, atau tulis sendiri “- ” dengan keterangan yang disebut.",
            "Delete the “[]” and try again, or write “- ” and what the message gives yourself.",
        ),
    ),
}

POLICY: dict[str, RulePage] = {**_DOCUMENTS, **_COMMAND}
