"""Pages of the rules about what `sitegen explain` is asked for."""

from sitegen.rules.pages.page import RulePage

EXPLAINING: dict[str, RulePage] = {
    "explain-unknown": RulePage(
        (
            "Anda ingin tahu dari mana sebuah kalimat, mungkin karena ada warga yang bertanya. Halaman dengan nama "
            "itu tidak ada, jadi jawabannya akan tentang halaman lain.",
            "You want to know where a sentence comes from, perhaps because somebody asked. There is no page of that "
            "name, so any answer would be about another one.",
        ),
        wrong_words=(
            "Menjalankan “sitegen explain artikel/jadwl.html --site dinkesContoh”.",
            "Running “sitegen explain artikel/jadwl.html --site dinkesContoh”.",
        ),
        right_words=(
            "Salin alamatnya dari peramban atau nama berkasnya: sitegen explain artikel/jadwal.html --site "
            "dinkesContoh",
            "Copy the address from the browser, or the name of the file: sitegen explain artikel/jadwal.html --site "
            "dinkesContoh",
        ),
    ),
    "explain-site": RulePage(
        (
            "Halaman yang sama dapat berbunyi lain di setiap daerah. Tanpa situs yang benar, keterangan asal "
            "kalimatnya tidak berarti.",
            "One page may read differently in each district. Without the right site it means nothing where a sentence "
            "comes from.",
        ),
        wrong_words=(
            "Menjalankan “sitegen explain artikel/jadwal.html --site dinkesCntoh”.",
            "Running “sitegen explain artikel/jadwal.html --site dinkesCntoh”.",
        ),
        right_words=(
            "Salin id dari “sitegen sites”: sitegen explain artikel/jadwal.html --site dinkesContoh",
            "Copy the id from “sitegen sites”: sitegen explain artikel/jadwal.html --site dinkesContoh",
        ),
    ),
    "explain-other-layer": RulePage(
        (
            "Naskahnya ada, tetapi ditulis untuk daerah lain. Orang yang mengira naskah itu tampil di sini mungkin "
            "membagikan tautan yang mati.",
            "The text exists, but it was written for another district. Who thinks that it is shown here may hand on a "
            "dead link.",
        ),
        wrong_words=(
            "Menjalankan “sitegen explain artikel/pasar-sehat --site dinkesContoh”, padahal naskahnya hanya ada di "
            "content/sites/dinkesLain/artikel/.",
            "Running “sitegen explain artikel/pasar-sehat --site dinkesContoh” while the text is only in "
            "content/sites/dinkesLain/artikel/.",
        ),
        right_words=(
            "Sebut situs yang memilikinya (“--site dinkesLain”), atau pindahkan naskahnya ke "
            "content/shared/artikel/ bila semua daerah boleh menampilkannya.",
            "Name the site that has it (“--site dinkesLain”), or move the text to content/shared/artikel/ if all "
            "districts may show it.",
        ),
    ),
    "explain-one-page": RulePage(
        (
            "Situs kecamatan hanya satu halaman: nama, kontak, dan jalan ke situs kabupaten. Artikel dicari warga di "
            "situs kabupatennya.",
            "The site of a kecamatan is one page: name, contacts, and the way to the site of its kabupaten. Articles "
            "are on that other site.",
        ),
        wrong_words=(
            "Menjalankan “sitegen explain artikel/jadwal.html --site contohUtara” untuk situs kecamatan.",
            "Running “sitegen explain artikel/jadwal.html --site contohUtara” for the site of a kecamatan.",
        ),
        right_words=(
            "“sitegen explain index.html --site contohUtara”, atau artikelnya di situs kabupaten: sitegen explain "
            "artikel/jadwal.html --site dinkesContoh",
            "“sitegen explain index.html --site contohUtara”, or the article on the site of the kabupaten: sitegen "
            "explain artikel/jadwal.html --site dinkesContoh",
        ),
    ),
    "explain-language": RulePage(
        (
            "Terjemahan ini tidak tampil di situs itu, jadi penutur bahasanya di daerah itu membaca naskah Indonesia.",
            "This translation is not shown on that site, so people there who speak its language read the Indonesian "
            "text.",
        ),
        wrong_words=(
            "Menjalankan “sitegen explain artikel/jadwal.su.md --site dinkesContoh”, padahal situs itu hanya "
            "“languages: [id]”.",
            "Running “sitegen explain artikel/jadwal.su.md --site dinkesContoh” while that site has “languages: [id]” "
            "only.",
        ),
        right_words=(
            "Tambahkan bahasanya di sites.yaml, “languages: [id, su]”, atau tanyakan naskah Indonesianya: "
            "artikel/jadwal.md.",
            "Add the language in sites.yaml, “languages: [id, su]”, or ask about the Indonesian text: "
            "artikel/jadwal.md.",
        ),
    ),
    "explain-draft": RulePage(
        (
            "Draf tidak ikut terbit. Kalau ada yang menunggu naskah ini tampil, inilah sebabnya.",
            "Drafts are not published. If somebody waits for this text to appear, this is the reason.",
        ),
        wrong_words=(
            "Menjalankan “sitegen explain artikel/cacingan --site dinkesContoh” untuk naskah dengan “draft: true”.",
            "Running “sitegen explain artikel/cacingan --site dinkesContoh” for a text with “draft: true”.",
        ),
        right_words=(
            "“sitegen explain artikel/cacingan --site dinkesContoh --drafts”; bila sudah siap, hapus baris “draft: "
            "true” dan bangun.",
            "“sitegen explain artikel/cacingan --site dinkesContoh --drafts”; when it is ready, delete the line "
            "“draft: true” and build.",
        ),
    ),
    "explain-future": RulePage(
        (
            "Naskah bertanggal nanti baru tampil pada hari itu. Kalau tanggalnya salah ketik, warga menunggu "
            "keterangan yang tidak pernah datang.",
            "A text with a later date appears on that day. If the date is a slip, people wait for something that "
            "never comes.",
        ),
        wrong_words=(
            "Menjalankan “sitegen explain artikel/pekan-imunisasi --site dinkesContoh” untuk naskah dengan “date: "
            "2027-01-10”, dua bulan sebelum itu.",
            "Running “sitegen explain artikel/pekan-imunisasi --site dinkesContoh” for a text with “date: "
            "2027-01-10”, two months before that day.",
        ),
        right_words=(
            "Lihat keadaan pada hari itu: “sitegen explain artikel/pekan-imunisasi --site dinkesContoh --date "
            "2027-01-10”; atau perbaiki “date:”.",
            "Look at that day: “sitegen explain artikel/pekan-imunisasi --site dinkesContoh --date 2027-01-10”; or "
            "correct “date:”.",
        ),
    ),
    "explain-waiting": RulePage(
        (
            "Redaksi sudah selesai, tetapi dinas belum menjawab. Warga daerah itu belum membaca naskah ini.",
            "The editors are done, but the office has not answered. People of that district do not read this text yet.",
        ),
        wrong_words=(
            "Menjalankan “sitegen explain artikel/senam --site dinkesContoh” untuk naskah “policy: optional” yang "
            "belum disetujui dinas.",
            "Running “sitegen explain artikel/senam --site dinkesContoh” for a text with “policy: optional” that the "
            "office has not accepted.",
        ),
        right_words=(
            'Tanyakan kepada dinas; bila setuju: sitegen accept dinkesContoh artikel/senam --by "Nama dan jabatan"',
            'Ask the office; if it agrees: sitegen accept dinkesContoh artikel/senam --by "Name and office"',
        ),
    ),
    "explain-not-targeted": RulePage(
        (
            "Naskah ini dibatasi untuk sebagian situs, atau ada kesalahan di dalamnya. Warga daerah yang ditanyakan "
            "tidak melihatnya, sengaja atau tidak.",
            "This text is limited to some sites, or there is a mistake in it. People of the district in question do "
            "not see it, on purpose or not.",
        ),
        wrong_words=(
            "Menjalankan “sitegen explain artikel/air-bersih --site dinkesContoh” untuk naskah dengan “sites: {only: "
            "[group:kepulauan]}”, padahal dinkesContoh bukan anggota grup itu.",
            "Running “sitegen explain artikel/air-bersih --site dinkesContoh” for a text with “sites: {only: "
            "[group:kepulauan]}”, while dinkesContoh is not in that group.",
        ),
        right_words=(
            "Tambahkan situsnya, “sites: {only: [group:kepulauan, dinkesContoh]}”, atau biarkan bila memang tidak "
            "untuk daerah itu.",
            "Add the site, “sites: {only: [group:kepulauan, dinkesContoh]}”, or leave it if it is not meant for that "
            "district.",
        ),
    ),
}
