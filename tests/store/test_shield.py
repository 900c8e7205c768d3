from __future__ import annotations

import time

import pytest

from astropact.errors import LimitExceeded, SyntaxFault
from astropact.store.shield import MAX_DEPTH, inspect

TURTLE, JSON, XML = "text/turtle", "application/ld+json", "application/rdf+xml"
RDF = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="urn:a:">'
DEEP = 200_000


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        (TURTLE, b"<urn:a> <urn:b> " + b"[ <urn:b> " * DEEP + b"1" + b"]" * DEEP + b"."),
        (TURTLE, b"<urn:a> <urn:b> " + b"(" * DEEP + b")" * DEEP + b"."),
        (TURTLE, b"<urn:a> <urn:b> " + b"<<( <urn:a> <urn:b> " * DEEP),
        (TURTLE, b"<urn:a> <urn:b> 1 " + b"{| <urn:b> 1 " * DEEP),
        ("application/trig", b"{" * DEEP),
        ("application/n-triples", b"<urn:a> <urn:b> " + b"<<( <urn:a> <urn:b> " * DEEP),
        (JSON, b'{"urn:a":' * DEEP + b"1" + b"}" * DEEP),
        (JSON, b"[" * DEEP + b"]" * DEEP),
        (XML, RDF + b"<a:x><a:y>" * DEEP),
    ],
)
def test_deep_nesting_is_refused_at_once(media_type: str, content: bytes) -> None:
    start = time.process_time()
    with pytest.raises(LimitExceeded, match="nested deeper"):
        inspect(content, media_type, "input")
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        (TURTLE, b'<urn:a> <urn:b> "' + b"[" * 500 + b'" .'),
        (TURTLE, b'<urn:a> <urn:b> """a "quoted" ' + b"[" * 500 + b'\n""" .'),
        (TURTLE, b"# " + b"(" * 500 + b"\n<urn:a> <urn:b> 1 ."),
        (TURTLE, b"<urn:a#((((> <urn:b> " + b"[ <urn:b> 1 ], " * 500 + b"1 ."),
        (JSON, b'{"a": "' + b"[" * 500 + b'\\""}'),
        (XML, RDF + b"<a:x/>" * 500 + b"</rdf:RDF>"),
    ],
)
def test_brackets_in_text_and_wide_documents_pass(media_type: str, content: bytes) -> None:
    inspect(content, media_type, "input")


def test_depth_up_to_the_limit_passes() -> None:
    inspect(b"(" * MAX_DEPTH + b")" * MAX_DEPTH, TURTLE, "input")
    with pytest.raises(LimitExceeded) as caught:
        inspect(b"\n" + b"(" * (MAX_DEPTH + 1), TURTLE, "input")
    assert caught.value.line == 2


@pytest.mark.parametrize(
    "entity",
    [
        b'<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">',
        b'<!ENTITY a SYSTEM "file:///etc/hostname">',
        b'<!ENTITY % a SYSTEM "http://127.0.0.1:9/x"> %a;',
    ],
)
def test_xml_entities_are_refused(entity: bytes) -> None:
    with pytest.raises(SyntaxFault, match="entity") as caught:
        inspect(b"<!DOCTYPE r [\n" + entity + b"]>" + RDF + b"</rdf:RDF>", XML, "input")
    assert caught.value.line == 2


def test_broken_xml_names_line_and_column() -> None:
    with pytest.raises(SyntaxFault) as caught:
        inspect(RDF + b"\n<a:x></a:y></rdf:RDF>", XML, "input")
    assert (caught.value.line, caught.value.column) == (2, 8)


@pytest.mark.parametrize("content", [b'"\\"' * 300_000, b'"""\\""' * 300_000, b"'" * 1_000_001])
@pytest.mark.parametrize("media_type", [TURTLE, JSON])
def test_unclosed_strings_cost_no_more_than_their_length(content: bytes, media_type: str) -> None:
    start = time.process_time()
    inspect(content, media_type, "input")
    assert time.process_time() - start < 3
