"""`sitegen minor`."""

import click

from sitegen.commands.shared import change, name_of


@click.command()
@click.argument("path", metavar="NASKAH")
@click.pass_context
def minor(context: click.Context, path: str) -> None:
    """Nyatakan bahwa perubahan naskah bersama kecil saja. / Say that a change of a shared document is minor."""
    change(context, lambda o: o.minor(name_of(path)))
