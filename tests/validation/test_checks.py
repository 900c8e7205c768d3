from __future__ import annotations

from rdflib import OWL, RDF, BNode, Graph, Literal, URIRef

from astropact.namespaces import AP
from astropact.store.parsing import parse
from astropact.validation.checks import (
    BLANK_NODE,
    LITERAL,
    OWN_TERM,
    UNKNOWN_TERM,
    check,
    on_blank,
    triple,
)
from astropact.validation.locate import SubmittedFile
from astropact.validation.vocabulary import Vocabulary

RECORD = Graph()
RECORD.add((URIRef(AP + "actor"), RDF.type, OWL.ObjectProperty))
RECORD.add((URIRef(AP + "actor"), URIRef("urn:p"), Literal("declared")))


def rules(turtle: str) -> list[tuple[str, int]]:
    content = turtle.encode()
    file = SubmittedFile("my.ttl", content, list(parse(content, "text/turtle")), exact=True)
    return [(r.rule, r.line) for r in check(file, Vocabulary(RECORD), RECORD)]


def test_a_sound_triple_passes() -> None:
    assert rules(f"<urn:a> <{AP}actor> <urn:b> .") == []


def test_each_rule_is_told_with_its_line() -> None:
    assert rules("\n\n<urn:a> <urn:p> 01 .") == [(LITERAL, 3)]
    assert rules(f"<urn:a> <{AP}acter> <urn:b> .") == [(UNKNOWN_TERM, 1)]
    assert rules(f"<urn:a> a <{AP}Nothing> .") == [(UNKNOWN_TERM, 1)]
    assert rules(f'<{AP}actor> <urn:p> "lie" .') == [(OWN_TERM, 1)]
    assert rules(f'<{AP}actor> <urn:p> "declared" .') == []
    assert rules("<urn:a> <urn:p> _:x . _:x <urn:p> 1 .") == [(BLANK_NODE, 1)]


def test_blank_nodes_get_a_name_for_judging() -> None:
    (quad,) = parse(b"_:x <urn:p> _:y .", "text/turtle")
    subject, _, obj = triple(quad)
    assert isinstance(subject, URIRef)
    assert not isinstance(obj, BNode)
    assert on_blank(subject)
    assert on_blank(URIRef("urn:a"), obj)
    assert not on_blank(URIRef("urn:a"), None)
