"""The words of `sitegen explain`, in Indonesian and English. One table, so nothing is said in one only."""

WORDS: dict[str, tuple[str, str]] = {
    "page": ("Halaman", "Page"),
    "site": ("situs", "site"),
    "file": ("berkas terbitan", "published file"),
    "url": ("alamat", "address"),
    "kind": ("jenis", "kind"),
    "language": ("bahasa", "language"),
    "template": ("templat", "template"),
    "source": ("berasal dari", "asked for by"),
    "uses": ("templat itu memakai", "which uses"),
    "settings": ("Nilai situs ini di sites.yaml:", "Values of this site in sites.yaml:"),
    "cards": ("kartu “{name}”:", "cards “{name}”:"),
    "kind-article": ("artikel", "article"),
    "kind-page": ("halaman tetap", "static page"),
    "kind-question": ("pertanyaan", "question"),
    "kind-announcement": ("pengumuman", "announcement"),
    "kind-event": ("acara", "event"),
    "kind-download": ("unduhan", "download"),
    "kind-quiz": ("kuis", "quiz"),
    "kind-shelf": ("daftar unduhan atau kuis", "list of downloads or quizzes"),
    "kind-questions": ("tanya jawab", "questions"),
    "kind-notices": ("daftar pengumuman", "list of announcements"),
    "kind-agenda": ("agenda", "events"),
    "kind-home": ("beranda", "home page"),
    "kind-area": ("halaman kecamatan", "page of a kecamatan"),
    "kind-list": ("daftar artikel", "list of articles"),
    "kind-index": ("peta situs", "site map"),
    "kind-contact": ("kontak", "contact"),
    "kind-404": ("halaman tidak ditemukan", "page not found"),
    "kind-feed": ("umpan Atom", "Atom feed"),
    "kind-sitemap": ("peta situs untuk mesin pencari", "sitemap for search engines"),
    "kind-redirect": ("pengalihan dari alamat lama", "redirect from an old address"),
    "kind-tombstone": ("keterangan bahwa naskah ditarik", "notice that a document is gone"),
    "kind-copy": ("berkas yang disalin", "copied file"),
    "kind-file": ("berkas situs dari tema", "file of the site, by the theme"),
    "layers": ("Lapisan, kolom, dan sasaran", "Layers, fields and targeting"),
    "document": ("naskah", "document"),
    "base": ("naskah dasar", "the document itself"),
    "no-lines": ("tanpa isi di halaman ini", "no lines on this page"),
    "stale": (
        "Usang: yang diganti di sini sudah berubah. Gabungkan dengan: sitegen rebase {site} {path} – atau, bila "
        "perubahannya kecil: sitegen minor {path}",
        "Stale: what it overrides has changed since. Merge with: sitegen rebase {site} {path} – or, if the change is "
        "minor: sitegen minor {path}",
    ),
    "unbased": (
        "Teks dasarnya tidak tercatat, jadi perubahan di bawahnya tidak ketahuan. Catat dengan: "
        "sitegen rebase {site} {path}",
        "Its base is not recorded, so changes below it go unnoticed. Record it with: sitegen rebase {site} {path}",
    ),
    "withdrawn": ("Ditarik sejak {day}; isinya tidak tampil.", "Withdrawn since {day}; its body is not shown."),
    "expired": ("Kedaluwarsa sejak {day}; isinya tidak tampil.", "Expired since {day}; its body is not shown."),
    "held": (
        "Ditahan sejak {day} sampai ditinjau ulang; isinya tidak tampil.",
        "Held back since {day} until it is reviewed; its body is not shown.",
    ),
    "everyone": (
        "Sasaran: semua situs (naskah ini tanpa `sites`).",
        "Targeting: all sites (the document has no `sites`).",
    ),
    "targeting": ("Sasaran menurut `sites`", "Targeting by `sites`"),
    "this-site": ("termasuk situs ini", "this site is one"),
    "fields": ("Kolom (front matter):", "Fields (front matter):"),
    "hides": ("menutupi", "hides"),
    "body": ("Isi", "Body"),
    "lines": ("Baris menurut sumbernya, dari atas ke bawah:", "Lines by their source, from top to bottom:"),
    "blocks": ("Blok:", "Blocks:"),
    "seen": ("tampil di sini", "shown here"),
    "unseen": ("tidak tampil di sini", "not shown here"),
    "masked": ("tertutup lapisan yang lebih dekat", "hidden by a nearer layer"),
    "headings": ("Bagian:", "Sections:"),
    "not-found": ("barisnya tidak diketahui", "its line is not known"),
    "facts": ("Fakta", "Facts"),
    "no-facts": ("Tidak ada fakta di isi halaman ini.", "The body of this page has no facts."),
    "used": ("dipakai {context}: {where}", "used {context}: {where}"),
    "as-text": ("sebagai teks", "as text"),
    "as-url": ("sebagai tautan", "as a link"),
    "as-tel": ("sebagai tautan telepon", "as a telephone link"),
    "as-part": ("di dalam tautan", "inside a link"),
    "layer-shared": ("bersama", "shared"),
    "layer-group": ("grup {name}", "group {name}"),
    "layer-site": ("situs {name}", "site {name}"),
    "layer-defaults": ("defaults", "defaults"),
    "layer-register": ("daftar wilayah menurut district", "register of regions by district"),
    "layer-builtin": ("bawaan sitegen", "built in"),
    "layer-text": ("bawaan di teks", "default in the text"),
    "rebuilt": ("Dibuat ulang atau tidak", "Rebuilt or not"),
    "verdict-keep": (
        "Tetap: bangun berikutnya tidak membuat ulang halaman ini.",
        "Kept: the next build does not make this page again.",
    ),
    "verdict-make": (
        "Dibuat ulang pada bangun berikutnya, karena:",
        "Made again by the next build, because:",
    ),
    "verdict-blocked": (
        "Proyek punya {errors} kesalahan, jadi bangun berikutnya tidak menerbitkan apa pun (lihat: sitegen check). "
        "Selain itu:",
        "The project has {errors} errors, so the next build publishes nothing (see: sitegen check). Besides:",
    ),
    "written": ("Berkas terbitan ditulis: {when}", "The published file was written: {when}"),
    "reason-equal": (
        "kunci halaman dan kunci situs sama dengan bangun terakhir",
        "the keys of page and site equal those of the last build",
    ),
    "reason-unpublished": ("situs ini belum terbit di sana", "nothing of this site is published there yet"),
    "reason-forgotten": (
        "catatan bangun terakhir hilang, jadi semua halaman situs dibuat ulang; apa yang berubah tidak diketahui",
        "the memory of the last build is lost, so all pages of the site are made; what changed cannot be told",
    ),
    "reason-other-tree": (
        "terbitan situs ini bukan yang dicatat bangun terakhir (diubah atau dikembalikan); "
        "apa yang berubah tidak diketahui",
        "what is published is not what the last build remembers (altered or rolled back); what changed cannot be told",
    ),
    "reason-new": ("halaman ini belum ada pada bangun terakhir", "the last build did not have this page"),
    "reason-removed": ("berkas terbitannya dihapus orang", "somebody removed its published file"),
    "reason-foreign": (
        "di alamat ini ada berkas yang bukan buatan sitegen; situs ini tidak akan terbit",
        "a file that sitegen did not make lies at this address; the site will not be published",
    ),
    "reason-edited": (
        "berkas terbitannya diubah orang; hanya `sitegen build --full` yang memulihkannya",
        "somebody edited its published file; only `sitegen build --full` mends that",
    ),
    "reason-site-view": (
        "nama, kontak, alamat, atau tampilan situs berubah (berlaku untuk semua halamannya)",
        "the site's name, contact, address or look changed (which concerns all its pages)",
    ),
    "reason-site-facts": (
        "fakta situs berubah (berlaku untuk semua halamannya)",
        "the site's facts changed (which concerns all its pages)",
    ),
    "reason-site-theme": (
        "bagian tema yang memuat data situs, skrip, atau sitegen sendiri berubah (semua halaman)",
        "the theme's partials, files or script, or sitegen itself, changed (all pages)",
    ),
    "reason-site-unknown": (
        "kunci situs berubah; bagian mana tidak diketahui",
        "the site's key changed; which part of it cannot be told",
    ),
    "reason-page-template": (
        "templatnya, yang dipakainya, atau terjemahan tema berubah",
        "its template, one that it uses, or the theme's catalogues changed",
    ),
    "reason-page-fields": (
        "kolomnya atau menu di sekitarnya berubah (judul, tanggal, sumber, tautan halaman tetap)",
        "its fields or the menus around it changed (title, dates, sources, links to static pages)",
    ),
    "reason-page-text": ("isinya atau tujuan tautannya berubah", "its text, or where its links lead, changed"),
    "reason-page-cards": ("daftar kartunya berubah", "its list of cards changed"),
    "reason-page-style": (
        "bagian gaya yang dipakainya berubah",
        "the parts of the theme's sheet that it uses changed",
    ),
    "reason-page-bytes": ("berkas sumbernya berubah", "its source file changed"),
    "reason-page-unknown": (
        "kunci halaman berubah; bagian mana tidak diketahui",
        "the page's key changed; which part of it cannot be told",
    ),
}


def word(name: str, lang: str, /, **blanks: object) -> str:
    """The word `name` in `lang` ("id" or "en") with its blanks filled; a name without a row speaks for itself."""
    if name not in WORDS:
        return name.partition("-")[2] or name
    return WORDS[name][0 if lang == "id" else 1].format(**blanks)
