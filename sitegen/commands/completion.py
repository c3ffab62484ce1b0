"""`sitegen completion`, and the words that it offers."""

from collections.abc import Callable

import click
from click.shell_completion import CompletionItem, get_completion_class

from sitegen.commands.shared import project_at

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Cetak skrip pelengkap untuk bash, zsh, atau fish. / Print the completion script for a shell."""
    found = get_completion_class(shell)
    assert found is not None, "click has had these three since 8.0"
    made = found(context.find_root().command, {}, "sitegen", "_SITEGEN_COMPLETE")
    click.echo(
        made.source_template % made.source_vars()
    )  # not source(): that asks the bash of this machine for its age


def offer(command: click.Command) -> None:
    """Lets the parameters of a command that `known.BY_PARAMETER` lists be completed with names of the project."""
    from sitegen.known import BY_PARAMETER

    for parameter in command.params:
        if parameter.name in BY_PARAMETER or f"{command.name}.{parameter.name}" in BY_PARAMETER:
            setattr(parameter, "shell_complete", _words_of(command, parameter))  # noqa: B010 - click asks the instance


def _words_of(
    command: click.Command, parameter: click.Parameter
) -> Callable[[click.Context, str], list[CompletionItem]]:
    from sitegen.known import BY_PARAMETER

    names = BY_PARAMETER.get(f"{command.name}.{parameter.name}") or BY_PARAMETER[parameter.name or ""]

    def words(context: click.Context, begun: str) -> list[CompletionItem]:
        """What begins like this, or else with other capitals; nothing at all where anything goes wrong."""
        try:
            root = project_at(context.find_root().params["project"])
            found = names(root) if root is not None else []
        except Exception:  # a shell would show the traceback in the line that somebody types
            return []
        matches = [pair for pair in found if pair[0].startswith(begun)]
        start = begun.casefold()  # only then: bash cuts a word down to what all matches share, letter by letter
        matches = matches or [pair for pair in found if pair[0].casefold().startswith(start)]
        return [CompletionItem(name, help=about or None) for name, about in matches]

    return words
