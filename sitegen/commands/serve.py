"""`sitegen serve`."""

import sys

import click

from sitegen.commands.shared import choices, day_of, root_of
from sitegen.options import Options, processors


@click.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="N",
    default=8000,
    help="Nomor port (bawaan: 8000). / Number of the port (default: 8000).",
)
@click.option(
    "--site",
    "sites",
    multiple=True,
    metavar="ID",
    help="Hanya situs ini; boleh berulang. / Only this site; may be repeated.",
)
@choices
@click.pass_context
def serve(
    context: click.Context,
    port: int,
    sites: tuple[str, ...],
    date: str | None,
    drafts: bool,
    strict: bool,
    jobs: int | None,
) -> None:
    """Tampilkan pratinjau yang dibangun ulang saat berkas disimpan. / Preview, built again when a file is saved."""
    from sitegen.serve import serve as run

    lang = context.obj["lang"]
    root = root_of(context)
    dest = root / ".sitegen/preview"
    options = Options(root, dest, day_of(date, lang), sites, (), jobs or processors(), drafts, strict)
    sys.exit(run(options, port, lang))
