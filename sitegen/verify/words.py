"""What a check says besides findings, in Indonesian and English. Findings have their words in `rules/verifying.py`."""

from sitegen.problems import Problem
from sitegen.report import problem_to_json
from sitegen.unicode import printable
from sitegen.verify.values import Note, Result

# What has to be dealt with first, comes first; all other rules follow in the order of their names.
_FIRST = (
    "verify-gambling", "verify-cloaked", "verify-redirect", "verify-tombstone", "verify-signature", "verify-mixed",
    "verify-other-site", "verify-old-release", "verify-unsigned", "verify-foreign-links", "verify-altered",
    "verify-missing", "verify-hidden", "verify-extra",
)  # fmt: skip

NOTES: dict[str, tuple[str, str]] = {
    "bytes-only": (
        "Hanya byte yang dicocokkan dengan daftar di tempat itu sendiri. Tanda tangan tidak diperiksa: tanpa "
        "--allowed-signers, orang yang mengganti halaman dapat mengganti daftarnya juga.",
        "Only bytes were compared, with the list that lies in the same place. No signature was checked: without "
        "--allowed-signers, whoever replaces pages can replace the list too.",
    ),
    "any-site": (
        "Situsnya tidak ditentukan; ini terbitan {site}. Tetapkan dengan --site.",
        "No site was asked for; this is a release of {site}. Ask for one with --site.",
    ),
    "any-serial": (
        "Nomor terbitan {serial}; terbitan lama tidak ditolak. Tetapkan yang terendah dengan --serial {serial}.",
        "Release number {serial}; old releases were not ruled out. Set the lowest with --serial {serial}.",
    ),
    "kept": (
        "Berkas petugas web menurut `keep:` yang tidak diperiksa isinya: {count}.",
        "Files of the web officer under `keep:`, whose content was not checked: {count}.",
    ),
    "guide": (
        "Petunjuk di samping folder situs tidak ikut ditandatangani: {paths}.",
        "The guide beside the site's folder is not covered by the signature: {paths}.",
    ),
    "http": (
        "Lewat HTTP hanya terlihat berkas yang ada di daftar. Berkas asing di server {host}, misalnya skrip yang "
        "ditanam, "
        "tidak terlihat dari luar: periksa foldernya di panel hosting dengan sitegen verify FOLDER.",
        "Over HTTP only files of the list are seen. Foreign files on the server {host}, such as a planted script, "
        "cannot "
        "be seen from outside: check the folder in the host's panel with sitegen verify FOLDER.",
    ),
    "certificate": (
        "Sertifikat https berlaku sampai {date} ({days} hari lagi).",
        "The https certificate is valid until {date} ({days} more days).",
    ),
    "redirects": (
        "Dialihkan di dalam situs ini: {count} alamat, misalnya {source} ke {target}.",
        "Redirected within this site: {count} addresses, such as {source} to {target}.",
    ),
    "not-served": (
        "Berkas pengaturan server, tidak ditampilkan lewat HTTP dan tidak diperiksa: {paths}.",
        "Settings of the server, not shown over HTTP and not checked: {paths}.",
    ),
    "removed": (
        "Sisipan hosting yang diizinkan, dibuang sebelum dicocokkan, di {pages} berkas: {text}",
        "A snippet of the hoster that is tolerated, removed before comparing, in {pages} files: {text}",
    ),
    "signed": (
        "Tanda tangan benar: {site}, terbitan nomor {serial}, kunci {key}.",
        "The signature is good: {site}, release number {serial}, key {key}.",
    ),
    "fine": (
        "Sesuai dengan yang diterbitkan: {files} berkas.",
        "As published: {files} files.",
    ),
    "findings": (
        "Temuan: {count}, dari {files} berkas.",
        "Findings: {count}, among {files} files.",
    ),
}


def said(note: Note, lang: str) -> str:
    """A Note in words, its blanks safe for a terminal."""
    name, blanks = note
    return NOTES[name][0 if lang == "id" else 1].format(**{key: printable(value) for key, value in blanks})


def grouped(problems: tuple[Problem, ...], lang: str) -> list[list[Problem]]:
    """Findings that say the same in `lang`, the gravest first."""
    groups: dict[tuple[int, str, str], list[Problem]] = {}
    for one in problems:
        rank = _FIRST.index(one.rule) if one.rule in _FIRST else len(_FIRST)
        groups.setdefault((rank, one.rule, one.message(lang)), []).append(one)
    return [groups[key] for key in sorted(groups)]


def closing(result: Result) -> list[Note]:
    """Whose release it is, as far as that was proven, and what the check came to."""
    notes: list[Note] = []
    if result.key and result.statement:
        serial = str(result.statement.serial)
        notes.append(("signed", (("key", result.key), ("serial", serial), ("site", result.statement.site))))
    count, files = str(len(result.problems)), str(result.files)
    notes.append(
        ("findings", (("count", count), ("files", files))) if result.problems else ("fine", (("files", files),))
    )
    return notes


def to_json(result: Result) -> dict[str, object]:
    """A result as plain values. `signed`: a signature was proven; only then do site and serial mean much."""
    statement = result.statement
    return {
        "target": result.target,
        "kind": result.kind,
        "checked": True,
        "fine": not result.problems,
        "signed": bool(result.key),
        "key": result.key,
        "site": result.manifest.site if result.manifest else "",
        "serial": statement.serial if statement else 0,
        "manifest": result.digest,
        "files": result.files,
        "problems": [problem_to_json(one) for one in result.problems],
        "notes": [{"name": one[0], "id": said(one, "id"), "en": said(one, "en")} for one in result.notes],
    }
