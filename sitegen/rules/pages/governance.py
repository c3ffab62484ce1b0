"""Pages of the rules about sources, reviews and dated figures."""

from sitegen.rules.pages.page import RulePage

_POSYANDU = "content/shared/artikel/posyandu.md"
_ORALIT = "content/shared/artikel/oralit.md"
_BIAYA = "content/shared/artikel/biaya.md"
_SOURCES = "sources:\n  - title: Panduan Contoh\n    publisher: Lembaga Contoh"


def _posyandu(*front: str) -> str:
    """An article of low risk with these lines in its front matter."""
    return _text("Datang ke posyandu", "Apa yang dilakukan di sana.", "Anak ditimbang dan diukur.", *front)


def _oralit(*front: str) -> str:
    """An article that can do harm if it is wrong."""
    return _text("Membuat oralit", "Takaran untuk anak yang diare.", "Tanyakan takarannya kepada bidan.", *front)


def _biaya(body: str) -> str:
    """An article with a figure."""
    return _text("Biaya contoh", "Berapa biayanya.", body, "date: 2026-01-20")


def _text(title: str, summary: str, body: str, *front: str) -> str:
    head = "\n".join((f"title: {title}", f"summary: {summary}", "topics: [umum]", *front))
    return f"---\n{head}\n---\n{body}\n"


_OVERDUE = (
    "Anjuran kesehatan berubah. Pembaca kini melihat tulisan “Lewat jadwal tinjauan” di atas halaman dan "
    "tidak tahu lagi apakah isinya masih benar.",
    "Advice on health changes. Readers now see “Lewat jadwal tinjauan” on top of the page and do not know any "
    "more whether what it says still holds.",
)

_DOCUMENTS: dict[str, RulePage] = {
    "risk-needs-review": RulePage(
        (
            "Risiko tinggi berarti: bila keterangan ini salah, seseorang dapat celaka. Naskah seperti itu tidak terbit "
            "tanpa sumber yang dapat diperiksa dan tanpa hari untuk memeriksanya lagi.",
            "High risk means that somebody may come to harm if this is wrong. Such a text is not published without a "
            "source that can be looked up and a day on which it is checked again.",
        ),
        _ORALIT,
        _oralit("date: 2026-11-01", "risk: tinggi"),
        _oralit("date: 2026-11-01", "risk: tinggi", _SOURCES, "review_by: 2027-02-19"),
    ),
    "sources-missing": RulePage(
        (
            "Risiko sedang: biaya, syarat, atau cara yang membuat orang rugi bila salah. Tanpa sumber, pembaca tidak "
            "dapat memeriksanya dan editor berikutnya tidak tahu di mana mencari yang baru.",
            "Medium risk: costs, papers or steps that cost people dearly if wrong. Without a source readers cannot "
            "check them, and the next editor does not know where to look for what is new.",
        ),
        "content/shared/artikel/rujukan.md",
        """\
---
title: Syarat rujukan
summary: Yang dibawa ke rumah sakit.
topics: [umum]
date: 2026-11-01
risk: sedang
review_by: 2027-02-19
---
Bawa surat rujukan.
""",
        """\
---
title: Syarat rujukan
summary: Yang dibawa ke rumah sakit.
topics: [umum]
date: 2026-11-01
risk: sedang
review_by: 2027-02-19
sources:
  - title: Peraturan Contoh
    publisher: Lembaga Contoh
---
Bawa surat rujukan.
""",
    ),
    "sources-wanted": RulePage(
        (
            "Pembaca berhak tahu dari mana sebuah keterangan, dan editor berikutnya perlu tempat untuk memeriksanya "
            "lagi. Untuk risiko rendah hal ini pekerjaan yang menunggu, bukan alasan untuk menahan naskah.",
            "Readers have a right to know where a statement comes from, and the next editor needs a place to check "
            "it. At low risk this is work that waits, no reason to hold the text back.",
        ),
        _POSYANDU,
        _posyandu("date: 2026-11-01", "review_by: 2027-11-01"),
        _posyandu("date: 2026-11-01", "review_by: 2027-11-01", _SOURCES),
    ),
    "review-missing": RulePage(
        (
            "Naskah tanpa jadwal tinjauan tidak pernah dibuka lagi. Beberapa tahun kemudian pembaca masih mengikuti "
            "anjuran yang sudah diganti.",
            "A text without a day of review is never opened again. Years later readers still follow advice that has "
            "been replaced.",
        ),
        _POSYANDU,
        _posyandu("date: 2026-11-01", _SOURCES),
        _posyandu("date: 2026-11-01", _SOURCES, "review_by: 2027-11-01"),
    ),
    "review-soon": RulePage(
        (
            "Masih ada waktu untuk membuka sumbernya dan bertanya kepada tenaga kesehatan. Sesudah hari itu pembaca "
            "melihat peringatan di atas halaman.",
            "There is still time to open the sources and to ask a health worker. After that day readers see a warning "
            "on top of the page.",
        ),
        _POSYANDU,
        _posyandu("date: 2025-11-01", _SOURCES, "review_by: 2026-11-25"),
        _posyandu("date: 2025-11-01", _SOURCES, "checked: 2026-11-20", "review_by: 2027-11-20"),
    ),
    "review-overdue": RulePage(
        _OVERDUE,
        _POSYANDU,
        _posyandu("date: 2025-11-01", _SOURCES, "review_by: 2026-11-01"),
        _posyandu("date: 2025-11-01", _SOURCES, "checked: 2026-11-20", "review_by: 2027-11-20"),
    ),
    "review-overdue-until": RulePage(
        (
            f"{_OVERDUE[0]} Naskah ini berisiko, jadi sesudah hari yang disebut isinya tidak tampil lagi sampai "
            "diperiksa.",
            f"{_OVERDUE[1]} This text carries a risk, so from the named day on it is not shown until it is checked.",
        ),
        _ORALIT,
        _oralit("date: 2025-11-01", "risk: tinggi", _SOURCES, "review_by: 2026-11-01"),
        _oralit("date: 2025-11-01", "risk: tinggi", _SOURCES, "checked: 2026-11-20", "review_by: 2027-02-19"),
    ),
    "review-held": RulePage(
        (
            "Keterangan berisiko yang terlalu lama tidak diperiksa lebih berbahaya daripada halaman kosong. Pembaca "
            "kini hanya melihat bahwa isinya sedang ditinjau, jadi naskah yang mereka perlukan tidak ada sampai Anda "
            "memeriksanya.",
            "What carries a risk and has not been checked for too long does more harm than an empty page. Readers now "
            "see only that it is being reviewed, so the text that they need is missing until you check it.",
        ),
        _ORALIT,
        _oralit("date: 2025-11-01", "risk: tinggi", _SOURCES, "review_by: 2026-05-01"),
        _oralit("date: 2025-11-01", "risk: tinggi", _SOURCES, "checked: 2026-11-20", "review_by: 2027-02-19"),
    ),
    "review-future": RulePage(
        (
            "Halaman akan berkata bahwa seorang tenaga kesehatan sudah meninjau naskah ini, padahal belum. Pembaca "
            "mempercayai nama itu.",
            "The page would say that a health worker has reviewed this text, while nobody has. Readers trust that "
            "name.",
        ),
        _POSYANDU,
        _posyandu("date: 2026-11-01", "reviewed: 2026-12-15", "reviewer: Nama Contoh, bidan"),
        _posyandu("date: 2026-11-01", "reviewed: 2026-11-15", "reviewer: Nama Contoh, bidan"),
    ),
    "verified-future": RulePage(
        (
            "Pembaca melihat “Diperiksa ...” di bawah kontak atau puskesmas itu. Hari yang belum tiba berarti "
            "belum ada yang memeriksa, dan nomornya mungkin salah.",
            "Readers see “Diperiksa ...” (checked) below that contact or puskesmas. A day still to come means that "
            "nobody has checked it, and its number may be wrong.",
        ),
        "content/sites/satu/facilities.csv",
        """\
name,kind,kecamatan,source,verified
Puskesmas Contoh,puskesmas,Contoh Utara,Surat dinas nomor 1,2027-11-02
""",
        """\
name,kind,kecamatan,source,verified
Puskesmas Contoh,puskesmas,Contoh Utara,Surat dinas nomor 1,2026-11-02
""",
    ),
    "contact-old": RulePage(
        (
            "Dalam setahun kantor pindah dan nomor berganti. Warga yang sakit menekan nomor ini; kalau yang menjawab "
            "orang lain, mereka kehilangan waktu.",
            "Within a year offices move and numbers change. People who are ill call this one; if a stranger answers, "
            "they lose time.",
        ),
        "sites.yaml",
        """\
sites:
  - domain: dinkesContoh.example
    district: "32.02"
    contact: {address: Jalan Contoh 1, source: Surat dinas nomor 1, verified: 2025-06-02}
""",
        """\
sites:
  - domain: dinkesContoh.example
    district: "32.02"
    contact: {address: Jalan Contoh 1, source: Surat dinas nomor 7, verified: 2026-11-02}
""",
    ),
}

_FIGURES: dict[str, RulePage] = {
    "figure-date": RulePage(
        (
            "Tanda ini memberi tahu pembaca sampai hari mana angka itu diketahui benar. Kalau tanggalnya tidak ada di "
            "kalender, pembaca akan melihat tanda kurung yang aneh, dan tidak ada yang mengingatkan bila angkanya "
            "sudah lama tidak diperiksa.",
            "This mark tells readers until which day the figure is known to hold. With a date that no calendar has "
            "they would see strange braces, and nobody would be reminded when nobody has checked the figure for long.",
        ),
        _BIAYA,
        _biaya("Biayanya Rp42.000 {per 2026-11-31}."),
        _biaya("Biayanya Rp42.000 {per 2026-11-20}."),
    ),
    "figure-future": RulePage(
        (
            "Tidak ada yang dapat memeriksa sebuah tarif pada hari yang belum tiba. Pembaca akan membawa uang yang "
            "kurang, karena percaya angka itu sudah berlaku.",
            "Nobody can check a price on a day still to come. Readers would bring too little money because they trust "
            "that figure.",
        ),
        _BIAYA,
        _biaya("Biayanya Rp42.000 {per 2027-01-20}."),
        _biaya("Biayanya Rp42.000 {per 2026-11-20}."),
    ),
    "figure-old": RulePage(
        (
            "Tarif, jumlah, dan nomor telepon berubah lebih cepat daripada naskah di sekitarnya. Pembaca yang memakai "
            "angka lama membawa uang yang kurang atau menekan nomor yang salah.",
            "Prices, numbers and telephones change faster than the text around them. Readers who use an old figure "
            "bring too little money or call the wrong number.",
        ),
        _BIAYA,
        _biaya("Biayanya Rp42.000 {per 2026-01-20}."),
        _biaya("Biayanya Rp45.000 {per 2026-11-20}."),
    ),
}

_COMMAND: dict[str, RulePage] = {
    "review-unknown": RulePage(
        (
            "Tinjauan dicatat di dalam naskahnya sendiri. Kalau naskahnya tidak ditemukan, pembaca tidak akan tahu "
            "bahwa tenaga kesehatan sudah membacanya.",
            "A review is noted inside the text itself. If the text is not found, readers will not know that a health "
            "worker has read it.",
        ),
        wrong_words=(
            'Menjalankan “sitegen review artikel/olarit --by "Nama dan gelar" --on 2026-11-20”, padahal naskahnya '
            "bernama artikel/oralit.",
            'Running “sitegen review artikel/olarit --by "Name and title" --on 2026-11-20”, while the text is called '
            "artikel/oralit.",
        ),
        right_words=(
            'sitegen review artikel/oralit --by "Nama dan gelar" --on 2026-11-20',
            'sitegen review artikel/oralit --by "Name and title" --on 2026-11-20',
        ),
    ),
    "review-several": RulePage(
        (
            "Beberapa daerah punya naskah sendiri dengan nama yang sama, dan isinya berbeda. Nama peninjau hanya boleh "
            "berdiri di naskah yang sungguh dibacanya.",
            "Several districts have a text of that name, and each says something else. A reviewer's name may only "
            "stand on the one that was read.",
        ),
        wrong_words=(
            "Menjalankan “sitegen review artikel/jadwal ...”, padahal artikel/jadwal.md ada di folder dua situs dan "
            "tidak ada di content/shared/.",
            "Running “sitegen review artikel/jadwal ...” while two sites have a file artikel/jadwal.md and "
            "content/shared/ has none.",
        ),
        right_words=(
            "Sebut berkasnya: sitegen review content/sites/dinkesContoh/artikel/jadwal.md ...",
            "Name the file: sitegen review content/sites/dinkesContoh/artikel/jadwal.md ...",
        ),
    ),
    "review-name": RulePage(
        (
            "Nama ini tercetak di bawah artikel sebagai orang yang sudah memeriksanya. Nama yang kosong, lebih dari "
            "satu baris, atau memuat kurung kurawal tidak menunjuk siapa pun.",
            "This name is printed below the article as that of the person who has checked it. One that is empty, runs "
            "over lines or holds braces points to nobody.",
        ),
        wrong_words=(
            'sitegen review artikel/oralit --by "" --on 2026-11-20',
            'sitegen review artikel/oralit --by "" --on 2026-11-20',
        ),
        right_words=(
            'Tulis orang yang sungguh membaca naskah itu dan setuju disebut: --by "Nama lengkap, bidan"',
            'Write who did read the text and agrees to be named: --by "Full name, midwife"',
        ),
    ),
    "review-days": RulePage(
        (
            "Tinjauan yang belum terjadi, atau jadwal berikut yang sudah lewat, membuat halaman berbohong kepada "
            "pembaca pada hari pertama.",
            "A review that has not happened, or a next one that is past already, makes the page lie to readers from "
            "its first day.",
        ),
        wrong_words=(
            "Menulis hari tinjauan sesudah jadwal berikutnya, misalnya “--on 2026-11-20 --next 2026-10-01”.",
            "Giving a day of review after the next one, such as “--on 2026-11-20 --next 2026-10-01”.",
        ),
        right_words=("--on 2026-11-20 --next 2027-02-18", "--on 2026-11-20 --next 2027-02-18"),
    ),
    "review-shape": RulePage(
        (
            "Perintah ini hanya boleh menyentuh baris tinjauan. Bila bagian atas naskah ditulis dengan cara yang tidak "
            "biasa, kunci lain dapat ikut rusak; karena itu tidak ada yang diubah.",
            "This command may touch the lines of the review only. In a front matter written in an unusual way another "
            "key might break, so nothing is changed.",
        ),
        wrong_words=(
            "Menjalankan “sitegen review” untuk naskah yang nama peninjaunya ditulis dalam beberapa baris, misalnya "
            "dengan “reviewer: >”.",
            "Running “sitegen review” for a text whose reviewer is written over several lines, as with “reviewer: >”.",
        ),
        right_words=(
            'Tulis nama itu dalam satu baris, “reviewer: "Nama Contoh, bidan"”, lalu ulangi; atau salin sendiri '
            "baris-baris yang disebut.",
            'Write that name on one line, “reviewer: "Nama Contoh, bidan"”, and try again; or copy the lines that the '
            "message gives.",
        ),
    ),
}

GOVERNANCE: dict[str, RulePage] = {**_DOCUMENTS, **_FIGURES, **_COMMAND}
