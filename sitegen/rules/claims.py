"""Rules about claims: what pages state, and the sources that it rests on."""

from sitegen.rules.rule import Rule

_FILE: dict[str, Rule] = {
    "claim-unknown": Rule(
        "error",
        ("Tidak ada klaim “{key}” di content/claims.yaml.", "There is no claim “{key}” in content/claims.yaml."),
        (
            "Yang mirip: {near}. Perbaiki kuncinya, atau tambahkan klaim itu dengan sumbernya (docs/claims.md).",
            "Similar: {near}. Mend the key, or add that claim with its sources (docs/claims.md).",
        ),
    ),
    "claim-mark": Rule(
        "error",
        ("Tanda klaim ini tidak dapat dibaca: “{text}”.", "This mark of a claim cannot be read: “{text}”."),
        (
            "Tulis {{klaim kunci}} atau {{klaim kunci, kunci-lain}} di akhir kalimat isi, bukan di kepala naskah.",
            "Write {{klaim key}} or {{klaim key, other-key}} at the end of a sentence, not in the front matter.",
        ),
    ),
    "claim-source-unknown": Rule(
        "error",
        ("“{name}” tidak ada di laws: atau sources: berkas ini.", "“{name}” is not in laws: or sources: of this file."),
        (
            "Yang mirip: {near}. Perbaiki namanya, atau tambahkan hukum atau sumber itu.",
            "Similar: {near}. Mend the name, or add that law or source.",
        ),
    ),
    "claim-source-link": Rule(
        "error",
        (
            "Sumber “{source}” bernilai C, jadi pembaca tidak diberi tautannya.",
            "Source “{source}” has grade C, so readers get no link to it.",
        ),
        (
            "Hapus url:, atau ganti dengan sumber pemerintah (A) atau pers nasional (B).",
            "Remove url:, or find a source of the government (A) or the national press (B) instead.",
        ),
    ),
    "claim-unused": Rule(
        "warning",
        ("Klaim “{key}” tidak dipakai di naskah mana pun.", "No text makes the claim “{key}”."),
        (
            "Pakai dengan tanda {{klaim {key}}}, atau hapus dari berkas ini.",
            "Use it with the mark {{klaim {key}}}, or remove it from this file.",
        ),
    ),
    "claim-to-confirm": Rule(
        "task",
        (
            "Periksa kanal resmi: {says} Sumbernya baru tangan kedua (nilai C). Dipakai di {others}.",
            "Ask an official channel: {says} Its sources are second-hand (grade C). Used in {others}.",
        ),
        (
            "Cari sumber pemerintah, lalu tambahkan pada klaim “{key}”; bila keliru, ubah klaim dan naskahnya.",
            "Find a source of the government and add it to the claim “{key}”; if it is wrong, change claim and texts.",
        ),
    ),
    "claim-old": Rule(
        "warning",
        (
            "Klaim “{key}” dapat berubah; sumbernya terakhir dilihat {day}, lebih dari {most} hari lalu. "
            "Dipakai di {others}.",
            "The claim “{key}” may change; its sources were last seen on {day}, more than {most} days ago. "
            "Used in {others}.",
        ),
        (
            "Lihat lagi sumbernya, lalu perbarui seen: dan tanggal {{per ...}} di naskahnya.",
            "Look at its sources again; then renew seen: and the days {{per ...}} in the texts.",
        ),
    ),
}

_TEXTS: dict[str, Rule] = {
    "claim-second-hand": Rule(
        "error",
        (
            "Klaim “{key}” hanya punya sumber kedua, tetapi bagian ini tidak menulis “{words}”.",
            "The claim “{key}” has second-hand sources only, but this section does not say “{words}”.",
        ),
        (
            "Tulis misalnya “Ini dari sumber kedua, jadi {words}.” di bagian ini atau sebelum judul pertama.",
            "Say so in this section or before the first heading, with the words “{words}”.",
        ),
    ),
    "claim-undated": Rule(
        "warning",
        (
            "Klaim “{key}” dapat berubah, tetapi tidak bertanggal di sini.",
            "The claim “{key}” may change, but has no day here.",
        ),
        (
            "Tulis {{per {day}}} sesudah angkanya, di alinea, daftar, atau tabel yang sama.",
            "Write {{per {day}}} after its figure, in the same paragraph, list or table.",
        ),
    ),
    "figure-unclaimed": Rule(
        "warning",
        ("Angka “{words}” tidak punya tanda klaim.", "The figure “{words}” has no mark of a claim."),
        (
            "Tulis {{klaim kunci}} di akhir kalimatnya. Bila ini usul sendiri, tulis “saran kerja” di kotak atau "
            "alineanya.",
            "Write {{klaim key}} at the end of its sentence. If it is our own advice, say “saran kerja” in its box or "
            "paragraph.",
        ),
    ),
    "phone-unsourced": Rule(
        "error",
        ("Nomor “{words}” tidak ada di klaim mana pun.", "The number “{words}” is in no claim."),
        (
            "Pakai nomor yang tertulis di content/claims.yaml, atau fakta situs seperti {{{{ contact.phone }}}}.",
            "Use a number that stands in content/claims.yaml, or a fact of the site such as {{{{ contact.phone }}}}.",
        ),
    ),
}

CLAIMS: dict[str, Rule] = {**_FILE, **_TEXTS}
