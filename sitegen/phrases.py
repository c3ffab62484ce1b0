"""What the command line says besides Problems, in Indonesian and English. One table, so nothing is said in one only."""

import os

PHRASES: dict[str, tuple[str, str]] = {
    "no-project": (
        "Folder ini bukan proyek sitegen (sites.yaml tidak ada di sini atau di atasnya). Pindah ke folder proyek, "
        "atau tunjuk dengan -C FOLDER.",
        "This folder is no sitegen project (there is no sites.yaml here or above). Go to the project's folder, or "
        "point to it with -C DIR.",
    ),
    "bad-date": ("Tanggal “{value}” salah. Tulis TTTT-BB-HH.", "The date “{value}” is wrong. Write YYYY-MM-DD."),
    "error": ("kesalahan", "error"),
    "warning": ("peringatan", "warning"),
    "task": ("tugas", "task"),
    "hint": ("jalan keluar", "way out"),
    "sites": ("situs", "sites"),
    "written": ("ditulis", "written"),
    "kept": ("tetap", "kept"),
    "removed": ("dihapus", "removed"),
    "seconds": ("detik", "seconds"),
    "fallbacks": ("halaman diolah dengan cara lambat", "pages rendered the slow way"),
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
    "fine": ("Tidak ada kesalahan.", "No errors."),
    "tasks-hidden": (
        "Tugas yang menunggu data dari dinas: {count} (lihat: sitegen check --tasks).",
        "Tasks that wait for data from an office: {count} (see: sitegen check --tasks).",
    ),
    "read": ("membaca", "reading"),
    "parse": ("mengolah teks", "parsing texts"),
    "plan": ("merencanakan", "planning"),
    "render": ("menyiapkan halaman", "preparing pages"),
    "write": ("menulis situs", "writing sites"),
    "publish": ("menerbitkan", "publishing"),
    "serving": (
        "Pratinjau di {url} (berhenti dengan Ctrl+C). Folder: {dest}",
        "Preview at {url} (stop with Ctrl+C). Folder: {dest}",
    ),
    "port-taken": (
        "Port {port} tidak dapat dipakai ({text}). Pilih yang lain: sitegen serve --port 8080",
        "Port {port} cannot be used ({text}). Choose another one: sitegen serve --port 8080",
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
    """The language to speak: as given, else English if the locale says so (POSIX LC_ALL, LC_MESSAGES, LANG)."""
    if given:
        return given
    chosen = next((os.environ[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(n)), "")
    return "en" if chosen.lower().startswith("en") else "id"
