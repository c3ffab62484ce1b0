"""The commands about overrides: make one, renew one after the text below it has changed, call a change minor."""

import json
from pathlib import Path

from sitegen.merge import merge
from sitegen.problems import Place, Problem, Refused, problem
from sitegen.read.asked import sites_named, unknown_groups
from sitegen.read.bases import MINOR, Bases, minor_text
from sitegen.read.documents import BASES, MAX_SOURCE, Layer, SourceDocument
from sitegen.read.masks import Masked, digest_of, masks, parts
from sitegen.read.override import FIELDS, REPLACE, SECTION, Override, conflict_markers
from sitegen.read.project import read_sources
from sitegen.read.rewrite import listed, rewritten
from sitegen.read.schema import nearest
from sitegen.read.source import Mapping, Scalar, get, read_bytes
from sitegen.read.stacks import Stack, Stacker, merged_front
from sitegen.read.staleness import closest, fit
from sitegen.report import Outcome, Said
from sitegen.values import replace
from sitegen.write.files import refusal, write_atomically

OWN_NAME, SHARED_NAME = "naskah daerah ini", "naskah bersama"


class Overrides:
    """The layers of one project, for commands that change its content. Each command raises nothing but Refused."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._problems: list[Problem] = []
        self._sites, self._sources = read_sources(root, self._problems)
        self._bases = Bases(root, self._problems)
        blocking = [p for p in self._problems if p.place.file in ("sites.yaml", MINOR) and p.severity == "error"]
        if blocking:
            raise Refused(*blocking)

    def make(self, site: str, path: str, mode: str, section: str) -> Outcome:
        """A new override in the layer of a site or group, with the text that it masks as a start."""
        layer = self._layer(site)
        file = f"{layer.folder}/{path}.md"
        below = self._named(path)
        if any(d.file == file for d in below) or (self._root / file).exists():
            raise Refused(problem("override-exists", Place(file), site=site, path=path))
        key = Scalar("title", Place(file), plain=True)
        front = Mapping(((key, key),) if mode == FIELDS else (), Place(file))
        override = Override(mode, Place(file), section, Place("--section"), (), Place(file))
        if not below:
            raise Refused(self._no_path(path))
        new = replace(below[0], layer=layer, file=file, digest="", start=0, line=1, override=override)
        vars(new).update(text="", front=front)
        found = self._masked(new, [*below, new])
        if not found:
            raise Refused(problem("override-not-shown", Place("SITUS"), site=site))
        first, stack = found[0]
        bases = tuple(dict.fromkeys(masked.digest for masked, _ in found if masked.text))
        lines = ["---", f"override: {mode}", *([f"section: {section}"] if mode == SECTION else [])]
        lines += [f"base: {listed(bases)}"] if bases else []
        if mode == FIELDS:
            title = get(merged_front(stack), "title")
            lines += [f"title: {json.dumps(title.text if isinstance(title, Scalar) else '', ensure_ascii=False)}"]
        start = _trimmed([line.text for line in first.lines])
        self._keep([masked for masked, _ in found])
        self._write(file, "\n".join([*lines, "---", *start[1], ""]).encode())
        then = "made-note" if mode in ("before", "after") else "made-start"
        return Outcome((), (("made", (("file", file),)), (then, ())))

    def rebase(self, site: str, path: str) -> Outcome:
        """Merges into an override what has changed below it, and records what it masks now."""
        layer = self._layer(site)
        documents = self._named(path)
        document = next((d for d in documents if d.layer == layer and d.mode), None)
        if document is None:
            none = problem("override-none", Place(f"{layer.folder}/{path}.md"), site=site, path=path)
            raise Refused(none if documents else self._no_path(path))
        marked = conflict_markers(document.body, document.file, document.line)
        if marked:
            raise Refused(*marked)
        masked = [one for one, _ in self._masked(document, documents) if one.text]
        if not masked:
            return Outcome((), (("rebase-nothing", (("file", document.file),)),))
        waiting = [one for one in masked if fit(one, self._bases)]
        if not waiting:
            return Outcome((), (("rebase-current", (("file", document.file),)),))
        return self._rebased(document, masked, waiting)

    def minor(self, path: str) -> Outcome:
        """Says of every override of a document that what has changed below it needs no look."""
        documents = self._named(path)
        if not documents:
            raise Refused(self._no_path(path))
        minor = self._bases.minor
        files: list[str] = []
        for document in documents:
            for masked, _ in self._masked(document, documents) if document.mode else ():
                bases = document.override.bases
                if not masked.text or any(self._bases.current(base, masked.digest) for base in bases):
                    continue
                before = closest(masked, self._bases)
                for old in (digest_of(before),) if before is not None else bases:
                    minor[old] = tuple(sorted({*minor.get(old, ()), masked.digest}))
                    files.append(document.file)
        if not files:
            return Outcome((), (("minor-none", (("path", path),)),))
        self._write(MINOR, minor_text(minor).encode())
        return Outcome((), tuple(("minor", (("file", file),)) for file in sorted(set(files))))

    def _rebased(self, document: SourceDocument, masked: list[Masked], waiting: list[Masked]) -> Outcome:
        said: list[Said] = []
        body = document.body.split("\n")
        conflicts = merges = 0
        for one in waiting:
            before = closest(one, self._bases)
            if before is not None:
                said += _keys(before, one.text, document.file)
            if document.mode not in (SECTION, REPLACE) or not document.override.bases:
                continue
            now = _trimmed([line.text for line in one.lines])[1]
            base = parts(before)[1] if before is not None else []
            if base == parts(one.text)[1]:
                continue
            lead, own, trail = _trimmed(body)
            result = merge(base, own, now, OWN_NAME, SHARED_NAME)
            body = [*lead, *result.lines, *trail]
            conflicts += result.conflicts
            merges += 1
        bases = tuple(dict.fromkeys(one.digest for one in masked))
        marked = self._save(document, bases, "\n".join(body) if merges else None, masked)
        word = "rebase-conflict" if conflicts else "rebase-merged" if merges else "rebase-recorded"
        said.append((word, (("count", str(conflicts)), ("file", document.file))))
        return Outcome(tuple(marked), tuple(said))

    def _save(
        self, document: SourceDocument, bases: tuple[str, ...], body: str | None, masked: list[Masked]
    ) -> list[Problem]:
        """Writes an override again, and gives the conflicts that stand in it now."""
        problems: list[Problem] = []
        data = read_bytes(self._root, document.file, problems, MAX_SOURCE)
        if data is None:
            raise Refused(*problems)
        mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        made = rewritten(data.removeprefix(mark).decode("utf-8"), document, bases, body)
        if made is None:
            raise Refused(problem("override-by-hand", document.place, base=listed(bases)))
        self._keep(masked)
        self._write(document.file, mark + made[0].encode())
        return conflict_markers(body or "", document.file, made[1])

    def _masked(self, document: SourceDocument, documents: list[SourceDocument]) -> list[tuple[Masked, Stack]]:
        """What `document` masks in each stack that it is in, with the layers below it there."""
        problems: list[Problem] = []
        titles = self._sites.titles
        found: dict[str, tuple[Masked, Stack]] = {}
        for stack, _ in Stacker(self._sites.sites, problems).stacks(documents):
            for masked in masks(stack, titles, problems):
                if masked.document.file == document.file:
                    lower = stack[: [d.file for d in stack].index(document.file)]
                    found.setdefault(masked.digest, (masked, lower))
        own = [p for p in problems if p.place.file in (document.file, "--section")]
        if own:
            raise Refused(*own)
        return list(found.values())

    def _layer(self, name: str) -> Layer:
        if name.startswith("group:"):
            ident = name.removeprefix("group:")
            groups = tuple(group.id for group in self._sites.groups)
            if unknown := unknown_groups((ident,), groups, "SITUS"):
                raise Refused(*unknown)
            return Layer("group", ident, f"content/groups/{ident}")
        (found,) = sites_named((name,), self._sites.sites, self._problems, "SITUS")
        return Layer("site", found.id, f"content/sites/{found.id}")

    def _named(self, path: str) -> list[SourceDocument]:
        return [d for d in self._sources.documents if d.name == path]

    def _no_path(self, path: str) -> Problem:
        near = nearest(path, tuple({d.name for d in self._sources.documents if not d.mode}))
        return problem("override-path", Place("NASKAH"), path=path, near=near)

    def _keep(self, masked: list[Masked]) -> None:
        for one in masked:
            if one.text and self._bases.text(one.digest) is None:
                self._write(f"{BASES}/{one.digest}.txt", f"{one.text}\n".encode())

    def _write(self, file: str, data: bytes) -> None:
        """Writes a file of the project; Refused if it would lie outside."""
        target = self._root / file
        try:
            inside = target.parent.resolve().is_relative_to(self._root.resolve())
            if inside:
                target.parent.mkdir(parents=True, exist_ok=True)
        except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links
            reason = error if isinstance(error, OSError) else OSError(str(error))
            raise refusal(reason, str(target)) from error
        if not inside:
            raise Refused(problem("file-outside", Place(file)))
        write_atomically(target, data)


def _trimmed(lines: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Blank lines before, the lines between, blank lines after."""
    said = [number for number, line in enumerate(lines) if line.strip()]
    if not said:
        return [], [], lines
    return lines[: said[0]], lines[said[0] : said[-1] + 1], lines[said[-1] + 1 :]


def _keys(before: str, now: str, file: str) -> list[Said]:
    """The keys whose values below an override have changed; its own values stay."""
    old, new = (dict(line.split(": ", 1) for line in parts(text)[0] if ": " in line) for text in (before, now))
    return [
        ("rebase-key", (("key", key), ("old", old.get(key, "–")), ("new", new.get(key, "–")), ("file", file)))
        for key in sorted({*old, *new})
        if old.get(key) != new.get(key)
    ]
