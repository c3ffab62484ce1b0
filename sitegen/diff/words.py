"""What `sitegen diff` says, in Indonesian and English: one table, so that nothing is said in one only."""

WORDS: dict[str, tuple[str, str]] = {
    "title": ("Yang berubah bila diterbitkan", "What a release would change"),
    "against-dist": ("Dibandingkan dengan terbitan terakhir", "Compared with what is published"),
    "against-commit": ("Dibandingkan dengan revisi git {commit}", "Compared with the git revision {commit}"),
    "as-of": ("keadaan per {day}; situs yang dibandingkan: {count}", "as of {day}; sites compared: {count}"),
    "nothing": ("Tidak ada yang berubah bagi pembaca.", "Nothing changes for readers."),
    "pages": (
        "Halaman: {added} baru, {changed} berubah, {removed} hilang. Berkas lain: {files}.",
        "Pages: {added} new, {changed} changed, {removed} gone. Other files: {files}.",
    ),
    "count": ("Sebab: {count}.", "Causes: {count}."),
    "removed-count": (
        "Diambil dari pembaca: {count} halaman dan berkas (yang dihitung --max-removed).",
        "Taken from readers: {count} pages and files (what --max-removed counts).",
    ),
    "guarded": (
        "build akan berhenti (mass-removal), karena banyak yang hilang di: {sites}. Bila memang benar: sitegen build "
        "--max-removed {count}",
        "build will stop (mass-removal), since much goes of: {sites}. If it is meant: sitegen build "
        "--max-removed {count}",
    ),
    "too-many": (
        "Terlalu banyak yang dihapus: {count}, padahal --max-removed {limit}.",
        "Too much is taken away: {count}, and --max-removed is {limit}.",
    ),
    "follow": (
        "Ikut berubah karena itu: {count} berkas di {sites} situs (daftar, beranda, umpan, pencarian, dan sejenisnya).",
        "Files that follow from it: {count}, on {sites} sites (lists, home pages, feeds, search and the like).",
    ),
    "follow-all": ("Lihat satu per satu dengan --all.", "See each of them with --all."),
    "follow-head": ("Ikut berubah", "What follows"),
    "follow-row": ("{path}: {sites}", "{path}: {sites}"),
    "waiting-head": ("Menunggu persetujuan dinas", "Waiting for offices"),
    "waiting-note": (
        "Naskah ini belum tampil di situs yang disebut, dan penerbitan ini tidak mengubahnya.",
        "These are not shown on the sites named, and this release does not change that.",
    ),
    "waiting-row": ("{name} “{title}” ({policy}): {sites}", "{name} “{title}” ({policy}): {sites}"),
    "sites-head": ("Situs", "Sites"),
    "site-added": ("Situs baru: {name} ({domain}), {pages} halaman", "New site: {name} ({domain}), {pages} pages"),
    "site-removed": (
        "Situs tidak lagi di sites.yaml: {domain}, {pages} alamat; foldernya tetap sampai --prune-sites",
        "No longer in sites.yaml: {domain}, {pages} addresses; its folder stays until --prune-sites",
    ),
    "added": ("Baru", "New"),
    "changed": ("Berubah", "Changed"),
    "removed": ("Hilang", "Gone"),
    "withdrawn": ("Ditarik", "Withdrawn"),
    "expired": ("Kedaluwarsa", "Expired"),
    "held": ("Ditahan sampai ditinjau", "Held until reviewed"),
    "moved": ("Pindah alamat", "Moved"),
    "same": ("Perubahan yang sama di banyak naskah", "The same change in many documents"),
    "page": ("Halaman buatan sitegen", "Page made by sitegen"),
    "site": ("Semua halaman situs", "Every page of the site"),
    "theme": ("Tampilan", "Looks"),
    "file": ("Berkas", "File"),
    "masked": ("Tertutup override", "Hidden by overrides"),
    "same-what": ("{count} naskah: templat, klaim, istilah, atau fakta", "{count} documents: template, claims, facts"),
    "site-what": ("kepala dan kaki halaman: nama atau kontak", "header and footer: names or contacts"),
    "theme-what": ("teksnya sama, tampilannya lain", "the same words, other looks"),
    "file-added": ("baru", "new"),
    "file-changed": ("isinya lain", "other bytes"),
    "file-removed": ("hilang", "gone"),
    "on-all": ("di semua {of} situs", "on all {of} sites"),
    "on-some": ("di {count} dari {of} situs", "on {count} of {of} sites"),
    "on-one": ("hanya di {site}", "only on {site}"),
    "many-pages": ("{count} halaman", "{count} pages"),
    "source": ("sumber: {file}", "source: {file}"),
    "example": ("seperti di {site}", "as on {site}"),
    "target": ("ke {target}", "to {target}"),
    "lost": (
        "build akan menolak: alamat ini pernah terbit. Tulis “aliases:” di penggantinya, atau “withdrawn:”.",
        "build will refuse this: the address was published. Write “aliases:” in its successor, or “withdrawn:”.",
    ),
    "masked-by": ("tertutup oleh {file} {sites}", "hidden by {file} {sites}"),
    "masked-stale": ("(usang: lihat sitegen check)", "(stale: see sitegen check)"),
    "waits": ("menunggu persetujuan dinas (sitegen accept): {sites}", "waits for its office (sitegen accept): {sites}"),
    "renewed": (
        "sudah disetujui dinas sebelum diubah, dan tampil: {sites}",
        "accepted by its office before this change, and shown: {sites}",
    ),
    "more": ("... dan {count} paragraf lagi (lihat --html)", "... and {count} more paragraphs (see --html)"),
    "written": ("Laporan: {file}", "Report: {file}"),
    "before": ("Sekarang", "Now"),
    "after": ("Sesudahnya", "Afterwards"),
    "contents": ("Isi laporan", "Contents"),
    "and-more": ("{names}, dan {count} lagi", "{names} and {count} more"),
    "full-text": ("Teks lengkap ({count} paragraf)", "The whole text ({count} paragraphs)"),
    "note": (
        "Laporan ini dibuat dengan sitegen diff. Yang dibandingkan adalah teks yang dilihat pembaca, bukan kode "
        "halaman; alamat tautan ditulis di antara ⟨ dan ⟩. Yang hanya di kolom kiri dicoret, yang baru bergaris bawah.",
        "Made by sitegen diff. What is compared is the text that readers see, not markup; where links lead stands "
        "between ⟨ and ⟩. What is only on the left is struck out, what is new is underlined.",
    ),
}


def word(name: str, lang: str, /, **blanks: object) -> str:
    """The words `name` in `lang` ("id" or "en") with their blanks filled."""
    return WORDS[name][0 if lang == "id" else 1].format(**blanks)


def listed(names: tuple[str, ...], lang: str, most: int = 5) -> str:
    """Some names of many."""
    if len(names) <= most + 1:
        return ", ".join(names)
    return word("and-more", lang, names=", ".join(names[:most]), count=len(names) - most)
