"""Reads files of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from astropact.errors import InputError, RecordFault
from astropact.store.convert import to_node, to_rdflib, to_term
from astropact.store.parsing import parse, parse_quads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import rdflib
    from rdflib.term import Node

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


def read_triples(
    content: bytes, name: str, known: dict[object, Node]
) -> list[tuple[Node, Node, Node]]:
    """The triples of a Turtle file as rdflib's nodes, lexical forms kept.

    ``known`` holds the node of each term met so far. Kept over many files it saves most of the
    work, because terms repeat.

    Raises:
        SyntaxFault: the file is not Turtle.
    """

    def node(term: Any) -> Node:
        found = known.get(term)
        if found is None:
            found = known[term] = to_node(to_term(term))
        return found

    return [
        (node(subject), node(predicate), node(value))
        for subject, predicate, value, _graph in parse_quads(content, "text/turtle", name=name)
    ]
