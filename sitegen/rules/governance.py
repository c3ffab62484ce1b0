"""Rules about sources, reviews, dated figures and what becomes of texts that nobody has looked at for long."""

from sitegen.rules.rule import OTHER_DAY, Rule

_REVIEW = (
    "Periksa lagi isinya. Lalu perbarui checked: dan review_by:. Bila seorang tenaga kesehatan meninjaunya: "
    "sitegen review {file} --by NAMA --on TANGGAL --next TANGGAL (docs/governance.md).",
    "Check what it says. Then write new days at checked: and review_by:. If a health worker reviewed it: "
    "sitegen review {file} --by NAME --on DATE --next DATE (docs/governance.md).",
)

_DOCUMENTS: dict[str, Rule] = {
    "risk-needs-review": Rule(
        "error",
        ("Naskah berisiko tinggi ini belum punya “{key}”.", "This document of high risk has no “{key}”."),
        (
            "Tulis sumbernya (sources:) dan tanggal tinjauan berikutnya (review_by:); bila belum ada, beri draft: ya.",
            "Give its sources: and the day of its next review (review_by:); until there are any, write draft: ya.",
        ),
    ),
    "sources-missing": Rule(
        "warning",
        ("Artikel berisiko sedang ini belum menyebut sumber.", "This article of medium risk names no sources."),
        (
            "Tulis di sources: dari mana keterangannya (docs/governance.md).",
            "Write at sources: where its statements come from (docs/governance.md).",
        ),
    ),
    "sources-wanted": Rule(
        "task",
        ("Artikel ini belum menyebut sumber.", "This article names no sources."),
        (
            "Cari sumbernya, lalu tulis di sources: (docs/governance.md).",
            "Find where its statements come from and write it at sources: (docs/governance.md).",
        ),
    ),
    "review-missing": Rule(
        "task",
        ("Artikel ini belum punya tanggal tinjauan berikutnya.", "This article has no day of its next review."),
        (
            "Tentukan siapa yang memeriksanya lagi dan kapan, lalu tulis tanggalnya di review_by:.",
            "Agree on who checks it again and when, and write that day at review_by:.",
        ),
    ),
    "review-soon": Rule(
        "warning",
        ("Tinjauan berikutnya sudah dekat: {day}.", "The next review is near: {day}."),
        (
            "Periksa lagi isi dan sumbernya sebelum tanggal itu, lalu perbarui checked: dan review_by:.",
            "Check its text and sources before that day; then write new days at checked: and review_by:.",
        ),
    ),
    "review-overdue": Rule(
        "warning",
        (
            "Lewat jadwal tinjauan ({day}); pembaca diberi tahu.",
            "Its review is overdue ({day}); readers are told.",
        ),
        _REVIEW,
    ),
    "review-overdue-until": Rule(
        "warning",
        (
            "Lewat jadwal tinjauan ({day}); pembaca diberi tahu. Mulai {held} isinya ditahan.",
            "Its review is overdue ({day}); readers are told. From {held} on its text is held back.",
        ),
        _REVIEW,
    ),
    "review-held": Rule(
        "warning",
        (
            "Ditahan sejak {held}: jadwal tinjauan {day} sudah lama lewat. Di alamatnya kini hanya ada keterangan.",
            "Held back since {held}: its review was due on {day}. Only a notice stands at its address now.",
        ),
        _REVIEW,
    ),
    "review-future": Rule(
        "error",
        (
            "Tanggal tinjauan {day} belum tiba; bangunan ini untuk {today}.",
            "The day of the review, {day}, is still to come; this build is for {today}.",
        ),
        (
            f"Tulis hari saat naskah ini sungguh ditinjau, atau hapus reviewed: dan reviewer:. {OTHER_DAY[0]}",
            f"Write the day on which it was reviewed, or remove reviewed: and reviewer:. {OTHER_DAY[1]}",
        ),
    ),
    "verified-future": Rule(
        "error",
        (
            "Tanggal pemeriksaan {day} belum tiba; bangunan ini untuk {today}.",
            "The day of checking, {day}, is still to come; this build is for {today}.",
        ),
        (
            f"Tulis hari saat datanya sungguh diperiksa, atau kosongkan. {OTHER_DAY[0]}",
            f"Write the day on which it was checked, or leave it empty. {OTHER_DAY[1]}",
        ),
    ),
    "contact-old": Rule(
        "task",
        (
            "Kontak ini terakhir diperiksa {day}, lebih dari {most} hari yang lalu.",
            "This contact was last checked on {day}, more than {most} days ago.",
        ),
        (
            "Tanyakan lagi kepada dinasnya, lalu perbarui verified: (dan source:).",
            "Ask the office again; then write the new day at verified: (and its source:).",
        ),
    ),
}

_FIGURES: dict[str, Rule] = {
    "figure-date": Rule(
        "error",
        ("Tanda “{label}” tidak memuat tanggal yang benar.", "The mark “{label}” holds no proper date."),
        (
            "Tulis tanggal pemeriksaan angka itu, misalnya {{per 2026-11-21}}.",
            "Write the day on which the figure was checked, such as {{per 2026-11-21}}.",
        ),
    ),
    "figure-future": Rule(
        "error",
        (
            "Angka ini ditandai {day}, tetapi hari itu belum tiba; bangunan ini untuk {today}.",
            "This figure is marked {day}, a day still to come; this build is for {today}.",
        ),
        (
            f"Tulis hari saat angka itu sungguh diperiksa. {OTHER_DAY[0]}",
            f"Write the day on which the figure was checked. {OTHER_DAY[1]}",
        ),
    ),
    "figure-old": Rule(
        "warning",
        (
            "Angka ini terakhir diperiksa {day}, lebih dari {most} hari yang lalu.",
            "This figure was last checked on {day}, more than {most} days ago.",
        ),
        (
            "Periksa lagi di sumbernya, lalu perbarui angka dan tanggal di tandanya.",
            "Check it at its source again; then renew the figure and the day in its mark.",
        ),
    ),
}

_COMMAND: dict[str, Rule] = {
    "review-unknown": Rule(
        "error",
        ("Tidak ada naskah “{path}” di content/.", "There is no document “{path}” in content/."),
        ("Mungkin maksud Anda: {near}?", "Did you mean: {near}?"),
    ),
    "review-several": Rule(
        "error",
        ("“{path}” ada di beberapa berkas: {files}.", "“{path}” is in several files: {files}."),
        ("Sebut berkas yang ditinjau.", "Name the file that was reviewed."),
    ),
    "review-name": Rule(
        "error",
        ("“{name}” tidak dapat dipakai sebagai nama peninjau.", "“{name}” cannot be used as a reviewer's name."),
        (
            "Tulis nama dan gelar orang yang sungguh meninjau, satu baris, paling panjang {most} huruf, tanpa kurung "
            "kurawal.",
            "Write the name and title of the person who did review it: one line, at most {most} characters, no braces.",
        ),
    ),
    "review-days": Rule(
        "error",
        ("Tanggal {day} tidak boleh sesudah {limit}.", "The date {day} may not be after {limit}."),
        (
            "--on ialah hari tinjauan itu, paling lambat hari ini; --next harus sesudahnya.",
            "--on is the day of the review, today at the latest; --next has to be after it.",
        ),
    ),
    "review-shape": Rule(
        "error",
        (
            "Kepala naskah ini ditulis dengan cara yang tidak dapat diubah dengan aman. Tidak ada yang diubah.",
            "This front matter is written in a way that cannot be changed safely. Nothing was changed.",
        ),
        (
            "Tulis sendiri baris-baris ini di kepala naskah: {lines}",
            "Write these lines into the front matter yourself: {lines}",
        ),
    ),
}

GOVERNANCE: dict[str, Rule] = {**_DOCUMENTS, **_FIGURES, **_COMMAND}
