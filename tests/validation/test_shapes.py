from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import URIRef

from astropact.errors import RecordFault
from astropact.namespaces import AP, SHAPES
from astropact.validation.paths import SH, Predicate
from astropact.validation.shapes import (
    COMPONENTS,
    constraints,
    list_items,
    load_shapes,
    message,
    name,
    path_of,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_ranks_are_demanded_of_the_whole_record_only(root: Path) -> None:
    rule = URIRef(SHAPES + "record-statement-rank")
    assert (rule, None, None) not in load_shapes(root / "shapes")
    assert (rule, None, None) in load_shapes(root / "shapes", whole_record=True)


def test_a_shape_can_be_read(root: Path) -> None:
    shapes = load_shapes(root / "shapes")
    shape = URIRef(SHAPES + "statement-as-of")
    assert path_of(shapes, shape) == Predicate(AP + "asOf")
    assert name(shapes, shape) == "as of"
    assert "ap:asOf" in message(shapes, shape)
    stated = [c for c in constraints(shapes) if c.shape == str(shape)]
    assert {c.component.rpartition("#")[2] for c in stated} == {
        "MinCountConstraintComponent",
        "MaxCountConstraintComponent",
        "DatatypeConstraintComponent",
    }
    assert path_of(shapes, URIRef(SHAPES + "Statement")) is None


def test_lists_are_read_and_circles_end() -> None:
    from rdflib import Graph

    graph = Graph().parse(
        data=f"@prefix sh: <{SH}> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "
        "<urn:s> sh:in ( 1 2 ) . <urn:c> rdf:first 1 ; rdf:rest <urn:c> ."
    )
    head = graph.value(URIRef("urn:s"), SH["in"])
    assert head is not None
    assert [str(item) for item in list_items(graph, head)] == ["1", "2"]
    assert len(list(list_items(graph, URIRef("urn:c")))) == 1


def test_components_are_named_as_in_the_standard() -> None:
    assert COMPONENTS[SH["class"]] == SH.ClassConstraintComponent
    assert COMPONENTS[SH.sparql] == SH.SPARQLConstraintComponent
    assert COMPONENTS[SH.lessThanOrEquals] == SH.LessThanOrEqualsConstraintComponent


def test_missing_and_broken_shapes_are_record_faults(tmp_path: Path) -> None:
    with pytest.raises(RecordFault):
        load_shapes(tmp_path)
    (tmp_path / "core.ttl").write_text("this is not Turtle", "utf-8")
    with pytest.raises(RecordFault, match=r"core\.ttl"):
        load_shapes(tmp_path)
