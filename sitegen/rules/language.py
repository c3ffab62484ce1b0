"""Rules about the words that texts use, and what must not stand in any text."""

from sitegen.rules.rule import Rule

LANGUAGE: dict[str, Rule] = {
    "sentence-long": Rule(
        "warning",
        ("Kalimat ini {count} kata; paling banyak {most}.", "This sentence has {count} words; {most} are the most."),
        (
            "Jadikan dua kalimat. Sebut dulu apa yang harus dilakukan.",
            "Make it two sentences. Say first what is to be done.",
        ),
    ),
    "word-official": Rule(
        "warning",
        ("“{word}” bahasa kantor.", "“{word}” is officialese."),
        ("Tulis: {plain}.", "Write: {plain}."),
    ),
    "form-unfinished": Rule(
        "error",
        ("Bagian formulir ini belum diisi.", "This part of the form is not filled in."),
        (
            "Ganti “ISI: …” dengan isinya, hapus barisnya, atau tulis draft: true sampai naskahnya siap.",
            "Put the text in the place of “ISI: …”, delete the line, or write draft: true until the text is ready.",
        ),
    ),
    "word-gambling": Rule(
        "error",
        (
            "“{words}” kata iklan judi; situs yang diretas dikenali dari kata ini.",
            "“{words}” is a word of gambling advertisements, by which hacked sites are recognised.",
        ),
        (
            "Hapus bila bukan tulisan Anda, dan cari siapa yang mengubah berkas ini. Untuk memperingatkan warga, tulis "
            "“judi daring”.",
            "Remove it if you did not write it, and find out who changed this file. To warn readers write "
            "“judi daring”.",
        ),
    ),
    "nik-like": Rule(
        "error",
        (
            "Enam belas angka berturut-turut ini seperti NIK: “{words}”.",
            "These sixteen digits look like a NIK: “{words}”.",
        ),
        (
            "Hapus. Data pribadi tidak boleh ada di situs, juga sebagai contoh.",
            "Remove them. Personal data has no place on a site, nor as an example.",
        ),
    ),
}
