"""The command line: the table of commands, and how any of them ends. A command is imported when it is called."""

import atexit
import gc
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from sitegen import __version__
from sitegen.phrases import language, phrase
from sitegen.unicode import printable

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
    "rollback",
    "sign",
    "verify",
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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it; what is no command is told with those that there are."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            known = ", ".join(COMMANDS)
            words = phrase("usage-command", language(ctx.params["lang"]), word=printable(args[0]), known=known)
            raise click.UsageError(words, ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """As click does it, but a mistake of sitegen itself or Ctrl+C ends in a sentence, not in a traceback."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            click.echo("\n".join(_usage(error, language(ctx.params["lang"]))), err=True)
            sys.exit(error.exit_code)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            text = phrase("interrupted", language(ctx.params["lang"]))
        except Exception as error:
            if ctx.params["debug"]:
                raise
            text = _sorry(error, language(ctx.params["lang"]))
        click.echo(text, err=True)
        sys.exit(1)


def _usage(error: click.UsageError, lang: str) -> Iterator[str]:
    """What is wrong with the words of a command, and how it is used. What is rare is told as click does, in English."""
    command, options = error.ctx.command if error.ctx else None, list[str]()
    for parameter in command.params if command else ():
        options += parameter.opts if isinstance(parameter, click.Option) else ()
    if isinstance(error, click.NoSuchOption):
        known = ", ".join(option for option in options if option.startswith("--")) or "--help"
        yield phrase("usage-option", lang, word=printable(error.option_name), known=known)
    elif isinstance(error, click.BadOptionUsage):
        yield phrase("usage-argument", lang, word=error.option_name)
    elif isinstance(error, click.BadParameter) and error.param is not None:
        option, asked = isinstance(error.param, click.Option), error.param.type
        word = error.param.opts[0] if option else error.param.human_readable_name.removesuffix("...")
        missing = isinstance(error, click.MissingParameter)
        yield phrase("usage-missing" if missing else "usage-value", lang, word=word)
        if isinstance(asked, click.Choice):
            yield phrase("usage-choices", lang, known=", ".join(map(str, asked.choices)))
        elif isinstance(asked, click.IntRange):
            least = f"≥ {asked.min}" if asked.max is None else f"{asked.min}–{asked.max}"
            yield phrase("usage-number", lang, least=least)
    else:
        yield printable(error.format_message())
    if error.ctx and error.ctx.parent:
        path, pieces = error.ctx.command_path, error.ctx.command.collect_usage_pieces(error.ctx)
        yield phrase("usage", lang, usage=" ".join((path, *pieces)))
        yield phrase("usage-help", lang, command=path)


def _sorry(error: Exception, lang: str) -> str:
    """What went wrong that is no mistake in the project: a library that an update needs, or sitegen itself."""
    library = error.name or "" if isinstance(error, ModuleNotFoundError) else ""
    if library and library.partition(".")[0] != "sitegen":
        return phrase("library-missing", lang, library=library, python=sys.executable)
    return phrase("bug", lang, text=f"{type(error).__name__}: {error}")


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
    # Nearly all that a build makes is needed to its end: looking for garbage finds little, and at the end nothing that
    # the system would not take back by itself.
    gc.set_threshold(1_000_000, 100)
    atexit.register(gc.freeze)
    cli(standalone_mode=True)
