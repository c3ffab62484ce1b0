"""`sitegen sign`."""

import sys
from pathlib import Path

import click

from sitegen.commands.shared import root_of
from sitegen.phrases import phrase


@click.command()
@click.option("--key", type=click.Path(path_type=Path), help="Kunci OpenSSH (bawaan: ~/.ssh/sitegen). / OpenSSH key.")
@click.option("--site", "sites", multiple=True, metavar="ID", help="Hanya situs ini. / Only this site.")
@click.option("--serial", type=click.IntRange(1, 2**53), help="Nomor terbitan (bawaan: berikutnya). / Release number.")
@click.option(
    "-d", "--destination", type=click.Path(path_type=Path), help="Folder keluaran (bawaan: dist). / Output folder."
)
@click.pass_context
def sign(
    context: click.Context, key: Path | None, sites: tuple[str, ...], serial: int | None, destination: Path | None
) -> None:
    """Tandatangani yang sudah terbit. / Sign what is published."""
    from sitegen.console import print_problem
    from sitegen.problems import Refused
    from sitegen.signing import DEFAULT_KEY
    from sitegen.signing import sign as sign_sites

    lang = context.obj["lang"]
    root = root_of(context)
    try:
        done = sign_sites(root, destination or root / "dist", key or Path(DEFAULT_KEY).expanduser(), sites, serial or 0)
    except Refused as refused:
        for found in refused.problems:
            print_problem(found, lang)
        sys.exit(1)
    for one in done:
        name = "signed-new" if one.changed else "signed-same"
        click.echo(phrase(name, lang, domain=one.domain, serial=one.serial, manifest=one.manifest[:12]))
    click.secho(phrase("signed-done", lang, count=sum(one.changed for one in done), sites=len(done)), fg="green")
