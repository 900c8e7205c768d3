"""The command ``astropact``.

Exit codes: 0 fine, 1 judged bad (a file breaks a shape, the record has a fault), 2 wrong input.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

import click

from astropact import __version__
from astropact.cli.terminal import say, silence
from astropact.errors import AstropactError, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMMANDS = {
    "bound": ("astropact.cli.bound", "bound"),
    "serve": ("astropact.cli.serve", "serve"),
    "query": ("astropact.cli.query", "query"),
    "validate": ("astropact.cli.judge", "validate"),
    "check": ("astropact.cli.check", "check"),
    "claims": ("astropact.cli.claims", "claims"),
    "conflicts": ("astropact.cli.conflicts", "conflicts"),
    "link": ("astropact.cli.link", "link"),
    "load": ("astropact.cli.files", "load"),
    "dump": ("astropact.cli.files", "dump"),
    "totals": ("astropact.cli.totals", "totals"),
    "reconcile": ("astropact.cli.make", "reconcile"),
    "import": ("astropact.cli.make", "import_"),
    "refresh": ("astropact.cli.refresh", "refresh"),
}


class _LazyGroup(click.Group):
    """Imports a command's module only when it is used, so that start-up stays short."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # The reader of a pipe (head, less) has seen enough.
            silence()
            return 0

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        from importlib import import_module

        module, name = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine, 1 judged bad, 2 wrong input.",
)
@click.version_option(__version__, prog_name="astropact")
def cli() -> None:
    """Astropact: the public, machine-readable record of space diplomacy.

    \b
    astropact serve                      the record on http://127.0.0.1:8041/
    astropact query --question 01        a competency question, as a table
    astropact validate my-facts.ttl      judge triples before you propose them
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the process with its exit code."""
    try:
        result = cli.main(args=arguments, prog_name="astropact", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except AstropactError as error:
        placed = isinstance(error, InputError) and (error.path or error.line)
        _fail(str(error) if placed else error.message, error.hint)
    except OSError as error:
        # A full disk, for instance, while the answer is written.
        where = f"{error.filename}: " if error.filename else ""
        silence()  # what could not be written must not fail again at the end
        _fail(where + (error.strerror or str(error)), "Check the free space and the rights.")
    sys.exit(result if isinstance(result, int) else 0)


def _fail(message: str, hint: str) -> NoReturn:
    say(f"error: {message}", error=True)
    if hint:
        say(f"  hint: {hint}", error=True)
    sys.exit(2)
