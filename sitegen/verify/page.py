"""The report of a check as one page for those who deal with an incident: what was found, where, since which release,
what to do now. In Indonesian, like all letters; it prints on A4."""

from collections.abc import Iterator
from pathlib import Path

from sitegen.locale import long_date
from sitegen.opspage import MARK, Html, el, joined, page, table
from sitegen.problems import Problem, listed
from sitegen.unicode import printable
from sitegen.verify.values import Asked, Result, Unusable
from sitegen.verify.words import grouped, said
from sitegen.write.files import read_some

_MOST_PATHS = 4
_MENDED = frozenset(
    {"verify-gambling", "verify-altered", "verify-missing", "verify-mixed", "verify-signature", "verify-old-release"}
)
_STEPS = (
    "Jangan menghapus apa pun dahulu. Salin seluruh folder situs dan log akses dari hosting, dan simpan laporan ini "
    "bersamanya.",
    "Laporkan kepada tim tanggap insiden siber (CSIRT) pemerintah daerah dan kepada penanggung jawab situs.",
    "Ganti kata sandi panel hosting, FTP, dan basis data; keluarkan semua sesi; cabut akun yang tidak dikenal.",
    "Kosongkan folder situs di hosting, lalu unggah seluruh terbitan terakhir yang bertanda tangan. Mengganti "
    "halaman yang "
    "rusak saja tidak cukup: berkas asing yang tertinggal membuka pintu lagi.",
    "Periksa lagi dengan perintah yang sama, lewat alamat web dan pada folder hosting, sampai tidak ada temuan.",
)
_FINE = "Tidak ada temuan. Tidak ada yang harus dilakukan selain mengulang pemeriksaan ini minggu depan."


def claim_file(file: Path) -> None:
    """Raises Unusable if a file of this name is somebody else's: only an earlier report is written over."""
    try:
        other = MARK.encode() not in read_some(str(file), 1 << 20)
    except FileNotFoundError:
        other = False
    except OSError as error:
        raise Unusable("verify-unusable", path=str(file), reason=error.strerror or "") from error
    if other or not file.absolute().parent.is_dir():
        raise Unusable("verify-page-taken", path=str(file))


def report_page(result: Result, asked: Asked) -> str:
    """The page as HTML."""
    return page("Laporan pemeriksaan situs", "id", joined(*_parts(result, asked)))


def _parts(result: Result, asked: Asked) -> Iterator[Html]:
    yield el("h1", "Laporan pemeriksaan situs")
    release = str(result.statement.serial) if result.key and result.statement else "tidak terbukti"
    figures = f"Temuan: {len(result.problems)}. Berkas dalam daftar: {result.files}. Nomor terbitan: {release}."
    yield el("p", el("b", printable(result.target)), f", diperiksa {long_date(asked.today, 'id')}. {figures}")
    yield el("p", el("b", "Sejak terbitan mana: "), _since(result))
    yield el("h2", "Apa yang ditemukan, dan di mana")
    if result.problems:
        rows = [(one[0].message("id"), len(one), _where(one)) for one in grouped(result.problems, "id")]
        yield table("Temuan", ("Temuan", "Jumlah", "Di mana"), rows, numbers=(1,), long=0)
    else:
        yield el("p", "Tidak ada temuan.")
    yield el("h2", "Apa yang harus dilakukan sekarang")
    yield _todo(result)
    if result.notes:
        yield el("p", el("b", "Batas pemeriksaan ini: "), " ".join(said(note, "id") for note in result.notes))
    yield el("p", "Diperiksa oleh:")
    yield el("p", "Diterima oleh, tanggal:")


def _where(group: list[Problem]) -> str:
    return listed(tuple(str(one.place) for one in group), _MOST_PATHS)


def _since(result: Result) -> Html:
    if result.manifest is None:
        return joined("Tidak diketahui: daftar terbitan tidak ada atau tidak terbaca.")
    name = joined("Daftar terbitan ", el("code", result.digest[:16]), f" situs {result.manifest.site}")
    if result.key and result.statement:
        return joined(
            name, f", nomor {result.statement.serial}, ditandatangani dengan kunci ", el("code", result.key),
            ". Yang tidak sesuai berubah sesudah terbitan itu dibuat.",
        )  # fmt: skip
    return joined(name, ". Tanda tangannya tidak terbukti, jadi daftar itu sendiri mungkin sudah diganti.")


def _todo(result: Result) -> Html:
    if not result.problems:
        return el("p", _FINE)
    # What uploading the whole release again mends needs no word of its own.
    hints = dict.fromkeys(
        group[0].hint("id") for group in grouped(result.problems, "id") if group[0].rule not in _MENDED
    )
    only = {one.rule for one in result.problems}
    steps = () if only <= {"verify-certificate-soon", "verify-certificate", "verify-invents"} else _STEPS
    return el("ol", *(el("li", step) for step in (*steps[:-1], *hints, *steps[-1:])))
