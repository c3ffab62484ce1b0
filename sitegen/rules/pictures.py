"""Rules about pictures: the files, and the words that stand for them."""

from sitegen.rules.rule import Rule

_SMALLER = (
    "Perkecil fotonya di ponsel atau komputer (lebar 1600 piksel sudah cukup), lalu simpan lagi.",
    "Make the photo smaller on the phone or computer (1600 pixels wide are enough) and save it again.",
)

PICTURES: dict[str, Rule] = {
    "picture-too-large": Rule(
        "error",
        ("Berkas gambar ini lebih besar dari {limit}.", "This picture's file is larger than {limit}."),
        _SMALLER,
    ),
    "picture-too-many-pixels": Rule(
        "error",
        (
            "Gambar ini {size} megapiksel; paling banyak {limit} megapiksel.",
            "This picture has {size} megapixels; {limit} are the most.",
        ),
        _SMALLER,
    ),
    "picture-format": Rule(
        "error",
        (
            "Isi berkas ini bukan gambar PNG, JPEG, WebP, GIF, atau AVIF.",
            "This file holds no PNG, JPEG, WebP, GIF or AVIF picture.",
        ),
        (
            "Foto iPhone sering berformat HEIC walau namanya .jpg. Buka gambarnya, lalu simpan sebagai JPEG.",
            "Photos of an iPhone are often HEIC, whatever their name. Open the picture and save it as JPEG.",
        ),
    ),
    "picture-broken": Rule(
        "error",
        ("Gambar ini rusak, terpotong, atau dibuat tidak lazim.", "This picture is damaged, cut off or oddly made."),
        (
            "Salin lagi dari asalnya, atau buka dan simpan ulang sebagai JPEG atau PNG.",
            "Copy it again from where it came, or open it and save it anew as JPEG or PNG.",
        ),
    ),
    "picture-animated": Rule(
        "error",
        ("Gambar ini bergerak.", "This picture is animated."),
        (
            "Gambar bergerak mengganggu pembaca dan tidak bisa dicetak. Simpan satu bingkainya sebagai PNG.",
            "Moving pictures disturb readers and cannot be printed. Save one frame of it as PNG.",
        ),
    ),
    "picture-svg": Rule(
        "error",
        ("SVG tidak boleh berada di samping artikel.", "SVG may not lie beside an article."),
        (
            "SVG bisa memuat program. Simpan sebagai PNG; yang benar-benar perlu SVG ditaruh di static/.",
            "SVG may hold programs. Save it as PNG; what really has to be SVG goes into static/.",
        ),
    ),
    "image-alt-name": Rule(
        "warning",
        (
            "Teks pengganti “{alt}” adalah nama berkas, bukan keterangan.",
            "The alternative text “{alt}” is the name of a file and tells nothing.",
        ),
        (
            "Tulis apa yang terlihat: ![Kader menimbang balita]({target}).",
            "Say what it shows: ![A volunteer weighs a child]({target}).",
        ),
    ),
    "image-alt-long": Rule(
        "warning",
        (
            "Teks pengganti gambar {target} lebih panjang dari {most} huruf.",
            "The alternative text of {target} is longer than {most} letters.",
        ),
        (
            "Pembaca layar membacanya tanpa jeda. Tulis satu kalimat di sini, sisanya di dalam artikel.",
            "Screen readers read it without a pause. Write one sentence here and the rest into the article.",
        ),
    ),
}
