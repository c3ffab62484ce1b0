"""`sitegen accept`."""

import sys

import click

from sitegen.commands.shared import day_of, root_of
from sitegen.phrases import phrase


@click.command()
@click.argument("site", metavar="SITUS")
@click.argument("paths", metavar="[NASKAH]...", nargs=-1)
@click.option("--by", default="", metavar="NAMA", help="Siapa di dinas yang menyetujui. / Who in the office accepted.")
@click.option("--on", "on", metavar="TTTT-BB-HH", help="Kapan (bawaan: hari ini). / When (default: today).")
@click.option("--all", "everything", is_flag=True, help="Semua yang menunggu. / Everything that waits.")
@click.option(
    "--list",
    "listing",
    is_flag=True,
    help="Tampilkan yang menunggu, jangan catat apa pun. / Show what waits, note nothing.",
)
@click.pass_context
def accept(
    context: click.Context, site: str, paths: tuple[str, ...], by: str, on: str | None, everything: bool, listing: bool
) -> None:
    """Catat bahwa dinas menyetujui naskah baru. / Note that an office accepts new documents."""
    from sitegen.console import print_accepted, print_waiting

    lang = context.obj["lang"]
    root = root_of(context)
    if listing:
        sys.exit(print_waiting(root, site, day_of(None, lang), lang))
    if bool(paths) == everything or not by:
        click.echo(phrase("accept-usage", lang), err=True)
        sys.exit(2)
    sys.exit(print_accepted(root, site, paths, by, (day_of(on, lang), day_of(None, lang)), lang))
