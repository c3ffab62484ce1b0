"""`sitegen serve`."""

import sys

import click

from sitegen.commands.shared import choices, day_of, root_of
from sitegen.options import Options, processors
from sitegen.phrases import phrase
from sitegen.unicode import printable


@click.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="N",
    default=8000,
    help="Nomor port (bawaan: 8000). / Number of the port (default: 8000).",
)
@click.option(
    "--bind",
    metavar="ALAMAT",
    default="",
    help="Juga untuk HP di jaringan lokal: alamat IPv4 komputer ini, atau 0.0.0.0. / Also for phones in the network.",
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
    bind: str,
    sites: tuple[str, ...],
    date: str | None,
    drafts: bool,
    strict: bool,
    jobs: int | None,
) -> None:
    """Tampilkan pratinjau yang dibangun ulang saat berkas disimpan. / Preview, built again when a file is saved."""
    from sitegen.serve.door import HOST, address_of
    from sitegen.serve.run import serve as run

    lang = context.obj["lang"]
    root = root_of(context)
    address = address_of(bind or HOST)
    if address is None:
        click.echo(phrase("bind-wrong", lang, bind=printable(bind)), err=True)
        sys.exit(2)
    dest = root / ".sitegen/preview"
    today, count = day_of(date, lang), jobs or processors()
    options = Options(root, dest, today, sites, (), count, drafts, strict, prune=True, wait=True)
    sys.exit(run(options, port, address, lang))
