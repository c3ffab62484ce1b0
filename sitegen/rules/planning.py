"""Rules about what stands at which URL."""

from sitegen.rules.rule import Rule

PLANNING: dict[str, Rule] = {
    "path-twice": Rule(
        "error",
        (
            "Dua keluaran memakai alamat yang sama: “{path}” dan “{other}” ({others}).",
            "Two outputs have the same path: “{path}” and “{other}” ({others}).",
        ),
        ("Ganti nama salah satunya.", "Rename one of them."),
    ),
    "url-lost": Rule(
        "error",
        (
            "Alamat “{path}” pernah terbit dan akan hilang dari: {sites}.",
            "The URL “{path}” was published and would vanish from: {sites}.",
        ),
        (
            "Bila namanya berganti: tulis “aliases: [{path}]” di kepala naskah yang baru. Bila tidak berlaku lagi: "
            "kembalikan naskahnya dan tulis “withdrawn: {{on: TANGGAL}}”. Bila naskahnya ada dan date:-nya belum tiba: "
            "bangunan ini untuk {today}; periksa --date dan jam komputer.",
            "If it was renamed: write “aliases: [{path}]” into the front matter of the new document. If it no longer "
            "holds: restore the document and add “withdrawn: {{on: DATE}}”. If the document is there and its date: is "
            "still to come: this build is for {today}; look at --date and the computer's clock.",
        ),
    ),
}
