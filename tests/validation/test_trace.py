from __future__ import annotations

import pytest
from rdflib import BNode, Graph, Literal, URIRef

from astropact.namespaces import XSD
from astropact.store.base import Term
from astropact.store.parsing import parse
from astropact.validation.engine import Finding
from astropact.validation.locate import SubmittedFile
from astropact.validation.paths import SH, Inverse, Path, Predicate, Sequence
from astropact.validation.trace import term_of, trace

SHAPE = URIRef("urn:shape")
TURTLE = b"""\
<urn:a> a <urn:Thing> .
<urn:a> <urn:on> 1 .
<urn:a> <urn:on> 2 .
<urn:act> <urn:actor> <urn:state> .
<urn:act> <urn:day> 9 .
<urn:state> <urn:end> 5 .
"""
ON, DAY = Predicate("urn:on"), Predicate("urn:day")
LATE = Sequence((Inverse(Predicate("urn:actor")), DAY))


def integer(number: int) -> Literal:
    return Literal(str(number), datatype=URIRef(XSD + "integer"))


@pytest.mark.parametrize(
    ("focus", "path", "value", "line"),
    [
        ("urn:a", ON, integer(2), 3),
        ("urn:a", ON, integer(7), 2),
        ("urn:a", Predicate("urn:missing"), None, 1),
        ("urn:a", None, URIRef("urn:a"), 1),
        ("urn:state", LATE, integer(9), 6),
        ("urn:recorded", Sequence((Predicate("urn:x"), DAY)), integer(9), 5),
    ],
)
def test_the_nearest_triple_is_found(
    focus: str, path: Path | None, value: Literal | URIRef | None, line: int
) -> None:
    shapes = Graph()
    shapes.add((SHAPE, SH.lessThan, URIRef("urn:end")))
    file = SubmittedFile("my.ttl", TURTLE, list(parse(TURTLE, "text/turtle")), exact=True)
    finding = Finding(URIRef(focus), path, value, "", SHAPE, "", "")
    found = trace(finding, [file], shapes)
    assert found is not None
    assert found[1].line == line


def test_what_has_nothing_to_do_with_the_file_has_no_place() -> None:
    file = SubmittedFile("my.ttl", TURTLE, list(parse(TURTLE, "text/turtle")), exact=True)
    finding = Finding(URIRef("urn:elsewhere"), ON, None, "", SHAPE, "", "")
    assert trace(finding, [file], Graph()) is None


def test_nodes_become_terms() -> None:
    assert term_of(URIRef("urn:a")) == Term("iri", "urn:a")
    assert term_of(Literal("x", lang="en")) == Term("literal", "x", "", "en")
    assert term_of(integer(1)) == Term("literal", "1", XSD + "integer")
    assert term_of(BNode()) is None
    assert term_of(None) is None
