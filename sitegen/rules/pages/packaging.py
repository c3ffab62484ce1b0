"""Pages of the rules about what `sitegen package` is asked for."""

from sitegen.rules.pages.page import RulePage

PACKAGING: dict[str, RulePage] = {
    "package-site-unknown": RulePage(
        (
            "Paket dibagikan lewat HP dan USB di tempat tanpa sinyal. Paket dari situs yang salah memuat nomor dan "
            "puskesmas dari daerah lain.",
            "Packs are handed on by phone and USB stick where there is no signal. One of the wrong site holds the "
            "numbers and facilities of another district.",
        ),
        wrong_words=(
            "Menjalankan “sitegen package --offline --site dinkesCntoh”.",
            "Running “sitegen package --offline --site dinkesCntoh”.",
        ),
        right_words=(
            "Salin id dari “sitegen sites”: sitegen package --offline --site dinkesContoh",
            "Copy the id from “sitegen sites”: sitegen package --offline --site dinkesContoh",
        ),
    ),
    "package-unpublished": RulePage(
        (
            "Paket hanya salinan dari yang terbit. Sebelum ada terbitan di komputer ini, tidak ada yang dapat disalin.",
            "A pack is a copy of what is published and nothing else. Before anything is published on this computer "
            "there is nothing to copy.",
        ),
        wrong_words=(
            "Menjalankan “sitegen package --offline” di komputer baru, sebelum “sitegen build” yang pertama.",
            "Running “sitegen package --offline” on a new computer, before its first “sitegen build”.",
        ),
        right_words=(
            "“sitegen build”, lalu “sitegen package --offline”",
            "“sitegen build”, then “sitegen package --offline”",
        ),
    ),
    "package-altered": RulePage(
        (
            "Paket disalin dari tangan ke tangan dan tidak dapat ditarik kembali. Halaman yang diubah sesudah terbit, "
            "sengaja atau tidak, tidak boleh ikut beredar.",
            "Packs go from hand to hand and cannot be called back. A page that was changed after it was published, on "
            "purpose or not, must not be passed on with them.",
        ),
        wrong_words=(
            "Memperbaiki kalimat langsung di dist/dinkesContoh.example/artikel/jadwal.html, lalu “sitegen package "
            "--offline”.",
            "Correcting a sentence right in dist/dinkesContoh.example/artikel/jadwal.html, then “sitegen package "
            "--offline”.",
        ),
        right_words=(
            "Perbaiki naskahnya di content/, lalu “sitegen build --full” dan “sitegen package --offline”.",
            "Correct the text in content/, then “sitegen build --full” and “sitegen package --offline”.",
        ),
    ),
}
