"""Rules about the output folder."""

from sitegen.rules.rule import Rule

PUBLISHING: dict[str, Rule] = {
    "output-is-source": Rule(
        "error",
        (
            "Folder keluaran {path} tidak boleh dipakai: ia sama dengan, berada di dalam, atau memuat {other}.",
            "The output folder {path} cannot be used: it is, lies inside, or contains {other}.",
        ),
        (
            "Pilih folder lain yang khusus untuk keluaran, misalnya `dist`. Belum ada yang diubah.",
            "Choose another folder that is only for output, such as `dist`. Nothing has been touched.",
        ),
    ),
    "output-not-folder": Rule(
        "error",
        ("{path} bukan folder.", "{path} is not a folder."),
        (
            "Pindahkan berkas itu atau pilih folder keluaran lain.",
            "Move that file away or choose another output folder.",
        ),
    ),
    "output-not-ours": Rule(
        "error",
        (
            "Folder {path} sudah berisi dan bukan buatan sitegen, jadi tidak disentuh.",
            "The folder {path} is not empty and was not made by sitegen, so it is left alone.",
        ),
        (
            "Pilih folder yang kosong atau yang belum ada, atau pindahkan isinya dahulu.",
            "Choose a folder that is empty or does not exist yet, or move its contents away first.",
        ),
    ),
    "output-symlink": Rule(
        "error",
        (
            "{path} adalah tautan simbolik; sitegen tidak menulis melalui tautan.",
            "{path} is a symbolic link; sitegen does not write through links.",
        ),
        (
            "Pakai folder yang sebenarnya sebagai folder keluaran, atau hapus tautan itu.",
            "Use the real folder as the output folder, or remove the link.",
        ),
    ),
    "output-locked": Rule(
        "error",
        (
            "Folder keluaran sedang dipakai oleh sitegen yang lain (proses {pid}).",
            "The output folder is in use by another sitegen (process {pid}).",
        ),
        (
            "Tunggu sampai proses itu selesai, lalu jalankan lagi; sitegen build --wait menunggu sendiri.",
            "Wait until that process is done, then run the command again; sitegen build --wait waits by itself.",
        ),
    ),
    "output-foreign-file": Rule(
        "error",
        (
            "{path} di folder {domain} bukan buatan sitegen. Situs tidak diterbitkan agar berkas itu tidak hilang.",
            "{path} in the folder {domain} was not made by sitegen. The site is not published, so nothing is lost.",
        ),
        (
            "Pindahkan ke content/sites/{site}/static/, daftarkan di `keep:` pada sites.yaml, atau hapus.",
            "Move it to content/sites/{site}/static/, or list it under `keep:` in sites.yaml, or delete it.",
        ),
    ),
    "output-manifest-lost": Rule(
        "error",
        (
            "Folder {domain} berisi {path} tanpa manifes yang terbaca; tidak jelas mana buatan sitegen.",
            "The folder {domain} holds {path} but no readable manifest, so it is not known what sitegen made.",
        ),
        (
            "Pindahkan folder itu ke tempat lain, jalankan lagi, lalu ambil kembali berkas yang masih perlu.",
            "Move that folder elsewhere, build again, then fetch back any file that is still needed.",
        ),
    ),
    "output-keep-conflict": Rule(
        "error",
        (
            "{path} di folder {domain} terdaftar di `keep:`, tetapi sitegen juga membuat berkas dengan nama itu.",
            "{path} in the folder {domain} is listed under `keep:`, but sitegen makes a file of that name too.",
        ),
        (
            "Hapus berkas itu dari folder keluaran, atau singkirkan sumber yang menghasilkannya.",
            "Delete that file from the output folder, or remove the source that produces it.",
        ),
    ),
    "output-path-unsafe": Rule(
        "error",
        (
            "Nama berkas {path} tidak dapat dipakai di semua komputer dan hosting.",
            "The file name {path} cannot be used on every computer and web host.",
        ),
        (
            "Ganti namanya: tanpa titik dua, garis miring terbalik, atau karakter tersembunyi.",
            "Rename it: no colon, no backslash, no hidden character.",
        ),
    ),
    "output-source-changed": Rule(
        "error",
        (
            "{path} berubah ketika situs sedang dibangun.",
            "{path} changed while the site was being built.",
        ),
        ("Jalankan lagi.", "Run the command again."),
    ),
    "disk-full": Rule(
        "error",
        (
            "Ruang disk tidak cukup untuk menulis {path} ({figures}). Setiap situs tetap utuh: lama atau baru.",
            "There is not enough disk space to write {path} ({figures}). Each site is whole: old or new.",
        ),
        (
            "Kosongkan ruang disk (EDQUOT: jatah disk akun ini habis) atau pilih folder keluaran di disk lain, lalu "
            "jalankan lagi.",
            "Free some space (EDQUOT: the quota of this account is used up) or choose an output folder on another "
            "disk, then run the command again.",
        ),
    ),
    "write-failed": Rule(
        "error",
        (
            "{path} tidak dapat ditulis ({reason}).",
            "{path} could not be written ({reason}).",
        ),
        (
            "Periksa izin folder dan keadaan disk, lalu jalankan lagi. Setiap situs tetap utuh: lama atau baru.",
            "Check the folder's permissions and the disk, then run again. Each site is whole: old or new.",
        ),
    ),
    "rollback-impossible": Rule(
        "error",
        (
            "Tidak ada versi sebelumnya yang utuh untuk {domain}.",
            "There is no whole previous version of {domain}.",
        ),
        (
            "Kembalikan sumbernya ke keadaan yang diinginkan, lalu bangun lagi.",
            "Put the sources back as they should be, then build again.",
        ),
    ),
    "rollback-altered": Rule(
        "error",
        (
            "{path} dalam versi sebelumnya dari {domain} tidak sama dengan yang dulu diterbitkan, jadi versi itu tidak "
            "dipakai.",
            "{path} in the previous version of {domain} is not what was published then, so that version is not used.",
        ),
        (
            "Kembalikan sumbernya ke keadaan yang diinginkan, lalu: sitegen build --full",
            "Put the sources back as they should be, then: sitegen build --full",
        ),
    ),
    "rollback-unknown": Rule(
        "error",
        ("Tidak ada terbitan “{name}” di sini.", "Nothing called “{name}” has been published here."),
        ("Mungkin maksud Anda: {near}.", "Did you mean: {near}."),
    ),
    "site-folder-left": Rule(
        "warning",
        (
            "Folder {domain} masih ada, padahal situsnya tidak lagi ada di sites.yaml.",
            "The folder {domain} is still there, but its site is no longer in sites.yaml.",
        ),
        (
            "Bila memang tidak dipakai lagi, hapus dengan `--prune-sites`.",
            "If it is no longer needed, remove it with `--prune-sites`.",
        ),
    ),
    "mass-removal": Rule(
        "error",
        (
            "Bangunan ini akan menghapus {count} dari {total} halaman dan berkas yang sudah terbit di: {sites}.",
            "This build would take away {count} of {total} published pages and files of: {sites}.",
        ),
        (
            "Lihat dahulu: sitegen diff. Bila keliru, periksa --date, jam komputer, “draft:”, “withdrawn:”, “expires:” "
            "dan folder yang pindah. Bila memang benar: sitegen build --max-removed {allow}",
            "Look first: sitegen diff. If it is a mistake, check --date, the clock, “draft:”, “withdrawn:”, “expires:” "
            "and folders that were moved. If it is meant: sitegen build --max-removed {allow}",
        ),
    ),
    "worker-died": Rule(
        "error",
        (
            "Satu proses pembantu dihentikan oleh sistem, mungkin karena memori habis.",
            "A worker process was ended by the system, perhaps for lack of memory.",
        ),
        (
            "Terbitan terakhir tidak berubah. Coba lagi, bila perlu dengan --jobs 1.",
            "What is published has not changed. Try again, with --jobs 1 if need be.",
        ),
    ),
    "option-site-unknown": Rule(
        "error",
        ("Tidak ada situs “{name}” di sites.yaml.", "There is no site “{name}” in sites.yaml."),
        (
            "Mungkin maksud Anda: {near}. Daftarnya: sitegen sites",
            "Did you mean: {near}. The list: sitegen sites",
        ),
    ),
    "option-group-unknown": Rule(
        "error",
        ("Tidak ada grup “{name}” di sites.yaml.", "There is no group “{name}” in sites.yaml."),
        (
            "Mungkin maksud Anda: {near}. Daftarnya: bagian “groups” di sites.yaml.",
            "Did you mean: {near}. The list: “groups” in sites.yaml.",
        ),
    ),
    "drafts-in-output": Rule(
        "error",
        ("Draf tidak boleh masuk ke folder terbitan.", "Drafts may not go into the published folder."),
        ("Beri folder lain: -d .sitegen/draf", "Give another folder: -d .sitegen/draf"),
    ),
}
