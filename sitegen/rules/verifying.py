"""Rules of `sitegen verify`: what it finds in a folder, in a zip or on the web. Every one ends in exit code 1."""

from sitegen.rules.rule import Rule

_AGAIN = (
    "Amankan bukti, lalu unggah ulang seluruh folder dari terbitan yang sah dan periksa lagi.",
    "Keep the evidence, then upload the whole folder of the true release again and check once more.",
)
_RELEASE = (
    "Anggap seluruh folder tidak dapat dipercaya: unggah ulang dari terbitan yang sah.",
    "Trust nothing in the folder: upload it again from the true release.",
)

VERIFYING: dict[str, Rule] = {
    "verify-no-manifest": Rule(
        "error",
        (
            "Daftar terbitan (sitegen-manifest.json) tidak ada atau tidak terbaca, jadi tidak ada yang dapat "
            "dicocokkan.",
            "The list of the release (sitegen-manifest.json) is missing or unreadable: nothing can be compared.",
        ),
        (
            "Periksa apakah folder atau alamatnya benar; bila ya, unggah ulang seluruh folder dari terbitan yang sah.",
            "Check that this is the right folder or address; if so, upload the whole folder of the true release again.",
        ),
    ),
    "verify-unsigned": Rule(
        "error",
        ("Terbitan ini tidak bertanda tangan.", "This release is not signed."),
        (
            "Tandatangani dengan `sitegen sign` sebelum diunggah. Bila sudah, tanda tangannya hilang di jalan atau "
            "dihapus.",
            "Sign it with `sitegen sign` before uploading. If it was, its signature got lost on the way or was "
            "removed.",
        ),
    ),
    "verify-signature": Rule(
        "error",
        ("Tanda tangan tidak sah ({reason}).", "The signature is not valid ({reason})."),
        _RELEASE,
    ),
    "verify-mixed": Rule(
        "error",
        (
            "Daftar terbitan bukan yang ditandatangani: yang ditandatangani {expected}, yang ada {there}.",
            "The list of the release is not the one that was signed: signed was {expected}, here is {there}.",
        ),
        _RELEASE,
    ),
    "verify-other-site": Rule(
        "error",
        ("Ini terbitan situs {there}, bukan {expected}.", "This is a release of the site {there}, not of {expected}."),
        (
            "Periksa folder atau alamatnya, lalu unggah terbitan situs yang benar.",
            "Check the folder or address, then upload the release of the right site.",
        ),
    ),
    "verify-old-release": Rule(
        "error",
        (
            "Ini terbitan lama: nomor {there}, padahal paling rendah {least}.",
            "This is an old release: number {there}, while the lowest allowed is {least}.",
        ),
        (
            "Unggah terbitan terakhir. Bila bukan dinas yang memasang yang lama, ada yang mengembalikannya.",
            "Upload the last release. If the office did not put the old one back, somebody else did.",
        ),
    ),
    "verify-altered": Rule(
        "error",
        ("Isinya tidak sama dengan yang diterbitkan.", "It is not what was published."),
        _AGAIN,
    ),
    "verify-missing": Rule("error", ("Berkas ini tidak ada lagi.", "This file is gone."), _AGAIN),
    "verify-extra": Rule(
        "error",
        ("Ini tidak ikut diterbitkan.", "This was not published."),
        (
            "Bila milik petugas web, daftarkan di `keep:` atau --keep. Bila bukan, simpan sebagai bukti lalu hapus.",
            "If it is the web officer's, list it under `keep:` or --keep. If not, keep it as evidence and remove it.",
        ),
    ),
    "verify-hidden": Rule(
        "error",
        ("Berkas tersembunyi ini tidak ikut diterbitkan.", "This hidden file was not published."),
        (
            "Bila milik petugas web, daftarkan di `keep:` atau --keep. Bila bukan, simpan sebagai bukti lalu hapus.",
            "If it is the web officer's, list it under `keep:` or --keep. If not, keep it as evidence and remove it.",
        ),
    ),
    "verify-linked": Rule(
        "error",
        (
            "Ini tautan, pipa, atau perangkat, bukan berkas biasa.",
            "This is a link, a pipe or a device, not a plain file.",
        ),
        (
            "Terbitan hanya berisi berkas biasa. Catat ke mana arahnya, lalu hapus.",
            "A release consists of plain files. Note where it leads, then remove it.",
        ),
    ),
    "verify-zip-name": Rule(
        "error",
        (
            "Nama berkas ini di dalam zip berbahaya atau ganda.",
            "This name in the zip is dangerous or stands there twice.",
        ),
        ("Jangan ekstrak zip ini. Minta yang baru dari pengelola.", "Do not unpack this zip. Ask for a new one."),
    ),
    "verify-zip-broken": Rule(
        "error",
        (
            "Zip ini rusak, berkata sandi, atau diawali sesuatu yang lain ({reason}).",
            "This zip is broken, has a password, or begins with something else ({reason}).",
        ),
        ("Jangan ekstrak zip ini. Minta yang baru dari pengelola.", "Do not unpack this zip. Ask for a new one."),
    ),
    "verify-too-large": Rule(
        "error",
        (
            "Terlalu besar untuk sebuah situs: {size}, paling banyak {most}. Selebihnya tidak diperiksa.",
            "Too large for a site: {size}, at most {most}. The rest was not checked.",
        ),
        _RELEASE,
    ),
    "verify-tombstone": Rule(
        "error",
        (
            "Pemberitahuan bahwa halaman ini ditarik tidak ada di tempatnya.",
            "The notice that this page was withdrawn is not in its place.",
        ),
        (
            "Pembaca mungkin mendapat keterangan yang sudah ditarik. Unggah ulang halaman ini lebih dahulu.",
            "Readers may be getting what was withdrawn. Upload this page again before all others.",
        ),
    ),
    "verify-unserved": Rule(
        "error",
        (
            "Server tidak memberikan berkas ini dengan utuh ({reason}).",
            "The server does not give this file whole ({reason}).",
        ),
        (
            "Coba lagi nanti. Bila tetap begitu, periksa pengaturan server dan berkasnya.",
            "Try again later. If it stays so, check the server's settings and the file.",
        ),
    ),
    "verify-redirect": Rule(
        "error",
        ("Alamat ini mengalihkan pembaca ke {url}", "This address sends readers to {url}"),
        (
            "Periksa .htaccess dan pengaturan pengalihan di panel hosting, juga catatan DNS.",
            "Check .htaccess and the redirects in the host's panel, and the records in DNS.",
        ),
    ),
    "verify-cloaked": Rule(
        "error",
        (
            "Mesin pencari atau pembaca yang datang dari sana ({reader}) mendapat isi lain ({reason}).",
            "Search engines, or readers who come from one ({reader}), get something else ({reason}).",
        ),
        (
            "Tanda khas peretasan judi: cari skrip dan aturan .htaccess yang memeriksa User-Agent atau Referer.",
            "The mark of gambling hacks: look for scripts and .htaccess rules that ask for User-Agent or Referer.",
        ),
    ),
    "verify-gambling": Rule(
        "error",
        ("Ada kata situs judi: {words}.", "There are words of gambling sites: {words}."),
        (
            "Perlakukan sebagai peretasan: amankan bukti, ganti semua kata sandi hosting, unggah ulang, periksa lagi.",
            "Treat it as a break-in: keep the evidence, change all passwords of the host, upload again, check again.",
        ),
    ),
    "verify-foreign-links": Rule(
        "error",
        (
            "Ada tautan ke alamat yang tidak dipakai halaman terbitan mana pun: {hosts}.",
            "There are links to hosts that no page as published names: {hosts}.",
        ),
        (
            "Bila ini sisipan hosting, matikan di panelnya, atau izinkan teksnya dengan --tolerate. Bila bukan, ini "
            "peretasan.",
            "If it comes from the hoster, turn it off in the panel or allow its text by --tolerate. If not: a "
            "break-in.",
        ),
    ),
    "verify-certificate": Rule(
        "error",
        ("Sertifikat https tidak dapat dipercaya ({reason}).", "The https certificate cannot be trusted ({reason})."),
        (
            "Perbarui sertifikat di panel hosting. Sampai saat itu peramban menakuti pembaca.",
            "Renew the certificate in the host's panel. Until then browsers frighten readers away.",
        ),
    ),
    "verify-certificate-soon": Rule(
        "warning",
        (
            "Sertifikat https habis pada {date} ({days} hari lagi).",
            "The https certificate ends on {date} ({days} more days).",
        ),
        (
            "Perbarui sertifikat di panel hosting, atau periksa mengapa pembaruan otomatis tidak jalan.",
            "Renew the certificate in the host's panel, or find out why it does not renew by itself.",
        ),
    ),
    "verify-invents": Rule(
        "warning",
        (
            "Server menjawab alamat yang tidak ada seolah-olah halamannya ada (HTTP 200).",
            "The server answers an address that does not exist as if there were such a page (HTTP 200).",
        ),
        (
            "Atur halaman 404 di panel hosting. Bila jawabannya bukan halaman situs ini, anggap peretasan.",
            "Set the 404 page in the host's panel. If the answer is no page of this site, take it for a break-in.",
        ),
    ),
}
