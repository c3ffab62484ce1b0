"""What the preview says in the browser, in Indonesian and English."""

WORDS: dict[str, tuple[str, str]] = {
    "preview": ("Pratinjau", "Preview"),
    "as-seen": ("Seperti dilihat di", "As seen in"),
    "all-sites": ("Semua situs", "All sites"),
    "switch": ("Ganti situs", "Other site"),
    "site": ("Nama atau id situs", "Name or id of a site"),
    "open": ("Buka", "Open"),
    "day": ("Per {day}", "As of {day}"),
    "drafts": ("draf dan yang akan datang ikut", "with drafts and future items"),
    "no-drafts": ("tanpa draf", "without drafts"),
    "warnings": ("{count} peringatan", "Warnings: {count}"),
    "not-there": (
        "{path} tidak ada di situs ini. Ini halaman yang terdekat.",
        "{path} is not on this site. This is the nearest page.",
    ),
    "errors": ("Kesalahan: {count}", "Errors: {count}"),
    "last-good": (
        "Yang tampil hasil baik terakhir. Perbaiki, simpan, dan halaman ini dimuat ulang sendiri.",
        "You see the last good result. Mend, save, and this page reloads by itself.",
    ),
    "more": ("Masih ada {count} lagi; semuanya di terminal.", "There are {count} more; all of them in the terminal."),
    "way-out": ("Jalan keluar", "Way out"),
    "nothing-yet": ("Belum ada pratinjau", "There is no preview yet"),
    "nothing-yet-text": (
        "Situs belum dapat dibuat. Perbaiki, simpan, dan halaman ini dimuat ulang sendiri.",
        "The sites could not be built. Mend, save, and this page reloads by itself.",
    ),
    "not-found": ("Halaman tidak ada", "No such page"),
    "not-found-text": (
        "{path} tidak ada di pratinjau ini.",
        "{path} is not in this preview.",
    ),
    "choose": ("Pilih situs", "Choose a site"),
    "several": ("Yang cocok dengan “{text}”:", "What fits “{text}”:"),
    "none": ("Tidak ada situs yang cocok dengan “{text}”. Semua situs:", "No site fits “{text}”. All sites:"),
    "lacks": ("(halaman ini tidak ada di sana)", "(this page is not there)"),
    "problems": ("Kesalahan dan peringatan", "Errors and warnings"),
    "no-problems": ("Tidak ada kesalahan dan tidak ada peringatan.", "No errors and no warnings."),
    "error": ("kesalahan", "error"),
    "warning": ("peringatan", "warning"),
    "column": ("kolom {column}", "column {column}"),
    "on-sites": ("situs: {sites}", "sites: {sites}"),
    "locked": ("Pratinjau ini terkunci", "This preview is locked"),
    "locked-text": (
        "Pindai kode QR yang sekarang tampil di terminal sitegen serve. Setiap kode hanya membuka satu perangkat.",
        "Scan the QR code that the terminal of sitegen serve shows now. Each code opens one device only.",
    ),
    "opening": ("Membuka pratinjau", "Opening the preview"),
}


def word(name: str, lang: str, **blanks: object) -> str:
    """The words `name` in `lang` ("id" or "en") with their blanks filled; not yet escaped."""
    return WORDS[name][0 if lang == "id" else 1].format(**blanks)
