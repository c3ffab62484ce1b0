"""`sitegen rebase`."""

import click

from sitegen.commands.shared import change, name_of


@click.command()
@click.argument("site", metavar="SITUS")
@click.argument("path", metavar="NASKAH")
@click.pass_context
def rebase(context: click.Context, site: str, path: str) -> None:
    """Gabungkan perubahan naskah bersama ke versi daerah. / Merge changes of a shared document into an override."""
    change(context, lambda o: o.rebase(site, name_of(path)))
