"""Reading RDF that may come from anyone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from astropact.errors import InputError, LimitExceeded, SyntaxFault, UnsupportedFormat
from astropact.store import GraphFile, OxigraphStore
from astropact.store.parsing import RDF_FORMATS, media_type_of, parse, read_limited

if TYPE_CHECKING:
    from pathlib import Path

TURTLE = b"""@prefix e: <http://e/> .
e:a e:p 01 ,
   "1.10"^^<http://www.w3.org/2001/XMLSchema#decimal> ;

   e:r "y"@EN .
# comment
e:b a e:C .
"""


def test_each_quad_knows_its_line() -> None:
    assert [quad.line for quad in parse(TURTLE, "text/turtle")] == [2, 3, 5, 7]


def test_lexical_forms_are_kept() -> None:
    values = [quad.object.value for quad in parse(TURTLE, "text/turtle")]
    assert values[:2] == ["01", "1.10"]


def test_a_syntax_error_names_file_line_and_column() -> None:
    with pytest.raises(SyntaxFault) as caught:
        list(parse(b"<http://e/a> <http://e/b> .\n", "text/turtle", name="facts.ttl"))
    assert str(caught.value).startswith("facts.ttl:1:")


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("application/ld+json", b'{"@context": "http://127.0.0.1:9/c", "@id": "http://e/a"}'),
        (
            "application/rdf+xml",
            b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><rdf:RDF '
            b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">'
            b'<rdf:Description rdf:about="http://e/a"><e:p>&x;</e:p></rdf:Description></rdf:RDF>',
        ),
    ],
)
def test_nothing_outside_the_document_is_fetched(media_type: str, content: bytes) -> None:
    with pytest.raises(SyntaxFault):
        list(parse(content, media_type))


def test_text_that_is_not_utf_8_is_refused() -> None:
    with pytest.raises(SyntaxFault):
        list(parse(b'<http://e/a> <http://e/b> "\xff\xfe" .', "text/turtle"))


def test_limits_and_unknown_formats(tmp_path: Path) -> None:
    with pytest.raises(LimitExceeded, match="more than 3 triples"):
        list(parse(TURTLE, "text/turtle", max_quads=3))
    with pytest.raises(UnsupportedFormat, match="text/plain"):
        list(parse(TURTLE, "text/plain"))
    with pytest.raises(UnsupportedFormat, match=r"\.docx"):
        media_type_of(tmp_path / "facts.docx")
    (tmp_path / "big.ttl").write_bytes(TURTLE)
    with pytest.raises(LimitExceeded, match="larger than 10 bytes"):
        read_limited(tmp_path / "big.ttl", 10)
    with pytest.raises(InputError, match="No such file"):
        read_limited(tmp_path / "none.ttl", 10)


@pytest.mark.parametrize("media_type", RDF_FORMATS)
def test_a_byte_order_mark_is_passed_over(media_type: str) -> None:
    out = io.BytesIO()
    with OxigraphStore.in_memory() as store:
        store.replace_graphs({"http://e/g": GraphFile(b"<http://e/a> <http://e/b> 1 .")})
        store.dump(out, media_type, graph="http://e/g")
        marked = b"\xef\xbb\xbf" + out.getvalue()
        assert [quad.object.value for quad in parse(marked, media_type)] == ["1"]
        assert store.replace_graphs({"http://e/h": GraphFile(marked, media_type)}) == 1


def test_the_place_of_an_early_end_is_told_once() -> None:
    with pytest.raises(SyntaxFault) as caught:
        list(parse(b"<http://e/a> <http://e/b> 1 .\n<http://e/c>\n", "text/turtle"))
    assert "Parser error" not in str(caught.value)
