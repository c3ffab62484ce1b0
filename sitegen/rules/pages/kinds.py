"""Pages of the rules about kinds of document; those about quizzes stand in `quizzes.py`."""

from sitegen.rules.pages.page import RulePage
from sitegen.rules.pages.pictures import PICTURE
from sitegen.rules.pages.quizzes import QUIZZES

_EVENT = "content/shared/acara/kelas-ibu.md"
_EVENT_TOP = """\
---
title: Kelas ibu hamil
summary: Belajar bersama bidan dan kader.
place: Balai desa
"""
_CLASS = """\
---
title: Kelas ibu hamil
summary: Belajar bersama bidan dan kader.
topics: [umum]
date: 2026-11-01
"""
_WEEKLY = f"{_EVENT_TOP}start: 2026-12-01\nrepeat: {{every: minggu, until: 2026-12-22}}\n"
_DOWNLOAD = "content/shared/unduhan/jadwal.md"
_DOWNLOAD_TOP = """\
---
title: Jadwal posyandu
summary: Hari dan tempat posyandu, untuk dicetak.
date: 2026-11-01
review_by: 2027-06-01
sources: [{title: Daftar posyandu}]
"""
_TABLE = "content/shared/unduhan/jadwal/jadwal.csv"

_OTHERS: dict[str, RulePage] = {
    "answer-with-ids": RulePage(
        why=(
            "Semua jawaban berada di satu halaman. Judul di dalam satu jawaban terlihat seperti pertanyaan baru, dan "
            "orang yang memakai pembaca layar tersesat di daftarnya.",
            "All answers stand on one page. A heading inside one of them looks like a new question, and people with a "
            "screen reader get lost in the list.",
        ),
        file="content/shared/tanya/bawa-apa.md",
        wrong="---\ntitle: Apa yang dibawa ke posyandu?\nsummary: Buku KIA.\ntopics: [umum]\n---\n"
        "## Untuk balita\n\nBawa buku KIA.\n",
        right="---\ntitle: Apa yang dibawa ke posyandu?\nsummary: Buku KIA.\ntopics: [umum]\n---\n"
        "Untuk balita, bawa buku KIA.\n",
    ),
    "key-of-other-kind": RulePage(
        why=(
            "Keterangan ini tidak dipakai di jenis halaman ini, misalnya tanggal acara di sebuah artikel. Editor "
            "mengira warga melihatnya, padahal tidak tampil di mana pun.",
            "This key does nothing on this kind of page, such as the day of an event in an article. The editor "
            "believes that people see it, while it appears nowhere.",
        ),
        file="content/shared/artikel/kelas-ibu.md",
        wrong=f"{_CLASS}place: Balai desa\n---\nBawa buku KIA.\n",
        right=f"{_CLASS}---\nBawa buku KIA.\n",
    ),
    "event-hours": RulePage(
        why=(
            "Acara yang selesai sebelum mulai membuat warga datang pada jam yang salah. Kalender di ponsel pun menolak "
            "atau memindahkan acara seperti itu.",
            "An event that ends before it begins makes people come at the wrong hour. Calendars on phones refuse it or "
            "put it elsewhere, too.",
        ),
        file=_EVENT,
        wrong=f"{_EVENT_TOP}start: 2026-12-01\ntime: 10.00\ntime_end: 08.00\n---\n",
        right=f"{_EVENT_TOP}start: 2026-12-01\ntime: 08.00\ntime_end: 10.00\n---\n",
    ),
    "event-end-and-repeat": RulePage(
        why=(
            "Dengan hari terakhir dan pengulangan sekaligus, tidak jelas apakah acaranya beberapa hari berturut-turut "
            "atau setiap minggu. Warga bisa datang pada hari yang tidak ada acaranya.",
            "With a last day and a repetition at once it is not clear whether the event lasts for days or comes back "
            "each week. People could come on a day when there is nothing.",
        ),
        file=_EVENT,
        wrong=f"{_EVENT_TOP}start: 2026-12-01\nend: 2026-12-22\nrepeat: {{every: minggu, until: 2026-12-22}}\n---\n",
        right=f"{_WEEKLY}---\n",
    ),
    "event-until": RulePage(
        why=(
            "Biasanya tahunnya salah ketik. Agenda akan kosong, atau menjanjikan acara bertahun-tahun ke depan yang "
            "tidak seorang pun dapat memastikannya.",
            "Mostly the year was mistyped. The agenda would be empty, or would promise events years ahead that nobody "
            "can be sure of.",
        ),
        file=_EVENT,
        wrong=f"{_EVENT_TOP}start: 2026-12-01\nrepeat: {{every: minggu, until: 2062-12-22}}\n---\n",
        right=f"{_WEEKLY}---\n",
    ),
    "event-fifth": RulePage(
        why=(
            "Tidak setiap bulan punya Selasa kelima. Pada bulan yang tidak punya, warga tidak tahu apakah acaranya "
            "dipindahkan atau tidak ada.",
            "Not every month has a fifth Tuesday. In one that has none, people cannot know whether the event was moved "
            "or does not take place.",
        ),
        file=_EVENT,
        wrong=f"{_EVENT_TOP}start: 2026-12-29\nrepeat: {{every: bulan, until: 2027-06-30}}\n---\n",
        right=f"{_EVENT_TOP}start: 2026-12-22\nrepeat: {{every: bulan, until: 2027-06-30}}\n---\n",
    ),
    "event-cancelled": RulePage(
        why=(
            "Tanggal batalnya bukan salah satu hari acara, mungkin salah ketik. Hari yang sebenarnya batal tetap "
            "tampil seperti biasa, dan warga datang sia-sia.",
            "The cancelled day is none of the event's days, perhaps by a slip. The day that is really off is still "
            "shown as usual, and people come in vain.",
        ),
        file=_EVENT,
        wrong=f"{_WEEKLY}cancelled: [2026-12-16]\n---\n",
        right=f"{_WEEKLY}cancelled: [2026-12-15]\n---\n",
    ),
    "download-kind": RulePage(
        why=(
            "Warga mengunduh untuk membaca, mencetak, atau mengisi. Foto dan program tidak cocok untuk itu, dan "
            "sebagian ponsel tidak dapat membukanya.",
            "People download a file to read it, print it or fill it in. Photos and programs do not serve for that, and "
            "some phones cannot open them.",
        ),
        file=_DOWNLOAD,
        wrong=f"{_DOWNLOAD_TOP}file: jadwal.gif\n---\n",
        right=f"{_DOWNLOAD_TOP}file: jadwal.csv\n---\n",
        also=(("content/shared/unduhan/jadwal/jadwal.gif", PICTURE), (_TABLE, "Hari;Tempat\nSenin;Balai desa\n")),
    ),
    "download-missing": RulePage(
        why=(
            "Halamannya menawarkan berkas, tetapi berkasnya tidak ikut. Warga yang datang dari jauh untuk mengunduhnya "
            "di tempat bersinyal mendapat “tidak ditemukan”.",
            "The page offers a file that is not there. Someone who walked to a place with a signal to download it gets "
            "“not found”.",
        ),
        file=_DOWNLOAD,
        wrong=f"{_DOWNLOAD_TOP}file: jadwal-posyandu.csv\n---\n",
        right=f"{_DOWNLOAD_TOP}file: jadwal.csv\n---\n",
        also=((_TABLE, "Hari;Tempat\nSenin;Balai desa\n"),),
    ),
    "download-bytes": RulePage(
        why=(
            "Ponsel membuka berkas menurut namanya. Bila isinya lain atau terpotong, warga hanya melihat pesan "
            "kesalahan, dan berkas yang menyamar adalah cara lama menyebarkan program jahat.",
            "A phone opens a file by its name. If something else is in it, or half of it, people see an error and "
            "nothing more, and a file in disguise is an old way to spread harmful programs.",
        ),
        wrong_words=(
            "formulir.docx yang hanya diganti namanya menjadi formulir.pdf.",
            "formulir.docx, only renamed to formulir.pdf.",
        ),
        right_words=(
            "formulir.docx dibuka di Word atau LibreOffice, lalu disimpan sebagai PDF.",
            "formulir.docx, opened in Word or LibreOffice and saved as PDF.",
        ),
    ),
    "download-macro": RulePage(
        why=(
            "Makro adalah program yang berjalan di komputer orang yang membuka berkas. Berkas dari situs dinas dibuka "
            "dengan percaya, jadi satu makro jahat dapat menulari banyak puskesmas.",
            "Macros are programs that run on the computer of whoever opens the file. Files from an office's site are "
            "opened with trust, so one bad macro can infect many health centres.",
        ),
        wrong_words=(
            "Rekap posyandu dengan makro (.xlsm), diganti namanya menjadi rekap.xlsx.",
            "A table of an office with macros (.xlsm), renamed to rekap.xlsx.",
        ),
        right_words=(
            "Tabel yang sama, disimpan di Excel sebagai “Excel Workbook (.xlsx)” tanpa makro.",
            "The same table, saved by Excel as “Excel Workbook (.xlsx)” without macros.",
        ),
    ),
    "download-formula": RulePage(
        why=(
            "Program lembar sebar menjalankan sel seperti ini begitu tabelnya dibuka. Hasilnya bisa berbeda di "
            "komputer lain, dan rumus titipan dapat mengirim data keluar.",
            "Spreadsheets run such a cell as soon as the table is opened. What comes out may differ on another "
            "computer, and a formula slipped in could send data away.",
        ),
        file=_TABLE,
        wrong="Posyandu;Balita\nMelati;=12+8\n",
        right="Posyandu;Balita\nMelati;20\n",
        also=((_DOWNLOAD, f"{_DOWNLOAD_TOP}file: jadwal.csv\n---\n"),),
    ),
}

KINDS: dict[str, RulePage] = {**_OTHERS, **QUIZZES}
