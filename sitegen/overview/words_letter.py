"""The words of the letter to an office, and of what it is asked for, in Indonesian and English."""

_NEEDS: dict[str, tuple[str, str]] = {
    "need-identity": ("Pernyataan dinas tentang situs ini", "The office's word on this site"),
    "need-identity-why": (
        "Selama belum ada, situs bernama “Portal Kesehatan”, setiap halaman memuat “Bukan situs resmi pemerintah”, dan "
        "mesin pencari diminta tidak mendaftarnya.",
        "Without it the site is called “Portal Kesehatan”, every page says that it is not a site of the government, "
        "and search engines are asked not to list it.",
    ),
    "need-identity-where": ("kepala dan kaki setiap halaman", "head and foot of every page"),
    "need-identity-how": (
        "Surat atau pesan tertulis: nama dan jabatan yang menyatakan, tanggalnya, dan alamat web dinas (.go.id). Boleh "
        "juga menyatakan bahwa situs ini tidak dikehendaki.",
        "A letter or written message: name and position of who says so, its date, and the office's web address "
        "(.go.id). You may also say that you do not want this site.",
    ),
    "need-phone": ("Nomor telepon kantor", "Telephone number of the office"),
    "need-phone-why": (
        "Warga perlu tahu nomor yang dapat dihubungi. Kami tidak mengisi nomor yang belum pasti.",
        "People need a number to call. We do not fill in numbers that are not certain.",
    ),
    "need-phone-where": ("beranda, halaman Kontak, kaki setiap halaman", "home page, contact page, foot of every page"),
    "need-phone-how": ("Nomor dengan kode daerahnya.", "The number with its area code."),
    "need-address": ("Alamat kantor", "Address of the office"),
    "need-address-why": (
        "Untuk warga yang datang sendiri atau menulis surat.",
        "For people who come in person or write a letter.",
    ),
    "need-address-where": (
        "beranda, halaman Kontak, kaki setiap halaman",
        "home page, contact page, foot of every page",
    ),
    "need-address-how": ("Jalan, nomor, kelurahan, dan kode pos.", "Street, number, kelurahan and postal code."),
    "need-hours": ("Jam layanan kantor", "Opening hours of the office"),
    "need-hours-why": (
        "Supaya warga dari jauh tidak datang ketika kantor tutup.",
        "So that people from far away do not come while the office is closed.",
    ),
    "need-hours-where": ("beranda dan halaman Kontak", "home page and contact page"),
    "need-hours-how": ("Hari dan jam, juga pada hari Jumat.", "Days and hours, on Fridays, too."),
    "need-facilities": ("Daftar fasilitas kesehatan", "List of health facilities"),
    "need-facilities-why": (
        "Warga mencari puskesmas, rumah sakit, klinik, dan posyandu yang terdekat; halaman itu sekarang kosong.",
        "People look for the nearest puskesmas, hospital, clinic and posyandu; that page is empty now.",
    ),
    "need-facilities-where": ("halaman Fasilitas kesehatan", "page of health facilities"),
    "need-facilities-how": (
        "Tabel (Excel atau CSV): nama, jenis, kecamatan; bila ada juga alamat, telepon, jam, dan layanan. Sebut asal "
        "data dan tanggalnya.",
        "A table (Excel or CSV): name, kind, kecamatan; address, telephone, hours and services if there are any. "
        "Say where the data come from and of which day they are.",
    ),
    "need-whatsapp": ("Nomor WhatsApp layanan", "WhatsApp number of the office"),
    "need-whatsapp-why": ("Bila dinas melayani lewat WhatsApp.", "If the office serves people on WhatsApp."),
    "need-whatsapp-where": ("beranda dan halaman Kontak", "home page and contact page"),
    "need-whatsapp-how": ("Nomor milik kantor, bukan nomor pribadi.", "A number of the office, not of a person."),
    "need-email": ("Surel kantor", "E-mail of the office"),
    "need-email-why": ("Bila ada yang membacanya setiap hari kerja.", "If somebody reads it every working day."),
    "need-email-where": ("halaman Kontak", "contact page"),
    "need-email-how": ("Alamat milik kantor.", "An address of the office."),
    "need-website": ("Alamat web dinas", "Website of the office"),
    "need-website-why": (
        "Supaya warga dapat mencocokkan keterangan di sumbernya.",
        "So that people can check what they read at its source.",
    ),
    "need-website-where": ("halaman Kontak", "contact page"),
    "need-website-how": ("Alamat lengkap, dimulai https://.", "The whole address, beginning with https://."),
    "need-fact": ("Fakta daerah: {name}", "Fact of the district: {name}"),
    "need-fact-why": (
        "Artikel menyebutnya; sekarang di situ tertulis bahwa datanya belum kami terima.",
        "Articles tell it; for now they say that we have not received it.",
    ),
    "need-fact-where": ("", ""),
    "need-fact-how": ("Satu kalimat, seperti yang akan dibaca warga.", "One sentence, as people will read it."),
    "need-contact-unchecked": ("Asal dan tanggal kontak", "Source and day of the contact"),
    "need-contact-unchecked-why": (
        "Kontak sudah ada, tetapi belum tercatat dari siapa dan kapan diperiksa.",
        "There is a contact, but not from whom it is and when it was checked.",
    ),
    "need-contact-unchecked-where": ("halaman Kontak", "contact page"),
    "need-contact-unchecked-how": ("Cocokkan, lalu beri tahu kami tanggalnya.", "Check it, then tell us the day."),
    "need-contact-old": (
        "Kontak perlu dicocokkan lagi (terakhir {day})",
        "The contact has to be checked again (last on {day})",
    ),
    "need-contact-old-why": ("Sudah lebih dari setahun.", "It is more than a year ago."),
    "need-contact-old-where": ("halaman Kontak", "contact page"),
    "need-contact-old-how": ("Cocokkan, lalu beri tahu kami tanggalnya.", "Check it, then tell us the day."),
    "need-facilities-unchecked": ("Asal dan tanggal data fasilitas", "Source and day of the list of facilities"),
    "need-facilities-unchecked-why": (
        "Sebagian fasilitas belum tercatat dari siapa datanya dan kapan diperiksa; halaman menandainya.",
        "For some facilities it is not known who says so and when it was checked; the page says that.",
    ),
    "need-facilities-unchecked-where": ("halaman Fasilitas kesehatan", "page of health facilities"),
    "need-facilities-unchecked-how": ("Cocokkan daftarnya, lalu beri tahu kami.", "Check the list, then tell us."),
    "need-facilities-old": (
        "Daftar fasilitas perlu dicocokkan lagi (terlama {day})",
        "The list of facilities has to be checked again (oldest: {day})",
    ),
    "need-facilities-old-why": ("Sudah lebih dari setahun.", "It is more than a year ago."),
    "need-facilities-old-where": ("halaman Fasilitas kesehatan", "page of health facilities"),
    "need-facilities-old-how": ("Cocokkan daftarnya, lalu beri tahu kami.", "Check the list, then tell us."),
}

_LETTER: dict[str, tuple[str, str]] = {
    "to-network": ("Laporan jaringan", "Report on the network"),
    "letter-title": ("Yang kami perlukan dari dinas untuk {name}", "What we need from the office for {name}"),
    "letter-to": ("Yth. Kepala {office}", "To the head of {office}"),
    "letter-day": ("Keadaan per {day}", "As of {day}"),
    "letter-about": ("Alamat situs: {host}", "Address of the site: {host}"),
    "letter-intro": (
        "{name} memuat keterangan tentang kesehatan dan JKN untuk warga {place}. Naskahnya ditulis bersama untuk "
        "banyak daerah; data kantor dan fasilitas hanya dapat berasal dari dinas.",
        "{name} tells the people of {place} about health and JKN. Its texts are written for many districts together; "
        "the data of the office and its facilities can only come from the office.",
    ),
    "letter-unverified": (
        "Situs ini belum dikonfirmasi oleh dinas, dan menyatakan itu di setiap halaman.",
        "The office has not confirmed this site, and every page says so.",
    ),
    "letter-single": (
        "Situs ini satu halaman saja: kecamatan tidak mempunyai dinas kesehatan sendiri.",
        "This site is a single page: a kecamatan has no health office of its own.",
    ),
    "letter-needs": ("Yang belum kami terima", "What we have not received"),
    "letter-complete": (
        "Semua yang wajib sudah kami terima. Terima kasih.",
        "We have received all that is required. Thank you.",
    ),
    "letter-count": (
        "Sudah ada {part} dari {whole} yang wajib. Garis kosong dapat langsung diisi di lembar ini.",
        "{part} of {whole} required items are there. The empty lines may be filled in on this sheet.",
    ),
    "letter-again": ("Yang perlu dicocokkan lagi", "What has to be checked again"),
    "letter-welcome": ("Yang boleh ditambahkan", "What is welcome"),
    "why": ("Mengapa", "Why"),
    "shown-in": ("Tampil di", "Shown in"),
    "shown-by": ("naskah {titles}", "documents {titles}"),
    "give": ("Yang dikirim", "What to send"),
    "letter-waiting": ("Naskah yang menunggu keputusan dinas", "Documents that wait for the office"),
    "letter-waiting-lead": (
        "Jawab setiap naskah dengan setuju atau tidak. Yang menunggu belum tampil; yang berubah sudah tampil.",
        "Answer yes or no for each. What waits is not shown yet; what has changed is shown already.",
    ),
    "letter-how": ("Cara mengirim", "How to send it"),
    "letter-how-1": (
        "Isi lembar ini, atau jawab dengan surat, surel, atau pesan tertulis.",
        "Fill in this sheet, or answer by letter, e-mail or written message.",
    ),
    "letter-how-2": (
        "Sebut nama dan jabatan yang menjawab, dan tanggalnya: keduanya kami catat sebagai sumber.",
        "Give the name and position of who answers, and the day: we note both as the source.",
    ),
    "letter-how-3": (
        "Jangan kirim data pasien, NIK, atau data pribadi warga.",
        "Do not send data of patients, NIK or personal data of people.",
    ),
    "letter-how-4": (
        "Setelah dicocokkan, yang dikirim tampil pada terbitan berikutnya, dengan asal dan tanggalnya.",
        "Once checked, it appears in the next publication, with its source and day.",
    ),
    "letter-return": (
        "Kirim kembali kepada (diisi pengelola sebelum dicetak):",
        "Send it back to (to be filled in before printing):",
    ),
    "letter-by": ("Diisi oleh (nama, jabatan, tanggal):", "Filled in by (name, position, day):"),
    "letter-dates": ("Tanggal penting", "Dates"),
    "date-contact": ("Kontak terakhir diperiksa: {day}.", "The contact was last checked on {day}."),
    "date-contact-none": ("Kontak belum pernah diperiksa.", "The contact has never been checked."),
    "date-late": (
        "Lewat jadwal tinjauan di situs ini: {count} (yang terlama {day}).",
        "Overdue reviews on this site: {count} (the oldest: {day}).",
    ),
    "date-late-none": ("Tidak ada naskah yang lewat jadwal tinjauan.", "No review is overdue."),
    "date-next": (
        "Tinjauan berikutnya: {day}, {count} naskah atau data. Redaksi yang memeriksanya.",
        "Next review: {day}, {count} documents or data. The editors do it.",
    ),
    "annex": ("Lampiran: keadaan situs", "Annex: the state of the site"),
    "checklist": ("Daftar periksa portal kesehatan", "Checklist of a health portal"),
    "checklist-lead": (
        "Setiap baris diperiksa pada berkas yang terbit, bukan pada rencana.",
        "Every row is checked on the published files, not on plans.",
    ),
    "check-row": ("Yang diperiksa", "What is checked"),
    "check-how": ("Cara memeriksa", "How it is checked"),
    "check-found": ("Hasil", "Result"),
    "check-basis": ("Dasarnya", "On what it rests"),
}

_CHECKS: dict[str, tuple[str, str]] = {
    "state-yes": ("ya", "yes"),
    "state-no": ("tidak", "no"),
    "state-unbuilt": ("belum dibuat", "not yet built"),
    "state-none": ("tidak berlaku", "does not apply"),
    "check-mobile": ("Pas di layar ponsel", "Fits phones"),
    "check-mobile-how": (
        "setiap halaman punya meta viewport dengan width=device-width",
        "every page has a meta viewport with width=device-width",
    ),
    "check-search": ("Pencarian", "Search"),
    "check-search-how": (
        "beranda punya formulir cari, halaman hasilnya ada, dan cari.js serta cari-indeks.js ada",
        "the home page has a search form, the page of results is there, and so are cari.js and cari-indeks.js",
    ),
    "check-print": ("Dapat dicetak", "Prints"),
    "check-print-how": (
        "setiap artikel menautkan lembar gaya cetak (media=print) yang ada",
        "every article links a print sheet (media=print) that is there",
    ),
    "check-share": ("Dapat dibagikan", "Can be shared"),
    "check-share-how": (
        "setiap artikel punya tautan bagikan (wa.me) berisi teks",
        "every article has a share link (wa.me) with a text",
    ),
    "check-map": ("Peta situs dan indeks A–Z", "Site map and index A–Z"),
    "check-map-how": (
        "beranda menautkan peta-situs.html, dan di situ setiap artikel ditautkan",
        "the home page links peta-situs.html, and every article is linked there",
    ),
    "check-faq": ("Tanya jawab", "Questions and answers"),
    "check-faq-how": (
        "beranda menautkan tanya-jawab.html, dan di situ ada pertanyaan",
        "the home page links tanya-jawab.html, and there are questions on it",
    ),
    "check-tagline": ("Semboyan", "Tagline"),
    "check-tagline-how": (
        "di bawah judul beranda ada kalimat yang tidak kosong",
        "a sentence that is not empty stands below the title of the home page",
    ),
    "check-clicks": ("Artikel mana pun dalam dua klik", "Any article within two clicks"),
    "check-clicks-how": (
        "tautan ditelusuri dari beranda, jalan terpendek ke setiap artikel dihitung",
        "links are followed from the home page, the shortest way to each article is counted",
    ),
    "check-lost": ("Halaman 404 yang menolong", "Helpful page 404"),
    "check-lost-how": (
        "404.html menautkan beranda dan peta situs, dan punya formulir cari",
        "404.html links the home page and the site map, and has a search form",
    ),
    "note-all": ("{total} dari {total} halaman", "{total} of {total} pages"),
    "note-some": ("{count} dari {total} halaman; tidak di {path}", "{count} of {total} pages; not in {path}"),
    "note-no-form": ("beranda tanpa formulir cari", "no search form on the home page"),
    "note-lacking": ("{path} tidak ada", "there is no {path}"),
    "note-unlinked": ("beranda tidak menautkan {path}", "the home page does not link {path}"),
    "note-search-is": ("formulir menuju {path}; kedua skrip ada", "the form leads to {path}; both scripts are there"),
    "note-questions": ("{count} pertanyaan", "{count} questions"),
    "note-tagline-is": ("“{text}”", "“{text}”"),
    "note-tagline-none": ("tidak ditemukan", "not found"),
    "note-no-articles": ("belum ada artikel yang terbit", "no article is published yet"),
    "note-unreached": (
        "{count} artikel tidak tercapai, misalnya {path}",
        "{count} articles cannot be reached, such as {path}",
    ),
    "note-far": ("paling jauh {clicks} klik, {count} artikel", "{clicks} clicks at most, {count} articles"),
    "note-too-far": ("{clicks} klik ke {path}", "{clicks} clicks to {path}"),
    "note-lost-is": ("ketiganya ada", "all of them are there"),
    "note-lost-home": ("404.html tidak menautkan beranda", "404.html does not link the home page"),
    "note-lost-search": ("404.html tanpa peta situs atau formulir cari", "404.html lacks site map or search form"),
    "note-one-page": ("situs satu halaman", "a site of one page"),
    "note-not-published": ("situs belum terbit", "the site is not published"),
}

LETTER: dict[str, tuple[str, str]] = {**_NEEDS, **_LETTER, **_CHECKS}
