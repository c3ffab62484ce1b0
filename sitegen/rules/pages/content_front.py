"""Pages of the rules about the front matter of documents, and about blocks for some sites only."""

from sitegen.rules.pages.page import RulePage

_ARTICLE = "content/shared/artikel/jadwal-imunisasi.md"
_FRONT = """\
---
title: Jadwal imunisasi
summary: Kapan dan di mana anak diimunisasi.
topics: [umum]
date: 2026-11-01
"""
_BODY = "---\nDatang dengan buku KIA.\n"
_TAGGED = """\
sites:
  - {domain: satu.example, district: "32.02", tags: [jambi]}
  - {domain: dua.example, district: "15.01"}
"""
_NEW = """\
---
title: Jadwal imunisasi baru
summary: Jadwal yang berlaku sekarang.
topics: [umum]
date: 2026-11-01
---
Datang dengan buku KIA.
"""

FRONT: dict[str, RulePage] = {
    "body-empty": RulePage(
        why=(
            "Warga yang membuka tautannya hanya melihat judul. Pulsa datanya terpakai, jawabannya tidak ada, "
            "dan lain kali ia tidak membuka situs dinas lagi.",
            "Whoever opens its link sees a title and nothing else. They have paid for the data, found no answer, "
            "and will not open the office's site again.",
        ),
        file=_ARTICLE,
        wrong=f"{_FRONT}---\n",
        right=f"{_FRONT}{_BODY}",
    ),
    "review-half": RulePage(
        why=(
            "Halaman memberi tahu warga bahwa isinya sudah diperiksa tenaga kesehatan. Pernyataan itu baru dapat "
            "dipegang bila jelas siapa yang memeriksa dan kapan; setengahnya adalah janji tanpa penanggung jawab.",
            "The page tells people that a health worker has checked it. They can rely on that only if it is clear "
            "who did so and when; one half of it is a promise that nobody answers for.",
        ),
        file=_ARTICLE,
        wrong=f"{_FRONT}reviewer: dr. Contoh\n{_BODY}",
        right=f"{_FRONT}reviewer: dr. Contoh\nreviewed: 2026-11-10\n{_BODY}",
    ),
    "alias-shape": RulePage(
        why=(
            "Alamat lama masih tertulis di selebaran dan pesan WhatsApp bertahun-tahun. Bila ditulis tidak lengkap, "
            "halaman penunjuknya tidak dapat dibuat, dan warga mendapat “halaman tidak ditemukan”.",
            "Old addresses stay on leaflets and in WhatsApp messages for years. If one is not written in full, no "
            "page can be made that leads on from it, and people get “page not found”.",
        ),
        file=_ARTICLE,
        wrong=f"{_FRONT}aliases: [artikel/imunisasi-lama]\n{_BODY}",
        right=f"{_FRONT}aliases: [artikel/imunisasi-lama.html]\n{_BODY}",
    ),
    "instead-missing": RulePage(
        why=(
            "Halaman yang ditarik memberi tahu warga harus ke mana. Bila penunjuk itu buntu, yang mereka ingat "
            "tetaplah petunjuk lama yang sudah tidak berlaku.",
            "A withdrawn page tells readers where to go instead. If that leads nowhere, the old advice, which no "
            "longer holds, is all that they keep.",
        ),
        file=_ARTICLE,
        wrong=f"{_FRONT}withdrawn: {{on: 2026-11-20, instead: artikel/jadwal-bru}}\n{_BODY}",
        right=f"{_FRONT}withdrawn: {{on: 2026-11-20, instead: artikel/jadwal-baru}}\n{_BODY}",
        also=(("content/shared/artikel/jadwal-baru.md", _NEW),),
    ),
    "dates-order": RulePage(
        why=(
            "Tanggal yang terbalik membuat halaman tidak pernah tampil, atau ditarik sebelum sempat dibaca. "
            "Biasanya tahunnya salah ketik pada pergantian tahun.",
            "With its dates the wrong way round a page is never shown, or is taken away before anyone could read "
            "it. Mostly the year was mistyped around New Year.",
        ),
        file=_ARTICLE,
        wrong=f"{_FRONT}expires: 2026-01-31\n{_BODY}",
        right=f"{_FRONT}expires: 2027-01-31\n{_BODY}",
    ),
    "topic-unknown": RulePage(
        why=(
            "Banyak warga mencari lewat daftar topik. Artikel dengan topik yang salah eja tidak masuk ke daftar "
            "itu, jadi orang yang membutuhkannya tidak menemukannya.",
            "Many people look for things by topic. An article with a misspelt topic is missing from that list, and "
            "those who need it do not find it.",
        ),
        file=_ARTICLE,
        wrong=f"{_FRONT.replace('[umum]', '[umun]')}{_BODY}",
        right=f"{_FRONT}{_BODY}",
    ),
    "audience-unknown": RulePage(
        why=(
            "Nama ini memilih daerah mana yang menampilkan naskah. Bila salah eja, pengumuman untuk satu provinsi "
            "tidak tampil di sana, atau yang hendak dikecualikan justru ikut menampilkannya.",
            "This name chooses the districts that show the document. If it is misspelt, a notice for one province "
            "is not seen there, or those that were to be left out show it all the same.",
        ),
        file=_ARTICLE,
        wrong=f"{_FRONT}sites: {{only: [jawa-brat]}}\n{_BODY}",
        right=f"{_FRONT}sites: {{only: [jawa-barat]}}\n{_BODY}",
    ),
    "audience-ambiguous": RulePage(
        why=(
            "Satu kata menunjuk dua kelompok situs yang berbeda, misalnya provinsi dan tanda. sitegen tidak menebak, "
            "karena petunjuk untuk satu daerah bisa menyesatkan warga daerah lain.",
            "One word stands for two different sets of sites, such as a province and a tag. It is not guessed at, "
            "since advice for one district can mislead the people of another.",
        ),
        file=_ARTICLE,
        wrong=f"{_FRONT}sites: {{only: [jambi]}}\n{_BODY}",
        right=f"{_FRONT}sites: {{only: [province:jambi]}}\n{_BODY}",
        also=(("sites.yaml", _TAGGED),),
    ),
    "block-unknown": RulePage(
        why=(
            "Bagian ini dimaksudkan untuk sebagian daerah saja. Selama barisnya tidak dipahami, semua daerah akan "
            "membacanya, lengkap dengan tanda “:::” yang membingungkan.",
            "This part is meant for some districts only. As long as its line is not understood, all of them would "
            "read it, together with a puzzling “:::”.",
        ),
        file=_ARTICLE,
        wrong=f"{_FRONT}---\nDatang dengan buku KIA.\n\n::: hanya satu\nDatang hari Senin.\n:::\n",
        right=f"{_FRONT}---\nDatang dengan buku KIA.\n\n::: only satu\nDatang hari Senin.\n:::\n",
    ),
    "block-not-open": RulePage(
        why=(
            "Biasanya baris pembukanya terhapus saat menyunting. Akibatnya, keterangan untuk satu daerah tampil "
            "di semua daerah, dan warga datang pada hari yang salah.",
            "Mostly the line that opens the block was deleted while editing. What was meant for one district is "
            "then shown in all of them, and people come on the wrong day.",
        ),
        file=_ARTICLE,
        wrong=f"{_FRONT}---\nDatang dengan buku KIA.\n\nDatang hari Senin.\n:::\n",
        right=f"{_FRONT}---\nDatang dengan buku KIA.\n\n::: only satu\nDatang hari Senin.\n:::\n",
    ),
    "block-not-closed": RulePage(
        why=(
            "Tanpa baris penutup, seluruh sisa artikel ikut menjadi milik satu daerah. Warga daerah lain "
            "kehilangan separuh petunjuk tanpa tahu ada yang kurang.",
            "Without a closing line all the rest of the article belongs to one district, too. The people of the "
            "others lose half of the advice and cannot know that something is missing.",
        ),
        file=_ARTICLE,
        wrong=f"{_FRONT}---\n::: only satu\nDatang hari Senin.\n\nDatang dengan buku KIA.\n",
        right=f"{_FRONT}---\n::: only satu\nDatang hari Senin.\n:::\n\nDatang dengan buku KIA.\n",
    ),
    "block-nested": RulePage(
        why=(
            "Bila blok kedua dibuka sebelum yang pertama ditutup, tidak jelas lagi siapa membaca apa. "
            "Satu daerah bisa mendapat jadwal daerah lain, atau tidak mendapat jadwal sama sekali.",
            "If a second block opens before the first is closed, it is no longer clear who reads what. One district "
            "could get the days of another, or none at all.",
        ),
        file=_ARTICLE,
        wrong=f"{_FRONT}---\n::: only satu\nDatang hari Senin.\n::: only dua\nDatang hari Rabu.\n:::\n",
        right=f"{_FRONT}---\n::: only satu\nDatang hari Senin.\n:::\n\n::: only dua\nDatang hari Rabu.\n:::\n",
    ),
}
