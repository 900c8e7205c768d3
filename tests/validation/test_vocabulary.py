from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from astropact.namespaces import AP, concept, thing
from astropact.validation.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    graph = Graph()
    known = [AP + "actKind", AP + "actor", AP + "Statement", concept("act-kind", "accession")]
    known += [thing("state", code) for code in ("chn", "khm", "com", "usa")]
    known += [thing("instrument", "moon-agreement"), thing("source", "chn")]
    for iri in known:
        graph.add((URIRef(iri), RDF.type, URIRef("urn:Class")))
    return Vocabulary(graph)


def test_terms_are_those_of_the_namespace(vocabulary: Vocabulary) -> None:
    assert vocabulary.terms == {AP + "actKind", AP + "actor", AP + "Statement"}
    assert vocabulary.unknown_term(AP + "actkind")
    assert not vocabulary.unknown_term(AP + "actKind")
    assert not vocabulary.unknown_term("https://example.org/actkind")


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (AP + "actkind", "Did you mean ap:actKind"),
        (thing("state", "chm"), "Did you mean state:chn or "),
        (thing("instrument", "moon-treaty"), "Did you mean instrument:moon-agreement?"),
        (concept("act-kind", "acession"), "Did you mean act-kind:accession?"),
        (thing("state", "zzz"), ""),
        (thing("state", "chn"), ""),
        ("https://example.org/chm", ""),
    ],
)
def test_suggestions(vocabulary: Vocabulary, iri: str, expected: str) -> None:
    told = vocabulary.suggestion(URIRef(iri))
    assert expected in told
    assert bool(told) == bool(expected)


def test_literals_have_no_suggestion(vocabulary: Vocabulary) -> None:
    assert vocabulary.suggestion(Literal("chm")) == ""
    assert vocabulary.suggestion(None) == ""
