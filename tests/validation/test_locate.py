from __future__ import annotations

import pytest

from astropact.store.base import Term
from astropact.store.parsing import parse
from astropact.validation.locate import Place, SubmittedFile

TURTLE = b'''\
@prefix ap: <https://w3id.org/astropact/ns#> .
@prefix state: <https://w3id.org/astropact/id/state/> .

<https://example.org/s> a ap:Statement ;
    ap:actor
        state:usa ,
        state:chn ;
    ap:locator "row 7", "" ;
    ap:note """first
second"""@en .
'''


@pytest.fixture
def file() -> SubmittedFile:
    return SubmittedFile("my.ttl", TURTLE, list(parse(TURTLE, "text/turtle")), exact=True)


@pytest.mark.parametrize(
    ("index", "line", "column"),
    [(0, 4, 27), (1, 6, 9), (2, 7, 9), (3, 8, 16), (4, 8, 25), (5, 9, 15)],
)
def test_places_point_at_the_object(
    file: SubmittedFile, index: int, line: int, column: int
) -> None:
    assert file.place(file.quads[index]) == Place("my.ttl", line, column)


def test_quads_are_found_by_subject_and_object(file: SubmittedFile) -> None:
    assert len(file.about(Term("iri", "https://example.org/s"))) == 6
    usa = Term("iri", "https://w3id.org/astropact/id/state/usa")
    assert [q.object for q in file.naming(usa)] == [usa]
    assert file.about(usa) == ()


def test_json_is_searched_whole_since_the_parser_reads_ahead() -> None:
    content = b'{\n  "@id": "https://example.org/s",\n  "https://example.org/p": "v"\n}\n'
    quads = list(parse(content, "application/ld+json"))
    file = SubmittedFile("my.jsonld", content, quads, exact=False)
    assert file.place(quads[0]) == Place("my.jsonld", 3, 28)


def test_an_unknown_place_is_zero() -> None:
    content = b'{"@id": "https://example.org/s", "https://example.org/p": true}'
    (quad,) = parse(content, "application/ld+json")
    file = SubmittedFile("my.jsonld", b"{}", [quad], exact=False)
    assert file.place(quad) == Place("my.jsonld", 0, 0)
