"""`sitegen package`."""

import sys
from pathlib import Path

import click

from sitegen.commands.shared import root_of, share_of, shares


@click.command()
@click.option(
    "--offline",
    is_flag=True,
    required=True,
    help="Untuk dibuka tanpa internet (wajib). / To be opened offline (required).",
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
    """Kemas situs yang sudah terbit untuk HP atau USB. / Pack published sites for phones and USB sticks."""
    from sitegen.console import print_packed

    root, lang = root_of(context), context.obj["lang"]
    sys.exit(print_packed(root, destination or root / "dist", sites, share_of(shard, lang), lang))
