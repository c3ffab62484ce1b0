"""`sitegen explain`."""

import sys
from pathlib import Path

import click

from sitegen.commands.shared import day_of, root_of
from sitegen.options import Options, processors


@click.command()
@click.argument("path", metavar="HALAMAN")
@click.option("--site", required=True, metavar="ID", help="Situs yang mana (wajib). / Which site (required).")
@click.option(
    "-d",
    "--destination",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder keluaran (bawaan: dist). / Output folder (default: dist).",
)
@click.option(
    "--date",
    "date",
    metavar="TTTT-BB-HH",
    help="Anggap hari ini tanggal itu (bawaan: hari ini). / As of that day (default: today).",
)
@click.option(
    "--drafts", is_flag=True, help="Ikutkan draf dan naskah yang akan datang. / With drafts and future documents."
)
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
    """Jelaskan asal isi satu halaman dan mengapa dibuat ulang. / Say where a page comes from and why it is remade."""
    from sitegen.console import print_explanation

    lang = context.obj["lang"]
    root = root_of(context)
    dest = destination or (root / ".sitegen/draf" if drafts else root / "dist")
    options = Options(root, dest, day_of(date, lang), (site,), jobs=processors(), drafts=drafts)
    sys.exit(print_explanation(options, path, lang, as_json))
