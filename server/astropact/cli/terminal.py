"""What goes to the terminal: nothing in it can command the terminal."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from contextlib import suppress

import click

# Control characters but tab and line feed, and the marks that turn the direction of writing.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    r"""``text`` with control characters written as ``\x1b`` and so on.

    Names and values come from anyone; raw, they could recolour, overwrite or reorder what a
    person reads.
    """
    return _INVISIBLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def say(text: str, *, error: bool = False) -> None:
    """Prints lines for a person."""
    write(visible(text) + "\n", error=error)


def tell(text: str, hang: int = 0) -> None:
    """Prints a paragraph for a person.

    A terminal gets it in lines no wider than itself, those after the first set in by ``hang``
    columns; a pipe or a file gets one line.
    """
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    say(fold(text, width, hang) if width > hang else text)


def fold(text: str, width: int, hang: int) -> str:
    """``text`` broken between words into lines of at most ``width`` columns where words allow."""
    return textwrap.fill(
        text,
        width,
        subsequent_indent=" " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )


def write(text: str, *, error: bool = False) -> None:
    """Prints text as it is, in silence once the reader of a pipe (head, less) has seen enough."""
    try:
        click.echo(text, nl=False, err=error)
    except BrokenPipeError:
        silence()


def silence() -> None:
    """Sends what is still to be written to nowhere, so that nothing fails at the end."""
    with suppress(OSError, ValueError):
        output = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, output)
        os.close(nowhere)
