"""Between the engine's terms, ours, and rdflib's."""

from __future__ import annotations

import rdflib

from astropact.store.base import Term
from astropact.store.convert import to_node, to_rdflib
from astropact.store.parsing import parse

XSD = "http://www.w3.org/2001/XMLSchema#"
TEXT = """<http://e/s> <http://e/p> "01"^^<http://www.w3.org/2001/XMLSchema#integer> ,
  "none"^^<http://www.w3.org/2001/XMLSchema#boolean> ,
  "1.10"^^<http://www.w3.org/2001/XMLSchema#decimal> ,
  "plain" , "bonjour"@fr , <http://e/o> , _:b . _:b <http://e/q> _:c ."""


def test_lexical_forms_reach_rdflib_unchanged() -> None:
    graph = to_rdflib(parse(TEXT.encode(), "text/turtle"))
    literals = {str(o) for o in graph.objects() if isinstance(o, rdflib.Literal)}
    assert literals == {"01", "none", "1.10", "plain", "bonjour"}
    assert rdflib.Literal("plain") in set(graph.objects())
    assert rdflib.Literal("bonjour", lang="fr") in set(graph.objects())


def test_the_same_label_is_the_same_blank_node() -> None:
    graph = to_rdflib(parse(TEXT.encode(), "text/turtle"))
    middle = [o for o in graph.objects() if isinstance(o, rdflib.BNode)]
    assert len(set(middle)) == 2
    assert len(graph) == 8


def test_each_kind_of_term() -> None:
    assert to_node(Term("iri", "http://e/a")) == rdflib.URIRef("http://e/a")
    assert to_node(Term("literal", "x", XSD + "string")) == rdflib.Literal("x")
    assert to_node(Term("literal", "x", "", "de")) == rdflib.Literal("x", lang="de")
    assert isinstance(to_node(Term("bnode", "b")), rdflib.BNode)
