"""Pages of the rules about related articles and the glossary."""

from sitegen.rules.pages.page import RulePage

_ARTICLE = "content/shared/artikel/kartu-peserta.md"
_TOP = """\
---
title: Kartu peserta
summary: Kapan kartu peserta dibutuhkan.
topics: [umum]
date: 2026-11-01
related:
"""
_BODY = "---\nTunjukkan kartu di loket.\n"
_OTHER = """\
---
title: Mendaftar
summary: Cara mendaftar di loket.
topics: [umum]
date: 2026-11-01
{more}---
Bawa kartu keluarga.
"""
_BESIDE = ("content/shared/artikel/mendaftar.md", _OTHER.format(more=""))
_GONE = ("content/shared/artikel/mendaftar-lama.md", _OTHER.format(more="withdrawn: {on: 2026-11-10}\n"))
_TERM = """\
kader:
  term: Kader
  meaning: Warga yang membantu posyandu.
"""
_SUNDANESE = """\
sites:
  - {domain: satu.example, district: "32.02", languages: [id, su]}
"""

AIDS: dict[str, RulePage] = {
    "related-unknown": RulePage(
        why=(
            "Di bawah artikel, “Baca juga” menunjukkan langkah berikutnya. Nama yang salah eja tidak menghasilkan "
            "tautan, jadi warga berhenti di situ.",
            "Below an article, “Read also” shows the next step. A misspelt name makes no link, so people stop there.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}  - artikel/mendftar\n{_BODY}",
        right=f"{_TOP}  - artikel/mendaftar\n{_BODY}",
        also=(_BESIDE,),
    ),
    "related-self": RulePage(
        why=(
            "Pembaca menekan “Baca juga” dan kembali ke halaman yang sama. Tempat untuk artikel yang sungguh "
            "membantu terbuang.",
            "Readers tap “Read also” and are back on the same page. The place of an article that would help is wasted.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}  - artikel/kartu-peserta\n{_BODY}",
        right=f"{_TOP}  - artikel/mendaftar\n{_BODY}",
        also=(_BESIDE,),
    ),
    "related-not-shown": RulePage(
        why=(
            "Artikel yang disarankan tidak dapat dibuka di situs mana pun yang memuat naskah ini. Saran itu diam-diam "
            "hilang, dan editor mengira warga melihatnya.",
            "No site with this document has the article that it recommends. The advice drops out silently, while the "
            "editor believes that people see it.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}  - artikel/mendaftar-lama\n{_BODY}",
        right=f"{_TOP}  - artikel/mendaftar\n{_BODY}",
        also=(_BESIDE, _GONE),
    ),
    "term-twice": RulePage(
        why=(
            "Satu istilah dengan dua penjelasan membuat pembaca bertanya mana yang benar. Halaman istilah juga tidak "
            "tahu harus menautkan ke yang mana.",
            "One term with two meanings makes readers ask which is right. Nor can it be known to which of them a "
            "link should lead.",
        ),
        file="content/glossary.yaml",
        wrong=f"{_TERM}relawan:\n  term: Relawan\n  also: [kader]\n  meaning: Warga yang membantu tanpa upah.\n",
        right=f"{_TERM}relawan:\n  term: Relawan\n  meaning: Warga yang membantu tanpa upah.\n",
    ),
    "term-language": RulePage(
        why=(
            "Terjemahan ini sudah ditulis, tetapi kode bahasanya tidak dipakai satu situs pun. Warga yang "
            "membutuhkannya tetap membaca penjelasan dalam bahasa Indonesia.",
            "This translation has been written, but no site uses the code of its language. Those who need it still "
            "read the meaning in Indonesian.",
        ),
        file="content/glossary.yaml",
        wrong=f"{_TERM}  meaning.sun: Warga anu mantuan posyandu.\n",
        right=f"{_TERM}  meaning.su: Warga anu mantuan posyandu.\n",
        also=(("sites.yaml", _SUNDANESE),),
    ),
}
