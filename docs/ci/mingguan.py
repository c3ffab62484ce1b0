"""Daftar mingguan dari laporan `sitegen check --tasks --format json`: apa yang sudah atau segera perlu ditinjau.

    python mingguan.py periksa.json

Mencetak Markdown. Tidak mencetak apa pun bila tidak ada yang perlu ditinjau. Hanya memakai pustaka bawaan Python.
"""

import json
import sys
from pathlib import Path

# Judul, dan aturan yang masuk ke bawahnya. Aturan lain tidak mendesak, atau sudah terlihat di pull request.
BAGIAN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Ditahan sampai ditinjau", ("review-held",)),
    ("Lewat waktu", ("review-overdue", "review-overdue-until", "contact-old", "facilities-old", "security-expired")),
    ("Segera jatuh tempo", ("review-soon",)),
    ("Angka dan dasar yang sudah lama", ("figure-old", "claim-old")),
    ("Naskah daerah dan terjemahan yang tertinggal", ("override-stale", "translation-stale")),
)


def daftar(laporan: dict[str, object]) -> str:
    """Laporan sebagai Markdown; "" bila tidak ada yang perlu ditinjau."""
    pesan = laporan["problems"]
    assert isinstance(pesan, list)
    bagian = [
        ("Kesalahan: tidak ada yang terbit sampai ini diperbaiki", [p for p in pesan if p["severity"] == "error"])
    ]
    bagian += [(judul, [p for p in pesan if p["rule"] in aturan]) for judul, aturan in BAGIAN]
    teks = []
    for judul, isi in bagian:
        if isi:
            teks.append(f"## {judul} ({len(isi)})\n\n" + "\n".join(f"    {baris}" for p in isi for baris in _baris(p)))
    return "\n\n".join(teks)


def _baris(pesan: dict[str, object]) -> list[str]:
    """Tempat dan pesan sebuah Problem. Empat spasi di depannya membuat isi naskah tampil sebagai teks biasa."""
    kata, situs = pesan["message"], pesan["sites"]
    assert isinstance(kata, dict)
    assert isinstance(situs, list)
    banyak = f" ({len(situs)} situs)" if situs else ""
    return f"{pesan['file']}:{pesan['line']}: {kata['id']}{banyak}".splitlines()


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    hasil = daftar(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    sys.stdout.write(f"{hasil}\n" if hasil else "")
