"""`sitegen report`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.commands.shared import day_of, root_of
from sitegen.options import Options, processors
from sitegen.phrases import phrase

if TYPE_CHECKING:
    from sitegen.overview.facts import Overview


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder laporan (bawaan: .sitegen/report). / Folder of the report (default: .sitegen/report).",
)
@click.option("--csv", "csv", is_flag=True, help="Juga sebagai tabel CSV. / Also as CSV tables.")
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
def report(context: click.Context, output: Path | None, csv: bool, destination: Path | None, date: str | None) -> None:
    """Tulis laporan jaringan dan surat tiap dinas. / Write a report on the network and a letter for each office."""
    from sitegen.console import print_problems, progress
    from sitegen.overview.gather import gather
    from sitegen.overview.write import INDEX, claim_folder, write
    from sitegen.problems import Refused
    from sitegen.write.files import shown

    lang = context.obj["lang"]
    root = root_of(context)
    options = Options(root, destination or root / "dist", day_of(date, lang), jobs=processors())
    folder = output or root / ".sitegen/report"
    # Offices read Indonesian, whatever the terminal of those who make the report speaks.
    given = context.parent.params["lang"] if context.parent else None
    try:
        claim_folder(options, folder)
        with progress(lang, quiet=False) as step:
            overview = gather(options, step)
        write(overview, folder, given or "id", csv=csv)
    except Refused as refused:
        print_problems(refused.problems, root, lang)
        sys.exit(1)
    for line in _summary(overview, lang):
        click.echo(line)
    click.secho(phrase("report-done", lang, file=shown(str(folder / INDEX))), fg="green")


def _summary(overview: "Overview", lang: str) -> list[str]:
    """The figures that matter most, a line each."""
    sites = overview.sites
    late = sum(one.state in ("held", "overdue") for one in overview.due)
    pages = [page for site in sites for page in site.read]
    most = max((page.packed for page in pages), default=0)
    figures: list[tuple[str, dict[str, object]]] = [
        (
            "report-sites",
            {
                "sites": len(sites),
                "published": sum(site.published for site in sites),
                "confirmed": sum(site.confirmed for site in sites),
            },
        ),
        (
            "report-missing",
            {
                "count": sum(len(site.missing) for site in sites),
                "sites": sum(bool(site.missing) for site in sites),
            },
        ),
        ("report-reviews", {"late": late, "soon": sum(one.state == "soon" for one in overview.due)}),
        ("report-stale", {"stale": len(overview.stale), "waiting": sum(len(site.waiting) for site in sites)}),
        ("report-pages", {"pages": len(pages), "most": most}) if pages else ("report-unmeasured", {}),
        ("report-checks", {"count": sum(one.state == "no" for site in sites for one in site.findings)}),
    ]
    if overview.errors:
        figures.append(("report-errors", {"count": overview.errors}))
    return [phrase(name, lang, **blanks) for name, blanks in figures]
