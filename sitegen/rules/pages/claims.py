"""Pages of the rules about claims: what pages state, and the sources that it rests on."""

from sitegen.rules.pages.page import RulePage

_FILE = "content/claims.yaml"
_ARTICLE = "content/shared/artikel/loket.md"
_TOP = """\
---
title: Datang ke loket
summary: Kapan datang dan berapa lama menunggu.
topics: [umum]
date: 2026-11-01
---
"""
_SOURCES = """\
sources:
  A1: {grade: A, title: Jam buka, publisher: Dinas, url: "https://dinas.example/", seen: 2026-11-20}
  C1: {grade: C, title: Catatan, publisher: Blog, seen: 2026-11-20}
"""
_OPEN = """\
claims:
  buka:
    says: Loket contoh buka setiap hari kerja; telepon 165.
    nature: tetap
    sources: [A1]
"""
_WAIT = """\
claims:
  antre:
    says: Antrean di loket contoh sekitar 20 menit.
    nature: {nature}
    sources: [{source}]
"""
_FIXED = _SOURCES + _OPEN
_CHANGING = _SOURCES + _WAIT.format(nature="berubah", source="A1")
_SECOND_HAND = _SOURCES + _WAIT.format(nature="tetap", source="C1")
_SAYS_OPEN = (_ARTICLE, f"{_TOP}Loket buka setiap hari kerja. {{klaim buka}}\n")
_SAYS_DATED = (_ARTICLE, f"{_TOP}Antrean sekitar 20 menit {{per 2026-11-20}}. {{klaim antre}}\n")
_SAYS_ASK = (_ARTICLE, f"{_TOP}Antrean sekitar 20 menit; periksa kanal resmi. {{klaim antre}}\n")

CLAIMS: dict[str, RulePage] = {
    "claim-unknown": RulePage(
        why=(
            "Kunci menghubungkan kalimat dengan sumbernya. Bila salah eja, pernyataan kesehatan ini terbit tanpa "
            "sumber, dan tidak seorang pun dapat memeriksa apakah ia benar.",
            "The key ties a sentence to its sources. If it is misspelt, this statement about health is published "
            "without any, and nobody can check whether it is true.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Loket buka setiap hari kerja. {{klaim buka}}\n\nTelepon dahulu. {{klaim bukaa}}\n",
        right=f"{_TOP}Loket buka setiap hari kerja. {{klaim buka}}\n\nTelepon dahulu. {{klaim buka}}\n",
        also=((_FILE, _FIXED),),
    ),
    "claim-mark": RulePage(
        why=(
            "Tanda klaim tidak terlihat oleh warga hanya bila ditulis utuh. Tanda yang terbuka akan tampil sebagai "
            "kode di tengah kalimat, dan kalimatnya tidak punya sumber.",
            "The mark of a claim is hidden from readers only if it is whole. One that is left open would appear as "
            "code in the sentence, and the sentence would have no source.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Loket buka setiap hari kerja. {{klaim buka}}\n\nTelepon dahulu. {{klaim buka\n",
        right=f"{_TOP}Loket buka setiap hari kerja. {{klaim buka}}\n\nTelepon dahulu. {{klaim buka}}\n",
        also=((_FILE, _FIXED),),
    ),
    "claim-source-unknown": RulePage(
        why=(
            "Klaim ini bersandar pada sumber yang tidak tercatat. Pembaca tidak akan melihat dari mana keterangannya, "
            "dan editor berikutnya tidak tahu halaman mana yang harus dilihat lagi.",
            "This claim rests on a source that nobody has written down. Readers will not see where it comes from, and "
            "the next editor cannot know which page to look at again.",
        ),
        file=_FILE,
        wrong=_FIXED.replace("[A1]", "[A1, A2]"),
        right=_FIXED,
        also=(_SAYS_OPEN,),
    ),
    "claim-source-link": RulePage(
        why=(
            "Nilai C berarti tangan kedua: blog, salinan, pers daerah. Tautan dari situs dinas membuatnya tampak "
            "resmi, dan warga akan percaya pada hal lain yang tertulis di sana.",
            "Grade C means second-hand: blogs, copies, the local press. A link from an office's site makes it look "
            "official, and people would believe whatever else is written there.",
        ),
        file=_FILE,
        wrong=_SECOND_HAND.replace("Blog,", 'Blog, url: "https://blog.example/",'),
        right=_SECOND_HAND,
        also=(_SAYS_ASK,),
    ),
    "claim-unused": RulePage(
        why=(
            "Setiap klaim harus dilihat lagi sumbernya dari waktu ke waktu. Yang tidak dipakai menghabiskan kerja itu, "
            "atau menandakan kalimatnya ada di naskah tetapi lupa diberi tanda.",
            "The sources of each claim have to be looked at again from time to time. One that is not used wastes that "
            "work, or its sentence stands in a text and the mark was forgotten.",
        ),
        file=_FILE,
        wrong=f"{_FIXED}  parkir:\n    says: Parkir loket contoh gratis.\n    nature: tetap\n    sources: [A1]\n",
        right=_FIXED,
        also=(_SAYS_OPEN,),
    ),
    "claim-to-confirm": RulePage(
        why=(
            "Satu-satunya sumber adalah tangan kedua, yang bisa keliru atau sudah lama. Warga bertindak menurut "
            "kalimat ini, jadi sebaiknya seseorang memastikannya di sumber pemerintah.",
            "Its only source is second-hand and may be wrong or out of date. People act on this sentence, so somebody "
            "should make sure of it at a source of the government.",
        ),
        file=_FILE,
        wrong=_SECOND_HAND,
        right=_SECOND_HAND.replace("[C1]", "[A1, C1]"),
        also=(_SAYS_ASK,),
    ),
    "claim-old": RulePage(
        why=(
            "Tarif, nomor, dan jadwal berganti tanpa pemberitahuan. Keterangan yang tiga bulan tidak dilihat lagi "
            "mungkin sudah salah, dan warga membayar atau datang menurut angka lama.",
            "Prices, numbers and hours change without notice. What nobody has looked at for three months may be wrong, "
            "and people pay or come by an old figure.",
        ),
        file=_FILE,
        wrong=_CHANGING.replace("2026-11-20", "2026-07-20", 1),
        right=_CHANGING,
        also=(_SAYS_DATED,),
    ),
    "claim-second-hand": RulePage(
        why=(
            "Keterangan ini baru dari tangan kedua. Pembaca berhak tahu, supaya bertanya dahulu sebelum bepergian jauh "
            "atau membayar.",
            "This comes at second hand so far. Readers have a right to know, so that they ask before they travel far "
            "or pay.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Antrean sekitar 20 menit. {{klaim antre}}\n",
        right=f"{_TOP}Antrean sekitar 20 menit. {{klaim antre}} Ini dari sumber kedua, jadi periksa kanal resmi.\n",
        also=((_FILE, _SECOND_HAND),),
    ),
    "claim-undated": RulePage(
        why=(
            "Angka ini dapat berubah, dan halaman bisa dibaca bertahun-tahun kemudian, juga di kertas. Tanpa tanggal "
            "pembaca tidak tahu apakah angkanya masih berlaku.",
            "This figure may change, and the page may be read years later, on paper, too. Without a day readers cannot "
            "know whether it still holds.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Antrean sekitar 20 menit. {{klaim antre}}\n",
        right=f"{_TOP}Antrean sekitar 20 menit {{per 2026-11-20}}. {{klaim antre}}\n",
        also=((_FILE, _CHANGING),),
    ),
    "figure-unclaimed": RulePage(
        why=(
            "Angka terlihat pasti, dan warga memegangnya. Tanpa sumber tidak ada yang tahu dari mana angkanya, dan "
            "dinas tidak dapat membelanya bila ternyata salah.",
            "A figure looks certain, and people hold on to it. Without a source nobody knows where it comes from, and "
            "the office cannot defend it if it proves wrong.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Loket buka setiap hari kerja. {{klaim buka}}\n\nDatang 30 menit lebih awal.\n",
        right=f"{_TOP}Loket buka setiap hari kerja. {{klaim buka}}\n\nSaran kerja: datang 30 menit lebih awal.\n",
        also=((_FILE, _FIXED),),
    ),
    "phone-unsourced": RulePage(
        why=(
            "Satu angka yang tertukar membuat warga menelepon orang lain, mungkin di saat darurat, atau menelepon "
            "penipu. Karena itu setiap nomor harus tercatat bersama sumbernya.",
            "With two digits swapped people call a stranger, perhaps in an emergency, or a swindler. So each number "
            "has to be on record together with its source.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Loket buka setiap hari kerja. {{klaim buka}} Telepon [156](tel:156).\n",
        right=f"{_TOP}Loket buka setiap hari kerja. {{klaim buka}} Telepon [165](tel:165).\n",
        also=((_FILE, _FIXED),),
    ),
}
