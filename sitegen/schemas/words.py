"""What editors are told of each key, in Indonesian: one row for each key of each type. A test asks for every key."""

from sitegen.model.document import Meta, Repeat, Selector, Source, Task, Withdrawn
from sitegen.model.facility import Facility
from sitegen.model.region import Area
from sitegen.model.site import Contact, Identity, Security
from sitegen.read.acceptance import Entry
from sitegen.read.claims import ClaimsFile, ClaimText, SourceText
from sitegen.read.facts import FactShape
from sitegen.read.glossary import TermText
from sitegen.read.groups import GroupShape, Inherited, MatchShape
from sitegen.read.project import TopicText
from sitegen.read.sites import FileShape, SiteShape
from sitegen.read.theme import Settings
from sitegen.read.tokens import Pair

_NAMES = "Nama boleh situs, grup, gugus pulau, provinsi, atau tanda; province:papua bila nama itu bisa berarti dua hal."

# Keys that are no field of a type, because reading takes them out before: of overrides and translations.
OVERRIDE = {
    "override": "Cara berkas ini mengubah naskah di bawahnya. before dan after: tambah catatan. fields: hanya kunci."
    " section: isi di bawah satu judul. replace: seluruh isi. Tanpa kunci ini berkas menambah naskah.",
    "section": "Id judul yang isinya diganti. Hanya untuk override: section.",
    "base": "Sidik bagian yang ditutupi. Ditulis oleh sitegen override dan sitegen rebase; jangan diisi sendiri.",
}
TRANSLATES = (
    "Sidik naskah asli pada hari terjemahan dibuat. Bila naskah asli berubah, sitegen check menyebut sidik baru."
)
MEANING = "Arti istilah itu dalam bahasa ini, misalnya meaning.su untuk bahasa Sunda."

WORDS: dict[type, dict[str, str]] = {
    Meta: {
        "title": "Judul. Mulai dengan kata yang dipakai warga; paling banyak 90 huruf.",
        "summary": "Ringkasan: satu atau dua kalimat yang cukup tanpa membuka halamannya; paling banyak 200 huruf.",
        "points": "Pokok-pokok di atas halaman: dua atau tiga kalimat pendek, jawaban lebih dulu.",
        "topics": "Topik dari content/topics.yaml. Topik utama paling atas.",
        "date": "Tanggal terbit. Naskah bertanggal sesudah hari ini belum ikut terbit.",
        "checked": "Hari sumbernya terakhir diperiksa.",
        "review_by": "Hari naskah harus ditinjau lagi.",
        "expires": "Hari naskah tidak berlaku lagi. Sejak hari itu halamannya berkata bahwa isinya sudah lewat.",
        "sources": "Sumber yang bukan dari klaim. Sumber klaim masuk sendiri dari content/claims.yaml.",
        "reviewed": "Hari tenaga kesehatan meninjau naskah. Hanya bila sungguh terjadi; tulis dengan sitegen review.",
        "reviewer": "Nama dan jabatan tenaga kesehatan yang meninjau. Selalu bersama reviewed.",
        "weight": "Bobot: makin besar makin atas di daftar.",
        "risk": "Risiko bagi warga bila keterangannya salah.",
        "legal_basis": "Peraturan yang menjadi dasar, masing-masing dengan nomornya.",
        "start": "Hari pertama. Untuk acara berulang: hari acara yang pertama.",
        "end": "Hari terakhir.",
        "level": "Pengumuman yang penting selalu di atas.",
        "place": "Tempat acara.",
        "time": "Jam mulai, waktu setempat. Tanpa kunci ini acara berlangsung sepanjang hari.",
        "time_end": "Jam selesai.",
        "repeat": "Acara berulang sampai suatu hari. Tidak bersama end.",
        "cancelled": "Hari-hari yang dibatalkan; tetap tampil, dicoret.",
        "task": "Hanya untuk “Mulai dari sini” di beranda.",
        "example": "Naskah contoh. Halamannya berkata bahwa isinya bukan keterangan sungguhan.",
        "draft": "Draf tidak ikut terbit.",
        "aliases": "Alamat lama yang mengantar ke halaman ini, misalnya artikel/nama-lama.html.",
        "withdrawn": "Naskah ditarik. Di alamatnya tertulis sejak kapan, mengapa, dan ke mana pembaca pergi.",
        "sites": f"Situs yang menampilkan naskah ini. Tanpa kunci ini: semua. {_NAMES}",
        "related": "Naskah yang ditampilkan lebih dulu di bawah halaman, misalnya artikel/mendaftar-jkn.",
        "canonical": "Alamat yang didaftar mesin pencari: halaman ini, halaman situs hub, atau tidak satu pun.",
        "file": "Nama berkas yang ditawarkan, di folder bernama sama dengan naskah ini.",
        "file_language": "Bahasa isi berkas itu, bila lain dari bahasa naskah.",
        "translates": TRANSLATES,
        "policy": "mandatory: selalu tampil. recommended: menunggu persetujuan di situs dengan hold. optional: hanya di"
        " situs yang menyetujuinya.",
        "correction": "urgent: koreksi mendesak, tidak menunggu persetujuan dinas.",
    },
    Source: {
        "title": "Judul sumber, atau nama dokumennya.",
        "publisher": "Penerbitnya.",
        "url": "Alamat webnya, bila ada.",
        "seen": "Hari sumber itu dilihat.",
    },
    Selector: {
        "only": f"Hanya situs-situs ini. {_NAMES}",
        "except": f"Kecuali situs-situs ini. {_NAMES}",
    },
    Task: {
        "order": "Urutan di “Mulai dari sini”.",
        "title": "Judul pendek.",
        "text": "Satu baris tentang isinya.",
    },
    Repeat: {
        "every": "minggu: setiap minggu pada hari yang sama. bulan: misalnya setiap Selasa pertama.",
        "until": "Hari terakhir pengulangan, paling lama tiga tahun sesudah start.",
    },
    Withdrawn: {
        "on": "Sejak hari ini naskah ditarik.",
        "reason": "Mengapa ditarik, untuk pembaca.",
        "instead": "Ke mana pembaca pergi, misalnya artikel/mendaftar-jkn.",
        "sites": f"Bila ditarik hanya di sebagian situs. {_NAMES}",
    },
    FileShape: {
        "sites": "Semua situs. Satu butir sama dengan satu situs dan satu folder di dist/.",
        "defaults": "Nilai yang diwarisi semua situs.",
        "groups": "Grup situs menurut id grup. Anggotanya mewarisi nilai grup.",
        "facts": "Fakta yang boleh dipakai di naskah sebagai {{ facts.nama }}; nilainya ditulis pada situs.",
        "hub": "Id situs yang halamannya didaftar mesin pencari bagi naskah dengan canonical: hub.",
    },
    Inherited: {
        "languages": "Bahasa situs; id harus ada di antaranya. Yang pertama berada di akar situs.",
        "contact": "Cara menghubungi dinas. Yang belum pasti dibiarkan kosong; jangan diisi dari perkiraan.",
        "theme": "Nama folder tema di themes/.",
        "facts": "Nilai fakta yang dideklarasikan di bagian facts: paling luar.",
        "tags": "Tanda bebas untuk menyasar naskah.",
        "keep": "Berkas atau folder (diakhiri /) milik petugas web, yang tidak disentuh saat terbit.",
        "hold": "Naskah bersama yang baru menunggu persetujuan dinas.",
        "security": "Ke mana kelemahan keamanan dilaporkan (security.txt).",
    },
    SiteShape: {
        "domain": "Nama domain; ejaannya menjadi nama folder di dist/.",
        "district": "Kode Kemendagri kabupaten atau kota, dalam tanda kutip. Nama dan zona waktu mengikutinya.",
        "id": "Id situs. Tanpa kunci ini: domain tanpa akhiran terakhir.",
        "area": "Kecamatan yang tidak punya dinas kesehatan sendiri; situsnya satu halaman.",
        "base_url": "Alamat situs, diakhiri garis miring. Tanpa kunci ini: https:// dan domain.",
        "aliases": "Domain lama yang mengantar ke situs ini.",
        "identity": "Konfirmasi dari dinas. Tanpa ini situs berkata “Bukan situs resmi pemerintah”.",
    },
    GroupShape: {
        "title": "Nama grup untuk pembaca.",
        "sites": "Anggota menurut id situs. Pilih salah satu: sites atau match.",
        "match": "Anggota menurut daftar wilayah; situs baru ikut dengan sendirinya.",
    },
    MatchShape: {
        "island_group": "Gugus pulau menurut daftar wilayah.",
        "province": "Provinsi menurut daftar wilayah.",
        "kind": "Jenis wilayah.",
    },
    FactShape: {
        "type": "Jenis nilainya.",
        "about": "Apa yang dimaksud, supaya dinas tahu apa yang diminta.",
    },
    Contact: {
        "phone": "Nomor telepon dinas.",
        "whatsapp": "Nomor WhatsApp dinas.",
        "email": "Alamat surel dinas.",
        "address": "Alamat kantor dalam satu baris.",
        "hours": "Jam layanan.",
        "website": "Situs web dinas.",
        "source": "Siapa yang menyatakan semua ini, misalnya nomor surat dinas.",
        "verified": "Hari semua ini diperiksa.",
    },
    Identity: {
        "status": "confirmed hanya setelah dinasnya sendiri mengonfirmasi.",
        "by": "Nama dan jabatan orang dinas yang mengonfirmasi.",
        "on": "Hari konfirmasi.",
        "official_url": "Alamat resmi yang disebut dinas.",
    },
    Security: {
        "contact": "Alamat mailto: atau https: untuk laporan.",
        "expires": "Sampai hari ini alamat itu pasti dibaca; paling lama setahun ke depan.",
    },
    Area: {
        "code": "Kode Kemendagri kecamatan, dalam tanda kutip.",
        "name": "Nama kecamatan, dengan kata Kecamatan.",
    },
    ClaimsFile: {
        "claims": "Pernyataan yang boleh ditulis di halaman, menurut kuncinya: {klaim kunci} di naskah.",
        "sources": "Sumber klaim menurut kuncinya.",
        "laws": "Peraturan menurut kuncinya, masing-masing dengan nomor dan namanya.",
    },
    ClaimText: {
        "says": "Isi klaim dalam satu kalimat.",
        "nature": "tetap: hukum atau aturan yang lama berlaku. berubah: nomor, angka, tanggal, status.",
        "sources": "Kunci sumber-sumbernya; sedikitnya satu.",
        "laws": "Kunci peraturannya.",
    },
    SourceText: {
        "grade": "A: situs pemerintah. B: pers nasional. C: pers daerah, blog, salinan, atau paparan.",
        "title": "Judul sumber.",
        "publisher": "Penerbitnya.",
        "seen": "Hari sumber itu dilihat.",
        "url": "Alamat webnya; hanya untuk A dan B.",
    },
    TermText: {
        "term": "Istilah, seperti ditulis di naskah.",
        "meaning": "Artinya dalam satu kalimat.",
        "also": "Ejaan lain dan kepanjangannya.",
        "source": "Sumber artinya, bila bukan dari klaim.",
        "claim": "Kunci dari content/claims.yaml yang menjadi dasar artinya.",
    },
    TopicText: {
        "title": "Nama topik.",
        "summary": "Satu atau dua kalimat tentang topik itu.",
    },
    Entry: {
        "document": "Naskah yang disetujui, misalnya artikel/cuci-tangan.",
        "digest": "Sidik naskah pada hari persetujuan; ditulis oleh sitegen accept.",
        "by": "Nama dan jabatan orang dinas yang menyetujui.",
        "on": "Hari persetujuan.",
    },
    Facility: {
        "id": "Penanda untuk alamat di halaman. Tanpa kunci ini: dibuat dari nama dan kecamatan.",
        "name": "Nama tempat.",
        "kind": "Jenisnya: puskesmas, hospital (rumah sakit), clinic (klinik), atau posyandu.",
        "kecamatan": "Kecamatan, dengan ejaan yang sama di semua baris.",
        "address": "Alamat.",
        "phone": "Nomor telepon.",
        "hours": "Jam layanan.",
        "services": "Layanan.",
        "lat": "Lintang dalam derajat desimal. Selalu bersama lon.",
        "lon": "Bujur dalam derajat desimal. Selalu bersama lat.",
        "source": "Siapa yang menyatakan data ini, misalnya nomor surat dinas.",
        "url": "Alamat web sumber itu, bila ada.",
        "verified": "Hari data ini diperiksa.",
    },
    Settings: {
        "name": "Nama tema untuk orang.",
        "page_size": "Banyak butir di satu halaman daftar, 1 sampai 500.",
        "extends": "Tema yang menjadi dasarnya.",
        "tokens": "Nilai sendiri untuk warna dan ukuran yang disebut di awal style/base.css.",
    },
    Pair: {
        "light": "Nilai siang.",
        "dark": "Nilai malam.",
    },
}


def description(kind: type, key: str) -> str:
    """What the key of a type means; what a type has from another one is told of there. Raises KeyError for a key that
    nobody has described."""
    for one in kind.__mro__:
        if key in WORDS.get(one, {}):
            return WORDS[one][key]
    raise KeyError(f"{kind.__name__}.{key}")
