"""Pages of the rules of `sitegen verify`."""

from sitegen.rules.pages.page import RulePage

VERIFYING: dict[str, RulePage] = {
    "verify-no-manifest": RulePage(
        (
            "Setiap terbitan membawa daftar semua berkasnya dengan sidik SHA-256. Tanpa daftar itu tidak dapat "
            "dikatakan halaman mana yang asli.",
            "Every release carries the list of its files with their SHA-256. Without it nobody can say which "
            "pages are true.",
        ),
        wrong_words=(
            "sitegen-manifest.json tidak ikut diunggah, atau dihapus di hosting.",
            "sitegen-manifest.json was not uploaded, or was removed at the host.",
        ),
        right_words=(
            "Unggah seluruh isi dist/dinkesContoh.example/, juga berkas .json.",
            "Upload all of dist/dinkesContoh.example/, its .json files too.",
        ),
    ),
    "verify-unsigned": RulePage(
        (
            "Tanpa tanda tangan, orang yang mengganti halaman dapat mengganti daftarnya juga, dan semuanya "
            "tampak sesuai.",
            "Without a signature, whoever replaces pages can replace the list too, and all seems to fit.",
        ),
        wrong_words=(
            "“sitegen build”, lalu langsung mengunggah.",
            "“sitegen build”, then uploading at once.",
        ),
        right_words=(
            "“sitegen build”, “sitegen sign”, lalu mengunggah",
            "“sitegen build”, “sitegen sign”, then uploading",
        ),
    ),
    "verify-signature": RulePage(
        (
            "Tanda tangan yang tidak cocok berarti pernyataan terbitan diubah, atau ditandatangani kunci yang "
            "tidak dipercaya.",
            "A signature that does not fit means that the statement of the release was changed, or signed by a "
            "key that is not trusted.",
        ),
        wrong_words=(
            "Menandatangani dengan kunci baru yang belum ada di allowed_signers.",
            "Signing with a new key that allowed_signers does not have yet.",
        ),
        right_words=(
            "Tambahkan kunci baru ke allowed_signers dahulu, bagikan berkas itu, lalu tandatangani.",
            "Add the new key to allowed_signers first, hand that file on, then sign.",
        ),
    ),
    "verify-mixed": RulePage(
        (
            "Berkas dari dua terbitan yang tercampur dapat memuat keterangan lama di samping yang baru, walaupun "
            "setiap berkas pernah asli.",
            "Files of two releases together may state old things beside new ones, even though each file was true once.",
        ),
        wrong_words=(
            "Mengunggah halaman dari dua terbitan ke satu folder.",
            "Uploading pages of two releases into one folder.",
        ),
        right_words=(
            "Unggah satu terbitan seluruhnya, termasuk sitegen-manifest.json dan sitegen-release.json.",
            "Upload one release as a whole, sitegen-manifest.json and sitegen-release.json included.",
        ),
    ),
    "verify-other-site": RulePage(
        (
            "Terbitan daerah lain juga bertanda tangan sah, tetapi nomor telepon dan puskesmasnya bukan milik "
            "daerah ini.",
            "The release of another district is validly signed too, but its numbers and facilities are not those "
            "of this district.",
        ),
        wrong_words=(
            "Folder dinkesLain.example diunggah ke situs dinkesContoh.example.",
            "The folder dinkesLain.example uploaded to the site dinkesContoh.example.",
        ),
        right_words=(
            "sitegen verify https://dinkescontoh.example/ --site dinkesContoh",
            "sitegen verify https://dinkescontoh.example/ --site dinkesContoh",
        ),
    ),
    "verify-old-release": RulePage(
        (
            "Terbitan lama tetap bertanda tangan sah. Dengan mengembalikannya, orang dapat menghidupkan lagi "
            "keterangan yang sudah ditarik.",
            "An old release stays validly signed. Whoever puts it back can bring to life what was withdrawn.",
        ),
        wrong_words=(
            "Situs memuat terbitan nomor 4, padahal nomor 7 sudah diunggah.",
            "The site carries release number 4, though number 7 was uploaded.",
        ),
        right_words=(
            "Unggah terbitan terakhir, lalu: sitegen verify … --serial 7",
            "Upload the last release, then: sitegen verify … --serial 7",
        ),
    ),
    "verify-altered": RulePage(
        (
            "Satu angka yang diubah di halaman kesehatan dapat mencelakai orang, dan halaman yang diretas tampak "
            "sama di mata.",
            "One changed figure on a health page can harm people, and a page that was broken into looks the same.",
        ),
        wrong_words=(
            "Mengubah halaman langsung di panel hosting.",
            "Editing a page right in the host's panel.",
        ),
        right_words=(
            "Ubah naskahnya, bangun, tandatangani, unggah.",
            "Change the document, build, sign, upload.",
        ),
    ),
    "verify-missing": RulePage(
        (
            "Alamat halaman tercetak di poster dan pesan. Berkas yang hilang berarti unggahan yang terputus atau "
            "seseorang menghapusnya.",
            "Addresses of pages stand on posters and in messages. A file that is gone means an upload cut short, "
            "or somebody removed it.",
        ),
        wrong_words=(
            "Unggahan FTP terputus di tengah jalan.",
            "An upload by FTP that was cut short.",
        ),
        right_words=(
            "Unggah ulang seluruh folder, lalu periksa lagi.",
            "Upload the whole folder again, then check once more.",
        ),
    ),
    "verify-extra": RulePage(
        (
            "Pintu belakang peretas ialah satu berkas tambahan, misalnya .php di folder gambar. Ia tidak "
            "mengubah halaman mana pun.",
            "The back door of a break-in is one more file, such as a .php among pictures. It changes no page.",
        ),
        wrong_words=(
            "Folder hosting memuat gambar/cache.php yang tidak pernah diterbitkan.",
            "The host's folder holds gambar/cache.php, which was never published.",
        ),
        right_words=(
            "Berkas petugas web sendiri didaftarkan: keep: [dokumen/]",
            "The web officer's own files are listed: keep: [dokumen/]",
        ),
    ),
    "verify-hidden": RulePage(
        (
            "Nama berawalan titik tidak terlihat di banyak panel. Sebuah .htaccess atau .user.ini yang ditanam "
            "dapat mengalihkan semua pembaca.",
            "Names with a dot in front do not show in many panels. A planted .htaccess or .user.ini can lead all "
            "readers elsewhere.",
        ),
        wrong_words=(
            "artikel/.htaccess yang tidak pernah diterbitkan.",
            "An artikel/.htaccess that was never published.",
        ),
        right_words=(
            "Yang memang milik hosting didaftarkan: keep: [.well-known/]",
            "What does belong to the host is listed: keep: [.well-known/]",
        ),
    ),
    "verify-linked": RulePage(
        (
            "Tautan simbolik dapat menunjuk ke berkas di luar folder, yang isinya berganti tanpa ada yang tahu.",
            "A symbolic link can point to a file outside of the folder, whose content changes with nobody knowing.",
        ),
        wrong_words=(
            "index.html di hosting ialah tautan ke /home/lain/index.html.",
            "The index.html at the host is a link to /home/other/index.html.",
        ),
        right_words=(
            "Hanya berkas biasa, diunggah dari terbitan.",
            "Plain files only, uploaded from the release.",
        ),
    ),
    "verify-zip-name": RulePage(
        (
            "Nama seperti ../../.bashrc menulis di luar folder saat diekstrak. Nama ganda menampilkan isi yang "
            "berbeda di program yang berbeda.",
            "A name like ../../.bashrc writes outside of the folder when unpacked. A name that stands twice "
            "shows different content in different programs.",
        ),
        wrong_words=(
            "Zip yang memuat ../index.html, atau index.html dua kali.",
            "A zip that holds ../index.html, or index.html twice.",
        ),
        right_words=(
            "Zip buatan “sitegen package”, tidak diubah.",
            "A zip made by “sitegen package”, not changed.",
        ),
    ),
    "verify-zip-broken": RulePage(
        (
            "Zip yang rusak tidak dapat dipercaya sebagian. Zip yang diawali sesuatu yang lain dapat sekaligus "
            "menjadi program.",
            "A broken zip cannot be trusted in part. One that begins with something else may be a program at the "
            "same time.",
        ),
        wrong_words=(
            "Zip yang terpotong saat dikirim lewat pesan.",
            "A zip that was cut short when sent in a message.",
        ),
        right_words=(
            "Ambil ulang zipnya, lalu periksa lagi.",
            "Fetch the zip again, then check once more.",
        ),
    ),
    "verify-too-large": RulePage(
        (
            "Daftar yang menyebut berkas raksasa menghabiskan disk dan waktu pemeriksa. Situs portal hanya "
            "beberapa puluh megabyte.",
            "A list that names gigantic files uses up the disk and time of whoever checks. A portal has some "
            "tens of megabytes.",
        ),
        wrong_words=(
            "sitegen-manifest.json palsu yang menyebut berkas 9 TB.",
            "A forged sitegen-manifest.json that lists a file of 9 TB.",
        ),
        right_words=(
            "Daftar buatan “sitegen build”.",
            "The list made by “sitegen build”.",
        ),
    ),
    "verify-tombstone": RulePage(
        (
            "Keterangan yang ditarik biasanya ditarik karena salah atau berbahaya. Bila pemberitahuannya hilang, "
            "pembaca mendapat keterangan lama.",
            "What was withdrawn mostly was wrong or dangerous. If the notice is not there, readers get the old text.",
        ),
        wrong_words=(
            "Halaman lama dikembalikan dari cadangan hosting.",
            "The old page was put back from a backup of the host.",
        ),
        right_words=(
            "Unggah ulang halaman pemberitahuan dari terbitan terakhir.",
            "Upload the notice again from the last release.",
        ),
    ),
    "verify-unserved": RulePage(
        (
            "Yang terputus, terlalu lambat, terlalu besar, atau dijawab dengan kesalahan tidak sampai ke "
            "pembaca, dan tidak dapat dicocokkan.",
            "What is cut short, too slow, too large or answered with an error does not reach readers, and cannot "
            "be compared.",
        ),
        wrong_words=(
            "Server menjawab 500 untuk artikel/jadwal.html.",
            "The server answers 500 for artikel/jadwal.html.",
        ),
        right_words=(
            "Semua berkas dijawab 200 dengan isi utuh.",
            "Every file is answered 200 with its whole content.",
        ),
    ),
    "verify-redirect": RulePage(
        (
            "Pengalihan ke situs lain adalah cara paling umum memindahkan pembaca situs pemerintah ke situs judi.",
            "Redirects to another host are the most common way to lead readers of government sites to gambling.",
        ),
        wrong_words=(
            "artikel/jadwal.html mengalihkan pembaca ke host lain.",
            "artikel/jadwal.html sends readers to another host.",
        ),
        right_words=(
            "Alamat situs memberikan halamannya sendiri. Bila situs memang pindah, periksa alamat barunya.",
            "The site's addresses give its own pages. If it has moved, check its new address.",
        ),
    ),
    "verify-cloaked": RulePage(
        (
            "Peretas menampilkan halaman judi hanya kepada mesin pencari dan pembaca dari sana, supaya pemilik "
            "situs tidak melihatnya.",
            "Intruders show gambling pages only to search engines and readers who come from one, so that owners "
            "never see them.",
        ),
        wrong_words=(
            "Server memberi Googlebot halaman lain daripada pembaca.",
            "The server gives Googlebot another page than readers.",
        ),
        right_words=(
            "Semua mendapat byte yang sama.",
            "Everybody gets the same bytes.",
        ),
    ),
    "verify-gambling": RulePage(
        (
            "Kata-kata ini hampir tidak pernah ada di situs kesehatan, dan ada di hampir setiap halaman judi "
            "yang ditanam.",
            "These words hardly ever stand on a health site, and do on nearly every gambling page that was planted.",
        ),
        wrong_words=(
            "Halaman memuat “slot gacor” di bagian yang tersembunyi.",
            "A page has “slot gacor” in a hidden part.",
        ),
        right_words=(
            "Halaman seperti yang diterbitkan.",
            "The page as it was published.",
        ),
    ),
    "verify-foreign-links": RulePage(
        (
            "Halaman yang diubah sering hanya mendapat satu skrip atau tautan ke luar. Nama hostnya menunjukkan "
            "dari mana serangan datang.",
            "A changed page often has got just one script or link to the outside. The host's name shows where an "
            "attack comes from.",
        ),
        wrong_words=(
            "Halaman memuat skrip dari host yang tidak dikenal.",
            "A page loads a script from an unknown host.",
        ),
        right_words=(
            "Sisipan hosting dimatikan, atau teks persisnya diizinkan dengan --tolerate.",
            "The hoster's snippet is turned off, or its exact text allowed by --tolerate.",
        ),
    ),
    "verify-certificate": RulePage(
        (
            "Peramban menolak situs dengan sertifikat yang tidak sah, dan orang di tengah jalan dapat mengganti "
            "isinya.",
            "Browsers refuse a site whose certificate is not valid, and somebody on the way can replace what it says.",
        ),
        wrong_words=(
            "Sertifikat sudah habis, atau untuk nama lain.",
            "The certificate has ended, or is for another name.",
        ),
        right_words=(
            "Sertifikat yang berlaku untuk nama situs ini.",
            "A valid certificate for the name of this site.",
        ),
    ),
    "verify-certificate-soon": RulePage(
        (
            "Sertifikat yang habis menutup situs bagi hampir semua pembaca. Tiga minggu cukup untuk memperbaikinya.",
            "A certificate that has ended closes the site to nearly all readers. Three weeks are enough to mend it.",
        ),
        wrong_words=(
            "Sertifikat habis sembilan hari lagi dan tidak diperbarui sendiri.",
            "The certificate ends in nine days and does not renew by itself.",
        ),
        right_words=(
            "Pembaruan otomatis jalan; sertifikat berlaku lebih dari 21 hari.",
            "It renews by itself, and is valid for more than 21 days.",
        ),
    ),
    "verify-invents": RulePage(
        (
            "Server yang diretas sering menjawab alamat apa pun dengan halaman buatan. Mesin pencari lalu "
            "mencatat ribuan halaman itu.",
            "A server that was broken into often answers any address with a page of its own. Search engines then "
            "list thousands of them.",
        ),
        wrong_words=(
            "Alamat yang tidak ada dijawab 200.",
            "An address that does not exist is answered 200.",
        ),
        right_words=(
            "Alamat yang tidak ada dijawab 404 dengan 404.html situs ini.",
            "An address that does not exist is answered 404 with this site's 404.html.",
        ),
    ),
}
