"""`sitegen schema`."""

import sys
from pathlib import Path

import click

from sitegen.commands.shared import tell
from sitegen.phrases import phrase


@click.command()
@click.argument("name", metavar="NAMA", required=False)
@click.option(
    "--all", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="Tulis semua ke folder. / Write all."
)
@click.pass_context
def schema(context: click.Context, name: str | None, folder: Path | None) -> None:
    """Skema JSON dari sites.yaml dan kepala naskah. / JSON Schemas of sites.yaml and front matter."""
    from sitegen.read.schema import nearest
    from sitegen.schemas.files import text_of, write_all
    from sitegen.schemas.table import SCHEMAS

    lang = context.obj["lang"]
    if name and folder:
        click.echo(phrase("schema-usage", lang), err=True)
        sys.exit(2)
    if folder:
        tell(context, lambda: write_all(folder))
    elif name is None:
        for key, one in SCHEMAS.items():
            click.echo(phrase("schema-row", lang, schema=key, title=one.title, files=", ".join(one.files)))
    elif name in SCHEMAS:
        click.echo(text_of(name), nl=False)
    else:
        click.echo(phrase("schema-unknown", lang, asked=name, near=nearest(name, tuple(SCHEMAS))), err=True)
        sys.exit(2)
