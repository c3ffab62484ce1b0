"""Rules about what helps readers on: related articles and the glossary."""

from sitegen.rules.rule import Rule

AIDS: dict[str, Rule] = {
    "related-unknown": Rule(
        "error",
        ("Tidak ada dokumen bernama “{name}”.", "There is no document named “{name}”."),
        (
            "Yang mirip: {near}. Tulis folder dan nama berkasnya, misalnya artikel/mendaftar-jkn.",
            "Similar: {near}. Write the folder and the file's name, such as artikel/mendaftar-jkn.",
        ),
    ),
    "related-self": Rule(
        "error",
        ("“{name}” adalah dokumen ini sendiri.", "“{name}” is this document itself."),
        ("Tulis nama dokumen lain, atau hapus baris ini.", "Name another document, or remove this line."),
    ),
    "related-not-shown": Rule(
        "warning",
        (
            "“{name}” tidak tampil di satu pun situs yang menampilkan dokumen ini.",
            "“{name}” is shown on none of the sites that show this document.",
        ),
        (
            "Dokumen itu mungkin ditarik, masih draf, atau untuk situs lain. Hapus atau ganti baris ini.",
            "It may be withdrawn, a draft, or meant for other sites. Remove or change this line.",
        ),
    ),
    "term-twice": Rule(
        "error",
        (
            "Istilah “{name}” ditulis dua kali (juga di {others}).",
            "The term “{name}” is written twice (also at {others}).",
        ),
        ("Gabungkan artinya, atau hapus salah satu.", "Join the meanings, or remove one of them."),
    ),
    "term-language": Rule(
        "warning",
        ("Tidak ada situs yang memakai bahasa “{lang}”.", "No site uses the language “{lang}”."),
        (
            "Bahasa lain yang dipakai: {known}. Perbaiki kodenya, atau hapus baris ini.",
            "Other languages in use: {known}. Mend the code, or remove this line.",
        ),
    ),
}
