from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from astropact.validation.affected import Footprint
from astropact.validation.paths import SH

if TYPE_CHECKING:
    from astropact.validation.affected import Triple

EX = Namespace("https://example.org/")
SHAPES = """
ex:Act a sh:NodeShape ; sh:targetClass ex:ActClass ; sh:property ex:began , ex:backed .
ex:began a sh:PropertyShape ; sh:path ( ex:actor ex:born ) ; sh:lessThan ex:on .
ex:backed a sh:PropertyShape ; sh:path ex:source ; sh:class ex:Source ; sh:node ex:Cited .
ex:Cited a sh:NodeShape ; sh:or ( [ sh:path ex:page ; sh:minCount 1 ] ex:Other ) .
ex:Other a sh:NodeShape ; sh:property [ sh:path [ sh:inversePath ex:about ] ; sh:minCount 1 ] .
ex:Unused a sh:NodeShape ; sh:property [ sh:path ( ex:x ex:y ) ; sh:minCount 1 ] .
"""
DATA = """
ex:act1 a ex:ActClass ; ex:actor ex:state ; ex:on 3 ; ex:source ex:list .
ex:act2 a ex:ActClass ; ex:actor ex:state ; ex:source ex:book .
ex:state ex:born 1 . ex:list a ex:Source . ex:note ex:about ex:list .
"""


@pytest.fixture(scope="module")
def footprint() -> Footprint:
    return Footprint(Graph().parse(data=f"@prefix ex: <{EX}> . @prefix sh: <{SH}> . {SHAPES}"))


def affected(footprint: Footprint, *triples: Triple) -> set[str]:
    data = Graph().parse(data=f"@prefix ex: <{EX}> . {DATA}")
    for triple in triples:
        data.add(triple)
    return {str(node).removeprefix(EX) for node in footprint.affected(data, triples)}


def test_the_subject_is_always_affected(footprint: Footprint) -> None:
    assert affected(footprint, (EX.act1, EX.unread, EX.a)) == {"act1"}


def test_a_value_two_steps_away(footprint: Footprint) -> None:
    assert affected(footprint, (EX.state, EX.born, Literal(9))) == {"state", "act1", "act2"}


def test_the_type_of_what_is_pointed_to(footprint: Footprint) -> None:
    assert affected(footprint, (EX.book, RDF.type, EX.Source)) == {"book", "act2"}


def test_nested_shapes_and_lists(footprint: Footprint) -> None:
    assert affected(footprint, (EX.list, EX.page, Literal(1))) == {"list", "act1"}


def test_an_inverse_step(footprint: Footprint) -> None:
    assert affected(footprint, (EX.remark, EX.about, EX.book)) == {"remark", "act2"}


def test_the_other_side_of_a_comparison(footprint: Footprint) -> None:
    assert affected(footprint, (EX.act2, EX.on, Literal(1))) == {"act2"}


def test_shapes_without_targets_read_nothing(footprint: Footprint) -> None:
    assert not any(step.predicate == str(EX.x) for walk in footprint.walks for step in walk)


def test_a_change_at_a_hub_reaches_only_its_readers(footprint: Footprint) -> None:
    assert affected(footprint, (EX.state, URIRef("urn:label"), Literal("x"))) == {"state"}
