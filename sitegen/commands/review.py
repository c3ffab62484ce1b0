"""`sitegen review`."""

import sys

import click

from sitegen.commands.shared import day_of, root_of


@click.command()
@click.argument("path", metavar="NASKAH")
@click.option(
    "--by", "name", required=True, metavar="NAMA", help="Siapa yang meninjau (wajib). / Who reviewed it (required)."
)
@click.option(
    "--on", "on", required=True, metavar="TTTT-BB-HH", help="Hari tinjauan itu (wajib). / Day of the review (required)."
)
@click.option("--next", "following", metavar="TTTT-BB-HH", help="Hari tinjauan berikutnya. / Day of the next review.")
@click.pass_context
def review(context: click.Context, path: str, name: str, on: str, following: str | None) -> None:
    """Catat di naskah siapa yang meninjaunya dan kapan. / Note in a document who reviewed it and when."""
    from sitegen.console import print_review

    lang = context.obj["lang"]
    root = root_of(context)
    days = (
        day_of(on or "-", lang),
        day_of(following or "-", lang) if following is not None else None,
        day_of(None, lang),
    )
    sys.exit(print_review(root, path, name, *days, lang))
