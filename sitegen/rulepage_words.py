"""The words of a rule's page besides those of the rule: subjects, weights, headings, blanks."""

from sitegen.rules import Rule
from sitegen.rules.aids import AIDS
from sitegen.rules.claims import CLAIMS
from sitegen.rules.comparing import COMPARING
from sitegen.rules.content import CONTENT
from sitegen.rules.explaining import EXPLAINING
from sitegen.rules.facilities import FACILITIES
from sitegen.rules.governance import GOVERNANCE
from sitegen.rules.identity import IDENTITY
from sitegen.rules.kinds import KINDS
from sitegen.rules.language import LANGUAGE
from sitegen.rules.languages import LANGUAGES
from sitegen.rules.new import NEW
from sitegen.rules.overrides import OVERRIDES
from sitegen.rules.packaging import PACKAGING
from sitegen.rules.pictures import PICTURES
from sitegen.rules.planning import PLANNING
from sitegen.rules.policy import POLICY
from sitegen.rules.publishing import PUBLISHING
from sitegen.rules.reading import READING
from sitegen.rules.signing import SIGNING
from sitegen.rules.theme import THEME
from sitegen.rules.verifying import VERIFYING

# Each table of `rules/` with its name (Indonesian, English), in the order in which editors meet them.
SUBJECTS: tuple[tuple[str, str, dict[str, Rule]], ...] = (
    ("Membaca berkas, nilai, dan daftar situs", "Reading files, values and the list of sites", READING),
    ("Naskah", "Documents", CONTENT),
    ("Jenis naskah", "Kinds of document", KINDS),
    ("Bantuan bagi pembaca", "Aids for readers", AIDS),
    ("Gambar", "Pictures", PICTURES),
    ("Catatan daerah dan naskah pengganti", "Overrides", OVERRIDES),
    ("Bahasa dan terjemahan", "Languages and translations", LANGUAGES),
    ("Identitas situs", "Identity of a site", IDENTITY),
    ("Klaim dan sumber", "Claims and sources", CLAIMS),
    ("Cara menulis", "Plain writing", LANGUAGE),
    ("Tinjauan dan masa berlaku", "Reviews and validity", GOVERNANCE),
    ("Fasilitas kesehatan", "Health facilities", FACILITIES),
    ("Tema dan templat", "Themes and templates", THEME),
    ("Susunan situs", "The plan of a site", PLANNING),
    ("Persetujuan dinas", "Acceptance by offices", POLICY),
    ("Penerbitan", "Publishing", PUBLISHING),
    ("Perintah explain", "The command explain", EXPLAINING),
    ("Perintah package", "The command package", PACKAGING),
    ("Perintah diff", "The command diff", COMPARING),
    ("Perintah sign", "The command sign", SIGNING),
    ("Perintah verify", "The command verify", VERIFYING),
    ("Perintah new", "The command new", NEW),
)

WEIGHTS: dict[str, tuple[str, str]] = {
    "error": (
        "Harus diperbaiki. Sampai saat itu, situs tetap seperti terbitan terakhir.",
        "It has to be mended. Until then, sites stay as they were last published.",
    ),
    "warning": (
        "Sebaiknya diperbaiki. Situs tetap terbit; dengan --strict dihitung kesalahan.",
        "It should be mended. Sites are published all the same; with --strict it counts as an error.",
    ),
    "task": (
        "Menunggu data atau keputusan dinas. Situs tetap terbit; daftarnya: sitegen check --tasks.",
        "It waits for data or a decision of an office. Sites are published; the list: sitegen check --tasks.",
    ),
}

HEADINGS: dict[str, tuple[str, str]] = {
    "message": ("Pesan", "Message"),
    "why": ("Mengapa", "Why"),
    "beside": ("Berkas lain dalam contoh ini", "Another file of this example"),
    "wrong": ("Salah", "Wrong"),
    "right": ("Benar", "Right"),
    "both": ("Salah (-) dan benar (+)", "Wrong (-) and right (+)"),
    "at": ("Pesannya menyebut {file}.", "The message names {file}."),
    "none": ("(berkas ini tidak ada)", "(there is no such file)"),
    "binary": ("(berkas ini bukan teks)", "(this file is no text)"),
    "cut": ("{shown}… ({count} karakter lagi)", "{shown}… ({count} more characters)"),
    "hint": ("Jalan keluar", "Way out"),
    "unknown": ("Tidak ada aturan bernama “{name}”.", "There is no rule named “{name}”."),
    "near": ("Mungkin maksud Anda: {names}", "Did you mean: {names}"),
    "all": ("Semua aturan: sitegen rule", "All rules: sitegen rule"),
    "one": (
        "Satu aturan, dengan alasan dan contoh: sitegen rule ATURAN",
        "One rule, with its reason and an example: sitegen rule RULE",
    ),
}

# What stands in Indonesian for a blank of a message; in English its name says it.
BLANKS: dict[str, str] = {
    "alias": "alamat lama", "allow": "jumlah", "alt": "teks pengganti", "base": "sidik", "budget": "batas",
    "byte": "byte", "cell": "sel", "chain": "rantai", "choices": "pilihan", "code": "kode", "columns": "kolom",
    "count": "jumlah", "date": "tanggal",
    "day": "tanggal", "days": "hari", "digest": "sidik", "district": "kode daerah", "document": "naskah",
    "domain": "domain", "entry": "catatan", "errors": "jumlah", "expected": "bentuk", "fact": "fakta",
    "figures": "angka", "file": "berkas", "files": "berkas", "first": "pertama", "folder": "folder",
    "folders": "folder", "fragment": "penanda", "group": "kelompok", "held": "tanggal", "highest": "tertinggi",
    "host": "host", "hosts": "host", "id": "id", "instead": "pengganti", "key": "kunci", "kind": "jenis",
    "kinds": "jenis", "known": "yang dikenal", "label": "penanda", "lacking": "yang kurang", "lang": "bahasa",
    "languages": "bahasa", "layer": "lapis", "least": "paling sedikit", "length": "panjang", "limit": "batas",
    "lines": "baris", "mark": "tanda", "marks": "tanda", "memory": "memori", "missing": "yang kurang", "mode": "cara",
    "modes": "cara",
    "most": "paling banyak", "n": "jumlah", "name": "nama", "near": "yang mirip", "official": "alamat resmi",
    "other": "yang lain", "others": "tempat lain", "owner": "pemilik", "part": "bagian", "path": "jalur",
    "paths": "jalur-jalur",
    "pid": "nomor proses", "plain": "kata biasa", "policy": "kebijakan", "reader": "pembaca", "readings": "arti",
    "reason": "sebab", "region": "daerah", "revision": "revisi", "says": "isi", "second": "kedua", "seconds": "detik",
    "section": "bagian",
    "serial": "nomor", "short": "kode pendek", "site": "situs", "sites": "situs", "size": "ukuran", "slug": "nama",
    "source": "sumber", "target": "tujuan", "text": "teks", "there": "yang ada", "title": "judul", "today": "hari ini",
    "topic": "topik", "total": "seluruhnya", "type": "jenis", "url": "alamat", "value": "nilai", "where": "tempat",
    "word": "kata", "words": "kata",
}  # fmt: skip
