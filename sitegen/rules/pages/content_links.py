"""Pages of the rules about links: where they lead, on every site that shows them."""

from sitegen.rules.pages.page import RulePage

_ARTICLE = "content/shared/artikel/cuci-tangan.md"
_TOP = """\
---
title: Cuci tangan
summary: Kapan dan bagaimana mencuci tangan.
topics: [umum]
date: 2026-11-01
---
"""
_OTHER = """\
---
title: Air bersih
summary: Dari mana mendapat air bersih.
topics: [umum]
date: 2026-11-01
{more}---
## Air sumur {{#sumur}}

Tanyakan kepada kader.
"""


def _beside(more: str = "") -> tuple[tuple[str, str], ...]:
    """The document that examples link to; `more` are further lines of its front matter."""
    return (("content/shared/artikel/air-bersih.md", _OTHER.format(more=more)),)


LINKS: dict[str, RulePage] = {
    "link-absolute": RulePage(
        why=(
            "Garis miring di depan berarti “dari pangkal alamat”. Tautan itu putus bila situs dipasang di dalam "
            "folder, atau dibuka dari flashdisk di tempat tanpa sinyal.",
            "A slash in front means “from the root of the host”. Such a link breaks where the site lies in a folder, "
            "or is opened from a USB stick where there is no signal.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Baca [tentang kami](/tentang.html).\n",
        right=f"{_TOP}Baca [tentang kami](../halaman/tentang.md).\n",
    ),
    "link-missing": RulePage(
        why=(
            "Pembaca yang menekannya mendapat “halaman tidak ditemukan”. Yang kuotanya sedikit biasanya tidak "
            "mencoba lagi.",
            "Whoever taps it gets “page not found”. People with little data left will hardly try again.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Pakai [air bersih](air-bersh.md).\n",
        right=f"{_TOP}Pakai [air bersih](air-bersih.md).\n",
        also=_beside(),
    ),
    "link-later": RulePage(
        why=(
            "Naskah dengan date: yang belum tiba belum terbit, jadi pembaca yang menekan tautannya mendapat “halaman "
            "tidak ditemukan”. Bila banyak pesan ini muncul sekaligus, biasanya hari bangunannya yang keliru.",
            "A document whose date: is still to come is not published yet, so whoever taps the link gets “page not "
            "found”. If there are many of these at once, it is mostly the day of the build that is wrong.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Pakai [air bersih](air-bersih.md).\n",
        right=f"{_TOP}Pakai air bersih.\n",
        also=(("content/shared/artikel/air-bersih.md", _OTHER.format(more="").replace("2026-11-01", "2099-01-01")),),
    ),
    "link-shape": RulePage(
        why=(
            "Alamat halaman berbeda di tiap situs dan bahasa, jadi hanya sitegen yang dapat menulisnya dengan benar. "
            "Alamat tanpa https:// dicari peramban di situs ini sendiri, dan tidak ada.",
            "The address of a page differs between sites and languages, so that only sitegen can write it correctly. "
            "An address without https:// is looked for on this site itself, where it is not.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Pakai [air bersih](air-bersih.html).\n",
        right=f"{_TOP}Pakai [air bersih](air-bersih.md).\n",
        also=_beside(),
    ),
    "link-not-shown": RulePage(
        why=(
            "Dokumen tujuan hanya tampil di sebagian situs. Di situs lain tautan yang sama putus, dan dinasnya "
            "yang ditanyai warga, padahal bukan mereka yang menulis.",
            "The target is shown on some of the sites only. On the others the same link is broken, and people ask "
            "an office about it that did not write it.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Pakai [air bersih](air-bersih.md).\n",
        right=f"{_TOP}Pakai air bersih.\n\n::: only satu\nBaca juga [air bersih](air-bersih.md).\n:::\n",
        also=_beside("sites: {only: [satu]}\n"),
    ),
    "link-gone": RulePage(
        why=(
            "Pembaca sampai di halaman yang hanya berkata “sudah ditarik”. Itu menghabiskan kuota, dan membuat "
            "mereka ragu apakah artikel yang sedang dibaca masih berlaku.",
            "Readers arrive at a page that only says that it was withdrawn. That costs them data and makes them "
            "doubt whether the article they came from still holds.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Pakai air bersih. Baca [caranya](air-bersih.md).\n",
        right=f"{_TOP}Pakai air bersih.\n",
        also=_beside("withdrawn: {on: 2026-11-20}\n"),
    ),
    "link-fragment": RulePage(
        why=(
            "Halamannya terbuka, tetapi di bagian atas. Pembaca harus mencari sendiri di seluruh halaman, dan "
            "sering kali mengira jawabannya tidak ada.",
            "The page opens, but at its top. Readers have to look for the part themselves, and often take it that "
            "there is no answer.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Boleh juga [air sumur](air-bersih.md#air-sumur).\n",
        right=f"{_TOP}Boleh juga [air sumur](air-bersih.md#sumur).\n",
        also=_beside(),
    ),
    "link-file-missing": RulePage(
        why=(
            "Warga menekan “unduh” atau menunggu gambar, dan tidak mendapat apa-apa. Berkasnya mungkin ada di "
            "komputer editor, tetapi belum ikut diserahkan.",
            "People tap a download, or wait for a picture, and get nothing. The file may be on the editor's "
            "computer, but it was not put beside the article.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Cetak [lembar langkah](cuci-tangan/langkah-langkah.txt).\n",
        right=f"{_TOP}Cetak [lembar langkah](cuci-tangan/langkah.txt).\n",
        also=(("content/shared/artikel/cuci-tangan/langkah.txt", "Basahi. Sabuni. Bilas.\n"),),
    ),
}
