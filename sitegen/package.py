"""`sitegen package`: published sites as zips, for a server or (`--offline`) to be opened from `file://`.

Each file is checked against the site's manifest while it is packed, so that what is handed on is what was published.
The same tree gives the same bytes: names are sorted, modes are 644, and times come from the bytes (`date_of`).
APPNOTE 6.3.10, sections 4.4.6 and 4.4.15.
"""

import datetime as dt
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sitegen.model.site import Site
from sitegen.offline import kept
from sitegen.package_guide import beside, guide, guide_of_alias
from sitegen.plan.aliases import PREFIX
from sitegen.problems import Place, Problem, Refused, Severity, problem
from sitegen.read.asked import sites_named
from sitegen.read.sites import read_sites
from sitegen.shards import Shard
from sitegen.write.files import FILE_MODE, OURS, read_regular, refusal, shown, sync_file, sync_folder
from sitegen.write.folders import foreign, remove_tree, scan
from sitegen.write.lock import locked
from sitegen.write.manifest import MANIFEST, SIGNED, Manifest
from sitegen.write.manifest import read as read_manifest

FOLDER = "paket"
OURS_APART = (MANIFEST, *sorted(SIGNED))
"""What lies in a tree and is ours, though no manifest lists it: it goes along where it is there."""

_APP = "manifest.webmanifest"  # of use where a host serves a site, and nowhere else
_FIRST = dt.datetime(1980, 1, 1)
# Where nothing in a tree tells of a day.
_SOME_DAY = dt.date(2026, 1, 10)
_UPDATED = re.compile(rb"<updated>(20[0-9]{2}-[0-9]{2}-[0-9]{2})T")
_SLOTS = 7 * 24 * 60 * 30  # of two seconds, as the format counts, in a week
_NOTE = "BACA-DULU.txt"
_WORDS = """\
{name}

Buka berkas index.html di folder ini dengan peramban (Chrome, Firefox, Samsung Internet).
Salin seluruh folder, jangan hanya satu berkas. Di HP, ekstrak dulu berkas zip ini.
Isi salinan ini menurut terbitan terakhir di {url}
{notice}"""


@dataclass(frozen=True, slots=True)
class Packed:
    """One zip: where it lies, how many files of the site are in it, its size in bytes."""

    file: str
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class _Pack:
    """One zip to be made of the tree `domain` of a site: its name, and what it holds besides the tree."""

    site: Site
    domain: str
    name: str
    more: Callable[[Site, Iterable[str]], Mapping[str, bytes]]
    offline: bool


def package(
    root: Path, dest: Path, wanted: Iterable[str], shard: Shard | None = None, offline: bool = False
) -> tuple[Packed, ...]:
    """Packs the published trees of the `wanted` sites (none: of all), those in the share, into `dest/.sitegen/paket/`;
    for servers also those of their old hosts.

    Raises Refused, with no zip changed, for a site that is unknown or not published, and for a tree that is not what
    was published.
    """
    chosen = _chosen(root, [*wanted])
    if not (dest / OURS).is_dir():
        raise Refused(problem("package-unpublished", Place(shown(str(dest))), site=chosen[0].domain))
    sites = [site for site in chosen if shard is None or shard.holds(site.id)]
    packs = [pack for site in sites for pack in (_for_disks(site) if offline else _for_servers(site))]
    drawer, new = dest / OURS / FOLDER, dest / OURS / f"{FOLDER}-baru"
    done = []
    with locked(dest, wait=True):
        try:
            remove_tree(str(new))
            new.mkdir()
            for pack in packs:
                count = _zip(dest / pack.domain, pack, new / pack.name)
                done.append(Packed(shown(str(drawer / pack.name)), count, (new / pack.name).stat().st_size))
            drawer.mkdir(exist_ok=True)
            for pack in packs:
                (new / pack.name).replace(drawer / pack.name)
            sync_folder(str(drawer))
        except OSError as error:
            raise refusal(error, str(drawer)) from error
        finally:
            with suppress(OSError):
                remove_tree(str(new))
    return tuple(done)


def date_of(day: dt.date, sha256_hex: str) -> dt.datetime:
    """The time of a file in a zip for servers: some moment in the week that ends two days before `day`, by its bytes.

    Servers make a file's ETag of its size and time. If all files had one time, a page in which a digit was corrected
    would look unchanged to every browser that has it, and for good. Nor may the time be long ago: a server that says
    nothing of ages lets browsers keep a page for a tenth of its age (RFC 9111, section 4.2.2), years for the first day
    that the format knows. It lies before `day` in every zone, since unpacking takes it as local time.
    """
    start = dt.datetime.combine(day, dt.time()) - dt.timedelta(days=9)
    return start + dt.timedelta(seconds=2 * (int(sha256_hex[:16], 16) % _SLOTS))


def _chosen(root: Path, wanted: list[str]) -> list[Site]:
    """The sites that are meant, at least one. Mistakes in rows of others do not concern them; but where all are meant,
    none may be left out for one."""
    problems: list[Problem] = []
    sites = read_sites(root, problems).sites
    if wanted:
        return list(sites_named(wanted, sites, problems))
    if errors := [found for found in problems if found.severity == Severity.ERROR]:
        raise Refused(*errors)
    return list(sites)


def _for_disks(site: Site) -> Iterator[_Pack]:
    def more(site: Site, files: Iterable[str]) -> dict[str, bytes]:
        notice = "" if site.identity.confirmed else "Bukan situs resmi pemerintah.\n"
        return {f"{site.domain}/{_NOTE}": _WORDS.format(name=site.name, url=site.base_url, notice=notice).encode()}

    yield _Pack(site, site.domain, f"{site.domain}-luring.zip", more, True)


def _for_servers(site: Site) -> Iterator[_Pack]:
    def more(site: Site, files: Iterable[str]) -> dict[str, bytes]:
        return {f"{beside(site.domain)}/{name}": data for name, data in guide(site, [*files]).items()}

    yield _Pack(site, site.domain, f"{site.domain}.zip", more, False)
    for host in site.aliases:
        yield _of_alias(site, host, f"{PREFIX}{host}")


def _of_alias(site: Site, host: str, domain: str) -> _Pack:
    def more(site: Site, files: Iterable[str]) -> dict[str, bytes]:
        return {f"{beside(domain)}/{name}": data for name, data in guide_of_alias(site, host, domain, [*files]).items()}

    return _Pack(site, domain, f"{domain}.zip", more, False)


def _zip(folder: Path, pack: _Pack, target: Path) -> int:
    """Writes the zip of one tree; gives how many files of the site are in it."""
    found = read_manifest(str(folder))
    if found is None:
        raise Refused(problem("package-unpublished", Place(shown(str(folder))), site=pack.domain))
    manifest = found[0]
    keep = pack.site.keep if pack.domain == pack.site.domain else ()
    _nothing_else(folder, manifest, keep)
    paths = sorted(path for path in manifest.files if not pack.offline or (kept(path) and path != _APP))
    day = _day(folder, manifest)
    with zipfile.ZipFile(target, "w") as archive:

        def add(name: str, data: bytes) -> None:
            digest = sha256(data, usedforsecurity=False).hexdigest()
            _add(archive, name, data, _FIRST if pack.offline else date_of(day, digest))

        for path in paths:
            data = _checked(folder, path, manifest)
            if path == "index.html" and not pack.offline and pack.site.base_url.encode() not in data:
                place = Place(shown(str(folder / path)))
                raise Refused(problem("package-outdated", place, url=pack.site.base_url, site=pack.site.id))
            add(f"{pack.domain}/{path}", data)
        for path in () if pack.offline else OURS_APART:
            with suppress(FileNotFoundError):
                add(f"{pack.domain}/{path}", read_regular(str(folder / path)))
        for name, data in sorted(pack.more(pack.site, paths).items()):
            add(name, data)
    target.chmod(FILE_MODE)  # whatever the umask
    sync_file(str(target))
    return len(paths)


def _checked(folder: Path, path: str, manifest: Manifest) -> bytes:
    try:
        data = read_regular(str(folder / path))
    except OSError as error:
        raise Refused(_altered(folder, path)) from error
    if sha256(data, usedforsecurity=False).hexdigest() != manifest.files[path].sha256:
        raise Refused(_altered(folder, path))
    return data


def _nothing_else(folder: Path, manifest: Manifest, keep: tuple[str, ...]) -> None:
    """Raises Refused if a tree holds what neither we nor `keep` put there: somebody has been at it."""
    there = scan(str(folder))
    strange = foreign(there, manifest.files, keep) if there else []
    places = [(path, Place(shown(str(folder / path)))) for path in strange if path not in OURS_APART]
    if places:
        raise Refused(*(problem("package-foreign", place, path=path, domain=folder.name) for path, place in places))


def _day(folder: Path, manifest: Manifest) -> dt.date:
    """The day on which a tree was last brought up to date, as its feed says."""
    if "feed.xml" in manifest.files:
        found = _UPDATED.search(_checked(folder, "feed.xml", manifest))
        with suppress(ValueError):
            return dt.date.fromisoformat(found[1].decode()) if found else _SOME_DAY
    return _SOME_DAY


def _add(archive: zipfile.ZipFile, name: str, data: bytes, when: dt.datetime) -> None:
    entry = zipfile.ZipInfo(name, when.timetuple()[:6])
    entry.external_attr = 0o100644 << 16
    entry.create_system = 3
    archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)


def _altered(folder: Path, path: str) -> Problem:
    return problem("package-altered", Place(shown(str(folder / path))))
