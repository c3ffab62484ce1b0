"""Themes as files: templates, parts of the sheet, script, catalogues, static files; each on top of what it extends."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as Mapped
from functools import partial
from pathlib import Path
from string import Formatter
from typing import Annotated

from sitegen import locale
from sitegen.digest import digest_bytes
from sitegen.model.picture import is_raster
from sitegen.model.project import StaticFile, Theme
from sitegen.model.scalars import Name
from sitegen.problems import Place, Problem, problem
from sitegen.read.readings import Readings
from sitegen.read.schema import Each, convert, nearest
from sitegen.read.source import Mapping, get, parse_yaml, read_bytes, read_text
from sitegen.read.tokens import Pair, Token, declared, read_tokens, with_tokens
from sitegen.read.tree import looked_at, walk
from sitegen.values import Frozen, replace

MAX_TEMPLATE = 128 * 1024
MAX_STATIC = 8 * 1024 * 1024
MAX_PICTURE = 12 * 1024 * 1024  # as phones make them; what is published is far smaller

REQUIRED = (
    "404.html agenda.html announcement.html area.html article.html contact.html download.html event.html"
    " facilities.html feed.xml glossary.html home.html index.html list.html luring.html notices.html page.html"
    " questions.html quiz.html redirect.html shelf.html sitemap.xml tombstone.html cards/answer.html"
    " cards/entry.xml cards/event.html cards/index.html cards/latest.html cards/notice.html cards/question.html"
    " cards/related.html cards/row.html cards/shelf.html cards/task.html cards/url.xml files/favicon.svg"
    " files/robots.txt"
).split()


# What finds Problems in the bytes of a file.
Look = Callable[[str, bytes], Iterable[Problem]]

# Parts of the sheet, in their order: what all pages carry, then by template, by card, by what a body has in it.
STYLE_KINDS = ("base", "templates", "cards", "body")


class Settings(Frozen):
    """All of theme.yaml as it is written."""

    name: str
    page_size: int | None = None
    extends: Name | None = None
    tokens: Annotated[Mapping, Each(str, str | Pair)] | None = None


class _Level(Frozen):
    """A theme on top of what it extends. Templates, parts of the sheet, the script and static files are known by their
    path in the theme, with the file in which they stand; `chain` are the themes, nearest first."""

    chain: tuple[str, ...]
    templates: Mapped[str, str]
    style: Mapped[str, str]
    script: str
    strings: Mapped[str, Mapped[str, str]]
    static: Mapped[str, StaticFile]
    files: Mapped[str, str]
    page_size: int
    tokens: Mapped[str, Token]


class _Strings(Frozen):
    """The messages of a catalogue with their translations, and what is wrong with it."""

    messages: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


_NOTHING = _Level((), {}, {}, "", {}, {}, {}, 10, {})


class ThemeReader:
    """Reads the themes of a project, each file once also where several themes extend one. `readings` know catalogues
    from before."""

    def __init__(self, root: Path, everyone: int, problems: list[Problem], readings: Readings | None = None) -> None:
        self._readings = readings or Readings()
        self._root, self._everyone, self._problems = root, everyone, problems
        self._levels: dict[str, _Level | None] = {}

    def theme(self, name: str, place: Place) -> Theme | None:
        """The theme `name` below themes/ with what it extends, or None with Problems. `place` is where the project asks
        for it."""
        known = self._known()
        if name not in known:
            self._problems.append(problem("theme-missing", place, name=name, near=nearest(name, known)))
            return None
        level = self._level(name, ())
        if level is None:
            return None
        for path in REQUIRED:
            if path not in level.templates:
                self._problems.append(problem("theme-template-missing", Place(f"themes/{name}/templates"), name=path))
        style = dict(level.style)
        style["base"] = with_tokens(style.get("base", ""), tuple(level.tokens.values()))
        return Theme(
            name,
            tuple(sorted(level.templates.items())),
            tuple(sorted(style.items(), key=_in_sheet)),
            level.script,
            tuple((lang, tuple(sorted(strings.items()))) for lang, strings in sorted(level.strings.items())),
            tuple(file for _, file in sorted(level.static.items())),
            level.page_size,
            level.chain,
            tuple(sorted(level.files.items())),
        )

    def _known(self) -> tuple[str, ...]:
        return tuple(p.name for p in sorted((self._root / "themes").glob("*")) if p.is_dir())

    def _level(self, name: str, above: tuple[str, ...]) -> _Level | None:
        if name not in self._levels:
            self._levels[name] = self._read(name, above)
        return self._levels[name]

    def _read(self, name: str, above: tuple[str, ...]) -> _Level | None:
        """A theme's own files on top of those of the theme that it extends; `above` are those that extend it."""
        folder = f"themes/{name}"
        node, settings = self._settings(folder, name)
        if settings is None:
            return None
        if not settings.extends:
            return self._own(name, folder, settings, _NOTHING)
        asked = get(node, "extends") if node else None
        place = asked.place if asked else Place(f"{folder}/theme.yaml")
        if settings.extends in (*above, name):
            chain = " → ".join((*above, name, settings.extends))
            self._problems.append(problem("theme-extends-cycle", place, chain=chain))
            return None
        others = tuple(other for other in self._known() if other != name)
        if settings.extends not in others:
            near = nearest(settings.extends, others) or "-"
            self._problems.append(problem("theme-extends-unknown", place, name=settings.extends, near=near))
            return None
        below = self._level(settings.extends, (*above, name))
        return below and self._own(name, folder, settings, below)

    def _own(self, name: str, folder: str, settings: Settings, below: _Level) -> _Level:
        """As `_merged`; known from before if all files look as they did."""
        looks = looked_at(self._root, folder) if self._readings.looks else [("", None)]
        if any(look is None for _, look in looks):
            return self._merged(name, folder, settings, below, self._problems)
        make = partial(self._merged, name, folder, settings, below)
        source = (looks, settings, below, self._everyone)
        return self._readings.told("theme", name, source, make, self._problems)

    def _merged(self, name: str, folder: str, settings: Settings, below: _Level, problems: list[Problem]) -> _Level:
        root = self._root
        templates, files = dict(below.templates), dict(below.files)
        for path in walk(root, f"{folder}/templates"):
            text = read_text(root, f"{folder}/templates/{path}", problems, MAX_TEMPLATE)
            if text is None:
                continue
            if path in templates:  # what is hidden keeps a name: that of its theme before its own
                owner = files[f"templates/{path}"].split("/")[1]
                templates[f"{owner}:{path}"] = templates[path]
                files[f"templates/{owner}:{path}"] = files[f"templates/{path}"]
            templates[path] = text
            files[f"templates/{path}"] = f"{folder}/templates/{path}"
        style = dict(below.style)
        for part, css in _style(root, folder, templates, problems):
            style[part] = css
            files[f"style/{part}.css"] = f"{folder}/style/{part}.css"
        script = below.script
        if (root / folder / "script.js").exists():
            script = (read_text(root, f"{folder}/script.js", problems, MAX_TEMPLATE) or "").strip()
            files["script.js"] = f"{folder}/script.js"
        strings = {lang: dict(messages) for lang, messages in below.strings.items()}
        for path in walk(root, f"{folder}/strings"):
            if path.endswith(".po"):
                own = self._strings(f"{folder}/strings/{path}", problems)
                strings.setdefault(path.removesuffix(".po"), {}).update(own)
        static = dict(below.static)
        for path in walk(root, f"{folder}/static"):
            static[path] = read_static(root, path, f"{folder}/static/{path}", self._everyone, problems)
        tokens = dict(below.tokens)
        if settings.tokens is not None:
            known = declared(style.get("base", ""))
            tokens |= {token.name: token for token in read_tokens(settings.tokens, known, problems)}
        return _Level(
            (name, *below.chain), templates, style, script, strings, static, files,
            below.page_size if settings.page_size is None else settings.page_size, tokens,
        )  # fmt: skip

    def _strings(self, file: str, problems: list[Problem]) -> tuple[tuple[str, str], ...]:
        """The messages of a catalogue."""
        data = read_bytes(self._root, file, problems, MAX_TEMPLATE) or b""
        found = self._readings.lasting("strings", file, digest_bytes(data), _Strings, partial(_strings, file, data))
        problems += found.problems
        return found.messages

    def _settings(self, folder: str, name: str) -> tuple[Mapping | None, Settings | None]:
        """theme.yaml as nodes and as settings, which are None where it is wrong: what else it says is then unknown."""
        file, before = f"{folder}/theme.yaml", len(self._problems)
        if not (self._root / file).exists():
            return None, Settings(name)
        text = read_text(self._root, file, self._problems, MAX_TEMPLATE)
        node = parse_yaml(text, file, self._problems) if text is not None else None
        settings = convert(node, Settings, self._problems) if node is not None else None
        if settings is None or len(self._problems) > before:
            return None, None
        if settings.page_size is not None and not 1 <= settings.page_size <= 500:
            self._problems.append(problem("theme-page-size", Place(file)))
            settings = replace(settings, page_size=None)
        return node if isinstance(node, Mapping) else None, settings


def _in_sheet(part: tuple[str, str]) -> tuple[int, str]:
    """Sorts the parts of a sheet as pages print them."""
    return STYLE_KINDS.index(part[0].partition("/")[0]), part[0]


def _style(root: Path, folder: str, templates: Mapped[str, str], problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """A theme's own parts of the sheet; one that no page can carry is a Problem."""
    for path in walk(root, f"{folder}/style"):
        name, dot, ending = path.rpartition(".")
        kind, _, rest = name.partition("/")
        template = {"templates": f"{rest}.html", "cards": f"cards/{rest}.html"}.get(kind, "")
        known = name == "base" or template in templates or (kind == "body" and rest and "/" not in rest)
        if not known or (dot, ending) != (".", "css"):
            problems.append(problem("theme-style-unused", Place(f"{folder}/style/{path}")))
            continue
        yield name, minified(read_text(root, f"{folder}/style/{path}", problems, MAX_TEMPLATE) or "")


def read_static(
    root: Path, path: str, source: str, mask: int, problems: list[Problem], look: Look | None = None
) -> StaticFile:
    """A file to be copied to `path` of the sites in `mask`: read once, its SHA-256 is what the manifest will say.
    `look` finds Problems in its bytes. One that cannot be read is a Problem and has no digest, so that no more is said.
    """
    picture = is_raster(path)
    data = read_bytes(
        root,
        source,
        problems,
        MAX_PICTURE if picture else MAX_STATIC,
        "picture-too-large" if picture else "file-too-large",
    )
    if data is None:
        return StaticFile(path, source, "", 0, mask)
    if look:
        problems += look(source, data)
    return StaticFile(path, source, hashlib.sha256(data, usedforsecurity=False).hexdigest(), len(data), mask)


def minified(css: str) -> str:
    """CSS without comments and needless blanks (CSS Syntax 3: white space between tokens carries no meaning there)."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,>])\s*", r"\1", css)
    return re.sub(r":\s+", ":", css).replace(";}", "}").strip()


def _strings(file: str, data: bytes) -> _Strings:
    """The messages of a catalogue. A translation must keep the blanks of its message: pages fill them by name."""
    try:
        messages = locale.read_catalogue(data)
    except ValueError as error:
        return _Strings((), (problem("theme-strings", Place(file), text=str(error)),))
    return _Strings(
        tuple((message.text, message.translation) for message in messages),
        tuple(
            problem("theme-strings-blanks", Place(file, message.line), text=message.text)
            for message in messages
            if _blanks(message.translation) != _blanks(message.text)
        ),
    )


def _blanks(text: str) -> frozenset[str] | None:
    """The names in braces; None if the braces do not close or hold more than a name."""
    try:
        parts = [part for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return None
    if any(spec or conversion or not str(name).isidentifier() for _, name, spec, conversion in parts):
        return None
    return frozenset(str(part[1]) for part in parts)
