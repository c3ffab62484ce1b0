"""Rules about the facilities of a site, and about tables in which they are written (CSV)."""

from sitegen.rules.rule import Rule

_TABLE: dict[str, Rule] = {
    "csv-quote": Rule(
        "error",
        (
            'Tanda petik (") di baris ini tidak ditutup atau salah tempat.',
            'A double quote (") in this row is not closed or misplaced.',
        ),
        (
            'Apit seluruh isi sel dengan "..."; tanda petik di dalamnya ditulis dua kali. Paling mudah: buka dan '
            "simpan lagi dengan LibreOffice atau Excel.",
            'Put "..." around the whole cell and double the quotes inside it. Easiest: open the file in LibreOffice or '
            "Excel and save it again.",
        ),
    ),
    "csv-cells": Rule(
        "error",
        (
            "Baris ini punya {count} sel, padahal kolom yang bernama hanya {columns}.",
            "This row has {count} cells, but only {columns} columns have a name.",
        ),
        (
            'Apit isi yang memuat pemisah (koma atau titik koma) dengan "...", atau beri nama kolomnya di baris '
            "pertama.",
            'Put "..." around a text that holds the separator (comma or semicolon), or name the column in the first '
            "row.",
        ),
    ),
    "csv-column-twice": Rule(
        "error",
        ('Kolom "{key}" ada lebih dari satu kali.', 'The column "{key}" is there more than once.'),
        ("Hapus atau ganti nama salah satunya.", "Delete one of them or give it another name."),
    ),
    "csv-column-missing": Rule(
        "error",
        ('Kolom "{key}" belum ada di baris pertama.', 'The first row lacks the column "{key}".'),
        (
            "Baris pertama memuat nama kolom. Yang dikenal: {known}.",
            "The first row names the columns. Known are: {known}.",
        ),
    ),
}

_ENTRIES: dict[str, Rule] = {
    "facilities-twice": Rule(
        "error",
        ("Daftar fasilitas situs ini sudah ada di {others}.", "The facilities of this site are already in {others}."),
        ("Pindahkan isinya ke satu berkas, lalu hapus yang lain.", "Move all of it into one file; delete the other."),
    ),
    "facilities-one-page": Rule(
        "warning",
        (
            "Situs satu halaman (kecamatan) tidak menampilkan daftar fasilitas.",
            "A site of one page (of a kecamatan) shows no facilities.",
        ),
        (
            "Pindahkan daftar ini ke situs kabupaten atau kotanya.",
            "Move this list to the site of its kabupaten or kota.",
        ),
    ),
    "facility-twice": Rule(
        "error",
        (
            "{name} sudah ada di {others} (penanda: {id}).",
            "{name} is already at {others} (id: {id}).",
        ),
        (
            "Hapus salah satunya; bila memang dua tempat, beri masing-masing id: yang berbeda.",
            "Delete one; if they are two places, give each an id: of its own.",
        ),
    ),
    "facility-point": Rule(
        "error",
        ('{name} punya "{there}", tetapi tidak punya "{lacking}".', '{name} has "{there}" but no "{lacking}".'),
        ("Isi keduanya, atau kosongkan keduanya.", "Give both, or neither."),
    ),
}

_TASKS: dict[str, Rule] = {
    "facilities-missing": Rule(
        "task",
        ("Daftar fasilitas kesehatan belum ada untuk: {sites}.", "There is no list of health facilities for: {sites}."),
        (
            "Minta kepada dinasnya, lalu isi content/sites/<id>/facilities.csv (docs/facilities.md).",
            "Ask the office, then fill in content/sites/<id>/facilities.csv (docs/facilities.md).",
        ),
    ),
    "facilities-unverified": Rule(
        "task",
        (
            "{count} dari {total} fasilitas belum punya asal (source) atau tanggal pemeriksaan (verified): "
            "baris {lines}.",
            "{count} of {total} facilities have no source or no date of checking (verified): lines {lines}.",
        ),
        (
            "Tulis dari mana datanya dan kapan diperiksa; sampai itu halaman menandainya belum diperiksa.",
            "Write where they come from and when they were checked; until then the page says that they are not.",
        ),
    ),
    "facilities-old": Rule(
        "task",
        (
            "{count} dari {total} fasilitas terakhir diperiksa lebih dari {most} hari yang lalu: baris {lines}.",
            "{count} of {total} facilities were last checked more than {most} days ago: lines {lines}.",
        ),
        (
            "Tanyakan lagi kepada dinasnya, lalu perbarui verified (dan source).",
            "Ask the office again; then write the new day at verified (and the source).",
        ),
    ),
}

FACILITIES: dict[str, Rule] = {**_TABLE, **_ENTRIES, **_TASKS}
