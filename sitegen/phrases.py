"""What the command line says besides Problems, in Indonesian and English. One table, so nothing is said in one only."""

import os
import re

PHRASES: dict[str, tuple[str, str]] = {
    "no-project": (
        "Folder ini bukan proyek sitegen (sites.yaml tidak ada di sini atau di atasnya). Pindah ke folder proyek, "
        "atau tunjuk dengan -C FOLDER.",
        "This folder is no sitegen project (there is no sites.yaml here or above). Go to the project's folder, or "
        "point to it with -C DIR.",
    ),
    "bad-shard": (
        "Bagian “{value}” salah. Tulis I/N, misalnya 2/3: bagian ke-2 dari 3. I mulai dari 1 dan tidak lebih dari N.",
        "The share “{value}” is wrong. Write I/N, such as 2/3: share 2 of 3. I begins at 1 and is not above N.",
    ),
    "share": ("Bagian {shard}: {sites} situs.", "Share {shard}: {sites} sites."),
    "bad-date": (
        "Tanggal “{value}” salah. Tulis tahun-bulan-hari, misalnya 2026-11-22.",
        "The date “{value}” is wrong. Write year-month-day, such as 2026-11-22.",
    ),
    "usage": ("Cara pakai: {usage}", "Usage: {usage}"),
    "usage-help": ("Penjelasan dan contoh pilihan: {command} --help", "What its options are: {command} --help"),
    "usage-command": (
        "Tidak ada perintah “{word}”. Yang ada: {known}.",
        "There is no command “{word}”. There are: {known}.",
    ),
    "usage-option": (
        "Tidak ada pilihan “{word}” di sini. Yang ada: {known}.",
        "There is no option “{word}” here. There are: {known}.",
    ),
    "usage-missing": ("{word} belum ditulis.", "{word} is missing."),
    "usage-argument": ("Sesudah {word} harus ada nilainya.", "A value has to follow {word}."),
    "usage-value": ("Nilai untuk {word} tidak cocok.", "The value of {word} does not fit."),
    "usage-number": ("Tulis bilangan bulat ({least}).", "Write a whole number ({least})."),
    "usage-choices": ("Pilih salah satu: {known}.", "Choose one of: {known}."),
    "error": ("kesalahan", "error"),
    "warning": ("peringatan", "warning"),
    "task": ("tugas", "task"),
    "hint": ("jalan keluar", "way out"),
    "rule-page": (
        "Arti sebuah aturan, dengan contoh: sitegen rule {rule}",
        "What a rule means, with an example: sitegen rule {rule}",
    ),
    "on-site": ("situs {sites}", "site {sites}"),
    "on-sites": ("di {count} situs: {sites}", "on {count} sites: {sites}"),
    "on-many": ("di {count} situs", "on {count} sites"),
    "see-also": ("lihat juga: {places}", "see also: {places}"),
    "column": ("kolom {column}", "column {column}"),
    "sites": ("situs", "sites"),
    "written": ("ditulis", "written"),
    "kept": ("tetap", "kept"),
    "removed": ("dihapus", "removed"),
    "seconds": ("detik", "seconds"),
    "fallbacks": ("halaman diolah dengan cara lambat", "pages rendered the slow way"),
    "rolled-back": (
        "{domain}: kembali ke versi yang dibuat {made} WIB (tadi: {before} WIB).",
        "{domain}: back to the version made {made} WIB (until now: {before} WIB).",
    ),
    "rolled-back-pages": (
        "  halaman berubah: {changed}, muncul lagi: {added}, hilang: {removed}.",
        "  pages changed: {changed}, back again: {added}, gone: {removed}.",
    ),
    "rolled-back-then": (
        "Naskah dan sites.yaml tidak ikut kembali: sitegen build berikutnya menerbitkan yang sekarang lagi, jadi "
        "perbaiki dahulu. Perintah yang sama sekali lagi membatalkan ini.",
        "Sources and sites.yaml did not go back: the next sitegen build publishes them as they are now, so mend them "
        "first. The same command once more undoes this.",
    ),
    "rollback-whom": (
        "Sebutkan situsnya, atau --all untuk semua.",
        "Name the sites, or --all of them.",
    ),
    "packed": ("{file}: {files} berkas, {size} MB", "{file}: {files} files, {size} MB"),
    "done": (
        "Selesai. Buka {index} untuk melihat semua situs.",
        "Done. Open {index} to see all sites.",
    ),
    "unchanged": (
        "Tidak ada yang berubah sejak bangun terakhir. Lihat {index}.",
        "Nothing has changed since the last build. See {index}.",
    ),
    "failed": (
        "Gagal. Kesalahan: {errors}. Terbitan terakhir tidak disentuh.",
        "Failed. Errors: {errors}. The last good output was not touched.",
    ),
    "partly": (
        "Sebagian situs tidak terbit. Kesalahan: {errors}. Situs itu tetap seperti sebelumnya.",
        "Some sites were not published. Errors: {errors}. They stay as they were.",
    ),
    "schema-row": ("{schema}: {title} ({files})", "{schema}: {title} ({files})"),
    "schema-unknown": (
        "Tidak ada skema bernama “{asked}”. Mungkin maksud Anda: {near}? Semua: sitegen schema",
        "There is no schema named “{asked}”. Did you mean: {near}? All of them: sitegen schema",
    ),
    "schema-written": ("{count} skema ditulis ke {folder}.", "{count} schemas written to {folder}."),
    "cms-written": (
        "Halaman redaksi ditulis ke {folder}. Taruh sveltia-cms.js {version} di folder itu; lihat docs/cms.md.",
        "The page of the CMS is written to {folder}. Put sveltia-cms.js {version} there; see docs/cms.md.",
    ),
    "cms-repo": (
        "“{repo}” salah. Tulis misalnya gitlab:nama/repo atau github:nama/repo.",
        "“{repo}” is wrong. Write for example gitlab:name/repo or github:name/repo.",
    ),
    "schema-usage": (
        "Pilih satu: nama skema, --all FOLDER, atau --cms FOLDER; --site, --group, dan --repo hanya dengan --cms.",
        "Choose one: the name of a schema, --all FOLDER, or --cms FOLDER; --site, --group and --repo only with --cms.",
    ),
    "fine": ("Tidak ada kesalahan.", "No errors."),
    "tasks-hidden": (
        "Tugas yang menunggu data dari dinas: {count} (lihat: sitegen check --tasks).",
        "Tasks that wait for data from an office: {count} (see: sitegen check --tasks).",
    ),
    "notice-urgent": (
        "Koreksi mendesak: {path} di {sites} situs (dibuat baru di {made}).",
        "Urgent correction: {path} on {sites} sites (made anew on {made}).",
    ),
    "notice-withdrawn": (
        "Ditarik: {path} di {sites} situs (dibuat baru di {made}).",
        "Withdrawn: {path} on {sites} sites (made anew on {made}).",
    ),
    "notice-mended": (
        "Dipulihkan: {made} berkas yang terbit tidak lagi seperti yang diterbitkan (yang pertama: {path}). Cari tahu "
        "siapa yang mengubah atau menghapusnya (docs/verifikasi.md).",
        "Restored: {made} published files were no longer what had been published (the first: {path}). Find out who "
        "altered or deleted them (docs/verifikasi.md).",
    ),
    "accept-usage": (
        'Tulis dokumen mana (artikel/nama) atau --all, dan --by "nama dan jabatan di dinas"; atau --list.',
        'Say which documents (artikel/name) or --all, and --by "name and office"; or --list.',
    ),
    "accepted-new": ("Disetujui: {path} “{title}” ({digest})", "Accepted: {path} “{title}” ({digest})"),
    "accepted-again": (
        "Disetujui lagi: {path} “{title}” ({digest})",
        "Accepted again: {path} “{title}” ({digest})",
    ),
    "accepted-file": (
        "Tercatat di {file}: {by}, {on}. Terbit dengan: sitegen build",
        "Written into {file}: {by}, {on}. Published by: sitegen build",
    ),
    "waits": ("{path}  “{title}”  sejak {since}  {policy}", "{path}  “{title}”  since {since}  {policy}"),
    "waits-changed": (
        "{path}  “{title}”  berubah setelah disetujui",
        "{path}  “{title}”  changed since it was accepted",
    ),
    "waits-nothing": (
        "Tidak ada yang menunggu persetujuan situs {site}.",
        "Nothing waits for the acceptance of the site {site}.",
    ),
    "read": ("membaca", "reading"),
    "parse": ("mengolah teks", "parsing texts"),
    "pictures": ("mengubah gambar", "converting pictures"),
    "plan": ("merencanakan", "planning"),
    "render": ("menyiapkan halaman", "preparing pages"),
    "write": ("menulis situs", "writing sites"),
    "publish": ("menerbitkan", "publishing"),
    "serving": (
        "Pratinjau di {url} (berhenti dengan Ctrl+C). Folder: {dest}",
        "Preview at {url} (stop with Ctrl+C). Folder: {dest}",
    ),
    "rebuilt": (
        "Tampil: {sites} situs berubah ({seconds} detik).",
        "Shown: sites that changed: {sites} ({seconds} seconds).",
    ),
    "bind-wrong": (
        "--bind {bind} tidak dapat dipakai. Tulis alamat IPv4 komputer ini di jaringan lokal, atau 0.0.0.0; komputer "
        "harus terhubung ke jaringan.",
        "--bind {bind} cannot be used. Write the IPv4 address of this computer in the local network, or 0.0.0.0; the "
        "computer has to be in a network.",
    ),
    "invited": (
        "PERHATIAN: pratinjau ini, juga drafnya, terbuka di jaringan lokal, tanpa sandi lalu lintas (HTTP). Pindai "
        "kodenya atau buka di HP: {url}\nAlamat itu membuka satu perangkat; sesudahnya tampil alamat baru. Tutup "
        "dengan Ctrl+C.",
        "NOTE: this preview, drafts too, can be reached in the local network, unencrypted (HTTP). Scan the code or "
        "open on a phone: {url}\nThat address opens one device; then a new one is shown. Close with Ctrl+C.",
    ),
    "port-taken": (
        "Port {port} tidak dapat dipakai ({text}). Pilih yang lain: sitegen serve --port 8080",
        "Port {port} cannot be used ({text}). Choose another one: sitegen serve --port 8080",
    ),
    "section-usage": (
        "--mode section memerlukan --section PENANDA, dan --section hanya untuk --mode section.",
        "--mode section needs --section ID, and --section is for --mode section only.",
    ),
    "made": ("Dibuat: {file}", "Made: {file}"),
    "made-note": (
        "Tulis catatannya di bawah baris “---” kedua; selama kosong, sitegen check menyebutnya kesalahan.",
        "Write the note below the second line “---”; as long as it is empty, sitegen check calls it an error.",
    ),
    "made-start": (
        "Isinya naskah yang sekarang. Ubah seperlunya, lalu jalankan: sitegen check",
        "It holds the present text. Change what you need, then run: sitegen check",
    ),
    "new-usage": (
        "Pilih salah satu: --site atau --group. Tanpa keduanya naskah dibuat untuk semua situs.",
        "Choose one of --site and --group. Without both, the document is for all sites.",
    ),
    "new-next": (
        "Buka {file} dan ganti semua yang bertanda ISI; lihat dengan: {serve}\n"
        "Naskah ini draf: tidak ikut terbit sampai baris “draft: true” dihapus.",
        "Open {file} and replace all that is marked ISI; see it with: {serve}\n"
        "It is a draft: it is not published until the line “draft: true” is removed.",
    ),
    "rebase-current": (
        "Tidak ada yang berubah di bawah {file}. Berkas tidak disentuh.",
        "Nothing has changed below {file}. The file was not touched.",
    ),
    "rebase-nothing": (
        "{file} hanya menambah dan tidak menutupi apa-apa, jadi tidak dapat usang.",
        "{file} only adds and masks nothing, so it cannot become stale.",
    ),
    "rebase-key": (
        "Nilai bersama “{key}” berubah dari “{old}” menjadi “{new}”; {file} tetap memakai nilainya sendiri.",
        "The shared value “{key}” has changed from “{old}” to “{new}”; {file} keeps its own value.",
    ),
    "rebase-merged": (
        "{file}: perubahan naskah bersama sudah digabungkan. Baca sekali lagi sebelum disimpan ke git.",
        "{file}: the changes of the shared text were merged in. Read it once more before you commit it.",
    ),
    "rebase-recorded": (
        "{file}: teks dasarnya sudah dicatat. Isinya tidak diubah.",
        "{file}: its base was recorded. What it says was not changed.",
    ),
    "rebase-conflict": (
        "{file}: {count} bentrokan. Pilih di antara kedua versi, lalu hapus tandanya.",
        "{file}: conflicts: {count}. Choose between the two versions, then remove the marks.",
    ),
    "minor": (
        "{file}: perubahan naskah bersama ditandai kecil; berkas ini tidak usang lagi.",
        "{file}: the change of the shared text is marked minor; this file is no longer stale.",
    ),
    "minor-none": (
        "Tidak ada yang usang karena “{path}”; tidak ada yang dicatat.",
        "Nothing is stale because of “{path}”; nothing was recorded.",
    ),
    "reviewed": ("Dicatat di {file}:", "Noted in {file}:"),
    "reviewed-before": ("  semula   {line}", "  before   {line}"),
    "reviewed-after": ("  menjadi  {line}", "  after    {line}"),
    "reviewed-same": ("{file} sudah memuat tinjauan ini; tidak ada yang diubah.", "{file} has this review already."),
    "reviewed-next": (
        "review_by: tidak diubah. Tinjauan berikutnya ditetapkan dengan --next TANGGAL.",
        "review_by: stays as it was. The day of the next review is set with --next DATE.",
    ),
    "look": ("melihat yang terbit", "looking at what is published"),
    "report-sites": (
        "Situs: {sites}; terbit {published}; dikonfirmasi dinasnya {confirmed}.",
        "Sites: {sites}; published {published}; confirmed by their office {confirmed}.",
    ),
    "report-missing": (
        "Belum diterima dari dinas: {count} data di {sites} situs.",
        "Not given by offices yet: {count} items on {sites} sites.",
    ),
    "report-reviews": (
        "Tinjauan: {late} sudah lewat, {soon} sudah dekat.",
        "Reviews: {late} overdue, {soon} near.",
    ),
    "report-stale": (
        "Catatan daerah usang: {stale}. Menunggu persetujuan: {waiting}.",
        "Stale overrides: {stale}. Waiting for acceptance: {waiting}.",
    ),
    "report-pages": (
        "Halaman terbit: {pages}; terberat {most} byte sesudah gzip.",
        "Published pages: {pages}; the heaviest has {most} bytes after gzip.",
    ),
    "report-unmeasured": (
        "Berat halaman belum diukur: belum ada yang terbit (sitegen build).",
        "Page weight is not measured: nothing is published yet (sitegen build).",
    ),
    "report-checks": (
        "Daftar periksa: {count} kali “tidak”.",
        "Checklist: {count} times “no”.",
    ),
    "report-errors": (
        "Ada {count} kesalahan di naskah yang tidak ikut dihitung (sitegen check).",
        "There are {count} errors in documents that are not counted (sitegen check).",
    ),
    "report-done": ("Buka {file}", "Open {file}"),
    "library-missing": (
        "Pustaka Python “{library}” belum terpasang di sini. Sesudah sitegen diperbarui, pasang lagi di folder proyek: "
        "{python} -m pip install -e .",
        "The Python library “{library}” is not installed here. After an update of sitegen, install again in the "
        "project's folder: {python} -m pip install -e .",
    ),
    "unsigned": (
        "Belum ditandatangani: {count} dari {sites} situs (sitegen sign).",
        "Not signed: {count} of {sites} sites (sitegen sign).",
    ),
    "unsigned-now": (
        "Isinya berubah, jadi tanda tangan lama dilepas: {sites}.",
        "Changed, so their old signatures were dropped: {sites}.",
    ),
    "signed-new": (
        "{domain}: terbitan nomor {serial}, daftar {manifest}",
        "{domain}: release number {serial}, list {manifest}",
    ),
    "signed-same": (
        "{domain}: tetap, terbitan nomor {serial}, daftar {manifest}",
        "{domain}: as before, release number {serial}, list {manifest}",
    ),
    "signed-done": (
        "Ditandatangani: {count} dari {sites} folder; selebihnya sudah bertanda tangan yang sama.",
        "Signed: {count} of {sites} folders; the others carry the same signature already.",
    ),
    "verify-no-target": (
        "Tidak ada folder atau berkas zip {path}. Alamat web ditulis dengan https://.",
        "There is no folder or zip {path}. Addresses on the web begin with https://.",
    ),
    "verify-bad-url": (
        "{path} bukan alamat situs. Tulis https://nama.situs/ tanpa kata sandi, ? dan #.",
        "{path} is no address of a site. Write https://name.of.site/ without a password, ? and #.",
    ),
    "verify-unreached": (
        "{path} tidak dapat dihubungi ({reason}). Belum ada yang diperiksa.",
        "{path} cannot be reached ({reason}). Nothing was checked.",
    ),
    "verify-unusable": ("{path} tidak dapat dibaca ({reason}).", "{path} cannot be read ({reason})."),
    "verify-no-signers": (
        "Tidak ada berkas kunci tepercaya {path}. Cara membuatnya: docs/tanda-tangan.md.",
        "There is no file of allowed signers {path}. How to make one: docs/tanda-tangan.md.",
    ),
    "verify-serial-usage": (
        "--serial memerlukan --allowed-signers: tanpa tanda tangan, nomor terbitan dapat ditulis siapa saja.",
        "--serial needs --allowed-signers: without a signature anybody can write a number.",
    ),
    "verify-snippets": (
        "{path} harus berisi teks sisipan, dipisah baris “---”, masing-masing paling sedikit {least} byte.",
        "{path} has to hold snippets, separated by lines “---”, of at least {least} bytes each.",
    ),
    "verify-page-taken": (
        "{path} tidak dapat dipakai untuk laporan: bukan laporan lama, atau foldernya tidak ada.",
        "{path} cannot be used for the report: it is no earlier report, or its folder does not exist.",
    ),
    "verify-no-openssh": (
        "Program ssh-keygen tidak dapat dijalankan ({reason}); tanda tangan tidak diperiksa. Pasang OpenSSH 8.1 atau "
        "lebih baru.",
        "The program ssh-keygen cannot be run ({reason}); no signature was checked. Install OpenSSH 8.1 or newer.",
    ),
    "interrupted": (
        "Dihentikan. Terbitan terakhir tidak disentuh.",
        "Stopped. The last good output was not touched.",
    ),
    "bug": (
        "Ini kesalahan sitegen sendiri, bukan kesalahan Anda: {text}. Terbitan terakhir tidak disentuh. Mohon "
        "laporkan dengan keluaran `sitegen --debug …`.",
        "This is a mistake of sitegen, not yours: {text}. The last good output was not touched. Please report it "
        "with the output of `sitegen --debug …`.",
    ),
}


def phrase(name: str, lang: str, **blanks: object) -> str:
    """The phrase `name` in `lang` ("id" or "en") with its blanks filled."""
    return PHRASES[name][0 if lang == "id" else 1].format(**blanks)


def language(given: str | None) -> str:
    """The language to speak: as given, else by the first of LC_ALL, LC_MESSAGES and LANG that is not empty (POSIX,
    XBD 8.2): English if it says so, else Indonesian."""
    if given:
        return given
    chosen = next((os.environ[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(n)), "")
    return "en" if re.split(r"[-_.@]", chosen.lower())[0] == "en" else "id"
