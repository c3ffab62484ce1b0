"""What somebody meant who wrote a key that there is not: by its Indonesian name, or by its letters."""

from difflib import get_close_matches

# Keys as people write them by guess, and what they may mean, the likeliest first.
GUESSES: dict[str, tuple[str, ...]] = {
    "alamat": ("address",),
    "bobot": ("weight",),
    "diperiksa": ("checked", "verified"),
    "ditinjau": ("reviewed",),
    "draf": ("draft",),
    "jam": ("time", "hours"),
    "jenis": ("kind",),
    "judul": ("title",),
    "kedaluwarsa": ("expires",),
    "layanan": ("services",),
    "mulai": ("start",),
    "nama": ("name",),
    "peninjau": ("reviewer",),
    "pokok": ("points",),
    "ringkasan": ("summary",),
    "risiko": ("risk",),
    "selesai": ("end",),
    "situs": ("sites",),
    "sumber": ("sources", "source"),
    "tanggal": ("date",),
    "telepon": ("phone",),
    "tempat": ("place",),
    "terkait": ("related",),
    "topik": ("topics",),
}


def nearest_key(key: str, known: tuple[str, ...]) -> str:
    """The known key that an unknown one means; "" if it is like none of them."""
    folded = key.casefold()
    guessed = next((name for name in GUESSES.get(folded, ()) if name in known), "")
    return guessed or next(iter(get_close_matches(folded, known, 1)), "")
