"""`sitegen build`."""

from pathlib import Path

import click

from sitegen.commands.shared import choices, day_of, finish, formats, root_of, share_of, shares
from sitegen.formats import FORMATS
from sitegen.options import Options, processors
from sitegen.phrases import phrase


@click.command()
@click.option(
    "--site",
    "sites",
    multiple=True,
    metavar="ID",
    help="Hanya situs ini; boleh berulang. / Only this site; may be repeated.",
)
@click.option(
    "--group",
    "groups",
    multiple=True,
    metavar="ID",
    help="Hanya situs di grup ini; boleh berulang. / Only the sites of this group; may be repeated.",
)
@shares
@click.option(
    "-d",
    "--destination",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder keluaran (bawaan: dist). / Output folder (default: dist).",
)
@click.option(
    "--full", is_flag=True, help="Buat semua dari awal, periksa tiap berkas. / Make all anew, check each file."
)
@click.option(
    "--prune-sites",
    "prune",
    is_flag=True,
    help="Hapus folder situs yang sudah tidak ada di sites.yaml. / Remove folders of sites that are gone.",
)
@click.option(
    "--wait",
    is_flag=True,
    help="Tunggu bila ada sitegen build lain yang berjalan. / Wait for another sitegen build to end.",
)
@click.option(
    "--max-removed",
    type=click.IntRange(0),
    metavar="N",
    help="Paling banyak sekian halaman dan berkas boleh hilang. / At most so many pages and files may go.",
)
@formats
@choices
@click.pass_context
def build(
    context: click.Context,
    sites: tuple[str, ...],
    groups: tuple[str, ...],
    shard: str | None,
    destination: Path | None,
    full: bool,
    prune: bool,
    max_removed: int | None,
    wait: bool,
    form: str,
    date: str | None,
    drafts: bool,
    strict: bool,
    jobs: int | None,
) -> None:
    """Bangun semua situs dan terbitkan ke dist/. / Build all sites and publish them into dist/."""
    lang = context.obj["lang"]
    root = root_of(context)
    default = root / ".sitegen/draf" if drafts else root / "dist"
    options = Options(
        root,
        destination or default,
        day_of(date, lang),
        sites,
        groups,
        jobs or processors(),
        drafts,
        strict,
        full,
        prune,
        wait,
        share_of(shard, lang),
        max_removed,
    )
    from sitegen.noop import Inputs, nothing_to_do

    inputs = Inputs(options)
    report = nothing_to_do(options, inputs)
    if report is None:
        from sitegen import build as builder
        from sitegen.console import progress

        with progress(lang, quiet=FORMATS[form].machine) as step:
            report = builder.build(options, step, inputs=inputs)
    if options.shard and not report.failed and not FORMATS[form].machine:
        click.echo(phrase("share", lang, shard=options.shard, sites=len(report.sites)))
    finish(report, root, lang, form, tasks=False, built=True)
