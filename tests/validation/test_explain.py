from __future__ import annotations

import pytest
from rdflib import BNode, Graph, Literal, URIRef

from astropact.namespaces import AP, XSD, thing
from astropact.store.convert import to_rdflib
from astropact.store.parsing import parse
from astropact.validation.engine import Engine
from astropact.validation.explain import show, what
from astropact.validation.literals import exact_literals

PREFIXES = (
    "@prefix ap: <https://w3id.org/astropact/ns#> . @prefix sh: <http://www.w3.org/ns/shacl#> . "
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix s: <urn:s:> . "
)


def graph(turtle: str) -> Graph:
    with exact_literals():
        return to_rdflib(parse((PREFIXES + turtle).encode(), "text/turtle"))


@pytest.mark.parametrize(
    ("constraint", "data", "expected"),
    [
        ("sh:minCount 1", "", "ap:asOf is missing"),
        ("sh:maxCount 1", "1, 2", "ap:asOf has more than 1 value"),
        ("sh:maxCount 2", "1, 2, 3", "ap:asOf has more than 2 values"),
        ("sh:maxCount 0", "1", "ap:asOf is not allowed here"),
        ("sh:datatype xsd:date", '"x"', 'ap:asOf "x" is not an xsd:date'),
        ("sh:datatype xsd:date", "ap:x", "ap:asOf ap:x is not an xsd:date"),
        (
            "sh:class ap:State",
            "ap:gone",
            "names ap:gone, which does not exist in the record",
        ),
        ("sh:class ap:State", "s:a", "ap:asOf names urn:s:a, which is not an ap:State"),
        ("sh:nodeKind sh:IRI", '"x"', 'ap:asOf "x" is not an IRI'),
        ("sh:pattern '^y'", '"x"', 'ap:asOf "x" does not have the right form'),
        ("sh:minLength 3", '"x"', 'ap:asOf "x" is shorter than 3'),
        ("sh:maxInclusive 6", "7", 'ap:asOf "7"^^xsd:integer is more than 6'),
        ("sh:uniqueLang true", '"a"@en, "b"@en', "ap:asOf has more than one value in one language"),
        ("sh:in ( ap:a ap:b )", "ap:c", "ap:asOf ap:c is not one of ap:a, ap:b"),
        (
            "sh:lessThanOrEquals ap:notAfter",
            '"2020-01-02"^^xsd:date ; ap:notAfter "2020-01-01"^^xsd:date',
            'ap:asOf "2020-01-02"^^xsd:date is after ap:notAfter "2020-01-01"^^xsd:date',
        ),
        ("sh:or ( [ sh:datatype xsd:date ] )", "1", "is none of the things it may be"),
        ("sh:hasValue ap:a", "ap:b", "breaks the rule"),
    ],
)
def test_sentences(constraint: str, data: str, expected: str) -> None:
    shapes = graph(
        f"s:S a sh:NodeShape ; sh:targetNode s:a ; sh:property s:p . "
        f"s:p a sh:PropertyShape ; sh:path ap:asOf ; {constraint} ."
    )
    about = graph(f"s:a ap:asOf {data} ." if data else "")
    (finding,) = Engine(shapes).validate(about)
    assert expected in what(finding, shapes, about)


def test_nodes_are_shown_as_a_reader_knows_them() -> None:
    assert show(URIRef(thing("state", "sau"))) == "state:sau"
    assert show(Literal("x", lang="en")) == '"x"@en'
    assert show(Literal("2020", datatype=URIRef(XSD + "gYear"))) == '"2020"^^xsd:gYear'
    assert show(Literal("a\nb")) == '"a\\nb"'
    assert len(show(Literal("x" * 5_000))) < 100
    assert show(BNode()) == "a blank node"
    assert show(None) == ""
    assert show(URIRef(AP + "State")) == "ap:State"
