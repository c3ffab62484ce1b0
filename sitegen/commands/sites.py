"""`sitegen sites`."""

import sys

import click

from sitegen.commands.shared import root_of


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Sebagai JSON. / As JSON.")
@click.pass_context
def sites(context: click.Context, as_json: bool) -> None:
    """Tampilkan daftar situs. / List the sites."""
    from sitegen.console import print_sites

    root = root_of(context)
    sys.exit(print_sites(root, context.obj["lang"], as_json))
