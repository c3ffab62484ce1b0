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
            "Kembalikan dokumennya dan tulis “withdrawn: {{on: TANGGAL}}”, atau tulis alamat lama itu di "
            "“aliases:” dokumen penggantinya.",
            "Restore the document and add “withdrawn: {{on: DATE}}”, or list the old URL under “aliases:” "
            "of the document that replaces it.",
        ),
    ),
}
