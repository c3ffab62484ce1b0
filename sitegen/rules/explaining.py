"""Rules about what `sitegen explain` is asked for."""

from sitegen.rules.rule import Rule

EXPLAINING: dict[str, Rule] = {
    "explain-unknown": Rule(
        "error",
        ("Situs {site} tidak punya halaman “{path}”.", "The site {site} has no page “{path}”."),
        ("Mungkin maksud Anda: {near}.", "Did you mean: {near}."),
    ),
    "explain-site": Rule(
        "error",
        ("Tidak ada situs “{site}” di sites.yaml.", "There is no site “{site}” in sites.yaml."),
        ("Mungkin maksud Anda: {near}.", "Did you mean: {near}."),
    ),
    "explain-other-layer": Rule(
        "error",
        (
            "“{path}” hanya ditulis untuk situs atau grup lain, bukan untuk {site}.",
            "“{path}” is written for other sites or groups only, not for {site}.",
        ),
        (
            "Tulis di content/shared/ bila semua situs boleh menampilkannya.",
            "Write it in content/shared/ if all sites may show it.",
        ),
    ),
    "explain-one-page": Rule(
        "error",
        (
            "{site} adalah situs kecamatan: hanya satu halaman, tanpa naskah.",
            "{site} is the site of a kecamatan: one page only, without documents.",
        ),
        ("Lihat: sitegen explain index.html --site {site}", "See: sitegen explain index.html --site {site}"),
    ),
    "explain-language": Rule(
        "error",
        (
            "Situs {site} tidak memakai bahasa “{lang}” naskah ini.",
            "The site {site} does not use this text's language, “{lang}”.",
        ),
        ("Lihat `languages` situs itu di sites.yaml.", "See `languages` of that site in sites.yaml."),
    ),
    "explain-draft": Rule(
        "error",
        ("“{path}” masih draf, jadi belum tampil.", "“{path}” is a draft, so it is not shown yet."),
        ("Tambahkan --drafts, atau hapus `draft`.", "Add --drafts, or remove `draft`."),
    ),
    "explain-future": Rule(
        "error",
        ("“{path}” baru tampil pada {date}.", "“{path}” appears on {date} only."),
        ("Tambahkan --drafts atau --date {date}.", "Add --drafts or --date {date}."),
    ),
    "explain-waiting": Rule(
        "error",
        (
            "“{path}” menunggu persetujuan dinas {site} (policy: {policy}), jadi belum tampil di sana.",
            "“{path}” waits for the office of {site} to accept it (policy: {policy}), so it is not shown there yet.",
        ),
        (
            "Bila dinasnya setuju: sitegen accept {site} {path} --by NAMA",
            "If the office agrees: sitegen accept {site} {path} --by NAME",
        ),
    ),
    "explain-not-targeted": Rule(
        "error",
        (
            "“{path}” ada, tetapi tidak tampil di {site}: `sites` tidak menyebutnya, atau naskahnya salah.",
            "“{path}” exists, but {site} does not show it: `sites` leaves it out, or the document has a mistake.",
        ),
        (
            "Periksa `sites` di sini, lalu jalankan: sitegen check",
            "Look at `sites` here, then run: sitegen check",
        ),
    ),
}
