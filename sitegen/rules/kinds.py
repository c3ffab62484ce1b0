"""Rules about kinds of document: questions, announcements, events."""

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
}
