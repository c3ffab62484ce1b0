"""`sitegen sign`: a statement of its release and a signature of that, in published trees.

The key is needed here alone, and lies outside the project. A tree is signed only if every file in it is what its
manifest says and nothing else lies there, as `sitegen verify` would find; and all sites asked for are, or none.
"""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sitegen import sshsig
from sitegen.problems import Place, Problem, Refused, problem
from sitegen.read.asked import sites_named
from sitegen.read.project import SOURCES
from sitegen.read.sites import read_sites
from sitegen.verify.compare import differences, fits
from sitegen.verify.folder import Folder
from sitegen.verify.values import Found
from sitegen.write import serials
from sitegen.write.files import OURS, read_regular, shown
from sitegen.write.guard import claim
from sitegen.write.lock import locked
from sitegen.write.manifest import MANIFEST, Manifest, load
from sitegen.write.release import NAMESPACE, Statement, dump, place, released, sums_of
from sitegen.write.trees import domains_present, recover

TOMBSTONE = b"<h1 data-withdrawn>"
"""How the page of a withdrawn document begins its title (`tombstone.html` of the theme)."""

DEFAULT_KEY = "~/.ssh/sitegen"


@dataclass(frozen=True, slots=True)
class Signed:
    """One site: its folder, the number of its release, the SHA-256 of its manifest; whether anything was written."""

    site: str
    domain: str
    serial: int
    manifest: str
    changed: bool


@dataclass(frozen=True, slots=True)
class _Ready:
    """A tree that may be signed: what is going to stand in it."""

    statement: Statement
    sums: bytes


def sign(root: Path, dest: Path, key: Path, wanted: Iterable[str], serial: int) -> tuple[Signed, ...]:
    """Signs the published trees of the `wanted` sites (none: of all, and of their old hosts) with a key of OpenSSH.

    `serial` is the number of the release; 0 means the next one, or the same for a tree that has not changed since.
    Raises Refused, with no signature touched, for what is unknown, unpublished or altered; or if the key is of no use.
    """
    _usable(key, (root, dest))
    if not (dest / OURS / "output").is_file():
        raise Refused(problem("sign-unpublished", Place(shown(str(dest))), site="sites.yaml"))
    claim(dest, root, [root / name for name in SOURCES])
    with locked(dest, wait=True):
        recover(str(dest))
        known = serials.load(str(dest))
        ready = _ready(root, dest, tuple(wanted), serial, known)
        signatures = _signatures([dump(one.statement) for one in ready], key)
        # Noted before anything carries it: a number that is lost is better than one that is given twice.
        given = {one.statement.site: (one.statement.serial, one.statement.manifest) for one in ready}
        serials.save(str(dest), {**known, **given})
        return tuple(_placed(dest, one, signature) for one, signature in zip(ready, signatures, strict=True))


def _usable(key: Path, around: Iterable[Path]) -> None:
    name = shown(str(key))
    if not key.is_file():
        raise Refused(problem("sign-key-missing", Place(name), path=name))
    inside = any(key.resolve().is_relative_to(folder.resolve()) for folder in around)
    if inside and key.suffix != ".pub":  # a public key stands for one that an agent holds
        raise Refused(problem("sign-key-inside", Place(name), path=name))


def _ready(root: Path, dest: Path, wanted: tuple[str, ...], serial: int, known: serials.Serials) -> list[_Ready]:
    told: list[Problem] = []
    sites = {site.id.casefold(): site for site in read_sites(root, told).sites}
    chosen = {site.id.casefold() for site in sites_named(wanted, tuple(sites.values()), told)} or sites.keys()
    problems: list[Problem] = []
    ready: list[_Ready] = []
    published: set[str] = set()
    for domain in domains_present(str(dest)):
        folder = dest / domain
        data = _data(folder / MANIFEST)
        manifest = load(data)
        owner = manifest.site.partition("@")[0].casefold() if manifest else ""  # an old host has the id of its site
        if manifest is None or owner not in chosen or owner not in sites:
            continue
        published.add(owner)
        keep = sites[owner].keep if "@" not in manifest.site else ()
        problems += _altered(folder, manifest, keep)
        digest = sha256(data).hexdigest()
        last = _last(dest, manifest, known)
        lowest = last[0] if last[1] == digest else last[0] + 1
        if serial and serial < lowest:
            words = problem(
                "sign-serial-old", Place("--serial"), serial=str(serial), site=manifest.site, highest=str(last[0])
            )
            problems.append(words)
        elif not problems:
            ready.append(_stated(folder, manifest, digest, serial or lowest))
    for name in sorted(chosen & sites.keys() - published):
        domain = sites[name].domain
        problems.append(problem("sign-unpublished", Place(shown(str(dest / domain))), site=domain))
    if problems:
        raise Refused(*problems)
    return ready


def _altered(folder: Path, manifest: Manifest, keep: tuple[str, ...]) -> list[Problem]:
    """What `verify` would find in this folder, but for the words of pages and an old signature."""
    found = Found()
    if fits(manifest, found):
        differences(Folder(folder), manifest, frozenset(), keep, found)
    paths = dict.fromkeys(one.place.file for one in found.problems)
    return [problem("sign-altered", Place(shown(f"{folder}/{path}"))) for path in paths]


def _data(path: Path) -> bytes:
    try:
        return read_regular(str(path))
    except OSError as error:
        raise Refused(problem("sign-altered", Place(shown(str(path))))) from error


def _last(dest: Path, manifest: Manifest, known: serials.Serials) -> tuple[int, str]:
    """The highest number that is known to have been given to this site, and the SHA-256 of the manifest that has it."""
    last = known.get(manifest.site, (0, ""))
    for drawer in (dest, dest / OURS / "prev"):
        old = released(str(drawer / manifest.domain))
        if old and old.site == manifest.site:
            last = max(last, (old.serial, old.manifest))
    return last


def _stated(folder: Path, manifest: Manifest, digest: str, serial: int) -> _Ready:
    sums = sums_of(manifest, digest)
    pages = (path for path in sorted(manifest.files) if path.endswith(".html"))
    gone = tuple(path for path in pages if TOMBSTONE in _data(folder / path))
    statement = Statement(manifest.site, manifest.domain, serial, digest, sha256(sums).hexdigest(), gone)
    return _Ready(statement, sums)


def _signatures(statements: list[bytes], key: Path) -> list[bytes]:
    with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
        files = [Path(folder) / f"{number}.json" for number in range(len(statements))]
        for file, data in zip(files, statements, strict=True):
            file.write_bytes(data)
        try:
            wrong = sshsig.sign(files, key.absolute(), NAMESPACE)
            return [file.with_name(f"{file.name}.sig").read_bytes() for file in files] if not wrong else _failed(wrong)
        except sshsig.NoProgramError as error:
            raise Refused(problem("openssh-missing", Place("ssh-keygen"), reason=str(error))) from error
        except OSError as error:
            return _failed(error.strerror or "")


def _failed(reason: str) -> list[bytes]:
    raise Refused(problem("sign-failed", Place("ssh-keygen"), reason=reason))


def _placed(dest: Path, one: _Ready, signature: bytes) -> Signed:
    said = one.statement
    changed = place(str(dest), said.domain, dump(said), signature, one.sums)
    return Signed(said.site, said.domain, said.serial, said.manifest, changed)
