"""Reads files of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from astropact.errors import InputError, RecordFault
from astropact.store.convert import to_rdflib
from astropact.store.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import rdflib

    from astropact.store.parsing import Located


def read_turtle(files: Iterable[Path]) -> rdflib.Graph:
    """The triples of files of the record in one rdflib graph, lexical forms kept.

    Raises:
        RecordFault: a file cannot be read or is not Turtle.
    """
    def quads() -> Iterator[Located]:
        for path in files:
            try:
                yield from parse(path.read_bytes(), "text/turtle", name=str(path))
            except OSError as error:
                raise RecordFault(f"{path} cannot be read: {error.strerror}") from error
            except InputError as error:
                raise RecordFault(str(error), hint=error.hint) from error

    return to_rdflib(quads())
