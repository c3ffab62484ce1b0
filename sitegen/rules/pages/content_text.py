"""Pages of the rules about the text of a document: Markdown, headings, pictures, and what a link may begin with."""

from sitegen.rules.pages.page import RulePage
from sitegen.rules.pages.pictures import PICTURE

_ARTICLE = "content/shared/artikel/cuci-tangan.md"
_TOP = """\
---
title: Cuci tangan
summary: Kapan dan bagaimana mencuci tangan.
topics: [umum]
date: 2026-11-01
---
"""
_PICTURE = (("content/shared/artikel/cuci-tangan/sabun.gif", PICTURE),)

TEXT: dict[str, RulePage] = {
    "raw-html": RulePage(
        why=(
            "HTML dapat merusak tampilan di ponsel kecil, tidak terbaca oleh pembaca layar, dan dapat memuat program "
            "titipan peretas. Markdown cukup untuk semua yang dibutuhkan artikel.",
            "HTML can spoil the page on a small phone, confuse screen readers, and carry programs that intruders "
            "leave behind. Markdown has all that an article needs.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Cuci tangan <b>sebelum makan</b>.\n",
        right=f"{_TOP}Cuci tangan **sebelum makan**.\n",
    ),
    "footnote-missing": RulePage(
        why=(
            "Tanda catatan kaki berjanji ada keterangan di bawah, sering kali sumbernya. Bila isinya tidak ada, "
            "pembaca yang mau memeriksa tidak menemukan apa-apa.",
            "The mark of a footnote promises a word below, often the source. If there is none, a reader who wants "
            "to check finds nothing.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Cuci tangan dengan sabun.[^1]\n",
        right=f"{_TOP}Cuci tangan dengan sabun.[^1]\n\n[^1]: Tulis sumbernya di sini.\n",
    ),
    "reference-missing": RulePage(
        why=(
            "Pembaca akan melihat kurung siku, bukan tautan yang dapat ditekan. Langkah berikutnya hilang "
            "tepat saat ia membutuhkannya.",
            "Readers would see square brackets and no link to tap. The next step is missing just when they need it.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Baca juga [data yang kami simpan][privasi].\n",
        right=f"{_TOP}Baca juga [data yang kami simpan][privasi].\n\n[privasi]: ../halaman/privasi.md\n",
    ),
    "heading-level-one": RulePage(
        why=(
            "Judul artikel sudah menjadi judul halaman. Judul besar kedua membuat pengguna pembaca layar tidak tahu "
            "mana nama halamannya, dan mesin pencari menampilkan yang keliru.",
            "The article's title is the page's heading already. With a second one, people with a screen reader "
            "cannot tell what the page is called, and search engines may show the wrong one.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}# Kapan mencuci tangan?\n\nSebelum makan.\n",
        right=f"{_TOP}## Kapan mencuci tangan?\n\nSebelum makan.\n",
    ),
    "list-as-text": RulePage(
        why=(
            "Tanda dari Word, atau daftar tanpa baris kosong di atasnya, tidak menjadi daftar. Langkah yang mestinya "
            "dibaca satu per satu tampil berdempetan, dan pembaca layar tidak menyebutnya sebagai daftar.",
            "Bullets of Word, or a list without an empty line above it, do not become a list. Steps that should be "
            "read one by one run together, and screen readers do not announce a list.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}## Kapan?\n\nCuci tangan:\n- sebelum makan;\n- sesudah dari kakus.\n",
        right=f"{_TOP}## Kapan?\n\nCuci tangan:\n\n- sebelum makan;\n- sesudah dari kakus.\n",
    ),
    "table-as-text": RulePage(
        why=(
            "Tanpa baris | --- | --- | tabel tidak terbentuk. Pembaca melihat garis tegak di antara kata, dan tidak "
            "tahu jadwal mana milik hari yang mana.",
            "Without a row | --- | --- | there is no table. Readers see bars between words and cannot tell which time "
            "belongs to which day.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}## Kapan?\n\n| Sebelum | Sesudah |\n| makan | dari kakus |\n",
        right=f"{_TOP}## Kapan?\n\n| Sebelum | Sesudah |\n| --- | --- |\n| makan | dari kakus |\n",
    ),
    "line-too-long": RulePage(
        why=(
            "Alinea sepanjang ini memenuhi beberapa layar ponsel tanpa jeda, dan pembaca berhenti di tengahnya. "
            "Kesalahan di dalamnya pun sulit ditunjukkan, karena semuanya satu baris.",
            "Such a paragraph fills several screens of a phone without a pause, and readers stop half way. "
            "Mistakes in it are hard to point at, too, as all of it is one line.",
        ),
        wrong_words=(
            "Seluruh artikel ditempel dari Word atau PDF sebagai satu baris yang sangat panjang.",
            "A whole article was pasted from Word or PDF as one very long line.",
        ),
        right_words=(
            "Satu alinea untuk satu hal, dengan baris kosong di antaranya; langkah-langkah ditulis sebagai daftar.",
            "One paragraph for one thing, with an empty line between them; steps are written as a list.",
        ),
    ),
    "body-too-deep": RulePage(
        why=(
            "Teks yang menjorok sangat dalam tinggal selebar beberapa huruf di layar ponsel. Biasanya baris digeser "
            "dengan spasi supaya tampak di tengah, atau ada kurung yang lupa ditutup.",
            "Text that is indented this deep is only a few letters wide on a phone. Mostly a line was moved with "
            "blanks to make it look centred, or brackets were left open.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Ingat:\n{' ' * 44}pakai sabun!\n",
        right=f"{_TOP}Ingat: **pakai sabun!**\n",
    ),
    "text-too-costly": RulePage(
        why=(
            "Satu teks seperti ini dapat menahan penerbitan semua situs, juga saat ada kabar yang mendesak. Tidak ada "
            "artikel biasa yang mendekati batas ini: biasanya isinya rusak, atau sengaja ditulis untuk mengganggu.",
            "One such text can hold up the publishing of all sites, also when there is urgent news. No ordinary "
            "article comes near this limit: mostly it is damaged, or was written to do harm.",
        ),
        wrong_words=(
            "Satu artikel yang menunjuk catatan kaki yang sama lebih dari dua puluh ribu kali.",
            "An article that points to the same footnote more than twenty thousand times.",
        ),
        right_words=(
            "Satu tanda catatan kaki di tempat pembaca memerlukannya.",
            "One mark of a footnote where readers need it.",
        ),
    ),
    "text-slow": RulePage(
        why=(
            "Satu teks yang lambat tidak mengganggu; puluhan menahan penerbitan semua situs bermenit-menit, juga saat "
            "ada kabar yang mendesak. Artikel biasa selesai dalam seperseratus waktu itu: biasanya isinya rusak, atau "
            "sengaja ditulis untuk mengganggu.",
            "One slow text does no harm; dozens hold up the publishing of all sites for minutes, also when there is "
            "urgent news. An ordinary article takes a hundredth of that time: mostly these are damaged, or were "
            "written to do harm.",
        ),
        wrong_words=(
            "Tiga puluh artikel yang masing-masing berisi enam ribu daftar istilah.",
            "Thirty articles of six thousand definition lists each.",
        ),
        right_words=(
            "Satu daftar istilah dalam artikel yang memerlukannya.",
            "One definition list in the article that needs it.",
        ),
    ),
    "character-unsafe-after": RulePage(
        why=(
            "Kode ini menjadi aksara yang tidak terlihat. Pembaca layar tersendat karenanya, hasil salinan "
            "memuat sampah, dan daftar kabar situs (feed) bisa ditolak seluruhnya.",
            "This code becomes a character that nobody sees. Screen readers stumble over it, copied text holds "
            "rubbish, and the site's news feed may be refused as a whole.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Gosok sela jari&#2; juga.\n",
        right=f"{_TOP}Gosok sela jari juga.\n",
    ),
    "link-scheme": RulePage(
        why=(
            "Sebagian cara menautkan tidak dapat dibuka ponsel, dan sebagian lagi menjalankan program begitu ditekan. "
            "Warga menekan tautan di situs dinas dengan percaya, jadi hanya cara yang aman yang boleh.",
            "Some kinds of link no phone can open, and others run a program when they are tapped. People trust the "
            "links on an office's site, so only safe kinds may stand there.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}Lihat [poster](ftp://berkas.example/poster.pdf).\n",
        right=f"{_TOP}Lihat [poster](https://berkas.example/poster.pdf).\n",
    ),
    "id-twice": RulePage(
        why=(
            "Penanda membawa pembaca langsung ke satu bagian, misalnya dari pesan WhatsApp. Bila dua bagian memakai "
            "penanda yang sama, semua orang mendarat di bagian pertama.",
            "An id leads readers straight to one part of a page, for instance from a WhatsApp message. If two parts "
            "share it, everyone ends up at the first.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}## Kapan? {{#kapan}}\n\nSebelum makan.\n\n## Caranya? {{#kapan}}\n\nPakai sabun.\n",
        right=f"{_TOP}## Kapan? {{#kapan}}\n\nSebelum makan.\n\n## Caranya? {{#caranya}}\n\nPakai sabun.\n",
    ),
    "id-reserved": RulePage(
        why=(
            "Halaman memakai penanda ini untuk tautan “langsung ke isi” dan sejenisnya. Bila dipakai dua kali, "
            "pengguna papan ketik dan pembaca layar melompat ke tempat yang salah.",
            "The page itself uses this id, for “skip to content” and the like. If it is used twice, people with a "
            "keyboard or a screen reader jump to the wrong place.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}## Isi kotak sabun {{#isi}}\n\nSabun dan kain bersih.\n",
        right=f"{_TOP}## Isi kotak sabun {{#isi-kotak}}\n\nSabun dan kain bersih.\n",
    ),
    "image-without-alt": RulePage(
        why=(
            "Orang tunanetra mendengar teks ini sebagai ganti gambar. Yang sinyalnya lemah juga membacanya bila "
            "gambar belum termuat; tanpa teks itu isi gambar hilang bagi mereka.",
            "Blind people hear these words in place of the picture. With a weak signal others read them, too, until "
            "it has loaded; without them all of them miss what it says.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}![](cuci-tangan/sabun.gif)\n",
        right=f"{_TOP}![Anak menggosok sela jari dengan sabun](cuci-tangan/sabun.gif)\n",
        also=_PICTURE,
    ),
    "image-not-picture": RulePage(
        why=(
            "Peramban tidak dapat menampilkan PDF atau dokumen Word di tengah halaman. Pembaca hanya melihat gambar "
            "yang rusak, tanpa cara membuka berkasnya.",
            "Browsers cannot show a PDF or a document of Word in the middle of a page. Readers see a broken picture "
            "and have no way to open the file.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}![Poster cuci tangan](cuci-tangan/poster.csv)\n",
        right=f"{_TOP}[Poster cuci tangan](cuci-tangan/poster.csv)\n",
        also=(("content/shared/artikel/cuci-tangan/poster.csv", "a,b\n"),),
    ),
    "image-outside": RulePage(
        why=(
            "Gambar di situs lain dapat hilang atau diganti pemiliknya kapan saja, tidak tampil tanpa sinyal, "
            "dan pemiliknya ikut tahu siapa yang membaca halaman kesehatan ini.",
            "A picture on another site may vanish or be changed by its owner any day, is missing where there is no "
            "signal, and tells that owner who reads this page about health.",
        ),
        file=_ARTICLE,
        wrong=f"{_TOP}![Anak menggosok sela jari dengan sabun](https://foto.example/sabun.gif)\n",
        right=f"{_TOP}![Anak menggosok sela jari dengan sabun](cuci-tangan/sabun.gif)\n",
        also=_PICTURE,
    ),
}
