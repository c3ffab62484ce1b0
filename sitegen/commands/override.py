"""`sitegen override`."""

import sys

import click

from sitegen.commands.shared import change, name_of
from sitegen.phrases import phrase


@click.command()
@click.argument("site", metavar="SITUS")
@click.argument("path", metavar="NASKAH")
@click.option(
    "--mode",
    type=click.Choice(["before", "after", "fields", "section", "replace"]),
    required=True,
    help="Cara mengubah naskah (wajib). / How to change the document (required).",
)
@click.option(
    "--section",
    default="",
    metavar="ID",
    help="Penanda judul, untuk --mode section. / Id of the heading, for --mode section.",
)
@click.pass_context
def override(context: click.Context, site: str, path: str, mode: str, section: str) -> None:
    """Buat versi daerah dari satu naskah. / Make an override of a document for a site or group."""
    if (mode == "section") != bool(section):
        click.echo(phrase("section-usage", context.obj["lang"]), err=True)
        sys.exit(2)
    change(context, lambda o: o.make(site, name_of(path), mode, section.removeprefix("#")))
