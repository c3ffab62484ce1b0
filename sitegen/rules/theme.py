"""Rules about themes and templates."""

from sitegen.rules.rule import Rule

THEME: dict[str, Rule] = {
    "theme-missing": Rule(
        "error",
        ("Tema “{name}” tidak ada.", "There is no theme “{name}”."),
        (
            "Pakai nama folder yang ada di themes/, atau buat themes/{name}/templates/.",
            "Use the name of a folder in themes/, or create themes/{name}/templates/.",
        ),
    ),
    "theme-template-missing": Rule(
        "error",
        ("Tema tidak memiliki templat “{name}”.", "The theme lacks the template “{name}”."),
        ("Tambahkan berkas itu ke folder templates/ tema.", "Add that file to the theme's templates/ folder."),
    ),
    "theme-style-unused": Rule(
        "warning",
        ("Bagian gaya ini tidak dipakai oleh halaman mana pun.", "No page uses this part of the sheet."),
        (
            "Beri nama base.css, templates/<templat>.css, cards/<kartu>.css, atau body/<unsur atau kelas>.css.",
            "Name it base.css, templates/<template>.css, cards/<card>.css or body/<element or class>.css.",
        ),
    ),
    "theme-extends-unknown": Rule(
        "error",
        ("Tema ini melanjutkan “{name}”, yang tidak ada.", "This theme extends “{name}”, which does not exist."),
        (
            "Tulis nama folder lain di themes/. Yang paling mirip: {near}.",
            "Write the name of another folder in themes/. The most similar: {near}.",
        ),
    ),
    "theme-extends-cycle": Rule(
        "error",
        ("Tema-tema ini saling melanjutkan: {chain}.", "These themes extend each other: {chain}."),
        ("Hapus “extends” dari salah satunya.", "Remove “extends” from one of them."),
    ),
    "theme-token-unknown": Rule(
        "error",
        ("Token “{name}” tidak ada di style/base.css.", "There is no token “{name}” in style/base.css."),
        (
            "Tulis nama tanpa “--” dari :root di awal base.css. Yang paling mirip: {near}.",
            "Write a name without “--” from :root at the start of base.css. The most similar: {near}.",
        ),
    ),
    "theme-token-value": Rule(
        "error",
        (
            "Nilai “{value}” untuk token “{name}” tidak dapat dipakai.",
            "Token “{name}” cannot have the value “{value}”.",
        ),
        (
            'Tulis warna seperti "#1b1d1c", bilangan seperti 1.5rem, atau nama huruf seperti Georgia, serif.',
            'Write a colour such as "#1b1d1c", a number such as 1.5rem, or names of fonts such as Georgia, serif.',
        ),
    ),
    "theme-page-size": Rule(
        "error",
        ("“page_size” harus antara 1 dan 500.", "“page_size” has to be between 1 and 500."),
        ("Tulis berapa artikel tampil di satu halaman daftar.", "Say how many articles a page of a list shows."),
    ),
    "theme-strings": Rule(
        "error",
        ("Katalog terjemahan tidak dapat dibaca: {text}.", "The catalogue cannot be read: {text}."),
        ("Perbaiki berkas .po (format gettext).", "Mend the .po file (gettext format)."),
    ),
    "theme-strings-blanks": Rule(
        "error",
        (
            "Terjemahan dari “{text}” tidak punya isian yang sama.",
            "The translation of “{text}” does not have the same blanks.",
        ),
        (
            "Tulis kata dalam kurung kurawal persis seperti dalam msgid.",
            "Write the words in braces exactly as in the msgid.",
        ),
    ),
    "template-syntax": Rule(
        "error",
        ("Templat salah tulis: {text}", "The template has a syntax error: {text}"),
        ("Perbaiki baris itu menurut aturan Jinja2.", "Mend that line by the rules of Jinja2."),
    ),
    "template-character": Rule(
        "error",
        (
            "Templat memuat aksara U+E000 atau U+E001, yang dipakai sitegen sendiri.",
            "The template contains U+E000 or U+E001, which sitegen uses itself.",
        ),
        ("Hapus aksara itu.", "Remove that character."),
    ),
    "template-name-dynamic": Rule(
        "error",
        (
            "Nama templat pada extends, include, atau import harus tertulis langsung.",
            "The template's name in extends, include or import has to be written out.",
        ),
        ("Tulis nama berkasnya dalam tanda kutip.", "Write the file's name in quotes."),
    ),
    "template-missing": Rule(
        "error",
        ("Templat “{name}” tidak ada di tema ini.", "There is no template “{name}” in this theme."),
        ("Periksa ejaan namanya.", "Check its spelling."),
    ),
    "template-unknown": Rule(
        "error",
        ("Templat meminta “{name}”, yang tidak ada.", "The template asks for “{name}”, which does not exist."),
        (
            "Lihat daftar nilai yang boleh dipakai templat di docs/theme.md.",
            "See the values that templates may use in docs/theme.md.",
        ),
    ),
    "template-failed": Rule(
        "error",
        ("Templat gagal dijalankan: {text}.", "The template failed: {text}."),
        (
            "Periksa nama nilai yang dipakai templat itu (docs/theme.md).",
            "Check the names of the values it uses (docs/theme.md).",
        ),
    ),
    "template-too-costly": Rule(
        "error",
        (
            "Templat ini memakan lebih dari {seconds} detik (semua yang lambat: {budget} detik) atau {memory} MB, lalu "
            "dihentikan.",
            "This template took more than {seconds} seconds (all slow ones: {budget} seconds) or {memory} MB and was "
            "ended.",
        ),
        (
            "Cari perulangan di dalam perulangan, include yang berantai, atau teks yang diulang sangat panjang.",
            "Look for loops in loops, includes that include each other, or text that is repeated without end.",
        ),
    ),
}
