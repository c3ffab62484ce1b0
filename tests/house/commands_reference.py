"""What docs/commands.md says by itself: every command with its options, taken from the words of `--help`."""

import re
from collections.abc import Iterator

import click

from sitegen.cli import COMMANDS, cli
from tests.conftest import REPO

PAGE = REPO / "docs/commands.md"
BETWEEN = " / "


def commands() -> dict[str, click.Command]:
    """All commands by name, in the order in which `sitegen --help` lists them."""
    context = click.Context(cli)
    return {name: found for name in COMMANDS if (found := cli.get_command(context, name)) is not None}


def options(command: click.Command) -> list[click.Option]:
    """The options of a command that are its own: not those that click adds to all."""
    return [p for p in command.params if isinstance(p, click.Option) and p.name != "version"]


def both(words: str | None) -> tuple[str, str]:
    """A help text in Indonesian and in English; ValueError for one that is not both."""
    indonesian, english = " ".join((words or "").split()).split(BETWEEN)
    return indonesian, english


def generated() -> dict[str, str]:
    """The parts of the page between its markers, by name."""
    return {"general": _table(cli), "commands": "\n\n".join(_section(*pair) for pair in commands().items())}


def rewritten(page: str) -> str:
    """The page with all that is between its markers made anew; KeyError for a marker that nothing makes."""
    made = generated()
    pattern = re.compile(r"(<!-- begin: (\w+) -->\n).*?(<!-- end: \2 -->)", re.DOTALL)
    return pattern.sub(lambda found: f"{found[1]}{made[found[2]]}\n{found[3]}", page)


def _section(name: str, command: click.Command) -> str:
    words = command.collect_usage_pieces(click.Context(command))
    indonesian, english = both(command.help)
    parts = [f"### `{' '.join(['sitegen', name, *words])}`", f"{indonesian}\n\n*{english}*"]
    return "\n\n".join([*parts, _table(command)] if options(command) else parts)


def _table(command: click.Command) -> str:
    return "\n".join(["| opsi | artinya | meaning |", "|---|---|---|", *_rows(command)])


def _rows(command: click.Command) -> Iterator[str]:
    for option in options(command):
        names = ", ".join(option.opts)
        taken = "" if option.is_flag else f" {_taken(option)}"
        yield f"| `{names}{taken}` | {' | '.join(both(option.help))} |"


def _taken(option: click.Option) -> str:
    """What stands behind an option, as it has to be in a table."""
    if isinstance(option.type, click.Choice):
        return "\\|".join(str(choice) for choice in option.type.choices)
    return option.metavar or option.type.name.upper()
