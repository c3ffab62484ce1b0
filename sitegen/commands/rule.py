"""`sitegen rule`."""

import shutil
import sys

import click

_COLOURS = {"-": "red", "+": "green"}


@click.command()
@click.argument("name", metavar="[ATURAN]", required=False)
@click.pass_context
def rule(context: click.Context, name: str | None) -> None:
    """Jelaskan arti sebuah aturan, dengan contoh salah dan benar. / Explain a rule, with an example."""
    from sitegen.rulepage import list_lines, page_lines, unknown_lines
    from sitegen.rules import RULES

    lang = context.obj["lang"]
    if name is None:
        click.echo("\n".join(list_lines(lang)))
    elif name in RULES:
        width = shutil.get_terminal_size((120, 24)).columns
        click.echo("\n".join(page_lines(name, lang, width, _painted)))
    else:
        click.echo("\n".join(unknown_lines(name, lang)), err=True)
        sys.exit(1)


def _painted(text: str, mark: str) -> str:
    return click.style(text, fg=_COLOURS[mark]) if mark in _COLOURS else text
