"""What several commands share: options, the project's folder, days, and how they end.

Exit codes: 0 fine, 1 Problems, 2 wrong usage.
"""

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.formats import FORMATS
from sitegen.phrases import phrase
from sitegen.unicode import printable

if TYPE_CHECKING:
    import datetime as dt

    from sitegen.overrides import Overrides
    from sitegen.report import Outcome, Report
    from sitegen.shards import Shard


def choices(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that build, check and serve share."""
    for option in reversed(
        (
            click.option(
                "--date",
                "date",
                metavar="TTTT-BB-HH",
                help="Anggap hari ini tanggal itu (bawaan: hari ini). / As of that day (default: today).",
            ),
            click.option(
                "--drafts",
                is_flag=True,
                help="Ikutkan draf dan naskah yang akan datang. / With drafts and future documents.",
            ),
            click.option(
                "--strict", is_flag=True, help="Peringatan dihitung sebagai kesalahan. / Warnings count as errors."
            ),
            click.option(
                "--jobs",
                type=click.IntRange(1, 256),
                metavar="N",
                default=None,
                help="Banyak proses (bawaan: satu per prosesor). / Number of processes (default: one per processor).",
            ),
        )
    ):
        command = option(command)
    return command


def formats(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of how a report is shown; handed on as `form`, a name of `FORMATS`."""

    @functools.wraps(command)
    def chosen(*args: Any, form: str, as_json: bool, **rest: Any) -> Any:
        return command(*args, form="json" if as_json else form, **rest)

    choice = click.Choice(list(FORMATS))
    words = "Bentuk laporan (bawaan: full). / Format of the report (default: full)."
    flag = click.option(
        "--json", "as_json", is_flag=True, help="Sama dengan --format json. / The same as --format json."
    )
    return click.option("--format", "form", type=choice, default="full", help=words)(flag(chosen))


def shares(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option by which several machines part the sites among them; `share_of` reads it."""
    words = "Hanya bagian ke-I dari N bagian situs. / Only share I of N of the sites."
    return click.option("--shard", metavar="I/N", help=words)(command)


def share_of(given: str | None, lang: str) -> "Shard | None":
    """The share that was asked for, if any; leaves with 2 for what is none."""
    from sitegen.shards import shard_of

    try:
        return None if given is None else shard_of(given)
    except ValueError as error:
        click.echo(phrase("bad-shard", lang, value=printable(str(error))), err=True)
        sys.exit(2)


def name_of(path: str) -> str:
    """A document as people name it: also with .md or with backslashes."""
    return path.replace("\\", "/").strip("/").removesuffix(".md")


def change(context: click.Context, command: "Callable[[Overrides], Outcome]") -> None:
    """Runs a command that changes overrides, as `tell` does."""
    from sitegen.overrides import Overrides

    root = root_of(context)
    tell(context, lambda: command(Overrides(root)))


def tell(context: click.Context, command: "Callable[[], Outcome]") -> None:
    """What a command that changes content came to, or why it did nothing; leaves with 0 or 1."""
    from sitegen.console import print_outcome
    from sitegen.problems import Refused
    from sitegen.report import Outcome

    try:
        outcome = command()
    except Refused as refused:
        outcome = Outcome(refused.problems)
    print_outcome(outcome, root_of(context), context.obj["lang"])
    sys.exit(1 if outcome.problems else 0)


def root_of(context: click.Context) -> Path:
    """The project's folder: as given, else the nearest one upwards that has a sites.yaml; leaves with 2 without."""
    found = project_at(context.obj["project"])
    if found is None:
        click.echo(phrase("no-project", context.obj["lang"]), err=True)
        sys.exit(2)
    return found


def project_at(given: Path | None) -> Path | None:
    """The folder given if it has a sites.yaml; without one, the nearest from here upwards that does; else None."""
    start = Path(given).absolute() if given else Path.cwd()
    upwards = (start,) if given else (start, *start.parents)
    return next((folder for folder in upwards if (folder / "sites.yaml").is_file()), None)


def day_of(given: str | None, lang: str) -> "dt.date":
    """The day that was asked for (ISO 8601), else today; leaves with 2 for what is no day."""
    from sitegen.days import today_of

    try:
        return today_of(given)
    except ValueError as error:
        click.echo(phrase("bad-date", lang, value=error), err=True)
        sys.exit(2)


def finish(report: "Report", root: Path, lang: str, form: str, *, tasks: bool, built: bool) -> None:
    """Prints a report of `build` or `check`, and leaves with 0 or 1."""
    from sitegen.console import print_report

    print_report(report, root, lang, form, tasks=tasks, built=built)
    sys.exit(1 if report.failed else 0)
