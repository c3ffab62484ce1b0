"""Problems: what is wrong, where, and the way out. Data only; printing is the command line's work."""

from dataclasses import dataclass, replace  # noqa: TID251 - a no-op has no time to import `values`
from enum import StrEnum

from sitegen.rules import RULES, Rule
from sitegen.unicode import escaped, printable


class Severity(StrEnum):
    """How much a Problem weighs: an error stops the build, a task waits for an office."""

    ERROR = "error"
    WARNING = "warning"
    TASK = "task"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a source: file relative to the project (POSIX), line and column from 1; 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [printable(self.file)]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. The wording lives in `rules.RULES` (a rule that is not there raises ValueError); `args`
    fill its blanks.

    `sites` names the sites for which it holds (empty: not bound to sites), so that one cause on
    many sites is one Problem. `others` are further places, such as the second file of a conflict. `detail` is
    shown below, line by line as it is: a diff.
    """

    rule: str
    place: Place
    args: tuple[tuple[str, str], ...] = ()
    sites: tuple[str, ...] = ()
    others: tuple[Place, ...] = ()
    detail: str = ""

    def __post_init__(self) -> None:
        if self.rule not in RULES:  # wherever it comes from
            raise ValueError(self.rule)

    @property
    def definition(self) -> Rule:
        """The row of `RULES` that this Problem is an instance of."""
        return RULES[self.rule]

    @property
    def severity(self) -> Severity:
        """Error, warning or task."""
        return Severity(self.definition.severity)

    def message(self, lang: str) -> str:
        """What is wrong, as one sentence in `lang` ("id" or "en")."""
        return self._fill(self.definition.message, lang)

    def hint(self, lang: str) -> str:
        """The way out, as one sentence in `lang` ("id" or "en")."""
        return self._fill(self.definition.hint, lang)

    def detail_lines(self) -> list[str]:
        """What is shown below the Problem, each line safe for a terminal."""
        return [escaped(line) for line in self.detail.split("\n")] if self.detail else []

    def sort_key(self) -> tuple[Place, str, tuple[tuple[str, str], ...], str]:
        """Problems are shown by place, then rule, so that the order never depends on the work's order."""
        return (self.place, self.rule, self.args, self.detail)

    def _fill(self, texts: tuple[str, str], lang: str) -> str:
        blanks = {name: printable(value) or "–" for name, value in self.args}
        blanks["others"] = listed(tuple(str(place) for place in self.others))
        blanks["sites"] = listed(self.sites)
        return texts[0 if lang == "id" else 1].format_map(blanks).strip()


def problem(
    rule: str,
    place: Place,
    *,
    sites: tuple[str, ...] = (),
    others: tuple[Place, ...] = (),
    detail: str = "",
    **args: str,
) -> Problem:
    """A Problem with its blanks given by name; raises ValueError for a rule that is not in `RULES`."""
    return Problem(rule, place, tuple(sorted(args.items())), sites, others, detail)


class Refused(Exception):  # noqa: N818 - it is a refusal with reasons, not a failure of the program
    """The build cannot go on; carries the Problems that say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{p.place}: {p.message('en')}" for p in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type["Refused"], tuple[Problem, ...]]:
        return Refused, self.problems  # workers hand it to their parent


LISTED = 5


def listed(names: tuple[str, ...], most: int = LISTED) -> str:
    """Names as a short list: the first `most`, then how many more."""
    shown = ", ".join(printable(name) for name in names[:most])
    return shown if len(names) <= most else f"{shown} (+{len(names) - most})"


def merged(problems: list[Problem]) -> tuple[Problem, ...]:
    """The same Problem on several sites becomes one that names them all; sorted for showing."""
    sites: dict[Problem, set[str]] = {}
    for item in problems:
        sites.setdefault(replace(item, sites=()), set()).update(item.sites)
    joined = [replace(bare, sites=tuple(sorted(names))) for bare, names in sites.items()]
    return tuple(sorted(joined, key=Problem.sort_key))
