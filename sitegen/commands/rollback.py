"""`sitegen rollback`."""

import sys
from pathlib import Path

import click

from sitegen.commands.shared import root_of
from sitegen.phrases import phrase


@click.command()
@click.argument("sites", nargs=-1, metavar="SITE...")
@click.option(
    "--all", "all_sites", is_flag=True, help="Semua situs yang sudah terbit. / All sites that have been published."
)
@click.option(
    "-d",
    "--destination",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder keluaran (bawaan: dist). / Output folder (default: dist).",
)
@click.pass_context
def rollback(context: click.Context, sites: tuple[str, ...], all_sites: bool, destination: Path | None) -> None:
    """Kembalikan situs ke versi sebelumnya. / Bring sites back to their previous version."""
    from sitegen.console import print_rolled_back

    root, lang = root_of(context), context.obj["lang"]
    if bool(sites) == all_sites:
        click.echo(phrase("rollback-whom", lang), err=True)
        sys.exit(2)
    sys.exit(print_rolled_back(root, destination or root / "dist", sites, lang))
