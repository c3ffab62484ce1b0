"""What people see in a terminal: progress, Problems, the closing table. Only this file names rich (late)."""

import datetime as dt
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.excerpt import Sources
from sitegen.formats import FORMATS, View, full_lines
from sitegen.options import Options
from sitegen.phrases import phrase
from sitegen.problems import Problem, Refused, Severity, listed
from sitegen.report import Outcome, Report, problem_to_json
from sitegen.shards import Shard
from sitegen.unicode import printable

if TYPE_CHECKING:
    import datetime as dt

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.TASK: "cyan"}


@contextmanager
def progress(lang: str, *, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A function (step, done, total) that shows how far a build is: a line that moves on a terminal, else nothing.

    No thread is started: workers fork while it is shown.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda _step, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    count = TextColumn("{task.fields[count]}")
    columns = (TextColumn("{task.description}"), BarColumn(), count, TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=None, count="")

        def step(name: str, done: int, total: int) -> None:
            share = 100 * done // total if total else 0
            words = f"{done}/{total}" if total else ""
            bar.update(task, description=phrase(name, lang), completed=share, total=100, count=words)
            if not total or done == total or done % max(1, total // 20) == 0:
                bar.refresh()

        yield step


def print_report(report: Report, root: Path, lang: str, form: str, *, tasks: bool, built: bool) -> None:
    """Problems by place in a format of `FORMATS`; for people also a closing table and what to do next."""
    shown = tuple(p for p in report.problems if tasks or p.severity is not Severity.TASK)
    width = shutil.get_terminal_size((120, 24)).columns
    text = FORMATS[form].text(report, shown, View(lang, Sources(root).line, width, _paint, _prefix(root)))
    if text:
        click.echo(text)
    if FORMATS[form].machine:
        return
    if shown:
        click.echo("")
    if shown and form == "full":
        click.echo(phrase("rule-page", lang, rule=shown[0].rule))
    hidden = len(report.problems) - len(shown)
    if hidden:
        click.echo(phrase("tasks-hidden", lang, count=hidden))
    if built and report.sites:
        _table(report, lang)
        for notice in report.notices:
            words = {"path": notice.path, "sites": len(notice.sites), "made": notice.made}
            click.echo(phrase(f"notice-{notice.kind}", lang, **words))
        _signatures(report, lang)
    errors = report.count(Severity.ERROR)
    index = _shown(f"{report.dest}/.sitegen/index.html") if report.dest else ""
    if report.failed:
        name = "partly" if report.sites else "failed"
        stopping = errors or report.count(Severity.WARNING)
        click.secho(phrase(name, lang, errors=stopping), fg="red", err=True)
    elif report.unchanged:
        click.echo(phrase("unchanged", lang, index=index))
    else:
        click.secho(phrase("done" if built else "fine", lang, index=index), fg="green")


def print_problems(problems: Iterable[Problem], root: Path, lang: str) -> None:
    """Problems of a command that makes no report, as the format `full` shows them."""
    view = View(lang, Sources(root).line, shutil.get_terminal_size((120, 24)).columns, _paint)
    for found in problems:
        click.echo("\n".join(full_lines(found, view)))


def print_outcome(outcome: Outcome, root: Path, lang: str) -> None:
    """What a command that changed the content did, then its Problems."""
    for name, blanks in outcome.said:
        click.echo(phrase(name, lang, **{key: printable(value) for key, value in blanks}))
    print_problems(outcome.problems, root, lang)


def print_explanation(options: Options, path: str, lang: str, as_json: bool) -> int:
    """Where one page of one site comes from. Gives the exit code."""
    from sitegen.explain import explain

    try:
        with progress(lang, quiet=as_json) as step:
            found = explain(options, path, step)
    except Refused as refused:
        if as_json:
            click.echo(json.dumps({"problems": [problem_to_json(p) for p in refused.problems]}, ensure_ascii=False))
        else:
            print_problems(refused.problems, options.root, lang)
        return 1
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        from sitegen.explained import lines

        click.echo("\n".join(lines(found, lang)))
    return 0


def print_packed(root: Path, dest: Path, sites: tuple[str, ...], shard: Shard | None, offline: bool, lang: str) -> int:
    """Packs published sites and says where the zips lie. Gives the exit code."""
    from sitegen.package import package

    try:
        done = package(root, dest, sites, shard, offline)
    except Refused as refused:
        return _refused(refused, root, lang)
    if shard is not None:
        click.echo(phrase("share", lang, shard=shard, sites=len(done)))
    for packed in done:
        size = f"{packed.size / 1e6:.2f}".replace(".", "," if lang == "id" else ".")
        click.echo(phrase("packed", lang, file=packed.file, files=packed.files, size=size))
    return 0


def print_rolled_back(root: Path, dest: Path, names: tuple[str, ...], lang: str) -> int:
    """Makes previous versions live again (of all sites without `names`) and says which they are. Gives the exit
    code."""
    from sitegen.rollback import rollback

    try:
        done = rollback(root, dest, names)
    except Refused as refused:
        return _refused(refused, root, lang)
    for one in done.sites:
        words = {"domain": one.domain, "made": f"{one.made:%Y-%m-%d %H:%M}", "before": f"{one.before:%Y-%m-%d %H:%M}"}
        click.echo(phrase("rolled-back", lang, **words))
        click.echo(phrase("rolled-back-pages", lang, changed=one.changed, added=one.added, removed=one.removed))
    print_problems(done.problems, root, lang)
    if done.sites:
        click.secho(phrase("rolled-back-then", lang), fg="yellow")
    return 1 if done.problems else 0


def print_review(
    root: Path, path: str, name: str, on: dt.date, following: dt.date | None, today: dt.date, lang: str
) -> int:
    """Notes a review in a source file and says which lines changed. Gives the exit code."""
    from sitegen.review import review

    try:
        done = review(root, path, name, on, following, today)
    except Refused as refused:
        return _refused(refused, root, lang)
    click.echo(phrase("reviewed" if done.changes else "reviewed-same", lang, file=done.file))
    for before, after in done.changes:
        if before:
            click.echo(phrase("reviewed-before", lang, line=before))
        click.echo(phrase("reviewed-after", lang, line=after))
    if following is None:
        click.echo(phrase("reviewed-next", lang))
    return 0


def print_sites(root: Path, lang: str, as_json: bool) -> int:
    """The list of sites: id, folder, name, groups. Gives the exit code."""
    from sitegen.problems import merged
    from sitegen.read.sites import read_sites

    problems: list[Problem] = []
    sites = read_sites(root, problems).sites
    errors = [p for p in merged(problems) if p.severity is Severity.ERROR]
    print_problems(errors, root, lang)
    if as_json:
        rows = [
            {
                "id": site.id,
                "domain": site.domain,
                "base_url": site.base_url,
                "name": site.name,
                "region": site.region.code,
                "languages": list(site.languages),
                "groups": list(site.groups),
                "identity": site.identity.status,
            }
            for site in sites
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        width = max((len(site.domain) for site in sites), default=0)
        for site in sites:
            click.echo(f"{site.domain:{width}}  {site.region.code}  {site.name}  {', '.join(site.groups)}".rstrip())
    return 1 if errors else 0


def print_waiting(root: Path, site: str, today: "dt.date", lang: str) -> int:
    """What waits for the office of a site. Gives the exit code."""
    from sitegen.accept import waiting

    try:
        rows = waiting(root, site, today)
    except Refused as refused:
        return _refused(refused, root, lang)
    for row in rows:
        offer = row.offer
        words = {"path": offer.path, "title": offer.title, "since": offer.since or "-", "policy": offer.policy}
        click.echo(phrase("waits-changed" if row.changed else "waits", lang, **words))
    if not rows:
        click.echo(phrase("waits-nothing", lang, site=site))
    return 0


def print_accepted(
    root: Path, site: str, paths: tuple[str, ...], by: str, days: tuple["dt.date", "dt.date"], lang: str
) -> int:
    """Writes down an acceptance (`days`: when it was given, and today) and says what was done. Gives the exit code."""
    from sitegen.accept import accept

    try:
        done = accept(root, site, paths, by, *days)
    except Refused as refused:
        return _refused(refused, root, lang)
    for row in done.rows:
        offer = row.offer
        words = {"path": offer.path, "title": offer.title, "digest": offer.digest}
        click.echo(phrase("accepted-again" if row.changed else "accepted-new", lang, **words))
    name = "accepted-file" if done.rows else "waits-nothing"
    click.echo(phrase(name, lang, file=done.file, by=by, on=days[0].isoformat(), site=site))
    return 0


def _refused(refused: Refused, root: Path, lang: str) -> int:
    print_problems(refused.problems, root, lang)
    return 1


def _table(report: Report, lang: str) -> None:
    figures = (
        ("sites", str(len(report.sites))),
        ("written", str(sum(row.written for row in report.sites))),
        ("kept", str(sum(row.kept for row in report.sites))),
        ("removed", str(sum(row.removed for row in report.sites))),
        *((s.value, str(report.count(s))) for s in Severity),
        ("seconds", f"{report.seconds:.2f}"),
    )
    heads = [phrase(name, lang) for name, _ in figures]
    widths = [max(len(head), len(value)) for head, (_, value) in zip(heads, figures, strict=True)]
    click.echo("  ".join(f"{head:>{w}}" for head, w in zip(heads, widths, strict=True)))
    click.echo("  ".join(f"{value:>{w}}" for (_, value), w in zip(figures, widths, strict=True)))
    if report.fallbacks:
        click.echo(f"{report.fallbacks} {phrase('fallbacks', lang)}")


def _signatures(report: Report, lang: str) -> None:
    """Which sites have lost their signature, and how many have none."""
    dropped = tuple(row.domain for row in report.sites if row.dropped)
    if dropped:
        click.echo(phrase("unsigned-now", lang, sites=listed(dropped)))
    unsigned = sum(not row.signed for row in report.sites)
    if unsigned:
        click.echo(phrase("unsigned", lang, count=unsigned, sites=len(report.sites)))


def _paint(text: str, severity: Severity) -> str:
    return click.style(text, fg=_COLOURS[severity], bold=True)


def _prefix(root: Path) -> str:
    """The project's folder as seen from the current one, if it lies below: CI names files from where it runs."""
    here = Path.cwd()
    return f"{root.relative_to(here).as_posix()}/" if here in root.parents else ""


def _shown(path: str) -> str:
    try:
        return Path(path).absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return Path(path).as_posix()
