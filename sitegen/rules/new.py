"""Rules about what `sitegen new` is asked for."""

from sitegen.rules.rule import Rule

NEW: dict[str, Rule] = {
    "new-kind": Rule(
        "error",
        ("Tidak ada jenis naskah “{kind}”.", "There is no kind of document “{kind}”."),
        (
            "Mungkin maksud Anda: {near}. Semua jenis: {kinds}.",
            "Did you mean: {near}. All kinds: {kinds}.",
        ),
    ),
    "new-slug-empty": Rule(
        "error",
        (
            "Judul “{title}” tidak punya huruf a-z atau angka untuk nama berkas.",
            "The title “{title}” has no letters a-z and no digits for the name of a file.",
        ),
        (
            "Pilih namanya sendiri, misalnya: --slug cuci-tangan",
            "Choose the name yourself, for example: --slug cuci-tangan",
        ),
    ),
    "new-slug-reserved": Rule(
        "error",
        (
            "Nama “{slug}” untuk {kind} dipakai oleh sitegen sendiri, sebagai bahasa, atau oleh Windows.",
            "The name “{slug}” for {kind} is kept for pages of sitegen, for a language, or by Windows.",
        ),
        (
            "Pilih nama lain; judulnya boleh tetap: --slug {slug}-kami",
            "Choose another name; the title may stay: --slug {slug}-kami",
        ),
    ),
    "new-exists": Rule(
        "error",
        ("Berkas ini sudah ada dan tidak ditimpa.", "This file exists and is not overwritten."),
        (
            "Sunting berkas itu; atau, untuk naskah lain, beri judul lain atau --slug NAMA.",
            "Edit that file; or, for another document, give another title or --slug NAME.",
        ),
    ),
    "new-would-override": Rule(
        "error",
        (
            "“{path}” sudah ada di {others}: berkas baru di {layer} akan mengubah naskah itu.",
            "“{path}” is in {others} already: a new file for {layer} would change that document.",
        ),
        (
            "Bila itu maksudnya: sitegen override {layer} {path} --mode after (atau before, fields, section, replace). "
            "Bila naskah lain: beri judul lain atau --slug NAMA.",
            "If that is meant: sitegen override {layer} {path} --mode after (or before, fields, section, replace). "
            "If it is another document: give another title or --slug NAME.",
        ),
    ),
    "new-meets": Rule(
        "error",
        (
            "“{path}” sudah ada di {others}, di situs yang juga akan memuat naskah baru ini.",
            "“{path}” is in {others} already, on sites that would have the new document too.",
        ),
        (
            "Beri judul lain atau --slug NAMA; atau ganti nama berkas yang sudah ada.",
            "Give another title or --slug NAME; or rename the file that exists.",
        ),
    ),
    "new-form-missing": Rule(
        "error",
        ("Formulir untuk {kind} tidak ada.", "There is no form for {kind}."),
        (
            "Buat berkas itu: baris “title: <judul>” dan “draft: true” di kepala, lalu contoh isinya (docs/new.md).",
            "Make that file: the lines “title: <judul>” and “draft: true” on top, then a sample body (docs/new.md).",
        ),
    ),
    "new-form": Rule(
        "error",
        (
            "Formulir ini perlu tepat satu baris “title: <judul>” dan satu baris “draft: true”.",
            "This form needs exactly one line “title: <judul>” and one line “draft: true”.",
        ),
        (
            "Tulis kedua baris itu di kepala formulir, persis seperti itu (docs/new.md).",
            "Write both lines into the front matter of the form, exactly so (docs/new.md).",
        ),
    ),
    "new-link": Rule(
        "error",
        ("Folder ini sebuah tautan; naskah tidak ditulis lewat tautan.", "This folder is a link; nothing is written."),
        ("Ganti tautan itu dengan folder biasa.", "Replace the link by a folder."),
    ),
}
