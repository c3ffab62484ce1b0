"""`sitegen rebase`."""

import click

from sitegen.commands.shared import change, name_of


@click.command()
@click.argument("site")
@click.argument("path")
@click.pass_context
def rebase(context: click.Context, site: str, path: str) -> None:
    """Gabungkan perubahan naskah bersama ke versi daerah. / Merge shared changes into an override."""
    change(context, lambda o: o.rebase(site, name_of(path)))
