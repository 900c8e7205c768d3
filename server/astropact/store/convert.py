"""Between the engine's terms, ours, and rdflib's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from astropact.errors import InputError, RecordFault
from astropact.namespaces import XSD
from astropact.store.base import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import rdflib
    from rdflib.term import Node

    from astropact.store.parsing import Located

EngineTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_STRING = XSD + "string"


def to_term(term: EngineTerm) -> Term:
    """Our form of an engine's term."""
    if isinstance(term, ox.NamedNode):
        return Term("iri", term.value)
    if isinstance(term, ox.Literal):
        return Term("literal", term.value, term.datatype.value, term.language or "")
    if isinstance(term, ox.BlankNode):
        return Term("bnode", term.value)
    return Term("triple", str(term))


def to_rdflib(quads: Iterable[Located]) -> rdflib.Graph:
    """An rdflib graph of all the quads, whatever graph they are in, lexical forms kept."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    # IRIs repeat a great deal; one object each saves most of the time.
    node = lru_cache(maxsize=65_536)(to_node)
    for quad in quads:
        graph.add((node(quad.subject), node(quad.predicate), node(quad.object)))
    return graph


def read_turtle(files: Iterable[Path]) -> rdflib.Graph:
    """The triples of files of the record in one rdflib graph, lexical forms kept.

    Raises:
        RecordFault: a file cannot be read or is not Turtle.
    """
    from astropact.store.parsing import parse

    def quads() -> Iterator[Located]:
        for path in files:
            try:
                yield from parse(path.read_bytes(), "text/turtle", name=str(path))
            except OSError as error:
                raise RecordFault(f"{path} cannot be read: {error.strerror}") from error
            except InputError as error:
                raise RecordFault(str(error), hint=error.hint) from error

    return to_rdflib(quads())


def to_node(term: Term) -> Node:
    """The rdflib form of a term; a literal's lexical form is kept as it is."""
    import rdflib

    if term.kind == "iri":
        return rdflib.URIRef(term.value)
    if term.kind == "bnode":
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype in ("", _STRING):
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype), normalize=False)
