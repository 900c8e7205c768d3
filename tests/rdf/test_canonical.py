"""The canonical Turtle form: a pure function of the triples, and readable."""

from __future__ import annotations

import random

import pytest
import rdflib
from rdflib.compare import isomorphic

from astropact.errors import InputError
from astropact.rdf.canonical import to_turtle
from astropact.store.convert import to_rdflib
from astropact.store.parsing import parse

SAMPLE = """
@prefix ap: <https://w3id.org/astropact/ns#> .
@prefix state: <https://w3id.org/astropact/id/state/> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/EDTF> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
state:sau ap:iso3 "SAU" ; rdfs:label "Saudi Arabia"@en, "Arabie saoudite"@fr ; a ap:State ;
  ap:unMember true ; ap:unMemberSince "1945-10-24"^^xsd:date ; ap:note "a \\"quoted\\"\\nline"@en .
<https://w3id.org/astropact/id/act/moon-agreement/sau/accession> ap:actor state:sau ;
  ap:statedDate "2012-07-18"^^edtf: .
"""


def graph_of(text: str) -> rdflib.Graph:
    return to_rdflib(parse(text.encode(), "text/turtle"))


def test_the_form_reads_well() -> None:
    assert to_turtle(graph_of(SAMPLE)) == '''\
@prefix ap: <https://w3id.org/astropact/ns#> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/EDTF> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix state: <https://w3id.org/astropact/id/state/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://w3id.org/astropact/id/act/moon-agreement/sau/accession>
  ap:actor state:sau ;
  ap:statedDate "2012-07-18"^^edtf: .

state:sau a ap:State ;
  rdfs:label
    "Arabie saoudite"@fr ,
    "Saudi Arabia"@en ;
  ap:iso3 "SAU" ;
  ap:note "a \\"quoted\\"\\nline"@en ;
  ap:unMember true ;
  ap:unMemberSince "1945-10-24"^^xsd:date .
'''


def test_writing_what_was_written_changes_nothing() -> None:
    once = to_turtle(graph_of(SAMPLE))
    assert to_turtle(graph_of(once)) == once
    assert isomorphic(graph_of(once), graph_of(SAMPLE))


def test_the_order_of_triples_does_not_matter() -> None:
    triples = list(graph_of(SAMPLE))
    forms = set()
    for seed in range(5):
        random.Random(seed).shuffle(triples)
        graph = rdflib.Graph()
        for triple in triples:
            graph.add(triple)
        forms.add(to_turtle(graph))
    assert len(forms) == 1


def test_lists_and_nested_nodes_survive() -> None:
    text = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ap: <https://w3id.org/astropact/ns#> .
<https://w3id.org/astropact/shapes/x> sh:property [ sh:path ( ap:actor ap:existedNotAfter ) ;
   sh:in () ; sh:or ( [ sh:minCount 1 ] [ sh:maxCount 2 ] ) ] .
"""
    graph = graph_of(text)
    form = to_turtle(graph)
    assert "sh:path ( ap:actor ap:existedNotAfter )" in form
    assert isomorphic(graph_of(form), graph)
    assert to_turtle(graph_of(form)) == form


def test_a_blank_node_in_two_places_is_refused() -> None:
    with pytest.raises(InputError, match="more than one place"):
        to_turtle(graph_of("<http://e/a> <http://e/p> _:b . <http://e/c> <http://e/p> _:b ."))


def test_a_cycle_of_blank_nodes_is_refused() -> None:
    with pytest.raises(InputError, match="refers to itself"):
        to_turtle(graph_of("_:a <http://e/p> _:b . _:b <http://e/p> _:a ."))
