"""Pages of the rules about who a site is."""

from sitegen.rules.pages.page import RulePage

IDENTITY: dict[str, RulePage] = {
    "official-words": RulePage(
        (
            "Siapa pun dapat membeli nama domain yang mirip nama dinas. Selama dinasnya belum menyatakan situs ini "
            "miliknya, kata “resmi” dapat membuat warga menyerahkan data atau uang kepada orang yang salah.",
            "Anybody can buy a domain that looks like that of an office. Until the office has said that this site is "
            "its own, the word “official” may make people hand their data or money to the wrong ones.",
        ),
        "content/shared/artikel/berobat.md",
        """\
---
title: Berobat dengan JKN
summary: Langkah demi langkah.
topics: [umum]
date: 2026-11-01
---
Selamat datang di situs resmi kami. Tarifnya ada di kanal resmi BPJS Kesehatan.
""",
        """\
---
title: Berobat dengan JKN
summary: Langkah demi langkah.
topics: [umum]
date: 2026-11-01
---
Selamat datang. Tarifnya ada di kanal resmi BPJS Kesehatan.
""",
    ),
    "identity-future": RulePage(
        (
            "Situs yang dikonfirmasi tampil sebagai milik dinas. Sebelum dinas menyatakannya, hal itu belum benar, "
            "walaupun suratnya dijanjikan besok.",
            "A confirmed site presents itself as that of the office. Before the office has said so that is not true, "
            "even if its letter is promised for tomorrow.",
        ),
        "sites.yaml",
        """\
sites:
  - domain: dinkesContoh.example
    district: "32.02"
    identity:
      status: confirmed
      by: Kepala Dinas Contoh
      on: 2026-12-01
      official_url: https://dinkes.contohkab.example/
""",
        """\
sites:
  - domain: dinkesContoh.example
    district: "32.02"
    identity:
      status: confirmed
      by: Kepala Dinas Contoh
      on: 2026-11-02
      official_url: https://dinkes.contohkab.example/
""",
    ),
    "identity-http": RulePage(
        (
            "Pembaca yang ingin memastikan situs ini membuka alamat itu. Tanpa https, Wi-Fi warung atau orang lain di "
            "jalan dapat mengganti isinya, misalnya dengan nomor rekening.",
            "Readers who want to make sure of this site open that address. Without https a café's Wi-Fi, or anybody on "
            "the way, can put something else there, such as a bank account.",
        ),
        "sites.yaml",
        """\
sites:
  - domain: dinkesContoh.example
    district: "32.02"
    identity:
      status: confirmed
      by: Kepala Dinas Contoh
      on: 2026-11-02
      official_url: http://dinkes.contohkab.example/
""",
        """\
sites:
  - domain: dinkesContoh.example
    district: "32.02"
    identity:
      status: confirmed
      by: Kepala Dinas Contoh
      on: 2026-11-02
      official_url: https://dinkes.contohkab.example/
""",
    ),
    "identity-host": RulePage(
        (
            "Warga diajari bahwa hanya alamat .go.id milik pemerintah. Situs yang mengaku milik dinas tanpa satu "
            "pun alamat seperti itu tampak persis seperti penipuan. Dalam contoh ini nama .example, yang tidak "
            "dapat dimiliki siapa pun, menggantikan nama .go.id.",
            "People are taught that only addresses under .go.id belong to the government. A site that claims to be "
            "an office's without any such address looks just like fraud. Here a name under .example, which nobody "
            "can own, stands for one under .go.id.",
        ),
        "sites.yaml",
        """\
sites:
  - domain: dinkesContoh.test
    district: "32.02"
    identity:
      status: confirmed
      by: Kepala Dinas Contoh
      on: 2026-11-02
      official_url: https://dinkesContoh.test/
""",
        """\
sites:
  - domain: dinkesContoh.test
    district: "32.02"
    identity:
      status: confirmed
      by: Kepala Dinas Contoh
      on: 2026-11-02
      official_url: https://dinkes.contohkab.example/
""",
    ),
    "security-expired": RulePage(
        (
            "Orang yang menemukan celah keamanan melapor ke alamat di security.txt. Alamat yang tidak dibaca lagi "
            "lebih buruk daripada tidak ada: laporannya hilang, dan celahnya tetap terbuka. Karena itu berkasnya "
            "berhenti terbit.",
            "Who finds a security hole reports it to the address in security.txt. One that nobody reads any more is "
            "worse than none: the report is lost and the hole stays open. So the file is no longer published.",
        ),
        "sites.yaml",
        """\
sites:
  - domain: dinkesContoh.example
    district: "32.02"
    security: {contact: "mailto:keamanan@dinkesContoh.example", expires: 2026-11-01}
""",
        """\
sites:
  - domain: dinkesContoh.example
    district: "32.02"
    security: {contact: "mailto:keamanan@dinkesContoh.example", expires: 2027-11-01}
""",
    ),
    "security-far": RulePage(
        (
            "Dalam setahun petugas dapat pindah dan kotak suratnya mati. Tanggal yang jauh berarti bertahun-tahun "
            "tidak ada yang mengingatkan untuk memeriksanya.",
            "Within a year people move on and mailboxes die. A date far ahead means that for years nobody is reminded "
            "to look.",
        ),
        "sites.yaml",
        """\
sites:
  - domain: dinkesContoh.example
    district: "32.02"
    security: {contact: "mailto:keamanan@dinkesContoh.example", expires: 2030-11-01}
""",
        """\
sites:
  - domain: dinkesContoh.example
    district: "32.02"
    security: {contact: "mailto:keamanan@dinkesContoh.example", expires: 2027-11-01}
""",
    ),
    "host-twice": RulePage(
        (
            "Alamat lama mengantar pembaca ke tempat yang baru. Bila satu alamat milik dua situs, warga sebuah "
            "kabupaten tiba di situs kabupaten lain, dan menelepon dinas yang salah.",
            "An old address takes readers to the new one. If two sites have it, people of one district arrive on the "
            "site of another and call the wrong office.",
        ),
        "sites.yaml",
        """\
sites:
  - {domain: dinkesContoh.example, district: "32.02", aliases: [sehat.example]}
  - {domain: dinkesLain.example, district: "15.01", aliases: [sehat.example]}
""",
        """\
sites:
  - {domain: dinkesContoh.example, district: "32.02", aliases: [sehat.example]}
  - {domain: dinkesLain.example, district: "15.01"}
""",
    ),
    "hub-unknown": RulePage(
        (
            "Pusat (hub) ialah situs yang disebut kepada mesin pencari sebagai alamat asli naskah bersama. Nama yang "
            "salah berarti semua situs menunjuk ke tempat yang tidak ada.",
            "The hub is the site that search engines are given as the home of shared texts. With a wrong name all "
            "sites would point to a place that does not exist.",
        ),
        "sites.yaml",
        """\
hub: dinkesCntoh
sites:
  - {domain: dinkesContoh.example, district: "32.02"}
""",
        """\
hub: dinkesContoh
sites:
  - {domain: dinkesContoh.example, district: "32.02"}
""",
    ),
    "hub-missing": RulePage(
        (
            "Anda meminta agar mesin pencari memakai halaman di situs pusat, tetapi pusatnya tidak ditunjuk. Setiap "
            "situs lalu tetap mengajukan halamannya sendiri, dan permintaan Anda tidak terjadi.",
            "You asked that search engines take the page of the hub, but no site is named as the hub. So each site "
            "goes on offering its own page, and what you asked for does not happen.",
        ),
        "content/shared/artikel/berobat.md",
        """\
---
title: Berobat dengan JKN
summary: Langkah demi langkah.
topics: [umum]
date: 2026-11-01
canonical: hub
---
Bawa KTP.
""",
        """\
---
title: Berobat dengan JKN
summary: Langkah demi langkah.
topics: [umum]
date: 2026-11-01
---
Bawa KTP.
""",
    ),
}
