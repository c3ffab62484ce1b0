"""Rules about documents: layers, targeting, blocks, facts, Markdown."""

from sitegen.rules.rule import OTHER_DAY, Rule

CONTENT: dict[str, Rule] = {
    "content-missing": Rule(
        "error",
        ("Folder isi tidak ada.", "The content folder is missing."),
        ("Buat content/shared/ dan taruh artikel di dalamnya.", "Create content/shared/ and put articles into it."),
    ),
    "layer-unknown": Rule(
        "error",
        (
            "Folder “{name}” tidak cocok dengan grup atau situs mana pun di sites.yaml.",
            "The folder “{name}” matches no group or site in sites.yaml.",
        ),
        (
            "Periksa ejaannya. Yang mirip: {near}. Bila situs atau grup itu memang sudah dikeluarkan, hapus foldernya; "
            "riwayatnya tetap ada di git.",
            "Check its spelling. Similar: {near}. If the site or group was taken out on purpose, delete the folder; "
            "git keeps its history.",
        ),
    ),
    "folder-unknown": Rule(
        "error",
        ("Folder “{name}” bukan jenis isi yang dikenal.", "The folder “{name}” is no known kind of content."),
        ("Pakai salah satu: {near}.", "Use one of: {near}."),
    ),
    "document-name": Rule(
        "error",
        ("Nama berkas “{name}” tidak dapat dipakai.", "The file name “{name}” cannot be used."),
        (
            "Ganti nama menjadi misalnya “{near}”: hanya huruf kecil, angka, dan tanda hubung, paling panjang {most} "
            "huruf. Terjemahan diberi kode bahasa: “cara-berobat.su.md”.",
            "Rename it, to “{near}” for example: only lower-case letters, digits and hyphens, at most {most}. A "
            "translation has the code of its language: “cara-berobat.su.md”.",
        ),
    ),
    "document-ending": Rule(
        "error",
        ("Di folder ini hanya ada naskah, berakhiran .md.", "Only documents lie in this folder; they end in .md."),
        (
            "Bila ini naskah: simpan sebagai teks biasa bernama “{name}” (Windows dapat menyembunyikan akhiran .txt). "
            "Bila ini gambar atau lampiran: pindahkan ke folder yang bernama sama dengan artikelnya: {folder}",
            "If it is a document: save it as plain text named “{name}” (Windows may hide the ending .txt). If it is a "
            "picture or an attachment: move it into the folder that is named like its article: {folder}",
        ),
    ),
    "document-misplaced": Rule(
        "error",
        (
            "Naskah ini tidak berada langsung di folder jenisnya.",
            "This document does not lie in the folder of its kind itself.",
        ),
        ("Pindahkan ke salah satu: {folders}", "Move it into one of: {folders}"),
    ),
    "layer-file-unknown": Rule(
        "error",
        ("Berkas “{name}” tidak dibaca di folder ini.", "The file “{name}” is not read in this folder."),
        (
            "Betulkan namanya, atau pindahkan ke static/ atau ke samping naskahnya. "
            "Yang dibaca di folder situs: {near}",
            "Correct its name, or move it into static/ or beside its document. Read in a site's folder: {near}",
        ),
    ),
    "file-name": Rule(
        "error",
        ("Nama “{name}” tidak dapat dipakai di semua sistem.", "The name “{name}” cannot be used on every system."),
        (
            "Pakai huruf, angka, titik, garis bawah, dan tanda hubung.",
            "Use letters, digits, dots, underscores and hyphens.",
        ),
    ),
    "file-kind": Rule(
        "error",
        ("Berkas jenis ini tidak boleh berada di samping artikel.", "No such file may lie beside an article."),
        (
            "Foto .heic: simpan sebagai JPEG. Video: unggah ke kanal dinas, lalu tulis tautannya. Yang boleh: {kinds}.",
            "A .heic photo: save it as JPEG. A video: put it on the office's channel and link it. Allowed: {kinds}.",
        ),
    ),
    "file-orphan": Rule(
        "warning",
        ("Berkas ini tidak milik artikel mana pun.", "This file belongs to no article."),
        ("Periksa nama foldernya: mestinya ada {owner}.", "Check its folder's name: there should be {owner}."),
    ),
    "slug-reserved": Rule(
        "error",
        ("Nama “{slug}” dipakai oleh sitegen sendiri.", "The name “{slug}” is reserved."),
        ("Beri berkas itu nama lain.", "Give the file another name."),
    ),
    "override-mode": Rule(
        "error",
        ("Cara ubah “{mode}” tidak dikenal.", "The override mode “{mode}” is not known."),
        ("Pakai salah satu: {modes}.", "Use one of: {modes}."),
    ),
    "override-mode-missing": Rule(
        "error",
        (
            "Dokumen “{path}” sudah ada di {others}, dan berkas ini tidak mengatakan bagaimana mengubahnya.",
            "The document “{path}” exists in {others}, and this file does not say how to change it.",
        ),
        (
            "Tulis “override: after” (atau before, fields, section, replace) di atas, atau beri berkas nama lain.",
            "Add “override: after” (or before, fields, section, replace) to the front matter, or rename the file.",
        ),
    ),
    "override-without-base": Rule(
        "error",
        (
            "Berkas ini mengubah “{path}”, yang tidak ada di lapisan di bawahnya.",
            "This file overrides “{path}”, which no layer below it has.",
        ),
        (
            "Periksa nama berkas, atau hapus baris “override:” bila ini dokumen baru.",
            "Check the file's name, or remove the line “override:” if the document is new.",
        ),
    ),
    "document-nowhere": Rule(
        "warning",
        ("Dokumen ini tidak tampil di situs mana pun.", "This document is shown on no site."),
        (
            "Periksa “sites: only/except”, dan kode bahasa pada nama berkas bila ada.",
            "Check “sites: only/except”, and the language code in the file's name if there is one.",
        ),
    ),
    "body-empty": Rule(
        "error",
        ("Dokumen ini tidak berisi apa-apa.", "This document has no body."),
        ("Tulis isinya di bawah baris “---” kedua.", "Write its body below the second “---”."),
    ),
    "review-half": Rule(
        "error",
        (
            "“reviewed” dan “reviewer” hanya berlaku bersama-sama.",
            "“reviewed” and “reviewer” only hold together.",
        ),
        (
            "Isi keduanya bila seorang tenaga kesehatan sungguh meninjau; bila tidak, hapus keduanya.",
            "Give both if a named health worker did review it; else remove both.",
        ),
    ),
    "alias-shape": Rule(
        "error",
        ("Alamat lama “{alias}” harus berakhiran .html.", "The old URL “{alias}” has to end in .html."),
        (
            "Tulis jalurnya di dalam situs, misalnya artikel/nama-lama.html.",
            "Write its path inside the site, such as artikel/old-name.html.",
        ),
    ),
    "instead-missing": Rule(
        "error",
        ("Pengganti “{instead}” tidak ada di: {sites}.", "The replacement “{instead}” is missing on: {sites}."),
        (
            "Tulis nama dokumen yang tampil, misalnya artikel/mendaftar-jkn.",
            "Name a document that is shown, such as artikel/mendaftar-jkn.",
        ),
    ),
    "dates-order": Rule(
        "error",
        ("“{second}” harus sesudah “{first}”.", "“{second}” has to be after “{first}”."),
        ("Perbaiki tanggalnya.", "Mend the dates."),
    ),
    "topic-unknown": Rule(
        "error",
        ("Topik “{topic}” tidak ada di content/topics.yaml.", "There is no topic “{topic}” in content/topics.yaml."),
        ("Yang mirip: {near}. Topik baru ditulis di berkas itu.", "Similar: {near}. New topics go into that file."),
    ),
    "audience-unknown": Rule(
        "error",
        (
            "“{name}” bukan nama situs, grup, kepulauan, provinsi, atau tanda.",
            "“{name}” is no site, group, island group, province or tag.",
        ),
        ("Yang mirip: {near}.", "Similar: {near}."),
    ),
    "audience-ambiguous": Rule(
        "error",
        ("“{name}” dapat berarti lebih dari satu hal.", "“{name}” can mean more than one thing."),
        ("Tulis salah satu: {readings}.", "Write one of: {readings}."),
    ),
    "block-unknown": Rule(
        "error",
        ("Baris “::: {words}” tidak dikenal.", "The line “::: {words}” is not known."),
        (
            "Tulis “::: only nama, nama” atau “::: except nama”, lalu tutup dengan “:::”.",
            "Write “::: only name, name” or “::: except name”, and close it with “:::”.",
        ),
    ),
    "block-not-open": Rule(
        "error",
        ("“:::” menutup blok yang tidak pernah dibuka.", "“:::” closes a block that was never opened."),
        ("Hapus baris ini, atau tulis “::: only …” di atasnya.", "Remove it, or write “::: only …” above."),
    ),
    "block-not-closed": Rule(
        "error",
        ("Blok ini tidak ditutup.", "This block is not closed."),
        ("Tulis baris “:::” di akhir blok.", "End the block with a line “:::”."),
    ),
    "block-nested": Rule(
        "error",
        ("Blok di dalam blok (dibuka di {others}).", "A block inside a block (opened at {others})."),
        ("Tutup blok pertama dengan “:::” dahulu.", "Close the first block with “:::” first."),
    ),
    "fact-syntax": Rule(
        "error",
        ("“{text}” bukan fakta yang benar penulisannya.", "“{text}” is not a well-formed fact."),
        (
            'Tulis {{{{ contact.phone }}}} atau {{{{ contact.phone | default("165") }}}}; perintah lain tidak ada.',
            'Write {{{{ contact.phone }}}} or {{{{ contact.phone | default("165") }}}}; there are no other commands.',
        ),
    ),
    "fact-unknown": Rule(
        "error",
        ("Tidak ada fakta bernama “{fact}”.", "There is no fact named “{fact}”."),
        (
            "Yang mirip: {near}. Fakta baru dinyatakan di bagian “facts” sites.yaml.",
            "Similar: {near}. New facts are declared under “facts” in sites.yaml.",
        ),
    ),
    "fact-missing": Rule(
        "error",
        ("Fakta “{fact}” belum ada untuk: {sites}.", "The fact “{fact}” is missing for: {sites}."),
        (
            'Isi di sites.yaml, beri nilai cadangan {{{{ {fact} | default("…") }}}}, atau pakai blok “::: only”.',
            'Give it in sites.yaml, add a default {{{{ {fact} | default("…") }}}}, or use an “::: only” block.',
        ),
    ),
    "fact-misplaced": Rule(
        "error",
        ("Fakta “{fact}” tidak boleh berada di sini ({where}).", "The fact “{fact}” may not stand here ({where})."),
        (
            "Fakta hanya boleh di teks biasa dan di sasaran tautan, tidak di judul, kode, atau teks gambar.",
            "Facts may stand in plain text and link targets only, not in headings, code or alternative texts.",
        ),
    ),
    "fact-lost": Rule(
        "error",
        ("Fakta “{fact}” hilang saat diolah.", "The fact “{fact}” got lost on the way."),
        ("Pindahkan ke teks biasa.", "Move it into plain text."),
    ),
    "fact-begins-link": Rule(
        "error",
        (
            "Fakta “{fact}” tidak boleh menjadi awal tautan; hanya fakta jenis url yang boleh.",
            "The fact “{fact}” may not begin a link; only facts of type url may.",
        ),
        (
            "Tulis awal tautannya lebih dulu, misalnya tel: untuk telepon atau mailto: untuk surel.",
            "Write how the link begins first, such as tel: for a phone number or mailto: for e-mail.",
        ),
    ),
    "fact-default-link": Rule(
        "error",
        (
            "Nilai cadangan “{fact}” tidak cocok untuk tautan ini.",
            "The default of “{fact}” does not fit this link.",
        ),
        (
            "Untuk tautan biasa tulis alamat lengkap yang dimulai https://, untuk tel: tulis nomor telepon.",
            "For a link write a full address that begins with https://, for tel: a telephone number.",
        ),
    ),
    "fact-in-front-matter": Rule(
        "error",
        (
            "Fakta atau perintah tidak boleh ada di bagian atas berkas.",
            "Facts and commands are not allowed in front matter.",
        ),
        ("Tulis fakta di isi artikel.", "Use facts in the body."),
    ),
    "raw-html": Rule(
        "error",
        ("HTML mentah tidak boleh dipakai: “{text}”.", "Raw HTML is not allowed: “{text}”."),
        (
            "Pakai Markdown: **tebal**, *miring*, [teks](alamat), baris kosong di antara alinea; catatan dan warna "
            "tidak dipakai. Untuk tanda < tulis &lt;.",
            "Use Markdown: **bold**, *italic*, [text](address), an empty line between paragraphs; there are no "
            "comments and colours. For the sign < write &lt;.",
        ),
    ),
    "footnote-missing": Rule(
        "error",
        ("Catatan kaki {label} tidak ada isinya.", "There is no footnote {label}."),
        ("Tulis isinya di bawah: {label}: …", "Write it below: {label}: …"),
    ),
    "reference-missing": Rule(
        "error",
        ("Tautan {label} tidak punya tujuan.", "The link {label} leads nowhere."),
        (
            "Tulis tujuannya langsung, [teks](nama-artikel.md), atau di baris sendiri: [nama]: tujuan.",
            "Write where it leads, [text](name-of-article.md), or on a line of its own: [name]: target.",
        ),
    ),
    "heading-level-one": Rule(
        "error",
        ("Judul tingkat satu (#) dipakai untuk judul artikel.", "A level-one heading (#) is the article's title."),
        ("Mulai dari ## di dalam isi.", "Begin with ## in the body."),
    ),
    "list-as-text": Rule(
        "warning",
        (
            "Ini tampak seperti daftar, tetapi pembaca melihat satu alinea dengan tandanya.",
            "This looks like a list, but readers see one paragraph with the signs in it.",
        ),
        (
            "Beri satu baris kosong di atas daftar, dan mulai setiap baris dengan “- ” atau “1. ” (satu spasi biasa).",
            "Leave an empty line above the list, and begin each line with “- ” or “1. ” (one plain blank).",
        ),
    ),
    "table-as-text": Rule(
        "warning",
        (
            "Ini tampak seperti tabel, tetapi pembaca melihat satu alinea dengan garisnya.",
            "This looks like a table, but readers see one paragraph with the bars in it.",
        ),
        (
            "Beri satu baris kosong di atas tabel, dan baris | --- | --- | di bawah baris pertamanya.",
            "Leave an empty line above the table, and put a row | --- | --- | below its first one.",
        ),
    ),
    "line-too-long": Rule(
        "error",
        ("Baris ini lebih dari {most} huruf.", "This line has more than {most} characters."),
        ("Pecah menjadi beberapa paragraf.", "Break it into paragraphs."),
    ),
    "body-too-deep": Rule(
        "error",
        (
            "Terlalu banyak tanda atau susunan bertingkat di sini.",
            "There are too many marks or nested structures here.",
        ),
        ("Sederhanakan: pecah daftar dan tutup semua tanda kurung.", "Simplify: split lists and close all brackets."),
    ),
    "text-too-costly": Rule(
        "error",
        (
            "Teks ini memakan lebih dari {seconds} detik atau {memory} MB saat diolah, lalu dihentikan.",
            "This text took more than {seconds} seconds or {memory} MB to be read as Markdown, and was ended.",
        ),
        (
            "Hapus tanda yang berulang ratusan kali, seperti catatan kaki atau judul; bagi menjadi beberapa berkas.",
            "Remove what is repeated hundreds of times, such as footnotes or headings; split it into several files.",
        ),
    ),
    "text-slow": Rule(
        "error",
        (
            "Teks ini memakan lebih dari {seconds} detik saat diolah. Bersama teks lain yang selambat ini lewat "
            "{budget} detik, jadi teks lainnya tidak dicoba.",
            "This text took more than {seconds} seconds to be read as Markdown. With others as slow as this it was "
            "more than {budget} seconds, so that the rest was not tried.",
        ),
        (
            "Bagi menjadi beberapa berkas, atau hapus tanda yang berulang ratusan kali.",
            "Split it into several files, or remove what is repeated hundreds of times.",
        ),
    ),
    "character-unsafe-after": Rule(
        "error",
        ("Setelah diolah, teks memuat aksara terlarang {code}.", "The rendered text contains a forbidden {code}."),
        ("Hapus kode seperti &#2; dari teks.", "Remove codes such as &#2; from the text."),
    ),
    "link-scheme": Rule(
        "error",
        ("Tautan “{target}” memakai cara yang tidak diizinkan.", "The link “{target}” uses a forbidden scheme."),
        (
            "Yang boleh: https, http, mailto, tel, geo. Berkas di komputer Anda: salin ke folder yang bernama sama "
            "dengan artikel, lalu tulis nama-artikel/nama-berkas.",
            "Allowed: https, http, mailto, tel, geo. A file on your computer: copy it into the folder that is named "
            "like the article and write name-of-article/name-of-file.",
        ),
    ),
    "id-twice": Rule(
        "error",
        ("Penanda “{id}” dipakai dua kali.", "The id “{id}” is used twice."),
        ("Beri judul penanda yang berbeda: {{#nama}}.", "Give each heading an id of its own: {{#name}}."),
    ),
    "id-reserved": Rule(
        "error",
        ("Penanda “{id}” dipakai oleh halaman itu sendiri.", "The id “{id}” is used by the page itself."),
        ("Pilih penanda lain.", "Choose another id."),
    ),
    "image-without-alt": Rule(
        "error",
        ("Gambar “{target}” tidak punya teks pengganti.", "The image “{target}” has no alternative text."),
        (
            "Tulis apa yang terlihat: ![Kader menimbang balita]({target}).",
            "Say what it shows: ![A volunteer weighs a child]({target}).",
        ),
    ),
    "image-not-picture": Rule(
        "error",
        ("“{target}” bukan gambar, jadi tidak dapat ditampilkan.", "“{target}” is no picture and cannot be shown."),
        (
            "Hapus tanda seru supaya menjadi tautan: [teks]({target}).",
            "Delete the exclamation mark, so that it becomes a link: [text]({target}).",
        ),
    ),
    "image-outside": Rule(
        "error",
        ("Gambar dari situs lain tidak diizinkan: {target}", "Images from other sites are not allowed: {target}"),
        (
            "Simpan gambarnya di folder bernama sama di samping artikel.",
            "Keep the picture in the folder of the same name beside the article.",
        ),
    ),
    "link-absolute": Rule(
        "error",
        ("Tautan “{target}” dimulai dengan garis miring.", "The link “{target}” begins with a slash."),
        (
            "Tautkan ke berkas Markdown-nya, misalnya ../halaman/tentang.md.",
            "Link to the Markdown file, such as ../halaman/tentang.md.",
        ),
    ),
    "link-missing": Rule(
        "error",
        ("Tautan “{target}” menuju dokumen yang tidak ada.", "The link “{target}” leads to no document."),
        ("Periksa ejaannya. Yang ada dan mirip: {near}.", "Check its spelling. What there is like it: {near}."),
    ),
    "link-later": Rule(
        "error",
        (
            "Tautan “{target}” menuju dokumen yang baru terbit {day}; bangunan ini untuk {today}.",
            "The link “{target}” leads to a document that appears on {day}; this build is for {today}.",
        ),
        (
            f"Tulis tautannya setelah hari itu, atau tulis date: yang lebih awal di dokumen itu. {OTHER_DAY[0]}",
            f"Write the link after that day, or give the document an earlier date:. {OTHER_DAY[1]}",
        ),
    ),
    "link-shape": Rule(
        "error",
        (
            "Tautan “{target}” tidak ditulis dengan cara yang dikenal.",
            "The link “{target}” is not written in a way that is known.",
        ),
        ("Tulis: {near}", "Write: {near}"),
    ),
    "link-not-shown": Rule(
        "error",
        (
            "Tautan “{target}” menuju dokumen yang tidak tampil di: {sites}.",
            "The link “{target}” leads to a document that is not shown on: {sites}.",
        ),
        (
            "Samakan “sites:” kedua dokumen, atau taruh tautan di dalam “::: only …”.",
            "Give both documents the same “sites:”, or put the link into an “::: only …” block.",
        ),
    ),
    "link-gone": Rule(
        "warning",
        ("Tautan “{target}” menuju dokumen yang sudah ditarik.", "The link “{target}” leads to a withdrawn document."),
        ("Hapus atau ganti tautannya.", "Remove or change the link."),
    ),
    "link-fragment": Rule(
        "error",
        ("Bagian “#{fragment}” tidak ada di “{target}”.", "There is no part “#{fragment}” in “{target}”."),
        ("Periksa penanda judul di dokumen tujuan.", "Check the ids of the target's headings."),
    ),
    "link-file-missing": Rule(
        "error",
        ("Berkas “{target}” tidak ada untuk: {sites}.", "The file “{target}” is missing for: {sites}."),
        (
            "Taruh berkas itu di {folder} dan tulis {slug}/nama-berkas; huruf besar dan kecilnya sama. Atau perbaiki "
            "tautan.",
            "Put the file into {folder} and write {slug}/name-of-file, capitals alike. Or mend the link.",
        ),
    ),
}
