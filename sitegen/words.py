"""The generator's own words in pages, beside those of the theme: titles of the pages that it makes by itself, the head
of a local note, what readers of a screen hear of tables and footnotes, the lines of a message for a WhatsApp group.

As in the theme's catalogues the Indonesian text is the message and needs no translation. A further language is one
entry in each row; a language without one shows the Indonesian words. Blanks in braces stay as they are.
"""

WORDS: dict[str, dict[str, str]] = {
    "Beranda": {"en": "Home"},
    "Artikel": {"en": "Articles"},
    "Kontak": {"en": "Contact"},
    "Fasilitas kesehatan": {"en": "Health facilities"},
    "Istilah": {"en": "Glossary"},
    "Tanya jawab": {"en": "Questions"},
    "Pengumuman": {"en": "Announcements"},
    "Pertanyaan yang sering diajukan, dengan jawaban singkat.": {
        "en": "Frequently asked questions, with short answers.",
    },
    "Pengumuman yang berlaku sekarang.": {"en": "Announcements that hold now."},
    "Agenda": {"en": "Events"},
    "Acara kesehatan yang akan datang, menurut bulan.": {"en": "Health events to come, by month."},
    "Unduhan": {"en": "Downloads"},
    "Berkas untuk disimpan atau dicetak, dengan jenis dan ukurannya.": {
        "en": "Files to keep or to print, with their type and size.",
    },
    "Kuis": {"en": "Quizzes"},
    "Pertanyaan singkat untuk sebelum dan sesudah sosialisasi, di layar atau di kertas.": {
        "en": "Short questions for before and after a session, on screen or on paper.",
    },
    "Sebelum": {"en": "Before"},
    "Sesudah": {"en": "After"},
    "Lihat jawaban nomor {}": {"en": "See answer {}"},
    "Jawaban: {}": {"en": "Answer: {}"},
    "Kunci jawaban": {"en": "Answers"},
    "Jumlah benar dari {}: sebelum ______ sesudah ______": {"en": "Right out of {}: before ______ after ______"},
    "Tabel (CSV)": {"en": "Table (CSV)"},
    "Teks (TXT)": {"en": "Text (TXT)"},
    "Naskah LibreOffice (ODT)": {"en": "LibreOffice document (ODT)"},
    "Tabel LibreOffice (ODS)": {"en": "LibreOffice table (ODS)"},
    "Tayangan LibreOffice (ODP)": {"en": "LibreOffice slides (ODP)"},
    "Naskah Word (DOCX)": {"en": "Word document (DOCX)"},
    "Tabel Excel (XLSX)": {"en": "Excel table (XLSX)"},
    "Tayangan PowerPoint (PPTX)": {"en": "PowerPoint slides (PPTX)"},
    "Berlaku sampai {}": {"en": "Until {}"},
    "Dibatalkan": {"en": "Cancelled"},
    "Setiap {}": {"en": "Every {}"},
    "{} pertama setiap bulan": {"en": "First {} of every month"},
    "{} kedua setiap bulan": {"en": "Second {} of every month"},
    "{} ketiga setiap bulan": {"en": "Third {} of every month"},
    "{} keempat setiap bulan": {"en": "Fourth {} of every month"},
    "Peta situs": {"en": "Site map"},
    "Halaman tidak ditemukan": {"en": "Page not found"},
    "Kesehatan dan JKN: cara berobat, mendaftar, nomor gawat darurat.": {
        "en": "Health and JKN: getting care, registering, emergency numbers.",
    },
    "Artikel singkat tentang JKN dan kesehatan, dengan sumber dan tanggal pemeriksaan.": {
        "en": "Short articles on JKN and health, with sources and the date they were checked.",
    },
    "Kontak kantor dan nomor penting.": {"en": "Contact and important numbers."},
    "Puskesmas, rumah sakit, klinik, dan posyandu menurut kecamatan.": {
        "en": "Puskesmas, hospitals, clinics and posyandu by kecamatan.",
    },
    "Arti singkat dari istilah dan singkatan di situs ini.": {
        "en": "Short meanings of the terms and abbreviations on this site.",
    },
    "Semua halaman dan artikel menurut abjad.": {"en": "All pages and articles by letter."},
    "Membaca tanpa sinyal": {"en": "Reading without a signal"},
    "Menyimpan situs ini di HP, supaya terbuka tanpa internet.": {
        "en": "Keeping this site on a phone, so that it opens without the internet.",
    },
    "Alamat itu tidak ada di situs ini.": {"en": "There is no such address on this site."},
    "Khusus {place}": {"en": "For {place}"},
    "Kembali ke teks, catatan {}": {"en": "Back to the text, note {}"},
    "Tabel": {"en": "Table"},
    "per {}": {"en": "as of {}"},
    "periksa kanal resmi": {"en": "ask an official channel"},
    "Diperiksa {}": {"en": "Checked {}"},
    "Diterbitkan {}": {"en": "Published {}"},
    "Sumber: {}": {"en": "Source: {}"},
    "{} dan {} sumber lain": {"en": "{} and {} more"},
    "Gawat darurat: telepon 119. Tanya JKN: telepon 165.": {
        "en": "Emergency: call 119. Questions about JKN: call 165."
    },
}


def word(text: str, lang: str) -> str:
    """A row of `WORDS` in a language, or the Indonesian text itself where it has no translation."""
    return WORDS[text].get(lang, text)
