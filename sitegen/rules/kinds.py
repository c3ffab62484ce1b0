"""Rules about kinds of document: questions, announcements, events, downloads, quizzes."""

from sitegen.rules.rule import Rule

KINDS: dict[str, Rule] = {
    "answer-with-ids": Rule(
        "error",
        (
            "Jawaban tidak boleh berisi judul bagian atau catatan kaki: semua jawaban berada di satu halaman.",
            "An answer may hold no headings and no footnotes: all answers stand on one page.",
        ),
        (
            "Hapus judulnya, atau jadikan artikel dan tautkan dari jawaban yang pendek.",
            "Remove them, or write an article and link to it from a short answer.",
        ),
    ),
    "key-of-other-kind": Rule(
        "error",
        ("Kunci “{key}” tidak berlaku untuk dokumen di folder ini.", "The key “{key}” does nothing in this folder."),
        ("Hapus baris itu. Kunci itu hanya untuk: {folders}.", "Remove the line. That key is for: {folders}."),
    ),
    "event-hours": Rule(
        "error",
        ("“time_end” harus sesudah “time”.", "“time_end” has to come after “time”."),
        (
            "Tulis jam mulai di “time” dan jam selesai di “time_end”.",
            "Give the start as “time”, the end as “time_end”.",
        ),
    ),
    "event-end-and-repeat": Rule(
        "error",
        ("Acara yang berulang tidak boleh berlangsung beberapa hari.", "An event that repeats cannot last for days."),
        (
            "Hapus “end”: hari terakhir pengulangan ditulis di “until” di bawah “repeat”.",
            "Remove “end”: the last day of the repetition is “until” below “repeat”.",
        ),
    ),
    "event-until": Rule(
        "error",
        (
            "“until” harus sesudah “start” dan paling lama {most} hari sesudahnya.",
            "“until” has to come after “start”, by {most} days at most.",
        ),
        ("Tulis hari terakhir yang sudah pasti; nanti dapat diperpanjang.", "Give the last day that is certain."),
    ),
    "event-fifth": Rule(
        "error",
        (
            "{day} adalah minggu kelima dalam bulannya; tidak setiap bulan punya hari itu.",
            "{day} is in the fifth week of its month; not every month has that day.",
        ),
        (
            "Pilih hari pada tanggal 1 sampai 28, atau tulis satu acara untuk setiap tanggal.",
            "Choose a day from the 1st to the 28th, or write an event for each day.",
        ),
    ),
    "event-cancelled": Rule(
        "error",
        ("Pada {day} tidak ada acara yang dapat dibatalkan.", "There is no event on {day} to be cancelled."),
        ("Periksa tanggalnya. Yang terdekat: {near}.", "Check the day. The nearest: {near}."),
    ),
    "download-kind": Rule(
        "error",
        (
            "Berkas “{name}” tidak dapat ditawarkan sebagai unduhan.",
            "The file “{name}” cannot be offered as a download.",
        ),
        (
            "Simpan sebagai salah satu jenis ini: {kinds}. Gambar ditaruh di dalam artikel.",
            "Save it as one of these types: {kinds}. Pictures belong into articles.",
        ),
    ),
    "download-missing": Rule(
        "error",
        (
            "Berkas “{name}” tidak ada di folder {folder}/ untuk situs: {sites}",
            "The file “{name}” is not in the folder {folder}/ for these sites: {sites}",
        ),
        (
            "Taruh berkasnya di folder itu, di samping naskahnya, atau betulkan namanya.",
            "Put the file into that folder, beside the document, or correct its name.",
        ),
    ),
    "download-bytes": Rule(
        "error",
        (
            "Isi berkas ini bukan “{type}” yang utuh, meskipun namanya begitu.",
            "This file does not hold a whole “{type}”, although it is named so.",
        ),
        (
            "Buka berkasnya, lalu simpan lagi sebagai jenis itu. Mengganti akhiran nama tidak mengubah isinya. "
            "CSV dan TXT disimpan sebagai UTF-8.",
            "Open the file and save it anew as that type. Changing the ending of a name does not change what is in it. "
            "CSV and TXT are saved as UTF-8.",
        ),
    ),
    "download-macro": Rule(
        "error",
        ("Berkas ini memuat program (makro): {part}.", "This file holds a program (macros): {part}."),
        (
            "Hapus makronya, lalu simpan lagi tanpa makro (DOCX, XLSX, PPTX, ODT, ODS, atau ODP biasa).",
            "Remove the macros and save it as a plain DOCX, XLSX, PPTX, ODT, ODS or ODP.",
        ),
    ),
    "download-formula": Rule(
        "error",
        (
            "Sel “{cell}” akan dijalankan sebagai rumus oleh program lembar sebar.",
            "A spreadsheet would run the cell “{cell}” as a formula.",
        ),
        (
            "Tulis angkanya atau katanya saja, tanpa =, @, + atau - di depan.",
            "Write the figure or the words only, without =, @, + or - before them.",
        ),
    ),
    "quiz-count": Rule(
        "error",
        (
            "Kuis ini punya {n} pertanyaan; seharusnya {least} sampai {most}.",
            "This quiz has {n} questions; there have to be {least} to {most}.",
        ),
        (
            "Setiap pertanyaan dimulai dengan judul bagian: ## Pertanyaannya?",
            "Each question begins with a heading: ## The question?",
        ),
    ),
    "quiz-answers": Rule(
        "error",
        (
            "Pertanyaan ini punya {n} pilihan jawaban; seharusnya {least} sampai {most}.",
            "This question has {n} answers; there have to be {least} to {most}.",
        ),
        (
            "Tulis satu daftar di bawah judulnya: - [ ] untuk jawaban yang keliru, - [x] untuk yang benar.",
            "Write one list below its heading: - [ ] before a wrong answer, - [x] before the right one.",
        ),
    ),
    "quiz-right": Rule(
        "error",
        (
            "Pertanyaan ini punya {n} jawaban benar; seharusnya satu.",
            "This question has {n} right answers; there has to be one.",
        ),
        ("Beri tanda - [x] pada satu jawaban saja.", "Mark one answer only with - [x]."),
    ),
    "quiz-answer": Rule(
        "error",
        (
            "Jawaban “{text}” tidak dapat dipakai: harus satu baris dengan kotak di depannya.",
            "The answer “{text}” cannot be used: it has to be one line with a box before it.",
        ),
        (
            "Tulis - [ ] atau - [x], satu spasi, lalu jawabannya dalam satu baris.",
            "Write - [ ] or - [x], a blank, and the answer in one line.",
        ),
    ),
    "quiz-answer-twice": Rule(
        "error",
        (
            "Jawaban “{text}” ditulis dua kali dalam satu pertanyaan.",
            "The answer “{text}” stands twice below one question.",
        ),
        ("Hapus atau ganti salah satunya.", "Remove one of them, or write another answer."),
    ),
    "quiz-explanation": Rule(
        "error",
        ("Pertanyaan ini tidak punya penjelasan.", "Nothing explains the answer to this question."),
        (
            "Tulis satu atau dua kalimat di bawah daftar jawabannya: mengapa jawaban itu benar.",
            "Write a sentence or two below its list of answers: why that answer is right.",
        ),
    ),
    "quiz-headings": Rule(
        "error",
        (
            "Di dalam kuis hanya pertanyaan yang punya judul; judul kecil dan catatan kaki tidak dapat dipakai.",
            "In a quiz only questions have headings; there are no lesser headings and no footnotes.",
        ),
        (
            "Pakai ## untuk setiap pertanyaan, dan kalimat biasa untuk yang lain. Sumber ditulis di “sources”.",
            "Use ## for each question and plain sentences for the rest. Sources are listed as “sources”.",
        ),
    ),
}
