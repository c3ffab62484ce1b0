"""What a command came to, as data; the command line prints it."""

from dataclasses import asdict, dataclass

from sitegen.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Row:
    """One site of a build: pages written, kept as they were, removed; whether it carries a signature now, and whether
    it lost one because it changed."""

    site: str
    domain: str
    changed: bool
    written: int
    kept: int
    removed: int
    bytes: int
    signed: bool = False
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What has to reach readers soon: a page (`kind` urgent: corrected; withdrawn: a tombstone), the sites that show
    it, and on how many of them the build made it anew. Or what they saw until now (mended): a file of a published site
    that was not what had been published, and how many of that site there were."""

    kind: str
    path: str
    sites: tuple[str, ...]
    made: int


@dataclass(frozen=True, slots=True)
class Report:
    """Problems, sites, seconds (wall), Texts parsed, pages rendered plainly, and where the output lies.

    `failed` says that nothing may be relied on but the Problems; `unchanged` that a no-op found nothing to do.
    """

    problems: tuple[Problem, ...]
    sites: tuple[Row, ...]
    failed: bool
    seconds: float
    parsed: int
    fallbacks: int
    dest: str
    unchanged: bool = False
    notices: tuple[Notice, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many Problems of this weight there are."""
        return sum(problem.severity is severity for problem in self.problems)


Said = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command that changes the content came to: Problems, and what to say (names of phrases, their blanks)."""

    problems: tuple[Problem, ...] = ()
    said: tuple[Said, ...] = ()


def to_json(report: Report) -> dict[str, object]:
    """A report as plain values, the same from run to run but for the seconds."""
    return {
        "failed": report.failed,
        "unchanged": report.unchanged,
        "dest": report.dest,
        "seconds": round(report.seconds, 3),
        "parsed": report.parsed,
        "fallbacks": report.fallbacks,
        "problems": [problem_to_json(p) for p in report.problems],
        "sites": [asdict(row) for row in report.sites],
        "notices": [asdict(notice) for notice in report.notices],
    }


def problem_to_json(found: Problem) -> dict[str, object]:
    """A Problem as plain values, with its words in both languages."""
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "file": found.place.file,
        "line": found.place.line,
        "column": found.place.column,
        "args": dict(found.args),
        "sites": list(found.sites),
        "others": [[p.file, p.line, p.column] for p in found.others],
        "message": {"id": found.message("id"), "en": found.message("en")},
        "detail": found.detail,
        "hint": {"id": found.hint("id"), "en": found.hint("en")},
    }


def problem_from_json(value: dict[str, object]) -> Problem:
    """The Problem of which `problem_to_json` made these values; raises KeyError or TypeError for others."""
    args, others = value["args"], value["others"]
    assert isinstance(args, dict)
    assert isinstance(others, list)
    return Problem(
        str(value["rule"]),
        Place(str(value["file"]), int(value["line"]), int(value["column"])),  # type: ignore[call-overload]
        tuple(sorted((str(k), str(v)) for k, v in args.items())),
        tuple(value["sites"]),  # type: ignore[arg-type]
        tuple(Place(*other) for other in others),
        str(value["detail"]),
    )
