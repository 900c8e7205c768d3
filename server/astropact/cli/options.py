"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from astropact.protocol.formats import GRAPHS

if TYPE_CHECKING:
    from collections.abc import Callable

# The RDF formats by the names that --format and --input take.
GRAPH_FORMATS = {offer.name: offer.media_type for offer in GRAPHS}


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


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--format`` of a report, and the options of the store that it is made from."""
    return click.option(
        "--format",
        "-o",
        "output",
        type=click.Choice(["text", "json", "csv"]),
        default="text",
        show_default=True,
    )(store_options(command))
