"""Rules about languages: those of a site, and translations."""

from sitegen.rules.rule import Rule

LANGUAGES: dict[str, Rule] = {
    "languages-empty": Rule(
        "error",
        ("Situs ini tidak punya bahasa.", "This site has no language."),
        ("Tulis languages: [id].", "Write languages: [id]."),
    ),
    "languages-without-id": Rule(
        "error",
        (
            "Bahasa situs ini tidak memuat id (bahasa Indonesia): {languages}.",
            "The languages of this site lack id (Indonesian): {languages}.",
        ),
        (
            "Tulis languages: [{languages}, id]. Yang belum diterjemahkan tampil dalam bahasa Indonesia.",
            "Write languages: [{languages}, id]. What is not translated is shown in Indonesian.",
        ),
    ),
    "language-code": Rule(
        "error",
        ("Kode bahasa “{lang}” tidak dipakai di sini.", "The language code “{lang}” is not used here."),
        (
            "Tulis {short}, juga di nama berkas: cara-berobat.{short}.md.",
            "Write {short}, in file names too: cara-berobat.{short}.md.",
        ),
    ),
    "language-without-words": Rule(
        "task",
        (
            "Menu dan tombol belum diterjemahkan ke bahasa “{lang}”, jadi berbahasa Indonesia di: {sites}.",
            "Menus and buttons are not translated into “{lang}” yet, so they are in Indonesian on: {sites}.",
        ),
        (
            "Minta penutur bahasa itu mengisi {file}; caranya di docs/languages.md.",
            "Ask somebody who speaks it to fill in {file}; docs/languages.md says how.",
        ),
    ),
    "translation-without-original": Rule(
        "error",
        (
            "Dokumen berbahasa “{lang}” ini tidak punya dokumen asli dalam bahasa Indonesia.",
            "This document in “{lang}” has no original in Indonesian.",
        ),
        (
            "Buat {file} lebih dahulu, atau periksa ejaan nama berkas ini.",
            "Create {file} first, or check the spelling of this file's name.",
        ),
    ),
    "translation-base-missing": Rule(
        "warning",
        (
            "Terjemahan ini tidak mencatat naskah mana di {others} yang diterjemahkan.",
            "This translation does not say which text of {others} it translates.",
        ),
        (
            "Bandingkan keduanya; bila isinya sama, tulis di atas: translates: {digest}",
            "Compare the two; if they say the same, add to the front matter: translates: {digest}",
        ),
    ),
    "translation-stale": Rule(
        "warning",
        (
            "Naskah asli {others} berubah setelah terjemahan ini dibuat.",
            "The original {others} has changed since this translation was made.",
        ),
        (
            "Samakan isi terjemahan dengan naskah asli, lalu tulis: translates: {digest}",
            "Bring the translation up to date with the original, then write: translates: {digest}",
        ),
    ),
    "translation-key-missing": Rule(
        "warning",
        (
            "Dokumen asli memuat “{key}:” ({others}), terjemahan ini tidak.",
            "The original has “{key}:” ({others}), this translation does not.",
        ),
        (
            "Tulis “{key}:” juga di sini, supaya terjemahan tidak tampil lebih lama atau di lebih banyak situs.",
            "Write “{key}:” here too, so that the translation is not shown for longer or on more sites.",
        ),
    ),
}
