"""Rules about overrides: whether they fit the text below them, and the commands that make and renew them."""

from sitegen.rules.rule import Rule

OVERRIDES: dict[str, Rule] = {
    "override-section-missing": Rule(
        "error",
        ("Cara ubah “section” perlu penanda judul.", "The mode “section” needs the id of a heading."),
        (
            "Tulis “section: penanda-judul”, misalnya section: jam-layanan untuk “## Jam layanan”.",
            "Write “section: id-of-heading”, such as section: jam-layanan for “## Jam layanan”.",
        ),
    ),
    "override-orphan": Rule(
        "error",
        (
            "Bagian “{section}” tidak ada (lagi) di {others}; berkas ini tidak punya tempat.",
            "There is no part “{section}” in {others} (any more), so this file has no place.",
        ),
        (
            "Penanda yang ada dan mirip: {near}. Ganti “section:”, atau hapus berkas ini bila tidak perlu lagi.",
            "Similar ids that exist: {near}. Change “section:”, or delete this file if it is not needed any more.",
        ),
    ),
    "override-section-heading": Rule(
        "error",
        (
            "Judul ini mengakhiri bagian “{section}” yang diganti oleh berkas ini.",
            "This heading ends the part “{section}”, which this file is to replace.",
        ),
        ("Pakai judul yang lebih rendah: {marks}", "Use a lower heading: {marks}"),
    ),
    "override-fields-body": Rule(
        "error",
        (
            "Cara ubah “fields” hanya mengganti kunci, tetapi di sini ada isi.",
            "The mode “fields” changes keys only, but here is a body.",
        ),
        (
            "Hapus isinya, atau pakai before, after, section, atau replace.",
            "Remove the body, or use before, after, section or replace.",
        ),
    ),
    "override-nothing": Rule(
        "error",
        ("Berkas ini tidak mengubah apa-apa.", "This file changes nothing."),
        (
            "Tulis kunci yang diganti di bagian atas, misalnya summary: …, atau hapus berkas ini.",
            "Write the keys to change into the front matter, such as summary: …, or delete this file.",
        ),
    ),
    "override-base-missing": Rule(
        "warning",
        (
            "Teks dasar naskah ini tidak tercatat: perubahan di {others} tidak akan ketahuan.",
            "The base of this override is not recorded: changes in {others} would go unnoticed.",
        ),
        (
            "Bandingkan dengan naskah di bawahnya, lalu jalankan: sitegen rebase SITUS {path}",
            "Compare it with the text below it, then run: sitegen rebase SITE {path}",
        ),
    ),
    "override-stale": Rule(
        "warning",
        (
            "Bagian ini berubah sesudah diganti di {others} (untuk: {sites}).",
            "This part has changed since it was overridden in {others} (for: {sites}).",
        ),
        (
            "Gabungkan dengan: sitegen rebase SITUS {path} – atau, bila perubahannya kecil: sitegen minor {path}",
            "Merge with: sitegen rebase SITE {path} – or, if the change is minor: sitegen minor {path}",
        ),
    ),
    "override-only-names": Rule(
        "warning",
        (
            "Isi berkas ini sama dengan naskah di bawahnya, kecuali nama daerah.",
            "This file says what the text below it says, but for the names of places.",
        ),
        (
            "Pakai fakta di naskah bersama, misalnya {{{{ region.name }}}}, lalu hapus berkas ini.",
            "Use a fact in the shared text, such as {{{{ region.name }}}}, then delete this file.",
        ),
    ),
    "conflict-marker": Rule(
        "error",
        (
            "Tanda bentrok “{mark}”: dua versi masih menunggu pilihan.",
            "A conflict marker “{mark}”: two versions still wait for a choice.",
        ),
        (
            "Pilih atau gabungkan kedua versi, lalu hapus baris <<<<<<<, =======, dan >>>>>>>.",
            "Choose or join the two versions, then remove the lines <<<<<<<, ======= and >>>>>>>.",
        ),
    ),
    "override-path": Rule(
        "error",
        ("Tidak ada dokumen “{path}”.", "There is no document “{path}”."),
        (
            "Tulis jenis dan nama berkasnya tanpa .md. Yang mirip: {near}.",
            "Write its folder and its file name without .md. Similar: {near}.",
        ),
    ),
    "override-not-shown": Rule(
        "error",
        (
            "Tidak ada halaman naskah di “{site}”, jadi tidak ada yang dapat diubah.",
            "“{site}” has no pages of documents, so there is nothing to override.",
        ),
        (
            "Pilih situs lain. Situs satu kecamatan hanya terdiri dari satu halaman, tanpa naskah.",
            "Choose another site. A site of one kecamatan is a single page without documents.",
        ),
    ),
    "override-exists": Rule(
        "error",
        ("Berkas ini sudah ada dan tidak ditimpa.", "This file exists and is not overwritten."),
        (
            "Sunting berkas itu; setelah naskah bersama berubah: sitegen rebase {site} {path}",
            "Edit that file; after a change of the shared text: sitegen rebase {site} {path}",
        ),
    ),
    "override-none": Rule(
        "error",
        ("{site} tidak mengubah “{path}”.", "{site} does not override “{path}”."),
        (
            "Buat dengan: sitegen override {site} {path} --mode after",
            "Make one with: sitegen override {site} {path} --mode after",
        ),
    ),
    "override-by-hand": Rule(
        "error",
        (
            "Bagian atas berkas ini tidak dapat disunting dengan aman oleh sitegen.",
            "The front matter of this file cannot be edited safely by sitegen.",
        ),
        ("Tulis sendiri di sana: base: {base}", "Write there by hand: base: {base}"),
    ),
}
