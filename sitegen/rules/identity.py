"""Rules about who a site is: claims, confirmations, hosts, canonical URLs."""

from sitegen.rules.rule import OTHER_DAY, Rule

IDENTITY: dict[str, Rule] = {
    "official-words": Rule(
        "error",
        (
            "“{words}” hanya boleh ditulis di situs yang sudah dikonfirmasi dinasnya. Belum dikonfirmasi: {sites}.",
            "“{words}” may only stand on a site that its office has confirmed. Not confirmed: {sites}.",
        ),
        (
            "Tulis dengan kata lain (untuk lembaga lain: “kanal resmi ...”), batasi dengan “sites:” atau “::: only”, "
            "atau konfirmasi situsnya di sites.yaml (docs/identity.md).",
            "Say it in other words (of another body: “kanal resmi ...”), limit it with “sites:” or “::: only”, or "
            "confirm the site in sites.yaml (docs/identity.md).",
        ),
    ),
    "identity-future": Rule(
        "error",
        (
            "Tanggal konfirmasi {day} belum tiba; bangunan ini untuk {today}.",
            "The day of confirmation, {day}, is still to come; this build is for {today}.",
        ),
        (
            f"Tulis tanggal surat atau pesan dari dinas. {OTHER_DAY[0]}",
            f"Write the date of the office's letter or message. {OTHER_DAY[1]}",
        ),
    ),
    "identity-http": Rule(
        "warning",
        (
            "official_url situs yang dikonfirmasi tidak memakai https: {url}",
            "The official_url of a confirmed site does not use https: {url}",
        ),
        (
            "Tulis alamat https-nya; tanpa https siapa pun di jalan dapat mengganti isinya.",
            "Write its https address; without it anybody on the way can change what readers see.",
        ),
    ),
    "identity-host": Rule(
        "warning",
        (
            "Situs ini dikonfirmasi, tetapi “{host}” dan official_url “{official}” tidak berakhiran .go.id; warga "
            "diminta hanya percaya pada .go.id.",
            "This site is confirmed, but neither “{host}” nor the official_url “{official}” is under .go.id, the only "
            "addresses that people are told to trust.",
        ),
        (
            "Isi official_url dengan situs dinas atau pemda yang berakhiran .go.id, atau pindahkan situs ini ke sana "
            "(docs/identity.md).",
            "Give the .go.id site of the office or its government as official_url, or move this site there "
            "(docs/identity.md).",
        ),
    ),
    "security-expired": Rule(
        "warning",
        (
            "security.txt kedaluwarsa sejak {day}, jadi tidak diterbitkan lagi.",
            "security.txt expired on {day}, so it is no longer published.",
        ),
        (
            "Pastikan kontaknya masih dibaca orang, lalu tulis tanggal baru di “expires”, paling lama setahun ke "
            "depan; atau hapus “security:”.",
            "Make sure that somebody still reads the contact, then write a new date in “expires”, a year ahead at "
            "most; or delete “security:”.",
        ),
    ),
    "security-far": Rule(
        "warning",
        (
            "security.txt berlaku sampai {day}, lebih dari setahun ke depan.",
            "security.txt is said to hold until {day}, more than a year ahead.",
        ),
        (
            "Tulis tanggal paling lama setahun ke depan di “expires”; dengan begitu kontaknya diperiksa tiap tahun.",
            "Write a date at most a year ahead in “expires”, so that the contact is checked every year.",
        ),
    ),
    "host-twice": Rule(
        "error",
        (
            "Host lama “{value}” sudah dipakai di {others}.",
            "The old host “{value}” is already in use at {others}.",
        ),
        (
            "Host di aliases: tidak boleh milik situs lain atau masih menjadi alamat situs ini; hapus salah satunya.",
            "A host in aliases: may not belong to another site, nor still be the address of this one; delete one.",
        ),
    ),
    "hub-unknown": Rule(
        "error",
        ("Tidak ada situs dengan id “{value}”.", "There is no site with the id “{value}”."),
        ("Mungkin maksud Anda: {near}?", "Did you mean: {near}?"),
    ),
    "hub-missing": Rule(
        "warning",
        (
            "“canonical: hub” tidak berlaku: sites.yaml tidak menyebut hub.",
            "“canonical: hub” has no effect: sites.yaml names no hub.",
        ),
        (
            "Tulis “hub: <id situs>” di sites.yaml, atau hapus baris ini.",
            "Write “hub: <site id>” in sites.yaml, or delete this line.",
        ),
    ),
}
