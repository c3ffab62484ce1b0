"""`sitegen new`: a new document from the form of its kind, as a draft, at a path that nothing else has.

The form (`content/archetypes/<kind>.md`) holds `title: <judul>` and days as `<hari>` or `<hari+90>`; nothing else is
filled in. What comes out is read again before it is written.
"""

import datetime as dt
import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.document import Meta
from sitegen.model.kinds import BY_FOLDER, KINDS, Kind
from sitegen.model.scalars import Slug
from sitegen.plan.links import GENERATED, GLOSSARY
from sitegen.problems import Place, Problem, Refused, problem
from sitegen.read.asked import sites_named, unknown_groups
from sitegen.read.documents import MAX_SOURCE, Layer
from sitegen.read.governance import shifted
from sitegen.read.schema import convert, nearest
from sitegen.read.sites import SITES_FILE, SitesFile, read_sites
from sitegen.read.source import Scalar, get, read_text, split_front_matter
from sitegen.report import Outcome
from sitegen.urls import is_reserved
from sitegen.write.files import refusal, write_new

ARCHETYPES = "content/archetypes"
# A name that people still read as one, and that leaves room in a message for the address of the site.
LONGEST_SLUG = 60

_TITLE_LINE = re.compile(r"^title: <judul>$", re.MULTILINE)
_DAY = re.compile(r"<hari(?P<days>[+-][0-9]{1,4})?>")
_APOSTROPHES = re.compile("['`\u2018\u2019\u02bb\u02bc]")
_RANKS = ("shared", "group", "site")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the words of the command, unchecked. `site`, `group` and `slug` are "" where not given."""

    kind: str
    title: str
    site: str = ""
    group: str = ""
    slug: str = ""


def new(root: Path, wanted: Wanted, today: dt.date) -> Outcome:
    """Writes a new draft and says where it lies and how to see it. Raises Refused, with nothing written."""
    kind = _kind(wanted.kind)
    problems: list[Problem] = []
    title = convert(Scalar(wanted.title, Place("JUDUL"), plain=False), str, problems, path="title")
    sites = read_sites(root, problems)
    blocking = [p for p in problems if p.severity == "error" and p.place.file in ("JUDUL", SITES_FILE)]
    if title is None or blocking:
        raise Refused(*blocking)
    layer = _layer(sites, wanted)
    slug = _slug(wanted, title, kind, frozenset(lang for site in sites.sites for lang in site.languages))
    _alone(root, sites, layer, kind, slug)
    file = f"{layer.folder}/{kind.folder}/{slug}.md"
    _write(root, file, _filled(root, kind, title, today).encode())
    serve = f"sitegen serve --drafts --site {layer.id}" if layer.kind == "site" else "sitegen serve --drafts"
    return Outcome((), (("made", (("file", file),)), ("new-next", (("file", file), ("serve", serve)))))


def slug_of(title: str) -> str:
    """The file name that a title suggests: its letters and digits without accents (Unicode NFKD), whole words up to
    `LONGEST_SLUG` characters; "" for a title without any."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", title).casefold()).encode("ascii", "ignore").decode()
    made = ""
    for word in re.findall("[a-z0-9]+", plain):
        longer = f"{made}-{word}" if made else word[:LONGEST_SLUG]
        if len(longer) > LONGEST_SLUG:
            break
        made = longer
    return made


def _kind(name: str) -> Kind:
    found = BY_FOLDER.get(name.casefold())
    if found is None:
        near = nearest(name, tuple(BY_FOLDER)).partition(",")[0]
        kinds = ", ".join(BY_FOLDER)
        raise Refused(problem("new-kind", Place("JENIS"), kind=name, near=near, kinds=kinds))
    return found


def _layer(sites: SitesFile, wanted: Wanted) -> Layer:
    if wanted.group:
        groups = tuple(group.id for group in sites.groups)
        if unknown := unknown_groups((wanted.group,), groups):
            raise Refused(*unknown)
        return Layer("group", wanted.group, f"content/groups/{wanted.group}")
    if not wanted.site:
        return Layer("shared", "", "content/shared")
    (found,) = sites_named((wanted.site,), sites.sites, ())
    return Layer("site", found.id, f"content/sites/{found.id}")


def _slug(wanted: Wanted, title: str, kind: Kind, languages: frozenset[str]) -> str:
    """The name of the file; Refused if there is none, or if the name is kept for something else."""
    slug = slug_of(title)
    if wanted.slug:
        problems: list[Problem] = []
        given = convert(Scalar(wanted.slug, Place("--slug"), plain=False), Slug, problems, path="--slug")
        if given is None:
            raise Refused(*problems)
        slug = given
    if not slug:
        raise Refused(problem("new-slug-empty", Place("JUDUL"), title=title))
    ours = GENERATED | {GLOSSARY} | {one.list for one in KINDS}
    if is_reserved(slug, languages) or kind.path(slug) in ours:
        place = Place("--slug" if wanted.slug else "JUDUL")
        raise Refused(problem("new-slug-reserved", place, slug=slug, kind=kind.folder))
    return slug


def _alone(root: Path, sites: SitesFile, layer: Layer, kind: Kind, slug: str) -> None:
    """Refused if a document has that path already in this layer, or in one that meets it on some site."""
    members = {
        "shared": {"": {site.id for site in sites.sites}},
        "group": {group.id: set(group.members) for group in sites.groups},
        "site": {site.id: {site.id} for site in sites.sites},
    }
    folders = {"shared": "content/shared", "group": "content/groups/", "site": "content/sites/"}
    mine, path = members[layer.kind][layer.id], f"{kind.folder}/{slug}"
    below: list[Place] = []
    beside: list[Place] = []
    for rank, ids in members.items():
        for ident, theirs in ids.items():
            same = (rank, ident) == (layer.kind, layer.id)
            found = _taken(root, f"{folders[rank]}{ident}/{kind.folder}", slug) if same or mine & theirs else []
            if found and same:
                raise Refused(problem("new-exists", found[0]))
            (below if _RANKS.index(rank) < _RANKS.index(layer.kind) else beside).extend(found)
    if below:
        name = f"group:{layer.id}" if layer.kind == "group" else layer.id
        raise Refused(problem("new-would-override", below[0], others=tuple(below), path=path, layer=name))
    if beside:
        raise Refused(problem("new-meets", beside[0], others=tuple(beside), path=path))


def _taken(root: Path, folder: str, slug: str) -> list[Place]:
    """What has this name in a folder, in whatever language; also a link that leads nowhere."""
    try:
        names = sorted(path.name for path in (root / folder).iterdir())
    except OSError:  # no such folder: `_write` tells of any other reason
        return []
    shape = re.compile(rf"{slug}(\.[a-z]{{2,3}})?\.md", re.IGNORECASE)
    return [Place(f"{folder}/{name}") for name in names if shape.fullmatch(name)]


def _filled(root: Path, kind: Kind, title: str, today: dt.date) -> str:
    """The form of a kind with the title and the days in it; Refused if that is no draft with this title."""
    form, problems = f"{ARCHETYPES}/{kind.folder}.md", list[Problem]()
    if not (root / form).exists():
        raise Refused(problem("new-form-missing", Place(form), kind=kind.folder))
    text = read_text(root, form, problems, MAX_SOURCE)
    if text is None:
        raise Refused(*problems)
    dated = _DAY.sub(lambda found: shifted(today, int(found["days"] or 0)).isoformat(), text)
    # JSON's strings are strings of YAML; what it would write as an escape that YAML lacks, no title may hold.
    line = f"title: {json.dumps(title, ensure_ascii=False)}"
    made, count = _TITLE_LINE.subn(lambda _: line, dated)
    front, _, _ = split_front_matter(made, form, problems)
    meta = convert(front, Meta, problems) if front is not None else None
    if problems:
        raise Refused(*problems)
    written = get(front, "title") if front is not None else None
    if count != 1 or meta is None or not meta.draft or not isinstance(written, Scalar) or written.text != title:
        raise Refused(problem("new-form", Place(form)))
    return made


def _write(root: Path, file: str, data: bytes) -> None:
    """Writes a file that was not there; Refused if a folder above it is a link, or if it is there by now."""
    target = root / file
    above = [up for up in reversed(target.parents) if up != root and up.is_relative_to(root)]
    linked = next((up for up in above if up.is_symlink()), None)
    if linked or not target.parent.resolve().is_relative_to(root.resolve()):  # the latter: a junction of Windows
        raise Refused(problem("new-link", Place((linked or target.parent).relative_to(root).as_posix())))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(error, str(target)) from error
    try:
        write_new(target, data)
    except FileExistsError:
        raise Refused(problem("new-exists", Place(file))) from None
