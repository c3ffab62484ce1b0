"""The content tree: which files there are, in which layer, and their front matter and bodies. Nothing is merged yet."""

import re
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path

from sitegen.digest import digest_bytes
from sitegen.model.kinds import BY_FOLDER, Kind
from sitegen.problems import Place, Problem, Refused, problem
from sitegen.read.override import Override, conflict_markers, take_override
from sitegen.read.readings import Readings
from sitegen.read.said import Said, said_in
from sitegen.read.scalars import is_device
from sitegen.read.schema import nearest
from sitegen.read.source import Mapping, Node, decoded, get, read_bytes, split_front_matter, text_of
from sitegen.read.tree import IGNORED, entries, folders, looked_at, walk
from sitegen.touched import Look
from sitegen.urls import is_reserved
from sitegen.values import Frozen

MAX_SOURCE = 96 * 1024
BASES = "content/bases"

_FILE_NAME = re.compile(r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?P<lang>[a-z]{2,3}))?\.md")
BESIDE = tuple(".png .jpg .jpeg .gif .webp .avif .pdf .csv .txt .ods .odt .odp .xlsx .docx .pptx .zip".split())
# What may lie in the folder of a site beside the folders of its documents.
OF_SITES = ("facilities.csv", "facilities.yaml", "acceptance.yaml")
_BAD_NAME = re.compile(r"[\x00-\x1f\x7f\\<>:\"|?*]|[. ]$|^ ")
MAX_SLUG = 80
_IN_LAYER = (*BY_FOLDER, "static")


class Layer(Frozen):
    """One of the layers of content: `kind` shared, group or site, and the id of the group or site."""

    kind: str
    id: str
    folder: str


class SourceDocument(Frozen, dict=True):
    """A Markdown file of the project in `root` as it was read: `digest` is that of its name and bytes, its body begins
    at `start` of `text`, on this `line`. `override` says how it changes the document below it; `front` lacks its keys.
    """

    root: Path
    layer: Layer
    kind: Kind
    slug: str
    lang: str
    file: str
    digest: str
    start: int
    line: int
    override: Override

    @cached_property
    def text(self) -> str:
        """All of the file. That of one whose bytes were known is read again when it is first asked for, which raises
        Refused if it has changed."""
        data = read_bytes(self.root, self.file, [], MAX_SOURCE)
        if data is None or _digest(self.file, data) != self.digest:
            raise Refused(problem("output-source-changed", Place(self.file), path=self.file))
        return decoded(data)

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.text[self.start :]

    @cached_property
    def front(self) -> Mapping:
        """The front matter, parsed when it is first asked for; what is wrong with it was told when it was read."""
        front, _, _ = split_front_matter(self.text, self.file, [])
        taken = take_override(front, self.file, []) if front else None
        assert taken
        return taken[1]

    def let_go(self) -> None:
        """Frees what can be read again."""
        for name in ("text", "front"):
            self.__dict__.pop(name, None)

    @property
    def mode(self) -> str:
        """How it changes the document below it; "" adds a document."""
        return self.override.mode

    @property
    def place(self) -> Place:
        """Where the file says how it changes another one."""
        return self.override.place

    @cached_property
    def said(self) -> Said:
        """What it says by itself, found once."""
        return said_in(self.front, self.body, self.file, self.line, self.lang)

    def node(self, key: str) -> Node | None:
        """The value of a key of its front matter, or None if it lacks the key."""
        return get(self.front, key) if key in self.said.keys else None

    @cached_property
    def path(self) -> str:
        """The name of the document in all layers."""
        return f"{self.kind.folder}/{self.slug}"

    @property
    def name(self) -> str:
        """As commands name it: the path, with the language where the file's name has one."""
        return self.path if self.lang == "id" else f"{self.path}.{self.lang}"


class _Known(Frozen, array_like=True):
    """What is known of a document without a mistake whose bytes were read before, and how its file looked then."""

    look: Look | None
    start: int
    line: int
    override: Override
    said: Said


class SourceFile(Frozen):
    """A file that is copied: `path` is where it goes in the site, `owner` the path of the document it lies beside."""

    layer: Layer
    path: str
    file: str
    owner: str


class Sources(Frozen):
    """All of content/, layer by layer, sorted by file."""

    documents: tuple[SourceDocument, ...]
    files: tuple[SourceFile, ...]


def read_content(
    root: Path,
    groups: tuple[str, ...],
    sites: tuple[str, ...],
    languages: frozenset[str],
    problems: list[Problem],
    readings: Readings | None = None,
) -> Sources:
    """Every document and file below content/. `groups` and `sites` are the known ids, `languages` all in use,
    `readings` what is known from before."""
    readings = readings or Readings()
    layers = _layers(root, groups, sites, problems)
    _check_top(root, problems)
    if layers and not (root / "content/shared").is_dir():
        problems.append(problem("content-missing", Place("content/shared")))
    documents: list[SourceDocument] = []
    files: list[SourceFile] = []
    for layer in layers:
        problems += _misplaced(root, layer.folder)
        problems += _strange(root, layer)
        for folder in folders(root, layer.folder):
            where = f"{layer.folder}/{folder}"
            if folder == "static":
                paths = walk(root, where, hidden=True)
                files += [SourceFile(layer, path, f"{where}/{path}", "") for path in paths]
            elif folder in BY_FOLDER:
                for name, look in looked_at(root, where):
                    _take(root, layer, BY_FOLDER[folder], name, look, languages, documents, files, problems, readings)
            else:
                problems.append(problem("folder-unknown", Place(where), name=folder, near=_likest(folder, _IN_LAYER)))
    _check_files(documents, files, problems)
    return Sources(tuple(documents), tuple(files))


def _layers(root: Path, groups: tuple[str, ...], sites: tuple[str, ...], problems: list[Problem]) -> list[Layer]:
    if not (root / "content").is_dir():
        problems.append(problem("content-missing", Place("content")))
        return []
    layers = [Layer("shared", "", "content/shared")]
    for kind, folder, known in (("group", "groups", groups), ("site", "sites", sites)):
        present = folders(root, f"content/{folder}")
        for name in present:
            if name not in known:
                problems.append(
                    problem("layer-unknown", Place(f"content/{folder}/{name}"), name=name, near=nearest(name, known))
                )
        layers += [Layer(kind, name, f"content/{folder}/{name}") for name in known if name in present]
    return layers


def _check_top(root: Path, problems: list[Problem]) -> None:
    """Folders of content/ itself: a misspelt one would be passed over without a word."""
    known = ("shared", "groups", "sites", "archetypes", "bases")
    for name in folders(root, "content"):
        if name not in known:
            near = f"shared/{name}" if name in _IN_LAYER else _likest(name, known)
            problems.append(problem("folder-unknown", Place(f"content/{name}"), name=name, near=near))
    for folder in ("content", "content/groups", "content/sites"):
        problems += _misplaced(root, folder)


def _misplaced(root: Path, folder: str) -> list[Problem]:
    """Markdown files beside the folders in which documents lie."""
    names = sorted(e.name for e in entries(root, folder) if e.name.endswith(".md") and not IGNORED.search(e.name))
    kinds = ", ".join(f"{name}/" for name in BY_FOLDER)
    return [
        problem("document-misplaced", Place(f"{folder}/{name}"), folders=kinds) for name in names if name != "README.md"
    ]


def _strange(root: Path, layer: Layer) -> list[Problem]:
    """Files beside the folders of a layer that nothing reads: a misspelt one would be passed over without a word."""
    known = OF_SITES if layer.kind == "site" else ()
    names = sorted(e.name for e in entries(root, layer.folder) if not e.is_dir() and not IGNORED.search(e.name))
    return [
        problem("layer-file-unknown", Place(f"{layer.folder}/{name}"), name=name, near=nearest(name, OF_SITES))
        for name in names
        if name not in known and not name.endswith(".md")
    ]


def _check_files(documents: list[SourceDocument], files: list[SourceFile], problems: list[Problem]) -> None:
    """Names that some system cannot write, files of a kind that belongs in static/, folders without a document."""
    known = {document.path for document in documents}
    for file in files:
        place = Place(file.file)
        if any(_BAD_NAME.search(part) or is_device(part) for part in file.path.split("/")):
            problems.append(problem("file-name", place, name=file.path))
        elif file.owner and file.path.endswith(".md"):
            folder = f"{file.layer.folder}/{file.owner.partition('/')[0]}/"
            problems.append(problem("document-misplaced", place, folders=folder))
        elif file.owner and file.path.casefold().endswith(".svg"):
            problems.append(problem("picture-svg", place))
        elif file.owner and not file.path.casefold().endswith(BESIDE):
            problems.append(problem("file-kind", place, kinds=" ".join(BESIDE)))
        elif file.owner and file.owner not in known:
            problems.append(problem("file-orphan", place, owner=f"{file.owner}.md"))


def _take(
    root: Path,
    layer: Layer,
    kind: Kind,
    name: str,
    look: Look | None,
    languages: frozenset[str],
    documents: list[SourceDocument],
    files: list[SourceFile],
    problems: list[Problem],
    readings: Readings,
) -> None:
    file = f"{layer.folder}/{kind.folder}/{name}"
    if "/" in name:
        owner = f"{kind.folder}/{name.partition('/')[0]}"
        target = kind.path(name.partition("/")[0]).removesuffix(".html") + name[name.index("/") :]
        files.append(SourceFile(layer, target, file, owner))
        return
    match = _FILE_NAME.fullmatch(name)
    if not name.endswith(".md"):
        folder = f"{layer.folder}/{kind.folder}/nama-artikel/"
        problems.append(problem("document-ending", Place(file), name=f"{_suggested(name)}.md", folder=folder))
        return
    if not match or len(match["slug"]) > MAX_SLUG:
        problems.append(
            problem("document-name", Place(file), name=name, near=f"{_suggested(name)}.md", most=str(MAX_SLUG))
        )
        return
    if is_reserved(match["slug"], languages):
        problems.append(problem("slug-reserved", Place(file), slug=match["slug"]))
        return
    read = partial(_read, root, layer, kind, match["slug"], match["lang"] or "id", file, look, readings)
    if look is None or not readings.looks:
        document, found = read()
    else:
        document, found = readings.again("look", file, look, read)
    problems += found
    if document is not None:
        documents.append(document)


_Read = tuple[SourceDocument | None, list[Problem]]


def _read(
    root: Path, layer: Layer, kind: Kind, slug: str, lang: str, file: str, look: Look | None, readings: Readings
) -> _Read:
    """A document and its Problems; None if it cannot be understood. A file that looks as it did is not read."""
    sheet = readings.sheet("document", file, _Known)
    name, known = sheet.get(file) or ("", None)

    def made(start: int, line: int, override: Override) -> SourceDocument:
        return SourceDocument(root, layer, kind, slug, lang, file, name, start, line, override)

    def recalled() -> _Read:
        assert known
        document = made(known.start, known.line, known.override)
        vars(document)["said"] = known.said
        return document, []

    if known and known.look == look and look is not None and readings.looks:
        return readings.again("document", file, name, recalled)
    problems: list[Problem] = []
    data = read_bytes(root, file, problems, MAX_SOURCE)
    if data is None:
        return None, problems
    before, name = name, _digest(file, data)
    find = recalled if known and name == before else partial(_understood, data, file, made)
    document, problems = readings.again("document", file, name, find)
    if document is not None and not problems and (name != before or look is not None):
        sheet.put(file, name, _Known(look, document.start, document.line, document.override, document.said))
    return document, problems


def _understood(data: bytes, file: str, made: Callable[[int, int, Override], SourceDocument]) -> _Read:
    """A document from the bytes of its file, and its Problems."""
    problems: list[Problem] = []
    text = text_of(data, file, problems)
    if text is None:
        return None, problems
    unreadable: list[Problem] = []
    front, body, line = split_front_matter(text, file, unreadable)
    markers = conflict_markers(text, file, 1) if front is None else conflict_markers(body, file, line)
    problems += markers or unreadable if front is None else [*unreadable, *markers]
    taken = None if front is None else take_override(front, file, problems)
    if taken is None:
        return None, problems
    override, front = taken
    document = made(len(text) - len(body), line, override)
    vars(document).update(text=text, front=front)  # both are known already
    return document, problems


def _digest(file: str, data: bytes) -> str:
    """That of a document, over its name and bytes."""
    return digest_bytes(file.encode() + b"\0" + data)


def _likest(word: str, known: tuple[str, ...]) -> str:
    """All known words as a list for a message, the likest three first: there are few, and a guess may be far off."""
    first = nearest(word, known).split(", ")
    return ", ".join((*first, *(name for name in known if name not in first)))


def _suggested(name: str) -> str:
    """A name that a document may have, as much like a file's as can be."""
    stem = re.sub(r"(\.[a-z]{2,8})+$", "", name.casefold())
    return "-".join(re.findall("[a-z0-9]+", stem))[:MAX_SLUG].strip("-") or "nama-artikel"
