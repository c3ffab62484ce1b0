"""Pages of the rules about facts: what each office has of its own, written as {{ name }} in a shared text."""

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
_MAP = '\n[peta]: {{ facts.peta | default("https://peta.example/") }}\n'

FACTS: dict[str, RulePage] = {
    "fact-syntax": RulePage(
        why=(
            "Tanda {{ }} hanya diganti dengan data dinas bila ditulis tepat. Bila tidak, warga akan membaca tanda "
            "kurung dan kata kode, bukan nomor telepon yang mereka cari.",
            "A mark {{ }} gives way to what the office has only if it is written exactly. Else people would read "
            "brackets and words of code in place of the number that they look for.",
        ),
        file=_ARTICLE,
        wrong=f'{_TOP}Telepon {{{{ contact.phone or "165" }}}} sebelum berangkat.\n',
        right=f'{_TOP}Telepon {{{{ contact.phone | default("165") }}}} sebelum berangkat.\n',
    ),
    "fact-unknown": RulePage(
        why=(
            "Nama fakta yang salah eja tidak menunjuk data apa pun. Tempat yang seharusnya berisi nomor, alamat, atau "
            "jadwal akan kosong di semua situs.",
            "The misspelt name of a fact stands for no data. Where a number, an address or the days should be, there "
            "would be a gap on every site.",
        ),
        file=_ARTICLE,
        wrong=f'{_TOP}Telepon {{{{ contact.telepon | default("165") }}}} sebelum berangkat.\n',
        right=f'{_TOP}Telepon {{{{ contact.phone | default("165") }}}} sebelum berangkat.\n',
    ),
    "fact-missing": RulePage(
        why=(
            "Sebagian dinas belum memberikan data ini. Tanpa nilai cadangan, warganya membaca kalimat yang berlubang, "
            "misalnya “Posyandu buka: .”, dan tidak tahu harus bertanya ke mana.",
            "Some offices have not given this yet. Without a default their people read a sentence with a hole, such "
            "as “Open on: .”, and do not know whom to ask.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Posyandu buka: {{{{ facts.jadwal }}}}.\n",
        right=f'{_TOP}Posyandu buka: {{{{ facts.jadwal | default("tanyakan kepada kader") }}}}.\n',
    ),
    "fact-misplaced": RulePage(
        why=(
            "Judul bagian dipakai lagi di daftar isi dan pencarian, dan teks gambar dibacakan kepada orang tunanetra. "
            "Semua itu dibuat satu kali untuk semua situs, jadi nama atau nomor satu dinas tidak dapat masuk ke sana.",
            "Headings are used again in contents and search, and the words for pictures are read out to blind people. "
            "All this is made once for all sites, so the name or number of one office cannot be put in there.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}## Jadwal {{{{ site.name }}}}\n\nTanyakan kepada kader.\n",
        right=f"{_TOP}## Jadwal posyandu\n\nTanyakan kepada kader dari {{{{ site.name }}}}.\n",
    ),
    "fact-lost": RulePage(
        why=(
            "Fakta itu ada di naskah, tetapi tidak satu pun kalimat yang menampilkannya. Editor mengira warga melihat "
            "tautan atau nomornya, padahal di halaman tidak ada apa-apa.",
            "The fact stands in the file, but no sentence shows it. The editor believes that people see the link or "
            "the number, while there is nothing on the page.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Lihat petanya sebelum berangkat.\n{_MAP}",
        right=f"{_TOP}Lihat [petanya][peta] sebelum berangkat.\n{_MAP}",
    ),
    "fact-begins-link": RulePage(
        why=(
            "Tanpa “tel:” ponsel menganggap nomor sebagai nama halaman. Warga yang menekannya, mungkin dalam keadaan "
            "darurat, mendapat “halaman tidak ditemukan”.",
            "Without “tel:” a phone takes a number for the name of a page. Whoever taps it, perhaps in an "
            "emergency, gets “page not found”.",
        ),
        file=_ARTICLE,
        wrong=f'{_TOP}[Telepon kami]({{{{ contact.phone | default("165") }}}}) sebelum berangkat.\n',
        right=f'{_TOP}[Telepon kami](tel:{{{{ contact.phone | default("165") }}}}) sebelum berangkat.\n',
    ),
    "fact-default-link": RulePage(
        why=(
            "Nilai cadangan dipakai di situs yang dinasnya belum mengisi data. Justru warga di sana yang akan menekan "
            "tautan yang tidak menuju ke mana-mana.",
            "The default is what sites use whose office has not given the data yet. It is their people who would tap "
            "a link that leads nowhere.",
        ),
        file=_ARTICLE,
        wrong=f'{_TOP}Lihat [petanya]({{{{ facts.peta | default("peta.html") }}}}) sebelum berangkat.\n',
        right=f'{_TOP}Lihat [petanya]({{{{ facts.peta | default("https://peta.example/") }}}}) sebelum berangkat.\n',
    ),
    "fact-in-front-matter": RulePage(
        why=(
            "Judul dan ringkasan tampil di daftar, hasil pencarian, dan pesan WhatsApp, sama untuk semua situs. "
            "Fakta tidak diganti di sana, jadi warga akan membaca tanda kurungnya.",
            "Title and summary appear in lists, search results and WhatsApp messages, the same for all sites. "
            "Facts are not filled in there, so people would read the brackets.",
        ),
        file=_ARTICLE,
        wrong=_TOP.replace("Datang ke posyandu", '"Posyandu di {{ site.place }}"') + "Datang dengan buku KIA.\n",
        right=_TOP + "Datang dengan buku KIA ke posyandu di {{ site.place }}.\n",
    ),
}
