"""Rules about reading text: files, YAML, values."""

from sitegen.rules.rule import Rule

_FILES: dict[str, Rule] = {
    "file-missing": Rule(
        "error",
        ("Berkas ini tidak ada.", "This file does not exist."),
        ("Periksa nama dan foldernya.", "Check its name and folder."),
    ),
    "file-unreadable": Rule(
        "error",
        ("Berkas ini tidak dapat dibaca ({reason}).", "This file cannot be read ({reason})."),
        ("Periksa izin berkas dan foldernya.", "Check the permissions of the file and its folder."),
    ),
    "file-not-regular": Rule(
        "error",
        ("Ini bukan berkas biasa.", "This is not a regular file."),
        ("Ganti dengan berkas biasa.", "Put a regular file in its place."),
    ),
    "file-outside": Rule(
        "error",
        ("Tautan berkas ini keluar dari folder proyek.", "This link leads out of the project folder."),
        ("Salin berkasnya ke dalam proyek.", "Copy the file into the project."),
    ),
    "file-too-large": Rule(
        "error",
        ("Berkas ini lebih besar dari {limit}.", "This file is larger than {limit}."),
        ("Perkecil atau bagi berkas ini.", "Make the file smaller or divide it."),
    ),
    "file-not-utf8": Rule(
        "error",
        (
            "Berkas ini bukan teks UTF-8: ada byte {byte} di sini.",
            "This file is not UTF-8 text: there is a byte {byte} here.",
        ),
        (
            "Simpan ulang dengan pengodean UTF-8 (di Notepad: Simpan sebagai, Pengodean: UTF-8).",
            "Save it again with the encoding UTF-8 (in Notepad: Save as, Encoding: UTF-8).",
        ),
    ),
    "unsafe-character": Rule(
        "error",
        (
            "Ada karakter yang tidak terlihat atau tidak boleh dipakai: {code}.",
            "There is a character that is invisible or not allowed: {code}.",
        ),
        (
            "Hapus karakter itu; sering kali ia terbawa saat menyalin dari aplikasi lain.",
            "Delete it; such characters often come along when text is pasted from elsewhere.",
        ),
    ),
    "front-matter-missing": Rule(
        "error",
        (
            "Berkas ini tidak diawali kepala artikel (baris ---).",
            "This file does not begin with front matter (a line ---).",
        ),
        (
            "Tulis --- di baris pertama, lalu title: dan kunci lain, lalu --- lagi.",
            "Write --- on the first line, then title: and other keys, then --- again.",
        ),
    ),
    "front-matter-open": Rule(
        "error",
        ("Kepala artikel tidak ditutup.", "The front matter is not closed."),
        (
            "Tulis satu baris --- sesudah kunci terakhir, sebelum isi artikel.",
            "Write a line --- after the last key, before the body.",
        ),
    ),
    "front-matter-empty": Rule(
        "error",
        ("Kepala artikel kosong.", "The front matter is empty."),
        (
            "Isi sedikitnya title: di antara kedua baris ---.",
            "Write at least title: between the two lines ---.",
        ),
    ),
    "front-matter-not-keys": Rule(
        "error",
        (
            "Kepala artikel bukan daftar kunci dan nilai.",
            "The front matter is not made of keys and values.",
        ),
        (
            "Tulis setiap baris seperti title: Judul artikel.",
            "Write each line like title: Title of the article.",
        ),
    ),
}

_YAML: dict[str, Rule] = {
    "yaml-too-large": Rule(
        "error",
        ("Data YAML ini lebih besar dari {limit}.", "This YAML is larger than {limit}."),
        ("Perkecil isinya.", "Make it smaller."),
    ),
    "yaml-too-deep": Rule(
        "error",
        (
            "Data bersarang lebih dari {limit} tingkat di sini.",
            "Values are nested more than {limit} levels deep here.",
        ),
        ("Sederhanakan susunannya.", "Make the structure simpler."),
    ),
    "yaml-too-many": Rule(
        "error",
        ("Data YAML ini berisi lebih dari {limit} nilai.", "This YAML holds more than {limit} values."),
        ("Perkecil isinya.", "Make it smaller."),
    ),
    "yaml-syntax": Rule(
        "error",
        ("Susunan YAML tidak dapat dibaca di sini.", "The YAML cannot be read here."),
        (
            "Periksa spasi di awal baris, titik dua, tanda kutip, dan kurung di baris ini dan sebelumnya.",
            "Check indentation, colons, quotes and brackets on this line and the one before.",
        ),
    ),
    "yaml-tab": Rule(
        "error",
        ("Ada karakter tab di sini.", "There is a tab here."),
        (
            "Hapus, lalu tekan spasi dua kali. Tombol Tab tidak dipakai di sini.",
            "Delete it and type two blanks. The Tab key is not used here.",
        ),
    ),
    "yaml-colon": Rule(
        "error",
        ("Titik dua di sini membingungkan pembacaan.", "A colon cannot stand here."),
        (
            "Jika titik dua bagian dari teks, apit seluruh teks dengan tanda kutip; "
            "jika ini kunci baru, luruskan spasi di awal barisnya.",
            "If the colon belongs to the text, put the whole text in quotes; "
            "if this is a new key, mend the indentation.",
        ),
    ),
    "yaml-colon-space": Rule(
        "error",
        ("Sesudah titik dua ini harus ada satu spasi biasa.", "A plain blank has to follow this colon."),
        (
            "Tulis kunci: nilai. Spasi yang ditempel dari Word tidak selalu spasi biasa: hapus, lalu ketik lagi.",
            "Write key: value. A blank pasted from Word is not always a plain one: delete it and type it again.",
        ),
    ),
    "yaml-after-quote": Rule(
        "error",
        (
            "Sesudah tanda kutip atau kurung penutup masih ada teks.",
            "There is text after the closing quote or bracket.",
        ),
        (
            """Apit seluruh nilai dengan kutip yang tidak ada di dalamnya: '"Cuci tangan" itu mudah', "Hari Jum'at".""",
            """Put the whole value in the kind of quotes that it does not hold: '"Soap" is enough', "It's enough".""",
        ),
    ),
    "yaml-no-colon": Rule(
        "error",
        ("Baris ini tidak punya titik dua.", "This line has no colon."),
        (
            "Tulis kunci: nilai, atau beri spasi di awal jika ini lanjutan baris sebelumnya.",
            "Write key: value, or indent the line if it goes on from the one before.",
        ),
    ),
    "yaml-quote": Rule(
        "error",
        ("Tanda kutip yang dibuka di sini tidak ditutup.", "The quote that opens here is not closed."),
        ("Tambahkan tanda kutip penutup.", "Add the closing quote."),
    ),
    "yaml-escape": Rule(
        "error",
        (
            "Garis miring terbalik di dalam kutip ganda tidak dikenal.",
            "This backslash within double quotes is not understood.",
        ),
        ("Pakai kutip tunggal, atau hapus garis miringnya.", "Use single quotes, or delete the backslash."),
    ),
    "yaml-bracket": Rule(
        "error",
        (
            "Kurung yang dibuka di sini tidak ditutup dengan benar.",
            "The bracket that opens here is not closed properly.",
        ),
        (
            "Tambahkan kurung penutup, dan koma di antara isinya.",
            "Add the closing bracket, and commas between the items.",
        ),
    ),
    "yaml-sign": Rule(
        "error",
        ("Nilai tidak boleh diawali tanda ini.", "A value cannot begin with this sign."),
        ("Apit nilainya dengan tanda kutip.", "Put the value in quotes."),
    ),
    "yaml-alias": Rule(
        "error",
        ("Nilai tidak boleh diawali * (alias YAML).", "A value cannot begin with * (a YAML alias)."),
        (
            "Apit nilainya dengan tanda kutip, atau tulis isinya secara lengkap.",
            "Put the value in quotes, or write it out.",
        ),
    ),
    "yaml-anchor": Rule(
        "error",
        ("Nilai tidak boleh diawali & (jangkar YAML).", "A value cannot begin with & (a YAML anchor)."),
        ("Apit nilainya dengan tanda kutip, atau hapus &.", "Put the value in quotes, or delete the &."),
    ),
    "yaml-tag": Rule(
        "error",
        ("Nilai tidak boleh diawali ! (tag YAML).", "A value cannot begin with ! (a YAML tag)."),
        ("Apit nilainya dengan tanda kutip, atau hapus tag itu.", "Put the value in quotes, or delete the tag."),
    ),
    "yaml-merge": Rule(
        "error",
        ("Kunci << (gabungan YAML) tidak dipakai di sini.", "The key << (a YAML merge) is not used here."),
        ("Tulis kuncinya satu per satu.", "Write the keys one by one."),
    ),
    "yaml-directive": Rule(
        "error",
        ("Baris % (perintah YAML) tidak dipakai di sini.", "Lines with % (YAML directives) are not used here."),
        ("Hapus baris itu.", "Delete the line."),
    ),
    "yaml-second-document": Rule(
        "error",
        ("Ada data YAML kedua mulai dari sini.", "A second YAML document begins here."),
        ("Hapus baris --- di tengah berkas.", "Delete the line --- in the middle of the file."),
    ),
    "yaml-key-not-text": Rule(
        "error",
        ("Kunci harus berupa teks.", "A key must be text."),
        (
            "Tulis kunci: nilai; apit dengan tanda kutip jika diawali kurung.",
            "Write key: value; put a key that begins with a bracket in quotes.",
        ),
    ),
    "yaml-key-twice": Rule(
        "error",
        ('Kunci "{key}" sudah ada di {others}.', 'The key "{key}" is already at {others}.'),
        ("Hapus salah satunya.", "Delete one of the two."),
    ),
}

_VALUES: dict[str, Rule] = {
    "key-missing": Rule(
        "error",
        ('Kunci "{key}" belum ada.', 'The key "{key}" is missing.'),
        (
            "Tulis satu baris {name}: dengan nilainya.",
            "Write a line {name}: with its value.",
        ),
    ),
    "key-unknown": Rule(
        "error",
        ('Kunci "{key}" tidak dikenal.', 'The key "{key}" is not known.'),
        ("Hapus kunci itu. Yang dikenal di sini: {known}.", "Delete it. Known here: {known}."),
    ),
    "key-misspelled": Rule(
        "error",
        ('Kunci "{key}" tidak dikenal.', 'The key "{key}" is not known.'),
        ('Mungkin maksud Anda "{near}"?', 'Did you mean "{near}"?'),
    ),
    "value-empty": Rule(
        "error",
        ('Nilai "{key}" kosong.', 'The value of "{key}" is empty.'),
        (
            "Isi nilainya, atau hapus kuncinya sampai nilainya diketahui.",
            "Fill it in, or delete the key until the value is known.",
        ),
    ),
    "value-not-single": Rule(
        "error",
        ('"{key}" harus satu nilai.', '"{key}" must be a single value.'),
        ("Tulis {name}: nilai, tanpa kurung dan tanpa tanda -.", "Write {name}: value, without brackets and dashes."),
    ),
    "value-not-list": Rule(
        "error",
        ('"{key}" harus berupa daftar.', '"{key}" must be a list.'),
        ("Tulis setiap butir di baris sendiri, diawali tanda -.", "Write each item on its own line after a dash."),
    ),
    "value-list-of-one": Rule(
        "error",
        ('"{key}" harus berupa daftar, juga bila isinya satu.', '"{key}" must be a list, even of one.'),
        ("Tulis {name}: [{value}].", "Write {name}: [{value}]."),
    ),
    "value-not-keys": Rule(
        "error",
        ('"{key}" harus berisi kunci dan nilai.', '"{key}" must hold keys and values.'),
        ("Tulis kunci: nilai di bawahnya, menjorok dua spasi.", "Write key: value below it, indented by two spaces."),
    ),
    "value-not-line": Rule(
        "error",
        (
            '"{key}" harus satu baris teks biasa, tanpa ganti baris, tab, atau karakter tersembunyi.',
            '"{key}" must be one line of plain text, without line breaks, tabs or hidden characters.',
        ),
        ("Tulis ulang nilainya dalam satu baris.", "Write the value again on one line."),
    ),
    "value-too-long": Rule(
        "error",
        (
            '"{key}" terlalu panjang: {length} karakter, paling banyak {limit}.',
            '"{key}" is too long: {length} characters, {limit} at most.',
        ),
        ("Persingkat nilainya.", "Make it shorter."),
    ),
    "value-invalid": Rule(
        "error",
        ('Nilai "{key}" tidak sesuai: {value}', 'The value of "{key}" does not fit: {value}'),
        ("Yang diharapkan: {expected_id}.", "Expected: {expected_en}."),
    ),
    "value-choice": Rule(
        "error",
        ('Nilai "{key}" tidak dikenal: {value}', 'The value of "{key}" is not known: {value}'),
        ("Pilih salah satu: {choices}.", "Choose one of: {choices}."),
    ),
    "value-twice": Rule(
        "error",
        ('"{value}" sudah ada dalam "{key}" ({others}).', '"{value}" is already in "{key}" ({others}).'),
        ("Hapus salah satunya.", "Delete one of the two."),
    ),
}

_SITES: dict[str, Rule] = {
    "sites-empty": Rule(
        "error",
        ("Tidak ada satu situs pun di sini.", "There is no site here."),
        (
            "Tulis sedikitnya satu situs di bawah sites:, dengan domain dan district.",
            "Write at least one site below sites:, with domain and district.",
        ),
    ),
    "district-unknown": Rule(
        "error",
        ("Tidak ada kabupaten atau kota berkode {code}.", "There is no kabupaten or kota with the code {code}."),
        ("Kode yang mirip: {near}.", "Codes like it: {near}."),
    ),
    "district-twice": Rule(
        # No error: while a domain is given up for another, or one of two is a trial, both stand there lawfully.
        "warning",
        (
            "Situs {site} memakai kode {code}, yaitu {region}, seperti situs di {others}.",
            "The site {site} has the code {code}, which is {region}, as the site at {others} has.",
        ),
        (
            "Perbaiki kode yang salah. Bila daerahnya memang sama, cukup satu situs: tulis domain lama di aliases:, "
            "atau area: untuk situs kecamatan.",
            "Mend the code that is wrong. If it is one district, one site will do: write the old domain in aliases:, "
            "or area: for the site of a kecamatan.",
        ),
    ),
    "area-outside": Rule(
        "error",
        (
            "Kecamatan {code} tidak terletak di {region} ({district}).",
            "The kecamatan {code} does not lie in {region} ({district}).",
        ),
        ("Perbaiki kode kecamatan atau kode district.", "Mend the code of the area or of the district."),
    ),
    "name-twice": Rule(
        "error",
        (
            '"{value}" sudah dipakai sebagai {key} di {others}; huruf besar dan kecil dianggap sama.',
            '"{value}" is already a {key} at {others}; upper and lower case count as the same.',
        ),
        ("Pakai nama lain, atau hapus salah satunya.", "Use another name, or delete one of the two."),
    ),
    "name-reserved": Rule(
        "error",
        (
            'Windows tidak dapat membuat folder bernama "{value}".',
            'Windows cannot make a folder named "{value}".',
        ),
        ("Pakai nama lain.", "Use another name."),
    ),
    "base-url-shape": Rule(
        "error",
        (
            "base_url harus berakhir dengan garis miring; jalurnya hanya boleh huruf, angka, titik, - _ ~: {value}",
            "base_url must end in a slash; its path may hold only letters, digits, dots, - _ ~: {value}",
        ),
        ("Tulis misalnya https://contoh.go.id/.", "Write for example https://contoh.go.id/."),
    ),
    "identity-incomplete": Rule(
        "error",
        (
            "Identitas ditulis confirmed, tetapi {missing} belum ada.",
            "The identity is given as confirmed, but {missing} is missing.",
        ),
        (
            "Lengkapi dari surat atau pesan resmi dinas, atau tulis status: unverified.",
            "Take it from the office's own letter or message, or write status: unverified.",
        ),
    ),
    "group-members": Rule(
        "error",
        (
            'Kelompok "{group}" harus punya sites atau match, salah satu saja.',
            'The group "{group}" must have either sites or match.',
        ),
        (
            "Tulis sites: [id situs, ...] atau match: {{province: [...]}}.",
            "Write sites: [site id, ...] or match: {{province: [...]}}.",
        ),
    ),
    "group-member-unknown": Rule(
        "error",
        ('Tidak ada situs dengan id "{value}".', 'There is no site with the id "{value}".'),
        ("Mungkin maksud Anda: {near}?", "Did you mean: {near}?"),
    ),
    "group-is-site": Rule(
        "error",
        (
            'Kelompok "{value}" bernama sama dengan sebuah situs ({others}).',
            'The group "{value}" has the same name as a site ({others}).',
        ),
        ("Pakai nama lain untuk kelompok itu.", "Give the group another name."),
    ),
    "match-unknown": Rule(
        "error",
        ('Tidak ada {key} bernama "{value}".', 'There is no {key} named "{value}".'),
        ("Mungkin maksud Anda: {near}?", "Did you mean: {near}?"),
    ),
    "fact-undeclared": Rule(
        "error",
        (
            'Fakta "{name}" belum didaftarkan.',
            'The fact "{name}" is not declared.',
        ),
        (
            "Daftarkan di sites.yaml di bawah facts:, atau perbaiki ejaannya. Yang terdaftar: {known}.",
            "Declare it in sites.yaml below facts:, or mend the spelling. Declared: {known}.",
        ),
    ),
    "contact-missing": Rule(
        "task",
        (
            "Telepon, alamat, dan jam layanan belum ada untuk: {sites}.",
            "Telephone, address and opening hours are missing for: {sites}.",
        ),
        (
            "Minta kepada dinasnya, lalu isi contact: beserta source: dan verified:.",
            "Ask the office, then fill in contact: with source: and verified:.",
        ),
    ),
    "contact-unverified": Rule(
        "task",
        (
            "Kontak ini belum punya asal (source) dan tanggal pemeriksaan (verified).",
            "This contact has no source and no date of checking (verified).",
        ),
        (
            "Tulis dari mana kontak ini dan kapan diperiksa.",
            "Write where it comes from and when it was checked.",
        ),
    ),
}

READING: dict[str, Rule] = {**_FILES, **_YAML, **_VALUES, **_SITES}
