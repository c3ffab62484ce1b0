"""What our own pages are called, and where they lie."""

from sitegen.model.kinds import KINDS
from sitegen.words import word

_TITLES = {
    "home": "Beranda",
    "articles": "Artikel",
    "contact": "Kontak",
    "facilities": "Fasilitas kesehatan",
    "glossary": "Istilah",
    "offline": "Membaca tanpa sinyal",
    "question": "Tanya jawab",
    "announcement": "Pengumuman",
    "event": "Agenda",
    "download": "Unduhan",
    "quiz": "Kuis",
    "index": "Peta situs",
    "missing": "Halaman tidak ditemukan",
}
FILES = {
    "home": "index.html",
    "articles": "artikel/index.html",
    "contact": "kontak.html",
    "facilities": "fasilitas.html",
    "offline": "luring.html",
    **{kind.id: kind.list for kind in KINDS if kind.list},
}
_SUMMARIES = {
    "home": "Kesehatan dan JKN: cara berobat, mendaftar, nomor gawat darurat.",
    "articles": "Artikel singkat tentang JKN dan kesehatan, dengan sumber dan tanggal pemeriksaan.",
    "contact": "Kontak kantor dan nomor penting.",
    "facilities": "Puskesmas, rumah sakit, klinik, dan posyandu menurut kecamatan.",
    "glossary": "Arti singkat dari istilah dan singkatan di situs ini.",
    "offline": "Menyimpan situs ini di HP, supaya terbuka tanpa internet.",
    "question": "Pertanyaan yang sering diajukan, dengan jawaban singkat.",
    "announcement": "Pengumuman yang berlaku sekarang.",
    "event": "Acara kesehatan yang akan datang, menurut bulan.",
    "download": "Berkas untuk disimpan atau dicetak, dengan jenis dan ukurannya.",
    "quiz": "Pertanyaan singkat untuk sebelum dan sesudah sosialisasi, di layar atau di kertas.",
    "index": "Semua halaman dan artikel menurut abjad.",
    "missing": "Alamat itu tidak ada di situs ini.",
}


def page_title(name: str, lang: str) -> str:
    """The title of one of our own pages, in `lang`."""
    return word(_TITLES[name], lang)


def page_summary(name: str, lang: str) -> str:
    """The description of one of our own pages, in `lang`."""
    return word(_SUMMARIES[name], lang)
