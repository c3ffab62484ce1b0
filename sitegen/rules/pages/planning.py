"""Pages of the rules about what stands at which URL."""

from sitegen.rules.pages.page import RulePage

PLANNING: dict[str, RulePage] = {
    "path-twice": RulePage(
        (
            "Satu alamat hanya dapat menampilkan satu halaman. Kalau dua memakainya, salah satu hilang tanpa suara, "
            "misalnya halaman kontak dinas.",
            "One address can show one page only. If two want it, one of them vanishes without a word, such as the "
            "page with the office's contacts.",
        ),
        "content/shared/halaman/kontak.md",
        """\
---
title: Menghubungi kader
summary: Siapa yang dapat ditanya.
---
Tanyakan kepada ketua RT.
""",
        "",
        (),
        "themes/default/templates/contact.html",
    ),
    "url-lost": RulePage(
        (
            "Alamat halaman tercetak di brosur dan tersimpan di grup WhatsApp. Bila halamannya hilang, warga yang "
            "menekan tautan itu hanya melihat pesan kesalahan.",
            "Addresses of pages are printed on leaflets and kept in WhatsApp groups. If a page vanishes, people who "
            "tap that link see an error and nothing else.",
        ),
        wrong_words=(
            "Menghapus atau mengganti nama content/shared/artikel/jadwal.md, padahal artikel/jadwal.html sudah "
            "pernah terbit.",
            "Deleting or renaming content/shared/artikel/jadwal.md although artikel/jadwal.html has been published.",
        ),
        right_words=(
            "Ganti nama: tulis “aliases: [artikel/jadwal.html]” di berkas yang baru. Tidak berlaku lagi: biarkan "
            "berkasnya dan tambahkan “withdrawn: {on: 2026-11-21}”.",
            "Renamed: write “aliases: [artikel/jadwal.html]” into the new file. No longer true: keep the file and add "
            "“withdrawn: {on: 2026-11-21}”.",
        ),
    ),
}
