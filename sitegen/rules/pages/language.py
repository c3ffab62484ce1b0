"""Pages of the rules about the words that texts use, and about what must not stand in any text."""

from sitegen.rules.pages.page import RulePage

_ARTICLE = "content/shared/artikel/datang-ke-posyandu.md"
_TOP = """\
---
title: Datang ke posyandu
summary: Apa yang dibawa ke posyandu.
topics: [umum]
date: 2026-11-01
---
"""

LANGUAGE: dict[str, RulePage] = {
    "sentence-long": RulePage(
        why=(
            "Di layar kecil, awal kalimat sudah hilang ketika pembaca sampai di akhirnya. Ia mengulang dari depan, "
            "atau melewatkan hal terpenting yang harus dilakukan.",
            "On a small screen the beginning of the sentence is out of sight before the reader comes to its end. They "
            "start again, or miss what matters most.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Ibu yang datang bersama anaknya hendaknya membawa buku KIA supaya kader dapat\n"
        "mencatat berat dan tinggi anak serta memberi tahu kapan ibu dan anak harus datang lagi.\n",
        right=f"{_TOP}Bawa buku KIA. Kader mencatat berat dan tinggi anak di sana.\n"
        "Kader juga memberi tahu kapan Anda datang lagi.\n",
    ),
    "word-official": RulePage(
        why=(
            "Bahasa kantor terdengar resmi, tetapi tidak semua warga memahaminya, dan kalimatnya menjadi panjang. Kata "
            "sehari-hari lebih cepat dimengerti oleh siapa pun.",
            "Officialese sounds dignified, but not everybody understands it, and it makes sentences long. Everyday "
            "words are understood faster by anyone.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Datanglah dalam rangka menimbang anak.\n",
        right=f"{_TOP}Datanglah untuk menimbang anak.\n",
    ),
    "form-unfinished": RulePage(
        why=(
            "Naskah baru berisi petunjuk untuk penulisnya, bukan untuk warga. Bila ikut terbit, warga membaca “ISI: "
            "langkah pertama” di situs dinas dan mengira situsnya rusak.",
            "A new document holds instructions for its writer, not for the public. If they are published, people read "
            "“ISI: langkah pertama” on the office's site and think it broken.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}## Apa yang dibawa?\n\n- ISI: langkah pertama.\n",
        right=f"{_TOP}## Apa yang dibawa?\n\n- Buku KIA.\n",
    ),
    "word-gambling": RulePage(
        why=(
            "Peretas menyisipkan iklan judi ke situs pemerintah. Warga yang melihatnya tidak lagi percaya pada "
            "petunjuk kesehatannya, dan mesin pencari dapat menandai situs itu berbahaya.",
            "Intruders slip gambling advertisements into government sites. People who see them no longer trust the "
            "health advice there, and search engines may mark the site as dangerous.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Ada pesan yang mengajak ke [situs slot](https://contoh.example/). Jangan dibuka.\n",
        right=f"{_TOP}Ada pesan yang mengajak ke judi daring. Jangan dibuka.\n",
    ),
    "nik-like": RulePage(
        why=(
            "Dengan NIK orang lain, penipu dapat berutang atau mendaftar atas namanya. Nomor yang sekali terbit tidak "
            "dapat ditarik kembali, dan dinas yang harus menjawab.",
            "With somebody's NIK a swindler can borrow or sign up in that person's name. A number that was published "
            "once cannot be taken back, and the office has to answer for it.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Siapkan NIK, misalnya 1234567890123456.\n",
        right=f"{_TOP}Siapkan NIK. Nomornya ada di KTP Anda.\n",
    ),
}
