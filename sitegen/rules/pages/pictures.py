"""Pages of the rules about pictures."""

from sitegen.rules.pages.page import RulePage

# The smallest picture that is text as well (GIF87a, one pixel): beside it the words of an image can be right.
PICTURE = "GIF87a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"

_ARTICLE = "content/shared/artikel/hari-timbang.md"
_TOP = """\
---
title: Hari timbang
summary: Apa yang terjadi di hari timbang.
topics: [umum]
date: 2026-11-01
---
"""
_BESIDE = (("content/shared/artikel/hari-timbang/foto.gif", PICTURE),)
_LONG = """\
Kader menimbang balita di teras balai desa. Di sebelahnya ibu-ibu duduk di bangku
panjang dan memegang buku KIA. Di meja ada daftar hadir dan kotak alat tulis.
Di dinding tergantung jadwal posyandu untuk enam bulan."""

PICTURES: dict[str, RulePage] = {
    "picture-too-large": RulePage(
        why=(
            "Warga tidak mendapat gambar yang lebih tajam: yang terbit paling lebar 1600 piksel. Foto sebesar ini "
            "hanya membuat setiap penerbitan lama, dan proyek sulit dikirim dari daerah bersinyal lemah.",
            "Readers get no sharper picture from it: what is published has 1600 pixels at most. A photo of this size "
            "only slows every build down, and makes the project hard to send where the signal is weak.",
        ),
        wrong_words=(
            "Foto asli dari kamera, 15 MB, disimpan di samping artikel.",
            "The camera's own photo, 15 MB, was put beside the article.",
        ),
        right_words=(
            "Foto yang sama diperkecil sampai lebar 1600 piksel; biasanya tinggal beberapa ratus KB.",
            "The same photo, made 1600 pixels wide; it mostly has a few hundred KB then.",
        ),
    ),
    "picture-too-many-pixels": RulePage(
        why=(
            "Layar ponsel hanya menampilkan sebagian kecil dari titik sebanyak ini. Mengolahnya memenuhi memori "
            "komputer, dan gambar yang sengaja dibuat raksasa dapat menghentikan penerbitan semua situs.",
            "The screen of a phone shows a small part of so many dots. To work on them fills a computer's memory, and "
            "a picture made huge on purpose could stop all sites from being published.",
        ),
        wrong_words=(
            "Poster dipindai untuk percetakan: 8000 × 6000 piksel.",
            "A poster scanned for a printing house: 8000 × 6000 pixels.",
        ),
        right_words=(
            "Poster yang sama, 1600 × 1200 piksel; berkas untuk percetakan ditawarkan sebagai PDF.",
            "The same poster at 1600 × 1200 pixels; the file for printing is offered as PDF.",
        ),
    ),
    "picture-format": RulePage(
        why=(
            "Banyak ponsel dan peramban tidak dapat menampilkan gambar ini, walau di ponsel pembuatnya terlihat baik. "
            "Warga melihat kotak kosong di tempat yang mestinya menjelaskan.",
            "Many phones and browsers cannot show this picture, although it looks right on the phone that took it. "
            "People see an empty box where something should be explained.",
        ),
        wrong_words=(
            "Foto iPhone berformat HEIC yang hanya diganti namanya menjadi foto.jpg.",
            "An iPhone's HEIC photo that was only renamed to foto.jpg.",
        ),
        right_words=(
            "Foto dibuka di ponsel atau komputer, lalu disimpan atau diekspor sebagai JPEG.",
            "The photo was opened on the phone or computer and saved or exported as JPEG.",
        ),
    ),
    "picture-broken": RulePage(
        why=(
            "Gambar yang terpotong tampil setengah atau tidak tampil sama sekali. Biasanya pengiriman lewat WhatsApp "
            "atau flashdisk terhenti sebelum selesai.",
            "A picture that is cut off shows half of itself or nothing. Mostly a transfer by WhatsApp or USB stick "
            "stopped before its end.",
        ),
        wrong_words=(
            "Berkas foto.jpg yang salinannya berhenti di tengah jalan.",
            "A file foto.jpg whose copying stopped half way.",
        ),
        right_words=(
            "Salinan baru dari asalnya, dibuka sekali untuk memastikan gambarnya utuh.",
            "A new copy from where it came, opened once to see that it is whole.",
        ),
    ),
    "picture-animated": RulePage(
        why=(
            "Gerak yang tidak dapat dihentikan mengganggu orang yang sulit memusatkan perhatian dan dapat memicu "
            "pusing. Berkasnya besar, dan di lembar cetak hanya satu bingkai yang tampak.",
            "Motion that cannot be stopped disturbs people who find it hard to concentrate, and makes some feel sick. "
            "Its file is large, and on paper one frame is all that is seen.",
        ),
        wrong_words=(
            "langkah.gif, yang memutar enam langkah mencuci tangan berulang-ulang.",
            "langkah.gif, which plays six steps of washing hands again and again.",
        ),
        right_words=(
            "Enam gambar diam di bawah enam langkah bernomor.",
            "Six still pictures below six numbered steps.",
        ),
    ),
    "picture-svg": RulePage(
        why=(
            "SVG terlihat seperti gambar, tetapi dapat berisi program yang berjalan di ponsel warga atas nama situs "
            "dinas. Berkas dari internet jarang diperiksa isinya.",
            "SVG looks like a picture but may hold a program that runs on people's phones in the name of the "
            "office's site. Hardly anybody looks into such a file from the internet.",
        ),
        wrong_words=("artikel/hari-timbang/timbangan.svg",) * 2,
        right_words=(
            "artikel/hari-timbang/timbangan.png, disimpan dari program gambar.",
            "artikel/hari-timbang/timbangan.png, saved from a drawing program.",
        ),
    ),
    "image-alt-name": RulePage(
        why=(
            "Pembaca layar membacakan nama berkas itu huruf demi huruf kepada orang tunanetra. Mereka tetap tidak tahu "
            "apa yang ada di gambar.",
            "A screen reader spells out that file name to blind people. They still do not know what the picture shows.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}![IMG_20261101.jpg](hari-timbang/foto.gif)\n",
        right=f"{_TOP}![Kader menimbang balita di balai desa](hari-timbang/foto.gif)\n",
        also=_BESIDE,
    ),
    "image-alt-long": RulePage(
        why=(
            "Pembaca layar membacakannya sekali jalan, tanpa jeda dan tanpa dapat mundur. Orang tunanetra kehilangan "
            "alurnya, sedangkan orang lain tidak melihat keterangan itu sama sekali.",
            "A screen reader reads it at one go, with no pause and no way back. Blind people lose the thread, while "
            "everybody else does not see the explanation at all.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}![{_LONG}](hari-timbang/foto.gif)\n",
        right=f"{_TOP}![Kader menimbang balita di balai desa](hari-timbang/foto.gif)\n\n"
        "Ibu-ibu membawa buku KIA. Jadwal posyandu tergantung di dinding.\n",
        also=_BESIDE,
    ),
}
