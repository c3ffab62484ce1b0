"""`sitegen diff`."""

import json
import sys
from pathlib import Path

import click

from sitegen.commands.shared import day_of, root_of
from sitegen.options import Options, processors
from sitegen.values import replace


@click.command()
@click.option(
    "--against",
    default="",
    metavar="REVISI",
    help="Bandingkan dengan revisi git, bukan dengan dist/. / Compare with a git revision, not with dist/.",
)
@click.option(
    "--site",
    "sites",
    multiple=True,
    metavar="ID",
    help="Hanya situs ini; boleh berulang. / Only this site; may be repeated.",
)
@click.option(
    "--all", "unfolded", is_flag=True, help="Sebut juga berkas yang hanya ikut berubah. / Also name what only follows."
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Bentuk jawaban (bawaan: text). / Format of the answer (default: text).",
)
@click.option(
    "--html",
    "report",
    type=click.Path(path_type=Path),
    metavar="BERKAS",
    help="Tulis juga laporan dengan teks berdampingan. / Also write a report with the texts side by side.",
)
@click.option(
    "--max-removed",
    type=click.IntRange(0),
    metavar="N",
    help="Paling banyak sekian halaman dan berkas boleh hilang. / At most so many pages and files may go.",
)
@click.option(
    "-d",
    "--destination",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder keluaran (bawaan: dist). / Output folder (default: dist).",
)
@click.option(
    "--date",
    "date",
    metavar="TTTT-BB-HH",
    help="Anggap hari ini tanggal itu (bawaan: hari ini). / As of that day (default: today).",
)
@click.pass_context
def diff(
    context: click.Context,
    against: str,
    sites: tuple[str, ...],
    unfolded: bool,
    shape: str,
    report: Path | None,
    max_removed: int | None,
    destination: Path | None,
    date: str | None,
) -> None:
    """Sebut apa yang berubah bagi pembaca bila diterbitkan. / Say what a release would change for readers."""
    from dataclasses import asdict

    from sitegen.console import print_problems, progress
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
        with progress(lang, quiet=shape == "json") as step:
            found = compare(options, against, step)
        if report is not None:
            write_atomically(report, page(found, lang).encode())
    except Refused as refused:
        problems = [p for p in refused.problems if p.severity is not Severity.TASK]
        if shape == "json":
            click.echo(json.dumps({"problems": [problem_to_json(p) for p in problems]}, ensure_ascii=False))
        else:
            print_problems(problems, root, lang)
        sys.exit(1)
    if shape == "json":
        value = found if unfolded else replace(found, follows=())
        click.echo(json.dumps(asdict(value), ensure_ascii=False, indent=1, default=str))
    else:
        click.echo("\n".join(lines(found, lang, everything=unfolded)))
        if report is not None:
            click.echo(word("written", lang, file=shown(str(report))))
    if max_removed is not None and found.removed > max_removed:
        click.secho(word("too-many", lang, count=found.removed, limit=max_removed), fg="red", err=True)
        sys.exit(1)
