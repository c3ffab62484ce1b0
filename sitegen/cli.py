"""The command line: the table of commands, and how any of them ends. A command is imported when it is called."""

import gc
import importlib
import sys
from pathlib import Path
from typing import Any

import click

from sitegen import __version__
from sitegen.phrases import language, phrase

# Each is the function of that name in the file of that name in commands/, in the order in which people meet them.
COMMANDS = (
    "build",
    "check",
    "rule",
    "diff",
    "sites",
    "explain",
    "accept",
    "review",
    "package",
    "report",
    "serve",
    "new",
    "override",
    "rebase",
    "minor",
    "schema",
    "completion",
)


class _Group(click.Group):
    """Commands of the table, none imported before it is called; ends in a sentence, in the language asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"sitegen.commands.{name}"), name)
        if ctx.resilient_parsing:  # a shell asks for words
            from sitegen.commands.completion import offer

            offer(command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """As click does it, but a mistake of sitegen itself or Ctrl+C ends in a sentence, not in a traceback."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            text = phrase("interrupted", language(ctx.params["lang"]))
        except Exception as error:
            if ctx.params["debug"]:
                raise
            text = phrase("bug", language(ctx.params["lang"]), text=f"{type(error).__name__}: {error}")
        click.echo(text, err=True)
        sys.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "--project",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder proyek (bawaan: yang terdekat dengan sites.yaml). / Project (default: the nearest with sites.yaml).",
)
@click.option(
    "--lang",
    type=click.Choice(["id", "en"]),
    help="Bahasa pesan (bawaan: menurut locale). / Language of messages (default: by the locale).",
)
@click.option(
    "--debug", is_flag=True, help="Tampilkan jejak bila sitegen rusak. / Show a traceback for bugs of sitegen."
)
@click.version_option(__version__, prog_name="sitegen")
@click.pass_context
def cli(context: click.Context, project: Path | None, lang: str | None, debug: bool) -> None:
    """Satu naskah, banyak situs. / One newsroom, many sites."""
    context.obj = {"project": project, "lang": language(lang), "debug": debug}


def main() -> None:
    """The `sitegen` command: `cli` in a process of its own."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a terminal or pipe that cannot show a character must not stop a build
            reconfigure(errors="backslashreplace")
    gc.set_threshold(100_000)  # nearly all that a build makes is needed to its end: looking for garbage finds little
    cli(standalone_mode=True)
