"""Pages of the rules about where a document lies, what its file is called, and how it changes another one."""

from sitegen.rules.pages.page import RulePage

_OFFICE = "content/sites/satu/artikel/jadwal-imunisasi.md"
_FRONT = """\
title: Jadwal imunisasi
summary: Kapan dan di mana anak diimunisasi.
topics: [umum]
date: 2026-11-01
"""
_OWNER = "content/shared/artikel/jadwal-imunisasi.md"
_SHARED = ((_OWNER, f"---\n{_FRONT}---\nDatang dengan buku KIA.\n"),)

FOLDERS: dict[str, RulePage] = {
    "content-missing": RulePage(
        why=(
            "Tanpa folder ini tidak ada satu artikel pun untuk diterbitkan. Semua situs akan menjadi kosong, "
            "dan tautan yang sudah disimpan warga tidak lagi berisi apa-apa.",
            "Without this folder there is not one article to publish. Every site would become empty, "
            "and the links that people keep would show nothing any more.",
        ),
        wrong_words=(
            "Perintah dijalankan di folder lain, atau content/shared/ terhapus atau berganti nama.",
            "The command is run in another folder, or content/shared/ was deleted or renamed.",
        ),
        right_words=(
            "Jalankan perintah di folder yang memuat sites.yaml dan content/shared/.",
            "Run the command in the folder that holds sites.yaml and content/shared/.",
        ),
    ),
    "layer-unknown": RulePage(
        why=(
            "Nama folder menentukan dinas mana yang memakai isinya. Bila namanya salah eja, catatan daerah di "
            "dalamnya tidak tampil di mana pun, dan tidak ada yang sadar sampai warga bertanya.",
            "The folder's name says which office uses what is in it. If it is misspelt, the local notes inside "
            "appear nowhere, and nobody notices until a citizen asks.",
        ),
        wrong_words=(
            "content/sites/dinkesMeruake/artikel/jadwal.md, padahal situsnya bernama dinkesMerauke.",
            "content/sites/dinkesMeruake/artikel/jadwal.md, while the site is called dinkesMerauke.",
        ),
        right_words=("content/sites/dinkesMerauke/artikel/jadwal.md",) * 2,
    ),
    "folder-unknown": RulePage(
        why=(
            "Folder menentukan jenis halaman: artikel, acara, pengumuman, dan lainnya. Naskah di folder yang tidak "
            "dikenal akan dilewati, jadi editor mengira sudah terbit padahal warga tidak melihatnya.",
            "The folder decides what a page is: an article, an event, an announcement and so on. Documents in an "
            "unknown folder would be passed over: the editor believes them published, and nobody can see them.",
        ),
        wrong_words=("content/shared/artikle/cuci-tangan.md",) * 2,
        right_words=("content/shared/artikel/cuci-tangan.md",) * 2,
    ),
    "document-name": RulePage(
        why=(
            "Nama berkas menjadi alamat halaman, yang dicetak di selebaran dan dikirim lewat WhatsApp. Spasi, huruf "
            "besar, dan tanda lain membuat alamat itu terpotong, salah ketik, atau tidak ditemukan.",
            "The file's name becomes the address of the page, which is printed on leaflets and sent by WhatsApp. "
            "Blanks, capitals and other signs make that address break off, be mistyped or lead nowhere.",
        ),
        wrong_words=(
            "“Cara Berobat (baru).md”",
            "“Cara Berobat (baru).md”",
        ),
        right_words=("“cara-berobat-baru.md”", "“cara-berobat-baru.md”"),
    ),
    "document-ending": RulePage(
        why=(
            "Berkas Word, atau naskah yang oleh Windows diberi akhiran .txt, tidak dapat menjadi halaman. Kalau "
            "dilewati begitu saja, penulisnya mengira naskahnya sudah terbit.",
            "A file of Word, or a text to which Windows has added .txt, cannot become a page. If it were passed over, "
            "its author would think that it was published.",
        ),
        wrong_words=(
            "“cara-berobat.md.txt”, “cara-berobat.docx”, atau foto yang diletakkan langsung di artikel/.",
            "“cara-berobat.md.txt”, “cara-berobat.docx”, or a photo that lies in artikel/ itself.",
        ),
        right_words=(
            "“cara-berobat.md”, dan fotonya di “cara-berobat/foto.jpg”.",
            "“cara-berobat.md”, and its photo at “cara-berobat/foto.jpg”.",
        ),
    ),
    "document-misplaced": RulePage(
        why=(
            "Dari foldernya sitegen tahu apakah naskah itu artikel, acara, atau pengumuman. Naskah di luar folder "
            "itu tidak punya tempat di menu dan daftar, jadi warga tidak akan menemukannya.",
            "Its folder tells whether a document is an article, an event or an announcement. Outside of these it has "
            "no place in menus and lists, so that nobody would find it.",
        ),
        wrong_words=("content/shared/cuci-tangan.md",) * 2,
        right_words=("content/shared/artikel/cuci-tangan.md",) * 2,
    ),
    "layer-file-unknown": RulePage(
        why=(
            "Dinas mungkin sudah mengisi berkas ini dengan teliti, misalnya daftar puskesmas. Dengan nama yang "
            "salah isinya tidak dibaca, dan warga tetap melihat daftar kosong.",
            "An office may have filled this file with care, such as its list of health centres. Under a wrong name "
            "it is not read, and people still see an empty list.",
        ),
        wrong_words=("content/sites/dinkesMerauke/fasilitas.csv",) * 2,
        right_words=("content/sites/dinkesMerauke/facilities.csv",) * 2,
    ),
    "file-name": RulePage(
        why=(
            "Komputer Windows dan sebagian hosting menolak nama seperti ini. Berkasnya hilang saat dikirim, "
            "dan tautan ke sana menjadi putus di situs dinas.",
            "Windows computers and some hosts refuse such a name. The file gets lost when it is handed over, "
            "and links to it are broken on the office's site.",
        ),
        wrong_words=("static/jadwal: Senin?.pdf",) * 2,
        right_words=("static/jadwal-senin.pdf",) * 2,
    ),
    "file-kind": RulePage(
        why=(
            "Berkas di samping artikel diunduh warga, jadi hanya gambar dan dokumen kantor yang boleh. Halaman "
            "atau program yang diselipkan di sini akan terbit atas nama dinas tanpa diperiksa: celah bagi peretas.",
            "People download what lies beside an article, so only pictures and office documents may. A page or a "
            "program slipped in here would be published in the office's name without any check: an open door.",
        ),
        wrong_words=("artikel/cuci-tangan/lembar.html",) * 2,
        right_words=(
            "artikel/cuci-tangan/lembar.pdf, disimpan sebagai PDF dari program yang membuatnya.",
            "artikel/cuci-tangan/lembar.pdf, saved as PDF by the program that made it.",
        ),
    ),
    "file-orphan": RulePage(
        why=(
            "Berkas di folder ini menunggu artikel yang bernama sama. Biasanya artikelnya berganti nama atau foldernya "
            "salah eja, sehingga gambar yang dicari artikel itu tidak ketemu.",
            "The files of this folder wait for an article of the same name. Usually the article was renamed or the "
            "folder is misspelt, and the pictures that the article wants are not found.",
        ),
        file=_OWNER,
        right=f"---\n{_FRONT}---\nDatang dengan buku KIA.\n",
        also=(("content/shared/artikel/jadwal-imunisasi/lembar.txt", "Jadwal imunisasi, untuk dicetak.\n"),),
        at="content/shared/artikel/jadwal-imunisasi/lembar.txt",
    ),
    "slug-reserved": RulePage(
        why=(
            "Alamat seperti artikel/index.html adalah halaman daftar yang dibuat sendiri oleh sitegen. Naskah "
            "bernama sama akan berebut alamat dengannya, dan warga kehilangan salah satunya.",
            "An address such as artikel/index.html is a list that sitegen makes itself. A document of the same name "
            "would fight with it for the address, and readers would lose one of the two.",
        ),
        wrong_words=(
            "artikel/index.md, artikel/halaman-2.md, atau nama kode bahasa seperti halaman/id.md.",
            "artikel/index.md, artikel/halaman-2.md, or a language code such as halaman/id.md.",
        ),
        right_words=("artikel/daftar-puskesmas.md",) * 2,
    ),
    "override-mode": RulePage(
        why=(
            "Ada beda besar antara menambah catatan di bawah artikel bersama dan mengganti seluruh isinya. "
            "Kata yang tidak dikenal tidak ditebak, supaya petunjuk kesehatan tidak hilang di satu daerah.",
            "To add a note below a shared article is one thing, to replace all of it another. A word that is not "
            "known is not guessed at, so that no health advice vanishes in one district.",
        ),
        file=_OFFICE,
        wrong="---\noverride: sesudah\n---\nImunisasi di sini setiap Senin pagi.\n",
        right="---\noverride: after\n---\nImunisasi di sini setiap Senin pagi.\n",
        also=_SHARED,
    ),
    "override-mode-missing": RulePage(
        why=(
            "Dua naskah memakai nama yang sama, jadi hanya satu yang dapat tampil. Tanpa penjelasan, naskah dinas "
            "bisa menutupi seluruh petunjuk bersama, atau catatan dinas tidak pernah terlihat.",
            "Two documents have the same name, so only one of them can be shown. Unless it is said what is meant, the "
            "office's text could hide all of the shared advice, or the office's note would never be seen.",
        ),
        file=_OFFICE,
        wrong="---\ntitle: Jadwal imunisasi\n---\nImunisasi di sini setiap Senin pagi.\n",
        right="---\noverride: after\n---\nImunisasi di sini setiap Senin pagi.\n",
        also=_SHARED,
    ),
    "override-without-base": RulePage(
        why=(
            "Catatan daerah hanya berarti bersama artikel yang dilengkapinya. Bila artikel itu tidak ada, "
            "misalnya karena berganti nama, warga daerah itu tidak akan melihat catatannya.",
            "A local note means something only together with the article that it completes. If there is no such "
            "article, for instance since it was renamed, the people of that district will not see the note.",
        ),
        file=_OFFICE,
        wrong=f"---\noverride: after\n{_FRONT}---\nImunisasi di sini setiap Senin pagi.\n",
        right=f"---\n{_FRONT}---\nImunisasi di sini setiap Senin pagi.\n",
    ),
    "document-nowhere": RulePage(
        why=(
            "Naskah ini selesai ditulis, tetapi pilihan situsnya saling meniadakan. Editor mengira warga sudah "
            "membacanya, padahal tidak ada satu situs pun yang menampilkannya.",
            "This document is finished, but its choice of sites leaves none over. The editor believes that people "
            "read it, while not one site shows it.",
        ),
        file=_OWNER,
        wrong=f"---\n{_FRONT}sites: {{only: [satu], except: [jawa-barat]}}\n---\nDatang dengan buku KIA.\n",
        right=f"---\n{_FRONT}sites: {{only: [satu, dua], except: [jawa-barat]}}\n---\nDatang dengan buku KIA.\n",
    ),
}
