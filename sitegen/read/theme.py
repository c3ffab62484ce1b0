"""Themes as files: templates, parts of the sheet, script, catalogues, static files."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from sitegen import locale
from sitegen.model.project import StaticFile, Theme
from sitegen.problems import Place, Problem, problem
from sitegen.read.documents import walk
from sitegen.read.schema import convert, nearest
from sitegen.read.source import parse_yaml, read_bytes, read_text

MAX_TEMPLATE = 128 * 1024
MAX_STATIC = 8 * 1024 * 1024

REQUIRED = (
    "404.html area.html article.html contact.html facilities.html feed.xml glossary.html home.html index.html"
    " list.html page.html redirect.html sitemap.xml tombstone.html cards/entry.xml cards/index.html cards/latest.html"
    " cards/related.html cards/row.html cards/task.html cards/url.xml files/favicon.svg files/robots.txt"
).split()


# Parts of the sheet, in their order: what all pages carry, then by template, by card, by what a body has in it.
STYLE_KINDS = ("base", "templates", "cards", "body")


@dataclass(frozen=True, slots=True)
class _Settings:
    name: str
    page_size: int = 10


def read_theme(root: Path, name: str, place: Place, everyone: int, problems: list[Problem]) -> Theme | None:
    """The theme `name` below themes/, or None with Problems. `place` is where the project asks for it."""
    folder = f"themes/{name}"
    if not (root / folder).is_dir():
        known = tuple(p.name for p in sorted((root / "themes").glob("*")) if p.is_dir())
        problems.append(problem("theme-missing", place, name=name, near=nearest(name, known)))
        return None
    settings = _settings(root, folder, name, problems)
    templates: dict[str, str] = {}
    for path in walk(root, f"{folder}/templates"):
        text = read_text(root, f"{folder}/templates/{path}", problems, MAX_TEMPLATE)
        if text is not None:
            templates[path] = text
    for path in REQUIRED:
        if path not in templates:
            problems.append(problem("theme-template-missing", Place(f"{folder}/templates"), name=path))
    strings = []
    for path in walk(root, f"{folder}/strings"):
        if path.endswith(".po"):
            strings.append((path.removesuffix(".po"), _strings(root, f"{folder}/strings/{path}", problems)))
    static = []
    for path in walk(root, f"{folder}/static"):
        file = read_static(root, path, f"{folder}/static/{path}", everyone, problems)
        if file:
            static.append(file)
    return Theme(
        name,
        tuple(sorted(templates.items())),
        _style(root, folder, templates, problems),
        _optional(root, f"{folder}/script.js", problems).strip(),
        tuple(sorted(strings)),
        tuple(static),
        settings.page_size,
    )


def _style(
    root: Path, folder: str, templates: Mapping[str, str], problems: list[Problem]
) -> tuple[tuple[str, str], ...]:
    """The parts of the sheet in the order in which pages print them; one that no page can carry is a Problem."""
    found: dict[str, str] = {}
    for path in walk(root, f"{folder}/style"):
        name, dot, _ = path.rpartition(".css")
        kind, _, rest = name.partition("/")
        template = {"templates": f"{rest}.html", "cards": f"cards/{rest}.html"}.get(kind, "")
        known = name == "base" or template in templates or (kind == "body" and "/" not in rest and rest)
        if not dot or not path.endswith(".css") or not known:
            problems.append(problem("theme-style-unused", Place(f"{folder}/style/{path}")))
            continue
        text = read_text(root, f"{folder}/style/{path}", problems, MAX_TEMPLATE)
        found[name] = minified(text or "")
    return tuple(sorted(found.items(), key=lambda part: (STYLE_KINDS.index(part[0].partition("/")[0]), part[0])))


def read_static(root: Path, path: str, source: str, mask: int, problems: list[Problem]) -> StaticFile | None:
    """A file to be copied to `path` of the sites in `mask`: read once, its SHA-256 is what the manifest will say."""
    data = read_bytes(root, source, problems, MAX_STATIC)
    if data is None:
        return None
    return StaticFile(path, source, hashlib.sha256(data, usedforsecurity=False).hexdigest(), len(data), mask)


def minified(css: str) -> str:
    """CSS without comments and needless blanks (CSS Syntax 3: white space between tokens carries no meaning there)."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,>])\s*", r"\1", css)
    return re.sub(r":\s+", ":", css).replace(";}", "}").strip()


def _strings(root: Path, file: str, problems: list[Problem]) -> tuple[tuple[str, str], ...]:
    """The messages of a catalogue. A translation must keep the blanks of its message: pages fill them by name."""
    data = read_bytes(root, file, problems, MAX_TEMPLATE)
    try:
        messages = locale.read_catalogue(data or b"")
    except ValueError as error:
        problems.append(problem("theme-strings", Place(file), text=str(error)))
        return ()
    for message in messages:
        if _blanks(message.translation) != _blanks(message.text):
            problems.append(problem("theme-strings-blanks", Place(file, message.line), text=message.text))
    return tuple((message.text, message.translation) for message in messages)


def _blanks(text: str) -> frozenset[str] | None:
    """The names in braces; None if the braces do not close or hold more than a name."""
    try:
        parts = [part for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return None
    if any(spec or conversion or not str(name).isidentifier() for _, name, spec, conversion in parts):
        return None
    return frozenset(str(part[1]) for part in parts)


def _settings(root: Path, folder: str, name: str, problems: list[Problem]) -> _Settings:
    file = f"{folder}/theme.yaml"
    if not (root / file).exists():
        return _Settings(name)
    text = read_text(root, file, problems, MAX_TEMPLATE)
    node = parse_yaml(text, file, problems) if text is not None else None
    settings = (convert(node, _Settings, problems) if node is not None else None) or _Settings(name)
    if not 1 <= settings.page_size <= 500:
        problems.append(problem("theme-page-size", Place(file)))
        return _Settings(name)
    return settings


def _optional(root: Path, path: str, problems: list[Problem]) -> str:
    if not (root / path).exists():
        return ""
    return read_text(root, path, problems, MAX_TEMPLATE) or ""
