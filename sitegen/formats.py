"""Problems as text: for people, and for the programs that show them. Pure: gives text back, prints nothing.

A new format is a function and a row of `FORMATS`. What the fields mean to those who read them: docs/diagnostics.md.
"""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from sitegen.digest import digest
from sitegen.excerpt import excerpt
from sitegen.phrases import phrase
from sitegen.problems import LISTED, Problem, Severity, listed
from sitegen.report import Report, to_json
from sitegen.unicode import escaped

Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class View:
    """How to show: the language, the line of a source or None, the cells of a line, a colour for a weight, and the
    folder of the project as seen from where the command runs ("" or with a slash at its end)."""

    lang: str
    line: Callable[[str, int], str | None] = lambda _file, _number: None
    width: int = 120
    paint: Callable[[str, Severity], str] = lambda text, _severity: text
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it makes of a report and of the Problems to show; `machine` if programs read all of it."""

    text: Callable[[Report, Problems, View], str]
    machine: bool


def concise(_report: Report, problems: Problems, view: View) -> str:
    """A line for each Problem: `file:line:column: severity [rule] message`, and on how many sites."""
    return "\n".join(_head(found, view) + _count(found, view.lang) for found in problems)


def full(_report: Report, problems: Problems, view: View) -> str:
    """Each Problem with its line of the source, a mark below the column, the way out, its sites and other places."""
    return "\n".join("\n".join(full_lines(found, view)) for found in problems)


def full_lines(found: Problem, view: View) -> list[str]:
    """One Problem as `full` shows it."""
    lang = view.lang
    lines = [_head(found, view), *_excerpt(found, view)]
    hint = found.hint(lang)
    if hint:
        lines.append(f"  {phrase('hint', lang)}: {hint}")
    if found.sites and not _says(found, "sites"):
        name = "on-site" if len(found.sites) == 1 else "on-sites"
        lines.append("  " + phrase(name, lang, count=len(found.sites), sites=listed(found.sites)))
    elif len(found.sites) > LISTED:
        lines.append("  " + phrase("on-many", lang, count=len(found.sites)))
    if found.others and not _says(found, "others"):
        others = listed(tuple(str(place) for place in found.others))
        lines.append("  " + phrase("see-also", lang, places=others))
    lines += [f"    {line}".rstrip() for line in found.detail_lines()]
    return lines


def as_json(report: Report, _problems: Problems, _view: View) -> str:
    """The whole report, tasks too, in ASCII (RFC 8259): no console, code page or control character changes it."""
    return json.dumps(to_json(report), indent=1)


_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TASK: "notice"}


def github(_report: Report, problems: Problems, view: View) -> str:
    """Workflow commands of GitHub Actions: they become notes at the lines of a pull request."""
    rows = []
    for found in problems:
        place = {"file": view.prefix + escaped(found.place.file), "line": found.place.line, "col": found.place.column}
        fields = {name: value for name, value in place.items() if value} | {"title": f"sitegen {found.rule}"}
        shown = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
        rows.append(f"::{_GITHUB[found.severity]} {shown}::{_data(_sentences(found, view.lang))}")
    return "\n".join(rows)


def _data(text: str) -> str:
    """As GitHub's runner undoes it in a message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """As GitHub's runner undoes it in a property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_GITLAB = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.TASK: "info"}


def gitlab(_report: Report, problems: Problems, view: View) -> str:
    """A Code Quality report of GitLab. A fingerprint stays when lines move: it knows no line, no number."""
    seen: Counter[str] = Counter()
    rows = []
    for found in problems:
        known = digest(found.rule, found.place.file, tuple((k, _NUMBER.sub("0", v)) for k, v in found.args))
        seen[known] += 1
        path = view.prefix + found.place.file
        rows.append(
            {
                "description": _sentences(found, view.lang).replace("\n", " "),
                "check_name": found.rule,
                "fingerprint": digest(known, seen[known]),
                "severity": _GITLAB[found.severity],
                "location": {"path": path, "lines": {"begin": max(1, found.place.line)}},
            }
        )
    return json.dumps(rows, indent=1)


_NUMBER = re.compile(r"\d+")  # a blank may hold lines or places

FORMATS: dict[str, Format] = {
    "full": Format(full, machine=False),
    "concise": Format(concise, machine=False),
    "json": Format(as_json, machine=True),
    "github": Format(github, machine=True),
    "gitlab": Format(gitlab, machine=True),
}


def _head(found: Problem, view: View) -> str:
    weight = view.paint(phrase(found.severity.value, view.lang), found.severity)
    return f"{found.place}: {weight} [{found.rule}] {found.message(view.lang)}"


def _excerpt(found: Problem, view: View) -> list[str]:
    """The line of the source between bars, with its number; nothing if it cannot be had."""
    place = found.place
    source = view.line(place.file, place.line) if place.line else None
    number = str(place.line)
    cut = None if source is None else excerpt(source, place.column, view.width - len(number) - 5)
    if cut is None:
        return []
    blank = f"  {' ' * len(number)} |"
    lines = [f"  {number} | {cut.text}".rstrip()]
    if cut.before >= 0:
        lines.append(f"{blank} {' ' * cut.before}{view.paint('^', found.severity)}")
    elif place.column:
        lines.append(f"{blank} {phrase('column', view.lang, column=place.column)}")
    return lines


def _count(found: Problem, lang: str) -> str:
    """On which site or on how many, where the message does not say it."""
    if not found.sites or ("{sites}" in found.definition.message[0] and len(found.sites) <= LISTED):
        return ""
    name = "on-site" if len(found.sites) == 1 else "on-many"
    return f" ({phrase(name, lang, count=len(found.sites), sites=listed(found.sites))})"


def _says(found: Problem, blank: str) -> bool:
    return any(f"{{{blank}}}" in words[0] for words in (found.definition.message, found.definition.hint))


def _sentences(found: Problem, lang: str) -> str:
    """Message and way out, a line each."""
    return "\n".join(filter(None, (found.message(lang) + _count(found, lang), found.hint(lang))))
