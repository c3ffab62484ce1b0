"""Pages of the rules about YAML."""

from sitegen.rules.pages.page import RulePage
from sitegen.rules.pages.reading_samples import PAGE, SITE, SUMMARY, TITLE, page, sites

YAML: dict[str, RulePage] = {
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
        wrong=page(TITLE, SUMMARY, "points: [[[[[[[[[[[[[Buka setiap bulan.]]]]]]]]]]]]]"),
        right=page(TITLE, SUMMARY, "points: [Buka setiap bulan.]"),
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
        wrong=page(TITLE, "summary: |teks", "  Apa saja yang kami layani."),
        right=page(TITLE, SUMMARY),
    ),
    "yaml-tab": RulePage(
        why=(
            "Tab tampak seperti spasi, tetapi lebarnya berbeda di tiap penyunting. Tidak jelas baris mana termasuk "
            "kunci yang mana.",
            "A tab looks like blanks, but it is of another width in each editor. It is not clear which line belongs "
            "to which key.",
        ),
        file=PAGE,
        wrong=page(TITLE, SUMMARY, "points:", "\t- Buka setiap bulan."),
        right=page(TITLE, SUMMARY, "points:", "  - Buka setiap bulan."),
    ),
    "yaml-colon": RulePage(
        why=(
            "Titik dua memisahkan kunci dari nilainya. Titik dua kedua membuat separuh judul dapat terbaca sebagai "
            "kunci baru dan hilang dari halaman.",
            "A colon parts a key from its value. With a second one, half of a title could be taken for a new key and "
            "be lost from the page.",
        ),
        file=PAGE,
        wrong=page("title: Posyandu: dari lahir sampai lansia", SUMMARY),
        right=page('title: "Posyandu: dari lahir sampai lansia"', SUMMARY),
    ),
    "yaml-colon-space": RulePage(
        why=(
            "Tanpa spasi biasa sesudah titik dua, kunci dan nilai terbaca sebagai satu kata. Sitegen lalu menyalahkan "
            "baris berikutnya, padahal baris itu benar.",
            "Without a plain blank after the colon, key and value are read as one word. The next line would then be "
            "blamed, though nothing is wrong with it.",
        ),
        file=PAGE,
        wrong=page("title:Layanan kami", SUMMARY),
        right=page(TITLE, SUMMARY),
    ),
    "yaml-after-quote": RulePage(
        why=(
            "Tanda kutip di awal nilai berarti nilainya selesai di kutip penutup. Kata-kata sesudahnya akan hilang "
            "dari judul.",
            "A quote at the beginning of a value means that the value ends at the closing one. The words after it "
            "would be lost from the title.",
        ),
        file=PAGE,
        wrong=page('title: "Posyandu" dan layanannya', SUMMARY),
        right=page("title: '\"Posyandu\" dan layanannya'", SUMMARY),
    ),
    "yaml-no-colon": RulePage(
        why=(
            "Tanpa titik dua sitegen tidak tahu apakah baris itu kunci baru atau lanjutan kalimat di atasnya.",
            "Without a colon sitegen cannot tell whether the line is a new key or goes on with the sentence above.",
        ),
        file=PAGE,
        wrong=page(TITLE, "summary Apa saja yang kami layani.", "weight: 3"),
        right=page(TITLE, "summary: Apa saja yang kami layani.", "weight: 3"),
    ),
    "yaml-quote": RulePage(
        why=(
            "Sampai tanda kutip ditutup, semua baris di bawahnya ikut menjadi nilai ini: isi kunci lain tertelan.",
            "Until the quote is closed, all lines below belong to this value: other keys are swallowed.",
        ),
        file=PAGE,
        wrong=page('title: "Layanan kami', SUMMARY),
        right=page('title: "Layanan kami"', SUMMARY),
    ),
    "yaml-escape": RulePage(
        why=(
            "Di dalam kutip ganda, garis miring terbalik memulai kode. Nama folder Windows dapat berubah menjadi "
            "huruf lain tanpa terlihat.",
            "Within double quotes a backslash begins a code. The name of a Windows folder could turn into other "
            "letters unseen.",
        ),
        file=PAGE,
        wrong=page(TITLE, 'summary: "Simpan formulir di C:\\dokumen."'),
        right=page(TITLE, "summary: 'Simpan formulir di C:\\dokumen.'"),
    ),
    "yaml-bracket": RulePage(
        why=(
            "Tanpa kurung penutup tidak jelas di mana daftar berakhir; kunci di bawahnya dapat ikut terbaca sebagai "
            "butir daftar.",
            "Without the closing bracket it is not clear where the list ends; keys below could be taken for its items.",
        ),
        file=PAGE,
        wrong=page(TITLE, SUMMARY, "points: [Buka setiap bulan., Tanpa biaya.", "weight: 3"),
        right=page(TITLE, SUMMARY, "points: [Buka setiap bulan., Tanpa biaya.]", "weight: 3"),
    ),
    "yaml-sign": RulePage(
        why=(
            "Tanda seperti @, ` dan % di awal nilai punya arti khusus. Tanpa kutip, nilainya dapat dibaca lain dari "
            "yang Anda tulis.",
            "Signs such as @, ` and % have a meaning of their own at the start of a value. Without quotes it could be "
            "read as something else.",
        ),
        file=PAGE,
        wrong=page(TITLE, "summary: @puskesmas menjawab pertanyaan Anda."),
        right=page(TITLE, 'summary: "@puskesmas menjawab pertanyaan Anda."'),
    ),
    "yaml-alias": RulePage(
        why=(
            "Tanda * meminta salinan nilai dari tempat lain. Orang yang membaca barisnya tidak melihat apa yang akan "
            "terbit.",
            "The sign * asks for a copy of a value from elsewhere. Who reads the line does not see what will be "
            "published.",
        ),
        file=PAGE,
        wrong=page(TITLE, "summary: *Gratis* bagi semua warga."),
        right=page(TITLE, "summary: Gratis bagi semua warga."),
    ),
    "yaml-anchor": RulePage(
        why=(
            "Tanda & memberi nama pada sebuah nilai, dan kata sesudahnya hilang dari teks yang terbit.",
            "The sign & gives a name to a value, and the word behind it is lost from what is published.",
        ),
        file=PAGE,
        wrong=page(TITLE, "summary: &Ibu dan anak kami layani."),
        right=page(TITLE, "summary: Ibu dan anak kami layani."),
    ),
    "yaml-tag": RulePage(
        why=(
            "Tanda ! mengubah jenis nilai, bukan menekankan kata; kata sesudahnya tidak akan tampil.",
            "The sign ! changes the type of a value and stresses nothing; the word behind it would not be shown.",
        ),
        file=PAGE,
        wrong=page("title: !penting Layanan kami", SUMMARY),
        right=page(TITLE, SUMMARY),
    ),
    "yaml-merge": RulePage(
        why=(
            "Kunci << menyalin kunci dari tempat lain, sehingga asal sebuah nilai tidak lagi terlihat di berkasnya.",
            "The key << copies keys from elsewhere, so that a file no longer shows where a value comes from.",
        ),
        file=PAGE,
        wrong=page(TITLE, SUMMARY, "<<: {weight: 3}"),
        right=page(TITLE, SUMMARY, "weight: 3"),
    ),
    "yaml-directive": RulePage(
        why=(
            "Baris % mengatur cara membaca berkas. Semua berkas di sini dibaca dengan cara yang sama, supaya isi yang "
            "sama selalu berarti sama.",
            "Lines with % change how a file is read. All files here are read in one way, so that the same words "
            "always mean the same.",
        ),
        file="sites.yaml",
        wrong=sites("%YAML 1.1", "---", "sites:", SITE),
        right=sites("sites:", SITE),
    ),
    "yaml-second-document": RulePage(
        why=(
            "Hanya data pertama yang dibaca. Situs yang ditulis di bawah --- tidak akan pernah terbit.",
            "Only the first document is read. Sites that are written below the --- would never be published.",
        ),
        file="sites.yaml",
        wrong=sites("sites:", SITE, "---", '  - {domain: dinkesNabire.example, district: "94.01"}'),
        right=sites("sites:", SITE, '  - {domain: dinkesNabire.example, district: "94.01"}'),
    ),
    "yaml-key-not-text": RulePage(
        why=(
            "Kunci adalah nama keterangan. Nama yang berupa daftar tidak dikenal di mana pun, jadi nilainya tidak "
            "akan dipakai.",
            "A key is the name of a value. A list is no name that anything knows, so the value would not be used.",
        ),
        file=PAGE,
        wrong=page(TITLE, SUMMARY, "[weight]: 3"),
        right=page(TITLE, SUMMARY, "weight: 3"),
    ),
    "yaml-key-twice": RulePage(
        why=(
            "Dari dua nilai hanya satu yang dapat tampil. Bila sitegen yang memilih, nomor atau judul yang lama dapat "
            "tetap terbit.",
            "Of two values only one can be shown. If sitegen chose, an old number or title might stay published.",
        ),
        file=PAGE,
        wrong=page(TITLE, SUMMARY, "title: Layanan untuk ibu dan anak"),
        right=page("title: Layanan untuk ibu dan anak", SUMMARY),
    ),
}
