"""Pages of the rules about facilities and the tables in which they are written."""

from sitegen.rules.pages.page import RulePage

_FILE = "content/sites/satu/facilities.csv"

_TABLE: dict[str, RulePage] = {
    "csv-quote": RulePage(
        (
            "Tanda petik yang tidak ditutup menelan baris-baris sesudahnya: beberapa puskesmas hilang dari daftar, "
            "dan isinya menjadi satu sel yang panjang.",
            "A quote that is not closed swallows the rows after it: some facilities vanish from the list and end up "
            "in one long cell.",
        ),
        _FILE,
        """\
name,kind,kecamatan,hours
Puskesmas Contoh,puskesmas,Contoh Utara,"Senin-Sabtu, pagi
Posyandu Melati,posyandu,Contoh Utara,
""",
        """\
name,kind,kecamatan,hours
Puskesmas Contoh,puskesmas,Contoh Utara,"Senin-Sabtu, pagi"
Posyandu Melati,posyandu,Contoh Utara,
""",
    ),
    "csv-cells": RulePage(
        (
            "Satu koma yang tidak diapit menggeser semua sel sesudahnya: alamat masuk ke kolom telepon, dan warga "
            "menekan nomor yang bukan nomor.",
            "One comma outside quotes moves all cells after it: the address ends up in the column for telephones, and "
            "people tap a number that is none.",
        ),
        _FILE,
        """\
name,kind,kecamatan,address
Puskesmas Contoh,puskesmas,Contoh Utara,Jalan Contoh 1, RT 2
""",
        """\
name,kind,kecamatan,address
Puskesmas Contoh,puskesmas,Contoh Utara,"Jalan Contoh 1, RT 2"
""",
    ),
    "csv-column-twice": RulePage(
        (
            "Dari dua kolom dengan nama yang sama hanya satu yang dapat tampil, dan tidak ada yang tahu yang mana. "
            "Nomor yang benar dapat hilang.",
            "Of two columns of one name only one can be shown, and nobody knows which. The right number may be the "
            "one that is lost.",
        ),
        _FILE,
        """\
name;kind;kecamatan;hours;hours
Puskesmas Contoh;puskesmas;Contoh Utara;Senin-Jumat;Senin-Sabtu
""",
        """\
name;kind;kecamatan;hours
Puskesmas Contoh;puskesmas;Contoh Utara;Senin-Sabtu
""",
    ),
    "csv-column-missing": RulePage(
        (
            "Nama, jenis, dan kecamatan dipakai untuk menyusun daftar. Tanpa salah satunya warga tidak menemukan "
            "tempat yang dekat dengan rumahnya.",
            "Name, kind and kecamatan put the list in order. Without one of them people do not find the place near "
            "their home.",
        ),
        _FILE,
        """\
name,kind
Puskesmas Contoh,puskesmas
""",
        """\
name,kind,kecamatan
Puskesmas Contoh,puskesmas,Contoh Utara
""",
    ),
}

_ENTRIES: dict[str, RulePage] = {
    "facilities-twice": RulePage(
        (
            "Bila daftarnya ada di dua berkas, orang memperbaiki yang satu dan yang lain tetap tampil. Nomor yang "
            "sudah diganti lalu tidak pernah sampai ke pembaca.",
            "With the list in two files somebody corrects the one while the other is shown. A number that was changed "
            "then never reaches readers.",
        ),
        "content/sites/satu/facilities.yaml",
        """\
- {name: Puskesmas Contoh, kind: puskesmas, kecamatan: Contoh Utara}
""",
        "",
        (
            (
                _FILE,
                """\
name,kind,kecamatan
Puskesmas Contoh,puskesmas,Contoh Utara
""",
            ),
        ),
    ),
    "facilities-one-page": RulePage(
        (
            "Situs kecamatan hanya satu halaman dan tidak punya daftar fasilitas. Data yang dikumpulkan dengan susah "
            "payah tidak dilihat siapa pun.",
            "The site of a kecamatan is one page and has no list of facilities. Data that took pains to collect is "
            "seen by nobody.",
        ),
        "content/sites/contohUtara/facilities.csv",
        """\
name,kind,kecamatan
Puskesmas Contoh,puskesmas,Contoh Utara
""",
        "",
        (
            (
                "sites.yaml",
                """\
sites:
  - {domain: dinkesContoh.example, district: "15.01"}
  - domain: contohUtara.example
    district: "15.01"
    area: {code: "15.01.01", name: Kecamatan Contoh Utara}
""",
            ),
        ),
    ),
    "facility-twice": RulePage(
        (
            "Pembaca melihat satu puskesmas dua kali, mungkin dengan dua nomor, dan tidak tahu mana yang benar. "
            "Tautan ke tempat itu juga tidak lagi menunjuk satu tempat.",
            "Readers see one puskesmas twice, perhaps with two numbers, and do not know which is right. A link to it "
            "no longer means one place either.",
        ),
        _FILE,
        """\
name,kind,kecamatan,address
Posyandu Melati,posyandu,Contoh Utara,Balai RW 3
Posyandu Melati,posyandu,Contoh Utara,Balai RW 5
""",
        """\
name,kind,kecamatan,address,id
Posyandu Melati,posyandu,Contoh Utara,Balai RW 3,melati-rw-3
Posyandu Melati,posyandu,Contoh Utara,Balai RW 5,melati-rw-5
""",
    ),
    "facility-point": RulePage(
        (
            "Satu angka saja bukan titik di peta. Tautan ke peta akan mengantar orang sakit ke tempat lain.",
            "One number alone is no point on a map. The link to the map would take somebody who is ill to another "
            "place.",
        ),
        _FILE,
        """\
name,kind,kecamatan,lat,lon
Puskesmas Contoh,puskesmas,Contoh Utara,-6.92,
""",
        """\
name,kind,kecamatan,lat,lon
Puskesmas Contoh,puskesmas,Contoh Utara,-6.92,106.93
""",
    ),
}

_TASKS: dict[str, RulePage] = {
    "facilities-missing": RulePage(
        (
            "“Puskesmas mana yang dekat?” ialah pertanyaan pertama warga. Sampai daftarnya ada, halaman fasilitas "
            "hanya dapat berkata bahwa daftarnya belum diterima.",
            "“Which puskesmas is near?” is the first thing that people ask. Until there is a list, the page of "
            "facilities can only say that it has not been received.",
        ),
        "content/sites/dinkesContoh/facilities.csv",
        "",
        """\
name,kind,kecamatan,source,verified
Puskesmas Contoh,puskesmas,Contoh Utara,Surat dinas nomor 1,2026-11-02
""",
        (
            (
                "sites.yaml",
                """\
sites:
  - {domain: dinkesContoh.example, district: "32.02"}
""",
            ),
        ),
        "content/sites",
    ),
    "facilities-unverified": RulePage(
        (
            "Tempat tanpa asal dan tanpa tanggal diberi tanda “Belum diperiksa”. Pembaca tidak tahu apakah perjalanan "
            "jauh ke sana akan sia-sia.",
            "A place without origin and date is marked “Belum diperiksa” (not checked). Readers cannot know whether a "
            "long way there would be for nothing.",
        ),
        _FILE,
        """\
name,kind,kecamatan,source,verified
Puskesmas Contoh,puskesmas,Contoh Utara,,
""",
        """\
name,kind,kecamatan,source,verified
Puskesmas Contoh,puskesmas,Contoh Utara,Surat dinas nomor 1,2026-11-02
""",
    ),
    "facilities-old": RulePage(
        (
            "Dalam setahun jam layanan, nomor, dan alamat berubah. Warga yang percaya pada daftar lama datang ketika "
            "loketnya sudah tutup.",
            "Within a year hours, numbers and addresses change. People who trust an old list come when the counter is "
            "closed.",
        ),
        _FILE,
        """\
name,kind,kecamatan,source,verified
Puskesmas Contoh,puskesmas,Contoh Utara,Surat dinas nomor 1,2025-06-02
""",
        """\
name,kind,kecamatan,source,verified
Puskesmas Contoh,puskesmas,Contoh Utara,Surat dinas nomor 7,2026-11-02
""",
    ),
}

FACILITIES: dict[str, RulePage] = {**_TABLE, **_ENTRIES, **_TASKS}
