"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable


def store_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--store DIR`` and ``--memory``."""
    command = click.option(
        "--memory", is_flag=True, help="Use a throw-away store in memory, loaded anew."
    )(command)
    return click.option(
        "--store",
        "directory",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help="Directory of the store.  [default: in the user's data directory]",
    )(command)
