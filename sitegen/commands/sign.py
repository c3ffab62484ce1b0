"""`sitegen sign`."""

import sys
from pathlib import Path

import click

from sitegen.commands.shared import root_of
from sitegen.phrases import phrase


@click.command()
@click.option(
    "--key",
    type=click.Path(path_type=Path),
    metavar="BERKAS",
    help="Kunci OpenSSH (bawaan: ~/.ssh/sitegen). / Key of OpenSSH (default: ~/.ssh/sitegen).",
)
@click.option(
    "--site",
    "sites",
    multiple=True,
    metavar="ID",
    help="Hanya situs ini; boleh berulang. / Only this site; may be repeated.",
)
@click.option(
    "--serial",
    "number",
    type=click.IntRange(1, 2**53),
    metavar="N",
    help="Nomor terbitan (bawaan: yang berikutnya). / Number of the release (default: the next).",
)
@click.option(
    "-d",
    "--destination",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder keluaran (bawaan: dist). / Output folder (default: dist).",
)
@click.pass_context
def sign(
    context: click.Context, key: Path | None, sites: tuple[str, ...], number: int | None, destination: Path | None
) -> None:
    """Tandatangani situs yang sudah terbit. / Sign published sites."""
    from sitegen.console import print_problems
    from sitegen.problems import Refused
    from sitegen.signing import DEFAULT_KEY
    from sitegen.signing import sign as sign_sites

    lang = context.obj["lang"]
    root = root_of(context)
    try:
        done = sign_sites(root, destination or root / "dist", key or Path(DEFAULT_KEY).expanduser(), sites, number or 0)
    except Refused as refused:
        print_problems(refused.problems, root, lang)
        sys.exit(1)
    for one in done:
        name = "signed-new" if one.changed else "signed-same"
        click.echo(phrase(name, lang, domain=one.domain, serial=one.serial, manifest=one.manifest[:12]))
    click.secho(phrase("signed-done", lang, count=sum(one.changed for one in done), sites=len(done)), fg="green")
