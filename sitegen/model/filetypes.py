"""The types of files that may be offered for download: one row each. Nothing that a browser would run is among them."""

from sitegen.values import Frozen


class FileType(Frozen):
    """A type of file: its media type (IANA), its name for readers, and by what its bytes are known (`shape`).

    "text" is UTF-8 without control characters; "odf" and "ooxml" are zip files that say inside what they are; anything
    else are the first bytes themselves.
    """

    media: str
    name: str
    shape: str


_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."

FILE_TYPES: dict[str, FileType] = {
    ".pdf": FileType("application/pdf", "PDF", "%PDF-"),
    ".csv": FileType("text/csv", "Tabel (CSV)", "text"),
    ".txt": FileType("text/plain", "Teks (TXT)", "text"),
    ".odt": FileType(f"{_ODF}text", "Naskah LibreOffice (ODT)", "odf"),
    ".ods": FileType(f"{_ODF}spreadsheet", "Tabel LibreOffice (ODS)", "odf"),
    ".odp": FileType(f"{_ODF}presentation", "Tayangan LibreOffice (ODP)", "odf"),
    ".docx": FileType(f"{_OFFICE}wordprocessingml.document", "Naskah Word (DOCX)", "ooxml"),
    ".xlsx": FileType(f"{_OFFICE}spreadsheetml.sheet", "Tabel Excel (XLSX)", "ooxml"),
    ".pptx": FileType(f"{_OFFICE}presentationml.presentation", "Tayangan PowerPoint (PPTX)", "ooxml"),
}


def type_of(name: str) -> FileType | None:
    """The type of a file by its name; None for one that is not offered."""
    return FILE_TYPES.get("." + name.rpartition(".")[2].casefold())
