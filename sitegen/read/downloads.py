"""Files that are offered for download: whether their bytes are what their names say, and can do no harm.

A file that says one thing and is another would be opened by a program that nobody chose; a macro or a formula runs on
the computer of the reader.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from sitegen.model.document import Meta
from sitegen.model.filetypes import FILE_TYPES, FileType, type_of
from sitegen.problems import Place, Problem, problem
from sitegen.read.source import Mapping, get

KINDS = " ".join(FILE_TYPES)
# Above so many entries a zip file is no document of an office.
MOST_ENTRIES = 5000

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# Where LibreOffice and Microsoft Office keep programs.
_MACROS = re.compile(
    r"^(Basic|Scripts|Dialogs)/|(^|/)(vbaProject\.bin|vbaData\.xml)$|(^|/)activeX/|^xl/macrosheets/", re.I
)
_MACRO_TYPE = b"macroEnabled"
# The folder of Office Open XML in which the document itself lies (ECMA-376 part 1, annex F).
_PARTS = {".docx": "word/", ".xlsx": "xl/", ".pptx": "ppt/"}
# What a spreadsheet takes for a formula (OWASP, "CSV injection"); figures with a sign and a lone dash are none.
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d\s.,()+-]*$)")


def check_name(front: Mapping, meta: Meta) -> Iterator[Problem]:
    """A file of a type that is not offered."""
    node = get(front, "file")
    if meta.file and node and type_of(meta.file) is None:
        yield problem("download-kind", node.place, name=meta.file, kinds=KINDS)


def check_download(file: str, data: bytes) -> Iterator[Problem]:
    """What is wrong with the bytes of a file that lies beside a download; nothing is said of types that are not
    offered, since front matter cannot name them."""
    kind = type_of(file)
    if kind is None:
        return
    ending = "." + file.rpartition(".")[2].casefold()
    place = Place(file)
    if kind.shape in ("odf", "ooxml"):
        fits, macros = _zipped(ending, kind, data)
        if not fits:
            yield problem("download-bytes", place, type=kind.name)
        elif macros:
            yield problem("download-macro", place, part=macros)
    elif kind.shape == "text":
        text = _text(data)
        if text is None:
            yield problem("download-bytes", place, type=kind.name)
        elif ending == ".csv":
            yield from _formulas(file, text)
    elif not data.startswith(kind.shape.encode()):
        yield problem("download-bytes", place, type=kind.name)


def _text(data: bytes) -> str | None:
    """The bytes as text (UTF-8, with or without a mark), None if they are none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if not text.strip() or _CONTROLS.search(text) else text


def _formulas(file: str, text: str) -> Iterator[Problem]:
    """The first cell of each line that a spreadsheet would take for a formula."""
    sign = max(";,\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        for row in reader:
            cell = next((cell for cell in row if _FORMULA.match(cell)), None)
            if cell is not None:
                yield problem("download-formula", Place(file, reader.line_num), cell=cell[:40])
    except csv.Error:
        yield problem("download-bytes", Place(file, reader.line_num), type=FILE_TYPES[".csv"].name)


def _zipped(ending: str, kind: FileType, data: bytes) -> tuple[bool, str]:
    """Whether a zip file is a document of its type, and the name of a program in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if len(names) > MOST_ENTRIES:
                return False, ""
            if kind.shape == "odf":  # OpenDocument 1.3 part 2, section 3.3: first, and stored as it is
                start = b"mimetype" + kind.media.encode()
                fits = data[30 : 30 + len(start)] == start and "content.xml" in names
            else:
                types = archive.getinfo("[Content_Types].xml")
                fits = any(name.startswith(_PARTS[ending]) for name in names) and types.file_size < 1 << 20
                if fits and _MACRO_TYPE in archive.read(types):
                    return True, "[Content_Types].xml"
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, EOFError, OSError, RuntimeError, zlib.error):
        return False, ""
    return fits, next((name for name in names if _MACROS.search(name)), "")
