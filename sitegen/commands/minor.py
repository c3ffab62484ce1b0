"""`sitegen minor`."""

import click

from sitegen.commands.shared import change, name_of


@click.command()
@click.argument("path")
@click.pass_context
def minor(context: click.Context, path: str) -> None:
    """Nyatakan perubahan naskah bersama kecil saja. / Mark a shared change as minor: nothing gets stale."""
    change(context, lambda o: o.minor(name_of(path)))
