"""Pages of the rules about quizzes, a part of those about kinds of document."""

from sitegen.rules.pages.page import RulePage

_QUIZ = "content/shared/kuis/cuci-tangan.md"
_TOP = """\
---
title: Kuis cuci tangan
summary: Tiga pertanyaan tentang cuci tangan.
date: 2026-11-01
review_by: 2027-06-01
sources: [{title: Buku saku kader}]
---
## Kapan mencuci tangan?

- [x] Sebelum makan
- [ ] Hanya malam hari

Tangan kotor membawa kuman ke mulut.

## Apakah kuku perlu digosok?

- [x] Perlu
- [ ] Tidak

Kotoran tersembunyi di bawah kuku.
"""
_ASKED = "\n## Pakai apa?\n\n"
_WHY = "\nSabun melepaskan kotoran.\n"
_RIGHT = f"{_TOP}{_ASKED}- [x] Air dan sabun\n- [ ] Air saja\n{_WHY}"

QUIZZES: dict[str, RulePage] = {
    "quiz-count": RulePage(
        why=(
            "Kuis yang terlalu pendek tidak mengajarkan apa-apa, dan yang terlalu panjang ditinggalkan di tengah "
            "jalan. Nilai di akhirnya baru berarti bila pertanyaannya cukup.",
            "A quiz that is too short teaches nothing, and one that is too long is left half way. Its score means "
            "something only with enough questions.",
        ),
        file=_QUIZ,
        wrong=_TOP,
        right=_RIGHT,
    ),
    "quiz-answers": RulePage(
        why=(
            "Dengan satu pilihan tidak ada yang perlu dipikirkan. Dengan terlalu banyak pilihan, pembaca di layar "
            "kecil lupa yang pertama ketika sampai di yang terakhir.",
            "With one answer there is nothing to think about. With too many, readers on a small screen have forgotten "
            "the first when they come to the last.",
        ),
        file=_QUIZ,
        wrong=f"{_TOP}{_ASKED}- [x] Air dan sabun\n{_WHY}",
        right=_RIGHT,
    ),
    "quiz-right": RulePage(
        why=(
            "Kuis memberi tahu pembaca apakah ia benar. Tanpa satu jawaban benar yang jelas, orang yang sudah tahu "
            "malah dinyatakan salah dan pulang dengan pengetahuan yang keliru.",
            "The quiz tells readers whether they are right. Without one clear answer those who knew are told that they "
            "are wrong, and leave with wrong knowledge.",
        ),
        file=_QUIZ,
        wrong=f"{_TOP}{_ASKED}- [x] Air dan sabun\n- [x] Air saja\n{_WHY}",
        right=_RIGHT,
    ),
    "quiz-answer": RulePage(
        why=(
            "Tanpa kotak di depannya, tulisan ini bukan pilihan yang dapat ditekan. Pembaca melihat jawaban yang tidak "
            "dapat dipilih, mungkin justru yang benar.",
            "Without a box before it this is no answer that can be tapped. Readers see one that they cannot choose, "
            "perhaps the right one.",
        ),
        file=_QUIZ,
        wrong=f"{_TOP}{_ASKED}- [x] Air dan sabun\n- [ ] Air saja\n- Lap kering\n{_WHY}",
        right=f"{_TOP}{_ASKED}- [x] Air dan sabun\n- [ ] Air saja\n- [ ] Lap kering\n{_WHY}",
    ),
    "quiz-answer-twice": RulePage(
        why=(
            "Dua pilihan yang sama tidak dapat dibedakan pembaca, tetapi hanya satu yang dihitung benar. Orang yang "
            "menekan kembarannya merasa dijebak.",
            "Readers cannot tell two equal answers apart, yet only one of them counts as right. Whoever taps its twin "
            "feels tricked.",
        ),
        file=_QUIZ,
        wrong=f"{_TOP}{_ASKED}- [x] Air dan sabun\n- [ ] Air saja\n- [ ] air saja\n{_WHY}",
        right=_RIGHT,
    ),
    "quiz-explanation": RulePage(
        why=(
            "Orang belajar dari alasan, bukan dari nilai. Tanpa penjelasan, pembaca yang salah menjawab hanya tahu "
            "bahwa ia salah.",
            "People learn from the reason, not from the score. Without an explanation, all that readers know is that "
            "they were wrong.",
        ),
        file=_QUIZ,
        wrong=f"{_TOP}{_ASKED}- [x] Air dan sabun\n- [ ] Air saja\n",
        right=_RIGHT,
    ),
    "quiz-headings": RulePage(
        why=(
            "Setiap judul di kuis dibaca sebagai pertanyaan. Judul kecil di antaranya membuat pembaca, apalagi dengan "
            "pembaca layar, mencari pilihan jawaban yang tidak ada.",
            "Each heading of a quiz is taken for a question. A lesser one in between makes readers, the more so those "
            "with a screen reader, look for answers that are not there.",
        ),
        file=_QUIZ,
        wrong=f"{_TOP}{_ASKED}- [x] Air dan sabun\n- [ ] Air saja\n\n### Mengapa?\n{_WHY}",
        right=_RIGHT,
    ),
}
