"""Pages of the rules about what `sitegen package` is asked for."""

from sitegen.rules.pages.page import RulePage

PACKAGING: dict[str, RulePage] = {
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
    "package-foreign": RulePage(
        (
            "Situs pemerintah sering disusupi satu halaman judi di antara ratusan halaman asli. Zip hanya berisi yang "
            "diterbitkan, dan berkas yang menyelinap di folder terbitan harus ketahuan di sini, bukan di server.",
            "Government sites are often given one gambling page among hundreds of real ones. A zip holds only what was "
            "published, and a file that crept into the output folder has to be found here, not on the server.",
        ),
        wrong_words=(
            "Ada dist/dinkesContoh.example/artikel/slot.html yang tidak ditulis siapa pun di content/, lalu “sitegen "
            "package”.",
            "There is a dist/dinkesContoh.example/artikel/slot.html that nobody wrote in content/, then “sitegen "
            "package”.",
        ),
        right_words=(
            "Simpan sebagai bukti, hapus dari dist/, lalu “sitegen build --full” dan “sitegen package”.",
            "Keep it as evidence, delete it from dist/, then “sitegen build --full” and “sitegen package”.",
        ),
    ),
    "package-outdated": RulePage(
        (
            "Petunjuk dan aturan server di dalam zip ditulis menurut alamat di sites.yaml. Bila situsnya sendiri masih "
            "memakai alamat lama, halaman 404 dan pengalihan tidak cocok.",
            "The guide and the server blocks in a zip are written for the address in sites.yaml. If the site itself "
            "still has the old one, its page 404 and its redirects do not fit.",
        ),
        wrong_words=(
            "Mengganti base_url di sites.yaml, lalu langsung “sitegen package”.",
            "Changing base_url in sites.yaml, and then “sitegen package” at once.",
        ),
        right_words=("“sitegen build”, lalu “sitegen package”.", "“sitegen build”, then “sitegen package”."),
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
