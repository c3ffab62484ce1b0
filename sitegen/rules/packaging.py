"""Rules about what `sitegen package` is asked for."""

from sitegen.rules.rule import Rule

PACKAGING: dict[str, Rule] = {
    "package-site-unknown": Rule(
        "error",
        ("Tidak ada situs “{name}” di sites.yaml.", "There is no site “{name}” in sites.yaml."),
        ("Mungkin maksud Anda: {near}.", "Did you mean: {near}."),
    ),
    "package-unpublished": Rule(
        "error",
        ("Belum ada terbitan {site} di sini.", "Nothing of {site} has been published here."),
        ("Jalankan dahulu: sitegen build", "First run: sitegen build"),
    ),
    "package-altered": Rule(
        "error",
        (
            "Berkas ini tidak sama dengan yang diterbitkan, jadi tidak dikemas.",
            "This file is not what was published, so it is not packed.",
        ),
        ("Terbitkan ulang dengan: sitegen build --full", "Publish again with: sitegen build --full"),
    ),
}
