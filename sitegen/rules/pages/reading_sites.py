"""Pages of the rules about the list of sites."""

from sitegen.rules.pages.page import RulePage
from sitegen.rules.pages.reading_samples import SITE, sites

SITES: dict[str, RulePage] = {
    "sites-empty": RulePage(
        why=(
            "Tanpa situs tidak ada yang dapat diterbitkan; biasanya daftarnya terhapus tanpa sengaja.",
            "Without a site nothing can be published; mostly the list was deleted by mistake.",
        ),
        file="sites.yaml",
        wrong="sites: []\n",
        right=sites("sites:", SITE),
    ),
    "district-unknown": RulePage(
        why=(
            "Nama daerah, provinsi, dan zona waktu diambil dari kode ini. Dengan kode yang salah, situs dapat "
            "menyebut daerah lain.",
            "The names of district and province and the time zone come from this code. With a wrong one, a site could "
            "speak for another district.",
        ),
        file="sites.yaml",
        wrong=sites("sites:", '  - {domain: dinkesMerauke.example, district: "93.99"}'),
        right=sites("sites:", SITE),
    ),
    "district-twice": RulePage(
        why=(
            "Nama dinas, provinsi, dan zona waktu sebuah situs diambil dari kode ini. Kode yang ikut tersalin dari "
            "baris lain membuat situs suatu kabupaten menyebut nama kabupaten lain, dan tidak ada hal lain yang "
            "menunjukkannya. Dua situs kecamatan di satu kabupaten bukan kesalahan: kode di `area` mereka berbeda.",
            "The name of the office, the province and the time zone of a site come from this code. A code that was "
            "copied along from another row makes the site of one district speak in the name of another, and nothing "
            "else shows it. Two sites of kecamatan in one district are no mistake: the codes in their `area` differ.",
        ),
        file="sites.yaml",
        wrong=sites("sites:", SITE, '  - {domain: dinkesMappi.example, district: "93.01"}'),
        right=sites("sites:", SITE, '  - {domain: dinkesMappi.example, district: "93.03"}'),
    ),
    "area-outside": RulePage(
        why=(
            "Situs kecamatan memakai nama dan kontak kabupatennya. Bila kodenya tidak cocok, warga diarahkan ke dinas "
            "yang salah.",
            "The site of a kecamatan bears its district's name and contact. If the codes do not match, people are "
            "sent to the wrong office.",
        ),
        file="sites.yaml",
        wrong=sites(
            "sites:",
            '  - domain: nanggalo.example\n    district: "93.01"',
            '    area: {code: "13.71.10", name: Kecamatan Nanggalo}',
        ),
        right=sites(
            "sites:",
            '  - domain: nanggalo.example\n    district: "13.71"',
            '    area: {code: "13.71.10", name: Kecamatan Nanggalo}',
        ),
    ),
    "name-twice": RulePage(
        why=(
            "Dua situs akan ditulis ke folder yang sama, dan yang satu menimpa yang lain. Di Windows dan macOS huruf "
            "besar dan kecil tidak dibedakan.",
            "Two sites would be written into one folder, one over the other. Windows and macOS do not tell upper from "
            "lower case.",
        ),
        file="sites.yaml",
        wrong=sites("sites:", SITE, '  - {domain: DINKESMERAUKE.example, district: "94.01"}'),
        right=sites("sites:", SITE, '  - {domain: dinkesNabire.example, district: "94.01"}'),
    ),
    "name-reserved": RulePage(
        why=(
            "Rekan yang memakai Windows tidak akan dapat membuka proyek atau hasilnya: nama seperti con, aux, dan nul "
            "milik Windows sendiri.",
            "Colleagues on Windows could not open the project or what it makes: names such as con, aux and nul belong "
            "to Windows itself.",
        ),
        file="sites.yaml",
        wrong=sites("sites:", '  - {domain: con.example, district: "93.01"}'),
        right=sites("sites:", SITE),
    ),
    "base-url-shape": RulePage(
        why=(
            "Alamat setiap halaman disusun dari sini. Tanpa garis miring di akhir, tautan yang dibagikan menuju "
            "halaman yang tidak ada.",
            "The address of every page is made from it. Without the slash at its end, shared links lead to pages that "
            "do not exist.",
        ),
        file="sites.yaml",
        wrong=sites(
            "sites:",
            "  - domain: dinkesMerauke.example",
            '    district: "93.01"',
            "    base_url: https://dinkesmerauke.example/situs",
        ),
        right=sites(
            "sites:",
            "  - domain: dinkesMerauke.example",
            '    district: "93.01"',
            "    base_url: https://dinkesmerauke.example/situs/",
        ),
    ),
    "identity-incomplete": RulePage(
        why=(
            "Situs confirmed tampil sebagai situs resmi dinas. Bila tidak tercatat siapa yang menyatakannya dan "
            "kapan, warga dapat percaya pada situs yang bukan milik dinasnya.",
            "A confirmed site appears as the office's own. If nobody noted who said so and when, people may trust a "
            "site that is not their office's.",
        ),
        file="sites.yaml",
        wrong=sites(
            "sites:",
            "  - domain: dinkesMerauke.example",
            '    district: "93.01"',
            "    identity: {status: confirmed}",
        ),
        right=sites(
            "sites:",
            "  - domain: dinkesMerauke.example",
            '    district: "93.01"',
            "    identity: {status: unverified}",
        ),
    ),
    "group-members": RulePage(
        why=(
            "Kelompok menentukan situs mana yang menampilkan sebuah naskah. Tanpa anggota, naskah untuk kelompok itu "
            "tidak tampil di mana pun.",
            "A group decides which sites show a document. Without members, what is written for it appears nowhere.",
        ),
        file="sites.yaml",
        wrong=sites("groups:", "  selatan:", "    title: Papua Selatan", "sites:", SITE),
        right=sites("groups:", "  selatan:", "    title: Papua Selatan", "    sites: [dinkesMerauke]", "sites:", SITE),
    ),
    "group-member-unknown": RulePage(
        why=(
            "Karena salah eja, satu kabupaten tidak ikut menerima naskah kelompoknya, dan warganya tidak tahu ada "
            "yang kurang.",
            "By a slip of spelling, one district does not get what is written for its group, and its people do not "
            "know that something is missing.",
        ),
        file="sites.yaml",
        wrong=sites("groups:", "  selatan: {title: Papua Selatan, sites: [dinkesMerouke]}", "sites:", SITE),
        right=sites("groups:", "  selatan: {title: Papua Selatan, sites: [dinkesMerauke]}", "sites:", SITE),
    ),
    "group-is-site": RulePage(
        why=(
            "Bila satu nama berarti situs dan juga kelompok, tidak jelas siapa yang menampilkan naskah yang "
            "ditujukan kepadanya.",
            "If one name means a site and a group as well, it is not clear who shows what is written for it.",
        ),
        file="sites.yaml",
        wrong=sites("groups:", "  dinkesMerauke: {title: Papua Selatan, sites: [dinkesMerauke]}", "sites:", SITE),
        right=sites("groups:", "  selatan: {title: Papua Selatan, sites: [dinkesMerauke]}", "sites:", SITE),
    ),
    "match-unknown": RulePage(
        why=(
            "Nama provinsi yang salah eja tidak cocok dengan situs mana pun, sehingga kelompoknya kosong dan "
            "naskahnya tidak tampil.",
            "A province that is misspelled matches no site, so that the group is empty and what is written for it is "
            "not shown.",
        ),
        file="sites.yaml",
        wrong=sites(
            "groups:", "  selatan:", "    title: Selatan", "    match: {province: [Papua Slatan]}", "sites:", SITE
        ),
        right=sites(
            "groups:", "  selatan:", "    title: Selatan", "    match: {province: [Papua Selatan]}", "sites:", SITE
        ),
    ),
    "fact-undeclared": RulePage(
        why=(
            "Fakta yang tidak terdaftar tidak dipakai naskah mana pun. Jadwal yang sudah diisi dinas tidak akan "
            "sampai kepada pembaca.",
            "No document uses a fact that is not declared. Hours that the office did supply would not reach readers.",
        ),
        file="sites.yaml",
        wrong=sites(
            "facts:",
            "  jadwal: {type: text, about: Hari buka posyandu}",
            "sites:",
            '  - {domain: dinkesMerauke.example, district: "93.01", facts: {jadwl: Selasa pertama}}',
        ),
        right=sites(
            "facts:",
            "  jadwal: {type: text, about: Hari buka posyandu}",
            "sites:",
            '  - {domain: dinkesMerauke.example, district: "93.01", facts: {jadwal: Selasa pertama}}',
        ),
    ),
    "contact-missing": RulePage(
        why=(
            "Warga membuka situs untuk tahu ke mana menelepon atau datang. Selama kosong, halaman Kontak hanya berkata "
            "bahwa datanya belum kami terima.",
            "People open the site to learn where to call or to go. As long as it is missing, the page Kontak only says "
            "that we have not received it.",
        ),
        wrong_words=(
            "Situs di sites.yaml belum punya contact:, atau nomornya dikira-kira agar halaman tidak kosong.",
            "A site in sites.yaml has no contact:, or the number was guessed so that the page is not empty.",
        ),
        right_words=(
            "Tunggu jawaban dinas. Lalu isi contact: dengan phone, address, dan hours, beserta source: dan verified:.",
            "Wait for the office to answer. Then give contact: a phone, address, hours, source: and verified:.",
        ),
    ),
    "contact-unverified": RulePage(
        why=(
            "Nomor telepon cepat berganti. Tanpa asal dan tanggal, tidak ada yang tahu apakah nomor itu masih benar, "
            "dan warga menelepon nomor yang mati.",
            "Telephone numbers change. Without source and day nobody knows whether one is still right, and people "
            "call a dead line.",
        ),
        file="sites.yaml",
        wrong=sites(
            "sites:",
            "  - domain: dinkesMerauke.example",
            '    district: "93.01"',
            "    contact:",
            '      phone: "0000-0000"',
        ),
        right=sites(
            "sites:",
            "  - domain: dinkesMerauke.example",
            '    district: "93.01"',
            "    contact:",
            '      phone: "0000-0000"',
            "      source: Surat dinas",
            "      verified: 2026-11-01",
        ),
    ),
}
