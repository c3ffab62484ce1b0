"""`sitegen explain`."""

import sys
from pathlib import Path

import click

from sitegen.commands.shared import day_of, root_of
from sitegen.options import Options, processors


@click.command()
@click.argument("path", metavar="HALAMAN")
@click.option("--site", required=True, metavar="ID", help="Situs yang mana. / Which site.")
@click.option(
    "-d", "--destination", type=click.Path(path_type=Path), help="Folder keluaran (bawaan: dist). / Output folder."
)
@click.option("--date", "date", metavar="TTTT-BB-HH", help="Anggap hari ini tanggal itu. / As of that day.")
@click.option("--drafts", is_flag=True, help="Ikutkan draf dan yang akan datang. / With drafts and future items.")
@click.option("--json", "as_json", is_flag=True, help="Sebagai JSON. / As JSON.")
@click.pass_context
def explain(
    context: click.Context,
    path: str,
    site: str,
    destination: Path | None,
    date: str | None,
    drafts: bool,
    as_json: bool,
) -> None:
    """Dari mana isi satu halaman, dan mengapa dibuat ulang. / Where a page comes from."""
    from sitegen.console import print_explanation

    lang = context.obj["lang"]
    root = root_of(context)
    dest = destination or (root / ".sitegen/draf" if drafts else root / "dist")
    options = Options(root, dest, day_of(date, lang), (site,), jobs=processors(), drafts=drafts)
    sys.exit(print_explanation(options, path, lang, as_json))
