"""Pages of the rules about values."""

from sitegen.rules.pages.page import RulePage
from sitegen.rules.pages.reading_samples import PAGE, SITE, SUMMARY, TITLE, page, sites

VALUES: dict[str, RulePage] = {
    "key-missing": RulePage(
        why=(
            "Keterangan ini dipakai di halaman: tanpa ringkasan, misalnya, artikel tampil kosong di daftar dan di "
            "tautan yang dibagikan lewat WhatsApp.",
            "Pages use this value: without a summary, for one, an article looks empty in lists and in links that "
            "people share on WhatsApp.",
        ),
        file=PAGE,
        wrong=page(TITLE),
        right=page(TITLE, SUMMARY),
    ),
    "key-unknown": RulePage(
        why=(
            "Kunci yang tidak dikenal tidak dipakai di mana pun. Anda mengira keterangannya tampil, padahal pembaca "
            "tidak melihatnya.",
            "A key that is not known is used nowhere. You think that readers see the value, and they do not.",
        ),
        file=PAGE,
        wrong=page(TITLE, SUMMARY, "penulis: Seksi Promosi Kesehatan"),
        right=page(TITLE, SUMMARY),
    ),
    "key-misspelled": RulePage(
        why=(
            "Karena satu huruf yang tertukar, nilainya tidak dipakai sama sekali dan tidak ada yang menyadarinya.",
            "Two letters changed places, and the value is not used at all without anybody noticing.",
        ),
        file=PAGE,
        wrong=page(TITLE, SUMMARY, "wieght: 3"),
        right=page(TITLE, SUMMARY, "weight: 3"),
    ),
    "value-empty": RulePage(
        why=(
            "Nilai kosong dapat berarti lupa diisi atau memang belum ada. Tanpa kuncinya, halaman dan laporan "
            "menyebut jelas bahwa data itu belum ada.",
            "An empty value may have been forgotten or not be known. Without the key, pages and reports say clearly "
            "that it is still missing.",
        ),
        file="sites.yaml",
        wrong=sites("sites:", '  - {domain: dinkesMerauke.example, district: "93.01", contact: {phone: ""}}'),
        right=sites("sites:", SITE),
    ),
    "value-not-single": RulePage(
        why=(
            "Di tempat ini halaman hanya punya ruang untuk satu nilai; dengan daftar, tidak jelas mana yang tampil.",
            "A page has room for one value here; with a list it is not clear which one is shown.",
        ),
        file=PAGE,
        wrong=page("title: [Layanan kami, Jam buka]", SUMMARY),
        right=page("title: Layanan kami dan jam buka", SUMMARY),
    ),
    "value-not-list": RulePage(
        why=(
            "Pokok isi tampil sebagai butir-butir. Tanpa tanda - tidak jelas di mana satu butir berakhir.",
            "The points of a text are shown one by one. Without dashes it is not clear where one of them ends.",
        ),
        file=PAGE,
        wrong=page(TITLE, SUMMARY, "points:", "  satu: Buka setiap bulan.", "  dua: Tanpa biaya."),
        right=page(TITLE, SUMMARY, "points:", "  - Buka setiap bulan.", "  - Tanpa biaya."),
    ),
    "value-list-of-one": RulePage(
        why=(
            "Bila nilai tunggal diterima, nilai kedua yang ditambahkan kelak mudah tertulis menjadi satu nama panjang "
            "yang tidak dikenal.",
            "If a single value were taken, a second one that is added later would easily become one long name that "
            "nothing knows.",
        ),
        file=PAGE,
        wrong=page(TITLE, SUMMARY, "points: Buka setiap bulan."),
        right=page(TITLE, SUMMARY, "points: [Buka setiap bulan.]"),
    ),
    "value-not-keys": RulePage(
        why=(
            "Di bawah kunci ini ada beberapa keterangan dengan nama masing-masing. Dari satu kata saja tidak jelas "
            "keterangan mana yang dimaksud.",
            "Below this key stand several values, each with its name. A single word does not tell which one is meant.",
        ),
        file="sites.yaml",
        wrong=sites("sites:", '  - {domain: dinkesMerauke.example, district: "93.01", contact: "0000-0000"}'),
        right=sites("sites:", '  - {domain: dinkesMerauke.example, district: "93.01", contact: {phone: "0000-0000"}}'),
    ),
    "value-not-line": RulePage(
        why=(
            "Judul dan nama tampil di tempat yang hanya selebar satu baris, seperti daftar dan hasil pencarian; ganti "
            "baris akan memotongnya.",
            "Titles and names stand where there is room for one line, as in lists and search results; a line break "
            "would cut them.",
        ),
        file=PAGE,
        wrong=page('title: "Layanan\\nkami"', SUMMARY),
        right=page(TITLE, SUMMARY),
    ),
    "value-too-long": RulePage(
        why=(
            "Nilai sepanjang itu memenuhi layar ponsel dan terpotong di hasil pencarian. Sering kali isi artikel "
            "tertempel di tempat yang salah.",
            "A value of that length fills the screen of a phone and is cut off in search results. Often the text of "
            "an article was pasted into the wrong place.",
        ),
        file=PAGE,
        wrong=page(f"title: {'Layanan posyandu, puskesmas, dan rumah sakit ' * 12}".strip(), SUMMARY),
        right=page("title: Layanan posyandu, puskesmas, dan rumah sakit", SUMMARY),
    ),
    "value-invalid": RulePage(
        why=(
            "Tanggal yang tidak ada atau bilangan yang salah tulis tidak dapat dihitung: pengingat tinjauan tidak "
            "akan pernah muncul.",
            "A day that does not exist or a number that is mistyped cannot be reckoned with: the reminder of a review "
            "would never come.",
        ),
        file=PAGE,
        wrong=page(TITLE, SUMMARY, "review_by: 2027-02-30"),
        right=page(TITLE, SUMMARY, "review_by: 2027-02-28"),
    ),
    "value-choice": RulePage(
        why=(
            "Di tempat ini sitegen hanya mengenal beberapa kata, dan tiap kata mengubah cara halaman dibuat. Kata "
            "lain tidak akan berpengaruh.",
            "sitegen knows only a few words here, and each changes how pages are made. Any other does nothing.",
        ),
        file="sites.yaml",
        wrong=sites("facts:", "  jadwal: {type: teks, about: Hari buka posyandu}", "sites:", SITE),
        right=sites("facts:", "  jadwal: {type: text, about: Hari buka posyandu}", "sites:", SITE),
    ),
    "value-twice": RulePage(
        why=(
            "Hal yang sama akan tampil dua kali di halaman. Sering kali butir kedua sebenarnya dimaksudkan lain.",
            "The same thing would be shown twice on a page. Often the second one was meant to be another.",
        ),
        file="content/shared/artikel/malaria.md",
        wrong=page("title: Malaria", "summary: Kenali tandanya.", "topics: [umum, umum]", "date: 2026-11-01"),
        right=page("title: Malaria", "summary: Kenali tandanya.", "topics: [umum]", "date: 2026-11-01"),
    ),
}
