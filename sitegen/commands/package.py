"""`sitegen package`."""

import sys
from pathlib import Path

import click

from sitegen.commands.shared import root_of, share_of, shares


@click.command()
@click.option(
    "--offline",
    is_flag=True,
    help="Untuk dibuka tanpa internet, dari HP atau USB. / To be opened offline, from a phone or USB stick.",
)
@click.option(
    "--site",
    "sites",
    multiple=True,
    metavar="ID",
    help="Hanya situs ini; boleh berulang. / Only this site; may be repeated.",
)
@shares
@click.option(
    "-d",
    "--destination",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder keluaran (bawaan: dist). / Output folder (default: dist).",
)
@click.pass_context
def package(
    context: click.Context, offline: bool, sites: tuple[str, ...], shard: str | None, destination: Path | None
) -> None:
    """Kemas situs yang sudah terbit, satu zip per situs. / Pack published sites, a zip for each."""
    from sitegen.console import print_packed

    root, lang = root_of(context), context.obj["lang"]
    sys.exit(print_packed(root, destination or root / "dist", sites, share_of(shard, lang), offline, lang))
