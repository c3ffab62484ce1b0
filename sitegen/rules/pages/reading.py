"""Pages of the rules about reading text: files, YAML, values."""

from sitegen.rules.pages.page import RulePage

PAGE = "content/shared/halaman/layanan.md"
TITLE = "title: Layanan kami"
SUMMARY = "summary: Apa saja yang kami layani."
SITE = '  - {domain: dinkesMerauke.example, district: "93.01"}'


def _page(*head: str, body: str = "Posyandu buka setiap bulan.") -> str:
    """A page with these lines between the two lines ---."""
    return "\n".join(("---", *head, "---", body, ""))


def _sites(*lines: str) -> str:
    return "\n".join((*lines, ""))


_FILES: dict[str, RulePage] = {
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
        wrong=_page(TITLE, SUMMARY, body="Pos\u200byandu buka setiap bulan."),
        right=_page(TITLE, SUMMARY),
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
        right=_page(TITLE, SUMMARY),
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
        wrong=_page(""),
        right=_page(TITLE, SUMMARY),
    ),
    "front-matter-not-keys": RulePage(
        why=(
            "sitegen mencari judul dan ringkasan menurut nama kuncinya. Dari daftar tanpa kunci ia tidak tahu mana "
            "yang judul.",
            "sitegen looks for title and summary by their keys. A list without keys does not tell which is the title.",
        ),
        file=PAGE,
        wrong=_page("- Layanan kami", "- Apa saja yang kami layani."),
        right=_page(TITLE, SUMMARY),
    ),
}

_YAML: dict[str, RulePage] = {
    "yaml-too-large": RulePage(
        why=(
            "Keterangan sebesar itu hampir selalu salah tempel, dan setiap pemeriksaan menjadi lambat bagi semua.",
            "Data of that size is nearly always a paste gone wrong, and it slows down every check for everybody.",
        ),
        wrong_words=(
            "Isi artikel atau tabel panjang tertempel di sites.yaml atau di kepala artikel.",
            "The text of an article or a long table was pasted into sites.yaml or into front matter.",
        ),
        right_words=(
            "Pindahkan teksnya ke bawah kepala artikel, dan tabel fasilitas ke facilities.csv.",
            "Move the text below the front matter, and a table of facilities into facilities.csv.",
        ),
    ),
    "yaml-too-deep": RulePage(
        why=(
            "Tidak ada keterangan yang perlu sedalam itu. Biasanya ada kurung yang tertempel berulang, dan isinya "
            "tidak akan tampil seperti yang Anda maksud.",
            "Nothing needs to be nested that deep. Mostly brackets were pasted again and again, and the page would "
            "not show what you mean.",
        ),
        file=PAGE,
        wrong=_page(TITLE, SUMMARY, "points: [[[[[[[[[[[[[Buka setiap bulan.]]]]]]]]]]]]]"),
        right=_page(TITLE, SUMMARY, "points: [Buka setiap bulan.]"),
    ),
    "yaml-too-many": RulePage(
        why=(
            "Daftar sepanjang itu memperlambat setiap pemeriksaan dan tidak dapat lagi dijaga kebenarannya oleh orang.",
            "A list of that length slows down every check, and nobody can keep it right any more.",
        ),
        wrong_words=(
            "Ribuan baris dari lembar kerja ditempel sebagai daftar di sites.yaml.",
            "Thousands of lines of a spreadsheet were pasted as a list into sites.yaml.",
        ),
        right_words=(
            "Simpan hanya yang dipakai situs; tabel fasilitas ditulis di facilities.csv setiap situs.",
            "Keep only what sites use; tables of facilities go into each site's facilities.csv.",
        ),
    ),
    "yaml-syntax": RulePage(
        why=(
            "Bila susunannya ditebak, judul atau nomor telepon dapat masuk ke tempat yang salah. Lebih baik berhenti "
            "daripada menerbitkan tebakan.",
            "If the structure were guessed, a title or a telephone number could land in the wrong place. It is better "
            "to stop than to publish a guess.",
        ),
        file=PAGE,
        wrong=_page(TITLE, "summary: |teks", "  Apa saja yang kami layani."),
        right=_page(TITLE, SUMMARY),
    ),
    "yaml-tab": RulePage(
        why=(
            "Tab tampak seperti spasi, tetapi lebarnya berbeda di tiap penyunting. Tidak jelas baris mana termasuk "
            "kunci yang mana.",
            "A tab looks like blanks, but it is of another width in each editor. It is not clear which line belongs "
            "to which key.",
        ),
        file=PAGE,
        wrong=_page(TITLE, SUMMARY, "points:", "\t- Buka setiap bulan."),
        right=_page(TITLE, SUMMARY, "points:", "  - Buka setiap bulan."),
    ),
    "yaml-colon": RulePage(
        why=(
            "Titik dua memisahkan kunci dari nilainya. Titik dua kedua membuat separuh judul dapat terbaca sebagai "
            "kunci baru dan hilang dari halaman.",
            "A colon parts a key from its value. With a second one, half of a title could be taken for a new key and "
            "be lost from the page.",
        ),
        file=PAGE,
        wrong=_page("title: Posyandu: dari lahir sampai lansia", SUMMARY),
        right=_page('title: "Posyandu: dari lahir sampai lansia"', SUMMARY),
    ),
    "yaml-no-colon": RulePage(
        why=(
            "Tanpa titik dua sitegen tidak tahu apakah baris itu kunci baru atau lanjutan kalimat di atasnya.",
            "Without a colon sitegen cannot tell whether the line is a new key or goes on with the sentence above.",
        ),
        file=PAGE,
        wrong=_page(TITLE, "summary Apa saja yang kami layani.", "weight: 3"),
        right=_page(TITLE, "summary: Apa saja yang kami layani.", "weight: 3"),
    ),
    "yaml-quote": RulePage(
        why=(
            "Sampai tanda kutip ditutup, semua baris di bawahnya ikut menjadi nilai ini: isi kunci lain tertelan.",
            "Until the quote is closed, all lines below belong to this value: other keys are swallowed.",
        ),
        file=PAGE,
        wrong=_page('title: "Layanan kami', SUMMARY),
        right=_page('title: "Layanan kami"', SUMMARY),
    ),
    "yaml-escape": RulePage(
        why=(
            "Di dalam kutip ganda, garis miring terbalik memulai kode. Nama folder Windows dapat berubah menjadi "
            "huruf lain tanpa terlihat.",
            "Within double quotes a backslash begins a code. The name of a Windows folder could turn into other "
            "letters unseen.",
        ),
        file=PAGE,
        wrong=_page(TITLE, 'summary: "Simpan formulir di C:\\dokumen."'),
        right=_page(TITLE, "summary: 'Simpan formulir di C:\\dokumen.'"),
    ),
    "yaml-bracket": RulePage(
        why=(
            "Tanpa kurung penutup tidak jelas di mana daftar berakhir; kunci di bawahnya dapat ikut terbaca sebagai "
            "butir daftar.",
            "Without the closing bracket it is not clear where the list ends; keys below could be taken for its items.",
        ),
        file=PAGE,
        wrong=_page(TITLE, SUMMARY, "points: [Buka setiap bulan., Tanpa biaya.", "weight: 3"),
        right=_page(TITLE, SUMMARY, "points: [Buka setiap bulan., Tanpa biaya.]", "weight: 3"),
    ),
    "yaml-sign": RulePage(
        why=(
            "Tanda seperti @, ` dan % di awal nilai punya arti khusus. Tanpa kutip, nilainya dapat dibaca lain dari "
            "yang Anda tulis.",
            "Signs such as @, ` and % have a meaning of their own at the start of a value. Without quotes it could be "
            "read as something else.",
        ),
        file=PAGE,
        wrong=_page(TITLE, "summary: @puskesmas menjawab pertanyaan Anda."),
        right=_page(TITLE, 'summary: "@puskesmas menjawab pertanyaan Anda."'),
    ),
    "yaml-alias": RulePage(
        why=(
            "Tanda * meminta salinan nilai dari tempat lain. Orang yang membaca barisnya tidak melihat apa yang akan "
            "terbit.",
            "The sign * asks for a copy of a value from elsewhere. Who reads the line does not see what will be "
            "published.",
        ),
        file=PAGE,
        wrong=_page(TITLE, "summary: *Gratis* bagi semua warga."),
        right=_page(TITLE, "summary: Gratis bagi semua warga."),
    ),
    "yaml-anchor": RulePage(
        why=(
            "Tanda & memberi nama pada sebuah nilai, dan kata sesudahnya hilang dari teks yang terbit.",
            "The sign & gives a name to a value, and the word behind it is lost from what is published.",
        ),
        file=PAGE,
        wrong=_page(TITLE, "summary: &Ibu dan anak kami layani."),
        right=_page(TITLE, "summary: Ibu dan anak kami layani."),
    ),
    "yaml-tag": RulePage(
        why=(
            "Tanda ! mengubah jenis nilai, bukan menekankan kata; kata sesudahnya tidak akan tampil.",
            "The sign ! changes the type of a value and stresses nothing; the word behind it would not be shown.",
        ),
        file=PAGE,
        wrong=_page("title: !penting Layanan kami", SUMMARY),
        right=_page(TITLE, SUMMARY),
    ),
    "yaml-merge": RulePage(
        why=(
            "Kunci << menyalin kunci dari tempat lain, sehingga asal sebuah nilai tidak lagi terlihat di berkasnya.",
            "The key << copies keys from elsewhere, so that a file no longer shows where a value comes from.",
        ),
        file=PAGE,
        wrong=_page(TITLE, SUMMARY, "<<: {weight: 3}"),
        right=_page(TITLE, SUMMARY, "weight: 3"),
    ),
    "yaml-directive": RulePage(
        why=(
            "Baris % mengatur cara membaca berkas. Semua berkas di sini dibaca dengan cara yang sama, supaya isi yang "
            "sama selalu berarti sama.",
            "Lines with % change how a file is read. All files here are read in one way, so that the same words "
            "always mean the same.",
        ),
        file="sites.yaml",
        wrong=_sites("%YAML 1.1", "---", "sites:", SITE),
        right=_sites("sites:", SITE),
    ),
    "yaml-second-document": RulePage(
        why=(
            "Hanya data pertama yang dibaca. Situs yang ditulis di bawah --- tidak akan pernah terbit.",
            "Only the first document is read. Sites that are written below the --- would never be published.",
        ),
        file="sites.yaml",
        wrong=_sites("sites:", SITE, "---", '  - {domain: dinkesNabire.example, district: "94.01"}'),
        right=_sites("sites:", SITE, '  - {domain: dinkesNabire.example, district: "94.01"}'),
    ),
    "yaml-key-not-text": RulePage(
        why=(
            "Kunci adalah nama keterangan. Nama yang berupa daftar tidak dikenal di mana pun, jadi nilainya tidak "
            "akan dipakai.",
            "A key is the name of a value. A list is no name that anything knows, so the value would not be used.",
        ),
        file=PAGE,
        wrong=_page(TITLE, SUMMARY, "[weight]: 3"),
        right=_page(TITLE, SUMMARY, "weight: 3"),
    ),
    "yaml-key-twice": RulePage(
        why=(
            "Dari dua nilai hanya satu yang dapat tampil. Bila sitegen yang memilih, nomor atau judul yang lama dapat "
            "tetap terbit.",
            "Of two values only one can be shown. If sitegen chose, an old number or title might stay published.",
        ),
        file=PAGE,
        wrong=_page(TITLE, SUMMARY, "title: Layanan untuk ibu dan anak"),
        right=_page("title: Layanan untuk ibu dan anak", SUMMARY),
    ),
}

_VALUES: dict[str, RulePage] = {
    "key-missing": RulePage(
        why=(
            "Keterangan ini dipakai di halaman: tanpa ringkasan, misalnya, artikel tampil kosong di daftar dan di "
            "tautan yang dibagikan lewat WhatsApp.",
            "Pages use this value: without a summary, for one, an article looks empty in lists and in links that "
            "people share on WhatsApp.",
        ),
        file=PAGE,
        wrong=_page(TITLE),
        right=_page(TITLE, SUMMARY),
    ),
    "key-unknown": RulePage(
        why=(
            "Kunci yang tidak dikenal tidak dipakai di mana pun. Anda mengira keterangannya tampil, padahal pembaca "
            "tidak melihatnya.",
            "A key that is not known is used nowhere. You think that readers see the value, and they do not.",
        ),
        file=PAGE,
        wrong=_page(TITLE, SUMMARY, "penulis: Seksi Promosi Kesehatan"),
        right=_page(TITLE, SUMMARY),
    ),
    "key-misspelled": RulePage(
        why=(
            "Karena satu huruf yang tertukar, nilainya tidak dipakai sama sekali dan tidak ada yang menyadarinya.",
            "Two letters changed places, and the value is not used at all without anybody noticing.",
        ),
        file=PAGE,
        wrong=_page(TITLE, SUMMARY, "wieght: 3"),
        right=_page(TITLE, SUMMARY, "weight: 3"),
    ),
    "value-empty": RulePage(
        why=(
            "Nilai kosong dapat berarti lupa diisi atau memang belum ada. Tanpa kuncinya, halaman dan laporan "
            "menyebut jelas bahwa data itu belum ada.",
            "An empty value may have been forgotten or not be known. Without the key, pages and reports say clearly "
            "that it is still missing.",
        ),
        file="sites.yaml",
        wrong=_sites("sites:", '  - {domain: dinkesMerauke.example, district: "93.01", contact: {phone: ""}}'),
        right=_sites("sites:", SITE),
    ),
    "value-not-single": RulePage(
        why=(
            "Di tempat ini halaman hanya punya ruang untuk satu nilai; dengan daftar, tidak jelas mana yang tampil.",
            "A page has room for one value here; with a list it is not clear which one is shown.",
        ),
        file=PAGE,
        wrong=_page("title: [Layanan kami, Jam buka]", SUMMARY),
        right=_page("title: Layanan kami dan jam buka", SUMMARY),
    ),
    "value-not-list": RulePage(
        why=(
            "Pokok isi tampil sebagai butir-butir. Tanpa tanda - tidak jelas di mana satu butir berakhir.",
            "The points of a text are shown one by one. Without dashes it is not clear where one of them ends.",
        ),
        file=PAGE,
        wrong=_page(TITLE, SUMMARY, "points:", "  satu: Buka setiap bulan.", "  dua: Tanpa biaya."),
        right=_page(TITLE, SUMMARY, "points:", "  - Buka setiap bulan.", "  - Tanpa biaya."),
    ),
    "value-list-of-one": RulePage(
        why=(
            "Bila nilai tunggal diterima, nilai kedua yang ditambahkan kelak mudah tertulis menjadi satu nama panjang "
            "yang tidak dikenal.",
            "If a single value were taken, a second one that is added later would easily become one long name that "
            "nothing knows.",
        ),
        file=PAGE,
        wrong=_page(TITLE, SUMMARY, "points: Buka setiap bulan."),
        right=_page(TITLE, SUMMARY, "points: [Buka setiap bulan.]"),
    ),
    "value-not-keys": RulePage(
        why=(
            "Di bawah kunci ini ada beberapa keterangan dengan nama masing-masing. Dari satu kata saja tidak jelas "
            "keterangan mana yang dimaksud.",
            "Below this key stand several values, each with its name. A single word does not tell which one is meant.",
        ),
        file="sites.yaml",
        wrong=_sites("sites:", '  - {domain: dinkesMerauke.example, district: "93.01", contact: "0000-0000"}'),
        right=_sites("sites:", '  - {domain: dinkesMerauke.example, district: "93.01", contact: {phone: "0000-0000"}}'),
    ),
    "value-not-line": RulePage(
        why=(
            "Judul dan nama tampil di tempat yang hanya selebar satu baris, seperti daftar dan hasil pencarian; ganti "
            "baris akan memotongnya.",
            "Titles and names stand where there is room for one line, as in lists and search results; a line break "
            "would cut them.",
        ),
        file=PAGE,
        wrong=_page('title: "Layanan\\nkami"', SUMMARY),
        right=_page(TITLE, SUMMARY),
    ),
    "value-too-long": RulePage(
        why=(
            "Nilai sepanjang itu memenuhi layar ponsel dan terpotong di hasil pencarian. Sering kali isi artikel "
            "tertempel di tempat yang salah.",
            "A value of that length fills the screen of a phone and is cut off in search results. Often the text of "
            "an article was pasted into the wrong place.",
        ),
        file=PAGE,
        wrong=_page(f"title: {'Layanan posyandu, puskesmas, dan rumah sakit ' * 12}".strip(), SUMMARY),
        right=_page("title: Layanan posyandu, puskesmas, dan rumah sakit", SUMMARY),
    ),
    "value-invalid": RulePage(
        why=(
            "Tanggal yang tidak ada atau bilangan yang salah tulis tidak dapat dihitung: pengingat tinjauan tidak "
            "akan pernah muncul.",
            "A day that does not exist or a number that is mistyped cannot be reckoned with: the reminder of a review "
            "would never come.",
        ),
        file=PAGE,
        wrong=_page(TITLE, SUMMARY, "review_by: 2027-02-30"),
        right=_page(TITLE, SUMMARY, "review_by: 2027-02-28"),
    ),
    "value-choice": RulePage(
        why=(
            "Di tempat ini sitegen hanya mengenal beberapa kata, dan tiap kata mengubah cara halaman dibuat. Kata "
            "lain tidak akan berpengaruh.",
            "sitegen knows only a few words here, and each changes how pages are made. Any other does nothing.",
        ),
        file="sites.yaml",
        wrong=_sites("facts:", "  jadwal: {type: teks, about: Hari buka posyandu}", "sites:", SITE),
        right=_sites("facts:", "  jadwal: {type: text, about: Hari buka posyandu}", "sites:", SITE),
    ),
    "value-twice": RulePage(
        why=(
            "Hal yang sama akan tampil dua kali di halaman. Sering kali butir kedua sebenarnya dimaksudkan lain.",
            "The same thing would be shown twice on a page. Often the second one was meant to be another.",
        ),
        file="content/shared/artikel/malaria.md",
        wrong=_page("title: Malaria", "summary: Kenali tandanya.", "topics: [umum, umum]", "date: 2026-11-01"),
        right=_page("title: Malaria", "summary: Kenali tandanya.", "topics: [umum]", "date: 2026-11-01"),
    ),
}

_SITES: dict[str, RulePage] = {
    "sites-empty": RulePage(
        why=(
            "Tanpa situs tidak ada yang dapat diterbitkan; biasanya daftarnya terhapus tanpa sengaja.",
            "Without a site nothing can be published; mostly the list was deleted by mistake.",
        ),
        file="sites.yaml",
        wrong="sites: []\n",
        right=_sites("sites:", SITE),
    ),
    "district-unknown": RulePage(
        why=(
            "Nama daerah, provinsi, dan zona waktu diambil dari kode ini. Dengan kode yang salah, situs dapat "
            "menyebut daerah lain.",
            "The names of district and province and the time zone come from this code. With a wrong one, a site could "
            "speak for another district.",
        ),
        file="sites.yaml",
        wrong=_sites("sites:", '  - {domain: dinkesMerauke.example, district: "93.99"}'),
        right=_sites("sites:", SITE),
    ),
    "area-outside": RulePage(
        why=(
            "Situs kecamatan memakai nama dan kontak kabupatennya. Bila kodenya tidak cocok, warga diarahkan ke dinas "
            "yang salah.",
            "The site of a kecamatan bears its district's name and contact. If the codes do not match, people are "
            "sent to the wrong office.",
        ),
        file="sites.yaml",
        wrong=_sites(
            "sites:",
            '  - domain: nanggalo.example\n    district: "93.01"',
            '    area: {code: "13.71.10", name: Kecamatan Nanggalo}',
        ),
        right=_sites(
            "sites:",
            '  - domain: nanggalo.example\n    district: "13.71"',
            '    area: {code: "13.71.10", name: Kecamatan Nanggalo}',
        ),
    ),
    "name-twice": RulePage(
        why=(
            "Dua situs akan ditulis ke folder yang sama, dan yang satu menimpa yang lain. Di Windows dan macOS huruf "
            "besar dan kecil tidak dibedakan.",
            "Two sites would be written into one folder, one over the other. Windows and macOS do not tell upper from "
            "lower case.",
        ),
        file="sites.yaml",
        wrong=_sites("sites:", SITE, '  - {domain: DINKESMERAUKE.example, district: "94.01"}'),
        right=_sites("sites:", SITE, '  - {domain: dinkesNabire.example, district: "94.01"}'),
    ),
    "name-reserved": RulePage(
        why=(
            "Rekan yang memakai Windows tidak akan dapat membuka proyek atau hasilnya: nama seperti con, aux, dan nul "
            "milik Windows sendiri.",
            "Colleagues on Windows could not open the project or what it makes: names such as con, aux and nul belong "
            "to Windows itself.",
        ),
        file="sites.yaml",
        wrong=_sites("sites:", '  - {domain: con.example, district: "93.01"}'),
        right=_sites("sites:", SITE),
    ),
    "base-url-shape": RulePage(
        why=(
            "Alamat setiap halaman disusun dari sini. Tanpa garis miring di akhir, tautan yang dibagikan menuju "
            "halaman yang tidak ada.",
            "The address of every page is made from it. Without the slash at its end, shared links lead to pages that "
            "do not exist.",
        ),
        file="sites.yaml",
        wrong=_sites(
            "sites:",
            "  - domain: dinkesMerauke.example",
            '    district: "93.01"',
            "    base_url: https://dinkesmerauke.example/situs",
        ),
        right=_sites(
            "sites:",
            "  - domain: dinkesMerauke.example",
            '    district: "93.01"',
            "    base_url: https://dinkesmerauke.example/situs/",
        ),
    ),
    "identity-incomplete": RulePage(
        why=(
            "Situs confirmed tampil sebagai situs resmi dinas. Bila tidak tercatat siapa yang menyatakannya dan "
            "kapan, warga dapat percaya pada situs yang bukan milik dinasnya.",
            "A confirmed site appears as the office's own. If nobody noted who said so and when, people may trust a "
            "site that is not their office's.",
        ),
        file="sites.yaml",
        wrong=_sites(
            "sites:",
            "  - domain: dinkesMerauke.example",
            '    district: "93.01"',
            "    identity: {status: confirmed}",
        ),
        right=_sites(
            "sites:",
            "  - domain: dinkesMerauke.example",
            '    district: "93.01"',
            "    identity: {status: unverified}",
        ),
    ),
    "group-members": RulePage(
        why=(
            "Kelompok menentukan situs mana yang menampilkan sebuah naskah. Tanpa anggota, naskah untuk kelompok itu "
            "tidak tampil di mana pun.",
            "A group decides which sites show a document. Without members, what is written for it appears nowhere.",
        ),
        file="sites.yaml",
        wrong=_sites("groups:", "  selatan:", "    title: Papua Selatan", "sites:", SITE),
        right=_sites("groups:", "  selatan:", "    title: Papua Selatan", "    sites: [dinkesMerauke]", "sites:", SITE),
    ),
    "group-member-unknown": RulePage(
        why=(
            "Karena salah eja, satu kabupaten tidak ikut menerima naskah kelompoknya, dan warganya tidak tahu ada "
            "yang kurang.",
            "By a slip of spelling, one district does not get what is written for its group, and its people do not "
            "know that something is missing.",
        ),
        file="sites.yaml",
        wrong=_sites("groups:", "  selatan: {title: Papua Selatan, sites: [dinkesMerouke]}", "sites:", SITE),
        right=_sites("groups:", "  selatan: {title: Papua Selatan, sites: [dinkesMerauke]}", "sites:", SITE),
    ),
    "group-is-site": RulePage(
        why=(
            "Bila satu nama berarti situs dan juga kelompok, tidak jelas siapa yang menampilkan naskah yang "
            "ditujukan kepadanya.",
            "If one name means a site and a group as well, it is not clear who shows what is written for it.",
        ),
        file="sites.yaml",
        wrong=_sites("groups:", "  dinkesMerauke: {title: Papua Selatan, sites: [dinkesMerauke]}", "sites:", SITE),
        right=_sites("groups:", "  selatan: {title: Papua Selatan, sites: [dinkesMerauke]}", "sites:", SITE),
    ),
    "match-unknown": RulePage(
        why=(
            "Nama provinsi yang salah eja tidak cocok dengan situs mana pun, sehingga kelompoknya kosong dan "
            "naskahnya tidak tampil.",
            "A province that is misspelled matches no site, so that the group is empty and what is written for it is "
            "not shown.",
        ),
        file="sites.yaml",
        wrong=_sites(
            "groups:", "  selatan:", "    title: Selatan", "    match: {province: [Papua Slatan]}", "sites:", SITE
        ),
        right=_sites(
            "groups:", "  selatan:", "    title: Selatan", "    match: {province: [Papua Selatan]}", "sites:", SITE
        ),
    ),
    "fact-undeclared": RulePage(
        why=(
            "Fakta yang tidak terdaftar tidak dipakai naskah mana pun. Jadwal yang sudah diisi dinas tidak akan "
            "sampai kepada pembaca.",
            "No document uses a fact that is not declared. Hours that the office did supply would not reach readers.",
        ),
        file="sites.yaml",
        wrong=_sites(
            "facts:",
            "  jadwal: {type: text, about: Hari buka posyandu}",
            "sites:",
            '  - {domain: dinkesMerauke.example, district: "93.01", facts: {jadwl: Selasa pertama}}',
        ),
        right=_sites(
            "facts:",
            "  jadwal: {type: text, about: Hari buka posyandu}",
            "sites:",
            '  - {domain: dinkesMerauke.example, district: "93.01", facts: {jadwal: Selasa pertama}}',
        ),
    ),
    "contact-missing": RulePage(
        why=(
            "Warga membuka situs untuk tahu ke mana menelepon atau datang. Selama kosong, halaman Kontak hanya berkata "
            "bahwa datanya belum kami terima.",
            "People open the site to learn where to call or to go. As long as it is missing, the page Kontak only says "
            "that we have not received it.",
        ),
        wrong_words=(
            "Situs di sites.yaml belum punya contact:, atau nomornya dikira-kira agar halaman tidak kosong.",
            "A site in sites.yaml has no contact:, or the number was guessed so that the page is not empty.",
        ),
        right_words=(
            "Tunggu jawaban dinas. Lalu isi contact: dengan phone, address, dan hours, beserta source: dan verified:.",
            "Wait for the office to answer. Then give contact: a phone, address, hours, source: and verified:.",
        ),
    ),
    "contact-unverified": RulePage(
        why=(
            "Nomor telepon cepat berganti. Tanpa asal dan tanggal, tidak ada yang tahu apakah nomor itu masih benar, "
            "dan warga menelepon nomor yang mati.",
            "Telephone numbers change. Without source and day nobody knows whether one is still right, and people "
            "call a dead line.",
        ),
        file="sites.yaml",
        wrong=_sites(
            "sites:",
            "  - domain: dinkesMerauke.example",
            '    district: "93.01"',
            "    contact:",
            '      phone: "0000-0000"',
        ),
        right=_sites(
            "sites:",
            "  - domain: dinkesMerauke.example",
            '    district: "93.01"',
            "    contact:",
            '      phone: "0000-0000"',
            "      source: Surat dinas",
            "      verified: 2026-11-01",
        ),
    ),
}

READING: dict[str, RulePage] = {**_FILES, **_YAML, **_VALUES, **_SITES}
