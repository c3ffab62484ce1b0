"""`sitegen new`."""

import sys

import click

from sitegen.commands.shared import day_of, root_of, tell
from sitegen.phrases import phrase


@click.command()
@click.argument("kind", metavar="JENIS")
@click.argument("title", metavar="JUDUL...", nargs=-1, required=True)
@click.option("--site", default="", metavar="ID", help="Hanya untuk situs ini. / For this site only.")
@click.option("--group", default="", metavar="ID", help="Hanya untuk grup ini. / For this group only.")
@click.option(
    "--slug",
    default="",
    metavar="NAMA",
    help="Nama berkas (bawaan: dari judul). / File name (default: from the title).",
)
@click.option(
    "--date",
    "date",
    metavar="TTTT-BB-HH",
    help="Anggap hari ini tanggal itu (bawaan: hari ini). / As of that day (default: today).",
)
@click.pass_context
def new(
    context: click.Context, kind: str, title: tuple[str, ...], site: str, group: str, slug: str, date: str | None
) -> None:
    """Mulai naskah baru dari formulir jenisnya. / Start a new document from the form of its kind."""
    from sitegen.new import Wanted
    from sitegen.new import new as begin

    lang = context.obj["lang"]
    if site and group:
        click.echo(phrase("new-usage", lang), err=True)
        sys.exit(2)
    root, today = root_of(context), day_of(date, lang)
    tell(context, lambda: begin(root, Wanted(kind, " ".join(title), site, group, slug), today))
