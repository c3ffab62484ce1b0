"""`sitegen package --offline`: a published site as one zip that opens from `file://`, on a phone or a USB stick.

What only servers and search engines read stays out. Each file is checked against the site's manifest while it is
packed, so that a copy that is handed on is what was published. The same tree gives the same bytes: names are sorted,
times are those of the format's first day, modes are 644 (APPNOTE 6.3.10, sections 4.4.6 and 4.4.15).
"""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sitegen.offline import kept
from sitegen.problems import Place, Problem, Refused, problem
from sitegen.read.schema import nearest
from sitegen.read.sites import SITES_FILE, read_sites
from sitegen.shards import Shard
from sitegen.write.files import OURS, read_regular, shown, write_atomically
from sitegen.write.lock import locked
from sitegen.write.manifest import read as read_manifest

FOLDER = "paket"
_DAY = (1980, 1, 1, 0, 0, 0)
_MANIFEST = "manifest.webmanifest"  # of use where a host serves a site, and nowhere else
_NOTE = "BACA-DULU.txt"
_WORDS = """\
{name}

Buka berkas index.html di folder ini dengan peramban (Chrome, Firefox, Samsung Internet).
Salin seluruh folder, jangan hanya satu berkas. Di HP, ekstrak dulu berkas zip ini.
Isi salinan ini menurut terbitan terakhir di {url}
{notice}"""


@dataclass(frozen=True, slots=True)
class Packed:
    """One zip: where it lies, how many files are in it, its size in bytes."""

    file: str
    files: int
    size: int


def package(root: Path, dest: Path, wanted: Iterable[str], shard: Shard | None = None) -> tuple[Packed, ...]:
    """Packs the published trees of the `wanted` sites (none: of all), those in the share, into `dest/.sitegen/paket/`.

    Raises Refused, with no zip changed, for a site that is unknown or not published, and for a tree that is not what
    was published.
    """
    problems: list[Problem] = []
    sites = read_sites(root, problems).sites
    if not sites:
        raise Refused(*problems)
    problems.clear()  # what else is wrong in sites.yaml does not concern what was published
    named = {site.id.casefold(): site for site in sites}
    chosen = []
    for name in wanted:
        if name.casefold() in named:
            chosen.append(named[name.casefold()])
        else:
            near = nearest(name, tuple(site.id for site in sites))
            problems.append(problem("package-site-unknown", Place(SITES_FILE), name=name, near=near))
    if problems:
        raise Refused(*problems)
    if not (dest / OURS).is_dir():
        raise Refused(problem("package-unpublished", Place(shown(str(dest))), site=(chosen or sites)[0].domain))
    done = []
    with locked(dest, wait=True):
        for site in chosen or sites:
            if shard is not None and not shard.holds(site.id):
                continue
            notice = "" if site.identity.confirmed else "Bukan situs resmi pemerintah.\n"
            note = _WORDS.format(name=site.name, url=site.base_url, notice=notice)
            data, count = _zipped(dest / site.domain, site.domain, note.encode())
            file = dest / OURS / FOLDER / f"{site.domain}-luring.zip"
            file.parent.mkdir(exist_ok=True)
            write_atomically(file, data)
            done.append(Packed(shown(str(file)), count, len(data)))
    return tuple(done)


def _zipped(folder: Path, domain: str, note: bytes) -> tuple[bytes, int]:
    """The zip of one tree, all in one folder of its own, and how many files of the site are in it."""
    found = read_manifest(str(folder))
    if found is None:
        raise Refused(problem("package-unpublished", Place(shown(str(folder))), site=domain))
    files = {path: entry for path, entry in found[0].files.items() if kept(path) and path != _MANIFEST}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, entry in sorted(files.items()):
            try:
                data = read_regular(str(folder / path))
            except OSError as error:
                raise Refused(_altered(folder, path)) from error
            if sha256(data, usedforsecurity=False).hexdigest() != entry.sha256:
                raise Refused(_altered(folder, path))
            _add(archive, f"{domain}/{path}", data)
        _add(archive, f"{domain}/{_NOTE}", note)
    return out.getvalue(), len(files)


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.external_attr = 0o100644 << 16
    entry.create_system = 3
    archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)


def _altered(folder: Path, path: str) -> Problem:
    return problem("package-altered", Place(shown(str(folder / path))))
