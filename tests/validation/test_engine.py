from __future__ import annotations

import pytest
import rdflib
from rdflib import Graph, URIRef

from astropact.errors import RecordFault
from astropact.store.convert import to_rdflib
from astropact.store.parsing import parse
from astropact.validation.engine import Engine
from astropact.validation.literals import exact_literals
from astropact.validation.paths import SH, Predicate

PREFIXES = (
    "@prefix ex: <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> . "
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "
    "@prefix owl: <http://www.w3.org/2002/07/owl#> . "
)
EX = "https://example.org/"
SHAPES = """
ex:Dated a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property ex:dated .
ex:dated a sh:PropertyShape ; sh:path ex:on ; sh:minCount 1 ; sh:datatype xsd:date ;
  sh:severity sh:Warning ; sh:message "Donnez un jour."@fr , "Give a day."@en .
"""


def graph(turtle: str) -> Graph:
    with exact_literals():
        return to_rdflib(parse((PREFIXES + turtle).encode(), "text/turtle"))


def test_a_finding_tells_all_of_a_result() -> None:
    data = graph('ex:a a ex:Thing . ex:b a ex:Thing ; ex:on "2020"^^xsd:gYear .')
    missing, wrong = sorted(Engine(graph(SHAPES)).validate(data), key=lambda f: str(f.focus))
    assert (missing.focus, missing.value) == (URIRef(EX + "a"), None)
    assert missing.path == Predicate(EX + "on")
    assert missing.component == str(SH.MinCountConstraintComponent)
    assert missing.shape == URIRef(EX + "dated")
    assert missing.message == "Give a day."
    assert missing.severity == str(SH.Warning)
    assert str(wrong.value) == "2020"
    assert wrong.component == str(SH.DatatypeConstraintComponent)


def test_only_the_focus_is_judged() -> None:
    data = graph("ex:a a ex:Thing . ex:b a ex:Thing .")
    engine = Engine(graph(SHAPES))
    assert [str(f.focus) for f in engine.validate(data, {URIRef(EX + "b")})] == [EX + "b"]
    assert engine.validate(data, set()) == []
    assert engine.validate(data, {URIRef(EX + "not-a-target")}) == []


def test_lexical_forms_are_judged_as_written() -> None:
    shapes = graph(
        "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property ex:p . "
        "ex:p a sh:PropertyShape ; sh:path ex:n ; sh:in ( 7 ) ."
    )
    engine = Engine(shapes)
    assert engine.validate(graph("ex:a ex:n 7 .")) == []
    (finding,) = engine.validate(graph('ex:a ex:n "0007"^^xsd:integer .'))
    assert str(finding.value) == "0007"


def test_rdflib_is_left_as_it_was() -> None:
    Engine(graph(SHAPES)).validate(graph("ex:a a ex:Thing ."))
    assert rdflib.NORMALIZE_LITERALS is True


def test_the_data_is_not_changed() -> None:
    data = graph("ex:a a ex:Thing .")
    before = set(data)
    Engine(graph(SHAPES)).validate(data)
    assert set(data) == before


def test_one_engine_judges_many_graphs_alike() -> None:
    engine = Engine(graph(SHAPES))
    bad, good = (
        graph("ex:a a ex:Thing ."),
        graph('ex:a a ex:Thing ; ex:on "2020-01-01"^^xsd:date .'),
    )
    assert [len(engine.validate(g)) for g in (bad, good, bad)] == [1, 0, 1]


@pytest.mark.parametrize(
    "shapes",
    [
        "ex:S a sh:NodeShape ; sh:targetNode ex:a ; "
        "sh:property [ sh:path ex:p ; sh:minCount 'x' ] .",
        "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:minCount 1 .",
        "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property ex:nowhere .",
        "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:sparql [ sh:select "
        "'SELECT $this WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }' ] .",
    ],
)
def test_broken_shapes_are_a_record_fault(shapes: str) -> None:
    with pytest.raises(RecordFault):
        Engine(graph(shapes)).validate(graph("ex:a ex:p 1 ."))


def test_imports_and_rules_of_shapes_are_not_followed() -> None:
    shapes = SHAPES + (
        "<https://example.org/o> a owl:Ontology ; owl:imports <http://127.0.0.1:9/s.ttl> . "
        "ex:Dated sh:rule [ a sh:TripleRule ; sh:subject sh:this ; sh:predicate ex:on ; "
        'sh:object "2020-01-01"^^xsd:date ] .'
    )
    assert len(Engine(graph(shapes)).validate(graph("ex:a a ex:Thing ."))) == 1


def test_a_shared_property_is_told_for_each_shape() -> None:
    shapes = SHAPES + "ex:Also a sh:NodeShape ; sh:targetNode ex:a ; sh:property ex:dated ."
    assert len(Engine(graph(shapes)).validate(graph("ex:a a ex:Thing ."))) == 2


def test_values_that_cannot_be_compared_break_the_order_they_should_keep() -> None:
    shapes = """ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property ex:order .
    ex:order a sh:PropertyShape ; sh:path ex:on ; sh:lessThanOrEquals ex:until ;
      sh:message "Order them."@en ."""
    data = graph(
        'ex:a a ex:Thing ; ex:on "soon"^^xsd:date ; ex:until "2020-01-01"^^xsd:date .'
        'ex:b a ex:Thing ; ex:on "2019-01-01"^^xsd:date ; ex:until "2020-01-01"^^xsd:date .'
        'ex:c a ex:Thing ; ex:on "2021-01-01"^^xsd:date ; ex:until "2020-01-01"^^xsd:date .'
    )
    found = {str(f.focus): f for f in Engine(graph(shapes)).validate(data)}
    assert set(found) == {EX + "a", EX + "c"}
    assert str(found[EX + "a"].value) == "soon"
    assert found[EX + "a"].component == str(SH.LessThanOrEqualsConstraintComponent)
    assert found[EX + "a"].message == "Order them."
