"""Rules about what `sitegen package` is asked for."""

from sitegen.rules.rule import Rule

PACKAGING: dict[str, Rule] = {
    "package-unpublished": Rule(
        "error",
        ("Belum ada terbitan {site} di sini.", "Nothing of {site} has been published here."),
        ("Jalankan dahulu: sitegen build", "First run: sitegen build"),
    ),
    "package-foreign": Rule(
        "error",
        (
            "{path} di folder {domain} bukan buatan sitegen. Folder ini tidak dikemas sebelum itu jelas.",
            "{path} in the folder {domain} was not made by sitegen. The folder is not packed before that is settled.",
        ),
        (
            "Bila milik dinas, pindahkan ke static/ situs itu di content/ atau daftarkan di `keep:`. Bila tidak "
            "dikenal, cari tahu siapa yang menaruhnya.",
            "If it belongs to the office, move it to the site's static/ in content/ or list it under `keep:`. If "
            "nobody knows it, find out who put it there.",
        ),
    ),
    "package-outdated": Rule(
        "error",
        (
            "Menurut sites.yaml alamat {site} adalah {url}, tetapi terbitan ini dibuat untuk alamat lain.",
            "According to sites.yaml the address of {site} is {url}, but this was published for another one.",
        ),
        ("Terbitkan dahulu: sitegen build", "Publish first: sitegen build"),
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
