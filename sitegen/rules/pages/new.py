"""Pages of the rules about what `sitegen new` is asked for."""

from sitegen.rules.pages.page import RulePage

NEW: dict[str, RulePage] = {
    "new-kind": RulePage(
        (
            "Jenis menentukan folder, formulir, dan di daftar mana naskah itu dicari pembaca. Naskah di folder yang "
            "tidak dikenal tidak tampil di mana pun.",
            "The kind decides on the folder, the form, and the list in which readers look for a text. One in an "
            "unknown folder is shown nowhere.",
        ),
        wrong_words=(
            'Menjalankan “sitegen new berita "Mencegah cacingan"”.',
            'Running “sitegen new berita "Mencegah cacingan"”.',
        ),
        right_words=('sitegen new artikel "Mencegah cacingan"', 'sitegen new artikel "Mencegah cacingan"'),
    ),
    "new-slug-empty": RulePage(
        (
            "Nama berkas menjadi alamat halaman, yang diketik orang dan dicetak di kertas. Dari judul tanpa huruf a-z "
            "atau angka tidak dapat dibuat alamat.",
            "The name of the file becomes the address of the page, which people type and print. No address can be "
            "made from a title without letters a-z or digits.",
        ),
        wrong_words=('Menjalankan “sitegen new tanya "???"”.', 'Running “sitegen new tanya "???"”.'),
        right_words=(
            'Tulis judul yang berkata sesuatu, atau beri nama sendiri: sitegen new tanya "???" --slug belum-terjawab',
            'Write a title that says something, or give a name: sitegen new tanya "???" --slug belum-terjawab',
        ),
    ),
    "new-slug-reserved": RulePage(
        (
            "Alamat itu sudah dipakai halaman yang dibuat sitegen, misalnya halaman kontak, atau tidak dapat disimpan "
            "di Windows. Satu dari kedua halaman akan hilang.",
            "That address belongs to a page that sitegen makes, such as the contacts, or cannot be stored on Windows. "
            "One of the two pages would vanish.",
        ),
        wrong_words=('Menjalankan “sitegen new halaman "Kontak"”.', 'Running “sitegen new halaman "Kontak"”.'),
        right_words=(
            'sitegen new halaman "Kontak" --slug kontak-kader',
            'sitegen new halaman "Kontak" --slug kontak-kader',
        ),
    ),
    "new-exists": RulePage(
        (
            "Di berkas itu sudah ada naskah seseorang. Formulir kosong tidak boleh menimpanya.",
            "Somebody's text is in that file already. An empty form must not be written over it.",
        ),
        wrong_words=(
            'Menjalankan “sitegen new artikel "Mencegah cacingan"” untuk kedua kalinya.',
            'Running “sitegen new artikel "Mencegah cacingan"” a second time.',
        ),
        right_words=(
            "Buka content/shared/artikel/mencegah-cacingan.md dan teruskan di sana; untuk naskah lain beri “--slug "
            "cacingan-di-sekolah”.",
            "Open content/shared/artikel/mencegah-cacingan.md and go on there; for another text give “--slug "
            "cacingan-di-sekolah”.",
        ),
    ),
    "new-would-override": RulePage(
        (
            "Berkas dengan nama yang sama di folder daerah tidak berdiri sendiri: ia mengubah naskah bersama untuk "
            "daerah itu. Anda mengira menulis naskah baru, tetapi pembaca kehilangan naskah yang lama.",
            "A file of the same name in a district's folder does not stand alone: it changes the shared text for that "
            "district. You think that you write a new text, and readers lose the old one.",
        ),
        wrong_words=(
            'Menjalankan “sitegen new artikel "Mencegah cacingan" --site dinkesContoh”, padahal '
            "content/shared/artikel/mencegah-cacingan.md sudah ada.",
            'Running “sitegen new artikel "Mencegah cacingan" --site dinkesContoh” while there is '
            "content/shared/artikel/mencegah-cacingan.md.",
        ),
        right_words=(
            "Catatan daerah di bawah naskah bersama: “sitegen override dinkesContoh artikel/mencegah-cacingan --mode "
            "after”. Naskah lain: tambahkan “--slug cacingan-di-contoh”.",
            "A local note below the shared text: “sitegen override dinkesContoh artikel/mencegah-cacingan --mode "
            "after”. Another text: add “--slug cacingan-di-contoh”.",
        ),
    ),
    "new-meets": RulePage(
        (
            "Di sebuah situs sudah ada naskah sendiri dengan nama ini. Naskah bersama yang baru akan bertemu "
            "dengannya di alamat yang sama, dan salah satunya tidak terbaca.",
            "A site has a text of its own by this name. The new shared text would meet it at the same address, and "
            "one of the two would not be read.",
        ),
        wrong_words=(
            'Menjalankan “sitegen new artikel "Jadwal imunisasi"”, padahal '
            "content/sites/dinkesContoh/artikel/jadwal-imunisasi.md sudah ada.",
            'Running “sitegen new artikel "Jadwal imunisasi"” while there is '
            "content/sites/dinkesContoh/artikel/jadwal-imunisasi.md.",
        ),
        right_words=(
            'sitegen new artikel "Jadwal imunisasi" --slug imunisasi-anak',
            'sitegen new artikel "Jadwal imunisasi" --slug imunisasi-anak',
        ),
    ),
    "new-form-missing": RulePage(
        (
            "Formulir mengingatkan penulis akan sumber, hari tinjauan, dan susunan naskah. Tanpa formulir setiap "
            "orang mulai dari halaman kosong, dan yang penting terlupa.",
            "The form reminds authors of sources, the day of review and the order of a text. Without it everybody "
            "starts from an empty page, and what matters is forgotten.",
        ),
        wrong_words=(
            'Menghapus content/archetypes/acara.md, lalu menjalankan “sitegen new acara "Posyandu keliling"”.',
            'Deleting content/archetypes/acara.md, then running “sitegen new acara "Posyandu keliling"”.',
        ),
        right_words=(
            "Ambil kembali formulir itu dari git, atau salin yang paling mirip dari content/archetypes/ dan sesuaikan.",
            "Fetch that form from git again, or copy the one that is most like it in content/archetypes/ and adapt it.",
        ),
    ),
    "new-form": RulePage(
        (
            "Baris judul diisi oleh perintah, dan “draft: true” menjaga supaya naskah yang belum selesai tidak "
            "terbit. Formulir tanpa kedua baris itu dapat menerbitkan contoh isinya.",
            "The command fills in the line of the title, and “draft: true” keeps unfinished texts from being "
            "published. A form without these two lines might publish its sample.",
        ),
        wrong_words=(
            "Di content/archetypes/artikel.md tertulis “title: Judul artikel”, atau “draft: true” dihapus.",
            "content/archetypes/artikel.md says “title: Judul artikel”, or “draft: true” was deleted.",
        ),
        right_words=(
            "Tulis kedua baris persis begini di kepala formulir: “title: <judul>” dan “draft: true”.",
            "Write both lines exactly so on top of the form: “title: <judul>” and “draft: true”.",
        ),
    ),
    "new-link": RulePage(
        (
            "Tautan dapat menunjuk ke luar proyek. Naskah baru lalu tersimpan di tempat yang tidak ikut ke git, dan "
            "di komputer rekan ia tidak ada.",
            "A link may lead out of the project. The new text would then lie where git does not keep it, and your "
            "colleagues' computers would not have it.",
        ),
        wrong_words=(
            "content/shared/artikel diganti dengan tautan ke folder di Google Drive, lalu “sitegen new” dijalankan.",
            "content/shared/artikel was replaced by a link to a folder of Google Drive, and then “sitegen new” was "
            "run.",
        ),
        right_words=(
            "Pindahkan isinya kembali ke folder biasa content/shared/artikel, dan bagikan lewat git.",
            "Move what is in it back to a plain folder content/shared/artikel, and share it by git.",
        ),
    ),
}
