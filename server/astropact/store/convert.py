"""Between the engine's terms, ours, and rdflib's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from astropact.namespaces import XSD
from astropact.store.base import Term

if TYPE_CHECKING:
    from collections.abc import Iterable

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
