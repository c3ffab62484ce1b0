"""Pages of the rules about overrides."""

from sitegen.rules.pages.page import RulePage

_SHARED = (
    "content/shared/artikel/berobat.md",
    """\
---
title: Berobat ke puskesmas
summary: Jam layanan.
topics: [umum]
date: 2026-11-01
---
## Jam layanan

Tanyakan kepada petugas.
""",
)
_HOURS = ("content/bases/3c55b91d0a47ac36.txt", "---\nTanyakan kepada petugas.\n")
_SUMMARY = ("content/bases/13b3f97ce87c98cd.txt", "summary: Jam layanan.\n---\n")
_SITE = "content/sites/satu/artikel/berobat.md"

OVERRIDES: dict[str, RulePage] = {
    "override-section-missing": RulePage(
        (
            "Isi daerah ini mengganti satu bagian dari naskah bersama. Tanpa penanda, bagian yang salah dapat hilang "
            "dari halaman, dan pembaca tidak tahu bahwa ada yang hilang.",
            "The local text takes the place of one part of the shared text. Without an id, the wrong part could vanish "
            "from the page, and readers would not know that anything is missing.",
        ),
        _SITE,
        """\
---
override: section
base: "3c55b91d0a47ac36"
---
Senin sampai Jumat, pagi hari.
""",
        """\
---
override: section
section: jam-layanan
base: "3c55b91d0a47ac36"
---
Senin sampai Jumat, pagi hari.
""",
        (_SHARED, _HOURS),
    ),
    "override-orphan": RulePage(
        (
            "Judul di naskah bersama diganti atau dihapus, atau penandanya salah eja. Kalau dibiarkan, keterangan "
            "daerah Anda, misalnya jam layanan, hilang dari halaman tanpa ada yang tahu.",
            "A heading of the shared text was renamed or removed, or its id is misspelled. If nobody said so, your "
            "local text, such as opening hours, would drop off the page unnoticed.",
        ),
        _SITE,
        """\
---
override: section
section: jam-buka
base: "3c55b91d0a47ac36"
---
Senin sampai Jumat, pagi hari.
""",
        """\
---
override: section
section: jam-layanan
base: "3c55b91d0a47ac36"
---
Senin sampai Jumat, pagi hari.
""",
        (_SHARED, _HOURS),
    ),
    "override-section-heading": RulePage(
        (
            "Judul setingkat di dalam isi daerah memulai bagian baru di halaman. Daftar isi menjadi kacau, dan naskah "
            "di bawah judul itu tidak lagi termasuk bagian yang Anda ganti.",
            "A heading of the same level inside the local text starts a new part of the page. The list of contents "
            "gets muddled, and what stands below that heading is no longer in the part that you replace.",
        ),
        _SITE,
        """\
---
override: section
section: jam-layanan
base: "3c55b91d0a47ac36"
---
Senin sampai Jumat, pagi hari.

## Hari libur

Hanya gawat darurat.
""",
        """\
---
override: section
section: jam-layanan
base: "3c55b91d0a47ac36"
---
Senin sampai Jumat, pagi hari.

### Hari libur

Hanya gawat darurat.
""",
        (_SHARED, _HOURS),
    ),
    "override-fields-body": RulePage(
        (
            "Dengan cara “fields” isi halaman tetap dari naskah bersama. Kalimat yang Anda tulis di bawahnya tidak "
            "akan pernah dibaca siapa pun.",
            "With “fields” the body of the page stays that of the shared text. Nobody would ever read what you wrote "
            "below.",
        ),
        _SITE,
        """\
---
override: fields
base: "13b3f97ce87c98cd"
summary: Jam layanan di kabupaten kami.
---
Loket ada di gedung B.
""",
        """\
---
override: fields
base: "13b3f97ce87c98cd"
summary: Jam layanan di kabupaten kami.
---
""",
        (_SHARED, _SUMMARY),
    ),
    "override-nothing": RulePage(
        (
            "Orang mengira daerah ini punya versi sendiri, padahal halamannya sama dengan naskah bersama. Mungkin ada "
            "yang lupa ditulis.",
            "People would think that this district has a version of its own, while its page says what all others say. "
            "Perhaps something was forgotten.",
        ),
        _SITE,
        "---\noverride: fields\n---\n",
        """\
---
override: fields
base: "13b3f97ce87c98cd"
summary: Jam layanan di kabupaten kami.
---
""",
        (_SHARED, _SUMMARY),
    ),
    "override-base-missing": RulePage(
        (
            "“base:” mencatat naskah mana yang Anda baca ketika menulis versi daerah. Tanpa itu, naskah bersama dapat "
            "dikoreksi dan daerah ini diam-diam tetap menampilkan keterangan yang lama.",
            "“base:” notes which text you read when you wrote the local version. Without it the shared text may be "
            "corrected while this district silently goes on showing what is out of date.",
        ),
        _SITE,
        """\
---
override: section
section: jam-layanan
---
Senin sampai Jumat, pagi hari.
""",
        """\
---
override: section
section: jam-layanan
base: "3c55b91d0a47ac36"
---
Senin sampai Jumat, pagi hari.
""",
        (_SHARED, _HOURS),
    ),
    "override-stale": RulePage(
        (
            "Naskah bersama sudah diperbarui, tetapi warga daerah ini masih membaca versi lama. Dapat saja mereka "
            "datang dengan surat yang tidak diperlukan lagi, atau bertanya kepada orang yang salah.",
            "The shared text is up to date, but people of this district still read the version that was written "
            "before. They may come with papers that are no longer needed, or ask the wrong person.",
        ),
        _SITE,
        """\
---
override: section
section: jam-layanan
base: "7ba2009db3e71e6e"
---
Senin sampai Jumat, pagi hari. Tanyakan kepada kader.
""",
        """\
---
override: section
section: jam-layanan
base: "3c55b91d0a47ac36"
---
Senin sampai Jumat, pagi hari. Tanyakan kepada petugas.
""",
        (
            _SHARED,
            ("content/bases/7ba2009db3e71e6e.txt", "---\nTanyakan kepada kader.\n"),
            _HOURS,
        ),
        "content/shared/artikel/berobat.md",
    ),
    "override-only-names": RulePage(
        (
            "Salinan yang hanya berbeda nama daerah harus dirawat sendiri: setiap koreksi di naskah bersama perlu "
            "dikerjakan lagi di sini. Fakta mengisi nama itu untuk semua daerah sekaligus.",
            "A copy that differs in names of places only has to be looked after by itself: each correction of the "
            "shared text is to be made here again. A fact puts in the name for all districts at once.",
        ),
        _SITE,
        """\
---
override: section
section: jam-layanan
base: "1b25221e34897d5c"
---
Tanyakan kepada puskesmas di Kabupaten Sukabumi.
""",
        "",
        (
            (
                "content/shared/artikel/berobat.md",
                """\
---
title: Berobat ke puskesmas
summary: Jam layanan.
topics: [umum]
date: 2026-11-01
---
## Jam layanan

Tanyakan kepada puskesmas di {{ region.name }}.
""",
            ),
            ("content/bases/1b25221e34897d5c.txt", "---\nTanyakan kepada puskesmas di {{ region.name }}.\n"),
        ),
    ),
    "conflict-marker": RulePage(
        (
            "“sitegen rebase” tidak dapat memilih antara dua kalimat, jadi keduanya ditulis untuk Anda. Kalau begitu "
            "saja terbit, pembaca melihat dua jam buka yang berbeda dan tanda-tanda yang aneh.",
            "“sitegen rebase” cannot choose between two sentences, so it writes down both for you. Published like "
            "that, readers would see two different opening hours among strange marks.",
        ),
        "content/shared/artikel/berobat.md",
        """\
---
title: Berobat ke puskesmas
summary: Jam layanan.
topics: [umum]
date: 2026-11-01
---
<<<<<<< naskah daerah ini
Loket tutup pada hari Sabtu.
=======
Loket buka pada hari Sabtu.
>>>>>>> naskah bersama
""",
        """\
---
title: Berobat ke puskesmas
summary: Jam layanan.
topics: [umum]
date: 2026-11-01
---
Loket buka pada hari Sabtu.
""",
    ),
    "override-path": RulePage(
        (
            "Versi daerah dari naskah yang tidak ada akan menjadi berkas yang tidak tampil di mana pun, dan pekerjaan "
            "Anda sia-sia.",
            "A local version of a document that does not exist would be a file that is shown nowhere, and your work "
            "would be lost.",
        ),
        wrong_words=(
            "Menjalankan “sitegen override dinkesContoh artikel/berobt --mode after”, padahal berkasnya bernama "
            "content/shared/artikel/berobat.md.",
            "Running “sitegen override dinkesContoh artikel/berobt --mode after”, while the file is called "
            "content/shared/artikel/berobat.md.",
        ),
        right_words=(
            "sitegen override dinkesContoh artikel/berobat --mode after",
            "sitegen override dinkesContoh artikel/berobat --mode after",
        ),
    ),
    "override-not-shown": RulePage(
        (
            "Situs satu kecamatan hanya satu halaman. Catatan yang ditulis untuknya tidak akan dibaca siapa pun.",
            "A site of one kecamatan is a single page. Nobody would read a local note that is written for it.",
        ),
        wrong_words=(
            "Menjalankan “sitegen override kecamatanContoh artikel/berobat --mode after” untuk situs dengan “area:”.",
            "Running “sitegen override kecamatanContoh artikel/berobat --mode after” for a site with “area:”.",
        ),
        right_words=(
            "Menulisnya untuk kabupaten atau kotanya: sitegen override dinkesContoh artikel/berobat --mode after",
            "Writing it for its district: sitegen override dinkesContoh artikel/berobat --mode after",
        ),
    ),
    "override-exists": RulePage(
        (
            "Di berkas itu ada kalimat yang pernah ditulis dan diperiksa orang daerah. Kalau ditimpa, kalimat itu "
            "hilang.",
            "That file holds sentences that somebody in the district wrote and checked. Written over, they would be "
            "gone.",
        ),
        wrong_words=(
            "Menjalankan “sitegen override dinkesContoh artikel/berobat --mode after” untuk kedua kalinya.",
            "Running “sitegen override dinkesContoh artikel/berobat --mode after” a second time.",
        ),
        right_words=(
            "Buka content/sites/dinkesContoh/artikel/berobat.md dan sunting di sana. Bila naskah bersama sudah "
            "berubah: sitegen rebase dinkesContoh artikel/berobat",
            "Open content/sites/dinkesContoh/artikel/berobat.md and edit it. If the shared text has changed: "
            "sitegen rebase dinkesContoh artikel/berobat",
        ),
    ),
    "override-none": RulePage(
        (
            "Anda mengira daerah ini punya versi sendiri, tetapi pembacanya melihat naskah bersama. Mungkin situs atau "
            "naskahnya tertukar.",
            "You take it that this district has a version of its own, but its readers see the shared text. Perhaps the "
            "site or the document is the wrong one.",
        ),
        wrong_words=(
            "Menjalankan “sitegen rebase dinkesContoh artikel/berobat”, padahal di content/sites/dinkesContoh/ tidak "
            "ada berkas artikel/berobat.md.",
            "Running “sitegen rebase dinkesContoh artikel/berobat”, while content/sites/dinkesContoh/ has no file "
            "artikel/berobat.md.",
        ),
        right_words=(
            "Buat dulu versi daerahnya: sitegen override dinkesContoh artikel/berobat --mode after",
            "First make the local version: sitegen override dinkesContoh artikel/berobat --mode after",
        ),
    ),
    "override-by-hand": RulePage(
        (
            "Perintah ini hanya boleh mengganti “base:”. Bila bagian atas berkas ditulis dengan cara yang tidak biasa, "
            "kata-kata Anda dapat ikut berubah; karena itu lebih baik Anda sendiri yang menulisnya.",
            "This command may change nothing but “base:”. In a front matter that is written in an unusual way, words "
            "of yours might change with it, so it is better that you write the line yourself.",
        ),
        wrong_words=(
            "Menjalankan “sitegen rebase” untuk berkas yang seluruh bagian atasnya satu baris: "
            "{override: replace, title: Berobat}",
            "Running “sitegen rebase” for a file whose whole front matter is one line: "
            "{override: replace, title: Berobat}",
        ),
        right_words=(
            "Tulis satu kunci di satu baris, seperti di docs/editor-overrides.md, lalu ulangi; atau salin sendiri "
            "baris “base:” yang disebut.",
            "Write one key a line, as in docs/editor-overrides.md, and try again; or copy the line “base:” that the "
            "message gives.",
        ),
    ),
}
