"""`sitegen check`."""

import click

from sitegen.commands.shared import choices, day_of, finish, formats, root_of
from sitegen.formats import FORMATS
from sitegen.options import Options, processors


@click.command()
@click.option("--tasks", is_flag=True, help="Tampilkan juga tugas untuk dinas. / Show tasks of the offices, too.")
@formats
@choices
@click.pass_context
def check(
    context: click.Context, tasks: bool, form: str, date: str | None, drafts: bool, strict: bool, jobs: int | None
) -> None:
    """Periksa semua naskah tanpa menerbitkan. / Check everything, publish nothing."""
    from sitegen import build as builder
    from sitegen.console import progress

    lang = context.obj["lang"]
    root = root_of(context)
    options = Options(root, root / "dist", day_of(date, lang), jobs=jobs or processors(), drafts=drafts, strict=strict)
    with progress(lang, quiet=FORMATS[form].machine) as step:
        report = builder.check(options, step)
    finish(report, root, lang, form, tasks=tasks, built=False)
