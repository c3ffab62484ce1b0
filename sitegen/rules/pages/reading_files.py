"""Pages of the rules about files and front matter."""

from sitegen.rules.pages.page import RulePage
from sitegen.rules.pages.reading_samples import PAGE, SUMMARY, TITLE, page

FILES: dict[str, RulePage] = {
    "file-missing": RulePage(
        why=(
            "Tanpa berkas ini sitegen tidak tahu apa yang harus diterbitkan. Ia berhenti, supaya halaman tidak "
            "hilang diam-diam dari situs.",
            "Without this file sitegen does not know what to publish. It stops, so that no page vanishes from a site "
            "without a word.",
        ),
        wrong_words=(
            "sites.yaml terhapus atau berganti nama, atau sebuah naskah hanya pintasan ke berkas yang sudah tidak ada.",
            "sites.yaml was deleted or renamed, or a document is only a link to a file that is gone.",
        ),
        right_words=(
            "Kembalikan berkasnya, atau hapus pintasan yang tidak menuju apa-apa.",
            "Put the file back, or delete the link that leads nowhere.",
        ),
    ),
    "file-unreadable": RulePage(
        why=(
            "Naskah yang tidak dapat dibaca tidak dapat diterbitkan. Bila dilewati begitu saja, pembaca kehilangan "
            "halamannya tanpa ada yang tahu.",
            "A document that cannot be read cannot be published. If it were passed over, readers would lose its page "
            "and nobody would know.",
        ),
        wrong_words=(
            "Berkas disalin dengan akun lain, sehingga akun Anda tidak boleh membukanya.",
            "The file was copied by another account, so that yours may not open it.",
        ),
        right_words=(
            "Beri akun Anda izin membaca berkas itu dan semua folder di atasnya.",
            "Allow your account to read the file and all folders above it.",
        ),
    ),
    "file-not-regular": RulePage(
        why=(
            "Isi pipa atau perangkat tidak pernah selesai dibaca atau berbeda setiap kali. Situs harus dapat dibuat "
            "ulang dengan hasil yang sama.",
            "A pipe or a device never ends or says something else each time. A site must come out the same each time "
            "it is made.",
        ),
        wrong_words=(
            "Di folder naskah ada pipa bernama, soket, atau perangkat yang namanya seperti naskah.",
            "A named pipe, a socket or a device lies among the documents under the name of one.",
        ),
        right_words=(
            "Hapus, lalu simpan naskahnya sebagai berkas biasa.",
            "Delete it and save the document as a regular file.",
        ),
    ),
    "file-outside": RulePage(
        why=(
            "Tautan ke luar folder proyek dapat menerbitkan berkas pribadi dari komputer Anda. Di komputer rekan, "
            "berkas yang ditunjuk juga tidak ada.",
            "A link out of the project could publish a private file of your computer. And on a colleague's computer "
            "the file that it points to is not there.",
        ),
        wrong_words=(
            "Naskah dalam proyek hanya tautan (symlink) ke berkas di folder Dokumen milik Anda.",
            "A document in the project is only a link (symlink) to a file in your own documents.",
        ),
        right_words=(
            "Salin berkasnya ke dalam proyek, lalu hapus tautannya.",
            "Copy the file into the project and delete the link.",
        ),
    ),
    "file-too-large": RulePage(
        why=(
            "Halaman sepanjang itu lama terbuka di ponsel dengan sinyal lemah, dan hampir tidak ada yang membacanya "
            "sampai habis.",
            "A page of that length opens slowly on a phone with a weak signal, and hardly anybody reads it to its end.",
        ),
        wrong_words=(
            "Seluruh buku pedoman ditempel sebagai satu artikel.",
            "A whole handbook is pasted into one article.",
        ),
        right_words=(
            "Bagi menjadi beberapa artikel yang masing-masing menjawab satu pertanyaan, lalu hubungkan dengan tautan.",
            "Divide it into articles that answer one question each, and link them.",
        ),
    ),
    "file-not-utf8": RulePage(
        why=(
            "Huruf seperti é atau tanda kutip lengkung akan tampil rusak di layar pembaca.",
            "Letters such as é or curly quotes would look broken to readers.",
        ),
        wrong_words=(
            "Naskah disimpan dari penyunting lama dengan pengodean ANSI atau Latin-1.",
            "The document was saved by an old editor with the encoding ANSI or Latin-1.",
        ),
        right_words=(
            "Buka lagi di penyunting itu, pilih Simpan Sebagai, lalu pilih pengodean UTF-8.",
            "Open it there again, choose Save As and then the encoding UTF-8.",
        ),
    ),
    "unsafe-character": RulePage(
        why=(
            "Karakter yang tidak terlihat membuat kata tidak ditemukan lewat pencarian, dan dapat membalik urutan "
            "angka sehingga nomor telepon terbaca salah.",
            "Characters that cannot be seen keep search from finding a word, and they can turn figures around, so "
            "that a telephone number is read wrongly.",
        ),
        file=PAGE,
        wrong=page(TITLE, SUMMARY, body="Pos\u200byandu buka setiap bulan."),
        right=page(TITLE, SUMMARY),
    ),
    "front-matter-missing": RulePage(
        why=(
            "Judul dan ringkasan di kepala artikel tampil di daftar, hasil pencarian, dan tautan yang dibagikan. "
            "Tanpa kepala, halaman tidak punya nama.",
            "The title and summary in the front matter are shown in lists, search results and shared links. Without "
            "them a page has no name.",
        ),
        file=PAGE,
        wrong="# Layanan kami\n\nPosyandu buka setiap bulan.\n",
        right=page(TITLE, SUMMARY),
    ),
    "front-matter-open": RulePage(
        why=(
            "Tanpa baris --- penutup tidak jelas di mana keterangan berakhir dan isi dimulai; isi artikel dapat "
            "terbaca sebagai keterangan dan tidak tampil.",
            "Without the closing line --- it is not clear where the keys end and the text begins; the text could be "
            "taken for keys and not be shown.",
        ),
        file=PAGE,
        wrong=f"---\n{TITLE}\n{SUMMARY}\n\nPosyandu buka setiap bulan.\n",
        right=f"---\n{TITLE}\n{SUMMARY}\n---\n\nPosyandu buka setiap bulan.\n",
    ),
    "front-matter-empty": RulePage(
        why=(
            "Halaman tanpa judul tidak dapat masuk ke daftar, dan pembaca layar tidak dapat menyebut namanya.",
            "A page without a title cannot be listed, and a screen reader cannot say its name.",
        ),
        file=PAGE,
        wrong=page(""),
        right=page(TITLE, SUMMARY),
    ),
    "front-matter-not-keys": RulePage(
        why=(
            "sitegen mencari judul dan ringkasan menurut nama kuncinya. Dari daftar tanpa kunci ia tidak tahu mana "
            "yang judul.",
            "sitegen looks for title and summary by their keys. A list without keys does not tell which is the title.",
        ),
        file=PAGE,
        wrong=page("- Layanan kami", "- Apa saja yang kami layani."),
        right=page(TITLE, SUMMARY),
    ),
}
