"""The words of a report, in Indonesian and English. One table, so nothing is said in one only."""

import datetime as dt

from sitegen import locale

WORDS: dict[str, tuple[str, str]] = {
    "network": ("Laporan jaringan", "Report on the network"),
    "as-of": (
        "Keadaan per {day}. Halaman ini untuk pengelola dan tidak ikut diterbitkan.",
        "As of {day}. This page is for those who run the network and is not published.",
    ),
    "errors": (
        "Ada {count} kesalahan di naskah (lihat: sitegen check). Naskah yang salah belum dihitung di halaman ini.",
        "There are {count} errors in the sources (see: sitegen check). Documents with errors are not counted here.",
    ),
    "unpublished": (
        "Belum terbit di folder keluaran: {count} situs. Daftar periksa dan berat halamannya belum diukur "
        "(jalankan: sitegen build).",
        "Not published in the output folder: {count} sites. Their checklist and page weight are not measured "
        "(run: sitegen build).",
    ),
    # what is counted
    "sites": ("Situs", "Sites"),
    "published": ("Terbit", "Published"),
    "confirmed": ("Dikonfirmasi dinas", "Confirmed by their office"),
    "unverified": ("Belum dikonfirmasi", "Not confirmed"),
    "overdue": ("Lewat jadwal tinjauan", "Reviews overdue"),
    "stale": ("Catatan daerah usang", "Stale overrides"),
    "waiting": ("Menunggu persetujuan", "Waiting for acceptance"),
    "heaviest": ("Halaman terberat", "Heaviest page"),
    "bytes": ("{count} byte", "{count} bytes"),
    "not-measured": ("belum diukur", "not measured"),
    "nothing": ("Tidak ada.", "Nothing."),
    "all-sites": ("semua situs", "all sites"),
    "n-sites": ("{count} situs", "{count} sites"),
    "of": ("{part} dari {whole}", "{part} of {whole}"),
    "yes": ("ya", "yes"),
    "no": ("tidak", "no"),
    # what is missing
    "missing": ("Yang belum kami terima dari dinas", "What offices have not given us yet"),
    "missing-lead": (
        "Dihitung hanya untuk situs yang punya tempat menampilkannya. Yang diberi tanda (boleh) tidak dihitung dalam "
        "kelengkapan.",
        "Counted only for sites that have a place for it. What is marked (welcome) does not count for completeness.",
    ),
    "what": ("Data", "Item"),
    "lacking": ("Kurang di", "Missing on"),
    "share": ("Bagian", "Share"),
    "welcome": ("{what} (boleh)", "{what} (welcome)"),
    # sites
    "sites-lead": (
        "Yang paling banyak kekurangannya di atas. Nama situs membuka halamannya, siap dicetak untuk dinas.",
        "Those that lack most come first. A site's name opens its page, ready to be printed for the office.",
    ),
    "site": ("Situs", "Site"),
    "state": ("Keadaan", "State"),
    "complete": ("Lengkap", "Complete"),
    "lacks": ("Belum ada", "Lacks"),
    "late": ("Lewat jadwal", "Overdue"),
    "urgent": ("Perlu perhatian", "Needs attention"),
    "checklist-no": ("Belum memenuhi", "Does not meet"),
    "short-identity": ("pernyataan dinas", "word of the office"),
    "short-phone": ("telepon", "telephone"),
    "short-address": ("alamat", "address"),
    "short-hours": ("jam layanan", "opening hours"),
    "short-facilities": ("fasilitas", "facilities"),
    "short-contact-unchecked": ("Asal dan tanggal kontak", "Source and day of the contact"),
    "short-contact-old": ("Kontak perlu dicocokkan lagi", "The contact has to be checked again"),
    "short-facilities-unchecked": ("Asal dan tanggal data fasilitas", "Source and day of the list of facilities"),
    "short-facilities-old": ("Daftar fasilitas perlu dicocokkan lagi", "The facilities have to be checked again"),
    "heavy": ("Terberat", "Heaviest"),
    "not-published": ("belum terbit", "not published"),
    "is-confirmed": ("dikonfirmasi", "confirmed"),
    "is-unverified": ("belum dikonfirmasi", "not confirmed"),
    # reviews
    "reviews": ("Yang perlu diperiksa lagi", "What has to be checked again"),
    "reviews-lead": (
        "Naskah menurut review_by; klaim dan angka {days} hari, kontak dan fasilitas {year} hari sesudah terakhir "
        "diperiksa.",
        "Documents by their review_by; claims and figures {days} days, contacts and facilities {year} days after they "
        "were last checked.",
    ),
    "reviews-chart": (
        "Banyaknya menurut bulan. Batang penuh: naskah. Kotak kosong di atasnya: klaim, angka, kontak, fasilitas.",
        "How many, by month. Filled: documents. Empty boxes on top: claims, figures, contacts, facilities.",
    ),
    "month": ("Bulan", "Month"),
    "before": ("lalu", "late"),
    "later": ("nanti", "later"),
    "month-late": ("Sudah lewat", "Already late"),
    "month-later": ("Sesudah itu", "After that"),
    "high": ("Naskah, risiko tinggi", "Documents, high risk"),
    "medium": ("risiko sedang", "medium risk"),
    "low": ("risiko rendah", "low risk"),
    "others": ("Klaim, angka, kontak, fasilitas", "Claims, figures, contacts, facilities"),
    "total": ("Jumlah", "Total"),
    "pressing": ("Sudah lewat atau sudah dekat", "Late or near"),
    "all-due": ("Semua tanggal, menurut urutannya ({count})", "All days, in their order ({count})"),
    "by-day": ("Paling lambat", "By"),
    "risk": ("Risiko", "Risk"),
    "where": ("Di berkas", "In"),
    "due-held": ("ditahan, lewat {days} hari", "held back, {days} days late"),
    "due-overdue": ("lewat {days} hari", "{days} days late"),
    "due-soon": ("sudah dekat", "near"),
    "due-later": ("nanti", "later"),
    "kind-document": ("naskah", "document"),
    "kind-claim": ("klaim", "claim"),
    "kind-figure": ("{count} angka di", "{count} figures in"),
    "kind-contact": ("kontak", "contact"),
    "kind-facility": ("fasilitas", "facilities"),
    # overrides, acceptance
    "stale-lead": (
        "Bagian naskah bersama ini berubah sesudah diganti oleh sebuah daerah. Gabungkan dengan sitegen rebase.",
        "These parts of shared texts have changed since a district overrode them. Merge with sitegen rebase.",
    ),
    "changed-text": ("Yang berubah", "What has changed"),
    "overridden-in": ("Diganti di", "Overridden in"),
    "acceptance": ("Persetujuan dinas", "Acceptance by offices"),
    "document": ("Naskah", "Document"),
    "since": ("Sejak", "Since"),
    "unknown": ("tidak diketahui", "not known"),
    "for-days": ("{day} ({days} hari)", "{day} ({days} days)"),
    "waits": ("menunggu, belum tampil", "waits, not shown yet"),
    "changed": ("berubah sesudah disetujui, sudah tampil", "changed since it was accepted, shown already"),
    # weight
    "weight": ("Berat halaman", "Page weight"),
    "weight-lead": (
        "HTML dari folder terbitan sesudah gzip -9, beserta gaya yang ada di dalamnya. Anggaran: {budget} byte. "
        "Halaman yang hanya mengalihkan tidak dihitung.",
        "HTML of the published folders after gzip -9, with the styles inside it. Budget: {budget} bytes. Pages that "
        "only redirect are not counted.",
    ),
    "weight-figures": (
        "{pages} halaman. Tengah (median): {median} byte. Terberat: {most} byte. Di atas anggaran: {over}.",
        "{pages} pages. Median: {median} bytes. Heaviest: {most} bytes. Over the budget: {over}.",
    ),
    "weight-chart": ("Banyaknya halaman menurut berat, dalam ribuan byte", "Pages by weight, in thousands of bytes"),
    "budget": ("anggaran", "budget"),
    "heaviest-on": ("Terberat di", "Heaviest on"),
    "thousands": ("Berat (byte)", "Weight (bytes)"),
    "pages": ("Halaman", "Pages"),
    "page": ("Halaman", "Page"),
    "gzip": ("Sesudah gzip", "After gzip"),
    "plain": ("Sebelum gzip", "Before gzip"),
    "heaviest-pages": ("Yang terberat", "The heaviest"),
    # tasks
    "tasks": ("Semua tugas", "All tasks"),
    "tasks-lead": ("Sama dengan sitegen check --tasks.", "The same as sitegen check --tasks."),
    "rule": ("Aturan", "Rule"),
    "place": ("Tempat", "Place"),
    "message": ("Tugas", "Task"),
    "count": ("Banyaknya", "How many"),
    "tables": (
        "Tabel yang sama untuk program lembar kerja, di folder ini: {files}.",
        "The same as tables for spreadsheets, in this folder: {files}.",
    ),
}


def day(value: dt.date, lang: str) -> str:
    """A date in words."""
    return locale.long_date(value, lang)


def number(value: int, lang: str) -> str:
    """A whole number as the language groups it."""
    return locale.number(value, lang)
