"""`sitegen diff`."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import click

from sitegen.commands.shared import day_of, root_of
from sitegen.options import Options, processors


@click.command()
@click.option(
    "--against", default="", metavar="REV", help="Bandingkan dengan revisi git (bawaan: dist/). / With a git revision."
)
@click.option("--site", "sites", multiple=True, metavar="ID", help="Hanya situs ini. / Only this site.")
@click.option("--all", "everything", is_flag=True, help="Juga yang hanya ikut berubah. / Also what only follows.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Bentuk. / Format.")
@click.option(
    "--html", "report", type=click.Path(path_type=Path), metavar="BERKAS", help="Tulis laporan. / Write a report."
)
@click.option(
    "--max-removed", type=click.IntRange(0), metavar="N", help="Gagal bila lebih yang hilang. / Fail if more would go."
)
@click.option(
    "-d", "--destination", type=click.Path(path_type=Path), help="Folder keluaran (bawaan: dist). / Output folder."
)
@click.option("--date", "date", metavar="TTTT-BB-HH", help="Anggap hari ini tanggal itu. / As of that day.")
@click.pass_context
def diff(
    context: click.Context,
    against: str,
    sites: tuple[str, ...],
    everything: bool,
    form: str,
    report: Path | None,
    max_removed: int | None,
    destination: Path | None,
    date: str | None,
) -> None:
    """Apa yang berubah bila diterbitkan. / What a release would change."""
    from dataclasses import asdict

    from sitegen.console import print_problem, progress
    from sitegen.diff.lines import lines
    from sitegen.diff.page import page
    from sitegen.diff.run import diff as compare
    from sitegen.diff.words import word
    from sitegen.problems import Refused, Severity
    from sitegen.report import problem_to_json
    from sitegen.write.files import shown, write_atomically

    lang = context.obj["lang"]
    root = root_of(context)
    options = Options(root, destination or root / "dist", day_of(date, lang), sites, jobs=processors())
    try:
        with progress(lang, quiet=form == "json") as step:
            found = compare(options, against, step)
        if report is not None:
            write_atomically(report, page(found, lang).encode())
    except Refused as refused:
        problems = [p for p in refused.problems if p.severity is not Severity.TASK]
        if form == "json":
            click.echo(json.dumps({"problems": [problem_to_json(p) for p in problems]}, ensure_ascii=False))
        for one in () if form == "json" else problems:
            print_problem(one, lang)
        sys.exit(1)
    if form == "json":
        value = found if everything else replace(found, follows=())
        click.echo(json.dumps(asdict(value), ensure_ascii=False, indent=1, default=str))
    else:
        click.echo("\n".join(lines(found, lang, everything=everything)))
        if report is not None:
            click.echo(word("written", lang, file=shown(str(report))))
    if max_removed is not None and found.removed > max_removed:
        click.secho(word("too-many", lang, count=found.removed, limit=max_removed), fg="red", err=True)
        sys.exit(1)
